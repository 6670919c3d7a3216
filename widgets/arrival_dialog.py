"""What an arrival mark (dấu ĐẾN) says beside its number and day. Knows Qt and the form frame."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from widgets.form_dialog import FormDialog

LONGEST = 100
"""Characters of either; the mark is 50 mm wide."""


class ArrivalDialog(FormDialog):
    """Two short texts, both may stay empty: then a dotted line is left. ``values()`` has: transfer, dossier."""

    def __init__(self, subject: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, heading=subject)
        self.setWindowTitle(self.tr("Nội dung dấu đến"))
        self.accept_button.setText(self.tr("&Ghi vào dấu đến"))
        self.transfer, self.dossier = QLineEdit(), QLineEdit()
        self.transfer.setPlaceholderText(self.tr("Đơn vị hoặc người được chuyển đến"))
        self.dossier.setPlaceholderText(self.tr("Để trống nếu chưa lập hồ sơ"))
        for row, (text, field) in enumerate(
            ((self.tr("&Chuyển"), self.transfer), (self.tr("&Số và ký hiệu hồ sơ"), self.dossier))
        ):
            field.setMaxLength(LONGEST)
            self.add(text, field, row=row, span=3)
            field.textEdited.connect(lambda _text: self.touched())
        self.setMinimumWidth(460)
        self.ready(self.transfer)

    def values(self) -> dict[str, Any]:
        return {"transfer": self.transfer.text().strip(), "dossier": self.dossier.text().strip()}

    def fill(self, values: dict[str, Any]) -> None:
        """Show what was typed before."""
        self.transfer.setText(values.get("transfer") or "")
        self.dossier.setText(values.get("dossier") or "")

    def lacks(self) -> str:
        return ""
