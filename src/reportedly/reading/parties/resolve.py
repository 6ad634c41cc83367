"""Which member of the cast a source or hearer is: by name, by description, by pronoun.

Pronouns and short descriptions go to somebody met before; where nobody fits, the answer is None and the caller abstains.
"""

from collections.abc import Callable, Sequence

from reportedly.reading.parties.cast import Cast, Member
from reportedly.reading.parties.names import folded, is_outlet, noun_kinds, singular
from reportedly.reading.parties.phrases import PROPER, Phrase, phrase_head, read_phrase
from reportedly.reading.syntax import Syntax

FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
SECOND = frozenset({"you", "your", "yours", "yourself"})
HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = FIRST | SECOND | HE | SHE | IT | THEY | {"who", "which", "that", "this", "these", "those", "one"}
# How far back, in sentences, a pronoun or a short description reaches.
REACH = 8
# A longer phrase is a run of relations, not a name; nobody is looked for in it.
LONGEST_OWNED = 40
# Reports that are nobody's are the press's.
REPORTS = frozenset({"report", "reports"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "prep", "acl", "relcl", "appos", "nummod"})


class Resolver:
    """Resolves the phrases of one report in text order; every answer is a mention for those that follow."""

    def __init__(self, syntax: Syntax, outlet: str | None = None) -> None:
        self.syntax = syntax
        self.cast = Cast(syntax, outlet)

    def resolve(self, words: Sequence[int], speaker: Member | None, speaks: bool = True) -> Member | None:
        """The member behind a noun phrase; `speaker` is who "I" and "we" are, `speaks` whether the phrase is a source."""
        member = self._find(words, speaker)
        if member is not None:
            self.cast.met(member, words)
            if speaks:
                member.spoke_at.append(words[0])
        return member

    def _find(self, words: Sequence[int], speaker: Member | None) -> Member | None:
        head = phrase_head(self.syntax, words)
        pronoun = self.syntax.lower[head]
        if pronoun in PRONOUNS and len(words) <= 2 and not self.syntax.words[head][1:].isupper():
            return self._pronoun(pronoun, words[0], speaker)
        phrase = read_phrase(self.syntax, words, tuple(self.cast.last_names))
        if phrase.person:
            return self.cast.person(phrase)
        if self.syntax.tags[head] in PROPER or phrase.body:
            return self._proper(phrase)
        return self._described(phrase)

    # ---- pronouns

    def _pronoun(self, pronoun: str, at: int, speaker: Member | None) -> Member | None:
        if pronoun in FIRST:
            return speaker
        if pronoun in HE | SHE:
            gender = "m" if pronoun in HE else "f"
            found = self._nearest(at, lambda m: _can_be(m, gender))
            if found is not None and found.kind == "named":
                found.gender = gender
            return found
        if pronoun in IT:
            return self._nearest(at, lambda m: m.kind in {"institution", "outlet"} and not m.plural)
        if pronoun in THEY:
            return self._nearest(at, lambda m: m.plural or m.kind == "institution") or self._nearest(
                at, lambda m: m.kind in {"outlet", "unnamed"}
            )
        return None

    def _nearest(self, at: int, fits: Callable[[Member], bool]) -> Member | None:
        """The fitting member met last before `at`; who spoke or was a subject counts as nearer than one mentioned in passing."""
        s = self.syntax
        best, best_key = None, (0.0, -1)
        for mention, member in self.cast.before(at):
            distance = s.sentence_of[at] - s.sentence_of[mention[0]]
            if distance > REACH:
                break
            if mention[-1] >= at or not fits(member):
                continue
            key = (self._weight(mention, member) - distance, mention[0])
            if best is None or key > best_key:
                best, best_key = member, key
        return best

    def _weight(self, mention: tuple[int, ...], member: Member) -> float:
        head = phrase_head(self.syntax, mention)
        while self.syntax.deps[head] in {"appos", "compound", "nmod"} and self.syntax.heads[head] != head:
            head = self.syntax.heads[head]
        subject = self.syntax.deps[head] in {"nsubj", "nsubjpass"}
        return 1.2 * (mention[0] in member.spoke_at) + 0.9 * subject

    # ---- names

    def _proper(self, phrase: Phrase) -> Member | None:
        s = self.syntax
        words = phrase.body or (phrase.head,)
        name = s.name_at[words[0]]
        member = self.cast.named(tuple(words), name.label if name else "ORG")
        if self.syntax.tags[phrase.head] == "NNPS" or phrase.plural:
            member.plural = member.plural or any(
                s.deps[w] == "conj" and s.heads[w] == phrase.head for w in phrase.words
            )
        return member

    # ---- descriptions

    def _described(self, phrase: Phrase) -> Member | None:
        noun = self.syntax.lower[phrase.head]
        kind = noun_kinds().get(noun, "")
        if kind == "institution" and is_outlet(self._called(phrase)):
            kind = "outlet"
        if phrase.definite and not self._is_long(phrase):
            found = self._referred(phrase, noun, kind)
            if found is not None:
                return found
        # A document's party is its author: "the ministry's statement" is the ministry's word.
        owner = self._owner(phrase) if kind == "document" and len(phrase.words) < LONGEST_OWNED else None
        if owner is not None:
            return owner
        inner = self._name_in(phrase) if kind in {"outlet", "institution"} else None
        if inner is not None and kind == "outlet":
            member = self.cast.body(inner)
            member.kind = "outlet"
            return member
        known = self._same_words(phrase)
        if known is not None:
            return known
        kind = "outlet" if noun in REPORTS else kind or self._guessed_kind(phrase)
        return self.cast.described(self._called(phrase), kind, singular(noun), phrase, governs=noun == "government")

    def _guessed_kind(self, phrase: Phrase) -> str:
        """The kind of a party whose head noun the lexicon does not know: people, or some thing that is read."""
        return "unnamed" if phrase.plural or self._is_people(phrase) else "document"

    def _is_long(self, phrase: Phrase) -> bool:
        return sum(self.syntax.deps[w] in MODIFIERS and self.syntax.heads[w] == phrase.head for w in phrase.words) > 1

    def _referred(self, phrase: Phrase, noun: str, kind: str) -> Member | None:
        """For "the commander", "the sources", "the ministry": somebody met before whom the noun fits."""
        at, one = phrase.words[0], singular(noun)
        modifiers = {
            self.syntax.lower[w]
            for w in phrase.words
            if w != phrase.head and self.syntax.tags[w] not in {"DT", "PRP$", "POS"}
        }

        def holds(member: Member) -> bool:
            if member.noun == one and member.plural == phrase.plural:
                return not modifiers or modifiers <= set(folded(member.name).split())
            if phrase.plural or member.plural:
                return False
            if member.kind == "named":
                title_words = {w for t in member.titles for w in folded(t).replace("-", " ").split()}
                return one in member.roles and modifiers <= title_words
            words = folded(member.name).split()
            if modifiers and not modifiers <= set(words):
                return False
            if kind == "outlet":
                return member.kind == "outlet"
            if kind == "institution":
                return member.kind == "institution" and one in words
            return False

        found = self._nearest(at, holds)
        if found is None and kind == "outlet" and not modifiers and not phrase.plural:
            found = self._nearest(at, lambda m: m.kind == "outlet")
        if found is None and noun in {"agency", "newspaper", "paper", "network", "broadcaster"} and not modifiers:
            found = self._nearest(at, lambda m: m.kind == "outlet")
        return found

    def _owner(self, phrase: Phrase) -> Member | None:
        """Whose a document is: "the ministry's statement", "a report by …", "a NATO press release"."""
        s = self.syntax
        for w in phrase.words:
            if s.heads[w] != phrase.head:
                continue
            if s.deps[w] == "poss" or (s.deps[w] in {"compound", "nmod"} and s.tags[w] in PROPER):
                words = [x for x in s.subtree(w) if x in phrase.words and s.tags[x] != "POS"]
                return self._find(words, None)
            if s.deps[w] in {"prep", "agent"} and s.lower[w] in {"by", "from"}:
                inner = s.child(w, "pobj")
                if inner is not None:
                    return self._find([x for x in s.subtree(inner) if x in phrase.words] or [inner], None)
        return None

    def _name_in(self, phrase: Phrase) -> tuple[int, ...] | None:
        """A proper name that a common head noun carries: "the Fars news agency", "news agency Interfax"."""
        s = self.syntax
        for w in phrase.words:
            name = s.name_at[w]
            if (
                name is not None
                and name.label in {"ORG", "PERSON", "GPE", "PRODUCT", "NORP", "WORK_OF_ART"}
                and s.heads[w] == phrase.head
            ):
                return (
                    tuple(x for x in range(name.start, name.end) if x in phrase.words and s.tags[x] in PROPER) or None
                )
            if s.tags[w] in PROPER and s.heads[w] == phrase.head and s.deps[w] in {"compound", "appos"}:
                return (w,)
        return None

    def _same_words(self, phrase: Phrase) -> Member | None:
        return self.cast.by_description.get(folded(self._called(phrase)))

    def _called(self, phrase: Phrase) -> str:
        """The phrase as a name: without article and edge punctuation."""
        s = self.syntax
        words = list(phrase.words)
        while len(words) > 1 and s.tags[words[0]] in {"DT", ","}:
            words.pop(0)
        return s.phrase(words[0], words[-1])

    def _is_people(self, phrase: Phrase) -> bool:
        noun = self.syntax.lower[phrase.head]
        ends = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "ant", "ants", "men", "man", "woman", "women")
        return phrase.plural or noun.endswith(ends) or self.syntax.tags[phrase.head] in {"CD", "DT"}


def _can_be(member: Member, gender: str) -> bool:
    if member.plural or member.gender not in {"", gender}:
        return False
    return member.kind == "named" or (member.kind == "unnamed" and bool(member.noun))


def source_kind(member: Member | None, syntax: Syntax, words: Sequence[int] | None) -> str:
    """The kind of source of an attribution: what its words name, or the party that reading found behind them."""
    if words is None:
        return "none"
    head = syntax.lower[phrase_head(syntax, words)]
    kind = noun_kinds().get(head)
    if member is None:
        return "named" if head in HE | SHE | FIRST else kind or "unnamed"
    if kind == "document" and member.kind != "outlet":
        return "document"
    return member.kind
