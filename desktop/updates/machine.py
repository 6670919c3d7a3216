"""What updates need to know of this machine, and do on it: each system's half behind one interface. Knows nothing.

Elsewhere than on Windows nothing is installed by the program: packages come from where the system's others come from,
and an announcement is told and no more.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Protocol

from desktop.updates.manifest import Kind, UpdateRefused, Version


class Machine(Protocol):
    """Either system's half."""

    def package(self) -> Kind | None:
        """What this program was installed from; None where it cannot be updated by us."""
        ...

    def windows(self) -> Version | None:
        """Which Windows this is: (10, 0, build); None where it is none."""
        ...

    def may_install(self) -> bool:
        """Whether whoever is here could say yes when Windows asks for an administrator."""
        ...

    def is_system(self) -> bool:
        """Whether this process is the SYSTEM account's, as the scheduled task's is."""
        ...

    def program_runs(self) -> bool:
        """Whether anybody on this machine has the program's window open, in any session."""
        ...

    def secure(self, folder: Path) -> None:
        """Give a folder to SYSTEM and the administrators alone. Raises UpdateRefused: unsafeFolder."""
        ...

    def check_signature(self, path: Path) -> None:
        """See that a program's own signature (Authenticode), where it bears one, was neither broken nor withdrawn.

        Raises:
            UpdateRefused: badAuthenticode.
        """
        ...

    def start_setup(self, path: Path) -> None:
        """Start a setup.exe, asking for an administrator. Raises UpdateRefused: notStarted."""
        ...

    def start_package(self, path: Path, log_file: Path) -> None:
        """Let Windows Installer install a package silently, and do not wait. Raises UpdateRefused: notStarted."""
        ...

    def set_task(self, definition: str | None) -> None:
        """Register the scheduled task (its XML), or remove it.

        Raises:
            UpdateRefused: notAllowed; unsafeProgram, where others than administrators may write beside the program.
        """
        ...

    def program(self) -> Path:
        """The installed console program, which the scheduled task runs. Raises UpdateRefused: notInstalled."""
        ...


class OtherMachine:
    """Linux: told and nothing more."""

    def package(self) -> Kind | None:
        return None

    def windows(self) -> Version | None:
        return None

    def may_install(self) -> bool:
        return False

    def is_system(self) -> bool:
        return False

    def program_runs(self) -> bool:
        return False

    def secure(self, folder: Path) -> None:
        raise UpdateRefused("notWindows")

    def check_signature(self, path: Path) -> None:
        raise UpdateRefused("notWindows")

    def start_setup(self, path: Path) -> None:
        raise UpdateRefused("notWindows")

    def start_package(self, path: Path, log_file: Path) -> None:
        raise UpdateRefused("notWindows")

    def set_task(self, definition: str | None) -> None:
        raise UpdateRefused("notWindows")

    def program(self) -> Path:
        raise UpdateRefused("notInstalled")


def this_machine() -> Machine:
    """This system's half."""
    if sys.platform == "win32":
        from desktop.updates.windows import WindowsMachine

        return WindowsMachine()
    return OtherMachine()
