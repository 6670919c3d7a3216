"""Files at the practice central: kept once under the SHA-256 of their content, uploaded, joined, read by range.

Knows the tables and the disk. A blobId is ``sha256-<hex>``, so that a client knows it before it uploads.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, select

from desktop.practice.schema import blob, blob_owner
from desktop.practice.sql import insert_new
from desktop.practice.store import Store

BLOB_ID = re.compile(r"^sha256-[0-9a-f]{64}$")
MAX_UPLOAD = 100 * 1024 * 1024
"""Bytes in one upload; larger files are joined from parts by Blob/upload."""

MAX_BLOB = 500 * 1024 * 1024
"""Bytes in a joined blob."""

PIECE = 256 * 1024


class TooLarge(Exception):
    """More bytes than allowed."""


@dataclass(frozen=True)
class BlobInfo:
    """A stored file."""

    id: str
    size: int
    media_type: str


class Incoming:
    """A file on its way in: hashed while it is written beside its place, then renamed to it."""

    def __init__(self, folder: Path, limit: int) -> None:
        self.path = folder / f"incoming-{secrets.token_hex(8)}"
        self.limit = limit
        self.size = 0
        self._hash = hashlib.sha256()
        self._file: IO[bytes] = self.path.open("wb")

    def write(self, piece: bytes) -> None:
        """Adds bytes.

        Raises:
            TooLarge: beyond the limit.
        """
        self.size += len(piece)
        if self.size > self.limit:
            raise TooLarge
        self._hash.update(piece)
        self._file.write(piece)

    def close(self) -> str:
        """Closes the file; its blobId."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        return f"sha256-{self._hash.hexdigest()}"

    def drop(self) -> None:
        """Lets the file go."""
        self._file.close()
        with suppress(FileNotFoundError):
            self.path.unlink()


class Blobs:
    """The folder of files, and the table that says what they are."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder = folder
        self.store = store
        folder.mkdir(parents=True, exist_ok=True)

    def sweep(self) -> None:
        """Drops what an earlier process left half come in; not while another one serves the same folder."""
        for left in self.folder.glob("incoming-*"):
            left.unlink()

    def path(self, blob_id: str) -> Path:
        """Where a blob lies."""
        digest = blob_id.removeprefix("sha256-")
        return self.folder / digest[:2] / digest

    def begin(self, limit: int = MAX_UPLOAD) -> Incoming:
        """A file about to come in."""
        return Incoming(self.folder, limit)

    def keep(self, incoming: Incoming, media_type: str, owner: str, stamp: str) -> BlobInfo:
        """Puts a file that has come in to its place and writes down whose it is."""
        info = BlobInfo(incoming.close(), incoming.size, media_type)
        self._place(incoming.path, info.id)
        with self.store.writing() as writing:
            record(writing.connection, [info], owner, stamp)
        return info

    def keep_bytes(self, data: bytes, media_type: str, owner: str | None, stamp: str) -> BlobInfo:
        """Keeps a file that is in memory."""
        info = self.lay(data, media_type)
        with self.store.writing() as writing:
            record(writing.connection, [info], owner, stamp)
        return info

    def lay(self, data: bytes, media_type: str) -> BlobInfo:
        """Puts a file to its place; the caller writes it down (``record``)."""
        info = BlobInfo(f"sha256-{hashlib.sha256(data).hexdigest()}", len(data), media_type)
        place = self.path(info.id)
        if not place.exists():
            temporary = self.folder / f"incoming-{secrets.token_hex(8)}"
            temporary.write_bytes(data)
            self._place(temporary, info.id)
        return info

    def find(self, blob_id: str) -> BlobInfo | None:
        """What is known of a blob; None when there is no such one."""
        if not BLOB_ID.match(blob_id):
            return None
        with self.store.reading() as reading:
            return self.find_in(reading.connection, blob_id)

    def find_in(self, connection: Connection, blob_id: str) -> BlobInfo | None:
        """As ``find``, in a transaction that is open."""
        if not BLOB_ID.match(blob_id):
            return None
        row = connection.execute(select(blob).where(blob.c.id == blob_id)).first()
        return BlobInfo(row.id, row.size, row.media_type) if row and self.path(blob_id).exists() else None

    def read(self, blob_id: str, start: int = 0, length: int | None = None) -> bytes:
        """Bytes of a blob."""
        with self.path(blob_id).open("rb") as file:
            file.seek(start)
            return file.read() if length is None else file.read(length)

    def pieces(self, blob_id: str, start: int, length: int) -> Iterable[bytes]:
        """Bytes of a blob, in pieces that fit in memory."""
        with self.path(blob_id).open("rb") as file:
            file.seek(start)
            while length > 0 and (piece := file.read(min(PIECE, length))):
                length -= len(piece)
                yield piece

    def _place(self, found: Path, blob_id: str) -> None:
        place = self.path(blob_id)
        place.parent.mkdir(exist_ok=True)
        found.replace(place)


def record(connection: Connection, infos: list[BlobInfo], owner: str | None, stamp: str) -> None:
    """Writes down what files there are, and who uploaded them."""
    rows: list[dict[str, Any]] = [
        {"id": i.id, "size": i.size, "media_type": i.media_type[:200], "created": stamp} for i in infos
    ]
    insert_new(connection, blob, rows, ["id"])
    if owner is not None:
        insert_new(
            connection, blob_owner, [{"blob_id": i.id, "person_id": owner} for i in infos], ["blob_id", "person_id"]
        )
