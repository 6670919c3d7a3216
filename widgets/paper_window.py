"""Shows a paper before it is printed, and prints it or asks for it as a PDF. Knows Qt and the kit."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from widgets.dialog_parts import Note
from widgets.file_asking import ask_where
from widgets.fitting import FRAME
from widgets.form_dialog import dress_fields
from widgets.kit import rule
from widgets.leaving import barred_words
from widgets.page_view import PageView
from widgets.paper import Paper, PaperPages, printing
from widgets.print_foot import PrintFoot
from widgets.theme import Tone, unit_of


class PaperWindow(QDialog):
    """The window.

    Attributes: page (PageView), problem (Note), foot (PrintFoot).

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
        self.problem = Note(barred or barred_words(self), Tone.WARN)
        column.addWidget(self.problem)
        column.addWidget(rule())
        self.foot = PrintFoot(printers, may=not barred)
        self.foot.setContentsMargins(step * 3, step * 2, step * 3, step * 2)
        self.foot.print_button.clicked.connect(self._print)
        self.foot.save_button.clicked.connect(self._ask_file)
        self.foot.close_button.clicked.connect(self.reject)
        column.addWidget(self.foot)
        screen = self.screen().availableSize() - QSize(8, FRAME)
        self.resize(QSize(860, 900).boundedTo(screen))
        self.page.show_source(self._pages)

    def _print(self) -> None:
        printer = self.foot.made_ready(self.paper.title)
        self.foot.print_button.setEnabled(False)
        self._step(printing(self.paper, printer), self.foot.printer.currentText(), 0)

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
            self.problem.show_text(self.foot.refusal(), Tone.BAD)
            self.foot.print_button.setEnabled(True)
            self.failed.emit(name)

    def _ask_file(self) -> None:
        ask_where(self, self.tr("Lưu PDF"), self.file_name(), self.save_asked.emit, kind="PDF (*.pdf)", ending="pdf")

    def file_name(self) -> str:
        """A name for the file, without what a disk does not take."""
        return "".join("-" if c in '/\\:*?"<>|' else c for c in self.paper.title)[:120].strip() + ".pdf"

    def saved(self) -> None:
        """The file is written."""
        self.accept()

    def not_saved(self, why: str) -> None:
        """The file is not written: say why, and let it be tried again."""
        self.problem.show_text(why, Tone.BAD)
