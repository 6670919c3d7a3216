"""The judge: one door for every act, at the central and in the client alike. Knows the rules beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from desktop.office import incoming, outgoing, schedule, tasks
from desktop.office.acts import CREATING, KINDS, Act, Effects, Refusal
from desktop.office.people import Me
from desktop.office.registers import Numbers
from desktop.office.world import Case, Outcome, World, author_of

_RULES: dict[str, Callable[[Case], Outcome]] = {**incoming.RULES, **outgoing.RULES, **tasks.RULES, **schedule.RULES}
_MAY: dict[str, Callable[[str, Mapping[str, Any], Me, World], Refusal | None]] = {
    "Handling": incoming.may,
    "Document": outgoing.may,
    "Task": tasks.may,
    "ScheduleEntry": schedule.may,
}


def judge(act: Act, world: World, *, now: datetime, numbers: Numbers | None) -> Effects | Refusal:
    """What the act changes, or why it may not be.

    Args:
        now: the judge's own time; the act's claimed time decides nothing but what was late when it was done.
        numbers: None in the client, where a number can only be waited for.
    """
    me = author_of(world, act["authorId"], act["positionId"])
    if me is None:
        return Refusal("unknownAuthor")
    if KINDS.get(act["kind"]) != act["subjectType"]:
        return Refusal("unknownKind", {"kind": act["kind"]})
    found = world.get(act["subjectType"], act["subjectId"])
    if found is None and act["kind"] not in CREATING:
        return Refusal("noSubject")
    subject = dict(found or {})
    refusal = _MAY[act["subjectType"]](act["kind"], subject, me, world)
    if refusal is not None:
        return refusal
    return _RULES[act["kind"]](Case(act=act, subject=subject, me=me, world=world, now=now, numbers=numbers))


def allowed(subject_type: str, subject: Mapping[str, Any], me: Me, world: World) -> tuple[str, ...]:
    """The kinds of act that ``me`` may do to the subject now, in the order in which a clerk wants them."""
    kinds = (kind for kind, type_name in KINDS.items() if type_name == subject_type)
    return tuple(k for k in kinds if _MAY[subject_type](k, subject, me, world) is None)
