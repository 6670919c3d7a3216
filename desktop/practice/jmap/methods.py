"""The methods of the office's types: get, changes, query, queryChanges, set (RFC 8620, 5); core/echo.

Knows the store and the act desk.
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
from desktop.practice.reading import Reading, Unsupported, Viewer
from desktop.practice.schema import TYPES
from desktop.practice.store import Store

KEPT_QUERIES = 32


class Orders:
    """Ordered identifiers of recent queries: the pages of one query are cut from one array while nothing changes."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, ...], list[str]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[str, ...]) -> list[str] | None:
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: tuple[str, ...], ids: list[str]) -> None:
        with self._lock:
            self._kept[key] = ids
            while len(self._kept) > KEPT_QUERIES:
                self._kept.popitem(last=False)


class OfficeMethods:
    """The methods, each for the person who calls."""

    def __init__(self, store: Store, desk: ActDesk) -> None:
        self.store = store
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
        with self.store.reading() as reading:
            viewer = _viewer(reading, call)
            if ids is None:
                ids = reading.visible(viewer, type_name, MAX_GET + 1)
                if len(ids) > MAX_GET:
                    raise MethodError("requestTooLarge", f"there are more than {MAX_GET} objects: query them")
            texts = reading.texts(viewer, type_name, ids)
            state = reading.states(viewer)[type_name]
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
        with self.store.reading() as reading:
            viewer = _viewer(reading, call)
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
        with self.store.reading() as reading:
            viewer = _viewer(reading, call)
            state = reading.states(viewer)[type_name]
            key = (call.person_id, type_name, state, dump(filter_), dump(sort))
            ids = self.orders.get(key)
            if ids is None:
                try:
                    ids = reading.ordered(viewer, type_name, filter_, sort)
                except Unsupported as problem:
                    raise MethodError(str(problem)) from problem
                self.orders.put(key, ids)
        start = _start(given, ids)
        size = MAX_QUERY if limit is None else min(limit, MAX_QUERY)
        found: dict[str, Any] = {
            "accountId": call.person_id,
            "queryState": state,
            "canCalculateChanges": False,
            "position": start,
            "ids": ids[start : start + size],
        }
        if given.get("calculateTotal") is True:
            found["total"] = len(ids)
        if limit is None or limit > MAX_QUERY:
            found["limit"] = MAX_QUERY
        return found

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
        with self.store.reading() as reading:
            return reading.states(_viewer(reading, call))["Act"]


def methods(*tables: Mapping[str, tuple[str, Method]]) -> Methods:
    """Several tables as one."""
    return Methods({name: entry for table in tables for name, entry in table.items()})


def _viewer(reading: Reading, call: Call) -> Viewer:
    viewer = reading.viewer(call.person_id)
    if viewer is None:
        raise MethodError("accountNotFound")
    return viewer


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
