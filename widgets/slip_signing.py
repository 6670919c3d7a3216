"""The handling slip before it is signed: the page as it will be, the signature in its row. Knows paper and kit."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from widgets.dialog_parts import ActionButtons, Note
from widgets.fitting import FRAME
from widgets.kit import rule
from widgets.page_view import PageView
from widgets.paper import INK, FlowPaper, PaperPages
from widgets.theme import Tone, unit_of


class SignedLook:
    """A paper with a signature's picture laid over it, as it will stand; without one, its frame."""

    def __init__(self, paper: FlowPaper, page: int, place: QRectF, picture: QImage | None) -> None:
        self._paper = paper
        self._page = page
        self._place = place
        self._picture = picture

    @property
    def title(self) -> str:
        return self._paper.title

    @property
    def page_count(self) -> int:
        return self._paper.page_count

    def paint(self, painter: QPainter, index: int) -> None:
        """Draw a page, and the signature on its own."""
        self._paper.paint(painter, index)
        if index != self._page:
            return
        if self._picture is None or self._picture.isNull():
            painter.setPen(QPen(INK, 6, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._place)
            return
        size = self._picture.size().scaled(self._place.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(0, 0, size.width(), size.height())
        box.moveCenter(self._place.center())
        painter.drawImage(box, self._picture)


class SlipSigningDialog(QDialog):
    """The slip, and two buttons.

    Attributes:
        page: the paper's view.
        warning: what else comes of signing; hidden while there is nothing to say.
        words: ticked to sign with words for a picture that may not be used; hidden where none is wanting.
    """

    def __init__(self, paper: FlowPaper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(self.tr("Ký số ý kiến chỉ đạo"))
        self._paper = paper
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.page = PageView()
        column.addWidget(
            Note(
                self.tr(
                    "Chữ ký số đặt tại cột Ký của ý kiến này trên phiếu xử lý văn bản. Văn bản đến giữ nguyên, không "
                    "ghi gì lên trang."
                ),
                Tone.INFO,
            )
        )
        self.warning = Note("", Tone.WARN)
        column.addWidget(self.warning)
        column.addWidget(self.page, 1)
        column.addWidget(rule())
        self.buttons = ActionButtons(self.tr("&Ký số"), self.tr("Đó&ng"))
        self.words = QCheckBox(self.tr("Ký ý kiến này không &dùng ảnh"))
        self.buttons.addButton(self.words, ActionButtons.ButtonRole.ResetRole)
        self.words.hide()
        self.buttons.setContentsMargins(step * 3, step * 2, step * 3, step * 2)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
        self.resize(QSize(800, 860).boundedTo(self.screen().availableSize() - QSize(8, FRAME)))

    def show_signature(self, page: int, place: QRectF, picture: QImage | None) -> None:
        """Show the pages with the signature at its place, which is brought into view."""
        self.page.show_source(PaperPages(SignedLook(self._paper, page, place, picture), self))
        self._place = page, place

    def warn(self, text: str) -> None:
        """Say what else comes of signing."""
        self.warning.show_text(text, Tone.WARN)

    def offer_words(self) -> None:
        """Sign only once the person wants it without a picture."""
        self.words.show()
        self.words.toggled.connect(self.buttons.set_ready)
        self.buttons.set_ready(False)

    async def asked(self) -> bool:
        """Open, and wait: True to sign, False for another thought."""
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self.finished.connect(
            lambda code: answer.done() or answer.set_result(code == QDialog.DialogCode.Accepted.value)
        )
        self.open()
        page, place = self._place
        view = self.page.pdf
        bar = view.verticalScrollBar()
        middle = view.page_rect(page).top() + place.center().y() / 10 * view.scale()
        bar.setValue(round(bar.value() + middle - view.viewport().height() / 2))
        return await answer
