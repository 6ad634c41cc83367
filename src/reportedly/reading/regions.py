"""Links kept to the report's own words: none from a byline or a share bar, no content beyond its story's text."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile

from reportedly.model import Region, RegionKind
from reportedly.reading.attribution.links import Link
from reportedly.reading.attribution.spans import trimmed
from reportedly.reading.syntax import Syntax

READ = frozenset({RegionKind.HEADLINE, RegionKind.BODY})


def clipped(links: Sequence[Link], syntax: Syntax, regions: Sequence[Region]) -> list[Link]:
    """The links whose cue stands in a headline or body, their contents cut to the headlines and bodies of its story."""
    stretches: dict[tuple[int, RegionKind], list[tuple[int, int]]] = {}
    for r in regions:
        stretches.setdefault((r.story, r.kind), []).append((r.start, r.end))
    out = []
    for link in links:
        home = _region_at(syntax.starts[link.head], regions)
        if home is None or home.kind not in READ:
            continue
        pieces = [_cut(span, stretches[home.story, home.kind], syntax.text) for span in link.content]
        content = tuple(p for piece in pieces for p in piece)
        if content or not link.content:
            out.append(replace(link, content=content))
    return out


def _region_at(offset: int, regions: Sequence[Region]) -> Region | None:
    n = bisect_right(regions, offset, key=lambda r: r.start) - 1
    return regions[n] if n >= 0 and offset < regions[n].end else None


def _cut(span: tuple[int, int], allowed: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The parts of a span inside the allowed stretches; those that only a line end parts stay one."""
    start, end = span
    first = max(bisect_right(allowed, (start, len(text))) - 1, 0)
    parts = [
        (max(start, a), min(end, b))
        for a, b in takewhile(lambda s: s[0] < end, islice(allowed, first, None))
        if start < b
    ]
    joined: list[tuple[int, int]] = []
    for a, b in parts:
        if joined and not text[joined[-1][1] : a].strip():
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return [t for a, b in joined if (t := trimmed(text, a, b))]
