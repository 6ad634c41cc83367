"""The cast of one report: everybody its sources and hearers may be, gathered mention by mention."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.reading.parties.names import (
    folded,
    initials,
    is_outlet,
    noun_kinds,
    parts,
    same_body,
    same_person,
    singular,
    without_article,
)
from reportedly.reading.parties.phrases import PROPER, Phrase, is_called_person, is_titled, read_phrase, role_nouns
from reportedly.reading.syntax import Syntax

BODY_LABELS = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"})
# Words beside a name that call it an outlet only together with another ("news agency").
AMBIGUOUS = frozenset({"station", "wire", "site", "agency"})
# A pronoun never looks back over more mentions than these.
LONGEST_LOOK_BACK = 200
GOVERNING = frozenset({"GPE", "NORP", "LOC"})
STATE_WORDS = frozenset("government ministry administration kremlin".split())
FEMALE = frozenset("mrs mrs. ms ms. miss madam lady queen princess dame spokeswoman chairwoman congresswoman mother wife "
                   "daughter sister woman girl actress".split())  # fmt: skip
MALE = frozenset(
    "mr mr. sir lord king prince pope spokesman chairman congressman father husband son brother man boy".split()
)


@dataclass(slots=True)
class Member:
    """One of the cast: the best name so far, its kind of source, and the words where it was met."""

    name: str
    kind: str
    governs: bool = False
    plural: bool = False
    gender: str = ""
    noun: str = ""
    names: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    mentions: list[tuple[int, ...]] = field(default_factory=list)
    spoke_at: list[int] = field(default_factory=list)

    @property
    def roles(self) -> set[str]:
        """What the member may be called instead of by name: "commander", "ministry"."""
        return role_nouns(self.titles) | {singular(w) for t in self.titles for w in t.lower().split()[-1:]}


class Cast:
    """Finds or makes the member that a phrase names."""

    def __init__(self, syntax: Syntax, outlet: str | None = None) -> None:
        self.syntax = syntax
        self.members: list[Member] = []
        self.last_names: set[str] = set()
        # Every mention as (first word, words, member), in text order: what pronouns look back on.
        self.trail: list[tuple[int, tuple[int, ...], Member]] = []
        self.by_description: dict[str, Member] = {}
        self._by_part: dict[str, list[Member]] = {}
        self.publisher = self._publisher(outlet) if outlet else None
        people = [phrase for phrase in self._name_phrases() if phrase.person]
        for phrase in people:
            self.person(phrase)
        named = {w for phrase in people for w in phrase.person}
        for name in syntax.names:
            words = tuple(w for w in range(name.start, name.end) if syntax.tags[w] != "POS")
            if (
                name.label in BODY_LABELS
                and words
                and not named & set(words)
                and any(syntax.tags[w] in PROPER for w in words)
            ):
                self.named(words, name.label)

    def _publisher(self, outlet: str) -> Member:
        """The outlet that publishes the report: it may speak of itself."""
        member = self._joined(Member(without_article(outlet), "outlet"))
        member.names.append(member.name)
        for part in {*parts(outlet), initials(outlet)} - {""}:
            self._by_part.setdefault(part, []).append(member)
        return member

    def met(self, member: Member, words: Sequence[int], name: str | None = None) -> None:
        """Notes where a member was met, and under which name."""
        mention = tuple(words)
        if mention not in member.mentions:
            member.mentions.append(mention)
            insort(self.trail, (mention[0], mention, member), key=lambda t: t[0])
        if name and name not in member.names:
            member.names.append(name)
            for part in {*parts(name), initials(name)}:
                known = self._by_part.setdefault(part, [])
                if part and not any(m is member for m in known):
                    known.append(member)

    def _sharing(self, name: str) -> Iterator[Member]:
        """Members that share a word with a name, or whose initials or acronym it is, each once."""
        seen: set[int] = set()
        for part in (*parts(name), initials(name)):
            for member in self._by_part.get(part, ()):
                if id(member) not in seen:
                    seen.add(id(member))
                    yield member

    def before(self, word: int) -> Iterator[tuple[tuple[int, ...], Member]]:
        """Mentions in front of a word, nearest first."""
        n = bisect_left(self.trail, word, key=lambda t: t[0])
        for _, words, member in reversed(self.trail[max(n - LONGEST_LOOK_BACK, 0) : n]):
            yield words, member

    def _name_phrases(self) -> Iterator[Phrase]:
        """Noun phrases around the persons' names of the text, in text order."""
        s = self.syntax
        people = {w for n in s.names if n.label == "PERSON" for w in range(n.start, n.end)}
        # The pipeline takes unknown names for anything; a title or a role beside one says that it is a person's.
        called = {w for w in range(len(s)) if s.tags[w] in PROPER and (is_called_person(s, w) or is_titled(s, w))}
        for w in sorted({self._name_head(w) for w in people | called}):
            yield read_phrase(s, self._small_phrase(w), tuple(self.last_names))

    def _name_head(self, word: int) -> int:
        """The last word of the name that a word is the first of."""
        s = self.syntax
        while s.deps[word] in {"compound", "punct"} and s.heads[word] > word and s.tags[s.heads[word]] in PROPER:
            word = s.heads[word]
        return word

    def _small_phrase(self, head: int) -> list[int]:
        """A name with what stands close around it: modifiers before, one appositive behind."""
        s = self.syntax
        keep = [
            c for c in s.children[head] if s.deps[c] in {"compound", "amod", "nmod", "appos", "poss", "det", "punct"}
        ]
        words = {head, *(w for c in keep for w in s.subtree(c))}
        above = s.heads[head]
        if s.deps[head] == "appos" and above < head:
            words |= {w for w in s.subtree(above, [head]) if above - 8 <= w <= head}
        return sorted(w for w in words if s.sentence_of[w] == s.sentence_of[head])

    # ---- persons

    def person(self, phrase: Phrase) -> Member:
        """The person of a phrase: one whose name this may be, or a new one."""
        s = self.syntax
        text = s.phrase(phrase.person[0], phrase.person[-1]).replace("’s", "").replace("'s", "")
        member = next((m for m in self._sharing(text) if m.kind == "named" and _may_be(m, text)), None)
        if member is None:
            member = self._joined(Member(text, "named"))
        if len(parts(text)) > len(parts(member.name)):
            member.name = text
        self.met(member, phrase.person, text)
        if parts(text):
            self.last_names.add(parts(text)[-1])
        member.titles += [t for t in phrase.titles if t not in member.titles]
        member.gender = member.gender or _gender(s, phrase)
        return member

    def _joined(self, member: Member) -> Member:
        self.members.append(member)
        return member

    # ---- bodies

    def named(self, words: tuple[int, ...], label: str = "ORG") -> Member:
        """The member of a proper name that the pipeline takes for no person: a body, unless it is a known last name."""
        s = self.syntax
        text = s.phrase(words[0], words[-1])
        if len(parts(text)) == 1 and parts(text)[0] in self.last_names:
            person = next((m for m in self._sharing(text) if m.kind == "named" and len(parts(m.name)) > 1), None)
            if person is not None:
                self.met(person, words, text)
                return person
        return self.body(words, label)

    def body(self, words: tuple[int, ...], label: str = "ORG") -> Member:
        """The body, government or outlet of a proper name."""
        s = self.syntax
        text = without_article(s.phrase(words[0], words[-1]))
        for member in self._sharing(text):
            if (
                member.kind in {"institution", "outlet"}
                and not member.noun
                and any(same_body(text, n) for n in member.names)
            ):
                if len(parts(text)) > len(parts(member.name)):
                    member.name = text
                self.met(member, words, text)
                return member
        kind = "outlet" if is_outlet(text) or self._called_outlet(words) else "institution"
        governs = label in GOVERNING or bool(STATE_WORDS & set(folded(text).split()))
        member = self._joined(Member(text, kind, governs=governs))
        self.met(member, words, text)
        return member

    def _is_publisher(self, text: str) -> bool:
        """A paper calls itself by its full name or by the telling part of it: "the Lampwright"."""
        own, given = parts(self.publisher.name if self.publisher else ""), parts(text)
        return bool(given) and set(given) <= set(own) and given[-1] == own[-1]

    def _called_outlet(self, words: tuple[int, ...]) -> bool:
        """Whether the words around a name call it an outlet: "the Fars news agency", "daily newspaper Le Soir"."""
        s = self.syntax
        around = [*range(words[0] - 2, words[0]), *range(words[-1] + 1, words[-1] + 3)]
        near = [s.lower[w] for w in around if 0 <= w < len(s) and s.sentence_of[w] == s.sentence_of[words[0]]]
        return any(noun_kinds().get(w) == "outlet" and w not in AMBIGUOUS for w in near) or "news agency" in " ".join(
            near
        )

    # ---- others

    def described(self, name: str, kind: str, noun: str, phrase: Phrase, governs: bool = False) -> Member:
        """A new member known by a description only."""
        member = Member(name, kind, governs=governs, plural=phrase.plural, noun=noun)
        member.gender = _gender(self.syntax, phrase)
        self.met(member, phrase.words, name)
        self.by_description.setdefault(folded(name), member)
        return self._joined(member)


def _may_be(member: Member, name: str) -> bool:
    """Whether a person may bear a name; a full name is held against full names, or brothers become one."""
    full = [n for n in member.names if len(parts(n)) > 1]
    return any(same_person(name, n) for n in (full if full and len(parts(name)) > 1 else member.names))


def _gender(syntax: Syntax, phrase: Phrase) -> str:
    near = {syntax.lower[w] for w in phrase.words} | {
        syntax.lower[w] for w in range(max(phrase.words[0] - 1, 0), phrase.words[0])
    }
    if near & FEMALE:
        return "f"
    return "m" if near & MALE else ""
