"""What came of each file of a batch, as a list that is read, copied or saved. Knows Qt and the kit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from widgets.dialog_parts import ActionButtons, heading
from widgets.fitting import fit_to_screen
from widgets.keyed_table import KeyedTable, Line
from widgets.kit import label
from widgets.leaving import leads_out

LINE_WIDTHS = (16, 0, 24, 0)


class ResultsDialog(QDialog):
    """Read only; the desk behind it can be worked at.

    Signals:
        copy_asked, save_asked: of the whole list.
        chosen: id of the document whose line was opened.
    """

    copy_asked = Signal()
    save_asked = Signal()
    chosen = Signal(str)

    def __init__(self, title: str, lines: Sequence[Line], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Kết quả ký"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(title))
        headers = (self.tr("Số, ký hiệu"), self.tr("Trích yếu"), self.tr("Kết quả"))
        self.table = KeyedTable(self.tr("Kết quả từng văn bản"), headers, LINE_WIDTHS[:3], 1)
        self.table.show_lines(lines)
        self.reason: QLabel = label("", wrap=True)
        self.reason.setMinimumHeight(self.fontMetrics().height() * 3)
        self._reasons = {line.key: line.spoken for line in lines}
        self.table.chosen.connect(self._show_reason)
        self.table.activated.connect(lambda _index: self.chosen.emit(self.table.current_key()))
        column.addWidget(self.table, 1)
        column.addWidget(self.reason)
        buttons = ActionButtons("", self.tr("Đó&ng"))
        self.copy = buttons.extra(self.tr("&Sao chép danh sách"))
        self.save = buttons.extra(self.tr("&Lưu danh sách…"))
        leads_out(self.copy, "export")
        leads_out(self.save, "export")
        self.copy.clicked.connect(self.copy_asked)
        self.save.clicked.connect(self.save_asked)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self).activated.connect(self.copy_asked)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self.save_asked)
        self._show_reason(self.table.current_key())
        self.resize(860, 520)
        fit_to_screen(self)

    def _show_reason(self, key: str) -> None:
        self.reason.setText(self._reasons.get(key, ""))
