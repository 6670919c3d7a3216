"""How long to wait before looking at the central again: a pure schedule, no clock in it. Knows nothing of ours.

While events come in, looking is a precaution. While none do, the pause is short when something has just been found or
the clerk is at work, and doubles with each look that finds nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

ATTENDED_MOST = 4
"""While the window is in front, the pause grows to no more than so many times the shortest one."""
UNATTENDED_LEAST = 4
"""Nobody looks, or it is night: the pause begins at so many times the shortest one."""
NIGHT = (20, 6)
"""Hours, local time, between which an office sleeps."""
JITTER = 0.1
"""Part of the pause by which it varies either way, so that a thousand clients do not ask together."""


@dataclass(frozen=True)
class Polling:
    """How many looks in a row have found nothing; each look makes the next value."""

    misses: int = 0

    def looked(self, *, found: bool) -> Polling:
        """After a look."""
        return Polling(0 if found else self.misses + 1)

    def pause(
        self, *, shortest: float, longest: float, hearing: bool, attended: bool, hour: int, chance: float
    ) -> float:
        """Seconds until the next look.

        Args:
            shortest, longest: bounds of the pause, jitter apart.
            hearing: events come in.
            attended: the window is in front.
            hour: of the day, local time.
            chance: from 0 to 1.
        """
        jittered = 1 + JITTER * (2 * chance - 1)
        if hearing or shortest >= longest:
            return longest * jittered
        asleep = not attended and (hour >= NIGHT[0] or hour < NIGHT[1])
        if asleep:
            return longest * jittered
        first = shortest if attended else shortest * UNATTENDED_LEAST
        most = min(longest, shortest * ATTENDED_MOST) if attended else longest
        return min(first * 2.0 ** min(self.misses, 16), most) * jittered
