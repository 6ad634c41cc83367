"""What is trained on and what is kept apart to choose thresholds and weights by: whole reports."""

from collections.abc import Sequence
from pathlib import Path

from training.allsides import allsides
from training.marks import Marked, guide, polnear

# Of these sets every EVERY-th report in name order, from FIRST on, is kept out of training.
EVERY = {"polnear": 21, "chains": 8}
FIRST = {"polnear": 10, "chains": 4}
# Reports that were marked for this project, and those of them that are kept apart: by name, so that marking more moves none.
OWN = Path(__file__).parent / "data"
KEPT = OWN / "kept.txt"


def training_sets(data: Path, work: Path) -> list[Marked]:
    """All reports that may be learnt from: the training parts of PolNeAR and of the chains set, and what was marked here.

    `work` is where texts are put that come from elsewhere.
    """
    return [
        *polnear(data / "polnear" / "train"),
        *guide(data / "chains" / "train", "chains"),
        *guide(OWN / "wikinews", "wikinews"),
        *allsides(data, OWN / "allsides", work / "allsides"),
    ]


def divided(marked: Sequence[Marked]) -> tuple[list[Marked], list[Marked]]:
    """(to train on, kept apart)."""
    own = set(KEPT.read_text(encoding="utf-8").split())
    place: dict[str, int] = {}
    train: list[Marked] = []
    kept: list[Marked] = []
    for one in marked:
        n = place[one.kind] = place.get(one.kind, -1) + 1
        apart = n % EVERY[one.kind] == FIRST[one.kind] if one.kind in EVERY else one.name in own
        (kept if apart else train).append(one)
    return train, kept
