"""The queue of documents to sign: a check box, three short lines and a result each. Knows Qt and the kit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from widgets import icons
from widgets.kit import set_kind
from widgets.theme import Tokens, Tone, sized, tokens_of, unit_of

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class QueueRow:
    """One document in the queue, in the words of the screen.

    Attributes:
        id: the document's.
        subject: what it is about.
        line: number (or chờ cấp số), pages, urgency.
        place: where the signature will stand, or why that is not known yet.
        place_tone: WARN where the person has to choose a place.
        status: the result so far: "Đã ký 08:42:10", "Đang ký…", "Chờ", "Bỏ qua: …"; empty before a batch.
        tone: of the status.
        checked: it is signed with the next batch.
        urgency: 0 thường to 3 hỏa tốc.
        done: signed; it cannot be ticked again.
    """

    id: str
    subject: str
    line: str
    place: str = ""
    place_tone: Tone = Tone.NEUTRAL
    status: str = ""
    tone: Tone = Tone.NEUTRAL
    checked: bool = False
    urgency: int = 0
    done: bool = False

    def spoken(self) -> str:
        """The whole row for a screen reader."""
        return ". ".join(part for part in (self.subject, self.line, self.place, self.status) if part)


class QueueModel(QAbstractListModel):
    """The rows. Signal: checked_changed() when another set of rows is ticked by the person."""

    checked_changed = Signal()

    RowRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QueueRow] = []
        self._at: dict[str, int] = {}
        self._ticked = ""
        self.locked = False

    def set_rows(self, rows: Sequence[QueueRow]) -> None:
        """Show these rows; where the same documents stand in the same order, only what changed is drawn again."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            for at, row in enumerate(rows):
                if row != self._rows[at]:
                    self._put(at, row)
            return
        self.beginResetModel()
        self._rows = list(rows)
        self._at = {row.id: at for at, row in enumerate(rows)}
        self.endResetModel()

    def update_rows(self, rows: Iterable[QueueRow]) -> None:
        """Show some rows anew."""
        for row in rows:
            at = self._at.get(row.id)
            if at is not None and row != self._rows[at]:
                self._put(at, row)

    def _put(self, at: int, row: QueueRow) -> None:
        self._rows[at] = row
        self.dataChanged.emit(self.index(at), self.index(at))

    def rows(self) -> tuple[QueueRow, ...]:
        """All rows, top first."""
        return tuple(self._rows)

    def row_of(self, document_id: str) -> int:
        """Where the document stands; -1 where it does not."""
        return self._at.get(document_id, -1)

    def checked(self) -> tuple[str, ...]:
        """Ids of the ticked documents, top first."""
        return tuple(row.id for row in self._rows if row.checked)

    def check(self, document_ids: Iterable[str], *, on: bool) -> None:
        """Tick or untick; not while a batch runs."""
        if self.locked:
            return
        changed = False
        for document_id in document_ids:
            at = self._at.get(document_id, -1)
            if at >= 0 and self._rows[at].checked != on and not self._rows[at].done:
                self._put(at, replace(self._rows[at], checked=on))
                changed = True
        if changed:
            self.checked_changed.emit()

    def check_to(self, row: int) -> None:
        """Tick every row from the one ticked last to this one."""
        self.check_range(self._at.get(self._ticked, row), row)

    def check_range(self, first: int, last: int) -> None:
        """Tick every row between two, both included."""
        low, high = sorted((first, last))
        self.check([row.id for row in self._rows[low : high + 1]], on=True)
        self._ticked = self._rows[last].id

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.subject
        if role == Qt.ItemDataRole.ToolTipRole:
            # The whole of what the lines may have had to cut.
            return "\n".join(part for part in (row.subject, row.place) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken()
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.checked else Qt.CheckState.Unchecked
        if role == self.RowRole:
            return row
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        row = self._rows[index.row()]
        self.check([row.id], on=not row.checked)
        self._ticked = row.id
        return True


class Faces:
    """What every row is drawn with. Made once, for while a batch is signed each call into Qt may have to wait for the
    thread that signs.

    Attributes:
        step: one step of space, px.
        height: of a line, px.
    """

    def __init__(self, view: QWidget, font: QFont) -> None:
        self.tokens = tokens_of(view)
        self.step = unit_of(view)
        self.height = QFontMetrics(font).height()
        self.bold, self.small = _Face(sized(font, bold=True)), _Face(sized(font, 0.94))
        self.result = _Face(sized(font, 0.94, bold=True))
        self.text, self.line = QColor(self.tokens.text), QColor(self.tokens.line)
        self.inks = {tone: self.tokens.ink(tone) for tone in Tone}


class _Face:
    """A font and its measures."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)

    def width(self, text: str) -> int:
        return self._metrics.horizontalAdvance(text)

    def cut(self, text: str, width: int) -> str:
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


class QueueDelegate(QStyledItemDelegate):
    """Paints a row: tick, subject, number and result, place."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._faces: Faces | None = None

    def forget_faces(self) -> None:
        """The font or the colours are others now."""
        self._faces = None

    def _ready(self, option: QStyleOptionViewItem) -> Faces:
        if self._faces is None:
            self._faces = Faces(_view(option), option.font)  # type: ignore[attr-defined]
        return self._faces

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        faces = self._ready(option)
        return QSize(200, faces.height * 3 + faces.step * 5)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: QueueRow = index.data(QueueModel.RowRole)
        faces = self._ready(option)
        tokens, step = faces.tokens, faces.step
        box: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.hover))
        if row.urgency:
            bar = QRect(box.left(), box.top(), 4, box.height())
            painter.fillRect(bar, faces.inks[Tone.BAD if row.urgency > 1 else Tone.WARN])
        tick = tick_rect(box, step)
        if row.done:
            ratio = _view(option).devicePixelRatioF()
            painter.drawPixmap(tick.topLeft(), icons.pixmap("check", faces.inks[Tone.GOOD], 16, ratio))
        else:
            _paint_tick(painter, tokens, tick, row.checked, locked=_locked(index))
        left, bottom = tick.right() + step * 3, box.bottom()
        _paint_lines(painter, faces, row, QRect(left, box.top() + step * 2, box.right() - left - step * 3, 0))
        painter.setPen(faces.line)
        painter.drawLine(left, bottom, box.right(), bottom)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(QPen(QColor(tokens.info), 1, Qt.PenStyle.DotLine))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    def editorEvent(self, event: QEvent, model: Any, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click within reach of the tick turns it."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            reach = tick_rect(option.rect, self._ready(option).step).adjusted(-10, -10, 10, 10)  # type: ignore[attr-defined]
            if event.button() == Qt.MouseButton.LeftButton and reach.contains(event.position().toPoint()):
                if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and isinstance(model, QueueModel):
                    model.check_to(index.row())
                    return True
                return bool(model.setData(index, None, Qt.ItemDataRole.CheckStateRole))
        return False


def tick_rect(row: QRect, step: int) -> QRect:
    """Where a row's check box stands."""
    return QRect(row.left() + step * 4, row.top() + step * 2 + 2, 16, 16)


def _view(option: QStyleOptionViewItem) -> QWidget:
    return option.widget  # type: ignore[attr-defined,no-any-return]


def _locked(index: Index) -> bool:
    model = index.model()
    return isinstance(model, QueueModel) and model.locked


def _paint_lines(painter: QPainter, faces: Faces, row: QueueRow, area: QRect) -> None:
    left, top, width, height = area.left(), area.top(), area.width(), faces.height
    gap = max(1, faces.step // 2)
    status_width = faces.result.width(row.status) + 8 if row.status else 0
    lines = (
        (faces.bold, faces.text, row.subject, width),
        (faces.small, faces.inks[Tone.NEUTRAL], row.line, width - status_width),
        (faces.small, faces.inks[row.place_tone], row.place, width),
    )
    for at, (face, ink, text, room) in enumerate(lines):
        line_top = top + at * (height + gap)
        if text:
            painter.setFont(face.font)
            painter.setPen(ink)
            painter.drawText(QRect(left, line_top, room, height), _LEFT, face.cut(text, room))
        if at == 1 and row.status:
            painter.setFont(faces.result.font)
            painter.setPen(faces.inks[row.tone])
            painter.drawText(QRect(left, line_top, width, height), _RIGHT, row.status)


def _paint_tick(painter: QPainter, tokens: Tokens, box: QRect, checked: bool, *, locked: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    if checked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.disabled if locked else tokens.accent))
        painter.drawRoundedRect(area, 3, 3)
        painter.setPen(QPen(QColor(tokens.accent_text), 1.8, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        left, top = area.left(), area.top()
        low = QPointF(left + 6.3, top + 10.6)
        painter.drawLine(QPointF(left + 3.4, top + 7.6), low)
        painter.drawLine(low, QPointF(left + 11.8, top + 4.4))
    else:
        painter.setPen(QPen(QColor(tokens.disabled), 1.2))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(area, 3, 3)
    painter.restore()


class QueueList(QListView):
    """The list. Space ticks the current row, Shift+Space or Shift+click all from the one ticked last to this one, Shift
    with an arrow goes on ticking row by row; Ctrl+A ticks all, Ctrl+Shift+A none.

    Signals:
        current_changed: id of the row that the preview should show.
        opened: a row was pressed twice, or Enter on it.
        delete_pressed: Delete, on a row.
    """

    current_changed = Signal(str)
    opened = Signal()
    delete_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.queue = QueueModel(self)
        self.setModel(self.queue)
        self._delegate = QueueDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Văn bản chờ ký"))
        self.selectionModel().currentChanged.connect(self._moved)
        self.activated.connect(lambda _index: self.opened.emit())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._delegate.forget_faces()
        super().changeEvent(event)

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        # The list's own would lay all rows out anew, and every row here is as high as it was.
        QAbstractItemView.dataChanged(self, top_left, bottom_right, roles)

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.current_changed.emit(current.data(QueueModel.RowRole).id)

    def current_id(self) -> str:
        """The current row's document; empty where there is none."""
        index = self.currentIndex()
        return index.data(QueueModel.RowRole).id if index.isValid() else ""

    def set_current(self, document_id: str) -> None:
        """Go to a row."""
        row = self.queue.row_of(document_id)
        if row >= 0:
            self.setCurrentIndex(self.queue.index(row))

    def step(self, by: int) -> None:
        """Go so many rows on, as far as there are any."""
        if self.queue.rowCount():
            row = min(max(0, self.currentIndex().row() + by), self.queue.rowCount() - 1)
            self.setCurrentIndex(self.queue.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            if shift:
                self.queue.check_to(self.currentIndex().row())
            else:
                self.queue.setData(self.currentIndex(), None, Qt.ItemDataRole.CheckStateRole)
            return
        if shift and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.currentIndex().isValid():
            here = self.currentIndex().row()
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
            self.queue.check_range(here, self.currentIndex().row())
            return
        if event.key() == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            none = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.queue.check([row.id for row in self.queue.rows()], on=not none)
            return
        if event.matches(QKeySequence.StandardKey.Delete):
            self.delete_pressed.emit()
            return
        super().keyPressEvent(event)
