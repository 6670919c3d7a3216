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
        msys: package of MSYS2 that has it, which is where they are taken from on Windows; empty where it is not needed
            there.
    """

    names: tuple[str, ...]
    debian: str
    msys: str

    def path(self) -> str | None:
        """Where it is; None where it is not installed."""
        return next((found for name in self.names if (found := shutil.which(name))), None)


_MSYS = "mingw-w64-ucrt-x86_64-"
GIT = Tool(("git",), "git", "git")
COMPILER = Tool(("x86_64-w64-mingw32-gcc", "gcc"), "gcc-mingw-w64-x86-64", f"{_MSYS}gcc")
RESOURCES = Tool(("x86_64-w64-mingw32-windres", "windres"), "binutils-mingw-w64-x86-64", f"{_MSYS}binutils")
NSIS = Tool(("makensis",), "nsis", f"{_MSYS}nsis")
WIXL = Tool(("wixl",), "wixl", f"{_MSYS}msitools")
MSIBUILD = Tool(("msibuild",), "msitools", f"{_MSYS}msitools")
MSIINFO = Tool(("msiinfo",), "msitools", f"{_MSYS}msitools")
WINE = Tool(("wine",), "wine", "")
SIGNER = Tool(("osslsigncode",), "osslsigncode", f"{_MSYS}osslsigncode")


def require(tools: Sequence[Tool]) -> None:
    """All of these are here.

    Raises:
        BuildError: names each that is missing, with the command that installs it.
    """
    missing = [tool for tool in tools if tool.path() is None and (tool.msys or not WINDOWS)]
    if missing:
        raise BuildError(lacking(missing, windows=WINDOWS))


def lacking(missing: Sequence[Tool], *, windows: bool) -> str:
    """What is missing, and the one command that installs all of it."""
    names = ", ".join(tool.names[0] for tool in missing)
    packages = " ".join(dict.fromkeys(tool.msys if windows else tool.debian for tool in missing))
    if windows:
        return (
            f"Missing: {names}\nInstall MSYS2 (winget install MSYS2.MSYS2), run in its UCRT64 window\n"
            f"    pacman -S {packages}\nand put C:\\msys64\\ucrt64\\bin on the PATH."
        )
    return f"Missing: {names}\nInstall with\n    apt-get install {packages}"


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
