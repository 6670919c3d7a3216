"""What stands on the screen while a profile is locked: whose it is, since when, and how it is opened again.

Nothing of the work is shown: a name, an office, a number of acts. Knows Qt and the kit; who checks what is typed is the
presenter's concern.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from widgets.dialog_parts import Note, field_label
from widgets.fitting import FRAME, FormArea
from widgets.form_dialog import dress_fields
from widgets.kit import IconLabel, button, label, rule, set_kind
from widgets.theme import Tone, unit_of


@dataclass(frozen=True)
class LockView:
    """What is said.

    Attributes:
        person, office: whose profile it is; the office may be unknown.
        since: "Đã khóa lúc …", and why.
        unsent: what waits to be sent, in words; "" where nothing does.
        passphrase, token, system: the ways to open it.
        plain: nobody can be checked; opening is one press.
        note: what the person should know of the way; "" where nothing is to be said.
    """

    person: str
    office: str
    since: str
    unsent: str = ""
    passphrase: bool = False
    token: bool = False
    system: bool = False
    plain: bool = False
    note: str = ""


class LockWindow(QWidget):
    """The window.

    Signals:
        passphrase_given(str): what was typed; the field is empty when it is sent.
        token_asked(), system_asked(), plain_asked(): open it that way.
        account_asked(): let somebody else sign in.
        report_asked(): a report on this machine, for whoever helps.
        quit_asked(): end the program; also when the window is closed.

    Attributes:
        take_in: asked when it is closed by its frame; True leaves it open, out of sight.
    """

    passphrase_given = Signal(str)
    token_asked = Signal()
    system_asked = Signal()
    plain_asked = Signal()
    account_asked = Signal()
    report_asked = Signal()
    quit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "canvas")
        dress_fields(self)
        self.setWindowTitle("Tác nghiệp")
        self.setMinimumSize(360, 280)
        self.resize(720, 520)
        self._ended = self._leaving = False
        self.take_in: Callable[[], bool] = lambda: False
        self._waiting = False
        self._view = LockView("", "", "")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(FormArea(self._middle()))
        self._words()
        self.show_view(self._view)

    def _middle(self) -> QWidget:
        step = unit_of(self)
        card = QWidget()
        card.setMaximumWidth(440)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * step)
        head = QHBoxLayout()
        head.setSpacing(2 * step)
        head.addWidget(IconLabel("lock", Tone.INFO, 22))
        head.addWidget(label("Tác nghiệp", bold=True, factor=1.3), 1)
        column.addLayout(head)
        column.addSpacing(2 * step)
        self.person = label("", bold=True, factor=1.15, wrap=True)
        self.office = label("", wrap=True)
        self.since = label("", "muted", wrap=True)
        self.unsent = label("", "muted", wrap=True)
        for line in (self.person, self.office, self.since, self.unsent):
            column.addWidget(line)
        column.addSpacing(2 * step)
        self.problem = Note("", Tone.BAD)
        column.addWidget(self.problem)
        self._add_ways(column)
        column.addSpacing(2 * step)
        column.addWidget(rule())
        foot = QHBoxLayout()
        self.account, self.report, self.leave = button(""), button(""), button("")
        self.report.clicked.connect(self.report_asked)
        self.account.clicked.connect(self.account_asked)
        self.leave.clicked.connect(self.go)
        foot.addWidget(self.account)
        foot.addWidget(self.report)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        column.addLayout(foot)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)
        middle = QWidget()
        around = QVBoxLayout(middle)
        around.setContentsMargins(6 * step, 4 * step, 6 * step, 4 * step)
        around.addStretch(1)
        around.addLayout(row)
        around.addStretch(1)
        return middle

    def _add_ways(self, column: QVBoxLayout) -> None:
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.passphrase.textChanged.connect(self._typed)
        self.passphrase.returnPressed.connect(self._give)
        self.passphrase_label = field_label("", self.passphrase)
        self.open, self.token, self.system, self.plain = (
            button("", "primary"), button("", icon="token"), button("", icon="person"), button("", "primary"),
        )  # fmt: skip
        self.open.clicked.connect(self._give)
        self.token.clicked.connect(self.token_asked)
        self.system.clicked.connect(self.system_asked)
        self.plain.clicked.connect(self.plain_asked)
        self.note = label("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.busy = label("", wrap=True)
        for widget in (
            self.passphrase_label, self.passphrase, self.open, self.token, self.system, self.plain, self.note,
            self.busy, self.bar,
        ):  # fmt: skip
            column.addWidget(widget)

    def _words(self) -> None:
        self.passphrase_label.setText(self.tr("&Mật khẩu mở khóa"))
        self.passphrase.setAccessibleName(self.tr("Mật khẩu mở khóa"))
        self.open.setText(self.tr("Mở &khóa"))
        self.plain.setText(self.tr("Mở &khóa"))
        self.token.setText(self.tr("Mở bằng thiết bị ký &số"))
        self.system.setText(self.tr("Mở bằng mật khẩu &Windows"))
        self.account.setText(self.tr("Đổ&i tài khoản"))
        self.report.setText(self.tr("&Báo cáo sự cố…"))
        self.leave.setText(self.tr("T&hoát"))

    # for the presenter

    def show_view(self, view: LockView) -> None:
        """Show whose it is and the ways in."""
        self._view = view
        for line, words in (
            (self.person, view.person), (self.office, view.office), (self.since, view.since),
            (self.unsent, view.unsent), (self.note, view.note),
        ):  # fmt: skip
            line.setText(words)
            line.setVisible(bool(words))
        self.setWindowTitle(self.tr("Tác nghiệp — đã khóa"))
        self.show_busy("")

    def show_locking(self, person: str, office: str) -> None:
        """While what was typed is being kept and the files are being closed: whose profile it is, and nothing else."""
        self.show_view(LockView(person, office, ""))
        self.show_busy(self.tr("Đang khóa: cất những gì đang gõ và đóng hồ sơ…"))

    def show_busy(self, words: str) -> None:
        """While something is looked at, in words, nothing else can be asked; "" is over."""
        view, busy = self._view, bool(words)
        self.busy.setText(words)
        self.busy.setVisible(busy)
        self.bar.setVisible(busy)
        self.bar.setRange(0, 0)
        for widgets, there in (
            ((self.passphrase_label, self.passphrase, self.open), view.passphrase),
            ((self.token,), view.token),
            ((self.system,), view.system),
            ((self.plain,), view.plain),
        ):
            for widget in widgets:
                widget.setVisible(there and not busy)
        self.note.setVisible(bool(view.note) and not busy)
        # What cannot be stopped half-way is not left half-way.
        self.account.setEnabled(not busy)
        self.leave.setEnabled(not busy)
        self._typed()
        if not busy:
            self._focus()

    def show_progress(self, part: float) -> None:
        """How far the change of the key has got, 0 to 1."""
        self.show_busy(self.tr("Đang mã hóa lại bằng khóa mới… %1 %").replace("%1", str(round(part * 100))))
        self.bar.setRange(0, 100)
        self.bar.setValue(round(part * 100))

    def show_problem(self, words: str) -> None:
        """What was wrong, and what to do; "" takes it away."""
        self.problem.show_text(words, Tone.BAD)

    def show_wait(self, seconds: int) -> None:
        """After wrong words the next one waits so long; 0 is over."""
        self._waiting = seconds > 0
        self.passphrase.setEnabled(not self._waiting)
        words = self.tr("Chờ %n giây rồi nhập lại.", "", seconds) if seconds else self.tr("Mở &khóa")
        self.open.setText(words)
        self._typed()
        if not self._waiting:
            self._focus()

    def finish(self) -> None:
        """Close without asking for anything."""
        self._ended = True
        self._forget()
        self.close()

    def _focus(self) -> None:
        for widget in (self.passphrase, self.token, self.system, self.plain):
            if not widget.isHidden():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _typed(self) -> None:
        self.open.setEnabled(bool(self.passphrase.text()) and not self._waiting and not self.busy.text())

    def _give(self) -> None:
        if not self.open.isEnabled():
            return
        words = self.passphrase.text()
        self._forget()
        self.passphrase_given.emit(words)

    def _forget(self) -> None:
        # clear() alone leaves the text in the undo history.
        self.passphrase.setText("")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # 1366x768 at 200 % is lower than this window likes to be: what does not fit is scrolled.
        self.resize(self.size().boundedTo(self.screen().availableSize() - QSize(8, FRAME)))
        self._focus()

    def go(self) -> None:
        """End the program, unless a way in is being tried."""
        self._leaving = True
        self.close()
        self._leaving = False

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._leaving and not self._ended and self.take_in():
            event.ignore()
            return
        if self.busy.text() and not self._ended:
            event.ignore()
            return
        super().closeEvent(event)
        if not self._ended:
            self._ended = True
            self.quit_asked.emit()
