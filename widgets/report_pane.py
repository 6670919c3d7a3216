"""The pages of a report: their names at the left, the page that is chosen at the right, what was taken out marked.

Knows Qt and the kit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QBrush, QFontDatabase, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from widgets.theme import Tone, tokens_of, unit_of

_MARK = re.compile(r"\[\[[a-z]+(?:#\d+)?\]\]")
_AT_ONCE = 300
"""Lines that are put into the page in one turn: a long log comes piece by piece, and the window goes on."""


@dataclass(frozen=True)
class PageView:
    """One page.

    Attributes:
        name: of the file in the report.
        about: what it is, in words.
        taken: how much was taken out, in words; "" where nothing was.
    """

    name: str
    about: str
    text: str
    taken: str = ""


class _Marks(QSyntaxHighlighter):
    """What was taken out stands on a ground of its own, in bold: colour does not speak alone."""

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__(edit.document())
        self._edit = edit

    def highlightBlock(self, text: str) -> None:
        tokens = tokens_of(self._edit)
        look = QTextCharFormat()
        look.setBackground(QBrush(tokens.soft(Tone.WARN)))
        look.setForeground(QBrush(tokens.ink(Tone.WARN)))
        look.setFontWeight(700)
        for found in _MARK.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), look)


class ReportPane(QWidget):
    """The pages.

    Attributes:
        list, page: the names and the text; both are reached by Tab.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[PageView, ...] = ()
        self._waiting: list[str] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * unit_of(self))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Các tệp trong báo cáo"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.page = QPlainTextEdit()
        self.page.setReadOnly(True)
        self.page.setUndoRedoEnabled(False)
        self.page.setTabChangesFocus(True)
        self.page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.page.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._marks = _Marks(self.page)
        for part in (self.list, self.page):
            # On a screen as low as 1366x768 at 200 % this is what gives way.
            part.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        row.addWidget(self.list, 1)
        row.addWidget(self.page, 3)
        self._more = QTimer(self)
        self._more.setInterval(0)
        self._more.timeout.connect(self._go_on)
        self.list.currentRowChanged.connect(self._show)

    def show_pages(self, pages: Sequence[PageView]) -> None:
        """Show these; the page that was being read stays in front where it is still there, and unless it has changed
        it is not touched.
        """
        before = self.current()
        self._pages = tuple(pages)
        self.list.blockSignals(True)
        self.list.clear()
        for page in self._pages:
            item = QListWidgetItem(f"{page.name}\n{page.about}" if page.about else page.name)
            item.setToolTip("\n".join(part for part in (page.name, page.about, page.taken) if part))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join((page.name, page.about, page.taken)))
            self.list.addItem(item)
        names = [page.name for page in self._pages]
        row = names.index(before.name) if before is not None and before.name in names else 0
        self.list.setCurrentRow(row if names else -1)
        self.list.blockSignals(False)
        if self.current() != before:
            self._show(self.list.currentRow())

    def current(self) -> PageView | None:
        """The page in front."""
        row = self.list.currentRow()
        return self._pages[row] if 0 <= row < len(self._pages) else None

    def show_page(self, name: str) -> None:
        """Put one page in front."""
        for row, page in enumerate(self._pages):
            if page.name == name:
                self.list.setCurrentRow(row)

    def _show(self, row: int) -> None:
        self._more.stop()
        self.page.clear()
        if not 0 <= row < len(self._pages):
            return
        page = self._pages[row]
        self.page.setAccessibleName(f"{page.name}. {page.taken}".strip())
        lines = page.text.rstrip("\n").split("\n")
        self.page.setPlainText("\n".join(lines[:_AT_ONCE]))
        self._waiting = lines[_AT_ONCE:]
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        if self._waiting:
            self._more.start()

    def _go_on(self) -> None:
        piece, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        end = QTextCursor(self.page.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertText("\n" + "\n".join(piece))
        if not self._waiting:
            self._more.stop()
