"""State objects: what the central gave, with the effect of own unsent acts laid over it.

Knows `reading` and `writing`, in a snapshot or a transaction of its own for each call.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from local_cache.engine import Database
from local_cache.listing import Listing
from local_cache.reading import Cursor, Object, Reading, Row
from local_cache.writing import Writing


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
