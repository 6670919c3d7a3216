"""Papers of a document: the handling slip and the copy of a draft with its remarks, on pages that are read again."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import pytest_asyncio
from PySide6.QtWidgets import QApplication, QWidget

from desktop.central.errors import Offline
from desktop.lanes import Lanes
from desktop.presenters import handling_slip
from desktop.presenters.names import Names
from desktop.presenters.printing import Printing
from desktop.presenters.remarks import Remarking
from signing.pdfium import ALONE
from tests.presenters.signing_office import SigningOffice, until, waiting
from widgets.paper import page_image, pdf_of
from widgets.paper_window import PaperWindow
from widgets.remark_paper import BANNER
from widgets.slip_paper import SlipSheet, slip_paper
from widgets.theme import Theme


class Bench:
    """The sample commune, and whoever prints in it."""

    def __init__(self, office: SigningOffice, parent: QWidget) -> None:
        self.office, self.parent = office, parent
        self.lanes = Lanes()
        self.said: list[str] = []
        self.names = Names(office)
        self.printing = Printing(
            office, self.lanes, parent, self.names, lambda text, tone="", **_: self.said.append(text)
        )

    def arrived(self) -> tuple[dict[str, Any], dict[str, Any]]:
        handling = self.office.objects["Handling"]["h0"]
        return handling, self.office.objects["Document"][handling["documentId"]]

    def done(self, kind: str, who: str, payload: dict[str, Any], **more: Any) -> None:
        """As if somebody had done this to the document."""
        handling, document = self.arrived()
        act = {
            "id": f"a{len(self.office.history_acts)}", "kind": kind, "authorId": who, "positionId": None,
            "subjectType": "Handling", "subjectId": handling["id"], "documentId": document["id"], "payload": payload,
            "claimedAt": "2026-11-23T01:00:00Z", "receivedAt": "2026-11-23T01:00:00Z", "outcome": "accepted",
        }  # fmt: skip
        self.office.history_acts.append({**act, **more})

    async def sheet(self) -> SlipSheet:
        await self.names.ready()
        handling, document = self.arrived()
        acts = await self.office.history(document["id"])
        return handling_slip.sheet(document, handling, acts, self.office.me, self.names, self.office.clock.now())

    async def window(self) -> PaperWindow:
        handling, document = self.arrived()
        self.printing.begin_slip(handling, document)
        await self.printing.settled()
        assert self.printing.window is not None
        return self.printing.window


@pytest_asyncio.fixture
async def bench(application: QApplication, theme: Theme) -> AsyncIterator[Bench]:
    parent = QWidget()
    made = Bench(SigningOffice("mai"), parent)
    yield made
    made.printing.close()
    made.lanes.close()
    made.office.close()


def read(pdf: bytes) -> list[str]:
    """The text of each page, in the order in which it was drawn: cell by cell."""
    with ALONE:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [_text(document, n) for n in range(len(document))]
        finally:
            document.close()


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    text = page.get_textpage()
    try:
        return unicodedata.normalize("NFC", " ".join(text.get_text_range().split()))
    finally:
        text.close()
        page.close()


@pytest.mark.asyncio
async def test_the_slip_says_who_directed_what_and_until_when(bench: Bench) -> None:
    bench.done("receive", "mai", {})
    bench.done("direct", "hoa", {"directive": "Giao Ban Xây dựng Đảng tham mưu."})
    lead, info = {"unitId": "xdd", "personId": "lan"}, [{"unitId": "ubkt", "personId": None}]
    bench.done("transfer", "hanh", {"lead": lead, "info": info, "due": "2026-11-27", "directive": "Khẩn trương."})
    bench.done("finish", "lan", {"result": "Đã có Kế hoạch 31-KH/ĐU."}, outcome=None)
    bench.done("approve", "binh", {}, subjectType="Document")
    page = " ".join(read(pdf_of(slip_paper(await bench.sheet()))))
    for words in (
        "ĐẢNG ỦY XÃ AN PHÚ", "ĐẢNG CỘNG SẢN VIỆT NAM", "PHIẾU XỬ LÝ VĂN BẢN", "Số đến: 1204, ngày đến: 23/11/2026",
        "1532-CV/TU", "Tỉnh ủy An Bình", "Lê Văn Hòa", "Bí thư", "Giao Ban Xây dựng Đảng tham mưu.",
        "Chủ trì: Vũ Thị Lan",
        "Hạn xử lý: 27/11/2026", "Đã có Kế hoạch 31-KH/ĐU.", "chưa gửi", "NGƯỜI LẬP PHIẾU", "Ngô Thị Hạnh", "Trang 1/2",
    ):  # fmt: skip
        assert words in page, words
    assert "Nguyễn Văn Bình" not in page, "what was done elsewhere is no step of ours"


@pytest.mark.asyncio
async def test_a_long_directive_runs_over_pages_that_are_numbered(bench: Bench) -> None:
    sentences = [f"Việc {n}: rõ người, rõ việc, rõ thời hạn, rõ sản phẩm." for n in range(120)]
    bench.done("direct", "hoa", {"directive": " ".join(sentences)})
    found = read(pdf_of(slip_paper(await bench.sheet())))
    assert len(found) >= 3
    for number, page in enumerate(found, 1):
        assert f"Trang {number}/{len(found)}" in page
        assert "Số đến: 1204" in page
        assert "Người xử lý" in page or number == len(found)
    words = " ".join(found)
    lost = [n for n in range(120) if f"Việc {n}:" not in words]
    assert not lost, "nothing is lost where a page ends"


@pytest.mark.asyncio
async def test_the_papers_letters_are_its_own(bench: Bench) -> None:
    pdf = pdf_of(slip_paper(await bench.sheet()))
    assert b"TacNghiepSerif" in pdf
    assert b"/FontFile2" in pdf


@pytest.mark.asyncio
async def test_on_the_screen_the_ink_is_black_in_the_dark_too(bench: Bench, theme: Theme) -> None:
    theme.set_mode("dark")
    image = page_image(slip_paper(await bench.sheet()), 0, 1.0)
    shades = [image.pixelColor(x, y).lightness() for x in range(60, 540, 2) for y in range(60, 400, 2)]
    assert image.pixelColor(2, 2).lightness() == 255
    assert min(shades) < 40


@pytest.mark.asyncio
async def test_a_saved_slip_is_written_down_before_it_leaves(bench: Bench, tmp_path: Path) -> None:
    window = await bench.window()
    path = tmp_path / window.file_name()
    assert "1204" in path.name
    window.save_asked.emit(str(path))
    await bench.printing.settled()
    assert path.read_bytes().startswith(b"%PDF")
    assert bench.office.asked == ["export"]
    payload = bench.office.history_acts[-1]["payload"]
    assert payload == {"name": path.name, "digest": hashlib.sha256(path.read_bytes()).hexdigest()}
    assert not window.isVisible()


@pytest.mark.asyncio
async def test_a_disk_that_refuses_is_said_and_the_window_stays(bench: Bench, tmp_path: Path) -> None:
    window = await bench.window()
    window.save_asked.emit(str(tmp_path / "missing" / "slip.pdf"))
    await bench.printing.settled()
    assert "Không ghi được" in window.problem.text()
    assert window.isVisible()


@pytest.mark.asyncio
async def test_offline_the_slip_says_what_it_lacks(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    async def cut(_document_id: str) -> bool:
        return False

    async def nobody(_document_id: str) -> None:
        raise Offline("unreachable")

    monkeypatch.setattr(bench.office, "history_is_whole", cut)
    monkeypatch.setattr(bench.office, "fetch_history", nobody, raising=False)
    window = await bench.window()
    assert handling_slip.CUT_SHORT in " ".join(read(pdf_of(window.paper)))


@pytest.mark.asyncio
async def test_of_a_classified_document_nothing_is_printed_or_saved(bench: Bench, tmp_path: Path) -> None:
    _, document = bench.arrived()
    document["secrecy"] = "confidential"
    window = await bench.window()
    assert not window.foot.save_button.isEnabled()
    assert not window.foot.print_button.isEnabled()
    assert "mật" in window.problem.text()
    window.save_asked.emit(str(tmp_path / "slip.pdf"))
    await bench.printing.settled()
    assert not (tmp_path / "slip.pdf").exists()


@pytest.mark.asyncio
async def test_the_copy_with_remarks_is_no_official_text_and_leaves_the_draft_alone(
    bench: Bench, tmp_path: Path
) -> None:
    office = bench.office
    office.put("o1", waiting(), authorId="nam")
    before = office.pdf("o1")
    office.me = office._me("hoa")
    remarking = Remarking(office, bench.lanes, bench.parent, bench.names, lambda *_a, **_k: None, bench.printing)
    window = await remarking.open("o1")
    await remarking.settled()
    assert window is not None
    window.layer.make_here("note")
    window.panel.text.setPlainText("Ghi rõ thời hạn hoàn thành")
    window.print_asked.emit()
    await until(lambda: bench.printing.window is not None)
    assert bench.printing.window is not None
    bench.printing.window.save_asked.emit(str(tmp_path / "copy.pdf"))
    await bench.printing.settled()
    pages = read((tmp_path / "copy.pdf").read_bytes())
    assert len(pages) == 2
    assert all(BANNER in page for page in pages)
    assert "Ghi rõ thời hạn hoàn thành" in pages[1]
    assert office.pdf("o1") == before
    remarking.close()
    await remarking.settled()
