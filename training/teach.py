"""What trained networks find where nobody has marked: inside contents, and in whole reports. The next network learns from it.

Self-training: the first network has seen nesting in the reports that mark it, and elsewhere only the guesses of the rules.
Its probabilities take the place of those guesses, and what it is sure of becomes a target with all its roles. Where there are
several networks they judge together: their scores are averaged, and so one learns from all (distillation by sequences, Kim
and Rush 2016).
"""

from collections.abc import Iterable, Iterator, Sequence
from math import exp

import numpy as np

from reportedly.reading.learned.engine import Engine, Floats, Ints
from reportedly.reading.learned.finder import Finder, Found
from reportedly.reading.stance import StanceReader
from reportedly.reading.vocabulary import Lexicon
from training.batches import Prepared, lexical_labels
from training.documents import Target

# How much a word counts that a network has judged, and from which certainty on what it finds is a target.
TRUST, SURE = 0.5, 0.65
LEAST = 0.03


class Teacher:
    """Networks that judge together."""

    def __init__(self, engines: Sequence[Engine], lexicon: Lexicon) -> None:
        self._finder = Finder(_Together(engines))
        self._finder.least = LEAST
        self._lexicon = lexicon

    def teach(self, prepared: Iterable[Prepared]) -> int:
        """Changes prepared documents of sets without nested marks, and of none at all; how many targets were added."""
        return sum(self._taught(one) for one in prepared if not one.document.nested or one.document.unmarked)

    def _taught(self, one: Prepared) -> int:
        document = one.document
        open_ = np.full(len(one.known), document.unmarked)
        for target in document.targets:
            open_[list(target.content)] = True
        for target in document.targets:
            open_[target.anchor] = False
        one.anchors[open_], one.known[open_] = 0.0, TRUST
        added = list(self._targets(one, open_))
        document.targets.extend(added)
        return len(added)

    def _targets(self, one: Prepared, open_: np.ndarray) -> Iterator[Target]:
        stances = StanceReader(one.document.syntax)
        for found in self._finder.find(one.features):
            if not open_[found.anchor]:
                continue
            one.anchors[found.anchor] = chance = 1.0 / (1.0 + exp(-found.sure[0]))
            if min(chance, *found.sure[1:]) >= SURE:
                target = _target(found)
                target.labels = lexical_labels(one.document.syntax, self._lexicon, stances, target)
                yield target


class _Together(Engine):
    """Several engines as one: anchors' and roles' scores are means, so are those of the chain."""

    def __init__(self, engines: Sequence[Engine]) -> None:
        self._engines = engines
        self.tokenizer = engines[0].tokenizer
        chains = [e.manifest["chain"] for e in engines]
        chain = {part: np.mean([c[part] for c in chains], 0).tolist() for part in ("first", "steps")}
        self.manifest = {**engines[0].manifest, "chain": chain}

    def words(self, ids: Ints, starts: Ints, ends: Ints, columns: Ints) -> tuple[Floats, Floats, Floats, Floats]:
        """States one behind the other, the mean score as anchors."""
        found = [e.words(ids, starts, ends, columns) for e in self._engines]
        states, as_word, as_anchor = (np.concatenate([f[n] for f in found], -1) for n in (0, 2, 3))
        return states, np.mean([f[1] for f in found], 0), as_word, as_anchor

    def roles(self, as_word: Floats, as_anchor: Floats, pairs: Ints) -> Floats:
        """The mean scores."""
        words, anchors = (np.split(x, len(self._engines), -1) for x in (as_word, as_anchor))
        scores: Floats = np.mean(
            [e.roles(w, a, pairs) for e, w, a in zip(self._engines, words, anchors, strict=True)], 0
        )
        return scores


def _target(found: Found) -> Target:
    return Target(found.anchor, found.source, found.cue, found.content, found.hearer)
