"""State objects: what the central gave, with the effect of own unsent acts laid over it. Knows `schema`, `listing`.

An object is a plain dict, as on the wire. A Document's `text` never stays in the stored JSON: it goes to the search
index, and to a table of its own for ranking and for the words shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import Any

from sqlalchemy.engine import Connection

from local_cache import scrubbing
from local_cache.engine import Database
from local_cache.folding import SQL_FOLD, composed
from local_cache.listing import Compiler, Listing
from local_cache.schema import BY_TYPE, SEARCH_SLOTS, STATEMENTS, StateType

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


def _unpacked(texts: Iterable[str | None]) -> list[Any]:
    """All in one reading: a third faster than each by itself, since they have their names in common."""
    return json.loads(f"[{','.join('null' if text is None else text for text in texts)}]")


def _batches(items: Iterable[Any]) -> Iterator[list[Any]]:
    source = iter(items)
    while batch := list(islice(source, BATCH)):
        yield batch


def _table(type_name: str) -> str:
    return BY_TYPE[type_name].table if type_name in BY_TYPE else "other"


def _scope(type_name: str) -> tuple[str, list[Any]]:
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
        scope, values = _scope(type_name)
        found: dict[str, Object] = {}
        for batch in _batches(ids):
            rows = self._rows(
                f"SELECT id, coalesce(overlay, data) FROM {_table(type_name)} "
                f"WHERE {scope}id IN (SELECT value FROM json_each(?))",
                [*values, packed(batch)],
            )
            found.update(zip((row[0] for row in rows), _unpacked(row[1] for row in rows), strict=True))
        return found

    def all(self, type_name: str) -> list[Object]:
        scope, values = _scope(type_name)
        rows = self._rows(f"SELECT coalesce(overlay, data) FROM {_table(type_name)} WHERE {scope}1 ORDER BY id", values)
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
        scope, values = _scope(type_name)
        found = {row[0] for row in self._rows(f"SELECT id FROM {_table(type_name)} WHERE {scope}1", values)}
        return found - self._overlay_only(type_name)

    def size(self, type_name: str) -> int:
        scope, values = _scope(type_name)
        total = self._rows(f"SELECT count(*) FROM {_table(type_name)} WHERE {scope}1", values)[0][0]
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
        scope, values = _scope(type_name)
        rows = self._rows(
            f"SELECT id FROM {_table(type_name)} WHERE {scope}overlay IS NOT NULL "
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
        for batch in _batches(ids):
            found.update((object_id, row) for _, object_id, row in self._full(kind, "t.id", batch, join_document))
        return [{**found[object_id], "after": ()} for object_id in ids if object_id in found]

    def count(self, listings: Mapping[Any, Listing], params: Mapping[str, Any] | None = None) -> dict[Any, int]:
        """All counts in one statement: each a short walk along an index, all of the same snapshot."""
        counted: dict[Any, int] = {}
        for batch in _batches(listings.items()):
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
        scope, values = _scope(type_name)
        rows = self._rows(f"SELECT {column} FROM {_table(type_name)} WHERE {scope}id = ?", [*values, object_id])
        return json.loads(rows[0][0]) if rows and rows[0][0] is not None else None

    def _overlay_only(self, type_name: str) -> set[str]:
        scope, values = _scope(type_name)
        rows = self._rows(
            f"SELECT id FROM {_table(type_name)} WHERE {scope}overlay IS NOT NULL AND data IS NULL", values
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


class Writing(Reading):
    """One write transaction: all of it or nothing."""

    def put(self, type_name: str, objects: Iterable[Mapping[str, Any]]) -> None:
        """Set the base of many objects; an overlay above one stays shown."""
        for batch in _batches(objects):
            by_id = {_id(item): item for item in batch}
            if type_name not in BY_TYPE:
                self._execute_many(
                    "INSERT INTO other (type, id, data) VALUES (?, ?, ?) "
                    "ON CONFLICT (type, id) DO UPDATE SET data = excluded.data",
                    [(type_name, object_id, packed(item)) for object_id, item in by_id.items()],
                )
                continue
            kind = BY_TYPE[type_name]
            self._execute_many(
                STATEMENTS[type_name].put,
                [(object_id, packed(_without_text(kind, item))) for object_id, item in by_id.items()],
            )
            self._index(kind, {object_id: (item, True) for object_id, item in by_id.items()})

    def delete(self, type_name: str, ids: Iterable[str]) -> None:
        """The base goes; an object that has an overlay lives on as overlay only."""
        for batch in _batches(ids):
            scope, values = _scope(type_name)
            table, wanted = _table(type_name), [*values, packed(batch)]
            chosen = f"{scope}id IN (SELECT value FROM json_each(?))"
            self._execute(f"UPDATE {table} SET data = NULL WHERE {chosen} AND overlay IS NOT NULL", wanted)
            self._vanish(type_name, batch, "overlay IS NULL")

    def set_overlay(self, type_name: str, overlays: Mapping[str, Mapping[str, Any] | None]) -> None:
        """Lay effects of unsent acts over the base, or take them off (None)."""
        laid = {object_id: item for object_id, item in overlays.items() if item is not None}
        cleared = [object_id for object_id, item in overlays.items() if item is None]
        if laid:
            self._lay(type_name, laid)
        if cleared:
            self._clear(type_name, cleared)

    def clear_overlays(self, type_name: str | None = None) -> None:
        for overlaid, ids in self.overlaid(type_name).items():
            self._clear(overlaid, list(ids))

    def set_cursor(self, type_name: str, state: str | None, complete: bool = True, position: Any = None) -> None:
        """Say how far a type has been received; a state of None forgets it (the type starts again)."""
        if state is None:
            self._execute("DELETE FROM cursor WHERE type = ?", [type_name])
            return
        self._execute(
            "INSERT INTO cursor (type, state, complete, position) VALUES (?, ?, ?, ?) ON CONFLICT (type) DO UPDATE "
            "SET state = excluded.state, complete = excluded.complete, position = excluded.position",
            [type_name, state, int(complete), None if position is None else packed(position)],
        )

    def index_text(self, document_id: str, text: str) -> None:
        """Search finds this text of a document (read out of its PDF here); unknown documents are ignored."""
        shown = self.get("Document", document_id)
        if shown is not None:
            self._index(BY_TYPE["Document"], {document_id: ({**shown, "text": text}, True)})

    def _lay(self, type_name: str, laid: dict[str, Mapping[str, Any]]) -> None:
        if type_name not in BY_TYPE:
            self._execute_many(
                "INSERT INTO other (type, id, overlay) VALUES (?, ?, ?) "
                "ON CONFLICT (type, id) DO UPDATE SET overlay = excluded.overlay",
                [(type_name, object_id, packed(item)) for object_id, item in laid.items()],
            )
            return
        kind = BY_TYPE[type_name]
        self._execute_many(
            STATEMENTS[type_name].lay,
            [(object_id, packed(_without_text(kind, item))) for object_id, item in laid.items()],
        )
        self._index(kind, {object_id: (item, False) for object_id, item in laid.items()})

    def _clear(self, type_name: str, ids: list[str]) -> None:
        scope, values = _scope(type_name)
        clear = f"UPDATE other SET overlay = NULL WHERE {scope}id IN (SELECT value FROM json_each(?))"
        if type_name in STATEMENTS:
            clear = STATEMENTS[type_name].clear
        self._execute(clear, [*values, packed(ids)])
        self._vanish(type_name, ids, "overlay IS NULL AND data IS NULL")
        if type_name in BY_TYPE:
            self._index(
                BY_TYPE[type_name], {object_id: (item, False) for object_id, item in self.many(type_name, ids).items()}
            )

    def _vanish(self, type_name: str, ids: list[str], when: str) -> None:
        """Remove those of the objects that nothing keeps any more, from the index too."""
        scope, values = _scope(type_name)
        table, kind = _table(type_name), BY_TYPE.get(type_name)
        chosen = f"{scope}id IN (SELECT value FROM json_each(?)) AND {when}"
        wanted = [*values, packed(ids)]
        if kind is not None and kind.search_slot is not None:
            numbers = self._rows(f"SELECT row FROM {table} WHERE {chosen}", wanted)
            self._forget_words([number * SEARCH_SLOTS + kind.search_slot for (number,) in numbers])
        self._execute(f"DELETE FROM {table} WHERE {chosen}", wanted)

    def _forget_words(self, search_rows: list[int]) -> None:
        numbers = packed(search_rows)
        self._execute(scrubbing.DUE, [])
        for table, column in (("search_index", "rowid"), ("search_text", "row")):
            self._execute(f"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))", [numbers])

    def _index(self, kind: StateType, objects: dict[str, tuple[Mapping[str, Any], bool]]) -> None:
        """Bring the search index up to date for objects just written; (object, whether its text counts).

        Filled by one INSERT … SELECT for the batch: twice as fast as row triggers, and only for what has changed.
        """
        if kind.search_slot is None:
            return
        slot = kind.search_slot
        head = " || char(10) || ".join(
            f"coalesce(t.{column}, '')" for columns in kind.words.values() for column in columns
        )
        found = self._rows(
            f"SELECT t.row, t.id, t.overlay IS NOT NULL, t.data IS NOT NULL, s.mark, {head} FROM json_each(?) AS j "
            f"JOIN {kind.table} AS t ON t.id = j.value "
            f"LEFT JOIN search_text AS s ON s.row = t.row * {SEARCH_SLOTS} + {slot}",
            [packed(list(objects))],
        )
        outdated: list[int] = []
        fresh: list[int] = []
        with_body: list[tuple[int, int, str]] = []
        without: list[tuple[int, int]] = []
        for number, object_id, overlaid, based, mark, words in found:
            item, is_base = objects[object_id]
            # An overlay's text would stay when it is taken off: it stands only for what has none from the central.
            above = bool(based) and not is_base and kind.type == "Document"
            body = None if above else _body(kind, item, hidden=is_base and bool(overlaid))
            wanted = _mark(words, body, mark)
            if wanted == mark:
                continue
            row = number * SEARCH_SLOTS + slot
            fresh.append(number)
            if mark is not None:
                outdated.append(row)
            if body is None:
                without.append((row, wanted))
            else:
                with_body.append((row, wanted, body))
        if not fresh:
            return
        if outdated:
            self._execute(scrubbing.DUE, [])
            self._execute(
                "DELETE FROM search_index WHERE rowid IN (SELECT value FROM json_each(?))", [packed(outdated)]
            )
        self._execute_many(
            "INSERT INTO search_text (row, mark, body) VALUES (?, ?, ?) "
            "ON CONFLICT (row) DO UPDATE SET mark = excluded.mark, body = excluded.body",
            with_body,
        )
        self._execute_many(
            "INSERT INTO search_text (row, mark) VALUES (?, ?) ON CONFLICT (row) DO UPDATE SET mark = excluded.mark",
            without,
        )
        self._execute(_fill(kind), [packed(fresh)])

    def _execute(self, statement: str, values: Sequence[Any]) -> None:
        self._connection.exec_driver_sql(statement, tuple(values))

    def _execute_many(self, statement: str, values: list[Any]) -> None:
        if values:
            self._connection.exec_driver_sql(statement, values)


def _fill(kind: StateType) -> str:
    """The statement that indexes a batch of rows, folding đ, which FTS5 would not."""

    def words(name: str) -> str:
        return " || ' ' || ".join(f"coalesce(t.{column}, '')" for column in kind.words[name]) or "''"

    # "05-NQ/ĐU" is also looked for as "5-NQ/ĐU".
    number = f"{words('number')} || ' ' || ltrim({words('number')}, '0')" if kind.words["number"] else "''"
    fields = [words("head"), number, words("names"), "coalesce(s.body, '')"]
    row = f"t.row * {SEARCH_SLOTS} + {kind.search_slot}"
    return (
        f"INSERT INTO search_index (rowid, head, number, names, body) SELECT {row}, "
        f"{', '.join(SQL_FOLD.format(field) for field in fields)} FROM json_each(?) AS j "
        f"JOIN {kind.table} AS t ON t.row = j.value LEFT JOIN search_text AS s ON s.row = {row}"
    )


def _id(item: Mapping[str, Any]) -> str:
    object_id = item.get("id")
    if not isinstance(object_id, str) or not object_id:
        raise ValueError("an object without an id cannot be kept")
    return object_id


def _without_text(kind: StateType, item: Mapping[str, Any]) -> Mapping[str, Any]:
    if kind.type != "Document" or "text" not in item:
        return item
    return {name: value for name, value in item.items() if name != "text"}


def _body(kind: StateType, item: Mapping[str, Any], *, hidden: bool) -> str | None:
    """The long text to index; None leaves what is there. A base hidden under an overlay gives only a PDF's text."""
    if kind.type == "Document":
        text = item.get("text")
        return composed(text) if isinstance(text, str) else None
    if hidden:
        return None
    text = item.get("description")
    return composed(text) if isinstance(text, str) else ""


def _mark(words: str, body: str | None, old: int | None) -> int:
    """What is indexed, in 62 bits: the short fields above, the long text below (kept where it does not change)."""
    above = int.from_bytes(blake2b(words.encode("utf-8", "replace"), digest_size=4).digest(), "big") >> 1
    if body is None:
        below = 0 if old is None else old & 0x7FFFFFFF
    else:
        below = int.from_bytes(blake2b(body.encode("utf-8", "replace"), digest_size=4).digest(), "big") >> 1
    return above << 31 | below


class Objects:
    """The state, for everybody: reads from a snapshot of their own, writes in a transaction of their own.

    Args:
        database: cache.db.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        with self._database.writing() as connection:
            yield Writing(connection)

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """One snapshot for several reads that must agree."""
        with self._database.reading() as connection:
            yield Reading(connection)

    def get(self, type_name: str, object_id: str) -> Object | None:
        with self.reading() as snapshot:
            return snapshot.get(type_name, object_id)

    def base(self, type_name: str, object_id: str) -> Object | None:
        with self.reading() as snapshot:
            return snapshot.base(type_name, object_id)

    def many(self, type_name: str, ids: Iterable[str]) -> dict[str, Object]:
        with self.reading() as snapshot:
            return snapshot.many(type_name, ids)

    def all(self, type_name: str) -> list[Object]:
        with self.reading() as snapshot:
            return snapshot.all(type_name)

    def select(
        self,
        type_name: str,
        where: tuple[Any, ...] = (),
        order: tuple[tuple[str, str], ...] = (),
        params: Mapping[str, Any] | None = None,
        limit: int | None = None,
    ) -> list[Object]:
        with self.reading() as snapshot:
            return snapshot.select(type_name, where, order, params, limit)

    def known(self, type_name: str) -> set[str]:
        with self.reading() as snapshot:
            return snapshot.known(type_name)

    def size(self, type_name: str) -> int:
        with self.reading() as snapshot:
            return snapshot.size(type_name)

    def overlaid(self, type_name: str | None = None) -> dict[str, set[str]]:
        with self.reading() as snapshot:
            return snapshot.overlaid(type_name)

    def pending(self, type_name: str, ids: Iterable[str]) -> set[str]:
        with self.reading() as snapshot:
            return snapshot.pending(type_name, ids)

    def text(self, document_id: str) -> str:
        with self.reading() as snapshot:
            return snapshot.text(document_id)

    def ids(self, listing: Listing, params: Mapping[str, Any] | None = None) -> list[str]:
        with self.reading() as snapshot:
            return snapshot.ids(listing, params)

    def page(
        self,
        listing: Listing,
        params: Mapping[str, Any] | None = None,
        *,
        after: Sequence[Any] | None = None,
        limit: int = 50,
    ) -> list[Row]:
        with self.reading() as snapshot:
            return snapshot.page(listing, params, after=after, limit=limit)

    def rows(self, type_name: str, ids: Sequence[str], *, join_document: bool = False) -> list[Row]:
        with self.reading() as snapshot:
            return snapshot.rows(type_name, ids, join_document=join_document)

    def count(self, listings: Mapping[Any, Listing], params: Mapping[str, Any] | None = None) -> dict[Any, int]:
        with self.reading() as snapshot:
            return snapshot.count(listings, params)

    def cursor(self, type_name: str) -> Cursor | None:
        with self.reading() as snapshot:
            return snapshot.cursor(type_name)

    def put(self, type_name: str, objects: Iterable[Mapping[str, Any]]) -> None:
        with self.writing() as transaction:
            transaction.put(type_name, objects)

    def delete(self, type_name: str, ids: Iterable[str]) -> None:
        with self.writing() as transaction:
            transaction.delete(type_name, ids)

    def set_overlay(self, type_name: str, overlays: Mapping[str, Mapping[str, Any] | None]) -> None:
        with self.writing() as transaction:
            transaction.set_overlay(type_name, overlays)

    def set_cursor(self, type_name: str, state: str | None, complete: bool = True, position: Any = None) -> None:
        with self.writing() as transaction:
            transaction.set_cursor(type_name, state, complete, position)

    def index_text(self, document_id: str, text: str) -> None:
        with self.writing() as transaction:
            transaction.index_text(document_id, text)
