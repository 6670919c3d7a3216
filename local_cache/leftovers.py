"""What lies beside the databases for a while: damaged files set aside, and backups from before a migration.

They are as sealed as what they come from, but what a person may no longer see must be gone from them too. So:

    a damaged cache.db          until the next scrub, 30 days at most
    a damaged outbox.db         likewise where nothing was lost; else 30 days, since somebody may read more out of it
    a backup of outbox.db       7 days; it goes at the next scrub if it holds anything of what has been deleted since

A scrub follows every deletion (`Cache.scrub`). A change of the key removes all of them. Knows `engine`, `profile`.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from local_cache.engine import Database
from local_cache.errors import disk_errors
from local_cache.profile import COMPANIONS, Profile, remove_log

ASIDE_DAYS = 30
BACKUP_DAYS = 7
_STAMP = "%Y%m%dT%H%M%S%f"
_MORE = ".more"
"""Marks a damaged outbox out of which not everything could be read."""


def stamped(folder: Path, name: str) -> Path:
    """A name in a folder that says when it was given; the folder is made."""
    folder.mkdir(exist_ok=True, mode=0o700)
    return folder / f"{datetime.now(UTC).strftime(_STAMP)}-{name}"


def set_aside(profile: Profile, path: Path, *, more_to_gain: bool = False) -> Path:
    """Move a damaged database, its log included, to `aside/`; returns where it lies now."""
    with disk_errors():
        target = stamped(profile.aside, path.name)
        if more_to_gain and path.exists():
            target.with_name(target.name + _MORE).touch()
        for companion in ("", *COMPANIONS):
            source = path.with_name(path.name + companion)
            if source.exists():
                os.replace(source, target.with_name(target.name + companion))
        profile.suspect(path).unlink(missing_ok=True)
    return target


def expire(profile: Profile, now: datetime) -> int:
    """At opening: remove what has lain long enough; how many."""
    old = [path for path in _databases(profile.aside) if _age(path, now) > timedelta(days=ASIDE_DAYS)]
    old += [path for path in _databases(profile.backups) if _age(path, now) > timedelta(days=BACKUP_DAYS)]
    _remove(old)
    return len(old)


def scrub(profile: Profile, holds_what_is_gone: Callable[[Path], bool]) -> int:
    """After deletions: remove what may hold some of it; how many."""
    gone = [path for path in _databases(profile.aside) if not path.with_name(path.name + _MORE).exists()]
    gone += [path for path in _databases(profile.backups) if holds_what_is_gone(path)]
    _remove(gone)
    return len(gone)


def holds_more_than(backup: Database, kept: Database, documents: Callable[[set[str]], set[str]]) -> bool:
    """Whether a backup of the outbox holds something that has gone since, other than acts that were sent.

    Args:
        documents: those of some documents that are still here.
    """

    def column(database: Database, statement: str) -> set[str]:
        with database.reading() as connection:
            return set(connection.exec_driver_sql(statement).scalars())

    for statement in ("SELECT digest FROM blob", "SELECT key FROM draft"):
        if column(backup, statement) - column(kept, statement):
            return True
    concerned = column(backup, "SELECT document_id FROM outgoing_act WHERE document_id IS NOT NULL")
    return bool(concerned - documents(concerned))


def _databases(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.name.endswith((".db", ".new"))) if folder.exists() else []


def _age(path: Path, now: datetime) -> timedelta:
    """By its name: a file's own time is that of its last change, which may be long before it was put here."""
    with contextlib.suppress(ValueError):
        return now - datetime.strptime(path.name.partition("-")[0], _STAMP).replace(tzinfo=UTC)
    return timedelta.max


def _remove(paths: list[Path]) -> None:
    for path in paths:
        # Windows keeps a file that somebody reads; the next time comes.
        with contextlib.suppress(PermissionError):
            remove_log(path)
            path.unlink(missing_ok=True)
            path.with_name(path.name + _MORE).unlink(missing_ok=True)
    for folder in {path.parent for path in paths}:
        with contextlib.suppress(OSError):
            folder.rmdir()  # only when empty
