"""The desk Lịch công tác over the sample commune."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QApplication

from desktop.presenters import schedule_words
from desktop.presenters.names import Names
from desktop.presenters.schedule import SchedulePresenter
from tests.presenters.office_for_desks import Office
from tests.widgets.sample_data import NOW
from widgets.reason_dialog import ReasonDialog
from widgets.schedule_desk import EntryWindow, ScheduleDesk
from widgets.schedule_dialog import ScheduleDialog
from widgets.schedule_print import PrintWindow
from widgets.theme import Tone

P = "tacnghiep:"
MONDAY = date(2026, 11, 23)


@dataclass
class Bench:
    """The desk with its presenter, and what was said."""

    office: Office
    desk: ScheduleDesk
    presenter: SchedulePresenter
    said: list[tuple[str, Tone]] = field(default_factory=list)

    async def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()
            await self.presenter.settled()

    def card(self, row: int, column: int):
        return self.desk.grid.week.cards(self.desk.grid.week.index(row, column))


async def bench(who: str, **options: Any) -> Bench:
    office = Office(who, **options)
    desk = ScheduleDesk()
    desk.resize(1190, 720)
    said: list[tuple[str, Tone]] = []
    presenter = SchedulePresenter(
        office, desk, Names(office), say=lambda words, tone: said.append((words, tone)), now=lambda: NOW
    )
    desk.show()
    presenter.refresh()
    made = Bench(office, desk, presenter, said)
    await made.settle()
    return made


@pytest.fixture
async def hanh(application: QApplication) -> AsyncIterator[Bench]:
    made = await bench("hanh")
    yield made
    made.presenter.close()
    made.desk.close()


@pytest.fixture
async def mai(application: QApplication) -> AsyncIterator[Bench]:
    made = await bench("mai")
    yield made
    made.presenter.close()
    made.desk.close()


def add(made: Bench, name: str, start: str, *, state: str = "waiting", **more: Any) -> dict[str, Any]:
    entry = {**made.office.objects["ScheduleEntry"]["e1"], "id": name, "uid": name, "start": start, P + "state": state}
    entry |= {f"{P}{key}" if key not in ("title", "duration") else key: value for key, value in more.items()}
    made.office.objects["ScheduleEntry"][name] = entry
    return entry


async def test_the_week_runs_from_monday_to_sunday_with_today_marked(hanh: Bench) -> None:
    view = hanh.desk.grid.week.view

    assert [d.name for d in view.days][::6] == ["Thứ Hai", "Chủ nhật"]
    assert [d.today for d in view.days] == [True] + [False] * 6
    assert (view.title, view.dates) == ("Lịch công tác tuần 48", "23/11 – 29/11/2026")
    assert [c.name for c in view.columns] == ["Lê Văn Hòa", "Phạm Thu Hà", "Đỗ Minh Quân"]


async def test_a_waiting_entry_says_so_and_is_approved_in_place(hanh: Bench) -> None:
    (card,) = hanh.card(1, 2)
    assert (card.note, card.tone, card.can_approve) == ("chờ duyệt", "waiting", True)

    hanh.desk.grid.approve_requested.emit(card.id)
    await hanh.settle()

    assert hanh.office.objects["ScheduleEntry"]["e4"][P + "state"] == "approved"
    assert hanh.card(1, 2)[0].tone == "plain"


async def test_the_clerk_sees_it_waiting_and_cannot_approve(mai: Bench) -> None:
    (card,) = mai.card(1, 2)

    assert not card.can_approve
    assert mai.desk.approve_week.isHidden()


async def test_one_entry_of_two_leaders_stands_in_both_columns(hanh: Bench) -> None:
    add(hanh, "both", "2026-11-26T14:00:00", state="approved", leaders=["hoa", "quan"], place="Phòng họp 1")
    hanh.presenter.refresh()
    await hanh.settle()

    assert hanh.card(7, 0)[0].id == hanh.card(7, 2)[0].id == "both"


async def test_a_clash_is_red_with_words_and_the_week_is_approved_without_it(hanh: Bench) -> None:
    add(hanh, "big", "2026-11-25T14:00:00", state="approved", leaders=["hoa"], place="Phòng họp 1", title="Hội nghị")
    add(hanh, "small", "2026-11-25T14:30:00", leaders=["quan"], chairId="quan", place="phòng họp 1", title="Làm việc")
    hanh.presenter.refresh()
    await hanh.settle()

    (card,) = hanh.card(5, 2)
    assert card.tone == "clash"
    assert card.note == "chờ duyệt · trùng Phòng họp 1"
    assert hanh.card(5, 0)[0].tone == "plain"

    hanh.desk.approve_week_requested.emit()
    await hanh.settle()

    states = {k: e[P + "state"] for k, e in hanh.office.objects["ScheduleEntry"].items()}
    assert (states["e4"], states["small"]) == ("approved", "waiting")
    assert hanh.said[-1] == ("Đã duyệt 1 lịch. Còn 1 lịch bị trùng, cần xem riêng.", Tone.WARN)


async def test_of_two_that_clash_the_one_not_approved_gives_way(hanh: Bench) -> None:
    early = add(hanh, "early", "2026-11-25T14:00:00", leaders=["hoa"], place="Phòng họp 1")
    late = add(hanh, "late", "2026-11-25T14:30:00", state="approved", leaders=["quan"], place="Phòng họp 1")
    from desktop.office import schedule

    assert list(schedule_words.red_entries([early, late], schedule.clashes([early, late]))) == ["early"]


async def test_the_form_warns_of_a_clash_while_it_is_typed(mai: Bench) -> None:
    mai.desk.begin_requested.emit("2026-11-24", "morning", "ha")
    await mai.settle()
    dialog = mai.presenter.window
    assert isinstance(dialog, ScheduleDialog)
    assert dialog.chair.currentText().startswith("Phạm Thu Hà")
    assert "Trùng giờ Phạm Thu Hà: 08:00–10:00 Họp Ban Chỉ đạo" in dialog.warnings.text()

    dialog.chair.setCurrentIndex(dialog.chair.findData("quan"))
    for row in range(dialog.leaders.count()):
        if dialog.leaders.item(row).text().startswith("Phạm"):
            from PySide6.QtCore import Qt

            dialog.leaders.item(row).setCheckState(Qt.CheckState.Unchecked)
    dialog.edited.emit(dialog.values())
    assert dialog.warnings.text() == ""
    dialog.place.setEditText("Phòng họp 2")
    dialog.edited.emit(dialog.values())
    assert "Trùng Phòng họp 2" in dialog.warnings.text()


async def test_an_entry_is_entered_and_waits(mai: Bench) -> None:
    mai.desk.begin_requested.emit("2026-11-27", "afternoon", "hoa")
    await mai.settle()
    dialog = mai.presenter.window
    assert isinstance(dialog, ScheduleDialog)
    dialog.title.set_text("Duyệt lịch tuần sau")
    dialog.place.setEditText("Phòng Bí thư")

    dialog.accept_button.click()
    await mai.settle()

    (card,) = mai.card(9, 0)
    assert (card.time, card.title, card.note) == ("14:00", "Duyệt lịch tuần sau", "chờ duyệt")
    assert mai.desk.grid.current_entry() == card.id
    assert mai.office.objects["ScheduleEntry"][card.id]["duration"] == "PT2H"
    assert mai.presenter.window is None


async def test_what_is_typed_of_an_entry_is_kept(mai: Bench) -> None:
    mai.desk.begin_requested.emit("2026-11-27", "afternoon", "hoa")
    await mai.settle()
    dialog = mai.presenter.window
    assert isinstance(dialog, ScheduleDialog)
    dialog.title.set_text("Duyệt lịch tuần sau")
    dialog.reject()
    await mai.settle()

    mai.desk.begin_requested.emit("2026-11-28", "morning", "ha")
    await mai.settle()

    again = mai.presenter.window
    assert isinstance(again, ScheduleDialog)
    assert again.title.text() == "Duyệt lịch tuần sau"
    assert again.values()["day"] == "2026-11-28"


async def test_a_form_opened_and_closed_leaves_nothing_behind(mai: Bench) -> None:
    mai.desk.begin_requested.emit("2026-11-27", "afternoon", "hoa")
    await mai.settle()
    assert isinstance(mai.presenter.window, ScheduleDialog)
    mai.presenter.window.reject()
    await mai.settle()

    assert await mai.office.load_draft("enterSchedule:") is None


async def test_refusing_needs_a_reason_and_adjusting_a_note(hanh: Bench) -> None:
    hanh.presenter.begin("refuseSchedule", "e4")
    await hanh.settle()
    dialog = hanh.presenter.window
    assert isinstance(dialog, ReasonDialog)
    assert not dialog.accept_button.isEnabled()
    dialog.reject()

    hanh.presenter.begin("adjustSchedule", "e4")
    await hanh.settle()
    form = hanh.presenter.window
    assert isinstance(form, ScheduleDialog)
    form.place.setEditText("Phòng họp 2")
    form.decision_note.setText("Đổi phòng")
    form.accept_button.click()
    await hanh.settle()

    entry = hanh.office.objects["ScheduleEntry"]["e4"]
    assert (entry[P + "state"], entry[P + "place"], entry[P + "decisionNote"]) == (
        "adjusted",
        "Phòng họp 2",
        "Đổi phòng",
    )


async def test_an_entry_opens_in_full_from_anywhere(hanh: Bench) -> None:
    add(hanh, "next", "2026-12-02T08:00:00", leaders=["ha"], title="Họp tuần sau")
    hanh.presenter.show("next")
    await hanh.settle()

    assert hanh.desk.grid.week.view.title == "Lịch công tác tuần 49"
    assert isinstance(hanh.presenter.window, EntryWindow)
    assert hanh.desk.grid.current_entry() == "next"


async def test_mine_is_what_concerns_me(mai: Bench) -> None:
    add(mai, "other", "2026-11-26T08:00:00", leaders=["ha"], enteredById="hanh", attendees="", title="Đi cơ sở")
    mai.desk.filters.set_current("mine")
    await mai.settle()

    cells = mai.desk.grid.week.view.cells
    assert "other" not in {card.id for cards in cells.values() for card in cards}
    assert "e4" in {card.id for cards in cells.values() for card in cards}


async def test_rooms_are_columns_too(hanh: Bench) -> None:
    hanh.desk.filters.set_current("rooms")
    await hanh.settle()

    assert [c.name for c in hanh.desk.grid.week.view.columns][:2] == ["Hội trường A", "Phòng họp 2"]


async def test_a_week_without_cars_says_so(hanh: Bench) -> None:
    hanh.desk.filters.set_current("cars")
    await hanh.settle()

    assert "chưa có lịch nào dùng xe" in hanh.desk.empty.accessibleName()


async def test_the_page_holds_what_is_approved_and_what_waits_on_demand(hanh: Bench) -> None:
    hanh.desk.print_requested.emit()
    await hanh.settle()
    window = hanh.presenter.window
    assert isinstance(window, PrintWindow)
    assert not window.waiting.isHidden()
    titles = lambda: {one[1] for cell in window.sheet.cells.values() for one in cell}  # noqa: E731

    assert "Kiểm tra công trình đê bao" not in titles()
    window.waiting.setChecked(True)
    assert "Kiểm tra công trình đê bao" in titles()
    assert window.sheet.signature == ("CHÁNH VĂN PHÒNG", "Ngô Thị Hạnh")


async def test_the_week_goes_out_as_icalendar(hanh: Bench, tmp_path: Path) -> None:
    add(hanh, "whole", "2026-11-25T00:00:00", state="approved", leaders=["hoa"], session="allDay", title="Dự hội nghị")
    add(hanh, "no", "2026-11-25T08:00:00", state="refused", title="Không duyệt")
    await hanh.presenter.export(tmp_path / "week.ics")

    calendar = Calendar.from_ical((tmp_path / "week.ics").read_bytes())
    events = {str(e["summary"]): e for e in calendar.walk("VEVENT")}
    assert set(events) == {
        "Chào cờ, giao ban đầu tuần",
        "Tiếp công dân định kỳ",
        "Họp Ban Chỉ đạo chuyển đổi số",
        "Kiểm tra công trình đê bao",
        "Dự hội nghị",
    }
    first = events["Chào cờ, giao ban đầu tuần"]
    assert first.decoded("dtstart").isoformat() == "2026-11-23T07:30:00+07:00"
    assert str(first["location"]) == "Hội trường A"
    assert str(events["Kiểm tra công trình đê bao"]["status"]) == "TENTATIVE"
    assert events["Dự hội nghị"].decoded("dtstart") == date(2026, 11, 25)
    assert calendar.walk("VTIMEZONE")


async def test_a_file_that_cannot_be_written_is_said(hanh: Bench, tmp_path: Path) -> None:
    await hanh.presenter.export(tmp_path / "nowhere" / "week.ics")

    assert hanh.said[-1][1] is Tone.BAD


async def test_offline_entries_are_marked_as_not_sent(application: QApplication) -> None:
    made = await bench("hanh", online=False)
    made.presenter.begin("approveSchedule", "e4")
    await made.settle()

    assert made.card(1, 2)[0].note == "chưa gửi"
    made.presenter.close()
    made.desk.close()


@pytest.mark.parametrize("session", ["timed", "morning", "afternoon", "allDay"])
def test_an_entry_goes_through_the_form_unchanged(session: str) -> None:
    values = {
        "day": "2026-11-24", "session": session, "start": "14:30", "end": "16:15", "title": "Họp", "chairId": "hoa",
        "leaders": ["hoa"], "attendees": "", "place": "Phòng họp 1", "preparation": "", "vehicle": "", "driver": "",
        "invitation": "56", "note": "",
    }  # fmt: skip
    entry = schedule_words.wire_entry(values)
    again = schedule_words.form_values(entry)

    assert {k: again[k] for k in ("day", "session", "place", "invitation", "leaders")} == {
        k: values[k] for k in ("day", "session", "place", "invitation", "leaders")
    }
    if session == "timed":
        assert (again["start"], again["end"], entry["duration"]) == ("14:30", "16:15", "PT1H45M")
