"""Which form a window is, so that it can be opened again with what was typed in it. Knows Qt alone.

What was typed itself lies in the form's local draft; here stands only whose form it is.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

_NAME = "reopens"


def mark(window: QWidget, kind: str, type_name: str, object_id: str) -> None:
    """The window is the form of this kind of act on this object."""
    window.setProperty(_NAME, [kind, type_name, object_id])


def opened() -> list[list[str]]:
    """The forms that are on the screen: kind, type and identifier of each."""
    found = [window.property(_NAME) for window in QApplication.topLevelWidgets() if window.isVisible()]
    return [list(one) for one in found if one]
