"""Asks for one reason in words, where a rule wants it: a refusal, work sent back. Knows Qt and the form frame."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from widgets.form_dialog import FormDialog, TextArea


class ReasonDialog(FormDialog):
    """One text. ``values()`` has: reason. Not ``required``, it may stay empty; ``lack`` says that it is missing."""

    def __init__(
        self,
        title: str,
        question: str,
        accept_text: str,
        parent: QWidget | None = None,
        *,
        subject: str = "",
        required: bool = True,
        lack: str = "",
    ) -> None:
        super().__init__(title, accept_text, parent, heading=subject)
        self._required = required
        self._lack = lack
        self.reason = TextArea(4)
        self.add(question, self.reason, row=0, span=3)
        self.reason.textChanged.connect(self.touched)
        self.setMinimumWidth(520)
        self.ready(self.reason)

    def values(self) -> dict[str, Any]:
        return {"reason": self.reason.text()}

    def fill(self, values: dict[str, Any]) -> None:
        """Show what was typed before."""
        self.reason.set_text(values.get("reason") or "")

    def lacks(self) -> str:
        return (self._lack or self.tr("Chưa ghi lý do.")) if self._required and not self.reason.text() else ""
