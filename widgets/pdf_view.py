"""Shows the pages of a PDF as pictures that somebody else draws. Knows Qt alone: no PDF library, no file.

Pages are laid out from their sizes; only those on the screen (and one on either side) are asked for, the one in the
middle first, and only they are held. So five thousand pages cost five thousand numbers.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, Final, Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from widgets.kit import set_kind
from widgets.theme import tokens_of

POINT: Final = 96 / 72
"""Logical px per PDF point at 100 %."""
GAP: Final = 14
STEPS: Final = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
WIDEST_FIT: Final = 1.6


class PageSource(Protocol):
    """Where page pictures come from.

    Attributes: page_count; ready — a signal (index, scale, QImage) for each picture asked for.
    """

    page_count: int
    ready: Any

    def page_size(self, index: int) -> tuple[float, float]:
        """Width and height of a page in PDF points, as it is shown (rotation applied). Must not wait."""
        ...

    def request(self, index: int, scale: float) -> None:
        """Ask for a page at `scale` device px per point; `ready` follows. The last asked for is wanted most."""
        ...


class PdfView(QAbstractScrollArea):
    """A column of pages.

    Signals: pageChanged(int) the page in view, from 0; zoomChanged(float), 1.0 being 100 %;
    viewChanged() after scrolling, zoom or size, for whoever lays something over the pages.
    """

    pageChanged = Signal(int)
    zoomChanged = Signal(float)
    viewChanged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        set_kind(self.viewport(), "canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._source: PageSource | None = None
        self._tops: list[float] = []
        self._bottom = 0.0
        self._widest = 0.0
        self._zoom = 1.0
        self._fit = True
        self._pictures: dict[int, tuple[float, QImage]] = {}
        self._page = -1
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(60)
        self._settle.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.horizontalScrollBar().valueChanged.connect(self._moved)
        self.setAccessibleName(self.tr("Trang văn bản"))

    # What is shown.

    def set_source(self, source: PageSource | None) -> None:
        """Show another document from its first page, or none."""
        if self._source is not None:
            self._source.ready.disconnect(self._take)
        self._source = source
        self._pictures.clear()
        self._page = -1
        if source is not None:
            source.ready.connect(self._take)
        self._measure()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        self._lay_out()
        self._ask()

    def source(self) -> PageSource | None:
        """What is shown now."""
        return self._source

    def page(self) -> int:
        """The page in view, from 0; -1 without a document."""
        return self._page

    def zoom(self) -> float:
        """1.0 is 100 %."""
        return self._zoom

    def is_fitted(self) -> bool:
        """Whether the zoom follows the width of the view."""
        return self._fit

    def fit_width(self) -> None:
        """As wide as the view, and staying so."""
        self._fit = True
        self._lay_out()

    def set_zoom(self, zoom: float) -> None:
        """A fixed zoom, 1.0 being 100 %; what is in the middle stays there."""
        self._fit = False
        self._change_zoom(min(max(zoom, STEPS[0]), STEPS[-1]))

    def zoom_in(self) -> None:
        """The next step up."""
        self.set_zoom(next((step for step in STEPS if step > self._zoom + 0.01), STEPS[-1]))

    def zoom_out(self) -> None:
        """The next step down."""
        self.set_zoom(next((step for step in reversed(STEPS) if step < self._zoom - 0.01), STEPS[0]))

    def go_to(self, page: int) -> None:
        """Bring the top of a page to the top of the view."""
        if self._source is not None and self._tops:
            page = max(0, min(page, self._source.page_count - 1))
            self.verticalScrollBar().setValue(round(self._top(page) - GAP / 2))

    # Geometry, for this class and for whoever draws over the pages.

    def scale(self) -> float:
        """Logical px per PDF point now."""
        return self._zoom * POINT

    def page_rect(self, index: int) -> QRectF:
        """Where a page stands, in the viewport's coordinates."""
        if self._source is None:
            return QRectF()
        width, height = self._source.page_size(index)
        scale = self.scale()
        room = max(self.viewport().width(), round(self._widest * scale) + 2 * GAP)
        left = (room - width * scale) / 2 - self.horizontalScrollBar().value()
        return QRectF(left, self._top(index) - self.verticalScrollBar().value(), width * scale, height * scale)

    def page_at(self, place: QPointF) -> tuple[int, QPointF] | None:
        """The page under a place of the viewport and the place on it in PDF points from the top left; None beside."""
        if self._source is None or not self._tops:
            return None
        for index in self._visible():
            box = self.page_rect(index)
            if box.contains(place):
                return index, (place - box.topLeft()) / self.scale()
        return None

    def paint_over(self, painter: QPainter, index: int, box: QRectF) -> None:
        """For subclasses: draw over a page whose picture has just been drawn in `box`."""

    def _top(self, index: int) -> float:
        return GAP + self._tops[index] * self.scale() + index * GAP

    def _measure(self) -> None:
        self._tops, self._bottom, self._widest = [], 0.0, 0.0
        if self._source is None:
            return
        for index in range(self._source.page_count):
            width, height = self._source.page_size(index)
            self._tops.append(self._bottom)
            self._bottom += height
            self._widest = max(self._widest, width)

    def _visible(self) -> range:
        if self._source is None or not self._tops:
            return range(0)
        count, scale = len(self._tops), self.scale()
        top = self.verticalScrollBar().value()
        # Tops grow with the index, and so does the gap before them: a bisection over both together.
        first = max(0, bisect_right(range(count), top, key=lambda i: GAP + self._tops[i] * scale + i * GAP) - 1)
        last = bisect_right(
            range(count), top + self.viewport().height(), key=lambda i: GAP + self._tops[i] * scale + i * GAP
        )
        return range(first, max(last, first + 1))

    def _lay_out(self) -> None:
        if self._fit and self._widest:
            wanted = (self.viewport().width() - 2 * GAP) / (self._widest * POINT)
            self._change_zoom(max(0.1, min(wanted, WIDEST_FIT)))
        else:
            self._set_ranges()
        self.viewport().update()
        self._settle.start()

    def _change_zoom(self, zoom: float) -> None:
        bar = self.verticalScrollBar()
        share = (bar.value() + (0 if bar.value() == 0 else self.viewport().height() / 2)) / max(1.0, self._height())
        changed = abs(zoom - self._zoom) > 1e-6
        self._zoom = zoom
        self._set_ranges()
        if changed:
            if share > 0:
                bar.setValue(round(share * self._height() - self.viewport().height() / 2))
            self.zoomChanged.emit(zoom)
        self.viewport().update()
        self._settle.start()
        self.viewChanged.emit()

    def _height(self) -> float:
        return self._bottom * self.scale() + GAP * (len(self._tops) + 1)

    def _set_ranges(self) -> None:
        size = self.viewport().size()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, round(self._height()) - size.height()))
        vertical.setPageStep(max(1, size.height() - 40))
        vertical.setSingleStep(48)
        across = round(self._widest * self.scale()) + 2 * GAP - size.width()
        horizontal.setRange(0, 0 if self._fit else max(0, across))
        horizontal.setPageStep(max(1, size.width()))
        horizontal.setSingleStep(48)

    # Pictures.

    def _moved(self) -> None:
        self._tell_page()
        self.viewport().update()
        self._settle.start()
        self.viewChanged.emit()

    def _tell_page(self) -> None:
        page = -1
        if self._source is not None and self._tops:
            # A third down, so that the page just gone to is the one in view, however short it is.
            line = self.viewport().height() / 3
            visible = self._visible()
            page = next((i for i in visible if self.page_rect(i).bottom() + GAP >= line), visible[-1])
        if page != self._page:
            self._page = page
            if self._source is not None:
                said = self.tr("Trang {page} trên {count}").format(page=page + 1, count=self._source.page_count)
                self.setAccessibleDescription(said)
            self.pageChanged.emit(page)

    def device_scale(self) -> float:
        return round(self.scale() * self.viewport().devicePixelRatioF(), 4)

    def _ask(self) -> None:
        """Ask for what is seen and lacks a sharp picture; neighbours first, so that the page in view is asked last."""
        self._tell_page()
        if self._source is None:
            return
        visible = self._visible()
        near = range(max(0, visible.start - 1), min(self._source.page_count, visible.stop + 1))
        for index in [i for i in self._pictures if i not in near]:
            del self._pictures[index]
        scale = self.device_scale()
        for index in sorted(near, key=lambda i: -abs(i - self._page)):
            held = self._pictures.get(index)
            if held is None or held[0] != scale:
                self._source.request(index, scale)

    def _take(self, index: int, scale: float, picture: QImage) -> None:
        visible = self._visible()
        if not visible.start - 1 <= index <= visible.stop:
            return
        held = self._pictures.get(index)
        if held is not None and held[0] == self.device_scale():
            return
        self._pictures[index] = (scale, picture)
        self.viewport().update(self.page_rect(index).toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = tokens_of(self)
        painter.fillRect(self.viewport().rect(), QColor(tokens.canvas))
        for index in self._visible():
            box = self.page_rect(index)
            # Whole device pixels, so that a picture of the right size is copied and not blurred.
            ratio = self.viewport().devicePixelRatioF()
            box.moveTo(round(box.left() * ratio) / ratio, round(box.top() * ratio) / ratio)
            held = self._pictures.get(index)
            painter.fillRect(box, Qt.GlobalColor.white)
            if held is not None:
                target = box
                size = held[1].size()
                # A page too large to be drawn at this scale comes smaller, and fills its place all the same.
                if held[0] == self.device_scale() and abs(size.width() - box.width() * ratio) < 2:
                    target = QRectF(box.left(), box.top(), size.width() / ratio, size.height() / ratio)
                painter.drawImage(target, held[1], QRectF(held[1].rect()))
            painter.setPen(QColor(tokens.line))
            painter.drawRect(box.adjusted(-1, -1, 0, 0))
            self.paint_over(painter, index, box)
        if self.hasFocus():
            painter.setPen(QColor(tokens.info))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    # Keys, wheel, size.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._tell_page()
        self.viewChanged.emit()

    def sizeHint(self) -> QSize:
        return QSize(480, 600)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        bar = self.verticalScrollBar()
        if ctrl and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif ctrl and key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif ctrl and key == Qt.Key.Key_0:
            self.set_zoom(1.0)
        elif ctrl and key == Qt.Key.Key_9:
            self.fit_width()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left) and not self.horizontalScrollBar().maximum():
            self.go_to(self._page + (1 if key == Qt.Key.Key_Right else -1))
        elif key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key == Qt.Key.Key_Space:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar.setValue(bar.value() + (-1 if shift else 1) * bar.pageStep())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            return
        super().wheelEvent(event)
