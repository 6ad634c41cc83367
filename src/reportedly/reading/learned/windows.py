"""Windows of text for the encoder: whole sentences, as many as fit, each overlapping the next.

A text is cut by its own sentences alone, so that what is found in it does not depend on what is read beside it. Every word
belongs to exactly one window as its own; the words around are there to be looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.reading.syntax import Syntax

# Pieces of words in a window, the two at its edges not counted, and how many of them it shares with the next one.
LIMIT, OVERLAP = 320, 72
# A longer word is no word of a language; the encoder's vocabulary would call it unknown at this length anyway.
LONGEST_WORD = 100

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Window:
    """Words [first, last) to look at, of which [own_first, own_last) are this window's to read."""

    first: int
    last: int
    own_first: int
    own_last: int


class Pieces:
    """The word pieces of one text: `ids`, and for each word where its pieces begin (`at`, one entry more than words)."""

    def __init__(self, tokenizer: Tokenizer, words: Sequence[str]) -> None:
        encodings = tokenizer.encode_batch([w[:LONGEST_WORD] for w in words], add_special_tokens=False)
        # A word of which the encoder knows nothing at all (a lone control character) counts as one unknown piece.
        unknown = [tokenizer.token_to_id("[UNK]")]
        ids = [e.ids or unknown for e in encodings]
        self.ids: Ints = np.asarray([i for word in ids for i in word], dtype=np.int64)
        self.at: Ints = np.cumsum([0, *(len(word) for word in ids)])
        self._edges = [tokenizer.token_to_id("[CLS]")], [tokenizer.token_to_id("[SEP]")]

    def window(self, first: int, last: int) -> tuple[Ints, Ints, Ints]:
        """The encoder's input for the words [first, last), and for each word the places of its first and last piece."""
        start, end = self.at[first], self.at[last]
        ids = np.concatenate([self._edges[0], self.ids[start:end], self._edges[1]])
        return ids, self.at[first:last] - start + 1, self.at[first + 1 : last + 1] - start

    @cached_property
    def counts(self) -> Ints:
        return np.diff(self.at)


def cut(syntax: Syntax, pieces: Pieces, skip: int = 0) -> list[Window]:
    """The windows of a text. `skip` makes the first one shorter by so many sentences, to cut a text in another way."""
    units = _units(syntax, pieces)
    out: list[Window] = []
    first, own = 0, 0
    while own < len(units):
        last = _filled(units, pieces, first)
        if not out:
            last = max(last - skip, first + 1)
        if last == len(units):
            nxt, end = last, last
        else:
            nxt = _back(units, pieces, first, last)
            end = min(max((nxt + last + 1) // 2, own + 1), last)
        if end > own:
            out.append(Window(units[first][0], units[last - 1][1], units[own][0], units[end - 1][1]))
            own = end
        first = nxt
    return out


def _units(syntax: Syntax, pieces: Pieces) -> list[tuple[int, int]]:
    """Sentences as words [first, last), those that are too long for half a window in parts."""
    out: list[tuple[int, int]] = []
    for first, last in syntax.sentences:
        start = first
        for w in range(first, last):
            if pieces.at[w + 1] - pieces.at[start] > LIMIT // 2 and w > start:
                out.append((start, w))
                start = w
        if start < last:
            out.append((start, last))
    return out


def _filled(units: Sequence[tuple[int, int]], pieces: Pieces, first: int) -> int:
    """The end of the longest window that begins with unit `first`; it holds at least that one."""
    last = first + 1
    while last < len(units) and pieces.at[units[last][1]] - pieces.at[units[first][0]] <= LIMIT:
        last += 1
    return last


def _back(units: Sequence[tuple[int, int]], pieces: Pieces, first: int, last: int) -> int:
    """Where the window behind [first, last) begins: as far back as to share OVERLAP pieces, but later than `first`."""
    start = last
    end = pieces.at[units[last - 1][1]]
    while start - 1 > first and (start == last or end - pieces.at[units[start][0]] < OVERLAP):
        start -= 1
    return max(start, first + 1)
