"""From words to spans: runs of words, edges without punctuation, gaps where cue and source interrupt a content."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate

from reportedly.reading.attribution.links import Spans
from reportedly.reading.quotes import MARKS
from reportedly.reading.syntax import Syntax

EDGE = MARKS | frozenset(".,;:-–—…`'")
OPEN_BRACKETS, CLOSE_BRACKETS = frozenset("(["), frozenset(")]")


def runs(words: Iterable[int]) -> list[tuple[int, int]]:
    """Sorted word numbers as (first, last) of each unbroken run."""
    out: list[tuple[int, int]] = []
    for w in sorted(set(words)):
        if out and w == out[-1][1] + 1:
            out[-1] = (out[-1][0], w)
        else:
            out.append((w, w))
    return out


def word_spans(syntax: Syntax, words: Iterable[int]) -> Spans:
    """Words as spans of code points, one a run, edges as they stand."""
    return tuple((syntax.starts[a], syntax.ends[b]) for a, b in runs(words))


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without white space, punctuation and quotation marks at its edges; None where nothing is left.

    A bracket, full stop of an abbreviation ("U.S.") or apostrophe that belongs to the last word stays.
    """
    while start < end and (text[start].isspace() or _loose(text, start, start, end)):
        start += 1
    while end > start and (text[end - 1].isspace() or _loose(text, end - 1, start, end)):
        end -= 1
    return (start, end) if start < end else None


def _loose(text: str, i: int, start: int, end: int) -> bool:
    """Whether the character at one edge of [start, end) is punctuation that does not belong to the word beside it."""
    ch = text[i]
    if ch in CLOSE_BRACKETS:
        return i == start or not any(c in OPEN_BRACKETS for c in text[start:i])
    if ch in OPEN_BRACKETS:
        return i == end - 1 or not any(c in CLOSE_BRACKETS for c in text[i:end])
    if ch == "." and i == end - 1:
        return not _abbreviation(text[start:end])
    if ch == "-" and i == start:
        return not text[i + 1 : i + 2].isdigit()
    return ch in EDGE


def _abbreviation(stretch: str) -> bool:
    """Whether the last word needs its full stop: "U.S.", "a.m.", "J."."""
    words = stretch.split()
    last = words[-1].lstrip("(“\"'‘") if words else ""
    return last.count(".") > 1 and len(last.replace(".", "")) <= last.count(".")


def content_spans(syntax: Syntax, words: Collection[int], without: Collection[int] = ()) -> Spans:
    """A content's words as trimmed spans; it is one span but for the words in `without` that interrupt it.

    Punctuation between the words of one run belongs to it; so do words inside that the parser put elsewhere.
    """
    kept = sorted(set(words) - set(without))
    while kept and syntax.tags[kept[-1]] in {"CC", ","}:
        kept.pop()
    if not kept:
        return ()
    breaks = sorted(w for w in set(without) if kept[0] < w < kept[-1])
    pieces: list[list[int]] = [[]]
    position = 0
    for w in kept:
        while position < len(breaks) and breaks[position] < w:
            position += 1
            if pieces[-1]:
                pieces.append([])
        pieces[-1].append(w)
    found = (trimmed(syntax.text, syntax.starts[p[0]], syntax.ends[p[-1]]) for p in pieces if p)
    return tuple(span for span in found if span)


def merged(spans: Iterable[tuple[int, int]], text: str) -> Spans:
    """Overlapping or touching spans (no word between them) made one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and (start <= out[-1][1] or not any(c.isalnum() for c in text[out[-1][1] : start])):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


class Overlaps:
    """Finds which of many stretches overlap a given one, without looking at all of them."""

    def __init__(self, stretches: Sequence[tuple[int, int]]) -> None:
        self._order = sorted(range(len(stretches)), key=lambda n: stretches[n])
        self._starts = [stretches[n][0] for n in self._order]
        self._ends = [stretches[n][1] for n in self._order]
        # The furthest end so far: once it lies before the stretch asked for, nothing earlier can overlap.
        self._furthest = list(accumulate(self._ends, max))

    def of(self, start: int, end: int) -> list[int]:
        """Numbers of the stretches that share at least one position with [start, end), in order."""
        found = []
        n = bisect_left(self._starts, end) - 1
        while n >= 0 and self._furthest[n] > start:
            if self._ends[n] > start:
                found.append(self._order[n])
            n -= 1
        return sorted(found)


def hull(spans: Spans) -> tuple[int, int]:
    """From the first start to the last end; (0, 0) for no spans."""
    return (spans[0][0], spans[-1][1]) if spans else (0, 0)


def inside(inner: Spans, outer: Spans) -> bool:
    """Whether every span of `inner` lies within one of `outer`."""
    return all(any(s <= a and b <= e for s, e in outer) for a, b in inner)


def length(spans: Spans) -> int:
    return sum(e - s for s, e in spans)
