"""The outbox at work: sends what may go, and does with each act what the central said. Knows push, and transfers."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Awaitable, Callable, Collection, Iterable
from typing import Any, Protocol

import structlog

from desktop.central.errors import Broken, Busy, CentralError, Offline, Refused
from desktop.central.transport import NOT_SENT
from desktop.lanes import Lanes
from desktop.sync import push, store
from desktop.sync.carrying import FileDamaged, FileMissing
from desktop.sync.gate import REASON
from desktop.sync.job import TransferCancelled
from desktop.sync.line import Line
from desktop.sync.pull import Delta, Puller
from desktop.sync.retry import Retry
from desktop.sync.transfers import Transfers
from local_cache import Cache
from local_cache.errors import CacheError
from local_cache.outbox import Entry

log = structlog.get_logger(__name__)

Mark = tuple[str, str, Any]

DOUBT = 2
"""Sendings in a row that nobody answered, after which it is asked whether the acts do that, or the line."""
REST = 900.0
"""Seconds after which an act that was set aside for what it did to the central is tried once more."""
_TOO_LARGE = ("requestLimit", "tooLarge")


class Store(Protocol):
    """Stores deltas, and lets go the acts that are contained in them."""

    def __call__(self, deltas: list[Delta], settled: set[str] | tuple[str, ...] = ...) -> Awaitable[None]: ...


class Pushing:
    """Sends acts.

    Attributes:
        accepted: acts that the central has accepted and whose new state is not stored yet: still in the outbox.
    """

    def __init__(
        self,
        cache: Cache,
        puller: Puller,
        line: Line,
        lanes: Lanes,
        transfers: Transfers,
        keep: Store,
        relay: Callable[[], Awaitable[None]],
        wake: Callable[[], None],
        rng: random.Random | None = None,
    ) -> None:
        self._cache = cache
        self._puller = puller
        self._line = line
        self._lanes = lanes
        self._transfers = transfers
        self._store = keep
        self._relay = relay
        self._wake = wake
        self._rng = rng or random.Random()
        self.accepted: set[str] = set()
        self._poison = push.Poison()
        self._most = push.MOST_ACTS
        self._unanswered = 0
        self._resting: dict[str, float] = {}
        self._alarms: dict[str, asyncio.TimerHandle] = {}
        self._uploads: dict[str, asyncio.Task[None]] = {}
        self._failure: CentralError | None = None
        self._hurried = asyncio.Event()

    async def close(self) -> None:
        for alarm in self._alarms.values():
            alarm.cancel()
        tasks = list(self._uploads.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    @property
    def uploading(self) -> bool:
        """Whether files are on their way."""
        return bool(self._uploads)

    def hurry(self) -> None:
        """Files that wait for their next try are tried now: somebody asked for it, or has signed in."""
        self._failure = None
        self._hurried.set()
        self._hurried = asyncio.Event()

    def check(self) -> None:
        """Raises what an upload has met with since the last time."""
        failure, self._failure = self._failure, None
        if failure is not None:
            raise failure

    async def step(self) -> bool:
        """Send what may go now, in one round trip; whether anything was done."""
        await self._rested()
        entries = await self._lanes.read(self._cache.outbox.all)
        plan = push.plan(entries, settled=self.accepted, most=self._most, ready=self._transfers.ready)
        if plan.fallen:
            await self._mark(
                [(i, "refused", {"code": "dependsOnRefused", "args": {"actId": d}}) for i, d in plan.fallen]
            )
        self._start_uploads(plan.uploads)
        if not plan.waves:
            return bool(plan.fallen)
        await self._send(plan)
        return True

    async def _send(self, plan: push.Plan) -> None:
        entries = plan.entries
        if not await self._lanes.write(self._begin, entries):
            return
        marks = await self._lanes.read(store.marks, self._cache, self._puller.names())
        try:
            sent = await self._line.run(push.send, self._line.central, self._puller, plan.waves, marks)
        except CentralError as error:
            if _never_arrived(error):
                # What was in doubt from an earlier try stays so.
                await self._lanes.write(self._take_back, [e for e in entries if not e.in_doubt])
                raise
            if error.code in _TOO_LARGE:
                await self._make_smaller(entries, error)
                return
            if error.code == "signedOut" or (isinstance(error, Offline | Busy) and not self._doubtful()):
                raise  # It may have arrived: until that is known, the acts stay as being sent.
            await self._isolate(entries, error)
            return
        self._unanswered = 0
        self._most = min(push.MOST_ACTS, self._most * 2)
        await self._settle(entries, sent)

    def _begin(self, entries: list[Entry]) -> bool:
        """In the write lane: write down that these are being sent; not if one was taken back, or held, since it was
        read.
        """
        now = {e.id: e.state for e in self._cache.outbox.all()}
        if any(now.get(e.id) != e.state for e in entries):
            return False
        self._cache.outbox.mark_many([(e.act["id"], "sending", None) for e in entries])
        return True

    def _take_back(self, entries: list[Entry]) -> None:
        """In the write lane: these have not been sent after all."""
        self._cache.outbox.mark_many([(e.id, "waiting", None) for e in entries], only="sending")
        self._cache.outbox.not_there([e.id for e in entries])

    def _doubtful(self) -> bool:
        """Whether one of the acts may be what cuts the line: a central that falls over them looks like no central."""
        self._unanswered += 1
        return self._unanswered >= DOUBT or self._most < push.MOST_ACTS

    async def _make_smaller(self, entries: list[Entry], error: CentralError) -> None:
        """The request was too large: fewer acts, and where one alone is too large, that one waits for its author.

        Or the answer was: then the central holds the acts.
        """
        log.info("push.too_large", acts=len(entries), code=error.code)
        if len(entries) > 1:
            self._most = max(1, len(entries) // 2)
            return
        self._most = push.MOST_ACTS
        if not await self._settled(entries, error):
            await self._mark([(entries[0].act["id"], "held", {"code": "actTooLarge", "args": {}})])

    async def _isolate(self, entries: list[Entry], error: CentralError) -> None:
        """The central choked on a batch: halve it, down to the one act that does it, and set that one aside.

        Only where the central answers other questions well: else it is the central, or the line, and no act. It is
        asked for the acts themselves: what it holds already has only lost its answer.
        """
        known = await self._settled(entries, error)
        log.warning("push.batch_failed", acts=len(entries), known=len(known), kind=error.kind, code=error.code)
        left = [e for e in entries if e.act["id"] not in known]
        if not left:
            return
        if len(left) > 1:
            self._most = max(1, len(left) // 2)
            return
        self._most = 1
        act_id = left[0].act["id"]
        if self._poison.struck(act_id):
            log.error("push.act_set_aside", act=act_id, code=error.code)
            await self._hold(act_id, error.code, error.args_)
            self._most = push.MOST_ACTS
            self._unanswered = 0

    async def _settled(self, entries: list[Entry], error: CentralError) -> Collection[str]:
        """Those of the acts that the central is found to hold, which are settled; of the others it is noted that it
        does not, where it says so.

        Raises:
            CentralError: ``error`` itself, where the central answers nothing else either.
        """
        try:
            known = await self._line.run(push.known, self._line.central, [e.act["id"] for e in entries])
        except CentralError as other:
            log.info("push.acts_not_asked", kind=other.kind, code=other.code)
        else:
            if known:
                await self._settle([e for e in entries if e.id in known], push.Sent(known, None))
            await self._lanes.write(self._cache.outbox.not_there, [e.id for e in entries if e.id not in known])
            return known.keys()
        try:
            await self._line.run(self._puller.state, next(iter(self._puller.kinds)))
        except CentralError:
            raise error from None
        return ()

    async def _hold(self, act_id: str, code: str, args: dict[str, Any]) -> None:
        """Set an act aside: told to its author, and tried again after a rest without holding up anything."""
        self._rest(act_id)
        await self._mark([(act_id, "held", {"code": code, "args": args})])

    def _rest(self, act_id: str) -> None:
        loop = asyncio.get_running_loop()
        self._resting[act_id] = loop.time() + REST
        self._alarms[act_id] = loop.call_later(REST, self._wake)

    async def _rested(self) -> None:
        now = asyncio.get_running_loop().time()
        due = [act_id for act_id, at in self._resting.items() if at <= now]
        if not due:
            return
        held = {e.act["id"] for e in await self._lanes.read(self._cache.outbox.all) if e.state == "held"}
        for act_id in due:
            del self._resting[act_id], self._alarms[act_id]
            self._poison.once_more(act_id)
        await self._mark([(act_id, "waiting", None) for act_id in due if act_id in held])

    async def _settle(self, entries: list[Entry], sent: push.Sent) -> None:
        marked: list[Mark] = []
        absent: list[str] = []
        accepted: set[str] = set()
        for entry in entries:
            act_id = entry.act["id"]
            verdict = sent.verdicts[act_id]
            if verdict.outcome == "accepted":
                accepted.add(act_id)
            elif verdict.outcome == "refused":
                marked.append((act_id, "refused", verdict.reason))
            else:
                marked.append(self._again(entry, verdict))
                if (verdict.reason or {}).get("code") != "noAnswer":
                    absent.append(act_id)
            log.info("push.answer", act=act_id, outcome=verdict.outcome, code=(verdict.reason or {}).get("code"))
        self._poison.forget(accepted)
        self.accepted |= accepted
        if absent:
            await self._lanes.write(self._cache.outbox.not_there, absent)
        if marked:
            await self._mark(marked)
        deltas = sent.deltas
        if deltas is not None and not any(d.more or d.lost for d in deltas):
            # The answer to the acts and the state they left came together.
            await self._store(deltas, accepted)
            self.accepted -= accepted

    def _again(self, entry: Entry, verdict: push.Verdict) -> Mark:
        act_id = entry.act["id"]
        if (verdict.reason or {}).get("code") == "blobNotFound":
            self._transfers.forget(entry)
        if self._poison.struck(act_id):
            self._rest(act_id)
            return (act_id, "held", verdict.reason)
        return (act_id, entry.state, None)

    async def _mark(self, marks: list[Mark]) -> None:
        """Write states into the outbox; what came back or is stuck shows as such at once."""
        await self._lanes.write(self._cache.outbox.mark_many, marks)
        await self._relay()

    # -- files

    def _start_uploads(self, entries: Iterable[Entry]) -> None:
        """Beside the sending of other acts: a big file on a slow line holds up nobody."""
        for entry in entries:
            act_id = entry.act["id"]
            if len(self._uploads) >= push.AT_ONCE:
                return
            if act_id not in self._uploads:
                task = asyncio.create_task(self._send_files(entry), name="upload")
                self._uploads[act_id] = task
                task.add_done_callback(lambda _, done=act_id: self._uploads.pop(done, None))

    async def _send_files(self, entry: Entry) -> None:
        act_id = entry.act["id"]
        held: tuple[str, dict[str, Any]] | None = None
        try:
            await self._transfers.upload(entry)
        except FileMissing:
            held = ("fileMissing", {})
        except FileDamaged:
            held = ("fileDamaged", {})
        except TransferCancelled:
            log.info("push.upload_ended", act=act_id)
        except (CacheError, OSError) as error:
            log.warning("push.upload_failed", act=act_id, code=getattr(error, "code", type(error).__name__))
            await self._try_file_again(act_id, Broken("fileUnreadable"))
        except CentralError as error:
            if isinstance(error, Refused) and error.code == REASON:
                held = (REASON, {})
            elif error.code in _TOO_LARGE:
                held = ("fileTooLarge", error.args_)
            else:
                await self._upload_failed(act_id, error)
        if held is not None:
            await self._hold_for_file(entry, *held)
        self._wake()

    async def _hold_for_file(self, entry: Entry, code: str, args: dict[str, Any]) -> None:
        """An act whose file cannot go waits for its author; one that was sent before may need it no more."""
        try:
            if entry.in_doubt and await self._settled([entry], Broken(code)):
                return
        except CentralError as error:
            self._failure = error
            return
        log.warning("push.file_stuck", act=entry.id, code=code)
        await self._mark([(entry.id, "held", {"code": code, "args": args})])

    async def _upload_failed(self, act_id: str, error: CentralError) -> None:
        """A file that does not get through while the central answers all else is this act's trouble alone."""
        try:
            await self._line.run(self._puller.state, next(iter(self._puller.kinds)))
        except CentralError as other:
            self._failure = other
            return
        if isinstance(error, Busy) and error.code == "rateLimit":
            self._failure = error
        else:
            await self._try_file_again(act_id, error)

    async def _try_file_again(self, act_id: str, error: CentralError) -> None:
        if self._poison.struck(act_id):
            await self._hold(act_id, error.code, error.args_)
        else:
            # Nothing else need wait for the next try.
            await self._pause(Retry(self._poison.counts[act_id]).delay(error, self._rng))

    async def _pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._hurried.wait()


def _never_arrived(error: CentralError) -> bool:
    """Whether the central has certainly not taken the acts, in no try of this round trip; a gateway that says "busy",
    or "too many requests", may have handed them on.
    """
    return not error.doubtful and (error.code in NOT_SENT or error.code == "signedOut")
