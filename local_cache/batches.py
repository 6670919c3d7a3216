"""The journal of signing: what a batch was to sign, and how far it came, so that a kill costs no signature and makes
none twice (outbox.db). Knows `engine` and `blobs`' digests alone.

A signed file and the journal's word of it become known in one transaction, and so do its act and the word that it has
left (`kept`, `left`, handed to `Blobs.store_together` and `Outbox.append`). A PIN or a key is never in it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

import uuid_utils
from sqlalchemy.engine import Connection

from local_cache.blob_keys import plain_digest
from local_cache.engine import Database
from local_cache.errors import ItemConflict

ItemState = Literal["waiting", "asked", "kept", "left", "failed"]


@dataclass(frozen=True)
class BatchItem:
    """One thing to sign.

    Attributes:
        id: the document's.
        state: "waiting"; "asked" (the token may have signed, nothing of it is kept); "kept" (the signed file is here,
            its act is not in the outbox yet); "left" (its act is in the outbox or has gone); "failed" (a file that
            was signed for it is with its refused act).
        data: what is needed to sign it as it was agreed (place, digest of the file seen): a JSON value.
        signed: digests of the signed files, from "kept" on; of a "failed" item where its act was refused.
        result: what came of it (the act that the file is for, or the reason why not): a JSON value.
        at: when its state changed last, UTC.
    """

    id: str
    state: ItemState
    data: Any
    signed: tuple[str, ...]
    result: Any
    at: str


@dataclass(frozen=True)
class SigningBatch:
    """One batch.

    Attributes:
        kind: which signature: "approve", "seal".
        certificate: SHA-256 digest of the signer's certificate.
        open: not everything has come to an end, and the person has not given it up.
        data: what holds for all of it: a JSON value.
        started_at: UTC.
        items: in the order in which they are signed.
    """

    id: str
    kind: str
    certificate: str
    open: bool
    data: Any
    started_at: str
    items: tuple[BatchItem, ...]

    def ids(self, *states: str) -> tuple[str, ...]:
        """The items in one of these states, in order."""
        return tuple(item.id for item in self.items if item.state in states)


class Batches:
    """The journal.

    Args:
        database: outbox.db.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(
        self, kind: str, certificate: str, items: Sequence[tuple[str, Any]], data: Any = None, *, alone: bool = False
    ) -> str:
        """Write down what is about to be signed, before any token is asked; durable when this returns.

        Earlier batches of this kind and with this data go from the journal, and of the others those with nothing left
        to sign; never one with a signed file whose act has not left.

        Args:
            items: id and data of each, in order.
            data: whose batch it is, such as the position that it is signed in: another's is left to be gone on with.
            alone: a signature that is asked for by itself: only earlier ones of its own go.

        Returns:
            the batch's id.

        Raises:
            DiskFull: nothing was written.
        """
        batch_id, now = str(uuid_utils.uuid7()), _now()
        with self._database.writing() as connection:
            connection.exec_driver_sql(
                "DELETE FROM signing_batch WHERE id NOT IN (SELECT batch_id FROM signing_item WHERE state = 'kept') "
                "AND (kind = ? AND data = ? OR NOT ? AND (open = 0 OR id NOT IN "
                "(SELECT batch_id FROM signing_item WHERE state IN ('waiting', 'asked'))))",
                (kind, _packed(data), alone),
            )
            connection.exec_driver_sql(
                "INSERT INTO signing_batch (id, kind, certificate, open, data, started_at) VALUES (?, ?, ?, 1, ?, ?)",
                (batch_id, kind, certificate, _packed(data), now),
            )
            rows = [(batch_id, at, one, _packed(more), now) for at, (one, more) in enumerate(items)]
            if rows:
                connection.exec_driver_sql(
                    "INSERT INTO signing_item (batch_id, position, item_id, state, data, at) "
                    "VALUES (?, ?, ?, 'waiting', ?, ?)",
                    rows,
                )
        return batch_id

    def mark(self, batch_id: str, marks: Iterable[tuple[str, ItemState, Any]]) -> None:
        """Set states and results together. What is kept or has left stays so: no item goes back from there.

        Raises:
            ItemConflict: the token may not be asked for an item: it is signed already, or its batch is gone.
        """
        with self._database.writing() as connection:
            for item_id, state, result in marks:
                found = connection.exec_driver_sql(
                    "UPDATE signing_item SET state = ?, result = ?, at = ? "
                    "WHERE batch_id = ? AND item_id = ? AND state NOT IN ('kept', 'left')",
                    (state, _packed(result), _now(), batch_id, item_id),
                )
                if state == "asked" and found.rowcount != 1:
                    raise ItemConflict(item_id)

    def kept(self, batch_id: str, item_id: str, result: Any) -> Callable[[Connection, Sequence[str]], None]:
        """For `Blobs.store_together`: in the transaction that makes the signed files known, the item is "kept" and they
        are pinned.

        Args:
            result: what the files are for, enough to make their act.

        The note raises ItemConflict where the item is not "asked": its files are here, and it is not signed twice.
        """

        def note(connection: Connection, digests: Sequence[str]) -> None:
            plain = [plain_digest(digest) for digest in digests]
            found = connection.exec_driver_sql(
                "UPDATE signing_item SET state = 'kept', signed = ?, result = ?, at = ? "
                "WHERE batch_id = ? AND item_id = ? AND state = 'asked'",
                (_packed(plain), _packed(result), _now(), batch_id, item_id),
            )
            if found.rowcount != 1:
                raise ItemConflict(item_id)
            for digest in plain:
                connection.exec_driver_sql(
                    "INSERT OR IGNORE INTO pin (digest, why) VALUES (?, ?)", (digest, _why(batch_id, item_id))
                )

        return note

    def left(self, batch_id: str, item_id: str, result: Any = None) -> Callable[[Connection], None]:
        """For `Outbox.append`: in the transaction that keeps the act, the item has "left"; the act pins its files.

        The note raises ItemConflict where the item is not "kept": its act has left already, and is not done twice.
        """
        return self._handed_over(batch_id, item_id, "left", result)

    def refused(self, batch_id: str, item_id: str, reason: Any) -> Callable[[Connection], None]:
        """The same for an act that may not be done and is kept as refused: the item has "failed", its files stay.

        The note raises ItemConflict where the item is not "kept": another has seen to it.
        """
        return self._handed_over(batch_id, item_id, "failed", reason)

    @staticmethod
    def _handed_over(batch_id: str, item_id: str, state: ItemState, result: Any) -> Callable[[Connection], None]:
        def note(connection: Connection) -> None:
            _unpin(connection, batch_id, item_id)
            found = connection.exec_driver_sql(
                "UPDATE signing_item SET state = ?, result = ?, at = ? "
                "WHERE batch_id = ? AND item_id = ? AND state = 'kept'",
                (state, _packed(result), _now(), batch_id, item_id),
            )
            if found.rowcount != 1:
                raise ItemConflict(item_id)

        return note

    def give_up(self, batch_id: str, item_id: str, reason: Any) -> tuple[str, ...]:
        """Kept files that their signer lets go: the item has failed; their digests."""
        with self._database.writing() as connection:
            digests = connection.exec_driver_sql(
                "SELECT signed FROM signing_item WHERE batch_id = ? AND item_id = ? AND state = 'kept'",
                (batch_id, item_id),
            ).scalar()
            if digests is None:
                return ()
            connection.exec_driver_sql(
                "UPDATE signing_item SET state = 'failed', signed = NULL, result = ?, at = ? "
                "WHERE batch_id = ? AND item_id = ?",
                (_packed(reason), _now(), batch_id, item_id),
            )
            _unpin(connection, batch_id, item_id)
        return tuple(json.loads(digests))

    def reopen(self, batch_id: str, certificate: str, item_ids: Iterable[str]) -> None:
        """Go on with these items of a batch, as if nothing had been tried; what is kept or has left stays so.

        Raises:
            ItemConflict: the batch is gone, or one of them is signed already; nothing is changed then.
        """
        with self._database.writing() as connection:
            found = connection.exec_driver_sql(
                "UPDATE signing_batch SET open = 1, certificate = ? WHERE id = ?", (certificate, batch_id)
            )
            if found.rowcount != 1:
                raise ItemConflict(batch_id)
            for item_id in item_ids:
                found = connection.exec_driver_sql(
                    "UPDATE signing_item SET state = 'waiting', signed = NULL, result = NULL, at = ? "
                    "WHERE batch_id = ? AND item_id = ? AND state NOT IN ('kept', 'left')",
                    (_now(), batch_id, item_id),
                )
                if found.rowcount != 1:
                    raise ItemConflict(item_id)

    def end(self, batch_id: str) -> None:
        """Nothing more is to be signed; what came of each file stays readable until the next batch."""
        with self._database.writing() as connection:
            connection.exec_driver_sql("UPDATE signing_batch SET open = 0 WHERE id = ?", (batch_id,))

    def last(self) -> SigningBatch | None:
        """The batch begun last; None where there is none."""
        found = self._found("1 ORDER BY rowid DESC LIMIT 1")
        return found[0] if found else None

    def all(self) -> list[SigningBatch]:
        """Every batch in the journal, oldest first."""
        return self._found("1 ORDER BY rowid")

    def _found(self, condition: str) -> list[SigningBatch]:
        with self._database.reading() as connection:
            batches = connection.exec_driver_sql(
                f"SELECT id, kind, certificate, open, data, started_at FROM signing_batch WHERE {condition}"
            ).fetchall()
            rows = {
                batch[0]: tuple(
                    _item(*row)
                    for row in connection.exec_driver_sql(
                        "SELECT item_id, state, data, signed, result, at FROM signing_item WHERE batch_id = ? "
                        "ORDER BY position",
                        (batch[0],),
                    )
                )
                for batch in batches
            }
        return [
            SigningBatch(batch_id, kind, certificate, bool(is_open), json.loads(data), started_at, rows[batch_id])
            for batch_id, kind, certificate, is_open, data, started_at in batches
        ]


def _item(item_id: str, state: ItemState, data: str, signed: str | None, result: str | None, at: str) -> BatchItem:
    came = None if result is None else json.loads(result)
    return BatchItem(item_id, state, json.loads(data), tuple(json.loads(signed or "[]")), came, at)


def _why(batch_id: str, item_id: str) -> str:
    return f"batch:{batch_id}:{item_id}"


def _unpin(connection: Connection, batch_id: str, item_id: str) -> None:
    connection.exec_driver_sql("DELETE FROM pin WHERE why = ?", (_why(batch_id, item_id),))


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _packed(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
