"""A batch of signatures: one after another or a few at once, paused, cancelled, stopped at once by the token.

Knows ``signing.problems`` alone; what signing one file means is handed in. Runs on the window's thread.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

import structlog

from signing.problems import SigningProblem

Done = TypeVar("Done")
_log = structlog.get_logger(__name__)

FILE_PROBLEMS: frozenset[str] = frozenset(
    {"pdfUnreadable", "pdfEncrypted", "pdfCertified", "fieldsMissing", "notApproved", "placeOutside"}
)
"""Problems of one file: the batch goes on with the next. All others are of the token or the person, and stop it."""


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
    """One file could not be signed for a reason of its own; ``code`` and ``args`` name it for the sentences."""

    def __init__(self, code: str, args: dict[str, str | int] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.sentence_args = args or {}


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
    problem: NotSigned | SigningProblem | None = None


@dataclass(frozen=True)
class Outcome(Generic[Done]):
    """What came of the whole batch, in the order in which the files were given.

    Attributes:
        stopped_by: the problem that stopped it; None where it ran to its end or was cancelled.
        cancelled: the person ended it.
    """

    results: tuple[FileResult[Done], ...]
    stopped_by: SigningProblem | None = None
    cancelled: bool = False

    def ids(self, *steps: Step) -> tuple[str, ...]:
        """Documents that ended in one of these steps."""
        return tuple(one.document_id for one in self.results if one.step in steps)


@dataclass
class Batch(Generic[Done]):
    """Signs files by ``sign``; each result is told as it comes.

    A problem with one file leaves the others alone. A problem with the token or the PIN stops everything at once:
    nothing is ever tried again by the program, least of all a PIN.

    Attributes:
        sign: signs the file of one document; raises NotSigned or SigningProblem.
        tell: hears of each change of a file's step.
        width: how many files are in hand at once, so that reading and writing hide behind the token's own time.
    """

    sign: Callable[[str], Awaitable[Done]]
    tell: Callable[[FileResult[Done]], None]
    width: int = 2
    _results: dict[str, FileResult[Done]] = field(default_factory=dict, init=False)
    _queue: list[str] = field(default_factory=list, init=False)
    _gate: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _cancelled: bool = field(default=False, init=False)
    _stopped_by: SigningProblem | None = field(default=None, init=False)

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
        """Take no further file in hand until ``resume``; what is in hand is finished."""
        if not self.ending:
            self._gate.clear()

    def resume(self) -> None:
        """Go on."""
        self._gate.set()

    def cancel(self) -> None:
        """End: what is in hand is finished, the rest is left as it was."""
        self._cancelled = True
        self._gate.set()

    async def run(self, document_ids: Sequence[str]) -> Outcome[Done]:
        """Sign them all; never raises for a file or the token."""
        self._queue = list(document_ids)
        for document_id in document_ids:
            self._put(FileResult(document_id, Step.WAITING))
        workers = [asyncio.ensure_future(self._work()) for _ in range(max(1, min(self.width, len(document_ids))))]
        try:
            await asyncio.gather(*workers)
        finally:
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
            await self._one(self._queue.pop(0))

    async def _one(self, document_id: str) -> None:
        self._put(FileResult(document_id, Step.SIGNING))
        try:
            done = await self.sign(document_id)
        except NotSigned as problem:
            self._put(FileResult(document_id, Step.FAILED, problem=problem))
        except SigningProblem as problem:
            self._put(FileResult(document_id, Step.FAILED, problem=problem))
            if problem.code not in FILE_PROBLEMS and self._stopped_by is None:
                self._stopped_by = problem
                self._gate.set()
            _log.info("not signed", document=document_id, code=problem.code)
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
