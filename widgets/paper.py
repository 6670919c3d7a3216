"""Papers of the office: pages that are painted, the same for the screen, for a printer and for a PDF. Knows Qt.

Lengths are tenths of a point, so that text sizes may be whole numbers and still fine.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, Protocol

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QObject,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
    QTextBlock,
    QTextDocument,
    QTextOption,
    QTextTable,
)
from PySide6.QtPrintSupport import QPrinter

import resources

A4: Final = QSizeF(5953, 8419)
LEFT, RIGHT, TOP, BOTTOM = 850, 567, 567, 620
"""Margins of the office's papers (Decree 30/2020, Annex I: 30, 15 to 20, 20 to 25 mm)."""
INK: Final = QColor("#000000")
BODY: Final = 130


@cache
def serif() -> str:
    """The family of the serif that every machine has: Vietnamese letters, 1:1 with Times New Roman."""
    family = "Times New Roman"
    for part in ("regular", "bold", "italic", "bold-italic"):
        path = resources.FOLDER / "fonts" / f"serif-{part}.ttf"
        number = QFontDatabase.addApplicationFontFromData(QByteArray(path.read_bytes()))
        family = next(iter(QFontDatabase.applicationFontFamilies(number)), family)
    return family


def font(size: int, *, bold: bool = False, italic: bool = False) -> QFont:
    """A font of the paper, its size in tenths of a point."""
    made = QFont([serif(), "Times New Roman", "Liberation Serif", "Noto Serif"])
    made.setPixelSize(size)
    made.setBold(bold)
    made.setItalic(italic)
    return made


class Paper(Protocol):
    """Pages to be printed.

    Attributes: title — of the print job and of the file.
    """

    @property
    def title(self) -> str: ...
    @property
    def page_count(self) -> int: ...

    def paint(self, painter: QPainter, index: int) -> None:
        """Draw a page, A4 upright; the painter's unit is a tenth of a point."""
        ...


class FlowPaper:
    """Text and tables that run over as many pages as they need, numbered at the foot.

    Args:
        body: mark-up that QTextDocument knows; sizes in px are tenths of a point.
        running: a line at the head of every page but the first.
    """

    def __init__(self, title: str, body: str, running: str = "") -> None:
        self._title = title
        self._running = running
        self.document = QTextDocument()
        self.document.setDefaultFont(font(BODY))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document.setDefaultTextOption(option)
        self.document.setHtml(body)
        self.document.setDocumentMargin(0)
        self.document.setPageSize(A4)
        frame = self.document.rootFrame()
        shape = frame.frameFormat()
        shape.setLeftMargin(LEFT)
        shape.setRightMargin(RIGHT)
        shape.setTopMargin(TOP + (150 if running else 0))
        shape.setBottomMargin(BOTTOM)
        frame.setFrameFormat(shape)

    @property
    def title(self) -> str:
        return self._title

    @property
    def page_count(self) -> int:
        return max(1, self.document.pageCount())

    def paint(self, painter: QPainter, index: int) -> None:
        """Draw one page of the text, its running head and its number."""
        height = A4.height()
        painter.save()
        painter.translate(0, -index * height)
        context = QAbstractTextDocumentLayout.PaintContext()
        # Ink of its own: the window's text is white in the dark theme.
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, INK)
        context.palette = palette  # type: ignore[attr-defined]  # a field that PySide's stubs leave out
        clip = QRectF(0, index * height, A4.width(), height)
        context.clip = clip  # type: ignore[attr-defined]
        painter.setClipRect(clip)
        self.document.documentLayout().draw(painter, context)
        painter.restore()
        self._close_table(painter, index)
        self._margins(painter, index)

    def _close_table(self, painter: QPainter, index: int) -> None:
        """Where a row of a table goes on overleaf, the page ends with a line: Qt draws none there."""
        edge = (index + 1) * A4.height() - BOTTOM
        layout = self.document.documentLayout()
        for frame in self.document.rootFrame().childFrames():
            box = layout.frameBoundingRect(frame)
            bordered = isinstance(frame, QTextTable) and frame.format().headerRowCount() > 0
            if bordered and box.top() < edge < box.bottom():
                painter.setPen(QPen(INK, 5))
                y = edge - index * A4.height()
                painter.drawLine(QPointF(LEFT, y), QPointF(A4.width() - RIGHT, y))

    def _margins(self, painter: QPainter, index: int) -> None:
        painter.save()
        painter.setPen(INK)
        painter.setFont(font(105, italic=True))
        if self._running and index:
            head = QRectF(LEFT, 330, A4.width() - LEFT - RIGHT, 160)
            text = painter.fontMetrics().elidedText(self._running, Qt.TextElideMode.ElideRight, round(head.width()))
            painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        foot = QRectF(LEFT, A4.height() - 480, A4.width() - LEFT - RIGHT, 160)
        painter.setFont(font(105))
        # The paper is the office's, in Vietnamese whatever the language of the windows.
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, f"Trang {index + 1}/{self.page_count}")
        painter.restore()

    def place_of(self, anchor: str) -> tuple[int, QRectF] | None:
        """The page and the place of the paragraph with this named anchor, from the page's upper left corner."""
        block: QTextBlock = self.document.begin()
        while block.isValid():
            fragments = block.begin()
            while not fragments.atEnd():
                if anchor in fragments.fragment().charFormat().anchorNames():
                    box = self.document.documentLayout().blockBoundingRect(block)
                    page = int(box.top() // A4.height())
                    return page, box.translated(0, -page * A4.height())
                fragments += 1  # type: ignore[operator]  # the iterator's own ++, which the stubs leave out
            block = block.next()
        return None


def print_paper(paper: Paper, device: QPdfWriter | QPrinter) -> bool:
    """Put the pages on a printer or into a PDF; False where the device cannot be opened."""
    return all(printing(paper, device))


def printing(paper: Paper, device: QPdfWriter | QPrinter) -> Iterator[bool]:
    """The same page by page, for a window that goes on living meanwhile: True after each; False, and the end, where
    the device cannot be opened.
    """
    _lay(device, QMarginsF(0, 0, 0, 0))
    if isinstance(device, QPrinter):
        # The printer's own margins would move the page; what it cannot reach is inside our white margin.
        device.setFullPage(True)
    painter = QPainter()
    if not painter.begin(device):
        yield False
        return
    scale = device.logicalDpiX() / 720
    try:
        for index in range(paper.page_count):
            if index:
                device.newPage()
            painter.save()
            painter.scale(scale, scale)
            paper.paint(painter, index)
            painter.restore()
            yield True
    finally:
        painter.end()


def _lay(device: QPagedPaintDevice, margins: QMarginsF) -> None:
    device.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins))


def pdf_of(paper: Paper) -> bytes:
    """The pages as a PDF, in memory."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(300)
    writer.setTitle(paper.title)
    writer.setCreator("Tác nghiệp")
    print_paper(paper, writer)
    del writer
    buffer.close()
    return bytes(data.data())


class PaperPages(QObject):
    """A paper as a source of pages for the page view (see widgets.pdf_view.PageSource)."""

    ready = Signal(int, float, QImage)

    def __init__(self, paper: Paper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paper = paper
        self.page_count = paper.page_count
        self._wanted: dict[tuple[int, float], None] = {}
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._draw)

    def page_size(self, index: int) -> tuple[float, float]:
        """A4 in points."""
        return A4.width() / 10, A4.height() / 10

    def request(self, index: int, scale: float) -> None:
        """Ask for a page; one is drawn each time the window has nothing else to do."""
        self._wanted[index, scale] = None
        self._turn.start(0)

    def _draw(self) -> None:
        if not self._wanted:
            return
        (index, scale), _ = self._wanted.popitem()
        self.ready.emit(index, scale, page_image(self._paper, index, scale))
        if self._wanted:
            self._turn.start(0)


def page_image(paper: Paper, index: int, scale: float) -> QImage:
    """A page as a picture, `scale` px to a point."""
    image = QImage(round(A4.width() * scale / 10), round(A4.height() * scale / 10), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(scale / 10, scale / 10)
    paper.paint(painter, index)
    painter.end()
    return image
