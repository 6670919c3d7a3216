"""The form of a directive that is signed: other words after a signature that did not go, Esc, and a full disk."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.presenters import signing_kept
from desktop.presenters.incoming_acts import IncomingActs
from desktop.presenters.names import Names
from local_cache.errors import DiskFull
from signing.tokens import TokenFlags
from tests.presenters.signing_office import PIN, until
from tests.presenters.test_printing import read
from tests.presenters.test_signing_directive import TEXT, Bench, bench
from widgets.directive_dialog import DirectiveDialog
from widgets.pin_dialog import PinDialog

__all__ = ["bench"]
OTHER = "Giao Văn phòng chủ trì thay, báo cáo trước ngày 25/11."
KEY = "direct:h0"


class Form:
    """The directive's form over the bench."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.office, self.signing = bench.office, bench.signing
        self.said: list[str] = []
        self.done: list[str] = []
        self.acts = IncomingActs(
            self.office, bench.parent, Names(self.office), lambda text, *_a, **_k: self.said.append(text),
            lambda kind, *_: self.done.append(kind), lambda _: None, sign=self.signing.sign,
        )  # fmt: skip

    async def open(self) -> DirectiveDialog:
        self.acts.begin("direct", dict(self.bench.handling), dict(self.bench.document))
        await until(lambda: self.acts.dialog is not None and self.acts.dialog.isVisible())
        assert isinstance(self.acts.dialog, DirectiveDialog)
        return self.acts.dialog

    async def press(self, text: str) -> DirectiveDialog:
        """Type the words and press; the slip is in front afterwards."""
        dialog = self.acts.dialog if self.acts.dialog is not None else await self.open()
        assert isinstance(dialog, DirectiveDialog)
        dialog.reason.set_text(text)
        dialog.accept_button.click()
        await until(lambda: self.signing.dialog is not None and self.signing.dialog.isVisible())
        return dialog

    async def agree(self) -> None:
        """Agree to the slip and enter the PIN."""
        assert self.signing.dialog is not None
        self.signing.dialog.accept()
        await until(lambda: self._pin() is not None)
        asked = self._pin()
        assert asked is not None
        asked.pin.setText(PIN)
        asked.accept()

    def _pin(self) -> PinDialog | None:
        return next((d for d in self.bench.parent.findChildren(PinDialog) if d.isVisible()), None)

    def sent(self) -> list[Any]:
        return [
            self.office.objects["Handling"]["h0"]["directive"]
            for slip in self.office.objects["Handling"]["h0"].get("slips") or []
        ]


async def full(*_args: Any, **_options: Any) -> Any:
    raise DiskFull


@pytest_asyncio.fixture
async def form(bench: Bench) -> AsyncIterator[Form]:
    made = Form(bench)
    yield made
    made.acts.close()


async def kept_with(form: Form, text: str, monkeypatch: pytest.MonkeyPatch) -> DirectiveDialog:
    """Signed, kept, and not sent, for the disk is full at the last step."""
    with monkeypatch.context() as disk:
        disk.setattr(form.office, "act", full)
        dialog = await form.press(text)
        await form.agree()
        await form.acts.settled()
    assert len(await form.office.journal.kept()) == 1
    assert dialog.warnings.text().startswith("Đã ký, chưa gửi được")
    return dialog


async def test_other_words_are_signed_anew_and_those_before_are_let_go(
    form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    await kept_with(form, TEXT, monkeypatch)
    ((_, before),) = await form.office.journal.kept()
    await form.press(OTHER)
    assert form.signing.dialog is not None
    warning = form.signing.dialog.warning
    assert warning.isVisible()
    assert TEXT in warning.text()
    assert "không gửi" in warning.text()
    await form.agree()
    await form.acts.settled()
    side = form.office.objects["Handling"]["h0"]
    assert side["directive"] == OTHER
    (slip,) = side["slips"]
    (page,) = read(form.office.files[slip["file"]["digest"]])
    assert OTHER in page
    assert TEXT not in page
    assert (form.office.asked, form.bench.token.signed) == (["direct"], 2)
    assert await form.office.journal.kept() == []
    store = form.office.journal.cache.blobs
    assert not any(store.has(digest) for digest in before.signed), "the file that was not sent is gone"


async def test_the_same_words_are_sent_as_they_were_signed(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    await kept_with(form, TEXT, monkeypatch)
    await form.press(TEXT)
    assert form.signing.dialog is not None
    assert not form.signing.dialog.warning.isVisible()
    form.signing.dialog.accept()
    await form.acts.settled()
    assert form.office.objects["Handling"]["h0"]["directive"] == TEXT
    assert (form.office.asked, form.bench.token.signed) == (["direct"], 1)


async def test_other_words_typed_since_are_not_gone_over_at_the_next_start(
    form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = await kept_with(form, TEXT, monkeypatch)
    dialog.reject()
    await form.acts.settled()
    await form.office.save_draft(KEY, "direct", {"reason": OTHER, "sign": True})
    assert await signing_kept.settle(form.office) == 0
    assert form.office.asked == []
    assert len(await form.office.journal.kept()) == 1
    ((_, intent),) = (await signing_kept.reworded(form.office)).items()
    said = signing_kept.reworded_words(intent)
    assert TEXT in said
    assert "chưa gửi" in said
    await form.office.save_draft(KEY, "direct", {"reason": TEXT, "sign": True})
    assert await signing_kept.reworded(form.office) == {}
    assert await signing_kept.settle(form.office) == 1
    assert form.bench.side()["directive"] == TEXT


async def test_a_directive_that_may_be_given_no_more_is_listed_whatever_its_form_says(
    form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = await kept_with(form, TEXT, monkeypatch)
    dialog.reject()
    await form.acts.settled()
    await form.office.save_draft(KEY, "direct", {"reason": OTHER, "sign": True})
    form.bench.side()["personId"] = "quan"
    assert await signing_kept.settle(form.office) == 0
    assert await form.office.journal.kept() == []
    assert len(await form.office.set_aside()) == 1


async def test_another_thought_keeps_what_was_signed_before(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    await kept_with(form, TEXT, monkeypatch)
    dialog = await form.press(OTHER)
    assert form.signing.dialog is not None
    form.signing.dialog.reject()
    await form.acts.settled()
    assert len(await form.office.journal.kept()) == 1
    assert form.office.asked == []
    assert dialog.accept_button.isEnabled()


async def test_esc_leaves_no_form_that_is_being_signed(form: Form) -> None:
    asked, go = threading.Event(), threading.Event()

    def before(_number: int) -> None:
        asked.set()
        assert go.wait(20)

    form.bench.token.before = before
    dialog = await form.press(TEXT)
    await form.agree()
    await until(asked.is_set)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    assert dialog.isVisible()
    assert not dialog.cancel_button.isEnabled()
    assert dialog.reason.isReadOnly()
    assert dialog.warnings.text() == "Đang ký số ý kiến này. Ký xong biểu mẫu tự đóng."
    go.set()
    await form.acts.settled()
    assert not dialog.isVisible()
    assert (form.done, form.said) == (["direct"], ["Đã ký số ý kiến chỉ đạo."])


async def test_a_signature_that_failed_leaves_a_form_that_can_be_left(form: Form) -> None:
    form.bench.token.gone = True
    dialog = await form.press(TEXT)
    assert form.signing.dialog is not None
    form.signing.dialog.accept()
    await until(lambda: form.signing._run._asking is not None)
    assert form.signing._run._asking is not None
    form.signing._run._asking.reject()
    await form.acts.settled()
    assert dialog.warnings.text() == ""
    assert not dialog.reason.isReadOnly()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    draft = await form.office.load_draft(KEY)
    assert draft is not None
    assert draft["reason"] == TEXT, "typed a moment before it was pressed"


async def test_a_draft_that_cannot_be_dropped_does_not_hold_the_form(
    form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form.office, "drop_draft", full)
    dialog = await form.press(TEXT)
    await form.agree()
    await form.acts.settled()
    assert not dialog.isVisible()
    assert form.acts.dialog is None
    assert form.said[0].startswith("Đã ký số ý kiến chỉ đạo. Nhưng chưa xóa được bản gõ dở")
    assert form.office.asked == ["direct"]


async def test_a_disk_that_refuses_early_is_said_in_the_form(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as disk:
        disk.setattr(form.office, "history", full)
        dialog = await form.open()
        dialog.reason.set_text(TEXT)
        dialog.accept_button.click()
        await form.acts.settled()
    assert "Ổ đĩa đã đầy" in dialog.warnings.text()
    assert dialog.accept_button.isEnabled()
    await form.press(TEXT)
    await form.agree()
    await form.acts.settled()
    assert form.office.asked == ["direct"]


async def test_a_keypad_is_not_waited_for_by_a_lock(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, entered = threading.Event(), threading.Event()
    token = form.bench.token
    token.flags, token.pin = TokenFlags(protected_path=True), None
    login = token.login

    def by_keypad(serial: str, pin: str | None) -> None:
        asked.set()
        assert entered.wait(20)
        login(serial, pin)

    monkeypatch.setattr(token, "login", by_keypad)
    dialog = await form.press(TEXT)
    assert form.signing.dialog is not None
    form.signing.dialog.accept()
    await until(lambda: form._pin() is not None)
    pin = form._pin()
    assert pin is not None
    pin.accept()
    await until(asked.is_set)
    assert form.acts.is_signing
    form.signing.dismiss()
    async with asyncio.timeout(10):
        await form.acts.over()
    assert not form.acts.is_signing
    assert dialog.accept_button.isEnabled()
    assert not form.bench.tokens.take(object()), "the keypad is asked still: nobody else signs under it"
    entered.set()
    await form.signing.settled()
    assert (token.signed, token.logged_in, form.office.asked) == (0, False, [])
    assert form.bench.tokens.take(object())
