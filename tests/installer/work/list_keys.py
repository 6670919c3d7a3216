"""Writes down which keys of the program's are in Windows' Credential Manager, by their names."""

from __future__ import annotations

import json
import os
import unittest
from pathlib import Path

from win32ctypes.pywin32 import pywintypes, win32cred  # pyright: ignore[reportMissingImports]

_NOT_FOUND = 1168


class ListKeys(unittest.TestCase):
    def test_they_are_listed(self) -> None:
        try:
            names = [one["TargetName"] for one in win32cred.CredEnumerate()]
        except pywintypes.error as error:
            if error.winerror != _NOT_FOUND:
                raise
            names = []
        ours = sorted(name for name in names if "tacnghiep:" in name)
        Path(os.environ["TRIAL_RESULT"]).write_text(json.dumps(ours), encoding="ascii")
