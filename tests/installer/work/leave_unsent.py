"""The line is cut; a clerk receives one document and returns another, and goes home: two acts stay unsent."""

from __future__ import annotations

import unittest

from _clerk import at_work, unsent  # pyright: ignore[reportMissingImports]

from desktop.day.clerk import ClerkSteps
from desktop.day.hands import Hands


async def cut_off(hands: Hands) -> list[str]:
    clerk = ClerkSteps(hands)
    await clerk.receive_offline()
    await clerk.give_back()
    return await unsent(hands)


class LeaveUnsent(unittest.TestCase):
    def test_two_acts_wait(self) -> None:
        at_work(cut_off)
