"""What a ledger keeps, refuses and finds again."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from reportedly import (
    Act,
    Anchor,
    Claim,
    ClaimEntry,
    Denial,
    Event,
    Figure,
    GroundingError,
    Ledger,
    LedgerError,
    Party,
    PartyKind,
    Polarity,
    Reading,
    Span,
    Time,
    TimeKind,
    UnknownIdError,
)

from .conftest import Tables
from .readings import SENTENCE, attribution_of, plain_reading, report_of, span_of

CLAIM = Claim("c1", "the bridge was closed", span_of(SENTENCE, "the bridge was closed"), "a1", Event())
SAID = attribution_of("a1", cue=span_of(SENTENCE, "said"), content=CLAIM.span)
OUTSIDE = Span(30, len(SENTENCE) + 1)

# ---- in


def test_adding_says_whether_anything_is_new(ledger: Ledger) -> None:
    assert [ledger.add(plain_reading()), ledger.add(plain_reading())] == [True, False]


def test_adding_twice_changes_no_row_of_any_table(ledger: Ledger, tables: Callable[[], Tables]) -> None:
    ledger.add(plain_reading())
    before = tables()

    ledger.add(plain_reading())

    assert before == tables()
    assert {name: len(rows) for name, rows in before.items() if rows and name != "alembic_version"} == {
        "report": 1,
        "reading": 1,
        "attribution": 1,
        "party": 1,
        "claim": 2,
        "span": 3,
        "abstention": 1,
    }


def test_the_same_report_under_another_path_is_known(ledger: Ledger, tables: Callable[[], Tables]) -> None:
    ledger.add(plain_reading(file="first/bridge.txt"))
    before = tables()

    assert not ledger.add(plain_reading(file="second/copy.txt"))

    assert before == tables()


@pytest.mark.parametrize(
    "later", [{"version": "2.0"}, {"models": (("parser", "f" * 64),)}], ids=["another version", "another model"]
)
def test_a_new_reading_of_a_known_report_counts_and_the_old_one_stays(
    ledger: Ledger, tables: Callable[[], Tables], later: dict[str, object]
) -> None:
    ledger.add(plain_reading())
    before = tables()
    again = replace(plain_reading(), claims=(), **later)  # type: ignore[arg-type]

    assert ledger.add(again)

    after = tables()
    assert (1, again) == (ledger.count(), ledger.reading("3fa9c2d1e0"))
    assert {name: rows for name, rows in before.items() if name == "report"} == {"report": after["report"]}
    assert all(set(rows) <= set(after[name]) for name, rows in before.items())
    assert len(after["reading"]) == 2


def test_reading_again_with_an_older_version_changes_nothing(ledger: Ledger) -> None:
    ledger.add(plain_reading(version="1.0"))
    ledger.add(plain_reading(version="2.0"))

    assert not ledger.add(plain_reading(version="1.0"))

    assert ledger.reading("3fa9c2d1e0").version == "2.0"


BROKEN: dict[str, dict[str, object]] = {
    "a claim of nobody": {"claims": (replace(CLAIM, attribution="a9"),)},
    "a source that is no party": {"attributions": (replace(SAID, party="p9"),)},
    "a hearer that is no party": {"attributions": (replace(SAID, hearer_party="p9"),)},
    "a parent that is not there": {"attributions": (SAID, replace(SAID, id="a2", parent="a9"))},
    "parents in a circle": {
        "attributions": (replace(SAID, parent="a2"), replace(SAID, id="a2", parent="a1")),
    },
    "no version": {"version": None},
    "half a character": {"denies": (Denial("a1", None, "\ud800"),)},
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN)
def test_a_reading_that_is_not_whole_is_refused_by_name_and_leaves_nothing(
    ledger: Ledger, tables: Callable[[], Tables], change: dict[str, object]
) -> None:
    before = tables()

    with pytest.raises(
        LedgerError, match=r"story\.db took nothing of bridge\.txt.*; (read it|mend that and add it) again"
    ):
        ledger.add(replace(plain_reading(), **change))  # type: ignore[arg-type]

    assert before == tables()


def test_a_reading_that_was_refused_can_be_added_when_it_is_mended(ledger: Ledger) -> None:
    with pytest.raises(LedgerError):
        ledger.add(replace(plain_reading(), claims=(replace(CLAIM, attribution="a9"),)))

    assert ledger.add(plain_reading())


def test_a_broken_new_reading_leaves_the_old_one_in_force(ledger: Ledger) -> None:
    ledger.add(plain_reading())

    with pytest.raises(LedgerError):
        ledger.add(replace(plain_reading(version="2.0"), claims=(replace(CLAIM, attribution="a9"),)))

    assert plain_reading() == ledger.reading("3fa9c2d1e0")


UNGROUNDED: dict[str, dict[str, object]] = {
    "a source outside the text": {"attributions": (replace(SAID, source=(OUTSIDE,)),)},
    "a cue outside the text": {"attributions": (replace(SAID, cue=(OUTSIDE,)),)},
    "a content outside the text": {"attributions": (replace(SAID, content=(CLAIM.span, OUTSIDE)),)},
    "a hearer outside the text": {"attributions": (replace(SAID, hearer=(OUTSIDE,)),)},
    "a mention outside the text": {
        "parties": (Party("p1", "the ministry", PartyKind.GOVERNMENT, mentions=(OUTSIDE,)),)
    },
    "a span before the text": {"attributions": (replace(SAID, cue=(Span(-4, 4),)),)},
    "a span of nothing": {"attributions": (replace(SAID, cue=(Span(4, 4),)),)},
    "a span backwards": {"attributions": (replace(SAID, cue=(Span(8, 4),)),)},
    "a claim outside the text": {"claims": (replace(CLAIM, span=OUTSIDE),)},
    "a time outside the text": {"times": (Time("t1", OUTSIDE, TimeKind.DATE, "2025", "2025", None, Anchor.NONE),)},
    "a figure outside the text": {"figures": (Figure("deaths", 3, None, None, OUTSIDE, None),)},
    "a claim with other words": {"claims": (replace(CLAIM, text="the bridge was opened"),)},
    "a claim one character off": {"claims": (replace(CLAIM, span=Span(CLAIM.span.start + 1, CLAIM.span.end + 1)),)},
}


@pytest.mark.parametrize("change", UNGROUNDED.values(), ids=UNGROUNDED)
def test_what_does_not_stand_in_the_text_is_not_kept(
    ledger: Ledger, tables: Callable[[], Tables], change: dict[str, object]
) -> None:
    before = tables()

    with pytest.raises(GroundingError):
        ledger.add(replace(plain_reading(), **change))  # type: ignore[arg-type]

    assert before == tables()


def test_a_grounding_error_carries_what_was_expected_and_what_was_found(ledger: Ledger) -> None:
    with pytest.raises(GroundingError, match="read the report again") as caught:
        ledger.add(replace(plain_reading(), claims=(replace(CLAIM, text="the bridge was opened"),)))

    error = caught.value
    assert ("3fa9c2d1e0", *CLAIM.span, "the bridge was opened", "the bridge was closed") == (
        error.report,
        error.start,
        error.end,
        error.expected,
        error.found,
    )


# ---- out


@pytest.mark.parametrize("id_", ["3fa9c2d1e0", "3fa9c2d", "3fa9"])
def test_a_report_is_found_by_its_id_or_the_beginning_of_it(ledger: Ledger, id_: str) -> None:
    ledger.add(plain_reading("3fa9c2d1e0"))
    ledger.add(plain_reading("b07e11aa42"))

    assert ledger.reading(id_).report.id == "3fa9c2d1e0"


@pytest.mark.parametrize("id_", ["ffffffffff", "3fa", "", "3fa9", "3fa9c2d1e00", "____", "%%%%", "3fa_c2d1e0", "c2d1"])
def test_an_id_that_is_unknown_or_too_short_or_not_clear_is_said_to_be_so(ledger: Ledger, id_: str) -> None:
    ledger.add(plain_reading("3fa9c2d1e0"))
    ledger.add(plain_reading("3fa9000000"))

    with pytest.raises(UnknownIdError, match=r"story\.db; `reportedly claims` lists what is there") as caught:
        ledger.reading(id_)

    assert ("report", id_) == (caught.value.kind, caught.value.value)


def test_readings_come_by_time_of_publication_those_without_one_last(ledger: Ledger) -> None:
    for id_, published in (
        ("bbbb", None),
        ("aaaa", None),
        ("cccc", "2025-11-25"),
        ("dddd", "2025-10-09T08:10:00+00:00"),
    ):
        ledger.add(plain_reading(id_, published=published))

    assert [r.report.id for r in ledger.readings()] == ["dddd", "cccc", "aaaa", "bbbb"]


def test_a_report_may_be_added_while_others_are_looked_at(ledger: Ledger) -> None:
    ledger.add(plain_reading("aaaa"))
    ledger.add(plain_reading("cccc"))

    seen = []
    for reading in ledger.readings():
        ledger.add(plain_reading("bbbb"))
        seen.append(reading.report.id)

    assert (seen, ledger.count()) == (["aaaa", "cccc"], 3)


def two_reports(ledger: Ledger) -> None:
    """The ministry's claim in the Post; in the Echo a denial by a mayor with two names, and nobody's rumour."""
    ledger.add(plain_reading("aaaa1111", outlet="The Harbour Post", published="2025-11-25"))
    text = "Mayor Ilse Tarn denied that the bridge was closed. It is feared that it will fall."
    closed, fall = span_of(text, "the bridge was closed"), span_of(text, "it will fall")
    denied = attribution_of(
        "a1",
        cue=span_of(text, "denied"),
        content=closed,
        source=span_of(text, "Mayor Ilse Tarn"),
        party="p1",
        act=Act.DENY,
        polarity=Polarity.NEGATIVE,
    )
    feared = attribution_of("a2", cue=span_of(text, "is feared"), content=fall, act=Act.PREDICT)
    reading = Reading(
        report=report_of(text, "bbbb2222", outlet="River Echo", published="2025-11-26"),
        attributions=(denied, feared),
        parties=(Party("p1", "Ilse Tarn", PartyKind.PERSON, ("Ilse Tarn", "Mayor Tarn")),),
        claims=(
            Claim("c1", "the bridge was closed", closed, "a1", Event()),
            Claim("c2", "it will fall", fall, "a2", Event()),
        ),
        denies=(Denial("a1", None, "the bridge was closed"),),
        abstained=(),
        version="1.0",
    )
    ledger.add(reading)


MINISTRY, OWN, TARN, RUMOUR = "aaaa1111.c1", "aaaa1111.c2", "bbbb2222.c1", "bbbb2222.c2"


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, [MINISTRY, OWN, TARN, RUMOUR]),
        ({"party": "ministry"}, [MINISTRY]),
        ({"party": "MAYOR t"}, [TARN]),
        ({"party": "nobody"}, []),
        ({"outlet": "echo"}, [TARN, RUMOUR]),
        ({"outlet": "the harbour post"}, [MINISTRY, OWN]),
        ({"acts": ["state"]}, [MINISTRY]),
        ({"acts": ["deny", "predict"]}, [TARN, RUMOUR]),
        ({"acts": [Act.DENY]}, [TARN]),
        ({"report": "aaaa"}, [MINISTRY, OWN]),
        ({"report": "aaaa1111", "acts": ["deny"]}, []),
        ({"outlet": "e", "acts": ["deny"], "party": "tarn"}, [TARN]),
    ],
    ids=str,
)
def test_each_filter_narrows_the_claims(ledger: Ledger, filters: dict[str, Sequence[str]], expected: list[str]) -> None:
    two_reports(ledger)

    assert expected == [entry.id for entry in ledger.claims(**filters)]  # type: ignore[arg-type]


def test_claims_of_an_unknown_report_are_refused(ledger: Ledger) -> None:
    with pytest.raises(UnknownIdError):
        list(ledger.claims(report="ffff"))


def test_claims_are_those_of_the_latest_reading_only(ledger: Ledger) -> None:
    ledger.add(plain_reading(version="1.0"))
    ledger.add(replace(plain_reading(version="2.0"), claims=(CLAIM,)))

    assert [entry.claim.id for entry in ledger.claims()] == ["c1"]


def test_a_claim_knows_who_puts_it_forward() -> None:
    reading = plain_reading()

    assert [reading.attributions[0], None] == [ClaimEntry(claim, reading).attribution for claim in reading.claims]
