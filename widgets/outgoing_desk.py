"""The outgoing desk: boxes from draft to issued, the list, and what is open with its recipients. Knows the kit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from widgets.delivery_table import IssuedPage
from widgets.document_desk import DocumentDesk
from widgets.kit import button
from widgets.list_column import ListColumn
from widgets.reading_pane import ReadingPane
from widgets.tabs import Tab


@dataclass(frozen=True)
class Unfinished:
    """Something that was being written and has not been saved as a draft of the office.

    Attributes:
        key: the local draft's.
        text: its subject, or what stands for one.
        when: when it was last touched.
    """

    key: str
    text: str
    when: str = ""


class OutgoingDesk(DocumentDesk):
    """Attributes: column, pane as DocumentDesk; page (IssuedPage) with the recipients' table.

    Signals:
        write_asked: a new document (Ctrl+N).
        unfinished_opened: key of something left unfinished.
    """

    write_asked = Signal()
    unfinished_opened = Signal(str)

    def __init__(self, title: str, tabs: list[Tab], parent: QWidget | None = None) -> None:
        self.page = IssuedPage()
        column = ListColumn(title, tabs, scoped=False)
        super().__init__(column, ReadingPane(self.page), parent)
        self._unfinished: tuple[Unfinished, ...] = ()
        self.unfinished_button = button("", "plain", "edit")
        self.unfinished_button.clicked.connect(self._open_unfinished)
        self.unfinished_button.hide()
        self.write_button = button(self.tr("&Soạn văn bản"), "primary")
        self.write_button.setToolTip(self.tr("Soạn văn bản đi mới (Ctrl+N)"))
        self.write_button.clicked.connect(self.write_asked)
        column.header.add(self.unfinished_button)
        column.header.add(self.write_button)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.New), self)
        shortcut.activated.connect(self.write_asked)

    def show_unfinished(self, unfinished: Sequence[Unfinished]) -> None:
        """What is still being written here, the newest first."""
        self._unfinished = tuple(unfinished)
        text = self.tr("Soạn dở (%1)").replace("%1", str(len(unfinished)))
        self.unfinished_button.setText(text)
        self.unfinished_button.setToolTip(self.tr("Bản đang soạn, chưa lưu thành dự thảo; chương trình vẫn giữ"))
        self.unfinished_button.setVisible(bool(unfinished))

    def _open_unfinished(self) -> None:
        if len(self._unfinished) == 1:
            self.unfinished_opened.emit(self._unfinished[0].key)
            return
        menu = QMenu(self)
        for one in self._unfinished:
            entry = menu.addAction(f"{one.text}   {one.when}".strip().replace("&", "&&"))
            entry.triggered.connect(lambda _=False, key=one.key: self.unfinished_opened.emit(key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.unfinished_button.mapToGlobal(QPoint(0, self.unfinished_button.height())))
