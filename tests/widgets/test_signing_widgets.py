"""The signing desk's widgets: the queue by keys, the box on the page, and a PIN that stays nowhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from widgets.pin_change_dialog import PinChangeDialog
from widgets.pin_dialog import PinDialog, PinRequest
from widgets.signature_overlay import Placement, SignatureOverlay
from widgets.signing_desk import SigningDesk
from widgets.signing_queue import QueueList, QueueRow
from widgets.signing_view_data import BatchProgress, Preview, SigningKind
from widgets.theme import Theme, Tone
from widgets.token_dialog import CertificateChoice, TokenDialog

pytestmark = pytest.mark.usefixtures("application", "theme")
MM = 72 / 25.4
REQUEST = PinRequest("Ký duyệt 4 văn bản", "eToken", "0042", "Lê Văn Hòa", "Nơi cấp", "03/05/2028")


def rows(*ids: str) -> list[QueueRow]:
    return [QueueRow(one, f"Văn bản {one}", "Chờ cấp số · 2 trang", "Vị trí tìm thấy: Lê Văn Hòa") for one in ids]


class Page:
    """Two A4 pages shown at one pixel a point, scrolled by 100."""

    def page_rect(self, page: int) -> QRectF:
        return QRectF(10, -100 + 852 * page, 595, 842) if page in (0, 1) else QRectF()

    def page_size(self, page: int) -> QSizeF:
        return QSizeF(595, 842) if page in (0, 1) else QSizeF()

    def page_at(self, point: QPointF) -> int | None:
        return next((page for page in (0, 1) if self.page_rect(page).contains(point)), None)


@pytest.fixture
def overlay(application: QApplication) -> Any:
    viewport = QWidget()
    viewport.resize(620, 700)
    made = SignatureOverlay(Page(), viewport)
    made.told = []  # type: ignore[attr-defined]
    made.placed.connect(lambda page, rect: made.told.append((page, rect)))  # type: ignore[attr-defined]
    viewport.show()
    yield made
    viewport.close()


def test_space_ticks_and_ctrl_a_ticks_all() -> None:
    queue = QueueList()
    queue.queue.set_rows(rows("a", "b", "c"))
    queue.set_current("b")
    QTest.keyClick(queue, Qt.Key.Key_Space)
    assert queue.queue.checked() == ("b",)
    QTest.keyClick(queue, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert queue.queue.checked() == ("a", "b", "c")
    queue.queue.locked = True
    QTest.keyClick(queue, Qt.Key.Key_Space)
    assert queue.queue.checked() == ("a", "b", "c"), "nothing is ticked while a batch runs"


def test_a_click_on_the_box_ticks_and_elsewhere_does_not() -> None:
    queue = QueueList()
    queue.queue.set_rows(rows("a", "b"))
    queue.resize(400, 300)
    queue.show()
    box = queue.visualRect(queue.queue.index(1))
    QTest.mouseClick(queue.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 24, box.top() + 18))
    assert queue.queue.checked() == ("b",)
    QTest.mouseClick(queue.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert queue.queue.checked() == ("b",)
    assert queue.current_id() == "b"
    queue.close()


def test_a_row_is_spoken_whole() -> None:
    queue = QueueList()
    queue.queue.set_rows(
        [QueueRow("a", "Nghị quyết", "Số 12-NQ/ĐU", "Vị trí tìm thấy", status="Đã ký 08:42:10", tone=Tone.GOOD)]
    )
    spoken = queue.queue.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Nghị quyết. Số 12-NQ/ĐU. Vị trí tìm thấy. Đã ký 08:42:10"


def test_arrow_keys_move_the_box_and_its_stamp(overlay: Any) -> None:
    overlay.show_placement(Placement(0, (300, 100, 436, 168), stamp=(243, 83, 345, 185)))
    QTest.keyClick(overlay, Qt.Key.Key_Left)
    QTest.keyClick(overlay, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    half, five = 0.5 * MM, 5 * MM
    page, rect = overlay.told[-1]
    assert page == 0
    assert rect == pytest.approx((300 - half, 100 + five, 436 - half, 168 + five))
    assert overlay.placement.stamp == pytest.approx((243 - half, 83 + five, 345 - half, 185 + five))


def test_the_box_stays_on_the_page(overlay: Any) -> None:
    overlay.show_placement(Placement(0, (3, 100, 139, 168)))
    QTest.keyClick(overlay, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert overlay.placement.rect == (0, 100, 136, 168)


def test_the_mouse_moves_the_box(overlay: Any) -> None:
    overlay.show_placement(Placement(0, (300, 400, 436, 468)))
    middle = QPointF(10 + 368, -100 + 842 - 434) - QPointF(overlay.pos())
    QTest.mousePress(overlay, Qt.MouseButton.LeftButton, pos=middle.toPoint())
    QTest.mouseMove(overlay, (middle + QPointF(20, 10)).toPoint())
    moved = overlay.placement.rect
    QTest.mouseRelease(overlay, Qt.MouseButton.LeftButton, pos=(middle + QPointF(20, 10)).toPoint())
    assert (round(moved[0]), round(moved[1])) == (320, 390)
    assert len(overlay.told) == 1


def _drag(overlay: Any, start: QPointF, end: QPointF, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
    """From one point of the viewport to another."""
    QTest.mousePress(overlay, Qt.MouseButton.LeftButton, pos=(start - QPointF(overlay.pos())).toPoint())
    here = QPointF(overlay.mapFromParent(end.toPoint()))
    move = QMouseEvent(
        QEvent.Type.MouseMove, here, QPointF(overlay.mapToGlobal(here)), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, held,
    )  # fmt: skip
    QApplication.sendEvent(overlay, move)
    QTest.mouseRelease(overlay, Qt.MouseButton.LeftButton, pos=overlay.mapFromParent(end.toPoint()))


def _shown(x: float, y: float, page: int = 0) -> QPointF:
    """A point of a page where the viewport shows it."""
    return QPointF(10 + x, -100 + 852 * page + 842 - y)


GUIDED = Placement(0, (300, 400, 436, 468), guides=((0, (320, 420, 456, 488)), (1, (320, 420, 456, 488))))


def test_a_dragged_box_falls_into_line_near_the_place_that_was_found(overlay: Any) -> None:
    overlay.show_placement(GUIDED)
    assert overlay.placement.aligned == (None, None)
    _drag(overlay, _shown(368, 434), _shown(390, 451))
    assert overlay.placement.rect == pytest.approx((320, 420, 456, 488)), "2 and 3 points off: within 1.5 mm"
    assert overlay.placement.aligned == (388, 454)
    overlay.show_placement(GUIDED)
    _drag(overlay, _shown(368, 434), _shown(390, 451), Qt.KeyboardModifier.AltModifier)
    assert overlay.placement.rect == pytest.approx((322, 417, 458, 485)), "with Alt it stays where it is put"


def test_a_box_goes_to_the_page_that_it_is_dragged_over(overlay: Any) -> None:
    overlay.show_placement(GUIDED)
    _drag(overlay, _shown(368, 434), _shown(200, 800, page=1))
    page, rect = overlay.told[-1]
    assert page == 1
    assert rect == pytest.approx((132, 766, 268, 834))


def test_page_keys_take_the_box_to_another_page_and_home_asks_for_the_found_place(overlay: Any) -> None:
    overlay.show_placement(GUIDED)
    QTest.keyClick(overlay, Qt.Key.Key_PageDown)
    assert overlay.told[-1] == (1, GUIDED.rect)
    QTest.keyClick(overlay, Qt.Key.Key_PageDown)
    assert overlay.placement.page == 1, "there is no third page"
    QTest.keyClick(overlay, Qt.Key.Key_PageUp)
    assert overlay.told[-1] == (0, GUIDED.rect)
    asked: list[bool] = []
    overlay.reset_asked.connect(lambda: asked.append(True))
    QTest.keyClick(overlay, Qt.Key.Key_Home)
    assert asked == [True]


def test_where_the_box_stands_is_said_in_millimetres(overlay: Any) -> None:
    said: list[str] = []
    overlay.described.connect(said.append)
    mm = MM / 2  # a page of two points to a unit
    overlay.show_placement(Placement(0, (10 * mm, 20 * mm, 58 * mm, 44 * mm), mm=mm))
    assert overlay.accessibleDescription() == said[-1]
    assert said[-1].startswith("Trang 1: cách mép trái 10")
    QTest.keyClick(overlay, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert "mép trái 15" in said[-1]
    assert "mép dưới 20" in said[-1]
    assert "rộng 48" in said[-1]
    assert overlay.summary().replace("\u00a0", " ") == "Trái 15, dưới 20; 48 × 24 mm", (
        "no nought after the comma, beside commas of its own"
    )


def test_a_stamp_says_how_much_it_covers(overlay: Any) -> None:
    stamp = Placement(0, (100, 100, 202, 202), kind="stamp", fixed_size=True, ink=((0, (162, 120, 282, 180)),))
    overlay.show_placement(stamp)
    assert "trùm 33 %" in overlay.description()
    assert overlay.summary().endswith("trùm 33\u00a0%")
    QTest.keyClick(overlay, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert "trùm 45 %" in overlay.description()
    QTest.keyClick(overlay, Qt.Key.Key_PageDown)
    assert "trùm" not in overlay.description(), "the signature is on another page"


def test_growing_keeps_the_shape_and_a_stamp_keeps_its_size(overlay: Any) -> None:
    overlay.show_placement(Placement(0, (300, 400, 436, 468)))
    QTest.keyClick(overlay, Qt.Key.Key_Plus)
    left, bottom, right, top = overlay.placement.rect
    assert (right - left) / (top - bottom) == pytest.approx(2)
    assert right - left > 136
    overlay.show_placement(Placement(0, (300, 400, 402, 502), kind="stamp", fixed_size=True))
    QTest.keyClick(overlay, Qt.Key.Key_Plus)
    assert overlay.placement.rect == (300, 400, 402, 502)


def test_the_overlay_draws_in_every_state(overlay: Any) -> None:
    image = QImage(60, 30, QImage.Format.Format_ARGB32)
    image.fill(0xFF0000FF)
    for placement in (
        Placement(0, (300, 400, 436, 468), image=image, stamp=(243, 383, 345, 485)),
        Placement(0, (300, 400, 402, 502), kind="stamp", image=image, fixed_size=True),
        Placement(7, (300, 400, 402, 502)),
    ):
        overlay.show_placement(placement)
        assert not overlay.grab().isNull() or placement.page == 7
    overlay.show_placement(None)
    assert not overlay.isVisible()


def test_pin_is_sent_once_and_forgotten() -> None:
    dialog = PinDialog(REQUEST)
    got: list[str] = []
    dialog.entered.connect(got.append)
    dialog.open()
    assert not dialog.buttons.accept_button.isEnabled()  # type: ignore[union-attr]
    QTest.keyClicks(dialog.pin, "12345678")
    QTest.keyClick(dialog.pin, Qt.Key.Key_Return)
    assert got == ["12345678"]
    assert dialog.pin.text() == ""
    dialog.pin.undo()
    assert dialog.pin.text() == "", "nor does undo bring it back"


def test_letters_of_a_vietnamese_input_method_are_told_before_they_cost_a_try() -> None:
    dialog = PinDialog(REQUEST)
    dialog.open()
    dialog.pin.setText("đ1234")
    assert "Tắt bộ gõ tiếng Việt" in dialog.accents.text()
    assert dialog.accents.isVisible()
    assert "đ1234" not in dialog.accents.text()
    dialog.pin.setText("dd1234")
    assert dialog.accents.text() == ""
    dialog.reject()
    change = PinChangeDialog(REQUEST)
    change.open()
    for field, text in ((change.old, "dd1234"), (change.new, "đ12345"), (change.again, "đ12345")):
        field.setText(text)
    assert "Tắt bộ gõ tiếng Việt" in change.mismatch.text()
    assert not change.is_ready(), "a PIN that could be entered nowhere else"
    for field in (change.new, change.again):
        field.setText("dd12345")
    assert (change.mismatch.text(), change.is_ready()) == ("", True)
    change.reject()


def test_closing_forgets_the_pin() -> None:
    dialog = PinDialog(REQUEST)
    dialog.open()
    QTest.keyClicks(dialog.pin, "1234")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.pin.text() == ""


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"tries": "low"}, "chỉ còn ít lần thử"),
        ({"tries": "final"}, "lần thử cuối cùng"),
        ({"tries": "locked"}, "đã bị khóa"),
        ({"protected_path": True}, "bàn phím của đầu đọc"),
    ],
)
def test_warnings_stand_before_the_entry(change: dict[str, Any], words: str) -> None:
    from widgets.dialog_parts import Note

    dialog = PinDialog(replace(REQUEST, **change))
    dialog.open()
    assert any(words in note.text() for note in dialog.findChildren(Note))
    asks = "protected_path" not in change and change.get("tries") != "locked"
    assert dialog.pin.isVisibleTo(dialog) is asks
    dialog.reject()


def test_enter_does_what_was_asked_and_never_leaves_instead() -> None:
    """As it is met: the dialog open, the focus in its field."""
    asked, left = [], []
    dialog = PinDialog(REQUEST)
    dialog.entered.connect(asked.append)
    dialog.rejected.connect(lambda: left.append(True))
    dialog.open()
    QTest.keyClick(dialog.pin, Qt.Key.Key_Return)
    assert (asked, left) == ([], []), "with nothing entered nothing happens"
    QTest.keyClicks(dialog.pin, "1234")
    QTest.keyClick(dialog.pin, Qt.Key.Key_Return)
    assert (asked, left) == (["1234"], [])


def test_no_token_says_what_to_do() -> None:
    dialog = TokenDialog()
    dialog.show_tokens((), "")
    assert "cắm thiết bị" in dialog.note.text()
    dialog.show_tokens((CertificateChoice("a", "Người khác", "eToken", "Không được dùng"),), "")
    assert "không dùng thiết bị của người khác" in dialog.note.text()
    assert not dialog.buttons.accept_button.isEnabled()  # type: ignore[union-attr]
    got: list[str] = []
    dialog.chosen.connect(got.append)
    dialog.show_tokens((CertificateChoice("a", "Tôi", "eToken"), CertificateChoice("b", "Tôi", "thẻ cũ")), "b")
    dialog.accept()
    assert got == ["b"]


def test_the_desk_shows_a_batch(theme: Theme) -> None:
    desk = SigningDesk()
    desk.set_kinds([SigningKind("approve", "Ký duyệt", "Ký duyệt")], "approve")
    desk.set_rows(rows("a", "b"))
    asked: list[list[str]] = []
    desk.sign_asked.connect(asked.append)
    desk.resize(1100, 600)
    desk.show()
    desk.activateWindow()
    assert QTest.qWaitForWindowActive(desk)
    desk.queue.setFocus()
    desk.queue.queue.check(["a", "b"], on=True)
    assert desk.sign_button.text() == "&Ký duyệt 2 văn bản"
    QTest.keyClick(desk.queue, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == [["a", "b"]]
    desk.show_progress(BatchProgress("Đang ký 1/2", 0, 2))
    assert desk.pause_button.isVisible()
    assert not desk.sign_button.isVisible()
    QTest.keyClick(desk.queue, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(asked) == 1, "a running batch is not started twice"
    desk.show_progress(None)
    desk.show_preview(Preview("31-KH/ĐU", "Chọn vị trí", Tone.WARN))
    assert desk.page.legend.text() == "Chọn vị trí"
    desk.set_rows([])
    assert desk.queue.current_id() == ""
    desk.close()


def test_a_refused_pin_change_is_read_whole(theme: Theme) -> None:
    dialog = PinChangeDialog(replace(REQUEST, least=6, most=16))
    dialog.open()
    dialog.show_refusal("Mã PIN hiện tại không đúng, mã PIN chưa được đổi. " * 3, again=True)
    QApplication.processEvents()
    for shown in (dialog.problem, dialog.old, dialog.again, dialog.buttons):
        assert shown.visibleRegion().boundingRect() == shown.rect(), "nothing is scrolled away where there is room"


def test_the_token_dialog_starts_where_something_can_be_chosen(theme: Theme) -> None:
    dialog = TokenDialog(can_examine=True)
    dialog.open()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    assert dialog.again.hasFocus()
    dialog.show_tokens((CertificateChoice("a", "Tôi", "eToken"),), "a")
    assert dialog.list.hasFocus()
    dialog.reject()
