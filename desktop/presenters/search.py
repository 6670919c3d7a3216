"""The search box: documents, tasks and meetings from the store, people from the directory, commands of the windows.

Everything is found without diacritics (DOMAIN 11), and the words found are marked. Knows the popup and the workplace.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication

from desktop.presenters import formats, messages, schedule_words
from desktop.presenters.names import Names
from desktop.presenters.running import Running
from local_cache.folding import composed, fold, words
from widgets.search_popup import Found, FoundGroup, Kind, SearchPopup
from widgets.theme import Tone

translate = QCoreApplication.translate

MOST = 60
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


class Workplace(Protocol):
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
    ) -> None:
        self._workplace = workplace
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
        await self._names.ready()
        hits = await self._workplace.search(typed, MOST)
        groups = (*await self._object_groups(hits, typed), *self._people_group(typed), *self._command_group(typed))
        words_for_none = translate("Search", "Không tìm thấy. Thử ít từ hơn, hoặc chỉ gõ số và ký hiệu.")
        self._popup.show_results(groups, "" if groups else words_for_none)

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
        parts = (obj.get("notation") or "", obj.get("issuer") or "", formats.day(obj.get("documentDate")))
        return self._line("document", hit, formats.subject(obj), " · ".join(p for p in parts if p), "document", typed)

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
        if found.kind == "command":
            for command in self._commands():
                if command.key == found.id:
                    command.run()
                    return
            return
        types = {"document": "Document", "task": "Task", "schedule": "ScheduleEntry", "person": "Person"}
        self._open(types[found.kind], found.id)
