"""How often the engine looks, and how much it keeps; by whose clock. Knows nothing of ours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """The central's time, as far as it is known here."""

    def now(self) -> datetime: ...


@dataclass(frozen=True)
class Pace:
    """How often to look, in seconds, and how much to keep.

    Attributes:
        poll: the longest between two looks, also while events come in.
        poll_deaf: the shortest between two looks while none do (see ``polling``).
        compare: between comparisons of counts, after which the cache is tidied.
        scrub: from when something was deleted until nothing of it is left on the disk.
        cache_bytes: how much room files may take here; what was longest unused goes first, never what is unsent.
        cache_age: files that nobody opened for so long go although there is room.
        keep_months: how far back finished work is kept here; 0 keeps everything.
    """

    poll: float = 300.0
    poll_deaf: float = 15.0
    compare: float = 3600.0
    scrub: float = 60.0
    cache_bytes: int = 4 << 30
    cache_age: timedelta = timedelta(days=180)
    keep_months: int = 0
