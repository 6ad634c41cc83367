"""From scores to labels: the best sequence of labels for each anchor, and how probable its parts are.

Rows are padded to one length; what stands behind a row's own length changes nothing in it.
"""

import numpy as np
from numpy.typing import NDArray

LABELS = ("none", "cue", "source", "content", "hearer")
NONE, CUE, SOURCE, CONTENT, HEARER = range(len(LABELS))

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


class Chain:
    """A linear chain of labels: scores of the first one and of each step (from, to)."""

    def __init__(self, first: Floats, steps: Floats) -> None:
        self._first, self._steps = first, steps

    def best(self, scores: Floats, inside: Bools) -> Ints:
        """The most probable labels (Viterbi): scores (rows, words, labels), inside (rows, words) -> (rows, words).

        Words outside of a row are labelled as its last word is.
        """
        rows, words, labels = scores.shape
        back = np.empty((words, rows, labels), dtype=np.int64)
        stay = np.arange(labels)
        total = self._first + scores[:, 0]
        for n in range(1, words):
            ways = total[:, :, None] + self._steps
            on = inside[:, n, None]
            back[n] = np.where(on, ways.argmax(1), stay)
            total = np.where(on, ways.max(1) + scores[:, n], total)
        out = np.empty((rows, words), dtype=np.int64)
        out[:, -1] = total.argmax(1)
        every = np.arange(rows)
        for n in range(words - 1, 0, -1):
            out[:, n - 1] = back[n, every, out[:, n]]
        return out

    def marginals(self, scores: Floats, inside: Bools) -> Floats:
        """The probability of each label at each word (forward-backward), in the shape of `scores`; 0 outside of a row."""
        words = scores.shape[1]
        ahead, behind = np.empty_like(scores), np.zeros_like(scores)
        ahead[:, 0] = self._first + scores[:, 0]
        for n in range(1, words):
            more = _log_sum(ahead[:, n - 1][:, :, None] + self._steps, 1) + scores[:, n]
            ahead[:, n] = np.where(inside[:, n, None], more, ahead[:, n - 1])
        for n in range(words - 2, -1, -1):
            more = _log_sum(self._steps + (scores[:, n + 1] + behind[:, n + 1])[:, None, :], 2)
            behind[:, n] = np.where(inside[:, n + 1, None], more, behind[:, n + 1])
        total = _log_sum(ahead[:, -1], 1)
        found: Floats = np.exp(ahead + behind - total[:, None, None]) * inside[..., None]
        return found


def _log_sum(x: Floats, axis: int) -> Floats:
    top = x.max(axis, keepdims=True)
    out: Floats = np.log(np.exp(x - top).sum(axis)) + top.squeeze(axis)
    return out
