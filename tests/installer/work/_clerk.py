"""A clerk at the installed program's own windows, in the profile that the program itself would take."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from desktop.application import run
from desktop.day.hands import Hands
from desktop.day.player import Player
from desktop.day.visitor import Visitor
from desktop.entrance import Entrance, PracticeWishes

CLERK = "mai"
_RESULT = Path(os.environ["TRIAL_RESULT"])


def at_work(scenario: Callable[[Hands], Awaitable[Any]]) -> None:
    """Sign in at the practice office, live through the scenario, write down what it gives, and quit.

    Raises:
        Exception: whatever the scenario raised; a picture shows the screen then.
    """
    _RESULT.parent.mkdir(parents=True, exist_ok=True)
    visitor = Visitor()
    failed: list[Exception] = []

    async def work(entrance: Entrance) -> int:
        player = Player(_RESULT.parent)
        hands = Hands(player, entrance, visitor)
        program = asyncio.ensure_future(entrance.run(practice=True))
        try:
            async with player.step(_RESULT.stem):
                await hands.enter(CLERK)
                found = await scenario(hands)
            _RESULT.write_text(json.dumps(found), encoding="utf-8")
        except Exception as error:  # noqa: BLE001 - given on once the program has ended
            failed.append(error)
        if entrance.room is not None:
            entrance.room.leave("quit")
        else:
            program.cancel()
        await asyncio.gather(program, return_exceptions=True)
        return 0

    run(None, work, browser=visitor.open, wishes=PracticeWishes(quiet=True))
    if failed:
        raise failed[0]


async def unsent(hands: Hands) -> list[str]:
    """Identifiers of the acts that wait here, in order."""
    return [str(entry["act"]["id"]) for entry in await hands.room.workplace.unsent()]
