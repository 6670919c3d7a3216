"""The next morning the line is there: what waited goes out, and nothing waits any more."""

from __future__ import annotations

import unittest

from _clerk import at_work, unsent  # pyright: ignore[reportMissingImports]

from desktop.day.hands import Hands


async def connected(hands: Hands) -> list[str]:
    waiting = await unsent(hands)
    for _ in range(600):
        if not waiting:
            break
        await hands.player.calm(0.1)
        waiting = await unsent(hands)
    return waiting


class SendUnsent(unittest.TestCase):
    def test_nothing_waits(self) -> None:
        at_work(connected)
