"""Recall in each class of attributions and the worst misses: `python -m evaluation.errors [--class NAME] [--show N]`.

Reads PolNeAR dev (or the folder given by --texts and --gold) with the product, asks the scorer what was missed, and says
in which classes of `evaluation.classes` that was. The worst misses are those in the longest contents: they cost most.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.documents import words_in
from training.marks import Mark, polnear

from evaluation.classes import CLASSES, PEER, Marked, classes_of
from evaluation.data import POLNEAR, Set, missing, score
from reportedly import Reader, Reading, load
from reportedly.reading.pipeline import parse
from reportedly.reading.quotes import find_quotations
from reportedly.reading.syntax import Parser

WORD = re.compile(r"\w+(?:[.,]\w+)*")
NAMES = ("plain said", *CLASSES)


@dataclass(frozen=True, slots=True)
class Gold:
    """One marked attribution of a report: its classes, whether it was found, what it says."""

    doc: str
    classes: tuple[str, ...]
    found: bool
    source: str
    cue: str
    content: str
    why: str


def gold_of(one: Set, misses: Sequence[Mapping[str, Any]]) -> list[Gold]:
    """All marks of a PolNeAR set with what became of them."""
    wrong = {(m["doc"], *_places(m["gold"])): m["error"] for m in misses if m["gold"]}
    parser = Parser()
    out: list[Gold] = []
    for marked in polnear(one.gold.parent):
        report = load(str(marked.path))
        syntax, quotations = parse(parser, report), find_quotations(report.text)
        for mark in marked.marks:
            who, how, what = (words_in(syntax, spans) for spans in (mark.source, mark.cue, mark.content))
            classes = classes_of(Marked(syntax, quotations, who, how, what, len(mark.content)))
            why = wrong.get((marked.name, *_hulls(report.text, mark)))
            source, cue, content = (
                " … ".join(report.text[s:e] for s, e in spans) for spans in (mark.source, mark.cue, mark.content)
            )
            out.append(Gold(marked.name, tuple(classes), why is None, source, cue, content, why or ""))
    return out


def _places(shown: Mapping[str, Any]) -> tuple[tuple[int, ...] | None, ...]:
    return tuple(tuple(shown[f"{role}_at"]) if shown[f"{role}_at"] else None for role in ("source", "cue", "content"))


def _hulls(text: str, mark: Mark) -> tuple[tuple[int, ...] | None, ...]:
    """First and last word of each role, as the scorer tells them: more than half of a word must lie inside."""
    return tuple(_hull(text, spans) for spans in (mark.source, mark.cue, mark.content))


def _hull(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, ...] | None:
    words = [
        m.span()
        for start, end in spans
        for m in WORD.finditer(text, max(start - 40, 0), min(end + 40, len(text)))
        if 2 * (min(m.end(), end) - max(m.start(), start)) > m.end() - m.start()
    ]
    if words:
        return words[0][0], words[-1][1]
    solid = [i for start, end in spans for i in range(start, end) if not text[i].isspace()]
    return (solid[0], solid[-1] + 1) if solid else None


def recalls(gold: Sequence[Gold]) -> Iterator[tuple[str, int, float, int | None]]:
    """(class, how many are marked, share found, the best other reader's percentage) for each class that occurs."""
    for name in NAMES:
        of_class = [g for g in gold if name in g.classes]
        if of_class:
            yield name, len(of_class), sum(g.found for g in of_class) / len(of_class), PEER.get(name)


def read_all(one: Set, reader: Reader) -> list[Reading]:
    """The readings of a set's texts."""
    return [reader.read(load(str(path))) for path in one.files()]


def main(argv: list[str] | None = None) -> int:
    """Prints the table of classes and the worst misses; 2 if the data is not there."""
    parser = argparse.ArgumentParser(prog="evaluation.errors", description=__doc__)
    parser.add_argument("--class", dest="only", choices=NAMES, help="show misses of one class only")
    parser.add_argument("--show", type=int, default=20, metavar="N", help="how many misses to show (20)")
    parser.add_argument("--texts", type=Path, default=POLNEAR.texts, help="another folder of texts")
    parser.add_argument("--gold", type=Path, default=POLNEAR.gold, help="its folder of marks, named attributions")
    args = parser.parse_args(argv)
    if missing():
        print(f"errors: {missing()[0]} is not there; set REPORTEDLY_SHARED", file=sys.stderr)
        return 2
    one = Set("marks", "polnear", args.texts, args.gold)
    _, misses = score(one, read_all(one, Reader()))
    gold = gold_of(one, misses)
    for name, count, share, peer in recalls(gold):
        print(f"{name:36} {count:5} {100 * share:5.1f}   {f'best other {peer}' if peer else ''}")
    chosen = [g for g in gold if not g.found and (args.only is None or args.only in g.classes)]
    for g in sorted(chosen, key=lambda g: -len(g.content))[: args.show]:
        print(
            f"\n{g.doc}: {g.why} ({', '.join(g.classes)})\n  source  {g.source}\n  cue     {g.cue}\n  content {g.content}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
