"""The menu under the person's name: settings, what is unsent, change of account, signing out. Knows Qt and the kit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from widgets.dialog_parts import Note
from widgets.kit import button, label, rule
from widgets.theme import Tone, unit_of


class AccountMenu(QMenu):
    """The menu.

    Signals:
        settings_requested(), outbox_requested(), tokens_requested(), help_requested().
        update_requested(): show what a newer version brings.
        report_requested(): a report on this machine, for whoever helps.
        check_requested(): check the signatures of a file from the disk.
        sign_requested(): sign a file from the disk.
        position_chosen(str): act from another of one's positions.
        lock_requested(): lock now, without signing out.
        change_requested(): sign in as someone else.
        sign_out_requested().
    """

    settings_requested = Signal()
    outbox_requested = Signal()
    tokens_requested = Signal()
    check_requested = Signal()
    sign_requested = Signal()
    help_requested = Signal()
    update_requested = Signal()
    report_requested = Signal()
    position_chosen = Signal(str)
    lock_requested = Signal()
    change_requested = Signal()
    sign_out_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unsent = 0
        self._update = ""
        self._positions: tuple[tuple[str, str, bool], ...] = ()
        self._build()

    def _build(self) -> None:
        self.clear()
        if self._update:
            self.addAction(self._update).triggered.connect(self.update_requested)
            self.addSeparator()
        for name, words, current in self._positions:
            action = self.addAction(words)
            action.setCheckable(True)
            action.setChecked(current)
            action.triggered.connect(lambda _=False, chosen=name: self.position_chosen.emit(chosen))
        if self._positions:
            self.addSeparator()
        self.outbox = self.addAction(self._outbox_words())
        self.outbox.triggered.connect(self.outbox_requested)
        self.addAction(self.tr("&Thiết bị ký số")).triggered.connect(self.tokens_requested)
        self.addAction(self.tr("Kiể&m tra chữ ký số của tệp…")).triggered.connect(self.check_requested)
        self.addAction(self.tr("Ký tệp PD&F ngoài hệ thống…")).triggered.connect(self.sign_requested)
        self.addAction(self.tr("&Cài đặt")).triggered.connect(self.settings_requested)
        self.addAction(self.tr("&Hướng dẫn")).triggered.connect(self.help_requested)
        self.addAction(self.tr("&Báo cáo chẩn đoán…")).triggered.connect(self.report_requested)
        self.addSeparator()
        lock = self.addAction(self.tr("&Khóa"))
        lock.setShortcut(QKeySequence("Ctrl+L"))
        # Said here, pressed in the window: two owners of one key would cancel each other out.
        lock.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        lock.triggered.connect(self.lock_requested)
        self.addAction(self.tr("Đổ&i tài khoản")).triggered.connect(self.change_requested)
        self.addAction(self.tr("Đăng &xuất")).triggered.connect(self.sign_out_requested)

    def _outbox_words(self) -> str:
        return self.tr("&Việc chưa gửi (%1)").replace("%1", str(self._unsent))

    def set_unsent(self, count: int) -> None:
        """How many acts wait to be sent."""
        self._unsent = count
        self.outbox.setText(self._outbox_words())

    def set_update(self, words: str) -> None:
        """That there is a newer version; "" while there is none."""
        if words != self._update:
            self._update = words
            self._build()

    def set_positions(self, positions: tuple[tuple[str, str, bool], ...]) -> None:
        """The person's positions: (identifier, words, whether it is the one acted from); one alone is not listed."""
        self._positions = positions if len(positions) > 1 else ()
        self._build()


class LeaveDialog(QDialog):
    """Asks before one signs out or changes account while acts are not sent.

    Signals:
        send_first(): try to send everything first.
        leave_confirmed(): leave now; what is unsent stays sealed on this machine for this account.
        show_requested(): show what is not sent.
    """

    send_first = Signal()
    leave_confirmed = Signal()
    show_requested = Signal()

    def __init__(self, unsent: int, parent: QWidget | None = None, *, changing: bool = False) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(self.tr("Đổi tài khoản") if changing else self.tr("Đăng xuất"))
        self.setMinimumWidth(520)
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * step, 4 * step, 5 * step, 4 * step)
        column.setSpacing(3 * step)
        question = self.tr("Đổi sang tài khoản khác?") if changing else self.tr("Đăng xuất khỏi máy này?")
        column.addWidget(label(question, bold=True, factor=1.1))
        if unsent:
            words = self.tr(
                "Còn %n việc chưa gửi. Chúng được giữ kín trên máy này và chỉ gửi khi chính bạn đăng nhập lại ở đây.",
                "",
                unsent,
            )
            column.addWidget(Note(words, Tone.WARN))
        else:
            column.addWidget(label(self.tr("Mọi việc đã gửi xong."), "muted"))
        column.addStretch(1)
        column.addWidget(rule())
        row = QHBoxLayout()
        if unsent:
            first = button(self.tr("&Gửi trước rồi thoát"), "primary")
            first.clicked.connect(self._send_first)
            show = button(self.tr("&Xem việc chưa gửi"))
            show.clicked.connect(self._show)
            row.addWidget(first)
            row.addWidget(show)
        leave = button(self.tr("&Vẫn thoát") if unsent else self.windowTitle(), "plain" if unsent else "primary")
        leave.clicked.connect(self._leave)
        row.addWidget(leave)
        row.addStretch(1)
        stay = button(self.tr("Hủ&y"))
        stay.clicked.connect(self.reject)
        row.addWidget(stay)
        column.addLayout(row)

    def _send_first(self) -> None:
        self.accept()
        self.send_first.emit()

    def _show(self) -> None:
        self.reject()
        self.show_requested.emit()

    def _leave(self) -> None:
        self.accept()
        self.leave_confirmed.emit()
