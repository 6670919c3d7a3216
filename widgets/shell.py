"""The main window: rail, top bar, message bar, and the stack of desks. Knows Qt and the kit; no data of its own.

Presenters fill it: `add_desk` once per desk, then counts, pills and messages as they change.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QFontMetrics,
    QKeySequence,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from widgets.chips import Pill
from widgets.dragging import take_pdfs
from widgets.kit import IconLabel, label, set_kind, tool_button
from widgets.message_bar import MessageBar
from widgets.rail import Rail
from widgets.reading_order import go_on
from widgets.theme import Tone, tokens_of, unit_of
from widgets.toast import Toast

NARROW = 900
"""Below this width, in logical px, the rail shows icons only."""


class SearchBox(QLineEdit):
    """The one search box; shows its key while it is empty and unfocused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "search")
        self.setPlaceholderText(self.tr("Tìm văn bản, người, lệnh…"))
        self.setAccessibleName(self.tr("Tìm văn bản, người, lệnh"))
        self.setClearButtonEnabled(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.text() and not self.hasFocus():
            painter = QPainter(self)
            painter.setPen(tokens_of(self).muted)
            area = self.rect().adjusted(0, 0, -unit_of(self) * 2, 0)
            room = QFontMetrics(self.font()).horizontalAdvance(self.placeholderText() + "  Ctrl+K")
            if room < area.width() - unit_of(self) * 4:
                painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "Ctrl+K")


class TopBar(QFrame):
    """Search at the left; network profile, sync state, token state and the lock at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "topbar")
        self.search = SearchBox()
        self.network, self.sync, self.token = Pill(icon="network"), Pill(icon="sync"), Pill(icon="token")
        row = QHBoxLayout(self)
        step = unit_of(self)
        row.setContentsMargins(step * 4, step * 2, step * 4, step * 2)
        row.setSpacing(step * 2)
        self.search.setMinimumWidth(QFontMetrics(self.font()).averageCharWidth() * 24)
        self.search.setMaximumWidth(QFontMetrics(self.font()).averageCharWidth() * 64)
        row.addWidget(self.search, 10)
        row.addStretch(1)
        for pill in (self.network, self.sync, self.token):
            row.addWidget(pill)
        self.lock = tool_button("lock", self.tr("Khóa (Ctrl+L)"))
        row.addWidget(self.lock)

    def set_narrow(self, narrow: bool) -> None:
        """Pills as icons, for small windows."""
        for pill in (self.network, self.sync, self.token):
            pill.set_narrow(narrow)


class MainWindow(QMainWindow):
    """The shell around the desks.

    Attributes: may_close (asked before the window goes by hand; False leaves it open), rail
    (rail.set_account_menu is the application's to call), search_box, messages (MessageBar), toast,
    network_pill, sync_pill, token_pill (Pill: set_state(text, tone, hint), clicked).
    Signals: deskChanged(str) after another desk came to the front; searchRequested() on Ctrl+K;
    syncRequested() on F5; lockRequested() on Ctrl+L and by its button; filesDropped(list) PDF files dropped on it;
    closing() before the window goes, or would go if `may_close` let it.
    """

    deskChanged = Signal(str)
    searchRequested = Signal()
    syncRequested = Signal()
    lockRequested = Signal()
    filesDropped = Signal(list)
    resized = Signal()
    closing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desks: dict[str, QWidget] = {}
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle("Tác nghiệp")
        self.setAcceptDrops(True)
        self.rail = Rail()
        self.top = TopBar()
        self.search_box = self.top.search
        self.network_pill, self.sync_pill, self.token_pill = self.top.network, self.top.sync, self.top.token
        self.messages = MessageBar()
        self._stack = QStackedWidget()
        self._practice = self._make_practice()
        self._lay_out()
        self.toast = Toast(self)
        self.rail.chosen.connect(self.show_desk)
        self.top.lock.clicked.connect(self.lockRequested)
        self._add_keys()
        # Small enough for 1366x768 at 200 %; the desks decide what they show there.
        self.setMinimumSize(640, 360)
        self.resize(1366, 768)

    def _make_practice(self) -> QFrame:
        ribbon = QFrame()
        set_kind(ribbon, "practice")
        row = QHBoxLayout(ribbon)
        step = unit_of(self)
        row.setContentsMargins(step * 4, step // 2, step * 4, step // 2)
        row.setSpacing(step * 2)
        row.addStretch(1)
        row.addWidget(IconLabel("info", Tone.WARN, 16))
        row.addWidget(label(self.tr("THỰC HÀNH — văn bản, con số và chữ ký ở đây không có giá trị sử dụng")))
        row.addStretch(1)
        ribbon.hide()
        return ribbon

    def _lay_out(self) -> None:
        body = QWidget()
        set_kind(body, "surface")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._practice)
        column.addWidget(self.top)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(body)

    def _add_keys(self) -> None:
        for keys, run in (
            ("Ctrl+K", self.focus_search),
            ("F5", self.syncRequested.emit),
            ("Ctrl+L", self.lockRequested.emit),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    def add_desk(self, key: str, title: str, icon: str, widget: QWidget) -> None:
        """Add a desk at the end of the rail; the first one added is shown. Its key is Ctrl+<place>."""
        place = len(self._desks) + 1
        self._desks[key] = widget
        self._stack.addWidget(widget)
        self.rail.add(key, title, icon, f"Ctrl+{place}")
        widget.setAccessibleName(title)
        if place <= 9:
            QShortcut(QKeySequence(f"Ctrl+{place}"), self).activated.connect(lambda: self.show_desk(key))
        if place == 1:
            self.rail.mark(key)

    def put_desk(self, key: str, widget: QWidget) -> None:
        """Put a desk in the place that was kept for it by `add_desk`. Raises KeyError."""
        before = self._desks[key]
        in_front = self._stack.currentWidget() is before
        widget.setAccessibleName(before.accessibleName())
        self._desks[key] = widget
        self._stack.insertWidget(self._stack.indexOf(before), widget)
        if in_front:
            self._stack.setCurrentWidget(widget)
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stack.removeWidget(before)
        before.deleteLater()

    def desk(self, key: str) -> QWidget:
        """A desk's widget. Raises KeyError."""
        return self._desks[key]

    def current_desk(self) -> str:
        """Key of the desk in front, "" before there is one."""
        shown = self._stack.currentWidget()
        return next((key for key, widget in self._desks.items() if widget is shown), "")

    def show_desk(self, key: str) -> None:
        """Bring a desk to the front and give it the keyboard. Raises KeyError."""
        changed = key != self.current_desk()
        self.rail.mark(key)
        self._stack.setCurrentWidget(self._desks[key])
        self._desks[key].setFocus(Qt.FocusReason.OtherFocusReason)
        if changed:
            self.deskChanged.emit(key)

    def set_count(self, key: str, count: int | None) -> None:
        """Show a desk's count on the rail; None or 0 shows none. An unknown key is ignored."""
        if key in self._desks:
            self.rail.button(key).set_count(count)

    def set_account(self, person: str, position: str, office: str) -> None:
        """Say who is signed in; also in the window's title."""
        self.rail.set_account(person, position, office)
        self.setWindowTitle(f"{office} — Tác nghiệp" if office else "Tác nghiệp")

    def set_practice(self, practice: bool) -> None:
        """Show or hide the THỰC HÀNH ribbon."""
        self._practice.setVisible(practice)

    def show_message(
        self,
        text: str,
        tone: Tone | str = Tone.INFO,
        *,
        action: str = "",
        run: Callable[[], object] | None = None,
        key: str = "",
    ) -> None:
        """Say what happened and what to do.

        What went well passes by at the foot of the window; what needs the clerk, and what has a key, stays above the
        desk until it is dealt with or taken back.
        """
        if not key and Tone(tone) in (Tone.GOOD, Tone.INFO, Tone.NEUTRAL):
            self.toast.post(text, Tone(tone), action, run)
        else:
            self.messages.post(text, tone, action=action, run=run, key=key)

    def take_back_message(self, key: str) -> None:
        """Remove a lasting message by its key."""
        self.messages.take_back(key)

    def focus_search(self) -> None:
        """Put the cursor in the search box and tell who shows the results."""
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()
        self.searchRequested.emit()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab as one reads; every control of the window asks here where it goes on."""
        return go_on(self, forward=next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self.rail.set_narrow(narrow)
        self.top.set_narrow(narrow)
        self.resized.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.resized.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        take_pdfs(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if files := take_pdfs(event):
            self.filesDropped.emit(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        if self.may_close():
            super().closeEvent(event)
        else:
            event.ignore()
