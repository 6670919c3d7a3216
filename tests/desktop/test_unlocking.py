"""Every trouble with a profile's key at the door, with a real keyring that loses, changes and locks it."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.office import own_session

SCRIPT = """
import asyncio, gc, subprocess, sys
from pathlib import Path
import qasync, secretstorage
from PySide6.QtWidgets import QApplication, QLabel
from desktop.lanes import Lanes
from desktop.session.profile import Account
from desktop.session.vault import ProfileVault
from desktop.unlocking import ProfileKeys, UnlockCancelled
from local_cache import MasterKey, open_cache
from local_cache.errors import WrongPassphrase
from local_cache.keys import KeyringKeys
from widgets.door_dialog import DoorDialog
from widgets.passphrase_dialog import PassphraseDialog

application = QApplication(["door"])
application.setQuitOnLastWindowClosed(False)
loop = qasync.QEventLoop(application)
asyncio.set_event_loop(loop)
folder = Path(sys.argv[1]) / "accounts" / "a"
account = Account("a", "https://x", "p", "Trần Thị Mai", "mai", unsent=2)
lanes = Lanes()
keys, vault = ProfileKeys(lanes, patience=2.0), ProfileVault(account, folder)
ring = KeyringKeys("tacnghiep:a", "mai")
WORDS = "bốn từ rời nhau"

async def seen(kind):
    async with asyncio.timeout(20):
        while True:
            for window in QApplication.topLevelWidgets():
                if isinstance(window, kind) and window.isVisible():
                    return window
            await asyncio.sleep(0.01)

def said(window):
    return " ".join(label.text() for label in window.findChildren(QLabel))

async def press(key, *parts):
    door = await seen(DoorDialog)
    for part in parts:
        assert part in said(door), said(door)
    door.buttons[key].click()
    await asyncio.sleep(0.05)

async def answer(words):
    dialog = await seen(PassphraseDialog)
    dialog.first.setText(words)
    dialog.buttons.accept_button.click()
    await asyncio.sleep(0.05)

def collection():
    bus = secretstorage.dbus_init()
    return secretstorage.get_default_collection(bus)

async def main():
    first = await keys(account, folder)
    with open_cache(folder, first) as cache:
        cache.preferences.set("mark", "kept")
    assert await keys(account, folder) == first

    # Lost, and no other way: nothing is made anew behind the person's back, closing leaves all as it is.
    ring.forget()
    asking = asyncio.ensure_future(keys(account, folder))
    door = await seen(DoorDialog)
    assert set(door.buttons) == {"retry", "anew", "back"}, door.buttons
    assert "2 việc chưa gửi" in said(door)
    await press("back")
    try:
        await asking
        raise AssertionError("opened")
    except UnlockCancelled:
        pass
    assert ring.load() is None

    # Lost, with a passphrase: a wrong word is said, the right one opens, and the keyring holds the key again.
    vault.set_passphrase(first, WORDS)
    asking = asyncio.ensure_future(keys(account, folder))
    await press("passphrase", "không còn trong kho khóa")
    await answer("không phải mật khẩu này")
    assert "không đúng" in said(await seen(PassphraseDialog)) or (await seen(PassphraseDialog)).findChildren(QLabel)
    await answer(WORDS)
    assert await asking == first
    assert ring.load() == first

    # The keyring is locked, and then it answers again.
    collection().lock()
    asking = asyncio.ensure_future(keys(account, folder))
    await press("retry", "Kho khóa của máy chưa trả lời")
    await seen(DoorDialog)
    again = "printf pw | gnome-keyring-daemon --replace --unlock --components=secrets >/dev/null 2>&1"
    subprocess.run(again, shell=True, check=True)
    await press("retry")
    assert await asking == first

    # Another key under its name: the profile is set aside whole, and that other key is kept, too.
    other = MasterKey.random()
    ring.store(other)
    vault.remove_passphrase()
    asking = asyncio.ensure_future(keys(account, folder))
    await press("anew", "không phải của hồ sơ này")
    await press("back", "2 việc chưa gửi nằm lại trong hồ sơ cũ")
    await press("anew", "không phải của hồ sơ này")
    await press("anew", "không bị xóa")
    fresh = await asking
    assert fresh not in (first, other)
    (aside,) = folder.parent.glob("aside-*")
    with open_cache(aside, first) as cache:
        assert cache.preferences.get("mark") == "kept"
    labels = [item.get_attributes().get("service", "") for item in collection().get_all_items()]
    assert any(":aside-" in label for label in labels), labels
    with open_cache(folder, fresh) as cache:
        assert cache.preferences.get("mark") is None
    print("all")

with loop:
    loop.run_until_complete(main())
lanes.close()
"""


def test_a_key_that_is_lost_changed_or_locked_away(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, "utf-8")
    child = own_session.start(tmp_path, sys.executable, script, tmp_path)
    said, problem = child.communicate(timeout=100)
    assert child.returncode == 0, problem[-3000:]
    assert said.splitlines()[-1] == "all"
