"""The desk Nhiệm vụ: boxes and counts from the workplace, rows and the chosen task in words. Knows task_acts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from desktop.office import boxes
from desktop.presenters import messages, needs, task_words
from desktop.presenters.moment import central_now
from desktop.presenters.names import Names
from desktop.presenters.older import OlderPresenter
from desktop.presenters.running import Running
from desktop.presenters.task_acts import TaskActs
from widgets.tabs import Tab
from widgets.task_desk import TaskDesk
from widgets.theme import Tone

TONES = {"tasks.soon": Tone.WARN, "tasks.overdue": Tone.BAD}


class Workplace(
    needs.Clocked,
    needs.Told,
    needs.OneObject,
    needs.Everything,
    needs.Boxes,
    needs.Allowed,
    needs.Unsent,
    needs.Acting,
    needs.FormDrafts,
    needs.AsksForOlder,
    Protocol,
):
    """What this needs of the workplace."""


class TaskPresenter:
    """Fills the desk and does what is asked there.

    Args:
        open_document: shows a document on its own desk.
        say: shows a message.
        now: the central's time; the workplace's clock where nothing is given.
        copy_link: told the type and identifier of what a link is wanted to.

    Attributes:
        acts: the forms, for other desks too.
    """

    def __init__(
        self,
        workplace: Workplace,
        desk: TaskDesk,
        names: Names,
        *,
        open_document: Callable[[str], object],
        say: Callable[[str, Tone], None],
        now: Callable[[], datetime] | None = None,
        copy_link: Callable[[str, str], object] = lambda type_name, object_id: None,
    ) -> None:
        self._workplace = workplace
        self._desk = desk
        self._names = names
        self._now = now or (lambda: central_now(workplace))
        self._running = Running(lambda error: say(messages.of_error(error), Tone.BAD))
        self.acts = TaskActs(workplace, names, desk.window, say, self._now)
        self.older = OlderPresenter(workplace, desk.older, say)
        self._unsent: frozenset[str] = frozenset()
        self._wanted = ""
        desk.box_changed.connect(lambda *_: self.refresh())
        desk.current_changed.connect(self._current_changed)
        desk.act_requested.connect(self.acts.begin)
        desk.document_requested.connect(open_document)
        desk.pane.link_requested.connect(lambda task: copy_link("Task", task))
        desk.words_changed.connect(self._words_changed)
        desk.list.tasks.rows_wanted.connect(lambda ids: self._running.also(self._rows(ids)))
        self._unsubscribe = workplace.subscribe(self._changed)
        self._set_boxes()

    @property
    def open_id(self) -> str:
        """The task that is shown."""
        return self._desk.list.current()

    def close(self) -> None:
        """End what runs and listen no more."""
        self._unsubscribe()
        self.acts.close()
        self.older.close()
        self._running.close()

    async def settled(self) -> None:
        """Wait until nothing runs."""
        await self._running.settled()
        await self.acts.settled()

    def refresh(self) -> None:
        """Read everything anew."""
        self._running.start("refresh", self._refresh())

    def show_box(self, box: str, scope: str = "own") -> None:
        """Go to a box."""
        self._desk.scope.set_current(scope)
        self._desk.boxes.set_current(box)
        self.refresh()

    def show(self, task_id: str) -> None:
        """Show one task, wherever it lies."""
        self._wanted = task_id
        if not self._desk.list.choose(task_id):
            self._running.start("find", self._find(task_id))

    # boxes

    def _set_boxes(self) -> None:
        title = {
            "tasks.open": QCoreApplication.translate("Tasks", "Đang thực hiện"),
            "tasks.soon": QCoreApplication.translate("Tasks", "Sắp đến hạn"),
            "tasks.overdue": QCoreApplication.translate("Tasks", "Quá hạn"),
            "tasks.decide": QCoreApplication.translate("Tasks", "Chờ tôi duyệt"),
            "tasks.given": QCoreApplication.translate("Tasks", "Tôi giao"),
            "tasks.done": QCoreApplication.translate("Tasks", "Đã hoàn thành"),
        }
        tabs = [Tab(b.key, title.get(b.key, b.title), TONES.get(b.key, Tone.NEUTRAL)) for b in boxes.TASKS]
        single = frozenset(b.key for b in boxes.TASKS if "unit" not in b.scopes)
        self._desk.set_boxes(tabs, single)
        givers = {"leader", "chiefOfOffice", "head", "clerk"}
        self._desk.set_can_assign(bool(self._workplace.me.roles & givers))

    def _words_changed(self) -> None:
        self._set_boxes()
        self.refresh()

    def _changed(self, types: frozenset[str]) -> None:
        if types & {"Person", "Unit"}:
            self._running.start("names", self._names.refresh())
            self._set_boxes()
        if types & {"Task", "Act", "Person", "Unit", "Clock"}:
            self.refresh()

    async def _refresh(self) -> None:
        await self._names.ready()
        box, scope = self._desk.box(), self._desk.chosen_scope()
        counts = await self._workplace.counts()
        unsent = await self._workplace.unsent()
        self._unsent = frozenset(one["act"]["subjectId"] for one in unsent if one["state"] != "refused")
        shown = {b.key: counts.get(f"{b.key}.{scope if scope in b.scopes else b.scopes[0]}", 0) for b in boxes.TASKS}
        own, unit = counts.get(f"{box}.own", 0), counts.get(f"{box}.unit", 0)
        self._desk.set_counts(shown, own, unit)
        ids = await self._workplace.ids(box, scope)
        if (box, scope) != (self._desk.box(), self._desk.chosen_scope()):
            return
        self._desk.list.tasks.forget_rows()
        before = self._desk.list.current()
        self._desk.show_ids(list(ids))
        await self.older.show(box)
        if self._wanted and self._desk.list.choose(self._wanted):
            self._wanted = ""
        if self._desk.list.current() == before or not ids:
            self._current_changed(self._desk.list.current())

    async def _rows(self, ids: Iterable[str]) -> None:
        await self._names.ready()
        wanted = list(ids)
        found = await self._workplace.rows(self._desk.box(), self._desk.chosen_scope(), wanted)
        now = self._now()
        rows = {}
        for one in found:
            task = one.get("task", one)
            unsent = bool(one.get("pending")) or task["id"] in self._unsent
            rows[task["id"]] = task_words.row(task, self._names, now, unsent=unsent)
        self._desk.list.tasks.set_rows(rows)

    # the chosen task

    def _current_changed(self, task_id: str) -> None:
        self._running.start("detail", self._detail(task_id))

    async def _detail(self, task_id: str) -> None:
        task = await self._workplace.get("Task", task_id) if task_id else None
        if task is None:
            self._desk.show_task(None)
            return
        await self._names.ready()
        allowed = await self._workplace.allowed("Task", task_id)
        source = task.get("tacnghiep:documentId")
        document = await self._workplace.get("Document", source) if source else None
        unsent = task_id in self._unsent
        self._desk.show_task(
            task_words.detail(task, self._names, self._now(), allowed=allowed, document=document, unsent=unsent)
        )

    async def _find(self, task_id: str) -> None:
        """Go to the first box that holds the task."""
        for box in boxes.TASKS:
            for scope in box.scopes:
                if task_id in await self._workplace.ids(box.key, scope):
                    self.show_box(box.key, scope)
                    return
        self._wanted = ""
        await self._detail(task_id)
