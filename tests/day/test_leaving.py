"""Somebody closes, locks or changes the windows while the token signs: no signature is cut off."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.entrance import PracticeWishes
from desktop.practice.people import PIN
from desktop.practice.store import Store, sqlite_url
from desktop.practice.tokens import find_softhsm
from desktop.presenters.key_sources import AgentSource
from desktop.presenters.signing_leaving import STAY, STOP
from signing.problems import ModuleCrashed
from signing.tokens import Token
from tests.day.screen import Machine, Screen
from tests.day.test_locking import locked, windows
from tests.day.test_tokens import approvals, at_the_desk, sign
from widgets.directive_dialog import DirectiveDialog
from widgets.door_dialog import DoorDialog
from widgets.pin_dialog import KeypadDialog, PinDialog
from widgets.signing_desk import SigningDesk
from widgets.slip_signing import SlipSigningDialog

pytestmark = pytest.mark.skipif(find_softhsm() is None, reason="no SoftHSM here")
TEXT = "Văn phòng tham mưu, báo cáo tôi trước ngày 27/11."


class Gate:
    """The token's first signature waits here.

    Attributes: reached, open — it is asked for; it may be made. signed — how many were.
    """

    def __init__(self) -> None:
        self.reached, self.open = threading.Event(), threading.Event()
        self.signed = 0

    def key(self, whole: Callable[..., Any]) -> Callable[..., Any]:
        """What gives keys, each stopping here."""

        def key(source: AgentSource, *given: Any) -> Any:
            made = whole(source, *given)
            sign_one = made.sign

            def wait_and_sign(*args: Any, **named: Any) -> Any:
                self.reached.set()
                assert self.open.wait(60)
                self.signed += 1
                return sign_one(*args, **named)

            object.__setattr__(made, "sign", wait_and_sign)
            return made

        return key


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate()
    monkeypatch.setattr(AgentSource, "key", made.key(AgentSource.key))
    yield made
    made.open.set()


def play(machine: Machine, data: Path, scenario: Callable[[Screen], Awaitable[None]]) -> None:
    machine.start(scenario, practice=True, wishes=PracticeWishes(data, quiet=True))


async def begun(screen: Screen, gate: Gate) -> tuple[SigningDesk, list[str]]:
    """A batch whose first signature the token is asked for."""
    desk, ids = await at_the_desk(screen)
    await sign(screen, desk, PIN)
    await screen.until(gate.reached.is_set, "the token asked", 60)
    return desk, ids


def test_closing_in_the_midst_of_a_batch_asks_and_ends_after_the_file_in_hand(
    data: Path, machine: Machine, gate: Gate
) -> None:
    before = approvals(data)

    async def closing(screen: Screen) -> None:
        _desk, ids = await begun(screen, gate)
        room = screen.room
        room.window.close()
        asked = await screen.dialog(DoorDialog)
        assert room.window.isVisible()
        assert screen.sees("Văn bản đã ký được giữ và gửi đi.")
        await screen.player.click(asked.buttons[STAY])
        await screen.player.gone(asked, "the question to go")
        assert not room.way_out.left.done()
        room.window.close()
        asked = await screen.dialog(DoorDialog)
        await screen.player.click(asked.buttons[STOP])
        await screen.player.gone(asked, "the question to go")
        await screen.player.calm(0.2)
        assert room.window.isVisible(), "the token is at work on a file"
        gate.open.set()
        assert await room.way_out.left == "quit"
        last = room.desks.signing.rounds.last
        assert last is not None
        assert (last.open, len(last.ids("left")), len(last.ids("waiting", "asked"))) == (True, 1, len(ids) - 1)

    play(machine, data, closing)
    assert gate.signed == 1
    assert sum((approvals(data) - before).values()) <= 1


def test_another_language_waits_for_the_batch(data: Path, machine: Machine, gate: Gate) -> None:
    before = approvals(data)
    wanted: list[str] = []

    async def scenario(screen: Screen) -> None:
        _desk, ids = await begun(screen, gate)
        wanted.extend(ids)
        room = screen.room
        room.settings.show()
        assert room.settings.window is not None
        room.settings.window.changed.emit("language", "en")
        await screen.says("Ký xong thì cửa sổ mới đổi theo cài đặt này.")
        await screen.player.calm(0.2)
        assert not room.way_out.left.done()
        screen.hands._room = None
        gate.open.set()
        await screen.until(lambda: screen.hands._room is not None, "a window built anew", 60)
        assert screen.room is not room
        assert screen.room.window.desk("signing").accessibleName() == "To sign"
        await screen.synced()
        screen.entrance._around.languages.choose("vi")

    play(machine, data, scenario)
    assert approvals(data) - before == Counter(wanted)


def test_a_lock_does_not_wait_for_a_keypad(data: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """SoftHSM has no keypad: its flags say so, and nobody enters anything."""
    before = approvals(data)
    entering, entered = threading.Event(), threading.Event()
    whole = AgentSource.list

    def keypad(self: AgentSource) -> list[Token]:
        return [replace(one, flags=replace(one.flags, protected_path=True)) for one in whole(self)]

    def login(self: AgentSource, serial: str, pin: str | None) -> None:
        entering.set()
        assert entered.wait(60)
        # Its process was ended meanwhile.
        raise ModuleCrashed("closed")

    monkeypatch.setattr(AgentSource, "list", keypad)
    monkeypatch.setattr(AgentSource, "login", login)

    async def scenario(screen: Screen) -> None:
        desk, _ids = await at_the_desk(screen)
        await screen.until(lambda: bool(screen.room.tokens.usable("approve")), "a token", 40)
        await screen.player.click(desk.sign_button)
        dialog = await screen.dialog(PinDialog)
        await screen.player.click(dialog.buttons.accept_button)
        await screen.dialog(KeypadDialog)
        await screen.until(entering.is_set, "the keypad asked")
        screen.entrance.locker.lock("idle")
        assert windows() == ["LockWindow"]
        await locked(screen)
        assert not entered.is_set()
        entered.set()

    play(machine, data, scenario)
    assert approvals(data) == before


def directives(data: Path) -> list[dict[str, Any]]:
    """The directives that the central has, once the office has ended."""
    store = Store.open(sqlite_url(data / "office.db"))
    try:
        with store.reading() as reading:
            acts = reading.all_of("Act")
    finally:
        store.close()
    return [act for act in acts if act["kind"] == "direct" and act["payload"].get("file")]


async def directing(screen: Screen, gate: Gate) -> DirectiveDialog:
    """A directive whose signature the token is asked for."""
    screen.visitor.username, screen.visitor.password = "hoa", "thuchanh"
    await screen.hands.enter("hoa")
    screen.entrance._around.settings.set("signDirectives", True)
    await screen.until(lambda: bool(screen.room.tokens.usable("approve")), "a token", 40)
    desk = await screen.hands.documents("incoming", "incoming.toHandle")
    await screen.hands.choose(desk)
    await screen.hands.press_act(desk, "direct")
    dialog = await screen.dialog(DirectiveDialog)
    dialog.reason.set_text(TEXT)
    await screen.player.click(dialog.accept_button)
    slip = await screen.dialog(SlipSigningDialog)
    await screen.player.click(slip.buttons.accept_button)
    asked = await screen.dialog(PinDialog)
    await screen.player.type(asked.pin, PIN)
    await screen.player.click(asked.buttons.accept_button)
    await screen.until(gate.reached.is_set, "the token asked", 60)
    return dialog


async def again(screen: Screen) -> None:
    """The leader is back, and all that was done goes."""
    screen.visitor.username, screen.visitor.password = "hoa", "thuchanh"
    await screen.hands.enter("hoa")
    await screen.synced()


def test_a_lock_waits_for_a_directive_that_is_being_signed(data: Path, machine: Machine, gate: Gate) -> None:
    async def scenario(screen: Screen) -> None:
        await directing(screen, gate)
        room = screen.room
        assert room.account._signs(), "nor is the position changed meanwhile"
        screen.entrance.locker.lock("hand")
        assert windows() == ["LockWindow"]
        await screen.player.calm(0.3)
        assert not room.way_out.left.done(), "the room is there until what it signs is safe"
        gate.open.set()
        window = await locked(screen)
        await screen.player.click(window.token)
        asked = await screen.dialog(PinDialog)
        await screen.player.type(asked.pin, PIN)
        await screen.player.click(asked.buttons.accept_button)
        await screen.until(lambda: screen.hands._room is not None, "a filled window", 60)
        await screen.until(
            lambda: screen.room.desks.incoming.open_id == room.desks.incoming.open_id, "the document again"
        )
        # What goes back to the place, and what it opens.
        await screen.room.ground.running.settled()
        await screen.room.desks.incoming.settled()
        await screen.synced()
        assert windows() == ["MainWindow"], "no empty form: the directive has gone"

    play(machine, data, scenario)
    (act,) = directives(data)
    assert act["payload"]["directive"] == TEXT


def test_closing_waits_for_a_directive_that_is_being_signed(data: Path, machine: Machine, gate: Gate) -> None:
    async def scenario(screen: Screen) -> None:
        await directing(screen, gate)
        room = screen.room
        room.window.close()
        asked = await screen.dialog(DoorDialog)
        await screen.player.click(asked.buttons[STOP])
        await screen.player.gone(asked, "the question to go")
        await screen.player.calm(0.2)
        assert not room.way_out.left.done()
        gate.open.set()
        assert await room.way_out.left == "quit"

    play(machine, data, scenario)
    play(machine, data, again)
    (act,) = directives(data)
    assert act["payload"]["directive"] == TEXT
