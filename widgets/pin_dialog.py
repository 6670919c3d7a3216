"""The PIN dialog: asks once for the PIN of one token, for one batch. Knows Qt and the theme.

The PIN lives in the line edit and in the one signal that carries it away; it is never kept, logged or filled in again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from widgets.dialog_parts import ActionButtons, Note, SnugDialog, field_label, heading, muted
from widgets.kit import label as kit_label
from widgets.theme import Tone

Tries = Literal["plenty", "low", "final", "locked"]
"""What the token's flags say of the PIN tries that are left (PKCS#11, CKF_USER_PIN_*)."""


@dataclass(frozen=True)
class PinRequest:
    """What the person sees before entering a PIN.

    Attributes:
        purpose: what the signatures are for, one line: "Ký duyệt 4 văn bản".
        token: label of the token, as its maker wrote it.
        serial: serial number of the token.
        holder: whose certificate it is.
        issuer: who issued the certificate.
        valid_until: last day of validity, as written on screen.
        expires_soon: the last day is less than a month away.
        tries: how many tries the token still gives.
        protected_path: the PIN is entered on the reader's own keypad, or in the maker's own window.
        problem: why the PIN is asked again; empty on the first time.
        hint: a practice token's PIN, in words; empty for a real one.
        accept: what the button says; empty where it signs.
    """

    purpose: str
    token: str
    serial: str
    holder: str
    issuer: str
    valid_until: str
    expires_soon: bool = False
    tries: Tries = "plenty"
    protected_path: bool = False
    problem: str = ""
    hint: str = ""
    accept: str = ""


class PinDialog(SnugDialog):
    """Asks for a PIN and hands it on in ``entered``, once.

    Signals:
        entered: the PIN; empty where it is entered on the reader itself. The line edit is empty when it is sent.
    """

    entered = Signal(str)

    def __init__(self, request: PinRequest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._request = request
        self.setWindowTitle(self.tr("Nhập mã PIN"))
        self.setModal(True)
        self.setMinimumWidth(440)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(heading(request.purpose))
        layout.addLayout(self._facts())
        for text, tone in self._notes():
            layout.addWidget(Note(text, tone))
        self.pin = QLineEdit()
        self.show_pin = QCheckBox(self.tr("&Hiện mã PIN"))
        if self._asks():
            self._add_entry(layout)
        self.buttons = self._buttons()
        layout.addWidget(self.buttons)
        self._refresh()

    def _facts(self) -> QFormLayout:
        """Which token, whose certificate, until when."""
        request = self._request
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(6)
        until = request.valid_until
        if request.expires_soon:
            until = self.tr("%1 (sắp hết hạn)").replace("%1", until)
        for label, value in (
            (self.tr("Thiết bị"), f"{request.token} · {request.serial}" if request.serial else request.token),
            (self.tr("Chứng thư của"), request.holder),
            (self.tr("Nơi cấp"), request.issuer),
            (self.tr("Có giá trị đến"), until),
        ):
            text = kit_label(value, wrap=True)
            text.setAccessibleName(f"{label}: {value}")
            form.addRow(kit_label(label, "muted"), text)
        return form

    def _notes(self) -> list[tuple[str, Tone]]:
        """Warnings to be read before a PIN is entered, the gravest last, each with its tone."""
        found: list[tuple[str, Tone]] = []
        if self._request.hint:
            found.append((self._request.hint, Tone.INFO))
        if self._request.problem:
            found.append((self._request.problem, Tone.BAD))
        if self._request.tries == "low":
            found.append(
                (
                    self.tr(
                        "Đã có lần nhập sai mã PIN, chỉ còn ít lần thử. Hãy nhập chậm và chắc; nếu không nhớ mã "
                        "PIN, bấm Hủy."
                    ),
                    Tone.WARN,
                )
            )
        elif self._request.tries == "final":
            found.append(
                (
                    self.tr(
                        "Đây là lần thử cuối cùng: nhập sai lần này thiết bị sẽ bị khóa. Nếu không chắc mã PIN, "
                        "bấm Hủy và hỏi đơn vị cấp chứng thư."
                    ),
                    Tone.BAD,
                )
            )
        elif self._request.tries == "locked":
            found.append(
                (
                    self.tr(
                        "Mã PIN của thiết bị đã bị khóa do nhập sai nhiều lần. Liên hệ đơn vị cấp chứng thư chữ ký"
                        " số để mở khóa; văn bản vẫn ở trong hàng chờ ký."
                    ),
                    Tone.BAD,
                )
            )
        if self._request.protected_path and self._request.tries != "locked":
            found.append(
                (
                    self.tr(
                        "Mã PIN được nhập trên bàn phím của đầu đọc hoặc trong cửa sổ của nhà cung cấp. Bấm Tiếp "
                        "tục, rồi nhập mã PIN ở đó."
                    ),
                    Tone.INFO,
                )
            )
        return found

    def _asks(self) -> bool:
        return self._request.tries != "locked" and not self._request.protected_path

    def _add_entry(self, layout: QVBoxLayout) -> None:
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.pin.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.pin.setMaxLength(64)
        self.pin.setAccessibleName(self.tr("Mã PIN của thiết bị ký số"))
        self.pin.textChanged.connect(self._refresh)
        layout.addWidget(field_label(self.tr("&Mã PIN"), self.pin))
        layout.addWidget(self.pin)
        self.show_pin.toggled.connect(self._echo)
        layout.addWidget(self.show_pin)
        said = self.tr("Chỉ hỏi một lần cho cả lượt ký. Chương trình không lưu mã PIN và không tự thử lại.")
        if self._request.accept:
            said = self.tr("Chương trình không lưu mã PIN và không tự thử lại.")
        layout.addWidget(muted(said))

    def _buttons(self) -> ActionButtons:
        if self._request.tries == "locked":
            box = ActionButtons("", self.tr("Đó&ng"))
        elif self._request.protected_path:
            box = ActionButtons(self.tr("&Tiếp tục"), self.tr("Hủ&y"))
        else:
            box = ActionButtons(self._request.accept or self.tr("&Ký"), self.tr("Hủ&y"))
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def _echo(self, shown: bool) -> None:
        self.pin.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _refresh(self) -> None:
        self.buttons.set_ready(self._request.protected_path or bool(self.pin.text()))

    def accept(self) -> None:
        """Send the PIN on and forget it."""
        button = self.buttons.accept_button
        if button is None or not button.isEnabled():
            return
        pin = self.pin.text()
        self._forget()
        super().accept()
        self.entered.emit(pin)

    def reject(self) -> None:
        """Forget what was typed and close."""
        self._forget()
        super().reject()

    def _forget(self) -> None:
        # clear() alone leaves the text in the undo history.
        self.pin.blockSignals(True)
        self.pin.setText("")
        self.pin.blockSignals(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Start in the PIN field."""
        super().showEvent(event)
        if self._asks():
            self.pin.setFocus(Qt.FocusReason.PopupFocusReason)
