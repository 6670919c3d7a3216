"""After a damaged outbox: what was recovered and what was lost, one line each, to be read before the work goes on.

It closes by saying that it was read, and can be printed or kept as a PDF. Knows Qt and the kit.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QShowEvent, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from widgets.dialog_parts import Note, heading
from widgets.file_asking import ask_where
from widgets.fitting import fit_to_screen
from widgets.kit import button, rule
from widgets.leaving import leads_out
from widgets.theme import Tone, tokens_of, unit_of


@dataclass(frozen=True)
class SalvageRow:
    """One act or draft.

    Attributes:
        what: the act, or that it is a draft.
        about: the document or task it is about; what is not known is said so.
        lost: whether it has to be done again.
    """

    what: str
    about: str
    lost: bool


@dataclass(frozen=True)
class SalvageReport:
    """What is said.

    Attributes:
        summary: what happened, and what to do.
        rows: the lost ones first.
        when: for the paper.
    """

    summary: str
    rows: tuple[SalvageRow, ...]
    when: str
    tone: Tone = Tone.WARN


class SalvageWindow(QDialog):
    """The window. Esc does not close it.

    Signals:
        read(): the person has said so.
    """

    read = Signal()

    def __init__(self, report: SalvageReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self._done = False
        self.setModal(True)
        self.setWindowTitle(self.tr("Việc chưa gửi được cứu lại"))
        self.resize(820, 520)
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * step, 4 * step, 4 * step, 4 * step)
        column.setSpacing(3 * step)
        column.addWidget(heading(self.tr("Tệp giữ việc chưa gửi bị hỏng và đã được cứu lại")))
        column.addWidget(Note(report.summary, report.tone))
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setStyleSheet("QTreeView::item { padding: 0.4em 0.2em; }")
        self.list.setAccessibleName(self.tr("Việc được giữ và việc bị mất"))
        self.list.setHeaderLabels([self.tr("Tình trạng"), self.tr("Việc"), self.tr("Về")])
        header = self.list.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        for row in report.rows:
            item = QTreeWidgetItem([self._state(row), row.what, row.about])
            item.setForeground(0, QBrush(tokens_of(self).ink(Tone.BAD if row.lost else Tone.GOOD)))
            item.setToolTip(2, row.about)
            spoken = f"{self._state(row)}: {row.what}, {row.about}"
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.list.addTopLevelItem(item)
        column.addWidget(self.list, 1)
        column.addWidget(rule())
        foot = QHBoxLayout()
        self.save, self.print = button(self.tr("&Lưu thành tệp…"), icon="save"), button(self.tr("&In…"), icon="print")
        leads_out(self.save, "export")
        leads_out(self.print, "print")
        self.done_button = button(self.tr("Tôi đã đọ&c"), "primary")
        self.save.clicked.connect(self._ask_file)
        self.print.clicked.connect(self._ask_printer)
        self.done_button.clicked.connect(self._finish)
        foot.addWidget(self.save)
        foot.addWidget(self.print)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        column.addLayout(foot)
        self.list.setFocus()

    def _state(self, row: SalvageRow) -> str:
        return self.tr("Bị mất, làm lại") if row.lost else self.tr("Còn giữ")

    def paper(self) -> QTextDocument:
        """The same on paper."""
        rows = "".join(
            f"<tr><td>{escape(self._state(row))}</td><td>{escape(row.what)}</td><td>{escape(row.about)}</td></tr>"
            for row in self._report.rows
        )
        document = QTextDocument()
        document.setHtml(
            f"<h3>{escape(self.windowTitle())}</h3><p>{escape(self._report.when)}</p>"
            f"<p>{escape(self._report.summary)}</p>"
            f"<table border='1' cellspacing='0' cellpadding='4' width='100%'>{rows}</table>"
        )
        return document

    def write_pdf(self, path: str) -> None:
        """Keep it as a PDF."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(path)
        self.paper().print_(printer)

    def _ask_file(self) -> None:
        title = self.save.text().replace("&", "")
        ask_where(self, title, "", self.write_pdf, kind="PDF (*.pdf)", ending="pdf")

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda chosen: chosen and self.paper().print_(printer))
        # The print dialog's own open() wants a receiver.
        QDialog.open(dialog)

    def _finish(self) -> None:
        self._done = True
        self.accept()
        self.read.emit()

    def reject(self) -> None:
        """Not by Esc: what was lost has to be done again, and is named nowhere else."""
        if self._done:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_to_screen(self)
