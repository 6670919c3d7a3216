"""The signing desk: the queue, the page with the signature on it, and a bar that moves. Knows Qt and the kit.

It holds no key and no PIN: it says what the person wants, and shows what the presenter tells it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from widgets.dialog_parts import Note
from widgets.kit import DeskHeader, ElidedLabel, EmptyState, button, rule, set_kind
from widgets.later_line import LaterLine
from widgets.signing_bar import ResultActions, ResultBar, TickBar
from widgets.signing_page import SigningPage
from widgets.signing_queue import QueueList, QueueRow
from widgets.signing_view_data import BatchProgress, Preview, SigningKind
from widgets.tabs import Tab, TabRow
from widgets.theme import Tone, unit_of
from widgets.two_panes import TwoPanes

NARROW = 1000
"""Below this width, in logical px, the buttons over the page keep to what is needed."""
SINGLE = 800
"""Below this width, in logical px, the queue and the page take turns."""


class SigningDesk(QWidget):
    """The whole desk.

    Args:
        of_office: these are the office's documents; files from elsewhere have neither a submission slip nor urgency.

    Attributes: queue (QueueList), page (SigningPage).

    Signals:
        kind_changed: another kind of signing was chosen.
        current_changed: id of the document to show.
        sign_asked: ids to sign, top first.
        pause_asked, resume_asked, cancel_asked: of the batch that runs.
        continue_asked, forget_asked, again_asked, results_asked: of what came of the last one (see ResultBar).
        refuse_asked: document id.
    """

    kind_changed = Signal(str)
    current_changed = Signal(str)
    sign_asked = Signal(list)
    pause_asked = Signal()
    resume_asked = Signal()
    cancel_asked = Signal()
    continue_asked = Signal()
    progressed = Signal(object)
    forget_asked = Signal()
    again_asked = Signal()
    results_asked = Signal()
    refuse_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, of_office: bool = True) -> None:
        super().__init__(parent)
        self._kinds: dict[str, SigningKind] = {}
        self._refusable = False
        self._running = False
        self._paused = False
        self.header = DeskHeader(self.tr("Chờ ký"))
        self.tabs = TabRow(self.tr("Khác"))
        self.queue = QueueList()
        self.empty = EmptyState("signing")
        self.result = Note()
        self.result_bar = ResultBar()
        self.ticks = TickBar(self.queue.queue, urgency=of_office)
        self.page = SigningPage(self.queue.current_id, slips=of_office)
        self.later = LaterLine()
        self._make_bar()
        self._lay_out()
        self._connect()
        self.set_empty(self.tr("Không có văn bản chờ ký"), "")
        self.show_preview(None)
        self._refresh()

    # -- building

    def _make_bar(self) -> None:
        self.progress_text = ElidedLabel("")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Tiến độ ký"))
        self.hint = ElidedLabel("", "muted")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.sign_button = button(self.tr("&Ký"), "primary")
        self.refuse_button = button(self.tr("T&rả lại…"))
        self.view_button = button(self.tr("&Xem văn bản"))
        self.pause_button = button(self.tr("Tạm &dừng"))
        self.cancel_button = button(self.tr("&Hủy"))

    def _lay_out(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.panes = TwoPanes(self._left(), self.page, (430, 760), below=SINGLE, keyboard=(self.queue, self.page.view))
        self.page.head.insertWidget(0, self.panes.back)
        outer.addWidget(self.panes)

    def _left(self) -> QWidget:
        side = QWidget()
        set_kind(side, "surface")
        side.setMinimumWidth(340)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.tabs)
        column.addWidget(self.result)
        column.addWidget(self.result_bar)
        column.addWidget(self.ticks)
        column.addWidget(rule())
        self.stack = QStackedWidget()
        self.stack.addWidget(self.queue)
        self.stack.addWidget(self.empty)
        column.addWidget(self.stack, 1)
        column.addWidget(rule())
        column.addWidget(self.later)
        column.addWidget(self._bar())
        return side

    def _bar(self) -> QWidget:
        bar = QWidget()
        step = unit_of(self)
        column = QVBoxLayout(bar)
        column.setContentsMargins(step * 4, step * 2, step * 4, step * 3)
        column.setSpacing(step * 2)
        column.addWidget(self.progress_text)
        column.addWidget(self.progress)
        row = QHBoxLayout()
        row.setSpacing(step * 2)
        for one in (
            self.sign_button, self.refuse_button, self.view_button, self.pause_button, self.cancel_button,
        ):  # fmt: skip
            row.addWidget(one)
        row.addWidget(self.hint, 1)
        column.addLayout(row)
        return bar

    def _connect(self) -> None:
        self.tabs.changed.connect(self._kind_chosen)
        self.queue.current_changed.connect(self.current_changed)
        self.queue.queue.checked_changed.connect(self._refresh)
        self.sign_button.clicked.connect(self._sign)
        self.view_button.clicked.connect(self.panes.show_right)
        self.queue.opened.connect(self.panes.show_right)
        self.panes.turned.connect(self._turned)
        self.refuse_button.clicked.connect(lambda: self.refuse_asked.emit(self.queue.current_id()))
        self.pause_button.clicked.connect(lambda: (self.resume_asked if self._paused else self.pause_asked).emit())
        self.cancel_button.clicked.connect(self.cancel_asked)
        self.result_bar.continue_asked.connect(self.continue_asked)
        self.result_bar.forget_asked.connect(self.forget_asked)
        self.result_bar.again_asked.connect(self.again_asked)
        self.result_bar.results_asked.connect(self.results_asked)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._sign)
        for keys, step in (("Alt+Down", 1), ("Alt+Up", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.queue.step(step))
        self.sign_button.setToolTip(self.tr("Ký các văn bản đã chọn (Ctrl+Enter)"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on; by a focus proxy Tab would pass by all that stands before it."""
        self.queue.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.page.set_narrow(self.width() < NARROW)

    # -- what the presenter tells

    def set_kinds(self, kinds: Sequence[SigningKind], current: str) -> None:
        """The kinds of signing that this person does; one kind shows no tabs."""
        self._kinds = {kind.key: kind for kind in kinds}
        self.tabs.set_tabs([Tab(kind.key, kind.title, Tone.INFO) for kind in kinds])
        self.tabs.setVisible(len(kinds) > 1)
        self.tabs.blockSignals(True)
        self.tabs.set_current(current)
        self.tabs.blockSignals(False)
        self._name_desk()
        self._refresh()

    def kind(self) -> str:
        """Key of the kind in front."""
        return self.tabs.current()

    def kinds(self) -> tuple[str, ...]:
        """Keys of the kinds of signing that this person does."""
        return tuple(self._kinds)

    def set_counts(self, counts: dict[str, int]) -> None:
        """How many wait, by kind."""
        self.tabs.set_counts(counts)

    def set_rows(self, rows: Sequence[QueueRow]) -> None:
        """Show the queue; the current document stays in front where it is still there."""
        before = self.queue.current_id()
        self.queue.queue.set_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        if rows and (not before or self.queue.queue.row_of(before) < 0):
            self.queue.set_current(rows[0].id)
        elif before:
            self.queue.set_current(before)
        self._refresh()

    def update_rows(self, rows: Iterable[QueueRow]) -> None:
        """Show some rows anew."""
        self.queue.queue.update_rows(rows)
        self._refresh()

    def set_empty(self, title: str, hint: str) -> None:
        """What stands where the queue is empty."""
        self.empty.set_state("signing", title, hint)

    def show_preview(self, preview: Preview | None) -> None:
        """Show the document in front, its box and its menus; the pages themselves go to the page's view."""
        self._refusable = preview is not None and preview.refusable
        self.page.show_preview(preview)
        self._refresh()

    def _turned(self) -> None:
        self.page.reveal_place()
        self._refresh()

    def show_progress(self, progress: BatchProgress | None) -> None:
        """A batch runs (or has ended, with None): the bar moves and the queue cannot be ticked."""
        self.progressed.emit(progress)
        self._running = progress is not None
        self._paused = bool(progress and progress.paused)
        if self._running and self.queue.queue.locked is not self._running and self.panes.is_single():
            # What moves stands beside the queue.
            self.panes.show_left()
        if self.queue.queue.locked is not self._running:
            self.queue.queue.locked = self._running
            self.queue.viewport().update()
            # What is signed is what stands under this tab.
            self.tabs.setEnabled(not self._running)
        if progress is not None:
            self.progress_text.setText(progress.text)
            # A bar that moves draws itself and all that waits to be drawn at once: here it may wait for the others.
            self.progress.setUpdatesEnabled(False)
            self.progress.setMaximum(max(1, progress.total))
            self.progress.setValue(progress.done)
            self.progress.setUpdatesEnabled(True)
            self.hint.setText(progress.hint)
            self.pause_button.setText(self.tr("&Tiếp tục") if progress.paused else self.tr("Tạm &dừng"))
            self.pause_button.setEnabled(not progress.stopping)
            self.cancel_button.setEnabled(not progress.stopping)
        self._refresh()

    def show_result(self, text: str, tone: Tone = Tone.INFO) -> None:
        """What came of the batch; stays until the next one."""
        self.result.show_text(text, tone)

    def show_actions(self, actions: ResultActions) -> None:
        """What can be done after a batch."""
        self.result_bar.show_actions(actions)

    # -- what the person does

    def _kind_chosen(self, key: str) -> None:
        self._name_desk()
        self.kind_changed.emit(key)
        self._refresh()

    def _name_desk(self) -> None:
        if len(self._kinds) == 1:
            only = next(iter(self._kinds.values()))
            self.header.title.setText(self.tr("Chờ ký") if only.key == "approve" else only.title)
        else:
            self.header.title.setText(self.tr("Chờ ký"))

    def _sign(self) -> None:
        ids = list(self.queue.queue.checked())
        if ids and not self._running:
            self.sign_asked.emit(ids)

    def _refresh(self) -> None:
        rows = self.queue.queue.rows()
        waiting = sum(not row.done for row in rows)
        chosen = len(self.queue.queue.checked())
        running = self._running
        self.ticks.refresh(running=running)
        self.header.note.setText(
            self.tr("%1 văn bản · %2 đã chọn").replace("%1", str(waiting)).replace("%2", str(chosen)) if rows else ""
        )
        for widget in (self.progress_text, self.progress, self.pause_button, self.cancel_button):
            widget.setVisible(running)
        kind = self._kinds.get(self.kind())
        verb = kind.verb if kind else self.tr("Ký")
        self.sign_button.setText(
            self.tr("&%1 %2 văn bản").replace("%1", verb).replace("%2", str(chosen)) if chosen else f"&{verb}"
        )
        self.sign_button.setVisible(not running)
        self.sign_button.setEnabled(chosen > 0)
        self.view_button.setVisible(self.panes.is_single() and bool(self.queue.current_id()))
        self.refuse_button.setVisible(not running and self._refusable)
        if not running:
            self.hint.setText(self.tr("Một mã PIN cho cả lượt") if chosen > 1 else "")
