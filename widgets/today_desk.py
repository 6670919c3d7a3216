"""The desk Hôm nay: what needs me now, in order, each with its next act; beside it the unit's tasks as a picture.

Knows Qt, the kit and this desk's view data.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from widgets.kit import DeskHeader, EmptyState, rule, set_kind, wall
from widgets.task_picture import TaskPicture
from widgets.theme import Tone, sized, tokens_of, unit_of
from widgets.today_view import TodayRow, TodaySection, TodayView
from widgets.two_panes import TWO_PANES

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Line = TodaySection | TodayRow


class _Lines(QAbstractListModel):
    """Section headings and rows in one column; headings cannot be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show(self, sections: tuple[TodaySection, ...]) -> None:
        self.beginResetModel()
        self.lines = []
        for section in sections:
            self.lines.append(section)
            self.lines += section.rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.lines[index.row()], TodaySection):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.title} {line.total}" if isinstance(line, TodaySection) else (line.spoken or line.title)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, TodayRow):
            return line.title
        return None


class _Painter(QStyledItemDelegate):
    """Paints headings and rows; tells where a row's button is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        widget: QWidget = option.widget  # type: ignore[attr-defined]
        step = unit_of(widget)
        bold = QFontMetrics(sized(widget.font(), bold=True)).height()
        if isinstance(index.data(LINE_ROLE), TodaySection):
            return QSize(200, bold + 4 * step)
        return QSize(200, bold + QFontMetrics(sized(widget.font(), 0.95)).height() + 3 * step + 2)

    def button_rect(self, widget: QWidget, row: TodayRow, box: QRect) -> QRect:
        """Where the act's button lies in a row; empty where the row offers none."""
        if not row.action:
            return QRect()
        metrics = QFontMetrics(sized(widget.font(), bold=True))
        width = metrics.horizontalAdvance(row.action_text) + 7 * unit_of(widget)
        height = metrics.height() + 2 * unit_of(widget)
        return QRect(box.right() - width - 4 * unit_of(widget), box.center().y() - height // 2, width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        widget: QWidget = option.widget  # type: ignore[attr-defined]
        box: QRect = option.rect  # type: ignore[attr-defined]
        line: Line = index.data(LINE_ROLE)
        painter.save()
        if isinstance(line, TodaySection):
            self._section(painter, widget, line, box)
        else:
            self._row(painter, widget, line, box, option)
        painter.restore()

    def _section(self, painter: QPainter, widget: QWidget, section: TodaySection, box: QRect) -> None:
        tokens, step = tokens_of(widget), unit_of(widget)
        font = sized(widget.font(), bold=True)
        room = box.adjusted(4 * step, step, -4 * step, 0)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(font)
        painter.setPen(tokens.ink(section.tone) if section.tone is not Tone.NEUTRAL else QColor(tokens.text))
        painter.drawText(room, middle, section.title)
        x = QFontMetrics(font).horizontalAdvance(section.title) + 8
        painter.setPen(tokens.ink(section.tone))
        painter.drawText(room.adjusted(x, 0, 0, 0), middle, str(section.total))
        if section.total > len(section.rows):
            painter.setFont(sized(widget.font(), 0.95))
            painter.setPen(QColor(tokens.info))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight) | middle, section.link)

    def _row(self, painter: QPainter, widget: QWidget, row: TodayRow, box: QRect, option: QStyleOptionViewItem) -> None:
        tokens, step = tokens_of(widget), unit_of(widget)
        state = option.state  # type: ignore[attr-defined]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(box, QColor(tokens.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.hover))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(box.left() + 4 * step, box.bottom(), box.right() - 4 * step, box.bottom())
        if row.tone in (Tone.BAD, Tone.WARN):
            painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), tokens.ink(row.tone))
        button = self.button_rect(widget, row, box)
        right = button.left() if row.action else box.right() - 2 * step
        room = QRect(
            box.left() + 4 * step + 2, box.top() + step, right - box.left() - 7 * step, box.height() - 2 * step
        )
        self._words(painter, widget, row, room)
        if row.action:
            self._button(painter, widget, row.action_text, button, primary=selected)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.info))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _words(self, painter: QPainter, widget: QWidget, row: TodayRow, room: QRect) -> None:
        tokens = tokens_of(widget)
        bold, small = sized(widget.font(), bold=True), sized(widget.font(), 0.95)
        tall, low = QFontMetrics(bold).height(), QFontMetrics(small).height()
        top = room.top() + (room.height() - tall - low - 2) // 2
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(bold)
        painter.setPen(QColor(tokens.text))
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(
            QRect(room.left(), top, room.width(), tall),
            middle,
            QFontMetrics(bold).elidedText(row.title, elide, room.width()),
        )
        x, y = room.left(), top + tall + 2
        if row.when:
            font = sized(widget.font(), 0.95, bold=row.tone in (Tone.BAD, Tone.WARN))
            painter.setFont(font)
            painter.setPen(tokens.ink(row.tone))
            width = QFontMetrics(font).horizontalAdvance(row.when)
            painter.drawText(QRect(x, y, width + 2, low), middle, row.when)
            x += width + 14
        painter.setFont(small)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(
            QRect(x, y, room.right() - x, low),
            middle,
            QFontMetrics(small).elidedText(row.detail, elide, room.right() - x),
        )

    def _button(self, painter: QPainter, widget: QWidget, words: str, box: QRect, *, primary: bool) -> None:
        tokens = tokens_of(widget)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.accent if primary else tokens.line))
        painter.setBrush(QColor(tokens.accent if primary else tokens.surface))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(sized(widget.font(), bold=primary))
        painter.setPen(QColor(tokens.accent_text if primary else tokens.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class TodayList(QListView):
    """The rows. Enter does a row's next act, Ctrl+Enter and a double click open it.

    Signals:
        act_requested(object): the TodayRow whose act is wanted.
        opened(object): the TodayRow to show.
        more_requested(str): key of the section whose rest is wanted.
    """

    act_requested = Signal(object)
    opened = Signal(object)
    more_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "rows")
        self.lines = _Lines(self)
        self._painter = _Painter(self)
        self.setModel(self.lines)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Việc cần làm hôm nay"))

    def show_sections(self, sections: tuple[TodaySection, ...]) -> None:
        """Show the rows; the current one stays current where it is still there, else its place is kept."""
        before, place = self.current(), self.currentIndex().row()
        self.lines.show(sections)
        rows = [number for number, line in enumerate(self.lines.lines) if isinstance(line, TodayRow)]
        same = [n for n in rows if before is not None and _key(self.lines.lines[n]) == _key(before)]
        if rows:
            near = same[0] if same else min(rows, key=lambda n: abs(n - max(place, 0)))
            self.setCurrentIndex(self.lines.index(near))

    def current(self) -> TodayRow | None:
        """The chosen row."""
        line = self.currentIndex().data(LINE_ROLE)
        return line if isinstance(line, TodayRow) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            open_it = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) or not row.action
            (self.opened if open_it else self.act_requested).emit(row)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._press(event.position().toPoint())

    def _press(self, point: QPoint) -> None:
        index = self.indexAt(point)
        line = index.data(LINE_ROLE)
        if isinstance(line, TodaySection) and line.total > len(line.rows):
            self.more_requested.emit(line.key)
        elif isinstance(line, TodayRow) and self._painter.button_rect(self, line, self.visualRect(index)).contains(
            point
        ):
            self.act_requested.emit(line)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.current()
        point = event.position().toPoint()
        if row is not None and not self._painter.button_rect(self, row, self.visualRect(self.currentIndex())).contains(
            point
        ):
            self.opened.emit(row)


def _key(line: Line | None) -> tuple[str, str]:
    return (line.type, line.id) if isinstance(line, TodayRow) else ("", "")


class TodayDesk(QWidget):
    """The desk.

    Signals:
        act_requested(str, str, str): kind of act, type, identifier.
        opened(str, str): show this: type, identifier.
        more_requested(str): show all of a section.
        state_chosen(str): a bar of the picture was pressed.
        words_changed(): the language was switched, view data must be made anew.
    """

    act_requested = Signal(str, str, str)
    opened = Signal(str, str)
    more_requested = Signal(str)
    state_chosen = Signal(str)
    words_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        step = unit_of(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.header = DeskHeader("")
        outer.addWidget(self.header)
        outer.addWidget(rule())
        body = QHBoxLayout()
        body.setSpacing(0)
        self.list = TodayList()
        self.empty = EmptyState("finish")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        body.addWidget(self._pages, 1)
        body.addWidget(wall())
        side = QWidget()
        set_kind(side, "canvas")
        side.setFixedWidth(max(300, QFontMetrics(self.font()).averageCharWidth() * 46))
        column = QVBoxLayout(side)
        column.setContentsMargins(4 * step, 4 * step, 4 * step, 4 * step)
        column.setSpacing(5 * step)
        self.picture, self.timing = TaskPicture(), TaskPicture()
        column.addWidget(self.picture)
        column.addWidget(self.timing)
        column.addStretch(1)
        self._side = side
        self._has_picture = True
        body.addWidget(side)
        outer.addLayout(body, 1)
        self.list.act_requested.connect(lambda row: self.act_requested.emit(row.action, row.type, row.id))
        self.list.opened.connect(lambda row: self.opened.emit(row.type, row.id))
        self.list.more_requested.connect(self.more_requested)
        self.picture.chosen.connect(self.state_chosen)
        self.timing.chosen.connect(self.state_chosen)
        self._words()

    def _words(self) -> None:
        self.header.title.setText(self.tr("Hôm nay"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()
            self.words_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on; by a focus proxy Tab would pass by all that stands before it."""
        self.list.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_picture()

    def _fit_picture(self) -> None:
        """What is to be done comes first: beside little of it there is no picture."""
        self._side.setVisible(self._has_picture and self.width() >= TWO_PANES)

    def show_today(self, view: TodayView) -> None:
        """Show everything."""
        self.header.note.setText(" · ".join(part for part in (view.date_text, view.summary) if part))
        self.list.show_sections(view.sections)
        self.picture.show_bars(view.picture_title, view.picture)
        self.timing.show_bars(view.timing_title, view.timing)
        self._has_picture = bool(view.picture or view.timing)
        self._fit_picture()
        self.empty.set_state("finish", view.empty_title, view.empty_hint)
        self._pages.setCurrentWidget(self.list if view.sections else self.empty)
