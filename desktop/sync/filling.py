"""Filling the cache: the first round trip, the pages behind it, and comparing a type with the central's.

Knows pull, line and store.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from desktop.central.jmap import chunks
from desktop.lanes import Lanes
from desktop.sync import store
from desktop.sync.kinds import MOST_OBJECTS
from desktop.sync.line import Line
from desktop.sync.pull import Delta, Mark, Puller
from local_cache import Cache

log = structlog.get_logger(__name__)

Store = Callable[[list[Delta]], Awaitable[None]]


class Filling:
    """Brings what is not here yet, page by page; each page is stored with its cursor, so that it goes on where it was.

    Attributes:
        received: objects that have come in this filling.
        total: objects there are in all, as far as the central has said.
    """

    def __init__(self, cache: Cache, puller: Puller, line: Line, lanes: Lanes, keep: Store) -> None:
        self._cache = cache
        self._puller = puller
        self._line = line
        self._lanes = lanes
        self._store = keep
        self._totals: dict[str, int] = {}
        self._positions: dict[str, int] = {}
        self._ahead: tuple[str, Mark, asyncio.Task[list[Delta]]] | None = None

    @property
    def received(self) -> int:
        return sum(self._positions.values())

    @property
    def total(self) -> int | None:
        return sum(self._totals.values()) if self._totals else None

    async def begin(self) -> bool:
        """The first round trip, where it has not been made yet; whether it was made now."""
        if await self._marks():
            return False
        deltas = await self._line.run(self._puller.first)
        self._note(deltas)
        await self._store(deltas)
        return True

    async def step(self) -> bool:
        """One page of the first type that is not complete; False when all are.

        While a page is being stored, the next one is asked for.
        """
        marks = await self._marks()
        names = [n for n in self._puller.kinds if n not in self._puller.unsupported]
        name = next((n for n in names if n not in marks or not marks[n].complete), None)
        if name is None:
            return False
        deltas = await self._page(name, marks.get(name))
        self._note(deltas)
        self._look_ahead(deltas)
        await self._store(deltas)
        return True

    async def _page(self, name: str, mark: Mark | None) -> list[Delta]:
        ahead, self._ahead = self._ahead, None
        if ahead is not None:
            if ahead[0] == name and mark is not None and ahead[1].position == mark.position:
                # Changes stored meanwhile have moved the state on: the page keeps the newer one.
                return [_with_state(d, mark) for d in await ahead[2]]
            ahead[2].cancel()
            await asyncio.gather(ahead[2], return_exceptions=True)
        return await self._line.run(self._puller.page, name, mark)

    def _look_ahead(self, deltas: list[Delta]) -> None:
        delta = deltas[0] if len(deltas) == 1 else None
        if delta is not None and delta.mark is not None and not delta.mark.complete:
            task = asyncio.create_task(self._line.run(self._puller.page, delta.type, delta.mark), name="page-ahead")
            task.add_done_callback(_retrieved)
            self._ahead = (delta.type, delta.mark, task)

    def _note(self, deltas: list[Delta]) -> None:
        for delta in deltas:
            if delta.mark is not None:
                self._positions[delta.type] = delta.mark.position
            if delta.total is not None:
                self._totals[delta.type] = delta.total

    async def _marks(self) -> dict[str, Mark]:
        return await self._lanes.read(store.marks, self._cache, list(self._puller.kinds))

    async def compare(self, name: str) -> None:
        """Make a type agree with the central's by identifiers and revisions. Nothing unsent is touched.

        Can be cut at any point: the old cursor stays until the end, and what has come already does not come again.
        """
        state = await self._line.run(self._puller.state, name)
        there = await self._line.run(self._puller.all_ids, name)
        here = await self._lanes.read(self._cache.objects.known, name)
        gone = sorted(here.difference(there))
        for part in chunks(gone, MOST_OBJECTS):
            await self._store([Delta(name, gone=tuple(part))])
        wanted = [i for i in there if i not in here]
        for part in chunks([i for i in there if i in here], MOST_OBJECTS):
            revisions = await self._line.run(self._puller.revisions, name, part)
            wanted += await self._lanes.read(store.stale, self._cache, name, revisions)
        log.info("sync.compared", type=name, gone=len(gone), fetched=len(wanted))
        for part in chunks(wanted, self._puller.step(name)):
            await self._store([await self._line.run(self._puller.objects, name, part)])
        await self._store([Delta(name, mark=Mark(state, True, len(there)))])

    async def close(self) -> None:
        if self._ahead is not None:
            self._ahead[2].cancel()
            await asyncio.gather(self._ahead[2], return_exceptions=True)


def _retrieved(task: asyncio.Task[list[Delta]]) -> None:
    """A page that nobody waits for any more may fail in silence: it is asked for again."""
    if not task.cancelled():
        task.exception()


def _with_state(delta: Delta, mark: Mark) -> Delta:
    if delta.mark is None or delta.mark.state == mark.state:
        return delta
    moved = Mark(mark.state, delta.mark.complete, delta.mark.position)
    return Delta(delta.type, delta.puts, delta.gone, moved, delta.total, delta.more, delta.lost)
