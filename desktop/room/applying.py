"""Makes a setting hold at once in the room that is open, changed by the person or by policy.

Knows the ground, the devices and the presence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop import logs
from desktop.presence import Presence
from desktop.room.devices import Devices
from desktop.room.ground import Ground
from desktop.session.ahead import Manners


class Applying:
    """One room's.

    Args:
        refresh_updates: goes by what is set for updates.
        build_anew: builds the windows again, with the language of the settings.
    """

    def __init__(
        self,
        ground: Ground,
        devices: Devices,
        presence: Presence,
        *,
        refresh_updates: Callable[[], None],
        build_anew: Callable[[], None],
    ) -> None:
        self._ground, self._devices, self._presence = ground, devices, presence
        self._refresh_updates, self._build_anew = refresh_updates, build_anew

    def apply(self, name: str, value: Any) -> None:
        """A setting was kept, with this value."""
        ground = self._ground
        if name == "theme":
            ground.around.theme.set_mode(value)
        elif name == "language":
            self._build_anew()
        elif name == "textSize":
            ground.around.theme.set_text_size(value)
            # Headings and notes have sizes of their own: built anew they follow.
            self._build_anew()
        elif name.startswith("update"):
            self._refresh_updates()
        elif name == "logLevel":
            logs.set_level(value)
        elif name == "tokenModules":
            for path in reversed(value):
                ground.running.also(self._devices.use_module(path))
        elif name in ("captureExclusion", "startWithSystem"):
            self._presence.applied(name)
        elif name in ("prefetch", "lineKilobitsPerSecond"):
            ground.session.take_manners(Manners.of(ground.settings))
        elif name in ("pollSeconds", "cacheLimitMegabytes", "keepMonths"):
            self._take_pace()

    def _take_pace(self) -> None:
        settings, session = self._ground.settings, self._ground.session
        session.take_manners(Manners.of(settings))
        session.take_pace(
            poll=float(settings["pollSeconds"]),
            cache_bytes=settings["cacheLimitMegabytes"] << 20,
            keep_months=settings["keepMonths"],
        )
