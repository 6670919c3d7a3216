"""Lies over a PdfView: shows remarks on its pages and takes new ones, by pen, mouse or keys. Knows the view and marks.

Without a tool everything but a click on a mark goes through to the view. With the keyboard a cursor goes over the page
line by line and word by word (a page without text: a box that is moved), and a key makes the remark where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QTabletEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from widgets.pdf_view import PdfView
from widgets.remark_cursor import PageCursor
from widgets.remark_hand import Drawn, Hand
from widgets.remark_marks import (
    Mark,
    Rect,
    Sheet,
    Word,
    area,
    around,
    badge,
    paint_ink,
    paint_mark,
    paint_rects,
)

_CURSOR = QColor("#0b5cad")
_EVEN = 0.5
"""The pressure of a mouse, which has none."""


class RemarkLayer(QWidget):
    """Over the viewport of a page view.

    Attributes:
        writable: whether remarks may be made here.

    Signals:
        drawn(Drawn): something was put on a page.
        picked(str): key of a mark that was clicked.
        words_wanted(int): the words of a page are needed; answer with ``set_words``.
        cursor_moved(str): what the keyboard's cursor stands on, in words.
        letter_pressed(str): the letter of a tool: V, B, H, U, S, K or N.
    """

    drawn = Signal(object)
    picked = Signal(str)
    words_wanted = Signal(int)
    cursor_moved = Signal(str)
    letter_pressed = Signal(str)

    def __init__(self, view: PdfView, *, writable: bool = False) -> None:
        super().__init__(view.viewport())
        self._view = view
        self.writable = writable
        self._marks: tuple[Mark, ...] = ()
        self._current = ""
        self._words: dict[int, tuple[Word, ...]] = {}
        self._asked: set[int] = set()
        self._hand = Hand()
        self._cursor = PageCursor()
        self._picture: QPixmap | None = None
        self._by_pen = False
        self.setAttribute(Qt.WidgetAttribute.WA_TabletTracking)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Trang dự thảo, nơi viết góp ý"))
        self.set_writable(writable)
        view.viewport().installEventFilter(self)
        view.viewChanged.connect(self._stale)
        view.pageChanged.connect(lambda _page: self._want_words())
        self.fit()
        self.lower()

    # -- what is shown

    def show_marks(self, marks: Iterable[Mark], current: str = "") -> None:
        """Show these over their pages; one of them stands out."""
        self._marks = tuple(marks)
        self._current = current
        self._stale()

    def marks(self) -> tuple[Mark, ...]:
        """What is shown."""
        return self._marks

    def set_writable(self, writable: bool) -> None:
        """Whether remarks may be made here; where not, the view keeps its clicks and marks are looked for there."""
        self.writable = writable
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if writable else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not writable)
        self._want_words()

    def set_tool(self, kind: str) -> None:
        """What the pen or mouse makes from now on; "" only chooses."""
        self._hand.tool = kind if self.writable else ""
        self._hand.lift()
        shape = Qt.CursorShape.CrossCursor if kind in ("ink", "box", "note") else Qt.CursorShape.IBeamCursor
        self.setCursor(shape if self._hand.tool else Qt.CursorShape.ArrowCursor)
        self._want_words()
        self.update()

    def tool(self) -> str:
        """What the pen or mouse makes now."""
        return self._hand.tool

    def forget_words(self) -> None:
        """Another file is shown."""
        self._words, self._asked, self._cursor = {}, set(), PageCursor()

    def set_words(self, page: int, words: Sequence[Word]) -> None:
        """The words of a page, in reading order; none where it holds only a picture."""
        self._words[page] = tuple(words)
        if page == self._cursor.page:
            self._cursor.settle(self._words[page], self._size(page))
            self._tell_cursor()
        self.update()

    def reveal(self, mark: Mark) -> None:
        """Bring a mark into view."""
        self._bring(mark.page, mark.bounds())

    # -- geometry

    def fit(self) -> None:
        """Cover the view."""
        self.setGeometry(self._view.viewport().rect())
        self._stale()

    def sheet(self, page: int) -> Sheet | None:
        """Where a page stands now; None for no such page."""
        source = self._view.source()
        if source is None or not 0 <= page < source.page_count:
            return None
        return Sheet(self._view.page_rect(page), source.page_size(page)[1])

    def _at(self, place: QPointF) -> int:
        found = self._view.page_at(place)
        return found[0] if found is not None else -1

    def mark_at(self, place: QPointF) -> Mark | None:
        """The mark under a place, the topmost first."""
        for mark in reversed(self._marks):
            sheet = self.sheet(mark.page)
            if sheet is not None and (area(mark, sheet).contains(place) or badge(mark, sheet).contains(place)):
                return mark
        return None

    def _bring(self, page: int, rect: Rect) -> None:
        sheet = self.sheet(page)
        if sheet is None:
            return
        place, room = sheet.rect(rect), self._view.viewport().height()
        if place.top() < 12 or place.bottom() > room - 12:
            bar = self._view.verticalScrollBar()
            bar.setValue(round(bar.value() + place.center().y() - room * 0.4))

    # -- mouse and pen

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._by_pen:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if not self._press(event.position(), _EVEN):
            mark = self.mark_at(event.position())
            if mark is not None:
                self.picked.emit(mark.key)
            else:
                event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._by_pen and not self._move(event.position(), _EVEN):
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._by_pen and not self._release(event.position(), _EVEN):
            event.ignore()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen: the same with its pressure. What is taken here does not come again as a mouse."""
        pressure = min(max(event.pressure(), 0.0), 1.0)
        taken = False
        match event.type():
            case QEvent.Type.TabletPress:
                taken = self._by_pen = self._press(event.position(), pressure)
            case QEvent.Type.TabletMove:
                taken = self._by_pen and self._move(event.position(), pressure)
            case QEvent.Type.TabletRelease:
                taken = self._by_pen and self._release(event.position(), pressure)
                self._by_pen = False
        event.setAccepted(taken)

    def _press(self, place: QPointF, pressure: float) -> bool:
        page = self._at(place)
        sheet = self.sheet(page)
        if not self._hand.tool or sheet is None:
            return False
        self._hand.press(page, sheet.on_page(place), pressure)
        self.update()
        return True

    def _move(self, place: QPointF, pressure: float) -> bool:
        sheet = self.sheet(self._hand.page)
        if sheet is None:
            return False
        self._hand.move(sheet.on_page(place), pressure)
        self.update()
        return True

    def _release(self, place: QPointF, pressure: float) -> bool:
        hand = self._hand
        if hand.page < 0:
            return False
        self._move(place, pressure)
        drawn = hand.made(self._words.get(hand.page, ()), self._size(hand.page))
        hand.lift()
        if drawn is not None:
            self.drawn.emit(drawn)
        self.update()
        return True

    def _size(self, page: int) -> tuple[float, float]:
        source = self._view.source()
        return source.page_size(page) if source is not None and 0 <= page < source.page_count else (595.0, 842.0)

    # -- the keyboard

    def take_up(self) -> None:
        """Give the keyboard to the page: its cursor stands on the first line."""
        if self._cursor.page < 0 and self._view.page() >= 0:
            self._enter(self._view.page())
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def make_here(self, kind: str) -> None:
        """Make a remark where the keyboard's cursor stands: over its words, around them, or beside their line."""
        if not self.writable or kind == "ink" or self._view.page() < 0:
            return
        cursor = self._cursor
        if cursor.page < 0:
            self._enter(self._view.page())
        words = self._words.get(cursor.page, ())
        rects = cursor.shape(kind, words, self._size(cursor.page))
        self.drawn.emit(Drawn(kind, cursor.page, rects=rects, quote=cursor.quote(words)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.writable or not self._step(Qt.Key(event.key()), event.modifiers()):
            # The view's own keys: zoom, pages.
            self._view.keyPressEvent(event)

    def _step(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        if held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            tool = self._hand.tool
            self.make_here(tool if tool and tool != "ink" else "note")
            return True
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._view.go_to(max(0, self._view.page() + (1 if key == Qt.Key.Key_PageDown else -1)))
            self._enter(max(0, self._view.page()))
            return True
        if key in _LETTERS:
            self.letter_pressed.emit(_LETTERS[key])
            return True
        if key not in _ARROWS:
            return False
        if self._cursor.page < 0:
            self._enter(max(0, self._view.page()))
        else:
            self.walk(key, wider=bool(held & Qt.KeyboardModifier.ShiftModifier))
        return True

    def walk(self, key: Qt.Key, *, wider: bool = False) -> None:
        """Move the cursor by an arrow key; past the last line it goes to the next page."""
        cursor, (across, down) = self._cursor, _ARROWS[key]
        words, size = self._words.get(cursor.page, ()), self._size(cursor.page)
        if across:
            cursor.across(across, words, size, wider=wider)
        elif not cursor.down(down, words, size, wider=wider):
            source = self._view.source()
            if source is not None and 0 <= cursor.page + down < source.page_count:
                self._enter(cursor.page + down, at_end=down < 0)
                return
        self._tell_cursor()

    def _enter(self, page: int, *, at_end: bool = False) -> None:
        """Put the cursor on a page; its words are asked for where they are not here."""
        self._cursor.enter(page, self._words.get(page, ()), self._size(page), at_end=at_end)
        self._want_words(page)
        self._tell_cursor()

    def _tell_cursor(self) -> None:
        cursor = self._cursor
        words = self._words.get(cursor.page, ())
        self._bring(cursor.page, around(cursor.rects(words), 0.0))
        said = self.tr("Trang %1: %2").replace("%1", str(cursor.page + 1))
        said = said.replace("%2", cursor.quote(words) or self.tr("khung trên trang"))
        self.setAccessibleDescription(said)
        self.cursor_moved.emit(said)
        self.update()

    def _want_words(self, page: int | None = None) -> None:
        page = self._view.page() if page is None else page
        if self.writable and page >= 0 and page not in self._words and page not in self._asked:
            self._asked.add(page)
            self.words_wanted.emit(page)

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The view was resized; or, where nothing is written, somebody pointed at a mark."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.fit()
        elif not self.writable and isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            mark = self.mark_at(event.position())
            if mark is not None:
                self.picked.emit(mark.key)
        elif not self.writable and isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            return self._tip(event)
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._tip(event):
            return True
        return super().event(event)

    def _tip(self, event: QHelpEvent) -> bool:
        mark = self.mark_at(QPointF(event.pos()))
        if mark is None or not mark.about:
            return False
        QToolTip.showText(event.globalPos(), mark.about, self)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        keyed = event.reason() != Qt.FocusReason.MouseFocusReason
        if self.writable and keyed and self._cursor.page < 0 and self._view.page() >= 0:
            self._enter(self._view.page())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._marks:
            painter.drawPixmap(0, 0, self._still())
        if self._hand.page >= 0:
            self._paint_hand(painter)
        if self.writable and self.hasFocus() and self._cursor.page >= 0 and self._hand.page < 0:
            self._paint_cursor(painter)

    def _still(self) -> QPixmap:
        """The marks as they stand in the view: painted once, however fast the pen goes over them."""
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter, room = QPainter(picture), QRectF(self.rect())
            for mark in self._marks:
                sheet = self.sheet(mark.page)
                if sheet is not None and sheet.box.intersects(room):
                    paint_mark(painter, mark, sheet, current=mark.key == self._current)
            painter.end()
            self._picture = picture
        return self._picture

    def _stale(self) -> None:
        """What stands in the view has changed."""
        self._picture = None
        self.update()

    def _paint_hand(self, painter: QPainter) -> None:
        hand = self._hand
        sheet = self.sheet(hand.page)
        if sheet is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if hand.stroke:
            paint_ink(painter, [hand.stroke], sheet)
        elif hand.tool != "note":
            paint_rects(painter, hand.tool, hand.dragged(self._words.get(hand.page, ()))[0], sheet)

    def _paint_cursor(self, painter: QPainter) -> None:
        sheet = self.sheet(self._cursor.page)
        if sheet is None:
            return
        painter.setPen(QPen(_CURSOR, 1.6, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in self._cursor.rects(self._words.get(self._cursor.page, ())):
            painter.drawRect(sheet.rect(rect).adjusted(-2, -2, 2, 2))


_LETTERS: Mapping[Qt.Key, str] = {
    Qt.Key.Key_V: "V",
    Qt.Key.Key_B: "B",
    Qt.Key.Key_H: "H",
    Qt.Key.Key_U: "U",
    Qt.Key.Key_S: "S",
    Qt.Key.Key_K: "K",
    Qt.Key.Key_N: "N",
}
_ARROWS: Mapping[Qt.Key, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""How far across, and how many lines down."""
