"""Asks for a leader's directive, and whether it is signed where the office asks for that. Knows the form frame."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from widgets.reason_dialog import ReasonDialog


class DirectiveDialog(ReasonDialog):
    """One text. ``values()`` has: reason, sign.

    While it is busy it can be neither changed nor left: a signature cannot be taken back, and what comes of it is told
    here.

    Attributes: sign — whether the directive is signed on the handling slip; hidden where it is not offered.
    """

    def __init__(
        self, title: str, question: str, accept_text: str, parent: QWidget | None = None,
        *, subject: str = "", lack: str = "", signs: bool = False,
    ) -> None:  # fmt: skip
        # The base asks for values while it is being built.
        self.sign: QCheckBox | None = None
        self._busy = False
        super().__init__(title, question, accept_text, parent, subject=subject, lack=lack)
        self.sign = QCheckBox(self.tr("Ký &số ý kiến này trên phiếu xử lý văn bản"))
        self.sign.setChecked(signs)
        self.sign.setVisible(signs)
        self.sign.toggled.connect(self.touched)
        self.form.addWidget(self.sign, 1, 1, 1, 3)
        self.ready(self.reason)

    def values(self) -> dict[str, Any]:
        return {**super().values(), "sign": self.sign is not None and self.sign.isChecked()}

    def fill(self, values: dict[str, Any]) -> None:
        """Show what was typed before."""
        super().fill(values)
        if self.sign is not None and not self.sign.isHidden() and "sign" in values:
            self.sign.setChecked(bool(values["sign"]))

    def set_busy(self, busy: bool) -> None:
        super().set_busy(busy)
        self._busy = busy
        self.reason.setReadOnly(busy)
        self.cancel_button.setEnabled(not busy)
        if self.sign is not None:
            self.sign.setEnabled(not busy)

    def reject(self) -> None:
        """Close, unless it is busy."""
        if not self._busy:
            super().reject()
