"""Where the main window stood, for each arrangement of screens; put back there, and never where no screen is.

A laptop at its desk has two screens, at a meeting one, and each may have a scale of its own: what was chosen for one
arrangement holds for that alone. Knows Qt and one small file; no names of documents are in it.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from desktop.session.settings import write_json

# The standard library's own: the first window waits for this.
log = logging.getLogger(__name__)

MOST = 12
"""Arrangements that are remembered; the one used longest ago goes first."""
_TITLE = 32
"""Logical px of a window's frame above it: what is to be seen, so that it can be taken hold of."""


def arrangement(screens: Sequence[QScreen]) -> str:
    """What tells one arrangement of screens from another: their places, sizes and scales."""
    found = []
    for screen in screens:
        area = screen.geometry()
        scale = screen.devicePixelRatio()
        found.append(f"{area.x()},{area.y()} {area.width()}x{area.height()} {scale:g}")
    return " | ".join(sorted(found))


def fitted(wanted: QRect, areas: Sequence[QRect]) -> QRect:
    """A window's place, moved and made smaller as far as it must be to lie on one of the screens whole.

    Args:
        areas: what each screen has room for, the main one first; at least one.
    """
    best = max(areas, key=lambda area: _shared(wanted, area))
    area = best if _shared(wanted, best) > 0 else areas[0]
    width, height = min(wanted.width(), area.width()), min(wanted.height(), area.height() - _TITLE)
    left = min(max(wanted.left(), area.left()), area.left() + area.width() - width)
    top = min(max(wanted.top(), area.top() + _TITLE), area.top() + area.height() - height)
    return QRect(left, top, width, height)


def _shared(one: QRect, other: QRect) -> int:
    both = one.intersected(other)
    return max(0, both.width()) * max(0, both.height())


class Places:
    """What is remembered.

    Args:
        file: where; a file that cannot be read counts as none.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept = _read(file)

    def restore(self, window: QMainWindow) -> None:
        """Put the window where it was on these screens; at first in the middle, as large as the screen allows."""
        screens = QGuiApplication.screens()
        if not screens:
            return
        areas = [screen.availableGeometry() for screen in _main_first(screens)]
        kept = self._kept.get(arrangement(screens), {})
        place = _rect(kept.get("window"))
        first = place is None
        if place is None:
            place = QRect(0, 0, window.width(), window.height())
            place.moveCenter(areas[0].center())
        found = fitted(place, areas)
        window.setGeometry(found)
        # Where the window is as large as the screen it is shown as such, with no strip left beside it.
        tight = first and (place.width() >= areas[0].width() or place.height() >= areas[0].height() - _TITLE)
        if kept.get("maximized") is True or tight:
            window.setWindowState(window.windowState() | window.windowState().WindowMaximized)

    def restore_panes(self, desk: str, widget: QWidget) -> None:
        """Give the panes of a desk the widths that were chosen on these screens."""
        kept = self._kept.get(arrangement(QGuiApplication.screens()), {}).get("panes", {})
        wanted = kept.get(desk) if isinstance(kept, dict) else None
        for splitter, sizes in zip(_splitters(widget), wanted if isinstance(wanted, list) else [], strict=False):
            if _is_sizes(sizes, splitter.count()):
                splitter.setSizes(sizes)

    def keep(self, window: QMainWindow, desks: Mapping[str, QWidget]) -> None:
        """Remember where it stands now."""
        key = arrangement(QGuiApplication.screens())
        before = self._kept.pop(key, {})
        place = window.normalGeometry() if window.isMaximized() or window.isFullScreen() else window.geometry()
        panes = before.get("panes", {})
        panes = dict(panes) if isinstance(panes, dict) else {}
        for desk, widget in desks.items():
            # Panes that take turns have no widths.
            sizes = [splitter.sizes() for splitter in _splitters(widget)]
            if sizes and all(all(one > 0 for one in each) for each in sizes):
                panes[desk] = sizes
        self._kept[key] = {
            "window": [place.x(), place.y(), place.width(), place.height()],
            "maximized": window.isMaximized() or window.isFullScreen(),
            "panes": panes,
        }
        while len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]
        try:
            write_json(self._file, self._kept)
        except OSError as error:
            # A full disk: the window comes up elsewhere next time, and nothing else is lost.
            log.info("places.not_kept %s", type(error).__name__)


def _main_first(screens: Sequence[QScreen]) -> list[QScreen]:
    main = QGuiApplication.primaryScreen()
    return sorted(screens, key=lambda screen: screen is not main)


def _splitters(widget: QWidget) -> list[QSplitter]:
    found = widget.findChildren(QSplitter)
    return [widget, *found] if isinstance(widget, QSplitter) else found


def _rect(value: object) -> QRect | None:
    if not isinstance(value, list) or len(value) != 4 or not all(type(one) is int for one in value):
        return None
    if not all(abs(one) < 100_000 for one in value) or value[2] < 100 or value[3] < 100:
        return None
    return QRect(*value)


def _is_sizes(value: object, count: int) -> bool:
    if not isinstance(value, list) or len(value) != count:
        return False
    return all(type(one) is int and 0 < one < 100_000 for one in value)


def _read(file: Path) -> dict[str, dict[str, Any]]:
    try:
        value = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(value, dict):
        return {}
    return {key: kept for key, kept in value.items() if isinstance(kept, dict)}
