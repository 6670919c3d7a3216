"""One room at the line: the central is looked at more often while somebody is there, and signed in to again when asked.

Knows the ground and the presence.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.central.errors import CentralError
from desktop.presence import Presence
from desktop.room.ground import Ground
from desktop.sync.status import SyncStatus


class Attending:
    """One room's.

    Args:
        line_is_back: told each time the central has answered with everything.
    """

    def __init__(self, ground: Ground, presence: Presence, line_is_back: Callable[[], None]) -> None:
        self._ground, self._presence, self._line_is_back = ground, presence, line_is_back
        self._application = QGuiApplication.instance()
        if isinstance(self._application, QGuiApplication):
            self._application.applicationStateChanged.connect(self._attend)
        self._end = ground.workplace.sync.subscribe(self._line_moved)

    def sign_in_again(self) -> None:
        """The central wants to know anew who is there."""
        self._ground.running.start("signIn", self._sign_in_again())

    def close(self) -> None:
        """Look away."""
        self._end()
        if isinstance(self._application, QGuiApplication):
            self._application.applicationStateChanged.disconnect(self._attend)

    async def _sign_in_again(self) -> None:
        try:
            await self._ground.session.sign_in_again()
        except CentralError as error:
            self._ground.failed(error)

    def _attend(self, state: Qt.ApplicationState) -> None:
        here = state == Qt.ApplicationState.ApplicationActive
        self._ground.session.attend(here)
        self._presence.attend(here)

    def _line_moved(self, status: SyncStatus) -> None:
        if status.kind == "synced":
            self._line_is_back()
