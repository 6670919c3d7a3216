"""What is done at the signing desk beside signing: an arrival mark is filled in, a slip read, a draft returned.

Knows the workplace, the desk and the queue.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication

from desktop.presenters import formats, forms, needs, returning, signing_seal_kinds
from desktop.presenters.running import Running
from desktop.presenters.signing_queue import Queue
from desktop.presenters.slips import open_slip
from widgets.arrival_dialog import ArrivalDialog
from widgets.signing_desk import SigningDesk
from widgets.theme import Tone

translate = QCoreApplication.translate


class Workplace(needs.OneObject, needs.KeptDrafts, Protocol):
    """What this needs of the workplace."""


class Beside:
    """Opens the dialogs.

    Args:
        looked_again: what will stand on a document's page has changed.
    """

    def __init__(
        self,
        workplace: Workplace,
        desk: SigningDesk,
        queue: Queue,
        running: Running,
        *,
        say: Callable[[str, Tone], None],
        looked_again: Callable[[str], Coroutine[Any, Any, None]],
    ) -> None:
        self._workplace = workplace
        self._desk = desk
        self._queue = queue
        self._running = running
        self._say = say
        self._looked_again = looked_again
        desk.page.slip_asked.connect(lambda key: running.start("slip", self._open_slip(key)))
        desk.page.mark_asked.connect(self._fill_mark)
        desk.refuse_asked.connect(self.refuse)

    def _fill_mark(self, subject_id: str) -> None:
        """Ask what the arrival mark says beside number and day; kept until it is signed."""
        item = self._queue.documents.get(subject_id)
        if item is None or self._queue.is_done(subject_id):
            return
        number = translate("SigningDesk", "Số đến %1").replace("%1", str(item["handling"]["arrivalNumber"]))
        dialog = ArrivalDialog(f"{number} · {formats.subject(item)}", self._desk)
        dialog.fill({"transfer": item.get("transfer") or "", "dossier": item.get("dossier") or ""})
        forms.mark(dialog, "confirm", "Handling", subject_id)
        dialog.submitted.connect(lambda values: self._running.also(self._keep_mark(dialog, subject_id, values)))
        dialog.finished.connect(lambda _code: dialog.deleteLater())
        dialog.open()

    async def _keep_mark(self, dialog: ArrivalDialog, subject_id: str, values: dict[str, Any]) -> None:
        await self._workplace.save_draft(signing_seal_kinds.draft_key(subject_id), "confirm", values)
        dialog.accept()
        await self._looked_again(subject_id)

    async def _open_slip(self, document_id: str) -> None:
        document = self._queue.documents.get(document_id)
        if document is not None:
            author = await self._workplace.get("Person", document.get("authorId") or "")
            open_slip(document, author["name"] if author else "", self._desk)

    def refuse(self, document_id: str) -> None:
        """Open the form in which a document is returned to its author."""
        self._running.start("refuse", self._refuse(document_id))

    async def _refuse(self, document_id: str) -> None:
        document = self._queue.documents.get(document_id) or await self._workplace.get("Document", document_id)
        if document is None:
            return
        await returning.open_form(
            self._workplace,
            document,
            self._desk,
            self._running,
            lambda: self._say(translate("SigningDesk", "Đã trả lại văn bản cho người soạn."), Tone.GOOD),
            type_name="Signing",
        )
