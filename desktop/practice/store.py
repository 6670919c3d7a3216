"""The practice central's store: opening the database, one snapshot to read from, one transaction to write in.

Knows the tables and who may see what. SQLite in WAL by default, PostgreSQL by URL (psycopg). Writers queue on one row,
so that the numbers of changes are in the order of their commits: a reader that has seen change n has seen all before.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select
from sqlalchemy.pool import QueuePool

from desktop.practice import schema
from desktop.practice.reading import Reading, Remembered
from desktop.practice.sql import insert_new, upsert
from desktop.practice.upgrade import bring_up
from desktop.practice.writing import Writing

Announce = Callable[[Connection, str, Mapping[int, set[str]]], None]


class OtherVersion(Exception):
    """The store was made by another version of the program; the argument says so, in Vietnamese."""


class Store:
    """The database of one practice central.

    Attributes:
        engine: SQLAlchemy's engine; ``reader`` is the same with the isolation that a snapshot needs.
        epoch: drawn when the store was filled: states of another store are not states of this one.
        name: this process among those behind one database.
        announce: called at the end of each transaction with what it changed for whom; see desktop.practice.ears.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.reader = (
            engine.execution_options(isolation_level="REPEATABLE READ")
            if engine.dialect.name == "postgresql"
            else engine
        )
        self._remembered = Remembered()
        self.epoch = ""
        self.name = secrets.token_hex(4)
        self.announce: Announce | None = None

    @classmethod
    def open(cls, url: str) -> Store:
        """Connects, and makes the tables where there are none.

        Raises:
            OtherVersion: its tables are not those of this version.
            sqlalchemy.exc.SQLAlchemyError: the database cannot be reached or written.
        """
        engine = create_engine(url, pool_size=8, max_overflow=24, poolclass=QueuePool)
        if engine.dialect.name == "sqlite":
            _prepare_sqlite(engine)
        else:
            _prepare_postgresql(engine)
        try:
            _check_version(engine)
            schema.metadata.create_all(engine)
            with engine.execution_options(writing=True).begin() as connection:
                bring_up(connection)
            store = cls(engine)
            store._begin_history()
        except BaseException:
            engine.dispose()
            raise
        return store

    def _begin_history(self) -> None:
        with self.engine.execution_options(writing=True).begin() as connection:
            found = connection.execute(select(schema.setting.c.value).where(schema.setting.c.name == "epoch")).scalar()
            if found is None:
                found = secrets.token_hex(4)
                rows = [{"name": "epoch", "value": found}, {"name": "version", "value": schema.VERSION}]
                connection.execute(insert(schema.setting), rows)
                connection.execute(
                    insert(schema.counter), [{"name": "change", "value": 0}, {"name": "act", "value": 0}]
                )
            self.epoch = found

    @property
    def is_shared(self) -> bool:
        """Whether other processes may serve the same database."""
        return self.engine.dialect.name == "postgresql"

    def close(self) -> None:
        """Lets every connection go."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """One consistent snapshot."""
        with self.reader.begin() as connection:
            yield Reading(connection, self.epoch, self._remembered)

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """One transaction, alone among writers; commits at the end, or leaves nothing behind."""
        with self.engine.execution_options(writing=True).begin() as connection:
            writing = Writing(connection, self.epoch, self._remembered)
            yield writing
            writing.finish()
            if self.announce is not None:
                self.announce(connection, self.name, writing.touched)
        self._remembered.numbers.update(writing.drawn)

    def setting(self, name: str) -> str | None:
        """A remembered value of this store."""
        with self.reader.begin() as connection:
            return connection.execute(select(schema.setting.c.value).where(schema.setting.c.name == name)).scalar()

    def remember(self, name: str, value: str) -> None:
        """Keeps a value of this store."""
        with self.engine.execution_options(writing=True).begin() as connection:
            upsert(connection, schema.setting, [{"name": name, "value": value}], ["name"])

    def agree(self, name: str, value: str) -> str:
        """A remembered value that all processes behind one database share: ``value``, unless one was first."""
        with self.engine.execution_options(writing=True).begin() as connection:
            insert_new(connection, schema.setting, [{"name": name, "value": value}], ["name"])
            return connection.execute(select(schema.setting.c.value).where(schema.setting.c.name == name)).scalar_one()

    def clear(self) -> None:
        """Empties the store: what a start that was cut in the middle of filling it left behind."""
        with self.engine.execution_options(writing=True).begin() as connection:
            for table in reversed(schema.metadata.sorted_tables):
                connection.execute(table.delete())
        self._remembered = Remembered()
        self._begin_history()


def psycopg_url(url: str) -> str:
    """PostgreSQL is spoken through psycopg, however its URL is written."""
    scheme, separator, rest = url.partition("://")
    return f"postgresql+psycopg://{rest}" if separator and scheme in ("postgres", "postgresql") else url


def set_aside(path: Path, stamp: str) -> Path:
    """Moves a store in one file away, with what SQLite keeps beside it; where it is now."""
    kept = path.with_name(f"{path.stem}-{stamp}{path.suffix}")
    for ending in ("", "-wal", "-shm"):
        found = path.with_name(path.name + ending)
        if found.exists():
            found.replace(kept.with_name(kept.name + ending))
    return kept


def sqlite_url(path: Path) -> str:
    """The URL of a store in one file."""
    return f"sqlite+pysqlite:///{path}"


def _check_version(engine: Engine) -> None:
    """
    Raises:
        OtherVersion: there is a store in this database, and it is not of this version.
    """
    if not inspect(engine).has_table("setting"):
        return
    wanted = schema.setting.c.name.in_(("epoch", "version"))
    with engine.begin() as connection:
        found = {row.name: row.value for row in connection.execute(select(schema.setting).where(wanted))}
    if "epoch" in found and found.get("version", "1") not in ("1", schema.VERSION):
        raise OtherVersion(
            "Dữ liệu thực hành này do một phiên bản khác của chương trình tạo ra, không mở được bằng phiên bản này. "
            "Hãy dùng một cơ sở dữ liệu trống, hoặc mở bằng đúng phiên bản đã tạo ra nó."
        )


def _prepare_postgresql(engine: Engine) -> None:
    """A plan for each question: one made for anybody's walks through all that a leader sees, to find one file."""

    @event.listens_for(engine, "do_connect")
    def connecting(_dialect: Any, _record: Any, _args: Any, given: dict[str, Any]) -> None:
        given.setdefault("options", "-c plan_cache_mode=force_custom_plan")


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
