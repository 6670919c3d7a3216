"""Folders for this user alone: made so, and looked at whether they are. One half for each system. Knows nothing
of ours.

A folder that was there before and holds something is left as it is: it may be an administrator's, with rights that
somebody chose. `diagnose` says who else gets in.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from pathlib import Path

_OURS = frozenset({"SY", "BA", "OW", "CO", "S-1-5-18", "S-1-5-32-544", "S-1-3-4", "S-1-3-0"})
"""The system, administrators, the owner and whoever makes a file: in Windows' short words and by number."""


def make(folder: Path) -> None:
    """Make the folder and what is missing above it: all that is new, or empty, is this user's alone.

    Raises:
        OSError: it cannot be made.
    """
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=0o700, exist_ok=True)
        close(one)
    if not missing and not any(folder.iterdir()):
        close(folder)


def close(folder: Path) -> None:
    """Nobody but this user, the system and its administrators gets in; what lies within inherits it on Windows.

    Raises:
        OSError: the rights cannot be set.
    """
    if sys.platform == "win32":
        from local_cache.private_folders_windows import close as close_windows

        close_windows(folder)
    else:
        folder.chmod(0o700)


def strangers(folder: Path) -> tuple[str, ...]:
    """Who else may read or change what lies in the folder; empty where nobody may.

    Returns:
        on Windows, accounts by number (SID) or by their short word in SDDL; elsewhere "group" and "others".

    Raises:
        OSError: the rights cannot be read.
    """
    if sys.platform == "win32":
        from local_cache.private_folders_windows import descriptor, my_number

        return of_descriptor(descriptor(folder), my_number())
    mode = os.stat(folder).st_mode
    found = {"group": mode & stat.S_IRWXG, "others": mode & stat.S_IRWXO}
    return tuple(name for name, bits in found.items() if bits)


def of_descriptor(sddl: str, me: str) -> tuple[str, ...]:
    """The same from a security descriptor's text (SDDL, winnt.h): whom its list of rights lets in.

    Args:
        me: this user's number.
    """
    listed = sddl.partition("D:")[2].partition("S:")[0]
    flags = listed.partition("(")[0]
    if "D:" not in sddl or "NO_ACCESS_CONTROL" in flags:
        return ("WD",)  # no list at all lets everybody in
    entries = re.findall(r"\(([^()]*)\)", listed)
    found: list[str] = []
    for entry in entries:
        kind, _, _, _, _, who, *_ = [*entry.split(";"), "", "", "", "", "", ""]
        if kind in ("A", "XA", "OA") and who and who not in _OURS and who != me and who not in found:
            found.append(who)
    return tuple(found)
