"""What the network finds in a text: windows through the encoder, anchors above a threshold, the roles of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.reading.learned.decoding import CONTENT, CUE, HEARER, SOURCE, Chain
from reportedly.reading.learned.engine import Engine
from reportedly.reading.learned.features import Features, tops
from reportedly.reading.learned.windows import Pieces, Window, cut
from reportedly.reading.syntax import Syntax

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Words = tuple[int, ...]
# Anchors decoded in one go: each go costs a step a word, whatever the number of anchors.
TOGETHER = 64
# Added to the cue's score at the anchor: it carries its cue, whatever else its neighbours are.
CERTAINLY = 20.0


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution in words of the text, with what its score and stance are told by.

    `sure`: the anchor's score, and for source and content how much of what is expected to belong to it was taken (a
    Dice of probabilities). `anchor_state`, `content_state`, `top_state`: the network's states of the anchor and, in the mean, of the content
    and of the content's topmost words.
    """

    anchor: int
    cue: Words
    source: Words
    content: Words
    hearer: Words
    sure: tuple[float, float, float]
    anchor_state: Floats
    content_state: Floats
    top_state: Floats


@dataclass(frozen=True, slots=True)
class _Scored:
    """An anchor before decoding: its word, its score, the scores of roles (words, labels) from word `first` on."""

    anchor: int
    first: int
    score: float
    roles: Floats
    states: Floats


class Finder:
    """Finds attributions with one engine. Keeps no state between texts."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        chain = engine.manifest["chain"]
        first, steps = (np.asarray(chain[name], dtype=np.float32) for name in ("first", "steps"))
        self._chain = Chain(first, steps)
        # What the anchor alone has to reach; the whole attribution is judged later.
        self.least = float(engine.manifest["anchor_threshold"])

    def find(self, features: Features) -> list[Found]:
        """All attributions whose anchors are likely enough, in text order. A word may be in the cue of several."""
        syntax = features.syntax
        if not len(syntax):
            return []
        pieces = Pieces(self._engine.tokenizer, syntax.words)
        scored = [s for window in cut(syntax, pieces) for s in self._window(window, features, pieces)]
        return [f for n in range(0, len(scored), TOGETHER) for f in self._decoded(scored[n : n + TOGETHER], syntax)]

    def _window(self, window: Window, features: Features, pieces: Pieces) -> Iterator[_Scored]:
        first, last = window.first, window.last
        given = pieces.window(first, last)
        states, scores, as_word, as_anchor = self._engine.words(*given, features.columns[first:last])
        own = slice(window.own_first - first, window.own_last - first)
        anchors = np.flatnonzero(scores[own] > np.log(self.least / (1.0 - self.least))) + own.start
        if not len(anchors):
            return
        pairs = np.stack([features.pairs(int(a) + first, first, last) for a in anchors])
        roles = self._engine.roles(as_word, as_anchor[anchors], pairs)
        for n, a in enumerate(anchors):
            roles[n, a, CUE] += CERTAINLY
            yield _Scored(int(a), first, float(scores[a]), roles[n], states)

    def _decoded(self, scored: Sequence[_Scored], syntax: Syntax) -> Iterator[Found]:
        lengths = np.asarray([len(s.roles) for s in scored])
        inside = np.arange(lengths.max()) < lengths[:, None]
        together = np.zeros((*inside.shape, scored[0].roles.shape[1]), dtype=np.float32)
        for n, s in enumerate(scored):
            together[n, : len(s.roles)] = s.roles
        labels = np.where(inside, self._chain.best(together, inside), 0)
        chances = self._chain.marginals(together, inside)
        for n, s in enumerate(scored):
            yield _found(s, labels[n, : lengths[n]], chances[n, : lengths[n]], syntax)


def _found(s: _Scored, labels: Ints, chances: Floats, syntax: Syntax) -> Found:
    cue, source, content, hearer = (np.flatnonzero(labels == role) for role in (CUE, SOURCE, CONTENT, HEARER))
    return Found(
        anchor=s.anchor + s.first,
        cue=_words(cue, s.first),
        source=_words(source, s.first),
        content=_words(content, s.first),
        hearer=_words(hearer, s.first),
        sure=(s.score, _dice(source, chances[:, SOURCE]), _dice(content, chances[:, CONTENT])),
        anchor_state=s.states[s.anchor],
        content_state=_mean(s.states, content),
        top_state=_mean(s.states, [w - s.first for w in tops(syntax, _words(content, s.first))]),
    )


def _mean(states: Floats, places: Sequence[int] | Ints) -> Floats:
    """The mean of some rows; zeros for none."""
    mean: Floats = states[places].mean(0) if len(places) else np.zeros_like(states[0])
    return mean


def _words(places: Ints, first: int) -> Words:
    return tuple(int(w) + first for w in places)


def _dice(taken: Ints, chances: Floats) -> float:
    """Twice the expected share of the words taken by those taken and those expected; where none is, how sure that is."""
    if not len(taken):
        return float(np.prod(1.0 - np.minimum(chances, 0.999)))
    return float(2.0 * chances[taken].sum() / (len(taken) + chances.sum()))
