"""With a keyring nobody is asked for anything at the next start, and what was unsent is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.day.conftest import Office
from tests.office import own_session

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


def test_the_keyring_opens_the_profile_again(office: Office, tmp_path: Path) -> None:
    script, word = tmp_path / "script.py", tmp_path / "word"
    script.write_text(SCRIPT, "utf-8")
    word.write_text("")
    child = own_session.start(tmp_path, sys.executable, script, tmp_path / "machine", office.url, word)
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
