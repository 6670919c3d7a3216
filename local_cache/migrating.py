"""Brings a profile of an older version up to date without ever costing an act. Knows `migrations`, `leftovers`.

A migration is one transaction, checked before it counts. The outbox cannot be synced again: a sealed copy of it is made
first, kept for some days (`leftovers`), and put back should the migration leave anything else than what was there.
"""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import Connection

from local_cache.engine import Database
from local_cache.errors import CacheError, MigrationFailed, disk_errors
from local_cache.keys import MasterKey
from local_cache.leftovers import stamped
from local_cache.migrations import bring_up_to_date, missing, version_of
from local_cache.profile import Profile, remove_log, sync_folder


def migrate(profile: Profile, database: Database, chain: str, key: MasterKey) -> None:
    """Apply what is missing.

    Raises:
        NewerSchema, DamagedCache, DiskFull: nothing was changed.
        MigrationFailed: likewise; the file is as it was. The database is closed then.
    """
    versions = missing(database, chain)
    if versions is None:
        return
    backup = _backed_up(profile, database, key) if chain == "outbox" and versions[0] else None
    before = _acts(database) if backup is not None else set[str]()

    def check(connection: Connection) -> None:
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise ValueError(f"{broken[0]} refers to what is not there")
        if before - set(connection.exec_driver_sql("SELECT id FROM outgoing_act").scalars()):
            raise ValueError("acts are missing")

    try:
        bring_up_to_date(database, chain, check if backup is not None else None)
    except CacheError:
        _forget(profile)
        raise
    except Exception as error:
        if backup is not None and not _as_before(database, versions[0], before):
            database.close()
            _put_back(backup, database.path)
        database.close()
        _forget(profile)
        raise MigrationFailed(database.path, *versions, detail=str(error)) from error
    if backup is not None:
        _strip(backup, key, database.path.name)


def _backed_up(profile: Profile, database: Database, key: MasterKey) -> Path:
    """A copy under the same key; named only when it is whole and on the disk."""
    _forget(profile)  # of a migration that was killed
    with disk_errors():
        target = stamped(profile.backups, database.path.name)
    fresh = target.with_name(target.name + ".new")
    try:
        with closing(Database(fresh, key.derive(database.path.name), durable=True)) as copy:
            database.copy(copy, lambda _: None)
        with disk_errors():
            fresh.replace(target)
            sync_folder(target.parent)
    except BaseException:
        remove_log(fresh)
        fresh.unlink(missing_ok=True)
        raise
    return target


def _forget(profile: Profile) -> None:
    shutil.rmtree(profile.backups, ignore_errors=True)


def _acts(database: Database) -> set[str]:
    with database.reading() as connection:
        return set(connection.exec_driver_sql("SELECT id FROM outgoing_act").scalars())


def _as_before(database: Database, version: int, acts: set[str]) -> bool:
    """Whether undoing the transaction was enough, as it ought to be."""
    try:
        with database.reading() as connection:
            return version_of(connection) == version and _acts(database) == acts and not database.check()
    except CacheError:
        return False


def _put_back(backup: Path, path: Path) -> None:
    with disk_errors():
        fresh = path.with_name(path.name + ".restored")
        shutil.copyfile(backup, fresh)
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        remove_log(path)
        fresh.replace(path)
        sync_folder(path.parent)


def _strip(backup: Path, key: MasterKey, name: str) -> None:
    """The migration went well: what is kept for some days needs no tokens in it."""
    with closing(Database(backup, key.derive(name), durable=True)) as database:
        with database.writing() as connection:
            connection.exec_driver_sql("DELETE FROM secret")
        database.checkpoint()
