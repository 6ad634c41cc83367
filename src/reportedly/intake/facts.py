"""What is known of a report beside its text, and where each fact came from.

Nearest the hand wins: an option, the sidecar, the page's JSON-LD, its OpenGraph and meta elements, its address, its text.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
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
ISO_PREFIX = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?$")
MONTHS = "january february march april may june july august september october november december".split()
WRITTEN = re.compile(
    r"(?:(?P<m1>[A-Za-z]{3,9})\.?\s+(?P<d1>\d{1,2})(?:st|nd|rd|th)?,?\s+|(?P<d2>\d{1,2})\s+(?P<m2>[A-Za-z]{3,9})\.?,?\s+)"
    r"(?P<y>\d{4})"
)


@dataclass(slots=True)
class Facts:
    """Facts by name as (value, origin); the first origin in ORIGINS wins, whatever the order of telling."""

    told: dict[str, tuple[str, str]] = field(default_factory=dict)

    def tell(self, name: str, value: object, origin: str) -> None:
        """Takes a fact unless one from a nearer origin is there; empty values tell nothing."""
        text = " ".join(value.split()) if isinstance(value, str) else ""
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
    if ISO_PREFIX.match(written):
        return written
    try:
        return datetime.fromisoformat(written).isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError):
        pass
    match = WRITTEN.search(written)
    month = _month(match["m1"] or match["m2"]) if match else None
    if match and month:
        return f"{match['y']}-{month:02}-{int(match['d1'] or match['d2']):02}"
    return None


def _month(name: str) -> int | None:
    return next((n for n, m in enumerate(MONTHS, 1) if len(name) >= 3 and m.startswith(name.lower()[:3])), None)


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
    """The names of a JSON-LD person, organization or list of them."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return ", ".join(name for v in value if (name := _names(v)))
    return ""


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
    if not url:
        return
    host = urlsplit(url).hostname or ""
    facts.tell("outlet", host.removeprefix("www."), "url")
    match = URL_DATE.search(urlsplit(url).path)
    if match and 1 <= int(match[2]) <= 12:
        day = f"-{int(match[3]):02}" if match[3] and 1 <= int(match[3]) <= 31 else ""
        facts.tell("published", f"{match[1]}-{int(match[2]):02}{day}", "url")
