"""A ledger in a real file for each test."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from reportedly import Ledger

Tables = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger(str(path)) as opened:
        yield opened


@pytest.fixture
def tables(path: Path) -> Callable[[], Tables]:
    """Every row of every table, as the file holds them."""

    def read() -> Tables:
        with closing(connect(path)) as connection:
            names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}  # noqa: S608

    return read
