"""Each screen with a scale of its own, and a window that lies on one of them whole."""

from __future__ import annotations

import ctypes
import sys
import tempfile
import unittest
from pathlib import Path

from _window import application, until  # pyright: ignore[reportMissingImports]
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from desktop.placing import Places

assert sys.platform == "win32"

PER_MONITOR = 2  # DPI_AWARENESS_PER_MONITOR_AWARE


class Screens(unittest.TestCase):
    def setUp(self) -> None:
        application()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name) / "windows.json"
        self.window = QMainWindow()
        self.addCleanup(self.window.close)

    def test_the_process_knows_each_screens_scale(self) -> None:
        """Wine before 9 tells the second version of it as the first (DPI_AWARENESS_PER_MONITOR_AWARE alike)."""
        user = ctypes.windll.user32
        user.GetThreadDpiAwarenessContext.restype = ctypes.c_void_p
        context = ctypes.c_void_p(user.GetThreadDpiAwarenessContext())
        self.assertEqual(user.GetAwarenessFromDpiAwarenessContext(context), PER_MONITOR)

    def test_a_window_comes_back_where_it_was(self) -> None:
        self.window.show()
        until(lambda: self.window.windowHandle().isExposed())
        self.window.setGeometry(40, 60, 700, 400)
        until(lambda: self.window.width() == 700)
        before = self.window.geometry()
        Places(self.file).keep(self.window, {})
        again = QMainWindow()
        self.addCleanup(again.close)
        Places(self.file).restore(again)
        again.show()
        until(lambda: again.windowHandle().isExposed())
        self.assertEqual(again.geometry(), before)

    def test_from_a_screen_that_is_gone_it_comes_to_one_that_is_there(self) -> None:
        self.window.setGeometry(9000, 9000, 700, 400)
        places = Places(self.file)
        places.keep(self.window, {})
        places.restore(self.window)
        area: QRect = QGuiApplication.primaryScreen().availableGeometry()
        self.assertTrue(area.contains(self.window.geometry()))
