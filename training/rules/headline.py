"""Attributions that only headlines have: "Poll: most want …" by punctuation, "Nine dead, hospital says" without a verb."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reportedly.reading.attribution.links import Link
from reportedly.reading.attribution.spans import trimmed
from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import Lexicon, Stance, word_list

COLON = re.compile(r"[^:\n]{2,60}(:)\s+\S")
TAG = re.compile(r",\s+(?P<source>[^,:;\n]{2,50}?)\s+(?P<cue>[a-z]+)\s*[.!]?$", re.IGNORECASE)
LONGEST_SOURCE = 6
# "…, jury told", "…, court hears": those are told, not speaking.
HEARING = frozenset({"tell", "hear"})
ASSERTED = Stance("state", "positive", "certain")


def headline_links(syntax: Syntax, headlines: Sequence[tuple[int, int]], lexicon: Lexicon) -> Iterator[Link]:
    """Links of "Source: content" and "content, source says" in the given headline spans (code points)."""
    for start, end in headlines:
        link = _by_colon(syntax, start, end) or _by_tag(syntax, start, end, lexicon)
        if link:
            yield link


def _by_colon(syntax: Syntax, start: int, end: int) -> Link | None:
    match = COLON.match(syntax.text, start, end)
    if not match:
        return None
    colon = match.start(1)
    words = _words(syntax, start, colon)
    cue = words.stop if words.stop < len(syntax) and syntax.starts[words.stop] == colon else None
    content = trimmed(syntax.text, colon + 1, end)
    if cue is None or content is None or not _is_source(syntax, words):
        return None
    return Link(cue, ":", "quote", ASSERTED, (cue,), tuple(words), (content,))


def _by_tag(syntax: Syntax, start: int, end: int, lexicon: Lexicon) -> Link | None:
    match = TAG.search(syntax.text, start, end)
    lemma = lexicon.verb(match["cue"].lower()) if match else None
    stance = lexicon.verb_stance(lemma, "clause") if lemma else None
    if match is None or lemma is None or stance is None or lemma in HEARING:
        return None
    source, cue = _words(syntax, *match.span("source")), _words(syntax, *match.span("cue"))
    content = trimmed(syntax.text, start, match.start())
    if not source or not cue or content is None or len(source) > LONGEST_SOURCE:
        return None
    return Link(cue[0], lemma, "clause", stance, tuple(cue), tuple(source), (content,))


def _words(syntax: Syntax, start: int, end: int) -> range:
    return range(bisect_left(syntax.starts, start), bisect_left(syntax.starts, end))


def _is_source(syntax: Syntax, words: Sequence[int]) -> bool:
    """Whether the words before a colon can speak: a name of a person or body, or a word such as "poll", "minister"."""
    if not words or len(words) > LONGEST_SOURCE or any(syntax.tags[w].startswith(("V", "M")) for w in words):
        return False
    names = {n.label for w in words if (n := syntax.name_at[w])}
    return bool(names & {"PERSON", "ORG"}) or syntax.lower[words[-1]] in word_list("speakers.txt")
