"""The practice central's store: opening the database, one snapshot to read from, one transaction to write in.

Knows the tables and who may see what. SQLite in WAL by default, PostgreSQL by URL (psycopg). Writers queue on one row,
so that the numbers of changes are in the order of their commits: a reader that has seen change n has seen all before.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, select
from sqlalchemy.pool import QueuePool

from desktop.practice import schema
from desktop.practice.reading import Reading
from desktop.practice.sql import upsert
from desktop.practice.upgrade import add_columns
from desktop.practice.writing import Writing


class Store:
    """The database of one practice central.

    Attributes:
        engine: SQLAlchemy's engine; ``reader`` is the same with the isolation that a snapshot needs.
        epoch: drawn when the store was filled: states of another store are not states of this one.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.reader = (
            engine.execution_options(isolation_level="REPEATABLE READ")
            if engine.dialect.name == "postgresql"
            else engine
        )
        self._principals: dict[str, int] = {}
        self.epoch = ""

    @classmethod
    def open(cls, url: str) -> Store:
        """Connects, and makes the tables where there are none.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database cannot be reached or written.
        """
        engine = create_engine(url, pool_size=8, max_overflow=24, poolclass=QueuePool)
        if engine.dialect.name == "sqlite":
            _prepare_sqlite(engine)
        schema.metadata.create_all(engine)
        with engine.execution_options(writing=True).begin() as connection:
            add_columns(connection)
        store = cls(engine)
        store._begin_history()
        return store

    def _begin_history(self) -> None:
        with self.engine.execution_options(writing=True).begin() as connection:
            found = connection.execute(select(schema.setting.c.value).where(schema.setting.c.name == "epoch")).scalar()
            if found is None:
                found = secrets.token_hex(4)
                connection.execute(insert(schema.setting).values(name="epoch", value=found))
                connection.execute(
                    insert(schema.counter), [{"name": "change", "value": 0}, {"name": "act", "value": 0}]
                )
            self.epoch = found

    def close(self) -> None:
        """Lets every connection go."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """One consistent snapshot."""
        with self.reader.begin() as connection:
            yield Reading(connection, self.epoch, self._principals)

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """One transaction, alone among writers; commits at the end, or leaves nothing behind."""
        try:
            with self.engine.execution_options(writing=True).begin() as connection:
                writing = Writing(connection, self.epoch, self._principals)
                yield writing
                writing.finish()
        except BaseException:
            # Principals drawn in what was just undone are no longer there.
            self._principals.clear()
            raise

    def setting(self, name: str) -> str | None:
        """A remembered value of this store."""
        with self.reader.begin() as connection:
            return connection.execute(select(schema.setting.c.value).where(schema.setting.c.name == name)).scalar()

    def remember(self, name: str, value: str) -> None:
        """Keeps a value of this store."""
        with self.engine.execution_options(writing=True).begin() as connection:
            upsert(connection, schema.setting, [{"name": name, "value": value}], ["name"])

    def clear(self) -> None:
        """Empties the store: what a start that was cut in the middle of filling it left behind."""
        with self.engine.execution_options(writing=True).begin() as connection:
            for table in reversed(schema.metadata.sorted_tables):
                connection.execute(table.delete())
        self._principals.clear()
        self._begin_history()


def sqlite_url(path: Path) -> str:
    """The URL of a store in one file."""
    return f"sqlite+pysqlite:///{path}"


def _prepare_sqlite(engine: Engine) -> None:
    """WAL, foreign keys off the hot path, and transactions begun by us: readers plainly, the writer at once."""

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "busy_timeout=30000",
            "cache_size=-65536",
            "temp_store=MEMORY",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        options = connection.get_execution_options()
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writing") else "BEGIN")
