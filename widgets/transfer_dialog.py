"""Chuyển xử lý: one lead, co-handlers, for information; a directive and a deadline. Knows Qt and the form frame."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QToolButton, QWidget

from widgets import icons
from widgets.assignee_table import AssigneeTable, Candidate
from widgets.form_dialog import DayEdit, FormDialog, TextArea
from widgets.kit import button, label, set_kind
from widgets.theme import unit_of

__all__ = ["Candidate", "TransferDialog"]


def month_end(today: date) -> date:
    """The last day of the month."""
    following = today.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)


class TransferDialog(FormDialog):
    """`values()` has: roles {key: "lead"|"co"|"info"}, directive, due ("YYYY-MM-DD" or None)."""

    def __init__(
        self,
        document: str,
        candidates: Sequence[Candidate],
        phrases: Sequence[str],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Chuyển xử lý"), self.tr("&Chuyển"), parent, heading=document)
        self._today = today
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 108, metrics.height() * 33)
        self.people = AssigneeTable()
        self.people.fill(candidates)
        self.people.table.setMinimumHeight(metrics.height() * 5)
        self.add(self.tr("&Người nhận"), self.people, row=0, span=3, buddy=self.people.search, tall=True)
        self.form.setRowStretch(0, 1)
        self.grow()
        self.chosen = label("", "muted", wrap=True)
        self.form.addWidget(self.chosen, 1, 1, 1, 3)
        self.add(self.tr("Hạn &xử lý"), self._make_due(), row=2, span=3, buddy=self.has_due)
        self.directive = TextArea(3)
        self.add(self.tr("Ý kiến chỉ đạ&o"), self._make_directive(phrases), row=3, span=3, buddy=self.directive)
        self.people.changed.connect(self._say_chosen)
        self.people.changed.connect(self.touched)
        self.directive.textChanged.connect(self.touched)
        self._say_chosen()
        self.touched()
        self.people.search.setFocus()

    def _make_due(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(unit_of(self) * 2)
        self.has_due = QCheckBox()
        self.has_due.setToolTip(self.tr("Có hạn xử lý"))
        self.has_due.setAccessibleName(self.tr("Có hạn xử lý"))
        self.due = DayEdit()
        self.due.setAccessibleName(self.tr("Ngày hạn xử lý"))
        self.due.setMinimumDate(QDate(self._today.year, self._today.month, self._today.day))
        self.due.set_iso((self._today + timedelta(days=7)).isoformat())
        self.due.setEnabled(False)
        row.addWidget(self.has_due)
        row.addWidget(self.due)
        for text, day in (
            (self.tr("Hôm nay"), self._today),
            (self.tr("Ngày mai"), self._today + timedelta(days=1)),
            (self.tr("3 ngày"), self._today + timedelta(days=3)),
            (self.tr("1 tuần"), self._today + timedelta(days=7)),
            (self.tr("Cuối tháng"), month_end(self._today)),
        ):
            quick = button(text, "link")
            quick.clicked.connect(lambda _=False, chosen=day: self._quick(chosen))
            row.addWidget(quick)
        row.addStretch(1)
        self.has_due.toggled.connect(self.due.setEnabled)
        self.has_due.toggled.connect(self.touched)
        self.due.dateChanged.connect(self.touched)
        return row

    def _make_directive(self, phrases: Sequence[str]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.directive, 1)
        self.phrases = QToolButton()
        set_kind(self.phrases, "flat")
        self.phrases.setText(self.tr("Mẫu"))
        self.phrases.setToolTip(self.tr("Ý kiến thường dùng"))
        self.phrases.setAccessibleName(self.tr("Ý kiến thường dùng"))
        self.phrases.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.phrases.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.dress(self.phrases, "directive")
        menu = QMenu(self.phrases)
        for phrase in phrases:
            entry = menu.addAction(phrase)
            entry.triggered.connect(lambda _=False, text=phrase: self._add_phrase(text))
        self.phrases.setMenu(menu)
        self.phrases.setVisible(bool(phrases))
        row.addWidget(self.phrases, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def values(self) -> dict[str, Any]:
        return {
            "roles": self.people.roles(),
            "directive": self.directive.text(),
            "due": self.due.iso() if self.has_due.isChecked() else None,
        }

    def fill(self, values: dict[str, Any]) -> None:
        """Show what was typed before."""
        self.people.set_roles(values.get("roles") or {})
        self.directive.set_text(values.get("directive") or "")
        due = values.get("due")
        if due and due >= self._today.isoformat():
            self.due.set_iso(due)
            self.has_due.setChecked(True)
        self.touched()

    def lacks(self) -> str:
        if "lead" not in self.people.roles().values():
            return self.tr("Chưa chọn chủ trì.")
        return ""

    def _quick(self, day: date) -> None:
        self.has_due.setChecked(True)
        self.due.set_iso(day.isoformat())
        self.touched()

    def _add_phrase(self, phrase: str) -> None:
        typed = self.directive.text()
        self.directive.set_text(f"{typed} {phrase}" if typed else phrase)
        self.directive.setFocus()

    def _say_chosen(self) -> None:
        parts = []
        for role, text in (("lead", self.tr("Chủ trì")), ("co", self.tr("Phối hợp")), ("info", self.tr("Để biết"))):
            names = self.people.names(role)
            if names:
                parts.append(f"{text}: {', '.join(names)}")
        self.chosen.setText("  ·  ".join(parts) or self.tr("Chọn một đơn vị hoặc một người chủ trì."))
