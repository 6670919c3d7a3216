"""The one application that widget tests share, dressed in the product's theme."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

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
    made.set_mode(Mode.LIGHT)
