"""Shows the help page of the desk in front. Knows the help window."""

from __future__ import annotations

from collections.abc import Callable

from widgets.help_window import HelpWindow
from widgets.leaving import set_barred
from widgets.shell import MainWindow

_SUBJECTS = {"today": "start"}
"""Desks whose page bears another name."""


class Helping:
    """Opens the help window, and shows a page in it.

    Args:
        language: of the window, "vi" or "en".
    """

    def __init__(self, window: MainWindow, language: Callable[[], str]) -> None:
        self._window, self._language = window, language
        self._help: HelpWindow | None = None

    def show(self) -> None:
        """Open it at the page of the desk in front."""
        if self._help is None:
            self._help = HelpWindow(self._language(), self._window)
            # Help is nobody's document.
            set_barred(self._help, ())
        desk = self._window.current_desk()
        self._help.open_subject(_SUBJECTS.get(desk, desk))
        self._help.show()
        self._help.raise_()
