"""One pass over a page's source: what its head says, and where each visible character stands."""

import html
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake.scan import scan_page

WRITTEN = {
    "&amp;": "&",
    "&#8217;": "’",
    "&#x2019;": "’",
    "&eacute;": "é",
    "&nbsp;": "\u00a0",
    "&copy": "©",
    "&lt;": "<",
}
PARTS = st.sampled_from(
    [*WRITTEN, "quay", "AT&T", "R&D ", "“é”", "😀", " ", "\n", "</p><p>", "<b>", "</b>", "<br/>", "a&b;"]
)


def visible(source: str) -> str:
    return "".join(piece.text for piece in scan_page(source).pieces)


@given(st.lists(PARTS, max_size=25))
def test_every_piece_is_what_stands_at_its_place(parts: list[str]) -> None:
    source = f"<html><head><title>T</title></head>\n<body><p>{''.join(parts)} </p></body></html>"
    for piece in scan_page(source).pieces:
        length = len(piece.text) if piece.width == 1 else piece.width
        written = source[piece.start : piece.start + length]
        assert piece.text == (written if piece.width == 1 else html.unescape(written))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="&<\r"), max_size=40))
def test_text_without_markup_is_wholly_visible(text: str) -> None:
    assert text == visible(f"<p>{text}</p>")


@pytest.mark.parametrize(("written", "meant"), WRITTEN.items(), ids=WRITTEN)
def test_an_entity_is_one_piece_as_wide_as_it_is_written(written: str, meant: str) -> None:
    [before, entity, after] = scan_page(f"<p>quay {written} ford</p>").pieces
    assert ("quay ", meant, " ford") == (before.text, entity.text, after.text)
    assert (8, len(written), 8 + len(written)) == (entity.start, entity.width, after.start)


def test_an_ampersand_that_begins_no_entity_stays_as_written() -> None:
    assert "AT&T and R&D, a&b;" == visible("<p>AT&T and R&D, a&b;</p>")


@pytest.mark.parametrize(
    "head",
    [
        "<head><title>T</title></head><body>",
        "<head><title>T</title><body>",
        "<head><title>T</title>",
        "<title>T</title>",
    ],
    ids=["closed", "ended by the body", "ended by the first paragraph", "left out"],
)
def test_a_head_may_leave_out_its_end_tag(head: str) -> None:
    scan = scan_page(f"<html>{head}<p>The ferry was late.</p></html>")
    assert ("T", ["The ferry was late."]) == (scan.title, scan.paragraphs())


@pytest.mark.parametrize(
    "tag", ["script", "style", "noscript", "template", "svg", "iframe", "select", "textarea", "object"]
)
def test_what_a_reader_does_not_see_is_no_text(tag: str) -> None:
    assert ["Quay.", "Ford."] == scan_page(f"<p>Quay.</p><{tag}>hidden</{tag}><p>Ford.</p>").paragraphs()


@pytest.mark.parametrize("tag", ["nav", "footer", "aside", "form", "button", "menu"])
def test_what_stands_around_the_text_is_no_paragraph_but_has_its_place(tag: str) -> None:
    source = f"<p>Quay.</p><{tag}>Around</{tag}><p>Ford.</p>"
    assert (["Quay.", "Ford."], "Quay.AroundFord.") == (scan_page(source).paragraphs(), visible(source))


def test_blocks_part_paragraphs_and_other_elements_do_not() -> None:
    source = "<div>The <b>old</b>\n  quay<br>A ford</div>A <i>bridge</i><ul><li>one<li>two</ul>"
    assert ["The old quay", "A ford", "A bridge", "one", "two"] == scan_page(source).paragraphs()


def test_the_head_tells_title_address_language_and_meta_elements() -> None:
    scan = scan_page(
        '<html lang="en-GB"><head><title>Ferry &amp;\n barge</title><link rel="canonical" href="https://q.example/a">'
        '<META PROPERTY="og:title" content="Ferry &amp; co"><meta name="Author" content=" Edda Lorn ">'
        '<meta name="author" content="Other"><meta itemprop="datePublished" content="2025-11-25"><meta name="x">'
        '</head><body><time datetime="2025-11-24">Monday</time><svg><title>Logo</title></svg></body></html>'
    )
    assert ("Ferry & barge", "https://q.example/a", "en-GB") == (scan.title, scan.canonical, scan.language)
    assert {"og:title": "Ferry & co", "author": "Edda Lorn", "datepublished": "2025-11-25"} == scan.meta
    assert ["2025-11-24"] == scan.times


@pytest.mark.parametrize(
    ("script", "names"),
    [
        ('{"name": "a"}', ["a"]),
        ('[{"name": "a"}, [{"name": "b"}], 3, null]', ["a", "b"]),
        ('{"name": "a", "@graph": [{"name": "b", "@graph": [{"name": "c"}]}, {"name": "d"}]}', ["a", "b", "c", "d"]),
        ('{"name": "a" "b"}', []),
        ('{"name": "a"', []),
        ("", []),
        ("[" * 100_000, []),
        ("7" * 10_000, []),
    ],
    ids=["object", "list", "graph", "broken", "broken off", "empty", "nested too deeply", "a huge number"],
)
def test_json_ld_gives_its_objects_in_order_and_broken_json_none(script: str, names: list[str]) -> None:
    scan = scan_page(f'<script type="application/ld+json">{script}</script><p>The ferry was late.</p>')
    assert (names, ["The ferry was late."]) == ([o["name"] for o in scan.linked], scan.paragraphs())


def test_a_broken_script_does_not_spoil_the_next() -> None:
    script = '<script type="application/ld+json">{}</script>'
    assert [{"name": "a"}] == scan_page(script.format("{,}") + script.format('{"name": "a"}')).linked


def test_a_long_list_of_linked_data_is_read_in_one_pass() -> None:
    began = perf_counter()
    scan_page(f'<script type="application/ld+json">[{"0," * 500_000}0]</script>')
    assert perf_counter() - began < 5


@pytest.mark.parametrize(
    "source", ["", "<", "&", "<p", "<!--", "<p>a</b></p></p>", "</html></body>", "<![CDATA[x", "<?x"]
)
def test_damaged_markup_is_read_as_far_as_it_goes(source: str) -> None:
    assert "The ferry was late." in visible(f"<p>The ferry was late.</p>{source}")
