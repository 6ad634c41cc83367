"""From a file's bytes to a Report: text, regions, stories, facts, language, and what could not be told."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from reportedly.errors import Refusal
from reportedly.intake.decode import decode
from reportedly.intake.facts import Facts, iso_time, tell_url
from reportedly.intake.files import MAX_BYTES, STANDARD_INPUT, read_bytes, refuse_unfit
from reportedly.intake.language import language_of
from reportedly.intake.page import Page, is_page, read_page
from reportedly.intake.regions import BYLINE, find_regions
from reportedly.intake.sidecar import tell_sidecar
from reportedly.model import ENGLISH, Abstention, Region, RegionKind, Report, Story

ID_LENGTH = 10


def load(name: str, *, max_bytes: int = MAX_BYTES, told: Mapping[str, str | None] | None = None) -> Report:
    """Reads a file ("-" is standard input) as a report; `told` are facts that override the file's and its sidecar's.

    Raises Refusal where the input is no report, FormatError where its sidecar is damaged.
    """
    data = read_bytes(name, max_bytes)
    facts = _told(told)
    if name != STANDARD_INPUT:
        tell_sidecar(facts, Path(name))
    return _report(name, data, facts)


def from_bytes(data: bytes, name: str = "report", *, told: Mapping[str, str | None] | None = None) -> Report:
    """A report from bytes at hand; `name` stands for a file's name. Raises Refusal."""
    refuse_unfit(name, data)
    return _report(name, data, _told(told))


def _told(told: Mapping[str, str | None] | None) -> Facts:
    facts = Facts()
    for name, value in (told or {}).items():
        facts.tell(name, value, "option")
    return facts


def _report(name: str, data: bytes, facts: Facts) -> Report:
    page = read_page(data) if is_page(data, name) else _text_page(data)
    if not page.text.strip():
        raise Refusal(name, "there is no text in it", "check that it is the page meant, not a frame or a script")
    tell_url(facts, facts["url"])  # an address told from outside names the outlet before one on the page
    for fact, (value, origin) in page.facts.told.items():
        facts.tell(fact, value, origin)
    tell_url(facts, facts["url"])
    regions = find_regions(page.text, facts["headline"], one_story=is_page(data, name))
    _tell_text(facts, page.text, regions)
    times, time_notes = _times(facts)
    language = language_of(page.text)
    return Report(
        id=report_id(page.text, facts["outlet"]),
        file=name,
        text=page.text,
        digest=hashlib.sha256(data).hexdigest(),
        stories=_stories(page.text, regions, facts, times.get("published")),
        regions=regions,
        outlet=facts["outlet"],
        url=facts["url"],
        headline=facts["headline"],
        byline=facts["byline"],
        published=times.get("published"),
        updated=times.get("updated"),
        language=language,
        encoding=page.encoding,
        told_by=facts.origins(),
        abstained=(*page.abstained, *time_notes, *_unknown(facts, times, language)),
        source_map=page.source_map,
    )


def report_id(text: str, outlet: str | None) -> str:
    """A short id that the same text of the same outlet always has."""
    return hashlib.sha256(f"{outlet or ''}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def _text_page(data: bytes) -> Page:
    decoded = decode(data)
    return Page(decoded.text, Facts(), decoded.encoding, decoded.source_map, decoded.abstained)


def _tell_text(facts: Facts, text: str, regions: tuple[Region, ...]) -> None:
    """What the text itself says of headline, byline and time: of the first story, for the report."""
    for region in regions:
        stretch = text[region.start : region.end]
        if region.story > 1:
            return
        if region.kind is RegionKind.HEADLINE:
            facts.tell("headline", stretch, "text")
        elif region.kind is RegionKind.BYLINE:
            match = BYLINE.match(stretch)
            facts.tell("byline", match["who"] if match else None, "text")
        elif region.kind is RegionKind.DATELINE:
            facts.tell("published", iso_time(stretch), "text")


def _times(facts: Facts) -> tuple[dict[str, str], tuple[Abstention, ...]]:
    """Times as ISO 8601; an abstention for each that was told and can't be read."""
    times: dict[str, str] = {}
    notes: list[Abstention] = []
    for name in ("published", "updated"):
        told = facts[name]
        value = iso_time(told) if told else None
        if value:
            times[name] = value
        elif told:
            notes.append(Abstention(name, f"{told!r} is no date that could be read"))
    return times, tuple(notes)


def _unknown(facts: Facts, times: Mapping[str, str], language: str | None) -> list[Abstention]:
    notes = []
    if facts["outlet"] is None:
        notes.append(Abstention("outlet", "neither the input nor a sidecar tells it; --outlet does"))
    if "published" not in times and facts["published"] is None:
        notes.append(Abstention("published", "neither the input nor a sidecar tells it; --published does"))
    if language not in {None, ENGLISH}:
        notes.append(Abstention("attributions", f"the text is in another language ({language}); only English is read"))
    return notes


def _stories(text: str, regions: tuple[Region, ...], facts: Facts, published: str | None) -> tuple[Story, ...]:
    out = []
    for number in range(1, max((r.story for r in regions), default=1) + 1):
        own = Facts()
        headline = next(
            (text[r.start : r.end] for r in regions if r.story == number and r.kind is RegionKind.HEADLINE), None
        )
        _tell_text(own, text, tuple(_as_first(r) for r in regions if r.story == number))
        if number == 1:
            out.append(Story(1, headline or facts["headline"], facts["byline"], published))
        else:
            out.append(Story(number, headline, own["byline"], iso_time(own["published"]) if own["published"] else None))
    return tuple(out)


def _as_first(region: Region) -> Region:
    return Region(region.kind, region.start, region.end, 1)
