"""The folder of one profile: what lies where, who may hold it, and where it may not lie.

Knows `errors` and `private_folders`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType

from local_cache import private_folders
from local_cache.errors import OnNetworkShare, ProfileInUse, disk_errors

NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs", "davfs", "webdav"}
)
NETWORK_FUSE = ("sshfs", "davfs", "smbnetfs", "rclone", "s3fs", "gvfsd", "curlftpfs", "glusterfs", "cephfs")
LOCK = "lock"
"""The file in a profile's folder that whoever works in it holds."""
_DRIVE_REMOTE = 4


class Profile:
    """A profile's folder and the lock on it.

    The lock is a byte range (Windows) or a flock (elsewhere) on the file `lock`: the operating system gives it back
    when the program ends in whatever way, so a killed program leaves nothing to clean up.

    Args:
        directory: the folder; made on `prepare`.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._file: int | None = None

    @property
    def cache(self) -> Path:
        return self.directory / "cache.db"

    @property
    def outbox(self) -> Path:
        return self.directory / "outbox.db"

    @property
    def blobs(self) -> Path:
        return self.directory / "blobs"

    @property
    def aside(self) -> Path:
        """Where damaged files are kept: still sealed, for those who can recover more."""
        return self.directory / "aside"

    @property
    def backups(self) -> Path:
        """Where the outbox is kept as it was before a migration: as sealed as the outbox itself."""
        return self.directory / "backups"

    @property
    def rotation(self) -> Path:
        """Where the databases are written anew under another key."""
        return self.directory / "rotation"

    def exists(self) -> bool:
        """Whether a key opens something here: a profile of its own, not an empty folder."""
        key_file = self.directory / "key.json"
        return any(path.exists() and path.stat().st_size > 0 for path in (self.cache, self.outbox, key_file))

    def suspect(self, database: Path) -> Path:
        """A mark that damage showed while working; the next opening looks closely."""
        return database.with_name(database.name + ".suspect")

    def prepare(self) -> None:
        """Make the folder, for this user alone.

        Raises:
            OnNetworkShare, DiskFull
        """
        if on_network(self.directory):
            raise OnNetworkShare(str(self.directory), path=str(self.directory))
        with disk_errors():
            private_folders.make(self.directory)
            self.blobs.mkdir(exist_ok=True, mode=0o700)

    def acquire(self) -> None:
        """Hold the profile.

        Raises:
            ProfileInUse: another program, or another opening in this one, holds it.
        """
        if self._file is not None:
            return
        with disk_errors():
            file = os.open(self.directory / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(file)
        except OSError as error:
            os.close(file)
            raise ProfileInUse(str(self.directory), path=str(self.directory)) from error
        self._file = file

    def release(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def __enter__(self) -> Profile:
        self.prepare()
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":

    def _lock(file: int) -> None:
        import msvcrt

        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:

    def _lock(file: int) -> None:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


COMPANIONS = ("-wal", "-shm")
"""What lies beside a database that is open, or was when the program was killed."""


def remove_log(path: Path) -> None:
    """The log of a database that nobody has open."""
    for companion in COMPANIONS:
        path.with_name(path.name + companion).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a rename durable, where folders can be synced (not on Windows, where renames are journalled)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def on_network(path: Path) -> bool:
    """Whether a path lies on a network drive, as far as the system tells."""
    if sys.platform == "win32":
        return _on_windows_network(path)
    try:
        mounts = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
    except OSError:
        return False
    return network_mount(path, mounts)


def _on_windows_network(path: Path) -> bool:
    import ctypes

    absolute = os.path.abspath(path)
    if absolute.startswith("\\\\") and not absolute.startswith(("\\\\?\\", "\\\\.\\")):
        return True
    if absolute.upper().startswith("\\\\?\\UNC\\"):
        return True
    drive = os.path.splitdrive(absolute.removeprefix("\\\\?\\"))[0]
    windll = getattr(ctypes, "windll")  # noqa: B009 (exists on Windows only)
    return windll.kernel32.GetDriveTypeW(drive + "\\") == _DRIVE_REMOTE


def network_mount(path: Path, mountinfo: str) -> bool:
    """The same from the text of /proc/self/mountinfo: the longest mount point above the path decides."""
    wanted = os.path.realpath(path)
    best, network = "", False
    for line in mountinfo.splitlines():
        left, _, right = line.partition(" - ")
        fields, kinds = left.split(" "), right.split(" ")
        if len(fields) < 5 or not kinds[0]:
            continue
        point = fields[4].encode().decode("unicode_escape", "surrogateescape")
        above = point.rstrip("/") + "/"
        if (wanted + "/").startswith(above) and len(above) >= len(best):
            kind = kinds[0].lower()
            fuse = kind.startswith("fuse.") and any(name in kind for name in NETWORK_FUSE)
            best, network = above, kind in NETWORK_FILE_SYSTEMS or fuse
    return network
