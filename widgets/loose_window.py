"""Signing PDF files that are no documents of the central: the signing desk in a window of its own, and where to save.

Knows Qt, the kit and the desk.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from widgets.dragging import take_pdfs
from widgets.fitting import fit_to_screen
from widgets.kit import ElidedLabel, button, rule
from widgets.signing_desk import SigningDesk
from widgets.theme import unit_of


class LooseWindow(QDialog):
    """The window.

    Attributes:
        desk: the signing desk in it.
        busy: something is being signed: the window stays.

    Signals:
        addRequested(): choose more files.
        filesDropped(list): PDF files were dropped here.
        folderRequested(): choose where signed files go.
        checkRequested(): look at the signatures of what was signed.
        closeRefused(): it was to be closed while something is being signed.
    """

    addRequested = Signal()
    filesDropped = Signal(list)
    folderRequested = Signal()
    checkRequested = Signal()
    closeRefused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.busy = False
        self.setModal(False)
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("Ký tệp PDF ngoài hệ thống"))
        self.desk = SigningDesk(of_office=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.desk, 1)
        column.addWidget(rule())
        column.addWidget(self._make_foot())
        self.resize(1180, 700)
        fit_to_screen(self)

    def _make_foot(self) -> QWidget:
        foot, step = QWidget(), unit_of(self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(step * 4, step * 2, step * 4, step * 2)
        row.setSpacing(step * 2)
        self.add_button = button(self.tr("Thê&m tệp…"))
        self.folder_button = button(self.tr("Nơ&i lưu…"))
        self.where = ElidedLabel("", "muted")
        self.check_button = button(self.tr("Xem chữ ký đã tạ&o"))
        self.close_button = button(self.tr("Đón&g"))
        self.add_button.clicked.connect(self.addRequested)
        self.folder_button.clicked.connect(self.folderRequested)
        self.check_button.clicked.connect(self.checkRequested)
        self.close_button.clicked.connect(self.close)
        self.check_button.hide()
        for one in (self.add_button, self.folder_button):
            one.setAutoDefault(False)
            row.addWidget(one)
        row.addWidget(self.where, 1)
        for one in (self.check_button, self.close_button):
            one.setAutoDefault(False)
            row.addWidget(one)
        return foot

    def show_where(self, text: str) -> None:
        """Say where signed files go, or what became of them."""
        self.where.setText(text)

    def offer_check(self) -> None:
        """There is something signed to be looked at."""
        self.check_button.show()

    def reject(self) -> None:
        """Esc, or the window system."""
        if self.busy:
            self.closeRefused.emit()
        else:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list first, where that gave way to a page."""
        if (
            event.matches(QKeySequence.StandardKey.Cancel)
            and self.desk.panes.is_single()
            and self.desk.page.isVisible()
        ):
            self.desk.panes.show_left()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.busy:
            event.ignore()
            self.closeRefused.emit()
        else:
            super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        take_pdfs(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if files := take_pdfs(event):
            self.filesDropped.emit(files)
