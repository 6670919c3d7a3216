"""The form in which a draft goes back to its author, with the remarks that were written on it. Knows the workplace.

The same form from every desk: what was typed in it is one local draft, whichever desk it is opened on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.office import remarks
from desktop.office.acts import Refusal
from desktop.office.documents import FileRef
from desktop.presenters import forms, messages
from desktop.presenters.keeping import Keeper
from desktop.presenters.remark_sheet import KIND, Sheet, from_data, key_of
from desktop.presenters.running import Running
from local_cache.errors import CacheError
from widgets.reason_dialog import ReasonDialog
from widgets.theme import Tone

translate = QCoreApplication.translate
Object = Mapping[str, Any]


def draft_key(document_id: str) -> str:
    """The key of the local draft of a document's return."""
    return f"refuse:{document_id}"


async def unsent_remarks(workplace: Any, document: Object) -> list[dict[str, Any]]:
    """Remarks written on the document's present file and not sent: they go with its return."""
    sheet = from_data(await workplace.load_draft(key_of(document["id"])))
    digest = (document.get("file") or {}).get("digest")
    return [dict(item) for item in sheet.items] if sheet.items and sheet.digest == digest else []


async def take_back(workplace: Any, act: Object) -> None:
    """Remarks of an act that came back are the local draft again, beside what is there already."""
    document_id = str(act["subjectId"])
    given = act["payload"].get("remarks") or []
    document = await workplace.get("Document", document_id)
    if not given or document is None:
        return
    sheet = from_data(await workplace.load_draft(key_of(document_id)))
    known = {item["id"] for item in sheet.items} | {i["id"] for r in remarks.rounds(document) for i in r["items"]}
    items = (*sheet.items, *(dict(one) for one in given if one["id"] not in known))
    file = sheet.file if sheet.items else version_of(document, act["basedOn"].get("digest"))
    if items and file is not None:
        await workplace.save_draft(key_of(document_id), KIND, Sheet(file=file, items=items).data())


def version_of(document: Object, digest: str | None) -> FileRef | None:
    """The version of a document's file with this digest; the present one where it is not known."""
    files = [document.get("file"), *(each["file"] for each in remarks.rounds(document))]
    found = next((one for one in files if one and one["digest"] == digest), None)
    return cast("FileRef | None", found or document.get("file"))


async def open_form(
    workplace: Any, document: Object, parent: QWidget, running: Running, done: Callable[[], object],
    *, type_name: str = "Document",
) -> ReasonDialog:  # fmt: skip
    """Open the form; ``done`` is called once the act is safe in the outbox.

    Args:
        type_name: where the form is opened again after locking ("Signing": on the signing desk).
    """
    name = document["id"]
    title = translate("Outgoing", "Trả lại văn bản trình ký")
    question, accept = translate("Outgoing", "&Lý do trả lại"), translate("Outgoing", "&Trả lại")
    dialog = ReasonDialog(title, question, accept, parent, subject=document["subject"])
    dialog.fill(await workplace.load_draft(draft_key(name)) or {})
    keeper = Keeper(workplace, draft_key(name), "refuse")
    items = await unsent_remarks(workplace, document)
    if items:
        said = translate("Remarks", "Gửi kèm %n góp ý đã viết trên dự thảo.", None, len(items))
        dialog.show_warnings([said], Tone.INFO)
    dialog.edited.connect(keeper.keep)

    def send(values: Mapping[str, Any]) -> None:
        dialog.set_busy(True)  # at once: nothing is sent twice
        running.also(_send(workplace, document, str(values["reason"]), dialog, keeper, done))

    dialog.submitted.connect(send)
    dialog.finished.connect(lambda _code: dialog.deleteLater())
    forms.mark(dialog, "refuse", type_name, name)
    dialog.open()
    return dialog


async def _send(
    workplace: Any, document: Object, reason: str, dialog: ReasonDialog, keeper: Keeper, done: Callable[[], object]
) -> None:
    """Return the document, with the remarks that are unsent by now."""
    try:
        await _send_once(workplace, document, reason, dialog, keeper, done)
    finally:
        if isValid(dialog):
            dialog.set_busy(False)


async def _send_once(
    workplace: Any, document: Object, reason: str, dialog: ReasonDialog, keeper: Keeper, done: Callable[[], object]
) -> None:
    await keeper.settled()
    name = document["id"]
    payload: dict[str, Any] = {"reason": reason}
    digest = None
    items = await unsent_remarks(workplace, document)
    if items:
        payload["remarks"], digest = items, document["file"]["digest"]
    try:
        answer = await workplace.act(
            "refuse", "Document", name, payload, document_id=name, digest=digest, draft_key=keeper.key
        )
    except CacheError as error:
        dialog.show_warnings([messages.of_error(error)], Tone.BAD)
        return
    if isinstance(answer, Refusal):
        dialog.show_warnings([messages.of_refusal(answer)], Tone.BAD)
        return
    await keeper.stop()
    if items:
        await workplace.drop_draft(key_of(name))
    dialog.accept()
    done()
