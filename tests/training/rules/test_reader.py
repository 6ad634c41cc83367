"""Nesting, and what holds for the attributions of any text."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from training.rules.reader import RuleReader

from reportedly.reading.attribution.nesting import parents
from reportedly.reading.quotes import find_quotations
from reportedly.reading.syntax import Parser
from reportedly.reading.vocabulary import Lexicon

SENTENCES = st.lists(
    st.sampled_from(
        [
            "The ministry said the bridge was closed.",
            "“No,” she said.",
            "According to the Herald, officials believe the mayor lied.",
            'He said: "We were told that nothing was wrong.',
            "The company's plan to close it, Tessel said, was a mistake.",
            "\n\n",
            "reportedly",
            "(citing sources)",
            "’",
        ]
    ),
    max_size=8,
).map(" ".join)


def test_a_relay_of_four_is_nested_three_deep(nesting_of: Callable[[str], list[tuple[str, str | None]]]) -> None:
    text = "According to the Herald, the mayor confirmed Orrin's approval of Vessa's request that the army guard the crossings."
    assert [
        ("According to", None),
        ("confirmed", "According to"),
        ("approval of", "confirmed"),
        ("request", "approval of"),
    ] == nesting_of(text)


def test_belief_within_speech_is_nested_to_any_depth(nesting_of: Callable[[str], list[tuple[str, str | None]]]) -> None:
    text = "The mayor said she believed that the engineers had warned the company that the bridge could fall."
    assert [("said", None), ("believed", "said"), ("had warned", "believed")] == nesting_of(text)


@given(SENTENCES | st.text(max_size=200))
def test_contents_lie_in_the_text_and_nesting_never_goes_round(text: str) -> None:
    syntax = PARSER.parse(text)
    links = READER.read(syntax, find_quotations(text), [(0, len(text))])
    above = parents(syntax, links)
    for n, link in enumerate(links):
        assert all(0 <= start < end <= len(text) for start, end in link.content)
        seen, at = {n}, above[n]
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = above[at]


PARSER, READER = Parser(), RuleReader(Lexicon())
