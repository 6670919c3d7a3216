"""Following what changed since the last look, to the end. Knows pull, comparing and store."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple, Protocol

import structlog

from desktop.central.errors import Broken
from desktop.lanes import Lanes
from desktop.sync import store
from desktop.sync.asking import Delta, Mark
from desktop.sync.comparing import Comparing
from desktop.sync.line import Line
from desktop.sync.pull import Puller
from desktop.sync.references import References
from local_cache import Cache

log = structlog.get_logger(__name__)


MOST_ASKED = 10_000
"""Questions in a row for what changed: millions of changes. A central that still has more makes them up."""


class Caught(NamedTuple):
    """Whether anything had changed, and whether that was all of it."""

    found: bool
    finished: bool = True


class Store(Protocol):
    """Stores deltas, and lets go the acts that are contained in them."""

    async def __call__(self, deltas: list[Delta], settled: Collection[str] = ..., /) -> None: ...


class Following:
    """Asks for changes until there are none."""

    def __init__(
        self,
        cache: Cache,
        puller: Puller,
        line: Line,
        lanes: Lanes,
        keep: Store,
        comparing: Comparing,
        references: References,
    ) -> None:
        self._cache = cache
        self._puller = puller
        self._line = line
        self._lanes = lanes
        self._store = keep
        self._comparing = comparing
        self._references = references

    async def catch_up(
        self, accepted: Collection[str], since: str, urgent: Callable[[], bool] = lambda: False
    ) -> Caught:
        """Store all that changed.

        Args:
            accepted: acts whose new state comes with it: let go with the last of it.
            since: where the window begins, for a type that has to be compared and has none yet.
            urgent: whether something else cannot wait until the end of many changes.

        Raises:
            CentralError: also where the changes never come to an end.
        """
        found, settled, asked = False, False, 0
        marks = await self.marks()
        passed = {name: {mark.state} for name, mark in marks.items()}
        while marks:
            deltas = [_checked(d, passed[d.type]) for d in await self._line.run(self._puller.changes, marks)]
            more = {d.type for d in deltas if d.more}
            lost = [d.type for d in deltas if d.lost]
            settled = not (more or lost)
            if settled and accepted:
                await self._store(deltas, accepted)
            elif deltas:
                await self._store(deltas)
            found = found or any(d.puts or d.gone for d in deltas)
            for name in lost:
                log.warning("sync.changes_lost", type=name)
                self._references.forget_refusals()
                found = await self._comparing.compare(name, since) or found
            marks = {n: m for n, m in (await self.marks()).items() if n in more} if more else {}
            asked += 1
            if marks and asked >= MOST_ASKED:
                log.warning("sync.changes_without_end", types=sorted(marks))
                raise Broken("wrongShape", where="changes")
            if marks and urgent():
                return Caught(found, finished=False)
        if accepted and not settled:
            await self._store([], accepted)
        return Caught(found)

    async def marks(self) -> dict[str, Mark]:
        return await self._lanes.read(store.marks, self._cache, self._puller.names())


def _checked(delta: Delta, passed: set[str]) -> Delta:
    """The delta; as lost where its states go in circles, so that it would be asked for ever."""
    if delta.mark is None:
        return delta
    if delta.more and delta.mark.state in passed:
        log.warning("sync.changes_in_circles", type=delta.type)
        return Delta(delta.type, lost=True)
    passed.add(delta.mark.state)
    return delta
