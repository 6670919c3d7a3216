"""The folder in which a package is laid ready: fetched piece by piece, checked, and only then called by its name.

Knows the manifest's rules and the disk. A user's folder is the user's own; the one of the scheduled task is that of
the SYSTEM account, where nobody else can write. Links and files of several names are taken for what they are: a trick.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import Any

import structlog

from desktop.updates import manifest
from desktop.updates.holding import hold, is_link, lock
from desktop.updates.manifest import Seen, UpdateFile, UpdateRefused
from local_cache.profile import sync_folder

log = structlog.get_logger(__name__)

RESERVE = 256 << 20
"""Bytes that are left free on the disk, for the work and for the installer itself."""
PART = ".part"
SEEN = "seen.json"
STATUS = "status.json"
LOCK = "lock"
_PIECE = 1 << 20


class Staging:
    """The folder. Methods block; one process at a time may write in it (`alone`).

    Args:
        folder: made where it is missing, for this user alone; its parent is there already, or made too.
        reserve: bytes to leave free.
    """

    def __init__(self, folder: Path, reserve: int = RESERVE) -> None:
        self.folder = folder
        self._reserve = reserve

    def prepare(self) -> None:
        """Make the folder, and see that it is one.

        Raises:
            UpdateRefused: unsafeFolder, diskFull, unreadable.
        """
        with _disk():
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if is_link(self.folder) or not self.folder.is_dir():
                raise UpdateRefused("unsafeFolder", "link")
            if sys.platform != "win32":
                found = self.folder.stat()
                if found.st_uid != os.geteuid() or found.st_mode & 0o022:
                    raise UpdateRefused("unsafeFolder", "others")

    @contextmanager
    def alone(self) -> Iterator[None]:
        """While inside, no other process writes here.

        Raises:
            UpdateRefused: inUse; as `prepare`.
        """
        self.prepare()
        with _disk():
            held = lock(self.folder / LOCK)
        if held is None:
            raise UpdateRefused("inUse")
        try:
            yield
        finally:
            os.close(held)

    # -- what was believed

    def seen(self) -> Seen | None:
        """The newest announcement that was believed here; None where none was, or nobody can read it any more."""
        value = self._read(SEEN)
        sequence, digest, key = (value.get(name) for name in ("sequence", "digest", "key"))
        if isinstance(sequence, int) and isinstance(digest, str) and isinstance(key, str):
            return Seen(sequence, digest, key)
        return None

    def keep_announcement(self, data: bytes, signature: bytes, seen: Seen) -> None:
        """Keep what was believed. Its mark goes first: a kill in between leaves it more careful, never less.

        Raises:
            UpdateRefused: diskFull, unreadable.
        """
        mark = {"sequence": seen.sequence, "digest": seen.digest, "key": seen.key}
        self.write(SEEN, json.dumps(mark).encode())
        self.write(manifest.NAME + ".sig", signature)
        self.write(manifest.NAME, data)

    def announcement(self) -> tuple[bytes, bytes] | None:
        """What was kept: to be checked again by whoever reads it."""
        try:
            return (self.folder / manifest.NAME).read_bytes(), (self.folder / (manifest.NAME + ".sig")).read_bytes()
        except OSError:
            return None

    def keep_status(self, status: dict[str, Any]) -> None:
        """What administrators' tools read. Raises UpdateRefused."""
        self.write(STATUS, json.dumps(status, ensure_ascii=False, indent=1).encode())

    def status(self) -> dict[str, Any]:
        """What was said last; empty where nothing was."""
        return self._read(STATUS)

    def write(self, name: str, data: bytes) -> None:
        """Replace a small file as a whole. Raises UpdateRefused: diskFull, unreadable."""
        with _disk():
            beside = self.folder / f"{name}.new"
            beside.unlink(missing_ok=True)
            with os.fdopen(_new(beside), "wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            beside.replace(self.folder / name)
            sync_folder(self.folder)

    def _read(self, name: str) -> dict[str, Any]:
        try:
            value = json.loads((self.folder / name).read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            log.warning("update.unreadable", file=name)
            return {}
        return value if isinstance(value, dict) else {}

    # -- packages

    @contextmanager
    def partial(self, file: UpdateFile) -> Iterator[PartialFile]:
        """The package as far as it has come, to be gone on with.

        Raises:
            UpdateRefused: diskFull, unsafeFolder, unreadable.
        """
        path = self.folder / (file.name + PART)
        with _disk():
            have = path.lstat().st_size if path.exists() and not is_link(path) else 0
            if shutil.disk_usage(self.folder).free < file.size - have + self._reserve:
                raise UpdateRefused("diskFull")
            opened = _open_part(path)
        with opened:
            yield PartialFile(opened, path, file)

    def ready(self, file: UpdateFile) -> Path | None:
        """Where the package lies under its own name, with its size; its digest is for `held` to check."""
        path = self.folder / file.name
        try:
            found = path.lstat()
        except OSError:
            return None
        return path if stat.S_ISREG(found.st_mode) and found.st_size == file.size else None

    @contextmanager
    def held(self, file: UpdateFile) -> Iterator[Path]:
        """The package, checked again and held open so that nobody can put another in its place (on Windows).

        Raises:
            UpdateRefused: noFile, digestMismatch, unsafeFolder; what is not as announced is removed.
        """
        path = self.folder / file.name
        if is_link(self.folder):
            raise UpdateRefused("unsafeFolder", "link")
        try:
            opened = hold(path)
        except FileNotFoundError:
            raise UpdateRefused("noFile") from None
        except OSError:
            raise UpdateRefused("unsafeFolder", "link") from None
        with opened:
            found = os.fstat(opened.fileno())
            sound = stat.S_ISREG(found.st_mode) and found.st_nlink == 1 and found.st_size == file.size
            if sound and _digest(opened) == file.sha256:
                yield path
                return
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            # A virus scanner may have it open: it is not taken in any case.
            log.info("update.not_removed", file=path.name, error=type(error).__name__)
        raise UpdateRefused("digestMismatch")

    def tidy(self, wanted: UpdateFile | None) -> None:
        """Remove every package, begun or whole, but the one that is wanted."""
        kept = {wanted.name, wanted.name + PART} if wanted is not None else set()
        for path in self.folder.glob("tacnghiep-*") if self.folder.is_dir() else ():
            if path.name not in kept and path.name.removesuffix(PART).endswith((".msi", ".exe")):
                try:
                    path.unlink()
                except OSError as error:
                    log.info("update.not_removed", file=path.name, error=type(error).__name__)


class PartialFile:
    """A package under way. `have` in bytes."""

    def __init__(self, opened: FileIO, path: Path, file: UpdateFile) -> None:
        self._opened, self._path, self._file = opened, path, file
        opened.seek(0, os.SEEK_END)
        self.have = opened.tell()
        if self.have > file.size:
            self.begin_anew()

    def begin_anew(self) -> None:
        """Forget what came."""
        self._opened.seek(0)
        self._opened.truncate()
        self.have = 0

    def append(self, data: bytes) -> None:
        """Raises UpdateRefused: diskFull, unreadable."""
        with _disk():
            rest = memoryview(data)
            while rest:
                # Unbuffered, it may take less than it was given.
                written = self._opened.write(rest)
                self.have += written
                rest = rest[written:]

    def finish(self) -> None:
        """Check the whole, make it durable, and call it by its name. What is wrong is thrown away.

        Raises:
            UpdateRefused: digestMismatch; noFile, where it is not whole yet; diskFull, unreadable.
        """
        if self.have < self._file.size:
            raise UpdateRefused("noFile")
        with _disk():
            self._opened.flush()
            if _digest(self._opened) != self._file.sha256:
                self.begin_anew()
                raise UpdateRefused("digestMismatch")
            os.fsync(self._opened.fileno())
            # Windows renames no file that is open.
            self._opened.close()
            self._path.replace(self._path.with_name(self._file.name))
            sync_folder(self._path.parent)


def _digest(opened: FileIO) -> str:
    opened.seek(0)
    return hashlib.file_digest(opened, "sha256").hexdigest()


def _new(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)


def _open_part(path: Path) -> FileIO:
    """The file that was begun, or a new one; a link, or a file that has another name too, is put away first."""
    if is_link(path) or (path.exists() and (path.stat().st_nlink != 1 or not path.is_file())):
        log.warning("update.trick", file=path.name)
        path.unlink()
    flags = os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(path, flags)
    except FileNotFoundError:
        handle = _new(path)
    # Unbuffered: what was told as come is with the system.
    return os.fdopen(handle, "r+b", buffering=0)


@contextmanager
def _disk() -> Iterator[None]:
    """The disk's troubles, as ours."""
    try:
        yield
    except UpdateRefused:
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise UpdateRefused("diskFull") from error
        raise UpdateRefused("unreadable", type(error).__name__) from error
