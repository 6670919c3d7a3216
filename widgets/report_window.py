"""A report on this machine, shown before it is saved or sent: its pages, words of one's own, two ways on.

Knows Qt and the kit. Nothing happens by itself: what the buttons do is the presenter's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from widgets.dialog_parts import ActionButtons, Note, field_label, heading
from widgets.fitting import fit_to_screen
from widgets.leaving import copy_codes
from widgets.report_pane import PageView, ReportPane
from widgets.theme import Tone, unit_of

MOST_WORDS = 4000
_TYPED = 400  # ms after the last letter
LOW = 460
"""Below this height, in logical px, all but the pages takes as little room as it can."""


class ReportWindow(QDialog):
    """The window; modal to nothing.

    Args:
        receiver: where it can be sent to, as it is shown; "" where it can be saved alone.

    Attributes:
        pane: the pages.
        words: what the person says beside them.

    Signals:
        save_asked(), send_asked().
        words_changed(str): a moment after the last letter.
        stop_asked(): stop what is on its way.
    """

    save_asked = Signal()
    send_asked = Signal()
    words_changed = Signal(str)
    stop_asked = Signal()

    def __init__(self, receiver: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.resize(900, 620)
        step = unit_of(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(5 * step, 4 * step, 5 * step, 4 * step)
        self._column.setSpacing(2 * step)
        self._title = heading("")
        self._column.addWidget(self._title)
        self.note = Note()
        self._column.addWidget(self.note)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Tiến độ"))
        self._column.addWidget(self.bar)
        self.pane = ReportPane()
        self._column.addWidget(self.pane, 1)
        self._add_words()
        self._add_buttons(receiver)
        self.set_heading(self.tr("Báo cáo chẩn đoán"))
        self.wait()

    def _add_words(self) -> None:
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setPlaceholderText(self.tr("Đang làm gì thì gặp lỗi? Không ghi tên người, số hay nội dung văn bản."))
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPED)
        self._typed.timeout.connect(self.tell_words)
        self.words.textChanged.connect(self._typed.start)
        self.words.installEventFilter(self)
        self._column.addWidget(field_label(self.tr("Mô &tả thêm (không bắt buộc)"), self.words))
        self._column.addWidget(self.words)

    def _add_buttons(self, receiver: str) -> None:
        save = self.tr("&Lưu báo cáo…")
        self.buttons = ActionButtons(self.tr("&Gửi cho cơ quan") if receiver else save, self.tr("Đó&ng"))
        self.stop = self.buttons.extra(self.tr("&Dừng gửi"))
        self.stop.clicked.connect(self.stop_asked)
        self.stop.hide()
        self.copy = self.buttons.extra(self.tr("&Sao chép tệp này"))
        self.copy.clicked.connect(self._copy)
        first = self.buttons.accept_button
        assert first is not None
        if receiver:
            first.setToolTip(receiver)
            first.setAccessibleDescription(receiver)
            self.save = self.buttons.extra(save)
        else:
            self.save = first
        self.save.clicked.connect(self.save_asked)
        if receiver:
            first.clicked.connect(self.send_asked)
        self.send = first if receiver else None
        self.buttons.rejected.connect(self.reject)
        self._column.addWidget(self.buttons)

    # -- for the presenter

    def set_heading(self, words: str) -> None:
        """What this is."""
        self.setWindowTitle(words)
        self._title.setText(words)

    def wait(self) -> None:
        """The parts are being looked at."""
        self.note.show_text(
            self.tr("Đang xem máy, thiết bị ký, kho dữ liệu và nhật ký. Việc này có thể mất đến một phút."), Tone.INFO
        )
        self.bar.setRange(0, 0)
        self.bar.show()
        self._set_ready(False)

    def show_pages(self, pages: Sequence[PageView], said: str) -> None:
        """Show what the report holds, and say what to know of it."""
        self.bar.hide()
        self.note.show_text(said, Tone.INFO)
        self.pane.show_pages(pages)
        self._set_ready(True)

    def show_sending(self, part: float) -> None:
        """It is on its way, this part of it (0 to 1) has left."""
        self._set_ready(False)
        self.stop.show()
        self.bar.setRange(0, 100)
        self.bar.setValue(round(part * 100))
        self.bar.show()
        self.note.show_text(self.tr("Đang gửi báo cáo… %1 %").replace("%1", str(round(part * 100))), Tone.INFO)

    def show_outcome(self, text: str, tone: Tone) -> None:
        """What came of saving or sending; both can be done again."""
        self.stop.hide()
        self.bar.hide()
        self.note.show_text(text, tone)
        self._set_ready(True)

    def tell_words(self) -> None:
        """Tell what is typed by now."""
        self._typed.stop()
        self.words_changed.emit(self.words.toPlainText()[:MOST_WORDS].strip())

    def _set_ready(self, ready: bool) -> None:
        for made in (self.save, self.send, self.copy):
            if made is not None:
                made.setEnabled(ready)

    def _copy(self) -> None:
        page = self.pane.current()
        if page is not None:
            copy_codes(page.text)

    def _fit(self) -> None:
        """Where there is little height the pages have it: the frame says the heading, and the words are one line."""
        low, step = self.height() < LOW, unit_of(self)
        self._title.setVisible(not low)
        edge = (2 if low else 4) * step
        self._column.setContentsMargins(5 * step, edge, 5 * step, edge)
        one, bars = low and not self.words.hasFocus(), Qt.ScrollBarPolicy
        self.words.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOff if one else bars.ScrollBarAsNeeded)
        line = self.fontMetrics().lineSpacing()
        self.words.setFixedHeight(line + 5 * step if one else 2 * line + 4 * step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever types sees more than one line."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._fit()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_to_screen(self)
        self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)


__all__ = ["PageView", "ReportWindow"]
