"""The task bar's own functions, called by their places in the table, on a window that is there."""

from __future__ import annotations

import ctypes
import sys
import unittest

from _window import application, until  # pyright: ignore[reportMissingImports]
from PySide6.QtWidgets import QWidget

from desktop import taskbar
from desktop.taskbar import Progress, WindowsBar

assert sys.platform == "win32"

NOT_THERE = 0x80004001  # E_NOTIMPL


class TaskbarTest(unittest.TestCase):
    def setUp(self) -> None:
        self.application = application()
        self.window = QWidget()
        self.addCleanup(self.window.close)
        self.window.show()
        until(lambda: self.window.windowHandle().isExposed())

    def test_the_process_has_the_programs_name(self) -> None:
        """Wine takes the name and cannot say it again."""
        taskbar.name_process()
        name = ctypes.c_wchar_p()
        answer = ctypes.windll.shell32.GetCurrentProcessExplicitAppUserModelID(ctypes.byref(name))
        self.assertIn((answer & 0xFFFFFFFF, name.value), ((0, taskbar.APPLICATION), (NOT_THERE, None)))

    def test_progress_is_taken_in_every_manner(self) -> None:
        """Wine takes the calls and draws nothing: what is asserted is that every function of the table answers."""
        bar = WindowsBar()
        self.addCleanup(bar.close)
        self.assertTrue(bar.works)
        answers: list[int] = []
        call = bar._call

        def kept(place: int, *arguments: object) -> int:
            answers.append(call(place, *arguments))
            return answers[-1]

        bar._call = kept  # type: ignore[method-assign]
        handle = int(self.window.winId())
        for progress in (Progress(0.0), Progress(0.5), Progress(7.0, "paused"), Progress(1.0, "error"), None):
            bar.show(handle, progress)
        self.assertEqual(len(answers), 9)
        self.assertEqual(set(answers), {0})

    def test_after_its_end_nothing_is_called(self) -> None:
        bar = WindowsBar()
        bar.close()
        bar.close()
        bar.show(int(self.window.winId()), Progress(0.5))

    def test_the_number_is_qts_own(self) -> None:
        made = taskbar.Taskbar()
        made.set_count(12)
        made.set_progress(int(self.window.winId()), Progress(0.25))
        made.set_count(0)
        self.application.processEvents()
