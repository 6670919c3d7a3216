"""One built payload, packed as two versions by both installers: an older one, and the one that is tried."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from resources.installer import msi, nsis
from resources.installer import payload as payloads

ROOT = Path(__file__).resolve().parents[2]
OLDER = "0.0.9"
STALE = Path("app/desktop/of_the_older.py")
"""A module that the older version has and the newer has not: Python would find it if it stayed."""


@dataclass(frozen=True)
class Version:
    """One version, packed.

    Attributes:
        number: of three parts, by which upgrades go.
        told: by the program of itself.
        payload: the folder that both installers carry.
        setup, package: setup.exe and the MSI.
    """

    number: str
    told: str
    payload: Path
    setup: Path
    package: Path

    def files(self) -> list[Path]:
        """Every file that has to be installed, relative."""
        return list(payloads.files(self.payload))


def build(work: Path) -> None:
    """The payload with the practice office and both installers of it, as administrators build them, only packed less.

    Raises:
        subprocess.CalledProcessError: the build failed, and has said why.
    """
    command = [sys.executable, "build_installer.py", "--practice", "--quick", "--keep", work, "--output", work / "dist"]
    subprocess.check_call([str(part) for part in command], cwd=ROOT)


def newer(payload: Path, dist: Path) -> Version:
    """The version that is tried.

    Raises:
        ValueError: the folder has no installers of this source's version, or several.
    """
    number = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    (setup,), (package,) = dist.glob(f"tacnghiep-{number}*-setup.exe"), dist.glob(f"tacnghiep-{number}*.msi")
    return Version(number, _told(payload), payload, setup, package)


def older(than: Version, work: Path) -> Version:
    """The same payload as an older version, with one module more."""
    payload, between = work / "older", work / "older-between"
    for folder in (payload, between):
        shutil.rmtree(folder, ignore_errors=True)
    between.mkdir(parents=True)
    shutil.copytree(than.payload, payload, copy_function=os.link)
    program = payload / payloads.PROGRAM
    (about,) = program.glob("tacnghiep-*.dist-info")
    shutil.rmtree(about)
    about = program / f"tacnghiep-{OLDER}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: tacnghiep\nVersion: {OLDER}\n", encoding="ascii")
    (payload / STALE).write_text('"""Gone in the newer version."""\n', encoding="ascii")
    made = Version(OLDER, OLDER, payload, work / f"tacnghiep-{OLDER}-setup.exe", work / f"tacnghiep-{OLDER}.msi")
    nsis.build(payload, made.setup, OLDER, ROOT / "resources/installer/tacnghiep.ico", between, quick=True)
    msi.build(payload, made.package, OLDER, between)
    return made


def _told(payload: Path) -> str:
    (about,) = (payload / payloads.PROGRAM).glob("tacnghiep-*.dist-info")
    return about.name.removeprefix("tacnghiep-").removesuffix(".dist-info")
