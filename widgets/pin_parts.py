"""What the PIN dialogs show of a token before anything is entered, and their PIN fields. Knows the kit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFormLayout, QLineEdit

from widgets.kit import label as kit_label
from widgets.theme import Tone

translate = QCoreApplication.translate

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
        least, most: how long the token's PIN may be; 0 where it does not say.
        each: the token asks for it at each signature.
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
    least: int = 0
    most: int = 0
    each: bool = False

    @property
    def typed(self) -> bool:
        """Whether a PIN is typed into the dialog: the token takes one, and not by its own keypad."""
        return self.tries != "locked" and not self.protected_path


def facts_of(request: PinRequest) -> QFormLayout:
    """Which token, whose certificate, until when."""
    form = QFormLayout()
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(6)
    until = request.valid_until
    if request.expires_soon:
        until = translate("PinDialog", "%1 (sắp hết hạn)").replace("%1", until)
    for label, value in (
        (
            translate("PinDialog", "Thiết bị"),
            f"{request.token} · {request.serial}" if request.serial else request.token,
        ),
        (translate("PinDialog", "Chứng thư của"), request.holder),
        (translate("PinDialog", "Nơi cấp"), request.issuer),
        (translate("PinDialog", "Có giá trị đến"), until),
    ):
        text = kit_label(value, wrap=True)
        text.setAccessibleName(f"{label}: {value}")
        form.addRow(kit_label(label, "muted"), text)
    return form


def notes_of(request: PinRequest) -> list[tuple[str, Tone]]:
    """Warnings to be read before a PIN is entered, the gravest last, each with its tone."""
    found: list[tuple[str, Tone]] = []
    if request.hint:
        found.append((request.hint, Tone.INFO))
    if request.problem:
        found.append((request.problem, Tone.BAD))
    if request.tries == "low":
        said = translate(
            "PinDialog",
            "Đã có lần nhập sai mã PIN, chỉ còn ít lần thử. Hãy nhập chậm và chắc; nếu không nhớ mã PIN, bấm Hủy.",
        )
        found.append((said, Tone.WARN))
    elif request.tries == "final":
        said = translate(
            "PinDialog",
            "Đây là lần thử cuối cùng: nhập sai lần này thiết bị sẽ bị khóa. Nếu không chắc mã PIN, bấm Hủy và hỏi đơn "
            "vị cấp chứng thư.",
        )
        found.append((said, Tone.BAD))
    elif request.tries == "locked":
        said = translate(
            "PinDialog",
            "Mã PIN của thiết bị đã bị khóa do nhập sai nhiều lần. Liên hệ đơn vị cấp chứng thư chữ ký số để mở khóa; "
            "văn bản vẫn ở trong hàng chờ ký.",
        )
        found.append((said, Tone.BAD))
    if request.protected_path and request.tries != "locked":
        said = translate(
            "PinDialog",
            "Mã PIN được nhập trên bàn phím của đầu đọc hoặc trong cửa sổ của nhà cung cấp. Bấm Tiếp tục, rồi nhập mã "
            "PIN ở đó.",
        )
        found.append((said, Tone.INFO))
    return found


def pin_field(name: str) -> QLineEdit:
    """A field for a PIN: hidden, offered to no dictionary, with no menu to copy from."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setInputMethodHints(
        Qt.InputMethodHint.ImhHiddenText
        | Qt.InputMethodHint.ImhSensitiveData
        | Qt.InputMethodHint.ImhNoPredictiveText
        | Qt.InputMethodHint.ImhNoAutoUppercase
    )
    field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    field.setMaxLength(64)
    field.setAccessibleName(name)
    return field


def show_letters(shown: bool, *fields: QLineEdit) -> None:
    """Show what is typed into the fields, or hide it."""
    for field in fields:
        field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


def accented(*fields: QLineEdit) -> str:
    """What is said where a Vietnamese input method was at work; empty where none was.

    It makes "đ" of "dd", unseen behind the dots, and a wrong PIN costs one of few tries.
    """
    if all(field.text().isascii() for field in fields):
        return ""
    return translate("PinDialog", "Mã PIN vừa gõ có chữ có dấu. Tắt bộ gõ tiếng Việt rồi gõ lại, kẻo mất một lần thử.")


def forget(*fields: QLineEdit) -> None:
    """Empty the fields, and tell nobody."""
    for field in fields:
        # clear() alone leaves the text in the undo history.
        field.blockSignals(True)
        field.setText("")
        field.blockSignals(False)
