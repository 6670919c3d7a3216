"""The button in the task bar: over a real bus for docks; Windows' own is tried by wine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.taskbar import Bar, Progress, Taskbar
from tests.widgets.conftest import application

__all__ = ["application"]
ROOT = Path(__file__).parents[2]

DOCK = """
import os, subprocess, sys
from jeepney import MatchRule, message_bus
from jeepney.io.blocking import open_dbus_connection

bus = open_dbus_connection("SESSION")
rule = MatchRule(type="signal", interface="com.canonical.Unity.LauncherEntry", member="Update")
bus.send_and_get_reply(message_bus.AddMatch(rule))
program = subprocess.Popen([sys.executable, "-c", sys.argv[1]])
with bus.filter(rule) as told:
    for _ in range(int(sys.argv[2])):
        address, values = bus.recv_until_filtered(told, timeout=20).body
        print(address, sorted((name, value[1]) for name, value in values.items()), flush=True)
sys.exit(program.wait())
"""

PROGRAM = """
from PySide6.QtGui import QGuiApplication
from desktop.taskbar import DockBar, Progress
application = QGuiApplication([])
bar = DockBar()
bar.show(1, Progress(0.25))
bar.show(1, Progress(0.5, "paused"))
bar.show(1, None)
"""


class Recorded(Bar):
    def __init__(self) -> None:
        self.shown: list[tuple[int, Progress | None]] = []

    def show(self, window: int, progress: Progress | None) -> None:
        self.shown.append((window, progress))


def test_what_is_shown_is_not_said_again(application: QApplication) -> None:
    bar = Recorded()
    taskbar = Taskbar(bar)
    taskbar.set_progress(7, None)
    for part in (0.5, 0.5, 0.75):
        taskbar.set_progress(7, Progress(part))
    taskbar.set_progress(7, None)
    taskbar.set_progress(7, None)
    assert bar.shown == [(7, Progress(0.5)), (7, Progress(0.75)), (7, None)]
    taskbar.set_count(3)
    taskbar.set_count(0)


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no D-Bus here")
def test_docks_are_told_over_the_bus() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    answer = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", DOCK, PROGRAM, "3"],
        env=environment, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    name = "application://tacnghiep.desktop"
    assert answer.stdout.splitlines() == [
        f"{name} [('progress', 0.25), ('progress-visible', True), ('urgent', False)]",
        f"{name} [('progress', 0.5), ('progress-visible', True), ('urgent', True)]",
        f"{name} [('progress', 0.0), ('progress-visible', False), ('urgent', False)]",
    ]
