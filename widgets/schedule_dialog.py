"""One entry of the work schedule: everything that DOMAIN's schedule asks for, and clashes said while it is typed.

For the schedule desk. Knows Qt and the schedule's view data; the presenter finds the clashes.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTimeEdit,
    QWidget,
)

from widgets.form_dialog import ChoiceBox, DayEdit, FormDialog, KnownBox, TextArea, indent
from widgets.schedule_view import ScheduleForm, SchedulePerson

SESSIONS = ("timed", "morning", "afternoon", "allDay")


class ScheduleDialog(FormDialog):
    """Enters or adjusts an entry.

    ``values()`` has: day "YYYY-MM-DD", session "timed"|"morning"|"afternoon"|"allDay", start and end "HH:MM" (timed
    only), title, chairId, leaders [personId], attendees, place, preparation, vehicle, driver, invitation,
    note, decisionNote.
    """

    def __init__(self, form: ScheduleForm, parent: QWidget | None = None) -> None:
        super().__init__(form.heading, "", parent)
        self.accept_button.setText(self.tr("&Lưu điều chỉnh") if form.needs_note else self.tr("&Gửi duyệt"))
        self.setWindowTitle(form.heading or self.tr("Đăng ký lịch công tác"))
        self._needs_note = form.needs_note
        self._people = form.leaders
        self._build_time()
        self._build_people(form.leaders)
        self._build_rest(form)
        self.setMinimumWidth(760)
        self._fill(dict(form.values))
        self._connect()
        self.ready(self.title)

    # building

    def _build_time(self) -> None:
        self.day = DayEdit()
        self.day_name = QLabel()
        self.day_name.setProperty("kind", "muted")
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.day)
        first.addWidget(self.day_name, 1)
        self.add(self.tr("N&gày"), first, row=0, buddy=self.day)
        self.session = ChoiceBox()
        for text in (self.tr("Theo giờ"), self.tr("Sáng"), self.tr("Chiều"), self.tr("Cả ngày")):
            self.session.addItem(text)
        self.start, self.end = QTimeEdit(), QTimeEdit()
        self.start.setAccessibleName(self.tr("Từ giờ"))
        self.end.setAccessibleName(self.tr("Đến giờ"))
        times = QHBoxLayout()
        times.setSpacing(6)
        times.addWidget(self.session, 1)
        for edit in (self.start, self.end):
            edit.setDisplayFormat("HH:mm")
            indent(edit)
        times.addWidget(self.start)
        times.addWidget(QLabel("–"))
        times.addWidget(self.end)
        self.add(self.tr("&Thời gian"), times, row=0, column=2, buddy=self.session)
        self.title = TextArea(2)
        self.add(self.tr("&Nội dung"), self.title, row=1, span=3)

    def _build_people(self, leaders: tuple[SchedulePerson, ...]) -> None:
        self.chair = ChoiceBox()
        self.leaders = QListWidget()
        self.leaders.setAccessibleName(self.tr("Lãnh đạo dự"))
        for person in leaders:
            text = f"{person.name} – {person.title}" if person.title else person.name
            self.chair.addItem(text, person.id)
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, person.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.leaders.addItem(item)
        self.leaders.setFixedHeight(min(5, max(2, len(leaders))) * (self.fontMetrics().height() + 14) + 6)
        self.leaders.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add(self.tr("&Chủ trì"), self.chair, row=2)
        self.add(self.tr("Lãnh đạo &dự"), self.leaders, row=2, column=2, tall=True)
        self.attendees = TextArea(2)
        self.add(self.tr("Thành &phần"), self.attendees, row=3, span=3)

    def _build_rest(self, form: ScheduleForm) -> None:
        self.place = KnownBox(form.rooms)
        self.invitation = QLineEdit()
        self.preparation = QLineEdit()
        self.vehicle = KnownBox(form.cars)
        self.driver = KnownBox(form.drivers)
        self.note = QLineEdit()
        self.add(self.tr("Đị&a điểm"), self.place, row=4)
        self.add(self.tr("Số giấy &mời"), self.invitation, row=4, column=2)
        self.add(self.tr("Chuẩn &bị"), self.preparation, row=5, span=3)
        self.add(self.tr("&Xe"), self.vehicle, row=6)
        self.add(self.tr("Lá&i xe"), self.driver, row=6, column=2)
        self.add(self.tr("G&hi chú"), self.note, row=7, span=3)
        self.decision_note = QLineEdit()
        if self._needs_note:
            self.decision_note.setPlaceholderText(self.tr("Bắt buộc: điều chỉnh gì, vì sao"))
            self.add(self.tr("Lý do điề&u chỉnh"), self.decision_note, row=8, span=3)

    def _connect(self) -> None:
        self.day.dateChanged.connect(self._day_changed)
        self.session.currentIndexChanged.connect(self._session_changed)
        self.chair.currentIndexChanged.connect(self._chair_changed)
        self.leaders.itemChanged.connect(self.touched)
        for edit in (self.title, self.attendees):
            edit.textChanged.connect(self.touched)
        for edit in (self.invitation, self.preparation, self.note, self.decision_note):
            edit.textChanged.connect(self.touched)
        for choice in (self.place, self.vehicle, self.driver):
            choice.currentTextChanged.connect(self.touched)
        for time in (self.start, self.end):
            time.timeChanged.connect(self.touched)
        self._day_changed()
        self._session_changed()
        self._chair_changed()

    def _fill(self, values: dict[str, Any]) -> None:
        self.day.set_iso(str(values.get("day", "")))
        session = str(values.get("session", "timed"))
        self.session.setCurrentIndex(SESSIONS.index(session) if session in SESSIONS else 0)
        self.start.setTime(QTime.fromString(str(values.get("start") or "08:00"), "HH:mm"))
        self.end.setTime(QTime.fromString(str(values.get("end") or "10:00"), "HH:mm"))
        self.chair.setCurrentIndex(max(0, self.chair.findData(values.get("chairId"))))
        chosen = set(values.get("leaders") or ())
        for row in range(self.leaders.count()):
            item = self.leaders.item(row)
            if item.data(Qt.ItemDataRole.UserRole) in chosen:
                item.setCheckState(Qt.CheckState.Checked)
        for key, area in (("title", self.title), ("attendees", self.attendees)):
            area.set_text(str(values.get(key) or ""))
        for key, edit in (
            ("invitation", self.invitation),
            ("preparation", self.preparation),
            ("note", self.note),
            ("decisionNote", self.decision_note),
        ):
            edit.setText(str(values.get(key) or ""))
        for key, choice in (("place", self.place), ("vehicle", self.vehicle), ("driver", self.driver)):
            choice.setEditText(str(values.get(key) or ""))

    # changes

    def _day_changed(self) -> None:
        names = (
            self.tr("Thứ Hai"),
            self.tr("Thứ Ba"),
            self.tr("Thứ Tư"),
            self.tr("Thứ Năm"),
            self.tr("Thứ Sáu"),
            self.tr("Thứ Bảy"),
            self.tr("Chủ nhật"),
        )
        self.day_name.setText(names[self.day.date().dayOfWeek() - 1])
        self.touched()

    def _session_changed(self) -> None:
        timed = self.session.currentIndex() == 0
        self.start.setEnabled(timed)
        self.end.setEnabled(timed)
        self.touched()

    def _chair_changed(self) -> None:
        """Who chairs is there: their box is ticked and stays so."""
        self.leaders.blockSignals(True)
        for row in range(self.leaders.count()):
            item = self.leaders.item(row)
            chairs = item.data(Qt.ItemDataRole.UserRole) == self.chair.currentData()
            if chairs:
                item.setCheckState(Qt.CheckState.Checked)
            flags = item.flags()
            item.setFlags(flags & ~Qt.ItemFlag.ItemIsEnabled if chairs else flags | Qt.ItemFlag.ItemIsEnabled)
        self.leaders.blockSignals(False)
        self.touched()

    def values(self) -> dict[str, Any]:
        items = [self.leaders.item(row) for row in range(self.leaders.count())]
        timed = self.session.currentIndex() == 0
        return {
            "day": self.day.iso(),
            "session": SESSIONS[self.session.currentIndex()],
            "start": self.start.time().toString("HH:mm") if timed else None,
            "end": self.end.time().toString("HH:mm") if timed else None,
            "title": self.title.text(),
            "chairId": self.chair.currentData(),
            "leaders": [i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() == Qt.CheckState.Checked],
            "attendees": self.attendees.text(),
            "place": self.place.currentText().strip(),
            "preparation": self.preparation.text().strip(),
            "vehicle": self.vehicle.currentText().strip(),
            "driver": self.driver.currentText().strip(),
            "invitation": self.invitation.text().strip(),
            "note": self.note.text().strip(),
            "decisionNote": self.decision_note.text().strip(),
        }

    def lacks(self) -> str:
        if not self.title.text():
            return self.tr("Chưa ghi nội dung.")
        if self.chair.currentData() is None:
            return self.tr("Chưa chọn người chủ trì.")
        if self.session.currentIndex() == 0 and self.end.time() <= self.start.time():
            return self.tr("Giờ kết thúc phải sau giờ bắt đầu.")
        if self._needs_note and not self.decision_note.text().strip():
            return self.tr("Điều chỉnh lịch phải ghi lý do.")
        return ""
