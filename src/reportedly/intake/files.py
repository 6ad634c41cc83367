"""Which files are meant, and their bytes; what cannot be read is refused by name with the reason."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportedly.errors import Refusal
from reportedly.intake.sidecar import is_sidecar

STANDARD_INPUT = "-"
ADDRESS = ("http://", "https://")
MAX_BYTES = 20_000_000
READ_FROM_FOLDERS = (".txt", ".html", ".htm", ".xhtml", ".md", ".text")
# First bytes of common binary files, with what they are.
BINARY = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x1f\x8b": "a gzip file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x7fELF": "a program",
    b"SQLite format 3\x00": "an SQLite database",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"BZh": "a bzip2 file",
    b"\x28\xb5\x2f\xfd": "a zstd file",
}
SNIFF_BYTES = 8_192
CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\x0b\x1b")
# More control characters than this are no text in any encoding without a byte order mark.
MOST_CONTROLS = 0.01
TEXT_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def expand(names: Sequence[str], recursive: bool) -> Iterator[str | Refusal]:
    """The files that the given names mean, folders walked if `recursive`; a Refusal for each that means none."""
    for name in names:
        if name == STANDARD_INPUT:
            yield name
        elif _is_folder(name):
            yield from _folder(name, recursive)
        else:
            yield name


def _is_folder(name: str) -> bool:
    """Whether a name means a folder; one that cannot be asked is taken for a file, and refused when it is read."""
    try:
        return Path(name).is_dir()
    except OSError:
        return False


def _folder(name: str, recursive: bool) -> Iterator[str | Refusal]:
    if not recursive:
        yield Refusal(name, "it is a folder", "pass --recursive to read the reports in it")
        return
    try:
        found = sorted(p for p in Path(name).rglob("*") if p.suffix.lower() in READ_FROM_FOLDERS and not is_sidecar(p))
        found = [p for p in found if p.is_file() and p.name.lower() != "readme.md"]
    except OSError as error:
        yield Refusal(
            name, f"a part of it cannot be read ({error})", "change its permissions, or name its files one by one"
        )
        return
    if not found:
        yield Refusal(
            name, "no report in this folder", f"reports end in {', '.join(READ_FROM_FOLDERS)}; name others one by one"
        )
    yield from (str(p) for p in found)


def read_bytes(name: str, max_bytes: int = MAX_BYTES) -> bytes:
    """A file's bytes, or those of standard input for "-". Raises Refusal."""
    if name.startswith(ADDRESS):
        raise Refusal(name, "this version fetches no pages", "save the page and name the file")
    if name == STANDARD_INPUT and sys.stdin is None:
        raise Refusal(name, "standard input is closed", "name a file, or pipe a report in")
    try:
        if name == STANDARD_INPUT:
            data = sys.stdin.buffer.read(max_bytes + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(max_bytes + 1)
    except FileNotFoundError as error:
        raise Refusal(name, "there is no such file", "check the path") from error
    except PermissionError as error:
        raise Refusal(name, "no permission to read it", "change its permissions, or run as a user who may") from error
    except (OSError, ValueError) as error:
        raise Refusal(name, f"it cannot be read ({error})", "check the path") from error
    refuse_unfit(name, data, max_bytes)
    return data


def refuse_unfit(name: str, data: bytes, max_bytes: int = MAX_BYTES) -> None:
    """Raises Refusal for bytes that are no text: none, too many, or of a binary file."""
    if len(data) > max_bytes:
        raise Refusal(
            name, f"more than {max_bytes:,} bytes", "pass --max-bytes with a larger number to read it all the same"
        )
    if not data.strip():
        raise Refusal(name, "it is empty", "nothing to read")
    for start, what in BINARY.items():
        if data.startswith(start):
            raise Refusal(name, f"it is {what}, not text", "convert it to text or HTML first")
    head = data[:SNIFF_BYTES]
    if not head.startswith(TEXT_BOMS) and sum(b in CONTROLS for b in head) > MOST_CONTROLS * len(head):
        raise Refusal(name, "it is a binary file, not text", "convert it to text or HTML first")
