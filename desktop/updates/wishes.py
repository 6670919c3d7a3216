"""What the office wants of updates, out of the settings. Knows the settings' names alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol

from desktop.updates.source import is_on_web, reach_for
from signing.reach import Reach

Mode = Literal["off", "notify", "stage"]
Install = Literal["handover", "task"]


class Settings(Protocol):
    """What this needs of the settings in force."""

    def __getitem__(self, name: str, /) -> Any: ...
    def is_locked(self, name: str, /) -> bool: ...
    def recommended(self, name: str, /) -> Any: ...


@dataclass(frozen=True)
class Wishes:
    """What is wanted.

    Attributes:
        mode: "off" asks nothing of anybody; "notify" looks and tells; "stage" also fetches.
        source: an address or a folder; "" where none is known.
        keys: the pinned public keys, as `manifest.keys_of` reads them; "" means that nothing can be believed.
        install: who installs: the office's own tools, or the scheduled task on this machine.
        reach: what may be asked.
        proxy: by policy; "" takes the system's.
    """

    mode: Mode
    source: str
    keys: str
    install: Install
    reach: Reach
    proxy: str = ""

    @classmethod
    def of(cls, settings: Settings, central: str = "") -> Wishes:
        """As the settings have it.

        Args:
            central: address of the central that this machine works with: its host may be asked on either network.
        """
        source = str(settings["updateSource"]).strip()
        network = str(settings["network"])
        # On the dedicated network a person's own choice opens no other host; on the Internet it may be an intranet's.
        office = settings.is_locked("updateSource") or settings.recommended("updateSource") == source
        named = office or network == "internet"
        hosts = [*settings["serviceHosts"]]
        central_host = reach_for(network, (), central or settings["centralUrl"]).hosts
        return cls(
            settings["updateMode"],
            source,
            str(settings["updateKey"]),
            settings["updateInstall"],
            reach_for(network, [*hosts, *central_host], source if named else ""),
            str(settings["proxy"]),
        )

    @property
    def idle(self) -> str:
        """Why nothing is to be asked: off, noKey, noSource; "" where something is."""
        if self.mode == "off":
            return "off"
        if not self.keys.strip():
            return "noKey"
        return "" if self.source else "noSource"

    def announced_by(self, central: object) -> Wishes:
        """The same, taken from where a central says that updates lie, where no setting says it.

        That is a place and no trust: an address on the web alone.
        """
        if self.source or not isinstance(central, str) or not is_on_web(central):
            return self
        return replace(self, source=central)
