"""The cast of one report: everybody its sources and hearers may be, gathered mention by mention."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.reading.parties.names import folded, is_outlet, noun_kinds, parts, same_body, same_person, singular
from reportedly.reading.parties.phrases import PROPER, Phrase, name_run, read_phrase, role_nouns
from reportedly.reading.syntax import Syntax

BODY_LABELS = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"})
GOVERNING = frozenset({"GPE", "NORP", "LOC"})
STATE_WORDS = frozenset("government ministry administration kremlin".split())
FEMALE = frozenset("mrs mrs. ms ms. miss madam lady queen princess dame spokeswoman chairwoman congresswoman mother wife "
                   "daughter sister woman girl actress".split())  # fmt: skip
MALE = frozenset("mr mr. sir lord king prince pope spokesman chairman congressman father husband son brother man boy".split())


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
        return role_nouns(self.titles) | {singular(w) for t in self.titles for w in t.lower().split()[-1:]}

    def met(self, words: Sequence[int], name: str | None = None) -> None:
        if tuple(words) not in self.mentions:
            self.mentions.append(tuple(words))
        if name and name not in self.names:
            self.names.append(name)

    def last_before(self, word: int) -> int:
        """The last word of this member in front of `word`, -1 if there is none."""
        return max((m[0] for m in self.mentions if m[0] < word), default=-1)


class Cast:
    """Finds or makes the member that a phrase names."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.members: list[Member] = []
        self.last_names: set[str] = set()
        for phrase in self._name_phrases():
            if phrase.person:
                self.person(phrase)
        for name in syntax.names:
            if name.label in BODY_LABELS and not self._is_person(name.start, name.end):
                words = tuple(w for w in range(name.start, name.end) if syntax.tags[w] != "POS")
                if words and any(syntax.tags[w] in PROPER for w in words):
                    self.body(words, name.label)

    def _name_phrases(self) -> Iterator[Phrase]:
        """Noun phrases around the persons' names of the text, in text order."""
        s = self.syntax
        people = {w for n in s.names if n.label == "PERSON" for w in range(n.start, n.end)}
        titled = {
            w for w in range(1, len(s)) if s.tags[w] in PROPER and s.name_at[w] is None and s.tags[w - 1] in PROPER
        }
        for w in sorted(people | titled):
            if s.deps[w] in {"compound", "punct"} and s.heads[w] != w:
                continue
            yield read_phrase(s, self._small_phrase(w), tuple(self.last_names))

    def _small_phrase(self, head: int) -> list[int]:
        """A name with what stands close around it: modifiers before, one appositive behind."""
        s = self.syntax
        keep = [c for c in s.children[head] if s.deps[c] in {"compound", "amod", "nmod", "appos", "poss", "det", "punct"}]
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
        member = next((m for m in self._people() if any(same_person(text, n) for n in m.names)), None)
        if member is None:
            member = Member(text, "named")
            self.members.append(member)
        if len(parts(text)) > len(parts(member.name)):
            member.name = text
        member.met(phrase.person, text)
        if parts(text):
            self.last_names.add(parts(text)[-1])
        member.titles += [t for t in phrase.titles if t not in member.titles]
        member.gender = member.gender or _gender(s, phrase)
        return member

    def _people(self) -> Iterator[Member]:
        return (m for m in self.members if m.kind == "named")

    def _is_person(self, start: int, end: int) -> bool:
        return any(set(range(start, end)) & set(mention) for m in self._people() for mention in m.mentions)

    # ---- bodies

    def body(self, words: tuple[int, ...], label: str = "ORG") -> Member:
        """The body, government or outlet of a proper name."""
        s = self.syntax
        text = s.phrase(words[0], words[-1])
        for member in self._bodies():
            if any(same_body(text, n) for n in member.names):
                if len(parts(text)) > len(parts(member.name)):
                    member.name = text
                member.met(words, text)
                return member
        kind = "outlet" if is_outlet(text) or self._called_outlet(words) else "institution"
        member = Member(text, kind, governs=label in GOVERNING or bool(STATE_WORDS & set(folded(text).split())))
        member.met(words, text)
        self.members.append(member)
        return member

    def _bodies(self) -> Iterator[Member]:
        return (m for m in self.members if m.kind in {"institution", "outlet"} and not m.noun)

    def _called_outlet(self, words: tuple[int, ...]) -> bool:
        """Whether the words around a name call it an outlet: "the Fars news agency", "daily newspaper Le Soir"."""
        s = self.syntax
        around = [*range(words[0] - 2, words[0]), *range(words[-1] + 1, words[-1] + 3)]
        near = [s.lower[w] for w in around if 0 <= w < len(s) and s.sentence_of[w] == s.sentence_of[words[0]]]
        return any(noun_kinds().get(w) == "outlet" and w not in {"station", "wire", "site", "agency"} for w in near) or (
            "news agency" in " ".join(near)
        )

    # ---- others

    def described(self, name: str, kind: str, noun: str, phrase: Phrase, governs: bool = False) -> Member:
        """A new member known by a description only."""
        member = Member(name, kind, governs=governs, plural=phrase.plural, noun=noun)
        member.gender = _gender(self.syntax, phrase)
        member.met(phrase.words, name)
        self.members.append(member)
        return member

    def widened(self, name_words: tuple[int, ...]) -> tuple[int, ...]:
        return name_run(self.syntax, name_words[0], name_words[-1] + 1)


def _gender(syntax: Syntax, phrase: Phrase) -> str:
    near = {syntax.lower[w] for w in phrase.words} | {
        syntax.lower[w] for w in range(max(phrase.words[0] - 1, 0), phrase.words[0])
    }
    if near & FEMALE:
        return "f"
    return "m" if near & MALE else ""
