"""The week's grid, its dialog and its printed page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from widgets.schedule_cards import approve_rect, card_rects
from widgets.schedule_desk import EntryWindow, ScheduleDesk
from widgets.schedule_dialog import ScheduleDialog
from widgets.schedule_grid import AIR, WeekGrid
from widgets.schedule_print import LARGEST, PrintedDay, PrintWindow, WeekSheet, page_picture, write_pdf
from widgets.schedule_view import (
    EntryCard,
    EntryDetail,
    GridColumn,
    GridDay,
    ScheduleForm,
    SchedulePerson,
    WeekView,
)
from widgets.theme import Theme

NAMES = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
MONDAY = date(2026, 11, 23)
COLUMNS = (GridColumn("hoa", "Lê Văn Hòa", "Bí thư"), GridColumn("ha", "Phạm Thu Hà", "Phó Bí thư"))
SHARED = EntryCard("shared", "07:30", "Chào cờ", "Hội trường A", spoken="07:30 Chào cờ, Hội trường A")
WAITING = EntryCard(
    "waiting", "10:00", "Đi cơ sở", "Thôn Hạ", "chờ duyệt", "waiting", True, "10:00 Đi cơ sở, chờ duyệt"
)


@pytest.fixture(autouse=True)
def _tidy(application: QApplication) -> Iterator[None]:
    """Let every window go: what stays is dressed anew by each test that follows."""
    yield
    for window in application.topLevelWidgets():
        window.close()
        window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def week() -> WeekView:
    days = tuple(GridDay(MONDAY + timedelta(n), name, f"{23 + n}/11", today=n == 1) for n, name in enumerate(NAMES))
    return WeekView(
        "Lịch công tác tuần 48",
        "23/11 – 29/11/2026",
        days,
        COLUMNS,
        {
            (0, "morning", "hoa"): (SHARED, WAITING),
            (0, "morning", "ha"): (SHARED,),
            (2, "morning", "ha"): (EntryCard("whole", "Cả ngày", "Dự hội nghị"),),
            (2, "afternoon", "ha"): (EntryCard("whole", "Cả ngày", "Dự hội nghị"),),
        },
        whole_days=frozenset({(2, "ha")}),
        waiting=1,
        can_approve=True,
    )


@pytest.fixture
def grid(application: QApplication) -> Iterator[WeekGrid]:
    made = WeekGrid()
    made.resize(900, 600)
    made.show_week(week())
    made.show()
    QApplication.processEvents()
    yield made
    made.close()


def press(widget: WeekGrid, key: Qt.Key) -> None:
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


def test_an_entry_of_two_leaders_stands_in_both_columns(grid: WeekGrid) -> None:
    first, second = grid.week.index(0, 0), grid.week.index(0, 1)

    assert grid.week.cards(first)[0] == grid.week.cards(second)[0]


def test_a_cell_says_day_half_leader_and_entries(grid: WeekGrid) -> None:
    words = grid.week.data(grid.week.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)

    assert words == "Thứ Hai 23/11, sáng, Lê Văn Hòa: 07:30 Chào cờ, Hội trường A; 10:00 Đi cơ sở, chờ duyệt"
    assert str(grid.week.data(grid.week.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)).endswith("trống")


def test_down_steps_through_a_cell_before_it_leaves(grid: WeekGrid) -> None:
    grid.choose("shared")

    press(grid, Qt.Key.Key_Down)
    assert grid.current_entry() == "waiting"
    press(grid, Qt.Key.Key_Down)
    assert (grid.currentIndex().row(), grid.current_entry()) == (1, "")
    press(grid, Qt.Key.Key_Up)
    assert grid.current_entry() == "waiting"


def test_enter_opens_an_entry_or_begins_one(grid: WeekGrid) -> None:
    opened, begun = QSignalSpy(grid.opened), QSignalSpy(grid.begin_requested)

    grid.choose("waiting")
    press(grid, Qt.Key.Key_Return)
    grid.setCurrentIndex(grid.week.index(1, 1))
    press(grid, Qt.Key.Key_Return)

    assert opened.at(0) == ["waiting"]
    assert begun.at(0) == [0, "afternoon", "ha"]


def test_a_day_long_entry_fills_both_halves(grid: WeekGrid) -> None:
    assert grid.rowSpan(4, 1) == 2
    assert grid.rowSpan(0, 0) == 1


def test_the_mark_on_a_waiting_card_approves_in_place(grid: WeekGrid) -> None:
    approved = QSignalSpy(grid.approve_requested)
    cell = grid.visualRect(grid.week.index(0, 0))
    _, waiting = card_rects(cell, 2)

    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=waiting.topLeft() + QPoint(30, 10))
    assert approved.count() == 0
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=approve_rect(waiting).center())
    assert approved.at(0) == ["waiting"]


def _full_week(each: int) -> WeekView:
    """Every half of Monday to Friday and Saturday's morning hold ``each`` entries; Sunday is empty."""
    cells = {}
    for day in range(6):
        for half in ("morning", "afternoon"):
            if (day, half) == (5, "afternoon"):
                continue
            cells[day, half, "hoa"] = tuple(replace(SHARED, id=f"{day}{half}{n}") for n in range(each))
    return replace(week(), cells=cells, whole_days=frozenset())


def test_an_ordinary_week_is_in_sight_without_scrolling(application: QApplication) -> None:
    """What the desk leaves the grid in the smallest full window, 1366x768, below the ribbon of the practice office."""
    grid = WeekGrid()
    grid.resize(1190, 625)
    grid.show()
    grid.show_week(_full_week(1))
    QApplication.processEvents()
    assert grid.verticalScrollBar().maximum() == 0
    assert grid.isRowHidden(13)
    grid.resize(1190, sum(grid._heights(AIR[-1])) + grid.horizontalHeader().height())
    QApplication.processEvents()
    assert grid.verticalScrollBar().maximum() == 0
    grid.show_week(_full_week(2))
    QApplication.processEvents()
    assert grid.verticalScrollBar().maximum() > 0
    assert grid.rowHeight(0) == grid._heights(AIR[0])[0], "a crowded week scrolls rather than being pressed together"


def test_an_empty_sunday_is_one_row_until_something_is_entered(grid: WeekGrid) -> None:
    assert grid.isRowHidden(13)
    assert not grid.isRowHidden(12)
    busy = replace(week(), cells={**week().cells, (6, "afternoon", "hoa"): (replace(SHARED, id="sunday"),)})
    grid.show_week(busy)
    assert not grid.isRowHidden(13)
    assert grid.choose("sunday")
    grid.show_week(week())
    assert grid.isRowHidden(13)


def test_the_current_entry_survives_a_refresh(grid: WeekGrid) -> None:
    grid.choose("waiting")

    grid.show_week(replace(week(), waiting=0))

    assert grid.current_entry() == "waiting"


def test_the_whole_week_is_offered_only_to_who_may_approve(application: QApplication) -> None:
    desk = ScheduleDesk()
    desk.show_week(week())
    assert not desk.approve_week.isHidden()
    assert "(1)" in desk.approve_week.text()

    desk.show_week(replace(week(), can_approve=False))
    assert desk.approve_week.isHidden()


def test_the_desk_asks_for_other_weeks(application: QApplication) -> None:
    desk = ScheduleDesk()
    asked = QSignalSpy(desk.week_requested)

    desk.before.click()
    desk.after.click()
    desk.today.click()

    assert [asked.at(n)[0] for n in range(3)] == [-1, 1, 0]


def form(**values: object) -> ScheduleForm:
    people = (SchedulePerson("hoa", "Lê Văn Hòa", "Bí thư"), SchedulePerson("ha", "Phạm Thu Hà", ""))
    base: dict[str, object] = {"day": "2026-11-24", "start": "14:30", "end": "16:00", "chairId": "ha", **values}
    return ScheduleForm(base, people, rooms=("Phòng họp 1",), heading="Đăng ký lịch công tác")


def test_the_dialog_gives_back_what_it_was_given(application: QApplication) -> None:
    dialog = ScheduleDialog(form(title="Làm việc", place="Phòng họp 1", vehicle="Xe 01"))
    values = dialog.values()

    assert values["day"] == "2026-11-24"
    assert (values["start"], values["end"], values["session"]) == ("14:30", "16:00", "timed")
    assert values["leaders"] == ["ha"]
    assert (values["place"], values["vehicle"]) == ("Phòng họp 1", "Xe 01")
    assert dialog.accept_button.isEnabled()


def test_who_chairs_is_always_among_the_leaders(application: QApplication) -> None:
    dialog = ScheduleDialog(form(title="Làm việc"))

    dialog.chair.setCurrentIndex(0)

    assert "hoa" in dialog.values()["leaders"]
    assert not dialog.leaders.item(0).flags() & Qt.ItemFlag.ItemIsEnabled


def test_the_dialog_says_what_is_missing(application: QApplication) -> None:
    dialog = ScheduleDialog(form(end="14:00", title="Làm việc"))
    assert "Giờ kết thúc" in dialog.missing.text()

    dialog = ScheduleDialog(form())
    assert "nội dung" in dialog.missing.text()
    assert not dialog.accept_button.isEnabled()


def test_an_adjustment_needs_its_note(application: QApplication) -> None:
    dialog = ScheduleDialog(replace(form(title="Làm việc"), needs_note=True))
    assert not dialog.accept_button.isEnabled()

    dialog.decision_note.setText("Phòng họp 1 đã có cuộc họp khác")
    assert dialog.accept_button.isEnabled()


def test_what_is_typed_is_told_even_when_the_dialog_is_cancelled(application: QApplication) -> None:
    dialog = ScheduleDialog(form())
    told = QSignalSpy(dialog.edited)

    dialog.title.set_text("Họp giao ban")
    dialog.reject()

    assert told.at(told.count() - 1)[0]["title"] == "Họp giao ban"


def sheet(entries: int) -> WeekSheet:
    one = ("07:30", "Chào cờ, giao ban đầu tuần và triển khai nhiệm vụ trọng tâm", "Hội trường A")
    cells = {(day, half, column): (one,) * entries for day in range(7) for half in range(2) for column in range(4)}
    return WeekSheet(
        ("ĐẢNG ỦY XÃ AN PHÚ", "VĂN PHÒNG"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM",),
        "LỊCH CÔNG TÁC TUẦN 48",
        "(Từ ngày 23/11/2026 đến ngày 29/11/2026)",
        ("Thứ, ngày", "Buổi"),
        tuple(PrintedDay(f"{name}\n23/11", ("Sáng", "Chiều")) for name in NAMES),
        tuple((f"Lãnh đạo {n}", "Bí thư") for n in range(4)),
        cells,
        ("CHÁNH VĂN PHÒNG", "Ngô Thị Hạnh"),
    )


@pytest.mark.parametrize("entries", [0, 1, 3, 9])
def test_the_week_is_one_landscape_page_however_full(application: QApplication, tmp_path: Path, entries: int) -> None:
    path = tmp_path / "week.pdf"

    assert write_pdf(sheet(entries), path)

    document = pypdfium2.PdfDocument(path)
    assert len(document) == 1
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (842, 595)
    text = document[0].get_textpage().get_text_range()
    assert "LỊCH CÔNG TÁC TUẦN 48" in text
    assert text.count("Hội trường") == entries * 56
    document.close()


def test_a_calm_week_keeps_the_large_type(application: QApplication) -> None:
    from PySide6.QtGui import QImage, QPainter

    from widgets.schedule_print import paint_week

    image = QImage(842, 595, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    assert paint_week(sheet(0), painter, 0.1) == LARGEST
    assert paint_week(sheet(9), painter, 0.1) < LARGEST
    painter.end()


def test_the_page_is_black_on_white_in_the_dark_too(theme: Theme) -> None:
    theme.set_mode("dark")
    image = page_picture(sheet(1), 800).toImage()

    assert image.pixelColor(3, 3).lightness() == 255
    darkest = min(image.pixelColor(x, 70).lightness() for x in range(800))
    assert darkest < 120


def test_the_print_window_without_a_printer_still_saves(application: QApplication, tmp_path: Path) -> None:
    window = PrintWindow(sheet(1), waiting=2, printers=())
    where = QSignalSpy(window.finished_printing)

    assert not window.foot.print_button.isEnabled()
    window.save(str(tmp_path / "week.pdf"))

    assert where.count() == 1
    assert (tmp_path / "week.pdf").stat().st_size > 1000


def test_a_file_that_cannot_be_written_is_said(application: QApplication, tmp_path: Path) -> None:
    window = PrintWindow(sheet(0), printers=())
    failed = QSignalSpy(window.failed)

    window.save(str(tmp_path / "nowhere" / "week.pdf"))

    assert failed.count() == 1
    assert "Không ghi được" in window.problem.text()


def test_the_entry_window_offers_the_allowed_acts(application: QApplication) -> None:
    window = EntryWindow(
        EntryDetail("x", "14:30 Làm việc", (("Địa điểm", "Phòng họp 1"),), actions=(("approveSchedule", "&Duyệt"),))
    )
    chosen = QSignalSpy(window.act_requested)

    from PySide6.QtWidgets import QPushButton

    next(b for b in window.findChildren(QPushButton) if b.text() == "&Duyệt").click()

    assert chosen.at(0) == ["approveSchedule"]
