"""The week on paper: one A4 landscape page, however full the week is. For the schedule desk; knows Qt and the kit.

Lengths are tenths of a point, so that text sizes may be whole numbers and still fine.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QPixmap,
    QShowEvent,
    QTextDocument,
    QTextOption,
)
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QVBoxLayout, QWidget

from widgets.dialog_parts import Note
from widgets.file_asking import ask_where
from widgets.fitting import FormArea, fit_to_screen, room_on
from widgets.form_dialog import dress_fields
from widgets.kit import rule
from widgets.leaving import barred_words
from widgets.print_foot import PrintFoot
from widgets.theme import Tone, unit_of

PAGE = QSizeF(8419, 5953)
"""A4 landscape."""
SIDE, TOP, BOTTOM = 425, 340, 300
FAMILIES = ["Times New Roman", "Liberation Serif", "Noto Serif"]
LARGEST, SMALLEST = 120, 55
DAY_WIDTH, HALF_WIDTH = 720, 430
INK = QColor("#000000")
GROUND = QColor("#ececec")


@dataclass(frozen=True)
class PrintedDay:
    """One day of the page: its heading ("Thứ Hai\\n23/11") and the names of its halves."""

    name: str
    halves: tuple[str, str]


@dataclass(frozen=True)
class WeekSheet:
    """What stands on the page.

    Attributes:
        issuer: lines at the upper left, the last one the office itself.
        motto: lines at the upper right.
        title, dates: the heading in the middle.
        columns: (name, title) of each leader.
        cells: (day index, half index, column index) to entries; each one (hour, what, where and the rest).
        signature: lines at the lower right, the last one a name; empty where the page is not signed.
        note: a line at the lower left.
    """

    issuer: tuple[str, ...]
    motto: tuple[str, ...]
    title: str
    dates: str
    corner: tuple[str, str]
    days: tuple[PrintedDay, ...]
    columns: tuple[tuple[str, str], ...]
    cells: Mapping[tuple[int, int, int], tuple[tuple[str, str, str], ...]] = field(default_factory=dict)
    signature: tuple[str, ...] = ()
    note: str = ""


def _font(size: int, *, bold: bool = False) -> QFont:
    font = QFont(FAMILIES)
    font.setPixelSize(size)
    font.setBold(bold)
    return font


def _text(markup: str, size: int, width: float, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(_font(size))
    document.setDocumentMargin(0)
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    # Ink of its own: the window's text is white in the dark theme.
    document.setHtml(f'<body style="color:#000000">{markup}</body>')
    document.setTextWidth(width)
    return document


def _entry(entry: tuple[str, str, str]) -> str:
    hour, what, rest = (html.escape(part) for part in entry)
    line = f"<b>{hour}</b> {what}" if hour else what
    return f"{line} <i>({rest})</i>" if rest else line


class _Table:
    """The grid at one text size: measured first, drawn once it fits."""

    def __init__(self, sheet: WeekSheet, size: int) -> None:
        self.sheet, self.size = sheet, size
        self.pad = size * 0.35
        room = PAGE.width() - 2 * SIDE - DAY_WIDTH - HALF_WIDTH
        self.column = room / max(1, len(sheet.columns))
        self.head = size * 2.9
        self.cells = {place: self._cell(entries) for place, entries in sheet.cells.items()}
        self.rows = [self._row(number) for number in range(len(sheet.days) * 2)]

    def _cell(self, entries: tuple[tuple[str, str, str], ...]) -> QTextDocument:
        gap = f"margin:0 0 {int(self.size * 0.2)}px 0"
        markup = "".join(f'<p style="{gap}">{_entry(entry)}</p>' for entry in entries)
        return _text(markup, self.size, self.column - 2 * self.pad)

    def _row(self, number: int) -> float:
        day, half = divmod(number, 2)
        found = [self.cells.get((day, half, column)) for column in range(len(self.sheet.columns))]
        return max([self.size * 1.45, *(d.size().height() + 2 * self.pad for d in found if d is not None)])

    def height(self) -> float:
        return self.head + sum(self.rows)

    def spread(self, room: float) -> None:
        """Share out what is left over, up to a third of each row, so that the page looks filled and stays calm."""
        spare = room - self.height()
        if spare > 0:
            self.rows = [row + min(spare / len(self.rows), row * 0.34) for row in self.rows]

    def draw(self, painter: QPainter, top: float) -> None:
        pen = QPen(INK, 5)
        painter.setPen(pen)
        y = top
        self._head(painter, y)
        y += self.head
        for number, height in enumerate(self.rows):
            self._draw_row(painter, number, y, height)
            y += height

    def _head(self, painter: QPainter, y: float) -> None:
        labels = [(SIDE, DAY_WIDTH, self.sheet.corner[0], ""), (SIDE + DAY_WIDTH, HALF_WIDTH, self.sheet.corner[1], "")]
        left = SIDE + DAY_WIDTH + HALF_WIDTH
        labels += [(left + i * self.column, self.column, *words) for i, words in enumerate(self.sheet.columns)]
        for x, width, name, title in labels:
            box = QRectF(x, y, width, self.head)
            painter.fillRect(box, GROUND)
            painter.drawRect(box)
            words = f"<b>{html.escape(name)}</b>" + (f"<br/>{html.escape(title)}" if title else "")
            self._middle(painter, _text(words, self.size, width - self.pad, Qt.AlignmentFlag.AlignHCenter), box)

    def _draw_row(self, painter: QPainter, number: int, y: float, height: float) -> None:
        day, half = divmod(number, 2)
        if half == 0:
            box = QRectF(SIDE, y, DAY_WIDTH, height + self.rows[number + 1])
            painter.drawRect(box)
            name, *rest = self.sheet.days[day].name.split("\n")
            words = f"<b>{html.escape(name)}</b>" + "".join(f"<br/>{html.escape(line)}" for line in rest)
            self._middle(painter, _text(words, self.size, DAY_WIDTH - self.pad, Qt.AlignmentFlag.AlignHCenter), box)
        box = QRectF(SIDE + DAY_WIDTH, y, HALF_WIDTH, height)
        painter.drawRect(box)
        words = html.escape(self.sheet.days[day].halves[half])
        self._middle(painter, _text(words, self.size, HALF_WIDTH - self.pad, Qt.AlignmentFlag.AlignHCenter), box)
        for column in range(len(self.sheet.columns)):
            cell = QRectF(SIDE + DAY_WIDTH + HALF_WIDTH + column * self.column, y, self.column, height)
            painter.drawRect(cell)
            document = self.cells.get((day, half, column))
            if document is not None:
                _place(painter, document, cell.left() + self.pad, cell.top() + self.pad)

    def _middle(self, painter: QPainter, document: QTextDocument, box: QRectF) -> None:
        _place(painter, document, box.left() + self.pad / 2, box.top() + (box.height() - document.size().height()) / 2)


def _place(painter: QPainter, document: QTextDocument, x: float, y: float) -> None:
    painter.save()
    painter.translate(x, y)
    document.drawContents(painter)
    painter.restore()


def _top(painter: QPainter, sheet: WeekSheet) -> float:
    """Issuer, motto and heading; returns where the table may begin."""
    half = (PAGE.width() - 2 * SIDE) / 2
    ends = []
    issuer = [html.escape(line) for line in sheet.issuer]
    issuer[-1:] = [f"<b>{line}</b>" for line in issuer[-1:]]
    motto = [html.escape(line) for line in sheet.motto]
    motto = [f"<b>{motto[0]}</b>", *(f"<i>{line}</i>" for line in motto[1:])] if motto else []
    for marked, left in ((issuer, SIDE), (motto, SIDE + half)):
        document = _text("<br/>".join(marked), 120, half, Qt.AlignmentFlag.AlignHCenter)
        _place(painter, document, left, TOP)
        ends.append(TOP + document.size().height())
    heading = _text(f"<b>{html.escape(sheet.title)}</b>", 150, 2 * half, Qt.AlignmentFlag.AlignHCenter)
    dates = _text(f"<i>{html.escape(sheet.dates)}</i>", 120, 2 * half, Qt.AlignmentFlag.AlignHCenter)
    y = max(ends) + 60
    _place(painter, heading, SIDE, y)
    y += heading.size().height()
    _place(painter, dates, SIDE, y)
    return y + dates.size().height() + 80


def _signature(sheet: WeekSheet) -> QTextDocument | None:
    if not sheet.signature:
        return None
    *titles, name = sheet.signature
    lines = "".join(f"<b>{html.escape(line)}</b><br/>" for line in titles)
    return _text(f"{lines}<br/><br/><b>{html.escape(name)}</b>", 115, 2800, Qt.AlignmentFlag.AlignHCenter)


def paint_week(sheet: WeekSheet, painter: QPainter, scale: float) -> int:
    """Draw the page; ``scale`` is device px per tenth of a point. Returns the text size used, tenths of a point.

    The text shrinks until the page holds everything; below the smallest size the table itself is made smaller.
    """
    painter.save()
    painter.scale(scale, scale)
    painter.setPen(INK)
    top = _top(painter, sheet)
    signature = _signature(sheet)
    foot = signature.size().height() + 60 if signature else (140 if sheet.note else 0)
    room = PAGE.height() - top - BOTTOM - foot
    table = _Table(sheet, LARGEST)
    for size in range(LARGEST - 5, SMALLEST - 1, -5):
        if table.height() <= room:
            break
        table = _Table(sheet, size)
    table.spread(room)
    painter.save()
    if table.height() > room:
        shrink = room / table.height()
        painter.translate(SIDE, top)
        painter.scale(1, shrink)
        painter.translate(-SIDE, -top)
    table.draw(painter, top)
    painter.restore()
    below = top + min(room, table.height()) + 60
    if signature:
        _place(painter, signature, PAGE.width() - SIDE - 2800, below)
    if sheet.note:
        _place(painter, _text(f"<i>{html.escape(sheet.note)}</i>", 95, 4000), SIDE, below)
    painter.restore()
    return table.size


def _prepare(device: QPagedPaintDevice) -> None:
    device.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0))
    )


def print_week(sheet: WeekSheet, device: QPdfWriter | QPrinter) -> bool:
    """Put the week on a printer or into a PDF, on one page; False where the device cannot be opened."""
    _prepare(device)
    if isinstance(device, QPrinter):
        # The printer's own margins would move the table; what it cannot reach is inside our white margin.
        device.setFullPage(True)
    painter = QPainter()
    if not painter.begin(device):
        return False
    paint_week(sheet, painter, device.logicalDpiX() / 720)
    painter.end()
    return True


def write_pdf(sheet: WeekSheet, path: Path) -> bool:
    """Save the page as a PDF; False where the file cannot be written."""
    writer = QPdfWriter(str(path))
    writer.setResolution(300)
    writer.setTitle(sheet.title)
    writer.setCreator("Tác nghiệp")
    return print_week(sheet, writer)


def page_picture(sheet: WeekSheet, width: int, ratio: float = 1.0) -> QPixmap:
    """The page as a picture ``width`` logical px wide."""
    scale = width * ratio / PAGE.width()
    image = QImage(round(width * ratio), round(PAGE.height() * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_week(sheet, painter, scale)
    painter.end()
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(ratio)
    return picture


class PrintWindow(QDialog):
    """Shows the page before it is printed, and prints it or saves it as a PDF.

    Signals:
        waiting_wanted(bool): print entries that wait for approval too, marked as such; answer with ``show_sheet``.
        finished_printing(str): where it went: a printer's name or a file's path.
        failed(str): the printer or file that could not be opened.
    """

    waiting_wanted = Signal(bool)
    finished_printing = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        sheet: WeekSheet,
        parent: QWidget | None = None,
        *,
        waiting: int = 0,
        printers: tuple[str, ...] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(self.tr("In lịch tuần"))
        dress_fields(self)
        self.sheet = sheet
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * step, 4 * step, 4 * step, 4 * step)
        column.setSpacing(3 * step)
        self.page = QLabel()
        self.page.setStyleSheet("border: 1px solid palette(mid); background: white;")
        self.page.setAccessibleName(self.tr("Trang in"))
        column.addWidget(FormArea(self.page), 1)
        self.waiting = QCheckBox(self.tr("In cả lịch &chờ duyệt (%1)").replace("%1", str(waiting)))
        self.waiting.setVisible(waiting > 0)
        self.waiting.toggled.connect(self.waiting_wanted)
        column.addWidget(self.waiting)
        column.addWidget(rule())
        self.foot = PrintFoot(printers)
        self.foot.print_button.clicked.connect(self._print)
        self.foot.save_button.clicked.connect(self._ask_file)
        self.foot.close_button.clicked.connect(self.reject)
        column.addWidget(self.foot)
        self.problem = Note(barred_words(self), Tone.WARN)
        column.addWidget(self.problem)
        self.show_sheet(sheet)

    def show_sheet(self, sheet: WeekSheet) -> None:
        """Show another page."""
        self.sheet = sheet
        room, step = room_on(self), unit_of(self)
        # The whole page where that is still readable; a strip of it on the lowest screen.
        whole = round((room.height() - 32 * step) * PAGE.width() / PAGE.height())
        width = min(800, room.width() - 12 * step, max(600, whole))
        self.page.setPixmap(page_picture(sheet, width, self.devicePixelRatioF()))

    def showEvent(self, event: QShowEvent) -> None:
        """Keep it on the screen."""
        super().showEvent(event)
        fit_to_screen(self)

    def _print(self) -> None:
        name = self.foot.printer.currentText()
        if print_week(self.sheet, self.foot.made_ready(self.sheet.title)):
            self.accept()
            self.finished_printing.emit(name)
        else:
            self.problem.show_text(self.foot.refusal(), Tone.BAD)
            self.failed.emit(name)

    def _ask_file(self) -> None:
        name = self.sheet.title.replace("/", "-") + ".pdf"
        ask_where(self, self.tr("Lưu lịch tuần"), name, self.save, kind="PDF (*.pdf)", ending="pdf")

    def save(self, path: str) -> None:
        """Save the page there, or say that it could not be."""
        if write_pdf(self.sheet, Path(path)):
            self.accept()
            self.finished_printing.emit(path)
        else:
            words = self.tr("Không ghi được tệp %1. Chọn thư mục khác hoặc đóng tệp đang mở.")
            self.problem.show_text(words.replace("%1", path), Tone.BAD)
            self.failed.emit(path)
