"""With a keyring nobody is asked for anything at the next start, and what was unsent is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.day.conftest import Office

ROOT = Path(__file__).parents[2]

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.day.screen import Machine, Screen
application = QApplication(["kept"])
machine = Machine(Path(sys.argv[1]))
made = []

async def first(screen: Screen) -> None:
    await screen.sign_in("mai", sys.argv[2], passphrase=False)
    Path(sys.argv[3]).write_text("down")
    await screen.until(lambda: Path(sys.argv[3]).read_text() == "is down", "the line down")
    await screen.receive()
    made.extend(await screen.unsent())
    assert len(made) == 1

async def again(screen: Screen) -> None:
    await screen.until(lambda: screen.hands._room is not None, "a filled window")
    assert await screen.unsent() == made
    print("kept", made[0])

machine.start(first)
machine.start(again)
"""


@pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")), reason="no gnome-keyring here"
)
def test_the_keyring_opens_the_profile_again(office: Office, tmp_path: Path) -> None:
    script, word = tmp_path / "script.py", tmp_path / "word"
    script.write_text(SCRIPT, "utf-8")
    word.write_text("")
    environment = {
        **os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "XDG_RUNTIME_DIR": str(tmp_path),
        "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    command = (
        "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; "
        f'exec "{sys.executable}" "{script}" "{tmp_path / "machine"}" "{office.url}" "{word}"'
    )
    child = subprocess.Popen(
        ["dbus-run-session", "--", "sh", "-c", command], env=environment, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    down = False
    while child.poll() is None:
        if not down and word.read_text() == "down":
            office.proxy.down()
            word.write_text("is down")
            down = True
        try:
            child.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
    said, problem = child.communicate()
    if down:
        office.proxy.up()
    assert child.returncode == 0, problem[-3000:]
    assert said.startswith("kept")
