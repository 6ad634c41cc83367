"""The words of a cue that is a verb, and who was told."""

from reportedly.reading.attribution.links import Words
from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import Lexicon
from training.rules.sources import noun_phrase

AUXILIARIES = frozenset({"aux", "auxpass", "neg", "prt"})
# An auxiliary stands near its verb; one farther off is another verb's.
FARTHEST_AUXILIARY = 8


class VerbCues:
    """Looks at verbs as cues."""

    def __init__(self, syntax: Syntax, lexicon: Lexicon) -> None:
        self.syntax, self.lexicon = syntax, lexicon

    def lemma(self, verb: int) -> str | None:
        """The lexicon entry of a verb form, with its particle where the lexicon has that ("point out")."""
        stem = self.lexicon.verb(self.syntax.lower[verb])
        if stem is None:
            return None
        particle = self.syntax.child(verb, "prt")
        if particle is None and verb + 1 < len(self.syntax):
            particle = verb + 1
        if particle is not None:
            phrase = f"{stem} {self.syntax.lower[particle]}"
            if phrase in self.lexicon.particle_verbs:
                return phrase
        return stem

    def words(self, verb: int, more: Words = ()) -> Words:
        """The verb with its auxiliaries, negation and particle (and a preposition that belongs to it)."""
        s = self.syntax
        own = [
            c
            for c in s.children[verb]
            if s.deps[c] in AUXILIARIES and s.lower[c] != "to" and abs(c - verb) < FARTHEST_AUXILIARY
        ]
        own += [c for c in s.children[verb] if s.lower[c] == "never" and s.deps[c] in {"neg", "advmod"}]
        return tuple(sorted({verb, *own, *more}))

    def hearer(self, verb: int, lemma: str, frame: str) -> Words | None:
        """The one told: the object of "told", "to …" after other verbs of saying."""
        s = self.syntax
        if frame not in {"clause", "quote", "wh", "to"} and not frame.startswith("prep:"):
            return None
        if self.lexicon.verb_stance(lemma, "hearer") and frame != "to":
            told = s.child(verb, "dobj", "dative", "nsubjpass")
            if told is not None:
                return noun_phrase(s, told, verb)
        for c in s.children[verb]:
            if s.deps[c] in {"prep", "dative"} and s.lower[c] == "to" and frame in {"clause", "quote"} and c > verb:
                told = s.child(c, "pobj")
                if told is not None:
                    return noun_phrase(s, told, verb)
        return None
