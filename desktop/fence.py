"""Who is the first program in a person's folder, and how it is reached. Knows nothing of ours.

Apart from the rest of the one instance, and reading as little as it can: the first window waits for it.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LOCK, NOTE = "instance.lock", "instance.json"


@dataclass(frozen=True)
class Note:
    """How the first one is reached.

    Attributes:
        login: in which its windows are seen.
    """

    pid: int
    name: str
    secret: bytes
    login: str


class Held:
    """The folder is ours until `release`, or until this process ends.

    Attributes:
        folder: which.
        left: the name under which one that was killed had listened; "" for none.
    """

    def __init__(self, folder: Path, file: int, left: str = "") -> None:
        self.folder = folder
        self.left = left
        self._file = file

    def write(self, note: Note) -> None:
        """Say how we are reached.

        Raises:
            OSError
        """
        value = {"pid": note.pid, "name": note.name, "secret": note.secret.hex(), "login": note.login}
        aside = self.folder / f"{NOTE}.new"
        aside.unlink(missing_ok=True)
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(value, file)
        os.replace(aside, self.folder / NOTE)

    def forget(self) -> None:
        """We are reached no more."""
        with suppress(OSError):
            (self.folder / NOTE).unlink(missing_ok=True)

    def release(self) -> None:
        """Let the next one in."""
        if self._file >= 0:
            self.forget()
            os.close(self._file)
            self._file = -1


def take(folder: Path) -> Held | None:
    """Be the first one; None where another is.

    Raises:
        OSError: the folder cannot be used.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(file)
    except OSError:
        os.close(file)
        return None
    # What one that was killed has left leads nowhere.
    left = note_in(folder)
    held = Held(folder, file, left.name if left is not None else "")
    held.forget()
    return held


if sys.platform == "win32":

    def _lock(file: int) -> None:
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:

    def _lock(file: int) -> None:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def note_in(folder: Path) -> Note | None:
    """How the first one is reached; None while it is not, or where what stands there cannot be read."""
    try:
        value = json.loads((folder / NOTE).read_text("utf-8"))
        return Note(int(value["pid"]), str(value["name"]), bytes.fromhex(value["secret"]), str(value["login"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
