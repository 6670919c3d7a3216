"""Signed files that were set aside: opened, saved as a copy, or let go; never sent again. Knows Qt and the kit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from widgets.dialog_parts import ActionButtons, Note, SnugDialog, heading, muted
from widgets.keyed_table import Cell, KeyedTable, Line
from widgets.kit import EmptyState, button
from widgets.leaving import leads_out
from widgets.theme import Tone, unit_of


@dataclass(frozen=True)
class SignedFile:
    """One signed file; ``reason`` is why it came back and what to do, ``others`` how many were signed with it."""

    id: str
    name: str
    about: str
    when: str
    reason: str = ""
    can_save: bool = True
    others: int = 0


class SignedPage(QWidget):
    """The page.

    Signals:
        open_requested(str), save_requested(str), discard_requested(str): the file, by its id.
    """

    open_requested = Signal(str)
    save_requested = Signal(str)
    discard_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: dict[str, SignedFile] = {}
        self.question: QDialog | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * unit_of(self))
        column.addWidget(
            muted(
                self.tr(
                    "Việc ký bị trả lại hoặc rút lại thì tệp đã ký được giữ ở đây và không gửi lại. "
                    "Nếu còn cần, ký lại văn bản."
                )
            )
        )
        headers = [self.tr("Ký lúc"), self.tr("Tệp"), self.tr("Văn bản")]
        self.list = KeyedTable(self.tr("Tệp đã ký để riêng"), headers, (11, 30, 0), 2)
        empty = EmptyState("signing", self.tr("Không có tệp đã ký nào để riêng"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(empty)
        column.addWidget(self._pages, 1)
        self.reason = Note("", Tone.INFO)
        column.addWidget(self.reason)
        column.addLayout(self._foot())
        self.list.chosen.connect(lambda _: self._chosen())
        self.list.activated.connect(lambda _: self._ask(self.open_requested))
        self.show_files(())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.open = button(self.tr("&Mở tệp"))
        self.save = button(self.tr("&Lưu bản sao…"))
        self.discard = button(self.tr("&Bỏ tệp…"))
        self.open.clicked.connect(lambda: self._ask(self.open_requested))
        leads_out(self.save, "export")
        self.save.clicked.connect(lambda: self._ask(self.save_requested))
        self.discard.clicked.connect(self._confirm)
        for made in (self.open, self.save, self.discard):
            row.addWidget(made)
        row.addStretch(1)
        return row

    def show_files(self, files: tuple[SignedFile, ...]) -> None:
        """Show these, the oldest first."""
        self._files = {file.id: file for file in files}
        self.list.show_lines([_line(file) for file in files])
        self._pages.setCurrentIndex(0 if files else 1)
        self._chosen()

    def _chosen(self) -> None:
        file = self._files.get(self.list.current_key())
        self.reason.show_text(file.reason if file else "", Tone.INFO)
        self.open.setEnabled(file is not None)
        self.save.setEnabled(bool(file and file.can_save))
        self.discard.setEnabled(file is not None)

    def _ask(self, signal: object) -> None:
        if self.list.current_key():
            signal.emit(self.list.current_key())  # type: ignore[attr-defined]  # a bound Signal

    def _confirm(self) -> None:
        """It is the only copy: ask before it goes."""
        key = self.list.current_key()
        file = self._files.get(key)
        if file is None:
            return
        asked = SnugDialog(self)
        asked.setWindowTitle(self.tr("Bỏ tệp đã ký"))
        asked.setMinimumWidth(asked.fontMetrics().averageCharWidth() * 56)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(asked)
        column.setSpacing(3 * unit_of(self))
        column.addWidget(heading(self.tr("Bỏ hẳn tệp {name}?").format(name=file.name)))
        column.addWidget(muted(self.tr("Tệp chỉ có trên máy này. Bỏ rồi thì không lấy lại được.")))
        if file.others:
            column.addWidget(muted(self.tr("%n tệp khác ký cùng việc này cũng bị bỏ.", "", file.others)))
        buttons = ActionButtons(self.tr("&Bỏ tệp"), self.tr("&Giữ lại"))
        buttons.reject_button.setDefault(True)
        buttons.accepted.connect(asked.accept)
        buttons.rejected.connect(asked.reject)
        column.addWidget(buttons)
        asked.accepted.connect(lambda: self.discard_requested.emit(key))
        asked.finished.connect(self._answered)
        self.question = asked
        asked.open()

    def _answered(self) -> None:
        self.question = None


def _line(file: SignedFile) -> Line:
    spoken = f"{file.when}, {file.name}, {file.about}. {file.reason}"
    return Line(file.id, (Cell(file.when), Cell(file.name), Cell(file.about)), spoken)
