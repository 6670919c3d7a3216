"""What one snapshot of the state holds: objects, boxes and their counts, cursors. Knows `schema`, `listing`.

An object is a plain dict, as on the wire: the effect of own unsent acts where there is one, else what the central gave.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy.engine import Connection

from local_cache.listing import Compiler, Listing
from local_cache.schema import BY_TYPE, SEARCH_SLOTS, StateType

BATCH = 1000
Object = dict[str, Any]
Row = dict[str, Any]


@dataclass(frozen=True)
class Cursor:
    """How far a type has been received.

    Attributes:
        state: the central's state string, opaque.
        complete: whether everything up to that state is here.
        position: where a first, paged reception stands (a JSON value), or None.
    """

    state: str
    complete: bool
    position: Any = None


packed = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""A value as JSON, as it is stored."""


def _unpacked(texts: Iterable[str | None]) -> list[Any]:
    """All in one reading: a third faster than each by itself, since they have their names in common."""
    return json.loads(f"[{','.join('null' if text is None else text for text in texts)}]")


def batches(items: Iterable[Any]) -> Iterator[list[Any]]:
    """A thousand at a time."""
    source = iter(items)
    while batch := list(islice(source, BATCH)):
        yield batch


def table_of(type_name: str) -> str:
    """Unknown types share one."""
    return BY_TYPE[type_name].table if type_name in BY_TYPE else "other"


def scope_of(type_name: str) -> tuple[str, list[Any]]:
    """The condition that picks one type out of the table shared by unknown ones."""
    return ("", []) if type_name in BY_TYPE else ("type = ? AND ", [type_name])


class Reading:
    """What one snapshot of the state holds.

    Args:
        connection: an open transaction.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, type_name: str, object_id: str) -> Object | None:
        return self._one(type_name, object_id, "coalesce(overlay, data)")

    def base(self, type_name: str, object_id: str) -> Object | None:
        return self._one(type_name, object_id, "data")

    def many(self, type_name: str, ids: Iterable[str]) -> dict[str, Object]:
        scope, values = scope_of(type_name)
        found: dict[str, Object] = {}
        for batch in batches(ids):
            rows = self._rows(
                f"SELECT id, coalesce(overlay, data) FROM {table_of(type_name)} "
                f"WHERE {scope}id IN (SELECT value FROM json_each(?))",
                [*values, packed(batch)],
            )
            found.update(zip((row[0] for row in rows), _unpacked(row[1] for row in rows), strict=True))
        return found

    def all(self, type_name: str) -> list[Object]:
        scope, values = scope_of(type_name)
        rows = self._rows(
            f"SELECT coalesce(overlay, data) FROM {table_of(type_name)} WHERE {scope}1 ORDER BY id", values
        )
        return _unpacked(row[0] for row in rows)

    def select(
        self,
        type_name: str,
        where: tuple[Any, ...] = (),
        order: tuple[tuple[str, str], ...] = (),
        params: Mapping[str, Any] | None = None,
        limit: int | None = None,
    ) -> list[Object]:
        compiler = Compiler(Listing(type_name, where, order), params)
        condition = compiler.conditions()
        rows = self._rows(
            f"SELECT coalesce(t.overlay, t.data) FROM {compiler.source()}{condition.text} "
            f"ORDER BY {compiler.order()} LIMIT ?",
            [*condition.values, -1 if limit is None else limit],
        )
        return _unpacked(row[0] for row in rows)

    def known(self, type_name: str) -> set[str]:
        """Ids that have a base. The ids come from an index; the few that are overlay only are taken out."""
        scope, values = scope_of(type_name)
        found = {row[0] for row in self._rows(f"SELECT id FROM {table_of(type_name)} WHERE {scope}1", values)}
        return found - self._overlay_only(type_name)

    def size(self, type_name: str) -> int:
        scope, values = scope_of(type_name)
        total = self._rows(f"SELECT count(*) FROM {table_of(type_name)} WHERE {scope}1", values)[0][0]
        return total - len(self._overlay_only(type_name))

    def overlaid(self, type_name: str | None = None) -> dict[str, set[str]]:
        """Type -> ids under an overlay; types without any are left out."""
        found: dict[str, set[str]] = {}
        for kind in BY_TYPE.values():
            if type_name in (None, kind.type):
                rows = self._rows(f"SELECT id FROM {kind.table} WHERE overlay IS NOT NULL", [])
                if rows:
                    found[kind.type] = {row[0] for row in rows}
        if type_name is None or type_name not in BY_TYPE:
            for unknown, object_id in self._rows("SELECT type, id FROM other WHERE overlay IS NOT NULL", []):
                if type_name in (None, unknown):
                    found.setdefault(unknown, set()).add(object_id)
        return found

    def pending(self, type_name: str, ids: Iterable[str]) -> set[str]:
        scope, values = scope_of(type_name)
        rows = self._rows(
            f"SELECT id FROM {table_of(type_name)} WHERE {scope}overlay IS NOT NULL "
            "AND id IN (SELECT value FROM json_each(?))",
            [*values, packed(list(ids))],
        )
        return {row[0] for row in rows}

    def text(self, document_id: str) -> str:
        rows = self._rows(
            f"SELECT s.body FROM document t JOIN search_text s ON s.row = t.row * {SEARCH_SLOTS} WHERE t.id = ?",
            [document_id],
        )
        return rows[0][0] or "" if rows else ""

    def ids(self, listing: Listing, params: Mapping[str, Any] | None = None) -> list[str]:
        statement = Compiler(listing, params).ids()
        return [row[0] for row in self._rows(statement.text, statement.values)]

    def page(
        self,
        listing: Listing,
        params: Mapping[str, Any] | None = None,
        *,
        after: Sequence[Any] | None = None,
        limit: int = 50,
    ) -> list[Row]:
        statement = Compiler(listing, params).page(after, limit)
        keys = len(listing.whole_order())
        found = self._rows(statement.text, statement.values)
        order = {row[0]: tuple(row[1 : 1 + keys]) for row in found}
        rows = self._full(BY_TYPE[listing.type], "t.row", list(order), listing.join_document)
        by_number = {number: row for number, _, row in rows}
        result = []
        for number, key in order.items():
            if number in by_number:
                result.append({**by_number[number], "after": key})
        return result

    def rows(self, type_name: str, ids: Sequence[str], *, join_document: bool = False) -> list[Row]:
        kind = BY_TYPE[type_name]
        found: dict[str, Row] = {}
        for batch in batches(ids):
            found.update((object_id, row) for _, object_id, row in self._full(kind, "t.id", batch, join_document))
        return [{**found[object_id], "after": ()} for object_id in ids if object_id in found]

    def count(self, listings: Mapping[Any, Listing], params: Mapping[str, Any] | None = None) -> dict[Any, int]:
        """All counts in one statement: each a short walk along an index, all of the same snapshot."""
        counted: dict[Any, int] = {}
        for batch in batches(listings.items()):
            statements = [Compiler(listing, params).count() for _, listing in batch]
            if not statements:
                continue
            text = ", ".join(f"({statement.text})" for statement in statements)
            values = [value for statement in statements for value in statement.values]
            row = self._rows(f"SELECT {text}", values)[0]
            counted.update((key, number) for (key, _), number in zip(batch, row, strict=True))
        return counted

    def cursor(self, type_name: str) -> Cursor | None:
        rows = self._rows("SELECT state, complete, position FROM cursor WHERE type = ?", [type_name])
        if not rows:
            return None
        state, complete, position = rows[0]
        return Cursor(state, bool(complete), None if position is None else json.loads(position))

    def _rows(self, statement: str, values: Sequence[Any]) -> Sequence[Any]:
        return self._connection.exec_driver_sql(statement, tuple(values)).fetchall()

    def _one(self, type_name: str, object_id: str, column: str) -> Object | None:
        scope, values = scope_of(type_name)
        rows = self._rows(f"SELECT {column} FROM {table_of(type_name)} WHERE {scope}id = ?", [*values, object_id])
        return json.loads(rows[0][0]) if rows and rows[0][0] is not None else None

    def _overlay_only(self, type_name: str) -> set[str]:
        scope, values = scope_of(type_name)
        rows = self._rows(
            f"SELECT id FROM {table_of(type_name)} WHERE {scope}overlay IS NOT NULL AND data IS NULL", values
        )
        return {row[0] for row in rows}

    def _full(self, kind: StateType, column: str, wanted: list[Any], join_document: bool) -> list[tuple[int, str, Row]]:
        shown = "coalesce(t.overlay, t.data), t.overlay IS NOT NULL"
        if not join_document:
            found = self._rows(
                f"SELECT t.row, t.id, {shown} FROM {kind.table} AS t "
                f"WHERE {column} IN (SELECT value FROM json_each(?))",
                [packed(wanted)],
            )
            return [
                (number, object_id, {kind.table: item, "pending": bool(pending)})
                for (number, object_id, _, pending), item in zip(found, _unpacked(row[2] for row in found), strict=True)
            ]
        found = self._rows(
            f"SELECT t.row, t.id, {shown}, coalesce(d.overlay, d.data), d.overlay IS NOT NULL FROM {kind.table} AS t "
            f"LEFT JOIN document AS d ON d.id = t.document_id WHERE {column} IN (SELECT value FROM json_each(?))",
            [packed(wanted)],
        )
        objects = _unpacked(row[2] for row in found), _unpacked(row[4] for row in found)
        return [
            (number, object_id, {kind.table: item, "document": document, "pending": bool(pending or document_pending)})
            for (number, object_id, _, pending, _, document_pending), item, document in zip(
                found, *objects, strict=True
            )
        ]
