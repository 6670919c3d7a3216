"""One transaction of the practice central: putting objects, and telling those who may see them.

Knows the tables and who may see what. Everything derived (audiences, the log of changes, uses of blobs) is kept here,
so that whoever puts an object cannot forget it.
"""

from __future__ import annotations

import json
from collections import ChainMap
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, and_, case, delete, false, insert, or_, select, update

from desktop.office.finished import is_unfinished
from desktop.practice import audience as who
from desktop.practice.reading import Reading, Remembered
from desktop.practice.schema import (
    SHARED,
    TYPE_NUMBER,
    TYPES,
    WHOLE,
    audience,
    blob_use,
    counter,
    latest,
    principal,
    setting,
    thing,
)
from desktop.practice.sql import chunks, insert_new, upsert
from desktop.practice.words import words_of

Object = dict[str, Any]


def sort_columns(type_name: str, value: Object) -> tuple[str, str]:
    """What an object is listed by: when it changed, and its type's own order."""
    if type_name == "Act":
        return value.get("receivedAt", "")[:20], f"{value.get('seq', 0):020d}"
    updated = value.get("updatedAt") or value.get("updated") or ""
    names = {"Document": "issuedAt", "Handling": "arrivedAt", "Task": "due", "ScheduleEntry": "start"}
    arrived = value.get(names.get(type_name, "")) or ""
    return str(updated)[:20], str(arrived)[:20]


def thing_row(type_name: str, value: Object, organ_id: str | None) -> Object:
    """The row that an object is kept as."""
    body, own = who.split(type_name, value)
    updated, arrived = sort_columns(type_name, value)
    document = value.get("tacnghiep:documentId") if type_name == "Task" else value.get("documentId")
    return {
        "type": TYPE_NUMBER[type_name],
        "id": value["id"],
        "revision": value.get("revision", 0),
        "closed": who.is_closed(type_name, value),
        "updated": updated,
        "arrived": arrived,
        "organ_id": organ_id,
        "document_id": document,
        "subject_id": value.get("subjectId") if type_name == "Act" else None,
        "unfinished": is_unfinished(type_name, value),
        "words": words_of(type_name, value),
        "body": body,
        "own": own,
    }


class Writing(Reading):
    """A transaction that no other writer shares; reads see what it has written.

    Attributes:
        touched: type names by principal number: who must be woken once it is committed.
        drawn: principals that were not known before, to be remembered once it is committed.
    """

    def __init__(self, connection: Connection, epoch: str, remembered: Remembered) -> None:
        # What is drawn here is nobody else's before it is committed.
        self.drawn: dict[str, int] = {}
        super().__init__(connection, epoch, Remembered(ChainMap(self.drawn, remembered.numbers)))
        rows = connection.execute(select(counter.c.name, counter.c.value).with_for_update())
        self._counters: dict[str, int] = {row.name: row.value for row in rows}
        self.touched: dict[int, set[str]] = {}
        self._latest: dict[tuple[int, int], int] = {}

    # -- numbers

    def next(self, name: str) -> int:
        """The next value of ``change`` or ``act``."""
        self._counters[name] += 1
        return self._counters[name]

    def finish(self) -> None:
        """Writes what was gathered; the transaction commits after it."""
        values = case(self._counters, value=counter.c.name)
        self.connection.execute(update(counter).where(counter.c.name.in_(self._counters)).values(value=values))
        rows = [{"principal": p, "type": t, "changed": changed} for (p, t), changed in self._latest.items()]
        upsert(self.connection, latest, rows, ["principal", "type"])
        self._latest.clear()

    def note_latest(self, principal_number: int, type_number: int, change: int) -> None:
        """Remembers the newest change of a type for a principal; ``finish`` writes it."""
        self._latest[principal_number, type_number] = change

    def remember(self, name: str, value: str) -> None:
        """Keeps a value of the store, together with what else this transaction does."""
        upsert(self.connection, setting, [{"name": name, "value": value}], ["name"])

    def make_numbers(self, names: Iterable[str]) -> dict[str, int]:
        """The numbers of principals, drawn for those that have none."""
        wanted = set(names)
        self.numbers_of(wanted)
        missing = sorted(name for name in wanted if name not in self._known)
        if missing:
            insert_new(self.connection, principal, [{"name": name} for name in missing], ["name"])
            for part in chunks(missing, 500):
                self.numbers_of(part)
        return {name: self._known[name] for name in wanted}

    # -- objects

    def put(self, type_name: str, value: Object) -> None:
        """Keeps an object and tells everyone who sees it, those whose acts or documents hang on it too."""
        old = self.get(type_name, value["id"])
        names = who.of_subject(type_name, value, self.organ_of_unit)
        former = who.of_subject(type_name, old, self.organ_of_unit) if old else frozenset[str]()
        self._store(type_name, value, old, names, who.organ_of(type_name, value), former)
        if names == former:
            return
        if type_name == "Handling":
            self._open_document(value, names - former)
        elif old is not None and type_name in ("Document", "Task", "ScheduleEntry"):
            for act in self._accepted(thing.c.subject_id == value["id"]):
                self._readmit(act, value)

    def put_act(self, act: Object) -> None:
        """Keeps an act once judged; those see it who see what it was done to."""
        subject = self.get(act["subjectType"], act["subjectId"])
        organ = who.organ_of(act["subjectType"], subject) if subject else None
        self._store("Act", act, None, self.audience_of_act(act, subject), organ)

    def audience_of_act(self, act: Object, subject: Object | None) -> frozenset[str]:
        """Who sees an act: a refused one its author; one on a Handling all who handle the document in that organ."""
        names = {f"person:{act['authorId']}"}
        if act["outcome"] != "accepted" or subject is None:
            return frozenset(names)
        subject_type = act["subjectType"]
        if act["kind"] == "export":
            names |= {
                f"overview:{p['organId']}" for p in self.positions(act["authorId"]) if p["id"] == act["positionId"]
            }
            return frozenset(names)
        if subject_type == "Handling":
            for handling in self.handlings(subject["documentId"], subject["organId"]):
                names |= who.of_handling(handling)
            return frozenset(names)
        names |= who.of_subject(subject_type, subject, self.organ_of_unit)
        if subject_type == "Document" and act["kind"] in who.PUBLISHED_KINDS and subject["state"] == "issued":
            for handling in self.handlings(subject["id"]):
                names |= who.of_handling(handling)
        return frozenset(names)

    def positions(self, person_id: str) -> list[Object]:
        """The seats a person holds."""
        person = self.get("Person", person_id)
        return person["positions"] if person else []

    def organ_of_unit(self, unit_id: str) -> str | None:
        """The organ that a unit belongs to."""
        unit = self.get("Unit", unit_id)
        return unit["organId"] if unit else None

    def _store(
        self,
        type_name: str,
        value: Object,
        old: Object | None,
        names: frozenset[str],
        organ: str | None,
        former: frozenset[str] = frozenset(),
    ) -> None:
        row = thing_row(type_name, value, organ)
        number = TYPE_NUMBER[type_name]
        change = self.next("change")
        told: set[int] = set()
        if old is None:
            key = self.connection.execute(insert(thing).values(**row).returning(thing.c.key)).scalar_one()
        else:
            found = and_(thing.c.type == number, thing.c.id == value["id"])
            key = self.connection.execute(update(thing).where(found).values(**row).returning(thing.c.key)).scalar_one()
            moved = and_(audience.c.thing == key, audience.c.gone == false())
            if type_name == "Document" and _same_for_recipients(old, value):
                moved = and_(moved, audience.c.view == WHOLE)
            changed = update(audience).where(moved).values(changed=change).returning(audience.c.principal)
            told.update(self.connection.execute(changed).scalars())
        self._objects[type_name, value["id"]] = json.loads(json.dumps(value))
        if old is None or names != former:
            told |= self._set_audience(key, number, names, WHOLE, change, former=old is not None)
        self._use_blobs(key, value, old)
        self._tell(number, change, told)

    def _set_audience(
        self, key: int, number: int, names: Iterable[str], view: int, change: int, *, former: bool
    ) -> set[int]:
        """Makes ``names`` the principals with this view of a thing; those who see it anew, or no more."""
        lost: list[int] = []
        wanted = set(self.make_numbers(names).values())
        known: dict[int, Any] = {}
        if former:
            of_interest = or_(audience.c.view == view, audience.c.principal.in_(wanted))
            rows = self.connection.execute(select(audience).where(audience.c.thing == key, of_interest))
            known = {row.principal: row for row in rows}
            lost = [n for n, row in known.items() if n not in wanted and row.view == view and not row.gone]
            if lost:
                self.connection.execute(
                    update(audience)
                    .where(audience.c.thing == key, audience.c.principal.in_(lost))
                    .values(gone=True, changed=change)
                )
        return {*lost, *self._grant(key, number, {n: known.get(n) for n in wanted}, view, change)}

    def _grant(self, key: int, number: int, wanted: Mapping[int, Any], view: int, change: int) -> set[int]:
        """Lets principals see a thing, as far as they do not yet; ``wanted`` holds the row each has already, if any."""
        rows: list[Object] = []
        for principal_number, row in wanted.items():
            if row is not None and not row.gone and row.view <= view:
                continue
            since = change if row is None or row.gone else row.since
            best = view if row is None or row.gone else min(view, row.view)
            rows.append(
                {"principal": principal_number, "thing": key, "type": number, "view": best, "since": since,
                 "changed": change, "gone": False}
            )  # fmt: skip
        upsert(self.connection, audience, rows, ["principal", "thing"])
        return {row["principal"] for row in rows}

    def _admit(self, type_name: str, object_id: str, names: Iterable[str], view: int) -> None:
        """Lets more principals see a thing that has not itself changed."""
        key, number = self._key(type_name, object_id), TYPE_NUMBER[type_name]
        if key is None:
            return
        wanted = self.make_numbers(names)
        rows = self.connection.execute(
            select(audience).where(audience.c.thing == key, audience.c.principal.in_(list(wanted.values())))
        )
        known = {row.principal: row for row in rows}
        change = self.next("change")
        self._tell(number, change, self._grant(key, number, {n: known.get(n) for n in wanted.values()}, view, change))

    def _open_document(self, handling: Object, names: frozenset[str]) -> None:
        """Lets those given a Handling see its document, how it was signed, and what was done with it in the organ."""
        document, organ = handling["documentId"], handling["organId"]
        self._admit("Document", document, names, SHARED)
        for act in self._accepted(thing.c.subject_id == document):
            if act["kind"] in who.PUBLISHED_KINDS:
                self._admit("Act", act["id"], names, WHOLE)
        in_organ = and_(thing.c.document_id == document, thing.c.organ_id == organ, thing.c.subject_id != document)
        for act in self._accepted(in_organ):
            self._admit("Act", act["id"], names, WHOLE)

    def _readmit(self, act: Object, subject: Object) -> None:
        """An act's readers anew, when its subject's have changed: some come, some go."""
        key = self._key("Act", act["id"])
        if key is not None:
            change, number = self.next("change"), TYPE_NUMBER["Act"]
            readers = self.audience_of_act(act, subject)
            self._tell(number, change, self._set_audience(key, number, readers, WHOLE, change, former=True))

    def _key(self, type_name: str, object_id: str) -> int | None:
        found = and_(thing.c.type == TYPE_NUMBER[type_name], thing.c.id == object_id)
        return self.connection.execute(select(thing.c.key).where(found)).scalar()

    def _accepted(self, condition: Any) -> list[Object]:
        """Accepted acts."""
        statement = select(thing.c.body).where(thing.c.type == TYPE_NUMBER["Act"], condition)
        acts = [json.loads(body + "}") for body in self.connection.execute(statement).scalars()]
        return [act for act in acts if act["outcome"] == "accepted"]

    # -- what follows from it

    def _use_blobs(self, key: int, value: Object, old: Object | None) -> None:
        used = set(who.blobs_in(who.shared_part(value)))
        before = set(who.blobs_in(who.shared_part(old))) if old else set[str]()
        if before - used:
            gone = and_(blob_use.c.thing == key, blob_use.c.blob_id.in_(before - used))
            self.connection.execute(delete(blob_use).where(gone))
        rows = [{"blob_id": blob_id, "thing": key} for blob_id in sorted(used - before)]
        insert_new(self.connection, blob_use, rows, ["blob_id", "thing"])

    def _tell(self, number: int, change: int, principals: Iterable[int]) -> None:
        for principal_number in principals:
            self._latest[principal_number, number] = change
            self.touched.setdefault(principal_number, set()).add(TYPES[number])


def _same_for_recipients(old: Object, new: Object) -> bool:
    """Whether only what the issuing organ alone gets has changed."""
    ours = {*who.ORGAN_OWN, "revision", "updatedAt"}
    return {n: v for n, v in old.items() if n not in ours} == {n: v for n, v in new.items() if n not in ours}
