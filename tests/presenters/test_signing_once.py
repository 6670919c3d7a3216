"""One signing under a token at a time, and none twice: beside a directive, on a full disk, over a lock."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from local_cache.errors import DiskFull
from signing.software import SoftwareKey
from tests.presenters.signing_bench import Benches
from tests.presenters.signing_office import MemoryToken, until
from tests.presenters.signing_piles import Away, begin, choose_all, go_on, pile, signed


async def test_a_directive_leaves_the_desks_batch_to_be_gone_on_with(bench: Benches, hoa: SoftwareKey) -> None:
    office, token = pile(hoa, 4), Away(hoa)
    one = await bench(office, token, width=1)
    await begin(one, "w0", "w1", "w2", "w3")
    token.gone, token.before = False, lambda n: None
    batch = await office.journal.begin("direct", "x", [("h0", {"kind": "direct"})], {"organId": "anphu"}, alone=True)
    await office.journal.end(batch)
    await one.tokens.look()
    await go_on(one)
    assert token.signed == office.asked.count("approve") == 4
    assert signed(office) == ["w0", "w1", "w2", "w3"]


async def test_nothing_is_signed_while_a_directive_is(bench: Benches, hoa: SoftwareKey) -> None:
    office, token = pile(hoa, 1), MemoryToken(hoa)
    one = await bench(office, token)
    directive = object()
    assert one.tokens.take(directive)
    one.desk.queue.queue.check(("w0",), on=True)
    one.desk.sign_button.click()
    await one.presenter.settled()
    assert one.pin_dialog() is None
    assert "đang ký việc khác" in one.desk.result.text()
    one.tokens.give_back()
    await begin(one, "w0")
    assert signed(office) == ["w0"]
    assert one.tokens.take(directive), "the batch has logged out, and stands in nobody's way"


async def test_what_is_signed_and_not_sent_is_sent_and_not_signed_again(
    bench: Benches, hoa: SoftwareKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, token = pile(hoa, 2), MemoryToken(hoa)
    one = await bench(office, token, width=1)

    async def full(*_args: Any, **_options: Any) -> Any:
        raise DiskFull

    with monkeypatch.context() as disk:
        disk.setattr(office, "act", full)
        await begin(one, "w0")
    assert one.desk.result.text().startswith("Đã ký, chưa gửi được")
    assert "Chưa văn bản nào" not in one.desk.result.text()
    assert len(await office.journal.kept()) == 1
    await begin(one, "w0", "w1")
    assert signed(office) == ["w0", "w1"]
    assert token.signed == office.asked.count("approve") == 2
    assert await office.journal.kept() == []


async def test_a_paused_batch_that_is_locked_is_offered_afterwards(bench: Benches, hoa: SoftwareKey) -> None:
    office, token = pile(hoa, 3), MemoryToken(hoa)
    one = await bench(office, token, width=1)
    loop, paused = asyncio.get_running_loop(), threading.Event()

    def pause() -> None:
        one.presenter.rounds.steer(lambda batch: batch.pause())
        paused.set()

    def before(number: int) -> None:
        if number == 2:
            loop.call_soon_threadsafe(pause)
            assert paused.wait(20)

    token.before = before
    one.desk.queue.queue.check(("w0", "w1", "w2"), on=True)
    one.desk.sign_button.click()
    await one.enter_pin()
    await until(lambda: one.presenter.rounds.batch is not None and one.presenter.rounds.batch.paused)
    async with asyncio.timeout(20):
        await one.presenter.batch_over()
    await one.presenter.open()
    await one.presenter.settled()
    assert one.desk.result_bar.go_on.isVisible()
    await go_on(one)
    assert signed(office) == ["w0", "w1", "w2"]
    assert token.signed == 3


async def test_a_batch_that_is_closed_upon_ends_after_the_file_in_hand_and_is_offered(
    bench: Benches, hoa: SoftwareKey
) -> None:
    office, token = pile(hoa, 3), MemoryToken(hoa)
    one = await bench(office, token, width=2)
    loop = asyncio.get_running_loop()

    def before(number: int) -> None:
        if number == 1:
            asyncio.run_coroutine_threadsafe(left(), loop).result(20)

    async def left() -> None:
        one.presenter.rounds.leave()

    token.before = before
    await begin(one, "w0", "w1", "w2")
    assert (token.signed, len(signed(office))) == (1, 1)
    assert one.desk.result_bar.go_on.isVisible()
    token.before = lambda _n: None
    await go_on(one)
    assert signed(office) == ["w0", "w1", "w2"]
    assert token.signed == 3


async def test_a_batch_to_come_begins_nothing_after_a_close(bench: Benches, hoa: SoftwareKey) -> None:
    asked, go = threading.Event(), threading.Event()

    class Slow(MemoryToken):
        def login(self, serial: str, pin: str | None) -> None:
            asked.set()
            assert go.wait(20)
            super().login(serial, pin)

    office, token = pile(hoa, 2), Slow(hoa)
    one = await bench(office, token, width=2)
    choose_all(one)
    one.desk.queue.queue.check(("w0", "w1"), on=True)
    one.desk.sign_button.click()
    await one.enter_pin()
    await until(asked.is_set)
    one.presenter.rounds.leave()
    over = asyncio.ensure_future(one.presenter.batch_over())
    go.set()
    await over
    await one.presenter.settled()
    assert (token.signed, signed(office)) == (0, [])
    assert one.desk.result_bar.go_on.isVisible()
