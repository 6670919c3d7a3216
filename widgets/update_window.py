"""A newer version: what is new in it, who installs it, and what can be done now. Knows Qt and the kit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from widgets.dialog_parts import ActionButtons, Note, SnugDialog, heading, muted
from widgets.fitting import FormArea
from widgets.kit import label, subheading
from widgets.theme import Tone, unit_of


@dataclass(frozen=True, slots=True)
class UpdateView:
    """How things stand, in words.

    Attributes:
        title, facts: the version, and what is known about it.
        notes: what is new; "" hides that part.
        who, tone: who installs it, or why there is nothing to install.
        progress: hundredths of the package that have come; None while none is fetched.
        moved: the same in words.
        act: what can be done now; "" for nothing.
        again: whether the source may be asked now.
    """

    title: str
    facts: str
    notes: str = ""
    who: str = ""
    tone: Tone = Tone.INFO
    progress: int | None = None
    moved: str = ""
    act: str = ""
    again: bool = False


class UpdateWindow(SnugDialog):
    """The window.

    Signals:
        actRequested(): do what the first button says.
        againRequested(): ask the source now.
    """

    actRequested = Signal()
    againRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Cập nhật chương trình"))
        self.setMinimumWidth(520)
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * step, 4 * step, 5 * step, 4 * step)
        column.setSpacing(3 * step)
        self._title, self._facts = heading(""), muted("")
        column.addWidget(self._title)
        column.addWidget(self._facts)
        self._who = Note("", Tone.INFO)
        column.addWidget(self._who)
        self._progress = QProgressBar()
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Đã tải"))
        self._moved = muted("")
        column.addWidget(self._progress)
        column.addWidget(self._moved)
        self._new = subheading(self.tr("Có gì mới"))
        column.addWidget(self._new)
        self._notes = label("", wrap=True)
        self._notes.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._notes.setAccessibleName(self.tr("Có gì mới"))
        self._area = FormArea(self._notes)
        column.addWidget(self._area, 1)
        # Both are there from the first: a button that comes later would take the keyboard's place.
        self._buttons = ActionButtons(self.tr("&Tải về"), self.tr("Đón&g"))
        self._again = self._buttons.extra(self.tr("&Kiểm tra ngay"))
        self._again.clicked.connect(self.againRequested)
        self._buttons.accepted.connect(self.actRequested)
        self._buttons.rejected.connect(self.reject)
        column.addWidget(self._buttons)

    def show_update(self, view: UpdateView) -> None:
        """Show how things stand now."""
        self._title.setText(view.title)
        self._facts.setText(view.facts)
        self._facts.setVisible(bool(view.facts))
        self._who.show_text(view.who, view.tone)
        self._who.setVisible(bool(view.who))
        for part in (self._progress, self._moved):
            part.setVisible(view.progress is not None)
        self._progress.setValue(view.progress or 0)
        self._moved.setText(view.moved)
        self._notes.setText(view.notes)
        for part in (self._new, self._area):
            part.setVisible(bool(view.notes))
        self._again.setVisible(view.again)
        act = self._buttons.accept_button
        if act is not None:
            act.setText(view.act)
            act.setVisible(bool(view.act))
            act.setDefault(bool(view.act))
        if not view.act:
            self._buttons.reject_button.setDefault(True)
        if self.isVisible():
            self.fit()
        else:
            first = act if act is not None and view.act else self._buttons.reject_button
            first.setFocus()
