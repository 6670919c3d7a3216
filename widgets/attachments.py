"""The files that came with a document, each with a way to look at it and to save it outside. Knows Qt and the kit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.kit import ElidedLabel, ElidedLink, IconLabel, clear_layout, label, tool_button
from widgets.leaving import leads_out
from widgets.theme import unit_of


@dataclass(frozen=True, slots=True)
class FileItem:
    """One file: its key, its name, its size in words, whether it can be shown here, whether it may be saved outside."""

    key: str
    name: str
    size: str
    shown: bool
    saved: bool = True


class FileList(QWidget):
    """Signals: opened(str) show it in the page; saveRequested(str) save it outside, which the history keeps."""

    opened = Signal(str)
    saveRequested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[FileItem, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(unit_of(self))

    def set_files(self, files: Sequence[FileItem]) -> None:
        """List these."""
        if tuple(files) == self._files:
            return
        self._files = tuple(files)
        clear_layout(self._column)
        for file in files:
            self._column.addWidget(self._row(file))

    def files(self) -> tuple[FileItem, ...]:
        """What is listed."""
        return self._files

    def _row(self, file: FileItem) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(unit_of(self))
        row.addWidget(IconLabel("attachment", size=16))
        if file.shown:
            name = ElidedLink(file.name)
            name.setToolTip(self.tr("Xem {name}").format(name=file.name))
            name.clicked.connect(lambda: self.opened.emit(file.key))
            row.addWidget(name, 1)
        else:
            row.addWidget(ElidedLabel(file.name), 1)
        row.addWidget(label(file.size, "muted", factor=0.92))
        if file.saved:
            save = tool_button("save", self.tr("Lưu tệp… {name}").format(name=file.name))
            leads_out(save, "export")
            save.clicked.connect(lambda: self.saveRequested.emit(file.key))
            row.addWidget(save)
        return holder
