"""Every window there is and every one that comes is left out of captures, while that is wanted. The call by wine."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu

from desktop.capture import Shield, exclude
from desktop.diagnose import capture_state
from desktop.session.settings import Settings
from tests.widgets.conftest import application, theme
from widgets.theme import Theme

__all__ = ["application", "theme"]


class Screen:
    """Knows what is left out."""

    def __init__(self) -> None:
        self.out: dict[int, bool] = {}

    def exclude(self, window: int, on: bool) -> bool:
        self.out[window] = on
        return True

    def is_out(self, widget: QMainWindow | QDialog | QMenu) -> bool:
        return self.out.get(int(widget.winId()), False)


def test_windows_dialogs_and_menus_are_left_out(application: QApplication, theme: Theme) -> None:
    screen = Screen()
    shield = Shield(screen.exclude)
    window, hidden = QMainWindow(), QMainWindow()
    window.show()
    hidden.show()
    hidden.hide()
    shield.cover(True)
    assert screen.is_out(window)
    hidden.show()
    assert screen.is_out(hidden)
    dialog, menu = QDialog(window), QMenu(window)
    dialog.open()
    menu.addAction("x")
    menu.popup(window.pos())
    assert screen.is_out(dialog)
    assert screen.is_out(menu)
    menu.close()
    shield.cover(False)
    assert not screen.is_out(window)
    assert not screen.is_out(hidden)
    late = QMainWindow()
    late.show()
    assert not screen.is_out(late)


def test_it_is_left_out_before_the_screen_has_it(application: QApplication, theme: Theme) -> None:
    seen: list[bool] = []
    window = QMainWindow()

    def look(_window: int, _on: bool) -> bool:
        seen.append(window.windowHandle().isExposed())
        return True

    shield = Shield(look)
    shield.cover(True)
    window.show()
    shield.cover(False)
    assert seen[0] is False


def test_linux_has_no_such_thing_and_diagnose_says_so(application: QApplication, tmp_path: Path) -> None:
    assert not exclude(1, True)

    def found(**policy: object) -> tuple[str, str]:
        finding = capture_state(Settings(tmp_path / "settings.json", policy))
        return finding.level, finding.code

    assert found() == ("ok", "captureUnneeded")
    assert found(classified=True) == ("ok", "captureUnneeded")
    assert found(captureExclusion="always") == ("note", "captureOpen")
    assert found(classified=True, network="dedicated") == ("note", "captureOpen")
