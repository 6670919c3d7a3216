"""What was found out about this machine's signing devices: one line each, with what to do. Knows the kit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QProgressBar, QVBoxLayout, QWidget

from widgets.dialog_parts import ActionButtons, Note, heading
from widgets.fitting import fit_to_screen
from widgets.icons import icon_for
from widgets.leaving import copy_codes
from widgets.theme import Tone

_ICONS: dict[Tone, str] = {Tone.GOOD: "valid", Tone.INFO: "info", Tone.WARN: "warning", Tone.BAD: "invalid"}


@dataclass(frozen=True)
class FoundLine:
    """One finding.

    Attributes:
        text: what was found, and what to do.
        tone: GOOD, INFO, WARN or BAD.
        word: the tone in a word, for those who do not see the icon.
    """

    text: str
    tone: Tone
    word: str


class FindingsDialog(QDialog):
    """Shows the findings when they are there; looking takes a while.

    Signals:
        again_asked: look once more.
    """

    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Kiểm tra thiết bị ký số"))
        self.setModal(True)
        self.resize(720, 560)
        self._lines: tuple[FoundLine, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(heading(self.tr("Kiểm tra thiết bị ký số")))
        self.note = Note()
        layout.addWidget(self.note)
        self.working = QProgressBar()
        self.working.setRange(0, 0)
        self.working.setTextVisible(False)
        self.working.setAccessibleName(self.tr("Đang kiểm tra"))
        layout.addWidget(self.working)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Kết quả kiểm tra"))
        self.list.setWordWrap(True)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(3)
        layout.addWidget(self.list, 1)
        self.buttons = ActionButtons("", self.tr("Đó&ng"))
        self.again = self.buttons.extra(self.tr("Kiểm tra &lại"))
        self.again.clicked.connect(self.again_asked)
        self.copy = self.buttons.extra(self.tr("&Sao chép"))
        self.copy.clicked.connect(self._copy)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        self.wait()

    def wait(self) -> None:
        """Looking has begun."""
        self.note.show_text(
            self.tr("Đang kiểm tra đầu đọc, thiết bị, chứng thư và dịch vụ. Việc này có thể mất đến một phút."),
            Tone.INFO,
        )
        self.working.show()
        self.list.clear()
        self._set_ready(False)

    def show_lines(self, lines: Sequence[FoundLine]) -> None:
        """Show what was found, the gravest first."""
        order = (Tone.BAD, Tone.WARN, Tone.GOOD, Tone.INFO)
        self._lines = tuple(sorted(lines, key=lambda line: order.index(line.tone)))
        self.working.hide()
        self.list.clear()
        for line in self._lines:
            item = QListWidgetItem(icon_for(self, _ICONS[line.tone], line.tone), line.text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.word}: {line.text}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._sum_up()
        self._set_ready(True)
        self.list.setFocus()

    def _sum_up(self) -> None:
        bad = sum(line.tone is Tone.BAD for line in self._lines)
        warned = sum(line.tone is Tone.WARN for line in self._lines)
        if bad:
            said = self.tr("Có %n lỗi cần xử lý trước khi ký; cách xử lý ghi ở từng dòng.", None, bad)
            self.note.show_text(said, Tone.BAD)
        elif warned:
            said = self.tr("Không có lỗi; có %n điều cần lưu ý.", None, warned)
            self.note.show_text(said, Tone.WARN)
        else:
            self.note.show_text(self.tr("Mọi thứ cần cho việc ký đều sẵn sàng."), Tone.GOOD)

    def show_trouble(self, text: str) -> None:
        """Looking itself did not go on."""
        self.working.hide()
        self.note.show_text(text, Tone.BAD)
        self.again.setEnabled(True)

    def _set_ready(self, ready: bool) -> None:
        self.again.setEnabled(ready)
        self.copy.setEnabled(ready)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep it on the screen."""
        super().showEvent(event)
        fit_to_screen(self)

    def _copy(self) -> None:
        """For whoever helps: the same lines as text."""
        copy_codes("\n".join(f"{line.word}: {line.text}" for line in self._lines))
