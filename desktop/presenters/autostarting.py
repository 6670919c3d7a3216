"""Keeps starting with the system in step with the settings: the office's word, then the person's, then the machine's.

Knows the settings and one side of the machine. The files and keys are read in a lane.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Literal, Protocol

import structlog
from PySide6.QtCore import QCoreApplication

from desktop.lanes import Lanes

log = structlog.get_logger(__name__)

NAME = "startWithSystem"
State = Literal["off", "refused", "own", "office"]


class Autostart(Protocol):
    """What this needs of the machine (desktop.autostart)."""

    def state(self) -> State: ...
    def choose(self, on: bool) -> None: ...


class Settings(Protocol):
    """What this needs of the settings in force."""

    def __getitem__(self, name: str, /) -> Any: ...
    def is_locked(self, name: str, /) -> bool: ...
    def source(self, name: str, /) -> str: ...
    def set(self, name: str, value: Any, /) -> None: ...


class Autostarting:
    """Starting with the system.

    Args:
        autostart: this machine's; None leaves it alone.
        changed: told where a setting is another now than the person chose.

    Attributes:
        by_office: whether the administrator decided it when the program was installed, for all who use the machine.
    """

    def __init__(
        self,
        autostart: Autostart | None,
        settings: Settings,
        lanes: Lanes,
        changed: Callable[[], object] = lambda: None,
    ) -> None:
        self._autostart = autostart
        self._settings = settings
        self._lanes = lanes
        self._changed = changed
        self.by_office = False

    async def settle(self) -> None:
        """At a start: what was changed by the system's own means is taken over, what the office says is done."""
        if self._autostart is None:
            return
        state = await self._lanes.read(self._autostart.state)
        self.by_office = state == "office"
        on, wanted, source = state == "own", self._settings[NAME], self._settings.source(NAME)
        if self.by_office:
            # An entry of the person's own beside it would start the program twice.
            with suppress(OSError):
                await self._lanes.read(self._autostart.choose, False)
            return
        if on == wanted:
            return
        # Whoever switched it off in the Task Manager meant that, whatever is recommended.
        if source == "policy" or (source == "recommended" and state == "off"):
            await self._choose(wanted)
        else:
            self._settings.set(NAME, on)

    async def apply(self) -> None:
        """The setting was changed."""
        if self._autostart is not None and not self.by_office:
            await self._choose(bool(self._settings[NAME]))

    def fixed(self, name: str) -> tuple[Any, str] | None:
        """What this machine's installation decides of a setting: its value, and why it cannot be changed here."""
        if name != NAME or not self.by_office or self._settings.source(NAME) == "policy":
            return None
        return True, QCoreApplication.translate("Settings", "Do cơ quan đặt khi cài đặt cho mọi người dùng máy này")

    async def _choose(self, on: bool) -> None:
        assert self._autostart is not None
        try:
            await self._lanes.read(self._autostart.choose, on)
        except OSError as error:
            log.info("autostart.not_kept", error=type(error).__name__)
            if not self._settings.is_locked(NAME):
                self._settings.set(NAME, await self._lanes.read(self._autostart.state) == "own")
                self._changed()
            raise
