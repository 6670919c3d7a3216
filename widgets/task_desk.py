"""The desk Nhiệm vụ: boxes, own work and the unit's apart, the list, and the chosen task with its acts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from widgets.chips import Chip
from widgets.dialog_parts import Note
from widgets.kit import DeskHeader, EmptyState, button, clear_layout, label, rule, set_kind, subheading, tool_button
from widgets.older_strip import OlderStrip
from widgets.tabs import ScopeSwitch, Tab, TabStrip
from widgets.task_list import TaskList
from widgets.task_view import TaskDetail, TaskEvent
from widgets.theme import Tone, tokens_of, unit_of
from widgets.two_panes import TwoPanes


class _Dot(QWidget):
    """The mark of one event on the line of the story."""

    def __init__(self, tone: Tone, *, last: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone, self._last = tone, last
        self.setFixedWidth(20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        middle = 9.0
        if not self._last:
            painter.setPen(QColor(tokens.line))
            painter.drawLine(6, int(middle), 6, self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.ink(Tone.INFO if self._tone is Tone.NEUTRAL else self._tone))
        painter.drawEllipse(QRectF(2, middle - 4, 8, 8))


class TaskPane(QWidget):
    """One task in full.

    Attributes: head, the line of its title; body, what is read.

    Signals:
        act_requested(str, str): kind of act, task.
        document_requested(str): show the document that gave rise to it.
        link_requested(str): copy the link to the task.
    """

    act_requested = Signal(str, str)
    document_requested = Signal(str)
    link_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        step = unit_of(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QWidget()
        self._head = QVBoxLayout(head)
        self._head.setContentsMargins(5 * step, 4 * step, 5 * step, 3 * step)
        self._head.setSpacing(2 * step)
        self.title = label("", factor=1.2, bold=True, wrap=True)
        self.head = QHBoxLayout()
        self.head.addWidget(self.title, 1)
        self._shown = ""
        self.link_button = tool_button("link", self.tr("Sao chép liên kết (Ctrl+Shift+C)"))
        self.link_button.clicked.connect(lambda: self.link_requested.emit(self._shown))
        self.head.addWidget(self.link_button, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(self.head)
        states = QHBoxLayout()
        states.setSpacing(2 * step)
        self.due, self.state = Chip(), Chip()
        self.extensions = label("", "muted")
        for widget in (self.due, self.state, self.extensions):
            states.addWidget(widget)
        states.addStretch(1)
        self._head.addLayout(states)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(2 * step)
        self._head.addLayout(self._actions)
        outer.addWidget(head)
        outer.addWidget(rule())
        self.body = QScrollArea()
        set_kind(self.body, "bare")
        self.body.setWidgetResizable(True)
        self.body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        outer.addWidget(self.body, 1)

    def show_task(self, task: TaskDetail) -> None:
        """Show a task."""
        self._shown = task.id
        self.title.setText(task.title)
        self.due.set_state(task.due, task.tone)
        self.state.set_state(task.state, Tone.INFO)
        self.extensions.setText(task.extensions)
        clear_layout(self._actions)
        for number, (kind, words) in enumerate(task.actions):
            made = button(words, "primary" if number == 0 else "plain")
            made.clicked.connect(lambda _=False, k=kind: self.act_requested.emit(k, task.id))
            self._actions.addWidget(made)
        self._actions.addStretch(1)
        self.body.setWidget(self._page(task))
        self.body.setAccessibleName(task.title)

    def first_action(self) -> QWidget | None:
        """The button of the likeliest act."""
        item = self._actions.itemAt(0)
        return item.widget() if item else None

    def _page(self, task: TaskDetail) -> QWidget:
        step = unit_of(self)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(5 * step, 4 * step, 5 * step, 4 * step)
        column.setSpacing(4 * step)
        if task.note:
            column.addWidget(Note(task.note, Tone.WARN))
        column.addLayout(self._progress(task))
        column.addLayout(self._facts(task))
        if task.events:
            column.addWidget(rule())
            column.addWidget(subheading(self.tr("Quá trình thực hiện")))
            column.addLayout(self._story(task.events))
        column.addStretch(1)
        return page

    def _progress(self, task: TaskDetail) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(3 * unit_of(self))
        bar = QProgressBar()
        bar.setRange(0, 100)
        bar.setValue(task.percent)
        bar.setTextVisible(False)
        words = self.tr("Tiến độ %1 %").replace("%1", str(task.percent))
        bar.setAccessibleName(words)
        bar.setMaximumWidth(320)
        row.addWidget(bar, 1)
        row.addWidget(label(words, bold=True))
        row.addStretch(1)
        return row

    def _facts(self, task: TaskDetail) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(5 * unit_of(self))
        grid.setVerticalSpacing(2 * unit_of(self))
        grid.setColumnStretch(1, 1)
        row = 0
        for row, (name, value) in enumerate(task.facts):
            grid.addWidget(label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            words = label(value, wrap=True)
            words.setAccessibleName(f"{name}: {value}")
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(words, row, 1)
        if task.document:
            grid.addWidget(label(self.tr("Văn bản"), "muted"), row + 1, 0, Qt.AlignmentFlag.AlignTop)
            name, words = task.document
            link = button(words, "link")
            link.clicked.connect(lambda: self.document_requested.emit(name))
            grid.addWidget(link, row + 1, 1, Qt.AlignmentFlag.AlignLeft)
        return grid

    def _story(self, events: tuple[TaskEvent, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, event in enumerate(events):
            grid.addWidget(_Dot(event.tone, last=row == len(events) - 1), row, 0)
            cell = QWidget()
            cell.setAccessibleName(f"{event.who}: {event.what}. {event.when}")
            column = QVBoxLayout(cell)
            column.setContentsMargins(4, 0, 0, 3 * unit_of(self))
            column.setSpacing(1)
            head = QHBoxLayout()
            head.setSpacing(2 * unit_of(self))
            head.addWidget(label(event.who, bold=True))
            head.addWidget(label(event.when, "muted"))
            head.addStretch(1)
            column.addLayout(head)
            column.addWidget(label(event.what, wrap=True))
            grid.addWidget(cell, row, 1)
        return grid


class TaskDesk(QWidget):
    """The desk.

    Attributes:
        older: the line below the list that brings more.
        list: the rows; ``list.tasks.rows_wanted`` asks for what came into view.
    Signals:
        box_changed(str, str): box key, scope ("own" or "unit").
        current_changed(str): another task is chosen.
        act_requested(str, str): kind of act, task; ("assignTask", "") is a new one.
        document_requested(str): show a document.
        words_changed(): the language was switched, view data must be made anew.
    """

    box_changed = Signal(str, str)
    current_changed = Signal(str)
    act_requested = Signal(str, str)
    document_requested = Signal(str)
    words_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: list[Tab] = []
        self._single: frozenset[str] = frozenset()
        self.list = TaskList()
        self.pane = TaskPane()
        self.empty_list, self.empty_pane = EmptyState("tasks"), EmptyState("tasks")
        self._build()
        self._connect()
        self._words()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.header = DeskHeader("")
        self.scope = ScopeSwitch(self.tr("Của tôi"), self.tr("Đơn vị"))
        self.assign = button("", icon="add")
        self.header.add(self.scope)
        self.header.add(self.assign)
        outer.addWidget(self.header)
        self.boxes = TabStrip()
        row = QHBoxLayout()
        row.setContentsMargins(unit_of(self) * 5 // 2, 0, 0, 0)
        row.addWidget(self.boxes, 1)
        outer.addLayout(row)
        outer.addWidget(rule())
        self._lists = QStackedWidget()
        self._lists.addWidget(self.list)
        self._lists.addWidget(self.empty_list)
        self._panes = QStackedWidget()
        self._panes.addWidget(self.empty_pane)
        self._panes.addWidget(self.pane)
        self.older = OlderStrip()
        left = QWidget()
        below = QVBoxLayout(left)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self._lists, 1)
        below.addWidget(self.older)
        left.setMinimumWidth(340)
        self._panes.setMinimumWidth(360)
        self.panes = TwoPanes(left, self._panes, (500, 690), keyboard=(self.list, self.pane.body))
        self.pane.head.insertWidget(0, self.panes.back)
        outer.addWidget(self.panes, 1)

    def _connect(self) -> None:
        self.boxes.changed.connect(lambda _: self._box_changed())
        self.scope.changed.connect(lambda _: self._box_changed())
        self.assign.clicked.connect(lambda: self.act_requested.emit("assignTask", ""))
        self.list.current_changed.connect(self.current_changed)
        self.list.opened.connect(lambda _: self._go_to_pane())
        self.pane.act_requested.connect(self.act_requested)
        self.pane.document_requested.connect(self.document_requested)

    def _words(self) -> None:
        self.header.title.setText(self.tr("Nhiệm vụ"))
        self.boxes.setAccessibleName(self.tr("Nhiệm vụ"))
        self.assign.setText(self.tr("&Giao nhiệm vụ"))
        self.empty_list.set_state(
            "tasks", self.tr("Không có nhiệm vụ nào ở đây"), self.tr("Nhiệm vụ được giao sẽ hiện trong mục này.")
        )
        self.empty_pane.set_state("tasks", self.tr("Chọn một nhiệm vụ để xem"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()
            self.words_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on; by a focus proxy Tab would pass by all that stands before it."""
        self.list.setFocus(event.reason())

    # content

    def set_boxes(self, boxes: list[Tab], single: frozenset[str] = frozenset()) -> None:
        """Lay out the boxes; ``single`` names those with own work alone."""
        chosen = self.boxes.current()
        self._tabs, self._single = boxes, single
        self.boxes.set_tabs(boxes)
        self.boxes.blockSignals(True)
        self.boxes.set_current(chosen)
        self.boxes.blockSignals(False)

    def set_counts(self, counts: dict[str, int], own: int, unit: int) -> None:
        """Counts of each box under the scope chosen, and of own and unit work in the box chosen."""
        self.boxes.set_counts(counts)
        self.scope.set_counts(own, unit)

    def set_can_assign(self, allowed: bool) -> None:
        """Whether the person may give tasks."""
        self.assign.setVisible(allowed)

    def show_ids(self, ids: list[str]) -> None:
        """Show a list."""
        self._lists.setCurrentWidget(self.list if ids else self.empty_list)
        self.list.set_ids(ids)

    def show_task(self, task: TaskDetail | None) -> None:
        """Show the chosen task, or that none is."""
        if task is None:
            self._panes.setCurrentWidget(self.empty_pane)
            return
        self._panes.setCurrentWidget(self.pane)
        self.pane.show_task(task)

    def box(self) -> str:
        """Key of the box chosen."""
        return self.boxes.current()

    def chosen_scope(self) -> str:
        """ "own" or "unit"; a box with own work alone is always "own"."""
        return "own" if self.box() in self._single else self.scope.current()

    def _box_changed(self) -> None:
        self.scope.setEnabled(self.box() not in self._single)
        self.box_changed.emit(self.box(), self.chosen_scope())

    def _go_to_pane(self) -> None:
        self.panes.show_right()
        first = self.pane.first_action()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
