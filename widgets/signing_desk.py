"""The signing desk: the queue, the page with the signature on it, and a bar that moves. Knows Qt and the kit.

It holds no key and no PIN: it says what the person wants, and shows what the presenter tells it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QProgressBar, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from widgets.dialog_parts import Note
from widgets.kit import DeskHeader, ElidedLabel, EmptyState, button, rule, set_kind
from widgets.later_line import LaterLine
from widgets.pdf_view import PdfView
from widgets.remark_layer import RemarkLayer
from widgets.remark_marks import Mark
from widgets.signature_overlay import Placement, Rect, SignatureOverlay
from widgets.signing_bar import ResultActions, ResultBar, TickBar
from widgets.signing_queue import QueueList, QueueRow
from widgets.tabs import Tab, TabRow
from widgets.theme import Tone, sized, unit_of

NARROW = 1000
"""Below this width, in logical px, the buttons over the page keep to what is needed."""


@dataclass(frozen=True)
class SigningKind:
    """One kind of signing that this person does: ký duyệt, ký số cơ quan."""

    key: str
    title: str
    verb: str


@dataclass(frozen=True)
class PlaceChoice:
    """One place that may be chosen from the menu: "Trang 5: trên tên Lê Văn Hòa"."""

    key: str
    text: str
    current: bool = False


@dataclass(frozen=True)
class PictureChoice:
    """One picture that the signature may show, or none.

    Attributes:
        enabled: it may be used; one that has run out is listed and cannot be chosen.
        separate: it stands apart, under a line: an act rather than a picture.
    """

    key: str
    text: str
    current: bool = False
    enabled: bool = True
    separate: bool = False


@dataclass(frozen=True)
class Preview:
    """The document in front.

    Attributes:
        title: the number, or what stands for it: "31-KH/ĐU"; the page in view is added to it.
        legend: what the box and the circle on the page mean; or that a place has yet to be chosen.
        legend_tone: WARN where the person has something to do.
        placement: the box on the page; None where there is none yet.
        movable: the box may still be moved.
        moved: it was put somewhere by hand, and a found place can be gone back to.
        places: the choices of the menu.
        pictures: the choices of the menu; empty hides it.
        slip: the submission slip can be read.
        mark: what the arrival mark says can be filled in.
        refusable: the document may be sent back.
        remarks: words of the button that opens the remarks on the draft; "" hides it.
        marks: the remarks, as they stand on the pages.
    """

    title: str
    legend: str = ""
    legend_tone: Tone = Tone.NEUTRAL
    placement: Placement | None = None
    movable: bool = True
    moved: bool = False
    places: tuple[PlaceChoice, ...] = ()
    pictures: tuple[PictureChoice, ...] = ()
    slip: bool = False
    mark: bool = False
    refusable: bool = False
    remarks: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class BatchProgress:
    """How far a batch has come.

    Attributes:
        text: "Đang ký 3/4 · còn khoảng 6 giây · thiết bị của Lê Văn Hòa".
        done, total: files.
        hint: "Đã nhập mã PIN một lần".
        paused: it waits for the person.
        stopping: it ends as soon as the file in hand is done.
    """

    text: str
    done: int
    total: int
    hint: str = ""
    paused: bool = False
    stopping: bool = False


class _Pages:
    """Where the pages of a view stand, as the overlay asks."""

    def __init__(self, view: PdfView) -> None:
        self._view = view

    def page_rect(self, page: int) -> QRectF:
        source = self._view.source()
        known = source is not None and 0 <= page < source.page_count
        return self._view.page_rect(page) if known else QRectF()

    def page_size(self, page: int) -> QSizeF:
        source = self._view.source()
        if source is None or not 0 <= page < source.page_count:
            return QSizeF()
        return QSizeF(*source.page_size(page))

    def page_at(self, point: QPointF) -> int | None:
        found = self._view.page_at(point)
        return found[0] if found is not None else None


class SigningDesk(QWidget):
    """The whole desk.

    Attributes: queue (QueueList), view (PdfView), overlay (SignatureOverlay).

    Signals:
        kind_changed: another kind of signing was chosen.
        current_changed: id of the document to show.
        sign_asked: ids to sign, top first.
        pause_asked, resume_asked, cancel_asked: of the batch that runs.
        continue_asked, forget_asked, again_asked, results_asked: of what came of the last one (see ResultBar).
        place_chosen: document id, key of the place.
        place_here_asked: document id, 0-based page shown: put the box there.
        placed: document id, page, rect: the person moved the box.
        place_reset_asked: document id: back to the place that was found.
        picture_chosen: document id, key of the picture.
        slip_asked, mark_asked, refuse_asked, remark_asked: document id.
        token_asked: the person wants to see the tokens.
    """

    kind_changed = Signal(str)
    current_changed = Signal(str)
    sign_asked = Signal(list)
    pause_asked = Signal()
    resume_asked = Signal()
    cancel_asked = Signal()
    continue_asked = Signal()
    forget_asked = Signal()
    again_asked = Signal()
    results_asked = Signal()
    place_chosen = Signal(str, str)
    place_here_asked = Signal(str, int)
    placed = Signal(str, int, tuple)
    place_reset_asked = Signal(str)
    picture_chosen = Signal(str, str)
    slip_asked = Signal(str)
    mark_asked = Signal(str)
    refuse_asked = Signal(str)
    remark_asked = Signal(str)
    token_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: dict[str, SigningKind] = {}
        self._preview: Preview | None = None
        self._running = False
        self._paused = False
        self.header = DeskHeader(self.tr("Chờ ký"))
        self.tabs = TabRow(self.tr("Khác"))
        self.queue = QueueList()
        self.empty = EmptyState("signing")
        self.result = Note()
        self.result_bar = ResultBar()
        self.ticks = TickBar(self.queue.queue)
        self.view = PdfView()
        self.layer = RemarkLayer(self.view)
        self.overlay = SignatureOverlay(_Pages(self.view), self.view.viewport())
        self.legend = Note()
        self.later = LaterLine()
        self._make_bar()
        self._make_preview_bar()
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
        self.pause_button = button(self.tr("Tạm &dừng"))
        self.cancel_button = button(self.tr("&Hủy"))

    def _make_preview_bar(self) -> None:
        self.title = ElidedLabel("")
        self.title.setFont(sized(self.title.font(), 1.05, bold=True))
        self.place_button = button(self.tr("&Vị trí"), icon="pin")
        self.picture_button = button(self.tr("Ả&nh chữ ký"))
        self.slip_button = button(self.tr("&Phiếu trình"))
        self.remark_button = button("", icon="remark-pen")
        self.remark_button.setToolTip(self.tr("Viết góp ý lên dự thảo, hoặc xem góp ý đã có"))
        self.mark_button = button(self.tr("&Nội dung dấu đến…"))

    def _lay_out(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self._left())
        self.splitter.addWidget(self._right())
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([430, 760])
        outer.addWidget(self.splitter)

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
        for one in (self.sign_button, self.refuse_button, self.pause_button, self.cancel_button):
            row.addWidget(one)
        row.addWidget(self.hint, 1)
        column.addLayout(row)
        return bar

    def _right(self) -> QWidget:
        side = QWidget()
        set_kind(side, "canvas")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QFrame()
        set_kind(head, "surface")
        row = QHBoxLayout(head)
        step = unit_of(self)
        row.setContentsMargins(step * 4, step * 2, step * 4, step * 2)
        row.setSpacing(step * 2)
        row.addWidget(self.title, 1)
        for one in (
            self.place_button, self.picture_button, self.mark_button, self.remark_button, self.slip_button,
        ):  # fmt: skip
            row.addWidget(one)
        column.addWidget(head)
        column.addWidget(rule())
        column.addWidget(self.legend)
        column.addWidget(self.view, 1)
        return side

    def _connect(self) -> None:
        self.tabs.changed.connect(self._kind_chosen)
        self.queue.current_changed.connect(self.current_changed)
        self.queue.queue.checked_changed.connect(self._refresh)
        self.sign_button.clicked.connect(self._sign)
        self.refuse_button.clicked.connect(lambda: self.refuse_asked.emit(self.queue.current_id()))
        self.pause_button.clicked.connect(lambda: (self.resume_asked if self._paused else self.pause_asked).emit())
        self.cancel_button.clicked.connect(self.cancel_asked)
        self.result_bar.continue_asked.connect(self.continue_asked)
        self.result_bar.forget_asked.connect(self.forget_asked)
        self.result_bar.again_asked.connect(self.again_asked)
        self.result_bar.results_asked.connect(self.results_asked)
        self.slip_button.clicked.connect(lambda: self.slip_asked.emit(self.queue.current_id()))
        self.remark_button.clicked.connect(lambda: self.remark_asked.emit(self.queue.current_id()))
        self.layer.picked.connect(lambda _key: self.remark_asked.emit(self.queue.current_id()))
        self.mark_button.clicked.connect(lambda: self.mark_asked.emit(self.queue.current_id()))
        self.place_button.clicked.connect(self._open_places)
        self.picture_button.clicked.connect(self._open_pictures)
        self.view.viewChanged.connect(self.overlay.fit)
        self.view.pageChanged.connect(lambda _page: self._show_title())
        self.overlay.placed.connect(lambda page, rect: self.placed.emit(self.queue.current_id(), page, rect))
        self.overlay.reset_asked.connect(lambda: self.place_reset_asked.emit(self.queue.current_id()))
        self.overlay.described.connect(lambda _text: self._show_legend())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._sign)
        for keys, step in (("Alt+Down", 1), ("Alt+Up", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.queue.step(step))
        self.sign_button.setToolTip(self.tr("Ký các văn bản đã chọn (Ctrl+Enter)"))

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
        """Show the document in front, its box and its menus; the pages themselves go to ``view``."""
        self._preview = preview
        self._show_title()
        self.place_button.setEnabled(bool(preview and preview.movable))
        self.picture_button.setVisible(bool(preview and preview.pictures))
        self.picture_button.setEnabled(bool(preview and preview.movable))
        current = next((one.text for one in preview.pictures if one.current), "") if preview else ""
        words = self.tr("Ả&nh chữ ký: %1") if current else self.tr("Ả&nh chữ ký")
        self.picture_button.setText(words.replace("%1", current))
        self.slip_button.setEnabled(bool(preview and preview.slip))
        self.layer.show_marks(preview.marks if preview else ())
        self.mark_button.setVisible(bool(preview and preview.mark))
        self._fit_buttons()
        self.overlay.movable = bool(preview and preview.movable)
        self.overlay.show_placement(preview.placement if preview else None)
        self._show_legend()
        self._refresh()

    def _fit_buttons(self) -> None:
        """Where there is little room, remarks are an icon and a slip that is not there has no button."""
        preview, narrow = self._preview, self.width() < NARROW
        words = preview.remarks if preview else ""
        self.remark_button.setVisible(bool(words))
        self.remark_button.setText("" if narrow else words)
        self.remark_button.setAccessibleName(words.replace("&", ""))
        there = self.slip_button.isEnabled() or not narrow
        self.slip_button.setVisible(there and not self.mark_button.isVisibleTo(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_buttons()

    def _show_legend(self) -> None:
        """What the box means, and where it stands."""
        preview = self._preview
        parts = [preview.legend, self.overlay.summary() if preview.movable else ""] if preview else []
        tone = preview.legend_tone if preview else Tone.NEUTRAL
        self.legend.show_text(" ".join(one for one in parts if one), tone)

    def _show_title(self) -> None:
        source, title = self.view.source(), self._preview.title if self._preview else ""
        if title and source is not None and self.view.page() >= 0:
            page = self.tr("trang %1/%2").replace("%1", str(self.view.page() + 1))
            title = f"{title} · {page.replace('%2', str(source.page_count))}"
        self.title.setText(title)

    def reveal(self, page: int, rect: Rect) -> None:
        """Bring a place on a page into view."""
        pages = _Pages(self.view)
        size = pages.page_size(page)
        if size.isEmpty():
            return
        top = pages.page_rect(page).top()
        middle = top + (size.height() - (rect[1] + rect[3]) / 2) * self.view.scale()
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + round(middle - self.view.viewport().height() / 2))
        across = pages.page_rect(page).left() + (rect[0] + rect[2]) / 2 * self.view.scale()
        bar = self.view.horizontalScrollBar()
        bar.setValue(bar.value() + round(across - self.view.viewport().width() / 2))
        self.overlay.fit()

    def show_progress(self, progress: BatchProgress | None) -> None:
        """A batch runs (or has ended, with None): the bar moves and the queue cannot be ticked."""
        self._running = progress is not None
        self._paused = bool(progress and progress.paused)
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
        self.refuse_button.setVisible(not running and bool(self._preview and self._preview.refusable))
        if not running:
            self.hint.setText(self.tr("Một mã PIN cho cả lượt") if chosen > 1 else "")

    def _open_places(self) -> None:
        document_id, preview = self.queue.current_id(), self._preview
        if not document_id or preview is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in preview.places:
            action = self._choice(menu, choice.text, choice.current)
            action.triggered.connect(lambda _=False, key=choice.key: self.place_chosen.emit(document_id, key))
        if preview.places:
            menu.addSeparator()
        here = menu.addAction(self.tr("Đặt trên &trang đang xem"))
        here.triggered.connect(lambda: self.place_here_asked.emit(document_id, max(0, self.view.page())))
        found = menu.addAction(self.tr("Về &vị trí tìm thấy"))
        found.setEnabled(preview.moved)
        found.triggered.connect(lambda: self.place_reset_asked.emit(document_id))
        focus = menu.addAction(self.tr("Chỉnh bằng phím &mũi tên"))
        focus.setEnabled(preview.placement is not None)
        focus.triggered.connect(lambda: self.overlay.setFocus(Qt.FocusReason.OtherFocusReason))
        menu.popup(self.place_button.mapToGlobal(QPoint(0, self.place_button.height())))

    def _open_pictures(self) -> None:
        document_id, preview = self.queue.current_id(), self._preview
        if not document_id or preview is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in preview.pictures:
            if choice.separate:
                menu.addSeparator()
                action = menu.addAction(choice.text)
            else:
                action = self._choice(menu, choice.text, choice.current)
            action.setEnabled(choice.enabled)
            action.triggered.connect(lambda _=False, key=choice.key: self.picture_chosen.emit(document_id, key))
        menu.popup(self.picture_button.mapToGlobal(QPoint(0, self.picture_button.height())))

    def _choice(self, menu: QMenu, text: str, current: bool) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(current)
        return action
