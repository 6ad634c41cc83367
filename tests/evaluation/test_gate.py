"""The gate: what falls under a floor is named, and so is other data than was pinned."""

from evaluation.gate import breaches, load_gate

GATE = {"data": {"set": "abc"}, "floors": {"set/f1": 0.7}}


def test_figures_over_their_floors_on_the_pinned_data_pass() -> None:
    assert [] == breaches(GATE, {"set/f1": 0.7}, {"set": "abc"})


def test_a_figure_under_its_floor_is_named_with_both() -> None:
    assert ["set/f1: 0.690 is under its floor 0.7"] == breaches(GATE, {"set/f1": 0.69}, {"set": "abc"})


def test_other_data_than_was_pinned_is_named() -> None:
    assert "not that of the gate" in breaches(GATE, {"set/f1": 0.7}, {"set": "xyz"})[0]


def test_a_figure_that_was_not_measured_does_not_pass() -> None:
    assert "was not measured" in breaches(GATE, {}, {"set": "abc"})[0]


def test_the_pinned_gate_has_floors_for_every_set() -> None:
    floors = load_gate()["floors"]
    assert (
        {"PolNeAR dev", "chains dev", "TempEval-3"}
        == {name.split("/")[0] for name in floors}
        == set(load_gate()["data"])
    )
    assert all(0 < floor < 1 for floor in floors.values())
