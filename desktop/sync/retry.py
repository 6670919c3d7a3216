"""When to try again: a pure schedule, no clock in it. Knows the central's errors."""

from __future__ import annotations

import random
from dataclasses import dataclass

from desktop.central.errors import Busy, CentralError, Offline

FIRST = 1.0
"""Seconds before the first new try."""
LONGEST_OFFLINE = 60.0
"""A line that was cut comes back soon, and asking costs nothing."""
LONGEST = 300.0
"""Seconds; a central in trouble is not helped by many clients asking."""


@dataclass(frozen=True)
class Retry:
    """How often in a row it has failed; each failure makes the next value."""

    failures: int = 0

    def failed(self) -> Retry:
        return Retry(self.failures + 1)

    def delay(self, error: CentralError, rng: random.Random) -> float:
        """Seconds to wait: doubling, with jitter of a half either way so that clients do not return together.

        What the central asked for itself is the least.
        """
        longest = LONGEST_OFFLINE if isinstance(error, Offline) else LONGEST
        planned = min(longest, FIRST * 2.0 ** min(self.failures, 16))
        jittered = planned * rng.uniform(0.5, 1.5)
        if isinstance(error, Busy) and error.retry_after is not None:
            return max(error.retry_after, 0.0) + planned * rng.uniform(0.0, 0.5)
        return min(jittered, longest)
