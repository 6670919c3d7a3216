"""A QApplication for scripts that need windows, and a way to wait for what they tell."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication


def application() -> QApplication:
    """The one of this process."""
    existing = QApplication.instance()
    return existing if isinstance(existing, QApplication) else QApplication(["tacnghiep"])


def until(seen: Callable[[], object], seconds: float = 10.0) -> bool:
    """Let Qt work until something is so; whether it came to be."""
    end = time.monotonic() + seconds
    while not seen() and time.monotonic() < end:
        application().processEvents()
        time.sleep(0.01)
    return bool(seen())
