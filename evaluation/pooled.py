"""A larger set for labels that are rare on the development part: with it, the reports that were kept out of training.

On those calibration, threshold and the weights of leanings were fitted, a dozen numbers; no network learnt from them.
"""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from training.marks import Marked
from training.split import OWN, divided, training_sets

from evaluation.data import CHAINS, SHARED, Set

NAME = "chains dev and reports kept apart"
# Labels whose figures are given one by one.
FIELDS = ("act", "certainty", "polarity")


@contextmanager
def pooled() -> Iterator[Set]:
    """The set, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "pooled"
        folder.mkdir()
        for path in (*CHAINS.files(), *CHAINS.gold.glob("*.gold.json")):
            shutil.copy(path, folder / path.name)
        _, kept = divided(training_sets(SHARED / "data", Path(place)))
        for one in kept:
            if one.nested:
                _put(one, folder)
        yield Set(NAME, CHAINS.command, folder, folder)


def _put(one: Marked, folder: Path) -> None:
    gold_folder = OWN / one.kind if one.kind == "allsides" else one.path.parent
    gold = json.loads((gold_folder / f"{one.name}.gold.json").read_text(encoding="utf-8"))
    marks = [{"party": None, **a} for a in gold["attributions"]]
    shutil.copy(one.path, folder / f"{one.name}.txt")
    whole = {"doc": one.name, "attributions": marks, "denies": [], "figures": []}
    (folder / f"{one.name}.gold.json").write_text(json.dumps(whole), encoding="utf-8")
