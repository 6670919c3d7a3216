"""One write transaction over the state: what the central gave, overlays, cursors.

Knows `reading`, `indexing`, `schema`. A Document's `text` never stays in the stored JSON: it goes to the search index,
and to a table of its own for ranking and for the words shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy.engine import Connection

from local_cache.indexing import Indexing
from local_cache.reading import Reading, batches, packed, scope_of, table_of
from local_cache.schema import BY_TYPE, SEARCH_SLOTS, STATEMENTS, StateType


class Writing(Reading):
    """One write transaction: all of it or nothing.

    Args:
        connection: an open transaction.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._words = Indexing(connection)

    def put(self, type_name: str, objects: Iterable[Mapping[str, Any]]) -> None:
        """Set the base of many objects; an overlay above one stays shown."""
        for batch in batches(objects):
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
            self._words.take(kind, {object_id: (item, True) for object_id, item in by_id.items()})

    def delete(self, type_name: str, ids: Iterable[str]) -> None:
        """The base goes; an object that has an overlay lives on as overlay only."""
        for batch in batches(ids):
            scope, values = scope_of(type_name)
            table, wanted = table_of(type_name), [*values, packed(batch)]
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
            self._words.take(BY_TYPE["Document"], {document_id: ({**shown, "text": text}, True)})

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
        self._words.take(kind, {object_id: (item, False) for object_id, item in laid.items()})

    def _clear(self, type_name: str, ids: list[str]) -> None:
        scope, values = scope_of(type_name)
        clear = f"UPDATE other SET overlay = NULL WHERE {scope}id IN (SELECT value FROM json_each(?))"
        if type_name in STATEMENTS:
            clear = STATEMENTS[type_name].clear
        self._execute(clear, [*values, packed(ids)])
        self._vanish(type_name, ids, "overlay IS NULL AND data IS NULL")
        if type_name in BY_TYPE:
            self._words.take(
                BY_TYPE[type_name], {object_id: (item, False) for object_id, item in self.many(type_name, ids).items()}
            )

    def _vanish(self, type_name: str, ids: list[str], when: str) -> None:
        """Remove those of the objects that nothing keeps any more, from the index too."""
        scope, values = scope_of(type_name)
        table, kind = table_of(type_name), BY_TYPE.get(type_name)
        chosen = f"{scope}id IN (SELECT value FROM json_each(?)) AND {when}"
        wanted = [*values, packed(ids)]
        if kind is not None and kind.search_slot is not None:
            numbers = self._rows(f"SELECT row FROM {table} WHERE {chosen}", wanted)
            self._words.forget([number * SEARCH_SLOTS + kind.search_slot for (number,) in numbers])
        self._execute(f"DELETE FROM {table} WHERE {chosen}", wanted)

    def _execute(self, statement: str, values: Sequence[Any]) -> None:
        self._connection.exec_driver_sql(statement, tuple(values))

    def _execute_many(self, statement: str, values: list[Any]) -> None:
        if values:
            self._connection.exec_driver_sql(statement, values)


def _id(item: Mapping[str, Any]) -> str:
    object_id = item.get("id")
    if not isinstance(object_id, str) or not object_id:
        raise ValueError("an object without an id cannot be kept")
    return object_id


def _without_text(kind: StateType, item: Mapping[str, Any]) -> Mapping[str, Any]:
    if kind.type != "Document" or "text" not in item:
        return item
    return {name: value for name, value in item.items() if name != "text"}
