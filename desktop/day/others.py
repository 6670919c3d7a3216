"""The others: the specialist reports, the chief of office approves the week, the recipient sees the document."""

from __future__ import annotations

from PySide6.QtCore import QDate

from desktop.day.hands import Hands
from desktop.day.player import NotSeen
from widgets.schedule_desk import ScheduleDesk
from widgets.task_desk import TaskDesk
from widgets.task_dialogs import AskExtensionDialog, ReportDialog


class OtherSteps:
    """What the others do."""

    RECIPIENT = "ngoc"

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._player = hands.player

    async def report(self) -> None:
        await self._task("reportProgress")
        dialog = await self._player.dialog(ReportDialog)
        dialog.text.set_text("Đã tổng hợp số liệu của các chi bộ, đang dự thảo báo cáo.")
        await self._player.calm()
        await self._player.click(dialog.accept_button)
        await self._player.gone(dialog, "the report to be taken")
        await self._player.calm(0.6)

    async def ask_extension(self) -> None:
        await self._task("askExtension")
        dialog = await self._player.dialog(AskExtensionDialog)
        dialog.reason.set_text("Chờ số liệu của hai chi bộ.")
        dialog.due.setDate(dialog.due.date().addDays(3) if dialog.due.date().isValid() else QDate.currentDate())
        await self._player.calm()
        await self._player.click(dialog.accept_button)
        await self._player.gone(dialog, "the question to be taken")
        await self._player.calm(0.6)

    async def finish(self) -> None:
        """The task that the clerk gave this morning is done."""
        await self._task("finishTask", self._hands.subjects["task"])
        dialog = await self._player.dialog(ReportDialog)
        dialog.text.set_text("Đã trình báo cáo, kèm biểu tổng hợp của các chi bộ.")
        await self._player.calm()
        await self._player.click(dialog.accept_button)
        await self._player.gone(dialog, "the report to be taken")
        await self._player.calm(0.6)
        await self._player.until(lambda: self._hands.room.workplace.sync.state.kind == "synced", "synced")

    async def _task(self, kind: str, title: str = "") -> None:
        """Begin an act on the first task of mine that allows it, or on the one of this title."""
        room = self._hands.room
        room.window.show_desk("tasks")
        desk = self._hands.desk_child(room.window, TaskDesk)
        await self._player.calm(0.6)
        for task_id in await room.workplace.ids("tasks.open", "own"):
            task = await room.workplace.get("Task", task_id)
            if title and (task is None or task["title"] != title):
                continue
            if kind in await room.workplace.allowed("Task", task_id):
                room.desks.tasks.show(task_id)
                await self._player.calm(0.6)
                desk.act_requested.emit(kind, task_id)
                return
        raise NotSeen(f"a task that allows {kind}")

    async def approve_schedule(self) -> None:
        room = self._hands.room
        room.window.show_desk("schedule")
        desk = self._hands.desk_child(room.window, ScheduleDesk)
        await self._player.calm(0.6)
        if desk.approve_week.isVisible() and desk.approve_week.isEnabled():
            await self._player.click(desk.approve_week)
        await self._player.calm(1.0)

    async def see_arrival(self) -> None:
        desk = await self._hands.documents("incoming", "incoming.toReceive")
        self._hands.room.ways.open("Document", self._hands.subjects["written"])
        shown = self._hands.subjects["written"]
        room = self._hands.room
        for _ in range(100):
            handling = await room.workplace.get("Handling", desk.column.list.current() or "-")
            if handling is not None and handling["documentId"] == shown:
                break
            await self._player.calm(0.05)
        else:
            raise NotSeen("the issued document")
        await self._player.until(lambda: desk.pane.verdict.line().icon == "valid", "a valid verdict", 60)
        await self._player.calm(1.0)
