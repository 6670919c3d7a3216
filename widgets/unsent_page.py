"""Every act that has not left this machine yet: where it stands, why, and what may be done about it. Knows the kit."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from widgets.dialog_parts import Note
from widgets.keyed_table import Cell, KeyedTable, Line
from widgets.kit import EmptyState, button, label
from widgets.theme import Tone, unit_of


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
        fixed: why it cannot be withdrawn; empty where it can.
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
    fixed: str = ""


class UnsentPage(QWidget):
    """The page.

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
        self._acts: dict[str, UnsentAct] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * unit_of(self))
        column.addLayout(self._head())
        headers = [self.tr("Lúc"), self.tr("Việc"), self.tr("Về"), self.tr("Tình trạng")]
        self.list = KeyedTable(self.tr("Việc chưa gửi"), headers, (11, 19, 0, 14), 2)
        self.empty = EmptyState(
            "send", self.tr("Mọi việc đã gửi xong"), self.tr("Không còn việc nào nằm lại trên máy này.")
        )
        self._nothing_found = EmptyState("search", self.tr("Không có việc nào khớp"), self.tr("Thử ít từ hơn."))
        self._pages = QStackedWidget()
        for page in (self.list, self.empty, self._nothing_found):
            self._pages.addWidget(page)
        column.addWidget(self._pages, 1)
        self.reason = Note("", Tone.BAD)
        column.addWidget(self.reason)
        column.addLayout(self._foot())
        self.list.chosen.connect(lambda _: self._chosen())
        self.list.activated.connect(lambda _: self._activate())
        self.show_acts(())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.summary = label("", bold=True)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Lọc theo việc hoặc văn bản"))
        self.filter.setAccessibleName(self.tr("Lọc việc chưa gửi"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(self.fontMetrics().averageCharWidth() * 40)
        self.filter.textChanged.connect(lambda _: self._fill())
        row.addWidget(self.summary)
        row.addStretch(1)
        row.addWidget(self.filter, 2)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.edit = button(self.tr("&Xem và sửa"))
        self.retry = button(self.tr("&Gửi lại"))
        self.withdraw = button(self.tr("&Rút lại"))
        self.send_all = button(self.tr("Gửi &tất cả ngay"))
        self.edit.clicked.connect(lambda: self.edit_requested.emit(self.current()))
        self.retry.clicked.connect(lambda: self.retry_requested.emit(self.current()))
        self.withdraw.clicked.connect(lambda: self.withdraw_requested.emit(self.current()))
        self.send_all.clicked.connect(self.send_all_requested)
        for made in (self.edit, self.retry, self.withdraw):
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(self.send_all)
        return row

    def show_acts(self, acts: tuple[UnsentAct, ...]) -> None:
        """Show the outbox, in the order in which it will be sent."""
        self._acts = {act.id: act for act in acts}
        needs = sum(act.tone is Tone.BAD for act in acts)
        words = self.tr("%n việc chưa gửi", "", len(acts))
        if needs:
            words += " · " + self.tr("%n việc cần bạn xem lại", "", needs)
        self.summary.setText(words if acts else "")
        self.filter.setVisible(bool(acts) or bool(self.filter.text()))
        self.send_all.setEnabled(bool(acts))
        self._fill()

    def _fill(self) -> None:
        wanted = _folded(self.filter.text()).split()
        found = [a for a in self._acts.values() if not wanted or _has(wanted, f"{a.what} {a.about} {a.state}")]
        self.list.show_lines([_line(act) for act in found])
        self._pages.setCurrentWidget(self.list if found else self._nothing_found if self._acts else self.empty)
        self._chosen()

    def current(self) -> str:
        """The act chosen, or empty."""
        return self.list.current_key()

    def choose(self, act_id: str) -> None:
        """Make an act the chosen one, also where the filter hides it."""
        if act_id in self._acts and act_id not in self.list.shown():
            self.filter.clear()
        self.list.choose(act_id)

    def _chosen(self) -> None:
        act = self._acts.get(self.current())
        self.reason.show_text(act.reason if act else "", act.tone if act and act.reason else Tone.BAD)
        self.edit.setEnabled(bool(act and act.can_edit))
        self.retry.setEnabled(bool(act and act.can_retry))
        self.withdraw.setEnabled(bool(act and act.can_withdraw))
        self.withdraw.setToolTip(act.fixed if act else "")

    def _activate(self) -> None:
        if self.edit.isEnabled():
            self.edit_requested.emit(self.current())


def _line(act: UnsentAct) -> Line:
    spoken = f"{act.when}, {act.what}, {act.about}: {act.state}. {act.reason}"
    return Line(act.id, (Cell(act.when), Cell(act.what), Cell(act.about), Cell(act.state, act.tone)), spoken)


def _has(wanted: list[str], text: str) -> bool:
    folded = _folded(text)
    return all(word in folded for word in wanted)


def _folded(text: str) -> str:
    """Without diacritics, so that nobody has to type them."""
    bare = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(c for c in bare if not unicodedata.combining(c))
