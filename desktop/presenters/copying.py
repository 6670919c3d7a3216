"""Making copies: what may be copied, what is wrong with a scan, and the act that comes of the form.

A copy is made of what is valid or of paper (Decree 30/2020, art. 25-27). Knows the workplace, the verdicts, the lanes
and the form; ``signing.copying`` takes the pages over.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import uuid_utils
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.lanes import Lanes
from desktop.office import attachments
from desktop.office.acts import Refusal
from desktop.office.documents import COPY_TYPES
from desktop.office.secrecy import is_ordinary
from desktop.presenters import forms, messages, messages_signing, office_words
from desktop.presenters.reading import Notify
from desktop.presenters.running import Running
from local_cache.errors import CacheError
from signing.problems import SigningProblem
from signing.reasons import Reason
from signing.verdict import Verdict
from widgets.copy_dialog import CopyDialog, CopyRequest
from widgets.theme import Tone

translate = QCoreApplication.translate

Object = Mapping[str, Any]
Judge = Callable[[str, bytes], Awaitable[Verdict | None]]
"""Of a file's digest and bytes, its verdict; None where nobody waits for it any more."""
VALID = ("valid", "warning")


def pages_from(text: str, last: int) -> list[int]:
    """The pages (from 1) that a clerk names: "1-3, 5".

    Raises:
        ValueError: that names no pages, or some that are not there.
    """
    found: list[int] = []
    for part in text.replace(";", ",").split(","):
        start, dash, end = (one.strip() for one in part.partition("-"))
        first = int(start)
        until = int(end) if dash else first
        if not 1 <= first <= until <= last:
            raise ValueError(part)
        found += range(first, until + 1)
    if len(set(found)) != len(found):
        raise ValueError("twice")
    return found


class Copying:
    """Opens the form for a document, and makes the copy.

    Attributes: dialog — the one that is open, None otherwise.

    Args:
        judge: judges the signatures of what is copied.
        show: told the id of the copy, when the person wants to go on with it.
    """

    def __init__(
        self,
        workplace: Any,
        lanes: Lanes,
        parent: QWidget,
        judge: Judge,
        notify: Notify,
        show: Callable[[str], object] = lambda _: None,
    ) -> None:
        self._workplace = workplace
        self._lanes = lanes
        self._parent = parent
        self._judge = judge
        self._notify = notify
        self._show = show
        self._running = Running(lambda error: notify(messages.of_error(error), Tone.BAD))
        self.dialog: CopyDialog | None = None

    def begin(self, document_id: str) -> None:
        """Ask how this document is to be copied."""
        if self.dialog is None:
            self._running.start("open", self._open(document_id))

    async def do_again(self, act: Object) -> None:
        """The form of a copy that came back, with what was chosen in it."""
        payload = act["payload"]
        kept = {**payload, "pages": ", ".join(str(one) for one in payload.get("pages") or ())}
        await self._open(str(payload["sourceId"]), kept)

    async def settled(self) -> None:
        """Wait until nothing runs."""
        await self._running.settled()

    def close(self) -> None:
        """Close the form and stop."""
        if self.dialog is not None:
            self.dialog.reject()
        self._running.close()

    # -- the form

    async def _open(self, document_id: str, typed: dict[str, Any] | None = None) -> None:
        document = await self._workplace.get("Document", document_id)
        if document is None or not document.get("file"):
            self._notify(messages.sentence("noFile"), Tone.WARN)
            return
        pdf = await self._workplace.file(document["file"])
        verdict = await self._judge(document["file"]["digest"], pdf)
        word = verdict.verdict if verdict is not None else "unknown"
        paper = word == "unsigned"
        if not paper and word not in VALID:
            self._notify(messages.sentence("sourceNotValid"), Tone.BAD)
            return
        try:
            pages, faults = await self._lanes.pages(_look, pdf, paper)
        except SigningProblem as problem:
            self._notify(messages_signing.of_problem(problem), Tone.BAD)
            return
        secret = not is_ordinary(document)
        request = CopyRequest(
            title=" · ".join(part for part in (document.get("notation"), document["subject"]) if part),
            source=source_words(paper=paper),
            kinds=kinds_for(document, paper=paper),
            pages=pages,
            notes=tuple(_notes(document, faults, paper=paper)),
            faulty=bool(faults),
            leaders=await self._leaders() if secret else (),
        )
        dialog = CopyDialog(request, lambda text: _wrong_pages(text, pages), self._parent)
        if typed is not None:
            dialog.fill(typed)
        forms.mark(dialog, "copy", "Document", document_id)
        dialog.submitted.connect(
            lambda values: self._running.start("act", self._make(dialog, document, pdf, word, pages, values))
        )
        dialog.finished.connect(lambda _code: self._closed(dialog))
        self.dialog = dialog
        dialog.open()

    def _closed(self, dialog: CopyDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
        dialog.deleteLater()

    async def _leaders(self) -> tuple[tuple[str, str], ...]:
        organ = self._workplace.me.organ_id
        found = []
        for person in await self._workplace.all("Person"):
            seat = next((s for s in person["positions"] if s["organId"] == organ and "leader" in s["roles"]), None)
            if seat is not None:
                found.append((person["id"], f"{person['name']}, {seat['title']}"))
        return tuple(found)

    # -- the act

    async def _make(
        self, dialog: CopyDialog, document: Object, pdf: bytes, verdict: str, last: int, values: Mapping[str, Any]
    ) -> None:
        dialog.set_busy(True)
        try:
            outcome = await self._send(document, pdf, verdict, last, values)
        except SigningProblem as problem:
            dialog.show_warnings([messages_signing.of_problem(problem)], Tone.BAD)
            dialog.set_busy(False)
            return
        except CacheError as error:
            dialog.show_warnings([messages.of_error(error)], Tone.BAD)
            dialog.set_busy(False)
            return
        if isinstance(outcome, Refusal):
            dialog.show_warnings([messages.of_refusal(outcome)], Tone.BAD)
            dialog.set_busy(False)
            return
        dialog.accept()
        said = translate("Copying", "Đã lập bản sao. Cấp số cho bản sao, rồi ký sao ở mục Chờ ký.")
        copy_id = outcome["subjectId"]
        self._notify(said, Tone.GOOD, action=translate("Copying", "Mở bản sao"), run=lambda: self._show(copy_id))

    async def _send(self, document: Object, pdf: bytes, verdict: str, last: int, values: Mapping[str, Any]) -> Any:
        paper, kind = verdict == "unsigned", values["type"]
        pages = pages_from(values["pages"], last) if kind == "TrS" else []
        prepared = await self._lanes.pages(_prepared, pdf, pages, paper)
        file = await self._workplace.keep_file(prepared, _name(document, kind), "application/pdf")
        others = [] if kind == "TrS" else [await self._attachment(one) for one in document.get("attachments") or ()]
        payload: dict[str, Any] = {
            "sourceId": document["id"], "type": kind, "source": "paper" if paper else "electronic", "verdict": verdict,
            "file": file, "attachments": others, "pages": pages,
        }  # fmt: skip
        if not is_ordinary(document):
            payload |= {"authorisedById": values["authorisedById"], "count": values["count"]}
        return await self._workplace.act(
            "copy", "Document", str(uuid_utils.uuid7()), payload,
            document_id=document["id"], digest=document["file"]["digest"], files=[file],
        )  # fmt: skip

    async def _attachment(self, file: Any) -> dict[str, Any]:
        """An attachment as a part of the copy: one that is signed is taken over like the document itself."""
        if not attachments.is_pdf(file):
            return attachments.unmarked([file])[0]
        data = await self._workplace.file(file)
        prepared = await self._lanes.pages(_unsigned, data)
        return dict(await self._workplace.keep_file(prepared, file["name"], file["mediaType"]))


def kinds_for(document: Object, *, paper: bool) -> tuple[tuple[str, str], ...]:
    """The kinds of copy that may be made of it: of a true copy only a second one, and a second one of nothing else."""
    of_copy = bool(document.get("copyOf"))
    codes = ("SL",) if of_copy else ("SY", "TrS", "SL") if paper else ("SY", "TrS")
    return tuple((code, office_words.copy_type(code)) for code in codes if code in COPY_TYPES)


def source_words(*, paper: bool) -> str:
    """What is copied."""
    if paper:
        return translate("Copying", "Bản quét từ văn bản giấy (tệp chưa có chữ ký số)")
    return translate("Copying", "Văn bản điện tử có chữ ký số hợp lệ")


def _notes(document: Object, faults: Sequence[Reason], *, paper: bool) -> list[str]:
    notes = [fault_words(fault) for fault in faults]
    if not paper:
        notes.append(
            translate(
                "Copying",
                "Tệp gốc gửi nguyên vẹn vẫn có giá trị như văn bản gốc; chỉ sao khi cần chữ ký của cơ quan mình.",
            )
        )
    if document.get("attachments"):
        notes.append(translate("Copying", "Sao y và sao lục gồm cả phụ lục; trích sao chỉ gồm các trang được chọn."))
    return notes


def fault_words(fault: Reason) -> str:
    """What is wrong with a scan, and what to do (Decree 30/2020, Annex I)."""
    text = {
        "notAScan": translate("Copying", "Trang %{page} không phải ảnh quét. Kiểm tra lại tệp."),
        "scanOldVersion": translate("Copying", "Tệp là PDF %{version}; bản sao cần PDF 1.4 trở lên. Quét lại."),
        "scanNotA4": translate("Copying", "Trang %{page} khổ %{width} × %{height} mm, không phải A4. Quét lại khổ A4."),
        "scanNotFullSize": translate("Copying", "Trang %{page} không đúng tỷ lệ 100 %. Quét lại đúng tỷ lệ."),
        "scanLowResolution": translate("Copying", "Trang %{page} chỉ có %{dpi} dpi. Quét lại từ 200 dpi."),
        "scanNotColour": translate("Copying", "Trang %{page} không phải ảnh màu. Quét lại ảnh màu."),
    }[fault.code]
    for name, value in fault.args.items():
        text = text.replace(f"%{{{name}}}", str(value))
    return text


def _wrong_pages(text: str, last: int) -> str:
    try:
        pages_from(text, last)
    except ValueError:
        return translate("Copying", "Ghi số trang từ 1 đến {last}, ví dụ 1-3, 5.").format(last=last)
    return ""


def _name(document: Object, kind: str) -> str:
    return f"{office_words.copy_type(kind)} {str(document.get('notation') or '').replace('/', '-')}".strip() + ".pdf"


# -- in the lane for pages -----------------------------------------------------------------------------------------


def _look(pdf: bytes, paper: bool) -> tuple[int, tuple[Reason, ...]]:
    """How many pages there are, and what is wrong with the scan."""
    from signing.copying import page_count
    from signing.scan import look_at_scan

    if paper:
        scan = look_at_scan(pdf)
        return scan.pages, scan.faults
    return page_count(pdf), ()


def _prepared(pdf: bytes, pages: Sequence[int], paper: bool) -> bytes:
    """What will be signed: a whole scan as it is, otherwise the pages in a file of their own."""
    from signing.copying import copied

    if paper and not pages:
        return pdf
    return copied(pdf, [number - 1 for number in pages] or None)


def _unsigned(pdf: bytes) -> bytes:
    from signing import documents
    from signing.copying import copied

    return copied(pdf) if documents.has_signatures(pdf) else pdf
