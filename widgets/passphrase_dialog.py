"""Asks for the passphrase of a profile where the system has no safe keyring: a new one twice, a known one once.

Knows Qt and the form frame. What is typed stays in the fields and is cleared when the window goes.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from widgets.dialog_parts import ActionButtons, Note, SnugDialog, field_label, heading, muted
from widgets.theme import Tone, unit_of

SHORTEST = 10
"""Characters: what Argon2id cannot make up for."""


class PassphraseDialog(SnugDialog):
    """One question.

    Signals:
        given(str): the passphrase.
    """

    given = Signal(str)

    def __init__(self, name: str, *, new: bool, problem: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new = new
        self.setModal(True)
        self.setWindowTitle(self.tr("Mật khẩu hồ sơ"))
        self.setMinimumWidth(480)
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * step, 4 * step, 5 * step, 4 * step)
        column.setSpacing(2 * step)
        column.addWidget(heading(self.tr("Hồ sơ của %1").replace("%1", name)))
        column.addWidget(muted(self._explanation()))
        column.addWidget(Note(problem, Tone.BAD))
        self.first, self.second = QLineEdit(), QLineEdit()
        for line, words in ((self.first, self.tr("&Mật khẩu")), (self.second, self.tr("&Nhập lại mật khẩu"))):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.textChanged.connect(self._typed)
            if line is self.first or new:
                column.addWidget(field_label(words, line))
                column.addWidget(line)
        self.missing = muted("")
        column.addWidget(self.missing)
        self.buttons = ActionButtons(self.tr("&Mở hồ sơ"), self.tr("Hủ&y"))
        self.buttons.accepted.connect(self._give)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
        self.finished.connect(self._forget)
        self._typed()
        self.first.setFocus()

    def _explanation(self) -> str:
        if not self._new:
            return self.tr("Máy này không có kho khóa an toàn: nhập mật khẩu đã đặt cho hồ sơ.")
        return self.tr(
            "Máy này không có kho khóa an toàn. Hãy đặt mật khẩu để mã hóa hồ sơ; quên mật khẩu thì không mở lại được."
        )

    def _typed(self) -> None:
        first = self.first.text()
        words = ""
        if self._new and len(first) < SHORTEST:
            words = self.tr("Mật khẩu cần ít nhất %1 ký tự.").replace("%1", str(SHORTEST))
        elif self._new and first != self.second.text():
            words = self.tr("Hai lần nhập chưa giống nhau.")
        self.missing.setText(words)
        self.buttons.set_ready(bool(first) and not words)

    def _give(self) -> None:
        passphrase = self.first.text()
        self.accept()
        self.given.emit(passphrase)

    def _forget(self) -> None:
        self.first.clear()
        self.second.clear()
