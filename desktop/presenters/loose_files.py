"""PDF files of the person's own, as they lie on the disk: read whole, and signed ones written beside them.

Nothing is ever written over: neither the file that was signed nor any other. Blocks, in a lane. Knows nothing of ours
but sizes and problems.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from signing.problems import FileProblem
from signing.sizes import MOST_BYTES, check_size

MOST = 200
"""Files in the window at once that are not signed yet."""
_TRIES = 1000


class LooseNotRead(FileProblem):
    """The file cannot be read (any more)."""

    code = "looseNotRead"


class LooseChanged(FileProblem):
    """The file is another than it was when it was looked at."""

    code = "changedSince"


@dataclass(frozen=True)
class Content:
    """A file as it is now."""

    data: bytes
    digest: str


def read(path: Path) -> Content:
    """The whole file.

    Raises:
        LooseNotRead, PdfTooBig
    """
    try:
        # Opening a pipe would wait for ever.
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise LooseNotRead("notAFile")
        check_size(found.st_size)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise LooseNotRead(type(error).__name__) from error
    check_size(len(data))
    return Content(data, hashlib.sha256(data).hexdigest())


def may_write(folder: Path) -> bool:
    """Whether a file can be made there: rights alone do not tell on a share."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def names(path: Path, mark: str) -> list[str]:
    """What a signed copy may be called, the likeliest first: "Hợp đồng (đã ký).pdf", "Hợp đồng (đã ký 2).pdf" …

    Args:
        mark: the words in brackets.
    """
    stem, ending = (path.stem, path.suffix) if path.suffix.lower() == ".pdf" else (path.name, ".pdf")
    numbers = ("", *(f" {number}" for number in range(2, _TRIES)))
    return [f"{_short(stem, ending, f' ({mark}{number})')} ({mark}{number}){ending}" for number in numbers]


def _short(stem: str, ending: str, more: str) -> str:
    """The stem cut so that the whole name stays below 255 bytes, which no file system takes more than."""
    room = 250 - len(os.fsencode(more + ending))
    whole = os.fsencode(stem)
    while room and whole[room:] and whole[room] & 0xC0 == 0x80:
        # Within a letter.
        room -= 1
    return os.fsdecode(whole[:room]).rstrip()


def readable(name: str) -> str:
    """A name as it can be shown: on Linux it may hold bytes that are no text."""
    return name.encode("utf-8", "replace").decode()


def write_new(folder: Path, wanted: list[str], data: bytes) -> Path:
    """Write a file under the first of these names that is free, whole or not at all.

    Raises:
        OSError: it cannot be written, or no name is free.
    """
    # Its rights are those of any other file that the person makes there, not this user's alone as `tempfile` has them.
    aside = folder / f".{secrets.token_hex(8)}.tmp"
    try:
        with aside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        return _put(aside, folder, wanted)
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _put(aside: Path, folder: Path, wanted: list[str]) -> Path:
    for name in wanted:
        path = folder / name
        try:
            # Makes the name or fails: nothing that stands there is written over. Windows renames so; elsewhere a
            # rename would take the place of another file.
            if os.name == "nt":
                os.rename(aside, path)
            else:
                os.link(aside, path)
        except FileExistsError:
            continue
        except OSError:
            if os.name == "nt":
                raise
            # A file system without links (a memory stick): hold the name first, then fill it.
            try:
                os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o644))
            except FileExistsError:
                continue
            os.replace(aside, path)
        return path
    raise FileExistsError(str(folder))
