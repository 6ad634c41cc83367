"""What is trained on and what is kept apart to choose thresholds and weights by: whole reports, by their place in name order."""

from collections.abc import Sequence
from pathlib import Path

from training.marks import Marked, guide, polnear

# Of each set every EVERY-th report, from FIRST on, is kept out of training.
EVERY = {"polnear": 21, "chains": 8, "wikinews": 6}
FIRST = {"polnear": 10, "chains": 4, "wikinews": 3}
# Reports that were marked for this project.
OWN = Path(__file__).parent / "data"


def training_sets(data: Path) -> list[Marked]:
    """All reports that may be learnt from: the training parts of PolNeAR and of the chains set, and our own."""
    chains = guide(data / "chains" / "train", "chains")
    return [*polnear(data / "polnear" / "train"), *chains, *guide(OWN / "wikinews", "wikinews")]


def divided(marked: Sequence[Marked]) -> tuple[list[Marked], list[Marked]]:
    """(to train on, kept apart)."""
    place: dict[str, int] = {}
    train: list[Marked] = []
    kept: list[Marked] = []
    for one in marked:
        n = place[one.kind] = place.get(one.kind, -1) + 1
        (kept if n % EVERY[one.kind] == FIRST[one.kind] else train).append(one)
    return train, kept
