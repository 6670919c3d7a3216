"""Requests from the loop: the central's blocking methods, run in a network lane and ended with the task that awaits
them.

Knows central and lanes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from desktop.central.errors import Offline, Stopped
from desktop.central.jmap import Central
from desktop.central.transport import Call
from desktop.lanes import LaneClosed, Lanes

T = TypeVar("T")


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
        try:
            async with asyncio.timeout(patience or self._patience):
                return await self._lanes.interruptible(call.stop, fn, *args, call)
        except TimeoutError:
            raise Offline("timeout") from None
        except (Stopped, LaneClosed):
            # Stopped from outside the task (the lanes are closing): for whoever awaits it is a cancellation.
            raise asyncio.CancelledError from None
