"""The others: the specialist reports, the chief of office approves the week, the recipient sees the document."""

from __future__ import annotations

from PySide6.QtCore import QDate

from desktop.day.clerk import SUBJECT
from desktop.day.hands import Hands
from desktop.day.player import NotSeen
from widgets.schedule_desk import ScheduleDesk
from widgets.task_desk import TaskDesk
from widgets.task_dialogs import AskExtensionDialog, ReportDialog


class OtherSteps:
    """What the others do."""

    RECIPIENT = "huong"

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

    async def _task(self, kind: str) -> None:
        """Begin an act on the first task of mine that allows it."""
        room = self._hands.room
        room.window.show_desk("tasks")
        desk = self._hands.desk_child(room.window, TaskDesk)
        await self._player.calm(0.6)
        for task_id in await room.workplace.ids("tasks.open", "own"):
            if kind in await room.workplace.allowed("Task", task_id):
                room.tasks.show(task_id)
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
        rows = desk.column.list.model().rowCount()
        for place in range(min(rows, 20)):
            await self._hands.choose(desk, place)
            await self._player.calm(0.3)
            if desk.pane.subject.text().endswith(SUBJECT):
                break
        else:
            raise NotSeen("the issued document")
        await self._player.until(lambda: desk.pane.verdict.line().icon == "valid", "a valid verdict", 60)
        await self._player.calm(1.0)
