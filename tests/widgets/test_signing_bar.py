"""Ticking many documents by keys, by a click and by sort; what can be done after a batch; the list of its results."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from widgets.keyed_table import Cell, Line
from widgets.signing_bar import ResultActions
from widgets.signing_desk import SigningDesk
from widgets.signing_queue import QueueList, QueueRow
from widgets.signing_results import ResultsDialog
from widgets.signing_view_data import BatchProgress, SigningKind
from widgets.theme import Tone

pytestmark = pytest.mark.usefixtures("application", "theme")
SHIFT = Qt.KeyboardModifier.ShiftModifier


def rows(*ids: str, **more: Any) -> list[QueueRow]:
    return [QueueRow(one, f"Văn bản {one}", "Chờ cấp số", "Vị trí tìm thấy", **more) for one in ids]


@pytest.fixture
def queue() -> QueueList:
    made = QueueList()
    made.queue.set_rows(rows("a", "b", "c", "d", "e"))
    made.resize(400, 400)
    return made


@pytest.fixture
def desk() -> Any:
    made = SigningDesk()
    made.set_kinds([SigningKind("approve", "Ký duyệt", "Ký duyệt")], "approve")
    made.resize(1100, 650)
    made.show()
    yield made
    made.close()


def test_shift_and_an_arrow_tick_row_by_row(queue: QueueList) -> None:
    queue.set_current("b")
    QTest.keyClick(queue, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(queue, Qt.Key.Key_Down, SHIFT)
    assert queue.queue.checked() == ("b", "c", "d")
    assert queue.current_id() == "d"
    QTest.keyClick(queue, Qt.Key.Key_Down)
    assert queue.queue.checked() == ("b", "c", "d"), "going on without Shift ticks nothing"


def test_shift_space_ticks_up_to_here(queue: QueueList) -> None:
    queue.set_current("b")
    QTest.keyClick(queue, Qt.Key.Key_Space)
    queue.set_current("e")
    QTest.keyClick(queue, Qt.Key.Key_Space, SHIFT)
    assert queue.queue.checked() == ("b", "c", "d", "e")
    queue.set_current("a")
    QTest.keyClick(queue, Qt.Key.Key_Space, SHIFT)
    assert queue.queue.checked() == ("a", "b", "c", "d", "e")


def test_shift_and_a_click_on_the_box_tick_a_range(queue: QueueList) -> None:
    queue.show()
    for at, modifiers in ((1, Qt.KeyboardModifier.NoModifier), (3, SHIFT)):
        box = queue.visualRect(queue.queue.index(at))
        QTest.mouseClick(
            queue.viewport(), Qt.MouseButton.LeftButton, modifiers, QPoint(box.left() + 24, box.top() + 18)
        )
    assert queue.queue.checked() == ("b", "c", "d")
    queue.close()


def test_what_is_signed_or_locked_is_not_ticked(queue: QueueList) -> None:
    queue.queue.set_rows([*rows("a"), *rows("b", done=True), *rows("c")])
    queue.queue.check_range(0, 2)
    assert queue.queue.checked() == ("a", "c")
    queue.queue.locked = True
    queue.queue.check(("a", "c"), on=False)
    assert queue.queue.checked() == ("a", "c")


def test_the_box_over_the_queue_ticks_all_and_none(desk: SigningDesk) -> None:
    desk.set_rows([*rows("a", "b"), *rows("c", done=True)])
    assert desk.ticks.all.checkState() is Qt.CheckState.Unchecked
    desk.queue.queue.check(("a",), on=True)
    assert desk.ticks.all.checkState() is Qt.CheckState.PartiallyChecked
    desk.ticks.all.click()
    assert desk.queue.queue.checked() == ("a", "b")
    assert desk.ticks.all.checkState() is Qt.CheckState.Checked
    desk.ticks.all.click()
    assert desk.queue.queue.checked() == ()


def test_documents_are_ticked_by_sort(desk: SigningDesk) -> None:
    desk.set_rows([*rows("a", urgency=1), *rows("b", place_tone=Tone.WARN), *rows("c")])
    wanted = {0: ("a", "b", "c"), 1: ("a", "c"), 2: ("a",), 3: ()}
    for at, ids in wanted.items():
        desk.ticks.more.click()
        menu = desk.ticks.findChildren(QMenu)[-1]
        menu.actions()[at].trigger()
        menu.close()
        assert desk.queue.queue.checked() == ids, menu.actions()[at].text()


def test_alt_and_arrows_step_from_anywhere_on_the_desk(desk: SigningDesk) -> None:
    desk.set_rows(rows("a", "b", "c"))
    desk.activateWindow()
    assert QTest.qWaitForWindowActive(desk)
    desk.page.view.setFocus()
    for key, wanted in ((Qt.Key.Key_Down, "b"), (Qt.Key.Key_Down, "c"), (Qt.Key.Key_Down, "c"), (Qt.Key.Key_Up, "b")):
        QTest.keyClick(desk.page.view, key, Qt.KeyboardModifier.AltModifier)
        assert desk.queue.current_id() == wanted


def test_after_a_batch_one_way_on_is_offered_at_a_time(desk: SigningDesk) -> None:
    bar = desk.result_bar
    assert not bar.isVisible()
    desk.show_actions(ResultActions(unfinished=True, failed=2, listed=True))
    assert [one.isVisible() for one in (bar.go_on, bar.forget, bar.again, bar.results)] == [True, True, False, True]
    desk.show_actions(ResultActions(failed=2, listed=True))
    assert [one.isVisible() for one in (bar.go_on, bar.forget, bar.again, bar.results)] == [False, False, True, True]
    texts = [one.text() for one in bar.findChildren(QAbstractButton) if one.isVisible()]
    assert all(one.width() >= one.sizeHint().width() for one in bar.findChildren(QAbstractButton) if one.isVisible())
    assert "Ký lại 2 văn bản &lỗi" in texts
    desk.show_actions(ResultActions())
    assert not bar.isVisible()


def test_while_a_batch_runs_neither_tabs_nor_ticks_move(desk: SigningDesk) -> None:
    desk.set_rows(rows("a"))
    desk.show_progress(BatchProgress("Đang ký 1/1", 0, 1))
    assert not desk.tabs.isEnabled()
    assert not desk.ticks.isEnabled()
    desk.show_progress(None)
    assert desk.tabs.isEnabled()
    assert desk.ticks.isEnabled()


def test_the_list_of_results_is_read_line_by_line() -> None:
    lines = [
        Line("a", (Cell("31-KH/ĐU"), Cell("Kế hoạch"), Cell("Đã ký 08:42:10", Tone.GOOD)), "Kế hoạch. Đã ký 08:42:10."),
        Line("b", (Cell(""), Cell("Báo cáo"), Cell("Lỗi: tệp có mật khẩu", Tone.BAD)), "Báo cáo. Bỏ mật khẩu."),
    ]  # fmt: skip
    dialog = ResultsDialog("Lượt ký", lines)
    asked: list[str] = []
    dialog.copy_asked.connect(lambda: asked.append("copy"))
    dialog.save_asked.connect(lambda: asked.append("save"))
    dialog.show()
    assert dialog.reason.text() == "Kế hoạch. Đã ký 08:42:10."
    dialog.table.choose("b")
    assert dialog.reason.text() == "Báo cáo. Bỏ mật khẩu."
    dialog.copy.click()
    dialog.save.click()
    assert asked == ["copy", "save"]
    dialog.close()


def test_tab_comes_by_everything_and_in_the_order_in_which_it_stands(desk: SigningDesk) -> None:
    desk.set_rows(rows("a", "b"))
    desk.queue.queue.check(["a"], on=True)
    desk.show()
    QApplication.processEvents()
    desk.sign_button.setFocus()
    came: list[object] = []
    for _ in range(12):
        before = desk.focusWidget()
        QTest.keyClick(before, Qt.Key.Key_Tab)
        came.append(desk.focusWidget())
    first = came.index(desk.ticks.all)
    assert came[first : first + 4] == [desk.ticks.all, desk.ticks.more, desk.queue, desk.sign_button]
    assert desk.page.view in came


def test_the_desks_name_is_whole_beside_large_numbers(desk: SigningDesk) -> None:
    desk.set_kinds([SigningKind("loose", "Ký tệp PDF ngoài hệ thống", "Ký")], "loose")
    desk.set_rows(rows(*(str(n) for n in range(197))))
    desk.queue.queue.check([str(n) for n in range(197)], on=True)
    desk.show()
    QApplication.processEvents()
    title = desk.header.title
    assert title.width() >= title.sizeHint().width()
    assert desk.header.note.whole_text() == "197 văn bản · 197 đã chọn"
