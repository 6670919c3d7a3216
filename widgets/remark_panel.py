"""The list of remarks beside the page, and below it what can be done with the one in front. Knows Qt and the kit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from widgets.form_dialog import TextArea
from widgets.kit import EmptyState, button, label, rule, set_kind, subheading, tool_button
from widgets.remark_rows import ROW, RemarkList, RemarkRow
from widgets.theme import unit_of

_KEY = int(Qt.ItemDataRole.UserRole)


class _List(RemarkList):
    """Delete and Enter do what they say."""

    delete_pressed = Signal()
    enter_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.enter_pressed.emit()
        else:
            super().keyPressEvent(event)


class RemarkPanel(QWidget):
    """Attributes: list; text (what is typed to the remark in front), answer (what the drafter says).

    Signals:
        current_changed(str): key of the remark in front, "" for none.
        text_edited(str, str): key, text.
        delete_asked(str), withdraw_asked(str): key.
        answered(str, str, str): key; "accepted" or "explained"; text.
    """

    current_changed = Signal(str)
    text_edited = Signal(str, str)
    delete_asked = Signal(str)
    withdraw_asked = Signal(str)
    answered = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, RemarkRow] = {}
        self._filling = False
        step = unit_of(self)
        set_kind(self, "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(step * 60)
        column = QVBoxLayout(self)
        column.setContentsMargins(step * 3, step * 2, step * 3, step * 2)
        column.setSpacing(step * 2)
        self._top = self._head()
        column.addWidget(self._top)
        self.list = _List()
        set_kind(self.list, "rows")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMinimumHeight(step * 12)
        self.list.setAccessibleName(self.tr("Danh sách góp ý"))
        self._empty = EmptyState("remark-note")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        column.addWidget(self._stack, 1)
        column.addWidget(rule())
        column.addWidget(self._below())
        self.list.currentItemChanged.connect(lambda *_: self._moved())
        self.list.delete_pressed.connect(self._delete)
        self.list.enter_pressed.connect(self.begin_typing)
        self.set_rows(())

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        self._title = subheading("")
        self.before = tool_button("up", self.tr("Góp ý trước (Alt+↑)"))
        self.after = tool_button("down", self.tr("Góp ý sau (Alt+↓)"))
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        row.addWidget(self._title, 1)
        row.addWidget(self.before)
        row.addWidget(self.after)
        return head

    def _below(self) -> QWidget:
        """What is typed, and what the drafter answers; at most one of them is there."""
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit_of(self) * 2)
        self._typing = QWidget()
        inner = QVBoxLayout(self._typing)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(unit_of(self))
        self._text_title = label("", "muted")
        self.text = TextArea(2)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Nội dung góp ý"))
        self.text.setPlaceholderText(self.tr("Gõ ý kiến, nếu có"))
        self.text.textChanged.connect(self._typed)
        self.delete = button(self.tr("&Xóa góp ý này"), "link")
        self.delete.clicked.connect(self._delete)
        row = QHBoxLayout()
        row.addWidget(self._text_title, 1)
        row.addWidget(self.delete)
        inner.addLayout(row)
        inner.addWidget(self.text)
        self.withdraw = button(self.tr("Rút &lại góp ý này"))
        self.withdraw.clicked.connect(self._withdraw)
        column.addWidget(self._typing)
        column.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._answering())
        return below

    def _answering(self) -> QWidget:
        self._answers = QWidget()
        inner = QVBoxLayout(self._answers)
        inner.setContentsMargins(0, 0, 0, 0)
        self._answer_title = label("", "muted")
        inner.setSpacing(unit_of(self))
        self.answer = TextArea(2)
        self.answer.setTabChangesFocus(True)
        self.answer.setAccessibleName(self.tr("Nội dung tiếp thu hoặc giải trình"))
        self.answer.setPlaceholderText(self.tr("Giải trình phải ghi lý do"))
        self.answer.textChanged.connect(self._answer_typed)
        row = QHBoxLayout()
        self.accepted = button(self.tr("Đã &tiếp thu"), "primary")
        self.explained = button(self.tr("&Giải trình"))
        self.accepted.clicked.connect(lambda: self._answer("accepted"))
        self.explained.clicked.connect(lambda: self._answer("explained"))
        row.addWidget(self.accepted)
        row.addWidget(self.explained)
        row.addStretch(1)
        inner.addWidget(self._answer_title)
        inner.addWidget(self.answer)
        inner.addLayout(row)
        return self._answers

    # -- filling

    def set_head_shown(self, shown: bool) -> None:
        """Whether the panel has a title: not where a tab over it says the same."""
        self._top.setVisible(shown)

    def set_empty(self, title: str, hint: str) -> None:
        """What stands where there is no remark."""
        self._empty.set_state("remark-note", title, hint)

    def set_rows(self, rows: Sequence[RemarkRow], current: str = "") -> None:
        """Show these, the one in front kept or chosen."""
        wanted = current or self.current()
        self._filling = True
        self.list.clear()
        self._rows = {row.key: row for row in rows}
        for row in rows:
            item = QListWidgetItem(row.words())
            item.setData(_KEY, row.key)
            item.setData(ROW, row)
            self.list.addItem(item)
        self._title.setText(self.tr("Góp ý (%1)").replace("%1", str(len(rows))))
        self._stack.setCurrentIndex(0 if rows else 1)
        places = [n for n, row in enumerate(rows) if row.key == wanted]
        if places:
            self.list.setCurrentRow(places[0])
        self._filling = False
        self._show_current()

    def update_row(self, row: RemarkRow) -> None:
        """Show other words of one remark."""
        self._rows[row.key] = row
        for n in range(self.list.count()):
            item = self.list.item(n)
            if item.data(_KEY) == row.key:
                item.setText(row.words())
                item.setData(ROW, row)
        self.list.scheduleDelayedItemsLayout()

    def current(self) -> str:
        """Key of the remark in front, "" for none."""
        item = self.list.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def choose(self, key: str) -> None:
        """Bring a remark to the front; "" for none."""
        for n in range(self.list.count()):
            if self.list.item(n).data(_KEY) == key:
                self.list.setCurrentRow(n)
                return
        self.list.setCurrentRow(-1)

    def step(self, by: int) -> None:
        """The next remark, or the one before; past the last one, the first."""
        count = self.list.count()
        if count:
            start = self.list.currentRow() if self.list.currentRow() >= 0 else (-1 if by > 0 else 0)
            self.list.setCurrentRow((start + by) % count)

    def begin_typing(self) -> None:
        """Give the keyboard to what can be typed for the remark in front."""
        for field in (self.text, self.answer):
            if field.isVisibleTo(self):
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    # -- what the person does

    def _moved(self) -> None:
        if not self._filling:
            self._show_current()
            self.current_changed.emit(self.current())

    def _show_current(self) -> None:
        row = self._rows.get(self.current())
        self._filling = True
        self._typing.setVisible(row is not None and row.editable)
        self.withdraw.setVisible(row is not None and row.withdrawable)
        self._answers.setVisible(row is not None and row.answerable)
        if row is not None:
            number = str(row.number)
            self._text_title.setText(self.tr("Nội dung góp ý %1").replace("%1", number))
            self._answer_title.setText(self.tr("Trả lời góp ý %1").replace("%1", number))
            if self.text.text() != row.text:
                self.text.set_text(row.text)
            if not self.answer.hasFocus():
                self.answer.set_text("")
        self._filling = False
        self._answer_typed()
        several = self.list.count() > 1
        self.before.setEnabled(several)
        self.after.setEnabled(several)

    def _typed(self) -> None:
        if not self._filling and self.current():
            self.text_edited.emit(self.current(), self.text.toPlainText())

    def _answer_typed(self) -> None:
        self.explained.setEnabled(bool(self.answer.text()))

    def _delete(self) -> None:
        row = self._rows.get(self.current())
        if row is not None and row.editable:
            self.delete_asked.emit(row.key)

    def _withdraw(self) -> None:
        if self.current():
            self.withdraw_asked.emit(self.current())

    def _answer(self, how: str) -> None:
        if self.current():
            text = self.answer.text()
            self.answer.clearFocus()
            self.answered.emit(self.current(), how, text)

    def sizeHint(self) -> QSize:
        return QSize(unit_of(self) * 84, 400)
