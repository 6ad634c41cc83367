"""Attributions whose cue is a verb."""

from collections.abc import Callable

import pytest

from tests.training.rules.conftest import Shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry said that the bridge was closed.", ("The ministry", "said", "the bridge was closed")),
        ("The bridge was closed, the ministry said.", ("the ministry", "said", "The bridge was closed")),
        ("Tessel announced the closure of the bridge.", ("Tessel", "announced", "the closure of the bridge")),
        ("Tessel denied the allegations.", ("Tessel", "denied", "the allegations")),
        ("The ministry did not confirm the report.", ("The ministry", "did not confirm", "the report")),
        ("The government decided to close the bridge.", ("The government", "decided", "to close the bridge")),
        ("Tessel urged drivers to stay at home.", ("Tessel", "urged", "drivers to stay at home")),
        ("Witnesses described the scene as chaos.", ("Witnesses", "described", "the scene as chaos")),
        ("Tessel called the report a lie.", ("Tessel", "called", "the report a lie")),
        ("The mayor asked whether the bridge was safe.", ("The mayor", "asked", "whether the bridge was safe")),
        ("Officials accused the company of hiding the cracks.", ("Officials", "accused", "the company of hiding the cracks")),
        ("Tessel said in a statement that the bridge was safe.", ("Tessel", "said", "the bridge was safe")),
    ],
)  # fmt: skip
def test_a_verb_links_its_subject_to_what_hangs_on_it(
    said_in: Callable[..., list[Shown]], text: str, expected: Shown
) -> None:
    assert [expected] == said_in(text)


def test_a_tag_in_commas_interrupts_a_content(said_in: Callable[..., list[Shown]]) -> None:
    found = said_in("The bridge, officials say, will stay closed until May.")
    assert [("officials", "say", "The bridge … will stay closed until May")] == found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The minister, who said the bridge was safe, resigned.", "The minister"),
        ("Tessel spoke to reporters, saying the bridge was safe.", "Tessel"),
        ("Tessel praised the army and said the bridge was safe.", "Tessel"),
    ],
)
def test_a_shared_subject_is_found_through_relatives_participles_and_coordination(
    said_in: Callable[..., list[Shown]], text: str, source: str
) -> None:
    assert (source, "the bridge was safe") in [(s, content) for s, _, content in said_in(text)]


def test_a_promise_is_the_speakers_though_the_parser_hangs_it_one_level_too_deep(
    said_in: Callable[..., list[Shown]],
) -> None:
    found = said_in("The minister said police had found a wire and promised that the guilty would be tried.")
    assert [
        ("The minister", "said", "police had found a wire"),
        ("The minister", "promised", "the guilty would be tried"),
    ] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was reported that the bridge had fallen.", (None, "was reported", "the bridge had fallen")),
        ("The company is believed to be bankrupt.", (None, "is believed", "The company … to be bankrupt")),
        ("Tessel was quoted as saying the bridge was safe.", ("Tessel", "was quoted as saying", "the bridge was safe")),
        ("The report could not be verified.", (None, "could not be verified", "The report")),
    ],
)
def test_passives_have_the_agent_or_nobody_as_source(
    said_in: Callable[..., list[Shown]], text: str, expected: Shown
) -> None:
    assert [expected] == said_in(text)


def test_being_quoted_by_somebody_is_two_attributions(said_in: Callable[..., list[Shown]]) -> None:
    found = said_in("Tessel was quoted by the Orrin Herald as saying the bridge was safe.")
    assert ["the Orrin Herald", "Tessel"] == [source for source, _, _ in found]


def test_who_is_cited_says_the_same_within_the_outlets_report(
    said_in: Callable[..., list[Shown]], nesting_of: Callable[[str], list[tuple[str, str | None]]]
) -> None:
    text = "The Herald reported, citing two engineers, that the bridge was unsafe."
    assert ("two engineers", "citing", "the bridge was unsafe") in said_in(text)
    assert ("citing", "reported") in nesting_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tessel declined to comment.", ("Tessel", "declined to comment", "")),
        ("Tessel declined to comment on the report.", ("Tessel", "declined to comment on", "the report")),
        ("The company refused to say who built the bridge.", ("The company", "refused to say", "who built the bridge")),
    ],
)
def test_a_refusal_to_speak_may_have_no_content(
    said_in: Callable[..., list[Shown]], text: str, expected: Shown
) -> None:
    assert [expected] == said_in(text)


def test_a_closing_comment_with_a_cue_of_its_own_is_left_out_of_a_content(said_in: Callable[..., list[Shown]]) -> None:
    found = said_in('The government decided to draw up a plan, which it said was "a plan for peace."')
    assert ("The government", "decided", "to draw up a plan") in found
    assert ("it", "said", 'which … was "a plan for peace') in found


@pytest.mark.parametrize(
    "text",
    [
        "The mayor walked across the bridge and opened the door.",
        "Police questioned him for two hours.",
        "The move aims to open the road.",
        "The parliament confirmed Tessel on Monday.",
    ],
)
def test_mere_deeds_are_no_attributions(said_in: Callable[..., list[Shown]], text: str) -> None:
    assert [] == said_in(text)


def test_a_semicolon_ends_what_somebody_says(said_in: Callable[..., list[Shown]]) -> None:
    found = said_in("Orrin said it had struck a depot; Vessa denied that weapons were there.")
    assert [("Orrin", "it had struck a depot"), ("Vessa", "weapons were there")] == [
        (who, what) for who, _, what in found
    ]
