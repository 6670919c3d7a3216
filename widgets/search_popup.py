"""What the search box finds: documents, people and commands in groups, with the words that were found shown in bold.

A panel below the search box, never a window of its own: the cursor stays where one types. Knows Qt, the kit and icons.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from widgets import icons
from widgets.kit import label, rule, set_kind
from widgets.theme import sized, tokens_of, unit_of

Index = QModelIndex | QPersistentModelIndex
Kind = Literal["document", "person", "command", "task", "schedule", "there"]
Marks = tuple[tuple[int, int], ...]
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True)
class Found:
    """One result; "there" asks for more of them, and leaves the panel open.

    ``marks`` and ``detail_marks`` are (start, length) of the words found, in characters.
    """

    kind: Kind
    id: str
    title: str
    detail: str = ""
    icon: str = "document"
    marks: Marks = ()
    detail_marks: Marks = ()
    keys: str = ""


@dataclass(frozen=True)
class FoundGroup:
    """Results of one kind under their heading; ``total`` counts those too that are not shown."""

    title: str
    results: tuple[Found, ...]
    total: int


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[FoundGroup | Found] = []

    def show(self, groups: tuple[FoundGroup, ...]) -> None:
        self.beginResetModel()
        self.lines = [line for group in groups for line in (group, *group.results)]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.lines[index.row()], FoundGroup):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.title if isinstance(line, FoundGroup) else f"{line.title}. {line.detail}".strip(". ")
        return None


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        widget: QWidget = option.widget  # type: ignore[attr-defined]
        line = index.data(LINE_ROLE)
        height = QFontMetrics(widget.font()).height()
        small = QFontMetrics(sized(widget.font(), 0.92)).height()
        step = unit_of(widget)
        if isinstance(line, FoundGroup):
            return QSize(200, small + 2 * step)
        return QSize(200, height + (small if line.detail else 0) + 2 * step + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        widget: QWidget = option.widget  # type: ignore[attr-defined]
        box: QRect = option.rect  # type: ignore[attr-defined]
        line = index.data(LINE_ROLE)
        tokens, step = tokens_of(widget), unit_of(widget)
        painter.save()
        if isinstance(line, FoundGroup):
            painter.setFont(sized(widget.font(), 0.92, bold=True))
            painter.setPen(QColor(tokens.muted))
            words = f"{line.title} · {line.total}" if line.total > len(line.results) else line.title
            painter.drawText(box.adjusted(3 * step, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words)
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
            if selected:
                painter.fillRect(box, QColor(tokens.selection))
            self._result(painter, widget, line, box, selected=selected)
        painter.restore()

    def _result(self, painter: QPainter, widget: QWidget, found: Found, box: QRect, *, selected: bool) -> None:
        tokens, step = tokens_of(widget), unit_of(widget)
        mark = icons.pixmap(found.icon, tokens.info if selected else tokens.muted, 18, widget.devicePixelRatioF())
        painter.drawPixmap(box.left() + 3 * step, box.center().y() - 8, mark)
        room = box.adjusted(3 * step + 28, step, -3 * step, -step)
        if found.keys:
            painter.setFont(sized(widget.font(), 0.92))
            painter.setPen(QColor(tokens.muted))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), found.keys)
            room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(found.keys) - 10)
        height = QFontMetrics(widget.font()).height()
        first = QRect(room.left(), room.top(), room.width(), height)
        draw_marked(painter, widget.font(), QColor(tokens.text), found.title, found.marks, first)
        if found.detail:
            small = sized(widget.font(), 0.92)
            below = QRect(room.left(), first.bottom() + 2, room.width(), QFontMetrics(small).height())
            draw_marked(painter, small, QColor(tokens.muted), found.detail, found.detail_marks, below)


def draw_marked(painter: QPainter, font: QFont, colour: QColor, text: str, marks: Marks, room: QRect) -> None:
    """Draw one line, the marked parts bold and underlined, cut with … where it does not fit."""
    strong = sized(font, bold=True)
    strong.setUnderline(True)
    cuts = sorted({0, len(text), *(s for s, _ in marks), *(s + n for s, n in marks)})
    painter.setPen(colour)
    x = room.left()
    for start, end in pairwise(cuts):
        marked = any(s <= start and end <= s + n for s, n in marks)
        used = strong if marked else font
        metrics = QFontMetrics(used)
        part = text[start:end]
        left = room.right() - x
        if metrics.horizontalAdvance(part) > left:
            part = metrics.elidedText(part, Qt.TextElideMode.ElideRight, left)
        painter.setFont(used)
        painter.drawText(QRect(x, room.top(), max(0, left), room.height()), int(Qt.AlignmentFlag.AlignVCenter), part)
        x += metrics.horizontalAdvance(part)
        if x >= room.right() - 2:
            return


class SearchPopup(QFrame):
    """The panel.

    Signals:
        query_changed(str): what is typed, shortly after each key.
        chosen(object): a Found was chosen.
    """

    query_changed = Signal(str)
    chosen = Signal(object)

    def __init__(self, box: QLineEdit, window: QWidget) -> None:
        super().__init__(window)
        set_kind(self, "card")
        self.setAutoFillBackground(True)
        self._box, self._window = box, window
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, step, 1, step)
        column.setSpacing(step)
        self.list = QListView()
        set_kind(self.list, "rows")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Kết quả tìm"))
        self.results = _Model(self)
        self.list.setModel(self.results)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.setMouseTracking(True)
        self.list.clicked.connect(lambda index: self._choose(index))
        column.addWidget(self.list, 1)
        self.note = label("", "muted", wrap=True)
        self.note.setContentsMargins(3 * step, step, 3 * step, step)
        column.addWidget(self.note)
        column.addWidget(rule())
        self.hint = label(self.tr("↑ ↓ chọn · Enter mở · Esc đóng · gõ không dấu cũng tìm được"), "muted", factor=0.92)
        self.hint.setContentsMargins(3 * step, 0, 3 * step, 0)
        column.addWidget(self.hint)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(120)
        self._quiet.timeout.connect(lambda: self.query_changed.emit(self._box.text()))
        box.textEdited.connect(lambda _: self._quiet.start())
        box.textChanged.connect(self._emptied)
        box.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the panel below the box, with whatever was found last."""
        self._place()
        self.show()
        self.raise_()
        self.query_changed.emit(self._box.text())

    def show_results(self, groups: tuple[FoundGroup, ...], note: str = "", current: str = "") -> None:
        """Show what was found; ``note`` says so where nothing was, or what is not searched.

        Args:
            current: the result that is chosen; the first where it is not there.
        """
        self.results.show(groups)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.list.setVisible(bool(groups))
        places = [n for n, line in enumerate(self.results.lines) if isinstance(line, Found)]
        named = [n for n in places if getattr(self.results.lines[n], "id", "") == current]
        first = next(iter(named or places), None)
        if first is not None:
            self.list.setCurrentIndex(self.results.index(first))
        self._place()

    def typed(self) -> str:
        """What is in the search box."""
        return self._box.text()

    def current(self) -> Found | None:
        """The chosen result."""
        line = self.list.currentIndex().data(LINE_ROLE)
        return line if isinstance(line, Found) else None

    def _place(self) -> None:
        corner = self._box.mapTo(self._window, self._box.rect().bottomLeft())
        width = max(self._box.width(), min(640, self._window.width() - corner.x() - 12))
        lines = range(self.results.rowCount())
        wanted = sum(self.list.sizeHintForRow(row) for row in lines) if self.results.rowCount() else 0
        extra = self.hint.sizeHint().height() + (self.note.sizeHint().height() if self.note.text() else 0)
        height = min(wanted + extra + 8 * unit_of(self), self._window.height() - corner.y() - 16)
        self.setGeometry(corner.x(), corner.y() + 3, width, max(height, extra + 6 * unit_of(self)))

    def _move(self, step: int) -> None:
        row = self.list.currentIndex().row() + step
        while 0 <= row < self.results.rowCount():
            if isinstance(self.results.lines[row], Found):
                self.list.setCurrentIndex(self.results.index(row))
                if row == 1:
                    self.list.scrollToTop()
                return
            row += step

    def _choose(self, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if isinstance(line, Found):
            if line.kind != "there":
                self.close_panel()
            self.chosen.emit(line)

    def _emptied(self, text: str) -> None:
        """What was found goes with the words that asked for it."""
        if not text:
            self.close_panel()

    def close_panel(self) -> None:
        """Hide the panel; what was typed stays."""
        self._quiet.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.close_panel()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.isVisible():
            self.close_panel()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if self.isVisible():
                self._move(1 if key == Qt.Key.Key_Down else -1)
            else:
                self.open()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isVisible():
            self._choose(self.list.currentIndex())
        else:
            if event.text() and not self.isVisible() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._place()
                self.show()
                self.raise_()
            return False
        return True
