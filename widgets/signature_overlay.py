"""The signature as it will stand on the page, drawn over the page's picture, moved by mouse or keys. Knows Qt alone.

It asks the view where a page is, and tells where the person put the box. No words are drawn on the page, where they
would cover the signer's name: the desk says beside it what the box means and where it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QLocale, QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from widgets.placement import SMALLEST, Placement, Rect, grown, inside, kept_on_page, pulled, snapped

# The page is white in both themes, so what is drawn on it keeps its colours too.
_INK = QColor("#0b5cad")
_INK_TEXT = QColor("#ffffff")
_STAMP = QColor("#c62828")
_GUIDE = QColor("#00838f")
_HANDLE = 7.0
_STEP, _FAR = 0.5, 5.0  # millimetres that an arrow key moves the box, alone and with Shift
_REACH = 14.0  # millimetres that a guide is drawn beyond the box


class PageGeometry(Protocol):
    """What the overlay needs of a page view: where a page is shown, and how large it is."""

    def page_rect(self, page: int) -> QRectF:
        """The page on the overlay's parent, in its pixels; empty while it is not shown."""
        ...

    def page_size(self, page: int) -> QSizeF:
        """The page in page units; empty where there is no such page."""
        ...

    def page_at(self, point: QPointF) -> int | None:
        """The page under a point of the overlay's parent; None beside them."""
        ...


class SignatureOverlay(QWidget):
    """Lies over the viewport of a page view and lets everything through but the box.

    Arrow keys move the box by half a millimetre, with Shift by five; + and - change its size; Page Up and Page Down
    put it on another page; Home asks for the place that was found. Dragged near the place that the rules want, it falls
    into line with it (not with Alt held), and dragged over another page it goes there.

    Signals:
        placed: the person put the box somewhere: page, rect.
        described: where the box stands now, in words; also while it is dragged.
        reset_asked: back to the place that was found.
    """

    placed = Signal(int, tuple)
    described = Signal(str)
    reset_asked = Signal()

    def __init__(self, geometry: PageGeometry, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._geometry = geometry
        self._placement: Placement | None = None
        self._grip: Callable[[QPointF], Placement] | None = None
        self.movable = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(
            self.tr("Vị trí chữ ký trên trang; phím mũi tên để chỉnh, Page Up và Page Down để sang trang khác")
        )
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
        self._describe()

    def fit(self) -> None:
        """Cover just what is drawn; all else stays with the page view. Call after scrolling or zooming."""
        placement = self._placement
        if placement is None:
            return
        area = self._box()
        if area.isEmpty():
            self.setGeometry(0, 0, 0, 0)
            return
        area = area.united(self._stamp_box())
        margin = _HANDLE
        if self._in_hand() and placement.aligned != (None, None):
            margin = max(margin, _REACH * placement.mm * self._scale())
        for ink in self._ink():
            area = area.united(ink)
        self.setGeometry(area.adjusted(-margin, -margin, margin, margin).toAlignedRect())
        self.update()

    def description(self) -> str:
        """Where the box stands, in millimetres from the page's edges; empty where there is none."""
        placement = self._placement
        if placement is None:
            return ""
        text = self.tr("Trang {page}: cách mép trái {left} mm, mép dưới {bottom} mm; rộng {width}, cao {height} mm")
        if placement.covered is not None:
            text = self.tr("Trang {page}: cách mép trái {left} mm, mép dưới {bottom} mm; trùm {part} % chữ ký")
        return text.format(**self._measures(placement))

    def summary(self) -> str:
        """The same for the eye, in one short line."""
        placement = self._placement
        if placement is None:
            return ""
        text = self.tr("Trái {left}, dưới {bottom}; {width} × {height} mm")
        if placement.covered is not None:
            text = self.tr("Trái {left}, dưới {bottom} mm; trùm {part} %")
        # A size and its unit stay on one line.
        joined = text.replace(" × ", "\u00a0×\u00a0").replace(" mm", "\u00a0mm").replace(" %", "\u00a0%")
        return joined.format(**self._measures(placement))

    def _measures(self, placement: Placement) -> dict[str, str]:
        left, bottom, right, top = (x / placement.mm for x in placement.rect)
        return {
            "page": str(placement.page + 1),
            "left": self._said(left),
            "bottom": self._said(bottom),
            "width": self._said(right - left),
            "height": self._said(top - bottom),
            "part": str(round((placement.covered or 0) * 100)),
        }

    def _said(self, millimetres: float) -> str:
        rounded = round(float(millimetres), 1)
        return QLocale().toString(rounded, "f", 0 if rounded.is_integer() else 1)

    def _describe(self, *, aloud: bool = False) -> None:
        text = self.description()
        self.setAccessibleDescription(text)
        self.described.emit(text)
        if aloud and text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # -- geometry: page units to pixels of the viewport and of this widget

    def _scale(self) -> float:
        return self._scale_of(self._placement.page) if self._placement is not None else 0.0

    def _scale_of(self, page: int) -> float:
        shown, size = self._geometry.page_rect(page), self._geometry.page_size(page)
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

    def _on_page(self, page: int, point: QPointF) -> tuple[float, float]:
        """A point of the viewport in a page's own units."""
        shown, size, scale = self._geometry.page_rect(page), self._geometry.page_size(page), self._scale_of(page) or 1.0
        return (point.x() - shown.left()) / scale, size.height() - (point.y() - shown.top()) / scale

    def _box(self) -> QRectF:
        return self._on_viewport(self._placement.rect) if self._placement else QRectF()

    def _stamp_box(self) -> QRectF:
        if self._placement is None or self._placement.stamp is None:
            return QRectF()
        return self._on_viewport(self._placement.stamp)

    def _ink(self) -> list[QRectF]:
        """The signature that a stamp is to cover a third of, while the stamp is being moved."""
        placement = self._placement
        if placement is None or not self._in_hand():
            return []
        return [self._on_viewport(rect) for page, rect in placement.ink if page == placement.page]

    def _in_hand(self) -> bool:
        """Whether the box is being moved, by mouse or keys: what helps with that would only cover the page else."""
        return self.movable and (self.hasFocus() or self._grip is not None)

    def _own(self, area: QRectF) -> QRectF:
        return area.translated(-QPointF(self.pos()))

    # -- moving

    def _put(self, placement: Placement, *, tell: bool) -> None:
        self._placement = kept_on_page(placement, self._geometry.page_size(placement.page))
        self.fit()
        self._describe(aloud=tell)
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
        first = self._placement
        start = self._on_page(first.page, self.mapToParent(point))
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if corner is None:
            self._grip = lambda now: self._dragged(first, start, now)
        else:
            self._grip = lambda now: self._stretched(first, corner, start, now)
        self.setCursor(Qt.CursorShape.ClosedHandCursor if corner is None else Qt.CursorShape.SizeFDiagCursor)

    def _dragged(self, first: Placement, start: tuple[float, float], now: QPointF) -> Placement:
        """The box under the pointer as it was taken hold of, on whichever page the pointer is."""
        page = self._geometry.page_at(now)
        page = first.page if page is None else page
        x, y = self._on_page(page, now)
        return first.on(page).moved(x - start[0], y - start[1])

    def _stretched(
        self, first: Placement, corner: tuple[int, int], start: tuple[float, float], now: QPointF
    ) -> Placement:
        x, y = self._on_page(first.page, now)
        return first.sized(pulled(first.rect, corner, x - start[0], y - start[1], SMALLEST * first.mm))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None and self._placement is not None:
            placement = self._grip(self.mapToParent(event.position()))
            sizing = placement.rect[2] - placement.rect[0] != self._placement.rect[2] - self._placement.rect[0]
            free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._put(placement if free or sizing else snapped(placement), tell=False)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        placement = self._placement
        if placement is None or not self.movable:
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Home:
            self.reset_asked.emit()
        elif key == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            moved = self._by_key(placement, key, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            if moved is None:
                super().keyPressEvent(event)
            else:
                self._put(moved, tell=True)

    def _by_key(self, placement: Placement, key: Qt.Key, far: bool) -> Placement | None:
        """Where a key takes the box; None for a key that does not move it."""
        step = (_FAR if far else _STEP) * placement.mm
        moves = {
            Qt.Key.Key_Left: (-step, 0.0),
            Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, step),
            Qt.Key.Key_Down: (0.0, -step),
        }
        if key in moves:
            return placement.moved(*moves[key])
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            page = placement.page + (1 if key == Qt.Key.Key_PageDown else -1)
            known = page >= 0 and not self._geometry.page_size(page).isEmpty()
            return placement.on(page) if known else placement
        smallest = SMALLEST * placement.mm
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal) and not placement.fixed_size:
            return placement.sized(grown(placement.rect, 1.06, smallest))
        if key == Qt.Key.Key_Minus and not placement.fixed_size:
            return placement.sized(grown(placement.rect, 1 / 1.06, smallest))
        return None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.fit()
        self._describe(aloud=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.fit()

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
            self._draw_stamp(painter, self._own(self._on_viewport(inside(placement.rect, placement.image))),
                             placement.image)  # fmt: skip
        elif placement.image is not None:
            shown = self._on_viewport(inside(placement.rect, placement.image))
            painter.drawImage(self._own(shown), placement.image)
        if self.movable:
            if self._in_hand():
                self._draw_guides(painter, placement, box)
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

    def _draw_guides(self, painter: QPainter, placement: Placement, box: QRectF) -> None:
        """Lines through the box where it stands as the rules want it; the third that a stamp is to cover."""
        painter.setPen(QPen(_GUIDE, 1.2))
        across, along = placement.aligned
        reach = _REACH * placement.mm * self._scale()
        if across is not None:
            x = box.center().x()
            painter.drawLine(QPointF(x, box.top() - reach), QPointF(x, box.bottom() + reach))
        if along is not None:
            y = box.center().y()
            painter.drawLine(QPointF(box.left() - reach, y), QPointF(box.right() + reach, y))
        for ink in map(self._own, self._ink()):
            third = ink.left() + ink.width() / 3
            painter.setPen(QPen(_GUIDE, 1.2, Qt.PenStyle.DotLine))
            painter.drawRect(ink)
            painter.setPen(QPen(_GUIDE, 1.6))
            painter.drawLine(QPointF(third, ink.top()), QPointF(third, ink.bottom()))

    def _draw_frame(self, painter: QPainter, box: QRectF, *, handles: bool) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_INK, 2.0 if self.hasFocus() else 1.4, Qt.PenStyle.DashLine))
        painter.drawRect(box)
        if handles:
            painter.setPen(QPen(_INK, 1.2))
            painter.setBrush(_INK_TEXT)
            for corner in (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()):
                painter.drawRect(QRectF(corner.x() - 3, corner.y() - 3, 6, 6))


__all__ = ["PageGeometry", "Placement", "Rect", "SignatureOverlay", "kept_on_page"]
