"""The programs that building needs, found on this machine or named with what installs them. Knows the system alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

WINDOWS = sys.platform == "win32"


class BuildError(Exception):
    """Building cannot go on; the message says why and what to do."""


@dataclass(frozen=True)
class Tool:
    """A program that building calls.

    Attributes:
        names: of the program; the first that is found is taken.
        debian: package that has it.
        windows: command that installs it on Windows; empty where it is not needed there.
    """

    names: tuple[str, ...]
    debian: str
    windows: str

    def path(self) -> str | None:
        """Where it is; None where it is not installed."""
        return next((found for name in self.names if (found := shutil.which(name))), None)


COMPILER = Tool(
    ("x86_64-w64-mingw32-gcc", "gcc"), "gcc-mingw-w64-x86-64", "winget install BrechtSanders.WinLibs.POSIX.UCRT"
)
RESOURCES = Tool(("x86_64-w64-mingw32-windres", "windres"), "binutils-mingw-w64-x86-64", COMPILER.windows)
NSIS = Tool(("makensis",), "nsis", "winget install NSIS.NSIS")
WIXL = Tool(("wixl",), "wixl", "pacman -S mingw-w64-ucrt-x86_64-msitools")
MSIBUILD = Tool(("msibuild",), "msitools", WIXL.windows)
MSIINFO = Tool(("msiinfo",), "msitools", WIXL.windows)
WINE = Tool(("wine",), "wine", "")
SIGNER = Tool(("osslsigncode",), "osslsigncode", "winget install mtrojnar.osslsigncode")


def require(tools: Sequence[Tool]) -> None:
    """All of these are here.

    Raises:
        BuildError: names each that is missing, with the command that installs it.
    """
    missing = [tool for tool in tools if tool.path() is None and (tool.windows or not WINDOWS)]
    if not missing:
        return
    lines = [
        f"{tool.names[0]} is missing: {tool.windows if WINDOWS else 'apt-get install ' + tool.debian}"
        for tool in missing
    ]
    raise BuildError("\n".join(lines))


def call(
    command: Sequence[str | Path], *, cwd: Path | None = None, environment: Mapping[str, str] | None = None
) -> str:
    """Run a program to its end and give what it printed.

    Raises:
        BuildError: it failed; with its last lines.
    """
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**os.environ, **(environment or {})}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
    )  # fmt: skip
    if done.returncode:
        tail = "\n".join(done.stdout.splitlines()[-20:])
        raise BuildError(f"{Path(str(command[0])).name} ended with {done.returncode}:\n{tail}")
    return done.stdout
