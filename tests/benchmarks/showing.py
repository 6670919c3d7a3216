"""Each desk shown for the first time, in a fresh process over a filled profile, the line down; says in JSON how long.

Told on the command line: the profile's folder. What counts is how long the window's thread is held: its own processor
time, from the key being pressed until the desk has been drawn with its rows.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from tests.benchmarks.moments import FixedKey

if TYPE_CHECKING:
    from desktop.entrance import Entrance
    from desktop.workroom import Workroom

REST = 4.0
"""Seconds after which what is read behind the window has been read."""
TURNS = 1.0
"""Seconds in which a desk has its rows."""


async def _longest_turn(seconds: float) -> float:
    """The longest that one turn of the loop kept the window's thread at work while rows came and were drawn."""
    loop = asyncio.get_running_loop()
    end, most = loop.time() + seconds, 0.0
    while loop.time() < end:
        begun = time.thread_time()
        await asyncio.sleep(0)
        most = max(most, time.thread_time() - begun)
    return most


async def _show_all(room: Workroom) -> dict[str, float]:
    from desktop.room.desks import DESKS

    await asyncio.sleep(REST)
    found: dict[str, float] = {}
    for key in [k for k in DESKS if k != room.window.current_desk()]:
        begun = time.thread_time()
        room.window.show_desk(key)
        shown = time.thread_time() - begun
        found[key] = max(shown, await _longest_turn(TURNS))
    return found


def main() -> int:
    sys.modules["rich"] = None  # type: ignore[assignment]  # As in own_window: it is not in the product.
    from desktop import application as program

    async def work(entrance: Entrance) -> int:
        entrance.keys = cast(Any, FixedKey())
        entered: asyncio.Future[Workroom] = asyncio.get_running_loop().create_future()
        entrance.entered = entered.set_result
        running = asyncio.ensure_future(entrance.run())
        room = await entered
        print(json.dumps(await _show_all(room)), flush=True)
        room.leave("quit")
        return await running

    return program.run(Path(sys.argv[1]), cast(Any, work), early=True)


if __name__ == "__main__":
    sys.exit(main())
