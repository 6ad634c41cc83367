"""Quotations as contents: a link that touches one takes all of it, a cue beside one gets it, its later parts join."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.reading.attribution.links import Link, Spans
from reportedly.reading.attribution.spans import Overlaps, hull, merged, trimmed
from reportedly.reading.quotes import DOUBLE, SINGLE_OPENING, Quotation
from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import Stance
from training.rules.sources import noun_phrase, subject
from training.rules.verbs import VerbReader

# A tag such as "X, the minister for water, said in the capital on Monday:" is no longer than this between cue and mark.
LONGEST_TAG = 30
# A quotation of fewer words is a quoted phrase: it is part of somebody's sentence, not a sentence of its own.
SHORTEST_SPEECH = 4
# Between a quotation and the one that continues it stands no more than the rest of a tag.
LONGEST_GAP = 100
ASSERTED = Stance("state", "positive", "certain")
SPEAKER_TAGS = frozenset({"NNP", "NNPS", "PRP", "NN", "NNS"})
STOP = re.compile(r"[.!?][”\"’']*\s")


class QuoteReader:
    """Joins links and quotations of one text."""

    def __init__(self, syntax: Syntax, quotations: Sequence[Quotation], verbs: VerbReader) -> None:
        self.syntax, self.verbs = syntax, verbs
        self.speeches = [chain for chain in _chains(quotations) if not chain[0].single or _long(syntax, chain)]
        self._spoken = Overlaps([(chain[0].start, chain[-1].end) for chain in self.speeches])

    def read(self, links: Iterable[Link]) -> list[Link]:
        """The links with whole quotations as contents, and those that only a quotation shows."""
        out = {link.head: self._widened(link) for link in links}
        taken = {link.head for link in out.values() if link.frame in {"clause", "quote", "wh"}}
        for speech in self._unclaimed(out.values()):
            found = self._beside(speech, taken)
            if found:
                out[found.head] = found
                taken.add(found.head)
        return self._continued(list(out.values()))

    def _unclaimed(self, links: Iterable[Link]) -> list[Sequence[Quotation]]:
        """Speeches that no link from outside of them has, or has part of, as content."""
        claimed = {
            n
            for link in links
            for start, end in link.content
            for n in self._spoken.of(start, end)
            if not self._inside(link.head, self.speeches[n]) and _overlap(link.content, self.speeches[n])
        }
        return [speech for n, speech in enumerate(self.speeches) if n not in claimed]

    # ---- a link that touches a quotation

    def _widened(self, link: Link) -> Link:
        """A content that holds part of a quotation's sentence gets the quotation's other sentences."""
        if link.frame not in {"clause", "quote", "wh"} or not link.content:
            return link
        content = link.content
        for n in self._spoken.of(*hull(link.content)):
            speech = self.speeches[n]
            first, last = speech[0], speech[-1]
            if first.start <= self.syntax.starts[link.head] < last.end:
                continue
            start, end = content[0][0], content[-1][1]
            starts_inside = first.start < start < last.end
            ends_inside = first.start < end < last.end
            if starts_inside and not self._cue_between(link, first.start, start):
                content = merged([*_inner(self.syntax.text, speech, first.start, start), *content], self.syntax.text)
            if ends_inside or start < first.start < end < last.end:
                content = merged([*content, *_inner(self.syntax.text, speech, end, last.end)], self.syntax.text)
        return replace(link, content=content)

    def _cue_between(self, link: Link, start: int, end: int) -> bool:
        return any(start <= self.syntax.starts[w] < end for w in link.cue)

    # ---- a quotation that no link touches

    def _beside(self, speech: Sequence[Quotation], taken: set[int]) -> Link | None:
        """The link of a quotation that stands directly before or behind a cue: `X told Y: "…"`, `"…," said X`."""
        first, last = speech[0], speech[-1]
        if len(self._words(first.inner_start, last.inner_end)) < SHORTEST_SPEECH:
            return None
        for verb in (*self._verbs_behind(last), *self._verbs_before(first)):
            lemma = self.verbs.cues.lemma(verb)
            if lemma is None or verb in taken:
                continue
            stance = self.verbs.lexicon.verb_stance(lemma, "clause") or self.verbs.lexicon.verb_stance(lemma, "quote")
            who, _ = subject(self.syntax, verb, self.verbs.quoted)
            who = who if who is not None else self._speaker_beside(verb)
            if stance is None or who is None or self._inside(who, speech):
                continue
            content = _inner(self.syntax.text, speech, first.start, last.end)
            hearer = self.verbs.cues.hearer(verb, lemma, "quote")
            source = noun_phrase(self.syntax, who, verb)
            return Link(verb, lemma, "quote", stance, self.verbs.cues.words(verb), source, content, hearer)
        return self._after_colon(speech)

    def _after_colon(self, speech: Sequence[Quotation]) -> Link | None:
        """`…surprises the pollster Dana Shaw: "…"`: a person's name and a colon make the tag."""
        s = self.syntax
        before = self._tag(speech[0].start, forwards=False)[:2]
        if len(before) < 2 or s.words[before[0]] != ":":
            return None
        name = s.name_at[before[1]]
        if name is None or name.label != "PERSON":
            return None
        head = before[1]
        while s.heads[head] != head and s.tags[s.heads[head]].startswith("NN") and s.heads[head] <= before[1]:
            head = s.heads[head]
        content = _inner(s.text, speech, speech[0].start, speech[-1].end)
        return Link(before[0], ":", "quote", ASSERTED, (before[0],), noun_phrase(s, head, before[0]), content)

    def _verbs_behind(self, quotation: Quotation) -> list[int]:
        """Verbs of the tag that follows a closing mark, nearest first."""
        words = self._tag(quotation.end, forwards=True) if quotation.closed else []
        return [w for w in words[:12] if self.syntax.tags[w].startswith("V")][:1]

    def _verbs_before(self, quotation: Quotation) -> list[int]:
        text, offset = self.syntax.text, quotation.start
        while offset and text[offset - 1].isspace():
            offset -= 1
        if "\n" in text[offset : quotation.start] and text[offset - 1 : offset] != ":":
            return []
        return [w for w in self._tag(offset, forwards=False) if self.syntax.tags[w].startswith("V")]

    def _tag(self, offset: int, forwards: bool) -> list[int]:
        """The words from a quotation's edge to the end (or start) of their sentence or line."""
        s = self.syntax
        near = bisect_left(s.starts, offset)
        words = (
            range(near, min(near + LONGEST_TAG, len(s)))
            if forwards
            else range(near - 1, max(near - LONGEST_TAG, -1), -1)
        )
        out: list[int] = []
        for w in words:
            edge = (s.ends[out[-1]] if out else offset) if forwards else s.ends[w]
            other = s.starts[w] if forwards else (s.starts[out[-1]] if out else offset)
            if "\n" in s.text[edge:other] or s.words[w] in {".", "!", "?", "“", "”", '"'}:
                break
            out.append(w)
        return out

    def _speaker_beside(self, verb: int) -> int | None:
        """The nearest noun beside a verb that the parser left without a subject."""
        s = self.syntax
        near = (
            w
            for w in (verb + 1, verb - 1, verb + 2, verb - 2)
            if 0 <= w < len(s) and s.sentence_of[w] == s.sentence_of[verb] and s.tags[w] in SPEAKER_TAGS
        )
        found = next(near, None)
        while found is not None and s.deps[found] == "compound" and s.heads[found] != found:
            found = s.heads[found]
        return found

    def _inside(self, word: int, speech: Sequence[Quotation]) -> bool:
        return speech[0].start <= self.syntax.starts[word] < speech[-1].end

    def _words(self, start: int, end: int) -> list[str]:
        return self.syntax.text[start:end].split()

    # ---- a quotation that goes on behind its tag

    def _continued(self, links: list[Link]) -> list[Link]:
        """`"A," X said. "B."`: the second quotation of the paragraph is X's too, where no cue of its own claims it."""
        out = list(links)
        reach = Overlaps([self._reach(link) for link in out])
        for speech in self._unclaimed(out):
            start = speech[0].start
            before = [n for n in reach.of(start - 1, start) if self._directly_before(out[n], start)]
            if before:
                n = max(before, key=lambda n: out[n].content[-1][1])
                more = _inner(self.syntax.text, speech, start, speech[-1].end)
                out[n] = replace(out[n], content=(*out[n].content, *more))
        return out

    def _reach(self, link: Link) -> tuple[int, int]:
        """From a link's content to as far behind its tag as a quotation may follow that continues it."""
        return hull(link.content)[0], self._tag_end(link) + LONGEST_GAP

    def _tag_end(self, link: Link) -> int:
        return max(hull(link.content)[1], *(self.syntax.ends[w] for w in (*link.cue, *(link.source or ()))))

    def _directly_before(self, link: Link, start: int) -> bool:
        """Whether a quoted link's tag is the last thing in its paragraph before `start`."""
        text = self.syntax.text
        if (
            link.frame not in {"clause", "quote"}
            or not link.content
            or text[link.content[0][0] - 1 : link.content[0][0]] not in {*DOUBLE, *SINGLE_OPENING}
        ):
            return False
        end = self._tag_end(link)
        between = text[end:start]
        return end < start and "\n" not in between and len(STOP.findall(between)) <= 1 and len(between) < LONGEST_GAP


def quoted_words(syntax: Syntax, quotations: Sequence[Quotation]) -> list[int]:
    """For each word the number of the double-marked quotation that it stands in, -1 for none."""
    out = [-1] * len(syntax)
    for n, q in enumerate(quotations):
        if not q.single:
            for w in range(bisect_left(syntax.starts, q.inner_start), bisect_left(syntax.starts, q.inner_end)):
                out[w] = n
    return out


def _chains(quotations: Sequence[Quotation]) -> list[list[Quotation]]:
    """Quotations with those of the next paragraphs that continue them."""
    out: list[list[Quotation]] = []
    for q in quotations:
        if q.continues and out and not q.single:
            out[-1].append(q)
        else:
            out.append([q])
    return out


def _long(syntax: Syntax, chain: Sequence[Quotation]) -> bool:
    return len(syntax.text[chain[0].start : chain[-1].end].split()) >= SHORTEST_SPEECH


def _inner(text: str, speech: Sequence[Quotation], start: int, end: int) -> Spans:
    """What stands between the marks of a speech, as far as it lies in [start, end); one span a paragraph joined up."""
    pieces = (
        trimmed(text, max(q.inner_start, start), min(q.inner_end, end))
        for q in speech
        if q.start < end and q.end > start
    )
    found = [p for p in pieces if p]
    return ((found[0][0], found[-1][1]),) if found else ()


def _overlap(content: Spans, speech: Sequence[Quotation]) -> bool:
    return any(s < q.inner_end and q.inner_start < e for s, e in content for q in speech)
