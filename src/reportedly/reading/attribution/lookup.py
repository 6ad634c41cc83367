"""What the lexicon knows of a cue that was found in a text: its lemma, the frame of its content, its stance."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import Lexicon, Stance

WH = frozenset("whether if what who whom whose which when where why how".split())
# What is looked up last, where the content's form did not settle it.
ANY_VERB = ("clause", "quote", "object", "to", "wh", "causee", "complement", "ing")
ANY_NOUN = ("that", "to")
ASSERTED = Stance("state", "positive", "certain")


class Entry(NamedTuple):
    """`known` is False where the lexicon has no row: then the stance is that of a plain statement."""

    lemma: str
    frame: str
    stance: Stance
    known: bool


def look_up(syntax: Syntax, lexicon: Lexicon, anchor: int, cue: Sequence[int], content: Sequence[int]) -> Entry:
    """The lexicon's entry for a cue (words of the text) with its content (words; none for a refusal to speak)."""
    form = syntax.lower[anchor]
    frames = list(_frames(syntax, anchor, cue, content))
    for lemma, stance_of, more in (
        *((lemma, lexicon.verb_stance, ANY_VERB) for lemma in _verb_lemmas(syntax, lexicon, anchor, cue)),
        *((lemma, lexicon.noun_stance, ANY_NOUN) for lemma in [lexicon.noun(form)] if lemma),
    ):
        for frame in (*frames, *more, *(f"prep:{w}" for w in ("for", "of", "to", "on", "about", "against", "with"))):
            stance = stance_of(lemma, frame)
            if stance is not None:
                return Entry(lemma, frame, stance, known=True)
    words = [syntax.lower[w] for w in cue]
    for phrase in lexicon.phrases:
        if any(words[k : k + len(phrase.words)] == list(phrase.words) for k in range(len(words))):
            return Entry(" ".join(phrase.words), "clause", phrase.stance, known=True)
    return Entry(form, frames[0] if frames else "clause", ASSERTED, known=False)


def _verb_lemmas(syntax: Syntax, lexicon: Lexicon, anchor: int, cue: Sequence[int]) -> Iterator[str]:
    """Lemmas of a cue's verb, that with its particle first: "ruled out"."""
    lemma = lexicon.verb(syntax.lower[anchor]) if syntax.tags[anchor].startswith("V") else None
    if lemma is None:
        return
    for w in cue:
        if f"{lemma} {syntax.lower[w]}" in lexicon.particle_verbs:
            yield f"{lemma} {syntax.lower[w]}"
    yield lemma


def _frames(syntax: Syntax, anchor: int, cue: Sequence[int], content: Sequence[int]) -> Iterator[str]:
    """Frames that the content's form speaks for, the most telling first."""
    if not content:
        return
    first = content[0]
    before = syntax.lower[first - 1] if first else ""
    if before == "that":
        yield from ("clause", "that")
    if syntax.tags[first] == "TO":
        yield "to"
    elif syntax.lower[first] in WH:
        yield "wh"
    elif syntax.tags[first] == "VBG":
        yield "ing"
    prepositions = [w for w in cue if w > anchor and syntax.tags[w] in {"IN", "TO"}] or [first - 1, first]
    for w in prepositions:
        if w > anchor and syntax.tags[w] == "IN":
            yield f"prep:{syntax.lower[w]}"
    inside = set(content)
    finite = any(
        syntax.tags[w] in {"VBD", "VBZ", "VBP", "MD"} and any(c in inside for c in syntax.children[w]) for w in content
    )
    if finite:
        yield from ("clause", "quote")
    elif any(syntax.tags[w] == "TO" for w in content[1:]):
        yield "causee"
    if not finite:
        yield from ("object", "complement")
