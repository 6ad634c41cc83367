"""Readings to rows and back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given

from reportedly import Abstention, Act, Ledger, PartyKind, Reading, Span
from reportedly.ledger.rows import models_text

from .readings import SENTENCE, attribution_of, plain_reading, readings


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """One ledger for all generated readings: making the tables takes longer than keeping a reading."""
    with Ledger(str(tmp_path_factory.mktemp("rows") / "story.db")) as opened:
        yield opened


@given(reading=readings())
def test_a_reading_comes_back_equal_to_what_was_added(shared: Ledger, reading: Reading) -> None:
    kept = replace(reading, report=replace(reading.report, id=uuid4().hex))

    assert shared.add(kept)

    assert kept == shared.reading(kept.report.id)


def test_what_comes_back_has_the_types_of_the_model(ledger: Ledger) -> None:
    ledger.add(plain_reading())

    back = ledger.reading("3fa9c2d1e0")

    assert [Span, Act, PartyKind] == [
        type(back.claims[0].span),
        type(back.attributions[0].act),
        type(back.parties[0].kind),
    ]


def test_an_abstention_keeps_whether_it_has_a_place(ledger: Ledger) -> None:
    notes = (Abstention("party", "nobody is named", Span(0, 3)), Abstention("places", "none is read"))
    ledger.add(replace(plain_reading(), abstained=notes))

    assert notes == ledger.reading("3fa9c2d1e0").abstained


def test_a_reading_of_more_nested_attributions_than_python_calls_deep_is_kept(ledger: Ledger) -> None:
    cue, content = Span(13, 17), Span(18, len(SENTENCE))
    nested = tuple(
        attribution_of(f"a{n}", cue=cue, content=content, parent=f"a{n + 1}" if n < 1_100 else None)
        for n in range(1, 1_101)
    )
    reading = replace(plain_reading(), attributions=nested, parties=())

    assert ledger.add(reading)

    assert reading == ledger.reading("3fa9c2d1e0")


def test_models_compare_equal_in_any_order() -> None:
    one = replace(plain_reading(), models=(("parser", "aa"), ("tagger", "bb")))
    other = replace(plain_reading(), models=(("tagger", "bb"), ("parser", "aa")))

    assert models_text(one) == models_text(other)


def test_rows_are_in_a_file_where_another_program_can_look(ledger: Ledger, path: Path) -> None:
    ledger.add(plain_reading())
    ledger.close()

    assert path.read_bytes()[:16] == b"SQLite format 3\x00"
