"""A reading less what the reader is not sure of."""

from collections.abc import Callable
from dataclasses import replace

from reportedly import Reading
from reportedly.reading.prune import pruned

TEXT = "According to the Herald, Tessel said officials believe the bridge is safe."


def test_what_stood_in_a_dropped_attribution_moves_outward(read_text: Callable[..., Reading]) -> None:
    reading = read_text(TEXT)
    outer, middle, inner = reading.attributions
    unsure = replace(reading, attributions=(outer, replace(middle, score=0.1), inner))
    left = pruned(unsure, 0.5)
    assert [(outer.id, None), (inner.id, outer.id)] == [(a.id, a.parent) for a in left.attributions]


def test_parties_and_claims_of_dropped_attributions_go_too(read_text: Callable[..., Reading]) -> None:
    left = pruned(read_text(TEXT), 1.0)
    assert ((), (), (), ()) == (left.attributions, left.parties, left.claims, left.denies)
