"""What is known of a report beside its text, and where each fact came from.

Nearest the hand wins: an option, the sidecar, the page's JSON-LD, its OpenGraph and meta elements, its address, its text.
"""

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

FACTS = ("outlet", "url", "headline", "byline", "published", "updated")
# Where a fact may come from, nearest the hand first.
ORIGINS = ("option", "sidecar", "json-ld", "opengraph", "meta", "page", "url", "text")
ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BlogPosting LiveBlogPosting "
    "BackgroundNewsArticle ReviewNewsArticle AskPublicNewsArticle Report AdvertiserContentArticle".split()
)
PUBLISHED_META = ("article:published_time", "og:published_time", "date", "pubdate", "publishdate", "publish-date",
                  "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created", "datepublished",
                  "cxenseparse:recs:publishtime")  # fmt: skip
UPDATED_META = (
    "article:modified_time",
    "og:updated_time",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "datemodified",
)
AUTHOR_META = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "byline")
URL_DATE = re.compile(r"/(20\d{2}|19\d{2})[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=[/-]|\D|$)")
ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
ISO_DAY = re.compile(r"\d{4}-?(?:\d{2}-?\d{2}|W\d{2}-?\d)")
CLOCK = re.compile(r"\b\d{1,2}:\d{2}(?P<seconds>:\d{2})?")
HALF_OF_DAY = re.compile(r"\d\s*[ap]\.?\s?m\b", re.IGNORECASE)
PRECISION = {2: "hours", 4: "minutes", 6: "seconds"}
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
MONTHS = "january february march april may june july august september october november december".split()
WRITTEN = re.compile(
    r"(?:\b(?P<m1>[A-Za-z]{3,9})\.?\s+(?P<d1>\d{1,2})(?:st|nd|rd|th)?,?\s+"
    r"|\b(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s+(?P<m2>[A-Za-z]{3,9})\.?,?\s+)(?P<y>\d{4})\b"
)


@dataclass(slots=True)
class Facts:
    """Facts by name as (value, origin); the first origin in ORIGINS wins, whatever the order of telling."""

    told: dict[str, tuple[str, str]] = field(default_factory=dict)

    def tell(self, name: str, value: object, origin: str) -> None:
        """Takes a fact unless one from a nearer origin is there; empty values tell nothing."""
        text = " ".join(html.unescape(value).split()) if isinstance(value, str) else ""
        text = LONE_SURROGATE.sub("\ufffd", text)  # JSON can escape half a character, which nothing could store
        known = self.told.get(name)
        if text and (known is None or ORIGINS.index(origin) < ORIGINS.index(known[1])):
            self.told[name] = (text, origin)

    def __getitem__(self, name: str) -> str | None:
        return self.told[name][0] if name in self.told else None

    def origins(self) -> tuple[tuple[str, str], ...]:
        return tuple((name, self.told[name][1]) for name in FACTS if name in self.told)


def iso_time(written: str) -> str | None:
    """A date or time as ISO 8601, no more precise than it was written; None where it can't be read."""
    written = written.strip()
    return _iso(written) or _mail(written) or _in_words(written)


def _iso(written: str) -> str | None:
    """A time that is written in ISO 8601, in whichever of its forms."""
    if match := ISO_DATE.fullmatch(written):
        return written if _day(*(int(part or 1) for part in match.groups())) else None
    try:
        time = datetime.fromisoformat(written)
    except ValueError:
        return None
    day = ISO_DAY.match(written)
    if not day:
        return None  # a week without its day
    clock = re.match(r"[\d:]*", written[day.end() + 1 :])
    digits = len(clock[0].replace(":", "")) if clock else 0
    return time.isoformat(timespec=PRECISION[digits]) if digits in PRECISION else time.date().isoformat()


def _mail(written: str) -> str | None:
    """A time as mail and HTTP headers write it; their parser passes over "pm", so that is left alone."""
    clock = CLOCK.search(written)
    if not clock or HALF_OF_DAY.search(written):
        return None
    try:
        time = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError):
        return None
    return time.isoformat(timespec="seconds" if clock["seconds"] else "minutes")


def _in_words(written: str) -> str | None:
    """The first day that is written with the name of its month."""
    for match in WRITTEN.finditer(written):
        day = _day(int(match["y"]), _month(match["m1"] or match["m2"]), int(match["d1"] or match["d2"]))
        if day:
            return day
    return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    """The number of a month by its name or the beginning of it, 0 where it is none."""
    return next((n for n, m in enumerate(MONTHS, 1) if m.startswith(name.lower())), 0)


def tell_linked(facts: Facts, objects: Iterable[Mapping[str, Any]]) -> None:
    """Facts of the first article among a page's JSON-LD objects."""
    for o in objects:
        kinds = o.get("@type")
        if ARTICLE_TYPES & {k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)}:
            facts.tell("headline", o.get("headline") or o.get("name"), "json-ld")
            facts.tell("byline", _names(o.get("author")), "json-ld")
            facts.tell("outlet", _names(o.get("publisher")), "json-ld")
            facts.tell("published", o.get("datePublished"), "json-ld")
            facts.tell("updated", o.get("dateModified"), "json-ld")
            facts.tell("url", _address(o), "json-ld")
            return


def _address(o: Mapping[str, Any]) -> object:
    main = o.get("mainEntityOfPage")
    return o.get("url") or (main.get("@id") if isinstance(main, dict) else main)


def _names(value: object) -> str:
    """The names of a JSON-LD person, organization or list of them, however deep they lie."""
    names: list[str] = []
    left = [value]
    while left:
        value = left.pop()
        if isinstance(value, str) and value.strip():
            names.append(value.strip())
        elif isinstance(value, dict):
            left.append(value.get("name"))
        elif isinstance(value, list):
            left.extend(reversed(value))
    return ", ".join(names)


def tell_meta(facts: Facts, meta: Mapping[str, str]) -> None:
    """Facts of a page's OpenGraph and other meta elements."""
    facts.tell("headline", meta.get("og:title"), "opengraph")
    facts.tell("outlet", meta.get("og:site_name"), "opengraph")
    facts.tell("url", meta.get("og:url"), "opengraph")
    facts.tell("headline", meta.get("twitter:title"), "meta")
    facts.tell("outlet", meta.get("application-name"), "meta")
    for name, keys in (("published", PUBLISHED_META), ("updated", UPDATED_META), ("byline", AUTHOR_META)):
        for key in keys:
            value = meta.get(key, "")
            if value and not value.startswith("http"):
                facts.tell(name, value, "opengraph" if key.startswith(("og:", "article:")) else "meta")


def tell_url(facts: Facts, url: str | None) -> None:
    """Facts that an address holds: the host as outlet, a date in its path."""
    try:
        parts = urlsplit(url or "")
        host = parts.hostname or ""
    except ValueError:  # "https://[…": no address, so it tells nothing
        return
    facts.tell("outlet", host.removeprefix("www."), "url")
    match = URL_DATE.search(parts.path)
    if match and 1 <= int(match[2]) <= 12:
        day = f"-{int(match[3]):02}" if match[3] and 1 <= int(match[3]) <= 31 else ""
        facts.tell("published", f"{match[1]}-{int(match[2]):02}{day}", "url")
