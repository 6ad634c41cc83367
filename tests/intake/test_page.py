"""A page's text, its facts, and the place of every word in its bytes."""

import html
import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake.page import Page, is_page, read_page
from reportedly.model import Span

SENTENCES = (
    "The harbour master of Orle said on Monday that the ferry had been inspected twice before it sank.",
    "Nobody at the ministry had warned him, he added, and no letter had reached the quay since the spring.",
    "The owner of the line denied that the boat was old, and asked for the wreck to be raised at once.",
    "Divers are to go down again on Thursday, according to the coast guard, if the current allows it.",
)
WORDS = st.sampled_from(
    ["quay", "“ferry”", "R&D", "café", "l’an", "<9>", "好", "😀", "AT&T;", "100 %", "naïve", "don't"]
)
REFERENCES = {"é": "&eacute;", "’": "&#8217;", "“": "&ldquo;", "”": "&#x201d;", "ï": "&iuml;", "'": "&#39;"}


def page_of(*paragraphs: str, head: str = "<title>Ferry sinks off Orle</title>") -> str:
    body = "\n".join(f"<p>{p}</p>" for p in paragraphs)
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body><article>{body}</article></body></html>"


def assert_words_stand_at_their_bytes(page: Page, data: bytes) -> int:
    """Compares each placed word with what the page has at its bytes; returns how many there are."""
    placed = 0
    for match in re.finditer(r"\S+", page.text):
        ranges = page.source_map.bytes_of(Span(match.start(), match.end()))
        written = b"".join(data[start:end] for start, end in ranges).decode(page.encoding)
        placed += bool(written)
        assert not written or match[0] == html.unescape(written)
    return placed


@given(st.lists(st.lists(WORDS, min_size=1, max_size=8), min_size=1, max_size=4), st.booleans(), st.booleans())
def test_every_word_of_the_body_stands_at_its_bytes(words: list[list[str]], references: bool, windows: bool) -> None:
    paragraphs = [f"{s} {html.escape(' '.join(w), quote=False)}" for s, w in zip(SENTENCES, words, strict=False)]
    source = page_of(*paragraphs, *SENTENCES)
    if references:
        source = re.sub("[é’“”ï']", lambda m: REFERENCES[m[0]], source)
    if windows:
        source = source.replace("\n", "\r\n")
    data = source.encode()
    page = read_page(data)
    body = page.text.split("\n", 1)[1]
    assert len(body.split()) == assert_words_stand_at_their_bytes(page, data)


@pytest.mark.parametrize(
    ("encoding", "declared"), [("cp1252", "windows-1252"), ("cp1252", "iso-8859-1"), ("utf-16", ""), ("utf-8-sig", "")]
)
def test_words_are_found_in_pages_of_every_encoding(encoding: str, declared: str) -> None:
    paragraph = f"{SENTENCES[0]} “No,” said the café’s owner."
    data = page_of(paragraph, *SENTENCES[1:], head=f'<meta charset="{declared}"><title>Ferry</title>').encode(encoding)
    page = read_page(data)
    assert paragraph in page.text.split("\n")
    assert () == page.abstained
    start = page.text.index("café’s")
    [(first, end)] = page.source_map.bytes_of(Span(start, start + len("café’s")))
    assert "café’s" == data[first:end].decode(page.encoding)


def test_items_of_a_list_have_their_places() -> None:
    data = page_of(*SENTENCES, "<ul><li>one rusted ring</li><li>two ropes</li></ul>").encode()
    page = read_page(data)
    start = page.text.index("rusted")
    assert [(data.index(b"rusted"), data.index(b"rusted") + 6)] == page.source_map.bytes_of(Span(start, start + 6))


def test_words_that_inline_elements_cut_are_found_in_their_parts() -> None:
    data = page_of(*SENTENCES[:3], "The <b>f</b>erry was <i>late</i>, said the harbour master of Orle.").encode()
    page = read_page(data)
    start = page.text.index("ferry was late")
    places = page.source_map.bytes_of(Span(start, start + 5))
    assert [b"f", b"erry"] == [data[first:end] for first, end in places]


def test_the_headline_is_the_first_line_once() -> None:
    with_heading = page_of("<h1>Ferry sinks off Orle</h1>", *SENTENCES)
    for source in (page_of(*SENTENCES), with_heading):
        text = read_page(source.encode()).text
        assert ("Ferry sinks off Orle", 1) == (text.split("\n")[0], text.count("Ferry sinks off Orle"))


def test_a_heading_stands_for_a_title_that_adds_the_outlets_name() -> None:
    head = "<title>Ferry sinks off the coast of Orle - The Quay Post</title>"
    text = read_page(page_of("<h1>Ferry sinks off the coast of Orle</h1>", *SENTENCES, head=head).encode()).text
    assert "Ferry sinks off the coast of Orle" == text.split("\n")[0]


@pytest.mark.parametrize("tag", ["div", "span", "main", "strong", "x-box", "p", "table><tr><td"])
def test_a_page_nested_without_end_is_read_in_time_and_whole(tag: str) -> None:
    began = perf_counter()
    page = read_page(f"<html><body>{f'<{tag}>' * 100_000}{page_of(*SENTENCES)}".encode())
    assert perf_counter() - began < 5
    assert [s for s in SENTENCES if s in page.text] == list(SENTENCES)
    notes = [] if tag == "p" else ["its elements are nested too deeply; all visible text of the page was taken"]
    assert notes == [a.why for a in page.abstained]  # a paragraph ends where the next begins


def test_a_long_list_without_end_tags_is_not_taken_for_deep_nesting() -> None:
    page = read_page(page_of(*SENTENCES, f"<ul>{'<li>a rope' * 300}</ul>").encode())
    assert () == page.abstained


def test_a_page_without_an_article_gives_all_its_visible_text_and_says_so() -> None:
    page = read_page(b"<html><body><div id=footer>Quay shut.</div><p>Ferry late.</p><script>x</script></body></html>")
    assert "Quay shut.\nFerry late." == page.text
    assert [("article", "no article was recognised; all visible text of the page was taken")] == [
        (a.what, a.why) for a in page.abstained
    ]


def test_a_page_with_nothing_visible_has_no_text() -> None:
    assert "" == read_page(b"<html><head><title>Ferry</title></head><body><script>x()</script></body></html>").text


def test_a_page_of_many_short_runs_is_placed_in_time() -> None:
    data = page_of(*(f"{n} {'мост дело ' * 400}" for n in range(60))).encode()
    began = perf_counter()
    page = read_page(data)
    assert 60 * 800 == sum(run.width == 2 for run in page.source_map.runs)
    assert perf_counter() - began < 5


def test_the_head_is_told_in_order_of_nearness() -> None:
    head = (
        '<title>Ferry | The Quay Post</title><meta property="og:title" content="Ferry sinks">'
        '<meta name="author" content="Edda Lorn"><link rel="canonical" href="https://quaypost.example/2025/11/25/ferry">'
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle",'
        '"headline": "Ferry sinks off Orle", "dateModified": "2025-11-26"}]}</script>'
    )
    facts = read_page(
        page_of('<time datetime="2025-11-25T08:30Z">Tuesday</time>', *SENTENCES, head=head).encode()
    ).facts
    assert {
        "headline": ("Ferry sinks off Orle", "json-ld"),
        "updated": ("2025-11-26", "json-ld"),
        "byline": ("Edda Lorn", "meta"),
        "url": ("https://quaypost.example/2025/11/25/ferry", "meta"),
        "published": ("2025-11-25T08:30Z", "page"),
    } == facts.told


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.html", b"plain", True),
        ("a.HTM", b"plain", True),
        ("a.xhtml", b"plain", True),
        ("a.txt", b"<!DOCTYPE html><p>", True),
        ("-", b"\n <html lang=en>", True),
        ("-", b"<?xml version='1.0'?><!-- saved --><!doctype HTML PUBLIC>", True),
        ("-", b"<!-- saved -->\n<!-- twice --><body>", True),
        ("-", "\ufeff<html>".encode(), True),
        ("-", "\ufeff<html>".encode("utf-16-le"), True),
        ("-", "\ufeff<html>".encode("utf-16-be"), True),
        ("a.txt", b"The <html> element was late.", False),
        ("a.txt", b"<p>The ferry</p>", False),
        ("a.txt", b"<headline>The ferry</headline>", False),
        ("a.txt", b"<!---->" * 290, False),
    ],
)
def test_a_page_is_known_by_its_ending_or_its_first_bytes(name: str, data: bytes, expected: bool) -> None:
    began = perf_counter()
    assert expected == is_page(data, name)
    assert perf_counter() - began < 1
