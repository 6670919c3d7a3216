"""The central's time, counted from this machine's clock and a kept offset. Knows transport's beats.

A machine's wrong clock is said, not trusted: due dates are counted by the central's time.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from desktop.central.transport import Beat

TELL_AFTER = timedelta(minutes=5)
"""From here on the machine's clock is called wrong."""
GRAIN = 2.0
"""Seconds: a Date header counts whole seconds, and smaller differences are no news."""
SLOW_ANSWER = 20.0
"""Seconds: an answer that took longer says too little about the time."""


class CentralClock:
    """Thread-safe: answers arrive in network threads.

    Args:
        system: this machine's clock, seconds since 1970.
        offset: what was known from an earlier time: the central's time less this machine's.
        changed: told when the offset has moved, from whichever thread.
    """

    def __init__(
        self,
        *,
        system: Callable[[], float] = time.time,
        offset: timedelta = timedelta(),
        changed: Callable[[timedelta], None] | None = None,
    ) -> None:
        self._system = system
        self._offset = offset.total_seconds()
        self._lock = threading.Lock()
        self.changed = changed

    @property
    def offset(self) -> timedelta:
        """The central's time less this machine's."""
        return timedelta(seconds=self._offset)

    @property
    def machine_is_wrong(self) -> bool:
        """Whether the person has to be told."""
        return abs(self.offset) > TELL_AFTER

    def now(self) -> datetime:
        """The central's time (UTC), as well as it is known here."""
        return datetime.fromtimestamp(self._system() + self._offset, UTC)

    def remember(self, offset: timedelta) -> None:
        """Take up what was known from an earlier time."""
        with self._lock:
            self._offset = offset.total_seconds()

    def observe(self, beat: Beat) -> None:
        """Learn from one answer: its Date lies somewhere between asking and answering."""
        took = beat.received - beat.sent
        if not 0 <= took <= SLOW_ANSWER:
            return
        # The header drops the fraction of its second: half a second on the average.
        found = beat.date + 0.5 - (beat.sent + beat.received) / 2
        with self._lock:
            if abs(found - self._offset) <= GRAIN + took / 2:
                return
            self._offset = round(found, 1) if abs(found) > GRAIN else 0.0
        if self.changed is not None:
            self.changed(self.offset)
