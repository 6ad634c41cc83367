"""What the network is told of a text besides its words: syntax and quotation marks, as small integers.

The same functions make these columns when the network is trained and when it is used. Column features describe a word;
pair features describe how a word stands to an *anchor*, the word that carries a cue.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from reportedly.reading.quotes import Quotation
from reportedly.reading.syntax import Syntax

# Labels of the pipeline, in an order that must not change while weights trained with it are in use; 0 is "another".
TAGS = (
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR "
    "RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX ``"
).split()
DEPS = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative dep "
    "det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet "
    "prep prt punct quantmod relcl xcomp"
).split()
NAMES = (
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME".split()
)
TAG_ID = {tag: n for n, tag in enumerate(TAGS, 1)}
DEP_ID = {dep: n for n, dep in enumerate(DEPS, 1)}
NAME_ID = {name: n for n, name in enumerate(NAMES, 1)}

# Sizes of the features: how many values each column can have.
COLUMNS = (len(TAGS) + 1, len(DEPS) + 1, len(NAMES) + 1, 3, 4)
DEEPEST = 4
# Dependents that say nothing of what a clause says.
SERVING = frozenset({"punct", "cc", "mark", "intj", "advmod", "prep"})
BRANCHES = 2 * (len(DEPS) + 1) + 4
DISTANCES = 2 * 12 + 1
PAIRS = (DISTANCES, BRANCHES, DEEPEST + 2, 9)
# Branch numbers that are no dependency: the anchor itself, a word above it, a word of an earlier or later sentence.
ITSELF, ABOVE, EARLIER, LATER = (2 * (len(DEPS) + 1) + k for k in range(4))

Ints = NDArray[np.int64]


class Features:
    """The features of one text."""

    def __init__(self, syntax: Syntax, quotations: Sequence[Quotation], headlines: Sequence[tuple[int, int]]) -> None:
        self.syntax = syntax
        self.quotations = quotations
        self.headlines = headlines

    @cached_property
    def quotation_of(self) -> Ints:
        """For each word the number (from 1) of the quotation that it stands in, double marks before single; 0 for none."""
        out = np.zeros(len(self.syntax), dtype=np.int64)
        starts = np.asarray(self.syntax.starts)
        for single in (True, False):
            for n, q in enumerate(self.quotations, 1):
                if q.single is single:
                    out[np.searchsorted(starts, q.start) : np.searchsorted(starts, q.end)] = n
        return out

    @cached_property
    def columns(self) -> Ints:
        """Shape (words, 5): tag, dependency, kind of name, quotation mark (none, single, double), place in its line."""
        s = self.syntax
        out = np.zeros((len(s), len(COLUMNS)), dtype=np.int64)
        out[:, 0] = [TAG_ID.get(tag, 0) for tag in s.tags]
        out[:, 1] = [DEP_ID.get(dep, 0) for dep in s.deps]
        for name in s.names:
            out[name.start : name.end, 2] = NAME_ID.get(name.label, 0)
        kinds = np.asarray([0, *(1 if q.single else 2 for q in self.quotations)])
        out[:, 3] = kinds[self.quotation_of]
        out[:, 4] = self._places()
        return out

    def _places(self) -> Ints:
        """1 for words of a headline, else 2 for a line's first word, 3 for its last, 0 between."""
        s = self.syntax
        out = np.zeros(len(s), dtype=np.int64)
        for w in range(len(s)):
            if w == 0 or "\n" in s.text[s.ends[w - 1] : s.starts[w]]:
                out[w] = 2
                if w:
                    out[w - 1] = 3
        starts = np.asarray(s.starts)
        for start, end in self.headlines:
            out[np.searchsorted(starts, start) : np.searchsorted(starts, end)] = 1
        return out

    def pairs(self, anchor: int, first: int, last: int) -> Ints:
        """Shape (last - first, 4), for the words [first, last): distance, branch, steps up, quotations.

        *Branch* is the dependency by which the word's part of the tree hangs below the anchor, or below the nearest word
        above the anchor that has both; *steps up* is how far above the anchor that word is.
        """
        out = np.zeros((last - first, len(PAIRS)), dtype=np.int64)
        words = np.arange(first, last)
        out[:, 0] = _distance(words - anchor)
        self._branches(anchor, first, last, out)
        mine, theirs = self.quotation_of[anchor], self.quotation_of[first:last]
        out[:, 3] = np.select(
            [(theirs == 0) & (mine == 0), theirs == 0, mine == 0, theirs == mine],
            [0, 1, 2 + self._beside(anchor, words), 6],
            7,
        )
        return out

    def _beside(self, anchor: int, words: Ints) -> Ints:
        """0 to 3 for words in a quotation: whether it holds words of the anchor's sentence, and lies in its line."""
        s = self.syntax
        first, last = s.sentences[s.sentence_of[anchor]]
        here = np.unique(self.quotation_of[first:last])
        in_sentence = np.isin(self.quotation_of[words], here)
        in_line = self.line_of[words] == self.line_of[anchor]
        found: Ints = in_sentence.astype(np.int64) + 2 * in_line
        return found

    @cached_property
    def line_of(self) -> Ints:
        """For each word the number of its line (paragraph)."""
        s = self.syntax
        breaks = [w > 0 and "\n" in s.text[s.ends[w - 1] : s.starts[w]] for w in range(len(s))]
        return np.cumsum(np.asarray(breaks, dtype=np.int64)) if breaks else np.zeros(0, dtype=np.int64)

    def _branches(self, anchor: int, first: int, last: int, out: Ints) -> None:
        s = self.syntax
        start, end = s.sentences[s.sentence_of[anchor]]
        out[: max(start - first, 0), 1] = EARLIER
        out[max(min(end, last) - first, 0) :, 1] = LATER
        line: list[int] = [anchor, *s.ancestors(anchor)]
        on_line = set(line)
        # From the top down, so that what lies nearer to the anchor is written last.
        for up in range(len(line) - 1, -1, -1):
            steps, shift = min(up, DEEPEST), 0 if up == 0 else len(DEPS) + 1
            for child in s.children[line[up]]:
                if child in on_line:
                    continue
                a, b = s.edges[child]
                a, b = max(a, first) - first, min(b + 1, last) - first
                if a < b:
                    out[a:b, 1], out[a:b, 2] = DEP_ID.get(s.deps[child], 0) + shift, steps
            at = line[up] - first
            if 0 <= at < last - first:
                out[at, 1], out[at, 2] = (ITSELF if up == 0 else ABOVE), steps


def tops(syntax: Syntax, words: Sequence[int]) -> list[int]:
    """The heads of clauses and phrases that words consist of: those that hang on no other of them; all where only marks do."""
    among = set(words)
    found = [w for w in words if syntax.heads[w] == w or syntax.heads[w] not in among]
    return [w for w in found if syntax.deps[w] not in SERVING] or found


def _distance(offset: Ints) -> Ints:
    """Buckets that widen with the distance: exact up to 4 words, then by powers; 0 to DISTANCES - 1."""
    size = np.abs(offset)
    wide = 4 + np.ceil(np.log2(np.maximum(size, 1) / 4)).astype(np.int64)
    bucket = np.minimum(np.where(size <= 4, size, wide), DISTANCES // 2)
    return DISTANCES // 2 + np.sign(offset) * bucket
