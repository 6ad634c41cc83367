"""The network as it is trained; only where torch is installed (requirements/train.txt)."""

from itertools import pairwise, product

import pytest

torch = pytest.importorskip("torch", reason="torch is needed to train only")


def test_the_chains_loss_is_the_share_of_the_right_sequence_of_all() -> None:
    from training.network import Chain

    torch.manual_seed(3)
    chain = Chain()
    with torch.no_grad():
        chain.steps.normal_()
        chain.first.normal_()
    scores = torch.randn(2, 3, 5)
    labels = torch.tensor([[0, 3, 3], [2, 1, 0]])
    inside = torch.tensor([[True, True, True], [True, True, False]])
    for row, length in ((0, 3), (1, 2)):

        def whole(sequence: tuple[int, ...], row: int = row) -> float:
            total = chain.first[sequence[0]] + sum(scores[row, n, label] for n, label in enumerate(sequence))
            return float(total + sum(chain.steps[a, b] for a, b in pairwise(sequence)))

        every = torch.logsumexp(torch.tensor([whole(s) for s in product(range(5), repeat=length)]), 0)
        expected = float(every) - whole(tuple(labels[row, :length].tolist()))
        assert expected == pytest.approx(float(chain.loss(scores, labels, inside)[row]), abs=1e-4)


def test_what_is_trained_is_what_is_used() -> None:
    """Labels and features have the numbers that the runtime gives them."""
    from training.network import STANCES

    from reportedly.reading.learned.reader import FIELDS

    assert {name: [str(label) for label in labels] for name, labels in FIELDS.items()} == STANCES
