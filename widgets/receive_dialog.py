"""Tiếp nhận, vào sổ: the arrival number, the register, and what must be seen before. Knows Qt and the form frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from widgets.dialog_parts import Note
from widgets.form_dialog import ChoiceBox, FormDialog
from widgets.kit import button, label
from widgets.theme import Tone, unit_of


@dataclass(frozen=True, slots=True)
class RegisterChoice:
    """A register that may be chosen: its key, its name, its next number (None with the line down), its gaps."""

    key: str
    name: str
    next_number: int | None
    gaps: tuple[int, ...] = ()


class ReceiveDialog(FormDialog):
    """`values()` has: registerId, number (None for the next one, whatever it is by then), thenTransfer.

    Signals: duplicateRequested() to look at the document that this one seems to repeat.
    """

    duplicateRequested = Signal()

    def __init__(
        self,
        document: str,
        registers: Sequence[RegisterChoice],
        parent: QWidget | None = None,
        *,
        duplicate: str = "",
        verdict: str = "",
        verdict_tone: Tone = Tone.NEUTRAL,
    ) -> None:
        super().__init__(self.tr("Tiếp nhận, vào sổ"), self.tr("&Tiếp nhận"), parent, heading=document)
        self._registers = list(registers)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 78)
        self.duplicate = Note(duplicate, Tone.WARN)
        self.form.addWidget(self.duplicate, 0, 0, 1, 4)
        self.look = button("", "link")
        self.look.clicked.connect(self.duplicateRequested)
        self.look.hide()
        self.form.addWidget(self.look, 1, 0, 1, 4, Qt.AlignmentFlag.AlignLeft)
        self.verdict = Note(verdict, verdict_tone)
        self.form.addWidget(self.verdict, 2, 0, 1, 4)
        self.register = ChoiceBox()
        for choice in self._registers:
            self.register.addItem(choice.name, choice.key)
        self.add(self.tr("&Sổ đăng ký"), self.register, row=3, span=3)
        self.number = QLineEdit()
        self.number.setValidator(QIntValidator(1, 999_999, self))
        self.number.setMaximumWidth(self.fontMetrics().averageCharWidth() * 16)
        self.number.setPlaceholderText(self.tr("số tiếp theo"))
        self.next = label("", bold=True, wrap=True)
        row = QHBoxLayout()
        row.setSpacing(unit_of(self) * 3)
        row.addWidget(self.number)
        row.addWidget(self.next, 1)
        self.add(self.tr("Số đế&n"), row, row=4, span=3, buddy=self.number)
        self.gaps = label("", "muted", wrap=True)
        self.form.addWidget(self.gaps, 5, 1, 1, 3)
        self.then_transfer = QCheckBox(self.tr("Tiếp nhận xong thì &chuyển xử lý ngay"))
        self.form.addWidget(self.then_transfer, 6, 1, 1, 3)
        self.register.currentIndexChanged.connect(self._register_changed)
        self.number.textEdited.connect(self.touched)
        self.then_transfer.toggled.connect(self.touched)
        self._register_changed()
        self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_duplicate_link(self, text: str) -> None:
        """Offer a way to the other document."""
        self.look.setText(text)
        self.look.setVisible(bool(text))

    def values(self) -> dict[str, Any]:
        typed = self.number.text().strip()
        return {
            "registerId": self.register.currentData(),
            "number": int(typed) if typed else None,
            "thenTransfer": self.then_transfer.isChecked(),
        }

    def fill(self, values: dict[str, Any]) -> None:
        """Show what was typed before."""
        place = self.register.findData(values.get("registerId"))
        if place >= 0:
            self.register.setCurrentIndex(place)
        number = values.get("number")
        self.number.setText("" if number is None else str(number))
        self.then_transfer.setChecked(bool(values.get("thenTransfer")))
        self.touched()

    def lacks(self) -> str:
        chosen = self._chosen()
        if chosen is None:
            return self.tr("Chưa có sổ văn bản đến. Báo quản trị lập sổ.")
        typed = self.number.text().strip()
        if not typed or chosen.next_number is None:
            return ""
        number = int(typed)
        if number < chosen.next_number and number not in chosen.gaps:
            return self.tr("Số {number} đã dùng. Để trống để lấy số tiếp theo.").format(number=number)
        return ""

    def _chosen(self) -> RegisterChoice | None:
        place = self.register.currentIndex()
        return self._registers[place] if 0 <= place < len(self._registers) else None

    def _register_changed(self) -> None:
        chosen = self._chosen()
        known = chosen is not None and chosen.next_number is not None
        if chosen is not None and known:
            self.next.setText(self.tr("Số đến tiếp theo: {number}").format(number=chosen.next_number))
        else:
            # Offline no number is shown: the paper book may have moved on elsewhere.
            self.next.setText(self.tr("Chờ cấp số: số đến được cấp khi có mạng, không cần làm lại."))
        self.number.setVisible(known)
        self.gaps.setVisible(bool(chosen is not None and known and chosen.gaps))
        if chosen is not None and chosen.gaps:
            shown = ", ".join(str(gap) for gap in chosen.gaps[:12]) + ("…" if len(chosen.gaps) > 12 else "")
            self.gaps.setText(self.tr("Số còn trống trong sổ: {gaps}").format(gaps=shown))
        self.touched()
