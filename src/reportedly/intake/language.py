"""Which language a text is in: English is read, of any other that is said and nothing is guessed."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Below this many letters a guess is worth nothing, and the text is taken for English.
FEWEST_LETTERS = 40
SURE = 0.9
# Enough of a text to tell its language.
SAMPLE_CHARACTERS = 4_000


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> str | None:
    """ISO 639-1 code of a text's language, None where it cannot be told (too short, or a close call)."""
    sample = text[:SAMPLE_CHARACTERS]
    if sum(c.isalpha() for c in sample) < FEWEST_LETTERS:
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= SURE else None
