"""The desk Hôm nay: gathers what needs me from every box; each act goes to the desk that does it. Knows its desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Protocol

from PySide6.QtCore import QTimer

from desktop.presenters import formats, messages, needs, today_words
from desktop.presenters.about import about
from desktop.presenters.moment import central_now
from desktop.presenters.names import Names
from desktop.presenters.running import Running
from desktop.presenters.today_words import Gathered
from widgets.theme import Tone
from widgets.today_desk import TodayDesk

MOST = 120
"""How much of a box is read for the day; the rest is counted."""

MINUTE = 60_000
HANDLING_BOXES = ("incoming.overdue", "incoming.toReceive", "incoming.soon", "incoming.toHandle")
TASK_BOXES = ("tasks.overdue", "tasks.decide", "tasks.soon", "tasks.open")
SIGNING_BOXES = {"signing.approve": "approve", "signing.seal": "seal", "signing.copy": "seal"}
_TOTALS = {"receive": "incoming.toReceive", "overdue": "", "handle": "incoming.toHandle"}


class Workplace(
    needs.Clocked,
    needs.Told,
    needs.OneObject,
    needs.Everything,
    needs.Selected,
    needs.Boxes,
    needs.Allowed,
    needs.Unsent,
    Protocol,
):
    """What this needs of the workplace."""


class TodayPresenter:
    """Fills the desk.

    Args:
        act: does an act where its desk does it: kind, type, identifier ("fixAct" is the outbox).
        open: shows an object on its desk: type, identifier.
        more: shows all of a section on its desk: the section's key, or the key of a bar of the picture.
        say: shows a message.
        now: the central's time; the workplace's clock where nothing is given.
    """

    def __init__(
        self,
        workplace: Workplace,
        desk: TodayDesk,
        names: Names,
        *,
        act: Callable[[str, str, str], object],
        open: Callable[[str, str], object],
        more: Callable[[str], object],
        say: Callable[[str, Tone], None],
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self._workplace = workplace
        self._desk = desk
        self._names = names
        self._now = now or (lambda: central_now(workplace))
        self._running = Running(lambda error: say(messages.of_error(error), Tone.BAD))
        desk.act_requested.connect(act)
        desk.opened.connect(open)
        desk.more_requested.connect(more)
        desk.state_chosen.connect(more)
        desk.words_changed.connect(self.refresh)
        self._unsubscribe = workplace.subscribe(self._changed)
        # Hours pass by themselves: what was due becomes overdue, a meeting ends, midnight comes.
        self._clock = QTimer(desk)
        self._clock.setInterval(5 * MINUTE)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()

    def close(self) -> None:
        """End what runs and listen no more."""
        self._clock.stop()
        self._unsubscribe()
        self._running.close()

    async def settled(self) -> None:
        """Wait until nothing runs."""
        await self._running.settled()

    def refresh(self) -> None:
        """Gather everything anew."""
        self._running.start("refresh", self._refresh())

    def _changed(self, types: frozenset[str]) -> None:
        if types & {"Person", "Unit"}:
            self._running.start("names", self._names.refresh())
        if types & {"Handling", "Document", "Task", "ScheduleEntry", "Act", "Person", "Unit", "Clock"}:
            self.refresh()

    async def _refresh(self) -> None:
        await self._names.ready()
        found = Gathered()
        counts = await self._workplace.counts()
        await self._handlings(found, counts)
        await self._tasks(found)
        await self._signing(found)
        await self._schedule(found)
        await self._stuck(found)
        self._desk.show_today(today_words.view(found, self._workplace.me, self._names, self._now()))

    async def _box(self, box: str) -> list[dict[str, Any]]:
        ids = list(await self._workplace.ids(box, "own"))[:MOST]
        return await self._workplace.rows(box, "own", ids)

    async def _handlings(self, found: Gathered, counts: dict[str, int]) -> None:
        for box in HANDLING_BOXES:
            for row in await self._box(box):
                found.handlings.setdefault(row["handling"]["id"], row)
        for why, box in _TOTALS.items():
            # Only a box longer than what was read knows better how many there are.
            if counts.get(f"{box}.own", 0) > MOST:
                found.totals[why] = counts[f"{box}.own"]

    async def _tasks(self, found: Gathered) -> None:
        for box in TASK_BOXES:
            for row in await self._box(box):
                task = row.get("task", row)
                found.tasks.setdefault(task["id"], task)
        organ = self._workplace.me.organ_id
        found.unit_tasks = await self._workplace.select("Task", (("organ_id", "=", organ),))

    async def _signing(self, found: Gathered) -> None:
        """Only what I may sign: a box shows the organ's documents also to those who keep no seal."""
        for box, kind in SIGNING_BOXES.items():
            for row in await self._box(box):
                document = row.get("document", row)
                if kind in await self._workplace.allowed("Document", document["id"]):
                    found.sign.setdefault(document["id"], (document, kind))

    async def _schedule(self, found: Gathered) -> None:
        me, now = self._workplace.me, self._now()
        day = formats.local(now).date()
        this_day = (
            ("organ_id", "=", me.organ_id),
            ("start", ">=", day.isoformat()),
            ("start", "<", (day + timedelta(days=1)).isoformat()),
        )
        entries = await self._workplace.select("ScheduleEntry", this_day)
        found.entries = today_words.today_entries(entries, me, now)
        if "chiefOfOffice" in me.roles:
            for row in await self._box("schedule.waiting"):
                entry = row.get("schedule_entry", row)
                found.decide[entry["id"]] = entry

    async def _stuck(self, found: Gathered) -> None:
        rows = await self._workplace.unsent()
        found.stuck = [one for one in rows if one["state"] in ("refused", "held")]
        for one in found.stuck:
            found.abouts[one["act"]["id"]] = await about(self._workplace, one["act"])
