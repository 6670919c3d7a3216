"""Windows are left out of what is captured: the system's own word on each."""

from __future__ import annotations

import ctypes
import sys
import unittest

from _window import application, until  # pyright: ignore[reportMissingImports]
from PySide6.QtWidgets import QDialog, QWidget

from desktop.capture import Shield, exclude, possible

assert sys.platform == "win32"


def affinity(window: QWidget) -> int:
    """As GetWindowDisplayAffinity tells it."""
    found = ctypes.c_uint32(99)
    known = ctypes.windll.user32.GetWindowDisplayAffinity(ctypes.c_void_p(int(window.winId())), ctypes.byref(found))
    return found.value if known else -1


class Capture(unittest.TestCase):
    """Wine before 9 refuses SetWindowDisplayAffinity, and tells that every window is shown: what is asserted there is
    that every window was asked for, and that a refusal changes nothing."""

    def setUp(self) -> None:
        application()
        self.asked: list[tuple[int, bool, bool]] = []
        self.shield = Shield(self.exclude)
        self.addCleanup(self.shield.cover, False)
        self.window, self.dialog = QWidget(), QDialog()
        for one in (self.window, self.dialog):
            self.addCleanup(one.close)

    def exclude(self, window: int, on: bool) -> bool:
        done = exclude(window, on)
        self.asked.append((window, on, done))
        return done

    def test_every_window_is_asked_for_while_it_lasts(self) -> None:
        self.assertTrue(possible())
        self.window.show()
        until(lambda: self.window.windowHandle().isExposed())
        self.shield.cover(True)
        self.dialog.show()
        handles = [int(one.winId()) for one in (self.window, self.dialog)]
        self.assertEqual([(handle, True) for handle in handles], [one[:2] for one in self.asked])
        self.shield.cover(False)
        self.assertIn((handles[0], False), [one[:2] for one in self.asked])

    def test_windows_keeps_what_it_was_told(self) -> None:
        self.window.show()
        until(lambda: self.window.windowHandle().isExposed())
        done = exclude(int(self.window.winId()), True)
        if affinity(self.window) in (0x11, 0x1):
            self.assertTrue(done)
            self.assertTrue(exclude(int(self.window.winId()), False))
            self.assertEqual(affinity(self.window), 0)
        else:
            self.assertFalse(done)
            self.assertEqual(affinity(self.window), 0)

    def test_a_window_that_is_none_is_refused_without_an_error(self) -> None:
        self.assertFalse(exclude(0, True))
