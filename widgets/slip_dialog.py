"""The submission slip of a document (phiếu trình), to be read beside it. Knows Qt and the kit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QFormLayout, QPlainTextEdit, QVBoxLayout, QWidget

from widgets.dialog_parts import ActionButtons, heading
from widgets.fitting import fit_to_screen
from widgets.kit import label
from widgets.leaving import keep_in


class SlipDialog(QDialog):
    """Read only; it does not stand in the way of the page behind it."""

    def __init__(
        self, subject: str, facts: Sequence[tuple[str, str]], text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Phiếu trình"))
        self.resize(520, 380)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(subject))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        for name, value in facts:
            form.addRow(label(name, "muted"), label(value, wrap=True))
        column.addLayout(form)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        keep_in(self.text)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Nội dung trình"))
        column.addWidget(self.text, 1)
        buttons = ActionButtons("", self.tr("Đó&ng"))
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        fit_to_screen(self)
