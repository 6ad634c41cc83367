"""Attributions whose cue is neither verb nor noun: "according to …", "reportedly", "is confident that …"."""

from collections.abc import Iterator

from reportedly.reading.attribution.links import Link
from reportedly.reading.attribution.spans import content_spans
from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import Lexicon, Phrase
from training.rules.sources import noun_phrase, subject

CLAUSE_HEADS = frozenset({"ROOT", "ccomp", "advcl", "conj", "relcl", "acl", "parataxis", "xcomp", "pcomp"})


class PhraseReader:
    """Finds the links whose cue is one of the lexicon's phrases."""

    def __init__(self, syntax: Syntax, lexicon: Lexicon) -> None:
        self.syntax = syntax
        self._readers = {"source-after": self._source_after, "adverb": self._adverb, "predicate": self._predicate}
        self._by_first: dict[str, list[Phrase]] = {}
        for phrase in lexicon.phrases:
            self._by_first.setdefault(phrase.words[0], []).append(phrase)

    def links(self) -> Iterator[Link]:
        """All links whose cue is a phrase, in text order."""
        for i, word in enumerate(self.syntax.lower):
            for phrase in self._by_first.get(word, ()):
                cue = tuple(range(i, i + len(phrase.words)))
                if tuple(self.syntax.lower[i : i + len(phrase.words)]) == phrase.words:
                    link = self._readers[phrase.place](phrase, cue)
                    if link:
                        yield link

    def _source_after(self, phrase: Phrase, cue: tuple[int, ...]) -> Link | None:
        """In "according to X, …" the source follows, the content is the clause around."""
        s = self.syntax
        inner = s.child(cue[-1], "pobj")
        if inner is None or (len(cue) == 1 and s.tags[inner] not in {"NNP", "NNPS", "NNS"}) or s.tags[inner] == "CD":
            return None
        source = noun_phrase(s, inner)
        if not source:
            return None
        scope = self._scope(cue[0], source)
        content = content_spans(s, scope, {*cue, *source})
        if content:
            return Link(cue[0], " ".join(phrase.words), "clause", phrase.stance, cue, source, content)
        return None

    def _scope(self, cue: int, source: tuple[int, ...]) -> list[int]:
        """The words of the clause that a phrase is attached to, less the phrase."""
        s = self.syntax
        first, last = s.sentences[s.sentence_of[cue]]
        group = {*range(cue, source[-1] + 1)} if source else {cue}
        head = next((h for h in s.ancestors(cue) if s.deps[h] in CLAUSE_HEADS and s.tags[h][0] in "VM"), None)
        whole = [w for w in range(first, last) if w not in group]
        if head is None or s.deps[head] in {"ROOT", "ccomp"} or cue - first <= 1:
            return whole
        return [w for w in s.subtree(head) if w not in group]

    def _adverb(self, phrase: Phrase, cue: tuple[int, ...]) -> Link | None:
        """An adverb such as "reportedly" is nobody's word; the content is the clause that it stands in."""
        s = self.syntax
        head = s.heads[cue[0]]
        if s.tags[head].startswith("J") and s.deps[head] in {"amod", "advmod"}:
            return None
        words = [w for w in s.subtree(head) if w not in cue]
        if s.deps[head] in {"conj", "xcomp", "relcl", "acl", "advcl"} and s.child(head, "nsubj", "nsubjpass") is None:
            who, _ = subject(s, head)
            if who is not None and who not in words:
                words = sorted({*noun_phrase(s, who, head), *words})
        content = content_spans(s, words, cue)
        return Link(cue[0], phrase.words[0], "clause", phrase.stance, cue, None, content) if content else None

    def _predicate(self, phrase: Phrase, cue: tuple[int, ...]) -> Link | None:
        """In "is confident that …" the subject of "be" holds what follows the adjective."""
        s = self.syntax
        word = cue[0]
        verb = s.heads[word]
        if s.deps[word] not in {"acomp", "ROOT", "oprd"} or s.lower[verb] not in BE:
            return None
        who, _ = subject(s, verb)
        if who is None or s.deps[who] == "expl" or s.lower[who] in {"it", "that", "this"}:
            return None
        for c in s.children[word]:
            frame, words, more = self._frame(c)
            if c > word and frame in phrase.frames:
                own = [x for x in s.children[verb] if s.deps[x] in {"aux", "neg"}]
                content = content_spans(s, words)
                if content:
                    group = tuple(sorted({verb, word, *own, *more}))
                    return Link(word, word_of(phrase), frame, phrase.stance, group, noun_phrase(s, who, verb), content)
        return None

    def _frame(self, child: int) -> tuple[str, list[int], tuple[int, ...]]:
        s = self.syntax
        if s.deps[child] == "ccomp":
            mark = s.child(child, "mark")
            return "clause", [w for w in s.subtree(child) if mark is None or w > mark], ()
        if s.deps[child] == "xcomp":
            return "to", s.subtree(child), ()
        if s.deps[child] == "prep":
            inner = s.child(child, "pobj", "pcomp")
            if inner is not None:
                return f"prep:{s.lower[child]}", s.subtree(inner), (child,)
        return "", [], ()


BE = frozenset("is are was were be been being 's 're 'm am remain remains remained".split())


def word_of(phrase: Phrase) -> str:
    return " ".join(phrase.words)
