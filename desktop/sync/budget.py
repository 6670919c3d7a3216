"""How much of the line files may take: the office's limit, and good manners on a slow line. Knows calls alone.

Called from the threads that move files, between any two pieces. JMAP's own round trips are small and decide how the
program feels: on a slow line files stand back while one is under way, and the less urgent file for the more urgent.
"""

from __future__ import annotations

import math
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from desktop.central.transport import Call

SLOW = 375_000.0
"""Bytes a second (3 Mbit/s) below which a line is slow: nothing is fetched ahead on it, and files stand back."""
LONGEST_HOLD = 4.0
"""Seconds that a file stands back at most before its next piece: so it never starves, and no gateway gives it up."""
BURST = 1.0
"""Seconds' worth of the limit that may go at once after a silence."""
MEMORY = 8.0
"""Seconds of moving after which what was measured counts for little."""
STALE = 600.0
"""Seconds after which a measure is forgotten: the line may be another by then."""
ENOUGH = 96 * 1024
"""Bytes to have seen before a rate is believed."""

Clock = Callable[[], float]


class Meter:
    """The line's rate, measured while anything moves; older moments fade."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._bytes = 0.0
        self._seconds = 0.0
        self._total = 0
        self._last: float | None = None
        self._moving = 0

    def begin(self) -> None:
        """One more is waiting for its bytes."""
        if self._moving == 0:
            self._last = self._clock()
        self._moving += 1

    def end(self) -> None:
        """One fewer."""
        self._moving = max(0, self._moving - 1)

    def moved(self, count: int) -> None:
        """So many bytes have come or gone since the last time."""
        now = self._clock()
        spent = max(0.0, now - self._last) if self._last is not None else 0.0
        fading = math.exp(-spent / MEMORY)
        self._bytes = self._bytes * fading + count
        self._seconds = self._seconds * fading + spent
        self._total += count
        self._last = now

    def waited(self, seconds: float) -> None:
        """A file stood back for so long of its own will: no fault of the line's, where nothing else moved."""
        if self._moving <= 1 and self._last is not None:
            self._last += seconds

    def rate(self) -> float | None:
        """Bytes a second; None while nothing is known, or no longer."""
        if self._last is None or self._total < ENOUGH or self._seconds <= 0:
            return None
        if not self._moving and self._clock() - self._last > STALE:
            return None
        return self._bytes / self._seconds


class Budget:
    """The line as files may use it. Thread-safe.

    Args:
        kilobits: a second, for all files together; 0 sets no limit.
    """

    def __init__(self, kilobits: int = 0, *, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._meter = Meter(clock)
        self._changed = threading.Condition()
        self._trips = 0
        self._moving: Counter[int] = Counter()
        self._tokens = 0.0
        self._filled_at = clock()
        self.kilobits = kilobits

    @property
    def rate(self) -> float | None:
        """The line's rate in bytes a second, as measured; None while it is not known."""
        with self._changed:
            return self._meter.rate()

    @property
    def slow(self) -> bool:
        """Whether the line is known to be slow, or the office wants it treated so."""
        measured = self.rate
        return (measured is not None and measured < SLOW) or 0 < self._limit() < SLOW

    def _limit(self) -> float:
        return self.kilobits * 125.0

    @contextmanager
    def round_trip(self) -> Iterator[None]:
        """While inside, JMAP waits for an answer: on a slow line files stand back."""
        with self._changed:
            self._trips += 1
        try:
            yield
        finally:
            with self._changed:
                self._trips -= 1
                self._changed.notify_all()

    @contextmanager
    def moving(self, rank: int) -> Iterator[None]:
        """While inside, a file of this rank (0 is the most urgent) is on its way."""
        with self._changed:
            self._moving[rank] += 1
            self._meter.begin()
        try:
            yield
        finally:
            with self._changed:
                self._moving[rank] -= 1
                self._meter.end()
                self._changed.notify_all()

    def passed(self, count: int, rank: int, call: Call) -> None:
        """So many bytes of a file have moved: wait until the next may.

        Raises:
            Stopped: the call was ended meanwhile.
        """
        with self._changed:
            self._meter.moved(count)
        self._pay(count, call)
        if self.slow:
            self._stand_back(rank, call)

    def _pay(self, count: int, call: Call) -> None:
        limit = self._limit()
        if limit <= 0:
            return
        with self._changed:
            now = self._clock()
            self._tokens = min(limit * BURST, self._tokens + (now - self._filled_at) * limit)
            self._filled_at = now
            self._tokens -= count
            wait = -self._tokens / limit
        if wait > 0:
            self._wait(lambda: False, wait, call)

    def _stand_back(self, rank: int, call: Call) -> None:
        self._wait(lambda: not (self._trips or any(n for r, n in self._moving.items() if r < rank)), LONGEST_HOLD, call)

    def _wait(self, clear: Callable[[], bool], longest: float, call: Call) -> None:
        """Until ``clear``, so many seconds, or the end of the call; the time does not count as the line's."""
        began = self._clock()
        until = began + longest
        with self._changed:
            while not clear() and not call.stopped and (left := until - self._clock()) > 0:
                self._changed.wait(min(left, 0.25))
            self._meter.waited(self._clock() - began)
        call.check()
