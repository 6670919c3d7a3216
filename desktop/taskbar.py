"""The program's button in the task bar: a number for what is new, a bar for what goes on. Knows Qt alone.

The number is Qt's own on each system. The bar: on Windows ITaskbarList3, called by its table of functions; on Linux the
signal that docks listen to (com.canonical.Unity.LauncherEntry), over D-Bus. Where there is neither nothing is shown,
and nothing depends on it.
"""

from __future__ import annotations

import ctypes
import logging
import sys
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from PySide6.QtGui import QGuiApplication

log = logging.getLogger(__name__)

APPLICATION = "TacNghiep.TacNghiep"
"""The AppUserModelID: windows of one program stand under one button, with the shortcut's name and icon."""
DESKTOP_FILE = "tacnghiep"

Manner = Literal["normal", "paused", "error"]


@dataclass(frozen=True)
class Progress:
    """How far something is.

    Attributes:
        part: 0 to 1.
        manner: "paused" waits for the person, "error" has stopped.
    """

    part: float
    manner: Manner = "normal"


class Bar(Protocol):
    """Either system's bar."""

    def show(self, window: int, progress: Progress | None) -> None:
        """Show it at the button of a window, given by its handle; None takes it away."""
        ...


def name_process() -> None:
    """Tell Windows which program this is; before the first window."""
    if sys.platform == "win32":
        windll: Any = getattr(ctypes, "windll")  # noqa: B009 (exists on Windows only)
        answer = windll.shell32.SetCurrentProcessExplicitAppUserModelID(ctypes.c_wchar_p(APPLICATION))
        if answer:
            log.info("taskbar.not_named %#x", answer & 0xFFFFFFFF)


def bar() -> Bar:
    """This system's."""
    return WindowsBar() if sys.platform == "win32" else DockBar()


class Taskbar:
    """What is shown at the button; what is shown already is not said again.

    Args:
        bar: shows progress; this system's where none is given, made with the first progress.
    """

    def __init__(self, bar: Bar | None = None) -> None:
        self._bar = bar
        self._count = 0
        self._shown: tuple[int, Progress | None] = (0, None)

    def set_count(self, count: int) -> None:
        """Show a number; 0 shows none."""
        application = QGuiApplication.instance()
        if count != self._count and isinstance(application, QGuiApplication):
            self._count = count
            application.setBadgeNumber(count)

    def set_progress(self, window: int, progress: Progress | None) -> None:
        """Show how far something is; None shows nothing."""
        if (window, progress) == self._shown or (progress is None and self._shown[1] is None):
            return
        self._shown = (window, progress)
        if self._bar is None:
            self._bar = bar()
        self._bar.show(window, progress)


class DockBar:
    """Docks of Linux: a signal on the session bus, to whoever listens."""

    def __init__(self, bus: Any = None) -> None:
        from PySide6.QtDBus import QDBusConnection

        self._bus = bus or QDBusConnection.sessionBus()

    def show(self, window: int, progress: Progress | None) -> None:
        from PySide6.QtDBus import QDBusMessage

        if not self._bus.isConnected():
            return
        signal = QDBusMessage.createSignal("/com/canonical/unity/launcherentry/tacnghiep",
                                           "com.canonical.Unity.LauncherEntry", "Update")  # fmt: skip
        values = {
            "progress": float(progress.part if progress is not None else 0.0),
            "progress-visible": progress is not None,
            "urgent": progress is not None and progress.manner != "normal",
        }
        signal.setArguments([f"application://{DESKTOP_FILE}.desktop", values])
        self._bus.send(signal)


class _Guid(ctypes.Structure):
    _fields_ = (
        ("first", ctypes.c_uint32), ("second", ctypes.c_uint16), ("third", ctypes.c_uint16),
        ("rest", ctypes.c_ubyte * 8),
    )  # fmt: skip


def _guid(text: str) -> _Guid:
    import uuid

    return _Guid.from_buffer_copy(uuid.UUID(text).bytes_le)


_CLASS, _INTERFACE = "56fdf344-fd6d-11d0-958a-006097c9a090", "ea1afb91-9e28-4b86-90e9-9e9f8a5eefaf"
_IN_PROCESS = 1  # CLSCTX_INPROC_SERVER
# Places in the table of ITaskbarList3 (shobjidl.h): IUnknown 0-2, ITaskbarList 3-7, ITaskbarList2 8.
_RELEASE, _INIT, _SET_VALUE, _SET_STATE = 2, 3, 9, 10
_NONE, _NORMAL, _ERROR, _PAUSED = 0x0, 0x2, 0x4, 0x8
_MANNERS: dict[Manner, int] = {"normal": _NORMAL, "error": _ERROR, "paused": _PAUSED}
_WHOLE = 1000


class WindowsBar:
    """ITaskbarList3, on the window's thread: Qt has initialised COM there.

    Attributes:
        works: whether the task bar could be reached.
    """

    def __init__(self) -> None:
        windll: Any = getattr(ctypes, "windll")  # noqa: B009 (exists on Windows only)
        self._list = ctypes.c_void_p()
        answer = windll.ole32.CoCreateInstance(
            ctypes.byref(_guid(_CLASS)), None, _IN_PROCESS, ctypes.byref(_guid(_INTERFACE)), ctypes.byref(self._list)
        )
        self.works = answer == 0 and self._call(_INIT) == 0
        if not self.works:
            # No Explorer, as in a kiosk: nothing is shown, and the work goes on.
            log.info("taskbar.none %#x", answer & 0xFFFFFFFF)

    def show(self, window: int, progress: Progress | None) -> None:
        if not self.works:
            return
        state = _MANNERS[progress.manner] if progress is not None else _NONE
        self._call(_SET_STATE, ctypes.c_void_p(window), ctypes.c_int(state))
        if progress is not None:
            done = round(min(1.0, max(0.0, progress.part)) * _WHOLE)
            self._call(_SET_VALUE, ctypes.c_void_p(window), ctypes.c_uint64(done), ctypes.c_uint64(_WHOLE))

    def close(self) -> None:
        """Let it go."""
        if self._list:
            self._call(_RELEASE)
            self._list = ctypes.c_void_p()
            self.works = False

    def _call(self, place: int, *arguments: Any) -> int:
        """One function of the table, with the object before its arguments."""
        make: Any = getattr(ctypes, "WINFUNCTYPE")  # noqa: B009 (exists on Windows only)
        table = ctypes.cast(self._list, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
        kind = make(ctypes.c_long, ctypes.c_void_p, *(type(one) for one in arguments))
        return int(kind(table[place])(self._list, *arguments))
