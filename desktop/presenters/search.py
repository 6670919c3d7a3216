"""The search box: documents, tasks and meetings from the store, people from the directory, commands of the windows.

Everything is found without diacritics (DOMAIN 11), and the words found are marked. Knows the popup and the workplace.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication

from desktop.presenters import formats, messages, needs, schedule_words
from desktop.presenters.names import Names
from desktop.presenters.running import Running
from desktop.session.errors import CentralError
from local_cache.folding import composed, fold, words
from widgets.search_popup import Found, FoundGroup, Kind, SearchPopup
from widgets.theme import Tone

translate = QCoreApplication.translate

MOST = 60
THERE = "there"
"""Key of the row that asks the central too."""
SLOW = 0.8
"""Seconds after which it is said that a document is on its way."""
SHOWN = {"Document": 7, "Task": 4, "ScheduleEntry": 3}
PEOPLE, COMMANDS = 4, 5
SNIPPET = 90
"""Characters of the text found that a result shows below its subject."""


@dataclass(frozen=True)
class Command:
    """Something the windows can do.

    Attributes:
        name: what it does, in words (translated when asked).
        keys: its shortcut, as shown.
        run: does it.
    """

    key: str
    name: Callable[[], str]
    icon: str
    run: Callable[[], object]
    keys: str = ""


class Hit(Protocol):
    """One object that the store found: `marks` are (start, end) in the snippet."""

    @property
    def type(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def snippet(self) -> str: ...
    @property
    def marks(self) -> Sequence[tuple[int, int]]: ...


class Workplace(needs.AsksForOlder, Protocol):
    """What this needs of the workplace."""

    async def search(self, text: str, limit: int = 50, /) -> Sequence[Any]: ...
    async def many(self, type_name: str, ids: Sequence[str], /) -> dict[str, dict[str, Any]]: ...
    async def all(self, type_name: str, /) -> list[dict[str, Any]]: ...


def marks_in(text: str, typed: str) -> tuple[tuple[int, int], ...]:
    """(start, length) of every word typed, whole words but for the last; empty where one of them is missing."""
    found: list[tuple[int, int]] = []
    wanted = words(fold(typed))
    for number, word in enumerate(wanted):
        places = _places(fold(text), word, open_end=number == len(wanted) - 1)
        if not places:
            return ()
        found += [(place, len(word)) for place in places]
    return tuple(sorted(set(found)))


def _places(folded: str, word: str, *, open_end: bool) -> list[int]:
    end = "" if open_end else r"(?!\w)"
    return [m.start() for m in re.finditer(rf"(?<!\w){re.escape(word)}{end}", folded)]


def _some_marks(text: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Marks of those words that are there, where not all of them are."""
    wanted, folded = words(fold(typed)), fold(text)
    found = [
        (place, len(word))
        for number, word in enumerate(wanted)
        for place in _places(folded, word, open_end=number == len(wanted) - 1)
    ]
    return tuple(sorted(set(found)))


class SearchPresenter:
    """Answers the search box.

    Args:
        open: shows an object on its desk: type, identifier ("Person" for people).
        commands: what can be done; asked anew each time, for what is allowed changes.
        line_is_up: whether the central answers at present.
    """

    def __init__(
        self,
        workplace: Workplace,
        popup: SearchPopup,
        names: Names,
        *,
        open: Callable[[str, str], object],
        commands: Callable[[], Iterable[Command]],
        say: Callable[[str, Tone], None],
        line_is_up: Callable[[], bool] = lambda: False,
    ) -> None:
        self._workplace = workplace
        self._say = say
        self._line_is_up = line_is_up
        self._there: set[str] = set()
        self._popup = popup
        self._names = names
        self._open = open
        self._commands = commands
        self._running = Running(lambda error: say(messages.of_error(error), Tone.BAD))
        popup.query_changed.connect(self.ask)
        popup.chosen.connect(self._chosen)

    def close(self) -> None:
        """End what runs."""
        self._running.close()

    async def settled(self) -> None:
        """Wait until nothing runs."""
        await self._running.settled()

    def ask(self, typed: str) -> None:
        """Find what is typed; the newest question wins."""
        self._running.start("ask", self._ask(typed))

    async def _ask(self, typed: str) -> None:
        if not words(composed(typed)):
            hint = translate("Search", "Gõ số, ký hiệu, trích yếu, tên người hoặc tên lệnh.")
            self._popup.show_results(self._command_group(""), hint)
            return
        groups = await self._here(typed)
        there, note = await self._offer(typed)
        words_for_none = translate("Search", "Không tìm thấy. Thử ít từ hơn, hoặc chỉ gõ số và ký hiệu.")
        self._popup.show_results((*groups, *there), " ".join(w for w in (note, "" if groups else words_for_none) if w))

    async def _here(self, typed: str) -> tuple[FoundGroup, ...]:
        await self._names.ready()
        hits = await self._workplace.search(typed, MOST)
        return (*await self._object_groups(hits, typed), *self._people_group(typed), *self._command_group(typed))

    # the central

    async def _offer(self, typed: str) -> tuple[tuple[FoundGroup, ...], str]:
        """Where not all documents are kept here: the row that asks the central too, or why it cannot be asked."""
        since = await self._workplace.older.since("Document")
        if not since:
            return (), ""
        if not self._line_is_up():
            note = translate("Search", "Mất kết nối: chỉ tìm được trong những gì lưu trên máy này.")
            return (), note
        title = translate("Search", "Tìm cả ở hệ thống trung tâm")
        detail = translate("Search", "Văn bản xong trước {day} không lưu trên máy này").format(day=formats.day(since))
        row = Found("there", THERE, title, detail, "search")
        return (FoundGroup(translate("Search", "Hệ thống trung tâm"), (row,), 1),), ""

    async def _ask_there(self, typed: str) -> None:
        """What is found here, and below it what the central has besides."""
        groups = await self._here(typed)
        self._popup.show_results(groups, translate("Search", "Đang tìm ở hệ thống trung tâm…"))
        try:
            documents = await self._workplace.older.search(typed)
        except CentralError as error:
            self._popup.show_results(groups, messages.of_error(error))
            return
        self._there = {document["id"] for document in documents}
        found = tuple(self._there_line(document, typed) for document in documents)
        if not found:
            self._popup.show_results(groups, translate("Search", "Hệ thống trung tâm không có thêm văn bản nào khớp."))
            return
        title = translate("Search", "Ở hệ thống trung tâm, chưa lưu trên máy này")
        self._popup.show_results((*groups, FoundGroup(title, found, len(found))), "", found[0].id)

    def _there_line(self, document: Mapping[str, Any], typed: str) -> Found:
        title, detail = composed(document.get("subject") or ""), composed(self._detail(document))
        return Found(
            "document", document["id"], title, detail, "document", _some_marks(title, typed), _some_marks(detail, typed)
        )

    async def _open_there(self, document_id: str) -> None:
        on_its_way = translate("Search", "Đang tải văn bản từ hệ thống trung tâm…")
        slow = asyncio.get_running_loop().call_later(SLOW, lambda: self._say(on_its_way, Tone.INFO))
        try:
            await self._workplace.older.document(document_id)
        finally:
            slow.cancel()
        self._there.discard(document_id)
        self._open("Document", document_id)

    # objects

    async def _object_groups(self, hits: Sequence[Hit], typed: str) -> tuple[FoundGroup, ...]:
        titles = {
            "Document": translate("Search", "Văn bản"),
            "Task": translate("Search", "Nhiệm vụ"),
            "ScheduleEntry": translate("Search", "Lịch công tác"),
        }
        made = []
        for type_name, most in SHOWN.items():
            mine = [hit for hit in hits if hit.type == type_name]
            objects = await self._workplace.many(type_name, [hit.id for hit in mine[:most]])
            shown = tuple(self._found(hit, objects[hit.id], typed) for hit in mine[:most] if hit.id in objects)
            if shown:
                made.append(FoundGroup(titles[type_name], shown, len(mine)))
        return tuple(made)

    def _found(self, hit: Hit, obj: Mapping[str, Any], typed: str) -> Found:
        if hit.type == "Task":
            lead = self._names.assignee(obj["tacnghiep:lead"])
            detail = " · ".join(part for part in (lead, formats.day(obj.get("due"))) if part)
            return self._line("task", hit, formats.title(obj), detail, "tasks", typed)
        if hit.type == "ScheduleEntry":
            detail = " · ".join(part for part in (schedule_words.when(obj), obj.get("tacnghiep:place") or "") if part)
            return self._line("schedule", hit, formats.title(obj), detail, "schedule", typed)
        return self._line("document", hit, formats.subject(obj), self._detail(obj), "document", typed)

    @staticmethod
    def _detail(document: Mapping[str, Any]) -> str:
        parts = (document.get("notation"), document.get("issuer"), formats.day(document.get("documentDate")))
        return " · ".join(part for part in parts if part)

    def _line(self, kind: Kind, hit: Hit, title: str, detail: str, icon: str, typed: str) -> Found:
        """Title and detail with what was found marked; the text's own words where neither holds it."""
        title, detail = composed(title), composed(detail)
        in_title, in_detail = _some_marks(title, typed), _some_marks(detail, typed)
        told = marks_in(title, typed) or marks_in(detail, typed)
        if not told and hit.snippet and composed(hit.snippet) != title:
            snippet = composed(hit.snippet)[:SNIPPET]
            start = len(detail) + 3
            in_detail += tuple((start + a, b - a) for a, b in hit.marks if b <= SNIPPET)
            detail = f"{detail} · {snippet}"
        return Found(kind, hit.id, title, detail, icon, in_title, in_detail)

    # people and commands

    def _people_group(self, typed: str) -> tuple[FoundGroup, ...]:
        found = []
        for person in self._names.persons.values():
            name = composed(person["name"])
            marks = marks_in(name, typed)
            if marks:
                seats = "; ".join(f"{s['title']}, {self._names.unit(s['unitId'])}" for s in person["positions"])
                found.append(Found("person", person["id"], name, seats, "person", marks))
        found.sort(key=lambda one: (one.marks[0][0] == 0, one.title))
        return (FoundGroup(translate("Search", "Người"), tuple(found[:PEOPLE]), len(found)),) if found else ()

    def _command_group(self, typed: str) -> tuple[FoundGroup, ...]:
        found = []
        for command in self._commands():
            name = composed(command.name())
            marks = marks_in(name, typed) if typed else ()
            if marks or not typed:
                found.append(Found("command", command.key, name, "", command.icon, marks, (), command.keys))
        return (FoundGroup(translate("Search", "Lệnh"), tuple(found[:COMMANDS]), len(found)),) if found else ()

    def _chosen(self, found: Found) -> None:
        if found.kind == "there":
            self._running.start("ask", self._ask_there(self._popup.typed()))
            return
        if found.kind == "document" and found.id in self._there:
            self._running.start("open", self._open_there(found.id))
            return
        if found.kind == "command":
            for command in self._commands():
                if command.key == found.id:
                    command.run()
                    return
            return
        types = {"document": "Document", "task": "Task", "schedule": "ScheduleEntry", "person": "Person"}
        self._open(types[found.kind], found.id)
