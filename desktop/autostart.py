"""Starting with the system: what the office decided at installation, and what the person chose. Knows no other part.

Windows: a value of the Run keys, the machine's written by the installer (AUTOSTART=1), the person's by us. Linux: a
desktop file in the folders of the XDG autostart specification. Nothing but this program's own entry is touched.
"""

from __future__ import annotations

import importlib
import logging
import os
import shlex
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, Protocol

log = logging.getLogger(__name__)

NAME = "TacNghiep"
"""Of the value in the Run keys; the installer's is named the same."""
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
OPTION = "--tray"

State = Literal["off", "refused", "own", "office"]
"""Does not start by itself; was switched off by the system's own means (Task Manager); the person chose that it does;
the administrator did, for all who use the machine."""


class Autostart(Protocol):
    """Either system's."""

    def state(self) -> State:
        """How it stands now."""
        ...

    def choose(self, on: bool) -> None:
        """Keep the person's choice.

        Raises:
            OSError: it cannot be kept.
        """
        ...


def autostart() -> Autostart:
    """This system's."""
    if sys.platform == "win32":
        return RunKeys(command())
    return DesktopFiles(command())


def command(arguments: Sequence[str] | None = None, executable: str | None = None) -> list[str]:
    """What starts this program with the system.

    Args:
        arguments, executable: this process's own where none are given.
    """
    executable = executable or sys.executable
    if sys.platform == "win32":
        folder = Path(executable).parent
        if (folder / "tacnghiep.exe").exists():
            return [str(folder / "tacnghiep.exe"), OPTION]
    given = (arguments or sys.argv)[:1]
    started = Path(given[0]) if given else Path()
    if started.name == "tacnghiep" and os.access(started, os.X_OK):
        return [str(started.resolve()), OPTION]
    return [executable, "-m", "desktop", OPTION]


class RunKeys:
    """The registry's Run keys.

    Args:
        command: what is written for the person.
        name: of the value; another for a trial.
    """

    def __init__(self, command: Sequence[str], name: str = NAME) -> None:
        self._command = f'"{command[0]}" {" ".join(command[1:])}'
        self._name = name
        self._registry: Any = importlib.import_module("winreg")

    def state(self) -> State:
        registry = self._registry
        if self._value(registry.HKEY_LOCAL_MACHINE, RUN) is not None:
            return "office"
        if self._value(registry.HKEY_CURRENT_USER, RUN) is None:
            return "off"
        approved = self._value(registry.HKEY_CURRENT_USER, APPROVED)
        # Task Manager switches an entry off without removing it: an odd first byte.
        refused = isinstance(approved, bytes) and bool(approved) and approved[0] % 2 == 1
        return "refused" if refused else "own"

    def choose(self, on: bool) -> None:
        registry = self._registry
        here = registry.HKEY_CURRENT_USER
        if on:
            with registry.CreateKeyEx(here, RUN, 0, registry.KEY_SET_VALUE | registry.KEY_WOW64_64KEY) as key:
                registry.SetValueEx(key, self._name, 0, registry.REG_SZ, self._command)
            self._remove(here, APPROVED)
        else:
            self._remove(here, RUN)
            self._remove(here, APPROVED)

    def _value(self, root: Any, path: str) -> Any:
        registry = self._registry
        try:
            with registry.OpenKeyEx(root, path, 0, registry.KEY_QUERY_VALUE | registry.KEY_WOW64_64KEY) as key:
                return registry.QueryValueEx(key, self._name)[0]
        except OSError:
            return None

    def _remove(self, root: Any, path: str) -> None:
        registry = self._registry
        with (
            suppress(FileNotFoundError),
            registry.OpenKeyEx(root, path, 0, registry.KEY_SET_VALUE | registry.KEY_WOW64_64KEY) as key,
        ):
            registry.DeleteValue(key, self._name)


_FILE = "tacnghiep.desktop"


class DesktopFiles:
    """A desktop file in an autostart folder.

    Args:
        command: what is written for the person.
        own: the person's folder; by XDG_CONFIG_HOME where none is given.
        office: the machine's folders; by XDG_CONFIG_DIRS where none are given.
    """

    def __init__(self, command: Sequence[str], own: Path | None = None, office: Sequence[Path] | None = None) -> None:
        self._command = command
        config = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
        shared = (os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":")
        self._own = own or Path(config) / "autostart"
        self._office = office if office is not None else [Path(one) / "autostart" for one in shared]

    def state(self) -> State:
        # The person's file stands before the machine's: switched off there, the program is not started.
        own = (self._own / _FILE).exists()
        if own and not _starts(self._own / _FILE):
            return "refused"
        if any(_starts(folder / _FILE) for folder in self._office):
            return "office"
        return "own" if own else "off"

    def choose(self, on: bool) -> None:
        file = self._own / _FILE
        if not on:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        aside = file.with_name(f".{_FILE}.new")
        aside.write_text(_entry(self._command), "utf-8")
        aside.replace(file)


def _starts(file: Path) -> bool:
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return False
    off = {"hidden=true", "x-gnome-autostart-enabled=false"}
    return not any(line.replace(" ", "").lower() in off for line in lines)


def _entry(command: Sequence[str]) -> str:
    # Within quotes the specification wants these with a backslash before them, and a per cent sign twice.
    words = [one.replace("%", "%%") for one in command]
    line = " ".join(word if shlex.quote(word) == word else '"' + _escaped(word) + '"' for word in words)
    return (
        "[Desktop Entry]\nType=Application\nName=Tác nghiệp\nIcon=tacnghiep\nTerminal=false\n"
        f"Exec={line}\nX-GNOME-Autostart-enabled=true\n"
    )


def _escaped(word: str) -> str:
    for one in ("\\", '"', "`", "$"):
        word = word.replace(one, "\\" + one)
    # The file's own strings take a backslash twice.
    return word.replace("\\", "\\\\")
