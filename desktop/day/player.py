"""The player: steps with their time and picture, and the hands that click, type and wait. Knows Qt alone."""

from __future__ import annotations

import asyncio
import json
import re
import time
import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

import structlog
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QInputMethodEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

log = structlog.get_logger(__name__)

PATIENCE = 40.0
SIZE = QSize(1366, 768)
W = TypeVar("W", bound=QWidget)


class NotSeen(Exception):
    """Something that should have come to the screen did not."""


@dataclass(frozen=True)
class Step:
    """One step of the day, as written to day.json."""

    name: str
    ok: bool
    seconds: float
    picture: str
    problem: str = ""


class Player:
    """Plays steps one after another; the first that fails ends the day.

    Args:
        directory: where pictures and ``day.json`` go.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self.steps: list[Step] = []

    @asynccontextmanager
    async def step(self, name: str) -> AsyncIterator[None]:
        """One step: its time is kept, and a picture of the screen at its end.

        Raises:
            NotSeen: and whatever else went wrong in it, once it is written down.
        """
        began = time.monotonic()
        try:
            yield
            await self.calm()
        except Exception as error:
            self._write(name, False, began, f"{type(error).__name__}: {error}")
            raise
        self._write(name, True, began, "")

    def _write(self, name: str, ok: bool, began: float, problem: str) -> None:
        seconds = round(time.monotonic() - began, 3)
        picture = f"{len(self.steps) + 1:02d}-{_plain(name)}.png"
        shot = screen()
        if shot is None:
            picture = ""
        else:
            shot.save(str(self._directory / picture))
        self.steps.append(Step(name, ok, seconds, picture, problem))
        body = {"steps": [asdict(s) for s in self.steps]}
        path = self._directory / "day.json"
        path.write_text(json.dumps(body, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        log.info("day.step", number=len(self.steps), ok=ok, seconds=seconds)

    # -- the hands

    async def until(self, seen: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
        """Look until ``seen`` is true.

        Raises:
            NotSeen: it did not become true in time.
        """
        end = time.monotonic() + patience
        while not seen():
            if time.monotonic() > end:
                raise NotSeen(what)
            await asyncio.sleep(0.02)

    async def calm(self, seconds: float = 0.35) -> None:
        """Let the screen settle: pages are drawn and lists filled behind."""
        await asyncio.sleep(seconds)

    async def dialog(self, kind: type[W]) -> W:
        """The open window of this kind, once it is there."""
        found: list[W] = []

        def look() -> bool:
            found[:] = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
            return bool(found)

        await self.until(look, kind.__name__)
        await self.calm(0.15)
        return found[0]

    async def gone(self, window: QWidget, what: str) -> None:
        """Wait until a window has closed: its act has been taken."""
        await self.until(lambda: not isValid(window) or not window.isVisible(), what)

    async def click(self, button: QAbstractButton | None) -> None:
        """Press a button that is there and may be pressed."""
        if button is None:
            raise NotSeen("a button")
        target = button
        await self.until(lambda: target.isVisible() and target.isEnabled(), f"button {target.text()!r}")
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        await self.calm(0.05)

    async def type(self, widget: QWidget, text: str) -> None:
        """Type into a field; Vietnamese letters come whole, as an input method gives them."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)
        await self.calm(0.05)

    def press(self, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Press one key."""
        QTest.keyClick(widget, key, modifiers or Qt.KeyboardModifier.NoModifier)


def screen() -> QPixmap | None:
    """What a person would see: the main window with every dialog over it, where it stands."""
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]
    if not windows:
        return None
    base = max(windows, key=lambda w: w.width() * w.height())
    shot = base.grab()
    painter = QPainter(shot)
    for window in windows:
        if window is not base:
            _draw_over(painter, base, window)
    painter.end()
    return shot


def _draw_over(painter: QPainter, base: QWidget, window: QWidget) -> None:
    middle = QPoint((base.width() - window.width()) // 2, (base.height() - window.height()) // 2)
    menu = window.windowType() == Qt.WindowType.Popup
    place = base.mapFromGlobal(window.pos()) if menu else QPoint(max(0, middle.x()), max(0, middle.y()))
    if not menu:
        painter.fillRect(0, 0, base.width(), base.height(), Qt.GlobalColor.transparent)
        painter.setOpacity(0.35)
        painter.fillRect(0, 0, base.width(), base.height(), Qt.GlobalColor.black)
        painter.setOpacity(1.0)
    painter.drawPixmap(place, window.grab())


def _plain(name: str) -> str:
    """A file name of a step's name: no diacritics, no blanks."""
    folded = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    letters = "".join(c for c in folded if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")
