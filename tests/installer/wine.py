"""A Windows of its own under wine, for trying an installer: a prefix, programs run in it, its registry and files.

What wine 8 lacks of Windows 10 is put into the prefix, never into the payload.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from resources.installer import tools

_STUBS = Path(__file__).parent / "stubs"
_LINKED = {"bcryptprimitives": ["-ladvapi32"]}


class Wine:
    """One prefix. Call `close` at the end."""

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix
        self._environment = {
            **os.environ, "WINEPREFIX": str(prefix), "WINEARCH": "win64", "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "wbemprox=;mshtml=;mscoree=;bcryptprimitives,icuuc,mscms=n",
        }  # fmt: skip
        self.run("wineboot", "-i")
        self.run("winecfg", "-v", "win10")
        for source in sorted(_STUBS.glob("*.c")):
            target = self.path(rf"C:\windows\system32\{source.stem}.dll")
            target.unlink(missing_ok=True)
            tools.call([str(tools.COMPILER.path()), "-shared", "-s", "-O1", source, "-o", target,
                        *_LINKED.get(source.stem, [])])  # fmt: skip

    def path(self, windows: str) -> Path:
        """Where a path of the C: drive lies on this machine."""
        return self.prefix / "drive_c" / windows.removeprefix("C:\\").replace("\\", "/")

    def run(self, *command: str | Path, timeout: float = 300) -> subprocess.CompletedProcess[str]:
        """Run a program to its end: standard output is a pipe, there is no input.

        Raises:
            subprocess.TimeoutExpired: it took longer, in seconds.
        """
        return subprocess.run(
            ["wine", *map(str, command)], env=self._environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace", timeout=timeout,
        )  # fmt: skip

    def registry(self, key: str, name: str) -> str | None:
        """A string value below HKLM, in the 64-bit view; None where there is none."""
        told = self.run("reg", "query", rf"HKLM\{key}", "/v", name, "/reg:64").stdout
        found = [line.split("REG_SZ", 1)[1].strip() for line in told.splitlines() if "REG_SZ" in line]
        return found[0] if found else None

    def set_registry(self, key: str, name: str, value: str) -> None:
        """Write a string value below HKLM."""
        self.run("reg", "add", rf"HKLM\{key}", "/v", name, "/t", "REG_SZ", "/d", value, "/f", "/reg:64")

    def close(self) -> None:
        """End everything that runs in the prefix."""
        self.run("wineboot", "-k")
