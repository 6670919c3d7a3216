"""The token is missing, is pulled out, is locked; the PIN is wrong: it is said, and nothing is signed twice."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import Any

import pytest

from desktop.day.player import NotSeen
from desktop.entrance import PracticeWishes
from desktop.practice.people import PIN
from desktop.practice.store import Store, sqlite_url
from desktop.practice.tokens import find_softhsm
from desktop.presenters.key_sources import AgentSource
from signing.problems import PinLocked
from signing.tokens import Token
from tests.day.screen import Machine, Screen
from widgets.pin_dialog import PinDialog
from widgets.signing_desk import SigningDesk
from widgets.token_dialog import TokenDialog

pytestmark = pytest.mark.skipif(find_softhsm() is None, reason="no SoftHSM here")


class Reader:
    """Where the tokens are stuck in."""

    def __init__(self, data: Path) -> None:
        self._slot, self._drawer = data / "tokens" / "softhsm", data / "tokens" / "drawer"

    def pull(self) -> None:
        """Pull every token out."""
        self._slot.rename(self._drawer)
        self._slot.mkdir()

    def put_back(self) -> None:
        """And put them in again."""
        shutil.rmtree(self._slot)
        self._drawer.rename(self._slot)


@pytest.fixture
def reader(data: Path) -> Reader:
    return Reader(data)


def approvals(data: Path) -> Counter[str]:
    """How often the central has taken an approval of each document, once the office has ended."""
    store = Store.open(sqlite_url(data / "office.db"))
    try:
        with store.reading() as reading:
            acts = reading.all_of("Act")
    finally:
        store.close()
    return Counter(a["documentId"] for a in acts if a["kind"] == "approve")


async def at_the_desk(screen: Screen) -> tuple[SigningDesk, list[str]]:
    """The leader signs in, opens the signing desk and ticks everything that can be signed."""
    screen.visitor.username, screen.visitor.password = "hoa", "thuchanh"
    await screen.hands.enter("hoa")
    screen.room.window.show_desk("signing")
    desk = screen.hands.desk_child(screen.room.window, SigningDesk)
    rows = desk.queue.queue
    await screen.until(lambda: len(rows.rows()) >= 2, "two documents to sign")
    await screen.until(lambda: all("Đang tìm" not in r.place for r in rows.rows()), "a place on each")
    ids = [r.id for r in rows.rows() if "tìm thấy:" in r.place]
    assert len(ids) >= 2, [r.place for r in rows.rows()]
    rows.check([r.id for r in rows.rows()], on=False)
    rows.check(ids, on=True)
    return desk, ids


async def sign(screen: Screen, desk: SigningDesk, pin: str) -> None:
    await screen.until(lambda: bool(screen.room.tokens.usable("approve")), "a token", 40)
    await screen.player.click(desk.sign_button)
    dialog = await screen.dialog(PinDialog)
    await screen.player.type(dialog.pin, pin)
    await screen.player.click(dialog.buttons.accept_button)


def test_a_wrong_pin_stops_the_batch_and_the_right_one_signs_each_once(data: Path, machine: Machine) -> None:
    before = approvals(data)
    signed: list[str] = []

    async def scenario(screen: Screen) -> None:
        desk, ids = await at_the_desk(screen)
        await sign(screen, desk, "999999")
        await screen.says("Mã PIN không đúng. Chương trình không tự thử lại")
        await screen.says("Chưa văn bản nào được ký")
        assert await screen.unsent() == []
        desk.queue.queue.check(ids, on=True)
        await sign(screen, desk, PIN)
        await screen.says(f"Đã ký {len(ids)} văn bản", 60)
        await screen.synced()
        signed.extend(ids)

    machine.start(scenario, practice=True, wishes=PracticeWishes(data, quiet=True))
    assert approvals(data) - before == Counter(signed)


def test_pulled_out_between_two_signatures(
    data: Path, machine: Machine, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = approvals(data)
    signed: list[str] = []
    pulled: list[int] = []
    whole, turn = AgentSource.key, Lock()

    def key(self: AgentSource, *given: Any) -> Any:
        made = whole(self, *given)
        sign_one = made.sign

        def sign_and_pull(*args: Any, **named: Any) -> Any:
            with turn:  # several files are under way at a time: the second signature waits for the first
                if len(pulled) == 1:
                    reader.pull()
                pulled.append(1)
                return sign_one(*args, **named)

        object.__setattr__(made, "sign", sign_and_pull)
        return made

    async def scenario(screen: Screen) -> None:
        desk, ids = await at_the_desk(screen)
        with monkeypatch.context() as patch:
            patch.setattr(AgentSource, "key", key)
            await sign(screen, desk, PIN)
            await screen.until(lambda: desk.result.text() != "", "the result", 60)
        text = desk.result.text()
        assert "Thiết bị ký số" in text, text
        assert f"Đã ký 1 trong {len(ids)} văn bản" in text, text
        assert len(pulled) == 2
        reader.put_back()
        rest = [r.id for r in desk.queue.queue.rows() if r.id in ids and not r.done]
        assert len(rest) == len(ids) - 1
        await screen.synced()
        desk.queue.queue.check(rest, on=True)
        await sign(screen, desk, PIN)
        await screen.says(f"Đã ký {len(rest)} văn bản", 60)
        await screen.synced()
        signed.extend(ids)

    machine.start(scenario, practice=True, wishes=PracticeWishes(data, quiet=True))
    assert approvals(data) - before == Counter(signed)


def test_no_token_in(data: Path, machine: Machine, reader: Reader) -> None:
    reader.pull()

    async def scenario(screen: Screen) -> None:
        desk, _ids = await at_the_desk(screen)
        await screen.says("Chưa cắm thiết bị ký số")
        try:
            await screen.player.until(desk.sign_button.isEnabled, "the button", 2)
        except NotSeen:
            return
        desk.sign_button.click()
        dialog = await screen.dialog(TokenDialog)
        await screen.says("Cắm thiết bị")
        dialog.reject()
        await screen.player.calm(0.3)
        assert await screen.unsent() == []

    machine.start(scenario, practice=True, wishes=PracticeWishes(data, quiet=True))


def test_a_locked_pin_is_said_before_it_is_asked(data: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """SoftHSM never locks: its flags are told as a locked token tells them."""
    whole = AgentSource.list

    def locked(self: AgentSource) -> list[Token]:
        return [replace(one, flags=replace(one.flags, locked=True)) for one in whole(self)]

    def refused(self: AgentSource, serial: str, pin: str | None) -> None:
        raise PinLocked

    monkeypatch.setattr(AgentSource, "list", locked)
    monkeypatch.setattr(AgentSource, "login", refused)

    async def scenario(screen: Screen) -> None:
        desk, _ids = await at_the_desk(screen)
        await screen.says("Ký số: mã PIN bị khóa")
        await screen.player.click(desk.sign_button)
        await screen.dialog(PinDialog)
        await screen.says("bị khóa")
        await screen.says("Liên hệ đơn vị cấp chứng thư")
        assert await screen.unsent() == []

    machine.start(scenario, practice=True, wishes=PracticeWishes(data, quiet=True))
