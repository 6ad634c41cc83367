"""The tables of a file against the tables of the code."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from reportedly import Ledger
from reportedly.ledger.engine import MIGRATIONS
from reportedly.ledger.schema import Base

from .conftest import Tables
from .readings import plain_reading


def test_a_fresh_ledger_has_the_tables_of_the_models(ledger: Ledger, path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        differences = compare_metadata(context, Base.metadata)
    engine.dispose()

    assert differences == []


def test_a_fresh_ledger_is_at_the_last_migration(ledger: Ledger, tables: Callable[[], Tables]) -> None:
    head = ScriptDirectory(str(MIGRATIONS)).get_current_head()

    assert [(head,)] == tables()["alembic_version"]


def test_migrations_stand_in_one_line() -> None:
    assert len(ScriptDirectory(str(MIGRATIONS)).get_heads()) == 1


def test_opening_a_ledger_again_changes_nothing(ledger: Ledger, path: Path, tables: Callable[[], Tables]) -> None:
    ledger.add(plain_reading())
    before = tables()

    with Ledger(str(path)) as again:
        assert again.count() == 1

    assert before == tables()


def test_a_ledger_of_the_first_version_is_brought_up_to_date_and_keeps_what_it_holds(path: Path) -> None:
    reading = plain_reading()
    with Ledger(str(path)) as first:
        first.add(reading)
    with closing(connect(path)) as connection:
        connection.executescript("DROP TABLE time; DROP TABLE figure; UPDATE alembic_version SET version_num = '0001';")

    with Ledger(str(path)) as again:
        assert reading == again.reading(reading.report.id)


@pytest.mark.parametrize("table", sorted(Base.metadata.tables))
def test_every_constraint_has_a_name_so_that_it_can_be_changed(table: str) -> None:
    unnamed = [c for c in Base.metadata.tables[table].constraints if c.name is None]

    assert unnamed == []
