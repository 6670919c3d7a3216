"""The tools of a person who remarks on a draft: what the pen makes, undo and redo. Knows Qt and the kit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from widgets.kit import tool_button, wall
from widgets.theme import unit_of


class RemarkTools(QWidget):
    """A strip of tools; narrow, it shows icons alone.

    Signals:
        chosen(str): the kind that the pen makes from now on; "" only chooses.
        undo_asked, redo_asked.
    """

    chosen = Signal(str)
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: dict[str, str] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for key, icon, words, hint in (
            ("", "pointer", self.tr("Chọn"), self.tr("Chọn góp ý đã có trên trang (V)")),
            ("ink", "remark-pen", self.tr("Bút"), self.tr("Viết tay bằng chuột hoặc bút (B)")),
            ("highlight", "remark-highlight", self.tr("Tô sáng"), self.tr("Tô sáng chữ (H)")),
            ("underline", "remark-underline", self.tr("Gạch chân"), self.tr("Gạch chân chữ (U)")),
            ("strike", "remark-strike", self.tr("Gạch bỏ"), self.tr("Gạch bỏ chữ (S)")),
            ("box", "remark-box", self.tr("Khung"), self.tr("Đóng khung một phần trang (K)")),
            ("note", "remark-note", self.tr("Ghi chú"), self.tr("Ghi chú tại một chỗ trên trang (N)")),
        ):
            row.addWidget(self._tool(key, icon, words, hint))
        row.addWidget(wall())
        self.undo = tool_button("undo", self.tr("Hoàn tác (Ctrl+Z)"))
        self.redo = tool_button("redo", self.tr("Làm lại (Ctrl+Y)"))
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addStretch(1)
        self._buttons[""].setChecked(True)

    def _tool(self, key: str, icon: str, words: str, hint: str) -> QToolButton:
        made = tool_button(icon, hint)
        made.setText(words)
        made.setCheckable(True)
        made.clicked.connect(lambda: self.choose(key))
        self._group.addButton(made)
        self._words[key], self._buttons[key] = words, made
        return made

    def words(self, kind: str) -> str:
        """The name of a kind of remark."""
        return self._words.get(kind, "") if kind else ""

    def choose(self, kind: str) -> None:
        """Take a tool up."""
        self._buttons[kind].setChecked(True)
        self.chosen.emit(kind)

    def tool(self) -> str:
        """The tool that is up."""
        return next(key for key, made in self._buttons.items() if made.isChecked())

    def set_steps(self, undo: bool, redo: bool) -> None:
        """Whether there is anything to undo or to do again."""
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= unit_of(self) * 175
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if wide else Qt.ToolButtonStyle.ToolButtonIconOnly
        for made in self._buttons.values():
            made.setToolButtonStyle(style)
