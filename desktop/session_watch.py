"""Tells when the system locks its screen or goes to sleep. Knows Qt alone.

Linux: signals of logind on the system bus (Lock, PrepareForSleep) and of the screen saver on the session bus. Windows:
the session's and the power's messages to a window of our own. Where neither is to be had nothing is told: locking by
hand and when nobody is there goes on. The Windows half has not been run by the tests, which have no Windows.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Any, Literal, Protocol

import structlog
from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QCoreApplication, QObject, Slot
from PySide6.QtGui import QWindow

log = structlog.get_logger(__name__)

Told = Callable[[Literal["session", "sleep"]], object]


class SessionWatch(Protocol):
    """Either system's watch."""

    def locked(self) -> None:
        """Everything is locked: the machine may go to sleep."""
        ...

    def close(self) -> None:
        """Listen no more."""
        ...


def watch(told: Told) -> SessionWatch:
    """Listen to this system."""
    if sys.platform == "win32":
        return WindowsWatch(told)
    return BusWatch(told)


_LOGIN = "org.freedesktop.login1"
_MANAGER_PATH = "/org/freedesktop/login1"
_MANAGER = "org.freedesktop.login1.Manager"


def _slot(name: str) -> Any:
    """A slot by its name, as text: what the stub wants (bytes) is refused at run time."""
    return SLOT(name)


class BusWatch(QObject):
    """logind and the screen saver, over D-Bus.

    Args:
        told: of each lock or sleep, before it happens where the system waits for us.
        system: the bus of logind; the system's where none is given.
    """

    def __init__(self, told: Told, *, system: Any = None) -> None:
        super().__init__()
        from PySide6.QtDBus import QDBusConnection

        self._told = told
        self._delay: Any = None
        self._system = system or QDBusConnection.systemBus()
        self._session = QDBusConnection.sessionBus()
        if self._system.isConnected():
            self._system.connect(_LOGIN, _MANAGER_PATH, _MANAGER, "PrepareForSleep", self, _slot("_sleep(bool)"))
            path = self._session_path()
            if path:
                self._system.connect(_LOGIN, path, f"{_LOGIN}.Session", "Lock", self, _slot("_lock()"))
            self._hold()
        if self._session.isConnected():
            for name, path in (
                ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
                ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
                ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
            ):
                self._session.connect("", path, name, "ActiveChanged", self, _slot("_saver(bool)"))
        log.info("session_watch.on", system=self._system.isConnected(), session=self._session.isConnected())

    def locked(self) -> None:
        """Let the machine go to sleep."""
        self._delay = None

    def close(self) -> None:
        """Listen no more."""
        self._delay = None
        self.deleteLater()

    def _session_path(self) -> str:
        """The object of the session that this process belongs to; "" where logind knows of none."""
        answer = self._call("GetSession", os.environ.get("XDG_SESSION_ID", "auto"))
        return answer[0].path() if answer else ""

    def _hold(self) -> None:
        """Ask the system to wait a moment before it sleeps: what is typed is kept and the keys go first."""
        reason = QCoreApplication.translate("SessionWatch", "Khóa hồ sơ")
        answer = self._call("Inhibit", "sleep", "Tác nghiệp", reason, "delay")
        # The descriptor within is the hold; with the object it is closed, and the machine sleeps.
        self._delay = answer[0] if answer else None

    def _call(self, method: str, *arguments: str) -> list[Any]:
        from PySide6.QtDBus import QDBus, QDBusMessage

        call = QDBusMessage.createMethodCall(_LOGIN, _MANAGER_PATH, _MANAGER, method)
        call.setArguments(list(arguments))
        answer = self._system.call(call, QDBus.CallMode.Block, 300)
        if answer.type() != QDBusMessage.MessageType.ReplyMessage:
            log.info("session_watch.no_answer", method=method, error=answer.errorName())
            return []
        return list(answer.arguments())

    @Slot(bool)
    def _sleep(self, begins: bool) -> None:
        if begins:
            self._told("sleep")
        else:
            self._hold()

    @Slot()
    def _lock(self) -> None:
        self._told("session")

    @Slot(bool)
    def _saver(self, active: bool) -> None:
        if active:
            self._told("session")


_WM_POWERBROADCAST, _PBT_APMSUSPEND = 0x218, 0x4
_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK = 0x2B1, 0x7


class WindowsWatch(QAbstractNativeEventFilter):
    """The messages of WTSRegisterSessionNotification and of WM_POWERBROADCAST, to a hidden window of our own."""

    def __init__(self, told: Told) -> None:
        super().__init__()
        self._told = told
        self._window = QWindow()
        self._window.create()
        self._handle = int(self._window.winId())
        windll: Any = getattr(ctypes, "windll")  # noqa: B009 (exists on Windows only)
        self._wts = windll.wtsapi32
        if not self._wts.WTSRegisterSessionNotification(wintypes.HWND(self._handle), 0):
            log.warning("session_watch.not_registered")
        application = QCoreApplication.instance()
        assert application is not None
        application.installNativeEventFilter(self)

    def locked(self) -> None:
        """Windows does not wait for us."""

    def close(self) -> None:
        """Listen no more."""
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self)
        self._wts.WTSUnRegisterSessionNotification(wintypes.HWND(self._handle))
        self._window.destroy()

    def nativeEventFilter(self, kind: Any, message: int) -> object:
        """Called by Qt with every message of this thread."""
        if bytes(kind) == b"windows_generic_MSG":
            found = wintypes.MSG.from_address(int(message))
            if found.message == _WM_WTSSESSION_CHANGE and found.wParam == _WTS_SESSION_LOCK:
                self._told("session")
            elif found.message == _WM_POWERBROADCAST and found.wParam == _PBT_APMSUSPEND:
                self._told("sleep")
        return False
