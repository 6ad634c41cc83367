"""A reading less what the reader is not sure of."""

from dataclasses import replace

from reportedly.model import Reading


def pruned(reading: Reading, score: float) -> Reading:
    """The reading with the attributions of at least `score`.

    What was nested in one that goes now stands in the next one outward; claims and denials of those that go, go too.
    """
    kept = {a.id for a in reading.attributions if a.score >= score}
    parent_of = {a.id: a.parent for a in reading.attributions}

    def outward(parent: str | None) -> str | None:
        while parent is not None and parent not in kept:
            parent = parent_of[parent]
        return parent

    attributions = tuple(replace(a, parent=outward(a.parent)) for a in reading.attributions if a.id in kept)
    named = {p for a in attributions for p in (a.party, a.hearer_party)}
    claims = tuple(c for c in reading.claims if c.attribution is None or c.attribution in kept)
    known = kept | {c.id for c in claims}
    return replace(
        reading,
        attributions=attributions,
        parties=tuple(p for p in reading.parties if p.id in named),
        claims=claims,
        denies=tuple(
            replace(d, denies=d.denies if d.denies in known else None)
            for d in reading.denies
            if d.by is None or d.by in kept
        ),
    )
