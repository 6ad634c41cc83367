"""The learned reader: what the network found becomes links, with the lexicon's entry and the network's own leaning."""

from collections.abc import Mapping, Sequence
from math import exp
from typing import Protocol

import numpy as np

from reportedly.model import Act, Certainty, Polarity
from reportedly.reading.attribution.links import Link, Spans
from reportedly.reading.attribution.lookup import look_up
from reportedly.reading.attribution.spans import merged, runs, trimmed
from reportedly.reading.learned.engine import Engine
from reportedly.reading.learned.features import Features, tops
from reportedly.reading.learned.finder import Finder, Found
from reportedly.reading.quotes import Quotation
from reportedly.reading.syntax import Syntax
from reportedly.reading.vocabulary import Lexicon

FIELDS = {"act": tuple(Act), "polarity": tuple(Polarity), "certainty": tuple(Certainty)}
Leanings = Mapping[str, Mapping[str, float]]
# Sources that say that there is none.
NOBODY = frozenset({"nobody", "no one", "no-one", "none", "nothing"})


class Roles(Protocol):
    """What `manner` looks at: the anchor, and the words of cue and source."""

    @property
    def anchor(self) -> int: ...
    @property
    def cue(self) -> Sequence[int]: ...
    @property
    def source(self) -> Sequence[int]: ...


# How source and hearer hang on the cue's verb; the parser may take the second for another subject.
BESIDE_VERB = frozenset({"nsubj", "dobj", "dative", "iobj"})
MANNERS = ("plain", "sourceless", "passive", "nominal")


class LearnedReader:
    """Reads the attributions of a text. Keeps no state between texts."""

    def __init__(self, engine: Engine, lexicon: Lexicon) -> None:
        self._engine, self._lexicon = engine, lexicon
        self._finder = Finder(engine)
        self._calibration: Mapping[str, Sequence[float]] = engine.manifest["calibration"]
        self._weights: Mapping[str, float] = engine.manifest["stance_weights"]
        self.thresholds: Mapping[str, float] = engine.manifest["thresholds"]

    def read(self, syntax: Syntax, quotations: Sequence[Quotation], headlines: Sequence[tuple[int, int]]) -> list[Link]:
        """All links whose score reaches the threshold of their manner, in the order of their anchors; no word is in two cues."""
        found = self._finder.find(Features(syntax, quotations, headlines))
        scores = {f.anchor: self.score(f) for f in found}
        kept = [f for f in _distinct(found, scores) if scores[f.anchor] >= self.thresholds[manner(syntax, f)]]
        leanings = self._leanings(kept)
        links = (self._link(syntax, f, scores[f.anchor], x) for f, x in zip(kept, leanings, strict=True))
        return [link for link in links if link is not None]

    def score(self, found: Found) -> float:
        """How often such attributions are right, by the calibration that was fitted on reports kept out of training."""
        weights, bias = self._calibration["weights"], self._calibration["bias"][0]
        return 1.0 / (1.0 + exp(-sum(w * x for w, x in zip(weights, told(found), strict=True)) - bias))

    def _leanings(self, found: Sequence[Found]) -> list[dict[str, dict[str, float]]]:
        """What the network thinks of each label, as logarithms of probabilities, in order of `found`."""
        if not found:
            return []
        states = zip(*((f.anchor_state, f.content_state, f.top_state) for f in found), strict=True)
        scores = self._engine.stances(*(np.stack(of_all) for of_all in states))
        out: list[dict[str, dict[str, float]]] = [{} for _ in found]
        at = 0
        for field, labels in FIELDS.items():
            part = scores[:, at : at + len(labels)]
            at += len(labels)
            chances = part - part.max(1, keepdims=True)
            chances = chances - np.log(np.exp(chances).sum(1, keepdims=True))
            for row, into in zip(chances, out, strict=True):
                into[field] = {str(label): float(x) for label, x in zip(labels, row, strict=True)}
        return out

    def _link(self, syntax: Syntax, found: Found, score: float, leanings: Leanings) -> Link | None:
        """The link of an attribution; None where there is nothing to attribute, or nobody: "no one said"."""
        content, cue = _spans(syntax, _with_subjects(syntax, found)), _without_marks(syntax, found.cue)
        if (not content and not found.source) or _nobody(syntax, found.source):
            return None
        source, hearer = _told_apart(syntax, found)
        entry = look_up(syntax, self._lexicon, found.anchor, cue, found.content)
        return Link(
            head=found.anchor,
            lemma=entry.lemma,
            frame=entry.frame,
            stance=entry.stance,
            cue=cue,
            source=_without_marks(syntax, source) or None,
            content=content,
            hearer=_without_marks(syntax, hearer) or None,
            leanings=self._weighed(leanings),
            score=score,
        )

    def _weighed(self, leanings: Leanings) -> dict[str, dict[str, float]]:
        """Leanings in votes: how much a logarithm of a probability weighs beside the one vote of lexicon and rules."""
        return {
            field: {label: x * self._weights[field] for label, x in of_field.items()}
            for field, of_field in leanings.items()
        }


def manner(syntax: Syntax, found: Roles) -> str:
    """Which of MANNERS an attribution is made in; each has its own threshold, as some are rarer and harder to tell than others."""
    if not found.source:
        return "sourceless"
    if any(syntax.deps[w] == "auxpass" for w in found.cue):
        return "passive"
    verbal = any(syntax.tags[w].startswith(("VB", "MD")) for w in (found.anchor, *found.cue))
    nominal = any(syntax.tags[w].startswith(("NN", "JJ")) for w in (found.anchor, *found.cue))
    return "nominal" if nominal and not verbal else "plain"


def told(found: Found) -> tuple[float, ...]:
    """What the calibration looks at."""
    anchor, source, content = found.sure
    return anchor, source, content, float(not found.source), float(not found.content)


def _distinct(found: Sequence[Found], scores: Mapping[int, float]) -> list[Found]:
    """Of attributions whose cues share a word only the one with the best score."""
    taken: set[int] = set()
    kept = []
    for one in sorted(found, key=lambda f: (-scores[f.anchor], f.anchor)):
        if not taken & set(one.cue):
            taken |= set(one.cue)
            kept.append(one)
    return sorted(kept, key=lambda f: f.anchor)


def _told_apart(syntax: Syntax, found: Found) -> tuple[Sequence[int], Sequence[int]]:
    """Source and hearer: where a verb's subject stands before it, what hangs on it behind it is no part of the source, but who was told.

    A preposition at the end of a source belongs to what follows.
    """
    at = found.anchor
    hang = {w for w in found.source if syntax.heads[w] == at and syntax.deps[w] in BESIDE_VERB}
    behind = [range(a, b + 1) for a, b in runs(found.source) if a > at and hang & set(range(a, b + 1))]
    if found.hearer or not behind or not any(w < at for w in hang):
        return _trimmed_end(syntax, found.source), found.hearer
    hearer = tuple(w for piece in behind for w in piece)
    return _trimmed_end(syntax, [w for w in found.source if w not in hearer]), hearer


def _trimmed_end(syntax: Syntax, words: Sequence[int]) -> Sequence[int]:
    last = len(words)
    while last > 1 and syntax.deps[words[last - 1]] == "prep":
        last -= 1
    return words[:last]


def _nobody(syntax: Syntax, source: Sequence[int]) -> bool:
    return " ".join(syntax.lower[w] for w in source) in NOBODY


def _with_subjects(syntax: Syntax, found: Found) -> list[int]:
    """The content, and what it leaves of the subject of a clause that it says: "Information relayed by … is baseless"."""
    content = set(found.content)
    taken = {found.anchor, *found.cue, *found.source, *found.hearer}
    for top in tops(syntax, found.content):
        subject = syntax.child(top, "nsubj", "nsubjpass")
        if subject is None or subject in content:
            continue
        whole = set(syntax.subtree(subject))
        if whole & content and not whole & taken:
            content |= whole
    return sorted(content)


def _spans(syntax: Syntax, content: Sequence[int]) -> Spans:
    spans = (trimmed(syntax.text, syntax.starts[a], syntax.ends[b]) for a, b in runs(content))
    return merged([s for s in spans if s], syntax.text)


def _without_marks(syntax: Syntax, words: Sequence[int]) -> tuple[int, ...]:
    """Words less the punctuation at the edges of their runs, unless there is nothing else."""
    out: list[int] = []
    for a, b in runs(words):
        inside = [w for w in range(a, b + 1) if any(ch.isalnum() for ch in syntax.words[w])]
        if inside:
            out.extend(range(inside[0], inside[-1] + 1))
    return tuple(out) or tuple(words)
