"""The engine: one task that pulls and pushes, one that listens, and when they try again. Knows everything in sync.

Nothing is in its memory only: stop it at any instant, and the next start goes on from the cache's cursors and the
outbox.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from desktop.central import events
from desktop.central.errors import Broken, CentralError, Offline, Refused
from desktop.central.jmap import chunks
from desktop.lanes import LaneClosed, Lanes
from desktop.sync import store
from desktop.sync.filling import Filling
from desktop.sync.gate import Gate, is_held_back
from desktop.sync.line import Line
from desktop.sync.overlay import Overlay
from desktop.sync.pull import Delta, Puller
from desktop.sync.pushing import Pushing
from desktop.sync.retry import Retry
from desktop.sync.status import StatusKind, SyncState, SyncStatus
from desktop.sync.transfers import Transfers
from local_cache import Cache
from local_cache.errors import CacheError

log = structlog.get_logger(__name__)


class Clock(Protocol):
    """The central's time, as far as it is known here."""

    def now(self) -> datetime: ...


@dataclass(frozen=True)
class Pace:
    """How often to look, in seconds.

    Attributes:
        poll: between looks while events come in.
        poll_deaf: between looks while none do.
        compare: between comparisons of counts, after which the cache is tidied.
        cache_bytes: how much room files may take here; what was longest unused goes first, never what is unsent.
    """

    poll: float = 300.0
    poll_deaf: float = 30.0
    compare: float = 3600.0
    cache_bytes: int = 4 << 30


class Engine:
    """Keeps one profile in step with its central. Every method is called on the loop's thread.

    Attributes:
        state: what the clerk sees.
        transfers: files on their way.
    """

    def __init__(
        self,
        cache: Cache,
        overlay: Overlay,
        gate: Gate,
        puller: Puller,
        line: Line,
        lanes: Lanes,
        clock: Clock,
        notify: Callable[[frozenset[str]], None],
        *,
        pace: Pace | None = None,
        rng: random.Random | None = None,
    ) -> None:
        self._cache = cache
        self._overlay = overlay
        self._gate = gate
        self._puller = puller
        self._line = line
        self._lanes = lanes
        self._clock = clock
        self._notify = notify
        self.pace = pace or Pace()
        self._rng = rng or random.Random()
        self.state = SyncState()
        self.transfers = Transfers(cache, line, lanes, gate.withholds_file)
        self._pushing = Pushing(cache, puller, line, lanes, self.transfers, self._store, self._relay, self.wake)
        self._filling = Filling(cache, puller, line, lanes, self._store)
        self._woken = asyncio.Event()
        self._urgent = asyncio.Event()
        self._stale = True
        self._compared: float | None = None
        self._hearing = False
        self._deleted = False
        self._synced_at: datetime | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._recounting: asyncio.Future[None] | None = None
        self._settled_once = asyncio.Event()

    # -- from outside

    def start(self) -> None:
        """Begin; called once."""
        self._tasks = [
            asyncio.create_task(self._run(), name="sync"),
            asyncio.create_task(self._listen(), name="events"),
        ]

    async def close(self) -> None:
        """Cancel and join everything; what was going on is taken up again at the next start."""
        ending = [*self._tasks, *([self._recounting] if self._recounting is not None else [])]
        for task in ending:
            task.cancel()
        await self._pushing.close()
        await self._filling.close()
        await self.transfers.close()
        await asyncio.gather(*ending, return_exceptions=True)
        self._tasks = []

    async def begin(self) -> None:
        """The first round trip, before ``start``; nothing where it has been made before.

        Raises:
            CentralError: as its kind says.
        """
        if await self._filling.begin():
            self._stale = False

    def wake(self) -> None:
        """There is an act to send, or a file has arrived there."""
        self._woken.set()
        if self._recounting is None or self._recounting.done():
            self._recounting = asyncio.ensure_future(self._recount())

    def sync_now(self) -> None:
        """Look now, whatever was planned; also after signing in."""
        self._stale = True
        self._woken.set()
        self._urgent.set()

    async def caught_up(self) -> None:
        """Returns when a whole round has been through."""
        await self._settled_once.wait()

    # -- the task

    async def _run(self) -> None:
        retry = Retry()
        fresh = True
        while True:
            self._woken.clear()
            self._urgent.clear()
            try:
                if fresh:
                    await self._start_over()
                    fresh = False
                await self._round()
            except CentralError as error:
                problem: CentralError | None = error
            except CacheError as error:
                log.error("sync.cache_failed", code=error.code)
                problem = Broken(error.code)
            except Exception:
                log.exception("sync.stumbled")
                problem = Broken("internal")
            else:
                problem = None
            retry = retry.failed() if problem else Retry()
            if problem is not None:
                await self._wait_after(problem, retry)
            else:
                await self._idle()

    async def _relay(self) -> None:
        """The outbox has changed: what is shown follows it."""
        changed = await self._lanes.write(self._overlay.rebuild)
        self._notify(changed | {"Act"})

    async def _start_over(self) -> None:
        """After a start: what was set aside gets another chance, and the overlay is made to agree with the outbox."""
        changed = await self._lanes.write(self._recover)
        if changed:
            self._notify(changed)

    def _recover(self) -> frozenset[str]:
        held = [e for e in self._cache.outbox.all() if e.state == "held" and not is_held_back(e.reason)]
        again = [(e.act["id"], "waiting", None) for e in held]
        self._cache.outbox.mark_many(again)
        return self._overlay.rebuild()

    async def _round(self) -> None:
        """Until nothing is left to do. New acts go first, between any two pages."""
        await self.begin()
        while True:
            self._pushing.check()
            self._woken.clear()
            if self.state.state.kind in ("synced", "needsYou", "receiving"):
                await self._say_unsent()
            if await self._pushing.step():
                await self._show("sending")
            elif self._stale or self._pushing.accepted:
                await self._changes()
            elif await self._filling.step():
                await self._show("receiving", self._filling.received, self._filling.total)
            elif self._gate.releasing:
                await self._fetch_released()
            elif self._gate.dirty:
                await self._lanes.write(self._scrub)
            elif self._due_to_compare():
                await self._compare()
            elif not self._woken.is_set():
                break
        self._synced_at = self._clock.now()
        await self._show("synced")
        self._settled_once.set()

    async def _changes(self) -> None:
        self._stale = False
        try:
            accepted = set(self._pushing.accepted)
            marks = await self._marks()
            while marks:
                deltas = await self._line.run(self._puller.changes, marks)
                more = {d.type for d in deltas if d.more}
                lost = [d.type for d in deltas if d.lost]
                await self._store(deltas, () if more or lost else accepted)
                for name in lost:
                    log.warning("sync.changes_lost", type=name)
                    await self._filling.compare(name)
                if lost and not more:
                    await self._store([], accepted)
                marks = {n: m for n, m in (await self._marks()).items() if n in more}
            self._pushing.accepted -= accepted
        except BaseException:
            self._stale = True
            raise

    async def _marks(self) -> dict[str, store.Mark]:
        names = [n for n in self._puller.kinds if n not in self._puller.unsupported]
        return await self._lanes.read(store.marks, self._cache, names)

    async def _store(self, deltas: list[Delta], settled: set[str] | tuple[str, ...] = ()) -> None:
        self._deleted = self._deleted or any(d.gone for d in deltas)
        changed = await self._lanes.write(store.apply, self._cache, self._overlay, self._gate, deltas, list(settled))
        if changed:
            self._notify(changed)

    async def _fetch_released(self) -> None:
        """What may be held here again, and what stands on it, comes whole."""
        owed = await self._lanes.read(self._gate.owed)
        for name, ids in owed.items():
            for part in chunks(ids, self._puller.step(name)):
                await self._store([await self._line.run(self._puller.objects, name, part)])
        await self._lanes.write(self._gate.paid)
        await self._relay()

    def _scrub(self) -> None:
        """Leave no trace of what has been withheld."""
        self._gate.dirty = False
        self._cache.scrub()

    def _due_to_compare(self) -> bool:
        now = asyncio.get_running_loop().time()
        return self._compared is None or now - self._compared > self.pace.compare

    async def _compare(self) -> None:
        """Counts here against counts there, under the same rights; a difference is repaired and logged."""
        marks = await self._marks()
        totals = await self._line.run(self._puller.totals, marks)
        for name, total in totals.items():
            here = await self._lanes.read(self._cache.objects.size, name)
            if here != total:
                log.warning("sync.counts_differ", type=name, here=here, there=total)
                await self._filling.compare(name)
        await self._lanes.write(self._tidy)
        self._compared = asyncio.get_running_loop().time()

    def _tidy(self) -> None:
        """Make room, and leave nothing of what was deleted: what a person may no longer see is gone from the disk
        too.
        """
        gone = self._cache.blobs.evict(self.pace.cache_bytes)
        if gone:
            log.info("sync.files_let_go", files=len(gone))
        if self._deleted:
            self._cache.scrub()
            self._deleted = False

    # -- waiting

    async def _idle(self) -> None:
        poll = self.pace.poll if self._hearing else self.pace.poll_deaf
        try:
            async with asyncio.timeout(poll):
                await self._woken.wait()
        except TimeoutError:
            self._stale = True

    async def _wait_after(self, error: CentralError, retry: Retry) -> None:
        log.info("sync.failed", kind=error.kind, code=error.code, failures=retry.failures)
        self._stale = True
        if isinstance(error, Refused) and error.code == "signedOut":
            await self._show("signedOut", code=error.code)
            await self._urgent.wait()
            return
        delay = retry.delay(error, self._rng)
        at = self._clock.now() + timedelta(seconds=delay)
        await self._show("offline" if isinstance(error, Offline) else "retrying", code=error.code, retry_at=at)
        # A new act is worth a try on a line that was cut; a central in trouble is left alone until its time.
        signal = self._woken if isinstance(error, Offline) else self._urgent
        try:
            async with asyncio.timeout(delay):
                await signal.wait()
        except TimeoutError:
            return

    async def _show(
        self,
        kind: StatusKind,
        n: int = 0,
        total: int | None = None,
        *,
        code: str | None = None,
        retry_at: datetime | None = None,
    ) -> None:
        unsent, needs = await self._lanes.read(self._counts)
        if kind == "sending":
            n = unsent
        if kind == "synced" and unsent:
            kind, n = "sending", unsent  # A file is still on its way.
        elif kind == "synced" and needs:
            kind, n = "needsYou", needs
        self.state.set(SyncStatus(kind, self._synced_at, n, total, retry_at, code, unsent, needs))

    async def _say_unsent(self) -> None:
        """Before sending, which may take long on a slow line: "synced" is no longer so."""
        unsent, _needs = await self._lanes.read(self._counts)
        if unsent:
            await self._show("sending")

    async def _recount(self) -> None:
        """An act was made or taken back while a look at the central is under way, or waits for its time: what is shown
        of the outbox is so at once, and never "synced" over something unsent.
        """
        try:
            unsent, needs = await self._lanes.read(self._counts)
        except (CacheError, LaneClosed):
            return
        seen = self.state.state
        kind, n = seen.kind, seen.n
        if kind in ("synced", "needsYou") or (kind == "sending" and self._synced_at is not None):
            kind = "sending" if unsent else "needsYou" if needs else "synced"
            n = unsent or needs
        self.state.set(replace(seen, kind=kind, n=n, unsent=unsent, needs=needs))

    def _counts(self) -> tuple[int, int]:
        states = [e.state for e in self._cache.outbox.all()]
        needs = sum(s in ("refused", "held") for s in states)
        return len(states) - needs, needs

    # -- events

    async def _listen(self) -> None:
        await self._settled_once.wait()
        loop = asyncio.get_running_loop()
        retry = Retry()
        names = list(self._puller.kinds)
        while True:
            try:
                again = await self._line.run(
                    events.listen,
                    self._line.central,
                    names,
                    lambda states: loop.call_soon_threadsafe(self._heard),
                    patience=86400.0,
                )
                retry = Retry()
                if not again:
                    log.info("sync.no_events_there")
                    return
                error: CentralError = Offline("cut")
            except CentralError as problem:
                error = problem
            except Exception:
                log.exception("sync.events_stumbled")
                error = Broken("internal")
            self._hearing = False
            self._woken.set()  # From now on it is looked more often.
            if isinstance(error, Refused) and error.code == "signedOut":
                await self._urgent.wait()
            elif isinstance(error, Broken):
                log.info("sync.events_broken", code=error.code)
            retry = retry.failed()
            await asyncio.sleep(retry.delay(error, self._rng))

    def _heard(self) -> None:
        self._hearing = True
        self._stale = True
        self._woken.set()
