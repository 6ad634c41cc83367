"""Floors go up with the figures, and down only where somebody asks for it by name."""

import pytest
from evaluation.pins import arguments, changed, lifted
from hypothesis import given
from hypothesis import strategies as st

SHARES = st.floats(0, 1)


def test_raising_never_lowers() -> None:
    assert {"f1": 0.7} == lifted({"f1": 0.7}, {"f1": 0.5}, 0.005)
    assert {"f1": 0.795} == lifted({"f1": 0.7}, {"f1": 0.8}, 0.005)
    assert {"f1": 0.79} == lifted({"f1": 0.7}, {"f1": 0.8}, 0.01)


@given(floor=SHARES, figure=SHARES, slack=st.sampled_from([0.005, 0.01]))
def test_a_lifted_floor_lies_between_the_old_one_and_the_figure(floor: float, figure: float, slack: float) -> None:
    found = lifted({"f1": floor}, {"f1": figure}, slack)["f1"]
    assert floor <= found <= max(floor, figure)


def test_a_floor_is_lowered_by_name_and_never_raised_that_way() -> None:
    down = arguments("x", None, ["--lower", "set/a=b=0.4"])
    assert {"set/a=b": 0.4, "c": 0.5} == changed({"set/a=b": 0.7, "c": 0.5}, {}, down, 0.01)
    assert {"set/a=b": 0.3} == changed({"set/a=b": 0.3}, {}, down, 0.01)


def test_a_value_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        arguments("x", None, ["--lower", "f1"])
    assert "--lower" in capsys.readouterr().err
