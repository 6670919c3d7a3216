"""Writing up an outgoing document: what is typed is kept at once, the PDF is made ready for number, date and signature.

Knows the workplace, the lanes, ``signing.fields`` and the draft dialog.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import structlog
import uuid_utils
from PySide6.QtCore import QCoreApplication, QMimeDatabase
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.lanes import Lanes
from desktop.office import attachments
from desktop.office.acts import Refusal
from desktop.office.documents import FileRef
from desktop.presenters import draft_reading, draft_troubles, forms, messages, needs, office_words, recipients
from desktop.presenters.keeping import Keeper
from desktop.presenters.running import Running
from desktop.session.errors import CentralError
from local_cache.errors import CacheError
from signing.head import Head, read_head
from signing.page_text import open_document
from signing.problems import SigningProblem
from signing.sizes import MOST_DRAFTED
from widgets.draft_choices import DraftChoices, SignerChoice
from widgets.draft_dialog import DraftDialog
from widgets.theme import Tone

translate = QCoreApplication.translate

KIND = "document"
"""The kind under which local drafts of documents are kept."""

LONGEST_TEXT = 200_000
"""Characters of a file that are sent for the search."""
_log = structlog.get_logger(__name__)


class Workplace(
    needs.ActingOnFiles, needs.OneObject, needs.Everything, needs.Files, needs.FormDrafts, needs.Preferences, Protocol
):
    """What this needs of the workplace."""


@dataclass(frozen=True)
class ReadyPdf:
    """A PDF made ready to be submitted.

    Attributes:
        data: the file, with its open number and date fields.
        pages: how many.
        text: its words, for the search.
        given_number: the number that is printed on it already; None where a field waits for it.
        head: what its pages say of themselves.
    """

    data: bytes
    pages: int
    text: str
    given_number: str | None
    head: Head


class FileTooLarge(Exception):
    """The chosen file is larger than what is sent."""


def read_file(path: str) -> bytes:
    """The file's bytes.

    Raises:
        OSError: it cannot be read.
        FileTooLarge
    """
    source = Path(path)
    if source.stat().st_size > MOST_DRAFTED:
        raise FileTooLarge
    return source.read_bytes()


def make_ready(pdf: bytes) -> ReadyPdf:
    """Check the PDF and give it the two empty fields that the leader's signature leaves open (DOMAIN 3).

    Raises:
        SigningProblem: nobody could sign it: encrypted, unreadable, active, signed already.
    """
    # They bring pyHanko: read when a file is chosen, in that lane.
    from signing import admission, fields
    from signing import documents as pdf_documents

    admission.check(pdf)
    pdf_documents.require_unsigned(pdf)
    data = pdf_documents.plain(pdf)
    number = fields.given_number(data)
    if number is None:
        data = fields.add_number_and_date(data)
    return ReadyPdf(data, *_words(data), number, read_head(pdf))


def attachment_problem(data: bytes, file: Mapping[str, Any]) -> SigningProblem | None:
    """Why the organ could not sign an attachment with its document; None where it can, or leaves it as it is."""
    from signing import admission
    from signing import documents as pdf_documents

    if not attachments.is_pdf(file):
        return None
    try:
        if not pdf_documents.has_signatures(data):
            admission.check(data)
    except SigningProblem as problem:
        return problem
    return None


def _words(pdf: bytes) -> tuple[int, str]:
    with open_document(pdf) as document:
        parts = []
        for page in document:
            text = page.get_textpage()
            parts.append(text.get_text_range())
            text.close()
            page.close()
        return len(document), "\n".join(parts)[:LONGEST_TEXT]


def form_of(document: Mapping[str, Any]) -> dict[str, Any]:
    """What the dialog shows of a document that is a draft or was returned."""
    signer = document.get("signer") or {}
    kept = (
        "typeCode", "subject", "urgency", "recipients", "toPlaces", "slip", "file", "attachments", "replyTo", "pages",
    )  # fmt: skip
    return {
        **{name: document.get(name) for name in kept},
        "signerId": signer.get("personId"),
        "competence": signer.get("competence") or "",
    }


def payload_of(form: Mapping[str, Any], signers: Sequence[Any]) -> dict[str, Any]:
    """The document property of a draft act."""
    chosen = next((one for one in signers if one.person_id == form.get("signerId")), None)
    signer = None
    if chosen is not None:
        signer = {
            "personId": chosen.person_id,
            "name": chosen.name,
            "position": chosen.position,
            "competence": str(form.get("competence") or "").strip(),
        }
    kept = ("typeCode", "urgency", "recipients", "toPlaces", "file", "attachments", "replyTo")
    document = {name: form.get(name) for name in kept}
    document |= {
        "subject": str(form.get("subject") or "").strip(),
        "slip": str(form.get("slip") or "").strip(),
        "secrecy": "none",
        "signer": signer,
        "pages": int(form.get("pages") or 0),
    }
    return document


def _signer_of(form: Mapping[str, Any]) -> dict[str, Any]:
    return {"personId": form.get("signerId"), "competence": form.get("competence") or ""}


class Drafting:
    """Opens draft dialogs over the window and turns what is typed into acts.

    Args:
        show_pages: shows a PDF's pages in the dialog's page view.
        say: tells the person what came of it, once the dialog is closed.
    """

    def __init__(
        self,
        workplace: Workplace,
        lanes: Lanes,
        window: QWidget,
        *,
        show_pages: Callable[[Any, bytes], Awaitable[None]],
        say: Callable[[str, Tone], None],
    ) -> None:
        self._workplace = workplace
        self._lanes = lanes
        self._window = window
        self._show_pages = show_pages
        self._say = say
        self._texts: dict[str, str] = {}
        self._running = Running(lambda error: say(messages.of_error(error), Tone.BAD))

    async def write_new(self, reply_to: str | None = None) -> DraftDialog:
        """A new draft; nothing leaves this machine until it is saved or submitted."""
        form: dict[str, Any] = {"replyTo": reply_to} if reply_to else {}
        if reply_to:
            origin = await self._workplace.get("Document", reply_to)
            if origin is not None:
                form["recipients"] = [origin["organId"]]
        return await self._open(str(uuid_utils.uuid7()), form, translate("Drafting", "Soạn văn bản đi"))

    async def write_on(self, document_id: str) -> DraftDialog | None:
        """Go on with a draft, a returned document, or what was left unsaved; None when there is no such thing."""
        local = await self._workplace.load_draft(document_id)
        document = await self._workplace.get("Document", document_id)
        if local is None and document is None:
            return None
        form = form_of(document) if document is not None else {}
        dialog = await self._open(document_id, {**form, **(local or {})}, translate("Drafting", "Sửa dự thảo"))
        if document is not None and document["state"] == "returned" and document.get("returnReason"):
            dialog.say(translate("Drafting", "Bị trả lại: %1").replace("%1", document["returnReason"]), Tone.WARN)
        dialog.discard_button.setVisible(True)
        return dialog

    async def take_back(self, act: Mapping[str, Any]) -> None:
        """Make what was typed in a draft or submit act that came back the local draft of its document."""
        key, payload = str(act["subjectId"]), act["payload"]
        document = await self._workplace.get("Document", key)
        form = {**(form_of(document) if document is not None else {}), **(await self._workplace.load_draft(key) or {})}
        if act["kind"] == "draft":
            typed = payload.get("document") or {}
            # An edit may name only what was changed.
            written = form_of({**form, "signer": _signer_of(form), **typed})
            form |= written
            digest = (form.get("file") or {}).get("digest")
            if digest and typed.get("text") is not None:
                self._texts[digest] = typed["text"]
        else:
            form |= {"signerId": payload.get("signerId") or form.get("signerId"), "slip": payload.get("slip") or ""}
        await self._workplace.save_draft(key, KIND, form)

    async def _open(self, key: str, form: dict[str, Any], title: str) -> DraftDialog:
        choices = await self._choices()
        dialog = DraftDialog(choices, self._window, title=title)
        dialog.fill(form)
        keeper = Keeper(
            self._workplace, key, KIND, lambda error: isValid(dialog) and dialog.say(messages.of_error(error), Tone.BAD)
        )
        forms.mark(dialog, "write", "Document", key)
        _Session(self, dialog, keeper, choices)
        if form.get("file"):
            self.start(self._show(dialog, form["file"]))
        dialog.open()
        return dialog

    async def _choices(self) -> DraftChoices:
        me = self._workplace.me
        units = await self._workplace.all("Unit")
        persons = await self._workplace.all("Person")
        return DraftChoices(
            types=office_words.document_types(me.organ["style"]),
            urgencies=office_words.urgencies(),
            signers=recipients.signers(persons, me),
            groups=await recipients.groups(self._workplace, units, me.organ_id),
            units=recipients.units_to_send(units, me.organ_id),
        )

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Run in the background, neither lost nor left running unseen."""
        self._running.also(work)

    async def settled(self) -> None:
        """Wait for everything that was started."""
        await self._running.settled()

    def close(self) -> None:
        """Stop; what is typed has been kept."""
        self._running.close()

    async def _show(self, dialog: DraftDialog, file: Mapping[str, Any]) -> None:
        data = await self._workplace.file(file)
        head = await self._lanes.pages(read_head, data)
        self._say_type(dialog, head)
        await self._show_pages(dialog.preview, data)

    def _say_type(self, dialog: DraftDialog, head: Head) -> None:
        types = draft_reading.types_on_page(head, self._workplace.me.organ["style"])
        dialog.set_page_type(types, head.suffix)

    # -- what a session asks for

    async def take_file(self, dialog: DraftDialog, path: str, signers: Sequence[SignerChoice]) -> None:
        """Read the chosen PDF, make it ready, keep it, fill in what it says of itself, and show it."""
        dialog.say("")
        try:
            raw = await self._lanes.read(read_file, path)
            ready = await self._lanes.pages(make_ready, raw)
        except SigningProblem as problem:
            dialog.say(draft_troubles.of_file(problem), Tone.BAD)
            return
        except FileTooLarge:
            dialog.say(draft_troubles.too_large(path), Tone.BAD)
            return
        except OSError:
            dialog.say(draft_troubles.unreadable(path), Tone.BAD)
            return
        file = await self._workplace.keep_file(ready.data, Path(path).name, "application/pdf")
        self._texts[file["digest"]] = ready.text
        dialog.set_facts({"pages": ready.pages})
        dialog.set_file(file)
        self._say_type(dialog, ready.head)
        found = draft_reading.suggestion(ready.head, self._workplace.me.organ["style"], signers)
        if dialog.suggest(found):
            words = translate("Drafting", "Đã điền theo nội dung tệp PDF. Kiểm tra lại trước khi trình.")
            dialog.say(words, Tone.INFO)
        if ready.given_number is not None:
            dialog.say(
                translate(
                    "Drafting",
                    "Trang 1 đã in sẵn số %1. Văn thư phải giữ đúng số này trước khi lãnh đạo ký; nếu không, hãy để "
                    "trống chỗ ghi số.",
                ).replace("%1", ready.given_number),
                Tone.WARN,
            )
        await self._show_pages(dialog.preview, ready.data)

    async def take_attachments(self, dialog: DraftDialog, paths: Sequence[str]) -> None:
        """Read and keep attachments; one that cannot be read or never be signed is named, the others are taken."""
        taken: list[FileRef] = []
        troubles: list[str] = []
        for path in paths:
            try:
                data = await self._lanes.read(read_file, path)
            except FileTooLarge:
                troubles.append(draft_troubles.too_large(path))
            except OSError:
                troubles.append(draft_troubles.unreadable(path))
            else:
                name, kind = Path(path).name, QMimeDatabase().mimeTypeForFile(path).name()
                problem = await self._lanes.pages(attachment_problem, data, {"name": name, "mediaType": kind})
                if problem is not None:
                    troubles.append(draft_troubles.of_attachment(path, problem))
                    continue
                taken.append(await self._workplace.keep_file(data, name, kind))
        dialog.add_attachments(taken)
        dialog.say("\n".join(troubles), Tone.BAD)

    async def save(self, dialog: DraftDialog, keeper: Keeper, form: dict[str, Any], signers: Sequence[Any]) -> None:
        """The draft becomes the office's (an act); the dialog closes."""
        if await self._draft(dialog, keeper, form, signers):
            dialog.accept()
            self._say(translate("Drafting", "Đã lưu dự thảo."), Tone.GOOD)

    async def submit(self, dialog: DraftDialog, keeper: Keeper, form: dict[str, Any], signers: Sequence[Any]) -> None:
        """Save, then submit to the leader."""
        if not await self._draft(dialog, keeper, form, signers):
            return
        payload = {"signerId": form["signerId"], "slip": str(form.get("slip") or "").strip()}
        answer = await self._workplace.act("submit", "Document", keeper.key, payload, document_id=keeper.key)
        if isinstance(answer, Refusal):
            dialog.say(messages.of_refusal(answer), Tone.BAD)
            return
        dialog.accept()
        name = next((one.name for one in signers if one.person_id == form["signerId"]), "")
        self._say(translate("Drafting", "Đã trình %1 ký.").replace("%1", name), Tone.GOOD)

    async def _draft(self, dialog: DraftDialog, keeper: Keeper, form: dict[str, Any], signers: Sequence[Any]) -> bool:
        await keeper.settled()
        files = [one for one in (form.get("file"), *(form.get("attachments") or ())) if one]
        document = payload_of(form, signers)
        # The words of the file are for the search; they are too many to be kept with every key that is typed.
        text = self._texts.get((form.get("file") or {}).get("digest", ""))
        if text is not None:
            document["text"] = text
        answer = await self._workplace.act(
            "draft", "Document", keeper.key, {"document": document},
            document_id=keeper.key, files=files, draft_key=keeper.key,
        )  # fmt: skip
        if isinstance(answer, Refusal):
            dialog.say(messages.of_refusal(answer), Tone.BAD)
            return False
        return True

    async def discard(self, dialog: DraftDialog, keeper: Keeper) -> None:
        """The author gives the draft up; what was only local simply goes."""
        if await self._workplace.get("Document", keeper.key) is not None:
            answer = await self._workplace.act("discard", "Document", keeper.key, {}, document_id=keeper.key)
            if isinstance(answer, Refusal):
                dialog.say(messages.of_refusal(answer), Tone.BAD)
                return
        await keeper.drop()
        dialog.accept()
        self._say(translate("Drafting", "Đã bỏ dự thảo."), Tone.INFO)

    async def save_group(self, dialog: DraftDialog, name: str, unit_ids: Sequence[str]) -> None:
        """Keep a group of recipients and offer it at once."""
        await recipients.save_group(self._workplace, name, unit_ids)
        choices = await self._choices()
        dialog.picker.fill(choices.groups, choices.units)


class _Session:
    """One open dialog with its local draft; lives as long as the dialog does."""

    def __init__(self, drafting: Drafting, dialog: DraftDialog, keeper: Keeper, choices: DraftChoices) -> None:
        signers = choices.signers

        def start(work: Coroutine[Any, Any, None]) -> None:
            drafting.start(self._told(work))

        dialog.edited.connect(keeper.keep)
        dialog.file_picked.connect(lambda path: start(drafting.take_file(dialog, path, signers)))
        dialog.attachments_picked.connect(lambda paths: start(drafting.take_attachments(dialog, paths)))
        dialog.saved.connect(lambda form: start(self._once(drafting.save(dialog, keeper, form, signers))))
        dialog.submitted.connect(lambda form: start(self._once(drafting.submit(dialog, keeper, form, signers))))
        dialog.discarded.connect(lambda: start(self._once(drafting.discard(dialog, keeper))))
        dialog.group_saved.connect(lambda name, ids: start(drafting.save_group(dialog, name, ids)))
        dialog.finished.connect(lambda _code: dialog.deleteLater())
        self._dialog = dialog
        self._busy = False

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        """What goes wrong is said in the dialog: the window behind it cannot be reached."""
        try:
            await work
        except (CacheError, CentralError, OSError) as error:
            if not isValid(self._dialog):
                raise
            self._dialog.say(messages.of_error(error), Tone.BAD)

    async def _once(self, work: Coroutine[Any, Any, None]) -> None:
        """Pressing twice sends once."""
        if self._busy:
            work.close()
            return
        self._busy = True
        self._dialog.buttons.setEnabled(False)
        try:
            await work
        finally:
            self._busy = False
            if isValid(self._dialog):
                self._dialog.buttons.setEnabled(True)
