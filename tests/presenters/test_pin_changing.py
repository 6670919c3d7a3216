"""The PIN is changed on a real card, once; what is refused is said, and the PIN is found in no file and no log."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.diagnose_signing import Asked, Scene
from desktop.lanes import Lanes
from desktop.presenters.examining import Examining
from desktop.presenters.key_sources import AgentSource
from desktop.presenters.tokens import Tokens
from signing import modules
from signing.problems import PinChangeRefused
from signing.readers import Readers
from signing.software import SoftwareKey
from signing.tokens import Agent, TokenFlags
from tests.office.card_reader import Card, CardReader
from tests.presenters.signing_office import MemoryToken, bound, until
from tests.signing.conftest import AGENT
from widgets.findings_dialog import FindingsDialog
from widgets.pin_change_dialog import PinChangeDialog
from widgets.theme import Tone
from widgets.token_dialog import TokenDialog

OLD, NEW = "718293", "92837465"
"""PINs that stand in no file for another reason."""


def opened(tokens: Tokens) -> tuple[TokenDialog, PinChangeDialog]:
    """The token dialog and, from it, the change of the PIN."""
    dialog = tokens.dialog(None)  # type: ignore[arg-type]
    dialog.open()
    assert dialog.change_pin.isEnabled()
    QTest.mouseClick(dialog.change_pin, Qt.MouseButton.LeftButton)
    (change,) = dialog.findChildren(PinChangeDialog)
    return dialog, change


def enter(change: PinChangeDialog, old: str, new: str, again: str | None = None) -> None:
    """By the keyboard alone, from field to field."""
    assert isinstance(change.focusWidget(), QLineEdit)
    for field, text in ((change.old, old), (change.new, new), (change.again, new if again is None else again)):
        field.setFocus()
        QTest.keyClicks(field, text)
    QTest.keyClick(change.again, Qt.Key.Key_Return)


async def looked(tokens: Tokens) -> None:
    """Until the card is seen."""
    for _ in range(200):
        if await tokens.look():
            return
    raise AssertionError("no card was seen")


async def test_on_a_real_card_from_a_wrong_old_pin_to_a_new_one(
    lanes: Lanes, hoa: SoftwareKey, reader: CardReader, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    name = uuid4().hex
    reader.insert(Card({"9a": hoa}, name, pin=OLD))
    source = AgentSource(Agent(reader.module, environment=reader.environment, command=AGENT))
    tokens = Tokens(bound(hoa), lanes, [source])
    await looked(tokens)
    dialog, change = opened(tokens)
    enter(change, "000000", NEW)
    await until(lambda: "không đúng" in change.problem.text())
    assert reader.state(name)["verified"] == 1, "tried once, and not again"
    assert (change.old.text(), change.new.text()) == ("", "")
    enter(change, OLD, NEW)
    await until(lambda: dialog.said.text() != "")
    assert "Đã đổi mã PIN" in dialog.said.text()
    assert reader.state(name)["pin"] == NEW
    (token,) = source.list()
    source.login(token.serial, NEW)
    dialog.reject()
    _nowhere(tmp_path, caplog)
    await tokens.close()


def _nowhere(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """No file, no log, and nothing that other programs see of our processes holds a PIN."""
    for pin in (OLD, NEW):
        assert pin not in caplog.text
        for file in folder.rglob("*"):
            assert not file.is_file() or pin.encode() not in file.read_bytes(), file
        for process in [psutil.Process(os.getpid()), *psutil.Process(os.getpid()).children(recursive=True)]:
            told = " ".join(process.cmdline()) + " ".join(process.environ().values())
            assert pin not in told, process


async def test_the_rules_are_kept_to_before_anything_is_sent(lanes: Lanes, hoa: SoftwareKey) -> None:
    from dataclasses import replace

    from signing.tokens import Token

    class Ruled(MemoryToken):
        def list(self) -> list[Token]:
            return [replace(one, pin_lengths=(6, 8)) for one in super().list()]

    token = Ruled(hoa)
    tokens = Tokens(bound(hoa), lanes, [token])
    await tokens.look()
    dialog, change = opened(tokens)
    for new, again in (("12345", None), ("123456789", None), ("654321", "654312")):
        for field in (change.old, change.new, change.again):
            field.clear()
        enter(change, OLD, new, again)
        assert token.pins == [], (new, again)
    assert "không giống nhau" in change.mismatch.text()
    change.reject()
    dialog.reject()
    assert change.old.text() == ""
    await tokens.close()


async def test_the_last_try_and_a_refusal_are_said(lanes: Lanes, hoa: SoftwareKey) -> None:
    token = MemoryToken(hoa, flags=TokenFlags(final_try=True))
    tokens = Tokens(bound(hoa), lanes, [token])
    await tokens.look()
    dialog, change = opened(tokens)
    assert any("lần thử cuối cùng" in note.text() for note in change._notes)
    token.problem = PinChangeRefused()
    enter(change, OLD, NEW)
    await until(lambda: "không cho đổi mã PIN" in change.problem.text())
    assert not change.old.isEnabled(), "what cannot go well is not offered again"
    change.reject()
    dialog.reject()
    await tokens.close()


async def test_on_a_keypad_nothing_is_entered_here(lanes: Lanes, hoa: SoftwareKey) -> None:
    token = MemoryToken(hoa, flags=TokenFlags(protected_path=True))
    token.pin = None
    tokens = Tokens(bound(hoa), lanes, [token])
    await tokens.look()
    dialog, change = opened(tokens)
    assert not change.old.isVisible()
    button = change.buttons.accept_button
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    await until(lambda: dialog.said.text() != "")
    assert token.pins == [None]
    dialog.reject()
    await tokens.close()


async def test_a_locked_token_offers_no_change(lanes: Lanes, hoa: SoftwareKey) -> None:
    tokens = Tokens(bound(hoa), lanes, [MemoryToken(hoa, flags=TokenFlags(locked=True))])
    await tokens.look()
    dialog = tokens.dialog(None)  # type: ignore[arg-type]
    assert not dialog.change_pin.isEnabled()
    assert "mã PIN đã bị khóa" in dialog.list.item(0).text()
    dialog.reject()
    await tokens.close()


class Prepared:
    """A scene without drivers of its own."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.closed = False

    def close(self) -> None:
        self.closed = True


async def test_the_device_is_examined_beside_the_window(lanes: Lanes, hoa: SoftwareKey) -> None:
    module = modules.Module(Path("/vendor/eTPKCS11.dll"), "SafeNet", "known", True, 64)
    locked = MemoryToken(hoa, flags=TokenFlags(locked=True))
    prepared = Prepared(
        Scene(lambda: Readers("running", ("Reader 0",), ("Reader 0",)), [Asked(module, locked.list)], None,
              lambda: None, None, None, datetime.now(UTC))
    )  # fmt: skip
    for language, said in (("vi", "đã bị khóa"), ("en", "is locked")):
        examining = Examining(lambda: prepared, lambda language=language: language)
        tokens = Tokens(bound(hoa), lanes, [locked], find_out=examining.begin)
        await tokens.look()
        dialog = tokens.dialog(None)  # type: ignore[arg-type]
        dialog.open()
        QTest.mouseClick(dialog.examine, Qt.MouseButton.LeftButton)
        (found,) = dialog.findChildren(FindingsDialog)
        assert not found.again.isEnabled(), "while it looks it can only be closed"
        await until(lambda found=found: found.list.count() > 0)
        assert prepared.closed
        assert said in found.list.item(0).text(), "the gravest first"
        assert found._lines[0].tone is Tone.BAD
        QTest.mouseClick(found.copy, Qt.MouseButton.LeftButton)
        assert said in QApplication.clipboard().text()
        found.reject()
        dialog.reject()
        examining.close()
        await tokens.close()
