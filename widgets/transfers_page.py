"""Files on their way: how far each is, and pausing and ending them. Knows Qt and the kit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from widgets.dialog_parts import Note
from widgets.keyed_table import Cell, KeyedTable, Line
from widgets.kit import EmptyState, button, label
from widgets.theme import Tone, unit_of


@dataclass(frozen=True)
class TransferView:
    """One file.

    Attributes:
        direction: whether it is sent or fetched, in words.
        percent: how far it is; None before it has begun.
        progress: how far and how fast, in words.
        state: where it stands in words; never colour alone.
        reason: why it does not move, and what to do; empty where nothing is wrong.
    """

    id: str
    name: str
    direction: str
    size: str
    percent: int | None
    progress: str
    state: str
    tone: Tone = Tone.NEUTRAL
    reason: str = ""
    can_pause: bool = False
    can_resume: bool = False
    can_cancel: bool = False


class TransfersPage(QWidget):
    """The page.

    Signals:
        pause_requested(str), resume_requested(str), cancel_requested(str): the file.
        pause_all_requested(bool): stop all, or let all go on.
    """

    pause_requested = Signal(str)
    resume_requested = Signal(str)
    cancel_requested = Signal(str)
    pause_all_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: dict[str, TransferView] = {}
        self._held = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * unit_of(self))
        self.summary = label("", bold=True)
        column.addWidget(self.summary)
        self.warning = Note("", Tone.WARN)
        column.addWidget(self.warning)
        headers = [
            self.tr("Tệp"), self.tr("Chiều"), self.tr("Dung lượng"), self.tr("Tiến độ"), self.tr("Tình trạng")
        ]  # fmt: skip
        self.list = KeyedTable(self.tr("Tệp đang truyền"), headers, (0, 7, 9, 16, 17), 0)
        empty = EmptyState(
            "sync", self.tr("Không có tệp nào đang truyền"), self.tr("Tệp được tải khi mở văn bản, và gửi cùng việc.")
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(empty)
        column.addWidget(self._pages, 1)
        self.reason = Note("", Tone.INFO)
        column.addWidget(self.reason)
        column.addLayout(self._foot())
        self.list.chosen.connect(lambda _: self._chosen())
        self.list.activated.connect(lambda _: self._pause_or_resume())
        self.show_files((), "", "", held=False)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.pause = button(self.tr("Tạm &dừng"))
        self.cancel = button(self.tr("&Hủy tải"))
        self.pause_all = button(self.tr("Tạm dừng &tất cả"))
        self.pause.clicked.connect(self._pause_or_resume)
        self.cancel.clicked.connect(lambda: self.cancel_requested.emit(self.list.current_key()))
        self.pause_all.clicked.connect(lambda: self.pause_all_requested.emit(not self._held))
        row.addWidget(self.pause)
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.pause_all)
        return row

    def show_files(self, files: tuple[TransferView, ...], summary: str, warning: str, *, held: bool) -> None:
        """Show what is on its way, in the order in which it goes.

        Args:
            summary: how many, and how fast the line is, in words.
            warning: why nothing, or little, moves; "" where all is well.
            held: whether all of them are paused.
        """
        self._files = {file.id: file for file in files}
        self._held = held
        self.summary.setText(summary)
        self.warning.show_text(warning, Tone.WARN)
        self.list.show_lines([_line(file) for file in files])
        self._pages.setCurrentIndex(0 if files else 1)
        self.pause_all.setText(self.tr("Tiếp tục &tất cả") if held else self.tr("Tạm dừng &tất cả"))
        self.pause_all.setEnabled(bool(files) or held)
        self._chosen()

    def _chosen(self) -> None:
        file = self._files.get(self.list.current_key())
        self.reason.show_text(file.reason if file else "", file.tone if file else Tone.INFO)
        resumes = bool(file and file.can_resume)
        self.pause.setText(self.tr("Tiếp tụ&c") if resumes else self.tr("Tạm &dừng"))
        self.pause.setEnabled(resumes or bool(file and file.can_pause))
        self.cancel.setEnabled(bool(file and file.can_cancel))

    def _pause_or_resume(self) -> None:
        file = self._files.get(self.list.current_key())
        if file is not None and file.can_resume:
            self.resume_requested.emit(file.id)
        elif file is not None and file.can_pause:
            self.pause_requested.emit(file.id)


def _line(file: TransferView) -> Line:
    cells = (
        Cell(file.name),
        Cell(file.direction),
        Cell(file.size),
        Cell(file.progress, percent=file.percent),
        Cell(file.state, file.tone),
    )
    spoken = f"{file.name}, {file.direction}, {file.size}, {file.progress}: {file.state}. {file.reason}"
    return Line(file.id, cells, spoken)
