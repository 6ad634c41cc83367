"""Attributions whose cue is a noun: "Tehran's request that …", "a claim by the army that …", "their plan to …"."""

from collections.abc import Iterator

from reportedly.reading.attribution.links import Link
from reportedly.reading.attribution.spans import content_spans
from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import Lexicon
from training.rules.sources import noun_phrase, subject

BRINGS_SOURCE = frozenset({"by", "from"})
# "made a request", "issued a warning": the verb's subject is the noun's source.
LIGHT_VERBS = frozenset(
    "make made makes making issue issued issues issuing have has had having give gave given gives express expressed "
    "expresses announce announced announces announcing voice voiced repeat repeated reject file filed reiterated".split()
)


class NounReader:
    """Finds the links whose cue is a noun of a text."""

    def __init__(self, syntax: Syntax, lexicon: Lexicon) -> None:
        self.syntax, self.lexicon = syntax, lexicon

    def links(self) -> Iterator[Link]:
        for i, tag in enumerate(self.syntax.tags):
            if tag in {"NN", "NNS"}:
                lemma = self.lexicon.noun(self.syntax.lower[i])
                link = self._link(i, lemma) if lemma else None
                if link:
                    yield link

    def _link(self, noun: int, lemma: str) -> Link | None:
        s = self.syntax
        source = self._source(noun)
        if source is None:
            return None
        for c in s.children[noun]:
            if c < noun:
                continue
            frame, words, more = self._content(c)
            stance = self.lexicon.noun_stance(lemma, frame)
            if stance and words:
                content = content_spans(s, [w for w in words if w not in source])
                if content:
                    return Link(noun, lemma, frame, stance, tuple(sorted((noun, *more))), source, content)
        return None

    def _content(self, child: int) -> tuple[str, list[int], tuple[int, ...]]:
        s = self.syntax
        if s.deps[child] in {"acl", "ccomp", "relcl", "xcomp"} and s.tags[child].startswith("V"):
            words = s.subtree(child)
            if any(s.lower[c] == "to" and s.deps[c] == "aux" for c in s.children[child]):
                return "to", words, ()
            mark = s.child(child, "mark")
            if mark is not None and s.lower[mark] == "that":
                return "that", [w for w in words if w > mark], ()
        if s.deps[child] == "prep":
            inner = s.child(child, "pobj", "pcomp")
            if inner is not None:
                return f"prep:{s.lower[child]}", s.subtree(inner), (child,)
        return "", [], ()

    def _source(self, noun: int) -> tuple[int, ...] | None:
        s = self.syntax
        owner = s.child(noun, "poss")
        if owner is not None:
            words = noun_phrase(s, owner)
            return words[:-1] if s.tags[words[-1]] == "POS" else words
        for c in s.children[noun]:
            if s.deps[c] in {"prep", "agent"} and s.lower[c] in BRINGS_SOURCE and c > noun:
                inner = s.child(c, "pobj")
                if inner is not None:
                    return noun_phrase(s, inner)
        above = s.heads[noun]
        if s.deps[noun] == "dobj" and s.lower[above] in LIGHT_VERBS:
            who, passive = subject(s, above)
            if who is not None and not passive:
                return noun_phrase(s, who, above)
        return None
