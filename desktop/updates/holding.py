"""Opening a file so that it stays what it is while it is looked at, locks, links: each system's way. Knows nothing.

Windows: no other program may write, rename or delete it meanwhile, and a reparse point is not followed. Elsewhere: a
link is not followed; the folder is the user's own.
"""

from __future__ import annotations

import ctypes
import os
import stat
import sys
from io import FileIO
from pathlib import Path
from typing import Any

_REPARSE = 0x400


def is_link(path: Path) -> bool:
    """Whether it is a symbolic link, a junction, or another reparse point; False where there is nothing."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISLNK(found.st_mode) or bool(getattr(found, "st_file_attributes", 0) & _REPARSE)


if sys.platform == "win32":
    _GENERIC_READ, _SHARE_READ, _OPEN_EXISTING = 0x80000000, 1, 3
    _OPEN_REPARSE_POINT = 0x00200000

    def hold(path: Path) -> FileIO:
        """Open for reading; held until closed. Raises OSError, also where it is a reparse point."""
        import msvcrt

        kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)
        create = kernel.CreateFileW
        create.restype = ctypes.c_void_p
        create.argtypes = [ctypes.c_wchar_p, ctypes.c_uint32, ctypes.c_uint32, ctypes.c_void_p,
                           ctypes.c_uint32, ctypes.c_uint32, ctypes.c_void_p]  # fmt: skip
        handle = create(str(path), _GENERIC_READ, _SHARE_READ, None, _OPEN_EXISTING, _OPEN_REPARSE_POINT, None)
        if handle is None or handle == ctypes.c_void_p(-1).value:
            raise ctypes.WinError(ctypes.get_last_error())
        opened = os.fdopen(msvcrt.open_osfhandle(handle, os.O_RDONLY), "rb", buffering=0)
        if is_link(path):
            opened.close()
            raise OSError("reparse point")
        return opened

    def lock(path: Path) -> int | None:
        """Hold a lock file until the descriptor is closed; None where another has it. Raises OSError."""
        import msvcrt

        handle = os.open(path, os.O_RDWR | os.O_CREAT)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            os.close(handle)
            return None
        return handle

else:

    def hold(path: Path) -> FileIO:
        """Open for reading. Raises OSError, also where it is a link."""
        return os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb", buffering=0)

    def lock(path: Path) -> int | None:
        """Hold a lock file until the descriptor is closed; None where another has it. Raises OSError."""
        import fcntl

        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            return None
        return handle
