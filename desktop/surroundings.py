"""What the application hands to every session: its folder, lanes, settings and looks, and what is outside of windows.

Knows those parts alone. Filled by the application, read by the entrance, the lock and the workroom.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop.home import Home
from desktop.lanes import Lanes
from desktop.languages import Languages
from desktop.outside import Outside
from desktop.session.settings import Settings
from widgets.theme import Theme


@dataclass(frozen=True)
class Surroundings:
    """What the workroom gets from the application, the same for every session.

    Attributes:
        at_exit: what is to be done once the program has ended and everything is closed.
    """

    home: Home
    lanes: Lanes
    settings: Settings
    theme: Theme
    languages: Languages
    at_exit: dict[str, Callable[[], object]] = field(default_factory=dict)
    outside: Outside = field(default_factory=Outside)
