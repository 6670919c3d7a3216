"""Holds up, for a moment, a system that waits for this program's answer, while the work goes on. Knows Qt alone.

The one place where a loop runs within a loop: the answer to a message of the system is the return of its handler, and
what is to be done before it takes turns of asyncio.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

_LOOK = 10  # milliseconds


def hold(done: Callable[[], bool], seconds: float) -> bool:
    """Return when it is done, or the time is over; whether it is done.

    Where the message comes in the middle of a turn of asyncio nothing can be waited for: no other turn would begin.
    """
    if done() or _within_a_turn():
        return done()
    loop, timer = QEventLoop(), QTimer()
    until = time.monotonic() + seconds

    def look() -> None:
        if done() or time.monotonic() > until:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(_LOOK)
    loop.exec()
    timer.stop()
    return done()


def _within_a_turn() -> bool:
    try:
        return asyncio.current_task() is not None
    except RuntimeError:
        return False  # no loop runs here
