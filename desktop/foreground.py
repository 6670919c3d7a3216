"""Brings a window of ours before those of other programs, and tells one login on this machine from another.

Knows Qt alone. Windows lets a program come forward only where the one that the person has just used allows it; Wayland
wants the word that it gave that program; X11 asks nobody.
"""

from __future__ import annotations

import ctypes
import os
import sys
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

_ACTIVATION = "XDG_ACTIVATION_TOKEN"


def login() -> str:
    """The login that this process runs in: its windows are seen there and nowhere else."""
    if sys.platform == "win32":
        return _windows_session()
    return os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""


def _windows_session() -> str:
    number = ctypes.c_ulong(0)
    windll: Any = getattr(ctypes, "windll")  # noqa: B009 (exists on Windows only)
    known = windll.kernel32.ProcessIdToSessionId(os.getpid(), ctypes.byref(number))
    return str(number.value) if known else ""


def give_way(pid: int) -> None:
    """Allow another process to come to the front in our stead."""
    if sys.platform == "win32":
        windll: Any = getattr(ctypes, "windll")  # noqa: B009
        windll.user32.AllowSetForegroundWindow(pid)


def given() -> str:
    """What the window system gave this start, to be handed on."""
    return os.environ.get(_ACTIVATION, "")


def bring(window: QWidget, activation: str = "") -> None:
    """Show a window before all others, as it was before it was made small or hidden."""
    if activation:
        # Qt takes it from here when the window asks for the keyboard, and forgets it.
        os.environ[_ACTIVATION] = activation
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    above = QApplication.activeModalWidget()
    if above is not None and above is not window:
        above.raise_()
        above.activateWindow()
