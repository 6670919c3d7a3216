"""Pages: what is asked for, keys, zoom, and words where there is no page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPushButton

from widgets.page_view import PageView
from widgets.pdf_view import POINT, PdfView
from widgets.theme import Theme


class Source(QObject):
    """Pages of one size, given at once or held back."""

    ready = Signal(int, float, QImage)

    def __init__(self, count: int, *, held: bool = False) -> None:
        super().__init__()
        self.page_count = count
        self.asked: list[tuple[int, float]] = []
        self._held = held

    def page_size(self, index: int) -> tuple[float, float]:
        return (842.0, 595.0) if index == 1 else (595.0, 842.0)

    def request(self, index: int, scale: float) -> None:
        self.asked.append((index, scale))
        if not self._held:
            width, height = self.page_size(index)
            self.ready.emit(index, scale, QImage(int(width * scale), int(height * scale), QImage.Format.Format_RGB32))


def settle(view: PdfView) -> None:
    """The view waits a moment before it asks, so that scrolling past asks for nothing: that moment is over."""
    QApplication.processEvents()
    view._settle.stop()
    view._ask()
    QApplication.processEvents()


@pytest.fixture
def view(theme: Theme) -> PdfView:
    made = PdfView()
    made.resize(500, 700)
    made.show()
    QApplication.processEvents()
    return made


def test_five_thousand_pages_cost_a_few_requests(view: PdfView) -> None:
    source = Source(5000)
    view.set_source(source)
    settle(view)
    assert {index for index, _ in source.asked} <= {0, 1, 2}
    view.go_to(4000)
    source.asked.clear()
    settle(view)
    assert view.page() == 4000
    assert {index for index, _ in source.asked} <= set(range(3998, 4004))
    assert len(view._pictures) <= 5


def test_the_page_in_view_is_asked_for_last_so_that_it_is_drawn_first(view: PdfView) -> None:
    source = Source(50, held=True)
    view.set_source(source)
    view.go_to(20)
    source.asked.clear()
    settle(view)
    assert source.asked[-1][0] == view.page() == 20


def test_a_picture_that_comes_too_late_is_not_kept(view: PdfView) -> None:
    source = Source(50, held=True)
    view.set_source(source)
    settle(view)
    index, scale = source.asked[-1]
    view.go_to(40)
    source.ready.emit(index, scale, QImage(10, 10, QImage.Format.Format_RGB32))
    assert index not in view._pictures


def test_pages_are_as_wide_as_the_view_until_a_zoom_is_chosen(view: PdfView) -> None:
    view.set_source(Source(3))
    wide = view.page_rect(1).width()
    assert view.is_fitted()
    assert wide == pytest.approx(view.viewport().width() - 28, abs=1)
    view.resize(800, 700)
    QApplication.processEvents()
    assert view.page_rect(1).width() > wide
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() == 1.0
    assert view.page_rect(0).width() == pytest.approx(595 * POINT)
    assert not view.is_fitted()
    QTest.keyClick(view, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert view.is_fitted()


def test_keys_move_through_the_pages(view: PdfView) -> None:
    view.set_source(Source(9))
    settle(view)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.page() == 1
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page() == 8
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page() == 0
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.verticalScrollBar().value() > 0
    assert view.accessibleDescription().endswith("trên 9")


def test_zooming_keeps_the_middle_of_the_page_in_the_middle(view: PdfView) -> None:
    view.set_source(Source(30))
    view.go_to(15)
    settle(view)
    view.zoom_in()
    view.zoom_in()
    assert view.page() in (15, 16)


def test_a_place_on_the_screen_is_a_place_on_the_page(view: PdfView) -> None:
    view.set_source(Source(3))
    box = view.page_rect(0)
    found = view.page_at(box.topLeft() + QPointF(72 * view.scale(), 144 * view.scale()))
    assert found is not None
    assert found[0] == 0
    assert (round(found[1].x()), round(found[1].y())) == (72, 144)
    assert view.page_at(QPointF(1, 1)) is None


def test_words_stand_where_no_page_can_be_shown(theme: Theme) -> None:
    page = PageView()
    page.show()
    acted, cancelled = QSignalSpy(page.actionTriggered), QSignalSpy(page.cancelRequested)
    page.show_words("warning", "Tệp có mật khẩu nên không xem được ở đây.", "Đề nghị nơi gửi gửi lại.", "Tải lại")
    assert page.words() == "Tệp có mật khẩu nên không xem được ở đây. Đề nghị nơi gửi gửi lại."
    next(b for b in page.findChildren(QPushButton) if b.text() == "Tải lại").click()
    page.show_progress("Đang tải tệp…", 10, 100)
    next(b for b in page.findChildren(QPushButton) if b.text() == "Hủy").click()
    page.show_source(Source(2))
    assert page.words() == ""
    assert (acted.count(), cancelled.count()) == (1, 1)


def test_a_page_that_came_smaller_than_asked_fills_its_place(view: PdfView) -> None:
    """At 400 % on a dense screen a page has more pixels than are ever drawn: what lies over it must still fit."""

    class Sparing(Source):
        def request(self, index: int, scale: float) -> None:
            width, height = self.page_size(index)
            picture = QImage(int(width * scale * 0.75), int(height * scale * 0.75), QImage.Format.Format_RGB32)
            picture.fill(Qt.GlobalColor.darkRed)
            self.ready.emit(index, scale, picture)

    view.set_source(Sparing(1))
    view.set_zoom(0.5)
    settle(view)
    shown = view.viewport().grab().toImage()
    ratio = shown.devicePixelRatio()
    box = view.page_rect(0)
    corner = shown.pixelColor(round((box.right() - 4) * ratio), round((box.bottom() - 4) * ratio))
    assert corner.red() > 100
    assert corner.green() < 30
