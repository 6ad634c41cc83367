"""Quotation marks: which stretches of a text stand in them.

Straight, curly and mixed pairs, marks that are never closed, quotations that run over paragraphs (each paragraph opens
anew, only the last one closes), single marks apart from apostrophes. Whatever the marks, every quotation found lies
inside one paragraph; those that go on from the paragraph before say so.
"""

import re
from dataclasses import dataclass

# Marks by what they can do; a straight mark and a stray curly one can do both.
OPENING, CLOSING = frozenset("“„«"), frozenset("”»")
DOUBLE = OPENING | CLOSING | {'"', "‟"}
SINGLE_OPENING, SINGLE_CLOSING = frozenset("‘'"), frozenset("’'")
MARKS = DOUBLE | SINGLE_OPENING | SINGLE_CLOSING
# A single-quoted stretch longer than this is more likely two apostrophes.
LONGEST_SINGLE = 400
PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch: `start` at the opening mark, `end` behind the closing one, [inner_start, inner_end) between.

    `closed` is False where the paragraph ended first; `continues` is True where the paragraph before did so and this
    one opens anew: both are one quotation. `single` tells the kind of mark.
    """

    start: int
    end: int
    closed: bool
    continues: bool = False
    single: bool = False

    @property
    def inner_start(self) -> int:
        return self.start + 1

    @property
    def inner_end(self) -> int:
        return self.end - 1 if self.closed else self.end


def find_quotations(text: str) -> list[Quotation]:
    """All quotations in text order. Double marks are found first; single marks count outside of them."""
    found: list[Quotation] = []
    left_open = False
    for paragraph in PARAGRAPH.finditer(text):
        inside = _doubles(text, *paragraph.span(), left_open)
        left_open = bool(inside) and not inside[-1].closed
        found.extend(inside)
        found.extend(_singles(text, *paragraph.span(), inside))
    return sorted(found, key=lambda q: (q.start, -q.end))


def _doubles(text: str, start: int, end: int, left_open: bool) -> list[Quotation]:
    """Double-quoted stretches of one paragraph; `left_open` if the one before ended inside a quotation."""
    marks = [i for i in range(start, end) if text[i] in DOUBLE]
    first = text[start:end].lstrip()[:1]
    goes_on = left_open and first in DOUBLE
    out: list[Quotation] = []
    opened: int | None = None
    for n, i in enumerate(marks):
        if opened is None:
            if _may_open(text, i, start, end):
                opened = i
        elif text[i] in OPENING or (_opens_only(text, i, start, end) and n + 1 < len(marks) and _balanced(marks, n)):
            # A second opening mark: the first was never closed, or the text nests the same mark. Keep the outer one.
            continue
        else:
            out.append(Quotation(opened, i + 1, True, goes_on and not out))
            opened = None
    if opened is not None:
        out.append(Quotation(opened, end, False, goes_on and not out))
    return out


def _may_open(text: str, i: int, start: int, end: int) -> bool:
    """Whether the mark at `i` can begin a quotation: not an inch sign, not a closing mark left over."""
    before = text[i - 1] if i > start else " "
    after = text[i + 1] if i + 1 < end else " "
    if text[i] in OPENING:
        return True
    if before.isdigit() and not after.isalnum():
        return False
    return not (text[i] in CLOSING and before.isalnum()) and (i + 1 < end)


def _opens_only(text: str, i: int, start: int, end: int) -> bool:
    before = text[i - 1] if i > start else " "
    after = text[i + 1] if i + 1 < end else " "
    return text[i] == '"' and before.isspace() and after.isalnum() and text[i - 2 : i - 1].isalnum()


def _balanced(marks: list[int], n: int) -> bool:
    """Whether an even number of marks follows mark `n`: then taking it as a nested opening leaves the rest paired."""
    return (len(marks) - n - 1) % 2 == 0


def _singles(text: str, start: int, end: int, doubles: list[Quotation]) -> list[Quotation]:
    """Single-quoted stretches outside double ones (inside them a single pair is a quotation of a quotation: left)."""
    out: list[Quotation] = []
    edges = [start, *(edge for q in doubles for edge in (q.start, q.end)), end]
    for gap_start, gap_end in zip(edges[::2], edges[1::2], strict=True):
        i = gap_start
        while i < gap_end:
            if text[i] in SINGLE_OPENING and _single_opens(text, i, start, end):
                close = _single_close(text, i, min(gap_end, i + LONGEST_SINGLE))
                if close is not None:
                    out.append(Quotation(i, close + 1, True, single=True))
                    i = close
            i += 1
    return out


def _single_opens(text: str, i: int, start: int, end: int) -> bool:
    before = text[i - 1] if i > start else " "
    after = text[i + 1] if i + 1 < end else " "
    return (before.isspace() or before in "([—–-:") and (
        after.isalpha() or after in "[…" or (after.isdigit() and text[i] == "‘")
    )


def _single_close(text: str, opened: int, limit: int) -> int | None:
    """The closing mark: the first after punctuation, else the first at a word's end that is no plural's apostrophe."""
    ends = [
        i
        for i in range(opened + 2, limit)
        if text[i] in SINGLE_CLOSING and not text[i + 1 : i + 2].isalnum() and not text[i - 1].isspace()
    ]
    after_stop = next((i for i in ends if text[i - 1] in ".,!?…"), None)
    plain = next((i for i in ends if text[i - 1] != "s" or i == ends[-1]), None)
    if after_stop is not None and (plain is None or plain > after_stop):
        return after_stop
    return plain
