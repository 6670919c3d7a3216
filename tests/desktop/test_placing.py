"""The main window comes up where it was on these screens, and never where no screen is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QWidget

import resources
from desktop.placing import MOST, Places, arrangement, fitted
from tests.widgets.conftest import application, theme
from widgets.theme import Theme

__all__ = ["application", "theme"]

MAIN, LEFT, LOW = QRect(0, 0, 1366, 728), QRect(-1920, 0, 1920, 1040), QRect(0, 0, 683, 344)


@pytest.mark.parametrize(
    ("wanted", "areas", "found"),
    [
        (QRect(100, 100, 800, 500), [MAIN], QRect(100, 100, 800, 500)),
        (QRect(-1800, 50, 1000, 700), [MAIN, LEFT], QRect(-1800, 50, 1000, 700)),
        # The second screen is gone: the main one takes it.
        (QRect(-1800, 50, 1000, 600), [MAIN], QRect(0, 50, 1000, 600)),
        # Moved beyond the edge, and its title above the top.
        (QRect(1200, -300, 800, 500), [MAIN], QRect(566, 32, 800, 500)),
        # A screen of 200 % has room for less.
        (QRect(0, 0, 1366, 768), [LOW], QRect(0, 32, 683, 312)),
        (QRect(90_000, 90_000, 800, 500), [MAIN, LEFT], QRect(566, 228, 800, 500)),
    ],
)
def test_a_window_lies_on_a_screen_whole(wanted: QRect, areas: list[QRect], found: QRect) -> None:
    assert fitted(wanted, areas) == found
    assert any(area.contains(fitted(wanted, areas)) for area in areas)


def test_scales_are_taken_as_they_are_and_each_screen_has_its_own() -> None:
    passed_on = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    assert QGuiApplication.highDpiScaleFactorRoundingPolicy() == passed_on
    manifest = (resources.FOLDER / "installer" / "launcher.manifest").read_text("utf-8")
    assert ">PerMonitorV2</dpiAwareness>" in manifest


def _window() -> tuple[QMainWindow, QSplitter]:
    window = QMainWindow()
    panes = QSplitter(Qt.Orientation.Horizontal)
    panes.addWidget(QWidget())
    panes.addWidget(QWidget())
    window.setCentralWidget(panes)
    return window, panes


def test_place_and_panes_come_back(application: QApplication, theme: Theme, tmp_path: Path) -> None:
    file = tmp_path / "windows.json"
    window, panes = _window()
    window.setGeometry(20, 60, 500, 400)
    window.show()
    panes.setSizes([150, 340])
    sizes = panes.sizes()
    Places(file).keep(window, {"incoming": panes})
    again, others = _window()
    places = Places(file)
    places.restore(again)
    again.show()
    places.restore_panes("incoming", others)
    assert again.geometry() == QRect(20, 60, 500, 400)
    assert others.sizes() == sizes
    assert not again.isMaximized()


def test_another_arrangement_of_screens_has_a_place_of_its_own(
    application: QApplication, theme: Theme, tmp_path: Path
) -> None:
    file = tmp_path / "windows.json"
    file.write_text(json.dumps({"elsewhere": {"window": [20, 60, 500, 400], "maximized": True}}))
    window, _ = _window()
    window.resize(400, 300)
    places = Places(file)
    places.restore(window)
    assert window.size().width() == 400
    places.keep(window, {})
    kept = json.loads(file.read_text())
    assert set(kept) == {"elsewhere", arrangement(QGuiApplication.screens())}


def test_a_window_as_large_as_the_screen_fills_it_at_first(
    application: QApplication, theme: Theme, tmp_path: Path
) -> None:
    window, _ = _window()
    window.resize(5000, 4000)
    Places(tmp_path / "none.json").restore(window)
    assert window.isMaximized()


@pytest.mark.parametrize(
    "rubbish",
    ["", "[]", "{", '{"%s": 7}', '{"%s": {"window": [1, 2, "x", 4], "panes": []}}',
     '{"%s": {"window": [0, 0, 1, 1], "panes": {"incoming": [[1]]}}}',
     '{"%s": {"window": [0, 0, 99999999, 5], "panes": {"incoming": "x"}}}'],
)  # fmt: skip
def test_rubbish_in_the_file_counts_as_nothing(
    application: QApplication, theme: Theme, tmp_path: Path, rubbish: str
) -> None:
    file = tmp_path / "windows.json"
    file.write_text(rubbish.replace("%s", arrangement(QGuiApplication.screens())))
    window, panes = _window()
    window.resize(400, 300)
    places = Places(file)
    places.restore(window)
    places.restore_panes("incoming", panes)
    assert (window.width(), window.height()) == (400, 300)
    places.keep(window, {"incoming": panes})


def test_few_arrangements_are_kept_and_a_full_disk_costs_nothing(
    application: QApplication, theme: Theme, tmp_path: Path
) -> None:
    file = tmp_path / "windows.json"
    file.write_text(json.dumps({str(number): {} for number in range(40)}))
    window, _ = _window()
    Places(file).keep(window, {})
    assert len(json.loads(file.read_text())) == MOST
    # A file where a folder should be: nothing can be written.
    Places(file / "beneath.json").keep(window, {})
