"""The PIN dialog: asks once for the PIN of one token, for one batch. Knows Qt and the theme.

The PIN lives in the line edit and in the one signal that carries it away; it is never kept, logged or filled in again.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from widgets.dialog_parts import ActionButtons, Note, SnugDialog, field_label, heading, muted
from widgets.fitting import FormArea
from widgets.pin_parts import PinRequest, Tries, accented, facts_of, forget, notes_of, pin_field, show_letters
from widgets.theme import Tone

__all__ = ["KeypadDialog", "PinDialog", "PinRequest", "Tries"]


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
        # Heading, field and buttons stay in sight on the lowest screen; what is said between them scrolls.
        self._area = self._make_area(request)
        layout.addWidget(self._area, 1)
        self.pin = pin_field(self.tr("Mã PIN của thiết bị ký số"))
        self.show_pin = QCheckBox(self.tr("&Hiện mã PIN"))
        self.accents = Note()
        if self._request.typed:
            self._add_entry(layout)
        self.buttons = self._buttons()
        layout.addWidget(self.buttons)
        self._refresh()

    def _make_area(self, request: PinRequest) -> FormArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(facts_of(request))
        if self._request.typed:
            said = self.tr("Chỉ hỏi một lần cho cả lượt ký. Chương trình không lưu mã PIN và không tự thử lại.")
            if request.accept or request.each:
                said = self.tr("Chương trình không lưu mã PIN và không tự thử lại.")
            column.addWidget(muted(said))
        self._notes = [Note(text, tone) for text, tone in notes_of(request)]
        for note in self._notes:
            column.addWidget(note)
        return FormArea(inner, lines=3)

    def _add_entry(self, layout: QVBoxLayout) -> None:
        self.pin.textChanged.connect(self._refresh)
        self.show_pin.toggled.connect(lambda shown: show_letters(shown, self.pin))
        row = QHBoxLayout()
        row.addWidget(field_label(self.tr("&Mã PIN"), self.pin), 1)
        row.addWidget(self.show_pin)
        layout.addLayout(row)
        layout.addWidget(self.pin)
        layout.addWidget(self.accents)
        self.setTabOrder(self.pin, self.show_pin)

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

    def _refresh(self) -> None:
        said = accented(self.pin)
        if said != self.accents.text():
            self.accents.show_text(said, Tone.WARN)
            if self.isVisible():
                self.fit()
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
        forget(self.pin)

    def showEvent(self, event: QShowEvent) -> None:
        """Start in the PIN field."""
        super().showEvent(event)
        if self._notes:
            self._area.ensureWidgetVisible(self._notes[-1], 0, 0)
        if self._request.typed:
            self.pin.setFocus(Qt.FocusReason.PopupFocusReason)


class KeypadDialog(SnugDialog):
    """Says that the token waits for its PIN on its own keypad. Closed by whoever opened it."""

    def __init__(self, token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Nhập mã PIN"))
        self.setModal(True)
        self.setMinimumWidth(420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(12)
        layout.addWidget(heading(self.tr("Nhập mã PIN trên thiết bị")))
        said = self.tr("Thiết bị %1 đang chờ mã PIN trên bàn phím của nó. Cửa sổ này tự đóng khi nhập xong.")
        layout.addWidget(Note(said.replace("%1", token), Tone.INFO))
        working = QProgressBar()
        working.setRange(0, 0)
        working.setTextVisible(False)
        working.setAccessibleName(self.tr("Đang chờ"))
        layout.addWidget(working)

    def reject(self) -> None:
        """The token waits on: only it can end this."""
