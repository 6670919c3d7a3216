"""The few statements that SQLite and PostgreSQL spell alike but SQLAlchemy keeps in their dialects.

Knows SQLAlchemy alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Item = TypeVar("Item")


def insert_for(connection: Connection, table: Table) -> Any:
    """The dialect's own insert, which knows ON CONFLICT."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)


def upsert(connection: Connection, table: Table, rows: list[dict[str, Any]], keys: list[str]) -> None:
    """Inserts ``rows``, or overwrites those that are there under the same ``keys``."""
    if not rows:
        return
    statement: Any = insert_for(connection, table)
    others = {name: statement.excluded[name] for name in rows[0] if name not in keys}
    statement = statement.on_conflict_do_update(index_elements=keys, set_=others)
    connection.execute(statement, rows)


def insert_new(connection: Connection, table: Table, rows: list[dict[str, Any]], keys: list[str]) -> None:
    """Inserts those of ``rows`` whose ``keys`` are not there yet."""
    if rows:
        connection.execute(insert_for(connection, table).on_conflict_do_nothing(index_elements=keys), rows)


def chunks(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """``items`` in pieces of at most ``size``."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
