"""What is between this machine and the central: acts not sent, files on their way, signed files set aside.

One list a page. Knows Qt and its pages.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from widgets.fitting import fit_to_screen
from widgets.kit import button, label
from widgets.signed_page import SignedFile, SignedPage
from widgets.tabs import Tab, TabStrip
from widgets.theme import Tone, unit_of
from widgets.transfers_page import TransfersPage, TransferView
from widgets.unsent_page import UnsentAct, UnsentPage

__all__ = ["FILES", "SIGNED", "UNSENT", "OutboxWindow", "SignedFile", "TransferView", "UnsentAct"]

UNSENT: Final = "unsent"
FILES: Final = "files"
SIGNED: Final = "signed"


class OutboxWindow(QDialog):
    """The window.

    Attributes:
        unsent, files, signed: its pages.

    Signals:
        copy_requested(): details for whoever helps, on the clipboard.
    """

    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Việc chưa gửi"))
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * step, 2 * step, 4 * step, 4 * step)
        column.setSpacing(3 * step)
        self.tabs = TabStrip()
        self.tabs.setAccessibleName(self.tr("Việc chưa gửi"))
        self.tabs.set_tabs(
            [
                Tab(UNSENT, self.tr("Việc chưa gửi"), Tone.WARN),
                Tab(FILES, self.tr("Tệp đang truyền"), Tone.INFO),
                Tab(SIGNED, self.tr("Tệp đã ký để riêng"), Tone.WARN),
            ]
        )
        self.unsent, self.files, self.signed = UnsentPage(), TransfersPage(), SignedPage()
        self._places = {UNSENT: self.unsent, FILES: self.files, SIGNED: self.signed}
        self.pages = QStackedWidget()
        for page in self._places.values():
            self.pages.addWidget(page)
        self.tabs.changed.connect(lambda key: self.pages.setCurrentWidget(self._places[key]))
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        column.addLayout(self._foot())
        self.resize(900, 520)
        fit_to_screen(self)
        self.unsent.list.setFocus()

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.copy = button(self.tr("Sao ché&p chi tiết"))
        self.copy.setToolTip(self.tr("Chỉ chép mã và tình trạng, không chép nội dung. Gửi cho người hỗ trợ khi cần."))
        self.copy.clicked.connect(self.copy_requested)
        self.copied = label("", "muted")
        self.close_button = button(self.tr("Đó&ng"))
        self.close_button.clicked.connect(self.accept)
        row.addWidget(self.copy)
        row.addWidget(self.copied)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return row

    def show_place(self, place: str) -> None:
        """Bring a page to the front: UNSENT, FILES or SIGNED."""
        self.tabs.set_current(place)

    def set_counts(self, unsent: int, files: int, signed: int) -> None:
        """How many each page lists."""
        self.tabs.set_counts({UNSENT: unsent, FILES: files, SIGNED: signed})

    def say_copied(self) -> None:
        """The details are on the clipboard."""
        self.copied.setText(self.tr("Đã chép. Dán vào thư gửi người hỗ trợ."))
