"""How the text of a notice is written for whoever shows it: on Linux most services read it as markup. Knows Qt alone.

Qt hands a notice over as it is given. Beside an icon of the StatusNotifier kind it goes to the bus's service
org.freedesktop.Notifications, where a body is markup (a subset of HTML) if the service has the capability
"body-markup", and plain text if not (Desktop Notifications Specification 1.2). Beside an icon of X11's older kind Qt
draws it itself, as plain text. Without this the name of an office with "&" or "<" in it would lose its letters, and
what others wrote could set links.
"""

from __future__ import annotations

import html
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Slot

_NOTICES = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications")
_BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
_ICONS = "org.kde.StatusNotifierWatcher"


def bodies() -> Callable[[str], str]:
    """This system's way to write the text of a notice."""
    return str if sys.platform in ("win32", "darwin") else BusBodies()


class BusBodies(QObject):
    """Asks the bus once, and waits for nobody: until it has answered, a text is escaped."""

    def __init__(self) -> None:
        super().__init__()
        from PySide6.QtDBus import QDBusConnection

        self._bus: Any = QDBusConnection.sessionBus()
        # Qt has chosen its kind of icon by the same two.
        self._by_bus: bool = self._bus.isConnected()
        self._markup = True
        self._asked: list[Any] = []
        if self._by_bus:
            self._ask(_BUS, "NameHasOwner", self._icons, _ICONS)
            self._ask(_NOTICES, "GetCapabilities", self._capabilities)

    def __call__(self, text: str) -> str:
        """The text as it has to be handed over."""
        return html.escape(text, quote=False) if self._by_bus and self._markup else text

    def _ask(self, of: tuple[str, str, str], method: str, told: Callable[[Any], object], *arguments: str) -> None:
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        call = QDBusMessage.createMethodCall(*of, method)
        call.setArguments(list(arguments))
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(call), self)
        watcher.finished.connect(told)
        self._asked.append(watcher)

    @Slot(object)
    def _icons(self, watcher: Any) -> None:
        answer = _answer(watcher)
        self._by_bus = answer is not False

    @Slot(object)
    def _capabilities(self, watcher: Any) -> None:
        answer = _answer(watcher)
        if isinstance(answer, list):
            self._markup = "body-markup" in answer


def _answer(watcher: Any) -> Any:
    """The first value answered; None where the call failed."""
    from PySide6.QtDBus import QDBusMessage

    reply = watcher.reply()
    failed = reply.type() != QDBusMessage.MessageType.ReplyMessage or not reply.arguments()
    return None if failed else reply.arguments()[0]
