"""What a service for notices is handed over, on a real bus and a screen of its own: markup where it reads markup."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.installer.wine import Display

ROOT = Path(__file__).parents[2]

DESK = """
import subprocess, sys
from jeepney import HeaderFields, MessageType, message_bus, new_error, new_method_return
from jeepney.io.blocking import open_dbus_connection

NAMES = ("org.kde.StatusNotifierWatcher", "org.freedesktop.Notifications")
capabilities = sys.argv[2].split()
bus = open_dbus_connection("SESSION")
for name in NAMES:
    bus.send_and_get_reply(message_bus.RequestName(name))
program = subprocess.Popen([sys.executable, "-c", sys.argv[1]])
told = False
while not told:
    call = bus.receive(timeout=30)
    fields = call.header.fields
    if call.header.message_type != MessageType.method_call:
        continue
    match fields[HeaderFields.member]:
        case "GetCapabilities" if capabilities:
            answer = new_method_return(call, "as", (capabilities,))
        case "Notify":
            answer = new_method_return(call, "u", (1,))
            print(call.body[3], "|", call.body[4])
            told = True
        case "RegisterStatusNotifierItem":
            answer = new_method_return(call)
        case _:
            answer = new_error(call, "org.freedesktop.DBus.Error.UnknownMethod")
    bus.send(answer)
program.terminate()
program.wait()
"""

PROGRAM = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.notice_bodies import bodies
from widgets.tray import Tray, TrayView

application = QApplication(["x"])
icon = Tray(bodies())
icon.show_view(TrayView("x", "y"))
QTimer.singleShot(500, lambda: icon.notify("Sở A & B", "<b>Số 1</b> & phụ lục"))
application.exec()
"""

RAW, ESCAPED = "Sở A & B | <b>Số 1</b> & phụ lục", "Sở A & B | &lt;b&gt;Số 1&lt;/b&gt; &amp; phụ lục"


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """Where icons beside the clock can be had: the offscreen one has none."""
    with closing(Display()) as display:
        yield display.name


@pytest.mark.skipif(None in map(shutil.which, ("dbus-run-session", "Xvfb")), reason="no D-Bus, or no screen")
@pytest.mark.parametrize(
    ("capabilities", "told"),
    [("actions body body-markup", ESCAPED), ("actions body", RAW), ("", ESCAPED)],
    ids=["markup", "plain", "no answer"],
)
def test_a_service_is_told_what_it_shows_as_it_was_written(screen: str, capabilities: str, told: str) -> None:
    more = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "xcb", "DISPLAY": screen, "PYTHONIOENCODING": "utf-8"}
    answer = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", DESK, PROGRAM, capabilities],
        env={**os.environ, **more}, capture_output=True, text=True, encoding="utf-8", timeout=60, check=True,
    )  # fmt: skip
    assert answer.stdout.splitlines() == [told], answer.stderr
