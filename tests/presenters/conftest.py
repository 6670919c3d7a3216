"""The application that presenters' tests share with the widgets' own."""

from __future__ import annotations

from tests.widgets.conftest import application, theme

__all__ = ["application", "theme"]
