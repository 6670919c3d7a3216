"""Who may open it again: a token's owner, whoever knows the passphrase; and another key, changed under the work."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import cast

import pytest

from desktop.entrance import PracticeWishes
from desktop.practice.people import PIN
from desktop.practice.tokens import find_softhsm
from tests.day.conftest import Office
from tests.day.screen import PASSPHRASE, Machine, Screen
from tests.day.test_locking import locked, unlock
from tests.day.test_tokens import approvals, at_the_desk, sign
from widgets.door_dialog import DoorDialog
from widgets.passphrase_dialog import PassphraseDialog
from widgets.pin_dialog import PinDialog
from widgets.settings_window import SettingsWindow

pytestmark = pytest.mark.usefixtures("application")
ANOTHER = "bốn từ rời nhau hoàn toàn"


@pytest.mark.skipif(find_softhsm() is None, reason="no SoftHSM here")
@pytest.mark.alone
def test_a_batch_is_signed_to_its_end_behind_the_lock_and_the_token_opens_it(data: Path, machine: Machine) -> None:
    before = approvals(data)
    signed: list[str] = []

    async def scenario(screen: Screen) -> None:
        desk, ids = await at_the_desk(screen)
        signed.extend(ids)
        await sign(screen, desk, PIN)
        await screen.until(lambda: screen.room.desks.signing.rounds.batch is not None, "a batch", 40)
        screen.entrance.locker.lock("hand")
        window = await locked(screen)
        assert window.token.isVisible()
        assert not window.plain.isVisible()
        # A wrong PIN opens nothing, and is tried once.
        await screen.player.click(window.token)
        dialog = await screen.dialog(PinDialog)
        assert dialog.buttons.accept_button is not None
        await screen.player.type(dialog.pin, "999999")
        await screen.player.click(dialog.buttons.accept_button)
        await screen.says("Sai mã PIN")
        assert screen.entrance.room is None
        await screen.player.click(window.token)
        dialog = await screen.dialog(PinDialog)
        await screen.player.type(dialog.pin, PIN)
        await screen.player.click(dialog.buttons.accept_button)
        await screen.until(lambda: screen.hands._room is not None, "a filled window")
        await screen.until(lambda: screen.room.window.current_desk() == "signing", "the desk again")
        await screen.synced()

    machine.start(scenario, practice=True, wishes=PracticeWishes(data, quiet=True))
    assert approvals(data) - before == Counter(signed)


def test_the_passphrase_and_the_key_are_changed_in_the_settings(office: Office, machine: Machine) -> None:
    checks: list[str] = []

    def check() -> str:
        (file,) = machine.profile.glob("accounts/*/key.json")
        return json.loads(file.read_text())["check"]

    async def first(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        checks.append(check())
        room = screen.room
        room.settings.show()
        settings = cast(SettingsWindow, room.settings.window)
        settings.show_group("Khóa máy")
        await screen.until(lambda: settings.action("rotate"), "the actions")
        # There is no keyring here: the passphrase in force has to be known.
        settings.asked.emit("passphrase")
        dialog = await screen.dialog(PassphraseDialog)
        dialog.former.setText("không phải")
        dialog.first.setText(ANOTHER)
        dialog.second.setText(ANOTHER)
        assert "tốt" in dialog.strength.text()
        await screen.player.click(dialog.buttons.accept_button)
        await screen.says("Mật khẩu đang dùng không đúng")
        dialog = await screen.dialog(PassphraseDialog)
        for line, words in ((dialog.former, PASSPHRASE), (dialog.first, ANOTHER), (dialog.second, ANOTHER)):
            line.setText(words)
        await screen.player.click(dialog.buttons.accept_button)
        await screen.says("Đã đổi mật khẩu mở khóa")
        office.proxy.down()
        settings.accept()
        made = await screen.receive()
        room.settings.show()
        settings = cast(SettingsWindow, room.settings.window)
        settings.asked.emit("rotate")
        door = await screen.dialog(DoorDialog)
        screen.hands._room = None
        await screen.player.click(door.buttons["rotate"])
        # Without a keyring the key is had by the passphrase alone, also for this.
        await screen.unlock(ANOTHER)
        await screen.until(lambda: screen.hands._room is not None, "a filled window", 60)
        await screen.says("Đã đổi khóa mã hóa")
        assert check() != checks[0]
        assert len(await screen.unsent()) == 1
        assert made
        screen.entrance.locker.lock("hand")
        window = await locked(screen)
        await unlock(screen, window, PASSPHRASE)
        await screen.says("Mật khẩu không đúng")

    async def again(screen: Screen) -> None:
        window = await locked(screen)
        await unlock(screen, window, ANOTHER)
        await screen.until(lambda: screen.hands._room is not None, "a filled window")
        assert len(await screen.unsent()) == 1

    machine.start(first)
    machine.start(again)
    office.proxy.up()
