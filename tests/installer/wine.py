"""A Windows of its own under wine, for trying an installer: a prefix, programs run in it, its registry and files.

What wine 8 lacks of Windows 10 is put into the prefix, never into the payload.
"""

from __future__ import annotations

import getpass
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from resources.installer import tools

_STUBS = Path(__file__).parent / "stubs"
_LINKED = {"bcryptprimitives": ["-ladvapi32"]}
_STRING = re.compile(r'^(?:@|"((?:[^"\\]|\\.)*)")="((?:[^"\\]|\\.)*)"$')
_FONTS = ("truetype/noto/NotoSans-*.ttf", "truetype/liberation2/*.ttf")
_SUBSTITUTES = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion\FontSubstitutes"


class Display:
    """A screen that nobody sees: windows of Qt's own Windows plugin want one. Call `close` at the end."""

    def __init__(self) -> None:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
        self._process = subprocess.Popen(
            command, pass_fds=[write], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.name = f":{number}"

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()


class Registry:
    """What ``reg export`` wrote: strings by key and name, below HKLM.

    Args:
        text: the exported file.
    """

    def __init__(self, text: str) -> None:
        self._keys: dict[str, dict[str, str]] = {}
        values: dict[str, str] = {}
        for line in text.splitlines():
            if line.startswith("["):
                values = self._keys.setdefault(line[1:-1].removeprefix("HKEY_LOCAL_MACHINE\\").lower(), {})
            elif found := _STRING.match(line):
                name, content = (re.sub(r"\\(.)", r"\1", one or "") for one in found.groups())
                values[name.lower()] = content

    def value(self, key: str, name: str) -> str | None:
        """A string; None where there is none. ``name`` is "" for the key's own."""
        return self._keys.get(key.lower(), {}).get(name.lower())

    def has(self, key: str) -> bool:
        """Whether there is such a key."""
        return key.lower() in self._keys

    def below(self, key: str) -> list[str]:
        """The keys right below a key."""
        start = key.lower() + "\\"
        return [one for one in self._keys if one.startswith(start) and "\\" not in one[len(start) :]]


class Wine:
    """One prefix. Call `close` at the end.

    Args:
        prefix: its folder; made where there is none.
        display: where windows are shown.
    """

    def __init__(self, prefix: Path, display: str) -> None:
        self.prefix = prefix
        prefix.mkdir(parents=True, exist_ok=True)
        self._environment = {
            **os.environ, "WINEPREFIX": str(prefix), "WINEARCH": "win64", "WINEDEBUG": "-all", "DISPLAY": display,
            "LC_ALL": "C.UTF-8",
            # wine makes a person's own folders the Windows user's, and puts shortcuts into this machine's menus.
            "HOME": str(prefix / "home"),
            "WINEDLLOVERRIDES": "winemenubuilder.exe=;wbemprox=;mshtml=;mscoree=;bcryptprimitives,icuuc,mscms=n",
        }  # fmt: skip
        (prefix / "home").mkdir(parents=True, exist_ok=True)
        self.run("wineboot", "-i")
        self.run("winecfg", "-v", "win10")
        for source in sorted(_STUBS.glob("*.c")):
            target = self.path(rf"C:\windows\system32\{source.stem}.dll")
            target.unlink(missing_ok=True)
            tools.call([str(tools.COMPILER.path()), "-shared", "-s", "-O1", source, "-o", target,
                        *_LINKED.get(source.stem, [])])  # fmt: skip
        self._put_fonts()

    def _put_fonts(self) -> None:
        """wine has none of Windows' own; Qt without a screen reads a folder."""
        folder = self.path(r"C:\fonts")
        folder.mkdir(exist_ok=True)
        for pattern in _FONTS:
            for font in Path("/usr/share/fonts").glob(pattern):
                shutil.copyfile(font, folder / font.name)
        for name in ("Segoe UI", "MS Shell Dlg", "MS Shell Dlg 2"):
            self.write(_SUBSTITUTES, name, "Noto Sans")

    @property
    def person(self) -> str:
        """The folder of the Windows user, as Windows names it."""
        return rf"C:\users\{getpass.getuser()}"

    def path(self, windows: str) -> Path:
        """Where a path of the C: drive lies on this machine."""
        return self.prefix / "drive_c" / windows.removeprefix("C:\\").replace("\\", "/")

    def run(
        self, *command: str | Path, timeout: float = 300, more: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a program to its end: both its outputs are one pipe, there is no input.

        Args:
            more: environment variables.

        Raises:
            subprocess.TimeoutExpired: it took longer, in seconds; what it had printed is in the note.
        """
        try:
            return subprocess.run(
                ["wine", *map(str, command)], env={**self._environment, **(more or {})}, stdin=subprocess.DEVNULL,
                cwd=self.prefix, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
                errors="replace", timeout=timeout,
            )  # fmt: skip
        except subprocess.TimeoutExpired as late:
            # Bytes, whatever was asked for.
            late.add_note((late.stdout or b"").decode("utf-8", "replace")[-3000:])
            raise

    def offscreen(self, wanted: bool) -> None:
        """Whether Qt draws without a screen from now on. By the registry: wine hands no QT_ variable on."""
        for name, value in (("QT_QPA_PLATFORM", "offscreen"), ("QT_QPA_FONTDIR", r"C:\fonts")):
            if wanted:
                self.write(r"HKCU\Environment", name, value)
            else:
                self.run("reg", "delete", r"HKCU\Environment", "/v", name, "/f")

    def registry(self) -> Registry:
        """All of HKLM\\Software as it is now, in the 64-bit view."""
        # Not by "reg query": what it prints has lost its Vietnamese letters.
        exported = self.path(r"C:\registry.reg")
        exported.unlink(missing_ok=True)
        self.run("reg", "export", r"HKLM\Software", r"C:\registry.reg", "/y")
        return Registry(exported.read_text("utf-16"))

    def write(self, key: str, name: str, value: str) -> None:
        """Write a string value, in the 64-bit view."""
        self.run("reg", "add", key, "/v", name, "/t", "REG_SZ", "/d", value, "/f", "/reg:64")

    def close(self) -> None:
        """End everything that runs in the prefix."""
        subprocess.run(["wineserver", "-k"], env=self._environment, stderr=subprocess.DEVNULL, check=False)
        subprocess.run(["wineserver", "-w"], env=self._environment, stderr=subprocess.DEVNULL, check=False)
