"""Looks at many key sources at once, so that one that hangs delays no other, and bothers none without need.

Each source has a thread of its own. A driver whose tokens all come through card readers is asked only while a reader
holds a card; the one that served last is asked first, and where it accounts for every card the others are not even
loaded. One that hung or crashed is left in peace for a while. Knows the lanes and the key sources.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import structlog

from desktop.lanes import Lane, LaneClosed
from desktop.presenters.key_sources import KeySource
from signing.problems import (
    ModuleAbsurd,
    ModuleCrashed,
    ModuleHung,
    ModuleNotLoaded,
    ModuleWrongSize,
    SigningProblem,
)
from signing.readers import Readers
from signing.tokens import Token

PATIENCE = 1.0
"""Seconds for which a look waits for a slow driver; its answer counts when it comes."""

_REST, _LONGEST_REST = 10.0, 300.0  # seconds in which a bad driver is not asked again; doubled each time
_BAD = (ModuleHung, ModuleCrashed, ModuleNotLoaded, ModuleAbsurd, ModuleWrongSize)
_log = structlog.get_logger(__name__)


class ReaderWatch(Protocol):
    """What tells of the card readers: ``signing.readers.CardWatch``."""

    def start(self) -> None: ...

    def now(self) -> Readers | None: ...

    def close(self) -> None: ...


@dataclass
class _Watched:
    """One source and what it said last."""

    source: KeySource
    lane: Lane
    tokens: tuple[Token, ...] = ()
    problem: SigningProblem | None = None
    asking: asyncio.Task[None] | None = None
    failures: int = 0
    rests_until: float = 0.0

    @property
    def is_asked(self) -> bool:
        return self.asking is not None and not self.asking.done()


class TokenWatch:
    """The sources, in the order in which they are asked.

    Args:
        sources: where tokens are.
        changed: called on the loop when a source has answered.
        readers: what is known of the card readers; None where nothing tells.
        clock: seconds that only grow.
    """

    def __init__(
        self,
        sources: Sequence[KeySource],
        changed: Callable[[], None],
        readers: ReaderWatch | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._changed = changed
        self._readers = readers
        self._clock = clock
        self._watched = [_watched(source) for source in sources]

    # -- what is known

    def found(self) -> Iterator[tuple[KeySource, Token]]:
        """Every token that is in, by the order of the sources."""
        for one in self._watched:
            for token in one.tokens:
                yield one.source, token

    @property
    def problem(self) -> SigningProblem | None:
        """What went wrong with a source that shows nothing."""
        return next((one.problem for one in self._watched if one.problem is not None and not one.tokens), None)

    @property
    def problems(self) -> dict[str, SigningProblem]:
        """What went wrong, by the source's name."""
        return {one.source.name: one.problem for one in self._watched if one.problem is not None}

    @property
    def sources(self) -> tuple[KeySource, ...]:
        """All of them, in order."""
        return tuple(one.source for one in self._watched)

    def readers(self) -> Readers | None:
        """What PC/SC says; None where it is not known."""
        return self._readers.now() if self._readers is not None else None

    # -- changing the order

    def put_first(self, source: KeySource) -> None:
        """Ask this one before all others; it is taken in where it was not known."""
        known = next((one for one in self._watched if one.source is source), None) or _watched(source)
        self._watched = [known, *(one for one in self._watched if one is not known)]

    def named(self, name: str) -> KeySource | None:
        """The source of this name."""
        return next((one.source for one in self._watched if one.source.name == name), None)

    # -- asking

    async def ask(self, patience: float = PATIENCE, *, again: bool = False) -> None:
        """Ask the sources that may have something to say; ``again`` also those that are at rest after a failure."""
        if again:
            for one in self._watched:
                one.rests_until = 0.0
        due = [one for one in self._watched if self._is_due(one)]
        if due and due[0].source.through_readers and self._holding() is not None:
            await self._settle(due[:1], patience)
            due = due[1:]
            if self._all_accounted_for():
                for one in due:
                    if one.source.through_readers:
                        one.tokens, one.problem = (), None
                due = [one for one in due if not one.source.through_readers]
        await self._settle(due, patience)

    def _is_due(self, one: _Watched) -> bool:
        if one.source.through_readers and self._holding() == ():
            if one.tokens or one.problem:
                one.tokens, one.problem = (), None
                self._changed()
            return False
        return self._clock() >= one.rests_until

    def _holding(self) -> tuple[str, ...] | None:
        """Readers that hold a card; None where that is not known."""
        known = self.readers()
        if known is None or known.service == "none":
            return None
        if known.service == "stopped":
            # Windows stops the service while no reader is there; elsewhere it means that nobody could tell.
            return () if sys.platform == "win32" else None
        return known.holding

    def _all_accounted_for(self) -> bool:
        """Whether every card in a reader has shown its certificates: of one that shows none, another driver may."""
        holding = self._holding() or ()
        shown = {x.reader for one in self._watched for x in one.tokens if x.reader and x.signing_certificates}
        return bool(holding) and all(any(name.startswith(reader) for reader in shown) for name in holding)

    async def _settle(self, due: Iterable[_Watched], patience: float) -> None:
        # One that is being asked since the last look may hang: it is not waited for again.
        fresh = [self._start(one) for one in due if not one.is_asked]
        if fresh:
            await asyncio.wait(fresh, timeout=patience)

    def _start(self, one: _Watched) -> asyncio.Task[None]:
        one.asking = asyncio.ensure_future(self._one(one))
        return one.asking

    async def _one(self, one: _Watched) -> None:
        try:
            one.tokens = tuple(await asyncio.wrap_future(one.lane.submit(one.source.list)))
            one.problem, one.failures = None, 0
        except LaneClosed:
            return
        except SigningProblem as problem:
            _log.info("tokens not listed", code=problem.code)
            one.tokens, one.problem = (), problem
            if isinstance(problem, _BAD):
                one.rests_until = self._clock() + min(_REST * 2**one.failures, _LONGEST_REST)
                one.failures += 1
        self._changed()

    # -- the end

    async def close(self) -> None:
        """End the processes, also those that hang."""
        if self._readers is not None:
            self._readers.close()
        for one in self._watched:
            one.lane.close()
            # A thread of its own: the source's own one may be in a call that never ends.
            ending = Lane("token-end", 1)
            await asyncio.wrap_future(ending.submit(one.source.close))
            ending.close()
            if one.asking is not None:
                one.asking.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await one.asking


def _watched(source: KeySource) -> _Watched:
    return _Watched(source, Lane("token", 1))
