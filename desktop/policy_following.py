"""Goes by the administrator's policy while a window is open: read again every minute, and made to hold where it may.

Knows the settings, the lanes and the window. A minute's reading costs less than a millisecond of another thread, works
the same on every system, and needs nobody to tell that something has changed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import structlog
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.lanes import Lanes
from desktop.presenters.running import Running
from desktop.session.settings import Settings
from widgets.leaving import CopyGuard, Way, reason, set_barred
from widgets.theme import Tone

log = structlog.get_logger(__name__)

EVERY_MS = 60_000
_NOT_IN_THE_MIDDLE = frozenset(("language", "textSize"))
"""They build every window anew: not under the hands of somebody who works."""


class PolicyFollowing(QObject):
    """Keeps a window to the policy.

    Args:
        applied: makes a setting hold at once: name and value.
        decided: told that something was decided elsewhere.
    """

    def __init__(
        self,
        window: QWidget,
        settings: Settings,
        lanes: Lanes,
        applied: Callable[[str, Any], object],
        decided: Callable[[], object],
        say: Callable[[str, Tone], object],
    ) -> None:
        super().__init__()
        self._window, self._settings, self._lanes = window, settings, lanes
        self._applied, self._decided = applied, decided
        self._running = Running(lambda error: log.error("policy.not_read", error=type(error).__name__))
        self._doubtful = False
        self._guard = CopyGuard(self)
        self._guard.taken.connect(lambda: say(reason("export"), Tone.WARN))
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(lambda: self._running.start("read", self.read()))
        self._timer.start()
        self.bar()

    def bar(self) -> None:
        """Bar what the office bars."""
        names: tuple[tuple[str, Way], ...] = (("allowPrinting", "print"), ("allowExport", "export"))
        set_barred(self._window, [way for name, way in names if not self._settings[name]])

    async def read(self) -> None:
        """Read it again, and go by it."""
        policy = await self._lanes.network(self._settings.read_again)
        if policy == self._settings.policy:
            self._doubtful = False
            return
        if not self._doubtful and any(one.code == "broken" for one in policy.problems):
            # Perhaps it is being written just now: what holds goes on, and the next look decides.
            self._doubtful = True
            return
        self._doubtful = False
        changed = self._settings.take_policy(policy)
        log.info("policy.changed", settings=sorted(changed))
        for name in sorted(changed - _NOT_IN_THE_MIDDLE):
            self._applied(name, self._settings[name])
        if changed & {"allowPrinting", "allowExport"}:
            self.bar()
        self._decided()

    def close(self) -> None:
        """Read no more."""
        self._timer.stop()
        self._running.close()
        self._guard.deleteLater()
