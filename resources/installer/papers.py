"""What goes beside the programs: everyone's licences, and the sums. Knows the payload's places."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path

from resources.installer import payload as payloads
from resources.installer.tools import BuildError

_HERE = Path(__file__).parent / "licences"
_MARKS = ("licen", "copying", "notice")


def put_licences(payload: Path) -> None:
    """The texts that the wheels do not bring: Python's own, Qt's, and those of what is linked into others.

    Raises:
        BuildError: a library brings no licence at all.
    """
    folder = payload / "licences"
    folder.mkdir()
    (payload / "LICENSE.txt").rename(folder / "python.txt")
    for path in sorted(_HERE.iterdir()):
        shutil.copyfile(path, folder / path.name)
    without = [one.name for one in sorted((payload / payloads.LIBRARIES).glob("*.dist-info")) if not _has_licence(one)]
    if without:
        raise BuildError(f"no licence came with {', '.join(without)}")


def _has_licence(about: Path) -> bool:
    return any(mark in path.as_posix().lower() for path in about.rglob("*") for mark in _MARKS)


def digest(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_sums(made: Iterable[Path], target: Path) -> None:
    """One line a file, as ``sha256sum --check`` reads them."""
    lines = [f"{digest(path)} *{path.name}\n" for path in sorted(made)]
    target.write_text("".join(lines), encoding="ascii", newline="\n")


def payload_digest(payload: Path) -> str:
    """One digest of all names and bytes: two builds of one commit give the same."""
    whole = hashlib.sha256()
    for one in payloads.files(payload):
        whole.update(f"{digest(payload / one)} *{one.as_posix()}\n".encode())
    return whole.hexdigest()
