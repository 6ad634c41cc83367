"""Bytes to characters: which encoding, how sure, and where each character stands among the bytes.

The characters stay as published; only line ends are made one line feed. What cannot be decoded becomes U+FFFD, one a bad sequence, so
that nothing moves.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from charset_normalizer import from_bytes

from reportedly.model import Abstention, Run, SourceMap

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SINGLE_BYTE_DEFAULT = "cp1252"
# What the web means by these names (WHATWG Encoding Standard): the wider encoding, which has the quotation marks.
MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# A declaration was read as ASCII, so the encoding it names has to leave ASCII alone.
ASCII_PROBE = bytes(range(0x20, 0x7F))
# Stretches of equal width in UTF-8 and UTF-16; \r\n is one character of two.
STRETCH = re.compile("\r\n|[\x00-\x0c\x0e-\x7f]+|\r|[\x80-\u07ff]+|[\u0800-\uffff]+|[\U00010000-\U0010ffff]+")
# Stands for one code unit that does not decode; no sound text holds it.
BAD = "\udc80"
SOUND_OR_BAD = re.compile(f"{BAD}+|[^{BAD}]+")
# Beyond this many bytes the guesser looks at the beginning only: it is quadratic in places.
GUESS_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with its encoding, the map back to the bytes and what could not be decided about them."""

    text: str
    encoding: str
    source_map: SourceMap
    abstained: tuple[Abstention, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decodes by byte order mark, UTF-8, the declared encoding, a guess; never fails.

    `declared` is what the source says of itself (a page's meta element); it is believed if it can be and decodes.
    """
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _decoded(data, encoding, len(bom))
    if _decodes(data, "utf-8"):
        return _decoded(data, "utf-8")
    named = _named(declared) if declared else None
    if named and _decodes(data, named):
        return _decoded(data, named)
    if _mostly_utf8(data):
        return _decoded(data, "utf-8")
    return _guessed(data)


def _named(declared: str) -> str | None:
    """The encoding that a page means by a name, None where it cannot be meant."""
    try:
        name = codecs.lookup(declared).name
        name = MEANT.get(name, name)
        if name.endswith("-escape"):  # Python's own notations
            return None
        return name if ASCII_PROBE.decode(name) == ASCII_PROBE.decode("ascii") else None
    except (UnicodeError, LookupError):
        return None


def _guessed(data: bytes) -> Decoded:
    encoding = SINGLE_BYTE_DEFAULT
    if not _mostly_ascii(data):
        best = from_bytes(data[:GUESS_BYTES]).best()
        if best is not None and _decodes(data, best.encoding):
            encoding = codecs.lookup(best.encoding).name
    note = Abstention("encoding", f"neither declared nor valid UTF-8; guessed as {encoding}")
    return _decoded(data, encoding, notes=(note,))


def _mostly_ascii(data: bytes) -> bool:
    """Whether the text is written in plain Latin letters: then the few other bytes are most likely Windows-1252."""
    return sum(b < 0x80 for b in data[:GUESS_BYTES]) > 0.85 * len(data[:GUESS_BYTES])


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """Whether damaged UTF-8 is likelier than another encoding: more sound multi-byte characters than bad bytes."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    return sum(c > "\x7f" for c in text) - bad >= bad


def _decoded(data: bytes, encoding: str, start: int = 0, notes: tuple[Abstention, ...] = ()) -> Decoded:
    pieces: list[str] = []
    runs: list[Run] = []
    position = lost = 0
    for text, byte_start, byte_end, sound in _sound_and_bad(data, encoding, start):
        if not sound:
            lost += byte_end - byte_start
            runs.append(Run(position, byte_start, 1, byte_end - byte_start))
            pieces.append("\ufffd")
            position += 1
            continue
        for piece, run in _runs(text, encoding, position, byte_start):
            pieces.append(piece)
            runs.append(run)
            position += len(piece)
    if lost:
        notes += (Abstention("encoding", f"{lost} bytes are not valid {encoding}; shown as U+FFFD"),)
    return Decoded("".join(pieces), encoding, SourceMap(joined(runs)), notes)


def _sound_and_bad(data: bytes, encoding: str, start: int) -> Iterator[tuple[str, int, int, bool]]:
    """(characters, first byte, end byte, True) for what decodes and ("", …, False) for each bad unit, in order."""
    unit = _unit(encoding)
    for match in SOUND_OR_BAD.finditer(data[start:].decode(encoding, errors=MARK_BAD)):
        if match[0][0] == BAD:
            for _ in match[0]:
                end = min(start + unit, len(data))
                yield "", start, end, False
                start = end
        else:
            size = len(match[0].encode(encoding))
            yield match[0], start, start + size, True
            start += size


def _unit(encoding: str) -> int:
    """Bytes of the unit by which an encoding is read."""
    return 4 if encoding.startswith("utf-32") else 2 if encoding.startswith("utf-16") else 1


def _mark_bad(error: UnicodeError) -> tuple[str, int]:
    """Puts BAD for one unit and goes on after it; one pass, where decoding anew after each error would take a square."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return BAD, min(error.start + _unit(error.encoding), len(error.object))


MARK_BAD = "reportedly-mark-bad"
codecs.register_error(MARK_BAD, _mark_bad)


def _runs(text: str, encoding: str, position: int, byte: int) -> Iterator[tuple[str, Run]]:
    """The stretches of equal byte width, with line ends made one line feed."""
    width_of = _width(encoding)
    for match in STRETCH.finditer(text):
        stretch = match[0]
        if stretch == "\r\n":
            width = width_of("\r") + width_of("\n")
            yield "\n", Run(position, byte, 1, width)
            position, byte = position + 1, byte + width
            continue
        for part in _equal(stretch, encoding):
            width = width_of(part[0])
            yield part.replace("\r", "\n"), Run(position, byte, len(part), width)
            position, byte = position + len(part), byte + len(part) * width


def _equal(stretch: str, encoding: str) -> Iterator[str]:
    """A stretch whole where its characters are known to be equally wide, else one by one."""
    if encoding.startswith("utf") or encoding in SINGLE_BYTE or stretch.isascii():
        yield stretch
    else:
        yield from stretch


def _width(encoding: str) -> Callable[[str], int]:
    # "ignore": the second half of a character that one byte pair stands for (Big5-HKSCS) has no bytes of its own.
    return lambda character: len(character.encode(encoding, errors="ignore"))


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs of one width that follow one another in text and bytes made one."""
    out: list[Run] = []
    for run in runs:
        last = out[-1] if out else None
        if (
            last
            and last.width == run.width
            and last.text_start + last.length == run.text_start
            and last.byte_start + last.length * last.width == run.byte_start
        ):
            out[-1] = last._replace(length=last.length + run.length)
        else:
            out.append(run)
    return tuple(out)


SINGLE_BYTE = frozenset(
    {"cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1256", "iso8859-1", "iso8859-2", "iso8859-5", "iso8859-15"}
    | {"koi8-r", "mac-roman", "ascii"}
)
