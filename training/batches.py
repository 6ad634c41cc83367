"""Windows of documents as tensors: inputs, targets, and what is not known and so not learnt from."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from reportedly.reading.attribution.links import Link
from reportedly.reading.attribution.lookup import look_up
from reportedly.reading.attribution.spans import word_spans
from reportedly.reading.learned.decoding import CONTENT, CUE, HEARER, NONE, SOURCE
from reportedly.reading.learned.features import Features, tops
from reportedly.reading.learned.windows import Pieces, Window, cut
from reportedly.reading.quotes import find_quotations
from reportedly.reading.stance import StanceReader
from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import Lexicon
from training.documents import Document, Target
from training.factuality import Sentence
from training.network import STANCES
from training.rules.cues import VerbCues
from training.rules.reader import RuleReader

# How much a label of the lexicon counts beside one marked by hand.
SILVER = 0.1
# … and what the rules say of a word in a content as an anchor: that it is one, that it is none.
GUESSED, GUESSED_NOT = 0.5, 0.3


@dataclass(slots=True)
class Prepared:
    """A document with all that does not change from epoch to epoch.

    `known` is the weight of each word for the anchors' loss: 0 where a set does not say whether there is one.
    """

    document: Document
    features: Features
    pieces: Pieces
    anchors: np.ndarray
    known: np.ndarray


def prepare(document: Document, tokenizer: Tokenizer, lexicon: Lexicon) -> Prepared:
    syntax = document.syntax
    stances = StanceReader(syntax)
    for target in document.targets:
        if not document.nested:
            add_hearers(syntax, lexicon, target)
        if not target.labels:
            target.labels = lexical_labels(syntax, lexicon, stances, target)
    features = Features(syntax, find_quotations(syntax.text), document.headlines)
    anchors = np.zeros(len(syntax), dtype=np.float32)
    known = np.ones(len(syntax), dtype=np.float32)
    if not document.nested:
        _guess_inside(document, lexicon, features, anchors, known)
    for target in document.targets:
        anchors[target.anchor] = known[target.anchor] = 1.0
    return Prepared(document, features, Pieces(tokenizer, syntax.words), anchors, known)


def _guess_inside(
    document: Document, lexicon: Lexicon, features: Features, anchors: np.ndarray, known: np.ndarray
) -> None:
    """Where only outermost attributions are marked, the rules say what stands inside contents; it counts for less."""
    inside = np.zeros(len(known), dtype=bool)
    for target in document.targets:
        inside[list(target.content)] = True
    known[inside] = GUESSED_NOT
    for link in RuleReader(lexicon).read(document.syntax, features.quotations, document.headlines):
        if inside[link.head]:
            anchors[link.head], known[link.head] = 1.0, GUESSED


def add_hearers(syntax: Syntax, lexicon: Lexicon, target: Target) -> None:
    """Who was told, by the rules, for a set that does not mark it."""
    cues = VerbCues(syntax, lexicon)
    lemma = cues.lemma(target.anchor) if syntax.tags[target.anchor].startswith("V") else None
    told = cues.hearer(target.anchor, lemma, "clause") if lemma else None
    taken = {*target.cue, *target.source, *target.content}
    if told and not taken & set(told):
        target.hearer = told


def lexical_labels(syntax: Syntax, lexicon: Lexicon, stances: StanceReader, target: Target) -> dict[str, str]:
    """Act, polarity and certainty by the lexicon and its rules; nothing for a cue that it does not know."""
    entry = look_up(syntax, lexicon, target.anchor, target.cue, target.content)
    if not entry.known:
        return {}
    content = word_spans(syntax, target.content)
    link = Link(target.anchor, entry.lemma, entry.frame, entry.stance, target.cue, target.source, content)
    stance = stances.read(link, "named" if target.source else "none", ())
    return {"act": stance.act, "polarity": stance.polarity, "certainty": stance.certainty}


@dataclass(slots=True)
class Sample:
    """One window with the targets that are its own."""

    prepared: Prepared
    window: Window
    targets: list[Target]


def samples(prepared: Sequence[Prepared], rng: random.Random | None) -> list[Sample]:
    """The windows of documents; with `rng` each document is cut in a way of chance."""
    out = []
    for one in prepared:
        syntax = one.document.syntax
        if not len(syntax):
            continue
        for window in cut(syntax, one.pieces, rng.randrange(8) if rng else 0):
            mine = [t for t in one.document.targets if window.own_first <= t.anchor < window.own_last]
            out.append(Sample(one, window, mine))
    return out


@dataclass(slots=True)
class Batch:
    """b windows, padded; p targets of all of them, `row` says of which window each is."""

    ids: Tensor  # (b, pieces)
    attention: Tensor  # (b, pieces)
    starts: Tensor  # (b, words)
    ends: Tensor  # (b, words)
    columns: Tensor  # (b, words, columns)
    anchors: Tensor  # (b, words)
    known: Tensor  # (b, words); 0 outside of the window's own words
    row: Tensor  # (p)
    anchor: Tensor  # (p) word of the window
    pairs: Tensor  # (p, words, pairs)
    labels: Tensor  # (p, words)
    tops: Tensor  # (p, words): the topmost words of each content
    mask: Tensor  # (p, words)
    stances: Tensor  # (p, 3): numbers of act, polarity, certainty; -1 for not known
    trust: Tensor  # (p): 1 where they were marked by hand, less where the lexicon says them

    def to(self, device: torch.device) -> "Batch":
        """The same batch on a device."""
        return Batch(**{f.name: getattr(self, f.name).to(device) for f in fields(self)})


def batch(chosen: Sequence[Sample]) -> Batch:
    inputs = [s.prepared.pieces.window(s.window.first, s.window.last) for s in chosen]
    spans = [slice(s.window.first, s.window.last) for s in chosen]
    known = []
    for s, span in zip(chosen, spans, strict=True):
        own = np.zeros(s.window.last - s.window.first, dtype=np.float32)
        own[s.window.own_first - s.window.first : s.window.own_last - s.window.first] = 1.0
        known.append(own * s.prepared.known[span])
    targets = [(n, s, t) for n, s in enumerate(chosen) for t in s.targets]
    words = max(s.window.last - s.window.first for s in chosen)
    pairs = [s.prepared.features.pairs(t.anchor, s.window.first, s.window.last) for _, s, t in targets]
    labels = [_labels(t, s.window) for _, s, t in targets]
    return Batch(
        ids=padded([i[0] for i in inputs]),
        attention=padded([np.ones_like(i[0]) for i in inputs]),
        starts=padded([i[1] for i in inputs]),
        ends=padded([i[2] for i in inputs]),
        columns=padded([s.prepared.features.columns[span] for s, span in zip(chosen, spans, strict=True)]),
        anchors=padded([s.prepared.anchors[span] for s, span in zip(chosen, spans, strict=True)]),
        known=padded(known),
        row=torch.tensor([n for n, _, _ in targets], dtype=torch.long),
        anchor=torch.tensor([t.anchor - s.window.first for _, s, t in targets], dtype=torch.long),
        pairs=padded(pairs, words),
        labels=padded(labels, words),
        tops=padded([_tops(t, s) for _, s, t in targets], words),
        mask=padded([np.ones(len(x), dtype=bool) for x in labels], words),
        stances=torch.tensor([[_number(t, k) for k in STANCES] for _, _, t in targets], dtype=torch.long).view(-1, 3),
        trust=torch.tensor([1.0 if "kind" in t.labels else SILVER for _, _, t in targets]),
    )


def _number(target: Target, field: str) -> int:
    return STANCES[field].index(target.labels[field]) if field in target.labels else -1


def _tops(target: Target, sample: Sample) -> np.ndarray:
    window = sample.window
    out = np.zeros(window.last - window.first, dtype=bool)
    inside = [w for w in target.content if window.first <= w < window.last]
    out[[w - window.first for w in tops(sample.prepared.document.syntax, inside)]] = True
    return out


def _labels(target: Target, window: Window) -> np.ndarray:
    out = np.full(window.last - window.first, NONE, dtype=np.int64)
    for words, label in (
        (target.content, CONTENT),
        (target.hearer, HEARER),
        (target.source, SOURCE),
        (target.cue, CUE),
        ((target.anchor,), CUE),
    ):
        out[[w - window.first for w in words if window.first <= w < window.last]] = label
    return out


def event_batch(chosen: Sequence[Sentence]) -> tuple[Tensor, ...]:
    """ids, attention, starts, ends, columns, and for each event: its sentence, word, value."""
    inputs = [s.pieces.window(0, len(s.syntax)) for s in chosen]
    events = [(n, w, v) for n, s in enumerate(chosen) for w, v in s.events]
    return (
        padded([i[0] for i in inputs]),
        padded([np.ones_like(i[0]) for i in inputs]),
        padded([i[1] for i in inputs]),
        padded([i[2] for i in inputs]),
        padded([s.columns for s in chosen]),
        torch.tensor([e[0] for e in events]),
        torch.tensor([e[1] for e in events]),
        torch.tensor([e[2] for e in events]),
    )


def padded(rows: Sequence[np.ndarray], length: int = 0) -> Tensor:
    length = max(length, *(len(r) for r in rows)) if rows else length
    shape = (len(rows), length, *(rows[0].shape[1:] if rows else ()))
    out = np.zeros(shape, dtype=rows[0].dtype if rows else np.int64)
    for n, row in enumerate(rows):
        out[n, : len(row)] = row
    return torch.from_numpy(out)


def batches(all_samples: Sequence[Sample], size: int, rng: random.Random | None) -> Iterator[Batch]:
    """Batches of about equally long windows, in an order of chance where `rng` is given."""
    order = list(range(len(all_samples)))
    if rng:
        rng.shuffle(order)
    pools = [order[i : i + 40 * size] for i in range(0, len(order), 40 * size)] if rng else [order]
    for pool in pools:
        if rng:
            pool.sort(key=lambda n: all_samples[n].window.last - all_samples[n].window.first)
        groups = [pool[i : i + size] for i in range(0, len(pool), size)]
        if rng:
            rng.shuffle(groups)
        for group in groups:
            yield batch([all_samples[n] for n in group])
