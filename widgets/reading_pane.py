"""What is open: its header as clerks know it, the verdict, the acts allowed, the page, the history. Knows the kit.

Used by the incoming and the outgoing desk; a presenter fills it with `Reading`, `VerdictLine` and events.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from widgets.action_bar import Action, ActionBar
from widgets.attachments import FileItem, FileList
from widgets.chips import Chip
from widgets.kit import ElidedLabel, EmptyState, label, rule, set_kind, subheading, tool_button
from widgets.list_model import Mark
from widgets.page_view import PageView
from widgets.tabs import Tab, TabStrip
from widgets.theme import Tone, unit_of
from widgets.timeline import Event, Timeline, scrolled
from widgets.verdict_panel import SignatureView, VerdictLine, VerdictPanel, VerdictStrip

__all__ = ["Action", "Event", "FileItem", "Mark", "Reading", "ReadingPane", "SignatureView", "VerdictLine"]

SIDE_BY_SIDE = 640
"""Below this width, in logical px, page and history take turns."""
LOW = 400
"""Below this height, in logical px, the header keeps to single lines and the page to itself."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The header of what is open.

    Attributes:
        key: identifier, given back with nothing; another key means another document.
        subject: trích yếu.
        line: number and notation, agency, date, arrival number.
        marks: urgency, secrecy, deadline, what has not been sent.
        note: a sentence that stands out under the line (a return reason, a directive); "" for none.
        note_tone: the tone of that sentence.
        copyable: whether the subject may be taken out by the clipboard.
    """

    key: str
    subject: str
    line: str
    marks: tuple[Mark, ...] = ()
    note: str = ""
    note_tone: Tone = Tone.WARN
    copyable: bool = True


class ReadingPane(QWidget):
    """Attributes: page (PageView), acts (ActionBar), timeline, files, verdict (its line), signatures (its panel).

    Signals: actionTriggered(str) an act's key; fileOpened(str), fileSaveRequested(str) a file's key;
    backRequested() to the list, in small windows.
    """

    actionTriggered = Signal(str)
    fileOpened = Signal(str)
    fileSaveRequested = Signal(str)
    backRequested = Signal()

    def __init__(self, page: PageView | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self.page = page if page is not None else PageView()
        self.acts = ActionBar()
        self.timeline = Timeline()
        self.files = FileList()
        self.verdict = VerdictStrip()
        self.signatures = VerdictPanel()
        self._stack = QStackedWidget()
        self._empty = EmptyState("document", self.tr("Chọn một văn bản để xem"))
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._make_reading())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.acts.triggered.connect(self.actionTriggered)
        self.files.opened.connect(self.fileOpened)
        self.files.saveRequested.connect(self.fileSaveRequested)
        self.verdict.more.toggled.connect(self._show_signatures)
        self.signatures.closeRequested.connect(self._close_signatures)
        # Where page and signatures take turns, it is the page that one wants to see now.
        self.signatures.momentRequested.connect(lambda _: self._turns.set_current("page"))
        self.signatures.presentRequested.connect(lambda: self._turns.set_current("page"))

    # Building.

    def _make_reading(self) -> QWidget:
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_header())
        column.addWidget(rule())
        self._turns = TabStrip()
        self._turns.set_tabs([Tab("page", self.tr("Văn bản")), Tab("side", self.tr("Quá trình xử lý, tệp"))])
        self._turns.setAccessibleName(self.tr("Trang hay quá trình xử lý"))
        self._turns.changed.connect(lambda _: self._arrange())
        column.addWidget(self._turns)
        body = QFrame()
        set_kind(body, "canvas")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.page, 3)
        self._side = QStackedWidget()
        self._side.addWidget(self._make_side())
        self._side.addWidget(self.signatures)
        row.addWidget(self._side, 2)
        column.addWidget(body, 1)
        return reading

    def _make_header(self) -> QWidget:
        header = QWidget()
        step = unit_of(self)
        column = self._header = QVBoxLayout(header)
        column.setContentsMargins(step * 5, step * 3, step * 5, step * 2)
        column.setSpacing(step + 2)
        top = QHBoxLayout()
        self._back = tool_button("back", self.tr("Về danh sách (Esc)"))
        self._back.clicked.connect(self.backRequested)
        self._back.hide()
        self.subject = label("", factor=1.15, bold=True, wrap=True)
        self.subject.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.subject, 1)
        column.addLayout(top)
        self._facts = QHBoxLayout()
        self._facts.setSpacing(step * 2)
        self.line = ElidedLabel("", "muted")
        self._facts.addWidget(self.line, 1)
        self._chips: list[Chip] = []
        column.addLayout(self._facts)
        # Chips stand beside the line where there is room for both, else below it: the arrival number is never cut.
        self._below = QHBoxLayout()
        self._below.setSpacing(step * 2)
        self._below.addStretch(1)
        column.addLayout(self._below)
        self.note = label("", "note", Tone.WARN, wrap=True)
        column.addWidget(self.note)
        column.addWidget(self.verdict)
        column.addWidget(self.acts)
        return header

    def _make_side(self) -> QWidget:
        side = QWidget()
        set_kind(side, "canvas")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        step = unit_of(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(step * 4, step * 3, step * 4, step * 2)
        column.setSpacing(step * 2)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, step, 0)
        rows.setSpacing(step * 2)
        rows.addWidget(subheading(self.tr("Quá trình xử lý")))
        rows.addWidget(self.timeline)
        self._files_title = subheading(self.tr("Tệp kèm theo"))
        rows.addWidget(self._files_title)
        rows.addWidget(self.files)
        rows.addStretch(1)
        column.addWidget(scrolled(inner, self.tr("Quá trình xử lý và tệp kèm theo")))
        return side

    # Filling.

    def show_nothing(self, title: str = "", hint: str = "") -> None:
        """Nothing is open."""
        self._key = ""
        self._empty.set_state("document", title or self.tr("Chọn một văn bản để xem"), hint)
        self.page.pdf.set_source(None)
        self._stack.setCurrentIndex(0)

    def set_reading(self, reading: Reading) -> None:
        """Show a header; the rest follows with the other setters."""
        self._key = reading.key
        self.subject.setText(reading.subject)
        flag = Qt.TextInteractionFlag
        self.subject.setTextInteractionFlags(flag.TextSelectableByMouse if reading.copyable else flag.NoTextInteraction)
        self.signatures.set_copyable(reading.copyable)
        self.line.setText(reading.line)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(mark.text, mark.tone, self) for mark in reading.marks]
        set_kind(self.note, "note", reading.note_tone)
        self.note.setText(reading.note)
        self.note.setVisible(bool(reading.note))
        self._stack.setCurrentIndex(1)
        self._arrange()

    def reading_key(self) -> str:
        """Key of what is open, "" for nothing."""
        return self._key

    def set_verdict(self, line: VerdictLine | None) -> None:
        """Show what is thought of the signatures; None hides the line. Another verdict closes the panel."""
        if self.verdict.set_line(line):
            self.verdict.more.setChecked(False)
            self.signatures.show_line(line)

    def set_actions(self, actions: Sequence[Action], extras: Sequence[Action] = ()) -> None:
        """Offer the acts allowed now."""
        self.acts.set_actions(actions, extras)
        self.acts.setVisible(bool(actions or extras))

    def set_events(self, events: Sequence[Event]) -> None:
        """Show the history, the newest first."""
        self.timeline.set_events(events)

    def set_files(self, files: Sequence[FileItem]) -> None:
        """List the files that came with the document."""
        self.files.set_files(files)
        self._files_title.setVisible(bool(files))

    def set_back_shown(self, shown: bool) -> None:
        """Whether there is a way back to a list that is hidden now."""
        self._back.setVisible(shown)

    # Signatures beside the page.

    def _show_signatures(self, shown: bool) -> None:
        self._side.setCurrentIndex(1 if shown else 0)
        titles = (self.tr("Quá trình xử lý, tệp"), self.tr("Chữ ký số"))
        chosen = self._turns.current()
        self._turns.set_tabs([Tab("page", self.tr("Văn bản")), Tab("side", titles[shown])])
        self._turns.set_current("side" if shown else chosen or "page")
        self._arrange()

    def _close_signatures(self) -> None:
        self.verdict.more.setChecked(False)
        self.verdict.more.setFocus()

    # Small windows.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        both = self.width() >= SIDE_BY_SIDE
        low = self.height() < LOW
        step = unit_of(self)
        edge = step if low else step * 3
        self._header.setContentsMargins(step * 5, edge, step * 5, min(edge, step * 2))
        self._header.setSpacing(1 if low else step + 2)
        self.verdict.set_low(low)
        self.page.set_tools_shown(not low)
        self._turns.setVisible(not both)
        self.page.setVisible(both or self._turns.current() == "page")
        self._side.setVisible(both or self._turns.current() == "side")
        self._place_chips()
        self._side.setMaximumWidth(max(240, min(self.width() * 2 // 5, unit_of(self) * 72)) if both else 16_777_215)

    def _place_chips(self) -> None:
        step = unit_of(self)
        room = self.width() - step * 10 - self.line.sizeHint().width()
        beside = self.height() < LOW or sum(chip.sizeHint().width() + step * 2 for chip in self._chips) <= room
        for place, chip in enumerate(self._chips):
            self._facts.removeWidget(chip)
            self._below.removeWidget(chip)
            if beside:
                self._facts.addWidget(chip)
            else:
                self._below.insertWidget(place, chip)
            chip.show()
