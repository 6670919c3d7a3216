"""The methods of the office's types: get, changes, query, queryChanges, set (RFC 8620, 5); core/echo.

Knows what a snapshot can be asked, and the act desk.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import partial
from threading import Lock
from typing import Any

from desktop.practice.acts import ActDesk, SetError
from desktop.practice.jmap.errors import MethodError
from desktop.practice.jmap.request import Call, Method, Methods
from desktop.practice.jmap.session import CORE, MAX_GET, MAX_QUERY, MAX_SET, OFFICE
from desktop.practice.jmap.splice import Texts, dump
from desktop.practice.listing import Unsupported
from desktop.practice.reading import Reading, Viewer
from desktop.practice.schema import TYPES

KEPT_IDS = 500_000
"""Identifiers kept of recent queries, some 60 MB."""

KEPT_COUNTS = 10_000

SHARED_TYPES = frozenset({"Unit", "Person", "Register"})
"""Types that many see alike: their order is worked out whole at once, for all of them."""


Question = tuple[object, ...]


class Orders:
    """Ordered identifiers, and counts, of recent queries: pages are cut from one array while nothing changes.

    They are kept by principals, not by person: what everybody sees is kept once.
    """

    def __init__(self) -> None:
        self._lists: OrderedDict[Question, list[str]] = OrderedDict()
        self._counts: OrderedDict[Question, int] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, key: Question) -> list[str] | None:
        with self._lock:
            found = self._lists.get(key)
            if found is not None:
                self._lists.move_to_end(key)
            return found

    def put(self, key: Question, ids: list[str]) -> None:
        with self._lock:
            self._size += len(ids) - len(self._lists.pop(key, ()))
            self._lists[key] = ids
            while len(self._lists) > 1 and self._size > KEPT_IDS:
                self._size -= len(self._lists.popitem(last=False)[1])

    def count(self, key: Question) -> int | None:
        with self._lock:
            return self._counts.get(key)

    def put_count(self, key: Question, count: int) -> None:
        with self._lock:
            self._counts[key] = count
            while len(self._counts) > KEPT_COUNTS:
                self._counts.popitem(last=False)


class OfficeMethods:
    """The methods, each for the person who calls."""

    def __init__(self, desk: ActDesk) -> None:
        self.desk = desk
        self.orders = Orders()

    def table(self) -> dict[str, tuple[str, Method]]:
        """All of them by name."""
        found: dict[str, tuple[str, Method]] = {"Core/echo": (CORE, lambda _call, given: given)}
        for name in TYPES:
            found[f"{name}/get"] = (OFFICE, partial(self.get, name))
            found[f"{name}/changes"] = (OFFICE, partial(self.changes, name))
            found[f"{name}/query"] = (OFFICE, partial(self.query, name))
            found[f"{name}/queryChanges"] = (OFFICE, self.query_changes)
            found[f"{name}/set"] = (OFFICE, self.set_acts if name == "Act" else self.set_refused)
        return found

    # -- reading

    def get(self, type_name: str, call: Call, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """RFC 8620, 5.1."""
        call.check_account(given)
        ids = _strings(given.get("ids"), "ids")
        properties = _strings(given.get("properties"), "properties")
        if ids is not None:
            ids = list(dict.fromkeys(call.created.get(i[1:], i) if i.startswith("#") else i for i in ids))
            if len(ids) > MAX_GET:
                raise MethodError("requestTooLarge", f"at most {MAX_GET} objects")
        reading, viewer = call.reading(), call.viewer()
        if ids is None:
            ids = reading.visible(viewer, type_name, MAX_GET + 1)
            if len(ids) > MAX_GET:
                raise MethodError("requestTooLarge", f"there are more than {MAX_GET} objects: query them")
        texts = reading.texts(viewer, type_name, ids)
        state = reading.state_of(viewer, type_name)
        there = [texts[i] for i in ids if i in texts]
        if properties is not None:
            there = [_only(text, {"id", *properties}) for text in there]
        return {
            "accountId": call.person_id,
            "state": state,
            "list": Texts(there),
            "notFound": [i for i in ids if i not in texts],
        }

    def changes(self, type_name: str, call: Call, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """RFC 8620, 5.2."""
        call.check_account(given)
        since = given.get("sinceState")
        if not isinstance(since, str):
            raise MethodError("invalidArguments", "sinceState is missing")
        limit = _natural(given.get("maxChanges"), "maxChanges", least=1) or MAX_QUERY
        reading, viewer = call.reading(), call.viewer()
        change = reading.change_of(viewer, since)
        if change is None or change > reading.newest(viewer)[type_name]:
            raise MethodError("cannotCalculateChanges")
        found = reading.changes(viewer, type_name, change, min(limit, MAX_QUERY))
        return {
            "accountId": call.person_id,
            "oldState": since,
            "newState": reading.state(viewer, found.new),
            "hasMoreChanges": found.more,
            "created": found.created,
            "updated": found.updated,
            "destroyed": found.destroyed,
        }

    def query(self, type_name: str, call: Call, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """RFC 8620, 5.5."""
        call.check_account(given)
        filter_, sort = given.get("filter"), given.get("sort") or []
        if filter_ is not None and not isinstance(filter_, dict):
            raise MethodError("invalidArguments", "filter is an object")
        if not isinstance(sort, list) or not all(isinstance(part, dict) for part in sort):
            raise MethodError("invalidArguments", "sort is an array of comparators")
        limit = _natural(given.get("limit"), "limit")
        size = MAX_QUERY if limit is None else min(limit, MAX_QUERY)
        try:
            page = self._page(call, type_name, filter_, sort, given, size)
            total = self._total(call, type_name, filter_) if given.get("calculateTotal") is True else None
        except Unsupported as problem:
            raise MethodError(str(problem)) from problem
        found: dict[str, Any] = {
            "accountId": call.person_id,
            "queryState": call.reading().state_of(call.viewer(), type_name),
            "canCalculateChanges": False,
            "position": page[0],
            "ids": page[1],
        }
        if total is not None:
            found["total"] = total
        if limit is None or limit > MAX_QUERY:
            found["limit"] = MAX_QUERY
        return found

    def _page(
        self, call: Call, type_name: str, filter_: Any, sort: list[Any], given: Mapping[str, Any], size: int
    ) -> tuple[int, list[str]]:
        """Where the page begins, and its identifiers. The first one is asked for alone; later ones from one array."""
        reading, viewer = call.reading(), call.viewer()
        key = (*self._question(reading, viewer, type_name, filter_), dump(sort))
        ids = self.orders.get(key)
        is_first = size <= MAX_GET and not given.get("position") and given.get("anchor") is None
        if ids is None and is_first and type_name not in SHARED_TYPES:
            return 0, reading.ordered(viewer, type_name, filter_, sort, size)
        if ids is None:
            ids = reading.ordered(viewer, type_name, filter_, sort)
            self.orders.put(key, ids)
        start = _start(given, ids)
        return start, ids[start : start + size]

    def _total(self, call: Call, type_name: str, filter_: Any) -> int:
        reading, viewer = call.reading(), call.viewer()
        key = self._question(reading, viewer, type_name, filter_)
        total = self.orders.count(key)
        if total is None:
            total = reading.count(viewer, type_name, filter_)
            self.orders.put_count(key, total)
        return total

    @staticmethod
    def _question(reading: Reading, viewer: Viewer, type_name: str, filter_: Any) -> Question:
        return (type_name, reading.epoch, reading.newest(viewer)[type_name], reading.holders(viewer, type_name),
                dump(filter_))  # fmt: skip

    def query_changes(self, call: Call, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """RFC 8620, 5.6: this central never can; a client compares identifiers."""
        call.check_account(given)
        raise MethodError("cannotCalculateChanges")

    # -- writing

    def set_refused(self, call: Call, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """State is what follows from acts: nothing else is written."""
        call.check_account(given)
        raise MethodError("forbidden", "what is done is done by acts: use Act/set create")

    def set_acts(self, call: Call, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """Act/set (RFC 8620, 5.3): acts are made, never changed nor destroyed."""
        call.check_account(given)
        create, update, destroy = given.get("create") or {}, given.get("update") or {}, given.get("destroy") or []
        if not isinstance(create, dict) or not isinstance(update, dict) or not isinstance(destroy, list):
            raise MethodError("invalidArguments", "create and update are objects, destroy is an array")
        if len(create) + len(update) + len(destroy) > MAX_SET:
            raise MethodError("requestTooLarge", f"at most {MAX_SET} acts")
        old = self._act_state(call)
        call.end_snapshot()
        wanted = given.get("ifInState")
        if wanted is not None and wanted != old:
            raise MethodError("stateMismatch")
        created: dict[str, Any] = {}
        refused: dict[str, Any] = {}
        for key, value in create.items():
            try:
                created[key] = self._take(call, value)
                call.created[key] = created[key]["id"]
            except SetError as problem:
                refused[key] = problem.wire()
        never = {"type": "forbidden", "description": "an act is made once and stays"}
        return {
            "accountId": call.person_id,
            "oldState": old,
            "newState": self._act_state(call),
            "created": created or None,
            "updated": None,
            "destroyed": None,
            "notCreated": refused or None,
            "notUpdated": dict.fromkeys(update, never) or None,
            "notDestroyed": dict.fromkeys(map(str, destroy), never) or None,
        }

    def _take(self, call: Call, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise SetError("invalidProperties", "an act is an object", properties=[])
        result, touched = self.desk.take(call.person_id, value)
        for number, names in touched.items():
            call.touched.setdefault(number, set()).update(names)
        return result

    def _act_state(self, call: Call) -> str:
        return call.reading().state_of(call.viewer(), "Act")


def methods(*tables: Mapping[str, tuple[str, Method]]) -> Methods:
    """Several tables as one."""
    return Methods({name: entry for table in tables for name, entry in table.items()})


def _only(text: str, names: set[str]) -> str:
    """An object with some of its members."""
    return dump({name: member for name, member in json.loads(text).items() if name in names})


def _strings(value: Any, name: str) -> list[str] | None:
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise MethodError("invalidArguments", f"{name} is an array of strings")
    return value


def _natural(value: Any, name: str, *, least: int = 0) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise MethodError("invalidArguments", f"{name} is a number from {least} on")
    return value


def _start(given: Mapping[str, Any], ids: Sequence[str]) -> int:
    """Where the page begins: at a position, counted from the end when negative, or at an anchor."""
    position, anchor, offset = given.get("position", 0), given.get("anchor"), given.get("anchorOffset", 0)
    if not all(isinstance(n, int) and not isinstance(n, bool) for n in (position, offset)):
        raise MethodError("invalidArguments", "position and anchorOffset are numbers")
    if anchor is not None:
        if anchor not in ids:
            raise MethodError("anchorNotFound")
        return max(0, ids.index(anchor) + offset)
    return max(0, len(ids) + position) if position < 0 else position
