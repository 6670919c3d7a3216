"""Reads what can still be read of a damaged outbox, and names what cannot. Knows `engine` and `schema`.

SQLCipher seals each page, so damage is told page by page: a lost page of acts loses those acts only. Their names lie on
other pages, in an index. Where the first page is lost, or SQLite cannot find its way, the pages are read one by one.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from local_cache import schema
from local_cache.engine import Database, DriverError, connect, is_sealed
from local_cache.errors import disk_errors
from local_cache.outbox import STATES
from local_cache.pages import PageReader, Row, rows_of_pages
from local_cache.profile import remove_log

MOST_GAPS = 100_000


@dataclass(frozen=True)
class LostAct:
    """An act that was in the outbox and cannot be read any more; what is unknown is None."""

    id: str
    kind: str | None = None
    subject_type: str | None = None
    subject_id: str | None = None
    document_id: str | None = None


@dataclass(frozen=True)
class Salvage:
    """What came of a damaged outbox.

    Attributes:
        aside: where the damaged file lies.
        acts: ids of the acts that were read, in order.
        lost: acts known to have been there and not readable.
        drafts, lost_drafts: keys of drafts.
        complete: whether every act that was there is known, read or named. If not, more may have been lost.
    """

    aside: Path
    acts: tuple[str, ...]
    lost: tuple[LostAct, ...]
    drafts: tuple[str, ...]
    lost_drafts: tuple[str, ...]
    complete: bool

    @property
    def whole(self) -> bool:
        """Whether nothing was lost: then nobody needs the damaged file any more."""
        return self.complete and not self.lost and not self.lost_drafts

    def kept_at(self, aside: Path) -> Salvage:
        return replace(self, aside=aside)


class _Damaged:
    """A damaged database, asked in small steps: a step that fails costs only itself."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.whole = True
        self._path, self._key = path, key
        self._connection: Any = None
        self._open()

    def ask(self, statement: str, values: tuple[Any, ...] = ()) -> list[Row]:
        """All rows up to the first that cannot be read; `whole` says whether that happened."""
        rows: list[Row] = []
        if self._connection is None:
            self.whole = False
            return rows
        try:
            rows.extend(self._connection.execute(statement, values))
            sound = is_sealed(self._connection)
        except DriverError:
            sound = False
        if not sound:
            self.whole = False
            # A lost page at the end of a long text comes as zeros, and would from now on: no text of ours has any.
            rows = [row for row in rows if not any(isinstance(value, str) and "\0" in value for value in row)]
            self._open()
        return rows

    def _open(self) -> None:
        self.close()
        try:
            self._connection = connect(self._path, self._key, synchronous="FULL", cache_kib=1024, readonly=True)
            self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except DriverError:
            self.close()
            self.whole = False

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def salvage(path: Path, key: bytes, fresh: Database) -> Salvage:
    """Copy what can be read into a fresh outbox.

    Args:
        path: the damaged outbox.
        key: its key.
        fresh: an empty outbox of this version.
    """
    reader = PageReader(path, key)
    raw = rows_of_pages(reader, _SHAPES)
    # What SQLite sees then is an earlier state: the pages know better.
    cut = reader.log_is_cut()
    with _copied(path) as copy:
        damaged = _Damaged(copy, key)
        try:
            acts, names, complete = _acts(damaged, raw, cut=cut)
            others = {table.name: _rows(damaged, table, raw, cut=cut) for table in _OTHERS}
            draft_names = _names(damaged, "draft", "key")
        finally:
            damaged.close()
    drafts = {row[0] for row in others["draft"]}
    _write(fresh, acts, others)
    return Salvage(
        aside=path,
        acts=tuple(acts[position][1] for position in sorted(acts)),
        lost=tuple(names[position] for position in sorted(names) if position not in acts),
        drafts=tuple(sorted(drafts)),
        lost_drafts=tuple(sorted(draft_names - drafts)),
        complete=complete,
    )


@contextmanager
def _copied(path: Path) -> Iterator[Path]:
    """A copy to ask: SQLite empties the log of a database that it closes, and the original is kept as it was found."""
    copy = path.with_name("salvage.db")
    try:
        with disk_errors():
            for suffix in ("", "-wal"):
                if (source := path.with_name(path.name + suffix)).exists():
                    shutil.copyfile(source, copy.with_name(copy.name + suffix))
        yield copy
    finally:
        remove_log(copy)
        copy.unlink(missing_ok=True)


_OTHERS = (
    schema.act_file, schema.draft, schema.draft_file, schema.pin, schema.blob, schema.preference, schema.secret,
    schema.signing_batch, schema.signing_item,
)  # fmt: skip


def _act_shape(row_id: int, values: Row) -> Row | None:
    """An act's row by its look: the position is the row id, the last value is the act's own JSON."""
    if len(values) != 10 or values[0] is not None or values[6] not in STATES or not isinstance(values[9], str):
        return None
    act = _json(values[9])
    return (row_id, *values[1:]) if isinstance(act, dict) and act.get("id") == values[1] else None


def _draft_shape(_: int, values: Row) -> Row | None:
    if len(values) != 4 or not all(isinstance(value, str) for value in values) or not _TIME.fullmatch(values[3]):
        return None
    return None if _json(values[2]) is _NOT_JSON else values


def _blob_shape(_: int, values: Row) -> Row | None:
    digest = values[0] if values else None
    if len(values) != 5 or not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
        return None
    return values if isinstance(values[2], bytes) else None


_SHAPES = {"outgoing_act": _act_shape, "draft": _draft_shape, "blob": _blob_shape}
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_NOT_JSON = object()


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return _NOT_JSON


def _columns(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def _acts(
    damaged: _Damaged, raw: dict[str, list[Row]], *, cut: bool
) -> tuple[dict[int, Row], dict[int, LostAct], bool]:
    """(rows by position, names by position, whether the names are known to be all)."""
    names: dict[int, LostAct] = {}
    damaged.whole = damaged._connection is not None
    for direction in ("", " DESC"):
        for row in damaged.ask(
            "SELECT position, id, kind, subject_type, subject_id, document_id FROM outgoing_act "
            f"INDEXED BY outgoing_act_names ORDER BY position{direction}"
        ):
            names[row[0]] = LostAct(*row[1:])
    complete = damaged.whole and not cut
    if not complete:
        for position, act_id in damaged.ask(
            "SELECT position, id FROM outgoing_act INDEXED BY sqlite_autoindex_outgoing_act_1 ORDER BY id"
        ):
            names.setdefault(position, LostAct(act_id))
    columns = ", ".join(_columns(schema.outgoing_act))
    acts: dict[int, Row] = {row[0]: row for row in raw.get("outgoing_act", [])}
    for direction in ("", " DESC"):
        for row in damaged.ask(f"SELECT {columns} FROM outgoing_act NOT INDEXED ORDER BY position{direction}"):
            acts[row[0]] = row
    if cut:
        acts |= {row[0]: row for row in raw.get("outgoing_act", [])}
    # Between two lost pages only asking for each position reaches the sound ones.
    highest = max([*names, *acts, 0])
    for position in sorted(names.keys() - acts.keys()) if complete else range(1, min(highest, MOST_GAPS)):
        if position not in acts:
            for row in damaged.ask(f"SELECT {columns} FROM outgoing_act NOT INDEXED WHERE position = ?", (position,)):
                acts[position] = row
    if complete:
        # A page may hold what was removed since: the index says what was still there.
        acts = {position: row for position, row in acts.items() if position in names}
    return acts, names, complete


def _rows(damaged: _Damaged, table: Table, raw: dict[str, list[Row]], *, cut: bool) -> list[Row]:
    names = _columns(table)
    keys = [names.index(column.name) for column in table.primary_key]
    columns = ", ".join(f'"{name}"' for name in names)
    damaged.whole = damaged._connection is not None
    found: dict[Row, Row] = {}
    order = (
        ", ".join(f'"{names[key]}"' for key in keys) if not table.dialect_options["sqlite"]["with_rowid"] else "rowid"
    )
    for direction in ("", " DESC"):
        ordering = ", ".join(part + direction for part in order.split(", "))
        for row in damaged.ask(f'SELECT {columns} FROM "{table.name}" ORDER BY {ordering}'):
            found[tuple(row[key] for key in keys)] = row
    if cut:
        found |= {tuple(row[key] for key in keys): row for row in raw.get(table.name, [])}
    elif not damaged.whole:
        for row in raw.get(table.name, []):
            found.setdefault(tuple(row[key] for key in keys), row)
    return list(found.values())


def _names(damaged: _Damaged, table: str, key: str) -> set[str]:
    return {
        row[0]
        for direction in ("", " DESC")
        for row in damaged.ask(
            f'SELECT "{key}" FROM "{table}" INDEXED BY sqlite_autoindex_{table}_1 ORDER BY "{key}"{direction}'
        )
    }


def _write(fresh: Database, acts: dict[int, Row], others: dict[str, list[Row]]) -> None:
    """Order and positions are kept; what was being sent will be asked again.

    The files of an act or a draft that was lost stay pinned: they may be all that is left of it.
    """
    for table, owners in (
        ("act_file", {row[1] for row in acts.values()}),
        ("draft_file", {row[0] for row in others["draft"]}),
    ):
        orphaned = [row for row in others[table] if row[0] not in owners]
        others[table] = [row for row in others[table] if row[0] in owners]
        others["pin"] += [(digest, f"lost:{owner}") for owner, digest in orphaned]
    # Without its batch nobody knows what an item was for; the pin of a signed file stays.
    batches = {row[0] for row in others["signing_batch"]}
    others["signing_item"] = [row for row in others["signing_item"] if row[0] in batches]
    with fresh.writing() as connection:
        for table, rows in ((schema.outgoing_act, list(acts.values())), *((t, others[t.name]) for t in _OTHERS)):
            names = _columns(table)
            quoted = ", ".join(f'"{name}"' for name in names)
            if rows:
                connection.exec_driver_sql(
                    f'INSERT OR IGNORE INTO "{table.name}" ({quoted}) VALUES ({", ".join("?" * len(names))})',
                    rows,
                )
