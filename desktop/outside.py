"""What of the program is seen outside of its windows, built once by the application: which window is in front, the icon
beside the clock, the button in the task bar, the shield against captures, starting with the system.

In two steps: what the first window needs, and the rest once that stands. Tests and the played day have none of it:
their windows stand alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from desktop.capture import Shield
from desktop.front import Front
from desktop.placing import Places
from desktop.taskbar import Taskbar

if TYPE_CHECKING:
    from desktop.autostart import Autostart
    from desktop.home import Home
    from desktop.presenters.tray import TrayPresenter
    from desktop.session.settings import Settings

Kind = Literal["none", "practice", "real"]
"""Windows alone; a practice office, which tells nobody of its work and does not stay beside the clock; all of it."""


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


def first(kind: Kind, home: Home, settings: Settings, *, hidden: bool = False) -> Outside:
    """What the first window needs.

    Args:
        hidden: it was started with the system: nothing is shown until somebody asks.
    """
    if kind == "none":
        return Outside()
    places = Places(home.root / "windows.json")
    if kind == "practice":
        return Outside(places=places)
    shield = Shield()
    # Before anything is shown; what is held is asked once it can be.
    shield.cover(settings["captureExclusion"] == "always")
    return Outside(Front(hidden=hidden), shield=shield, places=places)


def whole(kind: Kind, outside: Outside, settings: Settings) -> Outside:
    """All of it, where there is more."""
    if kind != "real":
        return outside
    # What these stand on takes longer to be read than the first window to be shown.
    from desktop.autostart import autostart
    from desktop.notice_bodies import bodies
    from desktop.presenters.tray import TrayPresenter
    from widgets.tray import Tray

    icon = Tray(bodies())
    if not icon.available:
        outside.front.be_small()
    tray = TrayPresenter(icon, outside.front, lambda: bool(settings["closeToTray"]))
    tray.show()
    return replace(outside, tray=tray, taskbar=Taskbar(), autostart=autostart())
