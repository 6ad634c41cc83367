"""One tolerant pass over a page's source: what its head says of it, and where each visible character stands.

It never recurses, so nesting of any depth is read; it builds no tree.
"""

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

HIDDEN = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "select", "textarea", "object"})
ASIDE = frozenset({"nav", "footer", "aside", "form", "button", "menu"})
BLOCKS = frozenset(
    "p div section article header main h1 h2 h3 h4 h5 h6 li ul ol table tr td th blockquote pre br hr figure figcaption "
    "dl dt dd address body html".split()
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass(slots=True)
class Piece:
    """Visible characters that stand one to one in the page's source from `start` on, or one entity of `width`."""

    text: str
    start: int
    width: int
    block: int
    aside: bool


@dataclass(slots=True)
class Scan:
    """What one pass found: meta elements by name, JSON-LD objects, the title, links, the visible text in pieces."""

    meta: dict[str, str] = field(default_factory=dict)
    linked: list[dict[str, Any]] = field(default_factory=list)
    title: str = ""
    canonical: str | None = None
    language: str | None = None
    times: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def paragraphs(self) -> list[str]:
        """The visible text outside navigation, one string a block, white space folded."""
        blocks: dict[int, list[str]] = {}
        for piece in self.pieces:
            if not piece.aside:
                blocks.setdefault(piece.block, []).append(piece.text)
        folded = (" ".join("".join(parts).split()) for parts in blocks.values())
        return [text for text in folded if text]


class _Scanner(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.scan = Scan()
        self._source = source
        self._lines = [0, *(m.end() for m in re.finditer("\n", source))]
        self._hidden = self._aside = self._block = 0
        self._in_head = self._in_title = False
        self._json: list[str] | None = None

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in BLOCKS:
            self._block += 1
            self._in_head = False  # the end tag of a head may be left out; what is shown ends it
        if tag == "head":
            self._in_head = True
        elif tag == "meta":
            self._meta(given)
        elif tag == "link" and "canonical" in given.get("rel", ""):
            self.scan.canonical = given.get("href") or None
        elif tag == "html":
            self.scan.language = given.get("lang") or None
        elif tag == "time" and given.get("datetime"):
            self.scan.times.append(given["datetime"])
        elif tag == "title":
            self._in_title = not self.scan.title
        elif tag == "script" and "ld+json" in given.get("type", ""):
            self._json = []
        if tag in HIDDEN:
            self._hidden += 1
        elif tag in ASIDE:
            self._aside += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._block += 1
        if tag == "title":
            self._in_title = False
        if tag == "script" and self._json is not None:
            self.scan.linked.extend(_objects("".join(self._json)))
            self._json = None
        if tag in HIDDEN:
            self._hidden = max(self._hidden - 1, 0)
        elif tag in ASIDE:
            self._aside = max(self._aside - 1, 0)
        if tag in {"head", "body"}:
            self._hidden = 0
            self._in_head = False

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def _meta(self, given: dict[str, str]) -> None:
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        if name and given.get("content", "").strip():
            self.scan.meta.setdefault(name, html.unescape(given["content"]).strip())

    def handle_data(self, data: str) -> None:
        if self._json is not None:
            self._json.append(data)
        elif self._in_title:
            self.scan.title += data
        else:
            self._piece(data, self._offset(), 1)

    def handle_entityref(self, name: str) -> None:
        self._reference(len(name) + 1)

    def handle_charref(self, name: str) -> None:
        self._reference(len(name) + 2)

    def _reference(self, width: int) -> None:
        """An entity as it is written, with or without its semicolon; "&T" of "AT&T" is none, and stays two characters."""
        offset = self._offset()
        width += self._source[offset + width : offset + width + 1] == ";"
        written = self._source[offset : offset + width]
        text = html.unescape(written)
        if self._in_title:
            self.scan.title += text
        else:
            self._piece(text, offset, 1 if text == written else width)

    def _piece(self, text: str, start: int, width: int) -> None:
        if not (self._hidden or self._in_head):
            self.scan.pieces.append(Piece(text, start, width, self._block, self._aside > 0))


def scan_page(source: str) -> Scan:
    """Reads a page's source once; damaged markup is read as far as it goes."""
    scanner = _Scanner(source)
    scanner.feed(source)
    scanner.close()
    scanner.scan.title = " ".join(scanner.scan.title.split())
    return scanner.scan


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script, those of its lists and of "@graph" among them; broken JSON gives none."""
    try:
        found = deque([json.loads(text)])
    except (ValueError, RecursionError):
        return
    while found:
        value = found.popleft()
        if isinstance(value, dict):
            yield value
            value = value.get("@graph")
        if isinstance(value, list):
            found.extendleft(reversed(value))
