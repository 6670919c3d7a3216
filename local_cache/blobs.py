"""Files (PDFs above all), sealed one by one on the disk (`sealing`): kept, fetched in pieces, pinned, let go.

Each file has a key of its own, wrapped in outbox.db: with the row gone the file is unreadable, whatever the disk still
holds. Files are named by a keyed hash, so that a name does not betray which known document lies here. Knows
`engine`, `errors`, `keys`, `sealing`, and the parts `blob_keys` and `partials`.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy.engine import Connection

from local_cache.blob_keys import KEYS, NAMES, name_of, plain_digest, wrapped
from local_cache.engine import Database
from local_cache.errors import DamagedFile, DigestMismatch, NotStored, disk_errors
from local_cache.keys import MasterKey
from local_cache.partials import Partial
from local_cache.profile import sync_folder
from local_cache.sealing import SealedReader, seal_stream
from local_cache.wiping import wipe


class Blobs:
    """The sealed files of a profile.

    Args:
        directory: where they lie.
        database: outbox.db, which holds their keys, and which files acts and drafts need.
        key: the profile's key.
        clock: seconds, for the order of use.
    """

    def __init__(
        self, directory: Path, database: Database, key: MasterKey, clock: Callable[[], float] = time.time
    ) -> None:
        self._directory = directory
        self._database = database
        self._wrap_key, self._name_key = key.derive(KEYS), key.derive(NAMES)
        self._wrap = AESGCM(self._wrap_key)
        self._clock = clock
        self._used: dict[str, int] = {}
        self._damaged: set[str] = set()
        self._lock = threading.Lock()

    def forget_keys(self) -> None:
        """The store is closed: nothing can be opened or named by this any more."""
        wipe(self._wrap_key, self._name_key)
        self._wrap = AESGCM(bytes(32))

    def store(self, data: bytes | bytearray | memoryview | BinaryIO, digest: str | None = None) -> str:
        """Keep a file; durable when this returns.

        Args:
            data: its bytes, or a stream read to its end.
            digest: what it must be, where that is known.

        Returns:
            its digest.

        Raises:
            DigestMismatch: it is something else; nothing is kept.
            DiskFull: nothing is kept.
        """
        wanted = None if digest is None else plain_digest(digest)
        source = io.BytesIO(data) if isinstance(data, (bytes, bytearray, memoryview)) else data
        key, fresh = secrets.token_bytes(32), self._directory / f"{secrets.token_hex(12)}.new"
        try:
            with disk_errors():
                found, size = seal_stream(source, fresh, key)
            if wanted is not None and found != wanted:
                raise DigestMismatch(expected=wanted, found=found)
            if not self.has(found):
                self.take(fresh, found, size, key)
        finally:
            fresh.unlink(missing_ok=True)
        self._touch(found)
        return found

    def store_together(self, files: Sequence[bytes], note: Callable[[Connection, list[str]], None]) -> list[str]:
        """Keep several files, all of them or none; durable when this returns.

        Args:
            note: writes, in the transaction that makes the files known, what is to be known together with them; where
                it raises, nothing is kept.

        Returns:
            their digests.

        Raises:
            DiskFull: nothing is kept.
        """
        sealed: list[tuple[Path, str, int, bytes]] = []
        moved: list[Path] = []
        try:
            with disk_errors():
                for data in files:
                    key, fresh = secrets.token_bytes(32), self._directory / f"{secrets.token_hex(12)}.new"
                    sealed.append((fresh, "", 0, key))
                    sealed[-1] = (fresh, *seal_stream(io.BytesIO(data), fresh, key), key)
                found = [one for one in sealed if not self.has(one[1])]
                for fresh, digest, _, _ in found:
                    moved.append(self._move(fresh, digest))
            digests = [digest for _, digest, _, _ in sealed]
            with self._database.writing() as connection:
                for _, digest, size, key in found:
                    self._put_row(connection, digest, size, key, complete=True)
                note(connection, digests)
        except BaseException:
            for path in moved:
                path.unlink(missing_ok=True)
            raise
        finally:
            for fresh, *_ in sealed:
                fresh.unlink(missing_ok=True)
        for digest in digests:
            self._damaged.discard(digest)
            self._touch(digest)
        return digests

    def has(self, digest: str) -> bool:
        """Whether a file is here; one that was found damaged is not, and can be fetched or stored anew."""
        plain = plain_digest(digest)
        return plain not in self._damaged and self._row(plain) is not None and self._path(plain).exists()

    def size(self, digest: str) -> int:
        """Bytes of the plain file; NotStored where it is not kept."""
        return self.known(plain_digest(digest))[0]

    def open(self, digest: str) -> SealedReader:
        """Raises NotStored, DamagedFile; reading raises DamagedFile where a chunk does not open.

        A damaged file is given up, so that the next one who asks is told NotStored and fetches it again; except one
        that an act or a draft needs, which may exist nowhere else.
        """
        plain = plain_digest(digest)
        try:
            size, key = self.known(plain)
            self._touch(plain)
            return SealedReader(self._path(plain), key, size, lambda: self._give_up(plain))
        except FileNotFoundError as error:
            raise NotStored(digest=plain) from error
        except DamagedFile:
            self._give_up(plain)
            raise

    def read(self, digest: str) -> bytes:
        """The whole file, its digest checked once more."""
        plain = plain_digest(digest)
        with self.open(plain) as reader:
            data = reader.readall() or b""
        if hashlib.sha256(data).hexdigest() != plain:
            self._give_up(plain)
            raise DamagedFile(digest=plain)
        return data

    def partial(self, digest: str, size: int) -> Partial:
        """A download to begin or to take up where it stopped."""
        return Partial(self, plain_digest(digest), size)

    def pin(self, digest: str, why: str) -> None:
        """Keep a file from being evicted (also one that is still to come)."""
        with self._database.writing() as connection:
            connection.exec_driver_sql(
                "INSERT OR IGNORE INTO pin (digest, why) VALUES (?, ?)", (plain_digest(digest), why)
            )

    def unpin(self, digest: str, why: str) -> None:
        with self._database.writing() as connection:
            connection.exec_driver_sql("DELETE FROM pin WHERE digest = ? AND why = ?", (plain_digest(digest), why))

    def pins(self, digest: str) -> set[str]:
        """Why a file is kept: reasons given, "act:<id>", "draft:<key>"."""
        plain = plain_digest(digest)
        with self._database.reading() as connection:
            return set(
                connection.exec_driver_sql(
                    "SELECT why FROM pin WHERE digest = ? UNION ALL "
                    "SELECT 'act:' || act_id FROM act_file WHERE digest = ? UNION ALL "
                    "SELECT 'draft:' || key FROM draft_file WHERE digest = ?",
                    (plain, plain, plain),
                ).scalars()
            )

    def delete(self, *digests: str) -> list[str]:
        """Remove files; those that are pinned stay. Returns the removed."""
        removed = []
        for digest in map(plain_digest, digests):
            with self._database.writing() as connection:
                gone = connection.exec_driver_sql(
                    f"DELETE FROM blob WHERE digest = ? AND {_UNPINNED}", (digest,)
                ).rowcount
            if gone:
                # The key is gone first: a kill in between leaves only a file that nobody can open, for `sweep`.
                for path in (self._path(digest), self.part_path(digest)):
                    # Windows keeps a file that somebody reads; `sweep` comes again.
                    with contextlib.suppress(PermissionError):
                        path.unlink(missing_ok=True)
                removed.append(digest)
        return removed

    def total(self) -> int:
        """Bytes of all complete files."""
        with self._database.reading() as connection:
            return connection.exec_driver_sql("SELECT coalesce(sum(size), 0) FROM blob WHERE complete = 1").scalar_one()

    def evict(self, keep_bytes: int, older_than: timedelta | None = None) -> list[str]:
        """Remove the least recently used files that nothing pins.

        Args:
            keep_bytes: until at most so many are left;
            older_than: and all that nobody has used for so long.
        """
        self.flush()
        surplus = self.total() - keep_bytes
        limit = 0 if older_than is None else int(self._clock() - older_than.total_seconds())
        chosen: list[str] = []
        with self._database.reading() as connection:
            rows = connection.exec_driver_sql(
                f"SELECT digest, size, used_at FROM blob WHERE complete = 1 AND {_UNPINNED} ORDER BY used_at, digest"
            ).fetchall()
        for digest, size, used_at in rows:
            if surplus <= 0 and used_at >= limit:
                break
            chosen.append(digest)
            surplus -= size
        return self.delete(*chosen)

    def sweep(self, partials_older_than: timedelta | None = None, at_rest: timedelta = timedelta(hours=1)) -> int:
        """Remove what kills left behind: files without a key, keys without a file.

        Args:
            partials_older_than: also downloads that nobody has taken up for so long, unless an act or a draft waits
                for them.
            at_rest: what is younger may be on its way just now, and is left alone.
        """
        now = self._clock()
        removed = self._sweep_partials(now - partials_older_than.total_seconds()) if partials_older_than else 0
        return removed + self._sweep_orphans(now - at_rest.total_seconds())

    def _sweep_partials(self, limit: float) -> int:
        with self._database.reading() as connection:
            left = connection.exec_driver_sql("SELECT digest FROM blob WHERE complete = 0 AND used_at < ?", (limit,))
            digests = list(left.scalars())
        return len(self.delete(*digests))

    def _sweep_orphans(self, limit: float) -> int:
        with self._database.reading() as connection:
            rows = connection.exec_driver_sql("SELECT digest, complete, used_at FROM blob").fetchall()
        files = {self._path(digest) if complete else self.part_path(digest): digest for digest, complete, _ in rows}
        removed = 0
        for path in self._files():
            if path not in files:
                # Windows keeps a file that somebody reads.
                with contextlib.suppress(PermissionError, FileNotFoundError):
                    if path.stat().st_mtime <= limit:
                        path.unlink()
                        removed += 1
        used = {digest: used_at for digest, _, used_at in rows}
        lost = [digest for path, digest in files.items() if used[digest] <= limit and not path.exists()]
        with self._database.writing() as connection:
            for digest in lost:
                connection.exec_driver_sql("DELETE FROM blob WHERE digest = ?", (digest,))
        return removed + len(lost)

    def flush(self) -> None:
        """Write down what was used lately."""
        with self._lock:
            used, self._used = self._used, {}
        if used:
            with self._database.writing() as connection:
                connection.exec_driver_sql(
                    "UPDATE blob SET used_at = ? WHERE digest = ?", [(at, digest) for digest, at in used.items()]
                )

    def forget_uses(self) -> None:
        """Give up noting what was used lately."""
        with self._lock:
            self._used.clear()

    def _give_up(self, digest: str) -> None:
        """A damaged file: what the central has too is removed, what only this machine may have is kept as it is."""
        if any(why.startswith(("act:", "draft:", "batch:")) for why in self.pins(digest)):
            self._damaged.add(digest)
            return
        with self._database.writing() as connection:
            connection.exec_driver_sql("DELETE FROM blob WHERE digest = ? AND complete = 1", (digest,))
        with contextlib.suppress(PermissionError):
            self._path(digest).unlink(missing_ok=True)

    def _files(self) -> Iterator[Path]:
        for folder, _, names in os.walk(self._directory):
            for name in names:
                yield Path(folder) / name

    def _touch(self, digest: str) -> None:
        with self._lock:
            self._used[digest] = int(self._clock())

    def _path(self, digest: str) -> Path:
        return self._directory / name_of(self._name_key, digest)

    def part_path(self, digest: str) -> Path:
        """Where what came of a file lies until it is whole."""
        return self._path(digest).with_suffix(".part")

    def _row(self, digest: str, complete: bool = True) -> tuple[int, bytes] | None:
        with self._database.reading() as connection:
            row = connection.exec_driver_sql(
                "SELECT size, key FROM blob WHERE digest = ? AND complete = ?", (digest, int(complete))
            ).fetchone()
        return None if row is None else (row[0], bytes(row[1]))

    def known(self, digest: str, complete: bool = True) -> tuple[int, bytes]:
        """Size and key of a file, whole or in part.

        Raises:
            NotStored, DamagedFile
        """
        row = self._row(digest, complete)
        if row is None:
            raise NotStored(digest=digest)
        size, sealed = row
        try:
            return size, self._wrap.decrypt(sealed[:12], sealed[12:], digest.encode())
        except InvalidTag as error:
            raise DamagedFile(digest=digest) from error

    def set_row(self, digest: str, size: int, key: bytes, *, complete: bool) -> None:
        """Make the key of a file known."""
        with self._database.writing() as connection:
            self._put_row(connection, digest, size, key, complete=complete)

    def _put_row(self, connection: Connection, digest: str, size: int, key: bytes, *, complete: bool) -> None:
        connection.exec_driver_sql(
            "INSERT INTO blob (digest, size, key, complete, used_at) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (digest) DO UPDATE SET size = excluded.size, key = excluded.key, "
            "complete = excluded.complete, used_at = excluded.used_at",
            (digest, size, wrapped(self._wrap, digest, key), int(complete), int(self._clock())),
        )

    def take(self, fresh: Path, digest: str, size: int, key: bytes) -> None:
        """Move a finished file to its place, then make its key known: a kill in between leaves an orphan only."""
        with disk_errors():
            self._move(fresh, digest)
        self.set_row(digest, size, key, complete=True)
        self._damaged.discard(digest)

    def _move(self, fresh: Path, digest: str) -> Path:
        path = self._path(digest)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.replace(path)
        sync_folder(path.parent)
        return path


_UNPINNED = (
    "NOT EXISTS (SELECT 1 FROM pin WHERE pin.digest = blob.digest) "
    "AND NOT EXISTS (SELECT 1 FROM act_file WHERE act_file.digest = blob.digest) "
    "AND NOT EXISTS (SELECT 1 FROM draft_file WHERE draft_file.digest = blob.digest)"
)
