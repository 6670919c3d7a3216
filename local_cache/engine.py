"""Connections to one encrypted database: SQLCipher (sqlcipher3) under SQLAlchemy's pysqlite dialect.

One connection writes (BEGIN IMMEDIATE, so that two writers wait instead of failing half-way), a few read. The raw key
is given by PRAGMA, never in a URL. Knows `errors` and `wiping`.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as _dbapi2  # its stub names nothing

from local_cache.errors import CacheBusy, CacheClosed, CacheError, DamagedCache, DiskFull
from local_cache.wiping import own, wipe

dbapi2: Any = _dbapi2
DriverError: type[Exception] = dbapi2.Error

BUSY_MILLISECONDS = 10_000
PATIENCE = 3.0
"""Seconds that closing waits for somebody who does not let go of a snapshot."""

_DAMAGE = (
    "file is not a database",
    "malformed",
    "disk i/o error",
    "database corruption",
    "hmac",
    "vtable constructor failed",
    "fts5: corrupt",
)


def connect(
    path: Path, key: bytes, *, synchronous: str, cache_kib: int, readonly: bool = False, checkpoint_pages: int = 1000
) -> Any:
    """A raw connection, keyed before anything else is said.

    `isolation_level=None` leaves transactions to us. cipher_memory_security (14 to 30 times slower) and mmap (slower)
    stay off. Temporary structures never touch the disk, and what is deleted is overwritten.
    """
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        _unlock(connection, key)
        # Damaged pages would be written to stderr, and a log is no place for them.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("PRAGMA cipher_memory_security = OFF")
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute(f"PRAGMA cache_size = -{cache_kib}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        if readonly:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA wal_autocheckpoint = {checkpoint_pages}")
        connection.execute(f"PRAGMA synchronous = {synchronous}")
    except BaseException:
        connection.close()
        raise
    return connection


def is_sealed(connection: Any) -> bool:
    """Whether every page that this connection has read so far was sound."""
    row = connection.execute("PRAGMA cipher_status").fetchone()
    return row is None or row[0] != "0"


def _unlock(connection: Any, key: bytes) -> None:
    """Give the key, and leave nothing of it in texts that Python would forget as they are."""
    digits = key.hex()
    said = "".join(("PRAGMA key = \"x'", digits, "'\""))
    try:
        # As a script: a statement would be kept by the connection, with its text.
        connection.executescript(said).close()
    finally:
        wipe(digits, said)


class Database:
    """One database file with its writer and its readers.

    Args:
        path: the file; made when missing.
        key: 32 raw bytes.
        durable: synchronous=FULL: a commit is on the disk when it returns.
        on_damage: told the path once damage shows while working.
    """

    def __init__(
        self,
        path: Path,
        key: bytes,
        *,
        durable: bool,
        cache_kib: int = 64 * 1024,
        on_damage: Callable[[Path], None] | None = None,
    ) -> None:
        self.path = path
        self._key: bytes | None = own(key)
        self._keyed = threading.Lock()
        self._synchronous = "FULL" if durable else "NORMAL"
        self._cache_kib = cache_kib
        self._on_damage = on_damage
        self._lock = threading.RLock()
        self._opened: set[Any] = set()
        self._reading = 0
        self._rest = threading.Condition()
        self._writer = self._engine(readonly=False, size=1)
        self._readers = self._engine(readonly=True, size=3)
        for engine in (self._writer, self._readers):
            event.listen(engine, "close", lambda connection, _: self._opened.discard(connection))
        event.listen(self._writer, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
        event.listen(self._readers, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))

    def _engine(self, *, readonly: bool, size: int) -> Engine:
        def creator() -> Any:
            with self._keyed:
                if self._key is None:
                    raise CacheClosed(self.path.name)
                key = own(self._key)
            connection = connect(
                self.path,
                key,
                synchronous=self._synchronous,
                # Readers walk the same indexes over and over; a writer goes on.
                cache_kib=self._cache_kib if readonly else min(self._cache_kib, 32 * 1024),
                readonly=readonly,
                # The log of the outbox is kept short: what lies in the file proper is sealed page by page.
                checkpoint_pages=16 if self._synchronous == "FULL" else 8000,
            )
            wipe(key)
            self._opened.add(connection)
            return connection

        return sqlalchemy.create_engine(
            "sqlite+pysqlite://",
            module=dbapi2,
            creator=creator,
            poolclass=QueuePool,
            pool_size=size,
            max_overflow=0,
            pool_timeout=30,
            # The connection used last has its pages in memory.
            pool_use_lifo=True,
            hide_parameters=True,
        )

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A write transaction: committed at the end, undone on any error.

        Raises:
            DiskFull, DamagedCache, CacheBusy, CacheClosed
        """
        with self._lock, self.translated():
            self._alive()
            with self._writer.begin() as connection, self._sealed(connection):
                yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent snapshot for reading."""
        with self.translated(), self._counted():
            self._alive()
            with self._readers.begin() as connection, self._sealed(connection):
                yield connection

    @contextmanager
    def bare(self) -> Iterator[Any]:
        """The writer's raw connection, outside any transaction: for pragmas, checkpoints and vacuum."""
        with self._lock, self.translated():
            self._alive()
            pooled = self._writer.raw_connection()
            try:
                yield pooled.driver_connection
            finally:
                pooled.close()

    @contextmanager
    def _counted(self) -> Iterator[None]:
        with self._rest:
            self._reading += 1
        try:
            yield
        finally:
            with self._rest:
                self._reading -= 1
                self._rest.notify_all()

    @contextmanager
    def _sealed(self, connection: Connection) -> Iterator[None]:
        """Nothing counts that was read from a page whose seal is broken.

        SQLCipher gives such a page as zeros. Mostly SQLite stumbles over it, but the last page of a long text it takes
        for data, in silence: only `cipher_status` tells.
        """
        try:
            yield
        except Exception as error:
            if not is_sealed(connection.connection.driver_connection):
                # Without what went before: a driver that stumbles over half a text quotes it, and logs would have it.
                raise DamagedCache(self.path, type(error).__name__) from None
            raise
        if not is_sealed(connection.connection.driver_connection):
            raise DamagedCache(self.path, "a page's seal is broken")

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turn the driver's errors into ours; note damage."""
        try:
            yield
        except PoolTimeout as error:
            raise CacheBusy(self.path.name) from error
        except DamagedCache:
            self._note_damage()
            raise
        except (DBAPIError, DriverError) as error:
            known = known_error(error, self.path)
            if known is None:
                raise
            if isinstance(known, DamagedCache):
                self._note_damage()
            raise known from error

    def _note_damage(self) -> None:
        """Asked again, the same connection would take the lost page for one of zeros: it is given up."""
        if self._key is not None:
            self._readers.dispose()
            self._writer.dispose()
        if self._on_damage is not None:
            self._on_damage(self.path)

    def checkpoint(self) -> bool:
        """Move the log into the file and empty it; False when a reader was in the way."""
        with self.bare() as connection:
            return connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0

    def copy(self, target: Database, progress: Callable[[float], None]) -> None:
        """Write every page into an empty database under a key of its own: free pages, index and version are the same.

        Raises:
            DamagedCache: a page's seal is broken. SQLite's copying would pass over that in silence, and seal rubbish.
        """
        self.checkpoint()
        with target.bare() as into, self.bare() as out:
            found = out.execute("PRAGMA cipher_integrity_check").fetchone()
            if found is not None:
                raise DamagedCache(self.path, str(found[0]))
            # The copy goes straight into the file: its log would double what it needs of the disk.
            into.execute("PRAGMA journal_mode = DELETE")
            out.backup(into, pages=2000, progress=lambda _, left, every: progress(1 - left / max(1, every)))
            if not is_sealed(out):
                raise DamagedCache(self.path, "a page's seal broke while it was copied")

    def beside(self, path: Path) -> Database:
        """Another file that the same key opens."""
        self._alive()
        assert self._key is not None
        return Database(path, self._key, durable=True, cache_kib=self._cache_kib)

    def check(self) -> list[str]:
        """Verify every page's seal, then the structure; the findings, none when sound."""
        with self.bare() as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
            if found:
                return found
            try:
                rows = [str(row[0]) for row in connection.execute("PRAGMA quick_check(10)")]
            except DriverError as error:
                return [str(error)]
        return [] if rows == ["ok"] else rows

    def close(self) -> None:
        """Close every connection and forget the key. Work still under way in another thread fails with CacheClosed.

        A long read is broken off and waited for: at the program's end SQLCipher is taken down, and whoever still reads
        then takes the program down with it.
        """
        with self._lock:
            with self._keyed:
                key, self._key = self._key, None
                if key is not None:
                    wipe(key)
            self._break_off()
            self._readers.dispose()
            self._writer.dispose()

    def _break_off(self) -> None:
        until = time.monotonic() + PATIENCE
        with self._rest:
            while self._reading and time.monotonic() < until:
                for connection in list(self._opened):
                    with suppress(DriverError):
                        connection.interrupt()
                self._rest.wait(0.02)

    def _alive(self) -> None:
        if self._key is None:
            raise CacheClosed(self.path.name)


def known_error(error: BaseException, path: Path) -> CacheError | None:
    """Ours for the driver's, or None for what only a mistake in our own SQL can cause."""
    original = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    said = str(original).lower()
    if "disk is full" in said:
        return DiskFull(str(original))
    if "disk i/o error" in said and _no_space(path):
        return DiskFull(str(original))
    if "database is locked" in said or "database table is locked" in said:
        return CacheBusy(str(original))
    if any(sign in said for sign in _DAMAGE):
        return DamagedCache(path, str(original))
    if "closed database" in said or said == "interrupted":
        return CacheClosed(str(original))
    if "unable to open database file" in said:
        return CacheError(str(original), path=str(path))
    return None


def _no_space(path: Path) -> bool:
    """Whether an I/O error is likely the full disk's: growing the log's index reports it only so."""
    statvfs = getattr(os, "statvfs", None)
    if statvfs is None:
        import shutil

        return shutil.disk_usage(path.parent).free < 64 * 1024
    found = statvfs(path.parent)
    return found.f_bavail * found.f_frsize < 64 * 1024
