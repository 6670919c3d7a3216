"""The outgoing desk: a draft kept as it is typed, numbers from the register, recipients told with hour and person."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from PySide6.QtWidgets import QApplication, QWidget

from desktop.lanes import Lanes
from desktop.presenters import outgoing_rows, verdicts
from desktop.presenters.draft_reading import types_on_page
from desktop.presenters.drafting import Drafting, make_ready
from desktop.presenters.keeping import Keeper
from desktop.presenters.names import Names
from desktop.presenters.outgoing import OutgoingPresenter, make_desk
from desktop.presenters.reading import ReadingPresenter
from desktop.sync.status import SyncStatus
from local_cache.errors import DiskFull
from signing import fields, sign
from signing.head import Head
from signing.problems import PdfCertified
from signing.sizes import MOST_BYTES
from signing.software import SoftwareKey
from signing.verdict import Verdict
from tests.presenters.signing_office import LEADER, SigningOffice, until
from tests.signing import pages, strange_pdfs
from tests.signing.office_pki import Served
from tests.widgets.sample import NOW
from widgets.draft_dialog import DraftDialog
from widgets.issue_dialog import IssueDialog
from widgets.number_dialog import NumberDialog
from widgets.outgoing_desk import OutgoingDesk
from widgets.theme import Theme, Tone


class Office(SigningOffice):
    """Drafts are listed as the real workplace lists them."""

    async def drafts(self, kind: str | None = None) -> Any:
        @dataclasses.dataclass
        class Kept:
            key: str
            data: Any
            saved_at: str = "2026-11-23T01:30:00Z"

        return [Kept(key, one["data"]) for key, one in self._drafts.items()]


class Bench:
    """A desk with everything behind it."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.desk: OutgoingDesk = make_desk()
        self.lanes = Lanes()
        self.said: list[str] = []
        self.signing: list[str] = []
        self.shown = b""
        names = Names(office)

        async def judge(pdf: bytes) -> Verdict:
            return Verdict("unsigned")

        def notify(text: str, tone: Any = None, **more: Any) -> None:
            self.said.append(text)

        async def show_pages(view: Any, data: bytes) -> None:
            self.shown = data

        reading = ReadingPresenter(office, self.desk.pane, self.lanes, names, verdicts.Verdicts(judge), notify)
        self.drafting = Drafting(
            office, self.lanes, self.desk, show_pages=show_pages, say=lambda text, tone: self.said.append(text)
        )
        self.presenter = OutgoingPresenter(
            office, self.desk, reading, self.drafting, names, notify, to_signing=self.signing.append
        )
        self.desk.resize(1100, 700)
        self.desk.show()

    def dialog(self, kind: type[QWidget]) -> Any:
        return next((one for one in self.desk.findChildren(kind) if one.isVisible()), None)

    async def open(self, document_id: str) -> None:
        self.presenter.show_document(document_id)
        await self.presenter.settled()

    async def wait_for(self, kind: type[QWidget]) -> Any:
        await until(lambda: self.dialog(kind) is not None)
        return self.dialog(kind)

    async def close(self) -> None:
        await self.presenter.close()
        self.drafting.close()
        self.desk.close()
        self.lanes.close()


@pytest_asyncio.fixture
async def bench(application: QApplication, theme: Theme) -> AsyncIterator[Bench]:
    made = Bench(Office("mai"))
    made.presenter.start()
    await made.presenter.settled()
    yield made
    await made.close()


async def test_boxes_have_counts_and_the_first_that_waits_is_in_front(bench: Bench) -> None:
    assert bench.desk.column.box() == "outgoing.draft"
    bench.desk.column.tabs.set_current("outgoing.submitted")
    await bench.presenter.settled()
    keys = bench.desk.column.list.documents.keys()
    assert set(keys) == {"o1", "o2"}


async def test_the_next_number_is_the_registers_and_gaps_can_be_chosen(bench: Bench) -> None:
    bench.office.objects["Document"]["o4"] |= {"typeCode": "CV"}
    await bench.open("o4")
    bench.desk.pane.actionTriggered.emit("number")
    dialog: NumberDialog = await bench.wait_for(NumberDialog)
    assert "97-CV/ĐU" in dialog.next_button.text()
    assert [dialog.gaps.itemText(i) for i in range(dialog.gaps.count())] == ["88-CV/ĐU"]
    dialog.gap_button.setChecked(True)
    dialog.buttons.accepted.emit()
    await bench.presenter.settled()
    document = bench.office.objects["Document"]["o4"]
    assert (document["number"], document["notation"], document["state"]) == (88, "88-CV/ĐU", "numbered")


async def test_offline_no_number_is_shown(bench: Bench) -> None:
    bench.office.online = False
    bench.office.sync.say(SyncStatus("offline"))
    await bench.open("o4")
    bench.desk.pane.actionTriggered.emit("number")
    dialog: NumberDialog = await bench.wait_for(NumberDialog)
    assert not dialog.next_button.isVisible()
    assert dialog.chosen_number() is None
    dialog.buttons.accepted.emit()
    await bench.presenter.settled()
    document = bench.office.objects["Document"]["o4"]
    assert document["number"] is None
    assert document["pending"]
    assert "chờ cấp số" in [mark.text for mark in outgoing_rows.marks(document, pending=True)]


async def test_issue_confirms_the_recipients(bench: Bench) -> None:
    bench.office.objects["Document"]["o3"] |= {"state": "sealed"}
    await bench.open("o3")
    bench.desk.pane.actionTriggered.emit("issue")
    dialog: IssueDialog = await bench.wait_for(IssueDialog)
    assert dialog.picker.chosen() == ("tinhuy",)
    dialog.picker.model.choose(["mttq"])
    dialog.buttons.accepted.emit()
    await bench.presenter.settled()
    document = bench.office.objects["Document"]["o3"]
    assert document["state"] == "issued"
    assert [one["unitId"] for one in document["deliveries"]] == ["tinhuy", "mttq"]


async def test_a_full_disk_leaves_the_dialog_with_its_recipients(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.office.objects["Document"]["o3"] |= {"state": "sealed"}
    await bench.open("o3")
    bench.desk.pane.actionTriggered.emit("issue")
    dialog: IssueDialog = await bench.wait_for(IssueDialog)
    dialog.picker.model.choose(["mttq"])

    async def full(*_args: Any, **_more: Any) -> Any:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(bench.office, "act", full)
        dialog.buttons.accepted.emit()
        await bench.presenter.settled()
    assert dialog.isVisible()
    assert "đầy" in dialog.problem.text()
    assert dialog.picker.chosen() == ("tinhuy", "mttq")
    dialog.buttons.accepted.emit()
    await bench.presenter.settled()
    assert bench.office.objects["Document"]["o3"]["state"] == "issued"
    assert bench.dialog(IssueDialog) is None


async def test_delivery_is_told_with_hour_and_person(bench: Bench) -> None:
    bench.office.objects["Document"]["o7"]["deliveries"] += [
        {"unitId": "mttq", "status": "00", "at": None, "byName": None, "reason": None},
    ]
    await bench.open("o7")
    rows = bench.desk.page.deliveries.deliveries.rows
    assert [(row.recipient, row.status) for row in rows] == [
        ("Ủy ban MTTQ Việt Nam xã An Phú", "Chưa nhận được"),
        ("Tỉnh ủy An Bình", "Đã tiếp nhận"),
    ]
    assert rows[1].told() == "09:12, 19/11 · Hoàng Thị Thu"
    assert bench.desk.page.summary.whole_text() == "Đã gửi 1/2 nơi nhận · tiếp nhận 1 · chưa nhận được 1"


async def test_signing_acts_go_to_the_signing_desk(bench: Bench) -> None:
    await bench.open("o3")
    bench.desk.pane.actionTriggered.emit("seal")
    assert bench.signing == ["o3"]


async def test_what_is_typed_is_kept_and_comes_back(bench: Bench) -> None:
    dialog = await bench.drafting.write_new()
    dialog.subject.setPlainText("Về việc dở dang")
    dialog.places.setPlainText("Thường trực Tỉnh ủy (b/c)")
    await asyncio.sleep(0)
    await bench.presenter.settled()
    (key,) = bench.office._drafts
    # A crash: the dialog goes without a word.
    dialog.deleteLater()
    again = await bench.drafting.write_on(key)
    assert again is not None
    assert again.subject.toPlainText() == "Về việc dở dang"
    assert again.draft()["toPlaces"] == ["Thường trực Tỉnh ủy (b/c)"]
    again.reject()
    await bench.presenter._after_writing()
    assert bench.desk.unfinished_button.text() == "Soạn dở (1)"


async def test_a_draft_is_submitted_with_open_fields(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "Thông báo.pdf"
    path.write_bytes(pages.draft(leader=LEADER))
    dialog = await bench.drafting.write_new()
    assert dialog.lacking() == ["loại văn bản", "trích yếu", "người ký", "tệp PDF"]
    dialog.type.setCurrentIndex(dialog.type.findData("TB"))
    dialog.subject.setPlainText("Kết luận phiên họp tháng 11")
    dialog.signer.setCurrentIndex(dialog.signer.findData("hoa"))
    assert dialog.competence.currentText() == "T/M BAN THƯỜNG VỤ"
    dialog.file_picked.emit(str(path))
    await bench.drafting.settled()
    assert dialog.lacking() == []
    dialog.buttons.accepted.emit()
    await bench.presenter.settled()
    assert bench.office.asked == ["draft", "submit"]
    document = next(d for d in bench.office.objects["Document"].values() if d["subject"].startswith("Kết luận phiên"))
    assert document["state"] == "submitted"
    assert document["signer"]["competence"] == "T/M BAN THƯỜNG VỤ"
    assert fields.is_open(bench.office.files[document["file"]["digest"]])
    assert "chủ trì thực hiện" in document["text"]
    assert bench.office._drafts == {}
    assert bench.said[-1] == f"Đã trình {LEADER} ký."


async def test_the_page_fills_what_is_empty_and_speaks_against_another_type(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "Thông báo.pdf"
    path.write_bytes(pages.draft(leader=LEADER))
    dialog = await bench.drafting.write_new()
    dialog.subject.setPlainText("Đã gõ trước")
    dialog.file_picked.emit(str(path))
    await bench.drafting.settled()
    draft = dialog.draft()
    assert (draft["typeCode"], draft["signerId"], draft["competence"]) == ("TB", "hoa", "T/M BAN THƯỜNG VỤ")
    assert draft["subject"] == "Đã gõ trước"
    assert "Kiểm tra lại" in dialog.note.text()
    assert dialog.clash.text() == ""
    dialog.type.setCurrentIndex(dialog.type.findData("NQ"))
    assert "Trang 1 là Thông báo (ký hiệu -TB/ĐU)" in dialog.clash.text()
    await until(lambda: "NQ" in str(bench.office._drafts))
    again = await bench.drafting.write_on(next(iter(bench.office._drafts)))
    assert again is not None
    await bench.drafting.settled()
    assert "Nghị quyết" in again.clash.text()
    again.reject()
    dialog.reject()


@pytest.mark.parametrize(
    ("suffix", "heading", "style", "codes"),
    [
        ("-CV/ĐU", "", "party", ("CV",)),
        ("-QĐ/ĐU", "", "party", ("QĐ", "QyĐ")),
        ("-QĐ/ĐU", "QUY ĐỊNH", "party", ("QyĐ",)),
        ("-TTr/ĐU", "TỜ TRÌNH", "party", ("TTr",)),
        ("/QĐ-UBND", "QUYẾT ĐỊNH", "state", ("QĐ",)),
        ("/UBND-VP", "", "state", ("CV",)),
        ("/PC-UBND", "PHIẾU CHUYỂN", "state", ()),
        ("-XX/ĐU", "", "party", ()),
        ("", "KẾ HOẠCH", "party", ("KH",)),
        ("", "", "party", ()),
    ],
)
def test_the_type_is_told_by_notation_and_heading(
    suffix: str, heading: str, style: str, codes: tuple[str, ...]
) -> None:
    assert types_on_page(Head(suffix, heading), style) == codes


async def test_a_file_that_cannot_be_used_is_explained(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "ghi chú.pdf"
    path.write_text("không phải PDF")
    dialog: DraftDialog = await bench.drafting.write_new()
    dialog.file_picked.emit(str(path))
    await bench.drafting.settled()
    assert "không phải PDF" in dialog.note.text()
    dialog.file_picked.emit(str(tmp_path / "mất rồi.pdf"))
    await bench.drafting.settled()
    assert "Không đọc được tệp" in dialog.note.text()
    dialog.reject()


@pytest.mark.parametrize("name", strange_pdfs.NOT_TO_SIGN)
async def test_what_nobody_could_sign_is_refused_where_it_is_chosen(bench: Bench, tmp_path: Path, name: str) -> None:
    path = tmp_path / "Thông báo.pdf"
    path.write_bytes(strange_pdfs.NOT_TO_SIGN[name](pages.draft(leader=LEADER)))
    dialog = await bench.drafting.write_new()
    dialog.file_picked.emit(str(path))
    await bench.drafting.settled()
    assert "tệp PDF" in dialog.lacking()
    said = dialog.note.text()
    assert "chọn" in said
    assert "Trả lại" not in said, "the drafter is spoken to, not the signer"
    assert "%" not in said
    dialog.reject()


async def test_attachments_that_the_organ_could_not_sign_are_refused_beside_good_ones(
    bench: Bench, tmp_path: Path, served: Served
) -> None:
    page, key = pages.draft(leader=LEADER), served.pki.issue(LEADER)
    sealed = await asyncio.to_thread(sign.sign_note, strange_pdfs.named_script(page), key, sign.INVISIBLE)
    given = {
        "tốt.pdf": page,
        "có mật khẩu.pdf": strange_pdfs.encrypted(page),
        "có mã lệnh.pdf": strange_pdfs.named_script(page),
        "đã ký.pdf": sealed.pdf,  # it stays as it came, whatever it holds
        "biểu.xlsx": b"PK",
    }
    for name, data in given.items():
        (tmp_path / name).write_bytes(data)
    dialog = await bench.drafting.write_new()
    dialog.attachments_picked.emit([str(tmp_path / name) for name in given])
    await bench.drafting.settled()
    assert [file["name"] for file in dialog.draft()["attachments"]] == ["tốt.pdf", "đã ký.pdf", "biểu.xlsx"]
    said = dialog.note.text()
    assert "Phụ lục “có mật khẩu.pdf”: Tệp PDF có mật khẩu." in said
    assert "Phụ lục “có mã lệnh.pdf”: Tệp PDF có mã lệnh" in said
    dialog.reject()


async def test_a_draft_leaves_room_for_its_signatures(bench: Bench, tmp_path: Path) -> None:
    """One that the leader can sign and the clerk cannot seal would go nowhere."""
    path = tmp_path / "Thông báo.pdf"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES - 1_000_000)
    dialog = await bench.drafting.write_new()
    dialog.file_picked.emit(str(path))
    await bench.drafting.settled()
    assert "lớn hơn 90 MB" in dialog.note.text()
    dialog.reject()


def test_a_signed_file_is_no_draft(served: Served) -> None:
    key: SoftwareKey = served.pki.issue(LEADER)
    with pytest.raises(PdfCertified):
        make_ready(sign.approve(pages.draft(leader=LEADER), key).pdf)


def test_a_printed_number_is_noticed() -> None:
    ready = make_ready(pages.draft(leader=LEADER, number="Số 31-TB/ĐU"))
    assert ready.given_number == "31"
    assert not fields.is_open(ready.data)


async def test_keeper_writes_the_newest_last() -> None:
    written: list[Any] = []
    gate = asyncio.Event()

    class Drafts:
        async def save_draft(self, key: str, kind: str, data: dict[str, Any]) -> None:
            await gate.wait()
            written.append(data["n"])

        async def drop_draft(self, key: str) -> None:
            written.append("dropped")

    keeper = Keeper(Drafts(), "k", "document")
    for n in range(50):
        keeper.keep({"n": n})
        if n == 0:
            await asyncio.sleep(0)
    gate.set()
    await keeper.settled()
    assert written == [0, 49]
    await keeper.drop()
    keeper.keep({"n": 99})
    await keeper.settled()
    assert written == [0, 49, "dropped"]


def test_returned_rows_say_why() -> None:
    office = Office("mai")
    row = outgoing_rows.row(office.objects["Document"]["o6"], Names(office), NOW, "party", pending=False)
    assert "Bị trả lại: Bổ sung danh sách nhân sự kèm theo." in row.facts
    assert row.notation == "Tờ trình"
    assert Tone.BAD not in [mark.tone for mark in row.marks]
