"""Making room, and leaving nothing of what was deleted: what a person may no longer see is gone from the disk too.

Knows the cache alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import structlog

from desktop.lanes import Lanes
from desktop.sync.gate import SCRUB
from local_cache import Cache

log = structlog.get_logger(__name__)

SCRUB_SECONDS = 0.1
"""How long scrubbing keeps the writing lane at a time."""
ABANDONED = timedelta(days=7)
"""How long a download that was broken off may wait to be taken up again."""


class Housekeeping:
    """Tidies one profile."""

    def __init__(self, cache: Cache, lanes: Lanes) -> None:
        self._cache = cache
        self._lanes = lanes
        self._scrub_at: float | None = None

    async def held(self) -> frozenset[str]:
        """Whatever unsent acts and drafts name: it stays whatever its age."""
        return await self._lanes.read(self._named)

    def _named(self) -> frozenset[str]:
        found: set[str] = set()
        for entry in self._cache.outbox.all():
            found.update(_words(entry.act))
        for draft in self._cache.drafts.list():
            found.update([*draft.key.split(":"), *draft.key.split("/"), *_words(draft.data)])
        return frozenset(found)

    async def tidy(self, cache_bytes: int, cache_age: timedelta) -> None:
        """Let the files go that nobody used for long, and those longest unused until the rest has room; sweep up what
        kills and broken downloads left.
        """
        gone = await self._lanes.write(self._cache.blobs.evict, cache_bytes, cache_age)
        if gone:
            log.info("sync.files_let_go", files=len(gone))
        left = await self._lanes.write(self._cache.blobs.sweep, ABANDONED)
        if left:
            log.info("sync.remains_swept", files=left)

    async def is_due(self, after: float, now: float) -> bool:
        """Whether what was deleted is to be gone from the disk by now; what follows within a while goes with it.

        That it is due outlives the program: what was deleted before a kill is scrubbed after the next start.
        """
        if not await self._lanes.read(self._cache.preferences.get, SCRUB):
            self._scrub_at = None
        elif self._scrub_at is None:
            self._scrub_at = now + after
        return self._scrub_at is not None and self._scrub_at <= now

    def until_scrub(self, now: float) -> float | None:
        """Seconds until then, as of the last ``is_due``; None for never."""
        return None if self._scrub_at is None else max(0.0, self._scrub_at - now)

    async def scrub(self) -> bool:
        """Leave nothing of what was deleted: one step, so that an act never waits behind it. Whether that was all."""
        done = await self._lanes.write(self._scrub)
        if done:
            self._scrub_at = None
        return done

    def _scrub(self) -> bool:
        done = self._cache.scrub(SCRUB_SECONDS)
        if done:
            self._cache.preferences.set(SCRUB, None)
            log.info("sync.scrubbed")
        return done


def _words(value: Any) -> Iterator[str]:
    """Every string in a JSON value: identifiers are among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from _words(member)
    elif isinstance(value, list):
        for member in value:
            yield from _words(member)
