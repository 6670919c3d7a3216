"""The list of tasks: three short lines a row, the deadline first, unmistakable when it has passed. Knows Qt.

Rows are asked for as they come into view, so that a list of any length opens at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.chips import chip_width, paint_chip
from widgets.kit import set_kind
from widgets.task_view import TaskRow
from widgets.theme import Tone, sized, tokens_of, unit_of

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class TaskModel(QAbstractListModel):
    """Identifiers in order, and the rows known so far.

    Signals:
        rows_wanted(tuple): identifiers that came into view and have no row yet.
    """

    rows_wanted = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: list[str] = []
        self._rows: dict[str, TaskRow] = {}
        self._wanted: dict[str, None] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)

    def set_ids(self, ids: Sequence[str]) -> None:
        """Show another list; rows already known are kept until better ones come."""
        self.beginResetModel()
        self._ids = list(ids)
        self._wanted.clear()
        self.endResetModel()

    def set_rows(self, rows: Mapping[str, TaskRow]) -> None:
        """Fill rows in."""
        self._rows.update(rows)
        for row, name in enumerate(self._ids):
            if name in rows:
                self.dataChanged.emit(self.index(row), self.index(row))

    def forget_rows(self) -> None:
        """Every row must be asked for again, because the work changed."""
        self._rows.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def id_at(self, index: Index) -> str:
        return self._ids[index.row()] if index.isValid() else ""

    def place_of(self, name: str) -> int:
        """The row of an identifier, -1 where it is not in the list."""
        return self._ids.index(name) if name in self._ids else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        name = self._ids[index.row()]
        row = self._rows.get(name)
        if role == ROW_ROLE:
            if row is None:
                self._wanted[name] = None
                self._soon.start()
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (row.spoken or row.title) if row else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.title if row else None
        return None

    def _ask(self) -> None:
        wanted, self._wanted = tuple(self._wanted), {}
        if wanted:
            self.rows_wanted.emit(wanted)


class TaskPainter(QStyledItemDelegate):
    """Paints a row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font = option.widget.font()  # type: ignore[attr-defined]
        step = unit_of(option.widget)  # type: ignore[attr-defined]
        lines = QFontMetrics(sized(font, bold=True)).height() + 2 * QFontMetrics(sized(font, 0.95)).height()
        return QSize(200, lines + 4 * step + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        widget: QWidget = option.widget  # type: ignore[attr-defined]
        box: QRect = option.rect  # type: ignore[attr-defined]
        tokens, step = tokens_of(widget), unit_of(widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        row: TaskRow | None = index.data(ROW_ROLE)
        painter.save()
        if selected:
            painter.fillRect(box, QColor(tokens.selection))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(box.left() + 4 * step, box.bottom(), box.right(), box.bottom())
        if row is not None:
            if row.tone in (Tone.BAD, Tone.WARN):
                painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), tokens.ink(row.tone))
            self._lines(painter, widget, row, box.adjusted(4 * step + 2, 2 * step, -4 * step, -2 * step))
        if selected and option.state & QStyle.StateFlag.State_HasFocus:  # type: ignore[attr-defined]
            painter.setPen(QColor(tokens.info))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()

    def _lines(self, painter: QPainter, widget: QWidget, row: TaskRow, room: QRect) -> None:
        tokens = tokens_of(widget)
        bold, small = sized(widget.font(), bold=True), sized(widget.font(), 0.95)
        small_bold = sized(widget.font(), 0.95, bold=True)
        tall, low = QFontMetrics(bold).height(), QFontMetrics(small).height()
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        first = QRect(room.left(), room.top(), room.width(), low)
        x: float = first.left()
        if row.tone is Tone.BAD and row.due:
            x = paint_chip(painter, tokens, small_bold, row.due, Tone.BAD, x, first.center().y() + 1)
        elif row.due:
            painter.setFont(small_bold if row.tone is Tone.WARN else small)
            painter.setPen(tokens.ink(row.tone))
            painter.drawText(first, left, row.due)
            x += painter.fontMetrics().horizontalAdvance(row.due)
        painter.setFont(small)
        painter.setPen(QColor(tokens.muted))
        lead = QRect(int(x) + 10, first.top(), first.right() - int(x) - 10, low)
        painter.drawText(
            lead, right, QFontMetrics(small).elidedText(row.lead, Qt.TextElideMode.ElideRight, lead.width())
        )
        title = QRect(room.left(), first.bottom() + 3, room.width(), tall)
        painter.setFont(bold)
        painter.setPen(QColor(tokens.text))
        painter.drawText(
            title, left, QFontMetrics(bold).elidedText(row.title, Qt.TextElideMode.ElideRight, title.width())
        )
        third = QRect(room.left(), title.bottom() + 3, room.width(), low)
        self._progress(painter, widget, row, third)

    def _progress(self, painter: QPainter, widget: QWidget, row: TaskRow, line: QRect) -> None:
        tokens, small = tokens_of(widget), sized(widget.font(), 0.95)
        track = QRect(line.left(), line.center().y() - 2, 96, 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(track, 2.5, 2.5)
        if row.percent:
            painter.setBrush(QColor(tokens.info))
            painter.drawRoundedRect(QRect(track.left(), track.top(), max(5, 96 * row.percent // 100), 5), 2.5, 2.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(small)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(line.adjusted(104, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), f"{row.percent} %")
        right = line.right()
        chips = [(row.state, Tone.INFO)] if row.state else []
        if row.unsent:
            chips.insert(0, (self.tr("chưa gửi"), Tone.WARN))
        for words, tone in chips:
            width = chip_width(small, words)
            paint_chip(painter, tokens, small, words, tone, right - width, line.center().y() + 1)
            right -= width + 6


class TaskList(QListView):
    """The list.

    Signals:
        current_changed(str): another task is the current one.
        opened(str): Enter or a double click.
    """

    current_changed = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "rows")
        self.tasks = TaskModel(self)
        self.setModel(self.tasks)
        self.setItemDelegate(TaskPainter(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Danh sách nhiệm vụ"))
        self.selectionModel().currentChanged.connect(lambda now, _: self.current_changed.emit(self.tasks.id_at(now)))
        self.doubleClicked.connect(lambda index: self.opened.emit(self.tasks.id_at(index)))

    def set_ids(self, ids: Sequence[str]) -> None:
        """Show another list; the current task stays current where it is still in it, else its neighbour is."""
        before, row = self.current(), self.currentIndex().row()
        self.tasks.set_ids(ids)
        if not self.choose(before) and ids:
            self.setCurrentIndex(self.tasks.index(min(max(row, 0), len(ids) - 1)))
        elif not ids:
            self.current_changed.emit("")

    def current(self) -> str:
        """The identifier of the current task, or empty."""
        return self.tasks.id_at(self.currentIndex())

    def choose(self, name: str) -> bool:
        """Make a task the current one; False where it is not in the list."""
        row = self.tasks.place_of(name) if name else -1
        if row >= 0:
            self.setCurrentIndex(self.tasks.index(row))
        return row >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self.current():
            self.opened.emit(self.current())
            return
        super().keyPressEvent(event)
