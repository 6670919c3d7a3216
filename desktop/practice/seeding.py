"""Filling an empty store with a practice office. Knows the tables, who may see what, and the shape of a seed.

Everything goes in by plain bulk inserts in one transaction: a start that is cut leaves an empty store, which the next
one fills.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from sqlalchemy import insert

from desktop.office.acts import wire_time
from desktop.practice import audience as who
from desktop.practice.blobs import Blobs, record
from desktop.practice.later import lay_by
from desktop.practice.schema import (
    SHARED,
    TYPE_NUMBER,
    TYPES,
    WHOLE,
    account,
    act_content,
    audience,
    blob_use,
    thing,
)
from desktop.practice.sql import chunks
from desktop.practice.store import Store
from desktop.practice.writing import Writing, thing_row

Object = dict[str, Any]
Key = tuple[str, str]


class Seed(Protocol):
    """What an office begins with.

    Attributes:
        objects: by type name, in wire form.
        texts: the text of each document's PDF, by document id, where the object does not carry it.
        blobs: (content, media type) of every file that an object refers to.
        acts: what has been done so far, oldest first, with outcome and receivedAt.
        accounts: ``personId``, ``username``, ``password``.

    It may also have ``later``: papers that arrive in the course of the practice, each with ``document``, ``handlings``
    and ``acts`` (see desktop.practice.later).
    """

    @property
    def objects(self) -> Mapping[str, list[Object]]: ...
    @property
    def texts(self) -> Mapping[str, str]: ...
    @property
    def blobs(self) -> Iterable[tuple[bytes, str]]: ...
    @property
    def acts(self) -> list[Object]: ...
    @property
    def accounts(self) -> list[Object]: ...


class Sowing:
    """One filling of one store."""

    def __init__(self, writing: Writing, seed: Seed) -> None:
        self.writing = writing
        self.seed = seed
        self.objects: dict[Key, Object] = {}
        self.organs: dict[str, str] = {unit["id"]: unit["organId"] for unit in seed.objects.get("Unit", [])}
        self.by_document: dict[str, list[Object]] = defaultdict(list)
        self.views: dict[Key, dict[str, int]] = {}

    def run(self) -> None:
        """Puts everything in, in an order in which what hangs on what is there already."""
        for handling in self.seed.objects.get("Handling", []):
            self.by_document[handling["documentId"]].append(handling)
        for type_name in TYPES:
            for value in self._values(type_name):
                self.objects[type_name, value["id"]] = value
        for (type_name, object_id), value in self.objects.items():
            self.views[type_name, object_id] = self._views(type_name, value)
        self._draw_principals()
        for type_name in TYPES:
            values = [value for (name, _id), value in self.objects.items() if name == type_name]
            for part in chunks(values, 1000):
                self._put(type_name, list(part))
        rows = [
            {"username": a["username"].lower(), "person_id": a["personId"], "password": a["password"]}
            for a in self.seed.accounts
        ]
        if rows:
            self.writing.connection.execute(insert(account), rows)

    def _values(self, type_name: str) -> list[Object]:
        if type_name == "Act":
            return [self._act(act) for act in sorted(self.seed.acts, key=lambda act: act["receivedAt"])]
        values = list(self.seed.objects.get(type_name, []))
        if type_name == "Document":
            return [{"text": self.seed.texts.get(value["id"], ""), **value} for value in values]
        return values

    def _act(self, act: Object) -> Object:
        """A past act as the central keeps one."""
        found = {"documentId": None, "dependsOn": [], "basedOn": {"revision": None, "digest": None}, **act}
        found.setdefault("outcome", "accepted")
        found.setdefault("reason", None)
        found["seq"] = self.writing.next("act")
        return found

    # -- who sees it

    def _views(self, type_name: str, value: Object) -> dict[str, int]:
        if type_name == "Act":
            return dict.fromkeys(self._act_readers(value), WHOLE)
        views = dict.fromkeys(who.of_subject(type_name, value, self.organs.get), WHOLE)
        if type_name == "Document":
            for handling in self.by_document.get(value["id"], []):
                for name in who.of_handling(handling):
                    views.setdefault(name, SHARED)
        return views

    def _act_readers(self, act: Object) -> set[str]:
        """As Writing.audience_of_act has it for new ones."""
        names = {f"person:{act['authorId']}"}
        subject = self.objects.get((act["subjectType"], act["subjectId"]))
        if act["outcome"] != "accepted" or subject is None:
            return names
        if act["subjectType"] == "Handling":
            for handling in self.by_document.get(subject["documentId"], []):
                if handling["organId"] == subject["organId"]:
                    names |= who.of_handling(handling)
            return names
        names |= who.of_subject(act["subjectType"], subject, self.organs.get)
        if act["kind"] in who.PUBLISHED_KINDS and subject["state"] == "issued":
            for handling in self.by_document.get(subject["id"], []):
                names |= who.of_handling(handling)
        return names

    def _draw_principals(self) -> None:
        """Numbers for everyone who is somebody, seen in anything yet or not: a subscriber must know its own."""
        names = {name for views in self.views.values() for name in views}
        for (type_name, _id), value in self.objects.items():
            if type_name == "Person":
                names |= who.principals_of(value)
        self.writing.make_numbers(names)

    # -- rows

    def _put(self, type_name: str, values: list[Object]) -> None:
        number = TYPE_NUMBER[type_name]
        connection = self.writing.connection
        rows = [thing_row(type_name, value, self._organ(type_name, value)) for value in values]
        statement = insert(thing).returning(thing.c.key, thing.c.id, sort_by_parameter_order=True)
        keys = {row.id: row.key for row in connection.execute(statement, rows)}
        seen: list[Object] = []
        used: list[Object] = []
        newest: dict[int, int] = {}
        for value in values:
            change = self.writing.next("change")
            key = keys[value["id"]]
            views = self.views[type_name, value["id"]]
            for name, principal_number in self.writing.make_numbers(views).items():
                newest[principal_number] = change
                seen.append({"principal": principal_number, "thing": key, "type": number, "view": views[name],
                             "since": change, "changed": change, "gone": False})  # fmt: skip
            used += [{"blob_id": blob_id, "thing": key} for blob_id in sorted(set(who.blobs_in(value)))]
        for table, found in ((audience, seen), (blob_use, used)):
            if found:
                connection.execute(insert(table), found)
        for principal_number, change in newest.items():
            self.writing.note_latest(principal_number, number, change)
        if type_name == "Act":
            # A past act's content is not known as its author sent it: its identifier is simply taken.
            taken = [{"id": act["id"], "digest": "", "result": "{}"} for act in values]
            connection.execute(insert(act_content), taken)

    def _organ(self, type_name: str, value: Object) -> str | None:
        if type_name != "Act":
            return who.organ_of(type_name, value)
        subject = self.objects.get((value["subjectType"], value["subjectId"]))
        return who.organ_of(value["subjectType"], subject) if subject else None


def sow(store: Store, blobs: Blobs, seed: Seed, now: Any) -> None:
    """Fills an empty store, and marks it filled in the same transaction."""
    stamp = wire_time(now)
    infos = {}
    for data, media_type in seed.blobs:
        info = blobs.lay(data, media_type)
        infos[info.id] = info
    with store.writing() as writing:
        record(writing.connection, list(infos.values()), None, stamp)
        Sowing(writing, seed).run()
        lay_by(writing, list(getattr(seed, "later", [])))
        writing.remember("filled", stamp)
