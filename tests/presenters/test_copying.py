"""Making copies: only of what is valid or of paper, whole or some pages, and a secret's copying is written down."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from PIL import Image
from PySide6.QtWidgets import QApplication, QWidget

from desktop.lanes import Lanes
from desktop.presenters.copying import Copying, pages_from
from signing import documents, sign
from signing.page_text import open_document, page_lines
from signing.software import SoftwareKey
from signing.trust import Trust
from signing.validation import validate
from signing.verdict import Verdict
from tests.presenters.signing_office import SigningOffice, until, waiting
from tests.presenters.test_signing_organ_acts import Keeper
from tests.signing import pages
from tests.signing.office_pki import Served
from widgets.copy_dialog import CopyDialog
from widgets.theme import Theme, Tone


@pytest.fixture(scope="session")
def sent(served: Served, organ: SoftwareKey) -> bytes:
    leader = served.pki.issue("Lê Văn Hòa")
    approved = sign.approve(waiting(number="Số          -TB/TU", pages=3), leader).pdf
    return sign.seal(approved, organ, number_text="118-TB/TU", date_text="2026-11-20").pdf


class Bench:
    def __init__(self, office: Keeper, trust: Trust) -> None:
        self.office = office
        self.window, self.lanes = QWidget(), Lanes()
        self.said: list[tuple[str, Any]] = []
        self.shown: list[str] = []
        self.copying = Copying(office, self.lanes, self.window, self._judge, self._say, self.shown.append)
        self._trust = trust

    async def _judge(self, digest: str, pdf: bytes) -> Verdict:
        return await asyncio.to_thread(validate, pdf, self._trust)

    def _say(self, text: str, tone: Any = Tone.INFO, *, action: str = "", run: Any = None, key: str = "") -> None:
        self.said.append((text, run))

    async def open(self, document_id: str = "d1") -> CopyDialog | None:
        self.copying.begin(document_id)
        await self.copying.settled()
        return self.copying.dialog

    async def make(self, dialog: CopyDialog, **values: Any) -> dict[str, Any]:
        before = set(self.office.objects["Document"])
        dialog.fill({**dialog.values(), **values})
        assert dialog.accept_button.isEnabled(), dialog.lacks()
        dialog.accept_button.click()
        await self.copying.settled()
        await until(lambda: self.copying.dialog is None)
        (made,) = set(self.office.objects["Document"]) - before
        return self.office.objects["Document"][made]


@pytest_asyncio.fixture
async def bench(application: QApplication, theme: Theme, organ: SoftwareKey, trust: Trust) -> AsyncIterator[Bench]:
    one = Bench(Keeper(organ), trust)
    one.office.objects["Handling"]["h1"] |= {"documentId": "d1", "state": "toHandle", "arrivalNumber": 1204}
    one.office.objects["Document"]["d1"] |= {"typeCode": "TB", "attachments": [], "pages": 3}
    yield one
    one.copying.close()
    one.lanes.close()
    one.office.close()


def put(office: SigningOffice, pdf: bytes, **members: Any) -> None:
    office.put("d1", pdf, **members)


def words(pdf: bytes, page: int = 0) -> str:
    with open_document(pdf) as document:
        return " ".join(line.text for line in page_lines(document, page))


async def test_some_pages_of_a_valid_document(bench: Bench, sent: bytes) -> None:
    put(bench.office, sent)
    dialog = await bench.open()
    assert dialog is not None
    assert [dialog.kind.itemData(n) for n in range(dialog.kind.count())] == ["SY", "TrS"]
    made = await bench.make(dialog, type="TrS", pages="2")
    assert (made["typeCode"], made["state"], made["copyOf"]["pages"], made["pages"]) == ("TrS", "approved", [2], 1)
    copy = bench.office.bytes_of(made["file"])
    assert "Trang 2" in words(copy)
    assert not documents.has_signatures(copy)
    assert bench.office.pdf("d1") == sent
    bench.said[-1][1]()
    assert bench.shown == [made["id"]]


async def test_a_whole_document_with_its_attachments(bench: Bench, sent: bytes) -> None:
    put(bench.office, sent)
    sheet = {**bench.office.reference(b"PK", "bieu.xlsx"), "mediaType": "application/vnd.ms-excel"}
    annex = {**bench.office.reference(sent, "pl.pdf"), "signature": "organ", "was": "0" * 64}
    bench.office.attach("d1", annex, sheet)
    dialog = await bench.open()
    assert dialog is not None
    made = await bench.make(dialog, type="SY")
    first, other = made["attachments"]
    assert not documents.has_signatures(bench.office.bytes_of(first)), "it will be signed as a part of the copy"
    assert "signature" not in first
    assert other == sheet


async def test_paper_is_copied_as_it_was_scanned_and_what_is_wrong_with_it_is_said(bench: Bench) -> None:
    out = io.BytesIO()
    Image.new("L", (1240, 1754), 200).save(out, "PDF", resolution=150)
    put(bench.office, out.getvalue())
    dialog = await bench.open()
    assert dialog is not None
    assert [dialog.kind.itemData(n) for n in range(dialog.kind.count())] == ["SY", "TrS", "SL"]
    assert "150 dpi" in dialog.note.text()
    assert "không phải ảnh màu" in dialog.note.text()
    made = await bench.make(dialog, type="SL")
    assert made["copyOf"]["source"] == "paper"
    assert bench.office.bytes_of(made["file"]) == out.getvalue()


async def test_what_is_not_valid_is_not_copied(bench: Bench, sent: bytes) -> None:
    put(bench.office, sent + b"\n1 0 obj\n<< /Changed true >>\nendobj\n")
    assert await bench.open() is None
    assert bench.said[-1][0].startswith("Chỉ sao văn bản có chữ ký số hợp lệ")


async def test_a_true_copy_is_copied_only_once_more(bench: Bench, sent: bytes) -> None:
    put(bench.office, sent, typeCode="SY", copyOf={"documentId": "x"})
    dialog = await bench.open()
    assert dialog is not None
    assert [dialog.kind.itemData(n) for n in range(dialog.kind.count())] == ["SL"]


async def test_copying_a_secret_asks_who_said_so_and_how_many(bench: Bench, sent: bytes) -> None:
    put(bench.office, sent, secrecy="confidential")
    dialog = await bench.open()
    assert dialog is not None
    assert "người cho phép" in dialog.lacks()
    dialog.fill({**dialog.values(), "authorisedById": "hoa"})
    assert dialog.lacks() == "Chưa ghi số bản."
    assert not dialog.accept_button.isEnabled()
    made = await bench.make(dialog, authorisedById="hoa", count=2)
    assert made["secrecy"] == "confidential"


async def test_a_copy_that_came_back_is_made_again_with_what_was_chosen(bench: Bench, sent: bytes) -> None:
    put(bench.office, sent)
    payload = {"sourceId": "d1", "type": "TrS", "pages": [1, 3]}
    await bench.copying.do_again({"kind": "copy", "payload": payload})
    dialog = bench.copying.dialog
    assert dialog is not None
    assert dialog.values()["pages"] == "1, 3"
    dialog.pages.setText("7")
    dialog.touched()
    assert dialog.missing.text() == "Ghi số trang từ 1 đến 3, ví dụ 1-3, 5."


async def test_paper_that_nobody_scanned_is_told_from_a_scan(bench: Bench) -> None:
    """Unsigned, but printed from a program: not what was on paper."""
    put(bench.office, pages.draft())
    dialog = await bench.open()
    assert dialog is not None
    assert "không phải ảnh quét" in dialog.note.text()


@pytest.mark.parametrize(
    ("text", "pages_"),
    [("1", [1]), ("1-3, 5", [1, 2, 3, 5]), (" 5 ; 2 ", [5, 2]), ("2-2", [2]), ("", None), ("0", None), ("9", None),
     ("3-1", None), ("1,1", None), ("a", None), ("1-", None), ("1,,2", None)],
)  # fmt: skip
def test_pages_as_a_clerk_writes_them(text: str, pages_: list[int] | None) -> None:
    if pages_ is None:
        with pytest.raises(ValueError, match=r".*"):
            pages_from(text, 6)
    else:
        assert pages_from(text, 6) == pages_
