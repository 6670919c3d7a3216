"""A directive signed on the handling slip: its own file, the leader's key, his row; what came is never touched."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from PySide6.QtWidgets import QApplication, QWidget

from desktop.lanes import Lanes
from desktop.presenters import signing_pictures
from desktop.presenters.names import Names
from desktop.presenters.remarks import Remarking
from desktop.presenters.signing_directive import DirectiveSigning, place_in
from desktop.presenters.signing_pictures import Picture
from desktop.presenters.tokens import Tokens
from local_cache.errors import DiskFull
from signing import sign
from signing.problems import TokenRemoved
from signing.software import SoftwareKey
from signing.trust import Trust
from signing.validation import validate
from signing.zone import VIETNAM
from tests.presenters.signing_office import LEADER, PIN, MemoryToken, SigningOffice, until, waiting
from tests.presenters.test_printing import read
from tests.signing import pages
from tests.signing.office_pki import Pki
from widgets.pin_dialog import PinDialog
from widgets.theme import Theme

TEXT = "Giao Ban Xây dựng Đảng chủ trì tham mưu, báo cáo Ban Thường vụ trước ngày 27/11."


class Bench:
    """The leader, an arrival, and a token."""

    def __init__(self, key: SoftwareKey, trust: Trust | None) -> None:
        self.office = SigningOffice("hoa")
        self.office.bind("hoa", key)
        handling = self.office.objects["Handling"]["h0"]
        # As when the clerk has passed it on to the leader.
        handling |= {"unitId": "anphu", "personId": "hoa", "role": "lead", "state": "toHandle"}
        self.handling, self.document = handling, self.office.objects["Document"][handling["documentId"]]
        self.token = MemoryToken(key)
        self.lanes = Lanes()
        self.parent = QWidget()
        self.tokens = Tokens(self.office, self.lanes, [self.token])
        self.signing = DirectiveSigning(
            self.office, self.tokens, self.lanes, self.parent, Names(self.office),
            options=lambda: sign.Options(trust=trust), now=lambda: datetime.now(UTC),
        )  # fmt: skip

    async def run(self, *, pin: str = PIN, agree: bool = True, words: bool = False) -> str | None:
        async def answer() -> None:
            await until(lambda: self.signing.dialog is not None and self.signing.dialog.isVisible())
            assert self.signing.dialog is not None
            if not agree:
                self.signing.dialog.reject()
                return
            if words:
                self.signing.dialog.words.click()
            self.signing.dialog.accept()
            await until(lambda: any(d.isVisible() for d in self.parent.findChildren(PinDialog)))
            dialog = next(d for d in self.parent.findChildren(PinDialog) if d.isVisible())
            dialog.pin.setText(pin)
            dialog.accept()

        said, _ = await asyncio.gather(self.signing.sign(dict(self.handling), dict(self.document), TEXT), answer())
        return said

    def side(self) -> dict[str, Any]:
        return self.office.objects["Handling"]["h0"]

    def slip(self) -> bytes:
        return self.office.files[self.side()["slips"][0]["file"]["digest"]]


@pytest_asyncio.fixture
async def bench(application: QApplication, theme: Theme, hoa: SoftwareKey, trust: Trust) -> AsyncIterator[Bench]:
    made = Bench(hoa, trust)
    yield made
    made.signing.close()
    await made.tokens.close()
    made.lanes.close()
    made.office.close()


async def test_the_slip_is_signed_and_kept_beside_the_document(bench: Bench, trust: Trust) -> None:
    sent = dict(bench.document["file"])
    assert await bench.run() is None
    assert bench.office.asked == ["direct"]
    side = bench.side()
    assert (side["directive"], len(side["slips"]), side["slips"][0]["byId"]) == (TEXT, 1, "hoa")
    assert bench.office.objects["Document"][bench.document["id"]]["file"] == sent, "what came is not touched"
    verdict = await asyncio.to_thread(validate, bench.slip(), trust)
    assert verdict.verdict == "valid"
    (one,) = verdict.signatures
    assert one.signer == LEADER
    (page,) = read(bench.slip())
    for words in ("PHIẾU XỬ LÝ VĂN BẢN", TEXT, LEADER, "1532-CV/TU"):
        assert words in page, words


async def test_poppler_accepts_it(bench: Bench, pki: Pki, tmp_path: Path) -> None:
    assert await bench.run() is None
    said = await asyncio.to_thread(poppler, bench.slip(), pki, tmp_path)
    assert "Signature is Valid" in said
    assert "Total document signed" in said


def poppler(pdf: bytes, pki: Pki, folder: Path) -> str:
    """What pdfsig says of a file."""
    assert shutil.which("pdfsig"), "poppler judges here"
    (folder / "slip.pdf").write_bytes(pdf)
    base = f"sql:{folder / 'nss'}"
    (folder / "nss").mkdir()
    subprocess.run(["certutil", "-N", "-d", base, "--empty-password"], check=True)
    for name, der, flags in (("root", pki.root.der, "CT,C,C"), ("ca", pki.ca.der, ",,")):
        (folder / name).write_bytes(der)
        subprocess.run(["certutil", "-A", "-d", base, "-n", name, "-t", flags, "-i", str(folder / name)], check=True)
    command = ["pdfsig", "-nssdir", base, "-no-ocsp", str(folder / "slip.pdf")]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


async def test_the_signature_stands_in_his_row(bench: Bench) -> None:
    assert await bench.run() is None
    import io

    from pyhanko.pdf_utils.reader import PdfFileReader

    reader = PdfFileReader(io.BytesIO(bench.slip()))
    field = reader.embedded_signatures[0].sig_field
    left, bottom, right, top = (float(n) for n in field["/Rect"])
    # The last column, to the right of the directive's words.
    assert 430 < left < right < 540
    assert 20 < top - bottom < 60


async def test_another_thought_signs_nothing(bench: Bench) -> None:
    assert await bench.run(agree=False) == ""
    assert (bench.office.asked, bench.token.pins) == ([], [])


async def test_a_wrong_pin_leaves_the_directive_in_its_form(bench: Bench) -> None:
    said = await bench.run(pin="00000000")
    assert said
    assert bench.office.asked == []
    assert bench.side().get("slips") is None
    assert not await bench.office.journal.kept()


async def test_a_token_pulled_out_is_said_and_nothing_is_sent(bench: Bench) -> None:
    bench.token.fail_at, bench.token.problem = 1, TokenRemoved()
    said = await bench.run()
    assert said
    assert bench.office.asked == []


async def test_a_document_that_went_elsewhere_is_not_directed(bench: Bench) -> None:
    bench.token.before = lambda _n: None
    side = bench.side()

    async def away() -> None:
        await until(lambda: bench.signing.dialog is not None and bench.signing.dialog.isVisible())
        side["personId"] = "quan"

    task = asyncio.ensure_future(away())
    said = await bench.run()
    await task
    assert said
    assert bench.office.asked == []


async def test_a_directive_waits_for_the_batch_that_is_being_signed(bench: Bench) -> None:
    batch = object()
    assert bench.tokens.take(batch)

    async def agree() -> None:
        await until(lambda: bench.signing.dialog is not None and bench.signing.dialog.isVisible())
        assert bench.signing.dialog is not None
        bench.signing.dialog.accept()

    signing = bench.signing.sign(dict(bench.handling), dict(bench.document), TEXT)
    said, _ = await asyncio.gather(signing, agree())
    assert said is not None
    assert "bàn ký" in said
    assert (bench.token.pins, bench.office.asked) == ([], [])
    bench.tokens.give_back()
    assert await bench.run() is None


async def test_a_disk_that_is_full_after_the_pin_is_said(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(*_args: Any, **_options: Any) -> Any:
        raise DiskFull

    with monkeypatch.context() as disk:
        disk.setattr(bench.office, "keep_file", full)
        said = await bench.run()
    assert said is not None
    assert "Ổ đĩa đã đầy" in said
    assert await bench.run() is None, "it is no dead end"


async def test_words_stand_in_a_pictures_place_only_when_they_are_asked_for(bench: Bench) -> None:
    ended = (datetime.now(VIETNAM).date() - timedelta(days=1)).isoformat()
    await signing_pictures.keep(
        bench.office, Picture("p", "hoa", "full", "Chữ ký", pages.handwriting(), 45.0, until=ended, default=True)
    )
    signing = asyncio.ensure_future(bench.signing.sign(dict(bench.handling), dict(bench.document), TEXT))
    await until(lambda: bench.signing.dialog is not None and bench.signing.dialog.isVisible())
    dialog = bench.signing.dialog
    assert dialog is not None
    button = dialog.buttons.accept_button
    assert button is not None
    assert "“Chữ ký” đã hết hiệu lực" in dialog.warning.text()
    assert (dialog.words.isVisible(), button.isEnabled()) == (True, False)
    dialog.accept()
    said = await signing
    assert said is not None
    assert "“Chữ ký” đã hết hiệu lực" in said
    assert (bench.token.pins, bench.office.asked) == ([], [])
    assert await bench.run(words=True) is None
    assert bench.office.asked == ["direct"]


async def test_a_picture_that_was_not_fetched_is_told(bench: Bench) -> None:
    bench.office.objects["Person"]["hoa"] |= {"signatureBlobId": "sha256-" + "ab" * 32, "signatureSize": 900}
    signing = asyncio.ensure_future(bench.signing.sign(dict(bench.handling), dict(bench.document), TEXT))
    await until(lambda: bench.signing.dialog is not None and bench.signing.dialog.isVisible())
    assert bench.signing.dialog is not None
    assert "chưa có trên máy này" in bench.signing.dialog.warning.text()
    bench.signing.dialog.accept()
    assert "chưa có trên máy này" in (await signing or "")
    assert (bench.token.pins, bench.office.asked) == ([], [])


async def test_a_disk_that_is_full_after_the_act_has_left_asks_for_it_no_second_time(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_args: Any) -> None:
        raise DiskFull

    monkeypatch.setattr(bench.office.journal, "end", full)
    assert await bench.run() is None, "it is signed and safe"
    assert bench.office.asked == ["direct"]


def test_no_row_no_place() -> None:
    assert place_in(None) is None


async def test_a_draft_that_bears_a_signature_already_is_not_written_on(bench: Bench, hoa: SoftwareKey) -> None:
    signed = await asyncio.to_thread(lambda: sign.approve(waiting(), hoa).pdf)
    bench.office.put("o1", signed, state="submitted", authorId="nam")
    names = Names(bench.office)
    remarking = Remarking(bench.office, bench.lanes, bench.parent, names, lambda *_a, **_k: None)
    window = await remarking.open("o1")
    await remarking.settled()
    assert window is not None
    assert (window.layer.writable, window.tools.isVisible(), window.send_button.isVisible()) == (False, False, False)
    assert "đã ký" in window.note.text()
    remarking.close()
    await remarking.settled()
