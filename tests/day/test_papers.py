"""A PDF that is none, that has a password, that has 5,000 pages: picked as a draft, and met as a document's file."""

from __future__ import annotations

import hashlib
import io
import json
import time
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from signing.sizes import MOST_PAGES
from tests.day.conftest import Office
from tests.day.screen import Machine, Screen
from tests.office.faults import Fault

MANY = 5000


def paper(pages: int = 1, *, password: str = "") -> bytes:
    """A PDF of so many pages."""
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(password) if password else None)
    for number in range(pages):
        canvas.drawString(72, 720, f"Trang {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture(scope="module")
def many() -> bytes:
    """Five thousand pages."""
    return paper(MANY)


def test_picked_as_a_draft(office: Office, machine: Machine, tmp_path: Path, many: bytes) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    bad = {
        "không phải.pdf": (b"PK\x03\x04 a spreadsheet, renamed", "không phải PDF hoặc đã hỏng"),
        "trống.pdf": (b"", "không phải PDF hoặc đã hỏng"),
        "cụt.pdf": (paper()[:300], "không phải PDF hoặc đã hỏng"),
        "mật khẩu.pdf": (paper(password="bí mật"), "Tệp PDF có mật khẩu. Bỏ mật khẩu rồi chọn lại."),
        "năm nghìn.pdf": (many, f"Tệp PDF có hơn {MOST_PAGES} trang, không ký được."),
    }
    for name, (content, _words) in bad.items():
        (papers / name).write_bytes(content)
    (papers / "thư mục.pdf").mkdir()
    (papers / "hai nghìn.pdf").write_bytes(paper(MOST_PAGES))

    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        dialog = await screen.write()
        dialog.subject.set_text("Giữ nguyên khi chọn nhầm tệp")
        for name, (_content, words) in bad.items():
            dialog.file_picked.emit(str(papers / name))
            await screen.says(words)
            dialog.say("")
        for name in ("thư mục.pdf", "không còn.pdf"):
            dialog.file_picked.emit(str(papers / name))
            await screen.says("Không đọc được tệp")
            dialog.say("")
        # Meanwhile the window answers: no beat of its heart is missed for long.
        worst, last = 0.0, time.monotonic()
        dialog.file_picked.emit(str(papers / "hai nghìn.pdf"))
        while (shown := dialog.preview.source()) is None:
            await screen.player.calm(0.01)
            worst, last = max(worst, time.monotonic() - last), time.monotonic()
        assert worst < 1.0
        assert shown.page_count == MOST_PAGES
        assert dialog.subject.text() == "Giữ nguyên khi chọn nhầm tệp"
        dialog.reject()

    machine.start(scenario)


def test_met_as_a_documents_file(office: Office, machine: Machine, many: bytes) -> None:
    cases: list[tuple[bytes, str]] = [
        (b"not a PDF at all", "Tệp không phải PDF hoặc bị hỏng nên không xem được"),
        (paper(password="bí mật"), "mật khẩu"),
        (many, f"1/{MANY}"),
    ]
    files = [
        {"blobId": f"sha256-{digest}", "digest": digest, "size": len(data), "name": "la.pdf",
         "mediaType": "application/pdf"}
        for data, _words in cases
        if (digest := hashlib.sha256(data).hexdigest())
    ]  # fmt: skip
    given: dict[str, Any] = {}

    def spoil(body: bytes) -> bytes:
        try:
            answer = json.loads(body)
        except ValueError:
            return body
        for name, found, _tag in answer.get("methodResponses", []):
            for document in found.get("list") or [] if name == "Document/get" else []:
                if document["state"] == "issued" and document["secrecy"] == "none":
                    if document["id"] not in given:
                        given[document["id"]] = files[len(given) % len(files)]
                    document["file"] = given[document["id"]]
                    document["attachments"] = []
        return json.dumps(answer).encode()

    async def scenario(screen: Screen) -> None:
        office.proxy.always.append(Fault("rewrite", change=spoil))
        for (data, _words), file in zip(cases, files, strict=True):
            office.proxy.always.append(Fault("answer", str(file["blobId"]), status=200, body=data))
        await screen.sign_in("mai", office.url)
        desk = await screen.hands.documents("incoming", "incoming.toReceive")
        ids = list(await screen.room.workplace.ids("incoming.toReceive", "own"))
        rows = await screen.room.workplace.rows("incoming.toReceive", "own", ids)
        for (_data, words), file in zip(cases, files, strict=True):
            row = next(r for r in rows if (r["document"].get("file") or {}).get("digest") == file["digest"])
            screen.room.ways.open("Handling", row["handling"]["id"])
            await screen.says(words, 40)
        # The next, good or bad, is shown all the same: the pane has not died of it.
        await screen.hands.choose(desk, 0)
        assert desk.pane.subject.text()

    machine.start(scenario)


def test_a_file_that_is_not_what_was_promised_is_not_shown(office: Office, machine: Machine) -> None:
    async def scenario(screen: Screen) -> None:
        office.proxy.always.append(Fault("answer", "/jmap/download", status=200, body=paper()))
        await screen.sign_in("mai", office.url)
        desk = await screen.hands.documents("incoming", "incoming.toReceive")
        await screen.hands.choose(desk)
        await screen.says("Tệp tải về không nguyên vẹn nên không mở")
        assert desk.pane.page.pdf.source() is None
        office.proxy.always.pop()
        desk.pane.page.actionTriggered.emit()
        await screen.until(lambda: desk.pane.page.pdf.source() is not None, "the true page")

    machine.start(scenario)
