"""The first window: sign in at the office's central system, or open the practice office. Knows Qt and the kit.

Signing in happens in the system's browser; here one waits, opens the page again, or cancels.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from widgets import icons
from widgets.dialog_parts import Note, field_label
from widgets.fitting import FormArea, room_on
from widgets.form_dialog import ChoiceBox, dress_fields
from widgets.kit import button, label, rule, set_kind
from widgets.theme import Tone, tokens_of, unit_of


class _Pages(QWidget):
    """One page at a time, as high as its words need: a QStackedWidget forgets that wrapped lines need height."""

    def __init__(self, *pages: QWidget) -> None:
        super().__init__()
        self._pages = pages
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for page in pages:
            column.addWidget(page)
        self.setCurrentIndex(0)

    def currentIndex(self) -> int:
        return next(place for place, page in enumerate(self._pages) if not page.isHidden())

    def setCurrentIndex(self, index: int) -> None:
        for place, page in enumerate(self._pages):
            page.setVisible(place == index)


class _RailIcon(QWidget):
    """A decorative icon on the dark ground of the rail."""

    def __init__(self, name: str, size: int = 20) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        mark = icons.pixmap(self._name, tokens_of(self).rail_mark, self.width(), self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, mark)


class WelcomeWindow(QWidget):
    """The window.

    Signals:
        sign_in_requested(str): sign in at this address.
        practice_requested(str): open the practice office as this person; empty is the first one.
        reopen_requested(): open the sign-in page in the browser again.
        cancelled(): stop waiting.
        copy_requested(): put the sign-in page's address on the clipboard.
        report_requested(): a report on this machine, for whoever helps.
        closed(): the window was closed by hand.
    """

    sign_in_requested = Signal(str)
    practice_requested = Signal(str)
    reopen_requested = Signal()
    cancelled = Signal()
    copy_requested = Signal()
    report_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "canvas")
        dress_fields(self)
        self.resize(720, 520)
        self.setWindowTitle("Tác nghiệp")
        halves = QHBoxLayout(self)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addWidget(self._name_side(), 2)
        halves.addWidget(FormArea(self._work_side()), 3)
        self._words()

    def _name_side(self) -> QWidget:
        """What this is and what it is for."""
        side = QFrame()
        set_kind(side, "rail")
        step = unit_of(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(6 * step, 6 * step, 5 * step, 6 * step)
        column.setSpacing(4 * step)
        column.addStretch(1)
        column.addWidget(label("Tác nghiệp", "railname", factor=1.9, bold=True))
        column.addSpacing(2 * step)
        self._points: list[QLabel] = []
        for icon in ("document", "schedule", "token", "offline"):
            row = QHBoxLayout()
            row.setSpacing(3 * step)
            words = label("", "railnote", wrap=True)
            self._points.append(words)
            row.addWidget(_RailIcon(icon), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            column.addLayout(row)
        column.addStretch(2)
        return side

    def _work_side(self) -> QWidget:
        """What there is to do, in the middle of the room there is."""
        step = unit_of(self)
        card = QWidget()
        card.setMaximumWidth(480)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * step)
        self.problem = Note("", Tone.BAD)
        column.addWidget(self.problem)
        self.pages = _Pages(self._start_page(), self._waiting_page(), self._opening_page())
        column.addWidget(self.pages)
        # Beside stretches, not aligned: an aligned item is measured at the width of the window, not at its own.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)
        side = QWidget()
        outer = QVBoxLayout(side)
        outer.setContentsMargins(6 * step, 6 * step, 6 * step, 6 * step)
        outer.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(2)
        return side

    def _start_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * unit_of(self))
        self.address = QLineEdit()
        self.address.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self.address.textChanged.connect(self._typed)
        self.address.returnPressed.connect(self._sign_in)
        self.address_label = field_label("", self.address)
        self.address_note = label("", "muted", wrap=True, factor=0.95)
        self.sign_in = button("", "primary")
        self.sign_in.setDefault(True)
        self.sign_in.clicked.connect(self._sign_in)
        for widget in (self.address_label, self.address, self.address_note, self.sign_in):
            column.addWidget(widget)
        column.addSpacing(3 * unit_of(self))
        column.addWidget(rule())
        column.addSpacing(unit_of(self))
        self.practice_note = label("", "muted", wrap=True)
        self.person = ChoiceBox()
        self.person.hide()
        self.practice = button("")
        self.practice.clicked.connect(lambda: self.practice_requested.emit(self.person.currentData() or ""))
        for widget in (self.practice_note, self.person, self.practice):
            column.addWidget(widget)
        self.report = button("", "link")
        self.report.clicked.connect(self.report_requested)
        column.addWidget(self.report, 0, Qt.AlignmentFlag.AlignLeft)
        return page

    def _waiting_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * unit_of(self))
        self.waiting = label("", wrap=True, factor=1.1, bold=True)
        self.waiting_note = label("", wrap=True)
        column.addWidget(self.waiting)
        column.addWidget(self.waiting_note)
        column.addWidget(_moving_bar())
        row = QHBoxLayout()
        self.reopen, self.copy, self.cancel = button(""), button(""), button("")
        self.reopen.clicked.connect(self.reopen_requested)
        self.copy.clicked.connect(self.copy_requested)
        self.cancel.clicked.connect(self.cancelled)
        for made in (self.reopen, self.copy):
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(self.cancel)
        column.addLayout(row)
        column.addStretch(1)
        return page

    def _opening_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * unit_of(self))
        self.opening = QLabel()
        self.opening.setWordWrap(True)
        column.addWidget(self.opening)
        column.addWidget(_moving_bar())
        row = QHBoxLayout()
        row.addStretch(1)
        self.cancel_opening = button("")
        self.cancel_opening.clicked.connect(self.cancelled)
        row.addWidget(self.cancel_opening)
        column.addLayout(row)
        column.addStretch(1)
        return page

    def _words(self) -> None:
        said = (
            self.tr("Văn bản đến, văn bản đi"),
            self.tr("Lịch công tác và nhiệm vụ"),
            self.tr("Ký duyệt và ký số cơ quan"),
            self.tr("Làm việc được cả khi mất mạng"),
        )
        for words, text in zip(self._points, said, strict=True):
            words.setText(text)
        self.address_label.setText(self.tr("Địa &chỉ hệ thống của cơ quan"))
        self.address.setAccessibleName(self.tr("Địa chỉ hệ thống của cơ quan"))
        self.address.setPlaceholderText("https://")
        self.sign_in.setText(self.tr("Đăng &nhập"))
        self.practice_note.setText(
            self.tr(
                "Chưa có tài khoản, hoặc muốn tập làm trước? Văn phòng thực hành có đủ văn bản và chữ ký tập, "
                "không có giá trị sử dụng, không gửi đi đâu."
            )
        )
        self.person.setAccessibleName(self.tr("Làm với vai"))
        self.practice.setText(self.tr("Mở văn phòng &thực hành"))
        self.report.setText(self.tr("&Báo cáo sự cố…"))
        self.waiting.setText(self.tr("Đang chờ đăng nhập trong trình duyệt"))
        self.waiting_note.setText(
            self.tr("Trang đăng nhập đã mở trong trình duyệt. Đăng nhập xong, cửa sổ này tự chuyển vào việc.")
        )
        self.reopen.setText(self.tr("&Mở lại trang"))
        self.copy.setText(self.tr("&Chép địa chỉ trang"))
        self.cancel.setText(self.tr("Hủ&y"))
        self.cancel_opening.setText(self.tr("Hủ&y"))

    # for whoever opened it

    def show_start(self, address: str = "", *, locked: str = "", practice: bool = True, problem: str = "") -> None:
        """Begin: the address known, if any; ``locked`` says why it cannot be changed; a problem is shown in words."""
        self.address.setText(address)
        self.address.setReadOnly(bool(locked))
        self.address_note.setText(locked)
        self.address_note.setVisible(bool(locked))
        self.practice.setVisible(practice)
        self.practice_note.setVisible(practice)
        self.person.setVisible(practice and self.person.count() > 0)
        self.problem.show_text(problem, Tone.BAD)
        self.pages.setCurrentIndex(0)
        self._typed()
        (self.sign_in if address else self.address).setFocus()

    def set_practice_people(self, people: tuple[tuple[str, str], ...]) -> None:
        """Whom one may be in the practice office: (identifier, words)."""
        self.person.clear()
        for name, words in people:
            self.person.addItem(words, name)
        self.person.setVisible(bool(people))

    def show_waiting(self) -> None:
        """The browser has the sign-in page."""
        self.problem.show_text("")
        self.pages.setCurrentIndex(1)
        self.reopen.setFocus()

    def show_opening(self, words: str) -> None:
        """Something that takes a moment is under way, in words."""
        self.problem.show_text("")
        self.opening.setText(words)
        self.opening.setAccessibleName(words)
        self.pages.setCurrentIndex(2)

    def show_problem(self, words: str) -> None:
        """Back to the start, with what went wrong and what to do."""
        self.problem.show_text(words, Tone.BAD)
        self.pages.setCurrentIndex(0)
        self._typed()

    def _typed(self) -> None:
        self.sign_in.setEnabled(bool(self.address.text().strip()))

    def _sign_in(self) -> None:
        address = self.address.text().strip()
        if address:
            self.sign_in_requested.emit(address if "://" in address else f"https://{address}")

    def showEvent(self, event: QShowEvent) -> None:
        """On a low screen it is no larger than that, and what does not fit is scrolled."""
        self.resize(self.size().boundedTo(room_on(self)))
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


def _moving_bar() -> QProgressBar:
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    return bar
