"""Pills and chips: short words on a soft ground in a tone. Knows Qt and the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from widgets import icons
from widgets.kit import set_kind
from widgets.theme import Tokens, Tone, sized, tokens_of


class Pill(QToolButton):
    """A state in the top bar, pressed for its details. Colour and word always change together.

    Signals: clicked() as any button.
    """

    def __init__(
        self, text: str = "", tone: Tone | str = Tone.NEUTRAL, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._narrow = icon, Tone(tone), False
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_state(text, tone)

    def set_narrow(self, narrow: bool) -> None:
        """In small windows, the icon instead of the words (which stay as tool tip); needs an icon."""
        if narrow == self._narrow or not self._icon:
            return
        self._narrow = narrow
        icons.dress(self, self._icon, lambda tokens: tokens.ink(self._tone).name())
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonIconOnly if narrow else style.ToolButtonTextOnly)

    def set_state(self, text: str, tone: Tone | str = Tone.NEUTRAL, hint: str = "") -> None:
        """Show a state; hidden when it has no words. `hint` is the tool tip."""
        self.setText(text)
        self.setToolTip(f"{text}\n{hint}".strip())
        self.setAccessibleName(f"{text}. {hint}".strip(". "))
        self.setVisible(bool(text))
        if self.property("tone") != str(tone) or self.property("kind") != "pill":
            self._tone = Tone(tone)
            set_kind(self, "pill", tone)
            if self._narrow:
                icons.dress(self, self._icon, lambda tokens: tokens.ink(self._tone).name())


class Chip(QWidget):
    """A word on a soft ground inside a page, not pressed."""

    def __init__(self, text: str = "", tone: Tone | str = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tone = text, tone
        self.setFont(sized(self.font(), 0.9, bold=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(text, tone)

    def set_state(self, text: str, tone: Tone | str = Tone.NEUTRAL) -> None:
        """Show a word; hidden when empty."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word shown."""
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self.font(), self._text), QFontMetrics(self.font()).height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(QPainter(self), tokens_of(self), self.font(), self._text, self._tone, 0, self.height() / 2)


def chip_width(font: QFont, text: str) -> int:
    """How wide `paint_chip` will draw, logical px."""
    metrics = QFontMetrics(font)
    return metrics.horizontalAdvance(text) + metrics.height()


def paint_chip(
    painter: QPainter, tokens: Tokens, font: QFont, text: str, tone: Tone | str, left: float, middle: float
) -> float:
    """Draw a chip in a row painted by a delegate, centred on a line; returns its right edge."""
    metrics = QFontMetrics(font)
    height = metrics.height() + 2
    box = QRectF(left, middle - height / 2, chip_width(font, text), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.soft(tone))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setFont(font)
    painter.setPen(tokens.ink(tone))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return box.right()
