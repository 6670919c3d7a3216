"""Whose Windows password opens a profile; wine has no window that asks for one, and nobody is let in without."""

from __future__ import annotations

import ctypes
import os
import sys
import unittest

from desktop.session import windows_user
from desktop.session.windows_user import NotAsked

assert sys.platform == "win32"


class WindowsUser(unittest.TestCase):
    def test_only_whoever_is_signed_in_counts(self) -> None:
        me = os.environ["USERNAME"]
        assert windows_user._is_me(ctypes.windll, me, "")
        assert windows_user._is_me(ctypes.windll, me.upper(), ".")
        assert not windows_user._is_me(ctypes.windll, f"{me}x", "")
        assert not windows_user._is_me(ctypes.windll, me, "ELSEWHERE")
        assert not windows_user._is_me(ctypes.windll, f"ELSEWHERE\\{me}", "")

    def test_where_nothing_can_be_asked_nobody_is_let_in(self) -> None:
        assert windows_user.available()
        with self.assertRaises(NotAsked):
            windows_user.ask(0, "Mở khóa")
