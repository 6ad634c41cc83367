"""The JSON form of a reading, as described in `docs/formats.md`."""

from collections.abc import Sequence
from typing import Any

from reportedly.model import Abstention, Attribution, Claim, Figure, Hop, Party, Reading, Report, Spans, Time

Json = dict[str, Any]


def reading_to_json(reading: Reading) -> Json:
    """A reading as plain lists, strings and numbers."""
    return {
        "report": _report(reading.report),
        "attributions": [_attribution(a, reading.chain(a)) for a in reading.attributions],
        "parties": [_party(p) for p in reading.parties],
        "claims": [_claim(c) for c in reading.claims],
        "denies": [{"by": d.by, "denies": d.denies, "text": d.text} for d in reading.denies],
        "figures": [_figure(f) for f in reading.figures],
        "times": [_time(t) for t in reading.times],
        "places": [],
        "abstained": [_abstention(a) for a in reading.abstained],
        "reader": {"version": reading.version, "models": dict(reading.models)},
    }


def _report(r: Report) -> Json:
    return {
        "id": r.id,
        "file": r.file,
        "outlet": r.outlet,
        "url": r.url,
        "headline": r.headline,
        "byline": r.byline,
        "published": r.published,
        "updated": r.updated,
        "language": r.language,
        "encoding": r.encoding,
        "digest": r.digest,
        "told_by": dict(r.told_by),
        "text": r.text,
        "stories": [
            {"story": s.number, "headline": s.headline, "byline": s.byline, "published": s.published} for s in r.stories
        ],
        "regions": [{"kind": g.kind.value, "start": g.start, "end": g.end, "story": g.story} for g in r.regions],
    }


def _spans(spans: Spans | None) -> list[list[int]] | None:
    return None if spans is None else [list(s) for s in spans]


def _attribution(a: Attribution, chain: Sequence[Hop]) -> Json:
    return {
        "id": a.id,
        "source": _spans(a.source),
        "cue": _spans(a.cue),
        "content": _spans(a.content),
        "hearer": _spans(a.hearer),
        "hearer_party": a.hearer_party,
        "parent": a.parent,
        "quote": a.quote.value,
        "kind": a.kind.value,
        "party": a.party,
        "act": a.act.value,
        "polarity": a.polarity.value,
        "certainty": a.certainty.value,
        "chain": [hop.name for hop in chain],
        "chain_cues": [_spans(hop.cue) for hop in chain],
        "story": a.story,
        "score": a.score,
    }


def _party(p: Party) -> Json:
    profile = None
    if p.profile is not None:
        profile = {
            "number": p.profile.number,
            "role": p.profile.role,
            "institution": p.profile.institution,
            "nationality": p.profile.nationality,
            "reason": p.profile.reason,
        }
    return {
        "id": p.id,
        "name": p.name,
        "kind": p.kind.value,
        "names": list(p.names),
        "titles": list(p.titles),
        "country": p.country,
        "mentions": _spans(p.mentions),
        "profile": profile,
    }


def _claim(c: Claim) -> Json:
    e = c.event
    return {
        "id": c.id,
        "text": c.text,
        "span": list(c.span),
        "attribution": c.attribution,
        "event": {
            "type": e.type,
            "mode": e.mode,
            "verb": e.verb,
            "actor": list(e.actor),
            "recipient": list(e.recipient),
            "negated": e.negated,
            "modality": e.modality,
            "figure": e.figure,
            "place": e.place,
            "time": e.time,
        },
    }


def _figure(f: Figure) -> Json:
    return {
        "what": f.what,
        "low": f.low,
        "high": f.high,
        "about": f.about,
        "unit": f.unit,
        "span": list(f.span),
        "attribution": f.attribution,
    }


def _time(t: Time) -> Json:
    return {
        "id": t.id,
        "span": list(t.span),
        "type": t.kind.value,
        "timex": t.timex,
        "value": t.value,
        "end": t.end,
        "anchor": t.anchor.value,
    }


def _abstention(a: Abstention) -> Json:
    return {"what": a.what, "span": list(a.span) if a.span else None, "why": a.why}
