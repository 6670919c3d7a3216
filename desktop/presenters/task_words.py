"""Tasks in words: rows, the chosen task in full, candidates for work. Pure; knows office, names and the view data.

Times are said in Vietnam's own; `now` is the central's time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.office import tasks
from desktop.office.people import Me
from desktop.presenters import formats
from desktop.presenters.names import Names
from widgets.task_view import Candidate, ExtensionRequest, TaskDetail, TaskEvent, TaskRow
from widgets.theme import Tone

P = "tacnghiep:"
Task = Mapping[str, Any]


translate = QCoreApplication.translate


def state_name(state: str) -> str:
    """A state as an office says it; an unknown one from a newer central as it is."""
    names = {
        "inProgress": translate("Tasks", "Đang thực hiện"),
        "awaitingCompletion": translate("Tasks", "Chờ duyệt hoàn thành"),
        "completed": translate("Tasks", "Đã hoàn thành"),
        "extensionProposed": translate("Tasks", "Đề xuất gia hạn"),
        "closureProposed": translate("Tasks", "Đề xuất đóng"),
        "closed": translate("Tasks", "Đã đóng"),
    }
    return names.get(state, state)


def action_words() -> dict[str, str]:
    """The words on the button of each act."""
    return {
        "reportProgress": translate("Tasks", "&Báo cáo tiến độ"),
        "finishTask": translate("Tasks", "Báo &hoàn thành"),
        "askExtension": translate("Tasks", "&Xin gia hạn"),
        "decideCompletion": translate("Tasks", "&Duyệt hoàn thành"),
        "decideExtension": translate("Tasks", "&Duyệt gia hạn"),
    }


_ORDER = ("decideCompletion", "decideExtension", "reportProgress", "finishTask", "askExtension")


def actions(allowed: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The acts allowed now as buttons, the likeliest first; kinds that have no form here are left out."""
    words, kinds = action_words(), set(allowed)
    return tuple((kind, words[kind]) for kind in _ORDER if kind in kinds)


def due_mark(task: Task, now: datetime) -> tuple[str, Tone]:
    """The deadline in words and tone; finished work says whether it was in time, and never shouts."""
    due = task.get("due")
    if not due:
        return translate("Tasks", "Không có thời hạn"), Tone.NEUTRAL
    if task[P + "state"] in ("completed", "closed"):
        late = tasks.due_state(task, now) == "overdue"
        return (
            (translate("Tasks", "Xong quá hạn"), Tone.WARN)
            if late
            else (translate("Tasks", "Xong đúng hạn"), Tone.GOOD)
        )
    mark = formats.due(due, now)
    if mark is None:
        return "", Tone.NEUTRAL
    if mark.tone is Tone.NEUTRAL:
        day = formats.short_day(due, formats.local(now).date())
        return translate("Tasks", "Hạn {day}").format(day=day), Tone.NEUTRAL
    # Today is soon, not late: red is kept for what has passed.
    late = tasks.due_state(task, now) == "overdue"
    return mark.text, Tone.BAD if late else Tone.WARN


def row(task: Task, names: Names, now: datetime, *, unsent: bool) -> TaskRow:
    """One row of the list."""
    words, tone = due_mark(task, now)
    state = task[P + "state"]
    shown = "" if state in ("inProgress", "completed") else state_name(state)
    lead, percent = names.assignee(task[P + "lead"]), int(task.get("percentComplete") or 0)
    spoken = ", ".join(
        part
        for part in (
            formats.title(task),
            words,
            translate("Tasks", "chủ trì {lead}").format(lead=lead),
            f"{percent} %",
            shown,
            translate("Tasks", "chưa gửi") if unsent else "",
        )
        if part
    )
    return TaskRow(task["id"], formats.title(task), lead, words, tone, shown, percent, unsent, state, spoken)


def detail(
    task: Task,
    names: Names,
    now: datetime,
    *,
    allowed: Iterable[str],
    document: Mapping[str, Any] | None,
    unsent: bool,
) -> TaskDetail:
    """The chosen task in full."""
    words, tone = due_mark(task, now)
    due = task.get("due")
    said = f"{words} ({formats.day(due)})" if due else words
    if due and tone is Tone.NEUTRAL:
        # The words are the day already: it is told once, with its year.
        said = translate("Tasks", "Hạn {day}").format(day=formats.day(due))
    used = len(task[P + "extensions"])
    return TaskDetail(
        task["id"],
        formats.title(task),
        said,
        tone,
        state_name(task[P + "state"]),
        int(task.get("percentComplete") or 0),
        _facts(task, names),
        tuple(_events(task, names, now)),
        actions(allowed),
        (document["id"], document_words(document)) if document else None,
        translate("Tasks", "Đã xin gia hạn {used}/{most} lần").format(used=used, most=tasks.MOST_EXTENSIONS)
        if used
        else "",
        translate("Tasks", "Có việc chưa gửi; sẽ tự gửi khi có mạng.") if unsent else "",
    )


def document_words(document: Mapping[str, Any]) -> str:
    """118-TB/TU ngày 20/11/2026 của Tỉnh ủy; its subject where it has no number."""
    if not document.get("notation"):
        return str(document.get("subject") or "")
    words = translate("Tasks", "{notation} ngày {day} của {issuer}")
    if not document.get("documentDate"):
        return f"{document['notation']} · {document['issuer']}"
    return words.format(
        notation=document["notation"], day=formats.day(document["documentDate"]), issuer=document["issuer"]
    )


def _holder(assignee: Mapping[str, Any], names: Names) -> str:
    unit, person = names.unit(assignee.get("unitId"), short=False), names.person(assignee.get("personId"))
    return f"{person} · {unit}" if person else unit


def _facts(task: Task, names: Names) -> tuple[tuple[str, str], ...]:
    giver = task[P + "assignedById"]
    title = names.title(giver)
    co = "; ".join(_holder(one, names) for one in task[P + "coHandlers"])
    original = task.get(P + "originalDue")
    moved = original and task.get("due") and original != task["due"]
    found = (
        (translate("Tasks", "Chủ trì"), _holder(task[P + "lead"], names)),
        (translate("Tasks", "Phối hợp"), co),
        (translate("Tasks", "Người giao"), f"{names.person(giver)}, {title}" if title else names.person(giver)),
        (translate("Tasks", "Sản phẩm"), task.get(P + "product") or ""),
        (translate("Tasks", "Yêu cầu"), task.get("description") or ""),
        (translate("Tasks", "Hạn ban đầu"), formats.day(original) if moved else ""),
    )
    return tuple((name, value) for name, value in found if value)


def _events(task: Task, names: Names, now: datetime) -> Iterable[TaskEvent]:
    """Extensions and reports, the newest first; extensions carry no hour of their own and stand on top."""
    lead = names.assignee(task[P + "lead"])
    for asked in reversed(task[P + "extensions"]):
        yield _extension(asked, lead)
    for report in reversed(task[P + "reports"]):
        when = formats.when_in_history(report["at"], now)
        who = names.person(report["byId"])
        if report.get("refused"):
            yield TaskEvent(
                who, translate("Tasks", "yêu cầu làm tiếp: {text}").format(text=report["text"]), when, Tone.BAD
            )
        else:
            words = translate("Tasks", "báo cáo {percent} %: {text}")
            yield TaskEvent(who, words.format(percent=report["percent"], text=report["text"]), when)


def _extension(asked: Mapping[str, Any], lead: str) -> TaskEvent:
    to = formats.day(asked["askedDue"])
    what = translate("Tasks", "xin gia hạn đến {day}: {reason}").format(day=to, reason=asked["reason"])
    note = asked.get("decisionNote")
    if asked["state"] == "granted":
        return TaskEvent(lead, what, translate("Tasks", "đã đồng ý") + (f": {note}" if note else ""), Tone.GOOD)
    if asked["state"] == "refused":
        return TaskEvent(lead, what, translate("Tasks", "không đồng ý: {note}").format(note=note or ""), Tone.BAD)
    return TaskEvent(lead, what, translate("Tasks", "chờ duyệt"), Tone.WARN)


def candidates(me: Me, names: Names) -> tuple[Candidate, ...]:
    """Whom work may be given to in my organ: its departments first, then its people by department."""
    units = [u for u in names.units.values() if u["organId"] == me.organ_id and u["id"] != me.organ_id]
    found = [Candidate(unit["id"], unit["name"]) for unit in sorted(units, key=lambda u: u["name"])]
    people = [
        Candidate(f"{seat['unitId']}/{person['id']}", person["name"], f"{seat['title']}, {names.unit(seat['unitId'])}")
        for person in names.persons.values()
        for seat in person["positions"]
        if seat["organId"] == me.organ_id
    ]
    seen: dict[str, Candidate] = {}
    for one in sorted(people, key=lambda c: (names.unit(c.id.split("/")[0]), c.name)):
        seen.setdefault(one.id.split("/")[1], one)
    return (*found, *seen.values())


def assignee(candidate: str) -> dict[str, str | None]:
    """The wire's Assignee of a candidate."""
    unit, _, person = candidate.partition("/")
    return {"unitId": unit, "personId": person or None}


def candidate(assignee: Mapping[str, Any]) -> str:
    """The candidate of an Assignee."""
    person = assignee.get("personId")
    return f"{assignee['unitId']}/{person}" if person else str(assignee["unitId"])


def payloads(values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The payloads of assignTask for what the form holds: N leads are N tasks (DOMAIN 9)."""
    return [
        {
            "task": {
                "title": values["title"],
                "description": values["description"],
                "due": values["due"],
                P + "product": values["product"],
                P + "lead": assignee(lead),
                P + "coHandlers": [assignee(one) for one in values["co"] if one != lead],
            }
        }
        for lead in values["leads"]
    ]


def form_values(task: Task) -> dict[str, Any]:
    """What the form for giving a task shows of a task (a refused act's payload, for instance)."""
    return {
        "title": task.get("title") or "",
        "description": task.get("description") or "",
        "product": task.get(P + "product") or "",
        "leads": [candidate(task[P + "lead"])] if task.get(P + "lead") else [],
        "co": [candidate(one) for one in task.get(P + "coHandlers") or []],
        "due": str(task["due"])[:10] if task.get("due") else None,
        "each": False,
    }


def extension_request(task: Task, names: Names) -> ExtensionRequest:
    """The extension that waits, for whoever decides."""
    asked = task[P + "extensions"][-1]
    used = sum(one["state"] == "granted" for one in task[P + "extensions"])
    return ExtensionRequest(
        formats.title(task),
        names.assignee(task[P + "lead"]),
        formats.day(task.get("due")),
        formats.day(asked["askedDue"]),
        asked["reason"],
        translate("Tasks", "{used} lần, tối đa {most} lần").format(used=used, most=tasks.MOST_EXTENSIONS),
    )
