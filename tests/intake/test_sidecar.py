"""What is told beside a text, and the damaged sidecars that are refused."""

import json
from pathlib import Path

import pytest

from reportedly import FormatError, load
from reportedly.intake.facts import Facts
from reportedly.intake.sidecar import FIELDS, is_sidecar, tell_sidecar


def told_beside(path: Path) -> dict[str, tuple[str, str]]:
    facts = Facts()
    tell_sidecar(facts, path)
    return facts.told


@pytest.mark.parametrize(("field", "fact"), FIELDS.items(), ids=FIELDS)
def test_each_field_tells_its_fact(tmp_path: Path, field: str, fact: str) -> None:
    (tmp_path / "ferry.meta.json").write_text(json.dumps({field: "told", "colour": ["grey"]}), encoding="utf-8")
    assert {fact: ("told", "sidecar")} == told_beside(tmp_path / "ferry.txt")


def test_a_file_without_a_sidecar_is_told_nothing(tmp_path: Path) -> None:
    assert {} == told_beside(tmp_path / "ferry.txt")


def test_a_folders_sidecar_tells_of_each_file_by_its_name(tmp_path: Path) -> None:
    told = {"ferry.txt": {"outlet": "The Quay Post"}, "barge.txt": {"outlet": "Orle Echo", "byline": None}}
    (tmp_path / "meta.json").write_text(json.dumps(told), encoding="utf-8")
    outlets = [told_beside(tmp_path / name).get("outlet") for name in ("ferry.txt", "barge.txt", "raft.txt")]
    assert [("The Quay Post", "sidecar"), ("Orle Echo", "sidecar"), None] == outlets


def test_a_files_own_sidecar_stands_before_the_folders(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text('{"ferry.txt": {"outlet": "Orle Echo"}}', encoding="utf-8")
    (tmp_path / "ferry.meta.json").write_text('{"outlet": "The Quay Post"}', encoding="utf-8")
    assert {"outlet": ("The Quay Post", "sidecar")} == told_beside(tmp_path / "ferry.txt")


def test_a_sidecar_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "ferry.meta.json").write_text('{"outlet": "The Quay Post"}', encoding="utf-8-sig")
    assert {"outlet": ("The Quay Post", "sidecar")} == told_beside(tmp_path / "ferry.txt")


@pytest.mark.parametrize("name", ["ferry.meta.json", "meta.json"])
@pytest.mark.parametrize(
    "damaged",
    [b"", b'{"outlet": ', b"[1, 2]", b'"text"', b"null", b'{"outlet": "\xff"}', b"[" * 100_000],
    ids=["empty", "broken off", "a list", "a string", "null", "not UTF-8", "nested too deeply"],
)
def test_a_damaged_sidecar_is_an_error_that_names_it(tmp_path: Path, name: str, damaged: bytes) -> None:
    (tmp_path / "ferry.txt").write_text("The ferry was late, he said.", encoding="utf-8")
    (tmp_path / name).write_bytes(damaged)
    with pytest.raises(FormatError, match="mend it or move it away") as caught:
        load(str(tmp_path / "ferry.txt"))
    assert str(tmp_path / name) in str(caught.value)


@pytest.mark.parametrize("entry", ["null", "[]", '"The Quay Post"'])
def test_a_folders_sidecar_with_a_damaged_entry_is_an_error_for_that_file_only(tmp_path: Path, entry: str) -> None:
    (tmp_path / "meta.json").write_text(f'{{"ferry.txt": {entry}}}', encoding="utf-8")
    with pytest.raises(FormatError, match="expected a JSON object"):
        told_beside(tmp_path / "ferry.txt")
    assert {} == told_beside(tmp_path / "barge.txt")


@pytest.mark.parametrize("value", ["7", "true", '["The Quay Post"]', "{}"])
def test_a_field_that_is_no_text_is_an_error_that_names_the_field(tmp_path: Path, value: str) -> None:
    (tmp_path / "ferry.meta.json").write_text(f'{{"outlet": {value}}}', encoding="utf-8")
    with pytest.raises(FormatError, match=r"ferry\.txt: 'outlet' is .*has to be a string"):
        told_beside(tmp_path / "ferry.txt")


def test_a_file_whose_name_leaves_no_room_for_a_sidecars_is_read(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 251 + ".txt")
    path.write_text("The ferry was late, he said.", encoding="utf-8")
    assert "The ferry was late, he said." == load(str(path)).text


@pytest.mark.parametrize(
    ("name", "expected"),
    [("meta.json", True), ("a.meta.json", True), ("a.gold.json", True), ("a.json", False), ("meta.txt", False)],
)
def test_sidecars_are_known_by_their_names(name: str, expected: bool) -> None:
    assert expected == is_sidecar(Path(name))
