"""Tasks (nhiệm vụ): JSCalendar Task objects (RFC 8984) with our properties, and their rules.

Knows world and acts.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal, cast

from desktop.office.acts import Effects, Refusal
from desktop.office.people import Me
from desktop.office.world import VIETNAM, Case, Outcome, World, day_of, text_of

Task = dict[str, Any]
"""A JSCalendar Task; keys of ours carry the prefix ``tacnghiep:``."""

TaskState = Literal["inProgress", "awaitingCompletion", "completed", "extensionProposed", "closureProposed", "closed"]
OPEN_STATES: tuple[str, ...] = ("inProgress", "awaitingCompletion", "extensionProposed", "closureProposed")
MOST_EXTENSIONS = 2
SOON = timedelta(days=3)

STATE_NAMES: dict[str, str] = {
    "inProgress": "Đang thực hiện",
    "awaitingCompletion": "Chờ duyệt hoàn thành",
    "completed": "Đã hoàn thành",
    "extensionProposed": "Đề xuất gia hạn",
    "closureProposed": "Đề xuất đóng",
    "closed": "Đã đóng",
}

P = "tacnghiep:"


def due_state(task: Mapping[str, Any], now: datetime) -> Literal["none", "onTime", "soon", "overdue"]:
    """Where an open task stands against its deadline; by the completion time where it is finished."""
    if not task.get("due"):
        return "none"
    due = datetime.fromisoformat(task["due"]).replace(tzinfo=VIETNAM)
    done = task.get(P + "completedAt")
    at = datetime.fromisoformat(done.replace("Z", "+00:00")) if done else now
    if at > due:
        return "overdue"
    return "soon" if not done and due - at <= SOON else "onTime"


def may(kind: str, subject: Mapping[str, Any], me: Me, world: World) -> Refusal | None:
    """Why ``me`` may not do this to the task now; None when allowed."""
    if kind == "assignTask":
        if subject:
            return Refusal("alreadyDone", {"state": subject[P + "state"]})
        return None if me.roles & {"leader", "chiefOfOffice", "head", "clerk"} else Refusal("leaderOnly")
    if not subject:
        return Refusal("noSubject")
    state = subject[P + "state"]
    if kind in ("reportProgress", "finishTask", "askExtension"):
        if not _handles(subject, me, lead_only=kind != "reportProgress"):
            return Refusal("leadOnly")
        if state != "inProgress":
            return Refusal("alreadyDone", {"state": state})
        if kind == "askExtension" and _extensions_left(subject) == 0:
            return Refusal("noExtensionLeft", {"limit": MOST_EXTENSIONS})
        return None
    if subject[P + "assignedById"] != me.id and "leader" not in me.roles:
        return Refusal("assignerOnly")
    wanted = "awaitingCompletion" if kind == "decideCompletion" else "extensionProposed"
    return None if state == wanted else Refusal("alreadyDone", {"state": state})


def extensions_left(task: Mapping[str, Any]) -> int:
    """How often an extension may still be asked; refused ones count."""
    return _extensions_left(task)


def assign(case: Case) -> Outcome:
    """Give a task to one lead and its co-handlers, who are never the same."""
    given = case.payload.get("task")
    if not isinstance(given, dict) or not text_of(given, "title"):
        return Refusal("noText")
    lead = given.get(P + "lead")
    co = given.get(P + "coHandlers") or []
    if not isinstance(lead, dict):
        return Refusal("noLead")
    keys = [(a.get("unitId"), a.get("personId")) for a in [lead, *co]]
    if len(set(keys)) != len(keys):
        return Refusal("sameTwice")
    if any(not _known(case, a) for a in [lead, *co]):
        return Refusal("unknownRecipient")
    try:
        due = day_of(given.get("due"))
    except ValueError:
        return Refusal("badDate")
    if due is not None and due < case.act_day():
        return Refusal("duePast")
    ends = f"{due.isoformat()}T17:00:00" if due else None
    return Effects((("Task", _task(case, given, lead, co, ends)),))


def _task(case: Case, given: Mapping[str, Any], lead: Mapping[str, Any], co: list[Any], ends: str | None) -> Task:
    return {
        "@type": "Task",
        "id": case.act["subjectId"],
        "uid": case.act["subjectId"],
        "revision": 1,
        "title": text_of(given, "title"),
        "description": text_of(given, "description"),
        "due": ends,
        "timeZone": "Asia/Ho_Chi_Minh",
        "progress": "in-process",
        "percentComplete": 0,
        "updated": case.stamp,
        P + "organId": case.me.organ_id,
        P + "state": "inProgress",
        P + "lead": dict(lead),
        P + "coHandlers": co,
        P + "assignedById": case.me.id,
        P + "documentId": case.act["documentId"],
        P + "extensions": [],
        P + "reports": [],
        P + "completedAt": None,
        P + "originalDue": ends,
        P + "product": text_of(given, P + "product"),
    }


def report(case: Case) -> Outcome:
    """Report progress, in percent and words."""
    percent, text = case.payload.get("percent"), text_of(case.payload, "text")
    if not isinstance(percent, int) or not 0 <= percent <= 100:
        return Refusal("badPercent")
    if not text:
        return Refusal("noText")
    return _put(case, percentComplete=percent, **{P + "reports": _reported(case, percent, text)})


def finish(case: Case) -> Outcome:
    """The lead says that it is done; whoever gave it decides. One's own task is complete at once."""
    text = text_of(case.payload, "text")
    if not text:
        return Refusal("noText")
    done = case.subject[P + "assignedById"] == case.me.id
    new: dict[str, Any] = {"percentComplete": 100, P + "reports": _reported(case, 100, text)}
    if done:
        return _put(case, progress="completed", **new, **{P + "state": "completed", P + "completedAt": case.stamp})
    return _put(case, **new, **{P + "state": "awaitingCompletion", P + "completedAt": case.stamp})


def decide_completion(case: Case) -> Outcome:
    """Accept the completion, or send the work back with a reason."""
    if case.payload.get("granted") is True:
        return _put(case, progress="completed", **{P + "state": "completed"})
    reason = text_of(case.payload, "reason")
    if not reason:
        return Refusal("noReason")
    reports = [*case.subject[P + "reports"], _entry(case, 0, reason) | {"refused": True}]
    return _put(case, **{P + "state": "inProgress", P + "completedAt": None, P + "reports": reports})


def ask_extension(case: Case) -> Outcome:
    """Ask for a later deadline, with a reason; at most two times."""
    reason = text_of(case.payload, "reason")
    if not reason:
        return Refusal("noReason")
    try:
        due = day_of(case.payload.get("due"))
    except ValueError:
        return Refusal("badDate")
    if due is None or due < case.act_day() or (case.subject["due"] and due.isoformat() <= case.subject["due"][:10]):
        return Refusal("dueNotLater")
    asked = {"askedDue": f"{due.isoformat()}T17:00:00", "reason": reason, "state": "asked", "decisionNote": None}
    return _put(case, **{P + "state": "extensionProposed", P + "extensions": [*case.subject[P + "extensions"], asked]})


def decide_extension(case: Case) -> Outcome:
    """Grant the later deadline, or refuse it with a reason."""
    granted, reason = case.payload.get("granted") is True, text_of(case.payload, "reason")
    if not granted and not reason:
        return Refusal("noReason")
    *before, last = case.subject[P + "extensions"]
    decided = {**last, "state": "granted" if granted else "refused", "decisionNote": reason or None}
    due = last["askedDue"] if granted else case.subject["due"]
    return _put(case, due=due, **{P + "state": "inProgress", P + "extensions": [*before, decided]})


RULES = {
    "assignTask": assign,
    "reportProgress": report,
    "finishTask": finish,
    "decideCompletion": decide_completion,
    "askExtension": ask_extension,
    "decideExtension": decide_extension,
}


def _put(case: Case, **properties: Any) -> Effects:
    return Effects((("Task", case.changed(case.subject, **properties)),))


def _entry(case: Case, percent: int, text: str) -> dict[str, Any]:
    return {"at": case.stamp, "byId": case.me.id, "percent": percent, "text": text}


def _reported(case: Case, percent: int, text: str) -> list[Any]:
    return [*case.subject[P + "reports"], _entry(case, percent, text)]


def _extensions_left(task: Mapping[str, Any]) -> int:
    return max(0, MOST_EXTENSIONS - len(task[P + "extensions"]))


def _handles(task: Mapping[str, Any], me: Me, *, lead_only: bool) -> bool:
    people = [task[P + "lead"]] if lead_only else [task[P + "lead"], *task[P + "coHandlers"]]
    return any(me.holds(a["unitId"], a.get("personId")) for a in people)


def _known(case: Case, assignee: Mapping[str, Any]) -> bool:
    unit = case.world.get("Unit", str(assignee.get("unitId")))
    if unit is None or unit["organId"] != case.me.organ_id:
        return False
    person_id = cast("str | None", assignee.get("personId"))
    return person_id is None or case.world.get("Person", person_id) is not None
