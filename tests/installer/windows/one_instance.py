"""The named pipe between two starts: its name, who may open it, rubbish on it, and a real second process."""

from __future__ import annotations

import ctypes
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from _window import application, until  # pyright: ignore[reportMissingImports]
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QWidget

from desktop import fence, foreground
from desktop.fence import Held, note_in, take
from desktop.one_instance import Door
from desktop.start_request import StartRequest

assert sys.platform == "win32"

LINK = "tacnghiep:document/d-1"


class OneInstance(unittest.TestCase):
    def setUp(self) -> None:
        application()
        folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        held = take(self.folder)
        assert held is not None
        self.held: Held = held
        self.asked: list[StartRequest] = []
        self.door = Door(held, self.asked.append)
        self.addCleanup(held.release)
        self.addCleanup(self.door.close)

    def second(self, *arguments: str) -> int:
        """A real second start of the program; its exit status."""
        child = subprocess.Popen([sys.executable, "--profile", str(self.folder), *arguments])
        self.addCleanup(child.kill)
        self.assertTrue(until(lambda: child.poll() is not None, 90))
        return child.returncode

    def test_a_second_start_hands_over_what_it_was_started_with(self) -> None:
        self.assertEqual(self.second(LINK), 0)
        self.assertEqual(self.second("sign", r"C:\Hồ sơ\a.pdf"), 0)
        self.assertEqual(self.asked, [StartRequest(LINK), StartRequest(files=(r"C:\Hồ sơ\a.pdf",))])

    def test_the_folder_is_ours_alone_until_we_let_it_go(self) -> None:
        self.assertIsNone(take(self.folder))
        self.door.close()
        self.held.release()
        again = take(self.folder)
        assert again is not None
        again.release()

    def test_the_pipe_is_named_at_random_and_told_in_the_folder_alone(self) -> None:
        note = note_in(self.folder)
        assert note is not None
        self.assertRegex(note.name, r"^tacnghiep-[0-9a-f]{32}$")
        value = json.loads((self.folder / fence.NOTE).read_text("utf-8"))
        self.assertEqual(value["login"], foreground.login())
        self.assertRegex(foreground.login(), r"^\d+$")

    def test_rubbish_is_hung_up_on(self) -> None:
        note = note_in(self.folder)
        assert note is not None
        closed = QLocalSocket.LocalSocketState.UnconnectedState
        for line in (b"rubbish\n", b"\0" * 300_000):
            client = QLocalSocket()
            client.connectToServer(note.name)
            self.assertTrue(client.waitForConnected(5000))
            client.write(line)
            client.flush()
            self.assertTrue(until(lambda client=client: client.state() == closed, 20))
            self.assertTrue(until(lambda: self.door.callers == 0))
        self.assertEqual(self.asked, [])
        self.assertEqual(self.second(LINK), 0)

    def test_the_other_process_may_come_forward_and_the_window_does(self) -> None:
        foreground.give_way(ctypes.windll.kernel32.GetCurrentProcessId())
        window = QWidget()
        self.addCleanup(window.close)
        window.showMinimized()
        self.assertTrue(until(window.isMinimized))
        foreground.bring(window)
        self.assertTrue(until(lambda: window.isVisible() and not window.isMinimized()))


if __name__ == "__main__":
    unittest.main()
