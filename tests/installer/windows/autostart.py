"""Starting with Windows: the real keys, the installer's value and what Task Manager writes."""

from __future__ import annotations

import sys
import unittest
import winreg
from contextlib import suppress
from typing import Any

from desktop.autostart import APPROVED, RUN, RunKeys, autostart, command

assert sys.platform == "win32"

NAME = "TacNghiepTrial"
MACHINE, PERSON = winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER
_ACCESS = winreg.KEY_ALL_ACCESS | winreg.KEY_WOW64_64KEY


def put(root: int, path: str, value: Any, kind: int) -> None:
    with winreg.CreateKeyEx(root, path, 0, _ACCESS) as key:
        winreg.SetValueEx(key, NAME, 0, kind, value)


def drop(root: int, path: str) -> None:
    with suppress(FileNotFoundError), winreg.OpenKeyEx(root, path, 0, _ACCESS) as key:
        winreg.DeleteValue(key, NAME)


def read(root: int, path: str) -> Any:
    with winreg.OpenKeyEx(root, path, 0, _ACCESS) as key:
        return winreg.QueryValueEx(key, NAME)[0]


class Autostart(unittest.TestCase):
    def setUp(self) -> None:
        for root, path in ((MACHINE, RUN), (PERSON, RUN), (PERSON, APPROVED)):
            drop(root, path)
            self.addCleanup(drop, root, path)
        self.keys = RunKeys([r"C:\Program Files\TacNghiep\tacnghiep.exe", "--tray"], NAME)

    def test_the_persons_choice_is_a_value_and_goes(self) -> None:
        self.assertEqual(self.keys.state(), "off")
        self.keys.choose(True)
        self.assertEqual(self.keys.state(), "own")
        self.assertEqual(read(PERSON, RUN), r'"C:\Program Files\TacNghiep\tacnghiep.exe" --tray')
        self.keys.choose(False)
        self.keys.choose(False)
        self.assertEqual(self.keys.state(), "off")

    def test_what_task_manager_switched_off_is_refused_until_it_is_chosen_again(self) -> None:
        self.keys.choose(True)
        put(PERSON, APPROVED, b"\x03" + bytes(11), winreg.REG_BINARY)
        self.assertEqual(self.keys.state(), "refused")
        self.keys.choose(True)
        self.assertEqual(self.keys.state(), "own")
        put(PERSON, APPROVED, b"\x02" + bytes(11), winreg.REG_BINARY)
        self.assertEqual(self.keys.state(), "own")

    def test_the_installer_decides_for_all(self) -> None:
        put(MACHINE, RUN, r'"C:\Program Files\TacNghiep\tacnghiep.exe" --tray', winreg.REG_SZ)
        self.assertEqual(self.keys.state(), "office")
        self.keys.choose(False)
        self.assertEqual(self.keys.state(), "office")

    def test_this_program_starts_itself_by_its_own_launcher(self) -> None:
        self.assertTrue(command()[0].lower().endswith("tacnghiep.exe"), command())
        self.assertEqual(command()[1:], ["--tray"])
        self.assertIsInstance(autostart(), RunKeys)
