"""Requests from the loop: the central's blocking methods, run in a network lane and ended with the task that awaits
them.

Knows central and lanes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from desktop.central.errors import Offline, Stopped
from desktop.central.jmap import Central
from desktop.central.transport import Call
from desktop.lanes import LaneClosed, Lanes

T = TypeVar("T")

LONGEST_FILE = 6 * 3600.0
"""Seconds; a file on a slow line, standing back for others, takes its time, and goes on where it was cut."""


class Line:
    """The way to the central.

    Args:
        patience: seconds for one piece of work in all; beyond it the sockets are shut down.
    """

    def __init__(self, central: Central, lanes: Lanes, *, patience: float = 600.0) -> None:
        self.central = central
        self._lanes = lanes
        self._patience = patience

    async def run(self, fn: Callable[..., T], *args: Any, patience: float | None = None) -> T:
        """``fn(*args, call)`` in a network lane.

        Raises:
            CentralError: as its kind says.
        """
        call = Call()
        return await self._within(patience or self._patience, self._lanes.interruptible(call.stop, fn, *args, call))

    async def transfer(self, fn: Callable[..., T], *args: Any) -> T:
        """``fn(*args, call)``, which moves a file: in a lane of its own, and for as long as its bytes come.

        Raises:
            CentralError: as its kind says.
        """
        call = Call()
        return await self._within(LONGEST_FILE, self._lanes.transfer(call.stop, fn, *args, call))

    async def _within(self, seconds: float, work: Awaitable[T]) -> T:
        try:
            async with asyncio.timeout(seconds):
                return await work
        except TimeoutError:
            raise Offline("timeout") from None
        except (Stopped, LaneClosed):
            # Stopped from outside the task (the lanes are closing): for whoever awaits it is a cancellation.
            raise asyncio.CancelledError from None
