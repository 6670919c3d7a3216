"""Batches at the signing desk: cut off and gone on with, bad files among good ones, a full disk, waits that overlap."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import shutil
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.presenters import messages_signing, signing_kept
from desktop.presenters.key_sources import AgentSource
from desktop.presenters.signing_kept import Intent
from desktop.session.journal import JournalItem
from local_cache.errors import DiskFull
from signing import sign
from signing.problems import PinLocked, SigningProblem, TokenRemoved
from signing.software import SoftwareKey
from signing.timestamps import TimestampService
from signing.tokens import Agent, TokenFlags
from tests.office.small_disk import mounted
from tests.presenters.signing_bench import Benches
from tests.presenters.signing_office import PIN, MemoryToken, until
from tests.presenters.signing_piles import Away, begin, choose_all, go_on, one_page, pile, signed
from tests.signing import strange_pdfs
from tests.signing.conftest import Hsm
from tests.signing.office_pki import Pki


async def test_pulled_out_between_two_and_gone_on_with_after_it_is_back(bench: Benches, hoa: SoftwareKey) -> None:
    office, token = pile(hoa, 4), Away(hoa)
    one = await bench(office, token, width=4)
    await begin(one, "w0", "w1", "w2", "w3")
    assert (token.signed, len(signed(office))) == (1, 1)
    assert one.desk.result.text().startswith("Thiết bị ký số đã bị rút ra")
    assert "Đã ký 1 trong 4 văn bản." in one.desk.result.text()
    assert one.desk.result_bar.go_on.isVisible()
    first = signed(office)[0]
    one.desk.result_bar.go_on.click()
    await until(lambda: not one.presenter._running.is_running("sign") or bool(one.dialogs()))
    assert one.desk.result_bar.go_on.isVisible() or one.dialogs(), "without the token it is not begun"
    for dialog in one.dialogs():
        dialog.reject()
    await one.presenter.settled()
    token.gone, token.before = False, lambda n: None
    await go_on(one)
    assert signed(office) == ["w0", "w1", "w2", "w3"], [row.place for row in one.desk.queue.queue.rows()]
    assert office.asked.count("approve") == 4
    assert token.pins.count(PIN) == 2, "a new PIN, and none kept"
    assert one.status(first).startswith("Đã ký"), "what was signed before stays in its row"
    assert not one.desk.result_bar.go_on.isVisible()
    assert not office.journal.cache.batches.last().open  # type: ignore[union-attr]


async def test_pulled_out_before_login_leaves_the_queue_as_it_was(bench: Benches, hoa: SoftwareKey) -> None:
    office, token = pile(hoa, 2), MemoryToken(hoa)
    one = await bench(office, token)
    choose_all(one)
    one.desk.queue.queue.check(("w0", "w1"), on=True)
    one.desk.sign_button.click()
    await until(lambda: one.pin_dialog() is not None)
    token.gone = True
    await one.enter_pin()
    await one.presenter.settled()
    assert one.desk.result.text().startswith("Không thấy thiết bị ký số")
    assert "Chưa văn bản nào được ký" in one.desk.result.text()
    assert not one.desk.result_bar.go_on.isVisible()
    assert one.desk.queue.queue.checked() == ("w0", "w1")


async def test_pulled_out_at_logout_costs_nothing(bench: Benches, hoa: SoftwareKey) -> None:
    office, token = pile(hoa, 2), MemoryToken(hoa)
    one = await bench(office, token, width=2)
    choose_all(one)
    token.before = lambda n: setattr(token, "gone", n == 2)
    await begin(one, "w0", "w1")
    assert signed(office) == ["w0", "w1"]
    assert one.desk.result.text().startswith("Đã ký 2 văn bản.")


@pytest.mark.parametrize("problem", [PinLocked(), TokenRemoved(), SigningProblem()])
async def test_nobody_asks_the_token_after_it_has_refused(
    bench: Benches, hoa: SoftwareKey, problem: SigningProblem
) -> None:
    office, token = pile(hoa, 8), MemoryToken(hoa)
    asked: list[int] = []
    token.before = asked.append
    token.problem, token.fail_at = problem, 3
    one = await bench(office, token, width=8)
    await begin(one, *(f"w{n}" for n in range(8)))
    assert len(asked) == 3, "two signatures and the refusal; eight files were in hand"
    assert len(signed(office)) == 2
    states = {row.id: row.status for row in one.desk.queue.queue.rows()}
    assert sum(status == "Chưa ký" or not status for status in states.values()) == 5
    assert "Đã ký 2 trong 8 văn bản." in one.desk.result.text()


@pytest.mark.expects_log("module crashed")
async def test_module_that_dies_in_the_middle_and_comes_back(
    bench: Benches, hsm: Hsm, agent: Agent, hoa: SoftwareKey, pki: Pki
) -> None:
    hsm.add("hoa", hoa, authorities=(pki.ca.der,))

    class Dying(AgentSource):
        count = 0

        def key(self, token: Any, certificate: Any, ask_pin: Any) -> Any:
            found, source = super().key(token, certificate, ask_pin), self

            class Key:
                certificate, chain = found.certificate, found.chain

                def sign(self, data: bytes, mechanism: str) -> bytes:
                    source.count += 1
                    if source.count == 2:
                        process = agent._process
                        assert process is not None
                        process.kill()
                        process.wait()
                        agent._running = lambda: process  # type: ignore[method-assign]  # as if it died just now
                        try:
                            return found.sign(data, mechanism)
                        finally:
                            del agent._running  # type: ignore[method-assign]
                    return found.sign(data, mechanism)

            return Key()

    office = pile(hoa, 3)
    one = await bench(office, Dying(agent), width=3)
    await begin(one, "w0", "w1", "w2")
    assert one.desk.result.text().startswith("Phần mềm điều khiển thiết bị ký số đã dừng đột ngột")
    assert len(signed(office)) == 1
    await go_on(one)
    assert signed(office) == ["w0", "w1", "w2"]


async def test_a_token_that_asks_each_time_is_asked_with_the_file_named(bench: Benches, hoa: SoftwareKey) -> None:
    office, token = pile(hoa, 3), MemoryToken(hoa, flags=TokenFlags())
    token.asks_each = True
    one = await bench(office, token, width=3)
    choose_all(one)
    one.desk.queue.queue.check(("w0", "w1", "w2"), on=True)
    one.desk.sign_button.click()
    await one.enter_pin()
    named: list[str] = []
    for _ in range(2):
        await until(lambda: one.pin_dialog() is not None and "Đang ký: " in one.pin_words())
        named.append(one.pin_words().partition("Đang ký: ")[2])
        count = token.signed
        if len(named) == 2:
            dialog = one.pin_dialog()
            assert dialog is not None
            dialog.reject()
        else:
            await one.enter_pin()
            await until(lambda count=count: token.signed > count)
    await one.presenter.settled()
    assert len({*named}) == 2
    assert all("Kế hoạch số" in name for name in named)
    assert len(signed(office)) == 1
    assert "Chưa nhập mã PIN" in one.desk.result.text()
    assert one.desk.result_bar.go_on.isVisible()


async def test_after_a_restart_the_desk_offers_to_go_on(bench: Benches, hoa: SoftwareKey) -> None:
    office, token = pile(hoa, 3), Away(hoa)
    first = await bench(office, token)
    await begin(first, "w0", "w1", "w2")
    bench.made.remove(first)
    await first.presenter.close()
    await first.tokens.close()
    first.desk.close()
    first.lanes.close()
    # The power went after w1 had been signed and kept, before its act was there.
    last = office.journal.cache.batches.last()
    assert last is not None
    kept = next(iter(last.ids("waiting", "asked")))
    document = office.objects["Document"][kept]
    pdf = (await asyncio.to_thread(sign.approve, office.pdf(kept), hoa)).pdf
    digest = hashlib.sha256(pdf).hexdigest()
    file: Any = {**document["file"], "digest": digest, "blobId": f"sha256-{digest}", "size": len(pdf)}
    intent = Intent("approve", "Document", kept, document["file"]["digest"], {"file": file}, [file], datetime.now(UTC))
    await office.journal.mark(last.id, (kept, "asked", None))
    await office.journal.keep(JournalItem(last.id, kept, intent.packed()), [pdf], [file])

    token.gone, token.before = False, lambda n: None
    second = await bench(office, token)
    assert len(signed(office)) == 2, "what was signed leaves without any token"
    assert second.desk.result.text() == "Lô ký dở: đã ký 2/3 văn bản."
    await go_on(second)
    assert signed(office) == ["w0", "w1", "w2"]
    assert office.asked.count("approve") == 3
    assert token.signed == 2
    assert await signing_kept.settle(office) == 0


async def test_what_was_given_up_is_not_offered_again(bench: Benches, hoa: SoftwareKey) -> None:
    office, token = pile(hoa, 3), Away(hoa)
    one = await bench(office, token)
    await begin(one, "w0", "w1", "w2")
    one.desk.result_bar.forget.click()
    await one.presenter.settled()
    assert not one.desk.result_bar.go_on.isVisible()
    await one.presenter.open()
    await one.presenter.settled()
    assert not one.desk.result_bar.isVisible()
    assert one.desk.result.text() == ""
    waiting_now = [row.id for row in one.desk.queue.queue.rows() if not row.done]
    assert len(waiting_now) == 2, "what was not signed waits like any other document"


async def test_what_was_signed_is_told_also_where_the_disk_is_full_by_then(
    bench: Benches, hoa: SoftwareKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_args: Any) -> None:
        raise DiskFull

    office = pile(hoa, 2)
    one = await bench(office, MemoryToken(hoa))
    monkeypatch.setattr(office.journal, "end", full)
    await begin(one, "w0", "w1")
    assert signed(office) == ["w0", "w1"]
    assert one.desk.result.text().startswith("Đã ký 2 văn bản.")


async def test_one_document_replaced_meanwhile_is_refused_alone(bench: Benches, hoa: SoftwareKey) -> None:
    office, token = pile(hoa, 3), MemoryToken(hoa)
    one = await bench(office, token)

    def replace(number: int) -> None:
        if number == 2:
            office.put("w1", one_page(0) + b"\n" * 90)

    token.before = replace
    await begin(one, "w0", "w1", "w2")
    assert signed(office) == ["w0", "w2"]
    assert one.status("w1") == "Đã ký, bị từ chối"
    assert "1 văn bản đã ký nhưng không được chấp nhận" in one.desk.result.text()
    assert "Chưa ký" not in one.desk.result.text()
    (listed,) = await office.set_aside()
    assert (listed["act"]["subjectId"], listed["reason"]["code"]) == ("w1", "changedSince")
    blobs = office.journal.cache.blobs
    blobs.evict(0)
    assert blobs.has(listed["file"]["digest"]), "what was signed is kept until its signer lets it go"
    assert await signing_kept.settle(office) == 0
    assert len(await office.set_aside()) == 1, "listed once, and never sent again"
    # Seen anew, it can be signed; so says the button.
    assert one.desk.result_bar.again.text() == "Ký lại 1 văn bản &lỗi"
    choose_all(one)
    one.desk.result_bar.again.click()
    await one.enter_pin()
    await one.presenter.settled()
    assert signed(office) == ["w0", "w1", "w2"]


async def test_bad_files_are_named_each_on_its_row_and_the_rest_is_signed(bench: Benches, hoa: SoftwareKey) -> None:
    causes = list(strange_pdfs.NOT_TO_SIGN)
    office, token = pile(hoa, len(causes) + 4), MemoryToken(hoa)
    draft = one_page(0)
    for n, name in enumerate(causes):
        office.put(f"w{n}", strange_pdfs.NOT_TO_SIGN[name](draft))
    large, sealed, *_ = (f"w{len(causes) + n}" for n in range(4))
    office.objects["Document"][large]["file"] |= {"size": 500_000_000, "digest": "ab" * 32}
    locked = await asyncio.to_thread(sign.sign_note, draft, hoa, sign.INVISIBLE)
    office.put(sealed, locked.pdf)
    one = await bench(office, token, width=8)
    await begin(one, *(f"w{n}" for n in range(len(causes) + 4)))
    rows = {row.id: row for row in one.desk.queue.queue.rows()}
    wanted = {f"w{n}": strange_pdfs.CODES[name] for n, name in enumerate(causes)}
    wanted |= {large: "pdfTooBig", sealed: "pdfCertified"}
    for document_id, code in wanted.items():
        assert rows[document_id].status == messages_signing.short(code), document_id
        assert rows[document_id].place == messages_signing.sentence(code, {"limit": rows_limit(code)})
    assert len(signed(office)) == 2 == token.signed
    assert one.desk.result_bar.again.text() == f"Ký lại {len(wanted)} văn bản &lỗi"


def rows_limit(code: str) -> int:
    return {"pdfTooBig": 100, "pdfTooLong": 2000}.get(code, 0)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    with mounted(tmp_path / "small", 4) as point:
        yield point


async def test_a_full_disk_stops_the_batch_and_harms_nothing(bench: Benches, hoa: SoftwareKey, small: Path) -> None:
    office, token = pile(hoa, 4, small / "profile"), MemoryToken(hoa)
    originals = {f"w{n}": office.pdf(f"w{n}") for n in range(4)}
    one = await bench(office, token, width=2)
    ballast = small / "ballast"

    def fill(number: int) -> None:
        if number == 2:
            with contextlib.suppress(OSError):
                ballast.write_bytes(bytes(shutil.disk_usage(small).free))

    token.before = fill
    await begin(one, *originals)
    done = signed(office)
    assert len(done) < 4
    assert one.desk.result.text().startswith("Ổ đĩa đã đầy nên không ghi được tệp đã ký; tệp gốc còn nguyên.")
    assert all(office.pdf(one) == pdf for one, pdf in originals.items() if one not in done)
    ballast.unlink()
    token.before = lambda n: None
    if not done:
        await begin(one, *originals)
    else:
        await go_on(one)
    assert signed(office) == sorted(originals)
    assert office.asked.count("approve") == 4
    assert office.journal.cache.blobs.total() == sum(len(office.pdf(i)) for i in originals)


async def test_waits_for_services_hide_behind_the_tokens_work(bench: Benches, hoa: SoftwareKey, pki: Pki) -> None:
    """A key of 50 ms, a time-stamping service of 150 ms: counted is who was at work together, not how long."""
    office, token = pile(hoa, 12), MemoryToken(hoa)
    watch = threading.Lock()
    state = {"token": 0, "stamps": 0}
    together: list[tuple[int, int]] = []

    class Slow(TimestampService):
        async def token(self, digest: bytes, algorithm: str = "sha256") -> Any:
            with watch:
                state["stamps"] += 1
            try:
                await asyncio.sleep(0.15)
                return await super().token(digest, algorithm)
            finally:
                with watch:
                    state["stamps"] -= 1

    def slowly(number: int) -> None:
        with watch:
            state["token"] += 1
        time.sleep(0.05)  # The card's own work.
        with watch:
            together.append((state["token"], state["stamps"]))
            state["token"] -= 1

    token.before = slowly
    service = Slow(pki.url + "/tsa", timeout=5)
    one = await bench(office, token, width=8, options=lambda: sign.Options(timestamps=service))
    await begin(one, *(f"w{n}" for n in range(12)))
    service.close()
    assert len(signed(office)) == 12
    assert {at for at, _ in together} == {1}, "the token is asked by one at a time"
    beside = sum(stamps > 0 for _, stamps in together)
    assert beside >= 4, f"of 12 signatures only {beside} were made while a time-stamp was waited for"


async def test_locking_waits_for_no_pin(bench: Benches, hoa: SoftwareKey) -> None:
    office, token = pile(hoa, 2), MemoryToken(hoa)
    one = await bench(office, token)
    choose_all(one)
    one.desk.queue.queue.check(("w0", "w1"), on=True)
    one.desk.sign_button.click()
    await until(lambda: one.pin_dialog() is not None)
    async with asyncio.timeout(5):
        await one.presenter.batch_over()
    assert one.pin_dialog() is None
    assert token.pins == []
