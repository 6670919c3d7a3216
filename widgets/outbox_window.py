"""Every act that has not left this machine yet: where it stands, and what may be done about it. Knows Qt, the kit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from widgets.dialog_parts import Note
from widgets.kit import EmptyState, button, label
from widgets.theme import Tone, sized, tokens_of, unit_of

ID_ROLE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True)
class UnsentAct:
    """One act in the outbox.

    Attributes:
        what: the act in words ("Tiếp nhận, vào sổ").
        about: what it was done to.
        when: the hour at which it was done.
        state: where it stands in words; never colour alone.
        reason: why it did not go through, and what to do next; empty where nothing is wrong.
        can_retry, can_edit, can_withdraw: what may be done.
    """

    id: str
    what: str
    about: str
    when: str
    state: str
    tone: Tone = Tone.NEUTRAL
    reason: str = ""
    can_retry: bool = False
    can_edit: bool = False
    can_withdraw: bool = False


class OutboxWindow(QDialog):
    """The window.

    Signals:
        retry_requested(str), edit_requested(str), withdraw_requested(str): the act.
        send_all_requested(): try everything now.
    """

    retry_requested = Signal(str)
    edit_requested = Signal(str)
    withdraw_requested = Signal(str)
    send_all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Việc chưa gửi"))
        self.resize(860, 480)
        self._acts: dict[str, UnsentAct] = {}
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * step, 4 * step, 4 * step, 4 * step)
        column.setSpacing(2 * step)
        self.summary = label("", bold=True)
        column.addWidget(self.summary)
        self.list = QTreeWidget()
        self.list.setColumnCount(4)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setStyleSheet("QTreeView::item { padding: 0.4em 0.2em; }")
        self.list.setAllColumnsShowFocus(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setAccessibleName(self.tr("Việc chưa gửi"))
        self.list.setHeaderLabels([self.tr("Lúc"), self.tr("Việc"), self.tr("Về"), self.tr("Tình trạng")])
        header = self.list.header()
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        for section, width in ((0, 130), (1, 170), (3, 190)):
            header.resizeSection(section, width)
        self.empty = EmptyState(
            "send", self.tr("Mọi việc đã gửi xong"), self.tr("Không còn việc nào nằm lại trên máy này.")
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        column.addWidget(self._pages, 1)
        self.reason = Note("", Tone.BAD)
        column.addWidget(self.reason)
        column.addLayout(self._foot())
        self.list.currentItemChanged.connect(lambda *_: self._chosen())
        self.list.itemActivated.connect(lambda *_: self._activate())
        self.show_acts(())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.edit = button(self.tr("&Xem và sửa"))
        self.retry = button(self.tr("&Gửi lại"))
        self.withdraw = button(self.tr("&Rút lại"))
        self.send_all = button(self.tr("Gửi &tất cả ngay"))
        self.close_button = button(self.tr("Đó&ng"))
        self.edit.clicked.connect(lambda: self.edit_requested.emit(self.current()))
        self.retry.clicked.connect(lambda: self.retry_requested.emit(self.current()))
        self.withdraw.clicked.connect(lambda: self.withdraw_requested.emit(self.current()))
        self.send_all.clicked.connect(self.send_all_requested)
        self.close_button.clicked.connect(self.accept)
        for made in (self.edit, self.retry, self.withdraw):
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(self.send_all)
        row.addWidget(self.close_button)
        return row

    def show_acts(self, acts: tuple[UnsentAct, ...]) -> None:
        """Show the outbox, in the order in which it will be sent."""
        before = self.current()
        self._acts = {act.id: act for act in acts}
        self.list.clear()
        tokens = tokens_of(self)
        for act in acts:
            item = QTreeWidgetItem([act.when, act.what, act.about, act.state])
            item.setData(0, ID_ROLE, act.id)
            item.setToolTip(2, act.about)
            item.setForeground(3, QBrush(tokens.ink(act.tone)))
            item.setFont(3, sized(self.font(), bold=act.tone is Tone.BAD))
            spoken = f"{act.when}, {act.what}, {act.about}: {act.state}. {act.reason}"
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.list.addTopLevelItem(item)
            if act.id == before:
                self.list.setCurrentItem(item)
        first = self.list.topLevelItem(0)
        if first is not None and self.list.currentItem() is None:
            self.list.setCurrentItem(first)
        needs = sum(act.tone is Tone.BAD for act in acts)
        words = self.tr("%n việc chưa gửi", "", len(acts))
        if needs:
            words += " · " + self.tr("%n việc cần bạn xem lại", "", needs)
        self.summary.setText(words if acts else "")
        self._pages.setCurrentWidget(self.list if acts else self.empty)
        self.send_all.setEnabled(bool(acts))
        self._chosen()

    def current(self) -> str:
        """The act chosen, or empty."""
        item = self.list.currentItem()
        return item.data(0, ID_ROLE) if item is not None else ""

    def choose(self, act_id: str) -> None:
        """Make an act the chosen one."""
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item is not None and item.data(0, ID_ROLE) == act_id:
                self.list.setCurrentItem(item)

    def _chosen(self) -> None:
        act = self._acts.get(self.current())
        self.reason.show_text(act.reason if act else "", act.tone if act and act.reason else Tone.BAD)
        self.edit.setEnabled(bool(act and act.can_edit))
        self.retry.setEnabled(bool(act and act.can_retry))
        self.withdraw.setEnabled(bool(act and act.can_withdraw))

    def _activate(self) -> None:
        if self.edit.isEnabled():
            self.edit_requested.emit(self.current())
