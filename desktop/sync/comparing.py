"""Making a type agree with the central's: counts, identifiers and revisions, and the window of time as it moves.

Knows asking, line and store. Everything can be cut at any point: the cursor moves at the end, and what has come
already does not come again.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from dataclasses import replace

import structlog

from desktop.central.jmap import chunks
from desktop.lanes import Lanes
from desktop.office.finished import STATES
from desktop.sync import store, window
from desktop.sync.asking import Delta, Mark
from desktop.sync.kinds import MOST_OBJECTS
from desktop.sync.line import Line
from desktop.sync.pull import Puller
from desktop.sync.references import References
from local_cache import Age, Cache

log = structlog.get_logger(__name__)

Store = Callable[[list[Delta]], Awaitable[None]]

ROWS = 20_000
"""Rows looked at in one go for what is too old."""
MOST_PATIENT = 24
"""A central whose counts are not its objects is asked about them again after so many comparisons at most."""


class Comparing:
    """Compares.

    Args:
        held: identifiers that stay whatever their age (asked for, or named by what is unsent), by type.
    """

    def __init__(
        self,
        cache: Cache,
        puller: Puller,
        line: Line,
        lanes: Lanes,
        keep: Store,
        references: References,
        held: Callable[[str], Awaitable[Collection[str]]],
    ) -> None:
        self._cache = cache
        self._puller = puller
        self._line = line
        self._lanes = lanes
        self._store = keep
        self._references = references
        self._held = held
        self._doubted: dict[str, tuple[int, int]] = {}

    # -- counts

    async def counts(self) -> None:
        """Counts here against counts there, under the same rights and window; a difference is repaired and logged."""
        marks = {n: m for n, m in (await self._marks()).items() if m.complete}
        totals = await self._line.run(self._puller.totals, marks)
        for name, total in totals.items():
            here = await self._lanes.read(self._size, name, marks[name].since)
            if here == total:
                self._doubted.pop(name, None)
            elif self._is_due(name):
                log.warning("sync.counts_differ", type=name, here=here, there=total)
                if await self.compare(name):
                    self._doubted.pop(name, None)
                else:
                    self._doubt(name)

    def _is_due(self, name: str) -> bool:
        """Whether to compare once more, where the last comparison found that the counts are wrong and the objects not.

        A central that counts wrongly is left alone for longer each time; it costs nobody's sync.
        """
        pause, left = self._doubted.get(name, (0, 0))
        if left > 0:
            self._doubted[name] = (pause, left - 1)
        return left <= 0

    def _doubt(self, name: str) -> None:
        pause, _ = self._doubted.get(name, (0, 0))
        pause = min(max(1, 2 * pause), MOST_PATIENT)
        log.warning("sync.counts_unbelievable", type=name, again_after=pause)
        self._doubted[name] = (pause, pause)

    def _size(self, name: str, since: str) -> int:
        """In a read lane."""
        age = self._age(name, since)
        return self._cache.aging.size(age) if age is not None else self._cache.objects.size(name)

    def _age(self, name: str, since: str) -> Age | None:
        kind = self._puller.kinds[name]
        if not since or kind.aged is None:
            return None
        return Age(name, kind.aged.column, since, STATES[name][1] if kind.has_work else None)

    # -- objects

    async def compare(self, name: str, wanted: str = window.ALL) -> bool:
        """Make a type agree with the central's by identifiers and revisions; whether anything differed.

        Nothing unsent is touched. What is here and not in the window over there is asked for one by one before it
        goes: it may be old, or have slipped from one page to another while they were read.

        Args:
            wanted: where the window begins, for a type that has none yet.
        """
        mark = (await self._marks()).get(name)
        since = self._puller.window_of(name, mark.since if mark is not None else wanted)
        state = await self._line.run(self._puller.state, name)
        there = await self._line.run(self._puller.everything, name, since)
        since = self._puller.window_of(name, since)
        here = await self._lanes.read(self._cache.objects.known, name)
        gone, stale = await self._checked(name, sorted(here))
        await self._drop(name, gone)
        missing = [i for i in there if i not in here]
        found = await self._fetch(name, missing + stale)
        log.info("sync.compared", type=name, gone=len(gone), fetched=found)
        await self._store([Delta(name, mark=Mark(state, True, len(there), since))])
        return bool(gone or found)

    async def _checked(self, name: str, ids: list[str]) -> tuple[list[str], list[str]]:
        """Those of these that I may see no more, and those that are here in another revision."""
        gone, stale = list[str](), list[str]()
        for part in chunks(ids, MOST_OBJECTS):
            there, lost = await self._line.run(self._puller.revisions, name, part)
            here = await self._lanes.read(self._cache.aging.revisions, name, part)
            gone += lost
            stale += [i for i, revision in there.items() if here.get(i) != revision or revision < 0]
        return gone, stale

    async def _fetch(self, name: str, ids: Iterable[str]) -> int:
        found = 0
        for part in chunks(ids, self._puller.step(name)):
            delta = await self._line.run(self._puller.objects, name, part)
            found += len(delta.puts)
            await self._store([delta])
        return found

    async def _drop(self, name: str, ids: Iterable[str]) -> None:
        for part in chunks(ids, MOST_OBJECTS):
            await self._store([Delta(name, gone=tuple(part))])

    # -- the window

    async def move(self, wanted: str) -> bool:
        """Have every complete type hold the window that begins at ``wanted``; whether anything was done."""
        moved = False
        marks = await self._marks()
        # What names others goes first, so that what was held by it alone goes with it.
        for name in sorted(marks, key=lambda n: not self._puller.kinds[n].names):
            mark, since = marks[name], self._puller.window_of(name, wanted)
            if mark.complete and mark.since != since:
                await (self._narrow(name, since) if _is_narrower(since, mark.since) else self._widen(name, mark, since))
                now = (await self._marks())[name]
                await self._store([Delta(name, mark=replace(now, since=since))])
                moved = True
        return moved

    async def _narrow(self, name: str, since: str) -> None:
        """Let go what is too old, finished, and named by nothing."""
        age = self._age(name, since)
        assert age is not None
        named = [n for n in self._references.named() if n.of == name]
        held, last, count = await self._held(name), await self._lanes.read(self._cache.aging.last_row, name), 0
        for first in range(0, last, ROWS):
            found = await self._lanes.read(self._cache.aging.beyond, age, named, (first, first + ROWS))
            old = [i for i in found if i not in held]
            await self._drop(name, old)
            count += len(old)
        log.info("sync.window_narrowed", type=name, since=since, gone=count)

    async def _widen(self, name: str, mark: Mark, since: str) -> None:
        """Fetch what the wider window holds beyond the present one."""
        there = await self._line.run(self._puller.beyond, name, since, mark.since)
        here = await self._lanes.read(self._cache.objects.known, name)
        found = await self._fetch(name, [i for i in there if i not in here])
        log.info("sync.window_widened", type=name, since=since, fetched=found)

    async def _marks(self) -> Mapping[str, Mark]:
        return await self._lanes.read(store.marks, self._cache, self._puller.names())


def _is_narrower(since: str, than: str) -> bool:
    return bool(since) and since > than
