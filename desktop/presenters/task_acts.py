"""Doing something with a task: each act's form, kept as it is typed, and sent through the workplace.

Knows the workplace, names and the task forms. Used by the desks Nhiệm vụ, Hôm nay and Văn bản đến.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Protocol

import uuid_utils
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.office import tasks
from desktop.office.acts import Refusal
from desktop.presenters import formats, forms, messages, needs, task_words
from desktop.presenters.form_sending import Sender, send_form
from desktop.presenters.keeping import Keeper
from desktop.presenters.names import Names
from desktop.presenters.running import Running
from widgets.form_dialog import FormDialog
from widgets.task_dialogs import AskExtensionDialog, AssignDialog, ReportDialog, decide_completion, decide_extension
from widgets.task_view import AssignForm
from widgets.theme import Tone

KIND = "task"
"""The kind under which what is typed about tasks is kept."""

Say = Callable[[str, Tone], None]


class Workplace(needs.OneObject, needs.Acting, needs.FormDrafts, Protocol):
    """What this needs of the workplace."""


translate = QCoreApplication.translate


def _assign_key(document_id: str | None) -> str:
    return f"assignTask:{document_id or ''}"


class TaskActs:
    """The forms.

    Args:
        parent: gives the widget over which a form opens.
        say: shows a message: words and tone.
        now: the central's time.
    """

    def __init__(
        self,
        workplace: Workplace,
        names: Names,
        parent: Callable[[], QWidget],
        say: Say,
        now: Callable[[], datetime],
    ) -> None:
        self._workplace = workplace
        self._names = names
        self._parent = parent
        self._say = say
        self._now = now
        self._running = Running(lambda error: say(messages.of_error(error), Tone.BAD))
        self.dialog: FormDialog | None = None

    def close(self) -> None:
        """End what runs; an open form closes, and what was typed in it is kept."""
        if self.dialog is not None:
            self.dialog.reject()
        self._running.close()

    async def settled(self) -> None:
        """Wait until nothing runs."""
        await self._running.settled()

    def begin(self, kind: str, task_id: str = "") -> None:
        """Open the form of an act; an unknown kind does nothing."""
        if kind == "assignTask":
            self._running.start("open", self._assign(None))
        elif kind in task_words.action_words():
            self._running.start("open", self._open(kind, task_id))

    def assign_from(self, document_id: str) -> None:
        """Give a task that a document gave rise to."""
        self._running.start("open", self._assign(document_id))

    async def do_again(self, act: Mapping[str, Any]) -> None:
        """Open the form of an act that came back; what was typed in it is kept as the form's draft by then."""
        values, key = dict(act["payload"]), f"{act['kind']}:{act['subjectId']}"
        if act["kind"] == "assignTask":
            values = task_words.form_values(act["payload"].get("task") or {})
            key = _assign_key(act.get("documentId"))
        await self._workplace.save_draft(key, KIND, values)
        if act["kind"] == "assignTask":
            self._running.start("open", self._assign(act.get("documentId")))
        else:
            self.begin(act["kind"], act["subjectId"])

    # giving a task

    async def _assign(self, document_id: str | None) -> None:
        await self._names.ready()
        key = _assign_key(document_id)
        document = await self._workplace.get("Document", document_id) if document_id else None
        kept = await self._workplace.load_draft(key)
        if kept is None:
            kept = {"title": (document or {}).get("subject", ""), "due": None}
        source = (
            translate("Tasks", "Từ văn bản {document}").format(document=task_words.document_words(document))
            if document
            else ""
        )
        today = formats.local(self._now()).date().isoformat()
        form = AssignForm(task_words.candidates(self._workplace.me, self._names), kept, source, today)
        dialog = AssignDialog(form, self._parent())

        async def send(typed: dict[str, Any]) -> Refusal | None:
            given = task_words.payloads(typed)
            for number, payload in enumerate(given):
                last = key if number == len(given) - 1 else None
                done = await self._workplace.act(
                    "assignTask", "Task", str(uuid_utils.uuid7()), payload, document_id=document_id, draft_key=last
                )
                if isinstance(done, Refusal):
                    return done
            self._say(translate("Tasks", "Đã giao %n nhiệm vụ.", None, len(given)), Tone.GOOD)
            return None

        self._show(dialog, key, send)

    # the other acts

    async def _open(self, kind: str, task_id: str) -> None:
        await self._names.ready()
        task = await self._workplace.get("Task", task_id)
        if task is None:
            self._say(messages.sentence("noSubject"), Tone.WARN)
            return
        key = f"{kind}:{task_id}"
        kept = await self._workplace.load_draft(key) or {}
        dialog = self._form(kind, task, kept)

        async def send(typed: dict[str, Any]) -> Refusal | None:
            done = await self._workplace.act(
                kind, "Task", task_id, typed, document_id=task.get("tacnghiep:documentId"), draft_key=key
            )
            if isinstance(done, Refusal):
                return done
            self._say(self._done_words(kind, typed), Tone.GOOD)
            return None

        self._show(dialog, key, send)

    def _form(self, kind: str, task: Mapping[str, Any], kept: dict[str, Any]) -> FormDialog:
        parent, title = self._parent(), str(task["title"])
        percent = int(task.get("percentComplete") or 0)
        if kind in ("reportProgress", "finishTask"):
            return ReportDialog(title, percent, parent, finishing=kind == "finishTask", values=kept)
        if kind == "askExtension":
            today = formats.local(self._now()).date()
            due = datetime.fromisoformat(task["due"]).date() if task.get("due") else today
            earliest = max(today, due + timedelta(days=1)).isoformat()
            left, now_due = tasks.extensions_left(task), formats.day(task.get("due"))
            return AskExtensionDialog(title, now_due, left, parent, earliest=earliest, values=kept)
        if kind == "decideExtension":
            return decide_extension(task_words.extension_request(task, self._names), parent)
        reports = task["tacnghiep:reports"]
        who = self._names.person(reports[-1]["byId"]) if reports else self._names.assignee(task["tacnghiep:lead"])
        return decide_completion(title, who, reports[-1]["text"] if reports else "", parent)

    def _done_words(self, kind: str, typed: Mapping[str, Any]) -> str:
        if kind == "decideExtension":
            return (
                translate("Tasks", "Đã đồng ý gia hạn.")
                if typed["granted"]
                else translate("Tasks", "Đã từ chối gia hạn.")
            )
        if kind == "decideCompletion":
            return (
                translate("Tasks", "Đã công nhận hoàn thành.")
                if typed["granted"]
                else translate("Tasks", "Đã yêu cầu làm tiếp.")
            )
        words = {
            "reportProgress": translate("Tasks", "Đã ghi báo cáo tiến độ."),
            "finishTask": translate("Tasks", "Đã báo hoàn thành."),
            "askExtension": translate("Tasks", "Đã gửi đề nghị gia hạn."),
        }
        return words[kind]

    def _show(self, dialog: FormDialog, key: str, send: Sender) -> None:
        keeper = Keeper(self._workplace, key, KIND)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.edited.connect(keeper.keep)
        dialog.submitted.connect(lambda typed: self._running.start("send", send_form(dialog, keeper, typed, send)))
        dialog.finished.connect(lambda _: self._forget(dialog))
        kind, _, identifier = key.partition(":")
        forms.mark(dialog, kind, "Task", identifier)
        self.dialog = dialog
        dialog.open()

    def _forget(self, dialog: FormDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
