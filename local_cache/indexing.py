"""Keeps the search index with the objects that a transaction writes: their words, and the texts of PDFs.

Knows `schema`, `folding`, `scrubbing`. What is looked for in it: `search`.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from sqlalchemy.engine import Connection

from local_cache import scrubbing
from local_cache.folding import SQL_FOLD, composed
from local_cache.reading import packed
from local_cache.schema import SEARCH_SLOTS, StateType


class Indexing:
    """The index within one write transaction.

    Args:
        connection: an open transaction.
    """

    def __init__(self, connection: Connection) -> None:
        self._run = connection.exec_driver_sql

    def take(self, kind: StateType, objects: Mapping[str, tuple[Mapping[str, Any], bool]]) -> None:
        """Bring the index up to date for objects just written; (object, whether its text counts).

        Filled by one INSERT … SELECT for the batch: twice as fast as row triggers, and only for what has changed.
        """
        if kind.search_slot is None:
            return
        slot = kind.search_slot
        head = " || char(10) || ".join(
            f"coalesce(t.{column}, '')" for columns in kind.words.values() for column in columns
        )
        found = self._run(
            f"SELECT t.row, t.id, t.overlay IS NOT NULL, t.data IS NOT NULL, s.mark, {head} FROM json_each(?) AS j "
            f"JOIN {kind.table} AS t ON t.id = j.value "
            f"LEFT JOIN search_text AS s ON s.row = t.row * {SEARCH_SLOTS} + {slot}",
            (packed(list(objects)),),
        ).fetchall()
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
            self._run(scrubbing.DUE)
            self._run("DELETE FROM search_index WHERE rowid IN (SELECT value FROM json_each(?))", (packed(outdated),))
        if with_body:
            self._run(
                "INSERT INTO search_text (row, mark, body) VALUES (?, ?, ?) "
                "ON CONFLICT (row) DO UPDATE SET mark = excluded.mark, body = excluded.body",
                with_body,
            )
        if without:
            self._run(
                "INSERT INTO search_text (row, mark) VALUES (?, ?) "
                "ON CONFLICT (row) DO UPDATE SET mark = excluded.mark",
                without,
            )
        self._run(_fill(kind), (packed(fresh),))

    def forget(self, search_rows: list[int]) -> None:
        """These rows of the index go."""
        numbers = packed(search_rows)
        self._run(scrubbing.DUE)
        for table, column in (("search_index", "rowid"), ("search_text", "row")):
            self._run(f"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))", (numbers,))


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
