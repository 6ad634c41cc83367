"""What the steps of this package hand to one another: a cue with its frame, and a link of source, cue and content."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.reading.vocabulary import Stance

Words = tuple[int, ...]
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution before its names, acts and nesting are read.

    `head` is the word that carries the cue; `cue`, `source` and `hearer` are word numbers, `content` is code points.
    `within` is the head of the link that this one is nested in where its place does not show it ("citing …").
    `content` is empty for a refusal to speak. `frame` says how the content stands to the cue, `lemma` which lexicon entry it is.
    `leanings` are what the network thinks of act, polarity and certainty: for each label its weight beside the lexicon's
    one vote. `score` is how sure the reader is that the link is one.
    """

    head: int
    lemma: str
    frame: str
    stance: Stance
    cue: Words
    source: Words | None
    content: Spans
    hearer: Words | None = None
    within: int | None = None
    leanings: Mapping[str, Mapping[str, float]] | None = None
    score: float = 1.0
