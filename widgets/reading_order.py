"""Tab as one reads: from left to right and from the top down, by where things stand. Knows Qt alone.

Qt's own order is that in which controls were made, and much of a desk (acts, files, cards) is made anew with every
document, after all that stands below it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cmp_to_key

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def go_on(window: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to the next control of a window, or to the one before; after the last comes the first.

    Meant for `focusNextPrevChild`. Returns False where the window has no control that takes it.
    """
    focused = window.focusWidget()
    way = list(_read(window, focused))
    if not forward:
        way.reverse()
    place = way.index(focused) + 1 if focused in way else 0
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    for one in way[place:] + way[:place]:
        if _stops(one):
            one.setFocus(reason)
            return True
    return False


def _read(widget: QWidget, focused: QWidget | None) -> Iterator[QWidget]:
    """A widget and all in it, but what is out of sight.

    What has the keyboard is there even so: Qt asks where to go on when it has just been hidden.
    """
    yield widget
    inside = [
        one for one in widget.children()
        if isinstance(one, QWidget) and not one.isWindow()
        and (one.isVisible() or (focused is not None and (one is focused or one.isAncestorOf(focused))))
    ]  # fmt: skip
    for one in sorted(inside, key=cmp_to_key(_before)):
        yield from _read(one, focused)


def _before(one: QWidget, other: QWidget) -> int:
    """Below zero where ``one`` is read first: it stands above, or in the same line further left."""
    a, b = one.geometry(), other.geometry()
    if a.bottom() < b.top() or b.bottom() < a.top():
        return a.top() - b.top()
    return a.left() - b.left()


def _stops(widget: QWidget) -> bool:
    if widget.focusProxy() is not None or not (widget.isVisible() and widget.isEnabled()) or widget.size().isEmpty():
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None or not group.exclusive() or group.checkedButton() is None:
        return _takes_tab(widget)
    # Of choices that exclude each other Tab comes by the one chosen, arrows go to the others. Qt keeps that in their
    # policies, and forgets to when a choice is made by the program.
    return group.checkedButton() is widget and any(_takes_tab(one) for one in group.buttons())


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
