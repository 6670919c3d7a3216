"""Hôm nay: what needs me now, and in which order. Knows the shapes of the work beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desktop.office import schedule, tasks
from desktop.office.world import VIETNAM

P = "tacnghiep:"
_RANK = {
    "refused": 0,
    "overdue": 1,
    "express": 2,
    "meeting": 3,
    "dueToday": 4,
    "sign": 5,
    "receive": 6,
    "decide": 7,
    "soon": 8,
    "handle": 9,
}


@dataclass(frozen=True)
class Item:
    """One thing that waits for me.

    Attributes:
        why: a key of the order above; it decides the place.
        next_act: the kind of act that the row offers, "" where the row only opens.
        when: the deadline or the hour, as a date or local date-time; None where there is none.
    """

    why: str
    type: str
    id: str
    next_act: str
    when: str | None
    urgency: int = 0


def of_handling(handling: Mapping[str, Any], today: date) -> Item:
    """The line of one document that I hold."""
    due, state, urgency = handling["due"], handling["state"], handling["urgency"]
    act = "receive" if state == "toReceive" else "transfer" if handling["role"] == "organ" else "finish"
    if due and due < today.isoformat():
        why = "overdue"
    elif urgency == 3:
        why = "express"
    elif due == today.isoformat():
        why = "dueToday"
    elif state == "toReceive":
        why = "receive"
    else:
        why = "soon" if due and (date.fromisoformat(due) - today).days <= 3 else "handle"
    return Item(why, "Handling", handling["id"], act, due, urgency)


def of_task(task: Mapping[str, Any], now: datetime, me_id: str) -> Item:
    """The line of one task that I lead, or on which I decide."""
    state = task[P + "state"]
    if task[P + "assignedById"] == me_id and state in ("awaitingCompletion", "extensionProposed"):
        act = "decideCompletion" if state == "awaitingCompletion" else "decideExtension"
        return Item("decide", "Task", task["id"], act, task["due"])
    stands = tasks.due_state(task, now)
    why = "overdue" if stands == "overdue" else "handle"
    if stands == "soon":
        why = "dueToday" if task["due"][:10] == now.astimezone(VIETNAM).date().isoformat() else "soon"
    return Item(why, "Task", task["id"], "reportProgress", task["due"])


def of_entry(entry: Mapping[str, Any]) -> Item:
    """The line of a meeting today."""
    return Item("meeting", "ScheduleEntry", entry["id"], "", schedule.span(entry)[0].isoformat())


def ordered(items: Iterable[Item]) -> list[Item]:
    """What needs me first stands first; within one reason by urgency, then by time."""
    return sorted(items, key=lambda i: (_RANK[i.why], -i.urgency, i.when or "9999", i.id))
