"""Classes of attributions: what is easy and what is hard to find, told by the words of the marks and their tags.

The classes are heuristic and overlap. They are those in which other readers were measured for this project, so that
recall can stand beside theirs.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.reading.quotes import Quotation
from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import inflect, rows

VERBAL, NOMINAL = ("VB", "MD"), ("NN", "JJ")
DENIALS = "deny dispute reject refute doubt rebut disavow contradict refuse decline dismiss disagree"
MINDS = (
    "want hope plan intend believe think expect feel know fear seek try wish decide aim prefer worry see consider agree "
    "like need vow promise pledge"
)
NEGATIONS = frozenset("not n't never no neither nor cannot".split())
UNNAMED = frozenset(
    "source sources official officials aide aides people critic critics expert experts some many others voters analyst "
    "analysts observers a an".split()
)


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked attribution as words of a text; `spans` is in how many pieces its content stands."""

    syntax: Syntax
    quotations: Sequence[Quotation]
    source: Sequence[int]
    cue: Sequence[int]
    content: Sequence[int]
    spans: int = 1

    def lower(self, words: Sequence[int]) -> list[str]:
        return [self.syntax.lower[w] for w in words]

    def tagged(self, words: Sequence[int], tags: tuple[str, ...]) -> bool:
        return any(self.syntax.tags[w].startswith(tags) for w in words)

    def sentences(self, words: Sequence[int]) -> set[int]:
        return {self.syntax.sentence_of[w] for w in words}

    def line(self, word: int) -> int:
        return self.syntax.text.count("\n", 0, self.syntax.starts[word])


def _forms(lemmas: str) -> frozenset[str]:
    irregular = {r["lemma"]: (r["past"], r["participle"]) for r in rows("irregular.tsv")}
    return frozenset(form for lemma in lemmas.split() for form in inflect(lemma, *irregular.get(lemma, ())))


def _has_form(lemmas: str) -> Callable[[Marked], bool]:
    forms = _forms(lemmas)
    return lambda m: any(w in forms for w in m.lower(m.cue))


def _negated(m: Marked) -> bool:
    return any(w in NEGATIONS for w in m.lower(m.cue)) or any(m.syntax.deps[w] == "neg" for w in m.cue)


def _unnamed(m: Marked) -> bool:
    words = set(m.lower(m.source))
    return bool(
        m.source
        and not m.tagged(m.source, ("NNP",))
        and (words & UNNAMED or any(w.startswith("spokes") for w in words))
    )


def _passive(m: Marked) -> bool:
    return any(m.syntax.deps[c] == "auxpass" for w in m.cue for c in (w, *m.syntax.children[w]))


def _paragraphs(m: Marked) -> bool:
    """A quotation that runs over paragraphs: its content stands in two lines or more, inside of marks."""
    lines = {m.line(w) for w in m.content}
    quoted = [q for q in m.quotations if any(q.start <= m.syntax.starts[w] < q.end for w in m.content)]
    return len(lines) > 1 and len(quoted) > 1


_denial, _mind = _has_form(DENIALS), _has_form(MINDS)

# In the order in which they are shown; "plain said" is what none of the others holds.
CLASSES: Mapping[str, Callable[[Marked], bool]] = {
    "according to": lambda m: "according to" in " ".join(m.lower(m.cue)),
    "nominal cue": lambda m: not m.tagged(m.cue, VERBAL) and m.tagged(m.cue, NOMINAL),
    "punctuation or other cue": lambda m: not m.tagged(m.cue, VERBAL) and not m.tagged(m.cue, NOMINAL),
    "headline": lambda m: any(m.line(words[0]) == 0 for words in (m.cue, m.content) if words),
    "denial or negated cue": lambda m: _denial(m) or _negated(m),
    "passive cue": _passive,
    "intention or belief": _mind,
    "no source": lambda m: not m.source,
    "unnamed source": _unnamed,
    "cue of three or more words": lambda m: sum(w.isalnum() for w in m.lower(m.cue)) > 2,
    "verbless content": lambda m: bool(m.content) and not m.tagged(m.content, VERBAL),
    "content over two or more sentences": lambda m: len(m.sentences(m.content)) > 1,
    "content outside the cue's sentence": lambda m: bool(m.content) and not m.sentences(m.content) & m.sentences(m.cue),
    "interrupted content": lambda m: m.spans > 1,
    "quotation over paragraphs": _paragraphs,
}
# Recall of the best other reader in each class, as given with the development data.
PEER = {
    "plain said": 90, "according to": 84, "nominal cue": 3, "punctuation or other cue": 2, "headline": 32,
    "denial or negated cue": 35, "passive cue": 3, "intention or belief": 29, "no source": 6, "unnamed source": 37,
    "cue of three or more words": 29, "verbless content": 23, "content over two or more sentences": 58,
    "content outside the cue's sentence": 15,
}  # fmt: skip


def classes_of(m: Marked) -> list[str]:
    """The classes of an attribution."""
    found = [name for name, holds in CLASSES.items() if m.cue and holds(m)]
    plain = not found and {"said", "says", "say"} & set(m.lower(m.cue))
    return ["plain said"] if plain else found
