"""How late the window's thread comes to what is due on it."""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections.abc import Sequence
from contextlib import nullcontext
from typing import TextIO

from tests.benchmarks.harness import Figure, show

TICK = 0.001
SWITCH = 0.0003
"""As desktop.application sets it."""


async def tick(late: list[float], own: list[float]) -> None:
    """Note, until cancelled, how late each tick comes.

    Args:
        late: seconds.
        own: the same less the time for which this thread waited for a processor that other processes had.
    """
    with open("/proc/thread-self/schedstat", encoding="ascii") if sys.platform == "linux" else nullcontext() as waits:
        while True:
            before, queued = time.monotonic(), _queued(waits)
            await asyncio.sleep(TICK)
            over = time.monotonic() - before - TICK
            late.append(over)
            own.append(over - (_queued(waits) - queued))


def _queued(waits: TextIO | None) -> float:
    """Seconds that this thread has waited for a processor; 0 where the system does not say."""
    if waits is None:
        return 0.0
    waits.seek(0)
    return int(waits.read().split()[1]) / 1e9


def tell(late: Sequence[Sequence[float]]) -> None:
    """Print what the ticks of several runs say."""
    show({
        "median": Figure("median", tuple(1000 * statistics.median(one) for one in late)),
        "99": Figure("99th percentile", tuple(1000 * statistics.quantiles(one, n=100)[98] for one in late)),
        "worst": Figure("worst", tuple(1000 * max(one) for one in late)),
    }, "ms")  # fmt: skip
