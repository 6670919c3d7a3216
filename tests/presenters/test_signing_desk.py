"""The signing desk: order of signatures, one PIN, results per file, and a token that goes away."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop.presenters import signing_pictures
from desktop.presenters.key_sources import AgentSource
from desktop.presenters.signing_pictures import Picture
from signing import fields, sign
from signing.problems import TokenRemoved
from signing.software import SoftwareKey
from signing.timestamps import TimestampService
from signing.tokens import Agent, TokenFlags
from signing.trust import Trust
from signing.zone import VIETNAM
from tests.presenters.signing_bench import Benches, verdict_of
from tests.presenters.signing_office import LEADER, PIN, MemoryToken, SigningOffice, until, waiting
from tests.signing import pages
from tests.signing.conftest import Hsm
from tests.signing.office_pki import Pki
from tests.signing.test_name_search import block, both, sheet
from widgets.theme import Tone
from widgets.token_dialog import TokenDialog

DRAFT = {"number": "Số          -NQ/ĐU"}


def leader_office(hoa: SoftwareKey, *ids: str) -> SigningOffice:
    office = SigningOffice("hoa")
    for document_id in office.objects["Document"]:
        if office.objects["Document"][document_id]["state"] == "submitted" and document_id not in ids:
            office.objects["Document"][document_id]["state"] = "draft"
    for n, document_id in enumerate(ids):
        office.put(document_id, waiting(number=f"Số          -N{n}/ĐU"), state="submitted", authorId="mai")
    office.bind("hoa", hoa)
    return office


async def test_leader_signs_a_batch_with_one_pin(bench: Benches, hoa: SoftwareKey, trust: Trust) -> None:
    office = leader_office(hoa, "o1", "o2")
    token = MemoryToken(hoa)
    one = await bench(office, token, trust=trust)
    for document_id in ("o1", "o2"):
        one.presenter.front.choose_place(document_id, "0")
    await one.sign("o1", "o2")
    assert token.pins == [PIN]
    assert [office.state(i) for i in ("o1", "o2")] == ["approved", "approved"]
    assert office.asked == ["approve", "approve"]
    assert one.status("o1").startswith("Đã ký ")
    assert one.desk.result.text() == "Đã ký 2 văn bản."
    assert (await verdict_of(office.pdf("o1"), trust)).verdict == "valid"
    assert not token.logged_in


def two_blocks() -> bytes:
    """One name under two positions: nobody but the signer knows which."""
    lines = both(block("CHỦ TỊCH", name=LEADER, x=60), block("TRƯỞNG ĐOÀN", name=LEADER))
    return fields.add_number_and_date(sheet(lines, lines))


async def test_the_block_is_taken_and_mentions_do_not_matter(bench: Benches, hoa: SoftwareKey) -> None:
    one = await bench(leader_office(hoa, "o1"), MemoryToken(hoa))
    row = one.desk.queue.queue.rows()[0]
    assert row.place == f"Vị trí tìm thấy: {LEADER}"
    preview = one.desk.page._preview
    assert preview is not None
    assert [choice.current for choice in preview.places] == [True] + [False] * (len(preview.places) - 1)
    assert preview.places[0].text == "Trang 1, phần ký “T/M BAN THƯỜNG VỤ · BÍ THƯ”"
    assert preview.places[1].text.startswith("Trang 1, tên trong câu “")


async def test_what_was_put_by_hand_is_remembered(bench: Benches, hoa: SoftwareKey) -> None:
    office = leader_office(hoa, "o1")
    one = await bench(office, MemoryToken(hoa))
    found = one.desk.page.overlay.placement
    assert found is not None
    one.desk.page.overlay.placed.emit(0, (300.0, 120.0, 436.0, 188.0))
    await one.presenter.settled()
    again = await bench(office, MemoryToken(hoa))
    placement = again.desk.page.overlay.placement
    assert placement is not None
    assert placement.rect == (300.0, 120.0, 436.0, 188.0)
    assert again.desk.page._preview is not None
    assert again.desk.page._preview.moved
    again.desk.page.overlay.reset_asked.emit()
    await again.presenter.settled()
    assert again.desk.page.overlay.placement is not None
    assert again.desk.page.overlay.placement.rect == found.rect
    third = await bench(office, MemoryToken(hoa))
    assert third.desk.page.overlay.placement is not None
    assert third.desk.page.overlay.placement.rect == found.rect
    office.put("o1", waiting(number="Số          -N9/ĐU"), state="submitted", authorId="mai")
    fourth = await bench(office, MemoryToken(hoa))
    assert fourth.desk.page.overlay.placement is not None, "another file is looked at anew"


async def test_several_places_wait_for_a_choice(bench: Benches, hoa: SoftwareKey) -> None:
    office = leader_office(hoa, "o1")
    office.put("o1", two_blocks(), state="submitted", authorId="mai")
    one = await bench(office, MemoryToken(hoa))
    row = one.desk.queue.queue.rows()[0]
    assert "cần chọn vị trí" in row.place
    assert row.place_tone is Tone.WARN
    assert one.desk.page.overlay.placement is not None, "the likeliest place is proposed on the page"
    await one.sign("o1")
    assert office.state("o1") == "submitted"
    assert one.status("o1") == "Bỏ qua: chưa chọn vị trí"
    assert "Chưa ký" in one.desk.result.text()


async def test_without_the_name_it_waits_to_be_placed_and_the_others_are_signed(
    bench: Benches, hoa: SoftwareKey, trust: Trust
) -> None:
    office = leader_office(hoa, "o1", "o2")
    office.put("o2", waiting("Nguyễn Thị Khác", number="Số          -N9/ĐU"))
    one = await bench(office, MemoryToken(hoa), trust=trust)
    one.presenter.front.choose_place("o1", "0")
    await one.sign("o1", "o2")
    assert (office.state("o1"), office.state("o2")) == ("approved", "submitted")
    row = next(row for row in one.desk.queue.queue.rows() if row.id == "o2")
    assert row.status == "Bỏ qua: chưa chọn vị trí"
    assert row.place == "Chưa có vị trí ký: không tìm thấy tên người ký trên trang. Chọn ở mục Vị trí."
    assert "Đã ký 1 trong 2 văn bản." in one.desk.result.text()
    one.desk.queue.set_current("o2")
    await one.presenter.settled()
    one.desk.page.place_here_asked.emit("o2", 0)
    await one.sign("o2")
    assert office.state("o2") == "approved"
    assert (await verdict_of(office.pdf("o2"), trust)).verdict == "valid"


async def test_moved_by_hand_the_box_is_where_it_was_put(bench: Benches, hoa: SoftwareKey, trust: Trust) -> None:
    office = leader_office(hoa, "o1")
    one = await bench(office, MemoryToken(hoa), trust=trust)
    one.desk.page.overlay.placed.emit(0, (300.0, 120.0, 436.0, 188.0))
    await one.sign("o1")
    assert office.state("o1") == "approved"
    assert (await verdict_of(office.pdf("o1"), trust)).signatures[0].page == 0


async def test_wrong_pin_stops_before_anything(bench: Benches, hoa: SoftwareKey) -> None:
    office = leader_office(hoa, "o1", "o2")
    token = MemoryToken(hoa)
    one = await bench(office, token)
    await one.sign("o1", "o2", pin="0000")
    assert token.pins == ["0000"], "the program never tries a PIN again"
    assert office.asked == []
    assert one.desk.result.text().startswith("Mã PIN không đúng")
    assert "Chưa văn bản nào được ký" in one.desk.result.text()


async def test_token_pulled_out_stops_at_once_and_says_what_was_signed(bench: Benches, hoa: SoftwareKey) -> None:
    office = leader_office(hoa, "o1", "o2", "o5")
    token = MemoryToken(hoa)
    token.problem, token.fail_at = TokenRemoved(), 2
    one = await bench(office, token)
    for document_id in ("o1", "o2", "o5"):
        one.presenter.front.choose_place(document_id, "0")
    await one.sign("o1", "o2", "o5")
    assert token.signed == 1
    signed = [i for i in ("o1", "o2", "o5") if office.state(i) == "approved"]
    assert len(signed) == 1
    text = one.desk.result.text()
    assert text.startswith("Thiết bị ký số đã bị rút ra")
    assert "Đã ký 1 trong 3 văn bản." in text
    assert "Chưa ký:" in text
    states = {row.id: row.status for row in one.desk.queue.queue.rows()}
    assert sorted(status.split(" ")[0] for status in states.values() if status) == ["Chưa", "Đã"]


async def test_pause_resume_and_cancel(bench: Benches, hoa: SoftwareKey) -> None:
    office = leader_office(hoa, "o1", "o2", "o5")
    token = MemoryToken(hoa)
    reached, go_on = threading.Event(), threading.Event()

    def wait(n: int) -> None:
        reached.set()
        assert go_on.wait(10)

    token.before = wait
    one = await bench(office, token)
    for document_id in ("o1", "o2", "o5"):
        one.presenter.front.choose_place(document_id, "0")
    one.desk.queue.queue.check(("o1", "o2", "o5"), on=True)
    one.desk.sign_button.click()
    await one.enter_pin()
    await until(reached.is_set)
    one.desk.pause_button.click()
    assert one.desk.pause_button.text() == "&Tiếp tục"
    go_on.set()
    await until(lambda: token.signed == 1 and len(office.asked) == 1)
    one.desk.pause_button.click()
    await until(lambda: token.signed >= 2)
    one.desk.cancel_button.click()
    await one.presenter.settled()
    assert token.signed in (2, 3)
    assert len(office.asked) == token.signed
    assert not one.desk.progress.isVisible()


async def test_another_persons_token_is_refused(bench: Benches, hoa: SoftwareKey, organ: SoftwareKey) -> None:
    office = leader_office(hoa, "o1")
    one = await bench(office, MemoryToken(organ, "Người khác"))
    one.desk.queue.queue.check(("o1",), on=True)
    one.desk.sign_button.click()
    await until(lambda: any(d.isVisible() for d in one.desk.findChildren(TokenDialog)))
    dialog = next(d for d in one.desk.findChildren(TokenDialog) if d.isVisible())
    assert "không dùng thiết bị của người khác" in dialog.note.text()
    assert not dialog.buttons.accept_button.isEnabled()  # type: ignore[union-attr]
    dialog.reject()
    await one.presenter.settled()
    assert office.asked == []
    assert one.tokens.state.tone is Tone.WARN


async def test_locked_token_takes_no_pin(bench: Benches, hoa: SoftwareKey) -> None:
    office = leader_office(hoa, "o1")
    token = MemoryToken(hoa, flags=TokenFlags(locked=True))
    one = await bench(office, token)
    one.desk.queue.queue.check(("o1",), on=True)
    one.desk.sign_button.click()
    await until(lambda: one.pin_dialog() is not None)
    dialog = one.pin_dialog()
    assert dialog is not None
    assert dialog.buttons.accept_button is None
    dialog.reject()
    await one.presenter.settled()
    assert token.pins == []
    assert one.tokens.state.text == "Ký số: mã PIN bị khóa"


async def test_seal_follows_the_leader(bench: Benches, hoa: SoftwareKey, organ: SoftwareKey, trust: Trust) -> None:
    office = SigningOffice("mai")
    approved = (await asyncio.to_thread(sign.approve, waiting(), hoa)).pdf
    office.put("o3", approved, number=31, notation="31-KH/ĐU", documentDate="2026-11-23")
    office.bind_seal(organ)
    token = MemoryToken(organ, "Đảng ủy xã An Phú")
    one = await bench(office, token, trust=trust)
    assert one.desk.kind() == "seal"
    one.presenter.front.place_here("o3", 0)
    await one.sign("o3")
    assert office.state("o3") == "sealed"
    assert office.objects["Document"]["o3"]["file"]["name"] == "31-KH-ĐU.pdf"
    assert one.desk.header.note.text().startswith("0 văn bản")
    verdict = await verdict_of(office.pdf("o3"), trust)
    assert verdict.verdict == "valid"
    assert [signature.role_hint for signature in verdict.signatures] == ["leader", "agency"]


async def test_seal_is_refused_before_the_leader(bench: Benches, organ: SoftwareKey) -> None:
    office = SigningOffice("mai")
    office.put("o3", waiting(), number=31, notation="31-KH/ĐU", documentDate="2026-11-23")
    office.bind_seal(organ)
    token = MemoryToken(organ, "Đảng ủy xã An Phú")
    one = await bench(office, token)
    one.presenter.front.place_here("o3", 0)
    await one.sign("o3")
    assert token.signed == 0
    assert office.asked == []
    assert one.status("o3") == "Từ chối: lãnh đạo chưa ký"


async def test_seal_is_refused_beside_anothers_signature(bench: Benches, hoa: SoftwareKey, organ: SoftwareKey) -> None:
    office = SigningOffice("mai")
    approved = (await asyncio.to_thread(sign.approve, waiting(), hoa)).pdf
    office.put("o3", approved, number=31, notation="31-KH/ĐU", documentDate="2026-11-23")
    office.objects["Person"]["hoa"]["certificates"] = ["0" * 64]
    office.bind_seal(organ)
    token = MemoryToken(organ, "Đảng ủy xã An Phú")
    one = await bench(office, token)
    one.presenter.front.place_here("o3", 0)
    await one.sign("o3")
    assert token.signed == 0
    assert office.asked == []
    assert one.status("o3") == "Từ chối: không đúng người ký duyệt"


async def test_reserved_number_stands_on_the_page_before_the_signature(
    bench: Benches, hoa: SoftwareKey, trust: Trust
) -> None:
    office = leader_office(hoa, "o1")
    office.objects["Document"]["o1"] |= {
        "number": 12, "notation": "12-N0/ĐU", "documentDate": "2026-11-23", "reserved": True,
    }  # fmt: skip
    one = await bench(office, MemoryToken(hoa), trust=trust)
    assert "Số 12-N0/ĐU (đã giữ số)" in one.desk.queue.queue.rows()[0].line
    one.presenter.front.choose_place("o1", "0")
    await one.sign("o1")
    assert office.state("o1") == "numbered"
    assert (await verdict_of(office.pdf("o1"), trust)).verdict == "valid"


async def test_revoked_certificate_signs_nothing(bench: Benches, hoa: SoftwareKey, pki: Pki, trust: Trust) -> None:
    pki.revoke(hoa)
    office = leader_office(hoa, "o1")
    token = MemoryToken(hoa)
    one = await bench(office, token, trust=replace(trust, online=True))
    one.presenter.front.choose_place("o1", "0")
    await one.sign("o1")
    assert token.signed == 0
    assert "thu hồi" in one.desk.result.text()
    one.desk.queue.queue.check(("o1",), on=True)
    one.desk.sign_button.click()
    await until(lambda: bool(one.dialogs()))
    assert one.pin_dialog() is None, "no PIN is asked for it again"
    assert ["thu hồi" in choice.refusal for choice in one.tokens.choices("approve")] == [True]
    one.dialogs()[0].reject()
    await one.presenter.settled()
    assert token.pins == [PIN]


async def test_signs_with_a_real_token(
    bench: Benches, hsm: Hsm, agent: Agent, hoa: SoftwareKey, pki: Pki, trust: Trust
) -> None:
    hsm.add("hoa", hoa, authorities=(pki.ca.der,))
    office = leader_office(hoa, "o1", "o2")
    one = await bench(office, AgentSource(agent), trust=trust)
    for document_id in ("o1", "o2"):
        one.presenter.front.choose_place(document_id, "0")
    await one.sign("o1", "o2")
    assert [office.state(i) for i in ("o1", "o2")] == ["approved", "approved"]
    assert (await verdict_of(office.pdf("o2"), trust)).verdict == "valid"
    assert one.tokens.state.text == f"Ký số: {LEADER}"


async def test_the_act_says_what_the_signature_fell_short_of(
    bench: Benches, hoa: SoftwareKey, trust: Trust, pki: Pki
) -> None:
    office = leader_office(hoa, "o1")
    pki.silent.update({"tsa", "ocsp"})
    service = TimestampService(pki.url + "/tsa", timeout=1)
    one = await bench(office, MemoryToken(hoa), options=lambda: sign.Options(trust=trust, timestamps=service))
    one.presenter.front.choose_place("o1", "0")
    await one.sign("o1")
    (mark,) = office.objects["Document"]["o1"]["signatures"]
    assert (mark["kind"], mark["personId"], mark["level"]) == ("approve", "hoa", "B-B")
    assert set(mark["warnings"]) == {"timestampUnavailable", "revocationUnknown"}


async def test_a_picture_that_ran_out_since_it_was_shown_is_not_signed_with(bench: Benches, hoa: SoftwareKey) -> None:
    office = leader_office(hoa, "o1")
    today = datetime.now(VIETNAM).date()
    last = Picture("p", "hoa", "full", "Chữ ký cũ", pages.handwriting(), 45.0, until=today.isoformat(), default=True)
    await signing_pictures.keep(office, last)
    token = MemoryToken(hoa)
    one = await bench(office, token)
    one.presenter.chosen._now = lambda: datetime.now(UTC) + timedelta(days=1)
    one.desk.queue.queue.check(("o1",), on=True)
    one.desk.sign_button.click()
    await one.presenter.settled()
    assert "“Chữ ký cũ” đã hết hiệu lực" in one.desk.result.text()
    assert token.pins == []
    assert office.state("o1") == "submitted"
    assert one.desk.page._preview is not None
    choices = {choice.key: choice for choice in one.desk.page._preview.pictures}
    assert not choices["p"].enabled
    assert choices["none"].current


async def test_words_stand_in_a_pictures_place_only_when_they_are_asked_for(bench: Benches, hoa: SoftwareKey) -> None:
    """The only picture ran out overnight: the leader opens the desk in the morning and signs as ever."""
    office = leader_office(hoa, "o1")
    ended = (datetime.now(VIETNAM).date() - timedelta(days=1)).isoformat()
    only = Picture("p", "hoa", "full", "Chữ ký", pages.handwriting(), 45.0, until=ended, default=True)
    await signing_pictures.keep(office, only)
    token = MemoryToken(hoa)
    one = await bench(office, token)
    one.desk.queue.queue.check(("o1",), on=True)
    for _ in range(2):
        one.desk.sign_button.click()
        await one.presenter.settled()
        assert "“Chữ ký” đã hết hiệu lực" in one.desk.result.text()
        assert token.pins == []
    one.desk.page.picture_chosen.emit("o1", "none")
    await one.presenter.settled()
    await one.sign("o1")
    assert office.state("o1") == "approved"


async def test_a_chosen_picture_is_used_and_can_be_done_without(bench: Benches, hoa: SoftwareKey) -> None:
    office = leader_office(hoa, "o1")
    for key, width in (("p1", 45.0), ("p2", 20.0)):
        one_of = Picture(key, "hoa", "full", key, pages.handwriting(), width, default=key == "p1")
        await signing_pictures.keep(office, one_of)
    one = await bench(office, MemoryToken(hoa))
    first = one.desk.page.overlay.placement
    one.desk.page.picture_chosen.emit("o1", "p2")
    await one.presenter.settled()
    second = one.desk.page.overlay.placement
    assert first is not None
    assert second is not None
    assert second.image is not None
    assert second.rect[2] - second.rect[0] == pytest.approx(20 * 72 / 25.4)
    assert first.rect[2] - first.rect[0] > second.rect[2] - second.rect[0]
    one.desk.page.picture_chosen.emit("o1", "none")
    await one.presenter.settled()
    assert one.desk.page.overlay.placement is not None
    assert one.desk.page.overlay.placement.image is None
    assert (await signing_pictures.load(office, "approve", datetime.now(UTC))).chosen == "none", (
        "kept for the next time"
    )


async def test_another_printed_number_than_was_granted_is_not_sealed(
    bench: Benches, hoa: SoftwareKey, organ: SoftwareKey
) -> None:
    office = SigningOffice("mai")
    draft = pages.draft(number="Số 32-KH/ĐU", leader=LEADER)
    approved = (await asyncio.to_thread(sign.approve, draft, hoa)).pdf
    office.put("o3", approved, number=31, notation="31-KH/ĐU", documentDate="2026-11-23")
    office.bind_seal(organ)
    one = await bench(office, MemoryToken(organ, "Đảng ủy xã An Phú"))
    one.desk.queue.set_current("o3")
    await one.presenter.settled()
    assert "Trên trang in “32”, văn bản được cấp “31-KH/ĐU”" in one.desk.page.legend.text()
    await one.sign("o3")
    assert office.state("o3") != "sealed"
