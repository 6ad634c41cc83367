"""Marked texts made ready for the network: parsed, cut into pieces, marks turned into words. Kept in a cache folder."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from reportedly import RegionKind, load
from reportedly.reading.attribution.spans import runs
from reportedly.reading.pipeline import parse
from reportedly.reading.syntax import Name, Parser, Syntax
from training.marks import Mark, Marked, Spans

Words = tuple[int, ...]


@dataclass(slots=True)
class Target:
    """One marked attribution in words: the anchor that carries its cue, the words of each role, labels."""

    anchor: int
    source: Words
    cue: Words
    content: Words
    hearer: Words
    labels: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Document:
    """A parsed text with targets; `nested` as in `Marked`."""

    name: str
    kind: str
    nested: bool
    syntax: Syntax
    headlines: list[tuple[int, int]]
    targets: list[Target]

    @property
    def unmarked(self) -> bool:
        """Whether nobody has marked it."""
        return self.kind == "unmarked"


def documents(marked: Iterable[Marked], cache: Path) -> Iterator[Document]:
    """Documents, from the cache where the text, its marks and this module are those of the last time."""
    parser: Parser | None = None
    cache.mkdir(parents=True, exist_ok=True)
    for one in marked:
        digest = hashlib.sha256(repr((one, one.path.read_bytes())).encode() + Path(__file__).read_bytes()).hexdigest()[
            :24
        ]
        kept = cache / f"{digest}.json"
        if kept.exists():
            yield _from_json(json.loads(kept.read_text(encoding="utf-8")))
            continue
        parser = parser or Parser()
        document = _document(one, parser)
        kept.write_text(json.dumps(_to_json(document), ensure_ascii=False), encoding="utf-8")
        yield document


def _document(one: Marked, parser: Parser) -> Document:
    report = load(str(one.path))
    syntax = parse(parser, report)
    headlines = [(r.start, r.end) for r in report.regions if r.kind is RegionKind.HEADLINE]
    targets = [t for mark in one.marks if (t := _target(syntax, mark)) is not None]
    return Document(one.name, one.kind, one.nested, syntax, headlines, targets)


def _target(syntax: Syntax, mark: Mark) -> Target | None:
    """A mark in words; a word belongs to the first role that has it: cue, source, hearer, content."""
    taken: set[int] = set()
    words: dict[str, Words] = {}
    for role in ("cue", "source", "hearer", "content"):
        found = [w for w in words_in(syntax, getattr(mark, role)) if w not in taken]
        taken |= set(found)
        words[role] = _bare(syntax, found)
    if not words["cue"]:
        return None
    anchor = anchor_of(syntax, words["cue"])
    return Target(anchor, words["source"], words["cue"], words["content"], words["hearer"], dict(mark.labels))


def _bare(syntax: Syntax, words: Sequence[int]) -> Words:
    """Words less the punctuation at the edges of their runs, which sets mark now so, now so; all where nothing else is left."""
    out: list[int] = []
    for first, last in runs(words):
        kept = [w for w in range(first, last + 1) if any(ch.isalnum() for ch in syntax.words[w])]
        out.extend(range(kept[0], kept[-1] + 1) if kept else ())
    return tuple(out) or tuple(words)


def words_in(syntax: Syntax, spans: Spans) -> list[int]:
    """Words of which more than half of the characters lie in spans."""
    return sorted(
        {
            w
            for start, end in spans
            for w in range(_first_from(syntax, start), len(syntax))
            if syntax.starts[w] < end
            and 2 * (min(syntax.ends[w], end) - max(syntax.starts[w], start)) > syntax.ends[w] - syntax.starts[w]
        }
        if len(syntax)
        else ()
    )


def _first_from(syntax: Syntax, offset: int) -> int:
    from bisect import bisect_right

    return bisect_right(syntax.ends, offset)


def anchor_of(syntax: Syntax, cue: Sequence[int]) -> int:
    """The word that carries a cue: of its verbs (else nouns, else words) the one nearest to the root, the last of equals."""
    within = set(cue)
    for tags in (("VB",), ("NN", "JJ", "RB"), ("",)):
        found = [w for w in cue if syntax.tags[w].startswith(tags)]
        if tags == ("VB",):
            found = [w for w in found if syntax.deps[w] not in {"aux", "auxpass"}] or found
        if found:
            return min(found, key=lambda w: (sum(a in within for a in syntax.ancestors(w)), -w))
    return cue[-1]


def _to_json(document: Document) -> dict[str, object]:
    s = document.syntax
    return {
        "name": document.name,
        "kind": document.kind,
        "nested": document.nested,
        "headlines": document.headlines,
        "syntax": {
            "text": s.text, "words": s.words, "starts": s.starts, "ends": s.ends, "tags": s.tags, "deps": s.deps,
            "heads": s.heads, "sentence_of": s.sentence_of, "sentences": s.sentences,
            "names": [(n.start, n.end, n.label) for n in s.names],
        },
        "targets": [asdict(t) for t in document.targets],
    }  # fmt: skip


def _from_json(o: dict[str, Any]) -> Document:
    s = o["syntax"]
    names = [Name(*n) for n in s["names"]]
    syntax = Syntax(**{**s, "sentences": [tuple(x) for x in s["sentences"]], "names": names})
    targets = [
        Target(t["anchor"], tuple(t["source"]), tuple(t["cue"]), tuple(t["content"]), tuple(t["hearer"]), t["labels"])
        for t in o["targets"]
    ]
    return Document(o["name"], o["kind"], o["nested"], syntax, [(a, b) for a, b in o["headlines"]], targets)
