"""Gathers what happens while nobody looks at the window, and tells of it beside the clock: little, and once.

Knows the workplace. What comes within a few seconds makes one notice; while a PIN is typed or something is signed
nothing is shown; whoever has the window in front sees it there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer

from desktop.office import schedule
from desktop.presenters import formats, notice_words, today_words
from desktop.presenters.incoming_rows import issuer
from desktop.presenters.moment import central_now
from desktop.presenters.names import Names
from desktop.presenters.notice_words import Happening, Notice
from desktop.presenters.running import Running
from desktop.sync.status import SyncStatus

CALM: Final = 3_000
"""Milliseconds in which what happens makes one notice."""
QUIET: Final = 5_000
"""Milliseconds until it is tried again, where somebody is not to be disturbed."""
MINUTE: Final = 60_000
SOON: Final = timedelta(minutes=15)
_TOLD = "notices.overdue"
_OVERDUE = ("incoming.overdue.own", "tasks.overdue.own")


class Notices(QObject):
    """One room's.

    Args:
        tell: shows a notice.
        new: told how many documents have come since the window was last looked at.
        away: whether nobody looks at the window.
        quiet: whether nobody is to be disturbed now.
        wants: whether the person wants to be told: "notifyArrivals" or "notifyWork".
    """

    def __init__(
        self,
        workplace: Any,
        names: Names,
        *,
        tell: Callable[[Notice], object],
        new: Callable[[int], object],
        away: Callable[[], bool],
        quiet: Callable[[], bool],
        wants: Callable[[str], bool],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        self._workplace = workplace
        self._names = names
        self._tell, self._new = tell, new
        self._away, self._quiet, self._wants = away, quiet, wants
        self._running = Running(failed)
        self._arrived: dict[str, None] = {}
        self._others: list[Happening] = []
        self._unseen: set[str] = set()
        self._needs = 0
        self._met: set[str] = set()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.timeout.connect(self._due)
        self._minutes = QTimer(self)
        self._minutes.setInterval(MINUTE)
        self._minutes.timeout.connect(self.look)
        self._end: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Follow the work."""
        self._end = self._workplace.sync.subscribe(self._line_moved)
        self._minutes.start()
        self.look()

    def close(self) -> None:
        """Tell of nothing more."""
        self._end()
        self._calm.stop()
        self._minutes.stop()
        self._running.close()

    async def settled(self) -> None:
        """Wait until nothing is being read (for tests)."""
        await self._running.settled()

    def arrived(self, ids: Iterable[str]) -> None:
        """These handlings have come."""
        if self._away():
            here = list(ids)
            self._unseen.update(here)
            self._new(len(self._unseen))
            if self._wants("notifyArrivals"):
                self._arrived.update(dict.fromkeys(here))
                self._gather()

    def seen(self) -> None:
        """Somebody looks at the window."""
        self._arrived.clear()
        self._others.clear()
        self._calm.stop()
        if self._unseen:
            self._unseen.clear()
            self._new(0)

    def look(self) -> None:
        """What the clock alone brings: meetings, and once a day what is overdue."""
        if self._away() and self._wants("notifyWork"):
            self._running.start("look", self._look())

    def flush(self) -> None:
        """Tell of what was gathered, unless somebody is not to be disturbed."""
        if not self._away():
            self.seen()
        elif self._quiet():
            self._calm.start(QUIET)
        elif self._arrived or self._others:
            self._running.start("tell", self._tell_all())

    # -- what happens

    def _line_moved(self, status: SyncStatus) -> None:
        more, self._needs = status.needs - self._needs, status.needs
        if more > 0 and self._away() and self._wants("notifyWork"):
            self._others.append(Happening("refused", count=more))
            self._gather()

    def _gather(self) -> None:
        if not self._calm.isActive():
            self._calm.start(CALM)

    def _due(self) -> None:
        self.flush()

    async def _look(self) -> None:
        now = central_now(self._workplace)
        day = formats.local(now).date().isoformat()
        await self._look_for_meetings(now)
        state = self._workplace.sync.state
        if state is None or state.at is None or await self._workplace.preference(_TOLD, "") == day:
            return
        counts = await self._workplace.counts()
        overdue = sum(counts.get(key, 0) for key in _OVERDUE)
        await self._workplace.set_preference(_TOLD, day)
        if overdue:
            self._others.append(Happening("overdue", count=overdue))
            self._gather()

    async def _look_for_meetings(self, now: datetime) -> None:
        local = formats.local(now).replace(tzinfo=None)
        me = self._workplace.me
        this_day = (
            ("organ_id", "=", me.organ_id),
            ("start", ">=", local.date().isoformat()),
            ("start", "<", (local.date() + timedelta(days=1)).isoformat()),
        )
        entries = await self._workplace.select("ScheduleEntry", this_day)
        for key, entry in today_words.today_entries(entries, me, now).items():
            start = schedule.span(entry)[0]
            if key not in self._met and timedelta() <= start - local <= SOON:
                self._met.add(key)
                self._others.append(notice_words.meeting(entry, start))
                self._gather()

    # -- telling

    async def _tell_all(self) -> None:
        ids = list(self._arrived)
        others, self._others = self._others, []
        self._arrived.clear()
        happenings = [*others, *await self._arrivals(ids)]
        notice = notice_words.bundled(happenings)
        # Somebody may have come back while it was read.
        if notice is not None and self._away():
            self._tell(notice)

    async def _arrivals(self, ids: list[str]) -> list[Happening]:
        if len(ids) > 1:
            found = await self._workplace.many("Handling", ids)
            return [notice_words.arrival(found[key], None, "") for key in ids if key in found]
        for key in ids:
            handling = await self._workplace.get("Handling", key)
            if handling is not None:
                document = await self._workplace.get("Document", handling["documentId"])
                return [notice_words.arrival(handling, document, issuer(document, self._names) if document else "")]
        return []
