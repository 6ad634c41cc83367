"""Who denies whom inside one report."""

from collections.abc import Callable

from reportedly import Reading


def test_a_denial_of_what_a_paper_reported_denies_the_papers_report(read_text: Callable[..., Reading]) -> None:
    reading = read_text(
        "Officials said there is no truth to what was reported by the Orrin Herald about a threat of war."
    )
    (denial,) = reading.denies
    assert "said" == words(reading, denial.by)
    assert words(reading, denial.denies).startswith("was reported")
    assert denial.text.endswith("a threat of war")


def test_the_contrary_said_by_another_denies(read_text: Callable[..., Reading]) -> None:
    reading = read_text(
        "The army said that rebels had attacked the village of Vessa.\n"
        "The mayor said that rebels had not attacked the village of Vessa."
    )
    assert [("a2", "a1")] == [(d.by, d.denies) for d in reading.denies]


def test_denying_the_allegation_denies_the_one_before(read_text: Callable[..., Reading]) -> None:
    reading = read_text("Officials accused the company of theft.\nThe company denied the allegation.")
    assert [("a2", "a1")] == [(d.by, d.denies) for d in reading.denies]


def test_a_denial_of_what_nobody_says_denies_nothing_in_the_report(read_text: Callable[..., Reading]) -> None:
    reading = read_text("The company denied that the bridge had been sold.")
    assert [("a1", None, "the bridge had been sold")] == [(d.by, d.denies, d.text) for d in reading.denies]


def test_nobody_denies_himself(read_text: Callable[..., Reading]) -> None:
    reading = read_text("Tessel said the bridge was closed.\nTessel said the bridge was not closed to guards.")
    assert () == reading.denies


def test_neither_confirming_nor_denying_denies_nothing(read_text: Callable[..., Reading]) -> None:
    assert () == read_text("The army neither confirmed nor denied the report.").denies


def test_what_may_yet_be_denied_is_not_denied(read_text: Callable[..., Reading]) -> None:
    assert () == read_text("The army may deny the report.").denies


def words(reading: Reading, id_: str | None) -> str:
    assert id_ is not None
    return " … ".join(reading.report.quote(s) for s in reading.attribution(id_).cue)
