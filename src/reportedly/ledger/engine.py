"""Connections: SQLite with a write-ahead log and real transactions, any other database as SQLAlchemy finds it."""

import sqlite3
import time
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from reportedly.errors import LedgerError

MIGRATIONS = Path(__file__).with_name("migrations")
# How long a second writer waits for the first.
BUSY_SECONDS = 30
RETRY_SECONDS = 0.02


def open_engine(where: str) -> Engine:
    """An engine for a file's path or a database's URL, its tables at this version's state.

    Raises LedgerError where it cannot be opened, is no ledger, or was written by a newer version.
    """
    if not where:
        # SQLite would take it for a file of its own that is gone when it is closed.
        raise LedgerError("the ledger's name is empty; pass a file name or sqlite:///FILE")
    try:
        url = make_url(where) if "://" in where else make_url("sqlite://").set(database=where)
        engine = create_engine(
            url, connect_args={"timeout": BUSY_SECONDS} if url.get_backend_name() == "sqlite" else {}
        )
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise LedgerError(
            f"{where!r} is no ledger's path or URL ({error}); pass a file name or sqlite:///FILE"
        ) from error
    if url.get_backend_name() == "sqlite":
        _prepare_sqlite(engine)
    try:
        _migrate(engine, where)
    except DBAPIError as error:
        engine.dispose()
        raise LedgerError(
            f"{where} cannot be opened as a ledger ({error.orig}); check the path, or name another file"
        ) from error
    except LedgerError:
        engine.dispose()
        raise
    return engine


def _prepare_sqlite(engine: Engine) -> None:
    """Write-ahead log, foreign keys, full synchronisation; SQLAlchemy, not the driver, begins transactions."""

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        _write_ahead(connection)
        for pragma in ("synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switches the write-ahead log on. SQLite does not wait for others by itself here, as it does everywhere else."""
    end = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(RETRY_SECONDS)
        else:
            return


def _migrate(engine: Engine, where: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
        if current is None and engine.dialect.name == "sqlite" and inspect(connection).get_table_names():
            raise LedgerError(f"{where} is a database of something else; name a new file, or a ledger")
    if current == scripts.get_current_head():
        return
    if current is not None and current not in {s.revision for s in scripts.walk_revisions()}:
        raise LedgerError(
            f"{where} was written by a newer version of reportedly ({current}); upgrade reportedly to use it"
        )
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
