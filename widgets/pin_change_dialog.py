"""The dialog that changes a token's PIN: the old one, the new one twice. Knows the kit.

The PINs live in the line edits and in the one signal that carries them away. While the token works the dialog waits; a
refusal is shown in it, and nothing is tried again by itself.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from widgets.dialog_parts import ActDialog, ActionButtons, Note, field_label, heading, muted
from widgets.fitting import FormArea
from widgets.pin_parts import PinRequest, accented, facts_of, forget, notes_of, pin_field, show_letters
from widgets.theme import Tone


class PinChangeDialog(ActDialog):
    """Asks for the old PIN and the new one.

    Signals:
        entered: the old PIN and the new one; both empty where they are entered on the reader itself.
    """

    entered = Signal(str, str)

    def __init__(self, request: PinRequest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._request = request
        self._done = False
        self.setWindowTitle(self.tr("Đổi mã PIN"))
        self.setModal(True)
        self.setMinimumWidth(460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(heading(self.tr("Đổi mã PIN của thiết bị ký số")))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(facts_of(request))
        self._notes = [Note(text, tone) for text, tone in notes_of(request)]
        for note in (*self._notes, self.problem):
            column.addWidget(note)
        self.old = pin_field(self.tr("Mã PIN hiện tại"))
        self.new = pin_field(self.tr("Mã PIN mới"))
        self.again = pin_field(self.tr("Nhập lại mã PIN mới"))
        self.shown = QCheckBox(self.tr("&Hiện mã PIN"))
        self.mismatch = Note()
        if self._request.typed:
            self._add_entry(column)
        self._area = FormArea(inner)
        layout.addWidget(self._area, 1)
        self.buttons = self._buttons()
        layout.addWidget(self.buttons)
        self._refresh()

    def _add_entry(self, layout: QVBoxLayout) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for text, field in (
            (self.tr("Mã PIN hiện &tại"), self.old),
            (self.tr("Mã PIN &mới"), self.new),
            (self.tr("Nhập &lại mã PIN mới"), self.again),
        ):
            field.textChanged.connect(self._refresh)
            form.addRow(field_label(text, field), field)
        layout.addLayout(form)
        self.shown.toggled.connect(lambda shown: show_letters(shown, self.old, self.new, self.again))
        layout.addWidget(self.shown)
        layout.addWidget(self.mismatch)
        layout.addWidget(muted(self._rule()))

    def _rule(self) -> str:
        """What the token wants of a PIN, as far as it says, and what to mind."""
        least, most = self._request.least, self._request.most
        said = self.tr("Nên chọn số không ai đoán được; không dùng ngày sinh hay dãy số liên tiếp.")
        if least and most:
            wanted = self.tr("Mã PIN mới dài từ %1 đến %2 ký tự.").replace("%1", str(least)).replace("%2", str(most))
        elif least:
            wanted = self.tr("Mã PIN mới dài ít nhất %1 ký tự.").replace("%1", str(least))
        else:
            return said
        return f"{wanted} {said}"

    def _buttons(self) -> ActionButtons:
        if self._request.tries == "locked":
            box = ActionButtons("", self.tr("Đó&ng"))
        else:
            text = self.tr("&Tiếp tục") if self._request.protected_path else self.tr("Đổi mã &PIN")
            box = ActionButtons(text, self.tr("Hủ&y"))
        box.accepted.connect(self._hand_on)
        box.rejected.connect(self.reject)
        return box

    def is_ready(self) -> bool:
        """Whether what is entered can be sent to the token."""
        if self._request.protected_path:
            return True
        new, least, most = self.new.text(), self._request.least, self._request.most
        fits = least <= len(new.encode()) and (not most or len(new.encode()) <= most)
        # A PIN with accents could be entered nowhere else.
        return bool(self.old.text() and new and new.isascii() and fits and new == self.again.text())

    def _refresh(self) -> None:
        self.problem.show_text("")
        differs = bool(self.again.text()) and not self.new.text().startswith(self.again.text())
        said = accented(self.old, self.new, self.again)
        if differs and not said:
            said = self.tr("Hai lần nhập mã PIN mới không giống nhau.")
        # A note that comes or goes changes the height.
        if said != self.mismatch.text():
            self.mismatch.show_text(said, Tone.WARN)
            if self.isVisible():
                self.fit()
                self._area.ensureWidgetVisible(self.mismatch, 0, 0)
        self.buttons.set_ready(self.is_ready())

    def _hand_on(self) -> None:
        """Send the PINs on and forget them; the dialog stays until the token has answered."""
        button = self.buttons.accept_button
        if button is None or not button.isEnabled():
            return
        old, new = self.old.text(), self.new.text()
        self._forget()
        if self._request.protected_path:
            self.problem.show_text(self.tr("Đang chờ nhập mã PIN trên thiết bị…"), Tone.INFO)
            self.fit()
            self._area.ensureWidgetVisible(self.problem, 0, 0)
        self.set_busy(True)
        self.entered.emit(old, new)

    def set_busy(self, busy: bool) -> None:
        """While the token works nothing can be entered."""
        super().set_busy(busy)
        for field in (self.old, self.new, self.again):
            field.setEnabled(not busy)

    def show_refusal(self, text: str, *, again: bool) -> None:
        """The token did not take it. ``again``: it may be tried once more, by the person."""
        self.show_problem(text)
        for note in self._notes:
            note.show_text("")  # what was said of the tries before this one holds no more
        if not again:
            self.buttons.set_ready(False)
            for field in (self.old, self.new, self.again):
                field.setEnabled(False)
            self.buttons.reject_button.setFocus()
        elif self._request.typed:
            self.old.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()
        self._area.ensureWidgetVisible(self.old, 0, 0)
        self._area.ensureWidgetVisible(self.problem, 0, 0)

    def reject(self) -> None:
        """Forget what was typed and close."""
        self._forget()
        super().reject()

    def _forget(self) -> None:
        forget(self.old, self.new, self.again)

    def showEvent(self, event: QShowEvent) -> None:
        """Start in the first field."""
        super().showEvent(event)
        if self._request.typed:
            self._area.ensureWidgetVisible(self.again, 0, 0)
            self._area.ensureWidgetVisible(self.old, 0, 0)
            self.old.setFocus(Qt.FocusReason.PopupFocusReason)
