"""The number dialog: gives an outgoing document its number and date from the register. Knows Qt and the theme.

Offline it shows no number at all: only the central gives numbers, so the document waits ("chờ cấp số").
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from widgets.dialog_parts import ActDialog, ActionButtons, Note, field_label, heading, muted
from widgets.fitting import FormArea
from widgets.theme import Tone


@dataclass(frozen=True)
class NumberChoice:
    """A number that may be given, and the number and notation as they would be printed."""

    number: int
    notation: str


@dataclass(frozen=True)
class NumberRequest:
    """What the dialog offers.

    Attributes:
        subject: the document's subject.
        register: name of the register: "Sổ văn bản đi · Thông báo · nhiệm kỳ 2025-2030".
        following: the next number; None where no register runs for this type.
        gaps: numbers that were jumped over, lowest first.
        today: the central's date.
        earliest: day of the last number given, if known; an earlier date is warned of.
        offline: the central cannot be reached now.
        reserve: the leader has not signed yet: the number is held, and stands on the page before the signature.
    """

    subject: str
    register: str
    following: NumberChoice | None
    gaps: tuple[NumberChoice, ...]
    today: date
    earliest: date | None = None
    offline: bool = False
    reserve: bool = False


class NumberDialog(ActDialog):
    """Asks which number and which date; stays until the act is safe.

    Signals:
        chosen: the number (None: whatever the central gives next) and the date as YYYY-MM-DD.
    """

    chosen = Signal(object, str)

    def __init__(self, request: NumberRequest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._request = request
        self.setModal(True)
        self.setWindowTitle(self.tr("Giữ số trước khi ký") if request.reserve else self.tr("Cấp số văn bản"))
        self.setMinimumWidth(480)
        self.next_button = QRadioButton()
        self.gap_button = QRadioButton(self.tr("Số còn t&rống trong sổ:"))
        self.gaps = QComboBox()
        self.date = QDateEdit(QDate(request.today.year, request.today.month, request.today.day))
        self.date_note = Note()
        self.buttons = self._buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(heading(request.subject))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        if request.register:
            column.addWidget(muted(request.register))
        self._add_numbers(column)
        self._add_date(column)
        layout.addWidget(FormArea(inner), 1)
        layout.addWidget(self.date_note)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        self._refresh()

    def fill(self, number: int | None, day: str) -> None:
        """Show what was chosen before; a number that is no gap any more gives way to the next one."""
        place = self.gaps.findData(number) if number is not None else -1
        if place >= 0:
            self.gaps.setCurrentIndex(place)
            self.gap_button.setChecked(True)
        chosen = QDate.fromString(day, Qt.DateFormat.ISODate)
        if chosen.isValid():
            self.date.setDate(chosen)

    def _buttons(self) -> ActionButtons:
        if self._request.offline:
            text = self.tr("&Chờ cấp số")
        elif self._request.reserve:
            text = self.tr("&Giữ số")
        else:
            text = self.tr("&Cấp số")
        box = ActionButtons(text, self.tr("Hủ&y"))
        box.accepted.connect(self._submit)
        box.rejected.connect(self.reject)
        return box

    def _add_numbers(self, layout: QVBoxLayout) -> None:
        request = self._request
        if request.following is None:
            layout.addWidget(
                Note(
                    self.tr(
                        "Chưa có sổ văn bản đi cho loại văn bản này. Người quản trị của cơ quan mở sổ, rồi cấp số lại."
                    ),
                    Tone.WARN,
                )
            )
            return
        if request.offline:
            layout.addWidget(
                Note(
                    self.tr(
                        "Đang mất kết nối, chưa biết số tiếp theo. Văn bản sẽ ghi “Chờ cấp số” và nhận số ngay khi"
                        " có mạng; không cần làm lại."
                    ),
                    Tone.WARN,
                )
            )
            return
        group = QButtonGroup(self)
        self.next_button.setText(self.tr("Số &tiếp theo:  %1").replace("%1", request.following.notation))
        self.next_button.setChecked(True)
        group.addButton(self.next_button)
        layout.addWidget(self.next_button)
        if not request.gaps:
            layout.addWidget(muted(self.tr("Sổ không có số trống.")))
            return
        for gap in request.gaps:
            self.gaps.addItem(gap.notation, gap.number)
        self.gaps.setAccessibleName(self.tr("Số còn trống trong sổ"))
        self.gaps.activated.connect(lambda *_: self.gap_button.setChecked(True))
        group.addButton(self.gap_button)
        row = QHBoxLayout()
        row.addWidget(self.gap_button)
        row.addWidget(self.gaps, 1)
        layout.addLayout(row)
        layout.addWidget(muted(self.tr("Sổ có %1 số trống.").replace("%1", str(len(request.gaps)))))

    def _add_date(self, layout: QVBoxLayout) -> None:
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("dd/MM/yyyy")
        self.date.dateChanged.connect(lambda *_: self._refresh())
        form = QFormLayout()
        form.addRow(field_label(self.tr("&Ngày văn bản"), self.date), self.date)
        layout.addLayout(form)
        if self._request.reserve:
            layout.addWidget(muted(self.tr("Số được giữ cho văn bản này và in sẵn trên trang trước khi lãnh đạo ký.")))

    def _refresh(self) -> None:
        request = self._request
        day = self.chosen_date()
        text = ""
        if day > request.today:
            text = self.tr("Ngày văn bản sau ngày hôm nay (%1).").replace("%1", request.today.strftime("%d/%m/%Y"))
        elif request.earliest is not None and day < request.earliest and not self.gap_button.isChecked():
            text = self.tr("Ngày văn bản trước ngày của số liền trước (%1).").replace(
                "%1", request.earliest.strftime("%d/%m/%Y")
            )
        self.date_note.show_text(text, Tone.WARN)
        self.buttons.set_ready(request.following is not None)

    def chosen_date(self) -> date:
        """The date chosen now."""
        day = self.date.date()
        return date(day.year(), day.month(), day.day())

    def chosen_number(self) -> int | None:
        """The number chosen now; None where the central is to give it."""
        if self._request.offline or self._request.following is None:
            return None
        if self.gap_button.isChecked():
            return int(self.gaps.currentData())
        return self._request.following.number

    def is_ready(self) -> bool:
        """There is a register to take the number from."""
        return self._request.following is not None

    def _submit(self) -> None:
        if self.is_ready():
            self.chosen.emit(self.chosen_number(), self.chosen_date().isoformat())
