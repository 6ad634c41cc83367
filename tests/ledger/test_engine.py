"""Opening a ledger, and what is refused to be opened as one."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest
from sqlalchemy import text

from reportedly import Ledger, LedgerError

from .conftest import Tables
from .readings import plain_reading

OPEN = "import sys; from reportedly import Ledger; Ledger(sys.argv[1]).close()"


@pytest.mark.parametrize(
    ("pragma", "expected"), [("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 2)], ids=str
)
def test_every_connection_is_safe(ledger: Ledger, pragma: str, expected: object) -> None:
    with ledger._engine.connect() as connection:
        found = connection.execute(text(f"PRAGMA {pragma}")).scalar()

    assert expected == found


def test_a_url_and_a_path_are_the_same_ledger(ledger: Ledger, path: Path) -> None:
    ledger.add(plain_reading())

    with Ledger(f"sqlite:///{path}") as by_url:
        assert plain_reading() == by_url.reading("3fa9c2d1e0")


@pytest.mark.parametrize(
    "name", ["two words.db", "what?.db", "a#b.db", "100%.db", "sqlite:x.db", "Brücke.db", "ledger"]
)
def test_any_file_name_is_taken_as_it_stands(tmp_path: Path, name: str) -> None:
    with Ledger(str(tmp_path / name)) as ledger:
        ledger.add(plain_reading())

    assert [name] == [p.name for p in tmp_path.iterdir()]


def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path) -> None:
    path.write_bytes(b"The ministry said the bridge was closed.\n" * 50)
    before = path.read_bytes()

    with pytest.raises(
        LedgerError, match=r"story\.db cannot be opened as a ledger .*; check the path, or name another"
    ):
        Ledger(str(path))

    assert before == path.read_bytes()


@pytest.mark.parametrize("below", ["", "missing/story.db", "file.txt/story.db"], ids=["folder", "no folder", "a file"])
def test_a_path_where_no_file_can_be_is_refused_with_the_way_out(tmp_path: Path, below: str) -> None:
    (tmp_path / "file.txt").write_text("text")
    where = str(tmp_path / below)

    with pytest.raises(LedgerError) as caught:
        Ledger(where)

    assert where in str(caught.value)
    assert str(caught.value).endswith("check the path, or name another file")


@pytest.mark.parametrize("where", ["", "://", "nosuch://somewhere/story", "sqlite+nosuch:///story.db"])
def test_what_is_no_path_or_url_is_refused_with_the_way_out(where: str) -> None:
    with pytest.raises(LedgerError, match=r"name another file|pass a file name or sqlite:///FILE"):
        Ledger(where)


def test_the_database_of_another_program_is_refused_and_left_alone(path: Path, tables: Callable[[], Tables]) -> None:
    with closing(connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
        connection.execute("INSERT INTO bookmarks VALUES ('https://example.org/')")
        connection.commit()
    before = tables()

    with pytest.raises(LedgerError, match=r"story\.db is a database of something else; name a new file, or a ledger"):
        Ledger(str(path))

    assert before == tables()


def test_a_ledger_of_a_newer_version_is_refused_and_left_alone(
    ledger: Ledger, path: Path, tables: Callable[[], Tables]
) -> None:
    ledger.add(plain_reading())
    ledger.close()
    with closing(connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = tables()

    with pytest.raises(LedgerError, match=r"story\.db was written by a newer version of reportedly \(9999\); upgrade"):
        Ledger(str(path))

    assert before == tables()


def test_a_damaged_ledger_is_said_to_be_so(ledger: Ledger, path: Path) -> None:
    ledger.add(plain_reading())
    ledger.close()
    with closing(connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'report'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)

    with (
        Ledger(str(path)) as opened,
        pytest.raises(LedgerError, match=r"story\.db cannot be read .*; restore a backup"),
    ):
        list(opened.claims())


def test_processes_that_make_a_ledger_at_once_all_find_it_made(path: Path) -> None:
    started = [
        subprocess.Popen([sys.executable, "-c", OPEN, str(path)], stderr=subprocess.PIPE, text=True) for _ in range(6)
    ]

    assert [process.communicate()[1] for process in started] == [""] * 6
    with Ledger(str(path)) as ledger:
        assert ledger.count() == 0
