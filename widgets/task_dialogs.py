"""The forms of the task desk: give a task, report, finish, ask for more time, decide. Knows Qt and the form frame."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QSlider,
    QSpinBox,
    QWidget,
)

from widgets.form_dialog import ChoiceBox, DayEdit, FormDialog, TextArea, indent
from widgets.kit import label
from widgets.task_view import AssignForm, ExtensionRequest


class AssignDialog(FormDialog):
    """Gives a task.

    ``values()`` has: title, description, product, leads [candidate id], co [candidate id], due "YYYY-MM-DD" or None,
    each ("one task for each lead": N units asked are N tasks).
    """

    def __init__(self, form: AssignForm, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, heading=form.source)
        self.setWindowTitle(self.tr("Giao nhiệm vụ"))
        self.accept_button.setText(self.tr("&Giao nhiệm vụ"))
        self._today = form.today
        self.title = TextArea(2)
        self.description = TextArea(2)
        self.product = QLineEdit()
        self.lead = ChoiceBox()
        self.lead.addItem(self.tr("Chọn đơn vị hoặc người"), "")
        self.leads, self.co = QListWidget(), QListWidget()
        for who in form.candidates:
            text = f"{who.name} – {who.note}" if who.note else who.name
            self.lead.addItem(text, who.id)
            for box in (self.leads, self.co):
                item = QListWidgetItem(text)
                item.setData(Qt.ItemDataRole.UserRole, who.id)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
                box.addItem(item)
        self.several = QCheckBox(self.tr("Giao nhiều đơn &vị, mỗi đơn vị một nhiệm vụ"))
        self.due = DayEdit()
        self.has_due = QCheckBox(self.tr("Có t&hời hạn"))
        self._build()
        self._fill(form)
        self._connect()
        self.setMinimumWidth(720)
        self.ready(self.title)

    def _build(self) -> None:
        for box in (self.leads, self.co):
            box.setFixedHeight(5 * (self.fontMetrics().height() + 14))
            box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add(self.tr("&Nội dung"), self.title, row=0, span=3)
        self.add(self.tr("Yêu cầu cụ &thể"), self.description, row=1, span=3)
        self.add(self.tr("&Sản phẩm"), self.product, row=2, span=3)
        self.product.setPlaceholderText(self.tr("Báo cáo, kế hoạch, tờ trình…"))
        due = QHBoxLayout()
        due.setSpacing(8)
        due.addWidget(self.has_due)
        due.addWidget(self.due)
        due.addStretch(1)
        self.add(self.tr("Thời hạn"), due, row=3, span=3)
        self.due.setAccessibleName(self.tr("Thời hạn"))
        self.add(self.tr("&Chủ trì"), self.lead, row=4, span=3)
        self.form.addWidget(self.several, 5, 1, 1, 3)
        self.leads_label = self.add(self.tr("Các đơn vị chủ t&rì"), self.leads, row=6, span=3, tall=True)
        self.co_label = self.add(self.tr("&Phối hợp"), self.co, row=7, span=3, tall=True)

    def _fill(self, form: AssignForm) -> None:
        values = form.values
        self.title.set_text(str(values.get("title") or ""))
        self.description.set_text(str(values.get("description") or ""))
        self.product.setText(str(values.get("product") or ""))
        today = QDate.fromString(form.today, Qt.DateFormat.ISODate)
        if today.isValid():
            self.due.setMinimumDate(today)
            self.due.setDate(today.addDays(7))
        due = values.get("due")
        self.has_due.setChecked(due is not None)
        self.due.set_iso(str(due or ""))
        leads, co = values.get("leads"), values.get("co")
        wanted = [str(one) for one in leads] if isinstance(leads, (list, tuple)) else []
        self.several.setChecked(bool(values.get("each")))
        if wanted and not self.several.isChecked():
            self.lead.setCurrentIndex(max(0, self.lead.findData(wanted[0])))
        for box, chosen in ((self.leads, wanted), (self.co, co if isinstance(co, (list, tuple)) else ())):
            for item in _items(box):
                if item.data(Qt.ItemDataRole.UserRole) in chosen:
                    item.setCheckState(Qt.CheckState.Checked)

    def _connect(self) -> None:
        self.title.textChanged.connect(self.touched)
        self.description.textChanged.connect(self.touched)
        self.product.textChanged.connect(self.touched)
        self.due.dateChanged.connect(self.touched)
        self.has_due.toggled.connect(self._due_toggled)
        self.lead.currentIndexChanged.connect(self._leads_changed)
        self.several.toggled.connect(self._leads_changed)
        self.leads.itemChanged.connect(self._leads_changed)
        self.co.itemChanged.connect(self.touched)
        self._due_toggled()
        self._leads_changed()

    def _due_toggled(self) -> None:
        self.due.setEnabled(self.has_due.isChecked())
        self.touched()

    def _chosen_leads(self) -> list[str]:
        if self.several.isChecked():
            return _checked(self.leads)
        chosen = self.lead.currentData()
        return [chosen] if chosen else []

    def _leads_changed(self) -> None:
        """Who leads cannot be a co-handler: the row goes away below, its tick with it."""
        several = self.several.isChecked()
        self.lead.setEnabled(not several)
        self.leads.setVisible(several)
        self.leads_label.setVisible(several)
        leads = set(self._chosen_leads())
        self.co.blockSignals(True)
        for item in _items(self.co):
            taken = item.data(Qt.ItemDataRole.UserRole) in leads
            item.setHidden(taken)
            if taken:
                item.setCheckState(Qt.CheckState.Unchecked)
        self.co.blockSignals(False)
        self.touched()

    def values(self) -> dict[str, Any]:
        return {
            "title": self.title.text(),
            "description": self.description.text(),
            "product": self.product.text().strip(),
            "leads": self._chosen_leads(),
            "co": _checked(self.co),
            "due": self.due.iso() if self.has_due.isChecked() else None,
            "each": self.several.isChecked(),
        }

    def lacks(self) -> str:
        if not self.title.text():
            return self.tr("Chưa ghi nội dung nhiệm vụ.")
        if not self._chosen_leads():
            return self.tr("Chưa chọn đơn vị hoặc người chủ trì.")
        return ""


class ReportDialog(FormDialog):
    """Reports progress; with ``finishing`` it says that the work is done. ``values()`` has: percent, text."""

    def __init__(
        self,
        task: str,
        percent: int,
        parent: QWidget | None = None,
        *,
        finishing: bool = False,
        values: dict[str, Any] | None = None,
    ) -> None:
        super().__init__("", "", parent, heading=task)
        self._finishing = finishing
        self.setWindowTitle(self.tr("Báo cáo hoàn thành") if finishing else self.tr("Báo cáo tiến độ"))
        self.accept_button.setText(self.tr("&Báo hoàn thành") if finishing else self.tr("&Gửi báo cáo"))
        values = values or {}
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(self.tr("Tiến độ"))
        self.percent = QSpinBox()
        self.percent.setRange(0, 100)
        indent(self.percent)
        self.percent.setSuffix(" %")
        self.slider.valueChanged.connect(self.percent.setValue)
        self.percent.valueChanged.connect(self.slider.setValue)
        self.percent.setValue(int(values.get("percent", percent)))
        self.text = TextArea(5)
        self.text.set_text(str(values.get("text") or ""))
        if not finishing:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(self.slider, 1)
            row.addWidget(self.percent)
            self.add(self.tr("&Tiến độ"), row, row=0, span=3, buddy=self.percent)
        self.add(self.tr("&Kết quả") if finishing else self.tr("&Nội dung"), self.text, row=1, span=3)
        self.percent.valueChanged.connect(self.touched)
        self.text.textChanged.connect(self.touched)
        self.setMinimumWidth(560)
        self.ready(self.text)

    def values(self) -> dict[str, Any]:
        return {"percent": 100 if self._finishing else self.percent.value(), "text": self.text.text()}

    def lacks(self) -> str:
        if self.text.text():
            return ""
        return self.tr("Chưa ghi kết quả.") if self._finishing else self.tr("Chưa ghi nội dung báo cáo.")


class AskExtensionDialog(FormDialog):
    """Asks for a later deadline and says how many requests are left. ``values()`` has: due, reason."""

    def __init__(
        self,
        task: str,
        due_now: str,
        left: int,
        parent: QWidget | None = None,
        *,
        earliest: str = "",
        values: dict[str, Any] | None = None,
    ) -> None:
        super().__init__("", "", parent, heading=task)
        self.setWindowTitle(self.tr("Xin gia hạn"))
        self.accept_button.setText(self.tr("&Gửi đề nghị"))
        values = values or {}
        self.due = DayEdit()
        first = QDate.fromString(earliest, Qt.DateFormat.ISODate)
        if first.isValid():
            self.due.setMinimumDate(first)
            self.due.setDate(first.addDays(6))
        self.due.set_iso(str(values.get("due") or ""))
        self.reason = TextArea(4)
        self.reason.set_text(str(values.get("reason") or ""))
        self.add(self.tr("Hạn hiện nay"), label(due_now), row=0, span=3)
        self.add(self.tr("Xin đến &ngày"), self.due, row=1)
        self.add(self.tr("&Lý do"), self.reason, row=2, span=3)
        words = self.tr("Còn được xin gia hạn %n lần (kể cả lần này), tối đa 2 lần.", "", left)
        self.left = label(words, "muted", wrap=True)
        self.form.addWidget(self.left, 3, 1, 1, 3)
        self.due.dateChanged.connect(self.touched)
        self.reason.textChanged.connect(self.touched)
        self.setMinimumWidth(560)
        self.ready(self.due)

    def values(self) -> dict[str, Any]:
        return {"due": self.due.iso(), "reason": self.reason.text()}

    def lacks(self) -> str:
        return "" if self.reason.text() else self.tr("Chưa ghi lý do xin gia hạn.")


class DecideDialog(FormDialog):
    """Yes or no with a reason; no needs one. ``values()`` has: granted, reason."""

    def __init__(
        self,
        title: str,
        heading: str,
        facts: tuple[tuple[str, str], ...],
        yes: str,
        no: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, "", parent, heading=heading)
        self.accept_button.setText(self.tr("&Gửi quyết định"))
        for row, (name, value) in enumerate(facts):
            self.add(name, label(value, wrap=True), row=row, span=3)
        self.yes, self.no = QRadioButton(yes), QRadioButton(no)
        group = QButtonGroup(self)
        choice = QHBoxLayout()
        choice.setSpacing(16)
        for option in (self.yes, self.no):
            group.addButton(option)
            choice.addWidget(option)
            option.toggled.connect(self.touched)
        choice.addStretch(1)
        self.add(self.tr("Quyết định"), choice, row=len(facts), span=3)
        self.reason = TextArea(3)
        self.reason.textChanged.connect(self.touched)
        self.add(self.tr("Ý kiế&n"), self.reason, row=len(facts) + 1, span=3)
        self.setMinimumWidth(560)
        self.ready(self.yes)

    def values(self) -> dict[str, Any]:
        return {"granted": self.yes.isChecked(), "reason": self.reason.text()}

    def lacks(self) -> str:
        if not self.yes.isChecked() and not self.no.isChecked():
            return self.tr("Chưa chọn quyết định.")
        if self.no.isChecked() and not self.reason.text():
            return self.tr("Không đồng ý thì phải ghi lý do.")
        return ""


def decide_extension(request: ExtensionRequest, parent: QWidget | None = None) -> DecideDialog:
    """The form that decides on an extension."""
    facts = (
        (QCoreApplication.translate("DecideDialog", "Người xin"), request.who),
        (QCoreApplication.translate("DecideDialog", "Hạn hiện nay"), request.due_now),
        (QCoreApplication.translate("DecideDialog", "Xin đến"), request.due_asked),
        (QCoreApplication.translate("DecideDialog", "Lý do"), request.reason),
        (QCoreApplication.translate("DecideDialog", "Đã gia hạn"), request.used),
    )
    return DecideDialog(
        QCoreApplication.translate("DecideDialog", "Duyệt gia hạn"),
        request.title,
        facts,
        QCoreApplication.translate("DecideDialog", "Đồng ý gia &hạn"),
        QCoreApplication.translate("DecideDialog", "&Không đồng ý"),
        parent,
    )


def decide_completion(title: str, who: str, result: str, parent: QWidget | None = None) -> DecideDialog:
    """The form that accepts finished work, or sends it back."""
    facts = (
        (QCoreApplication.translate("DecideDialog", "Người báo cáo"), who),
        (QCoreApplication.translate("DecideDialog", "Kết quả"), result),
    )
    return DecideDialog(
        QCoreApplication.translate("DecideDialog", "Duyệt hoàn thành"),
        title,
        facts,
        QCoreApplication.translate("DecideDialog", "Công nhận &hoàn thành"),
        QCoreApplication.translate("DecideDialog", "Yêu cầu làm &tiếp"),
        parent,
    )


def _items(box: QListWidget) -> list[QListWidgetItem]:
    return [box.item(row) for row in range(box.count())]


def _checked(box: QListWidget) -> list[str]:
    return [item.data(Qt.ItemDataRole.UserRole) for item in _items(box) if item.checkState() == Qt.CheckState.Checked]
