"""One profile's encrypted store, opened: state, outbox, drafts, files, search. See the package's page."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from local_cache import leftovers
from local_cache.aging import Aging
from local_cache.batches import Batches
from local_cache.blobs import Blobs
from local_cache.engine import Database
from local_cache.errors import CacheError
from local_cache.keys import MasterKey
from local_cache.objects import Objects
from local_cache.outbox import Drafts, Outbox, Values
from local_cache.profile import Profile
from local_cache.recovery import Opened, check_key, open_cache_database, open_outbox_database
from local_cache.rotation import settle
from local_cache.scrubbing import Scrubbing
from local_cache.search import Hit, Search
from local_cache.statistics import statistics
from local_cache.writing import Writing


class Cache:
    """The open store; made by `open_cache`.

    Attributes:
        profile: where it lies.
        opened: what opening found and repaired.
        objects, aging, outbox, batches, drafts, preferences, secrets, blobs: its parts.
    """

    def __init__(
        self, profile: Profile, key: MasterKey, state: Database, kept: Database, opened: Opened, *, locked: bool
    ) -> None:
        self.profile = profile
        self.opened = opened
        self._state = state
        self._kept = kept
        self._locked = locked
        self._closed = False
        self.objects = Objects(state)
        self.aging = Aging(state)
        self.outbox = Outbox(kept)
        self.batches = Batches(kept)
        self.drafts = Drafts(kept)
        self.preferences = Values(kept, "preference")
        self.secrets = Values(kept, "secret")
        self.blobs = Blobs(profile.blobs, kept, key)
        self._search = Search(state)
        self._scrubbing = Scrubbing(state)

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """One transaction on the state."""
        with self.objects.writing() as transaction:
            yield transaction

    def search(self, query: str, limit: int = 50, types: Collection[str] | None = None) -> list[Hit]:
        """The best hits for what was typed, best first."""
        return self._search(query, limit, types)

    def check(self) -> list[str]:
        """Verify every page of both databases; the findings, none when sound. Takes seconds on a large cache."""
        return [
            f"{database.path.name}: {finding}" for database in (self._state, self._kept) for finding in database.check()
        ]

    def statistics(self, seconds: float = 10.0) -> list[dict[str, Any]]:
        """Numbers of both databases, for whoever helps; each may take so many seconds."""
        return [statistics(database, seconds) for database in (self._state, self._kept)]

    def scrub(self, seconds: float | None = None) -> bool:
        """Leave nothing of what was deleted: the index is written anew without it, the logs are emptied, and copies
        that may hold some of it go.

        Args:
            seconds: stop after about so long; others may write in between. The next call goes on from there.

        Returns:
            whether all is done; False where time was over, or somebody was reading for longer than we wait.
        """
        if not self._scrubbing.forget_words(seconds):
            return False
        leftovers.scrub(self.profile, self._holds_what_is_gone)
        # What is due is forgotten last, and that too must not stay in the log.
        emptied = self._state.checkpoint() and self._kept.checkpoint()
        return emptied and self._scrubbing.done() and self._state.checkpoint()

    def scrub_due(self) -> bool:
        """Whether anything was deleted since the last whole scrub; also by a program that was killed since."""
        return self._scrubbing.due()

    def _holds_what_is_gone(self, backup: Path) -> bool:
        """One that does not open any more is of no use either."""
        try:
            with closing(self._kept.beside(backup)) as database:
                return leftovers.holds_more_than(database, self._kept, self._still_here)
        except CacheError:
            return True

    def _still_here(self, documents: set[str]) -> set[str]:
        return set(self.objects.many("Document", documents))

    def close(self) -> None:
        """Close everything, forget the keys, let the profile go. Safe to call twice."""
        if self._closed:
            return
        self._closed = True
        try:
            self.blobs.flush()
        except CacheError:
            # A full disk or a damaged file must not keep the store from closing: only the order of use is lost.
            self.blobs.forget_uses()
        finally:
            self._state.close()
            self._kept.close()
            self.blobs.forget_keys()
            if self._locked:
                self.profile.release()

    def __enter__(self) -> Cache:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_cache(
    directory: Path, key: MasterKey, *, repair: bool = True, lock: bool = True, cache_kib: int = 64 * 1024
) -> Cache:
    """Open a profile's store, or make it.

    Args:
        directory: the profile's folder.
        key: its key; kept no longer than the call, except as derived keys. One that was replaced (`rotate_key`) opens
            it until the new one has.
        repair: set damaged files aside and go on; otherwise DamagedCache is raised.
        lock: hold the profile's lock until `close`.
        cache_kib: page cache that each of the two or three reading connections may grow to. 64 MiB hold the indexes
            that counting the boxes of 100,000 documents walks through; with less it takes three times as long.

    Raises:
        WrongKey, NewerSchema, DamagedCache, DiskFull, ProfileInUse, OnNetworkShare
    """
    profile = Profile(directory)
    profile.prepare()
    if lock:
        profile.acquire()
    kept: Database | None = None
    try:
        key = settle(profile, key)
        check_key(profile, key)
        kept, salvaged = open_outbox_database(profile, key, repair=repair)
        state, renewed = open_cache_database(profile, key, repair=repair, cache_kib=cache_kib)
    except BaseException:
        if kept is not None:
            kept.close()
        profile.release()
        raise
    leftovers.expire(profile, datetime.now(UTC))
    return Cache(profile, key, state, kept, Opened(renewed, salvaged), locked=lock)
