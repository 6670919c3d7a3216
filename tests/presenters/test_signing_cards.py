"""The signing desk over real cards: pulled in mid-batch, locked at the third try, asked each time; a keypad."""

from __future__ import annotations

import asyncio
import gc
import secrets
import threading
from pathlib import Path
from uuid import uuid4

import pytest

from desktop.presenters.key_sources import AgentSource
from signing.software import SoftwareKey
from signing.tokens import Agent, TokenFlags
from signing.trust import Trust
from tests.office.card_reader import PIN as CARD_PIN
from tests.office.card_reader import Card, CardReader
from tests.office.piv_card import AUTHENTICATE
from tests.presenters.signing_bench import Bench, Benches
from tests.presenters.signing_office import MemoryToken, SigningOffice, until
from tests.presenters.signing_piles import choose_all, pile, signed
from widgets.pin_dialog import KeypadDialog


@pytest.fixture
def source(card_agent: Agent) -> AgentSource:
    return AgentSource(card_agent)


async def at_the_desk(bench: Benches, office: SigningOffice, source: AgentSource, trust: Trust, width: int) -> Bench:
    """The desk, once the card is seen."""
    one = await bench(office, source, trust=trust, width=width)
    for _ in range(200):
        if await one.tokens.look():
            choose_all(one)
            return one
    raise AssertionError("no card was seen")


async def test_pulled_in_the_midst_of_a_batch_and_put_back(
    bench: Benches, hoa: SoftwareKey, reader: CardReader, source: AgentSource, trust: Trust
) -> None:
    name, office = uuid4().hex, pile(hoa, 4)
    card = Card({"9a": hoa}, name)
    reader.insert(card)
    one = await at_the_desk(bench, office, source, trust, width=3)
    reader.pull_at(AUTHENTICATE, 3)
    await one.sign("w0", "w1", "w2", "w3", pin=CARD_PIN)
    done = len(signed(office))
    assert 1 <= done <= 2
    assert reader.state(name)["signed"] >= done
    assert "rút ra" in one.desk.result.text()
    reader.insert(card)
    for _ in range(200):
        if await one.tokens.look():
            break
    rest = [document_id for document_id in ("w0", "w1", "w2", "w3") if document_id not in signed(office)]
    await one.sign(*rest, pin=CARD_PIN)
    assert sorted(signed(office)) == ["w0", "w1", "w2", "w3"], "each once"
    assert reader.state(name)["verified"] == 2, "one PIN a batch"


async def test_a_wrong_pin_ends_the_batch_at_once_and_the_third_locks(
    bench: Benches, hoa: SoftwareKey, reader: CardReader, source: AgentSource, trust: Trust
) -> None:
    name, office = uuid4().hex, pile(hoa, 2)
    reader.insert(Card({"9a": hoa}, name))
    one = await at_the_desk(bench, office, source, trust, width=2)
    said = []
    for attempt in range(3):
        one.desk.queue.queue.check(("w0", "w1"), on=True)
        one.desk.sign_button.click()
        await until(lambda: one.pin_dialog() is not None)
        said.append(one.pin_words() + " ".join(note for note, _ in _notes(one)))
        await one.enter_pin("000000")
        await one.presenter.settled()
        assert reader.state(name)["verified"] == attempt + 1, "tried once for the whole batch"
        assert ("một lần thử cuối cùng" in one.desk.result.text()) is (attempt == 1), "said at once"
    assert "lần thử cuối cùng" in said[2]
    assert "lần thử cuối cùng" not in said[0]
    assert "bị khóa" in one.desk.result.text()
    assert signed(office) == []
    one.desk.sign_button.click()
    await until(lambda: one.pin_dialog() is not None)
    dialog = one.pin_dialog()
    assert dialog is not None
    assert not dialog.pin.isVisible(), "a locked token is asked for no PIN"
    dialog.reject()
    await one.presenter.settled()
    assert reader.state(name)["verified"] == 3


def _notes(one: Bench) -> list[tuple[str, str]]:
    from widgets.dialog_parts import Note

    dialog = one.pin_dialog()
    assert dialog is not None
    return [(note.text(), "") for note in dialog.findChildren(Note)]


async def test_a_card_that_asks_each_time_is_given_the_pin_for_each_file(
    bench: Benches, hoa: SoftwareKey, reader: CardReader, source: AgentSource, trust: Trust
) -> None:
    name, office = uuid4().hex, pile(hoa, 2)
    reader.insert(Card({"9c": hoa}, name))
    one = await at_the_desk(bench, office, source, trust, width=2)
    one.desk.queue.queue.check(("w0", "w1"), on=True)
    one.desk.sign_button.click()
    await one.enter_pin(CARD_PIN)
    for count in (1, 2):
        await until(lambda: one.pin_dialog() is not None and "Đang ký: " in one.pin_words())
        assert "Chỉ hỏi một lần" not in one.pin_words()
        await one.enter_pin(CARD_PIN)
        await until(lambda count=count: reader.state(name)["signed"] == count)
    await one.presenter.settled()
    assert sorted(signed(office)) == ["w0", "w1"]
    assert reader.state(name)["verified"] == 3, "once for the batch and once for each file"


async def test_a_wrong_pin_between_two_files_ends_the_batch_and_says_what_was_signed(
    bench: Benches, hoa: SoftwareKey, reader: CardReader, source: AgentSource, trust: Trust
) -> None:
    name, office = uuid4().hex, pile(hoa, 3)
    reader.insert(Card({"9c": hoa}, name))
    one = await at_the_desk(bench, office, source, trust, width=3)
    one.desk.queue.queue.check(("w0", "w1", "w2"), on=True)
    one.desk.sign_button.click()
    await one.enter_pin(CARD_PIN)
    for pin in (CARD_PIN, "000000"):
        await until(lambda: one.pin_dialog() is not None and "Đang ký: " in one.pin_words())
        before = reader.state(name)["verified"]
        await one.enter_pin(pin)
        await until(lambda before=before: reader.state(name)["verified"] > before)
    await one.presenter.settled()
    (done,) = signed(office)
    said = one.desk.result.text()
    assert said.startswith("Mã PIN không đúng. Chương trình không tự thử lại")
    assert "Đã ký 1 trong 3 văn bản." in said
    left = {"w0", "w1", "w2"} - {done}
    assert all(f"“{office.objects['Document'][other]['subject']}”" in said for other in left)
    assert (reader.state(name)["verified"], reader.state(name)["left"]) == (3, 2), "tried once"
    assert one.dialogs() == [], "nor is it asked for the third file"


class Keypad(MemoryToken):
    """A token with a keypad of its own, whose PIN comes when the test says so."""

    def __init__(self, key: SoftwareKey) -> None:
        super().__init__(key, flags=TokenFlags(protected_path=True))
        self.pin = None
        self.entered = threading.Event()

    def login(self, serial: str, pin: str | None) -> None:
        assert self.entered.wait(20)
        super().login(serial, pin)


async def waiting_for_its_keypad(bench: Benches, office: SigningOffice, token: Keypad) -> Bench:
    """The desk, while the token waits for its PIN."""
    one = await bench(office, token)
    choose_all(one)
    one.desk.queue.queue.check(("w0",), on=True)
    one.desk.sign_button.click()
    await until(lambda: one.pin_dialog() is not None)
    dialog = one.pin_dialog()
    assert dialog is not None
    assert not dialog.pin.isVisible()
    dialog.accept()
    await until(lambda: any(isinstance(shown, KeypadDialog) for shown in one.dialogs()))
    return one


async def test_a_keypad_is_waited_for_in_sight(bench: Benches, hoa: SoftwareKey) -> None:
    office, token = pile(hoa, 1), Keypad(hoa)
    one = await waiting_for_its_keypad(bench, office, token)
    token.entered.set()
    await one.presenter.settled()
    assert not any(isinstance(shown, KeypadDialog) for shown in one.dialogs())
    assert token.pins == [None]
    assert signed(office) == ["w0"]


async def test_a_keypad_answered_after_the_lock_starts_nothing(bench: Benches, hoa: SoftwareKey) -> None:
    office, token = pile(hoa, 1), Keypad(hoa)
    one = await waiting_for_its_keypad(bench, office, token)
    assert [choice.changes_pin for choice in one.tokens.choices("approve")] == [False]
    async with asyncio.timeout(10):
        await one.presenter.batch_over()
    assert not one.dialogs()
    assert not one.tokens.take(object()), "the keypad is asked still: nobody else signs under it"
    token.entered.set()
    await one.presenter.settled()
    assert (token.signed, signed(office)) == (0, [])
    assert not token.logged_in
    assert [choice.changes_pin for choice in one.tokens.choices("approve")] == [True]


async def test_after_a_batch_nothing_holds_the_pin(
    bench: Benches, hoa: SoftwareKey, reader: CardReader, source: AgentSource, trust: Trust, tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    """No object of this process refers to it any more, no log line and no file holds it."""
    caplog.set_level(0)
    spared = [str(secrets.choice(range(10_000_000, 99_999_999)))]
    office = pile(hoa, 2, tmp_path / "office")
    reader.insert(Card({"9a": hoa}, uuid4().hex, pin=spared[0]))
    one = await at_the_desk(bench, office, source, trust, width=2)
    await one.sign("w0", "w1", pin=spared[0])
    assert sorted(signed(office)) == ["w0", "w1"]
    await until(lambda: not any(found.logged_in for found in source.list()))
    gc.collect()
    assert _holders(spared) == []
    assert spared[0] not in caplog.text
    held = [file for file in tmp_path.rglob("*") if file.is_file() and spared[0].encode() in file.read_bytes()]
    assert held == []


def _holders(spared: list[str]) -> list[str]:
    """What refers to the PIN, or to a text with it, besides the list that it is asked by."""
    (secret,) = spared
    found = []
    for one in gc.get_objects():
        if one is spared:
            continue
        for inner in gc.get_referents(one):
            if (type(inner) is str and secret in inner) or (type(inner) is bytes and secret.encode() in inner):
                found.append(f"{type(one).__name__}: {str(one)[:300]}")
    return found
