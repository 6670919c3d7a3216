"""The outbox at work: sends what may go, and does with each act what the central said. Knows push, and transfers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

import structlog

from desktop.central.errors import Broken, Busy, CentralError, Offline, Refused
from desktop.lanes import Lanes
from desktop.sync import push, store
from desktop.sync.gate import REASON
from desktop.sync.line import Line
from desktop.sync.pull import Delta, Puller
from desktop.sync.transfers import FileMissing, Transfers
from local_cache import Cache
from local_cache.outbox import Entry

log = structlog.get_logger(__name__)

Mark = tuple[str, str, Any]


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
    ) -> None:
        self._cache = cache
        self._puller = puller
        self._line = line
        self._lanes = lanes
        self._transfers = transfers
        self._store = keep
        self._relay = relay
        self._wake = wake
        self.accepted: set[str] = set()
        self._poison = push.Poison()
        self._most = push.MOST_ACTS
        self._upload: asyncio.Task[None] | None = None
        self._failure: CentralError | None = None

    async def close(self) -> None:
        if self._upload is not None:
            self._upload.cancel()
            await asyncio.gather(self._upload, return_exceptions=True)

    def check(self) -> None:
        """Raises what an upload has met with since the last time."""
        failure, self._failure = self._failure, None
        if failure is not None:
            raise failure

    async def step(self) -> bool:
        """Send what may go now, in one round trip; whether anything was done."""
        entries = await self._lanes.read(self._cache.outbox.all)
        plan = push.plan(entries, settled=self.accepted, most=self._most, ready=self._transfers.ready)
        if plan.fallen:
            await self._mark(
                [(i, "refused", {"code": "dependsOnRefused", "args": {"actId": d}}) for i, d in plan.fallen]
            )
        if plan.uploads:
            self._start_upload(plan.uploads[0])
        if not plan.waves:
            return bool(plan.fallen)
        await self._send(plan)
        return True

    async def _send(self, plan: push.Plan) -> None:
        entries = plan.entries
        await self._lanes.write(self._cache.outbox.mark_many, [(e.act["id"], "sending", None) for e in entries])
        names = [n for n in self._puller.kinds if n not in self._puller.unsupported]
        marks = await self._lanes.read(store.marks, self._cache, names)
        try:
            sent = await self._line.run(push.send, self._line.central, self._puller, plan.waves, marks)
        except CentralError as error:
            if _never_arrived(error):
                await self._lanes.write(self._cache.outbox.mark_many, [(e.act["id"], "waiting", None) for e in entries])
                raise
            if isinstance(error, Offline):
                raise  # It may have arrived: until that is known, the acts stay as being sent.
            await self._isolate(entries, error)
            return
        self._most = min(push.MOST_ACTS, self._most * 2)
        await self._settle(entries, sent)

    async def _isolate(self, entries: list[Entry], error: CentralError) -> None:
        """The central choked on a batch: halve it, down to the one act that does it, and set that one aside.

        Only where the central answers other questions well: else it is the central that is broken, and no act.
        """
        log.warning("push.batch_failed", acts=len(entries), kind=error.kind, code=error.code)
        if len(entries) > 1:
            self._most = max(1, len(entries) // 2)
            return
        self._most = 1
        name = next(iter(self._puller.kinds))
        try:
            await self._line.run(self._puller.state, name)
        except CentralError:
            raise error from None
        act_id = entries[0].act["id"]
        if self._poison.struck(act_id):
            log.error("push.act_set_aside", act=act_id, code=error.code)
            await self._mark([(act_id, "held", {"code": error.code, "args": error.args_})])
            self._most = push.MOST_ACTS

    async def _settle(self, entries: list[Entry], sent: push.Sent) -> None:
        marked: list[Mark] = []
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
            log.info("push.answer", act=act_id, outcome=verdict.outcome, code=(verdict.reason or {}).get("code"))
        self._poison.forget(accepted)
        self.accepted |= accepted
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
            return (act_id, "held", verdict.reason)
        return (act_id, "waiting", None)

    async def _mark(self, marks: list[Mark]) -> None:
        """Write states into the outbox; what came back or is stuck shows as such at once."""
        await self._lanes.write(self._cache.outbox.mark_many, marks)
        await self._relay()

    # -- files

    def _start_upload(self, entry: Entry) -> None:
        if self._upload is None or self._upload.done():
            self._upload = asyncio.create_task(self._send_files(entry), name="upload")

    async def _send_files(self, entry: Entry) -> None:
        """Beside the sending of other acts: a big file on a slow line holds up nobody."""
        act_id = entry.act["id"]
        try:
            await self._transfers.upload(entry)
        except FileMissing:
            await self._mark([(act_id, "held", {"code": "fileMissing", "args": {}})])
        except (Offline, Busy) as error:
            self._failure = error
        except CentralError as error:
            if isinstance(error, Refused) and error.code == REASON:
                await self._mark([(act_id, "held", {"code": REASON, "args": {}})])
            elif isinstance(error, Refused) and error.code == "tooLarge":
                await self._mark([(act_id, "held", {"code": "fileTooLarge", "args": error.args_})])
            elif isinstance(error, Broken) and self._poison.struck(act_id):
                await self._mark([(act_id, "held", {"code": error.code, "args": error.args_})])
            else:
                self._failure = error
        self._wake()


def _never_arrived(error: CentralError) -> bool:
    """Whether the central has certainly not seen the acts."""
    if isinstance(error, Busy):
        return True
    return error.code in ("unreachable", "nameUnknown", "signedOut", "untrusted", "notSecure", "redirected")
