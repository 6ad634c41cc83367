"""The network at work: the encoder once over each window, the heads on its states, all by onnxruntime on the CPU.

A window is a call of its own: the scales of 8-bit arithmetic depend on what shares a call, and what is found in a text
must not. The number of threads is set, never guessed.
"""

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.errors import ModelError
from reportedly.reading.learned.weights import Weights

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


WORD_OUTPUTS = ["words", "anchors", "as_word", "as_anchor"]


class Engine:
    """Tokenizer and sessions. Raises ModelError if a weight file is missing or damaged."""

    def __init__(self, weights: Weights, threads: int = 1) -> None:
        self.manifest = weights.manifest
        self.digests = weights.digests
        self._encoder = _session(weights, "encoder.onnx", threads)
        self._roles = _session(weights, "roles.onnx", threads)
        self._stances = _session(weights, "stances.onnx", threads)
        self.tokenizer = _tokenizer(weights)

    def words(self, ids: Ints, starts: Ints, ends: Ints, columns: Ints) -> tuple[Floats, Floats, Floats, Floats]:
        """One window: ids (pieces), starts and ends (words) of each word's pieces, columns (words, 5).

        Gives each word's state (words, 256), its score as an anchor (words), and its states for `roles` as word and as anchor.
        """
        given = {"ids": ids[None], "starts": starts[None], "ends": ends[None], "columns": columns[None]}
        states, anchors, as_word, as_anchor = self._encoder.run(WORD_OUTPUTS, given)
        return states[0], anchors[0], as_word[0], as_anchor[0]

    def facts(self, ids: Ints, starts: Ints, ends: Ints, columns: Ints) -> Floats:
        """For each word of a window how sure the writer is of it as an event: -3 (it did not happen) to 3 (it did)."""
        given = {"ids": ids[None], "starts": starts[None], "ends": ends[None], "columns": columns[None]}
        facts: Floats = self._encoder.run(["facts"], given)[0][0]
        return facts

    def roles(self, as_word: Floats, as_anchor: Floats, pairs: Ints) -> Floats:
        """Scores (anchors, words, labels): as_word (words, 256), as_anchor (anchors, 256), pairs (anchors, words, 4)."""
        scores: Floats = self._roles.run(None, {"as_word": as_word, "as_anchor": as_anchor, "pairs": pairs})[0]
        return scores

    def stances(self, anchors: Floats, contents: Floats, tops: Floats) -> Floats:
        """Scores of all acts, polarities and certainties, one behind the other: states (n, 256) of anchor, content and its tops."""
        scores: Floats = self._stances.run(None, {"anchor": anchors, "content": contents, "top": tops})[0]
        return scores


def _session(weights: Weights, name: str, threads: int) -> "InferenceSession":
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    data = weights.read(name)
    try:
        return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the runtime's errors share no base of their own
        raise ModelError(f"model file {name} cannot be loaded ({error}); install the package again") from error


def _tokenizer(weights: Weights) -> Any:
    tokenizer = Tokenizer.from_str(weights.read("tokenizer.json").decode("utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
