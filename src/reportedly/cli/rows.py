"""Attributions as rows of a table."""

from collections.abc import Iterator

from reportedly.model import Attribution, Denial, Reading, Spans

COLUMNS = (
    "file", "report", "story", "id", "parent", "source", "party", "kind", "chain", "cue", "act", "polarity", "certainty",
    "quote", "content", "hearer", "denied_by", "content_spans", "score",
)  # fmt: skip
ARROW = " ← "


def attribution_rows(reading: Reading) -> Iterator[list[object]]:
    """One row an attribution in the order of COLUMNS; spans as `start-end` in code points, joined by ";"."""
    report = reading.report
    for a in reading.attributions:
        yield [
            report.file,
            report.id,
            a.story,
            a.id,
            a.parent or "",
            words(reading, a.source),
            reading.party(a.party).name if a.party else "",
            a.kind.value,
            ARROW.join(hop.name for hop in reading.chain(a)),
            words(reading, a.cue),
            a.act.value,
            a.polarity.value,
            a.certainty.value,
            a.quote.value,
            words(reading, a.content),
            words(reading, a.hearer),
            " ".join(d.by or "writer" for d in denials_of(reading, a)),
            ";".join(f"{s.start}-{s.end}" for s in a.content),
            f"{a.score:.2f}",
        ]


def denials_of(reading: Reading, a: Attribution) -> list[Denial]:
    """The denials of what an attribution says: of itself, or of a claim in it."""
    denied = {a.id, *(c.id for c in reading.claims if c.attribution == a.id)}
    return [d for d in reading.denies if d.denies in denied]


def words(reading: Reading, spans: Spans | None) -> str:
    """What stands at spans, gaps shown as "…"."""
    return " … ".join(reading.report.text[s.start : s.end] for s in spans or ())
