"""Tells of something that nobody foresaw: what happened, that nothing is lost, and what could be sent of it.

Knows Qt and the kit. It comes beside the work and takes no key that is being typed: a PIN may be.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from widgets.dialog_parts import muted
from widgets.report_window import ReportWindow
from widgets.theme import Tone


class CrashWindow(ReportWindow):
    """The window.

    Args:
        receiver: where it can be sent to; "" where it can be saved alone.

    Signals:
        folder_asked(): open the folder of the logs.
    """

    folder_asked = Signal()

    def __init__(self, receiver: str = "", parent: QWidget | None = None) -> None:
        super().__init__(receiver, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.resize(820, 560)
        self.error = muted("")
        self._column.insertWidget(2, self.error)
        # One of its pages is as good as another; beside the folder there is no room for both.
        self.copy.hide()
        self.folder = self.buttons.extra(self.tr("&Mở thư mục nhật ký"))
        self.folder.clicked.connect(self.folder_asked)
        self.set_heading(self.tr("Chương trình gặp lỗi ngoài dự kiến"))

    def show_error(self, words: str, times: int) -> None:
        """What it was, and how often since this window is there."""
        again = self.tr("Lỗi đã lặp lại %n lần.", "", times) if times > 1 else ""
        self.error.setText(". ".join(part for part in (words, again) if part))

    def show_bare(self) -> None:
        """There is nothing to be sent: say that nothing is lost, and where the log is."""
        self.bar.hide()
        self.note.show_text(self.nothing_lost.partition(". ")[0] + ".", Tone.INFO)

    @property
    def nothing_lost(self) -> str:
        """What is said first."""
        return self.tr(
            "Việc đã làm được ghi lại đầy đủ, không mất. Nếu cửa sổ không trả lời, hãy mở lại chương trình. Dưới đây "
            "là những gì sẽ gửi; không có gì được gửi đi nếu không bấm nút."
        )
