"""The keys of profiles in Windows' Credential Manager, put there and listed by the payload's own Python.

Not by the installed program's: they are listed when that is gone.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.installer import parts
from tests.installer.wine import Wine

_SCRIPTS = Path(__file__).parent / "work"
_KEYS, _RESULT = r"C:\keys", r"C:\keys.json"
_HERE, _ELSEWHERE = "tacnghiep:" + "a1" * 12, "tacnghiep:" + "c3" * 12
"""Of a profile that lies where the uninstaller erases it, and of one that does not (work/keep_keys.py)."""


class Keys:
    """What the Credential Manager of one Windows holds of ours.

    Args:
        payload: with a Python that asks it.
    """

    def __init__(self, windows: Wine, payload: Path) -> None:
        self._windows = windows
        self._program = f"Z:{payload}/tacnghiep.com".replace("/", "\\")

    def keep(self) -> None:
        """Put keys there, of the profile that lies here and of another."""
        self._run("keep_keys")
        found = self.names()
        assert sum(_HERE in name for name in found) > 1, found
        assert sum(_ELSEWHERE in name for name in found) > 1, found

    def names(self) -> list[str]:
        """Of all that there are."""
        self._run("list_keys")
        return list(json.loads(self._windows.path(_RESULT).read_text("ascii")))

    def others(self, profiles: Path) -> list[str]:
        """Of those that are of no profile in a folder: the office's own, or practice's."""
        there = {path.name[-24:] for path in profiles.glob("**/accounts/*") if path.is_dir()}
        return [name for name in self.names() if not any(key in name for key in (_HERE, *there))]

    def _run(self, name: str) -> None:
        parts.put(self._windows, _SCRIPTS, _KEYS)
        told = parts.run_script(self._windows, self._program, _KEYS, name, {"TRIAL_RESULT": _RESULT})
        assert parts.cases(told), told
