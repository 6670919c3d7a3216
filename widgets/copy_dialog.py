"""Asks how a document is to be copied: SAO Y, SAO LỤC or TRÍCH SAO, which pages, and for a secret who said so.

Knows Qt and the form frame. What may be chosen and what is wrong with a scan is told by whoever opens it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QLabel, QLineEdit, QSpinBox, QWidget

from widgets.dialog_parts import Note
from widgets.form_dialog import ChoiceBox, FormDialog, indent
from widgets.theme import Tone

MOST_COPIES = 999


@dataclass(frozen=True)
class CopyRequest:
    """What the dialog offers.

    Attributes:
        title: number, notation and subject of what is copied.
        source: what it is: an electronic document whose signatures are valid, or a scan of paper.
        kinds: (code, words) of the kinds of copy that may be made.
        pages: how many there are.
        notes: what the clerk should know first, such as a scan of too low a resolution.
        faulty: something of that is to be mended.
        leaders: (id, name and position) of those who may authorise the copying of a secret; empty where none is one.
    """

    title: str
    source: str
    kinds: tuple[tuple[str, str], ...]
    pages: int
    notes: tuple[str, ...] = ()
    faulty: bool = False
    leaders: tuple[tuple[str, str], ...] = ()


class CopyDialog(FormDialog):
    """``values()`` has: type, pages (as typed), authorisedById, count.

    Args:
        check: of what is typed as pages, what is wrong with it; "" for nothing.
    """

    def __init__(self, request: CopyRequest, check: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, heading=request.title)
        self.setWindowTitle(self.tr("Sao văn bản"))
        self.accept_button.setText(self.tr("&Lập bản sao"))
        self._check = check
        self._secret = bool(request.leaders)
        source = QLabel(request.source)
        source.setWordWrap(True)
        self.kind = ChoiceBox()
        for code, words in request.kinds:
            self.kind.addItem(words, code)
        self.pages = QLineEdit()
        self.pages.setPlaceholderText(self.tr("Ví dụ: 1-3, 5 (văn bản có %n trang)", None, request.pages))
        self.leader, self.count = ChoiceBox(), QSpinBox()
        self.add(self.tr("Văn bản gốc"), source, row=0, span=3)
        self.add(self.tr("&Hình thức sao"), self.kind, row=1, span=3)
        self._pages_label = self.add(self.tr("&Trang trích sao"), self.pages, row=2, span=3)
        if self._secret:
            self._add_secret(request)
        self.note = Note("\n".join(request.notes), Tone.WARN if request.faulty else Tone.INFO)
        self.form.addWidget(self.note, 5, 0, 1, 4)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.pages.textEdited.connect(lambda _text: self.touched())
        self.setMinimumWidth(520)
        self._kind_changed()
        self.ready(self.kind)

    def _add_secret(self, request: CopyRequest) -> None:
        self.leader.addItem(self.tr("Chọn người cho phép"), "")
        for key, name in request.leaders:
            self.leader.addItem(name, key)
        self.count.setRange(0, MOST_COPIES)
        indent(self.count)
        self.add(self.tr("&Người cho phép sao"), self.leader, row=3, span=3)
        self.add(self.tr("&Số bản"), self.count, row=4)
        self.leader.currentIndexChanged.connect(self.touched)
        self.count.valueChanged.connect(self.touched)

    def _kind_changed(self, *_: object) -> None:
        partial = self.kind.currentData() == "TrS"
        self.pages.setEnabled(partial)
        self._pages_label.setEnabled(partial)
        self.touched()

    def values(self) -> dict[str, Any]:
        return {
            "type": str(self.kind.currentData() or ""),
            "pages": self.pages.text().strip() if self.kind.currentData() == "TrS" else "",
            "authorisedById": (self.leader.currentData() or None) if self._secret else None,
            "count": (self.count.value() or None) if self._secret else None,
        }

    def fill(self, values: dict[str, Any]) -> None:
        """Show what was chosen before."""
        self.kind.setCurrentIndex(max(0, self.kind.findData(values.get("type"))))
        self.pages.setText(str(values.get("pages") or ""))
        self.leader.setCurrentIndex(max(0, self.leader.findData(values.get("authorisedById") or "")))
        self.count.setValue(int(values.get("count") or 0))
        self.touched()

    def lacks(self) -> str:
        if self.kind.currentData() == "TrS" and (wrong := self._check(self.pages.text())):
            return wrong
        if self._secret and not self.leader.currentData():
            return self.tr("Chưa chọn người cho phép sao văn bản mật.")
        if self._secret and not self.count.value():
            return self.tr("Chưa ghi số bản.")
        return ""
