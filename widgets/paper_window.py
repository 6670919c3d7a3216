"""Shows a paper before it is printed, and prints it or asks for it as a PDF. Knows Qt and the kit."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from widgets.dialog_parts import Note, field_label
from widgets.fitting import FRAME
from widgets.form_dialog import ChoiceBox, dress_fields, indent
from widgets.kit import button, rule
from widgets.page_view import PageView
from widgets.paper import Paper, PaperPages, printing
from widgets.theme import Tone, unit_of


class PaperWindow(QDialog):
    """The window.

    Attributes: page (PageView), problem (Note).

    Signals:
        save_asked(str): the pages are wanted as a PDF at this path; answer with ``saved`` or ``not_saved``.
        printed(str): the printer that took them.
        failed(str): the printer that did not.

    Args:
        barred: why nothing may leave the program here; "" where it may.
        printers: names, for tests; the system's otherwise.
    """

    save_asked = Signal(str)
    printed = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        paper: Paper,
        parent: QWidget | None = None,
        *,
        heading: str = "",
        barred: str = "",
        printers: tuple[str, ...] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(heading or paper.title)
        dress_fields(self)
        self.paper = paper
        self._pages = PaperPages(paper, self)
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.page = PageView()
        self.page.pdf.setAccessibleName(self.tr("Trang in"))
        column.addWidget(self.page, 1)
        self.problem = Note(barred, Tone.WARN)
        column.addWidget(self.problem)
        column.addWidget(rule())
        names = list(QPrinterInfo.availablePrinterNames() if printers is None else printers)
        column.addLayout(self._foot(names, step, may=not barred))
        screen = self.screen().availableSize() - QSize(8, FRAME)
        self.resize(QSize(860, 900).boundedTo(screen))
        self.page.show_source(self._pages)

    def _foot(self, printers: list[str], step: int, *, may: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(step * 3, step * 2, step * 3, step * 2)
        row.setSpacing(step * 2)
        self.printer = ChoiceBox()
        self.printer.addItems(printers)
        self.printer.setMinimumContentsLength(18)
        if not printers:
            self.printer.addItem(self.tr("Chưa có máy in"))
            self.printer.setEnabled(False)
        default = QPrinterInfo.defaultPrinterName() if printers else ""
        self.printer.setCurrentIndex(max(0, self.printer.findText(default)))
        self.copies = QSpinBox()
        self.copies.setRange(1, 99)
        indent(self.copies)
        for words, control in ((self.tr("&Máy in"), self.printer), (self.tr("&Số bản"), self.copies)):
            row.addWidget(field_label(words, control))
            row.addWidget(control)
        row.addStretch(1)
        self.print_button = button(self.tr("&In"), "primary")
        self.print_button.setEnabled(bool(printers) and may)
        self.print_button.clicked.connect(self._print)
        self.save_button = button(self.tr("&Lưu PDF…"))
        self.save_button.setEnabled(may)
        self.save_button.clicked.connect(self._ask_file)
        self.close_button = button(self.tr("Đó&ng"))
        self.close_button.clicked.connect(self.reject)
        (self.print_button if printers and may else self.close_button).setDefault(True)
        for made in (self.print_button, self.save_button, self.close_button):
            row.addWidget(made)
        return row

    def _print(self) -> None:
        name = self.printer.currentText()
        printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.paper.title)
        printer.setCopyCount(self.copies.value())
        self.print_button.setEnabled(False)
        self._step(printing(self.paper, printer), name, 0)

    def _step(self, pages: Iterator[bool], name: str, done: int) -> None:
        """One page at a time, so that the window goes on living."""
        taken = next(pages, None)
        if taken is None:
            self.accept()
            self.printed.emit(name)
        elif taken:
            words = self.tr("Đang in trang %1/%2…").replace("%1", str(done + 1))
            self.problem.show_text(words.replace("%2", str(self.paper.page_count)), Tone.INFO)
            QTimer.singleShot(0, self, lambda: self._step(pages, name, done + 1))
        else:
            words = self.tr("Máy in “%1” không nhận. Kiểm tra máy in đã bật và có giấy, rồi in lại.")
            self.problem.show_text(words.replace("%1", name), Tone.BAD)
            self.print_button.setEnabled(True)
            self.failed.emit(name)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Lưu PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self.file_name())
        dialog.fileSelected.connect(self.save_asked)
        dialog.finished.connect(lambda _code: dialog.deleteLater())
        dialog.open()

    def file_name(self) -> str:
        """A name for the file, without what a disk does not take."""
        return "".join("-" if c in '/\\:*?"<>|' else c for c in self.paper.title)[:120].strip() + ".pdf"

    def saved(self) -> None:
        """The file is written."""
        self.accept()

    def not_saved(self, why: str) -> None:
        """The file is not written: say why, and let it be tried again."""
        self.problem.show_text(why, Tone.BAD)
