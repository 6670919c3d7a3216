"""Says how long it took from the start of this process until its first window was painted, in seconds.

Run as text that timeit executes; the profile's folder is in the environment variable TRIAL_PROFILE.
"""

from __future__ import annotations

import ctypes
import os
import sys
from ctypes import wintypes
from pathlib import Path

assert sys.platform == "win32"

# "1": every module is compiled anew, as of sources that were never run.
sys.dont_write_bytecode = os.environ.get("TRIAL_UNCOMPILED") == "1"

from PySide6.QtCore import QEvent, QObject  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402


def age() -> float:
    """Seconds since this process was made."""
    made, ended, kernel, user, now = (wintypes.FILETIME() for _ in range(5))
    system = ctypes.windll.kernel32
    system.GetCurrentProcess.restype = ctypes.c_void_p
    process = ctypes.c_void_p(system.GetCurrentProcess())
    system.GetProcessTimes(process, *(ctypes.byref(one) for one in (made, ended, kernel, user)))
    system.GetSystemTimeAsFileTime(ctypes.byref(now))

    def whole(time: wintypes.FILETIME) -> int:
        return (time.dwHighDateTime << 32) + time.dwLowDateTime

    return (whole(now) - whole(made)) / 10_000_000


class Watch(QObject):
    """Ends the process at the first paint of a window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            print(f"first window: {age():.3f}", flush=True)
            os._exit(0)
        return False


# The one that the program would make; made here so that the first paint is seen.
application = QApplication(["tacnghiep"])
watch = Watch()
application.installEventFilter(watch)

from desktop.application import run  # noqa: E402

run(Path(os.environ["TRIAL_PROFILE"]), lambda entrance: entrance.run(), early=True)
