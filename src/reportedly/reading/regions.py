"""Links kept to the report's own words: none from a byline or a share bar, no content beyond its story's text."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.model import Region, RegionKind
from reportedly.reading.attribution.links import Link
from reportedly.reading.attribution.spans import trimmed
from reportedly.reading.syntax import Syntax

READ = frozenset({RegionKind.HEADLINE, RegionKind.BODY})


def clipped(links: Sequence[Link], syntax: Syntax, regions: Sequence[Region]) -> list[Link]:
    """The links whose cue stands in a headline or body, their contents cut to the headlines and bodies of its story."""
    out = []
    for link in links:
        home = _region_at(syntax.starts[link.head], regions)
        if home is None or home.kind not in READ:
            continue
        allowed = [(r.start, r.end) for r in regions if r.story == home.story and r.kind is home.kind]
        pieces = [_cut(span, allowed, syntax.text) for span in link.content]
        content = tuple(p for piece in pieces for p in piece)
        if content:
            out.append(replace(link, content=content))
    return out


def _region_at(offset: int, regions: Sequence[Region]) -> Region | None:
    return next((r for r in regions if r.start <= offset < r.end), None)


def _cut(span: tuple[int, int], allowed: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The parts of a span inside the allowed stretches; those that only a line end parts stay one."""
    start, end = span
    parts = [(max(start, a), min(end, b)) for a, b in allowed if a < end and start < b]
    joined: list[tuple[int, int]] = []
    for a, b in parts:
        if joined and not text[joined[-1][1] : a].strip():
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return [t for a, b in joined if (t := trimmed(text, a, b))]
