"""How much a central takes at once: its limits as the session says them, and as its refusals teach. Knows central.

A limit may shrink between two requests: what was too large is asked for again in smaller pieces, and nothing loses its
place. Used by several network threads; what it has learned is no more than a hint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

import structlog

from desktop.central.errors import Broken, CentralError, MethodError, Refused
from desktop.central.jmap import Batch, Central, Limits, Responses
from desktop.central.transport import Call
from desktop.sync.kinds import MOST_OBJECTS

log = structlog.get_logger(__name__)

T = TypeVar("T")

FRAME = 1200
"""Bytes of a request besides the identifiers in it."""
TRIES = 16


@dataclass(frozen=True)
class Ask(Generic[T]):
    """Calls that belong together, for one refers to another's answer.

    Attributes:
        calls: how many they are.
        add: appends them to a batch; what it gives reads their answers.
    """

    calls: int
    add: Callable[[Batch], T]


class Room:
    """What one central takes at once."""

    def __init__(self, central: Central) -> None:
        self._central = central
        self._said: Limits | None = None
        self._objects = MOST_OBJECTS
        self._calls = 1 << 10
        self._bytes = 1 << 30

    def _limits(self, call: Call) -> Limits:
        """The session's limits; new ones end what was learned under the old."""
        limits = self._central.session(call).limits
        if limits != self._said:
            self._said = limits
            self._objects, self._calls, self._bytes = MOST_OBJECTS, 1 << 10, 1 << 30
        return limits

    def objects(self, call: Call) -> int:
        """How many objects one /get may ask for."""
        limits = self._limits(call)
        by_size = (min(limits.max_size_request, self._bytes) - FRAME) // 48
        return max(1, min(limits.max_objects_in_get, self._objects, by_size))

    def calls(self, call: Call) -> int:
        """How many calls one request may have."""
        return max(1, min(self._limits(call).max_calls_in_request, self._calls))

    def send(self, call: Call, asks: Iterable[Ask[T]]) -> list[tuple[T, Responses]]:
        """Send the calls in as few requests as may be, in order.

        Raises:
            CentralError: as its kind says; Broken("noRoom") where the central does not even take one ``Ask``.
        """
        answered: list[tuple[T, Responses]] = []
        for batch, mine in self._packed(call, list(asks)):
            responses = self._central.send(batch, call)
            answered += [(each, responses) for each in mine]
        return answered

    def _packed(self, call: Call, asks: list[Ask[T]]) -> Iterator[tuple[Batch, list[T]]]:
        most, size = self.calls(call), min(self._limits(call).max_size_request, self._bytes)
        batch, mine = self._central.batch(call), list[T]()
        for ask in asks:
            if ask.calls > most:
                raise Broken("noRoom", calls=most)
            before = len(batch.calls)
            added = ask.add(batch)
            if before and (before + ask.calls > most or len(batch.wire()) > size):
                del batch.calls[before:]
                yield batch, mine
                batch, mine = self._central.batch(call), []
                added = ask.add(batch)
            mine.append(added)
        if batch.calls:
            yield batch, mine

    def patiently(self, call: Call, work: Callable[[], T]) -> T:
        """Do ``work``; where the central says that it is too much, again with less, as long as there is less.

        ``work`` asks ``objects`` and ``calls`` anew each time.
        """
        for _ in range(TRIES):
            try:
                return work()
            except (Broken, Refused) as error:
                if not self._less(error, call):
                    raise
                call.check()
        return work()

    def _less(self, error: CentralError, call: Call) -> bool:
        """Learn from a refusal; whether trying again makes sense."""
        limit = str(error.args_.get("limit", "")) if isinstance(error, Refused) and error.code == "requestLimit" else ""
        beyond_me = error.code == "tooLarge" and isinstance(error, Broken)  # The answer, for what is read here.
        if not limit and not beyond_me and not (isinstance(error, MethodError) and error.type == "requestTooLarge"):
            return False
        before = self.objects(call), self.calls(call), self._bytes
        self._central.session(call, fresh=True)
        objects, calls = self.objects(call), self.calls(call)
        if (objects, calls) == before[:2]:
            # The session says nothing new: feel for it.
            if limit == "maxCallsInRequest":
                self._calls = calls // 2
            elif limit:
                self._bytes = min(self._bytes, self._limits(call).max_size_request) // 2
                self._objects = objects // 2
            else:
                self._objects = objects // 2
        log.info("pull.less_at_once", objects=self.objects(call), calls=self.calls(call), because=limit or error.code)
        return (self.objects(call), self.calls(call), self._bytes) != before
