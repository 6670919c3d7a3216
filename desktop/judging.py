"""Where files are judged: child processes kept warm, with the roots of the moment and what was learned before.

What they learn (revocation answers, issuers' certificates) names people: it rests in the encrypted store, so that
files can be judged with the cable out after a restart too. Knows the lanes, the roots and the store.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import structlog

from desktop.lanes import LaneClosed, Lanes
from local_cache.errors import CacheError
from signing.answers import Answer, Answers
from signing.judging import Judges
from signing.trust import Trust
from signing.verdict import Verdict

KEPT = "RevocationAnswer"
"""The type under which answers rest in the store; the central knows nothing of it."""

log = structlog.get_logger(__name__)


class Kept(Protocol):
    """What this needs of the store's objects."""

    def all(self, type_name: str, /) -> Sequence[Mapping[str, Any]]: ...
    def put(self, type_name: str, objects: Sequence[Mapping[str, Any]], /) -> object: ...
    def delete(self, type_name: str, ids: Sequence[str], /) -> object: ...


class FileJudge:
    """Judges files for one session.

    Args:
        trust: what is trusted at the moment, None for nothing; asked for each file, on a lane.
        kept: the store's objects; None keeps what is learned in memory alone.
        online: whether revocation may be asked over the network.
    """

    def __init__(
        self,
        lanes: Lanes,
        trust: Callable[[], Trust | None],
        kept: Kept | None = None,
        online: Callable[[], bool] = lambda: True,
    ) -> None:
        self._lanes = lanes
        self._trust = trust
        self._kept = kept
        self._online = online
        self._answers = Answers()
        self._judges = Judges(answers=self._answers, learned=self._learned)
        self._reading: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._writing: set[asyncio.Task[None]] = set()
        self._stored: frozenset[str] = frozenset()

    async def __call__(self, pdf: bytes) -> Verdict:
        """The verdict on a file; waits for its turn in a lane."""
        if self._reading is None:
            self._loop = asyncio.get_running_loop()
            self._reading = asyncio.ensure_future(self._read())
        await asyncio.shield(self._reading)
        online = self._online()
        return await self._lanes.network(lambda: self._judges.judge(pdf, self._trust(), online=online))

    def close(self) -> None:
        """Ends the children; what is being judged is then unknown."""
        if self._reading is not None:
            self._reading.cancel()
        self._judges.close()

    async def settled(self) -> None:
        """Wait until what was learned is kept."""
        while self._writing:
            await asyncio.wait(self._writing)

    # -- what was learned

    async def _read(self) -> None:
        if self._kept is None:
            return
        try:
            self._stored = await self._lanes.read(_taken_in, self._answers, self._kept)
        except CacheError as error:
            log.info("answers.unread", code=error.code)
            return
        if self._stored - self._answers.ids():
            await self._write_down(())

    def _learned(self, found: Sequence[Answer]) -> None:
        """From the lane on which a file was judged."""
        loop = self._loop
        if loop is not None and self._kept is not None and not loop.is_closed():
            objects = [one.to_json() for one in found]
            loop.call_soon_threadsafe(self._keep, objects)

    def _keep(self, objects: Sequence[Mapping[str, Any]]) -> None:
        task = asyncio.ensure_future(self._write_down(objects))
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)

    async def _write_down(self, objects: Sequence[Mapping[str, Any]]) -> None:
        """Keeps these, and lets go of what is no longer at hand: superseded, past its time, or one too many."""
        held = self._answers.ids()
        fresh = [one for one in objects if one["id"] in held]
        gone = sorted(self._stored - held)
        self._stored = (self._stored & held) | {one["id"] for one in fresh}
        if fresh:
            await self._write(lambda kept: kept.put(KEPT, fresh))
        if gone:
            await self._write(lambda kept: kept.delete(KEPT, gone))

    async def _write(self, change: Callable[[Kept], object]) -> None:
        kept = self._kept
        if kept is None:
            return
        try:
            await self._lanes.write(change, kept)
        except (CacheError, LaneClosed) as error:
            # Nothing is lost: it is asked again.
            log.info("answers.unkept", error=type(error).__name__)


def _taken_in(answers: Answers, kept: Kept) -> frozenset[str]:
    """On a lane, for there may be many megabytes: what is stored goes to the answers at hand; gives the ids stored."""
    rows = kept.all(KEPT)
    read = [one for one in map(_answer, rows) if one is not None]
    answers.add(sorted(read, key=lambda one: one.at))
    return frozenset(str(row["id"]) for row in rows)


def _answer(row: Mapping[str, Any]) -> Answer | None:
    try:
        return Answer.from_json(row)
    except (KeyError, ValueError, TypeError):
        return None
