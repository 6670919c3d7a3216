"""The keyring is lost, and the office's key opens the profile again: what was unsent is sent. With a real keyring."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    PublicFormat,
)

from tests.day.conftest import Office
from tests.office import own_session

PASSWORD = "mật khẩu của khóa cơ quan"

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.day.screen import Machine, Screen
from widgets.door_dialog import DoorDialog
from widgets.welcome import WelcomeWindow

# No policy file of this machine's: the office's key is handed in as policy would be.
from desktop.session import settings as declared
from desktop.session.policy import Layer, take
declared.read_policy = lambda: take([Layer("test", {"recoveryKey": sys.argv[4]})], declared.BY_NAME)

application = QApplication(["recovered"])
machine = Machine(Path(sys.argv[1]))
stage, url, word = sys.argv[2], sys.argv[3], Path(sys.argv[5])

async def before(screen: Screen) -> None:
    await screen.sign_in("mai", url, passphrase=False)
    word.write_text("down")
    await screen.until(lambda: word.read_text() == "is down", "the line down")
    await screen.receive()
    print("made", (await screen.unsent())[0])

async def lost(screen: Screen) -> None:
    door = await screen.dialog(DoorDialog)
    assert screen.sees("khóa mở hồ sơ không còn trong kho khóa")
    assert screen.sees("1 việc chưa gửi")
    assert set(door.buttons) == {"recovery", "anew", "report", "back"}, list(door.buttons)
    await screen.player.click(door.buttons["recovery"])
    await screen.until(lambda: screen.sees("tacnghiep recover"), "what the administrator does")
    for _ in range(2):
        await screen.player.click((await screen.dialog(DoorDialog)).buttons["back"])
    await screen.dialog(WelcomeWindow)

async def after(screen: Screen) -> None:
    await screen.until(lambda: screen.hands._room is not None, "a filled window")
    made = await screen.unsent()
    print("there", made[0])
    word.write_text("up")
    await screen.until(lambda: word.read_text() == "is up", "the line up")
    screen.room.workplace.sync_now()
    await screen.synced()

machine.start({"before": before, "lost": lost, "after": after}[stage], clean=False)
"""


class Desktop:
    """A person's session on a machine: a bus and a keyring of its own.

    Args:
        root: the person's home; another `keyring` folder is a keyring that was lost.
    """

    def __init__(self, root: Path, office: Office, key: str) -> None:
        self.root = root
        self.office = office
        self.key = key
        self.word = root / "word"
        self.script = root / "script.py"
        self.script.write_text(SCRIPT, "utf-8")
        self.keyring = "first"

    def run(self, *command: object, typed: str = "") -> str:
        """Run a command there; what it said."""
        self.word.write_text("")
        data = self.root / self.keyring
        data.mkdir(exist_ok=True)
        child = own_session.start(data, *command)
        assert child.stdin is not None
        child.stdin.write(typed)
        child.stdin.close()
        child.stdin = None
        while child.poll() is None:
            wish = self.word.read_text()
            if wish == "down":
                self.office.proxy.down()
                self.word.write_text("is down")
            elif wish == "up":
                self.office.proxy.up()
                self.word.write_text("is up")
            try:
                child.wait(0.05)
            except subprocess.TimeoutExpired:
                continue
        said, problem = child.communicate()
        assert child.returncode == 0, said + problem[-3000:]
        return said

    def program(self, stage: str) -> str:
        parts = [sys.executable, self.script, self.root / "machine", stage, self.office.url, self.key, self.word]
        return self.run(*parts)


@pytest.mark.timeout(240)
def test_what_was_unsent_survives_a_lost_keyring(office: Office, tmp_path: Path) -> None:
    pair = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    public, private = tmp_path / "office.pem", tmp_path / "office-private.pem"
    public.write_bytes(pair.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    sealed = pair.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(PASSWORD.encode()))
    private.write_bytes(sealed)
    clerk = Desktop(tmp_path, office, str(public))
    made = clerk.program("before").split()[-1]
    (folder,) = (tmp_path / "machine" / "profile" / "accounts").glob("*/key.json")
    assert "recovery" in json.loads(folder.read_text())["wraps"]
    clerk.keyring = "second"  # The password of the machine was reset: its keyring is empty.
    clerk.program("lost")
    # The terminal of an administrator, whose typing is not shown: setsid leaves getpass nothing but standard input.
    recover = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "desktop",
        "recover",
        "--profile",
        tmp_path / "machine" / "profile",
    ]
    said = clerk.run(*recover, "--key", private, typed=f"{PASSWORD}\n")
    assert "1 việc chưa gửi" in said
    assert "kho khóa" in said
    assert clerk.program("after").split()[-1] == made
    assert office.ids().count(made) == 1
