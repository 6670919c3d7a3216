"""The engine: one task that pulls and pushes, one that listens, and when they try again. Knows everything in sync.

Nothing is in its memory only: stop it at any instant, and the next start goes on from the cache's cursors and the
outbox.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from desktop.central.errors import Broken, CentralError, Offline, Refused
from desktop.central.jmap import chunks
from desktop.lanes import LaneClosed, Lanes
from desktop.office.world import VIETNAM
from desktop.sync import store, window
from desktop.sync.asking import Delta
from desktop.sync.comparing import Comparing
from desktop.sync.filling import Filling
from desktop.sync.following import Following
from desktop.sync.gate import Gate, is_held_back
from desktop.sync.housekeeping import Housekeeping
from desktop.sync.line import Line
from desktop.sync.listening import Listening
from desktop.sync.older import Asking
from desktop.sync.overlay import Overlay
from desktop.sync.pace import Clock, Pace
from desktop.sync.polling import Polling
from desktop.sync.pull import Puller
from desktop.sync.pushing import Pushing
from desktop.sync.references import References
from desktop.sync.retry import Retry
from desktop.sync.status import StatusKind, SyncState, SyncStatus
from desktop.sync.transfers import Transfers
from local_cache import Cache
from local_cache.errors import CacheError

__all__ = ["Engine", "Pace"]

log = structlog.get_logger(__name__)


class Engine:
    """Keeps one profile in step with its central. Every method is called on the loop's thread.

    Attributes:
        state: what the clerk sees.
        transfers: files on their way.
        older: what is not kept here, for when it is asked for.
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
        self._seconds = asyncio.get_running_loop().time
        self.pace = pace or Pace()
        self._rng = rng or random.Random()
        self.state = SyncState()
        self.transfers = Transfers(cache, line, lanes, gate.withholds_file)
        self.older = Asking(cache, overlay, gate, puller, line, lanes, self._seconds, self._changed)
        self._references = References(cache, puller, line, lanes, self._store)
        self._housekeeping = Housekeeping(cache, lanes)
        self._comparing = Comparing(cache, puller, line, lanes, self._store, self._references, self._held)
        self._following = Following(cache, puller, line, lanes, self._store, self._comparing, self._references)
        self._pushing = Pushing(cache, puller, line, lanes, self.transfers, self._store, self._relay, self.wake)
        self._filling = Filling(cache, puller, line, lanes, self._store_page)
        self._listening = Listening(line, list(puller.kinds), self._heard, self._rng)
        self._polling = Polling()
        self._attended = True
        self._woken = asyncio.Event()
        self._urgent = asyncio.Event()
        self._stale = True
        self._told: dict[str, str] = {}
        self._settled: str | None = None
        self._compared: float | None = None
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

    async def begin(self, *, anew: bool = False) -> None:
        """The first round trip, before ``start``; nothing where it has been made before, unless ``anew``.

        Raises:
            CentralError: as its kind says.
        """
        if await self._filling.begin(self._since(), anew=anew):
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
        self._pushing.hurry()
        self._listening.ask_again()

    def attend(self, attended: bool) -> None:
        """Whether the window is in front: it is looked more often while somebody works."""
        if attended and not self._attended and not self._listening.hearing:
            self._stale = True
            self._woken.set()
        self._attended = attended

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
            elif self._stale or self._pushing.accepted or await self._is_news():
                await self._changes()
            elif self._is_settled():
                if not self._woken.is_set():
                    break
            elif await self._filling.step(self._since()):
                self._compared = None  # What slipped between two pages is found by its count.
                await self._show("receiving", self._filling.received, self._filling.total)
            elif self._gate.releasing:
                await self._fetch_released()
            elif self._gate.dirty or await self._housekeeping.is_due(self.pace.scrub, self._seconds()):
                self._gate.dirty = not await self._housekeeping.scrub()
            elif await self._references.step() or await self._comparing.move(self._since()):
                continue
            elif self._due_to_compare():
                await self._compare()
            else:
                self._settled = self._since()
                if not self._woken.is_set():
                    break
        self._synced_at = self._clock.now()
        await self._show("synced")
        self._settled_once.set()

    def _is_settled(self) -> bool:
        """Whether everything was seen to be here, tidy and inside the window, and nothing has been stored since."""
        if self._settled != self._since() or self._due_to_compare() or self._gate.releasing or self._gate.dirty:
            return False
        return self._housekeeping.until_scrub(self._seconds()) is None

    async def _changes(self) -> None:
        self._stale = False
        self._told.clear()
        try:
            accepted = set(self._pushing.accepted)
            caught = await self._following.catch_up(accepted, self._since(), self._woken.is_set)
            if caught.finished:
                self._pushing.accepted -= accepted
            else:
                self._stale = True
            self._polling = self._polling.looked(found=caught.found)
        except BaseException:
            self._stale = True
            raise

    async def _is_news(self) -> bool:
        """Whether events have told of states that are not here yet; our own acts' are, by the time they are told of."""
        told, self._told = self._told, {}
        if not told:
            return False
        marks = await self._following.marks()
        return any(name in marks and marks[name].state != state for name, state in told.items())

    async def _store(self, deltas: list[Delta], settled: Collection[str] = ()) -> None:
        self._references.note(deltas)
        if deltas:
            self._settled = None
        if deltas or settled:
            self._changed(
                await self._lanes.write(store.apply, self._cache, self._overlay, self._gate, deltas, list(settled))
            )

    async def _fetch_released(self) -> None:
        """What may be held here again, and what stands on it, comes whole."""
        owed = await self._lanes.read(self._gate.owed)
        for name, ids in owed.items():
            for part in chunks(ids, self._puller.step(name)):
                await self._store([await self._line.run(self._puller.objects, name, part)])
        await self._lanes.write(self._gate.paid)
        await self._relay()

    async def _store_page(self, deltas: list[Delta]) -> None:
        """What the pages name comes with other pages; what does not is looked for when all are here."""
        self._changed(await self._lanes.write(store.apply, self._cache, self._overlay, self._gate, deltas))

    def _changed(self, types: frozenset[str]) -> None:
        if types:
            self._notify(types)

    def _since(self) -> str:
        """Where the window of time begins that is kept here."""
        return window.begin(self._clock.now(), self.pace.keep_months)

    async def _held(self, name: str) -> Collection[str]:
        return self.older.held(name) | await self._housekeeping.held()

    def _due_to_compare(self) -> bool:
        return self._compared is None or self._seconds() - self._compared > self.pace.compare

    async def _compare(self) -> None:
        """Counts here against counts there, and what goes with looking through everything."""
        self._puller.look_again()
        self._settled = None
        await self._references.scan()
        await self._comparing.counts()
        await self._housekeeping.tidy(self.pace.cache_bytes, self.pace.cache_age)
        self._compared = self._seconds()

    # -- waiting

    async def _idle(self) -> None:
        """Until there is something to do, or it is time to look."""
        pause = self._polling.pause(
            shortest=self.pace.poll_deaf,
            longest=self.pace.poll,
            hearing=self._listening.hearing,
            attended=self._attended,
            hour=self._clock.now().astimezone(VIETNAM).hour,
            chance=self._rng.random(),
        )
        scrub = self._housekeeping.until_scrub(self._seconds())
        try:
            async with asyncio.timeout(pause if scrub is None else min(pause, scrub)):
                await self._woken.wait()
        except TimeoutError:
            self._stale = scrub is None or pause < scrub

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
        if kind == "synced" and unsent and (self._pushing.uploading or not needs):
            kind, n = "sending", unsent  # A file is still on its way. Else acts wait behind one that needs the clerk.
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
        count = self._cache.outbox.count
        needs = count("refused") + count("held")
        return max(0, count() - needs), needs

    # -- events

    async def _listen(self) -> None:
        await self._settled_once.wait()
        await self._listening.run()

    def _heard(self, states: Mapping[str, str]) -> None:
        self._told.update(states)
        self._stale = self._stale or not states
        self._woken.set()
