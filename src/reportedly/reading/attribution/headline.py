"""Attributions of headlines whose cue is punctuation: "Poll: most want …", "Minister: no deal was signed"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reportedly.reading.attribution.links import Link
from reportedly.reading.attribution.spans import trimmed
from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import Stance, word_list

COLON = re.compile(r"[^:\n]{2,60}(:)\s+\S")
LONGEST_SOURCE = 6
ASSERTED = Stance("state", "positive", "certain")


def headline_links(syntax: Syntax, headlines: Sequence[tuple[int, int]]) -> Iterator[Link]:
    """Links of "Source: content" in the given headline spans (code points)."""
    for start, end in headlines:
        match = COLON.match(syntax.text, start, end)
        if not match:
            continue
        colon = match.start(1)
        words = range(bisect_left(syntax.starts, start), bisect_left(syntax.starts, colon))
        cue = words.stop if words.stop < len(syntax) and syntax.starts[words.stop] == colon else None
        content = trimmed(syntax.text, colon + 1, end)
        if cue is not None and content and _is_source(syntax, words):
            yield Link(cue, ":", "quote", ASSERTED, (cue,), tuple(words), (content,))


def _is_source(syntax: Syntax, words: Sequence[int]) -> bool:
    """Whether the words before a colon can speak: a name of a person or body, or a word such as "poll", "minister"."""
    if not words or len(words) > LONGEST_SOURCE or any(syntax.tags[w].startswith(("V", "M")) for w in words):
        return False
    names = {n.label for w in words if (n := syntax.name_at[w])}
    return bool(names & {"PERSON", "ORG"}) or syntax.lower[words[-1]] in word_list("speakers.txt")
