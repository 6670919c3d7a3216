"""The screen that Windows locks and the machine that goes to sleep, told by its messages."""

from __future__ import annotations

import ctypes
import sys
import unittest
from typing import Any

from _window import application, until  # pyright: ignore[reportMissingImports]

from desktop import session_watch

assert sys.platform == "win32"

WM_POWERBROADCAST, PBT_APMSUSPEND, PBT_APMRESUMEAUTOMATIC = 0x218, 0x4, 0x12
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, WTS_SESSION_UNLOCK = 0x2B1, 0x7, 0x8


class SessionWatch(unittest.TestCase):
    """Told once or twice: Qt shows a posted message to its filters when it is fetched, and again when it is handled."""

    def setUp(self) -> None:
        self.application = application()
        self.told: list[str] = []
        self.watch: Any = session_watch.watch(self.told.append)
        self.addCleanup(self.watch.close)

    def post(self, message: int, word: int) -> None:
        """To the window that the watch registered, as Windows does."""
        ctypes.windll.user32.PostMessageW(ctypes.c_void_p(self.watch._handle), message, word, 0)

    def test_a_locked_screen_is_told(self) -> None:
        self.post(WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK)
        self.assertTrue(until(lambda: self.told))
        self.assertEqual(set(self.told), {"session"})

    def test_going_to_sleep_is_told(self) -> None:
        self.post(WM_POWERBROADCAST, PBT_APMSUSPEND)
        self.assertTrue(until(lambda: self.told))
        self.assertEqual(set(self.told), {"sleep"})

    def test_unlocking_and_waking_are_not(self) -> None:
        self.post(WM_WTSSESSION_CHANGE, WTS_SESSION_UNLOCK)
        self.post(WM_POWERBROADCAST, PBT_APMRESUMEAUTOMATIC)
        self.post(WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK)
        self.assertTrue(until(lambda: self.told))
        self.assertEqual(set(self.told), {"session"})
