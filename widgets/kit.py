"""The small kit every desk is built from: words, buttons, headers, empty states. Knows Qt, the theme and icons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from widgets import icons
from widgets.leaving import is_barred
from widgets.theme import Tone, sized, tokens_of, unit_of


def set_kind(widget: QWidget, kind: str, tone: Tone | str | None = None) -> None:
    """Tell the style sheet what a widget is; safe to call again with another tone."""
    widget.setProperty("kind", kind)
    if tone is not None:
        widget.setProperty("tone", str(tone))
    # A widget not shown yet is polished when it is; doing it early would make Qt forget a font set in between.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
    widget.update()


class _Words(QLabel):
    """Words that can be selected, copied and dragged away only where copying is not barred."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if is_barred(self, "export"):
            event.ignore()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if is_barred(self, "export"):
            event.ignore()
        else:
            super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if is_barred(self, "export"):
            event.ignore()
        else:
            super().contextMenuEvent(event)


def label(
    text: str,
    kind: str = "text",
    tone: Tone | str | None = None,
    *,
    factor: float = 1.0,
    bold: bool = False,
    wrap: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """Plain words, never read as mark-up. Kinds: text, muted, note (small line in a tone), word (in a tone)."""
    made = _Words(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    set_kind(made, kind, tone)
    if factor != 1.0 or bold:
        made.setFont(sized(made.font(), factor, bold=bold))
    return made


def heading(text: str, parent: QWidget | None = None) -> QLabel:
    """The name of a desk or a dialog."""
    return label(text, factor=1.35, bold=True, parent=parent)


def subheading(text: str, parent: QWidget | None = None) -> QLabel:
    """The name of a part of a page."""
    return label(text, bold=True, factor=1.05, parent=parent)


def button(text: str, kind: str = "plain", icon: str | None = None, parent: QWidget | None = None) -> QPushButton:
    """A push button. Kinds: primary (one per place), plain, link (reads as words)."""
    made = QPushButton(text, parent)
    set_kind(made, kind)
    made.setAutoDefault(False)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setFlat(True)
    if icon is not None:
        icons.dress(made, icon, (lambda t: t.accent_text) if kind == "primary" else (lambda t: t.text))
    return made


def tool_button(icon: str, name: str, parent: QWidget | None = None) -> QToolButton:
    """A flat button that shows an icon only; `name` is its tool tip and its name for screen readers."""
    made = QToolButton(parent)
    set_kind(made, "flat")
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    icons.dress(made, icon)
    return made


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin line across."""
    made = QFrame(parent)
    set_kind(made, "rule")
    return made


def wall(parent: QWidget | None = None) -> QFrame:
    """A thin line down."""
    made = QFrame(parent)
    set_kind(made, "wall")
    return made


class IconLabel(QWidget):
    """An icon in a tone; decorative unless given a name. Redrawn by the theme in force."""

    def __init__(
        self, name: str, tone: Tone | str = Tone.NEUTRAL, size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._tone, self._size = name, tone, size
        self.setFixedSize(size, size)

    def set_icon(self, name: str, tone: Tone | str) -> None:
        """Show another icon, in another tone."""
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = tokens_of(self).ink(self._tone)
        painter.drawPixmap(0, 0, icons.pixmap(self._name, colour, self._size, self.devicePixelRatioF()))


class ElidedLabel(QLabel):
    """One line of words that ends in … when it must, and then shows the whole as its tool tip."""

    def __init__(self, text: str = "", kind: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_kind(self, kind)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show these words, as far as they fit."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def whole_text(self) -> str:
        """The words, uncut."""
        return self._whole

    def minimumSizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).averageCharWidth() * 6, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        shown = QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.width()))
        if shown != super().text():
            super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class ElidedLink(QPushButton):
    """A link whose words end in … when they must; a name's middle goes, for its end tells the kind of file."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "link")
        self.setAutoDefault(False)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).averageCharWidth() * 8, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        room = max(0, self.width() - 2 * unit_of(self))
        shown = QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideMiddle, room)
        self.setText(shown.replace("&", "&&"))


class DeskHeader(QWidget):
    """The top line of a desk: its name at the left, what goes with it (switch, buttons) at the right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = heading(title)
        self._row = QHBoxLayout(self)
        step = unit_of(self)
        self._row.setContentsMargins(step * 4, step * 2, step * 4, step)
        self._row.setSpacing(step * 2)
        self._row.addWidget(self.title)
        self.note = ElidedLabel("", "muted")
        self._row.addWidget(self.note, 1)

    def add(self, widget: QWidget) -> None:
        """Add a control at the right end."""
        self._row.addWidget(widget)


class EmptyState(QWidget):
    """What stands where a list is empty: an icon, what is so, and what to do. Signal: actionTriggered()."""

    actionTriggered = Signal()

    def __init__(
        self,
        icon: str = "inbox-empty",
        title: str = "",
        hint: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(unit_of(self) * 2)
        column.addStretch(2)
        self._icon = IconLabel(icon, size=40)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        self._title = label("", bold=True, wrap=True)
        self._hint = label("", "muted", wrap=True)
        for words in (self._title, self._hint):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        self._action = button("", "plain")
        self._action.clicked.connect(self.actionTriggered)
        column.addWidget(self._action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.set_state(icon, title, hint, action)

    def set_state(self, icon: str, title: str, hint: str = "", action: str = "") -> None:
        """Say something else; an empty hint or action is not shown."""
        self._icon.set_icon(icon, Tone.NEUTRAL)
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(" ".join(f"{part.rstrip('.')}." for part in (title, hint) if part))


def clear_layout(layout: QHBoxLayout | QVBoxLayout) -> None:
    """Take every widget out of a row or column and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
