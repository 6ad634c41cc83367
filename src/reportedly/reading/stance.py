"""Act, polarity and certainty of an attribution: the cue's entry in the lexicon, turned by negation, hedge and content."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.reading.attribution.links import Link, Spans
from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import Stance

NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "none", "nobody", "nothing", "cannot", "without"})
POSSIBLE = frozenset({"may", "might", "could", "possibly", "perhaps", "maybe", "suspected", "possible"})
PROBABLE = frozenset(
    {"likely", "probably", "apparently", "seemingly", "presumably", "appears", "appeared", "seems", "seemed"}
)
FUTURE = frozenset({"will", "would", "'ll", "shall", "'d"})
INTENT = frozenset({"plans", "planned", "intends", "intended", "aims", "pledged", "promised"})
OWN = frozenset({"he", "she", "it", "they", "i", "we"})
SPEAKING = frozenset({"state", "report", "confirm", "claim", "accuse"})
JOINED_NEGATIONS = frozenset({"neither", "nor"})
CONDITIONS = frozenset({"if", "unless", "should", "may", "might", "would"})
# Acts that hold nothing to be so or not so.
UNCLAIMED = frozenset({"request", "ask", "decline"})
COULD = frozenset({"could", "can", "able"})
# "could not be independently verified" is no refusal: it was tried.
UNCHECKED = Stance("confirm", "none", "unknown")
LEFT_OPEN = Stance("state", "positive", "possible")
UNSPOKEN = Stance("decline", "none", "unknown")
# Contents that call something untrue, whatever the cue.
UNTRUE = re.compile(
    r"\bno truth\b|\b(has|have|had) no (basis|foundation)\b|\bwithout (any )?(basis|foundation)\b|\b(is|are|was|were|be|been|as)\s+(\w+\s+)?(baseless|false|untrue|unfounded|groundless|fabricated|nonsense|"
    r"fake|incorrect|wrong|a lie|lies|fabrications?|inaccurate|misleading)\b|\bnothing of the (sort|kind)\b|"
    r"\b(never happened|did not happen|no such)\b|\bnot true\b",
    re.IGNORECASE,
)


class StanceReader:
    """Reads the stance of each link of one text."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax

    def read(self, link: Link, kind: str, nested: Sequence[Link]) -> Stance:
        """The stance of a link whose source is of `kind`; `nested` are the links inside its content.

        What lexicon and rules say has one vote; where the link has leanings of a network, they are added.
        """
        stance = self.by_rules(link, kind, nested)
        # Two things are plain whatever the network thinks: a content that calls something untrue in so many words denies
        # it, and a cue that is negated itself ("did not threaten") tells that it is not so.
        turned = self._of_cue(link).polarity == "negative" and link.stance.polarity == "positive"
        if not link.leanings or turned or (stance.act == "deny" and self._untrue(link)):
            return stance
        found = _outvoted(stance, link, kind)
        # "may deny": the cue says itself that it is open.
        return replace(found, certainty=stance.certainty) if self._conditional(link.head) else found

    def by_rules(self, link: Link, kind: str, nested: Sequence[Link]) -> Stance:
        """The stance by lexicon and rules alone."""
        stance = self._of_cue(link)
        if stance.act in {"decline", "ask"}:
            return stance
        roots = self._roots(link.content)
        stance = self._of_content(link, stance, roots)
        stance = _reported(stance, link, kind)
        if stance.polarity == "none" or stance.act in {"believe", "predict"}:
            return stance
        return replace(stance, certainty=self._certainty(stance.certainty, roots, link, nested))

    # ---- the cue

    def _of_cue(self, link: Link) -> Stance:
        """The lexicon's stance, turned where the cue is negated: "did not confirm", "would not say"."""
        stance, cue = link.stance, [self.syntax.lower[w] for w in (max(link.head - 1, 0), *link.cue)]
        if self._conditional(link.head):
            stance = replace(stance, certainty="possible" if stance.certainty == "certain" else stance.certainty)
        if not (NEGATIONS & set(cue[1:]) or cue[0] in JOINED_NEGATIONS):
            return stance
        if stance.act == "confirm" and COULD & set(cue):
            return UNCHECKED
        if stance.act in SPEAKING or stance.act == "decline":
            # "did not decline to comment" says no more than "declined" does.
            return UNSPOKEN
        if stance.act == "deny":
            return LEFT_OPEN if link.lemma == "rule out" else UNSPOKEN
        if stance.polarity == "positive":
            return replace(stance, polarity="negative")
        return stance

    def _conditional(self, verb: int) -> bool:
        """Whether a cue stands under "if" or "may": what it says has not been said yet."""
        s = self.syntax
        return any(s.lower[c] in CONDITIONS and s.deps[c] in {"mark", "aux"} for c in s.children[verb])

    # ---- the content

    def _of_content(self, link: Link, stance: Stance, roots: Sequence[int]) -> Stance:
        neutral = stance.act in {"state", "report", "confirm"}
        if neutral and self._untrue(link):
            return replace(stance, act="deny", polarity="negative")
        if stance.polarity == "positive" and neutral and roots and all(self._negated(r) for r in roots):
            return replace(stance, polarity="negative")
        if stance.act == "state" and link.frame in {"clause", "quote"} and self._own_step(roots):
            return replace(stance, act="commit")
        return stance

    def _untrue(self, link: Link) -> bool:
        return bool(link.content) and UNTRUE.search(self._main_clause(link)) is not None

    def _main_clause(self, link: Link) -> str:
        """The first sentence of a content, where an outright denial stands."""
        start, end = link.content[0]
        return re.split(r"(?<=[.!?])\s", self.syntax.text[start:end], maxsplit=1)[0]

    def _roots(self, content: Spans) -> list[int]:
        """The main verbs of a content: words in it that hang on none of it, and those coordinated with them."""
        s = self.syntax
        inside = [w for start, end in content for w in self._words(start, end)]
        within = set(inside)
        tops = [w for w in inside if s.heads[w] == w or s.heads[w] not in within]
        verbs = [w for w in tops if s.tags[w][0] in "VM"]
        joined = [
            w
            for w in inside
            if s.deps[w] == "conj" and s.heads[w] in verbs and s.child(w, "nsubj", "nsubjpass") is not None
        ]
        return verbs + joined

    def _words(self, start: int, end: int) -> range:
        return range(bisect_left(self.syntax.starts, start), bisect_left(self.syntax.starts, end))

    def _negated(self, verb: int) -> bool:
        s = self.syntax
        for c in s.children[verb]:
            if s.deps[c] == "neg" or (s.lower[c] in {"never", "nobody", "nothing", "none"}):
                return True
            if s.deps[c] in {"nsubj", "nsubjpass", "attr", "dobj"} and any(
                s.lower[x] in {"no", "neither", "none"} for x in s.children[c]
            ):
                return True
        return False

    def _own_step(self, roots: Sequence[int]) -> bool:
        """A source that tells its own next step: "said it would send troops", "we will resist"."""
        s = self.syntax
        if not roots:
            return False
        verb = roots[0]
        who = s.child(verb, "nsubj")
        if who is None or s.lower[who] not in OWN or s.lower[verb] == "be":
            return False
        return s.lower[verb] in INTENT or any(s.lower[c] in FUTURE and s.deps[c] == "aux" for c in s.children[verb])

    def _certainty(self, given: str, roots: Sequence[int], link: Link, nested: Sequence[Link]) -> str:
        """Hedges on the content's main verb count; those inside a nested attribution are that one's."""
        s = self.syntax
        cues = {w for other in nested for w in other.cue}
        near = {s.lower[x] for r in roots if r not in cues for x in (r, *s.children[r])}
        near |= {s.lower[x] for r in roots for c in s.children[r] if s.deps[c] == "acomp" for x in (c, *s.children[c])}
        near |= {s.lower[w] for w in link.cue}
        if link.stance.act == "warn" or given != "certain":
            return given
        if near & PROBABLE:
            return "probable"
        return "possible" if near & POSSIBLE else given


def _reported(stance: Stance, link: Link, kind: str) -> Stance:
    """What an outlet or nobody in particular says is reported; what a ministry "reported" is stated."""
    if kind in {"outlet", "none"} and stance.act in {"state", "claim"} and link.lemma not in {"claim", "allege"}:
        return replace(stance, act="report")
    if kind not in {"outlet", "none"} and stance.act == "report" and link.lemma == "report":
        return replace(stance, act="state")
    return stance


def _outvoted(stance: Stance, link: Link, kind: str) -> Stance:
    """The labels with the most weight once the network's leanings are added to the rules' vote."""
    best = {
        field: _heaviest({label: x for label, x in of_field.items() if _may_be(label, stance)}, getattr(stance, field))
        for field, of_field in (link.leanings or {}).items()
    }
    found = _reported(replace(stance, **best), link, kind)
    if found.act == "report" and kind not in {"outlet", "none"} and stance.act != "report":
        found = replace(found, act=stance.act)
    if found.act in UNCLAIMED:
        return replace(found, polarity="none")
    return found


def _may_be(label: str, by_rules: Stance) -> bool:
    """A refusal to speak stands in the cue: where the rules see none there, there is none."""
    return label != "decline" or by_rules.act == "decline"


def _heaviest(leanings: Mapping[str, float], voted: str) -> str:
    return max(leanings, key=lambda label: leanings[label] + (label == voted))
