"""Small pieces that the dialogs of the outgoing and signing desks share. Knows Qt and the kit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from widgets.fitting import FormArea, keep_on_screen, room_on
from widgets.kit import IconLabel, label, set_kind
from widgets.theme import Tone, unit_of

_NOTE_ICONS: dict[Tone, str] = {
    Tone.NEUTRAL: "info",
    Tone.INFO: "info",
    Tone.GOOD: "valid",
    Tone.WARN: "warning",
    Tone.BAD: "invalid",
}


def heading(text: str) -> QLabel:
    """The first words of a dialog; long subjects wrap."""
    return label(text, factor=1.15, bold=True, wrap=True)


def muted(text: str) -> QLabel:
    """A line that stands back, wrapped."""
    return label(text, "muted", wrap=True)


def field_label(text: str, buddy: QWidget) -> QLabel:
    """The label of a control, with its mnemonic; also names the control for those who cannot see it."""
    made = QLabel(text)
    made.setBuddy(buddy)
    if not buddy.accessibleName():
        buddy.setAccessibleName(text.replace("&", ""))
    return made


class SnugDialog(QDialog):
    """A dialog just as high as its words need at its width: wrapped lines make Qt guess too high.

    Where the screen is too low for that it grows in width first; what is still too high scrolls, if it is in a
    `FormArea`.
    """

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the height before the first picture, and before Qt puts the dialog in the middle."""
        self.fit()
        super().showEvent(event)

    def fit(self, least: int = 0) -> None:
        """Take the height that the words need now, and no more than the screen has.

        Args:
            least: a height in logical px below which it does not go.
        """
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return
        for area in self.findChildren(FormArea):
            area.measure()
        layout.activate()
        room = room_on(self)
        width = self.width()
        if layout.heightForWidth(width) > room.height():
            width = min(room.width(), max(width, self.minimumWidth() * 3 // 2))
        self.resize(width, min(max(least, layout.heightForWidth(width)), room.height()))
        if self.isVisible():
            keep_on_screen(self)


class ActDialog(SnugDialog):
    """A dialog whose act may fail: it stays, with everything chosen in it, until whoever opened it accepts it.

    Attributes:
        problem: why the act was not taken; hidden while there is nothing to say.
        buttons: the row at the foot; made by the subclass, which also says by `is_ready` whether the act may be done.
    """

    buttons: ActionButtons

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem = Note()

    def is_ready(self) -> bool:
        """Whether what is chosen makes an act."""
        return True

    def set_busy(self, busy: bool) -> None:
        """While the act is being kept nothing can be done twice."""
        self.buttons.set_ready(not busy and self.is_ready())

    def show_problem(self, text: str) -> None:
        """The act was not taken: say why, and let it be tried again."""
        self.problem.show_text(text, Tone.BAD)
        self.fit(self.height())
        self.set_busy(False)


class Note(QFrame):
    """A soft card with one message: an icon, so that colour never speaks alone, and its words. Hidden while empty."""

    def __init__(self, text: str = "", tone: Tone = Tone.INFO, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = unit_of(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(space * 3, space * 2, space * 3, space * 2)
        row.setSpacing(space * 2)
        self._icon = IconLabel("info")
        self._label = label("", wrap=True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self.show_text(text, tone)

    def text(self) -> str:
        """The message shown now."""
        return self._label.text()

    def show_text(self, text: str, tone: Tone = Tone.INFO) -> None:
        """Show another message, or nothing at all."""
        self._label.setText(text)
        self.setAccessibleName(text)
        set_kind(self, "messagebar", tone)
        # The sheet colours the words by the frame's tone, which a label reads only when it is polished anew.
        set_kind(self._label, "text")
        self._icon.set_icon(_NOTE_ICONS[tone], tone)
        self.setVisible(bool(text))


class ActionButtons(QDialogButtonBox):
    """The row at the foot of a dialog: one act that Enter does, one way out by Esc.

    Attributes:
        accept_button: does the dialog's act; None where there is nothing to do but close.
        reject_button: leaves without doing it.
    """

    def __init__(self, accept_text: str, reject_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role = QDialogButtonBox.ButtonRole
        self.reject_button: QPushButton = self.addButton(reject_text, role.RejectRole)
        self.accept_button: QPushButton | None = None
        if accept_text:
            self.accept_button = self.addButton(accept_text, role.AcceptRole)
            set_kind(self.accept_button, "primary")
        (self.accept_button or self.reject_button).setDefault(True)

    def extra(self, text: str) -> QPushButton:
        """One more button, at the left, that neither accepts nor rejects."""
        button = self.addButton(text, QDialogButtonBox.ButtonRole.ResetRole)
        button.setAutoDefault(False)
        self._keep_no_proxy()
        return button

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_no_proxy()

    def _keep_no_proxy(self) -> None:
        # Qt makes the act the box's focus proxy, and Tab would go past what stands before it.
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes nothing here, its stubs do not say so

    def set_ready(self, ready: bool) -> None:
        """Whether the act may be done now."""
        if self.accept_button is not None:
            self.accept_button.setEnabled(ready)
            # Said again, now that the dialog is known: it would make the first button that is enabled the default one,
            # and Enter in a field would leave without doing what was asked.
            self.accept_button.setDefault(True)
