"""The program's own icon, and what it says beside the clock: how much is new, or that it is locked.

Knows Qt and resources.

Drawn, not kept as pictures: a number has to be read at 16 px as well as at 200 %, before a light bar and a dark one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

SIZES: Final = (16, 20, 24, 32, 48, 64)
"""Physical px that a bar asks for, from 100 to 400 %."""
MOST: Final = 99
_BADGE, _INK, _EDGE, _LOCK = "#b3261e", "#ffffff", "#8fa6bd", "#ffd166"


def file() -> Path:
    """The drawing."""
    return resources.FOLDER / "icons" / "program" / "tacnghiep.svg"


def program_icon() -> QIcon:
    """The icon of every window; drawn when it is asked for."""
    return QIcon(str(file()))


def tray_icon(count: int = 0, *, locked: bool = False) -> QIcon:
    """The icon beside the clock.

    Args:
        count: what is new; 0 shows none.
        locked: a lock instead of a number.
    """
    made = QIcon()
    renderer = QSvgRenderer(str(file()))
    for side in SIZES:
        made.addPixmap(_draw(renderer, side, 0 if locked else count, locked))
    return made


def badge_words(count: int) -> str:
    """The number as the badge has room for it."""
    return str(count) if count <= MOST else f"{MOST}+"


def _draw(renderer: QSvgRenderer, side: int, count: int, locked: bool) -> QPixmap:
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if locked:
        painter.setOpacity(0.75)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.setOpacity(1)
    # The bar behind may be light or dark, whatever the program's own theme: on a dark one only the edge tells it apart.
    painter.setPen(QPen(QColor(_EDGE), max(1.0, side / 24)))
    inner = QRectF(0, 0, side, side).adjusted(side * 0.03, side * 0.03, -side * 0.03, -side * 0.03)
    painter.drawRoundedRect(inner, side * 0.2, side * 0.2)
    if locked:
        _draw_lock(painter, side)
    elif count > 0:
        _draw_badge(painter, side, badge_words(count))
    painter.end()
    return picture


def _draw_badge(painter: QPainter, side: int, words: str) -> None:
    """In the lower right corner, where every system puts it; as wide as its digits."""
    height = side * 0.62
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(max(7, round(height * (0.82 if len(words) < 3 else 0.66))))
    painter.setFont(font)
    width = min(float(side), max(height, painter.fontMetrics().horizontalAdvance(words) + side * 0.16))
    place = QRectF(side - width, side - height, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_BADGE))
    painter.drawRoundedRect(place, height / 2, height / 2)
    painter.setPen(QColor(_INK))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def _draw_lock(painter: QPainter, side: int) -> None:
    body = QRectF(side * 0.46, side * 0.62, side * 0.5, side * 0.36)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("#1b1f24"), side * 0.16))
    shackle = QRectF(side * 0.56, side * 0.42, side * 0.3, side * 0.4)
    painter.drawArc(shackle, 0, 180 * 16)
    painter.setPen(QPen(QColor(_LOCK), side * 0.08))
    painter.drawArc(shackle, 0, 180 * 16)
    painter.setPen(QPen(QColor("#1b1f24"), max(1.0, side * 0.04)))
    painter.setBrush(QColor(_LOCK))
    painter.drawRoundedRect(body, side * 0.05, side * 0.05)
