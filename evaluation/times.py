"""Times on TimeBank and AQUAINT, as TempEval-3 scored them: every fifth document by name; the rest is what rules were written on."""

import hashlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.data import TIMES
from reportedly import Time
from reportedly.reading.syntax import Parser
from reportedly.reading.times.reader import day_of, read_times

NAME = "TempEval-3"
EVERY, FIRST = 5, 4
# HeidelTime's figures on TempEval-3's own test documents, as published; not measured here.
PEER = {"relaxed": 90.3, "strict": 81.3, "value": 77.6}
TAG = re.compile(r"(<[^>]+>)")


@dataclass(frozen=True, slots=True)
class Marked:
    """One document: its text, day of creation, and (start, end, TIMEX3 value) of what is marked."""

    name: str
    text: str
    created: str
    marks: tuple[tuple[int, int, str], ...]


@dataclass(slots=True)
class TimeFigures:
    """Counts over documents; F1 from 0 to 1."""

    marked: int = 0
    read: int = 0
    met: int = 0
    exact: int = 0
    valued: int = 0

    def f1(self) -> dict[str, float]:
        """F1 of overlapping spans, of equal spans, and of equal values on overlapping ones."""
        total = max(self.marked + self.read, 1)
        hits = {"relaxed": self.met, "strict": self.exact, "value": self.valued}
        return {name: 2 * n / total for name, n in hits.items()}

    def add(self, marks: tuple[tuple[int, int, str], ...], times: list[Time]) -> None:
        """Counts one document: each mark meets the time that shares most characters with it, if any does."""
        self.marked += len(marks)
        self.read += len(times)
        free = list(times)
        for start, end, value in marks:
            shared = [(min(t.span.end, end) - max(t.span.start, start), -n) for n, t in enumerate(free)]
            most, n = max(shared, default=(0, 0))
            if most <= 0:
                continue
            found = free.pop(-n)
            self.met += 1
            self.exact += (found.span.start, found.span.end) == (start, end)
            self.valued += found.timex == value


def documents(*, reported: bool) -> Iterator[Marked]:
    """The documents to report on, or those to write rules on; creation times are left out."""
    paths = sorted(TIMES.glob("*/*.tml"), key=lambda p: p.name)
    return (_document(path) for n, path in enumerate(paths) if (n % EVERY == FIRST) is reported)


def _document(path: Path) -> Marked:
    raw = path.read_text(encoding="utf-8")
    created = re.search(r'<DCT>.*?value="([^"]*)"', raw, re.DOTALL)
    body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.DOTALL)
    text, marks, open_ = "", [], None
    for piece in TAG.split(body[1] if body else ""):
        if piece.startswith("<TIMEX3"):
            value = re.search(r'value="([^"]*)"', piece)
            open_ = (len(text), value[1] if value else "")
        elif piece.startswith("</TIMEX3") and open_:
            marks.append((open_[0], len(text), open_[1]))
        elif not piece.startswith("<"):
            text += html.unescape(piece)
    return Marked(path.stem, text, created[1] if created else "", tuple(marks))


def digest() -> str:
    """SHA-256 over names and bytes of all documents."""
    found = hashlib.sha256()
    for path in sorted(TIMES.glob("*/*.tml")):
        found.update(path.name.encode() + b"\n" + path.read_bytes())
    return found.hexdigest()


def measured(parser: Parser, *, reported: bool = True) -> TimeFigures:
    """Reads all documents and counts."""
    figures = TimeFigures()
    for one in documents(reported=reported):
        figures.add(one.marks, list(read_times(parser.parse(one.text), day_of(one.created))))
    return figures
