"""Signing PDF files that are no documents of the central: the signing desk in a window of its own, and where to save.

Knows Qt, the kit and the desk.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

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
        removeRequested(list): take these out of the list.
        filesDropped(list): PDF files were dropped here.
        folderRequested(): choose where signed files go.
        checkRequested(): look at the signatures of what was signed.
        closeRefused(): it was to be closed while something is being signed.
    """

    addRequested = Signal()
    removeRequested = Signal(list)
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
        self._offer_removing()
        column.addWidget(rule())
        column.addWidget(self._make_foot())
        self.resize(1180, 700)
        fit_to_screen(self)

    def _offer_removing(self) -> None:
        """By a button, by Delete, and by the menu of a row."""
        queue, ticks = self.desk.queue, self.desk.ticks
        self.remove_button = button(self.tr("Bỏ khỏi d&anh sách"))
        self.remove_button.setAutoDefault(False)
        self.remove_button.setToolTip(self.tr("Chỉ bỏ khỏi danh sách này; tệp trên máy vẫn còn nguyên (Delete)"))
        self.remove_button.clicked.connect(self._remove_pressed)
        ticks.row.insertWidget(ticks.row.count() - 1, self.remove_button)
        QWidget.setTabOrder(ticks.all, self.remove_button)
        queue.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        queue.customContextMenuRequested.connect(self._open_row_menu)
        queue.delete_pressed.connect(self._remove_current)

    def _removable(self) -> tuple[list[str], list[str]]:
        """The current file, and those that are ticked where these are others."""
        current, ticked = [one for one in (self.desk.queue.current_id(),) if one], self.desk.queue.queue.checked()
        return current, [] if list(ticked) == current else list(ticked)

    def _remove_current(self) -> None:
        if current := self._removable()[0]:
            self.removeRequested.emit(current)

    def _remove_pressed(self) -> None:
        current, ticked = self._removable()
        if current and ticked:
            self._open_removing(self.remove_button.mapToGlobal(QPoint(0, self.remove_button.height())))
        elif current or ticked:
            self.removeRequested.emit(current or ticked)

    def _open_row_menu(self, point: QPoint) -> None:
        queue = self.desk.queue
        if not queue.indexAt(point).isValid():
            # The keyboard asked, or there is no row below the mouse.
            point = queue.visualRect(queue.currentIndex()).center()
        self._open_removing(queue.viewport().mapToGlobal(point))

    def _open_removing(self, at: QPoint) -> None:
        current, ticked = self._removable()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        free = not self.busy and not self.desk.queue.queue.locked
        if current:
            one = menu.addAction(self.tr("Bỏ &tệp đang xem khỏi danh sách"))
            one.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
            one.setShortcutVisibleInContextMenu(True)
            one.setEnabled(free)
            one.triggered.connect(lambda: self.removeRequested.emit(current))
        if ticked:
            many = menu.addAction(self.tr("Bỏ các tệp đã &chọn khỏi danh sách (%1)").replace("%1", str(len(ticked))))
            many.setEnabled(free)
            many.triggered.connect(lambda: self.removeRequested.emit(ticked))
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(at)

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
