"""The token dialog: which certificate signs, which module drives the token, what to do without one. Knows the kit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from widgets.dialog_parts import ActionButtons, Note, field_label, heading
from widgets.file_asking import ask_file
from widgets.fitting import fit_to_screen
from widgets.icons import icon_for
from widgets.kit import button
from widgets.theme import Tone


@dataclass(frozen=True)
class CertificateChoice:
    """One certificate on one token.

    Attributes:
        key: how the presenter knows it.
        holder: whose it is.
        detail: "Thiết bị … · có giá trị đến 03/05/2028".
        refusal: why it may not be used here; empty where it may.
        changes_pin: the PIN of its token can be changed here.
    """

    key: str
    holder: str
    detail: str
    refusal: str = ""
    changes_pin: bool = False


class TokenDialog(QDialog):
    """Shows what the tokens hold and lets a person choose.

    Signals:
        chosen: key of the certificate to sign with.
        module_chosen: path of a module file picked by hand.
        search_asked: look for tokens again.
        pin_change_asked: key of a certificate whose token shall get another PIN.
        examination_asked: find out what is wrong with the devices.
    """

    chosen = Signal(str)
    module_chosen = Signal(str)
    search_asked = Signal()
    pin_change_asked = Signal(str)
    examination_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, can_examine: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Thiết bị ký số"))
        self.setModal(True)
        self.resize(600, 480)
        self._usable = False
        self._choices: dict[str, CertificateChoice] = {}
        self.note = Note()
        self.said = Note()
        self.change_pin = button(self.tr("Đổi &mã PIN…"))
        self.change_pin.clicked.connect(lambda: self.pin_change_asked.emit(self._key()))
        self.examine = button(self.tr("&Kiểm tra thiết bị…"))
        self.examine.clicked.connect(self.examination_asked)
        self.examine.setVisible(can_examine)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Chứng thư chữ ký số trên thiết bị"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(self.fontMetrics().height() * 3)
        self.list.currentItemChanged.connect(lambda *_: self._refresh())
        self.list.itemActivated.connect(lambda *_: self.accept())
        self.module = QLineEdit()
        self.module.setReadOnly(True)
        self.module.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.module.setAccessibleName(self.tr("Tệp điều khiển đang dùng"))
        self.module.setPlaceholderText(self.tr("Tự tìm"))
        self.browse = button(self.tr("Chọn &tệp…"))
        self.browse.clicked.connect(self._browse)
        self.buttons = ActionButtons(self.tr("&Dùng chứng thư này"), self.tr("Hủ&y"))
        self.again = self.buttons.extra(self.tr("Tìm &lại"))
        self.again.clicked.connect(self.search_asked)
        self._lay_out()
        self.setTabOrder(self.list, self.change_pin)
        self.show_tokens((), "")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(heading(self.tr("Chọn chứng thư chữ ký số")))
        layout.addWidget(self.said)
        layout.addWidget(self.note)
        layout.addWidget(self.list, 100)
        layout.addStretch(1)
        tools = QHBoxLayout()
        tools.addWidget(self.change_pin)
        tools.addWidget(self.examine)
        tools.addStretch(1)
        layout.addLayout(tools)
        row = QHBoxLayout()
        row.addWidget(field_label(self.tr("Tệp điều khiển thiết &bị (PKCS#11)"), self.browse))
        row.addWidget(self.module, 1)
        row.addWidget(self.browse)
        layout.addLayout(row)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)

    def say(self, text: str) -> None:
        """Something went well."""
        self.said.show_text(text, Tone.GOOD)

    def show_tokens(
        self, choices: Sequence[CertificateChoice], current: str, module: str = "", trouble: str = ""
    ) -> None:
        """Show these certificates, ``current`` selected, or what is selected already.

        Args:
            trouble: what is wrong with a driver, said where there is no certificate to choose.
        """
        current = (self._key() if self._usable else "") or current
        self._choices = {choice.key: choice for choice in choices}
        self.list.clear()
        for choice in choices:
            text = f"{choice.holder}\n{choice.detail}"
            if choice.refusal:
                text += f"\n{choice.refusal}"
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, choice.key)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, text.replace("\n", ". "))
            if choice.refusal:
                item.setIcon(icon_for(self, "invalid", Tone.BAD))
            self.list.addItem(item)
            if choice.key == current:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            keys = [choice.key for choice in choices]
            first = next((choice.key for choice in choices if not choice.refusal), keys[0] if keys else "")
            self.list.setCurrentRow(keys.index(first) if first else -1)
        self.module.setText(module)
        self._explain(choices, trouble)
        if choices and self.again.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def _key(self) -> str:
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _explain(self, choices: Sequence[CertificateChoice], trouble: str) -> None:
        self.list.setVisible(bool(choices))
        if not choices and trouble:
            self.note.show_text(trouble, Tone.BAD)
        elif not choices:
            self.note.show_text(
                self.tr(
                    "Không thấy thiết bị ký số. Hãy: 1) cắm thiết bị vào cổng USB và chờ đèn sáng; 2) cài phần mềm của "
                    "nhà cung cấp thiết bị; 3) bấm Tìm lại. Nếu vẫn không thấy, chọn tệp điều khiển (.dll) do nhà "
                    "cung cấp giao."
                ),
                Tone.WARN,
            )
        elif all(choice.refusal for choice in choices):
            self.note.show_text(
                self.tr(
                    "Không có chứng thư nào dùng được; lý do ghi dưới từng chứng thư. Hãy cắm đúng thiết bị được cấp "
                    "cho mình; không dùng thiết bị của người khác."
                ),
                Tone.BAD,
            )
        else:
            self.note.show_text("")

    def _refresh(self) -> None:
        choice = self._choices.get(self._key())
        self._usable = choice is not None and not choice.refusal
        self.change_pin.setEnabled(choice is not None and choice.changes_pin)
        self.buttons.set_ready(self._usable)

    def _browse(self) -> None:
        kinds = [self.tr("Tệp điều khiển (*.dll *.so *.dylib)"), self.tr("Mọi tệp (*)")]
        ask_file(self, self.tr("Chọn tệp điều khiển thiết bị"), kinds, self.module_chosen.emit)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep it on the screen, and start where something can be chosen or done."""
        super().showEvent(event)
        fit_to_screen(self)
        (self.list if self._choices else self.again).setFocus(Qt.FocusReason.PopupFocusReason)

    def accept(self) -> None:
        """Hand on the chosen certificate."""
        item = self.list.currentItem()
        if item is None or not self._usable:
            return
        super().accept()
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
