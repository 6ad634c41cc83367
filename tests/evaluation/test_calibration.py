"""Expected calibration error, against cases that can be counted by hand."""

from evaluation.calibration import calibration_error
from hypothesis import given
from hypothesis import strategies as st


def test_scores_that_are_shares_have_no_error() -> None:
    assert 0.0 == calibration_error([0.5] * 4 + [1.0] * 4, [True, False, True, False, True, True, True, True], bins=2)


def test_overconfidence_is_the_distance_from_the_share() -> None:
    assert abs(0.4 - calibration_error([0.9] * 10, [True, False] * 5, bins=1)) < 1e-9


def test_nothing_predicted_is_no_error() -> None:
    assert 0.0 == calibration_error([], [])


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60))
def test_the_error_is_a_share(cases: list[tuple[float, bool]]) -> None:
    scores, right = zip(*cases, strict=True)
    assert 0.0 <= calibration_error(scores, right) <= 1.0
