"""What counts as a claim, and what is the writer's own."""

from collections.abc import Callable

from reportedly import Reading


def claims(reading: Reading) -> list[tuple[str, str | None]]:
    return [(c.text, c.attribution) for c in reading.claims]


def test_a_content_is_a_claim_of_its_attribution_and_other_sentences_are_the_writers(
    read_text: Callable[..., Reading],
) -> None:
    reading = read_text("Bridge closed\nTessel said the bridge was closed. Angry drivers waited in long rows.")
    assert [("the bridge was closed", "a1"), ("Angry drivers waited in long rows", None)] == claims(reading)


def test_a_mere_relay_makes_no_claim_of_its_own(read_text: Callable[..., Reading]) -> None:
    reading = read_text("According to the Herald, Tessel said the bridge was closed.")
    assert ["the bridge was closed"] == [text for text, _ in claims(reading)]


def test_questions_and_silence_claim_nothing(read_text: Callable[..., Reading]) -> None:
    assert [] == claims(read_text("Tessel asked whether the bridge was safe. The company declined to comment."))


def test_requests_and_plans_are_not_yet_deeds(read_text: Callable[..., Reading]) -> None:
    reading = read_text("Tessel urged drivers to stay at home.")
    assert ["planned"] == [c.event.modality for c in reading.claims]
