"""The other people of the practice office: now and then one of them does something by themselves.

Knows the central, and the rules for what is allowed. They act through the same desk as everybody, so that what they do
is judged, numbered and told like any other act. Whoever is signed in somewhere is left alone: nobody does their work.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from threading import Event, Thread
from typing import Any, cast

import structlog
from sqlalchemy import false, select
from sqlalchemy.exc import SQLAlchemyError
from uuid_utils import uuid7

from desktop.office.acts import KINDS, wire_time
from desktop.office.judge import allowed
from desktop.office.people import Me
from desktop.office.world import World, author_of
from desktop.practice.acts import SetError
from desktop.practice.audience import whole_text
from desktop.practice.central import Central
from desktop.practice.later import Arrival, bring, next_arrival
from desktop.practice.reading import Reading
from desktop.practice.schema import TYPE_NUMBER, thing, token

Object = dict[str, Any]

RECENT = 400
"""How many of the newest objects of a type are looked through for something to do."""

QUIET = (45.0, 150.0)
"""Seconds between two deeds, drawn between these."""

REPORTS = (
    "Đã họp các đơn vị, thống nhất phân công.",
    "Đã thu thập đủ số liệu của các chi bộ.",
    "Đang hoàn thiện dự thảo báo cáo, dự kiến trình trong tuần.",
    "Đã gửi xin ý kiến các đơn vị phối hợp.",
)
DIRECTIVES = (
    "Chủ trì tham mưu triển khai, báo cáo trước thời hạn.",
    "Nghiên cứu, đề xuất nội dung trả lời.",
    "Triển khai tới các chi bộ trực thuộc.",
)

log = structlog.get_logger("practice.actors")


@dataclass(frozen=True)
class Deed:
    """What somebody did: the act's kind, its author, its subject."""

    kind: str
    author_id: str
    subject_id: str
    result: Object


class Actors:
    """Does one thing at a time, drawn with a seed: the same office and seed give the same deeds."""

    def __init__(self, central: Central, seed: int = 2026) -> None:
        self.central = central
        self.random = random.Random(seed)
        self.deeds: dict[str, Callable[[Reading, frozenset[str]], Deed | None]] = {
            "arrive": self._arrive,
            "receive": self._receive,
            "transfer": self._transfer,
            "finish": self._finish,
            "report": self._report,
            "submit": self._submit,
        }
        self.weights = {"arrive": 4, "receive": 3, "transfer": 3, "finish": 2, "report": 3, "submit": 1}

    def step(self, kind: str | None = None) -> Deed | None:
        """One deed, of this kind or of any; None when nobody has such a thing to do."""
        names = [kind] if kind else self._drawn()
        for name in names:
            with self.central.store.reading() as reading:
                found = self.deeds[name](reading, self._present(reading))
            if found is not None:
                log.info("deed", deed=name, kind=found.kind, author=found.author_id, subject=found.subject_id)
                return found
        return None

    def _drawn(self) -> list[str]:
        """All kinds of deed, the likelier ones more often first."""
        names = list(self.deeds)
        return sorted(names, key=lambda name: self.random.random() ** (1 / self.weights[name]), reverse=True)

    def _present(self, reading: Reading) -> frozenset[str]:
        """Those who are signed in."""
        statement = select(token.c.person_id).where(token.c.revoked == false(), token.c.refresh_expires > time.time())
        return frozenset(reading.connection.execute(statement.distinct()).scalars())

    # -- deeds

    def _arrive(self, reading: Reading, present: frozenset[str]) -> Deed | None:
        """A paper from outside reaches the organs it is addressed to."""
        arrival: Arrival | None = next_arrival(reading)
        if arrival is None:
            return None
        with self.central.store.writing() as writing:
            bring(writing, arrival, self.central.clock())
        self.central.broker.publish(writing.touched)
        return Deed("issue", str(arrival.document["authorId"]), arrival.document["id"], {})

    def _receive(self, reading: Reading, present: frozenset[str]) -> Deed | None:
        """A clerk elsewhere registers what has come."""
        for me, side in self._open_handlings(reading, present, "receive"):
            register = next(
                (r for r in reading.all_of("Register") if r["organId"] == me.organ_id and r["kind"] == "incoming"), None
            )
            if register is not None:
                return self._do(me, "receive", side, {"registerId": register["id"], "number": None})
        return None

    def _transfer(self, reading: Reading, present: frozenset[str]) -> Deed | None:
        """A clerk or a leader passes a paper on to somebody of the organ."""
        for me, side in self._open_handlings(reading, present, "transfer"):
            people = [
                {"unitId": seat["unitId"], "personId": person["id"]}
                for person in reading.all_of("Person")
                for seat in person["positions"]
                if seat["organId"] == me.organ_id and person["id"] != me.id
            ]
            if people:
                due = (self.central.clock() + timedelta(days=self.random.randint(4, 12))).date().isoformat()
                payload = {"lead": self.random.choice(people), "co": [], "info": [], "due": due,
                           "directive": self.random.choice(DIRECTIVES)}  # fmt: skip
                return self._do(me, "transfer", side, payload)
        return None

    def _finish(self, reading: Reading, present: frozenset[str]) -> Deed | None:
        """A specialist is done with a paper."""
        for me, side in self._open_handlings(reading, present, "finish"):
            if side["personId"] == me.id and side["role"] != "organ":
                return self._do(me, "finish", side, {"result": "Đã giải quyết xong."})
        return None

    def _report(self, reading: Reading, present: frozenset[str]) -> Deed | None:
        """Whoever leads a task says how far it is."""
        for me, task in self._can(reading, present, "Task", "reportProgress"):
            percent = min(90, task["percentComplete"] + self.random.choice((10, 15, 20)))
            return self._do(me, "reportProgress", task, {"percent": percent, "text": self.random.choice(REPORTS)})
        return None

    def _submit(self, reading: Reading, present: frozenset[str]) -> Deed | None:
        """An author submits a draft for signature."""
        for me, draft in self._can(reading, present, "Document", "submit"):
            signer = (draft.get("signer") or {}).get("personId")
            if signer:
                return self._do(me, "submit", draft, {"signerId": signer, "slip": draft["slip"]})
        return None

    # -- who can do what

    def _open_handlings(self, reading: Reading, present: frozenset[str], kind: str) -> Iterator[tuple[Me, Object]]:
        return self._can(reading, present, "Handling", kind)

    def _can(self, reading: Reading, present: frozenset[str], type_name: str, kind: str) -> Iterator[tuple[Me, Object]]:
        """Somebody absent, and something that they may do this to; in an order drawn anew."""
        people = [
            me for person in reading.all_of("Person") if person["id"] not in present for me in _seats(reading, person)
        ]
        things = _recent(reading, type_name)
        self.random.shuffle(people)
        self.random.shuffle(things)
        for me in people:
            for value in things:
                if kind in allowed(type_name, value, me, cast(World, reading)):
                    yield me, value

    def _do(self, me: Me, kind: str, subject: Object, payload: Object) -> Deed:
        """Sends the act in, as the person's own program would."""
        file = subject.get("file")
        given: Object = {
            "id": str(uuid7()),
            "kind": kind,
            "authorId": me.id,
            "positionId": me.position["id"],
            "subjectType": KINDS[kind],
            "subjectId": subject["id"],
            "documentId": subject.get("documentId"),
            "claimedAt": wire_time(self.central.clock()),
            "payload": payload,
            "basedOn": {"revision": subject["revision"], "digest": file["digest"] if file else None},
            "dependsOn": [],
        }
        return Deed(kind, me.id, subject["id"], self.central.act(me.id, given))


class ActingPeople:
    """A thread in which the others are at work."""

    def __init__(self, actors: Actors) -> None:
        self.actors = actors
        self._end = Event()
        self._thread = Thread(target=self._run, name="practice-people", daemon=True)

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def stop(self) -> None:
        """Ends, and waits for the deed at hand."""
        self._end.set()
        self._thread.join(10)

    def _run(self) -> None:
        while not self._end.wait(self.actors.random.uniform(*QUIET)):
            try:
                self.actors.step()
            except SetError as problem:
                log.warning("deed.not-taken", type=problem.type)
            except SQLAlchemyError:
                log.exception("deed.failed")


def _seats(reading: Reading, person: Object) -> Iterator[Me]:
    for seat in person["positions"]:
        me = author_of(cast(World, reading), person["id"], seat["id"])
        if me is not None:
            yield me


def _recent(reading: Reading, type_name: str) -> list[Object]:
    """The newest objects of a type."""
    statement = (
        select(thing.c.body, thing.c.own).where(thing.c.type == TYPE_NUMBER[type_name]).order_by(thing.c.key.desc())
    )
    return [json.loads(whole_text(row.body, row.own)) for row in reading.connection.execute(statement.limit(RECENT))]
