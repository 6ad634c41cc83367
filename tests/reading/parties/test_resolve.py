"""Who a source is: names, descriptions and pronouns within one report."""

from collections.abc import Callable

import pytest

from reportedly import Reading


def parties(reading: Reading) -> list[str | None]:
    return [reading.party(a.party).name if a.party else None for a in reading.attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("General Maria Tessel said the bridge fell. Tessel said it was old.", ["Maria Tessel"] * 2),
        ("Maria Tessel, the mayor of Orrin, said the bridge fell. The mayor said it was old.", ["Maria Tessel"] * 2),
        ("Maria Tessel said the bridge fell. She said it was old.", ["Maria Tessel"] * 2),
        ("Iranian sources told the Herald that the bridge fell. The sources said it was old.", ["Iranian sources"] * 2),
        ("The Interior Ministry said the bridge fell. It said it was old.", ["Interior Ministry"] * 2),
        ("The Interior Ministry said the bridge fell. The ministry said it was old.", ["Interior Ministry"] * 2),
        ("Two engineers said the bridge fell. They said it was old.", ["Two engineers"] * 2),
        ("The Fars news agency said the bridge fell. The agency said it was old.", ["Fars"] * 2),
    ],
)  # fmt: skip
def test_later_mentions_go_to_the_one_met_before(
    read_text: Callable[..., Reading], text: str, expected: list[str]
) -> None:
    assert expected == parties(read_text(text))


def test_one_person_described_in_two_ways_is_one(read_text: Callable[..., Reading]) -> None:
    reading = read_text(
        "Vessa's ambassador to Orrin, Karim Vahid Al-e Sadar, said the visit was short.\n"
        "The Vessan ambassador in Orrin, Al-e Sadar, confirmed the plan."
    )
    assert ["Karim Vahid Al-e Sadar"] == sorted({name for name in parties(reading) if name})


def test_i_and_we_are_who_is_speaking(read_text: Callable[..., Reading]) -> None:
    reading = read_text("“I believe that the bridge is safe,” Maria Tessel said.")
    assert {"Maria Tessel"} == set(parties(reading))


def test_an_indefinite_commander_is_left_apart_from_the_named_one(read_text: Callable[..., Reading]) -> None:
    reading = read_text(
        "The guard sent troops, a senior commander said.\nGeneral Maria Tessel, commander of the guard, said more would come."
    )
    assert ["senior commander", "Maria Tessel"] == parties(reading)


def test_a_pronoun_with_nobody_before_it_is_left_open(read_text: Callable[..., Reading]) -> None:
    reading = read_text("He said the bridge was closed.")
    assert [None] == parties(reading)
    assert "party" in {a.what for a in reading.abstained}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Maria Tessel said the bridge fell.", "named"),
        ("Two officials said the bridge fell.", "unnamed"),
        ("The Interior Ministry said the bridge fell.", "institution"),
        ("Reuters said the bridge fell.", "outlet"),
        ("A survey showed the bridge was old.", "document"),
        ("It was reported that the bridge fell.", "none"),
    ],
)
def test_kinds_of_source(read_text: Callable[..., Reading], text: str, kind: str) -> None:
    assert [kind] == [a.kind for a in read_text(text).attributions]


def test_a_statements_party_is_its_author(read_text: Callable[..., Reading]) -> None:
    reading = read_text("The ministry's statement said the bridge was closed.")
    assert [("document", "ministry")] == [
        (a.kind, reading.party(a.party).name) for a in reading.attributions if a.party
    ]


def test_the_unnamed_have_a_profile(read_text: Callable[..., Reading]) -> None:
    text = "Two Vessan officials, who spoke on condition of anonymity, said the bridge had been sold."
    (party,) = read_text(text).parties
    assert party.profile is not None
    assert ("Two", "official") == (party.profile.number, party.profile.role)
    assert "on condition of anonymity" in (party.profile.reason or "")


def test_brothers_are_two(read_text: Callable[..., Reading]) -> None:
    reading = read_text("Edward Galvin said the bridge was safe. His son, Brian Galvin, said it was not.")
    assert ["Edward Galvin", "Brian Galvin"] == parties(reading)


def test_nobody_is_no_source(read_text: Callable[..., Reading]) -> None:
    assert [] == parties(read_text("Nobody has accused Tessel of theft."))
