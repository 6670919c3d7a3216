"""Linux: logind's Lock and PrepareForSleep on the system bus, the screen saver on the session bus. Knows Qt alone.

Where a bus or a service is missing nothing is told of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, Literal

import structlog
from PySide6.QtCore import SLOT, QCoreApplication, QObject, Slot

log = structlog.get_logger(__name__)

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

    def __init__(self, told: Callable[[Literal["session", "sleep"]], object], *, system: Any = None) -> None:
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

    @property
    def listening(self) -> frozenset[str]:
        """Whether a bus is there; a service that is not there now may come later."""
        told = {"session"} if self._session.isConnected() else set()
        return frozenset(told | ({"session", "sleep"} if self._system.isConnected() else set()))

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
