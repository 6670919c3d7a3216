"""The desk Hôm nay over the sample commune: order, next acts, and the picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QApplication

from desktop.presenters.names import Names
from desktop.presenters.today import TodayPresenter
from tests.presenters.office_for_desks import Office
from tests.widgets.sample_data import NOW
from widgets.theme import Tone
from widgets.today_desk import TodayDesk
from widgets.today_view import TodayRow, TodaySection


@dataclass
class Bench:
    """The desk with its presenter, and what was asked for."""

    office: Office
    desk: TodayDesk
    presenter: TodayPresenter
    acts: list[tuple[str, str, str]] = field(default_factory=list)
    more: list[str] = field(default_factory=list)

    async def settle(self) -> None:
        await self.presenter.settled()

    @property
    def sections(self) -> dict[str, TodaySection]:
        return {line.key: line for line in self.desk.list.lines.lines if isinstance(line, TodaySection)}

    def row(self, name: str) -> TodayRow:
        rows = [line for line in self.desk.list.lines.lines if isinstance(line, TodayRow)]
        return next(row for row in rows if row.id == name)


async def bench(who: str, **options: Any) -> Bench:
    office = Office(who, **options)
    desk = TodayDesk()
    acts: list[tuple[str, str, str]] = []
    more: list[str] = []
    presenter = TodayPresenter(
        office,
        desk,
        Names(office),
        act=lambda *what: acts.append(what),
        open=lambda *what: None,
        more=more.append,
        say=lambda words, tone: None,
        now=lambda: NOW,
    )
    made = Bench(office, desk, presenter, acts, more)
    presenter.refresh()
    await made.settle()
    return made


async def test_what_needs_me_first_stands_first(application: QApplication) -> None:
    made = await bench("mai")

    assert list(made.sections) == ["overdue", "express", "meeting", "sign", "receive", "soon", "handle"]
    assert made.sections["receive"].total == 4
    assert made.desk.header.note.text().startswith("Thứ Hai, 23/11/2026 · ")


async def test_each_row_has_its_next_act(application: QApplication) -> None:
    made = await bench("mai")

    assert made.row("h7").action == "transfer"
    assert made.row("h8").action_text == "Tiếp nhận"
    assert made.row("t3").action == "reportProgress"
    assert made.row("t3").when == "Quá hạn 3 ngày"
    assert made.row("t3").tone is Tone.BAD

    made.desk.list.act_requested.emit(made.row("h8"))
    assert made.acts == [("receive", "Handling", "h8")]


async def test_nothing_stands_twice(application: QApplication) -> None:
    made = await bench("mai")
    rows = [(line.type, line.id) for line in made.desk.list.lines.lines if isinstance(line, TodayRow)]

    assert len(rows) == len(set(rows))


async def test_a_long_section_says_how_many_more(application: QApplication) -> None:
    made = await bench("mai", extra_documents=0)
    handlings = made.office.objects["Handling"]
    for number in range(9):
        handlings[f"n{number}"] = {**handlings["h8"], "id": f"n{number}"}
    made.office.tell("Handling")
    await made.settle()

    section = made.sections["receive"]
    assert (len(section.rows), section.total, section.link) == (5, 13, "Xem tất cả 13")


async def test_who_signs_sees_what_waits_for_the_signature(application: QApplication) -> None:
    made = await bench("hoa")

    assert {row.id for row in made.sections["sign"].rows} == {"o1", "o2"}
    assert made.row("o1").action == "approve"
    assert made.row("t4").action == "decideCompletion"
    assert "meeting" in made.sections


async def test_the_chief_of_office_decides_on_the_schedule(application: QApplication) -> None:
    made = await bench("hanh")

    assert made.row("e4").action == "approveSchedule"
    assert made.row("e4").when == "Thứ Hai, 23/11/2026, 13:30–15:30"


async def test_an_act_that_came_back_stands_above_all_with_its_reason(application: QApplication) -> None:
    made = await bench("mai")
    act = {
        "id": "x1",
        "kind": "receive",
        "subjectType": "Handling",
        "subjectId": "h8",
        "documentId": "d8",
        "claimedAt": "2026-11-23T01:31:00Z",
        "payload": {},
    }
    reason = {"code": "numberTaken", "args": {"number": 1203}}
    made.office.stuck = [{"act": act, "state": "refused", "reason": reason}]
    made.office.tell("Act")
    await made.settle()

    assert next(iter(made.sections)) == "refused"
    row = made.row("x1")
    assert row.title.startswith("Tiếp nhận, vào sổ: 1540-CV/TU")
    assert "1203" in row.detail
    assert row.action == "fixAct"


async def test_the_picture_counts_the_units_tasks_by_state(application: QApplication) -> None:
    made = await bench("mai")

    assert made.desk.picture.accessibleName() == (
        "Nhiệm vụ của Đảng ủy xã: Đang thực hiện 3, Chờ duyệt hoàn thành 1, Đề xuất gia hạn 0, Đã hoàn thành 0"
    )
    assert "Quá hạn 1, Sắp đến hạn 1, Trong hạn 2" in made.desk.timing.accessibleName()


async def test_a_meeting_that_is_over_is_gone(application: QApplication) -> None:
    made = await bench("mai")
    assert {row.id for row in made.sections["meeting"].rows} == {"e1", "e2"}

    made.office.objects["ScheduleEntry"]["e1"]["duration"] = "PT1H"
    made.office.tell("ScheduleEntry")
    await made.settle()
    assert {row.id for row in made.sections["meeting"].rows} == {"e2"}


async def test_a_calm_day_says_so(application: QApplication) -> None:
    made = await bench("tuan")
    for type_name in ("Handling", "Task", "ScheduleEntry"):
        made.office.objects[type_name].clear()
    made.office.tell("Handling")
    await made.settle()

    assert "Không còn việc nào" in made.desk.empty.accessibleName()


async def test_what_may_not_be_held_here_is_told_of_and_offers_nothing(application: QApplication) -> None:
    made = await bench("mai")
    document = made.office.objects["Document"][made.office.objects["Handling"]["h8"]["documentId"]]
    document |= {"withheld": True, "secrecy": "confidential", "subject": "", "notation": None, "file": None}
    made.office.objects["Task"]["t3"] |= {"withheld": True, "title": ""}
    made.presenter.refresh()
    await made.settle()

    arrived, task = made.row("h8"), made.row("t3")
    assert (arrived.title, arrived.action) == ("Có văn bản mật: đến máy chuyên dùng để xem", "")
    assert (task.title, task.action) == ("Việc mật: đến máy chuyên dùng để xem", "")
