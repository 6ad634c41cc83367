"""Attributions whose cue is a verb: "said that …", "… , she added", "was accused of …", "urged them to …"."""

from collections.abc import Callable, Iterator, Sequence

from reportedly.reading.attribution.links import Link, Words
from reportedly.reading.attribution.sources import agent, is_passive, noun_phrase, subject
from reportedly.reading.attribution.spans import content_spans
from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import Lexicon, Stance

AUXILIARIES = frozenset({"aux", "auxpass", "neg", "prt"})
WH = frozenset("whether if what who whom whose which when where why how".split())
# Modifiers of the cue that interrupt or border a content without being part of it.
CUE_MODIFIERS = frozenset({"aux", "auxpass", "neg", "prt", "advmod", "npadvmod", "mark"})
OUTLETS_TOLD = frozenset({"dobj", "dative"})
SILENT = frozenset({"comment", "say", "elaborate", "answer", "respond", "speak", "discuss", "talk", "reply"})
# With a person as object these are deeds, not words: "questioned the suspect", "confirmed him".
ABOUT_THINGS = frozenset(
    {"question", "challenge", "confirm", "deny", "accept", "address", "recall", "dismiss", "reject"}
)
# Subjects that only stand for what a preposition tells: "what was reported about …", "information relayed on …".
EMPTY_SUBJECTS = frozenset(
    {"what", "it", "information", "news", "reports", "report", "which", "that", "details", "claims"}
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
TRAILS_AFTER = frozenset({",", "”", '"', "''", ";", "--", "—", "–"})
COMMAS = frozenset({",", "--", "—", "–", "-"})
# Passives that report even where no one is named: "two deaths were reported".
TOLD_BY_NOBODY = frozenset({"report", "announce", "allege", "rumour", "rumor"})
# … and these where they are negated: "could not be independently verified".
CHECKED_BY_NOBODY = frozenset({"verify", "confirm", "corroborate"})
NEVER_CUES = frozenset({"aux", "auxpass", "amod", "compound"})


class VerbReader:
    """Finds the links whose cue is one verb of a text."""

    def __init__(self, syntax: Syntax, lexicon: Lexicon, quoted: Sequence[int] = ()) -> None:
        self.syntax, self.lexicon, self.quoted = syntax, lexicon, quoted

    def links(self) -> list[Link]:
        """All links with a content in the same sentence, in text order; at most one for each verb."""
        found = {}
        for i, tag in enumerate(self.syntax.tags):
            if tag.startswith("V") and self.syntax.deps[i] not in NEVER_CUES:
                link = self.link(i)
                if link:
                    found[i] = link
        for link in list(found.values()):
            cited = self.citing(link)
            if cited:
                found[cited.head] = cited
        return [found[i] for i in sorted(found)]

    def lemma(self, verb: int) -> str | None:
        """The lexicon entry of a verb form, with its particle where the lexicon has that ("point out")."""
        stem = self.lexicon.verb(self.syntax.lower[verb])
        if stem is None:
            return None
        particle = self.syntax.child(verb, "prt")
        if particle is None and verb + 1 < len(self.syntax):
            particle = verb + 1
        if particle is not None:
            phrase = f"{stem} {self.syntax.lower[particle]}"
            if phrase in self.lexicon.particle_verbs:
                return phrase
        return stem

    def link(self, verb: int) -> Link | None:
        lemma = self.lemma(verb)
        if lemma is None:
            return None
        read: Callable[[int, str], Link | None] = self._passive if is_passive(self.syntax, verb) else self._active
        return read(verb, lemma)

    # ---- active

    def _active(self, verb: int, lemma: str) -> Link | None:
        who, _ = subject(self.syntax, verb, self.quoted)
        if self._trails(verb):
            who = self._speaker_before(verb) or who
        if who is None or self._is_expletive(who):
            who = self._inverted_subject(verb, lemma)
        silence = self._silence(verb, lemma, who)
        if silence is not None:
            return silence
        for frame, words, cue_more in self._frames(verb, who):
            stance = self.lexicon.verb_stance(lemma, frame)
            if stance and who is not None:
                return self._built(verb, lemma, frame, stance, words, who, cue_more)
        return None

    def _frames(self, verb: int, who: int | None) -> Iterator[tuple[str, Words, Words]]:
        """(frame, content words, further cue words) that a verb's dependents allow, the most telling first."""
        yield from self._clauses(verb, who)
        yield from self._behind_medium(verb)
        yield from self._around(verb)
        yield from self._complements(verb)
        yield from self._prepositions(verb)
        yield from self._objects(verb, who)

    def _clauses(self, verb: int, who: int | None) -> Iterator[tuple[str, Words, Words]]:
        s = self.syntax
        for c in s.children[verb]:
            if s.deps[c] == "ccomp" or (s.deps[c] == "xcomp" and self._finite(c)):
                if c < verb:
                    yield "clause", self._before(verb, c, who), ()
                elif self._has_to(c):
                    yield "causee", self._clause(c), ()
                else:
                    wh = s.edges[c][0]
                    if s.lower[wh] in WH:
                        yield "wh", self._clause(c), ()
                    yield "clause", self._clause(c), ()
            elif s.deps[c] == "xcomp" and c > verb:
                told = s.child(verb, "dobj", "dative")
                if self._has_to(c):
                    if told is not None and told < c:
                        yield "causee", (*s.subtree(told), *self._clause(c)), ()
                    yield "to", self._clause(c), ()
                elif s.tags[c] == "VBG":
                    yield "ing", self._clause(c), ()
                elif s.tags[c][0] in "JNV":
                    yield "complement", self._clause(c), ()

    def _behind_medium(self, verb: int) -> Iterator[tuple[str, Words, Words]]:
        """In "said in a statement that …" the parser hangs the clause on the statement."""
        s = self.syntax
        for c in s.children[verb]:
            medium = s.child(c, "pobj") if s.deps[c] == "prep" and c > verb else None
            clause = s.child(medium, "acl", "relcl", "ccomp") if medium is not None else None
            if clause is not None:
                mark = s.child(clause, "mark")
                if mark is not None and s.lower[mark] == "that" and self._finite(clause):
                    yield "clause", self._clause(clause), ()

    def _around(self, verb: int) -> Iterator[tuple[str, Words, Words]]:
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
                yield "clause", tuple(words), ()

    def _complements(self, verb: int) -> Iterator[tuple[str, Words, Words]]:
        s = self.syntax
        predicate = s.child(verb, "oprd")
        thing = s.child(verb, "dobj")
        if predicate is not None:
            words = set(s.subtree(predicate)) | (set(s.subtree(thing)) if thing is not None else set())
            yield "complement", tuple(sorted(words)), ()
        if thing is not None and any(
            s.deps[c] == "prep" and s.lower[c] == "as" for c in (*s.children[verb], *s.children[thing]) if c > verb
        ):
            as_words = [w for c in s.children[verb] if s.deps[c] == "prep" and s.lower[c] == "as" for w in s.subtree(c)]
            yield "complement", tuple(sorted({*s.subtree(thing), *as_words})), ()

    def _prepositions(self, verb: int) -> Iterator[tuple[str, Words, Words]]:
        s = self.syntax
        thing = s.child(verb, "dobj")
        for c in s.children[verb]:
            if s.deps[c] == "prep" and c > verb and (thing is None or c < thing):
                inner = s.child(c, "pobj", "pcomp")
                if inner is not None:
                    clauses = [w for x in s.children[verb] if s.deps[x] == "xcomp" and x > c for w in s.subtree(x)]
                    yield f"prep:{s.lower[c]}", (*s.subtree(inner), *clauses), (c,)

    def _objects(self, verb: int, who: int | None) -> Iterator[tuple[str, Words, Words]]:
        s = self.syntax
        thing = s.child(verb, "dobj")
        if thing is None or thing == who:
            return
        if thing < verb and s.lower[thing] in {"what", "which", "that"}:
            return
        if self._is_somebody(thing) and self.lexicon.verb(s.lower[verb]) in ABOUT_THINGS:
            return
        words = set(s.subtree(thing))
        for c in s.children[verb]:
            if (
                c > thing
                and s.deps[c] in {"prep", "dative"}
                and s.lower[c] in {"of", "for", "as", "about", "over", "against"}
            ):
                words |= set(s.subtree(c))
        yield "object", tuple(sorted(words)), ()

    def _is_somebody(self, word: int) -> bool:
        name = self.syntax.name_at[word]
        return self.syntax.tags[word] == "PRP" or (name is not None and name.label == "PERSON")

    def _silence(self, verb: int, lemma: str, who: int | None) -> Link | None:
        """A refusal to speak, "declined to comment (on …)": there may be nothing that is not said."""
        s = self.syntax
        stance = self.lexicon.verb_stance(lemma, "to")
        said = s.child(verb, "xcomp")
        if stance is None or stance.act != "decline" or who is None or said is None or s.lower[said] not in SILENT:
            return None
        to = [c for c in s.children[said] if s.lower[c] == "to" and s.deps[c] == "aux"]
        on = next((c for c in s.children[said] if s.deps[c] == "prep" and s.lower[c] in {"on", "about", "to"}), None)
        topic = s.child(on, "pobj", "pcomp") if on is not None else s.child(said, "dobj", "ccomp", "xcomp")
        more = (*to, said) if topic is None or on is None else (*to, said, on)
        source = noun_phrase(s, who, verb)
        content = content_spans(s, s.subtree(topic)) if topic is not None else ()
        return Link(verb, lemma, "to", stance, self.cue_words(verb, more), source, content)

    # ---- passive

    def _passive(self, verb: int, lemma: str) -> Link | None:
        s = self.syntax
        by = agent(s, verb)
        who, _ = subject(s, verb, self.quoted)
        if by is None and s.child(verb, "auxpass", "nsubjpass") is None and not self._reports_clause(verb):
            return None
        saying = self._as_saying(verb)
        if saying is not None and by is not None:
            return self._relayed_saying(verb, lemma, by)
        if saying is not None:
            return self._as_saying_link(verb, saying, who)
        for frame, words, more, source in self._passive_frames(verb, who, by):
            stance = self.lexicon.verb_stance(lemma, frame)
            if stance:
                return self._built(verb, lemma, frame, stance, words, source, more)
        return None

    def _passive_frames(
        self, verb: int, who: int | None, by: int | None
    ) -> Iterator[tuple[str, Words, Words, int | None]]:
        s = self.syntax
        subject_words = () if who is None or self._is_expletive(who) else self._phrase_words(who, verb)
        for c in s.children[verb]:
            if s.deps[c] == "ccomp" and c > verb:
                yield "clause", self._clause(c), (), by
            elif s.deps[c] == "xcomp" and c > verb and self._has_to(c):
                yield "causee", (*subject_words, *self._clause(c)), (), by
                yield "clause", (*subject_words, *self._clause(c)), (), by
            elif (s.deps[c] in {"oprd", "xcomp"} and c > verb) or (
                s.deps[c] == "prep" and s.lower[c] == "as" and c > verb
            ):
                yield "complement", (*subject_words, *s.subtree(c)), (), by
        for c in s.children[verb]:
            if s.deps[c] == "prep" and c > verb and s.lower[c] not in {"by", "in", "on", "at"}:
                inner = s.child(c, "pobj", "pcomp")
                if inner is not None and who is not None and s.lower[who] in EMPTY_SUBJECTS:
                    yield "object", tuple(s.subtree(inner)), (c,), by
                if inner is not None and subject_words:
                    yield f"prep:{s.lower[c]}", (*subject_words, *s.subtree(inner)), (c,), by
                    yield "object", (*subject_words, *s.subtree(inner)), (c,), by
        told = self.lemma(verb)
        unchecked = told in CHECKED_BY_NOBODY and s.child(verb, "neg") is not None
        if subject_words and (by is not None or told in TOLD_BY_NOBODY or unchecked):
            yield "object", subject_words, (), by

    def _reports_clause(self, verb: int) -> bool:
        """A bare participle counts where more than its noun hangs on it: "a man described as …"."""
        s = self.syntax
        return any(
            s.deps[c] == "ccomp" or (s.deps[c] == "prep" and s.lower[c] in {"as", "of"}) for c in s.children[verb]
        )

    def _as_saying(self, verb: int) -> int | None:
        """The verb of "was quoted as saying"."""
        s = self.syntax
        for c in s.children[verb]:
            if s.lower[c] == "as" and s.deps[c] == "prep":
                inner = s.child(c, "pcomp")
                if inner is not None and s.tags[inner] == "VBG" and self.lemma(inner):
                    return inner
        return None

    def _relayed_saying(self, verb: int, lemma: str, by: int) -> Link | None:
        """In "was quoted by the agency as saying …" the agency has the whole as content; "saying" is a cue of its own."""
        stance = self.lexicon.verb_stance(lemma, "object")
        words = [w for w in self.syntax.subtree(verb) if self.syntax.lower[w] not in {".", "!", "?"}]
        if stance is None:
            return None
        cue, source = self.cue_words(verb), noun_phrase(self.syntax, by, verb)
        return Link(verb, lemma, "clause", stance, cue, source, content_spans(self.syntax, words))

    def _as_saying_link(self, verb: int, saying: int, who: int | None) -> Link | None:
        lemma = self.lemma(saying)
        if lemma is None or who is None:
            return None
        for frame, words, _ in self._clauses(saying, None):
            stance = self.lexicon.verb_stance(lemma, frame)
            if stance:
                return self._built(verb, lemma, frame, stance, words, who, (self.syntax.heads[saying], saying))
        return None

    # ---- parts

    def _built(
        self, verb: int, lemma: str, frame: str, stance: Stance, words: Sequence[int], who: int | None, more: Words
    ) -> Link | None:
        s = self.syntax
        cue = self.cue_words(verb, more)
        source = noun_phrase(s, who, verb) if who is not None else None
        hearer = self.hearer(verb, lemma, frame)
        between = {*cue, *(source or ()), *(hearer or ())}
        keep = set(words) - set(cue) - set(hearer or ())
        if not set(source or ()) & keep:
            keep -= set(source or ())
        elif source and frame in {"clause", "quote", "wh"}:
            keep -= set(source)
        if frame in {"clause", "to", "wh", "object"} and keep and min(keep) > verb:
            keep = self._without_comment(verb, self._rejoined(verb, keep))
        content = content_spans(s, keep, self._interrupting(verb, between, keep))
        return Link(verb, lemma, frame, stance, cue, source, content, hearer) if content else None

    def citing(self, outer: Link) -> Link | None:
        """The source that an outlet's report cites: "X reported, citing Y, that …" has Y say the same within X's report."""
        s = self.syntax
        if outer.frame not in {"clause", "quote"} or outer.source is None:
            return None
        first, last = s.sentences[s.sentence_of[outer.head]]
        for w in range(first, last):
            if s.lower[w] != "citing" or w in outer.cue or not self._belongs(w, outer.head):
                continue
            cited = s.child(w, "dobj")
            stance = self.lexicon.verb_stance("say", "clause")
            if cited is not None and stance is not None:
                source = noun_phrase(s, cited)
                held = tuple(x for x in outer.content if not x[0] <= s.starts[w] < x[1])
                return Link(w, "cite", "clause", stance, (w,), source, held or outer.content, within=outer.head)
        return None

    def _belongs(self, participle: int, verb: int) -> bool:
        return self.syntax.heads[participle] == verb or verb in list(self.syntax.ancestors(participle))[:2]

    def _rejoined(self, verb: int, keep: set[int]) -> set[int]:
        """A bracket can tear a clause: what follows its closing mark in the sentence belongs to the content again."""
        s = self.syntax
        last = max(keep)
        torn = last + 1 < len(s) and s.words[last + 1] == ")" and s.heads[last + 1] == verb and last + 1 not in keep
        if not torn:
            return keep
        end = s.sentences[s.sentence_of[verb]][1]
        return keep | {w for w in range(last + 1, end) if s.words[w] not in {".", "!", "?"}}

    def _without_comment(self, verb: int, keep: set[int]) -> set[int]:
        """A content less a closing ", which …" that has a cue of its own: "decided to …, which it said was …"."""
        s = self.syntax
        for w in sorted(keep):
            if s.deps[w] == "relcl" or (s.deps[w] in {"ccomp", "advcl"} and s.lower[s.edges[w][0]] == "which"):
                first, last = s.edges[w]
                first = max(first, min(keep))
                closing = s.lower[first] == "which" and s.lower[first - 1] == "," and last >= max(keep)
                if closing and any(
                    self.lemma(c) and s.child(c, "nsubj") is not None
                    for c in s.subtree(w)
                    if s.tags[c][0] == "V" and c != verb
                ):
                    return {k for k in keep if k < first - 1}
        return keep

    def _interrupting(self, verb: int, between: set[int], keep: set[int]) -> set[int]:
        """Words of the cue's own group that lie between the words of the content."""
        s = self.syntax
        group = set(between)
        for c in s.children[verb]:
            if s.deps[c] in CUE_MODIFIERS or (s.deps[c] in {"prep", "advcl"} and c not in keep):
                group |= set(s.subtree(c))
        return (group | {verb}) - keep

    def cue_words(self, verb: int, more: Words = ()) -> Words:
        """The verb with its auxiliaries, negation and particle (and a preposition that belongs to it)."""
        s = self.syntax
        own = [c for c in s.children[verb] if s.deps[c] in AUXILIARIES and s.lower[c] != "to" and abs(c - verb) < 8]
        own += [c for c in s.children[verb] if s.lower[c] == "never" and s.deps[c] in {"neg", "advmod"}]
        return tuple(sorted({verb, *own, *more}))

    def hearer(self, verb: int, lemma: str, frame: str) -> Words | None:
        """The one told: the object of "told", "to …" after other verbs of saying."""
        s = self.syntax
        if frame not in {"clause", "quote", "wh", "to"} and not frame.startswith("prep:"):
            return None
        if self.lexicon.verb_stance(lemma, "hearer") and frame != "to":
            told = s.child(verb, "dobj", "dative", "nsubjpass")
            if told is not None:
                return noun_phrase(s, told, verb)
        for c in s.children[verb]:
            if s.deps[c] in {"prep", "dative"} and s.lower[c] == "to" and frame in {"clause", "quote"} and c > verb:
                told = s.child(c, "pobj")
                if told is not None:
                    return noun_phrase(s, told, verb)
        return None

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
        group = min(self.cue_words(verb))
        if who is not None and s.heads[who] == verb:
            group = min(group, s.edges[who][0])
        left = [
            w for c in s.children[verb] if c < group and s.edges[c][1] < verb + 1 for w in s.subtree(c) if w < group
        ]
        return tuple(sorted({*left, *s.subtree(clause)} - {verb}))

    def _phrase_words(self, who: int, verb: int) -> Words:
        return noun_phrase(self.syntax, who, verb)

    def _finite(self, clause: int) -> bool:
        return self.syntax.child(clause, "nsubj", "nsubjpass", "expl") is not None

    def _has_to(self, clause: int) -> bool:
        s = self.syntax
        return any(s.lower[c] == "to" and s.deps[c] == "aux" for c in s.children[clause])

    def _is_expletive(self, word: int) -> bool:
        return self.syntax.deps[word] == "expl"

    def _trails(self, verb: int) -> bool:
        """Whether a verb is a participle behind a comma: "…, adding that …"."""
        s = self.syntax
        return (
            s.tags[verb] == "VBG"
            and verb > 0
            and s.words[verb - 1] in TRAILS_AFTER
            and s.child(verb, "nsubj", "aux") is None
        )

    def _speaker_before(self, verb: int) -> int | None:
        """The subject of the last verb of saying in front of a participle, in its sentence and outside other quotations."""
        s = self.syntax
        first, _ = s.sentences[s.sentence_of[verb]]
        for w in range(verb - 1, first, -1):
            if s.tags[w] in FINITE and (not self.quoted or self.quoted[w] == self.quoted[verb]):
                lemma = self.lemma(w)
                own = s.child(w, "nsubj")
                if lemma and own is not None and self.lexicon.verb_stance(lemma, "clause") and s.deps[w] != "relcl":
                    return own
        return None

    def _inverted_subject(self, verb: int, lemma: str) -> int | None:
        """In `"…", said Smith` the parser may take the speaker behind the verb for an object."""
        s = self.syntax
        if self.lexicon.verb_stance(lemma, "clause") is None or self.lexicon.verb_stance(lemma, "hearer"):
            return None
        after = s.child(verb, "dobj", "npadvmod", "attr")
        if after is not None and after > verb and any(s.deps[c] == "ccomp" and c < verb for c in s.children[verb]):
            return after
        return None
