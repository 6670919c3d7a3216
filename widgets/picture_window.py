"""The pictures of signatures and stamps kept on this machine: a list, the chosen one as it looks on paper, what to do.

Knows Qt and the kit; holds no rule: what may be done with a picture it is told.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from widgets.dialog_parts import Note, SnugDialog, heading, muted
from widgets.fitting import fit_to_screen, room_on
from widgets.keyed_table import Cell, KeyedTable, Line
from widgets.kit import button
from widgets.theme import Tone, unit_of


@dataclass(frozen=True)
class PictureRow:
    """One picture.

    Attributes:
        kind: "Chữ ký đầy đủ", "Ký nháy", "Con dấu".
        dates: on which days it may be used, in words.
        state: "Đang dùng mặc định", "Hết hiệu lực", in words; with its tone.
        note: why it cannot be used, as a sentence.
        width: millimetres on paper.
        can_default: it can be made the default.
        can_withdraw: it can be taken out of use.
    """

    id: str
    name: str
    kind: str
    dates: str
    state: str
    image: QImage
    width: float
    tone: Tone = Tone.NEUTRAL
    note: str = ""
    can_default: bool = False
    can_withdraw: bool = False


class PaperView(QWidget):
    """A picture on white paper with a ruler in millimetres under it, as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._width = 0.0
        self.setMinimumSize(150, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Ảnh trên giấy"))

    def sizeHint(self) -> QSize:
        return QSize(300, 180)

    def show_image(self, image: QImage | None, width: float) -> None:
        """Show a picture that is so many millimetres wide on paper, or none."""
        self._image, self._width = image, max(width, 1.0)
        if image is not None and not image.isNull():
            height = self._width * image.height() / image.width()
            said = self.tr("Rộng {width} mm, cao {height} mm trên giấy")
            self.setAccessibleDescription(said.format(width=round(self._width), height=round(height)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor("#c9ced6"), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(area)
        image = self._image
        if image is None or image.isNull():
            return
        foot = self.fontMetrics().height() * 2.0
        room = area.adjusted(16, 12, -16, -foot - 4)
        scale = min(room.width() / image.width(), room.height() / image.height())
        shown = QRectF(0, 0, image.width() * scale, image.height() * scale)
        shown.moveCenter(room.center())
        painter.drawImage(shown, image)
        self._ruler(painter, shown, area.bottom() - foot)

    def _ruler(self, painter: QPainter, shown: QRectF, top: float) -> None:
        """The picture's width on paper: a line of that length with a mark for each 5 mm."""
        painter.setPen(QPen(QColor("#5b6573"), 1))
        painter.drawLine(QPointF(shown.left(), top), QPointF(shown.right(), top))
        step = shown.width() / self._width
        for mm in range(0, int(self._width) + 1, 5):
            x = shown.left() + mm * step
            painter.drawLine(QPointF(x, top), QPointF(x, top + (7 if mm % 10 == 0 else 4)))
        words = f"{round(self._width)} mm"
        rect = QRectF(shown.left() - 40, top + 6, shown.width() + 80, self.fontMetrics().height() + 4)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


class PictureWindow(QDialog):
    """The window.

    Signals:
        add_asked: a new picture, from a file.
        edit_asked, default_asked, withdraw_asked, forget_asked: id of the picture.
    """

    add_asked = Signal()
    edit_asked = Signal(str)
    default_asked = Signal(str)
    withdraw_asked = Signal(str)
    forget_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Ảnh chữ ký và con dấu"))
        self.setModal(True)
        self._rows: dict[str, PictureRow] = {}
        self.question: QDialog | None = None
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * step, 4 * step, 5 * step, 4 * step)
        column.setSpacing(3 * step)
        column.addWidget(muted(self.tr("Ảnh được mã hóa và chỉ giữ trên máy này. Ảnh hết hiệu lực không dùng để ký.")))
        self.message = Note()
        column.addWidget(self.message)
        middle = QHBoxLayout()
        middle.setSpacing(3 * step)
        headers = [self.tr("Tên"), self.tr("Loại"), self.tr("Hiệu lực"), self.tr("Tình trạng")]
        # One day in full on the narrowest screen, both on any other.
        dates = 15 if room_on(self).width() < 900 else 24
        self.list = KeyedTable(self.tr("Ảnh chữ ký và con dấu"), headers, (0, 12, dates, 12), 0)
        middle.addWidget(self.list, 5)
        self.paper = PaperView()
        middle.addWidget(self.paper, 2)
        column.addLayout(middle, 1)
        self.note = Note()
        column.addWidget(self.note)
        column.addLayout(self._foot())
        self.list.chosen.connect(lambda _key: self._chosen())
        self.list.activated.connect(lambda _index: self._ask(self.edit_asked))
        self.resize(self.fontMetrics().averageCharWidth() * 140, self.fontMetrics().height() * 26)
        self.show_rows(())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.add_button = button(self.tr("&Thêm ảnh…"), "primary")
        self.edit_button = button(self.tr("&Sửa…"))
        self.default_button = button(self.tr("Đặt &mặc định"))
        self.withdraw_button = button(self.tr("&Ngừng dùng"))
        self.forget_button = button(self.tr("&Xóa…"))
        self.close_button = button(self.tr("Đón&g"))
        for one in (self.add_button, self.edit_button, self.default_button, self.withdraw_button, self.forget_button):
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self.add_button.clicked.connect(self.add_asked)
        self.edit_button.clicked.connect(lambda: self._ask(self.edit_asked))
        self.default_button.clicked.connect(lambda: self._ask(self.default_asked))
        self.withdraw_button.clicked.connect(lambda: self._ask(self.withdraw_asked))
        self.forget_button.clicked.connect(self._confirm)
        self.close_button.clicked.connect(self.accept)
        return row

    def show_rows(self, rows: tuple[PictureRow, ...]) -> None:
        """Show these; the chosen one stays chosen."""
        self._rows = {row.id: row for row in rows}
        self.list.show_lines([_line(row) for row in rows])
        self._chosen()

    def show_message(self, text: str, tone: Tone = Tone.BAD) -> None:
        """What went wrong, or nothing."""
        self.message.show_text(text, tone)

    def _chosen(self) -> None:
        row = self._rows.get(self.list.current_key())
        self.paper.show_image(row.image if row else None, row.width if row else 0)
        self.note.show_text(row.note if row else "", Tone.WARN)
        for one in (self.edit_button, self.forget_button):
            one.setEnabled(row is not None)
        self.default_button.setEnabled(bool(row and row.can_default))
        self.withdraw_button.setEnabled(bool(row and row.can_withdraw))

    def _ask(self, signal: object) -> None:
        if self.list.current_key():
            signal.emit(self.list.current_key())  # type: ignore[attr-defined]  # a bound Signal

    def _confirm(self) -> None:
        """It exists nowhere else: ask before it goes."""
        key, row = self.list.current_key(), self._rows.get(self.list.current_key())
        if row is None:
            return
        asked = SnugDialog(self)
        asked.setWindowTitle(self.tr("Xóa ảnh"))
        asked.setMinimumWidth(asked.fontMetrics().averageCharWidth() * 56)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(asked)
        column.setSpacing(3 * unit_of(self))
        column.addWidget(heading(self.tr("Xóa ảnh “{name}” khỏi máy này?").format(name=row.name)))
        column.addWidget(muted(self.tr("Xóa rồi thì không lấy lại được. Nếu chỉ không dùng nữa, chọn Ngừng dùng.")))
        buttons = QHBoxLayout()
        yes, no = button(self.tr("&Xóa ảnh")), button(self.tr("&Giữ lại"), "primary")
        no.setDefault(True)
        buttons.addStretch(1)
        buttons.addWidget(no)
        buttons.addWidget(yes)
        column.addLayout(buttons)
        yes.clicked.connect(asked.accept)
        no.clicked.connect(asked.reject)
        asked.accepted.connect(lambda: self.forget_asked.emit(key))
        asked.finished.connect(lambda _code: self._answered())
        self.question = asked
        asked.open()

    def _answered(self) -> None:
        self.question = None

    def showEvent(self, event: object) -> None:
        """Keep it on the screen."""
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        fit_to_screen(self)


def _line(row: PictureRow) -> Line:
    spoken = f"{row.name}, {row.kind}, {row.dates}, {row.state}. {row.note}"
    tone = row.tone if row.tone is not Tone.NEUTRAL else None
    return Line(row.id, (Cell(row.name), Cell(row.kind), Cell(row.dates), Cell(row.state, tone)), spoken)
