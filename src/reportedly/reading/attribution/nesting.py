"""Which attribution stands in whose content."""

from collections.abc import Sequence

from reportedly.reading.attribution.links import Link, Spans
from reportedly.reading.attribution.spans import Overlaps, hull, inside, length, word_spans
from reportedly.reading.syntax import Syntax

# Two contents that share this much (Dice) are one and the same.
SAME = 0.8


def parents(syntax: Syntax, links: Sequence[Link]) -> list[int | None]:
    """For each link the number of the one in whose content it stands: the smallest content that holds its cue.

    Who is cited for a content ("Reuters reported, citing officials, that …") stands within the report of it.
    """
    cues = [word_spans(syntax, link.cue) for link in links]
    contents = Overlaps([hull(link.content) for link in links])
    number = {link.head: n for n, link in enumerate(links)}
    out: list[int | None] = []
    for n, link in enumerate(links):
        if link.within in number:
            out.append(number[link.within])
            continue
        around = [
            m
            for m in contents.of(*hull(cues[n]))
            if m != n and inside(cues[n], links[m].content) and not inside(cues[m], link.content)
        ]
        out.append(min(around, key=lambda m: (length(links[m].content), m)) if around else _citing(syntax, links, n))
    return _without_circles(out)


def _citing(syntax: Syntax, links: Sequence[Link], n: int) -> int | None:
    """The link whose content a participle that hangs on its cue gives a further source for."""
    link = links[n]
    if syntax.tags[link.head] != "VBG" or not link.content:
        return None
    above = set(syntax.ancestors(link.head))
    same = [
        m
        for m, other in enumerate(links)
        if m != n and other.head in above and _shared(link.content, other.content) >= SAME
    ]
    return same[-1] if same else None


def _shared(a: Spans, b: Spans) -> float:
    """Dice of two contents by characters."""
    both = sum(max(min(e, f) - max(s, t), 0) for s, e in a for t, f in b)
    return 2 * both / max(length(a) + length(b), 1)


def _without_circles(above: list[int | None]) -> list[int | None]:
    """The parents less those whose own line leads back: no attribution stands within itself."""
    for n in range(len(above)):
        seen, m = {n}, above[n]
        while m is not None and m not in seen:
            seen.add(m)
            m = above[m]
        if m == n:
            above[n] = None
    return above
