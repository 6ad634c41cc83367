"""Texts with marked attributions, from the forms in which they come: brat files of PolNeAR, the JSON of the marking guide."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Spans = tuple[tuple[int, int], ...]
ROLES = ("source", "cue", "content", "hearer")
THAT = re.compile(r"that\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """One attribution as marked: spans of its roles (code points), and its labels where the set has them."""

    source: Spans
    cue: Spans
    content: Spans
    hearer: Spans = ()
    labels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its marks. `nested` says whether attributions inside contents are marked too, `kind` which set it is of."""

    name: str
    kind: str
    path: Path
    marks: tuple[Mark, ...]
    nested: bool


def polnear(folder: Path) -> Iterator[Marked]:
    """Reports of PolNeAR; the first annotator in sort order counts. A content's leading "that" is left out."""
    annotations: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(re.sub(r"_[0-9a-f]{4}$", "", path.stem), path)
    for name, path in sorted(annotations.items()):
        text_path = folder / "text" / f"{name}.txt"
        text = text_path.read_bytes().decode("utf-8")
        marks = tuple(_without_that(text, mark) for mark in _brat(path))
        yield Marked(name, "polnear", text_path, marks, nested=False)


def _brat(path: Path) -> Iterator[Mark]:
    bounds: dict[str, list[tuple[int, int]]] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if re.match(r"T\d+\t", line):
            name, place = line.split("\t")[:2]
            bounds[name] = [(int(a), int(b)) for a, b in (p.split() for p in place.split(" ", 1)[1].split(";"))]
        elif re.match(r"E\d+\tAttribution", line):
            events.append(line.split("\t")[1].split()[1:])
    for event in events:
        found: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
        for part in event:
            role, name = part.split(":")
            role = re.sub(r"\d+$", "", role).lower()
            if role in found:
                found[role] += bounds.get(name, [])
        if found["cue"]:
            source, cue, content, hearer = (tuple(sorted(found[role])) for role in ROLES)
            yield Mark(source, cue, content, hearer)


def _without_that(text: str, mark: Mark) -> Mark:
    if not mark.content:
        return mark
    start, end = mark.content[0]
    match = THAT.match(text, start, end)
    if not match:
        return mark
    rest = ((match.end(), end),) if match.end() < end else ()
    return Mark(mark.source, mark.cue, (*rest, *mark.content[1:]), mark.hearer, mark.labels)


def guide(folder: Path, kind: str) -> Iterator[Marked]:
    """Reports marked by the marking guide: NAME.txt beside NAME.gold.json."""
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        marks = guide_marks(json.loads(path.read_text(encoding="utf-8")))
        yield Marked(name, kind, path.with_name(f"{name}.txt"), marks, nested=True)


def guide_marks(gold: dict[str, Any]) -> tuple[Mark, ...]:
    """The attributions of one gold file of the marking guide."""
    return tuple(_guide_mark(a) for a in gold["attributions"])


def _guide_mark(a: dict[str, Any]) -> Mark:
    source, cue, content, hearer = (tuple((s, e) for s, e in a.get(role) or ()) for role in ROLES)
    labels = tuple((k, a[k]) for k in ("quote", "kind", "act", "polarity", "certainty"))
    return Mark(source, cue, content, hearer, labels)
