"""The signatures of PDF files from the disk: the page at the left, what is thought of its signatures at the right.

Several files stand in a list above. Knows Qt, the kit, the page view and the verdict's panel.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from widgets.dragging import take_pdfs
from widgets.fitting import fit_to_screen
from widgets.keyed_table import Cell, KeyedTable, Line
from widgets.kit import ElidedLabel, button, set_kind, wall
from widgets.page_view import PageView
from widgets.theme import unit_of
from widgets.verdict_panel import VerdictLine, VerdictPanel

_LINES = 5
"""Files shown at once; the others by scrolling."""


class CheckWindow(QDialog):
    """The window.

    Attributes:
        page, panel: the file in front, and its signatures.
        files: all files, by their paths; hidden for a single one.

    Signals:
        fileChosen(str): another of the files, by its path.
        othersRequested(): choose other files.
        filesDropped(list): PDF files were dropped here.
    """

    fileChosen = Signal(str)
    othersRequested = Signal()
    filesDropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("Kiểm tra chữ ký số của tệp"))
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.files = KeyedTable(self.tr("Các tệp được kiểm tra"), [self.tr("Tệp"), self.tr("Kết quả")], (0, 52), 0)
        self.files.chosen.connect(lambda key: key and self.fileChosen.emit(key))
        self.files.hide()
        column.addWidget(self.files)
        body = QFrame()
        set_kind(body, "canvas")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.page = PageView()
        self.panel = VerdictPanel()
        self.panel.closer.hide()
        self.panel.setMinimumWidth(step * 60)
        self.panel.setMaximumWidth(step * 96)
        row.addWidget(self.page, 3)
        row.addWidget(wall())
        row.addWidget(self.panel, 2)
        column.addWidget(body, 1)
        column.addWidget(self._make_foot())
        self.resize(1060, 700)
        fit_to_screen(self)

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        step = unit_of(self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(step * 3, step * 2, step * 3, step * 2)
        self._name = ElidedLabel("", "muted")
        self.others = button(self.tr("&Chọn tệp khác…"))
        self.others.clicked.connect(self.othersRequested)
        self.close_button = button(self.tr("Đó&ng"))
        self.close_button.clicked.connect(self.accept)
        row.addWidget(self._name, 1)
        row.addWidget(self.others)
        row.addWidget(self.close_button)
        return foot

    def show_files(self, files: Sequence[tuple[str, str, VerdictLine]]) -> None:
        """List the files: path, name, and what is thought of each so far."""
        self.files.show_lines(
            [
                Line(path, (Cell(name), Cell(line.word or line.text, line.tone)), f"{name}: {line.word or line.text}")
                for path, name, line in files
            ]
        )
        line = self.fontMetrics().height() * 2
        # A third of the window at the most: what is thought of a file stands below.
        lines = min(len(files), _LINES, max(1, self.height() // (3 * line) - 1))
        self.files.setFixedHeight(line * (lines + 1))
        self.files.setVisible(len(files) > 1)

    def show_name(self, path: str) -> None:
        """Say which file is in front."""
        self._name.setText(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        take_pdfs(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if files := take_pdfs(event):
            self.filesDropped.emit(files)
