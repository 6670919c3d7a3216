"""The keys (Alt and a letter) of what is in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget


def doubled(window: QWidget) -> list[str]:
    """Keys that two things in sight share: the second is never reached by them."""
    texts = [
        one.text()
        for one in window.findChildren(QWidget)
        if one.isVisible() and (isinstance(one, QAbstractButton) or (isinstance(one, QLabel) and one.buddy()))
    ]
    keys = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    return [f"Alt+{key} is doubled" for key in sorted(set(keys)) if keys.count(key) > 1]
