"""What stands as the content of a verb: frames, the most telling first.

A frame has the name that the lexicon knows it by, the words of the content, and the further words that then belong to
the cue (the preposition of "called for").
"""

from collections.abc import Iterator
from typing import NamedTuple

from reportedly.reading.attribution.links import Words
from training.rules.cues import AUXILIARIES, VerbCues
from training.rules.sources import noun_phrase

WH = frozenset("whether if what who whom whose which when where why how".split())
# With a person as object these are deeds, not words: "questioned the suspect", "confirmed him".
ABOUT_THINGS = frozenset(
    {"question", "challenge", "confirm", "deny", "accept", "address", "recall", "dismiss", "reject"}
)
# Prepositions whose phrase completes an object: "accused the company of theft".
COMPLETING = frozenset({"of", "for", "as", "about", "over", "against"})
# Prepositions behind a passive that tell place, time or agent, not content.
CIRCUMSTANCE = frozenset({"by", "in", "on", "at"})
# Subjects that only stand for what a preposition tells: "what was reported about …", "information relayed on …".
EMPTY_SUBJECTS = frozenset(
    {"what", "it", "information", "news", "reports", "report", "which", "that", "details", "claims"}
)
COMMAS = frozenset({",", "--", "—", "–", "-"})
# Passives that report even where no one is named: "two deaths were reported".
TOLD_BY_NOBODY = frozenset({"report", "announce", "allege", "rumour", "rumor"})
# … and these where they are negated: "could not be independently verified".
CHECKED_BY_NOBODY = frozenset({"verify", "confirm", "corroborate"})


class Frame(NamedTuple):
    name: str
    words: Words
    cue: Words = ()


class VerbFrames:
    """Finds the frames of one text's verbs."""

    def __init__(self, cues: VerbCues) -> None:
        self.cues, self.syntax = cues, cues.syntax

    def active(self, verb: int, who: int | None) -> Iterator[Frame]:
        """Frames of an active verb whose subject is `who`."""
        yield from self.clauses(verb, who)
        yield from self._behind_medium(verb)
        yield from self._around(verb)
        yield from self._complements(verb)
        yield from self._prepositions(verb)
        yield from self._objects(verb, who)

    def passive(self, verb: int, who: int | None, by: int | None) -> Iterator[Frame]:
        """Frames of a passive verb: its subject (`who`) is part of the content, the agent (`by`) is the source."""
        s = self.syntax
        subject_words = () if who is None or s.deps[who] == "expl" else noun_phrase(s, who, verb)
        for c in s.children[verb]:
            if s.deps[c] == "ccomp" and c > verb:
                yield Frame("clause", self._clause(c))
            elif s.deps[c] == "xcomp" and c > verb and self._has_to(c):
                yield Frame("causee", (*subject_words, *self._clause(c)))
                yield Frame("clause", (*subject_words, *self._clause(c)))
            elif (s.deps[c] in {"oprd", "xcomp"} and c > verb) or (
                s.deps[c] == "prep" and s.lower[c] == "as" and c > verb
            ):
                yield Frame("complement", (*subject_words, *s.subtree(c)))
        for c in s.children[verb]:
            if s.deps[c] == "prep" and c > verb and s.lower[c] not in CIRCUMSTANCE:
                inner = s.child(c, "pobj", "pcomp")
                if inner is not None and who is not None and s.lower[who] in EMPTY_SUBJECTS:
                    yield Frame("object", tuple(s.subtree(inner)), (c,))
                if inner is not None and subject_words:
                    yield Frame(f"prep:{s.lower[c]}", (*subject_words, *s.subtree(inner)), (c,))
                    yield Frame("object", (*subject_words, *s.subtree(inner)), (c,))
        told = self.cues.lemma(verb)
        unchecked = told in CHECKED_BY_NOBODY and s.child(verb, "neg") is not None
        if subject_words and (by is not None or told in TOLD_BY_NOBODY or unchecked):
            yield Frame("object", subject_words)

    def clauses(self, verb: int, who: int | None) -> Iterator[Frame]:
        """Finite clauses, infinitives and participles that hang on a verb."""
        s = self.syntax
        for c in s.children[verb]:
            if s.deps[c] == "ccomp" or (s.deps[c] == "xcomp" and self._finite(c)):
                if c < verb:
                    yield Frame("clause", self._before(verb, c, who))
                elif self._has_to(c):
                    yield Frame("causee", self._clause(c))
                else:
                    wh = s.edges[c][0]
                    if s.lower[wh] in WH:
                        yield Frame("wh", self._clause(c))
                    yield Frame("clause", self._clause(c))
            elif s.deps[c] == "xcomp" and c > verb:
                told = s.child(verb, "dobj", "dative")
                if self._has_to(c):
                    if told is not None and told < c:
                        yield Frame("causee", (*s.subtree(told), *self._clause(c)))
                    yield Frame("to", self._clause(c))
                elif s.tags[c] == "VBG":
                    yield Frame("ing", self._clause(c))
                elif s.tags[c][0] in "JNV":
                    yield Frame("complement", self._clause(c))

    def _behind_medium(self, verb: int) -> Iterator[Frame]:
        """In "said in a statement that …" the parser hangs the clause on the statement."""
        s = self.syntax
        for c in s.children[verb]:
            medium = s.child(c, "pobj") if s.deps[c] == "prep" and c > verb else None
            clause = s.child(medium, "acl", "relcl", "ccomp") if medium is not None else None
            if clause is not None:
                mark = s.child(clause, "mark")
                if mark is not None and s.lower[mark] == "that" and self._finite(clause):
                    yield Frame("clause", self._clause(clause))

    def _around(self, verb: int) -> Iterator[Frame]:
        """A cue in commas inside or behind the sentence that it reports: "The closure, analysts say, could …"."""
        s = self.syntax
        who = s.child(verb, "nsubj")
        if who is None or s.child(verb, "mark", "dobj") is not None:
            return
        aux = [c for c in s.children[verb] if s.deps[c] in AUXILIARIES]
        group = [*noun_phrase(s, who, verb), *aux, verb]
        first, last = min(group), max(group)
        begin, end = s.sentences[s.sentence_of[verb]]
        if (
            first > begin
            and s.lower[first - 1] in COMMAS
            and last + 1 < end
            and s.lower[last + 1] in {*COMMAS, ".", ";"}
        ):
            words = [w for w in range(begin, end) if not first <= w <= last]
            if last + 2 < end or s.deps[verb] == "parataxis":
                yield Frame("clause", tuple(words))

    def _complements(self, verb: int) -> Iterator[Frame]:
        s = self.syntax
        predicate = s.child(verb, "oprd")
        thing = s.child(verb, "dobj")
        if predicate is not None:
            words = set(s.subtree(predicate)) | (set(s.subtree(thing)) if thing is not None else set())
            yield Frame("complement", tuple(sorted(words)))
        if thing is not None and any(
            s.deps[c] == "prep" and s.lower[c] == "as" for c in (*s.children[verb], *s.children[thing]) if c > verb
        ):
            as_words = [w for c in s.children[verb] if s.deps[c] == "prep" and s.lower[c] == "as" for w in s.subtree(c)]
            yield Frame("complement", tuple(sorted({*s.subtree(thing), *as_words})))

    def _prepositions(self, verb: int) -> Iterator[Frame]:
        s = self.syntax
        thing = s.child(verb, "dobj")
        for c in s.children[verb]:
            if s.deps[c] == "prep" and c > verb and (thing is None or c < thing):
                inner = s.child(c, "pobj", "pcomp")
                if inner is not None:
                    clauses = [w for x in s.children[verb] if s.deps[x] == "xcomp" and x > c for w in s.subtree(x)]
                    yield Frame(f"prep:{s.lower[c]}", (*s.subtree(inner), *clauses), (c,))

    def _objects(self, verb: int, who: int | None) -> Iterator[Frame]:
        s = self.syntax
        thing = s.child(verb, "dobj")
        if thing is None or thing == who:
            return
        if thing < verb and s.lower[thing] in {"what", "which", "that"}:
            return
        if self._is_somebody(thing) and self.cues.lemma(verb) in ABOUT_THINGS:
            return
        words = set(s.subtree(thing))
        for c in s.children[verb]:
            if c > thing and s.deps[c] in {"prep", "dative"} and s.lower[c] in COMPLETING:
                words |= set(s.subtree(c))
        yield Frame("object", tuple(sorted(words)))

    def _is_somebody(self, word: int) -> bool:
        name = self.syntax.name_at[word]
        return self.syntax.tags[word] == "PRP" or (name is not None and name.label == "PERSON")

    def _clause(self, head: int) -> Words:
        """A clause's words less its complementizer "that"."""
        s = self.syntax
        words = s.subtree(head)
        mark = s.child(head, "mark")
        if mark is not None and s.lower[mark] == "that":
            words = [w for w in words if w > mark or w < s.edges[head][0]]
        elif (
            words and s.lower[words[0]] == "that" and s.deps[words[0]] in {"mark", "dobj", "advmod"} and len(words) > 1
        ):
            words = words[1:] if s.tags[words[0]] == "IN" else words
        return tuple(words)

    def _before(self, verb: int, clause: int, who: int | None) -> Words:
        """A clause reported from behind: all of the verb's words in front of its cue and source."""
        s = self.syntax
        group = min(self.cues.words(verb))
        if who is not None and s.heads[who] == verb:
            group = min(group, s.edges[who][0])
        left = [
            w for c in s.children[verb] if c < group and s.edges[c][1] < verb + 1 for w in s.subtree(c) if w < group
        ]
        return tuple(sorted({*left, *s.subtree(clause)} - {verb}))

    def _finite(self, clause: int) -> bool:
        return self.syntax.child(clause, "nsubj", "nsubjpass", "expl") is not None

    def _has_to(self, clause: int) -> bool:
        s = self.syntax
        return any(s.lower[c] == "to" and s.deps[c] == "aux" for c in s.children[clause])
