"""A batch of signatures: several files in hand at once, paused, cancelled, stopped at once by the token.

Knows ``signing.problems`` and the turn before the token; what signing one file means is handed in. Runs on the window's
thread.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

import structlog

from desktop.presenters.signing_turn import NotAsked, Turn
from signing.problems import FileProblem, SigningProblem

Done = TypeVar("Done")
_log = structlog.get_logger(__name__)

WIDTH = 8
"""Files in hand at once: with services of 150 ms, enough to keep a token of 200 ms busy."""
LARGEST = 500
"""Files in one batch."""
BYTES_IN_HAND = 200_000_000
"""Bytes of files in hand at once: each is held about four times over while it is signed. A larger file goes alone."""


class Step(StrEnum):
    """Where one file stands."""

    WAITING = "waiting"
    SIGNING = "signing"
    SIGNED = "signed"
    FAILED = "failed"
    LEFT = "left"


@dataclass(frozen=True)
class SignedFile:
    """What signing one file came to.

    Attributes:
        at: when.
        warnings: codes of what the signer should know.
    """

    at: datetime
    warnings: tuple[str, ...] = ()


class NotSigned(Exception):
    """One file could not be signed; ``code`` and ``args`` name the reason for the sentences.

    Attributes:
        stops: the reason is this machine's (a full disk): no other file would fare better.
        refused: it was signed, and its act was refused: the signed file is listed with what came back.
    """

    def __init__(
        self, code: str, args: dict[str, str | int] | None = None, *, stops: bool = False, refused: bool = False
    ) -> None:
        super().__init__(code)
        self.code = code
        self.sentence_args = args or {}
        self.stops = stops
        self.refused = refused


Problem = NotSigned | SigningProblem


@dataclass(frozen=True)
class FileResult(Generic[Done]):
    """What became of one file.

    Attributes:
        document_id: whose file.
        step: where it stands.
        done: what signing handed back, once signed.
        problem: why it failed.
    """

    document_id: str
    step: Step
    done: Done | None = None
    problem: Problem | None = None


@dataclass(frozen=True)
class Outcome(Generic[Done]):
    """What came of the whole batch, in the order in which the files were given.

    Attributes:
        stopped_by: the problem that stopped it; None where it ran to its end or was cancelled.
        cancelled: the person ended it.
    """

    results: tuple[FileResult[Done], ...]
    stopped_by: Problem | None = None
    cancelled: bool = False

    def ids(self, *steps: Step) -> tuple[str, ...]:
        """Documents that ended in one of these steps."""
        return tuple(one.document_id for one in self.results if one.step in steps)


class Hands:
    """How much is in hand: small files side by side, large ones by themselves, so that memory stays bounded."""

    def __init__(self, most: int = BYTES_IN_HAND) -> None:
        self._most = most
        self._held = 0
        self._moved = asyncio.Condition()

    @asynccontextmanager
    async def holding(self, size: int) -> AsyncIterator[None]:
        """Wait until so many bytes more may be in hand."""
        async with self._moved:
            await self._moved.wait_for(lambda: self._held == 0 or self._held + size <= self._most)
            self._held += size
        try:
            yield
        finally:
            async with self._moved:
                self._held -= size
                self._moved.notify_all()


@dataclass
class Batch(Generic[Done]):
    """Signs files by ``sign``; each result is told as it comes, in whatever order files come to their end.

    A problem with one file leaves the others alone. A problem with the token or the PIN stops everything at once:
    nothing is ever tried again by the program, least of all a PIN.

    Attributes:
        sign: signs the file of one document; raises NotSigned or SigningProblem.
        tell: hears of each change of a file's step.
        width: how many files are in hand at once, so that reading and writing hide behind the token's own time.
        turn: the place before the token.
        left: it was ended by a lock or a close, not given up by the person.
    """

    sign: Callable[[str], Awaitable[Done]]
    tell: Callable[[FileResult[Done]], None]
    width: int = WIDTH
    turn: Turn = field(default_factory=Turn)
    left: bool = field(default=False, init=False)
    _results: dict[str, FileResult[Done]] = field(default_factory=dict, init=False)
    _queue: deque[str] = field(default_factory=deque, init=False)
    _gate: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _cancelled: bool = field(default=False, init=False)
    _stopped_by: Problem | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self._gate.set()

    @property
    def paused(self) -> bool:
        """Whether it waits for the person."""
        return not self._gate.is_set()

    @property
    def ending(self) -> bool:
        """Whether no further file will be taken in hand."""
        return self._cancelled or self._stopped_by is not None

    def pause(self) -> None:
        """Ask the token for nothing more until ``resume``; what it has signed is finished."""
        if not self.ending:
            self._gate.clear()
            self.turn.pause()

    def resume(self) -> None:
        """Go on."""
        self._gate.set()
        self.turn.resume()

    def cancel(self) -> None:
        """End: what the token has signed is finished, the rest is left as it was."""
        self._cancelled = True
        self._end()

    def leave(self) -> None:
        """End as `cancel` does, for a lock or a close: the rest is not given up, and is offered afterwards."""
        self.left = True
        self.cancel()

    def _end(self) -> None:
        self.turn.end()
        self._gate.set()

    async def run(self, document_ids: Sequence[str]) -> Outcome[Done]:
        """Sign them all; never raises for a file or the token."""
        self._queue.extend(document_ids)
        for document_id in document_ids:
            self._put(FileResult(document_id, Step.WAITING))
        workers = [asyncio.ensure_future(self._work()) for _ in range(max(1, min(self.width, len(document_ids))))]
        try:
            await asyncio.gather(*workers)
        finally:
            # Also where whoever waits has gone: nobody asks the token any more.
            self.turn.end()
            for worker in workers:
                worker.cancel()
        for document_id in self._queue:
            self._put(FileResult(document_id, Step.LEFT))
        results = tuple(self._results[one] for one in document_ids)
        return Outcome(results, self._stopped_by, self._cancelled and self._stopped_by is None)

    async def _work(self) -> None:
        while True:
            await self._gate.wait()
            if self.ending or not self._queue:
                return
            await self._one(self._queue.popleft())

    async def _one(self, document_id: str) -> None:
        self._put(FileResult(document_id, Step.SIGNING))
        try:
            done = await self.sign(document_id)
        except NotAsked:
            self._put(FileResult(document_id, Step.LEFT))
        except (NotSigned, SigningProblem) as problem:
            _log.info("not signed", document=document_id, code=problem.code)
            stops = problem.stops if isinstance(problem, NotSigned) else not isinstance(problem, FileProblem)
            if stops and self._stopped_by is None:
                self._stopped_by = problem
                self._end()
            self._put(FileResult(document_id, Step.FAILED, problem=problem))
        except Exception as error:  # noqa: BLE001 - told on the file's own row, and logged
            # Whatever a file can do to a reader of PDFs, the other files are signed all the same.
            _log.error("signing.failed", document=document_id, error=type(error).__name__)
            self._put(FileResult(document_id, Step.FAILED, problem=NotSigned("signingFailed")))
        else:
            self._put(FileResult(document_id, Step.SIGNED, done=done))

    def _put(self, result: FileResult[Done]) -> None:
        self._results[result.document_id] = result
        self.tell(result)


def seconds_left(done: int, total: int, elapsed: float) -> int | None:
    """Seconds that the rest will take at the pace so far; None while too little is known."""
    if done < 1 or total <= done:
        return None
    return max(1, round(elapsed / done * (total - done)))
