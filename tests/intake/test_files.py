"""Which files are meant, and which are refused: by name, with the reason and the way out."""

import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import Refusal
from reportedly.intake.files import BINARY, MAX_BYTES, expand, read_bytes, refuse_unfit

SENTENCE = b"The ferry was late, the harbour master said.\n"


def refusal_of(path: Path | str, max_bytes: int = MAX_BYTES) -> tuple[str, str, str]:
    with pytest.raises(Refusal) as caught:
        read_bytes(str(path), max_bytes)
    refusal = caught.value
    assert f"{refusal.source}: {refusal.reason}; {refusal.remedy}" == str(refusal)
    return refusal.source, refusal.reason, refusal.remedy


def test_files_are_given_on_as_named_and_in_order(tmp_path: Path) -> None:
    names = [str(tmp_path / "b.txt"), "-", str(tmp_path / "a.bin")]
    assert names == list(expand(names, recursive=False))


def test_a_folder_is_refused_unless_it_is_to_be_walked(tmp_path: Path) -> None:
    [refusal] = expand([str(tmp_path)], recursive=False)
    assert isinstance(refusal, Refusal)
    assert (str(tmp_path), "it is a folder") == (refusal.source, refusal.reason)
    assert "--recursive" in refusal.remedy


def test_a_walked_folder_gives_its_reports_and_those_below_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "folder.txt").mkdir()
    reports = ["a.txt", "b.HTML", "c.md", "deep/d.htm", "deep/er/e.xhtml"]
    for name in (*reports, "README.md", "meta.json", "a.meta.json", "a.gold.json", "f.pdf", "txt"):
        (tmp_path / name).write_bytes(SENTENCE)
    assert [str(tmp_path / name) for name in reports] == list(expand([str(tmp_path)], recursive=True))


def test_a_folder_without_a_report_is_refused_and_the_next_name_is_given(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(SENTENCE)
    refusal, name = expand([str(tmp_path), "a.txt"], recursive=True)
    assert isinstance(refusal, Refusal)
    assert (str(tmp_path), "no report in this folder", "a.txt") == (refusal.source, refusal.reason, name)
    assert ".txt, .html" in refusal.remedy


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "\udcff"], ids=["too long", "with NUL", "not decodable"])
def test_a_name_that_no_file_can_have_is_refused_when_read(name: str) -> None:
    assert [name] == list(expand([name], recursive=True))
    source, reason, remedy = refusal_of(name)
    assert (name, "check the path") == (source, remedy)
    assert reason.startswith(("it cannot be read (", "there is no such file"))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lost.txt"
    assert (str(path), "there is no such file", "check the path") == refusal_of(path)


def test_a_path_through_a_file_is_refused_with_the_systems_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SENTENCE)
    source, reason, remedy = refusal_of(tmp_path / "a.txt" / "b.txt")
    assert (str(tmp_path / "a.txt" / "b.txt"), "check the path") == (source, remedy)
    assert "Not a directory" in reason


def test_a_folder_in_place_of_a_file_is_refused_with_the_systems_reason(tmp_path: Path) -> None:
    assert "Is a directory" in refusal_of(tmp_path)[1]


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_bytes(SENTENCE)
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        assert "no permission to read it" == refusal_of(path)[1]
    else:
        pytest.skip("this user may read every file")


@pytest.mark.parametrize(("start", "what"), BINARY.items(), ids=BINARY.values())
def test_a_binary_file_is_refused_by_its_first_bytes(tmp_path: Path, start: bytes, what: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(start + SENTENCE)
    assert (str(path), f"it is {what}, not text", "convert it to text or HTML first") == refusal_of(path)


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)), SENTENCE + b"\0\1\2", zlib.compress(SENTENCE * 9), SENTENCE.decode().encode("utf-16-le")],
    ids=["all bytes", "a few controls", "compressed", "wide without a mark"],
)
def test_a_file_full_of_control_characters_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    assert "it is a binary file, not text" == refusal_of(path)[1]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_with_tabs_and_form_feeds_in_any_marked_encoding_is_no_binary_file(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.txt"
    data = "\tThe café was shut.\f\r\n".encode(encoding)
    path.write_bytes(data)
    assert data == read_bytes(str(path))


@pytest.mark.parametrize("data", [b"", b" ", b"\n\r\n\t "], ids=["no byte", "a space", "blank lines"])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    assert (str(path), "it is empty", "nothing to read") == refusal_of(path)


@given(st.integers(1, 200), st.integers(1, 200))
def test_a_file_is_read_whole_or_refused_by_its_size(size: int, most: int) -> None:
    data = b"a" * size
    if size <= most:
        refuse_unfit("report.txt", data, most)
    else:
        with pytest.raises(Refusal, match=f"more than {most} bytes; pass --max-bytes"):
            refuse_unfit("report.txt", data, most)


def test_a_file_that_is_too_large_is_read_where_more_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(SENTENCE * 100)
    assert "more than 1,000 bytes" == refusal_of(path, max_bytes=1_000)[1]
    assert SENTENCE * 100 == read_bytes(str(path), max_bytes=100_000)


@pytest.mark.parametrize("name", ["https://example.org/story", "http://example.org/"])
def test_an_address_is_refused_with_what_to_do(name: str) -> None:
    with pytest.raises(Refusal, match="save the page") as caught:
        read_bytes(name)
    assert name == caught.value.source
