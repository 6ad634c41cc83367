"""What a first network finds inside contents, for sets that mark outermost attributions only: a second one learns from it.

Self-training: the first network has seen nesting in the reports that mark it, and in the others only the guesses of the rules.
Its probabilities take the place of those guesses, and what it is sure of becomes a target with all its roles.
"""

from collections.abc import Iterable
from math import exp

import numpy as np

from reportedly.reading.learned.engine import Engine
from reportedly.reading.learned.finder import Finder, Found
from reportedly.reading.stance import StanceReader
from reportedly.reading.vocabulary import Lexicon
from training.batches import Prepared, lexical_labels
from training.documents import Target

# How much a word inside a content counts once a network has judged it, and from which certainty on it is a target.
TRUST, SURE = 0.5, 0.65
LEAST = 0.03


def teach(prepared: Iterable[Prepared], engine: Engine, lexicon: Lexicon) -> int:
    """Changes the prepared documents of sets without nested marks; how many targets were added."""
    finder = Finder(engine)
    finder.least = LEAST
    return sum(_taught(one, finder, lexicon) for one in prepared if not one.document.nested)


def _taught(one: Prepared, finder: Finder, lexicon: Lexicon) -> int:
    document = one.document
    inside = np.zeros(len(one.known), dtype=bool)
    for target in document.targets:
        inside[list(target.content)] = True
    for target in document.targets:
        inside[target.anchor] = False
    one.anchors[inside], one.known[inside] = 0.0, TRUST
    stances = StanceReader(document.syntax)
    added = 0
    for found in finder.find(one.features):
        if not inside[found.anchor]:
            continue
        one.anchors[found.anchor] = chance = 1.0 / (1.0 + exp(-found.sure[0]))
        if min(chance, *found.sure[1:]) >= SURE:
            target = _target(found)
            target.labels = lexical_labels(document.syntax, lexicon, stances, target)
            document.targets.append(target)
            added += 1
    return added


def _target(found: Found) -> Target:
    return Target(found.anchor, found.source, found.cue, found.content, found.hearer)
