"""The files that go with a draft: listed, added from the disk, taken away. Knows Qt and the kit.

Files are handed out as paths and come back as references: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from widgets.file_asking import ask_files
from widgets.kit import button


class AttachmentList(QWidget):
    """The list and its two buttons.

    Attributes: list (QListWidget).

    Signals:
        picked: paths of files to be added.
        dropped: one was taken away.
    """

    picked = Signal(list)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: list[dict[str, Any]] = []
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Tệp đính kèm"))
        self.add_button = button(self.tr("Thê&m tệp…"), icon="attachment")
        self.drop_button = button(self.tr("Bỏ tệ&p"))
        self.drop_button.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.drop_button)
        row.addStretch(1)
        column.addLayout(row)
        self.add_button.clicked.connect(lambda: ask_files(self, self.tr("Chọn tệp đính kèm"), [], self.picked.emit))
        self.drop_button.clicked.connect(self._drop)
        self.list.currentRowChanged.connect(lambda row: self.drop_button.setEnabled(row >= 0))

    def files(self) -> list[dict[str, Any]]:
        """The references of what is listed."""
        return list(self._files)

    def set_files(self, files: Sequence[Mapping[str, Any]]) -> None:
        """List these, and no others."""
        self._files = [dict(one) for one in files]
        self.list.clear()
        for one in self._files:
            item = QListWidgetItem(f"{one['name']}  ({_size(int(one['size']))})")
            item.setToolTip(one["name"])
            self.list.addItem(item)

    def _drop(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.set_files([*self._files[:row], *self._files[row + 1 :]])
            self.dropped.emit()


def _size(count: int) -> str:
    """Bytes as a person says them."""
    if count < 1024 * 1024:
        return f"{max(1, round(count / 1024))} KB"
    return f"{count / (1024 * 1024):.1f} MB".replace(".", ",")
