"""What of the state is old, what refers to what, and which files belong to it: asked before anything is let go.

Knows `schema` and `engine`. Only what the central gave counts here (the base): effects of unsent acts are nobody's age.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import Connection

from local_cache.engine import Database
from local_cache.schema import BY_TYPE, StateType, extract

BATCH = 1000


@dataclass(frozen=True)
class Age:
    """A window of time over one type.

    Attributes:
        type: the wire type.
        column: when an object last changed.
        since: where the window begins; "" holds everything.
        finished: the states in which only the age counts; None where a type has no work in it.
    """

    type: str
    column: str
    since: str
    finished: frozenset[str] | None = None


@dataclass(frozen=True)
class Named:
    """A column of one type that holds identifiers of another."""

    type: str
    column: str
    of: str


class Aging:
    """Asks; each method in a snapshot of its own.

    Args:
        database: cache.db.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def size(self, age: Age) -> int:
        """How many objects the window holds."""
        kind = BY_TYPE[age.type]
        inside, values = _inside(kind, age, None)
        base, base_values = _inside(kind, age, "data")
        with self._database.reading() as connection:
            # Counted along an index; the few under an overlay, whose columns show that, are counted by their base.
            every = _one(connection, f"SELECT count(*) FROM {kind.table} WHERE {inside}", values)
            shown = _one(
                connection, f"SELECT count(*) FROM {kind.table} WHERE overlay IS NOT NULL AND {inside}", values
            )
            laid = _one(
                connection,
                f"SELECT count(*) FROM {kind.table} WHERE overlay IS NOT NULL AND data IS NOT NULL AND {base}",
                base_values,
            )
        return every - shown + laid

    def within(self, age: Age) -> set[str]:
        """The identifiers that the window holds."""
        kind = BY_TYPE[age.type]
        inside, values = _inside(kind, age, None)
        base, base_values = _inside(kind, age, "data")
        laid = f"SELECT id FROM {kind.table} WHERE overlay IS NOT NULL"
        with self._database.reading() as connection:
            found = set(_column(connection, f"SELECT id FROM {kind.table} WHERE {inside}", values))
            found.difference_update(_column(connection, laid, []))
            found.update(_column(connection, f"{laid} AND data IS NOT NULL AND {base}", base_values))
        return found

    def last_row(self, type_name: str) -> int:
        """The highest row of a type: where walking through it in parts may end."""
        with self._database.reading() as connection:
            return _one(connection, f"SELECT coalesce(max(row), 0) FROM {BY_TYPE[type_name].table}", [])

    def beyond(self, age: Age, named: Iterable[Named] = (), rows: tuple[int, int] = (0, 1 << 62)) -> list[str]:
        """Objects outside the window that nothing names and no unsent act has changed.

        Args:
            named: by what objects of this type may be held fast.
            rows: the rows to look at: behind the first number, up to the second.
        """
        kind = BY_TYPE[age.type]
        inside, values = _inside(kind, age, None)
        held = "".join(
            f" AND NOT EXISTS (SELECT 1 FROM {BY_TYPE[n.type].table} AS n WHERE n.{n.column} = t.id)" for n in named
        )
        statement = (
            f"SELECT t.id FROM {kind.table} AS t WHERE t.row > ? AND t.row <= ? AND t.overlay IS NULL "
            f"AND ({inside}) IS NOT 1{held}"
        )
        with self._database.reading() as connection:
            return _column(connection, statement, [*rows, *values])

    def lacking(self, type_name: str, ids: Iterable[str]) -> list[str]:
        """Those of these identifiers that have no base here."""
        statement = (
            f"SELECT j.value FROM json_each(?) AS j WHERE NOT EXISTS "
            f"(SELECT 1 FROM {BY_TYPE[type_name].table} AS t WHERE t.id = j.value AND t.data IS NOT NULL)"
        )
        with self._database.reading() as connection:
            return [i for part in _parts(list(ids)) for i in _column(connection, statement, [json.dumps(part)])]

    def missing(self, named: Named) -> list[str]:
        """Identifiers that are named and not here."""
        table, other = BY_TYPE[named.type].table, BY_TYPE[named.of].table
        statement = (
            f"SELECT DISTINCT n.{named.column} FROM {table} AS n WHERE n.{named.column} IS NOT NULL "
            f"AND NOT EXISTS (SELECT 1 FROM {other} AS o WHERE o.id = n.{named.column} AND o.data IS NOT NULL)"
        )
        with self._database.reading() as connection:
            return _column(connection, statement, [])

    def revisions(self, type_name: str, ids: Iterable[str]) -> dict[str, int]:
        """The revision of each of these that has a base; -1 for a document whose deliveries may have moved since.

        Deliveries of an issued document change without a new revision.
        """
        known = type_name in BY_TYPE
        moved = "coalesce(json_array_length(data, '$.deliveries'), 0) > 0" if type_name == "Document" else "0"
        statement = (
            f"SELECT id, iif({moved}, -1, coalesce(json_extract(data, '$.revision'), 0)) "
            f"FROM {BY_TYPE[type_name].table if known else 'other'} WHERE data IS NOT NULL "
            f"AND id IN (SELECT value FROM json_each(?)){'' if known else ' AND type = ?'}"
        )
        found: dict[str, int] = {}
        with self._database.reading() as connection:
            for part in _parts(list(ids)):
                rows = connection.exec_driver_sql(statement, (json.dumps(part), *(() if known else (type_name,))))
                found.update((object_id, revision) for object_id, revision in rows)
        return found

    def files(self, type_name: str, ids: Iterable[str]) -> set[str]:
        """The digests of the files that these objects name."""
        kind = BY_TYPE[type_name]
        statement = f"SELECT data FROM {kind.table} WHERE data IS NOT NULL AND id IN (SELECT value FROM json_each(?))"
        found: set[str] = set()
        with self._database.reading() as connection:
            for part in _parts(list(ids)):
                for text in _column(connection, statement, [json.dumps(part)]):
                    if '"digest"' in text:
                        found.update(_digests(json.loads(text)))
        return found

    def still_named(self, digests: Collection[str], but: Collection[str]) -> set[str]:
        """Which of these files some document other than ``but`` names."""
        wanted, others = json.dumps(sorted(digests)), json.dumps(sorted(but))
        if not digests:
            return set()
        chosen = "id NOT IN (SELECT value FROM json_each(?)) AND data IS NOT NULL"
        first = (
            "SELECT json_extract(data, '$.file.digest') FROM document "
            f"WHERE {chosen} AND json_extract(data, '$.file.digest') IN (SELECT value FROM json_each(?))"
        )
        beside = (
            "SELECT json_extract(a.value, '$.digest') FROM document, json_each(data, '$.attachments') AS a "
            f"WHERE document.{chosen} AND json_extract(a.value, '$.digest') IN (SELECT value FROM json_each(?))"
        )
        with self._database.reading() as connection:
            return {
                *_column(connection, first, [others, wanted]),
                *_column(connection, beside, [others, wanted]),
            }


def _inside(kind: StateType, age: Age, source: str | None) -> tuple[str, list[Any]]:
    """The condition for being in the window, by the typed columns or by a JSON text."""
    if not age.since:
        return ("1" if source else "(overlay IS NULL OR data IS NOT NULL)"), []

    def column(name: str) -> str:
        return name if source is None else extract(kind.paths[name], source)

    text, values = f"{column(age.column)} >= ?", list[Any]([age.since])
    if age.finished is not None:
        marks = ", ".join("?" * len(age.finished))
        text = f"({text} OR {column('state')} IS NULL OR {column('state')} NOT IN ({marks}))"
        values += sorted(age.finished)
    return text, values


def _digests(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        digest = value.get("digest")
        if isinstance(digest, str):
            yield digest
        for member in value.values():
            yield from _digests(member)
    elif isinstance(value, list):
        for member in value:
            yield from _digests(member)


def _parts(items: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


def _one(connection: Connection, statement: str, values: Sequence[Any]) -> int:
    return connection.exec_driver_sql(statement, tuple(values)).scalar_one()


def _column(connection: Connection, statement: str, values: Sequence[Any]) -> list[Any]:
    return list(connection.exec_driver_sql(statement, tuple(values)).scalars())
