"""What needs me today, gathered and put into words. Pure but for reading; knows office's order of the day and names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.office import schedule, tasks, today
from desktop.office.people import Me
from desktop.office.today import Item
from desktop.office.withholding import is_withheld
from desktop.presenters import act_words, formats, messages, schedule_words, task_words
from desktop.presenters.names import Names
from widgets.theme import Tone
from widgets.today_view import Bar, TodayRow, TodaySection, TodayView

P = "tacnghiep:"
SHOWN = 5
"""Rows of one section before it says how many more there are."""

Object = Mapping[str, Any]


translate = QCoreApplication.translate


@dataclass
class Gathered:
    """What was read for the day.

    Attributes:
        handlings: rows of handling boxes: {"handling", "document"}.
        tasks: mine, or for me to decide on.
        sign: documents that wait for my signature or seal, with the act for each.
        entries: this day's meetings that concern me.
        decide: schedule entries that wait for me.
        stuck: acts that came back or are stuck, as `unsent` gives them.
        abouts: what the stuck acts are about, by act.
        totals: how many there are in all, by reason, where not all were read.
        unit_tasks: the organ's tasks, for the picture.
    """

    handlings: dict[str, Object] = field(default_factory=dict)
    tasks: dict[str, Object] = field(default_factory=dict)
    sign: dict[str, tuple[Object, str]] = field(default_factory=dict)
    entries: dict[str, Object] = field(default_factory=dict)
    decide: dict[str, Object] = field(default_factory=dict)
    stuck: list[Object] = field(default_factory=list)
    abouts: dict[str, str] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)
    unit_tasks: Sequence[Object] = ()


def items(found: Gathered, me: Me, now: datetime) -> list[Item]:
    """Everything that waits, in the office's order."""
    day = formats.local(now).date()
    made = [_handling_item(row["handling"], day) for row in found.handlings.values()]
    made += [today.of_task(task, now, me.id) for task in found.tasks.values()]
    made += [Item("sign", "Document", key, kind, None, doc["urgency"]) for key, (doc, kind) in found.sign.items()]
    made += [today.of_entry(entry) for entry in found.entries.values()]
    made += [
        Item("decide", "ScheduleEntry", key, "approveSchedule", entry["start"]) for key, entry in found.decide.items()
    ]
    made += [Item("refused", "Act", one["act"]["id"], "fixAct", one["act"]["claimedAt"]) for one in found.stuck]
    return today.ordered(made)


def _handling_item(handling: Object, day: Any) -> Item:
    item = today.of_handling(handling, day)
    # What was passed on is watched, not done: whoever holds it now does the work.
    if handling["state"] == "passedOn":
        return Item(item.why, item.type, item.id, "", item.when, item.urgency)
    return item


def view(found: Gathered, me: Me, names: Names, now: datetime) -> TodayView:
    """The whole desk."""
    ordered = items(found, me, now)
    sections: list[TodaySection] = []
    for why in dict.fromkeys(item.why for item in ordered):
        mine = [item for item in ordered if item.why == why]
        total = max(len(mine), found.totals.get(why, 0))
        rows = tuple(_row(item, found, names, now) for item in mine[:SHOWN])
        link = translate("Today", "Xem tất cả {n}").format(n=total) if total > len(rows) else ""
        sections.append(TodaySection(why, _section_name(why), rows, total, _section_tone(why), link))
    count = sum(s.total for s in sections if s.key != "meeting")
    local = formats.local(now)
    date_text = f"{schedule_words.day_names()[local.weekday()]}, {formats.day(local.date())}"
    return TodayView(
        date_text,
        translate("Today", "%n việc cần làm", None, count) if count else "",
        tuple(sections),
        translate("Today", "Nhiệm vụ của {unit}").format(unit=me.organ["shortName"] or me.organ["name"]),
        _by_state(found.unit_tasks),
        translate("Today", "Nhiệm vụ đang mở theo hạn"),
        _by_due(found.unit_tasks, now),
        translate("Today", "Không còn việc nào chờ bạn"),
        translate("Today", "Văn bản, nhiệm vụ và lịch họp mới sẽ hiện ở đây."),
    )


def _section_name(why: str) -> str:
    names = {
        "refused": translate("Today", "Bị trả lại, cần sửa"),
        "overdue": translate("Today", "Quá hạn"),
        "express": translate("Today", "Hỏa tốc"),
        "meeting": translate("Today", "Lịch hôm nay"),
        "dueToday": translate("Today", "Đến hạn hôm nay"),
        "sign": translate("Today", "Chờ ký"),
        "receive": translate("Today", "Chờ tiếp nhận"),
        "decide": translate("Today", "Chờ duyệt"),
        "soon": translate("Today", "Sắp đến hạn"),
        "handle": translate("Today", "Đang xử lý"),
    }
    return names.get(why, why)


def _section_tone(why: str) -> Tone:
    tones = {"refused": Tone.BAD, "overdue": Tone.BAD, "express": Tone.BAD, "dueToday": Tone.WARN, "soon": Tone.WARN}
    return tones.get(why, Tone.NEUTRAL)


def _row(item: Item, found: Gathered, names: Names, now: datetime) -> TodayRow:
    about: Object | None = None
    if item.type in ("Handling", "Document"):
        about = found.handlings[item.id]["document"] if item.type == "Handling" else found.sign[item.id][0]
        title, detail = _document_words(about)
    elif item.type == "Task":
        about = found.tasks[item.id]
        title, detail = formats.title(about), _task_words(about, names)
    elif item.type == "ScheduleEntry":
        about = (found.entries | found.decide)[item.id]
        title, detail = formats.title(about), _entry_words(about, names)
    else:
        stuck = next(one for one in found.stuck if one["act"]["id"] == item.id)
        title = f"{act_words.name(stuck['act']['kind'])}: {found.abouts.get(item.id, '')}".rstrip(": ")
        detail = messages.of_reason(stuck["reason"])
    when, tone = _when(item, found, now)
    # Nothing is done here to what may not be held here: the row only opens, and says where to go.
    next_act = "" if is_withheld(about) else item.next_act
    words = action_words(next_act)
    spoken = ", ".join(part for part in (_section_name(item.why), title, when, detail, words) if part)
    return TodayRow(item.type, item.id, title, detail, when, tone, next_act, words, spoken)


def action_words(kind: str) -> str:
    """The words on a row's button; empty for a kind that has none."""
    words = {
        "receive": translate("Today", "Tiếp nhận"),
        "transfer": translate("Today", "Chuyển xử lý"),
        "finish": translate("Today", "Kết thúc"),
        "approve": translate("Today", "Ký duyệt"),
        "seal": translate("Today", "Ký số cơ quan"),
        "reportProgress": translate("Today", "Báo cáo tiến độ"),
        "decideCompletion": translate("Today", "Duyệt hoàn thành"),
        "decideExtension": translate("Today", "Duyệt gia hạn"),
        "approveSchedule": translate("Today", "Duyệt lịch"),
        "fixAct": translate("Today", "Xem và sửa"),
    }
    return words.get(kind, "")


def _document_words(document: Object | None) -> tuple[str, str]:
    """Subject; number and agency. A document that is not here (yet) says so."""
    if document is None:
        return translate("Today", "(văn bản chưa tải về)"), ""
    urgency = formats.urgency(int(document.get("urgency") or 0))
    parts = (document.get("notation"), document.get("issuer"), urgency.text if urgency else "")
    return formats.subject(document), " · ".join(part for part in parts if part)


def _task_words(task: Object, names: Names) -> str:
    lead = translate("Today", "Chủ trì: {name}").format(name=names.assignee(task[P + "lead"]))
    state = task[P + "state"]
    said = "" if state == "inProgress" else task_words.state_name(state)
    return " · ".join(part for part in (lead, f"{int(task.get('percentComplete') or 0)} %", said) if part)


def _entry_words(entry: Object, names: Names) -> str:
    chair = names.person(entry.get(P + "chairId"))
    parts = (schedule_words.where(entry), translate("Today", "{name} chủ trì").format(name=chair) if chair else "")
    return " · ".join(part for part in parts if part)


def _when(item: Item, found: Gathered, now: datetime) -> tuple[str, Tone]:
    if item.why == "refused" and item.when:
        return formats.when_in_history(item.when, now), Tone.BAD
    if item.type == "ScheduleEntry":
        entry = (found.entries | found.decide)[item.id]
        return (schedule_words.hour(entry) if item.why == "meeting" else schedule_words.when(entry)), Tone.NEUTRAL
    if item.type == "Task":
        return task_words.due_mark(found.tasks[item.id], now)
    if item.type == "Handling":
        handling = found.handlings[item.id]["handling"]
        mark = formats.due(handling["due"], now)
        if mark is not None:
            late = item.why in ("overdue", "express")
            return mark.text, Tone.BAD if late else Tone.WARN if mark.tone is not Tone.NEUTRAL else Tone.NEUTRAL
        arrived = formats.when_in_list(handling["arrivedAt"], now)
        return translate("Today", "Đến {when}").format(
            when=arrived
        ), Tone.BAD if item.why == "express" else Tone.NEUTRAL
    return "", Tone.NEUTRAL


# the picture


def _by_state(found: Sequence[Object]) -> tuple[Bar, ...]:
    counts: dict[str, int] = dict.fromkeys(
        ("inProgress", "awaitingCompletion", "extensionProposed", "closureProposed", "completed", "closed"), 0
    )
    for task in found:
        state = task[P + "state"]
        counts[state] = counts.get(state, 0) + 1
    tones = {"completed": Tone.GOOD, "closed": Tone.NEUTRAL}
    # The rarer states are shown once there is one.
    rare = {"closureProposed", "closed"}
    return tuple(
        Bar(state, task_words.state_name(state), n, tones.get(state, Tone.INFO))
        for state, n in counts.items()
        if n or state not in rare
    )


def _by_due(found: Sequence[Object], now: datetime) -> tuple[Bar, ...]:
    counts = {"overdue": 0, "soon": 0, "onTime": 0}
    for task in found:
        if task[P + "state"] in tasks.OPEN_STATES:
            stands = tasks.due_state(task, now)
            counts["onTime" if stands == "none" else stands] += 1
    return (
        Bar("overdue", translate("Today", "Quá hạn"), counts["overdue"], Tone.BAD),
        Bar("soon", translate("Today", "Sắp đến hạn"), counts["soon"], Tone.WARN),
        Bar("onTime", translate("Today", "Trong hạn"), counts["onTime"], Tone.INFO),
    )


def concerns(entry: Object, me: Me) -> bool:
    """Whether a meeting of today is mine to know: I take part or am named; clerk and chief know them all."""
    if entry[P + "state"] not in ("approved", "adjusted"):
        return False
    if me.roles & {"clerk", "chiefOfOffice"}:
        return True
    return bool(schedule_words.mine([entry], me))


def today_entries(entries: Sequence[Object], me: Me, now: datetime) -> dict[str, Object]:
    """This day's meetings that concern me and are not over."""
    local = formats.local(now).replace(tzinfo=None)
    return {
        e["id"]: e
        for e in entries
        if concerns(e, me) and schedule.span(e)[0].date() == local.date() and schedule.span(e)[1] > local
    }
