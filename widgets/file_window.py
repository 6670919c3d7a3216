"""One PDF in a window of its own, to be looked at. Knows Qt and the page view."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from widgets.fitting import fit_to_screen
from widgets.kit import ElidedLabel, button
from widgets.pdf_view import PdfView
from widgets.theme import unit_of


class FileWindow(QDialog):
    """The window.

    Attributes:
        pages: where the pages are shown.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * step, 3 * step, 3 * step, 3 * step)
        column.setSpacing(2 * step)
        self.pages = PdfView()
        column.addWidget(self.pages, 1)
        row = QHBoxLayout()
        row.addWidget(ElidedLabel(name, "muted"), 1)
        self.close_button = button(self.tr("Đó&ng"))
        self.close_button.clicked.connect(self.accept)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.resize(760, 680)
        fit_to_screen(self)
