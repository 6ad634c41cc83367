"""An HTML page to a report's text: the article by trafilatura, facts from its head, places in its source."""

import logging
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import trafilatura

from reportedly.intake.decode import decode, joined
from reportedly.intake.facts import Facts, tell_linked, tell_meta
from reportedly.intake.scan import VOID, Piece, Scan, scan_page
from reportedly.model import Abstention, Run, SourceMap

SNIFF_BYTES = 2_048
# Possessive, so that a row of comments is not cut up in every possible way.
LOOKS_LIKE_PAGE = re.compile(
    rb"\s*+(?:(?><!--.*?-->|<\?xml[^>]*>)\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
BOM_OR_NUL = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)|\x00")
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?\s*([\w-]+)", re.IGNORECASE)
# Below this many characters an "article" is a crumb, and the page's whole visible text says more.
SHORTEST_ARTICLE = 120
TAG_DEPTH = 200
TAG = re.compile(r"<(/?)([a-z][\w:-]*)[^<>]*?(/?)>", re.IGNORECASE)
# Elements that have no end tag or may leave it out nest nothing by themselves.
NOT_NESTING = VOID | frozenset("html head body p li dt dd tr td th thead tbody tfoot colgroup option rp rt".split())


@dataclass(frozen=True, slots=True)
class Page:
    """A page's text, its facts, the map to its bytes. `text` is empty where the page has none."""

    text: str
    facts: Facts
    encoding: str
    source_map: SourceMap
    abstained: tuple[Abstention, ...]
    language: str | None = None


def is_page(data: bytes, name: str) -> bool:
    """Whether a file is HTML, by its ending or its first bytes."""
    if name.lower().endswith((".html", ".htm", ".xhtml")):
        return True
    return bool(LOOKS_LIKE_PAGE.match(BOM_OR_NUL.sub(b"", data[:SNIFF_BYTES])))  # UTF-16 has a NUL beside each letter


def read_page(data: bytes) -> Page:
    """Reads a page; nesting of any depth is survived, with an abstention that says what was done."""
    declared = CHARSET.search(data[:SNIFF_BYTES])
    decoded = decode(data, declared[1].decode("ascii") if declared else None)
    scan = scan_page(decoded.text)
    facts = page_facts(scan)
    body, notes = _article(decoded.text, scan)
    text = _with_headline(body, facts["headline"])
    runs = joined(_placed(text, scan.pieces, decoded.source_map))
    return Page(text, facts, decoded.encoding, SourceMap(runs), (*decoded.abstained, *notes), scan.language)


def page_facts(scan: Scan) -> Facts:
    """What a page's head says of it."""
    facts = Facts()
    tell_linked(facts, scan.linked)
    tell_meta(facts, scan.meta)
    facts.tell("url", scan.canonical, "meta")
    facts.tell("headline", scan.title, "page")
    if scan.times:
        facts.tell("published", scan.times[0], "page")
    return facts


def _article(source: str, scan: Scan) -> tuple[str, tuple[Abstention, ...]]:
    """The article's paragraphs, one a line; all visible text where the extractor finds none."""
    found = "" if _too_deep(source) else _extracted(source)
    if len(found) >= SHORTEST_ARTICLE:
        return found, ()
    whole = "\n".join(scan.paragraphs())
    if len(whole) <= len(found):
        return found, ()
    why = "its elements are nested too deeply" if _too_deep(source) else "no article was recognised"
    return whole, (Abstention("article", f"{why}; all visible text of the page was taken"),)


def _extracted(source: str) -> str:
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.extract(source, output_format="txt", include_comments=False, include_tables=False)
    return "\n".join(line.strip() for line in (found or "").splitlines() if line.strip())


def _too_deep(source: str) -> bool:
    """Whether elements nest deeper than the extractor's parser follows (it then gives nothing, in silence)."""
    depth = deepest = 0
    for match in TAG.finditer(source):
        if match[3] or match[2].lower() in NOT_NESTING:
            continue
        depth = max(depth - 1, 0) if match[1] else depth + 1
        deepest = max(deepest, depth)
        if deepest > TAG_DEPTH:
            return True
    return False


def _with_headline(body: str, headline: str | None) -> str:
    """The body with its headline as the first line, once."""
    lines = body.split("\n")
    if not headline or not body:
        return body
    known = _letters(headline)
    for n, line in enumerate(lines[:3]):
        if _letters(line) and (_letters(line) == known or (known.startswith(_letters(line)) and len(line) > 20)):
            return "\n".join([lines[n], *lines[:n], *lines[n + 1 :]])
    return "\n".join([headline, *lines])


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


# ---- places in the source


def _placed(text: str, pieces: Sequence[Piece], source: SourceMap) -> Iterator[Run]:
    """Runs of the text that stand in the page, paragraph by paragraph, white space aside."""
    visible, offsets, widths = _stream(pieces)
    starts = [run.text_start for run in source.runs]
    cursor = 0
    for match in re.finditer(r"[^\n]+", text):
        squeezed = [(i, c) for i, c in enumerate(match[0]) if not c.isspace()]
        at = _found(visible, squeezed, cursor)
        if at < 0 and match[0].startswith("- "):  # the extractor's mark of a list's item
            del squeezed[0]
            at = _found(visible, squeezed, cursor)
        if at < 0:
            continue
        for k, (i, _) in enumerate(squeezed):
            first = offsets[at + k]
            start, _ = _bytes_at(source, starts, first)
            _, end = _bytes_at(source, starts, first + widths[at + k] - 1)
            yield Run(match.start() + i, start, 1, end - start)
        cursor = at + len(squeezed)


def _found(visible: str, squeezed: Sequence[tuple[int, str]], cursor: int) -> int:
    """Where a paragraph stands among the visible characters: after the last one, else anywhere; -1 if nowhere."""
    paragraph = "".join(c for _, c in squeezed)
    at = visible.find(paragraph, cursor)
    return at if at >= 0 else visible.find(paragraph)


def _bytes_at(source: SourceMap, starts: Sequence[int], offset: int) -> tuple[int, int]:
    """The bytes of one character of a source that is mapped throughout; `starts` are its runs' first characters."""
    run = source.runs[bisect_right(starts, offset) - 1]
    start = run.byte_start + (offset - run.text_start) * run.width
    return start, start + run.width


def _stream(pieces: Sequence[Piece]) -> tuple[str, list[int], list[int]]:
    """The visible characters without white space, the offset of each in the source and how wide it is written there."""
    characters: list[str] = []
    offsets: list[int] = []
    widths: list[int] = []
    for piece in pieces:
        for i, c in enumerate(piece.text):
            if not c.isspace():
                characters.append(c)
                offsets.append(piece.start + (i if piece.width == 1 else 0))
                widths.append(piece.width)
    return "".join(characters), offsets, widths
