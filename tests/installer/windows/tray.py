"""The icon beside the clock, the window that goes there and comes back, and the icon that every window bears."""

from __future__ import annotations

import sys
import unittest

from _window import application, until  # pyright: ignore[reportMissingImports]
from PySide6.QtWidgets import QMainWindow

from desktop.front import Front
from desktop.presenters.tray import Inside, TrayPresenter
from widgets.program_icon import program_icon
from widgets.tray import Tray

assert sys.platform == "win32"


class TrayTest(unittest.TestCase):
    def setUp(self) -> None:
        application().setWindowIcon(program_icon())
        self.icon, self.front, self.window = Tray(), Front(), QMainWindow()
        self.addCleanup(self.icon.close)
        self.addCleanup(self.window.close)
        self.tray = TrayPresenter(self.icon, self.front, lambda: True)

    def test_a_window_goes_beside_the_clock_and_comes_back(self) -> None:
        self.assertTrue(self.icon.available)
        self.front.show(self.window)
        self.assertTrue(until(lambda: self.window.windowHandle().isExposed()))
        self.tray.enter(Inside(lambda: None, "UBND xã Tân Phú"))
        self.tray.set_new(3)
        self.tray.say("Tác nghiệp", "Một thông báo")
        self.assertTrue(self.tray.take_in())
        self.assertFalse(self.window.isVisible())
        self.icon.asked.emit()
        self.assertTrue(until(lambda: self.window.windowHandle().isExposed()))

    def test_a_start_with_windows_shows_nothing(self) -> None:
        front = Front(hidden=True)
        front.show(self.window)
        self.assertFalse(until(self.window.isVisible, 0.5))
        front.bring()
        self.assertTrue(until(lambda: self.window.windowHandle().isExposed()))

    def test_the_icon_is_drawn_by_the_payloads_own_parts(self) -> None:
        self.assertFalse(program_icon().pixmap(32).isNull())
        self.assertFalse(self.window.windowIcon().isNull())
