"""The line below a list of finished work: from when on it is kept here, and more of it when it is asked for.

Knows the strip, the workplace and messages.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.presenters import formats, messages, needs
from desktop.presenters.running import Running
from desktop.session.errors import CentralError
from widgets.older_strip import OlderStrip
from widgets.theme import Tone

translate = QCoreApplication.translate

TYPES: Final = {
    "incoming.returned": "Handling",
    "incoming.done": "Handling",
    "outgoing.issued": "Document",
    "tasks.done": "Task",
}
"""Boxes with finished work in them, and what lies there: the others hold open work alone, which is all kept here."""


class OlderPresenter:
    """Keeps one strip in step with the box in front.

    Args:
        workplace: the session's (desktop.session.workplace.Workplace).
        say: tells the clerk what came, or why nothing did.
    """

    def __init__(self, workplace: needs.AsksForOlder, strip: OlderStrip, say: Callable[[str, Tone], None]) -> None:
        self._workplace = workplace
        self._strip = strip
        self._say = say
        self._type = ""
        self._running = Running(lambda error: say(messages.of_error(error), Tone.BAD))
        strip.wanted.connect(lambda: self._running.start("more", self._more()))

    def close(self) -> None:
        """End what runs."""
        self._running.close()

    async def settled(self) -> None:
        """Wait until nothing runs."""
        await self._running.settled()

    async def show(self, box: str) -> None:
        """Another box is in front, or what it holds has changed."""
        moved, self._type = self._type != TYPES.get(box, ""), TYPES.get(box, "")
        if moved:
            self._running.cancel("more")
        if self._type and not self._running.is_running("more"):
            self._tell(await self._workplace.older.reached(self._type, self._organ()))
        elif not self._type:
            self._strip.hide()

    def _organ(self) -> str | None:
        # A task given by another organ is that organ's: what is seen of them is what this person may see.
        return None if self._type == "Task" else self._workplace.me.organ_id

    def _tell(self, reached: needs.Reached | None, *, busy: bool = False) -> None:
        if reached is None or not reached.more:
            self._strip.hide()
            return
        day = formats.day(reached.until)
        if self._type == "Task":
            words = translate("Older", "Nhiệm vụ xong trước {day} không lưu trên máy này")
        else:
            words = translate("Older", "Văn bản xong trước {day} không lưu trên máy này")
        action = translate("Older", "Đang tải…") if busy else translate("Older", "Tải thêm")
        self._strip.say(words.format(day=day), action, busy=busy)

    async def _more(self) -> None:
        reached = await self._workplace.older.reached(self._type, self._organ())
        self._tell(reached, busy=True)
        try:
            reached = await self._workplace.older.page(self._type, self._organ())
        except CentralError as error:
            self._say(_why_not(error), Tone.WARN)
        else:
            if reached is not None and reached.came:
                self._say(translate("Older", "Đã tải thêm %n việc cũ.", None, reached.came), Tone.GOOD)
            else:
                self._say(translate("Older", "Hệ thống trung tâm không còn việc nào cũ hơn."), Tone.INFO)
        self._tell(reached)


def _why_not(error: CentralError) -> str:
    if error.kind == "offline":
        return translate("Older", "Mất kết nối: việc cũ không lưu trên máy này, có mạng lại thì bấm Tải thêm.")
    return messages.of_error(error)
