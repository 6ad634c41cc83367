"""Facts beside the text: the nearest origin wins, and times are as precise as they were written."""

from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake.facts import ORIGINS, Facts, iso_time, tell_linked, tell_meta, tell_url

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
MOMENTS = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2099, 1, 1)).map(  # noqa: DTZ001 - zones follow
    lambda t: t.replace(microsecond=0)
)
ZONES = st.integers(-14, 14).map(lambda hours: timezone(timedelta(hours=hours)))


@given(st.permutations(ORIGINS), st.integers(1, len(ORIGINS)))
def test_the_nearest_origin_wins_whatever_the_order_of_telling(order: list[str], told: int) -> None:
    facts = Facts()
    for origin in order[:told]:
        facts.tell("outlet", f"told by {origin}", origin)
    nearest = min(order[:told], key=ORIGINS.index)
    assert f"told by {nearest}" == facts["outlet"]
    assert (("outlet", nearest),) == facts.origins()


def test_the_order_of_origins_is_that_of_the_hand() -> None:
    assert ("option", "sidecar", "json-ld", "opengraph", "meta", "page", "url", "text") == ORIGINS


def test_of_one_origin_the_first_telling_stays() -> None:
    facts = Facts()
    facts.tell("headline", "Ferry sinks", "meta")
    facts.tell("headline", "Ferry floats", "meta")
    assert "Ferry sinks" == facts["headline"]


@pytest.mark.parametrize("value", ["", "  \n", None, 7, ["The Quay Post"], {"name": "The Quay Post"}])
def test_what_is_no_text_tells_nothing(value: object) -> None:
    facts = Facts()
    facts.tell("outlet", value, "option")
    assert (None, ()) == (facts["outlet"], facts.origins())


def test_a_fact_is_one_line() -> None:
    facts = Facts()
    facts.tell("headline", "  Ferry\n\tsinks\u00a0off Orle ", "sidecar")
    assert "Ferry sinks off Orle" == facts["headline"]


def test_half_a_character_in_a_fact_is_replaced_so_that_it_can_be_stored() -> None:
    facts = Facts()
    facts.tell("outlet", "Quay \ud83d Post", "json-ld")
    assert "Quay \ufffd Post" == facts["outlet"]


# ---- times


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025", "2025"),
        ("2025-11", "2025-11"),
        ("2025-11-25", "2025-11-25"),
        ("20251125", "2025-11-25"),
        ("2025-W48-2", "2025-11-25"),
        ("2025-11-25T08", "2025-11-25T08"),
        ("2025-11-25T08:30", "2025-11-25T08:30"),
        ("2025-11-25T08:30Z", "2025-11-25T08:30+00:00"),
        ("2025-11-25 08:30:15", "2025-11-25T08:30:15"),
        ("20251125T083015Z", "2025-11-25T08:30:15+00:00"),
        ("2025-11-25T08:30:15.250+02:00", "2025-11-25T08:30:15+02:00"),
        ("2025-11-25T08:30:15-0500", "2025-11-25T08:30:15-05:00"),
        ("Tue, 25 Nov 2025 08:30:15 GMT", "2025-11-25T08:30:15+00:00"),
        ("Tuesday, 25-Nov-25 08:30:15 GMT", "2025-11-25T08:30:15+00:00"),
        ("25 Nov 2025 08:30", "2025-11-25T08:30"),
        ("25 November 2025", "2025-11-25"),
        ("25th November 2025", "2025-11-25"),
        ("Nov. 25, 2025", "2025-11-25"),
        ("November 25th, 2025", "2025-11-25"),
        ("Tuesday, November 25, 2025", "2025-11-25"),
        ("Sept 5, 2025", "2025-09-05"),
        ("November 25, 2025, 8:30 pm", "2025-11-25"),
        ("25 Nov 2025 8:30 p.m.", "2025-11-25"),
        ("ORLE, May 3, 2025 (Quay Wire) —", "2025-05-03"),
        ("Report 12 2024, of 3 May 2025", "2025-05-03"),
        (" 2025-11-25\n", "2025-11-25"),
    ],
)
def test_a_time_is_as_precise_as_it_was_written(written: str, read: str) -> None:
    assert read == iso_time(written)


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "yesterday at 8:30", "25/11/2025", "25/11/2025 08:30", "2025-13-01", "2025-02-30", "0000-01-01",
     "2025-W48", "2025-11-25T25:00", "November 45, 2025", "Mayor 12, 2025", "marble 3, 2025", "Oct 10", "1764059400",
     "25 people were hurt in 2025", "8:30"],
)  # fmt: skip
def test_what_is_no_date_is_not_read_as_one(written: str) -> None:
    assert None is iso_time(written)


@given(DAYS, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%b. %d, %Y", "%A, %d %b %Y", "%Y-%m-%d", "%Y%m%d"]))
def test_a_day_in_any_form_is_that_day(day: date, form: str) -> None:
    assert day.isoformat() == iso_time(day.strftime(form))


@given(MOMENTS, ZONES)
def test_a_moment_in_iso_or_mail_form_is_that_moment(moment: datetime, zone: timezone) -> None:
    moment = moment.replace(tzinfo=zone)
    assert [moment.isoformat()] * 2 == [iso_time(moment.isoformat()), iso_time(format_datetime(moment))]


@given(st.text(st.sampled_from("0123456789-:/.,TZ NovMaypm+W"), max_size=30))
def test_anything_that_is_read_as_a_time_is_one(written: str) -> None:
    read = iso_time(written)
    if read is not None:
        assert datetime.fromisoformat((read + "-01-01")[:10] if len(read) <= 10 else read)
        assert iso_time(read) == read


# ---- JSON-LD


def linked(*objects: dict[str, Any]) -> dict[str, tuple[str, str]]:
    facts = Facts()
    tell_linked(facts, objects)
    return facts.told


def test_json_ld_tells_every_fact_of_an_article() -> None:
    article = {
        "@type": "NewsArticle",
        "headline": "Ferry sinks off Orle",
        "author": {"@type": "Person", "name": "Edda Lorn"},
        "publisher": {"@type": "Organization", "name": "The Quay Post"},
        "datePublished": "2025-11-25T08:30Z",
        "dateModified": "2025-11-26",
        "url": "https://quaypost.example/ferry",
    }
    expected = {
        "headline": "Ferry sinks off Orle",
        "byline": "Edda Lorn",
        "outlet": "The Quay Post",
        "published": "2025-11-25T08:30Z",
        "updated": "2025-11-26",
        "url": "https://quaypost.example/ferry",
    }
    assert {name: (value, "json-ld") for name, value in expected.items()} == linked(article)


def test_a_change_is_not_taken_for_the_publication() -> None:
    assert {"updated"} == set(linked({"@type": "Article", "dateModified": "2025-11-26"}))


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("Edda Lorn", "Edda Lorn"),
        ({"name": "Edda Lorn"}, "Edda Lorn"),
        ([{"name": "Edda Lorn"}, {"name": "Petra Lindoss"}], "Edda Lorn, Petra Lindoss"),
        (["Edda Lorn", {"name": ["Petra Lindoss"]}, None, 3, {}], "Edda Lorn, Petra Lindoss"),
    ],
)
def test_authors_are_named_however_they_are_nested(author: object, byline: str) -> None:
    assert {"byline": (byline, "json-ld")} == linked({"@type": "Article", "author": author})


def test_authors_nested_without_end_do_no_harm() -> None:
    author: object = "Edda Lorn"
    for _ in range(50_000):
        author = [author]
    assert {"byline": ("Edda Lorn", "json-ld")} == linked({"@type": "Article", "author": author})


@pytest.mark.parametrize("kind", ["WebPage", None, 7, ["Organization"], {"@id": "NewsArticle"}])
def test_an_object_that_is_no_article_tells_nothing(kind: object) -> None:
    assert {} == linked({"@type": kind, "headline": "About us"})


def test_the_first_article_is_the_one_that_tells() -> None:
    page = {"@type": "WebSite", "name": "The Quay Post"}
    first = {"@type": ["Report", "NewsArticle"], "headline": "Ferry sinks"}
    other = {"@type": "NewsArticle", "headline": "Ferry floats"}
    assert {"headline": ("Ferry sinks", "json-ld")} == linked(page, first, other)


@pytest.mark.parametrize(
    "address",
    [
        {"url": "https://quaypost.example/a"},
        {"mainEntityOfPage": "https://quaypost.example/a"},
        {"mainEntityOfPage": {"@type": "WebPage", "@id": "https://quaypost.example/a"}},
    ],
)
def test_an_article_tells_its_address_in_each_of_the_usual_ways(address: dict[str, object]) -> None:
    assert {"url": ("https://quaypost.example/a", "json-ld")} == linked({"@type": "Article", **address})


# ---- meta elements and addresses


@pytest.mark.parametrize(
    ("meta", "told"),
    [
        ({"og:title": "A", "twitter:title": "B"}, {"headline": ("A", "opengraph")}),
        ({"twitter:title": "B"}, {"headline": ("B", "meta")}),
        ({"og:site_name": "The Quay Post"}, {"outlet": ("The Quay Post", "opengraph")}),
        ({"application-name": "The Quay Post"}, {"outlet": ("The Quay Post", "meta")}),
        ({"date": "2025-01-01", "article:published_time": "2025-02-02"}, {"published": ("2025-02-02", "opengraph")}),
        ({"article:modified_time": "2025-02-02"}, {"updated": ("2025-02-02", "opengraph")}),
        ({"author": "Edda Lorn"}, {"byline": ("Edda Lorn", "meta")}),
        ({"article:author": "https://quaypost.example/lorn", "byl": "Edda Lorn"}, {"byline": ("Edda Lorn", "meta")}),
        ({"viewport": "width=device-width"}, {}),
    ],
)
def test_meta_elements_tell_what_they_are_named_for(meta: dict[str, str], told: dict[str, tuple[str, str]]) -> None:
    facts = Facts()
    tell_meta(facts, meta)
    assert told == facts.told


@pytest.mark.parametrize(
    ("url", "outlet", "published"),
    [
        ("https://www.quaypost.example/2025/11/25/ferry", "quaypost.example", "2025-11-25"),
        ("https://quaypost.example/2025/11/ferry", "quaypost.example", "2025-11"),
        ("https://quaypost.example/news/2025-11-25-ferry", "quaypost.example", "2025-11-25"),
        ("https://quaypost.example/2025/1/5/ferry", "quaypost.example", "2025-01-05"),
        ("https://quaypost.example/2025/11/281234", "quaypost.example", "2025-11"),
        ("https://quaypost.example/2025/13/ferry", "quaypost.example", None),
        ("https://quaypost.example/ferry?d=/2025/11/25", "quaypost.example", None),
        ("/2025/11/25/ferry", None, "2025-11-25"),
        ("https://[quaypost/ferry", None, None),
        (None, None, None),
    ],
)
def test_an_address_tells_its_host_and_the_date_in_its_path(
    url: str | None, outlet: str | None, published: str | None
) -> None:
    facts = Facts()
    tell_url(facts, url)
    assert (outlet, published) == (facts["outlet"], facts["published"])
