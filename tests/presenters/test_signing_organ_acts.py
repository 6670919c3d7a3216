"""The organ's other signatures at the signing desk: attachments, copies and arrivals, all under one PIN of the seal."""

from __future__ import annotations

import asyncio
import hashlib
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from signing import copying, notes, sign
from signing.arrival_mark import ArrivalMark
from signing.arrival_slip import SLIP_PLACE, SlipFacts, arrival_slip
from signing.names import NOTE_FIELD
from signing.page_text import open_document, page_lines
from signing.problems import TokenRemoved
from signing.software import SoftwareKey
from signing.trust import Trust
from tests.presenters.signing_bench import Bench, Benches, verdict_of
from tests.presenters.signing_office import MemoryToken, SigningOffice, until, waiting
from tests.signing import pages, strange_pdfs
from tests.signing.office_pki import Pki
from widgets.arrival_dialog import ArrivalDialog

ORGAN = "Đảng ủy xã An Phú"


@pytest.fixture(scope="session")
def sent(hoa: SoftwareKey, organ: SoftwareKey) -> bytes:
    """A document that its issuer has signed and locked."""
    approved = sign.approve(waiting(number="Số          -TB/TU", pages=3), hoa).pdf
    return sign.seal(approved, organ, number_text="118-TB/TU", date_text="2026-11-20").pdf


class Keeper(SigningOffice):
    """Mai keeps the seal; nothing waits but what a test puts there."""

    def __init__(self, organ: SoftwareKey) -> None:
        super().__init__("mai")
        self.bind_seal(organ)
        for document in self.objects["Document"].values():
            if document["organId"] == "anphu" and document["state"] in ("numbered", "sealed", "approved"):
                document["state"] = "issued"
        for side in self.objects["Handling"].values():
            side["confirmation"] = {"file": {}, "manner": "slip", "at": "", "byId": ""}

    def reference(self, pdf: bytes, name: str) -> dict[str, Any]:
        digest = hashlib.sha256(pdf).hexdigest()
        self.files[digest] = pdf
        return {"blobId": f"sha256-{digest}", "digest": digest, "size": len(pdf), "name": name,
                "mediaType": "application/pdf"}  # fmt: skip

    def attach(self, document_id: str, *files: dict[str, Any]) -> None:
        self.objects["Document"][document_id]["attachments"] = list(files)

    def arrive(self, side: str, pdf: bytes, **members: Any) -> str:
        """An arrival, registered; gives the document's id."""
        handling = self.objects["Handling"][side]
        handling.pop("confirmation", None)
        handling |= {"state": "toHandle", "arrivalNumber": 1204, "arrivalDate": "2026-11-22", **members}
        document_id = handling["documentId"]
        self.objects["Document"][document_id]["file"] = self.reference(pdf, "118-TB-TU.pdf")
        return document_id

    def copy(self, pdf: bytes, kind: str = "SY") -> None:
        """A copy that has its number."""
        made = {**self.objects["Document"]["o3"], "id": "k1", "typeCode": kind, "state": "numbered", "number": 7,
                "notation": f"07-{kind}/ĐU", "documentDate": "2026-11-23", "signer": None, "attachments": [],
                "pages": 3, "file": self.reference(pdf, "sao.pdf"), "issuer": ORGAN,
                "copyOf": {"documentId": "d1", "issuer": "Tỉnh ủy", "notation": "118-TB/TU",
                           "documentDate": "2026-11-20", "source": "electronic", "pages": []}}  # fmt: skip
        self.objects["Document"]["k1"] = made

    def bytes_of(self, file: dict[str, Any]) -> bytes:
        return self.files[file["digest"]]


async def go(one: Bench, kind: str) -> None:
    one.desk.tabs.set_current(kind)
    await one.presenter.settled()


def texts(pdf: bytes, page: int = 0) -> str:
    with open_document(pdf) as document:
        return "\n".join(line.text for line in page_lines(document, page))


def drawn(pdf: bytes) -> str:
    """The words of page 1 with what its signature shows."""
    return texts(copying.copied(pdf, [0]))


async def test_a_document_is_sealed_with_its_attachments_in_one_step(
    bench: Benches, hoa: SoftwareKey, organ: SoftwareKey, trust: Trust, sent: bytes
) -> None:
    office = Keeper(organ)
    approved = (await asyncio.to_thread(sign.approve, waiting(), hoa)).pdf
    office.put("o3", approved, state="numbered", number=31, notation="31-KH/ĐU", documentDate="2026-11-23")
    sheet = {**office.reference(b"PK", "bieu.xlsx"), "mediaType": "application/vnd.ms-excel"}
    office.attach("o3", office.reference(pages.draft(), "pl1.pdf"), sheet, office.reference(sent, "118.pdf"))
    token = MemoryToken(organ, ORGAN)
    one = await bench(office, token, trust=trust)
    assert "kèm 2 phụ lục" in one.desk.queue.queue.rows()[0].line
    one.presenter.front.place_here("o3", 0)
    await one.sign("o3")
    assert one.desk.result.text() == "Đã ký 1 văn bản."
    assert (office.state("o3"), office.asked, token.pins) == ("sealed", ["seal"], ["12345678"])
    first, other, own = office.objects["Document"]["o3"]["attachments"]
    assert (first["signature"], first["name"], own["signature"]) == ("organ", "pl1.pdf", "own")
    assert (first["level"], "level" in own) == ("B-B", False), "so that what is missing can come later"
    assert other == sheet, "what is no PDF is listed and left"
    assert office.bytes_of(own) == sent, "what carries a signature of its own is left as it came"
    verdict = await verdict_of(office.bytes_of(first), trust)
    assert verdict.verdict == "valid"
    assert re.search(r"31-KH/ĐU\s+\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00", drawn(office.bytes_of(first)))
    assert "issue" in await office.allowed("Document", "o3")


@pytest.mark.parametrize("fault", ["damaged", "encrypted", "xfa", "named script", "too large"])
async def test_a_document_is_not_sealed_where_an_attachment_cannot_be_signed(
    bench: Benches, hoa: SoftwareKey, organ: SoftwareKey, fault: str
) -> None:
    office = Keeper(organ)
    approved = (await asyncio.to_thread(sign.approve, waiting(), hoa)).pdf
    office.put("o3", approved, state="numbered", number=31, notation="31-KH/ĐU", documentDate="2026-11-23")
    spoil = strange_pdfs.NOT_TO_SIGN.get(fault, lambda pdf: b"%PDF-1.7 hong")
    attachment = office.reference(spoil(pages.draft()), "hong.pdf")
    office.attach("o3", {**attachment, "size": 500_000_000} if fault == "too large" else attachment)
    one = await bench(office, MemoryToken(organ, ORGAN))
    one.presenter.front.place_here("o3", 0)
    await one.sign("o3")
    assert (office.state("o3"), office.asked) == ("numbered", [])
    assert one.status("o3") == "Lỗi: phụ lục không ký được"
    assert "hong.pdf" in next(row.place for row in one.desk.queue.queue.rows() if row.id == "o3")


async def test_attachments_that_were_forgotten_wait_at_their_own_tab(
    bench: Benches, organ: SoftwareKey, trust: Trust, sent: bytes
) -> None:
    office = Keeper(organ)
    office.put("o3", sent, state="sealed", number=31, notation="31-KH/ĐU", documentDate="2026-11-23")
    office.attach("o3", office.reference(pages.draft(), "pl1.pdf"), office.reference(pages.draft(pages=2), "pl2.pdf"))
    one = await bench(office, MemoryToken(organ, ORGAN), trust=trust)
    await go(one, "attachments")
    assert "2 phụ lục chưa ký" in one.desk.queue.queue.rows()[0].line
    await one.sign("o3")
    assert office.asked == ["sealAttachments"]
    signed = office.objects["Document"]["o3"]["attachments"]
    assert [(one["signature"], one["level"]) for one in signed] == [("organ", "B-B")] * 2
    assert office.pdf("o3") == sent, "the document itself is not touched"
    for file in signed:
        assert (await verdict_of(office.bytes_of(file), trust)).verdict == "valid"


async def test_an_attachment_with_a_signature_of_its_own_keeps_back_no_other(
    bench: Benches, organ: SoftwareKey, sent: bytes
) -> None:
    office = Keeper(organ)
    office.put("o3", sent, state="sealed", number=31, notation="31-KH/ĐU", documentDate="2026-11-23")
    scripted = strange_pdfs.named_script(pages.draft())
    own = (await asyncio.to_thread(sign.sign_note, scripted, organ, sign.INVISIBLE)).pdf
    office.attach("o3", office.reference(own, "pl1.pdf"), office.reference(pages.draft(pages=2), "pl2.pdf"))
    one = await bench(office, MemoryToken(organ, ORGAN))
    await go(one, "attachments")
    await one.sign("o3")
    signed = office.objects["Document"]["o3"]["attachments"]
    assert [one["signature"] for one in signed] == ["own", "organ"], one.desk.result.text()
    assert office.bytes_of(signed[0]) == own


async def test_a_copy_is_signed_by_the_organ_at_the_top_right(
    bench: Benches, organ: SoftwareKey, trust: Trust, sent: bytes
) -> None:
    office = Keeper(organ)
    office.copy(copying.copied(sent), "SY")
    one = await bench(office, MemoryToken(organ, ORGAN), trust=trust)
    await go(one, "copy")
    row = one.desk.queue.queue.rows()[0]
    assert (row.line, row.place) == ("Số 07-SY/ĐU · 3 trang · Sao y của 118-TB/TU", "Góc trên bên phải, trang 1")
    await one.sign("k1")
    assert (office.state("k1"), office.asked) == ("sealed", ["seal"])
    verdict = await verdict_of(office.pdf("k1"), trust)
    assert verdict.verdict == "valid"
    assert [signature.field for signature in verdict.signatures] == [NOTE_FIELD]
    assert f"SAO Y; {ORGAN}" in drawn(office.pdf("k1"))
    assert office.objects["Document"]["k1"]["file"]["name"] == "07-SY-ĐU.pdf"


async def test_a_stamp_that_is_not_here_keeps_back_the_seal_alone(
    bench: Benches, hoa: SoftwareKey, organ: SoftwareKey
) -> None:
    office = Keeper(organ)
    office.objects["Unit"]["anphu"]["stampBlobId"] = "sha256-" + "ab" * 32
    approved = (await asyncio.to_thread(sign.approve, waiting(), hoa)).pdf
    office.put("o3", approved, state="numbered", number=31, notation="31-KH/ĐU", documentDate="2026-11-23")
    office.arrive("h1", pages.draft())
    token = MemoryToken(organ, ORGAN)
    one = await bench(office, token)
    one.desk.queue.queue.check(("o3",), on=True)
    one.desk.sign_button.click()
    await one.presenter.settled()
    assert "chưa có trên máy này" in one.desk.result.text()
    assert (token.pins, office.asked) == ([], []), "no document goes out with words for a stamp"
    await go(one, "confirm")
    await one.sign("h1")
    assert office.asked == ["confirm"]


async def test_a_file_that_nobody_signed_gets_the_arrival_mark_on_a_copy_of_its_own(
    bench: Benches, organ: SoftwareKey, trust: Trust
) -> None:
    office = Keeper(organ)
    scan = pages.draft(number="Số 118-TB/TU")
    document_id = office.arrive("h1", scan)
    one = await bench(office, MemoryToken(organ, ORGAN), trust=trust)
    await go(one, "confirm")
    assert "bản ký riêng" in one.desk.queue.queue.rows()[0].place
    await one.sign("h1")
    assert office.asked == ["confirm"]
    done = office.objects["Handling"]["h1"]["confirmation"]
    assert done["manner"] == "copy"
    assert office.pdf(document_id) == scan, "the original stays first and untouched"
    signed = office.bytes_of(done["file"])
    assert signed.startswith(scan)
    assert (await verdict_of(signed, trust)).verdict == "valid"
    words = drawn(signed)
    assert "ĐẾN" in words
    assert "1204" in words
    assert "22/11/2026" in words


async def test_a_signed_file_stays_as_it_came_and_the_mark_stands_on_a_slip(
    bench: Benches, organ: SoftwareKey, trust: Trust, sent: bytes
) -> None:
    office = Keeper(organ)
    document_id = office.arrive("h1", sent)
    one = await bench(office, MemoryToken(organ, ORGAN), trust=trust)
    await go(one, "confirm")
    assert "tệp gốc đã ký được giữ nguyên" in one.desk.queue.queue.rows()[0].place
    one.desk.page.mark_button.click()
    await until(lambda: any(d.isVisible() for d in one.desk.findChildren(ArrivalDialog)))
    dialog = next(d for d in one.desk.findChildren(ArrivalDialog) if d.isVisible())
    dialog.transfer.setText("Ban Xây dựng Đảng")
    dialog.dossier.setText("05.HS/VPĐU")
    dialog.accept_button.click()
    await one.presenter.settled()
    await one.sign("h1")
    done = office.objects["Handling"]["h1"]["confirmation"]
    assert done["manner"] == "slip"
    assert office.pdf(document_id) == sent
    assert (await verdict_of(sent, trust)).verdict == "valid", "it is as plainly valid as before"
    slip = office.bytes_of(done["file"])
    assert (await verdict_of(slip, trust)).verdict == "valid"
    words = drawn(slip)
    for said in ("ĐẾN", "1204", "Ban Xây dựng Đảng", "05.HS/VPĐU", "118-TB-TU.pdf", "PHIẾU XÁC NHẬN VĂN BẢN ĐẾN"):
        assert said in words
    assert hashlib.sha256(sent).hexdigest() in re.sub(r"\s", "", words), "it names the very bytes that came"
    assert await office.load_draft("confirm:h1") is None


async def test_what_waits_for_its_number_is_not_in_the_queue(bench: Benches, organ: SoftwareKey, sent: bytes) -> None:
    office = Keeper(organ)
    office.arrive("h1", sent, arrivalNumber=None, pending=True)
    one = await bench(office, MemoryToken(organ, ORGAN))
    await go(one, "confirm")
    assert one.desk.queue.queue.rows() == ()


async def test_an_arrival_of_long_ago_is_confirmed_when_asked_for(
    bench: Benches, organ: SoftwareKey, sent: bytes
) -> None:
    office = Keeper(organ)
    office.arrive("h1", sent, arrivalDate="2026-03-02")
    one = await bench(office, MemoryToken(organ, ORGAN))
    one.presenter.show_document("h1")
    await one.presenter.settled()
    assert one.desk.kind() == "confirm"
    assert one.desk.queue.current_id() == "h1"


async def test_of_many_arrivals_the_first_are_looked_at_and_the_others_when_their_turn_comes(
    bench: Benches, organ: SoftwareKey, trust: Trust, sent: bytes
) -> None:
    office = Keeper(organ)
    side, document = office.objects["Handling"]["h1"], office.objects["Document"][office.arrive("h1", sent)]
    for n in range(25):
        office.objects["Document"][f"many{n:02d}"] = {**document, "id": f"many{n:02d}"}
        office.objects["Handling"][f"many{n:02d}"] = {**side, "id": f"many{n:02d}", "documentId": f"many{n:02d}"}
    one = await bench(office, MemoryToken(organ, ORGAN), trust=trust)
    await go(one, "confirm")
    rows = one.desk.queue.queue.rows()
    unseen = [row.id for row in rows if "mở văn bản để xem trước" in row.place]
    assert (len(rows), len(unseen)) == (26, 6)
    await one.sign(unseen[0])
    assert office.objects["Handling"][unseen[0]]["confirmation"]["manner"] == "slip"


async def test_one_pin_signs_all_that_the_organs_key_signs(
    bench: Benches, hoa: SoftwareKey, organ: SoftwareKey, trust: Trust, sent: bytes
) -> None:
    office = Keeper(organ)
    approved = (await asyncio.to_thread(sign.approve, waiting(), hoa)).pdf
    office.put("o3", approved, state="numbered", number=31, notation="31-KH/ĐU", documentDate="2026-11-23")
    office.copy(copying.copied(sent, [1]), "TrS")
    office.arrive("h1", sent)
    token = MemoryToken(organ, ORGAN)
    one = await bench(office, token, trust=trust)
    await go(one, "all")
    lines = {row.id: row.line for row in one.desk.queue.queue.rows()}
    assert {key: line.split(" · ")[0] for key, line in lines.items()} == {
        "o3": "Ký số cơ quan", "k1": "Ký sao", "h1": "Ký văn bản đến",
    }  # fmt: skip
    one.presenter.front.place_here("o3", 0)
    one.desk.queue.queue.check(("o3", "k1", "h1"), on=True)
    one.desk.sign_button.click()
    await until(lambda: one.pin_dialog() is not None)
    dialog = one.pin_dialog()
    assert dialog is not None
    assert "Ký 3 văn bản bằng chứng thư của cơ quan" in dialog.windowTitle() + dialog._request.purpose
    dialog.pin.setText("12345678")
    dialog.accept()
    await one.presenter.settled()
    assert token.pins == ["12345678"]
    assert sorted(office.asked) == ["confirm", "seal", "seal"]
    assert one.desk.result.text() == "Đã ký 3 văn bản."
    assert [one.status(key)[:6] for key in ("o3", "k1", "h1")] == ["Đã ký "] * 3


async def test_a_token_pulled_out_between_document_and_attachment_leaves_both_unsigned(
    bench: Benches, hoa: SoftwareKey, organ: SoftwareKey
) -> None:
    office = Keeper(organ)
    approved = (await asyncio.to_thread(sign.approve, waiting(), hoa)).pdf
    office.put("o3", approved, state="numbered", number=31, notation="31-KH/ĐU", documentDate="2026-11-23")
    office.attach("o3", office.reference(pages.draft(), "pl1.pdf"))
    token = MemoryToken(organ, ORGAN)
    token.problem, token.fail_at = TokenRemoved(), 2
    one = await bench(office, token)
    one.presenter.front.place_here("o3", 0)
    await one.sign("o3")
    assert (token.signed, office.asked, office.state("o3")) == (1, [], "numbered")
    assert office.pdf("o3") == approved


async def test_a_mixed_batch_that_was_cut_off_is_gone_on_with_after_a_restart(
    bench: Benches, organ: SoftwareKey, trust: Trust, sent: bytes
) -> None:
    office = Keeper(organ)
    office.copy(copying.copied(sent), "SY")
    office.arrive("h1", sent)
    token = MemoryToken(organ, ORGAN)
    token.problem, token.fail_at = TokenRemoved(), 2
    first = await bench(office, token, trust=trust)
    await go(first, "all")
    await first.sign("k1", "h1")
    assert office.asked == ["seal"]
    bench.made.remove(first)
    await first.presenter.close()
    await first.tokens.close()
    first.desk.close()
    first.lanes.close()
    token.problem = None
    second = await bench(office, token, trust=trust)
    second.desk.result_bar.go_on.click()
    await second.enter_pin()
    await second.presenter.settled()
    assert office.asked == ["seal", "confirm"]
    done = office.objects["Handling"]["h1"]["confirmation"]
    assert done["manner"] == "slip"
    assert (await verdict_of(office.bytes_of(done["file"]), trust)).verdict == "valid"


def test_poppler_finds_each_of_them_valid(tmp_path: Path, pki: Pki, organ: SoftwareKey, sent: bytes) -> None:
    assert shutil.which("pdfsig"), "poppler judges here"
    now = datetime.now(UTC)
    copy, scan = copying.copied(sent, [1, 0]), pages.draft()
    slip = arrival_slip(SlipFacts(ORGAN, (("Số, ký hiệu", "118-TB/TU"),), "a.pdf", "0" * 64))
    mark = ArrivalMark(ORGAN, "1204", "22/11/2026")
    made = {
        "attachment": sign.sign_note(scan, organ, notes.attachment_look(scan, "31-KH/ĐU", now)).pdf,
        "copy": sign.sign_note(copy, organ, notes.copy_look(copy, "TRÍCH SAO", ORGAN, now)).pdf,
        "marked": sign.sign_note(scan, organ, notes.arrival_look(scan, mark)).pdf,
        "slip": sign.sign_note(slip, organ, notes.arrival_look(slip, mark, place=SLIP_PLACE)).pdf,
    }
    database = tmp_path / "nss"
    database.mkdir()
    subprocess.run(["certutil", "-N", "-d", f"sql:{database}", "--empty-password"], check=True)
    for name, der, flags in (("root", pki.root.der, "CT,C,C"), ("ca", pki.ca.der, ",,")):
        (tmp_path / name).write_bytes(der)
        subprocess.run(
            ["certutil", "-A", "-d", f"sql:{database}", "-n", name, "-t", flags, "-i", str(tmp_path / name)], check=True
        )
    for name, pdf in made.items():
        (tmp_path / f"{name}.pdf").write_bytes(pdf)
        told = subprocess.run(
            ["pdfsig", "-nssdir", f"sql:{database}", "-no-ocsp", str(tmp_path / f"{name}.pdf")],
            capture_output=True, text=True,
        ).stdout  # fmt: skip
        assert told.count("Signature is Valid.") == 1, (name, told)
        assert "Total document signed" in told, (name, told)
