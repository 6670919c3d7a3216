"""The system's own lock and sleep, over a real bus on which a small login manager sends real signals."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

LOGIN = """
import os
from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.io.blocking import open_dbus_connection
from jeepney.bus_messages import message_bus

bus = open_dbus_connection("SESSION", enable_fds=True)
bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.login1"))
print("ready", flush=True)
path, session = "/org/freedesktop/login1", "/org/freedesktop/login1/session/_31"
manager = DBusAddress(path, interface="org.freedesktop.login1.Manager")
this = DBusAddress(session, interface="org.freedesktop.login1.Session")
saver = DBusAddress("/org/freedesktop/ScreenSaver", interface="org.freedesktop.ScreenSaver")
held = None
while True:
    call = bus.receive()
    if call.header.message_type is not MessageType.method_call:
        continue
    name = call.header.fields.get(HeaderFields.member)
    if name == "GetSession":
        bus.send(new_method_return(call, "o", (session,)))
    elif name == "Inhibit":
        held, given = os.pipe()
        bus.send(new_method_return(call, "h", (given,)))
        os.close(given)
    elif name == "Emit":
        bus.send(new_method_return(call))
        signal = call.body[0]
        if signal == "sleep":
            bus.send(new_signal(manager, "PrepareForSleep", "b", (True,)))
            # The machine would sleep as soon as whoever holds it has let go: then reading comes to its end.
            os.read(held, 1)
            print("asleep", flush=True)
            bus.send(new_signal(manager, "PrepareForSleep", "b", (False,)))
        elif signal == "lock":
            bus.send(new_signal(this, "Lock"))
        else:
            bus.send(new_signal(saver, "ActiveChanged", "b", (signal == "saver",)))
    else:
        bus.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))
"""

CLIENT = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from desktop.session_watch_bus import BusWatch

login = subprocess.Popen([sys.executable, sys.argv[1]], stdout=subprocess.PIPE, text=True)
assert login.stdout.readline() == "ready\\n"
application = QCoreApplication([])
told = []
bus = QDBusConnection.sessionBus()

def emit(signal):
    call = QDBusMessage.createMethodCall("org.freedesktop.login1", "/", "fake.Login", "Emit")
    call.setArguments([signal])
    bus.call(call)

def tell(why):
    told.append(why)
    if why == "sleep":
        print("held", watch._delay is not None, flush=True)
        watch.locked()
        print(login.stdout.readline().strip(), flush=True)
    left = {1: "sleep", 2: "awake", 3: None}.get(len(told))
    if left == "sleep":
        QTimer.singleShot(0, lambda: emit("sleep"))
    elif left == "awake":
        # A screen saver that ends tells nothing; one that begins does.
        QTimer.singleShot(0, lambda: (emit("awake"), emit("saver")))
    else:
        application.quit()

watch = BusWatch(tell, system=bus)
QTimer.singleShot(0, lambda: emit("lock"))
QTimer.singleShot(15000, application.quit)
application.exec()
print(",".join(told), "held again", watch._delay is not None)
watch.close()
login.kill()
login.wait()
"""


@pytest.mark.skipif(sys.platform == "win32" or not shutil.which("dbus-run-session"), reason="no D-Bus here")
def test_lock_sleep_and_screen_saver_are_told_and_sleep_waits(tmp_path: Path) -> None:
    login, client = tmp_path / "login.py", tmp_path / "client.py"
    login.write_text(LOGIN)
    client.write_text(CLIENT)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, str(client), str(login)],
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    lines = [line for line in done.stdout.splitlines() if "session_watch" not in line]
    assert lines == ["held True", "asleep", "session,sleep,session held again True"], done.stdout + done.stderr
