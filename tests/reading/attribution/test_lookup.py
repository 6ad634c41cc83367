"""Looking up a cue that was found: its lemma, frame and stance."""

from collections.abc import Callable

import pytest

from reportedly.reading.attribution.lookup import look_up
from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import Lexicon


@pytest.mark.parametrize(
    ("text", "cue", "content", "lemma", "act"),
    [
        ("The mayor denied that the bridge fell.", "denied", "the bridge fell", "deny", "deny"),
        ("The mayor ruled out a war.", "ruled out", "a war", "rule out", "deny"),
        ("The mayor asked whether it rained.", "asked", "whether it rained", "ask", "ask"),
        ("The mayor asked them to leave.", "asked", "them to leave", "ask", "request"),
        ("Tehran 's request that he leave was met.", "request", "he leave", "request", "request"),
        ("According to Fars, it rained.", "According to", "it rained", "according to", "state"),
        ("The bridge reportedly fell.", "reportedly", "The bridge fell", "reportedly", "report"),
    ],
)
def test_known_cues_have_their_stance(
    parse: Callable[[str], Syntax], lexicon: Lexicon, text: str, cue: str, content: str, lemma: str, act: str
) -> None:
    syntax = parse(text)
    words = [syntax.words.index(w) for w in cue.split()]
    inside = [syntax.words.index(w) for w in content.split()]
    entry = look_up(syntax, lexicon, words[0], words, inside)
    assert (lemma, act, True) == (entry.lemma, entry.stance.act, entry.known)


def test_an_unknown_cue_is_a_plain_statement_and_says_so(parse: Callable[[str], Syntax], lexicon: Lexicon) -> None:
    syntax = parse("The mayor yodelled that it rained.")
    entry = look_up(syntax, lexicon, 2, [2], [4, 5])
    assert ("state", "positive", "certain", False) == (
        entry.stance.act, entry.stance.polarity, entry.stance.certainty, entry.known,
    )  # fmt: skip
