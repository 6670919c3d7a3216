"""A draft with the remarks on it: written by who is to sign, answered by who drafted, or only read. Knows the kit.

The file itself is never touched: what is drawn lies over its pictures, and goes to the presenter as data.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from widgets.dialog_parts import Note
from widgets.fitting import FRAME
from widgets.form_dialog import ChoiceBox, dress_fields
from widgets.kit import ElidedLabel, button, rule
from widgets.page_view import PageView
from widgets.remark_layer import RemarkLayer
from widgets.remark_marks import Mark
from widgets.remark_panel import RemarkPanel
from widgets.remark_rows import RemarkRow
from widgets.remark_tools import RemarkTools
from widgets.tabs import Tab, TabStrip
from widgets.theme import Tone, sized, unit_of

_LETTERS = {"V": "", "B": "ink", "H": "highlight", "U": "underline", "S": "strike", "K": "box", "N": "note"}
SIDE_BY_SIDE = 720
"""Below this width, in logical px, page and list take turns."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the file: its key and its words ("Bản hiện tại")."""

    key: str
    words: str


class RemarkWindow(QDialog):
    """The window.

    Attributes: page (PageView), layer (RemarkLayer), tools (RemarkTools), panel (RemarkPanel), note (what is to be
        said of it all).

    Signals:
        send_asked, return_asked, print_asked, undo_asked, redo_asked.
        move_asked: remarks written on an earlier version are to be taken over to this one.
        version_chosen(str): key.
    """

    send_asked = Signal()
    return_asked = Signal()
    print_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    move_asked = Signal()
    version_chosen = Signal(str)

    def __init__(self, subject: str, parent: QWidget | None = None, *, writes: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Góp ý dự thảo"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        dress_fields(self)
        self._writes = writes
        self._narrow = False
        self.page = PageView()
        self.layer = RemarkLayer(self.page.pdf, writable=writes)
        self.tools = RemarkTools()
        self.panel = RemarkPanel()
        self.note = Note()
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(subject))
        column.addWidget(rule())
        column.addWidget(self.note)
        self._turns = TabStrip()
        self._turns.set_tabs([Tab("page", self.tr("Dự thảo")), Tab("list", self.tr("Góp ý"))])
        self._turns.setAccessibleName(self.tr("Trang hay danh sách góp ý"))
        self._turns.changed.connect(lambda _: self._arrange())
        column.addWidget(self._turns)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.page)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        column.addWidget(self.splitter, 1)
        column.addWidget(rule())
        column.addWidget(self._foot(step))
        self._connect()
        self._size(parent)

    def _size(self, parent: QWidget | None) -> None:
        """As large as the window it belongs to, and no larger than the screen."""
        screen = self.screen().availableSize() - QSize(8, FRAME)
        over = parent.window().size() if parent is not None else QSize(1200, 720)
        self.resize(over.boundedTo(screen).expandedTo(QSize(560, 320)).boundedTo(screen))
        self.splitter.setSizes([self.width() - unit_of(self) * 84, unit_of(self) * 84])

    def _head(self, subject: str) -> QWidget:
        head = QWidget()
        step = unit_of(self)
        column = QVBoxLayout(head)
        column.setContentsMargins(step * 3, step * 2, step * 3, step * 2)
        column.setSpacing(step)
        row = QHBoxLayout()
        self.subject = ElidedLabel(subject)
        self.subject.setFont(sized(self.subject.font(), 1.05, bold=True))
        self.version = ChoiceBox()
        self.version.setAccessibleName(self.tr("Bản dự thảo"))
        self.version.hide()
        row.addWidget(self.subject, 1)
        row.addWidget(self.version)
        column.addLayout(row)
        self.tools.setVisible(self._writes)
        column.addWidget(self.tools)
        return head

    def _foot(self, step: int) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(step * 3, step * 2, step * 3, step * 2)
        row.setSpacing(step * 2)
        self.print_button = button(self.tr("&In bản góp ý…"), icon="print")
        self.status = ElidedLabel("", "muted")
        self.status.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.move_button = button(self.tr("&Chuyển sang bản này"))
        self.send_button = button(self.tr("&Gửi góp ý"), "primary")
        self.return_button = button(self.tr("Gửi và t&rả lại người soạn…"))
        self.close_button = button(self.tr("Đó&ng"))
        row.addWidget(self.print_button)
        row.addWidget(self.status, 1)
        # Where the words make room, the buttons stay as wide as they are.
        row.addStretch()
        for made in (self.move_button, self.send_button, self.return_button, self.close_button):
            row.addWidget(made)
        self.move_button.hide()
        self.send_button.setVisible(self._writes)
        self.return_button.setVisible(self._writes)
        return foot

    def _connect(self) -> None:
        self.tools.chosen.connect(self._take_tool)
        self.tools.undo_asked.connect(self.undo_asked)
        self.tools.redo_asked.connect(self.redo_asked)
        self.layer.picked.connect(self._picked)
        self.panel.current_changed.connect(self._show_mark)
        self.version.activated.connect(lambda n: self.version_chosen.emit(str(self.version.itemData(n))))
        self.print_button.clicked.connect(self.print_asked)
        self.move_button.clicked.connect(self.move_asked)
        self.send_button.clicked.connect(self.send_asked)
        self.return_button.clicked.connect(self.return_asked)
        self.close_button.clicked.connect(self.reject)
        self.layer.cursor_moved.connect(self.status.setText)
        self.layer.letter_pressed.connect(self._by_letter)
        for keys, run in (("Alt+Up", lambda: self.panel.step(-1)), ("Alt+Down", lambda: self.panel.step(1))):
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        QShortcut(QKeySequence("F6"), self).activated.connect(self._other_side)
        if not self._writes:
            return
        # In a field that is being typed in, these are the field's own.
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.undo_asked)
        QShortcut(QKeySequence.StandardKey.Redo, self).activated.connect(self.redo_asked)

    # -- filling

    def set_rows(self, rows: Sequence[RemarkRow], marks: Iterable[Mark], current: str = "") -> None:
        """Show these remarks in the list and on the page."""
        self.panel.set_rows(rows, current)
        self.layer.show_marks(marks, self.panel.current())
        self._turns.set_counts({"list": len(rows)})

    def set_versions(self, versions: Sequence[Version], current: str) -> None:
        """The versions of the file that can be looked at; one alone is not offered."""
        self.version.clear()
        for each in versions:
            self.version.addItem(each.words, each.key)
        self.version.setCurrentIndex(max(0, [v.key for v in versions].index(current)))
        self.version.setVisible(len(versions) > 1)

    def set_writable(self, writable: bool) -> None:
        """Whether what is shown may be written on now: not an earlier version, and never a signed page."""
        self.tools.setVisible(writable)
        if not writable and self.tools.tool():
            self.tools.choose("")
        self.layer.set_writable(writable)

    def set_sendable(self, count: int, *, writes: bool, to_move: bool = False) -> None:
        """How many remarks are written and not sent; written on an earlier version, they are moved first."""
        self.send_button.setVisible(writes)
        self.return_button.setVisible(writes)
        words = self.tr("&Gửi %1 góp ý").replace("%1", str(count)) if count else self.tr("&Gửi góp ý")
        self.send_button.setText(words)
        self.send_button.setEnabled(count > 0 and not to_move)
        self.return_button.setEnabled(not to_move)
        self.move_button.setVisible(to_move)

    def say(self, text: str, tone: Tone = Tone.INFO) -> None:
        """Say something that stays while the window is open; "" for nothing."""
        self.note.show_text(text, tone)

    # -- what the person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.tools.tool():
            # The tool is laid down first: Esc by habit closes nothing that is being written.
            self.tools.choose("")
            return
        super().keyPressEvent(event)

    def _take_tool(self, kind: str) -> None:
        self.layer.set_tool(kind)
        self.layer.setFocus(Qt.FocusReason.MouseFocusReason)

    def _by_letter(self, letter: str) -> None:
        """The keyboard makes the remark at its cursor; the pen's tool is only taken up."""
        kind = _LETTERS[letter]
        self.tools.choose(kind)
        if kind not in ("", "ink"):
            self.layer.make_here(kind)

    def _picked(self, key: str) -> None:
        self.panel.choose(key)

    def _show_mark(self, key: str) -> None:
        marks = self.layer.marks()
        self.layer.show_marks(marks, key)
        mark = next((one for one in marks if one.key == key), None)
        if mark is not None:
            self.layer.reveal(mark)

    def _other_side(self) -> None:
        focused = self.focusWidget()
        if focused is not None and self.panel.isAncestorOf(focused):
            self._turns.set_current("page")
            (self.layer if self._writes else self.page.pdf).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._turns.set_current("list")
            self.panel.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange()

    def show_typing(self) -> None:
        """Give the keyboard to the words of the remark in front, wherever the list is."""
        if self._narrow:
            self._turns.set_current("list")
            self._arrange()
        self.panel.begin_typing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._narrow = self.width() < SIDE_BY_SIDE
        self._turns.setVisible(self._narrow)
        self.page.setVisible(not self._narrow or self._turns.current() == "page")
        self.panel.setVisible(not self._narrow or self._turns.current() == "list")
        self.status.setVisible(not self._narrow)
        self.panel.set_head_shown(not self._narrow)
