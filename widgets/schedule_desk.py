"""The desk Lịch công tác: the week's grid, its filters, and what may be done with an entry.

The entry in full opens in a window of its own; approving also works in place, by the mark on the card, by the menu,
or by Ctrl+Enter. Knows Qt, the kit and the grid.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from widgets.dialog_parts import Note
from widgets.fitting import FormArea, fit_to_screen
from widgets.kit import DeskHeader, EmptyState, button, label, rule, tool_button
from widgets.leaving import leads_out
from widgets.schedule_grid import WeekGrid
from widgets.schedule_view import EntryDetail, WeekView
from widgets.tabs import Tab, TabStrip
from widgets.theme import Tone, unit_of
from widgets.two_panes import TWO_PANES

NARROW = 1140
"""Below this width, in logical px, the buttons over the week are icons."""
FILTERS = ("leaders", "rooms", "cars", "mine")


class EntryWindow(QDialog):
    """One entry in full, with the acts allowed on it.

    Signals:
        act_requested(str): the kind of act chosen.
    """

    act_requested = Signal(str)

    def __init__(self, detail: EntryDetail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(self.tr("Lịch công tác"))
        self.setMinimumWidth(560)
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * step, 4 * step, 5 * step, 4 * step)
        column.setSpacing(3 * step)
        column.addWidget(label(detail.heading, factor=1.15, bold=True, wrap=True))
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3 * step)
        if detail.warnings:
            rows.addWidget(Note("\n".join(detail.warnings), Tone.BAD))
        facts = QGridLayout()
        facts.setHorizontalSpacing(4 * step)
        facts.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(detail.facts):
            facts.addWidget(label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            words = label(value, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(f"{name}: {value}")
            facts.addWidget(words, row, 1)
        rows.addLayout(facts)
        rows.addStretch(1)
        column.addWidget(FormArea(inner), 1)
        column.addWidget(rule())
        column.addLayout(self._buttons(detail))

    def _buttons(self, detail: EntryDetail) -> QHBoxLayout:
        row = QHBoxLayout()
        for number, (kind, words) in enumerate(detail.actions):
            made = button(words, "primary" if number == 0 else "plain")
            made.clicked.connect(lambda _=False, chosen=kind: self._choose(chosen))
            row.addWidget(made)
            if number == 0:
                made.setDefault(True)
        row.addStretch(1)
        close = button(self.tr("Đó&ng"))
        close.clicked.connect(self.reject)
        row.addWidget(close)
        return row

    def showEvent(self, event: QShowEvent) -> None:
        """Keep it on the screen."""
        super().showEvent(event)
        fit_to_screen(self)

    def _choose(self, kind: str) -> None:
        self.accept()
        self.act_requested.emit(kind)


class ScheduleDesk(QWidget):
    """The desk.

    Signals:
        week_requested(int): weeks to go, -1 or +1; 0 is this week.
        filter_changed(str): one of FILTERS.
        entry_requested(str): show an entry in full.
        act_requested(str, str): kind of act, entry; "menu" asks which are allowed.
        begin_requested(str, str, str): new entry on a day "YYYY-MM-DD", in a half ("" where not chosen), in a column.
        approve_week_requested(): approve all that wait in this week.
        print_requested(): print the week.
        export_requested(): save the week as iCalendar.
        menu_requested(str): the acts allowed on this entry are wanted, for ``show_menu``.
        words_changed(): the language was switched, view data must be made anew.
    """

    week_requested = Signal(int)
    filter_changed = Signal(str)
    entry_requested = Signal(str)
    act_requested = Signal(str, str)
    begin_requested = Signal(str, str, str)
    approve_week_requested = Signal()
    print_requested = Signal()
    export_requested = Signal()
    menu_requested = Signal(str)
    words_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = WeekView(title="", dates="", days=(), columns=())
        self.grid = WeekGrid()
        self.empty = EmptyState("schedule")
        self._build()
        self._connect()
        self._words()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = DeskHeader("")
        self.before = tool_button("back", "")
        self.today = button("", icon="today")
        self.after = tool_button("forward", "")
        self.enter = button("", icon="add")
        self.approve_week = button("", "primary")
        self.export = button("", icon="save")
        self.print = button("", icon="print")
        for widget in (self.before, self.today, self.after, self.enter, self.approve_week, self.export, self.print):
            self.header.add(widget)
        column.addWidget(self.header)
        self.filters = TabStrip()
        row = QHBoxLayout()
        row.setContentsMargins(unit_of(self) * 5 // 2, 0, 0, 0)
        row.addWidget(self.filters)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(rule())
        self.pages = QStackedWidget()
        self.pages.addWidget(self.grid)
        self.pages.addWidget(self.empty)
        column.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.week_requested.emit(-1))
        self.after.clicked.connect(lambda: self.week_requested.emit(1))
        self.today.clicked.connect(lambda: self.week_requested.emit(0))
        self.enter.clicked.connect(self._begin_here)
        self.approve_week.clicked.connect(self.approve_week_requested)
        self.print.clicked.connect(self.print_requested)
        leads_out(self.export, "export")
        self.export.clicked.connect(self.export_requested)
        self.filters.changed.connect(self.filter_changed)
        self.grid.opened.connect(self.entry_requested)
        self.grid.begin_requested.connect(self._begin)
        self.grid.approve_requested.connect(lambda entry: self.act_requested.emit("approveSchedule", entry))
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._menu_wanted)
        for keys, weeks in (("Alt+Left", -1), ("Alt+Right", 1), ("Alt+Home", 0)):
            self._shortcut(keys).activated.connect(lambda n=weeks: self.week_requested.emit(n))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._shortcut(keys).activated.connect(self._approve_current)

    def _shortcut(self, keys: str) -> QShortcut:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return made

    def _words(self) -> None:
        self.setAccessibleName(self.tr("Lịch công tác"))
        self.filters.setAccessibleName(self.tr("Lịch công tác"))
        for control, words in ((self.before, self.tr("Tuần trước (Alt+←)")), (self.after, self.tr("Tuần sau (Alt+→)"))):
            control.setToolTip(words)
            control.setAccessibleName(words)
        self._fit_header()
        current = self.filters.current()
        self.filters.set_tabs(
            [
                Tab("leaders", self.tr("Theo lãnh đạo")),
                Tab("rooms", self.tr("Theo phòng họp")),
                Tab("cars", self.tr("Xe")),
                Tab("mine", self.tr("Của tôi")),
            ]
        )
        if current:
            self.filters.blockSignals(True)
            self.filters.set_current(current)
            self.filters.blockSignals(False)

    def _fit_header(self) -> None:
        """Where there is little room the buttons are icons, and the days below tell the week."""
        narrow, low = self.width() < NARROW, self.width() < TWO_PANES
        self.header.title.setVisible(not low)
        self.header.note.setVisible(not low or self.approve_week.isHidden())
        for control, words in (
            (self.today, self.tr("T&uần này")),
            (self.enter, self.tr("Đăn&g ký lịch")),
            (self.print, self.tr("&In lịch tuần")),
            (self.export, self.tr("&Xuất iCalendar")),
        ):
            spoken = words.replace("&", "")
            control.setText("" if narrow else words)
            control.setAccessibleName(spoken)
            control.setToolTip(spoken if narrow else "")
        self.today.setToolTip(self.tr("Về tuần này (Alt+Home)"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()
            self.words_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on; by a focus proxy Tab would pass by all that stands before it."""
        self.grid.setFocus(event.reason())

    # content

    def show_week(self, view: WeekView) -> None:
        """Show a week."""
        self._view = view
        self.header.title.setText(view.title)
        self.header.note.setText(view.dates)
        self.approve_week.setText(self.tr("Du&yệt cả tuần (%1)").replace("%1", str(view.waiting)))
        self.approve_week.setVisible(view.can_approve and view.waiting > 0)
        self.enter.setVisible(view.can_enter)
        self._fit_header()
        if view.empty_text and not view.columns:
            self.empty.set_state("schedule", view.empty_text)
            self.pages.setCurrentWidget(self.empty)
        else:
            self.pages.setCurrentWidget(self.grid)
        self.grid.show_week(view)

    def show_menu(self, entry_id: str, actions: tuple[tuple[str, str], ...], at: QPoint | None = None) -> None:
        """Offer the acts allowed on an entry, beside it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("&Mở")).triggered.connect(lambda: self.entry_requested.emit(entry_id))
        for kind, words in actions:
            menu.addAction(words).triggered.connect(lambda _=False, k=kind: self.act_requested.emit(k, entry_id))
        place = self.grid.visualRect(self.grid.currentIndex()).center()
        menu.popup(at or self.grid.viewport().mapToGlobal(place))

    def focus(self) -> None:
        """Put the keyboard on the grid."""
        self.grid.setFocus()

    def _begin_here(self) -> None:
        index = self.grid.currentIndex()
        if index.isValid():
            self._begin(*self.grid.week.place(index))
        else:
            self.begin_requested.emit("", "", "")

    def _begin(self, day_index: int, half: str, key: str) -> None:
        self.begin_requested.emit(self._view.days[day_index].day.isoformat(), half, key)

    def _approve_current(self) -> None:
        card = self.grid.current_card()
        if card and card.can_approve:
            self.act_requested.emit("approveSchedule", card.id)

    def _menu_wanted(self, point: QPoint) -> None:
        entry = self.grid.current_entry()
        if entry:
            self.menu_requested.emit(entry)
