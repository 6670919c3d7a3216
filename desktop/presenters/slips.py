"""Opens the submission slip of a document. Knows wire types and the slip's dialog."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from widgets.slip_dialog import SlipDialog

translate = QCoreApplication.translate


def open_slip(document: Mapping[str, Any], author: str, parent: QWidget) -> SlipDialog:
    """Show the slip: who submits, who signs and for whom, and what is proposed."""
    signer = document.get("signer") or {}
    signs = " · ".join(part for part in (signer.get("name"), signer.get("position"), signer.get("competence")) if part)
    facts = [(translate("Slips", "Người trình"), author), (translate("Slips", "Người ký"), signs)]
    dialog = SlipDialog(
        str(document["subject"]), [one for one in facts if one[1]], str(document.get("slip") or ""), parent
    )
    dialog.finished.connect(lambda _code: dialog.deleteLater())
    dialog.open()
    return dialog
