"""One picture of a signature or a stamp: what is kept of the file, how large it is, from when to when it is used.

The picture itself is made elsewhere: the form says what is wanted, and shows what came of it. Knows Qt and the forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QDate, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QWidget,
)

from widgets.dialog_parts import field_label
from widgets.form_dialog import ChoiceBox, DayEdit, FormDialog, indent
from widgets.kit import label
from widgets.picture_window import PaperView
from widgets.theme import Tone, unit_of

Crop = tuple[float, float, float, float]
WHOLE: Crop = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True)
class PictureForm:
    """What the form starts from.

    Attributes:
        source: the picture as it came.
        kinds: (key, words) of what it may be.
        opaque: it has no transparency of its own, so its paper has to be taken away.
        today: YYYY-MM-DD.
        new: it is being added; else it is changed, and its pixels stay as they are.
    """

    source: QImage
    kinds: tuple[tuple[str, str], ...]
    kind: str
    name: str
    width: float
    today: str
    opaque: bool = False
    new: bool = True
    since: str = ""
    until: str = ""
    default: bool = True


class CropView(QWidget):
    """The picture as it came; a rectangle drawn over it is what is kept.

    Signals:
        cropped(tuple): left, top, right, bottom as parts of the sides.
    """

    cropped = Signal(tuple)

    def __init__(self, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = image
        self._crop: Crop = WHOLE
        self._from: QPointF | None = None
        self.setMinimumSize(190, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Ảnh gốc; kéo chuột để chọn phần giữ lại"))

    def sizeHint(self) -> QSize:
        return QSize(300, 180)

    def set_crop(self, crop: Crop) -> None:
        """Show another rectangle."""
        self._crop = crop
        self.update()

    def _shown(self) -> QRectF:
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._image.isNull():
            return area
        scale = min(area.width() / self._image.width(), area.height() / self._image.height())
        shown = QRectF(0, 0, self._image.width() * scale, self._image.height() * scale)
        shown.moveCenter(area.center())
        return shown

    def _part(self, point: QPointF) -> QPointF:
        shown = self._shown()
        x, y = (point.x() - shown.left()) / shown.width(), (point.y() - shown.top()) / shown.height()
        return QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = self._part(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            box = QRectF(self._from, self._part(event.position())).normalized()
            self.set_crop((box.left(), box.top(), box.right(), box.bottom()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        box = QRectF(self._from, self._part(event.position())).normalized()
        self._from = None
        if box.width() < 0.02 or box.height() < 0.02:  # a click: all of it
            self.set_crop(WHOLE)
        self.cropped.emit(self._crop)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = self._shown()
        painter.fillRect(self.rect(), QColor("#eceff3"))
        painter.fillRect(shown, Qt.GlobalColor.white)
        painter.drawImage(shown, self._image)
        left, top, right, bottom = self._crop
        kept = QRectF(
            shown.left() + left * shown.width(), shown.top() + top * shown.height(),
            (right - left) * shown.width(), (bottom - top) * shown.height(),
        )  # fmt: skip
        if self._crop != WHOLE:
            painter.save()
            painter.setClipRect(shown)
            shade = QColor(20, 26, 34, 90)
            painter.fillRect(QRectF(shown.left(), shown.top(), shown.width(), kept.top() - shown.top()), shade)
            painter.fillRect(QRectF(shown.left(), kept.bottom(), shown.width(), shown.bottom() - kept.bottom()), shade)
            painter.fillRect(QRectF(shown.left(), kept.top(), kept.left() - shown.left(), kept.height()), shade)
            painter.fillRect(QRectF(kept.right(), kept.top(), shown.right() - kept.right(), kept.height()), shade)
            painter.restore()
        painter.setPen(QPen(QColor("#0b5cad"), 1.6, Qt.PenStyle.DashLine))
        painter.drawRect(kept.adjusted(0, 0, -1, -1))


class PictureDialog(FormDialog):
    """The form.

    ``values()`` has: name, kind, width (mm), recolour, paper (0 to 100), crop, since and until (YYYY-MM-DD or ""),
    default.

    Signals:
        wanted(dict): what the picture is to be made of, after each change of it: recolour, paper, crop, kind.
    """

    wanted = Signal(dict)

    def __init__(self, form: PictureForm, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Thêm ảnh chữ ký") if form.new else self.tr("Sửa ảnh chữ ký"))
        self.accept_button.setText(self.tr("&Lưu"))
        self._form = form
        self._made = False
        self._make_fields()
        self._build()
        self._fill()
        self._connect()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 96)
        self.ready(self.name)

    def _make_fields(self) -> None:
        self.name = QLineEdit()
        self.name.setMaxLength(60)
        self.kind = ChoiceBox()
        for key, words in self._form.kinds:
            self.kind.addItem(words, key)
        self.width_mm = QSpinBox()
        self.width_mm.setRange(5, 90)
        self.width_mm.setSuffix(" mm")
        self.recolour = QCheckBox()
        self.paper = QSlider(Qt.Orientation.Horizontal)
        self.paper.setRange(0, 100)
        self.paper.setPageStep(10)
        self.crop = [QSpinBox() for _ in range(4)]
        for box in self.crop:
            box.setRange(0, 100)
            box.setSuffix(" %")
        self.has_since, self.since = QCheckBox(self.tr("Từ n&gày")), DayEdit()
        self.has_until, self.until = QCheckBox(self.tr("Đến &hết ngày")), DayEdit()
        self.default = QCheckBox(self.tr("Dùng &mặc định khi ký"))
        self.original = CropView(self._form.source)
        self.outcome = PaperView()

    def _build(self) -> None:
        pictures = QGridLayout()
        pictures.setHorizontalSpacing(3 * unit_of(self))
        pictures.setVerticalSpacing(unit_of(self))
        pictures.addWidget(label(self.tr("Trên giấy"), "muted"), 0, 1 if self._form.new else 0)
        if self._form.new:
            pictures.addWidget(label(self.tr("Ảnh gốc: kéo chuột để cắt"), "muted"), 0, 0)
            pictures.addWidget(self.original, 1, 0)
        pictures.addWidget(self.outcome, 1, 1 if self._form.new else 0)
        self.form.addLayout(pictures, 0, 0, 1, 4)
        self.form.setRowStretch(0, 1)
        self.add(self.tr("&Tên"), self.name, row=1)
        self.add(self.tr("L&oại"), self.kind, row=1, column=2)
        self.add(self.tr("&Bề rộng trên giấy"), self.width_mm, row=2)
        self.form.addWidget(self.default, 2, 3)
        if self._form.new:
            if self._form.opaque:
                self.add(self.tr("Mức &xóa nền giấy"), self.paper, row=3)
            self.form.addWidget(self.recolour, 3, 3)
            self.add(self.tr("Cắt mép"), self._edges(), row=4, span=3)
        days = QHBoxLayout()
        days.setSpacing(2 * unit_of(self))
        for one in (self.has_since, self.since, self.has_until, self.until):
            days.addWidget(one)
        days.addStretch(1)
        self.add(self.tr("Hiệu lực"), days, row=5, span=3)
        self.since.setAccessibleName(self.tr("Hiệu lực từ ngày"))
        self.until.setAccessibleName(self.tr("Hiệu lực đến hết ngày"))

    def _edges(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * unit_of(self))
        words = (self.tr("trái"), self.tr("trên"), self.tr("phải"), self.tr("dưới"))
        for box, text in zip(self.crop, words, strict=True):
            box.setAccessibleName(self.tr("Cắt mép {side}").format(side=text))
            row.addWidget(field_label(text, box))
            row.addWidget(box)
        row.addStretch(1)
        return row

    def _fill(self) -> None:
        form = self._form
        self.name.setText(form.name)
        self.kind.setCurrentIndex(max(0, self.kind.findData(form.kind)))
        self.width_mm.setValue(round(form.width))
        self.paper.setValue(50)
        self.recolour.setChecked(form.opaque)
        self.default.setChecked(form.default)
        today = QDate.fromString(form.today, Qt.DateFormat.ISODate)
        self.since.setDate(today)
        self.until.setDate(today.addYears(1))
        self.since.set_iso(form.since)
        self.until.set_iso(form.until)
        self.has_since.setChecked(bool(form.since))
        self.has_until.setChecked(bool(form.until))
        self._dates_toggled()
        self._kind_changed()
        for box in (self.width_mm, *self.crop, self.since, self.until):
            indent(box)

    def _connect(self) -> None:
        self.name.textChanged.connect(self.touched)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.width_mm.valueChanged.connect(self._resized)
        self.recolour.toggled.connect(self._remake)
        self.paper.valueChanged.connect(self._remake)
        for box in self.crop:
            box.valueChanged.connect(self._edges_changed)
        self.original.cropped.connect(self._cropped)
        for box in (self.has_since, self.has_until):
            box.toggled.connect(self._dates_toggled)
        for day in (self.since, self.until):
            day.dateChanged.connect(self.touched)
        self.default.toggled.connect(self.touched)

    # -- what the form holds

    def values(self) -> dict[str, Any]:
        """See the class."""
        return {
            "name": self.name.text().strip(),
            "kind": str(self.kind.currentData() or ""),
            "width": self.width_mm.value(),
            "recolour": self.recolour.isChecked(),
            "paper": self.paper.value(),
            "crop": self._crop(),
            "since": self.since.iso() if self.has_since.isChecked() else "",
            "until": self.until.iso() if self.has_until.isChecked() else "",
            "default": self.default.isChecked(),
        }

    def lacks(self) -> str:
        """What is missing."""
        values = self.values()
        if not self._made:
            return self.tr("Chưa có nét nào để giữ lại.")
        if not values["name"]:
            return self.tr("Chưa đặt tên ảnh.")
        if values["since"] and values["until"] and values["until"] < values["since"]:
            return self.tr("Ngày hết hiệu lực trước ngày bắt đầu.")
        return ""

    def _crop(self) -> Crop:
        left, top, right, bottom = (box.value() / 100 for box in self.crop)
        return (left, top, 1 - right, 1 - bottom)

    # -- what changes

    def _kind_changed(self) -> None:
        stamp = self.kind.currentData() == "stamp"
        self.recolour.setText(self.tr("Đổi mực sang đỏ") if stamp else self.tr("Đổi mực sang xanh"))
        if stamp and not self.width_mm.hasFocus() and self._form.new:
            self.width_mm.setValue(36)
        self._remake()

    def _edges_changed(self) -> None:
        self.original.set_crop(self._crop())
        self._remake()

    def _cropped(self, crop: Crop) -> None:
        left, top, right, bottom = crop
        for box, part in zip(self.crop, (left, top, 1 - right, 1 - bottom), strict=True):
            box.blockSignals(True)
            box.setValue(round(part * 100))
            box.blockSignals(False)
        self._remake()

    def _dates_toggled(self) -> None:
        self.since.setEnabled(self.has_since.isChecked())
        self.until.setEnabled(self.has_until.isChecked())
        self.touched()

    def _remake(self) -> None:
        values = self.values()
        self.wanted.emit({key: values[key] for key in ("recolour", "paper", "crop", "kind")})
        self.touched()

    def _resized(self) -> None:
        self.outcome.show_image(self._image, self.width_mm.value())
        self.touched()

    _image: QImage | None = None

    def show_result(self, image: QImage | None, problem: str = "") -> None:
        """What came of it; a problem as a sentence where nothing did."""
        self._image = image
        self._made = image is not None
        self.outcome.show_image(image, self.width_mm.value())
        self.show_warnings([problem] if problem else [], Tone.BAD)
        self.touched()

    def show_notes(self, notes: tuple[str, ...]) -> None:
        """What a person should know of the file."""
        self.show_warnings(notes, Tone.INFO)
