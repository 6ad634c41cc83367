"""Bytes to characters and back: the text as published, and for each character its bytes."""

import codecs
import re
from time import perf_counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportedly.intake.decode import Decoded, decode
from reportedly.model import Span

# Astral letters, combining marks, right-to-left marks, all line ends and NUL come often, anything else sometimes.
CHARACTERS = st.sampled_from("aé’“ж好𝒳😀\u0301\u202e\u2028\r\n\0 .") | st.characters(exclude_categories=["Cs"])
TEXTS = st.text(CHARACTERS, max_size=60)
BY_MARK = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


def as_read(text: str) -> str:
    """The text with each line end one line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def assert_each_character_stands_at_its_bytes(decoded: Decoded, data: bytes, published: str) -> None:
    """Compares each character of the text with what its bytes hold; together the bytes are the whole source."""
    at_bytes = []
    for n in range(len(decoded.text)):
        [(start, end)] = decoded.source_map.bytes_of(Span(n, n + 1))
        at_bytes.append(data[start:end].decode(decoded.encoding))
    assert list(decoded.text) == [as_read(c) for c in at_bytes]
    assert published == "".join(at_bytes)


@pytest.mark.parametrize(("encoding", "mark"), BY_MARK.items(), ids=BY_MARK)
@given(text=TEXTS)
def test_any_text_with_a_byte_order_mark_is_given_back_with_its_bytes(encoding: str, mark: bytes, text: str) -> None:
    assume(not (encoding == "utf-16-le" and text.startswith("\0")))  # its first bytes are the mark of UTF-32
    data = mark + text.encode(encoding)
    decoded = decode(data)
    assert (as_read(text), encoding, ()) == (decoded.text, decoded.encoding, decoded.abstained)
    assert_each_character_stands_at_its_bytes(decoded, data, text)


@given(text=TEXTS)
def test_any_text_in_utf_8_is_given_back_with_its_bytes(text: str) -> None:
    assume(not text.startswith("\ufeff"))  # that is a mark, not a character
    data = text.encode()
    decoded = decode(data)
    assert (as_read(text), "utf-8", ()) == (decoded.text, decoded.encoding, decoded.abstained)
    assert_each_character_stands_at_its_bytes(decoded, data, text)


@given(text=st.text(st.characters(codec="cp1252"), max_size=60))
def test_any_text_in_a_declared_single_byte_encoding_is_given_back_with_its_bytes(text: str) -> None:
    data = f"é{text}".encode("cp1252")
    assume(not _is_utf8(data))
    decoded = decode(data, "windows-1252")
    assert (as_read(f"é{text}"), "cp1252", ()) == (decoded.text, decoded.encoding, decoded.abstained)
    assert_each_character_stands_at_its_bytes(decoded, data, f"é{text}")


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1251", "Мост закрыт.\r\nДа"),
        ("koi8-r", "Мост закрыт.\r\nДа"),
        ("iso8859-2", "Żółw śpi.\r\nTak"),
        ("cp932", "橋は閉鎖。\r\nok"),
        ("euc_jp", "橋は閉鎖。\r\nok"),
        ("big5", "橋關閉了。\r\nok"),
        ("gb18030", "桥关闭了😀。\r\nok"),
    ],
)
def test_a_declared_encoding_is_believed_and_mapped(encoding: str, words: str) -> None:
    data = words.encode(encoding)
    decoded = decode(data, encoding)
    assert (as_read(words), encoding, ()) == (decoded.text, decoded.encoding, decoded.abstained)
    assert_each_character_stands_at_its_bytes(decoded, data, words)


@given(data=st.binary(max_size=80))
def test_any_bytes_at_all_are_decoded_and_every_byte_has_its_character(data: bytes) -> None:
    decoded = decode(data)
    marks = [mark for mark in BY_MARK.values() if data.startswith(mark)]
    first = max(map(len, marks), default=0)
    ranges = [r for n in range(len(decoded.text)) for r in decoded.source_map.bytes_of(Span(n, n + 1))]
    assert [first, *(end for _, end in ranges)] == [*(start for start, _ in ranges), len(data)]


@given(
    pieces=st.lists(st.sampled_from(["quay ", "“é”", "好", "\r\n", "😀"]), min_size=4, max_size=20),
    at=st.integers(min_value=0),
    bad=st.sampled_from([b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf5"]),
)
def test_each_undecodable_byte_becomes_one_replacement_and_nothing_moves(
    pieces: list[str], at: int, bad: bytes
) -> None:
    pieces += ["“", "”", "é", "好"]  # more sound characters than bad bytes: it is damaged UTF-8
    before, after = "".join(pieces[: at % len(pieces)]), "".join(pieces[at % len(pieces) :])
    data = before.encode() + bad + after.encode()
    decoded = decode(data)
    n = len(as_read(before))
    assert as_read(before) + "\ufffd" * len(bad) + as_read(after) == decoded.text
    byte = len(before.encode())
    places = [decoded.source_map.bytes_of(Span(n + k, n + k + 1)) for k in range(len(bad))]
    assert [[(byte + k, byte + k + 1)] for k in range(len(bad))] == places
    assert [f"{len(bad)} bytes are not valid utf-8; shown as U+FFFD"] == [a.why for a in decoded.abstained]


@pytest.mark.parametrize(
    ("data", "text", "place", "lost"),
    [
        (codecs.BOM_UTF16_LE + b"a\0\0\xd8b\0", "a\ufffdb", (4, 6), 2),
        (codecs.BOM_UTF16_BE + b"\0a\xdc\x00\0b", "a\ufffdb", (4, 6), 2),
        (codecs.BOM_UTF16_LE + b"a\0b", "a\ufffd", (4, 5), 1),
        (codecs.BOM_UTF32_LE + b"a\0\0\0\xff\xff\xff\xff" + b"b\0\0\0", "a\ufffdb", (8, 12), 4),
        (codecs.BOM_UTF32_LE + b"a\0\0\0b\0", "a\ufffd", (8, 10), 2),
    ],
    ids=["lone high surrogate", "lone low surrogate", "half a unit", "beyond Unicode", "half a unit of four"],
)
def test_a_bad_unit_of_a_wide_encoding_is_replaced_in_place(
    data: bytes, text: str, place: tuple[int, int], lost: int
) -> None:
    decoded = decode(data)
    assert text == decoded.text
    assert [place] == decoded.source_map.bytes_of(Span(1, 2))
    assert f"{lost} bytes" in decoded.abstained[0].why


def test_many_bad_units_take_no_longer_than_as_many_good_ones() -> None:
    began = perf_counter()
    decoded = decode(codecs.BOM_UTF16_LE + b"\x00\xd8" * 300_000)
    assert 300_000 == len(decoded.text)
    assert perf_counter() - began < 5


def test_a_line_feed_made_of_two_bytes_maps_to_both() -> None:
    decoded = decode(b"quay\r\nbridge\rford\n")
    assert "quay\nbridge\nford\n" == decoded.text
    places = [decoded.source_map.bytes_of(Span(m.start(), m.end())) for m in re.finditer("\n", decoded.text)]
    assert [[(4, 6)], [(12, 13)], [(17, 18)]] == places


def test_a_span_over_several_widths_is_one_range_of_bytes() -> None:
    text = "the “café” 😀 quay"
    decoded = decode(text.encode())
    start = text.index("“")
    assert [(4, 4 + len("“café” 😀".encode()))] == decoded.source_map.bytes_of(Span(start, start + len("“café” 😀")))


def test_a_text_neither_utf_8_nor_declared_is_guessed_and_says_so() -> None:
    decoded = decode("The mayor called it “a farce” and left the café.".encode("cp1252"))
    assert ("The mayor called it “a farce” and left the café.", "cp1252") == (decoded.text, decoded.encoding)
    assert [("encoding", "neither declared nor valid UTF-8; guessed as cp1252")] == [
        (a.what, a.why) for a in decoded.abstained
    ]


def test_a_text_in_another_script_is_guessed_by_its_letters() -> None:
    text = "Министр сказал, что мост через реку закрыт до утра, и попросил жителей ждать у переправы."
    decoded = decode(text.encode("cp1251"))
    assert text == decoded.text
    assert [f"neither declared nor valid UTF-8; guessed as {decoded.encoding}"] == [a.why for a in decoded.abstained]


@pytest.mark.parametrize("declared", ["iso-8859-1", "latin1", "us-ascii", "ISO_8859-1"])
def test_a_page_that_says_latin_1_means_the_quotation_marks_of_windows(declared: str) -> None:
    decoded = decode(b"\x93No,\x94 she said.", declared)
    assert ("“No,” she said.", "cp1252", ()) == (decoded.text, decoded.encoding, decoded.abstained)


@pytest.mark.parametrize(
    "declared",
    ["undefined", "utf-16", "utf-7", "cp037", "unicode_escape", "idna", "rot13", "no-such", "raw_unicode_escape"],
)
def test_a_declared_name_that_cannot_be_meant_is_not_believed(declared: str) -> None:
    decoded = decode(b"A caf\xe9 by the quay was shut, the clerk said. ", declared)
    assert "A café by the quay was shut, the clerk said. " == decoded.text
    assert ["encoding"] == [a.what for a in decoded.abstained]


def test_utf_8_is_believed_before_what_is_declared() -> None:
    assert "“No”" == decode("“No”".encode(), "windows-1252").text


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
