"""Claims: what each attribution's content puts forward, and what the writer states in his own voice."""

import re
from collections.abc import Sequence

from reportedly.model import Act, Attribution, Claim, Event, Polarity, RegionKind, Report, Span
from reportedly.reading.attribution.spans import Overlaps, trimmed

# These put nothing forward that could be checked.
NO_CLAIM = frozenset({Act.ASK, Act.DECLINE})
PLANNED = frozenset({Act.REQUEST, Act.COMMIT})
# A sentence with less than this share of its letters inside attributions is the writer's own.
WRITERS_SHARE = 0.4
SENTENCE = re.compile(r"[^\s].*?(?:[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9])|$)", re.DOTALL)
# A content of which a nested attribution takes more than this says no more than the nested one does.
RELAYED_SHARE = 0.75


def find_claims(report: Report, attributions: Sequence[Attribution]) -> tuple[Claim, ...]:
    """Claims c1, c2, … in text order, each with its span; events are left to a later layer."""
    nested: dict[str, list[Attribution]] = {}
    for a in attributions:
        nested.setdefault(a.parent or "", []).append(a)
    found: list[tuple[Span, str | None, Event]] = []
    for a in attributions:
        if a.content and a.act not in NO_CLAIM and (a.act is Act.DENY or not _relays(a, nested.get(a.id, ()))):
            modality = "planned" if a.act in PLANNED else "actual"
            event = Event(negated=a.polarity is Polarity.NEGATIVE and a.act is not Act.DENY, modality=modality)
            found.append((Span(a.content[0].start, a.content[-1].end), a.id, event))
    found += [(span, None, Event()) for span in _own_sentences(report, attributions)]
    found.sort(key=lambda item: item[0])
    return tuple(
        Claim(f"c{n}", report.text[span.start : span.end], span, by, event)
        for n, (span, by, event) in enumerate(found, 1)
    )


def _relays(a: Attribution, nested: Sequence[Attribution]) -> bool:
    """Whether a content is little more than one nested attribution: then the claim is the nested one's."""
    size = sum(s.end - s.start for s in a.content)
    return any(
        sum(s.end - s.start for s in (*b.content, *b.cue, *(b.source or ()))) > RELAYED_SHARE * size for b in nested
    )


def _own_sentences(report: Report, attributions: Sequence[Attribution]) -> list[Span]:
    """Sentences of the body that no attribution covers."""
    taken = [(s.start, s.end) for a in attributions for s in (*a.content, *a.cue, *(a.source or ()), *(a.hearer or ()))]
    near = Overlaps(taken)
    out = []
    for region in report.regions:
        if region.kind is RegionKind.BODY:
            for match in SENTENCE.finditer(report.text, region.start, region.end):
                span = trimmed(report.text, match.start(), match.end())
                if (
                    span
                    and _share(span, [taken[n] for n in near.of(*span)]) < WRITERS_SHARE
                    and len(report.text[span[0] : span[1]].split()) > 3
                ):
                    out.append(Span(*span))
    return out


def _share(span: tuple[int, int], covered: Sequence[tuple[int, int]]) -> float:
    position, inside = span[0], 0
    for taken_from, taken_to in sorted(covered):
        start, end = max(taken_from, position), min(taken_to, span[1])
        if start < end:
            inside += end - start
            position = end
    return inside / (span[1] - span[0])
