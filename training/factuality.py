"""Sentences whose events have a factuality from -3 (it did not happen) to 3 (it did): an auxiliary task for the encoder."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from reportedly.reading.learned.features import Features
from reportedly.reading.learned.windows import LIMIT, Pieces
from reportedly.reading.quotes import find_quotations
from reportedly.reading.syntax import Parser, Syntax

# Sets of news sentences, each with the writer's commitment to an event; MEANTIME's and UW's own dev parts stay apart.
FILES = ("UW/train.jsonl.gz", "MEANTIME/train.jsonl", "UDS_IH2/train.jsonl.gz")
MOST = {"UDS_IH2/train.jsonl.gz": 4000}
# Their parts to measure on.
MEASURED = ("UW/dev.jsonl.gz", "MEANTIME/dev.jsonl", "UDS_IH2/dev.jsonl.gz")


@dataclass(slots=True)
class Sentence:
    """A parsed sentence and its events: word numbers and values."""

    syntax: Syntax
    pieces: Pieces
    columns: np.ndarray
    events: list[tuple[int, float]]


def sentences(folder: Path, tokenizer: Tokenizer, files: Sequence[str] = FILES) -> Iterator[Sentence]:
    """The sentences of some sets. Their texts are tokenised, so that words are looked for by their place."""
    parser = Parser()
    for name in files:
        for n, line in enumerate(_lines(folder / name)):
            if n >= MOST.get(name, 1 << 30):
                break
            sentence = _sentence(json.loads(line), parser, tokenizer)
            if sentence.events and sentence.pieces.at[-1] <= LIMIT:
                yield sentence


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from lines


def _sentence(o: dict, parser: Parser, tokenizer: Tokenizer) -> Sentence:  # type: ignore[type-arg]
    tokens = o["text"].split()
    starts = np.cumsum([0, *(len(t) + 1 for t in tokens)])
    syntax = parser.parse(" ".join(tokens))
    at = {s: w for w, s in enumerate(syntax.starts)}
    events = [
        (at[int(starts[t["span1"][0]])], float(t["label"])) for t in o["targets"] if int(starts[t["span1"][0]]) in at
    ]
    features = Features(syntax, find_quotations(syntax.text), [])
    return Sentence(syntax, Pieces(tokenizer, syntax.words), features.columns, events)
