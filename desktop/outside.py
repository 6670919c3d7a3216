"""What of the program is seen outside of its windows, built once by the application: which window is in front, the icon
beside the clock, the button in the task bar, the shield against captures, starting with the system.

Tests and the played day have none of it: their windows stand alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.autostart import Autostart, autostart
from desktop.capture import Shield
from desktop.front import Front
from desktop.placing import Places
from desktop.presenters.tray import TrayPresenter
from desktop.taskbar import Taskbar
from widgets.tray import Tray

if TYPE_CHECKING:
    from desktop.home import Home
    from desktop.session.settings import Settings


@dataclass(frozen=True)
class Outside:
    """All of it; what is None is not there.

    Attributes:
        front: which window is in front, shown or not.
    """

    front: Front = field(default_factory=Front)
    tray: TrayPresenter | None = None
    taskbar: Taskbar | None = None
    shield: Shield | None = None
    autostart: Autostart | None = None
    places: Places | None = None


def real(home: Home, settings: Settings, *, hidden: bool = False) -> Outside:
    """What the program that a clerk works in has.

    Args:
        hidden: it was started with the system: nothing is shown until somebody asks. Where no icon can be seen beside
            the clock the window is there instead, made small.
    """
    icon = Tray()
    front = Front(hidden=hidden and icon.available, small=hidden)
    tray = TrayPresenter(icon, front, lambda: bool(settings["closeToTray"]))
    tray.show()
    shield = Shield()
    # Before anything is shown; what is held is asked once it can be.
    shield.cover(settings["captureExclusion"] == "always")
    return Outside(front, tray, Taskbar(), shield, autostart(), places(home))


def practice(home: Home) -> Outside:
    """What a practice office has: it tells nobody of its work, and does not stay beside the clock."""
    return Outside(places=places(home))


def places(home: Home) -> Places:
    """Where windows stood."""
    return Places(home.root / "windows.json")
