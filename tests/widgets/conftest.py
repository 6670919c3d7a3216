"""The one application that widget tests share, dressed in the product's theme."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from widgets.theme import Mode, Theme


@pytest.fixture(scope="session")
def application() -> QApplication:
    """The process's only QApplication."""
    existing = QApplication.instance()
    return existing if isinstance(existing, QApplication) else QApplication(["tacnghiep-tests"])


@pytest.fixture
def theme(application: QApplication) -> Iterator[Theme]:
    """The theme, light at first; back to light afterwards."""
    made = Theme(application, Mode.LIGHT)
    yield made
    # Windows left open would be restyled by every later test.
    for window in application.topLevelWidgets():
        window.hide()
        window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    made.set_mode(Mode.LIGHT)
