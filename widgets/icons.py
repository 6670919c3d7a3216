"""Our own line icons, drawn from SVG in the colour of the theme. Knows Qt, the theme and resources.

An icon is a 24 px drawing that strokes in `currentColor`; it is recoloured when it is drawn, so one file serves both
themes. `dress()` keeps a button's icon in step with a live switch of theme.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

import resources
from widgets.theme import Tokens, tokens_of

_RATIOS = (1.0, 1.5, 2.0)


@cache
def _source(name: str) -> str:
    return (resources.FOLDER / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def names() -> list[str]:
    """Every icon there is, by name."""
    folder = resources.FOLDER / "icons"
    return sorted(entry.name.removesuffix(".svg") for entry in folder.iterdir() if entry.name.endswith(".svg"))


def pixmap(name: str, colour: QColor | str, size: int, ratio: float = 1.0) -> QPixmap:
    """One icon as a picture, `size` logical px square at a device pixel ratio. Raises FileNotFoundError."""
    shade = QColor(colour).name(QColor.NameFormat.HexArgb)
    key = f"icon/{name}/{shade}/{size}/{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    side = max(1, round(size * ratio))
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", QColor(colour).name()).encode()))
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, picture)
    return picture


def icon(name: str, colour: QColor | str, disabled: QColor | str | None = None, size: int = 20) -> QIcon:
    """One icon for a control, sharp from 100 to 200 %."""
    made = QIcon()
    for ratio in _RATIOS:
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            # Said for a chosen row too: Qt would mix the row's blue into the tone.
            made.addPixmap(pixmap(name, colour, size, ratio), mode)
        if disabled is not None:
            made.addPixmap(pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return made


class _Dresser(QObject):
    """Redraws a button's icon whenever the button's palette changes."""

    def __init__(self, button: QAbstractButton, name: str, colour: Callable[[Tokens], str], size: int) -> None:
        super().__init__(button)
        self._button, self._name, self._colour, self._size = button, name, colour, size
        self._drawn = ("", "")
        button.setIconSize(QSize(size, size))
        button.installEventFilter(self)
        self.dress()

    def dress(self) -> None:
        """Draw the icon in the colours in force now, where it is not drawn in them already.

        A button is told of a palette each time that it is put into another widget: a desk is built of a hundred.
        """
        tokens = tokens_of(self._button)
        wanted = (self._colour(tokens), tokens.disabled)
        if wanted != self._drawn:
            self._drawn = wanted
            self._button.setIcon(icon(self._name, *wanted, self._size))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.dress()
        return super().eventFilter(watched, event)


def dress(
    button: QAbstractButton, name: str, colour: Callable[[Tokens], str] = lambda tokens: tokens.text, size: int = 18
) -> None:
    """Give a button an icon that follows the theme; `colour` picks the token. Call again to change the icon."""
    for child in button.findChildren(_Dresser, options=Qt.FindChildOption.FindDirectChildrenOnly):
        button.removeEventFilter(child)
        child.deleteLater()
    _Dresser(button, name, colour, size)


def icon_for(widget: QWidget, name: str, tone: str = "neutral", size: int = 18) -> QIcon:
    """An icon in one of the tones, in the widget's theme, for places that ask anew each time (menus, rows)."""
    return icon(name, tokens_of(widget).ink(tone), size=size)
