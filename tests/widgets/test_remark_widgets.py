"""Remarks as they are drawn and walked over: ink that keeps its line, words by keyboard, marks in their place."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from widgets.pdf_view import PdfView
from widgets.remark_cursor import PageCursor
from widgets.remark_layer import RemarkLayer
from widgets.remark_marks import Mark, Sheet, Word, paint_mark, thinned
from widgets.remark_panel import RemarkPanel
from widgets.remark_rows import RemarkRow
from widgets.remark_window import RemarkWindow
from widgets.theme import Theme

SIZE = (595.0, 842.0)
WORDS = [
    Word("một", (100, 700, 130, 712), 0), Word("hai", (135, 700, 160, 712), 0),
    Word("ba", (100, 680, 120, 692), 1), Word("bốn", (125, 680, 150, 692), 1), Word("năm", (100, 660, 130, 672), 2),
]  # fmt: skip


class OnePage(QObject):
    """A white page that is never drawn."""

    ready = Signal(int, float, QImage)

    def __init__(self, pages: int = 2) -> None:
        super().__init__()
        self.page_count = pages

    def page_size(self, index: int) -> tuple[float, float]:
        return SIZE

    def request(self, index: int, scale: float) -> None:
        pass


@pytest.fixture
def layer(application: QApplication, theme: Theme) -> RemarkLayer:
    view = PdfView()
    view.resize(800, 900)
    made = RemarkLayer(view, writable=True)
    made.words_wanted.connect(lambda page: made.set_words(page, WORDS if page == 0 else []))
    view.set_source(OnePage())
    view.show()
    made.fit()
    # The view goes with its layer.
    made.destroyed.connect(view.deleteLater)
    return made


def test_thinned_ink_stays_within_a_third_of_a_point() -> None:
    raw = [(i * 0.3, 300 + 14 * math.sin(i / 30), 0.5 + 0.3 * math.sin(i / 50)) for i in range(900)]
    kept = thinned(raw)
    assert len(kept) < 120
    assert (kept[0], kept[-1]) == (raw[0], raw[-1])
    for x, y, _ in raw:
        left = max(p for p in kept if p[0] <= x)
        right = min(p for p in kept if p[0] >= x)
        part = 0.0 if right[0] == left[0] else (x - left[0]) / (right[0] - left[0])
        assert abs(left[1] + part * (right[1] - left[1]) - y) < 0.6


def test_a_long_stroke_is_thin_when_the_pen_is_lifted(layer: RemarkLayer) -> None:
    found = []
    layer.drawn.connect(found.append)
    layer.set_tool("ink")
    layer._press(QPointF(200, 200), 0.5)
    for i in range(2000):
        layer._move(QPointF(200 + i * 0.2, 300 + 60 * math.sin(i / 60)), 0.5)
    layer._release(QPointF(600, 300), 0.5)
    (drawn,) = found
    assert 20 < len(drawn.stroke) < 400


@pytest.mark.parametrize(
    ("keys", "quote"),
    [
        ("", "một hai"),
        ("d", "ba bốn"),
        ("dd", "năm"),
        ("ddu", "ba bốn"),
        ("dr", "năm"),
        ("dl", "hai"),
        ("D", "một hai ba bốn"),
        ("Dr", "năm"),
    ],
)
def test_the_keyboard_goes_by_lines_and_words(keys: str, quote: str) -> None:
    cursor = PageCursor()
    cursor.enter(0, WORDS, SIZE)
    for key in keys:
        wider = key.isupper()
        if key.lower() in "du":
            cursor.down(1 if key.lower() == "d" else -1, WORDS, SIZE, wider=wider)
        else:
            cursor.across(1 if key.lower() == "r" else -1, WORDS, SIZE, wider=wider)
    assert cursor.quote(WORDS) == quote


def test_past_the_last_line_comes_the_next_page(layer: RemarkLayer) -> None:
    said = []
    layer.cursor_moved.connect(said.append)
    layer.take_up()
    for _ in range(3):
        layer.walk(Qt.Key.Key_Down)
    assert said[-1].startswith("Trang 2")
    layer.walk(Qt.Key.Key_Right, wider=True)
    made = []
    layer.drawn.connect(made.append)
    layer.make_here("box")
    assert (made[0].page, made[0].quote) == (1, "")


def test_words_are_chosen_from_press_to_release_over_lines(layer: RemarkLayer) -> None:
    made = []
    layer.drawn.connect(made.append)
    layer.set_tool("underline")
    sheet = layer.sheet(0)
    assert sheet is not None
    layer._press(sheet.point(145, 706), 0.5)
    layer._release(sheet.point(110, 686), 0.5)
    (drawn,) = made
    assert drawn.quote == "hai ba"
    assert [round(r[3]) for r in drawn.rects] == [712, 692]


def test_without_a_tool_a_click_chooses_a_mark(layer: RemarkLayer) -> None:
    picked = []
    layer.picked.connect(picked.append)
    layer.show_marks([Mark("m", "box", 0, rects=((100, 600, 200, 640),), number=1, about="Sửa")])
    sheet = layer.sheet(0)
    assert sheet is not None
    mark = layer.mark_at(sheet.point(150, 620))
    assert mark is not None
    assert mark.key == "m"
    assert layer.mark_at(sheet.point(400, 100)) is None


@pytest.mark.parametrize(
    ("kind", "shade"), [("highlight", "#ffee9f"), ("strike", "#c2272d"), ("underline", "#c2272d"), ("box", "#c2272d")]
)
def test_each_kind_leaves_its_colour_where_it_stands(application: QApplication, kind: str, shade: str) -> None:
    image = QImage(1785, 2526, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_mark(painter, Mark("m", kind, 0, rects=((100, 600, 200, 640),)), Sheet(QRectF(0, 0, 1785, 2526), 842))
    painter.end()
    wanted = QColor(shade)
    near = [
        (x, y) for x in range(290, 615) for y in range(600, 735)
        if abs(image.pixelColor(x, y).red() - wanted.red()) < 30
        and abs(image.pixelColor(x, y).blue() - wanted.blue()) < 40
    ]  # fmt: skip
    assert len(near) >= 300
    assert image.pixelColor(900, 900) == QColor("white")


def test_a_row_is_as_high_as_its_words(application: QApplication, theme: Theme) -> None:
    panel = RemarkPanel()
    panel.resize(320, 600)
    panel.show()
    short = RemarkRow("a", 1, "Khung · trang 1", status="chưa gửi", editable=True)
    long = RemarkRow(
        "b", 2, "Ghi chú · trang 1", text="Viết lại câu này cho rõ người, rõ việc. " * 8, status="chưa gửi"
    )
    panel.set_rows([short, long], "a")
    heights = [panel.list.visualItemRect(panel.list.item(n)).height() for n in range(2)]
    assert heights[1] > 3 * heights[0]
    assert panel.text.isVisible()
    panel.step(1)
    assert (panel.current(), panel.text.isVisible()) == ("b", False)
    assert "Viết lại" in panel.list.item(1).text()


def test_every_control_of_the_window_has_a_name_and_fits_the_smallest_screen(
    application: QApplication, theme: Theme
) -> None:
    window = RemarkWindow("Về việc", writes=True)
    window.resize(675, 336)
    window.show()
    window.set_rows([RemarkRow("a", 1, "Khung · trang 1", editable=True)], [])
    for name in ("undo", "redo"):
        assert getattr(window.tools, name).accessibleName()
    assert all(button.accessibleName() for button in window.tools._buttons.values())
    for widget in (window.panel.list, window.panel.text, window.panel.answer, window.version, window.layer):
        assert widget.accessibleName()
    assert window.minimumSizeHint().width() <= 675
    assert window.tools.tool() == ""
    window.tools.choose("strike")
    assert window.layer.tool() == "strike"
    window.close()
