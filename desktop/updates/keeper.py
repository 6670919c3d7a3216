"""Looks for updates while somebody works: once a day, each machine at its own moment, behind everything else.

Knows the updater, lanes and the line's budget. Asks nothing while updates are switched off. On the loop's thread.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

import structlog

from desktop.central.errors import CentralError, Stopped
from desktop.central.transport import Call
from desktop.lanes import LaneClosed, Lanes
from desktop.sync.budget import Budget
from desktop.sync.job import Rank
from desktop.updates.manifest import UpdateRefused
from desktop.updates.updater import State, Updater
from desktop.updates.wishes import Wishes

log = structlog.get_logger(__name__)

EVERY = timedelta(hours=24)
AGAIN = timedelta(hours=1)
"""After a look that failed: a share may have been half written just then."""
FIRST = (60.0, 600.0)
"""Seconds after the start before the first look: in the morning all machines of an office start at once."""
SPREAD = (0.0, 7200.0)
"""Seconds before a package is fetched of itself: all of them at once would fill the office's line."""
NAP = 900.0
"""Seconds at most between two looks at the clock: a machine that slept knows of no time that passed."""

Sleep = Callable[[float], Awaitable[object]]
Announced = Callable[[Call], object]


class Keeper:
    """One session's look at updates.

    Args:
        wishes: what the office wants, as the settings say it now.
        announced: where the central says that updates lie; asked (in a lane) only where no setting says it.
        now: aware.
        draw: a number between two, for moments of its own.

    Attributes:
        state: how things stand; None before it was looked at.
        moved: bytes done and bytes in all, while a package is fetched.
        asking: whether the source is being asked.
    """

    def __init__(
        self,
        updater: Updater,
        lanes: Lanes,
        budget: Budget,
        wishes: Callable[[], Wishes],
        announced: Announced,
        now: Callable[[], datetime],
        *,
        sleep: Sleep = asyncio.sleep,
        draw: Callable[[float, float], float] = random.uniform,
    ) -> None:
        self.updater = updater
        self._lanes = lanes
        self._budget = budget
        self._wishes = wishes
        self._announced = announced
        self._now = now
        self._sleep = sleep
        self._draw = draw
        self.state: State | None = None
        self.moved: tuple[int, int] | None = None
        self.asking = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._alone = asyncio.Lock()
        self._callbacks: list[Callable[[], None]] = []
        self._closed = False

    def start(self) -> None:
        """Begin to look; nothing is asked before a moment has gone by."""
        self._begin(self._run())

    def subscribe(self, callback: Callable[[], None]) -> None:
        """Call when something has changed."""
        self._callbacks.append(callback)

    def refresh(self) -> None:
        """The settings have changed: what is kept may count otherwise now."""
        self._begin(self._read())

    def look_now(self) -> None:
        """A person asks."""
        if not self.asking:
            self._begin(self._look())

    def fetch_now(self) -> None:
        """A person wants the package."""
        if self.moved is None:
            self._begin(self._fetch())

    async def close(self) -> None:
        """End what is under way; what has come stays for the next time."""
        self._closed = True
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._callbacks.clear()

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        if self._closed:
            work.close()
            return
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            log.error("update.stumbled", exc_info=error)

    async def _read(self) -> None:
        self._take(await self._lanes.network(self.updater.state, self._wishes()))

    async def _run(self) -> None:
        await self._lanes.network(self.updater.clean, self._wishes())
        await self._read()
        due = self._due(started=True)
        while True:
            idle = _is_idle(self._wishes())
            await self._sleep(NAP if idle else min(NAP, max(1.0, (due - self._now()).total_seconds())))
            wishes = self._wishes()
            if _is_idle(wishes) != idle:
                # Switched off or on meanwhile: what is shown follows.
                await self._read()
            if _is_idle(wishes) or self._now() < due:
                continue
            known = self.state.name if self.state is not None else ""
            await self._look()
            if wishes.mode == "stage" and self.state is not None and self.state.name and not self.state.file:
                if self.state.name != known:
                    await self._sleep(self._draw(*SPREAD))
                if self._wishes().mode == "stage":
                    await self._fetch()
            due = self._due()

    def _due(self, *, started: bool = False) -> datetime:
        """When to look next: a day after the last look, each machine at its own moment of it."""
        now = self._now()
        soon = now + timedelta(seconds=self._draw(*FIRST))
        state = self.state
        if state is None or not state.checked:
            return soon if started else now + AGAIN
        try:
            last = datetime.fromisoformat(state.checked)
            next_ = last + (AGAIN if state.code else EVERY) + timedelta(seconds=self._draw(0.0, 1800.0))
        except (ValueError, TypeError):
            return soon
        # A clock that was put back would keep it waiting; and what lies ready in part is gone on with soon.
        unfinished = started and self._wishes().mode == "stage" and bool(state.name) and not state.file
        return soon if unfinished or next_ > now + 2 * EVERY else max(soon, next_) if started else max(now, next_)

    async def _look(self) -> None:
        async with self._alone:
            self.asking = True
            self._tell()
            try:
                await self._work(self._looking)
            finally:
                self.asking = False
                self._tell()

    def _looking(self, wishes: Wishes, call: Call) -> State:
        return self.updater.look(wishes, call)

    async def _fetch(self) -> None:
        async with self._alone:
            if self.state is None or not self.state.name or self.state.file:
                return
            self.moved = (0, self.state.size)
            self._tell()
            try:
                await self._work(self._fetching)
            finally:
                self.moved = None
                self._tell()

    def _fetching(self, wishes: Wishes, call: Call) -> State:
        loop_tell = self._progress
        with self._budget.moving(Rank.AHEAD):
            return self.updater.stage(
                wishes, call, loop_tell, lambda count: self._budget.passed(count, Rank.AHEAD, call)
            )

    def _progress(self, done: int, total: int) -> None:
        """From the lane's thread: a pair is put in one step."""
        self.moved = (done, total)

    async def _work(self, work: Callable[[Wishes, Call], State]) -> None:
        call, wishes = Call(), self._wishes()

        def run() -> State:
            try:
                known = wishes if wishes.source or _is_idle(wishes) else wishes.announced_by(self._announced(call))
                return work(known, call)
            except UpdateRefused:
                return self.updater.state(wishes)
            except CentralError as error:
                log.info("update.source_away", code=error.code)
                return self.updater.state(wishes)

        try:
            self._take(await self._lanes.transfer(call.stop, run))
        except (Stopped, LaneClosed):
            # Stopped from outside the task (the lanes are closing): for whoever awaits it is a cancellation.
            raise asyncio.CancelledError from None

    def _take(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self._tell()

    def _tell(self) -> None:
        for callback in list(self._callbacks):
            callback()


def _is_idle(wishes: Wishes) -> bool:
    """Whether nothing is to be asked of anybody, not even of the central for a place."""
    return wishes.idle in ("off", "noKey")
