"""Walks a window by Tab and by Shift+Tab."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


def faults(window: QWidget) -> list[str]:
    """What a clerk without a mouse would miss: nothing where Tab comes by everything once, and back the same way."""
    QApplication.processEvents()
    wanted = stops(window)
    forth, back = walk(window, Qt.Key.Key_Tab), walk(window, Qt.Key.Key_Backtab)
    found = [
        f"{way}: {word} {name(one)}"
        for way, came in (("Tab", forth), ("Shift+Tab", back))
        for word, some, among in (("never came to", wanted, came), ("came to", came, wanted))
        for one in some
        if one not in among
    ]
    if not found and forth[1:] != back[:0:-1]:
        found.append(f"forth {[name(one) for one in forth]}, back {[name(one) for one in back]}")
    return found


def stops(window: QWidget) -> list[QWidget]:
    """Everything in sight that takes the keyboard by Tab; of choices that exclude each other the one chosen."""
    return [
        one for one in window.findChildren(QWidget)
        if one.window() is window and one.isVisible() and one.isEnabled() and not one.size().isEmpty()
        and one.focusProxy() is None and _takes_tab(one)
    ]  # fmt: skip


def walk(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where the keyboard comes to, from the first control on, until it is there again."""
    first = stops(window)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    came = [first]
    for _ in range(300):
        now = window.focusWidget() or window
        QTest.keyClick(now, key)
        after = window.focusWidget() or window
        if after is first and now is not first:
            return came
        if after is not came[-1]:  # a date has three places of its own
            came.append(after)
    return came


def name(widget: QWidget) -> str:
    """How a control is spoken of."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (text.replace("&", "") or widget.accessibleName()) or type(widget).__name__


def _takes_tab(widget: QWidget) -> bool:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive() and group.checkedButton() is not None:
        return group.checkedButton() is widget
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
