"""Attributions whose cue is a verb: "said that …", "… , she added", "was accused of …", "urged them to …"."""

from collections.abc import Callable, Sequence

from reportedly.reading.attribution.links import Link
from reportedly.reading.attribution.spans import content_spans
from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import Lexicon, Stance
from training.rules.cues import VerbCues
from training.rules.frames import Frame, VerbFrames
from training.rules.sources import agent, is_passive, noun_phrase, subject

# Modifiers of the cue that interrupt or border a content without being part of it.
CUE_MODIFIERS = frozenset({"aux", "auxpass", "neg", "prt", "advmod", "npadvmod", "mark"})
SILENT = frozenset({"comment", "say", "elaborate", "answer", "respond", "speak", "discuss", "talk", "reply"})
# What a short noun phrase is made of; one in commas with its verb is no longer than this.
NOUN_PHRASE = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "CD", "POS", "PRP$"})
LONGEST_ASIDE = 6
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
TRAILS_AFTER = frozenset({",", "”", '"', "''", ";", "--", "—", "–"})
NOBODY = frozenset({"nobody", "none", "no", "neither"})
NEVER_CUES = frozenset({"aux", "auxpass", "amod", "compound"})


class VerbReader:
    """Finds the links whose cue is one verb of a text."""

    def __init__(self, syntax: Syntax, lexicon: Lexicon, quoted: Sequence[int] = ()) -> None:
        self.syntax, self.lexicon, self.quoted = syntax, lexicon, quoted
        self.cues = VerbCues(syntax, lexicon)
        self.frames = VerbFrames(self.cues)

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

    def link(self, verb: int) -> Link | None:
        lemma = self.cues.lemma(verb)
        if lemma is None:
            return None
        read: Callable[[int, str], Link | None] = self._passive if is_passive(self.syntax, verb) else self._active
        return read(verb, lemma)

    # ---- active

    def _active(self, verb: int, lemma: str) -> Link | None:
        who, _ = subject(self.syntax, verb, self.quoted)
        if self._trails(verb):
            who = self._speaker_before(verb) or who
        if who is None or self.syntax.deps[who] == "expl":
            who = self._inverted_subject(verb, lemma)
        aside = self._aside(verb, lemma)
        if aside is not None:
            return aside
        silence = self._silence(verb, lemma, who)
        if silence is not None:
            return silence
        for frame in self.frames.active(verb, who):
            stance = self.lexicon.verb_stance(lemma, frame.name)
            link = self._built(verb, lemma, frame, stance, who) if stance and who is not None else None
            if link:
                return link
        return None

    def _aside(self, verb: int, lemma: str) -> Link | None:
        """In "The general, the sources confirmed, had left" the parser may take the general for who confirmed."""
        s = self.syntax
        stance = self.lexicon.verb_stance(lemma, "clause")
        begin, end = s.sentences[s.sentence_of[verb]]
        first = verb
        while first > begin and s.tags[first - 1] in NOUN_PHRASE and verb - first < LONGEST_ASIDE:
            first -= 1
        own = s.child(verb, "nsubj")
        enclosed = (
            begin + 1 < first < verb and s.words[first - 1] == "," and verb + 2 < end and s.words[verb + 1] == ","
        )
        if stance is None or not enclosed or own is None or first <= own or s.child(verb, "dobj", "mark") is not None:
            return None
        content = content_spans(s, [w for w in range(begin, end) if not first <= w <= verb], range(first - 1, verb + 2))
        return Link(verb, lemma, "clause", stance, self.cues.words(verb), tuple(range(first, verb)), content)

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
        return Link(verb, lemma, "to", stance, self.cues.words(verb, more), source, content)

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
        for frame in self.frames.passive(verb, who, by):
            stance = self.lexicon.verb_stance(lemma, frame.name)
            if stance:
                return self._built(verb, lemma, frame, stance, by)
        return None

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
                if inner is not None and s.tags[inner] == "VBG" and self.cues.lemma(inner):
                    return inner
        return None

    def _relayed_saying(self, verb: int, lemma: str, by: int) -> Link | None:
        """In "was quoted by the agency as saying …" the agency has the whole as content; "saying" is a cue of its own."""
        stance = self.lexicon.verb_stance(lemma, "object")
        words = [w for w in self.syntax.subtree(verb) if self.syntax.lower[w] not in {".", "!", "?"}]
        if stance is None:
            return None
        cue, source = self.cues.words(verb), noun_phrase(self.syntax, by, verb)
        return Link(verb, lemma, "clause", stance, cue, source, content_spans(self.syntax, words))

    def _as_saying_link(self, verb: int, saying: int, who: int | None) -> Link | None:
        lemma = self.cues.lemma(saying)
        if lemma is None or who is None:
            return None
        for frame in self.frames.clauses(saying, None):
            stance = self.lexicon.verb_stance(lemma, frame.name)
            if stance:
                whole = frame._replace(cue=(self.syntax.heads[saying], saying))
                return self._built(verb, lemma, whole, stance, who)
        return None

    # ---- parts

    def _built(self, verb: int, lemma: str, frame: Frame, stance: Stance, who: int | None) -> Link | None:
        s = self.syntax
        cue = self.cues.words(verb, frame.cue)
        source = noun_phrase(s, who, verb) if who is not None else ()
        hearer = self.cues.hearer(verb, lemma, frame.name)
        if source and s.lower[source[0]] in NOBODY:
            return None
        if lemma == "tell" and frame.name == "clause" and hearer is None and max(frame.words) < verb:
            # "…, jury told": the jury was told.
            return None
        keep = self._in_own_clause(verb, set(frame.words) - set(cue) - set(hearer or ()))
        if frame.name in {"clause", "quote", "wh"} or not set(source) & keep:
            keep -= set(source)
        if frame.name in {"clause", "to", "wh", "object"} and keep and min(keep) > verb:
            keep = self._without_comment(verb, self._rejoined(verb, keep))
        content = content_spans(s, keep, self._interrupting(verb, {*cue, *source, *(hearer or ())}, keep))
        return Link(verb, lemma, frame.name, stance, cue, source or None, content, hearer) if content else None

    def _in_own_clause(self, verb: int, keep: set[int]) -> set[int]:
        """Content words between the semicolons around a cue: beyond them somebody else may speak."""
        s = self.syntax
        begin, end = s.sentences[s.sentence_of[verb]]
        here = self.quoted[verb] if self.quoted else -1
        stops = [w for w in range(begin, end) if s.words[w] == ";" and (not self.quoted or self.quoted[w] == here)]
        first = max((w for w in stops if w < verb), default=begin - 1)
        last = min((w for w in stops if w > verb), default=end)
        return {w for w in keep if first < w < last}

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
                    self.cues.lemma(c) and s.child(c, "nsubj") is not None
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
                lemma = self.cues.lemma(w)
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
