"""Builds the installers of this source and tries them under wine: ``python -m tests.installer [--keep DIR]``.

Judged by what is there afterwards: wine's exit codes say little.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from resources.installer import msi, nsis, payload
from tests.installer import parts
from tests.installer.wine import Display, Wine

ROOT = Path(__file__).resolve().parents[2]
FOLDER = r"C:\Program Files\TacNghiep"
PROFILE = r"C:\profile"
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\TacNghiep"
OLD, NEW = "0.9.0", "0.9.1"


class Trial:
    """What is tried: one built payload, packed as two versions."""

    def __init__(self, work: Path, display: str) -> None:
        self.work = work
        self.payload = work / "payload"
        self.files = list(payload.files(self.payload))
        self.windows = Wine(work / "windows", display)
        self.installed = self.windows.path(FOLDER)

    def setup(self, version: str) -> Path:
        """setup.exe as that version."""
        made = self.work / f"tacnghiep-{version}-setup.exe"
        if not made.exists():
            icon = ROOT / "resources/installer/tacnghiep.ico"
            nsis.build(self.payload, made, version, icon, self.work / "between", quick=True)
        return made

    def package(self, version: str) -> Path:
        """The MSI as that version."""
        made = self.work / f"tacnghiep-{version}.msi"
        if not made.exists():
            msi.build(self.payload, made, version, self.work / "between")
        return made

    def all_there(self) -> None:
        """Every file of the payload is installed, as long as it was."""
        for one in self.files:
            path = self.installed / one
            assert path.is_file(), one
            assert path.stat().st_size == (self.payload / one).stat().st_size, one

    def nothing_there(self) -> None:
        """No file, key or shortcut is left."""
        assert not self.installed.exists(), sorted(self.installed.rglob("*"))[:5]
        assert self.windows.registry(rf"HKLM\{nsis.KEY}", "Version") is None
        assert not list(self.shortcuts())

    def shortcuts(self) -> list[Path]:
        """The program's entries in the start menu."""
        return list(self.windows.path(r"C:\ProgramData\Microsoft\Windows\Start Menu").rglob("T*c nghi*.lnk"))

    def program(self, *arguments: str, timeout: float = 300) -> str:
        """What the installed program prints."""
        return self.windows.run(rf"{FOLDER}\tacnghiep.com", *arguments, timeout=timeout).stdout


def setup_installs(trial: Trial) -> None:
    begun = time.monotonic()
    trial.windows.run(trial.setup(OLD), "/S")
    print(f"  installed in {time.monotonic() - begun:.1f} s")
    trial.all_there()
    assert trial.windows.registry(rf"HKLM\{nsis.KEY}", "Version") == OLD
    assert trial.windows.registry(rf"HKLM\{UNINSTALL}", "DisplayVersion") == OLD
    assert trial.shortcuts()


def the_program_runs(trial: Trial) -> None:
    told = json.loads(trial.program("diagnose", "--json", "--profile", PROFILE))
    print("  diagnose: " + ", ".join(sorted(told)))
    assert told


def upgrade_keeps_the_profile(trial: Trial) -> None:
    kept = trial.windows.path(PROFILE) / "kept.txt"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("kept", encoding="ascii")
    stale = trial.installed / "app/desktop/stale.py"
    trial.windows.run(trial.setup(NEW), "/S")
    trial.all_there()
    assert trial.windows.registry(rf"HKLM\{nsis.KEY}", "Version") == NEW
    assert kept.read_text(encoding="ascii") == "kept"
    assert not stale.exists()


def downgrade_is_refused(trial: Trial) -> None:
    trial.windows.run(trial.setup(OLD), "/S")
    assert trial.windows.registry(rf"HKLM\{nsis.KEY}", "Version") == NEW


def setup_leaves_nothing(trial: Trial) -> None:
    own = trial.installed / "of-the-office.txt"
    own.write_text("not ours", encoding="ascii")
    trial.windows.run(rf"{FOLDER}\uninstall.exe", "/S", rf"_?={FOLDER}")
    assert own.exists(), "a file that nobody installed was removed"
    own.unlink()
    trial.installed.rmdir()
    trial.nothing_there()
    assert trial.windows.path(PROFILE).exists()


TRIALS: tuple[Callable[[Trial], None], ...] = (
    setup_installs, the_program_runs, upgrade_keeps_the_profile, downgrade_is_refused, setup_leaves_nothing,
)  # fmt: skip


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="tests.installer", description="Try the Windows installers under wine.")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="build and try here, and leave it")
    parser.add_argument("--payload", type=Path, metavar="DIR", help="a payload with the practice office, already built")
    parser.add_argument("--parts", nargs="*", metavar="NAME", help="try the Windows-only parts alone, all or these")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        work = (options.keep or Path(temporary)).resolve()
        work.mkdir(parents=True, exist_ok=True)
        display = Display()
        try:
            return _try(work, display.name, options)
        finally:
            display.close()


def _try(work: Path, display: str, options: argparse.Namespace) -> int:
    folder: Path = options.payload.resolve() if options.payload else work / "payload"
    if not folder.exists():
        build = [sys.executable, "build_installer.py", "--only", "payload", "--practice", "--keep", str(work)]
        if subprocess.call(build, cwd=ROOT):
            return 1
    if options.parts is not None:
        windows = Wine(work / "windows", display)
        try:
            parts.try_all(windows, f"Z:{folder}/tacnghiep.com".replace("/", "\\"), options.parts)
        finally:
            windows.close()
        return 0
    trial = Trial(work, display)
    try:
        for one in TRIALS:
            print(one.__name__.replace("_", " "), flush=True)
            one(trial)
    finally:
        trial.windows.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
