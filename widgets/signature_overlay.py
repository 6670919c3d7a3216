"""The signature as it will stand on the page, drawn over the page's picture, moved by mouse or keys. Knows Qt alone.

It asks the view where a page is, and tells where the person put the box. Rectangles are (left, bottom, right, top) in
PDF points from the page's lower left corner, pages count from 0: as ``signing.place`` has them.

No words are drawn on the page, where they would cover the signer's name: the desk explains the box beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

Rect = tuple[float, float, float, float]

# The page is white in both themes, so what is drawn on it keeps its colours too.
_INK = QColor("#0b5cad")
_INK_TEXT = QColor("#ffffff")
_STAMP = QColor("#c62828")
_SMALLEST = 12.0
_HANDLE = 7.0


class PageGeometry(Protocol):
    """What the overlay needs of a page view: where a page is shown, and how large it is."""

    def page_rect(self, page: int) -> QRectF:
        """The page on the overlay's parent, in its pixels; empty while it is not shown."""
        ...

    def page_size(self, page: int) -> QSizeF:
        """The page in PDF points."""
        ...


@dataclass(frozen=True)
class Placement:
    """What is drawn, and where.

    Attributes:
        page: 0-based.
        rect: the box that is moved.
        kind: "signature" (a box) or "stamp" (a circle in its square).
        image: the picture that will stand there; None where there is none to show.
        stamp: square of the agency's stamp that comes later, or None. It keeps its place beside the box.
        fixed_size: the stamp keeps its real size.
    """

    page: int
    rect: Rect
    kind: str = "signature"
    image: QImage | None = None
    stamp: Rect | None = None
    fixed_size: bool = False

    def moved(self, dx: float, dy: float) -> Placement:
        """The whole drawing, shifted by points."""
        left, bottom, right, top = self.rect
        stamp = self.stamp
        if stamp is not None:
            stamp = (stamp[0] + dx, stamp[1] + dy, stamp[2] + dx, stamp[3] + dy)
        return replace(self, rect=(left + dx, bottom + dy, right + dx, top + dy), stamp=stamp)

    def sized(self, rect: Rect) -> Placement:
        """The box with another size; the stamp keeps its own, a third over the box's left (Decree 30, Annex I)."""
        stamp = self.stamp
        if stamp is not None:
            side = stamp[2] - stamp[0]
            edge, middle = rect[0] + (rect[2] - rect[0]) / 3, (rect[1] + rect[3]) / 2
            stamp = (edge - side, middle - side / 2, edge, middle + side / 2)
        return replace(self, rect=rect, stamp=stamp)


def kept_on_page(placement: Placement, size: QSizeF) -> Placement:
    """The placement pushed back so that its box lies wholly on the page."""
    left, bottom, right, top = placement.rect
    dx = max(0.0, -left) - max(0.0, right - size.width())
    dy = max(0.0, -bottom) - max(0.0, top - size.height())
    return placement.moved(dx, dy) if dx or dy else placement


class SignatureOverlay(QWidget):
    """Lies over the viewport of a page view and lets everything through but the box.

    Arrow keys move the box by one point, with Shift by ten; + and - change its size.

    Signals:
        placed: the person put the box somewhere: page, rect.
    """

    placed = Signal(int, tuple)

    def __init__(self, geometry: PageGeometry, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._geometry = geometry
        self._placement: Placement | None = None
        self._grip: Callable[[QPointF], Placement] | None = None
        self.movable = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(self.tr("Vị trí chữ ký trên trang; dùng phím mũi tên để chỉnh"))
        viewport.installEventFilter(self)
        self.fit()
        self.hide()

    @property
    def placement(self) -> Placement | None:
        """What is drawn now."""
        return self._placement

    def show_placement(self, placement: Placement | None) -> None:
        """Draw this, or nothing."""
        self._grip = None
        self._placement = placement
        self.setVisible(placement is not None)
        self.raise_()
        self.fit()

    def fit(self) -> None:
        """Cover just what is drawn; all else stays with the page view. Call after scrolling or zooming."""
        if self._placement is None:
            return
        area = self._box()
        if area.isEmpty():
            self.setGeometry(0, 0, 0, 0)
            return
        area = area.united(self._stamp_box())
        self.setGeometry(area.adjusted(-_HANDLE, -_HANDLE, _HANDLE, _HANDLE).toAlignedRect())
        self.update()

    # -- geometry: points on the page to pixels of the viewport and of this widget

    def _scale(self) -> float:
        assert self._placement is not None
        shown, size = self._geometry.page_rect(self._placement.page), self._geometry.page_size(self._placement.page)
        return shown.width() / size.width() if size.width() > 0 else 0.0

    def _on_viewport(self, rect: Rect) -> QRectF:
        assert self._placement is not None
        shown, size = self._geometry.page_rect(self._placement.page), self._geometry.page_size(self._placement.page)
        if shown.isEmpty() or size.isEmpty():
            return QRectF()
        scale = shown.width() / size.width()
        left, bottom, right, top = rect
        return QRectF(
            shown.left() + left * scale,
            shown.top() + (size.height() - top) * scale,
            (right - left) * scale,
            (top - bottom) * scale,
        )

    def _box(self) -> QRectF:
        return self._on_viewport(self._placement.rect) if self._placement else QRectF()

    def _stamp_box(self) -> QRectF:
        if self._placement is None or self._placement.stamp is None:
            return QRectF()
        return self._on_viewport(self._placement.stamp)

    def _own(self, area: QRectF) -> QRectF:
        return area.translated(-QPointF(self.pos()))

    # -- moving

    def _put(self, placement: Placement, *, tell: bool) -> None:
        size = self._geometry.page_size(placement.page)
        self._placement = kept_on_page(placement, size)
        self.fit()
        if tell:
            self.placed.emit(self._placement.page, self._placement.rect)

    def _corner_at(self, point: QPointF) -> tuple[int, int] | None:
        """Which corner of the box lies under the point: (-1 left | 1 right, -1 top | 1 bottom)."""
        if self._placement is None or self._placement.fixed_size:
            return None
        box = self._own(self._box())
        for x, horizontal in ((box.left(), -1), (box.right(), 1)):
            for y, vertical in ((box.top(), -1), (box.bottom(), 1)):
                if abs(point.x() - x) <= _HANDLE and abs(point.y() - y) <= _HANDLE:
                    return horizontal, vertical
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if not self.movable or self._placement is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        corner = self._corner_at(point)
        if corner is None and not self._own(self._box()).contains(point):
            event.ignore()
            return
        start, first = self.mapToParent(point), self._placement
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if corner is None:
            self._grip = lambda now: first.moved(*self._points(now - start))
        else:
            self._grip = lambda now: first.sized(_pulled(first.rect, corner, *self._points(now - start)))
        self.setCursor(Qt.CursorShape.ClosedHandCursor if corner is None else Qt.CursorShape.SizeFDiagCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._put(self._grip(self.mapToParent(event.position())), tell=False)
            return
        self._show_cursor(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None and self._placement is not None:
            self._grip = None
            self.placed.emit(self._placement.page, self._placement.rect)
        self._show_cursor(event.position())

    def _show_cursor(self, point: QPointF) -> None:
        corner = self._corner_at(point)
        if not self.movable:
            self.unsetCursor()
        elif corner is not None:
            falling = corner[0] == corner[1]
            self.setCursor(Qt.CursorShape.SizeFDiagCursor if falling else Qt.CursorShape.SizeBDiagCursor)
        elif self._own(self._box()).contains(point):
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()

    def _points(self, pixels: QPointF) -> tuple[float, float]:
        scale = self._scale() or 1.0
        return pixels.x() / scale, -pixels.y() / scale

    def keyPressEvent(self, event: QKeyEvent) -> None:
        placement = self._placement
        if placement is None or not self.movable:
            super().keyPressEvent(event)
            return
        step = 10.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        moves = {
            Qt.Key.Key_Left: (-step, 0.0),
            Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, step),
            Qt.Key.Key_Down: (0.0, -step),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self._put(placement.moved(*moves[key]), tell=True)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal) and not placement.fixed_size:
            self._put(placement.sized(_grown(placement.rect, 1.06)), tell=True)
        elif key == Qt.Key.Key_Minus and not placement.fixed_size:
            self._put(placement.sized(_grown(placement.rect, 1 / 1.06)), tell=True)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The viewport was resized: the page may stand elsewhere."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.fit()
        return super().eventFilter(watched, event)

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        placement = self._placement
        if placement is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = self._own(self._box())
        if placement.stamp is not None:
            self._draw_stamp(painter, self._own(self._stamp_box()), None)
        if placement.kind == "stamp":
            self._draw_stamp(painter, box, placement.image)
        elif placement.image is not None:
            painter.drawImage(_inside(box, placement.image), placement.image)
        if self.movable:
            self._draw_frame(painter, box, handles=not placement.fixed_size)

    def _draw_stamp(self, painter: QPainter, area: QRectF, image: QImage | None) -> None:
        if image is not None:
            painter.drawImage(area, image)
            return
        faint = QColor(_STAMP)
        faint.setAlpha(26)
        line = QColor(_STAMP)
        line.setAlpha(170)
        painter.setBrush(faint)
        painter.setPen(QPen(line, 1.4, Qt.PenStyle.DashLine))
        painter.drawEllipse(area)

    def _draw_frame(self, painter: QPainter, box: QRectF, *, handles: bool) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_INK, 2.0 if self.hasFocus() else 1.4, Qt.PenStyle.DashLine))
        painter.drawRect(box)
        if handles:
            painter.setPen(QPen(_INK, 1.2))
            painter.setBrush(_INK_TEXT)
            for corner in (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()):
                painter.drawRect(QRectF(corner.x() - 3, corner.y() - 3, 6, 6))


def _inside(box: QRectF, image: QImage) -> QRectF:
    """The largest area of the picture's own shape in the middle of the box."""
    if image.isNull() or image.height() == 0 or box.isEmpty():
        return box
    scale = min(box.width() / image.width(), box.height() / image.height())
    area = QRectF(0, 0, image.width() * scale, image.height() * scale)
    area.moveCenter(box.center())
    return area


def _pulled(rect: Rect, corner: tuple[int, int], dx: float, dy: float) -> Rect:
    """The box with one corner pulled, never smaller than a fingernail; its shape is kept."""
    left, bottom, right, top = rect
    width, height = right - left, top - bottom
    factor = max((width + corner[0] * dx) / width, (height - corner[1] * dy) / height)
    factor = max(factor, _SMALLEST / min(width, height))
    if corner[0] > 0:
        right = left + width * factor
    else:
        left = right - width * factor
    if corner[1] > 0:
        bottom = top - height * factor
    else:
        top = bottom + height * factor
    return left, bottom, right, top


def _grown(rect: Rect, factor: float) -> Rect:
    """The box grown about its middle."""
    x, y = (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2
    width, height = (rect[2] - rect[0]) * factor, (rect[3] - rect[1]) * factor
    if min(width, height) < _SMALLEST:
        return rect
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2
