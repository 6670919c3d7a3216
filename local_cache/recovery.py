"""Opening a profile whatever state it is in: wrong keys told from damage, damage set aside, acts salvaged.

The cache can be thrown away, the outbox cannot. A damaged file is moved to `aside/`, still sealed (`leftovers` says for
how long). Knows `engine`, `profile`, `migrating`, `keyfile`, `leftovers`, `salvage`.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from pathlib import Path

from local_cache.engine import Database
from local_cache.errors import DamagedCache, MigrationFailed, WrongKey, disk_errors
from local_cache.keyfile import KeyFile
from local_cache.keys import MasterKey
from local_cache.leftovers import set_aside
from local_cache.migrating import migrate
from local_cache.migrations import bring_up_to_date
from local_cache.pages import PageReader
from local_cache.profile import Profile, remove_log
from local_cache.salvage import Salvage, salvage


@dataclass(frozen=True)
class Opened:
    """What opening found.

    Attributes:
        cache_renewed: the cache was damaged and is now empty; everything is to be received again, and the overlays
            of unsent acts laid anew.
        outbox_salvaged: what came of a damaged outbox, or None where it was sound.
    """

    cache_renewed: bool = False
    outbox_salvaged: Salvage | None = None


def check_key(profile: Profile, key: MasterKey) -> None:
    """Tell a wrong key before any file is touched.

    Raises:
        WrongKey
    """
    file = KeyFile(profile.directory)
    kept = file.check_value()
    if kept is not None:
        if not hmac.compare_digest(kept, key.check_value()):
            raise WrongKey(str(profile.directory))
        return
    # The check value was lost: the key is right if it opens either file. If neither, it is taken for wrong, since that
    # destroys nothing.
    there = [path for path in (profile.outbox, profile.cache) if path.exists()]
    if there and not any(_opens(path, key) for path in there):
        raise WrongKey(str(profile.directory))
    file.set_check_value(key.check_value())


def _opens(path: Path, key: MasterKey) -> bool:
    database = Database(path, key.derive(path.name), durable=False)
    try:
        with database.reading() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    except DamagedCache:
        return False
    else:
        return True
    finally:
        database.close()


def open_cache_database(profile: Profile, key: MasterKey, *, repair: bool, cache_kib: int) -> tuple[Database, bool]:
    """cache.db, made anew where it is damaged; (database, whether it was)."""
    try:
        return _opened(profile, profile.cache, key, "cache", cache_kib), False
    except (DamagedCache, MigrationFailed):
        # What the central can give again is not worth staying shut for.
        if not repair:
            raise
    set_aside(profile, profile.cache)
    return _opened(profile, profile.cache, key, "cache", cache_kib), True


def open_outbox_database(profile: Profile, key: MasterKey, *, repair: bool) -> tuple[Database, Salvage | None]:
    """outbox.db, rebuilt from what can be read where it is damaged."""
    _finish_salvage(profile)
    try:
        _refuse_lost(profile)
        _refuse_cut_log(profile.outbox, key)
        return _opened(profile, profile.outbox, key, "outbox", 4096), None
    except DamagedCache:
        if not repair:
            raise
    # Built beside the damaged file and swapped in whole: a kill in between starts the salvage again.
    rebuilt = profile.directory / "outbox.new"
    _remove(rebuilt)
    fresh = Database(rebuilt, key.derive(profile.outbox.name), durable=True)
    try:
        bring_up_to_date(fresh, "outbox")
        report = salvage(profile.outbox, key.derive(profile.outbox.name), fresh)
        fresh.checkpoint()
    finally:
        fresh.close()
    aside = set_aside(profile, profile.outbox, more_to_gain=not report.whole)
    with disk_errors():
        rebuilt.replace(profile.outbox)
    _remove(rebuilt)
    return _opened(profile, profile.outbox, key, "outbox", 4096), report.kept_at(aside)


def _refuse_lost(profile: Profile) -> None:
    """An outbox that is gone, or empty as a full disk or a repair of the file system leaves it, in a used profile.

    The cache is made after it: where that is there, the outbox was. SQLite would begin a new one without a word.
    """
    used = profile.cache.exists() and profile.cache.stat().st_size > 0
    if used and not (profile.outbox.exists() and profile.outbox.stat().st_size > 0):
        raise DamagedCache(profile.outbox, "lost")


def _refuse_cut_log(path: Path, key: MasterKey) -> None:
    """Before SQLite reads it, and takes the first damage for the end."""
    log = path.with_name(path.name + "-wal")
    if log.exists() and PageReader(path, key.derive(path.name)).log_is_cut():
        raise DamagedCache(log, "cut in the middle")


def _finish_salvage(profile: Profile) -> None:
    """A kill between setting aside and swapping in: the rebuilt file is whole and takes its place."""
    rebuilt = profile.directory / "outbox.new"
    if rebuilt.exists() and not profile.outbox.exists():
        rebuilt.replace(profile.outbox)
    _remove(rebuilt)


def _opened(profile: Profile, path: Path, key: MasterKey, chain: str, cache_kib: int) -> Database:
    """Open, look closely if damage was suspected, and bring up to date."""
    mark = profile.suspect(path)

    def suspect(_: Path) -> None:
        with disk_errors():
            mark.touch()

    database = Database(path, key.derive(path.name), durable=chain == "outbox", cache_kib=cache_kib, on_damage=suspect)
    try:
        if mark.exists() and database.check():
            raise DamagedCache(path, "suspected and confirmed")
        migrate(profile, database, chain, key)
        _touch_tables(database)
    except BaseException:
        database.close()
        raise
    mark.unlink(missing_ok=True)
    return database


def _touch_tables(database: Database) -> None:
    """Read a little of every table, so that damage in what is used first shows now, while it can be repaired."""
    with database.reading() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_index%'"
        ).scalars()
        for name in list(names):
            connection.exec_driver_sql(f'SELECT * FROM "{name}" LIMIT 1').fetchall()
        if database.path.name.startswith("outbox"):
            connection.exec_driver_sql("SELECT length(data) FROM outgoing_act").fetchall()
            # Its indexes too: the next act is looked for in one, and the outbox is small.
            indexes = connection.exec_driver_sql(
                "SELECT m.name, m.tbl_name, i.name FROM sqlite_master AS m JOIN pragma_index_info(m.name) AS i "
                "ON i.seqno = 0 WHERE m.type = 'index'"
            )
            for name, table, column in indexes.fetchall():
                statement = f'SELECT max(length("{column}") + 1) FROM "{table}" INDEXED BY "{name}"'
                connection.exec_driver_sql(statement).fetchall()


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    remove_log(path)
