"""Asks for the passphrase of a profile where the system has no safe keyring: a new one twice, a known one once.

Knows Qt and the form frame. What is typed stays in the fields and is cleared when the window goes.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from widgets.dialog_parts import ActionButtons, Note, SnugDialog, field_label, heading, muted
from widgets.fitting import FormArea
from widgets.passphrase_strength import strength
from widgets.theme import Tone, unit_of

SHORTEST = 10
"""Characters: what Argon2id cannot make up for."""


class PassphraseDialog(SnugDialog):
    """One question.

    Args:
        new: a passphrase is set, typed twice; else the known one is asked for.
        locking: it is set in the settings, to unlock by.
        old: the one in force is asked for as well: without it the key cannot be had.

    Signals:
        given(str): the passphrase.
        changed(str, str): the one in force and the new one, where both were asked for; then nothing is given.
    """

    given = Signal(str)
    changed = Signal(str, str)

    def __init__(
        self,
        name: str,
        *,
        new: bool,
        problem: str = "",
        locking: bool = False,
        old: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._new = new
        self._locking = locking
        self._old = old
        self.setModal(True)
        self.setWindowTitle(self.tr("Mật khẩu hồ sơ"))
        self.setMinimumWidth(480)
        step = unit_of(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(5 * step, 4 * step, 5 * step, 4 * step)
        outer.setSpacing(2 * step)
        outer.addWidget(heading(self.tr("Hồ sơ của %1").replace("%1", name)))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * step)
        outer.addWidget(FormArea(inner), 1)
        column.addWidget(muted(self._explanation()))
        column.addWidget(Note(problem, Tone.BAD))
        self.former, self.first, self.second = QLineEdit(), QLineEdit(), QLineEdit()
        known = self.tr("&Mật khẩu mới") if old else self.tr("&Mật khẩu")
        for line, words, there in (
            (self.former, self.tr("Mật khẩu đan&g dùng"), old),
            (self.first, known, True),
            (self.second, self.tr("&Nhập lại mật khẩu"), new),
        ):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.textChanged.connect(self._typed)
            if there:
                column.addWidget(field_label(words, line))
                column.addWidget(line)
        self.strength = muted("")
        self.strength.setVisible(new)
        column.addWidget(self.strength)
        self.missing = muted("")
        outer.addWidget(self.missing)
        accept = self.tr("Đặt mật &khẩu") if locking else self.tr("&Mở hồ sơ")
        self.buttons = ActionButtons(accept, self.tr("Hủ&y"))
        self.buttons.accepted.connect(self._give)
        self.buttons.rejected.connect(self.reject)
        outer.addWidget(self.buttons)
        self.finished.connect(self._forget)
        self._typed()
        (self.former if old else self.first).setFocus()

    def _explanation(self) -> str:
        if self._locking:
            return self.tr(
                "Mật khẩu này mở khóa Tác nghiệp trên máy này, và mở được hồ sơ khi kho khóa của máy bị mất. Không "
                "phải mật khẩu đăng nhập hệ thống."
            )
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
        if self._new:
            self.strength.setText(self._strength_words(first))
        self.buttons.set_ready(bool(first) and not words and (not self._old or bool(self.former.text())))

    def _strength_words(self, text: str) -> str:
        if not text:
            return self.tr("Nên dùng bốn, năm từ rời nhau mà chỉ bạn nhớ.")
        return {
            "weak": self.tr("Độ mạnh: yếu, dễ đoán. Thêm vài từ rời nhau."),
            "fair": self.tr("Độ mạnh: vừa."),
            "strong": self.tr("Độ mạnh: tốt."),
        }[strength(text)]

    def _give(self) -> None:
        former, passphrase = self.former.text(), self.first.text()
        self.accept()
        if self._old:
            self.changed.emit(former, passphrase)
        else:
            self.given.emit(passphrase)

    def _forget(self) -> None:
        self.former.clear()
        self.first.clear()
        self.second.clear()
