"""What a report tells of people whom it does not name: how many, what they do, for whom, of which nation, why unnamed."""

import re

from reportedly.model import Profile
from reportedly.reading.parties.cast import Member
from reportedly.reading.syntax import Syntax

NUMBERS = re.compile(
    r"^(one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|dozens|multiple|a dozen|\d+)$", re.IGNORECASE
)
REASON = re.compile(
    r"(?:on (?:the )?condition of anonymity|(?:asked|requested|declined|wished|wanted|spoke)[^.]{0,40}?anonym\w+|"
    r"(?:not|not be|asked not to be) (?:named|identified))(?P<why>[^.]{0,160})|"
    r"(?:was|were|is|are|because \w+ (?:was|were|is|are)) not authori[sz]ed to [^.]{0,80}",
    re.IGNORECASE,
)


def profile_of(syntax: Syntax, member: Member) -> Profile:
    """The profile of an unnamed party, from its first description and the sentence around it."""
    words = member.mentions[0]
    number = next((syntax.words[w] for w in words if NUMBERS.match(syntax.words[w])), None)
    nation = next((syntax.words[w] for w in words if (n := syntax.name_at[w]) and n.label == "NORP"), None)
    body = next((n for w in words if (n := syntax.name_at[w]) and n.label in {"ORG", "GPE"}), None)
    institution = syntax.phrase(body.start, body.end - 1) if body else None
    return Profile(number, member.noun or None, institution, nation, _reason(syntax, member))


def _reason(syntax: Syntax, member: Member) -> str | None:
    for words in member.mentions:
        first, last = syntax.sentences[syntax.sentence_of[words[0]]]
        match = REASON.search(syntax.phrase(first, last - 1))
        if match:
            return match[0].strip()
    return None
