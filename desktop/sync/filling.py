"""Filling the cache: the first round trip, and the pages behind it. Knows pull, line and store."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from desktop.lanes import Lanes
from desktop.sync import store
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

    async def begin(self, since: str, *, anew: bool = False) -> bool:
        """The first round trip, where it has not been made yet; whether it was made now.

        Args:
            since: where the window of time begins that is kept here.
            anew: also where it has been made: what it brought was not enough to begin with.
        """
        if not anew and await self._marks():
            return False
        deltas = await self._line.run(self._puller.first, since)
        self._note(deltas)
        await self._store(deltas)
        return True

    async def step(self, since: str) -> bool:
        """One page of the first type that is not complete; False when all are.

        While a page is being stored, the next one is asked for.
        """
        marks = await self._marks()
        for name in self._puller.names():
            mark = marks.get(name)
            if mark is not None and mark.complete:
                continue
            if mark is not None and mark.since != self._puller.window_of(name, mark.since):
                mark = None  # Its pages were those of a window that the central no longer knows.
            deltas = await self._page(name, mark, since)
            if deltas:
                self._note(deltas)
                self._look_ahead(deltas, since)
                await self._store(deltas)
                return True
        self.done()
        return False

    def done(self) -> None:
        """Everything is here: what comes now is another filling."""
        self._totals.clear()
        self._positions.clear()

    async def _page(self, name: str, mark: Mark | None, since: str) -> list[Delta]:
        ahead, self._ahead = self._ahead, None
        if ahead is not None:
            # Changes stored meanwhile may be newer than the page that was asked for before them.
            if ahead[0] == name and ahead[1] == mark:
                return await ahead[2]
            ahead[2].cancel()
            await asyncio.gather(ahead[2], return_exceptions=True)
        return await self._line.run(self._puller.page, name, mark, since)

    def _look_ahead(self, deltas: list[Delta], since: str) -> None:
        delta = deltas[0] if len(deltas) == 1 else None
        if delta is not None and delta.mark is not None and not delta.mark.complete:
            work = self._line.run(self._puller.page, delta.type, delta.mark, since)
            task = asyncio.create_task(work, name="page-ahead")
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

    async def close(self) -> None:
        if self._ahead is not None:
            self._ahead[2].cancel()
            await asyncio.gather(self._ahead[2], return_exceptions=True)


def _retrieved(task: asyncio.Task[list[Delta]]) -> None:
    """A page that nobody waits for any more may fail in silence: it is asked for again."""
    if not task.cancelled():
        task.exception()
