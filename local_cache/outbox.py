"""The outbox, and what else exists nowhere but here: drafts, preferences, secrets (outbox.db). Knows `engine` alone.

Acts leave this machine by the outbox only, in the order in which they were done; an act leaves it only when the central
has been seen to hold it. Each write is one transaction with synchronous=FULL: when it returns, it is on the disk.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.engine import Connection

from local_cache.blob_keys import plain_digest
from local_cache.engine import Database
from local_cache.errors import ActConflict

STATES = ("waiting", "sending", "held", "refused")


@dataclass(frozen=True)
class Entry:
    """One act that the central is not known to hold.

    Attributes:
        position: its place in the order of doing.
        act: the act, as it goes on the wire.
        state: "waiting" | "sending" | "held" (waits for another act or a person) | "refused".
        reason: why it is held or refused: a JSON value, {"code", "args"} by custom; None otherwise.
        attempts: how often it was sent with an outcome that is not known.
        files: digests it needs; pinned while it is here.
    """

    position: int
    act: dict[str, Any]
    state: str
    reason: Any
    attempts: int
    files: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.act["id"]

    @property
    def in_doubt(self) -> bool:
        """Whether the central may hold it, whatever its state says besides."""
        return self.attempts > 0 and self.state != "refused"


@dataclass(frozen=True)
class Draft:
    """Something typed and not yet done."""

    key: str
    kind: str
    data: Any
    digests: tuple[str, ...]
    saved_at: str


def _packed(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


class Outbox:
    """Acts in order.

    Args:
        database: outbox.db.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(
        self,
        act: Mapping[str, Any],
        files: Iterable[str] = (),
        note: Callable[[Connection], None] = lambda _: None,
        *,
        state: str = "waiting",
        reason: Any = None,
    ) -> None:
        """Keep one act: durable when this returns.

        Args:
            note: writes, in the same transaction, what is to be known together with the act.
            state: in which it is kept; one that is "refused" or "held" from the start was never sent, and stays with
                its files until its author has dealt with it.
            reason: why: a JSON value.

        Raises:
            ActConflict: another act has this id. The same act again does nothing.
            DiskFull: nothing was kept.
        """
        with self._database.writing() as connection:
            _append(connection, act, files, state, reason)
            note(connection)

    def append_all(self, acts: Iterable[tuple[Mapping[str, Any], Iterable[str]]]) -> None:
        """Keep several acts, all of them or none."""
        self.replace((), acts)

    def replace(self, act_ids: Iterable[str], acts: Iterable[tuple[Mapping[str, Any], Iterable[str]]]) -> None:
        """Let acts go and keep others in their stead, all of it or nothing."""
        with self._database.writing() as connection:
            for act, files in acts:
                _append(connection, act, files)
            _remove(connection, act_ids)

    def all(self) -> list[Entry]:
        return self._entries("1", ())

    def waiting(self) -> list[Entry]:
        return self._entries("state = 'waiting'", ())

    def subject(self, subject_id: str) -> list[Entry]:
        return self._entries("subject_id = ?", (subject_id,))

    def get(self, act_id: str) -> Entry | None:
        found = self._entries("id = ?", (act_id,))
        return found[0] if found else None

    def count(self, state: str | None = None) -> int:
        with self._database.reading() as connection:
            return connection.exec_driver_sql(
                "SELECT count(*) FROM outgoing_act WHERE ? IS NULL OR state = ?", (state, state)
            ).scalar_one()

    def is_empty(self) -> bool:
        return self.count() == 0

    def mark(self, act_id: str, state: str, reason: Any = None) -> None:
        self.mark_many([(act_id, state, reason)])

    def mark_many(self, marks: Iterable[tuple[str, str, Any]], *, only: str | None = None) -> None:
        """Set states together; an act that has left meanwhile is passed over. "sending" puts an act in doubt.

        Args:
            only: acts in another state than this are passed over.

        Raises:
            ValueError: an unknown state.
        """
        wanted = list(marks)
        if unknown := {state for _, state, _ in wanted} - set(STATES):
            raise ValueError(f"unknown states {sorted(unknown)}")
        with self._database.writing() as connection:
            for act_id, state, reason in wanted:
                connection.exec_driver_sql(
                    "UPDATE outgoing_act SET state = ?, reason = ?, attempts = attempts + ? WHERE id = ? "
                    "AND coalesce(?, state) = state",
                    (state, None if reason is None else _packed(reason), int(state == "sending"), act_id, only),
                )

    def not_there(self, act_ids: Iterable[str]) -> None:
        """The central is known not to hold these: they are in doubt no more."""
        with self._database.writing() as connection:
            for act_id in act_ids:
                connection.exec_driver_sql("UPDATE outgoing_act SET attempts = 0 WHERE id = ?", (act_id,))

    def remove(self, *act_ids: str) -> None:
        """Let acts go: the central holds them, or their author withdrew them. Their files are unpinned."""
        with self._database.writing() as connection:
            _remove(connection, act_ids)

    def _entries(self, condition: str, values: tuple[Any, ...]) -> list[Entry]:
        with self._database.reading() as connection:
            rows = connection.exec_driver_sql(
                f"SELECT position, data, state, reason, attempts, id FROM outgoing_act WHERE {condition} "
                "ORDER BY position",
                values,
            ).fetchall()
            files: dict[str, list[str]] = {}
            for act_id, digest in connection.exec_driver_sql(
                "SELECT act_id, digest FROM act_file WHERE act_id IN (SELECT value FROM json_each(?))",
                (json.dumps([row[5] for row in rows]),),
            ):
                files.setdefault(act_id, []).append(digest)
        return [
            Entry(
                position,
                json.loads(data),
                state,
                None if reason is None else json.loads(reason),
                attempts,
                tuple(files.get(act_id, ())),
            )
            for position, data, state, reason, attempts, act_id in rows
        ]


def _remove(connection: Connection, act_ids: Iterable[str]) -> None:
    for act_id in act_ids:
        connection.exec_driver_sql("DELETE FROM outgoing_act WHERE id = ?", (act_id,))


def _append(
    connection: Connection, act: Mapping[str, Any], files: Iterable[str], state: str = "waiting", reason: Any = None
) -> None:
    data, act_id = _packed(act), act["id"]
    kept = connection.exec_driver_sql("SELECT data FROM outgoing_act WHERE id = ?", (act_id,)).scalar()
    if kept is not None and kept != data:
        raise ActConflict(act_id, id=act_id)
    if kept is None:
        connection.exec_driver_sql(
            "INSERT INTO outgoing_act (id, kind, subject_type, subject_id, document_id, state, reason, data) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                act_id,
                act["kind"],
                act["subjectType"],
                act["subjectId"],
                act.get("documentId"),
                state,
                None if reason is None else _packed(reason),
                data,
            ),
        )
    for digest in files:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO act_file (act_id, digest) VALUES (?, ?)", (act_id, plain_digest(digest))
        )


class Drafts:
    """What is being typed: kept with the outbox, so that it does not go with a damaged cache.

    Args:
        database: outbox.db.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, key: str, kind: str, data: Any, digests: Iterable[str] = ()) -> None:
        """Keep a draft under its key, replacing what was there; its files are pinned."""
        saved_at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        with self._database.writing() as connection:
            connection.exec_driver_sql(
                "INSERT INTO draft (key, kind, data, saved_at) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE "
                "SET kind = excluded.kind, data = excluded.data, saved_at = excluded.saved_at",
                (key, kind, _packed(data), saved_at),
            )
            connection.exec_driver_sql("DELETE FROM draft_file WHERE key = ?", (key,))
            for digest in dict.fromkeys(plain_digest(digest) for digest in digests):
                connection.exec_driver_sql("INSERT INTO draft_file (key, digest) VALUES (?, ?)", (key, digest))

    def load(self, key: str) -> Draft | None:
        found = self._found("key = ?", (key,))
        return found[0] if found else None

    def list(self, kind: str | None = None) -> Sequence[Draft]:
        """Newest first."""
        return self._found("? IS NULL OR kind = ?", (kind, kind))

    def delete(self, key: str) -> None:
        with self._database.writing() as connection:
            connection.exec_driver_sql("DELETE FROM draft WHERE key = ?", (key,))

    def _found(self, condition: str, values: tuple[Any, ...]) -> Sequence[Draft]:
        with self._database.reading() as connection:
            rows = connection.exec_driver_sql(
                f"SELECT key, kind, data, saved_at, (SELECT json_group_array(digest) FROM draft_file AS f "
                f"WHERE f.key = draft.key) FROM draft WHERE {condition} ORDER BY saved_at DESC, key",
                values,
            ).fetchall()
        return [
            Draft(key, kind, json.loads(data), tuple(json.loads(digests)), saved_at)
            for key, kind, data, saved_at, digests in rows
        ]


class Values:
    """Named values in one table: preferences (JSON) or secrets (such as the refresh token).

    Args:
        database: outbox.db.
        table: "preference" or "secret".
    """

    def __init__(self, database: Database, table: str) -> None:
        self._database = database
        self._table = table

    def get(self, name: str, default: Any = None) -> Any:
        with self._database.reading() as connection:
            kept = connection.exec_driver_sql(f"SELECT value FROM {self._table} WHERE name = ?", (name,)).scalar()
        return default if kept is None else json.loads(kept)

    def set(self, name: str, value: Any) -> None:
        """Keep a JSON value; None deletes."""
        with self._database.writing() as connection:
            if value is None:
                connection.exec_driver_sql(f"DELETE FROM {self._table} WHERE name = ?", (name,))
                return
            connection.exec_driver_sql(
                f"INSERT INTO {self._table} (name, value) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, _packed(value)),
            )

    def names(self) -> list[str]:
        with self._database.reading() as connection:
            return list(connection.exec_driver_sql(f"SELECT name FROM {self._table} ORDER BY name").scalars())
