"""The learned reader: what it finds depends on a text alone, and its scores can be used."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly import Reader, Reading, load, reading_to_json
from tests.conftest import EXAMPLES

STORY = sorted((EXAMPLES / "ilvet-ultimatum").glob("*.txt"))


def shown(reading: Reading) -> list[tuple[str, str, str]]:
    quote = reading.report.quote
    return [
        tuple(" … ".join(quote(s) for s in spans or ()) for spans in (a.source, a.cue, a.content))  # type: ignore[misc]
        for a in reading.attributions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said on Monday that the bridge was closed.", ("The mayor", "said", "the bridge was closed")),
        ("“The bridge is closed,” the mayor said.", ("the mayor", "said", "The bridge is closed")),
        ("According to the ministry, nine people died.", ("the ministry", "According to", "nine people died")),
        ("“We are ready,” the general said. “We will not wait.”",
         ("the general", "said", "We are ready … We will not wait")),
        ("He has denied that he took the money.", ("He", "has denied", "he took the money")),
    ],
)  # fmt: skip
def test_source_cue_and_content_are_found(
    read_text: Callable[..., Reading], text: str, expected: tuple[str, str, str]
) -> None:
    assert [expected] == shown(read_text(text))


def test_what_is_said_within_what_is_said_is_nested(read_text: Callable[..., Reading]) -> None:
    reading = read_text("According to Fars, the ambassador confirmed that the minister had asked for time.")
    outer, inner = reading.attributions[:2]
    assert outer.id == inner.parent
    assert "the ambassador confirmed" in reading.report.quote(outer.content[0])


@pytest.mark.parametrize("path", STORY, ids=lambda p: p.stem)
def test_a_report_is_read_the_same_whatever_was_read_before_it(reader: Reader, path: Path) -> None:
    alone = Reader().read(load(str(path)))
    assert reading_to_json(alone) == reading_to_json(reader.read(load(str(path))))


def test_the_number_of_threads_changes_nothing() -> None:
    path = str(STORY[0])
    assert reading_to_json(Reader(threads=1).read(load(path))) == reading_to_json(Reader(threads=2).read(load(path)))


def test_text_in_front_of_a_long_report_leaves_its_end_as_it_was(
    reader: Reader, read_text: Callable[..., Reading]
) -> None:
    # The same window of text gives the same result: nothing of other windows comes into it.
    filler = "It rained in the valley. " * 120
    text = f"{filler}\nThe mayor said that the bridge was closed."
    assert [("The mayor", "said", "the bridge was closed")] == shown(read_text(text))


def test_scores_are_probabilities_above_the_threshold(reader: Reader) -> None:
    scores = [a.score for path in STORY for a in reader.read(load(str(path))).attributions]
    assert scores
    assert all(0 < s < 1 for s in scores)
    assert len(set(scores)) > len(scores) // 2


@pytest.mark.parametrize("text", ["", " ", "...", "“", "said", ":", "\u202e", "to to to to"])
def test_next_to_nothing_is_read_as_nothing_much(read_text: Callable[..., Reading], text: str) -> None:
    if text.strip():
        assert len(read_text(f"{text}\n").attributions) <= 1
