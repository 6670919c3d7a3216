"""What the people of the fault schedules do: real acts, chosen from what is allowed where they stand. Knows the rules.

A deed is chosen by a seeded generator among the subjects that allow it. Each carries a token in its payload, by which
it is known again under whatever identifier; the token, and everything else that is typed, begins with ``MARK``, so that
a single search finds content that lies somewhere in clear.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.office import judge
from desktop.office.acts import KINDS
from desktop.office.people import Me
from tests.practice.little import CLERK, COMMUNE, INCOMING, LEADER, OFFICE, OUTGOING, PROVINCE, SPECIALIST, Object

MARK = "zqdauvetmat"
"""Small letters of ASCII, so that folded and indexed text holds it as it is."""
P = "tacnghiep:"
CREATED = {"draft": "Document", "assignTask": "Task", "enterSchedule": "ScheduleEntry"}
PEOPLE = {CLERK: OFFICE, LEADER: COMMUNE, SPECIALIST: OFFICE}
DUE = "2199-12-{:02d}"


@dataclass(frozen=True)
class Deed:
    """One thing to do.

    Attributes:
        file: the content of a PDF that goes with it; the payload's ``file`` is put in by whoever does it.
        where: the members of the payload that stand for that file.
        digest: of the file that its author saw.
    """

    kind: str
    subject_type: str
    subject_id: str
    payload: dict[str, Any]
    file: bytes | None = None
    where: tuple[str, ...] = ()
    digest: str | None = None

    def with_file(self, reference: Mapping[str, Any]) -> dict[str, Any]:
        """The payload with its file named in it."""
        inner: dict[str, Any] = {self.where[-1]: dict(reference)}
        if len(self.where) == 1:
            return {**self.payload, **inner}
        return {**self.payload, self.where[0]: {**self.payload[self.where[0]], **inner}}


@dataclass
class Sight:
    """What somebody sees: enough of it to ask the rules."""

    me: Me
    objects: Mapping[str, Mapping[str, Object]]

    def get(self, type_name: str, object_id: str) -> Object | None:
        return self.objects.get(type_name, {}).get(object_id)

    def handlings(self, document_id: str, organ_id: str | None = None) -> list[Any]:
        found = [h for h in self.objects.get("Handling", {}).values() if h.get("documentId") == document_id]
        return [h for h in found if organ_id is None or h.get("organId") == organ_id]

    def open_to(self, kind: str) -> list[Object]:
        """The subjects to which this may be done, by identifier."""
        type_name = KINDS[kind]
        rows = sorted(self.objects.get(type_name, {}).values(), key=lambda o: o["id"])
        return [o for o in rows if kind in judge.allowed(type_name, o, self.me, self)]


SIGHT_TYPES = ("Unit", "Person", "Register", "Handling", "Document", "Task", "ScheduleEntry")


@dataclass
class Chooser:
    """Chooses deeds for one token."""

    sight: Sight
    rng: random.Random
    token: str
    new_id: str
    file_bytes: int = 0

    def choose(self, kinds: Iterable[str]) -> Deed | None:
        """A deed of the first of these kinds that something allows; None where nothing allows any."""
        return next((deed for kind in kinds if (deed := self._deed(kind)) is not None), None)

    def _deed(self, kind: str) -> Deed | None:
        create = kind in CREATED and (kind == "assignTask" or self.rng.random() < 0.6)
        subject = {"id": self.new_id} if create else self._subject(kind)
        if subject is None:
            return None
        made = getattr(self, f"_{kind}", self._plain)(subject)
        return Deed(kind, KINDS[kind], subject["id"], {**made.pop("payload"), "token": self.token}, **made)

    def _subject(self, kind: str) -> Object | None:
        found = self.sight.open_to(kind)
        return self.rng.choice(found) if found else None

    def _file(self) -> bytes:
        words = f"%PDF-1.7\n{self.token}\n".encode()
        return words + self.rng.randbytes(self.file_bytes)

    def _plain(self, _subject: Object) -> dict[str, Any]:
        return {"payload": {"text": self.token, "reason": self.token, "directive": self.token, "note": self.token}}

    def _receive(self, _subject: Object) -> dict[str, Any]:
        return {"payload": {"registerId": INCOMING, "number": None}}

    def _transfer(self, subject: Object) -> dict[str, Any]:
        taken = (subject.get("unitId"), subject.get("personId"))
        people = [{"unitId": u, "personId": p} for p, u in PEOPLE.items() if (u, p) != taken]
        self.rng.shuffle(people)
        lead, rest = people[0], [p for p in people[1:] if self.rng.random() < 0.5]
        return {
            "payload": {"lead": lead, "co": rest[:1], "info": rest[1:], "directive": self.token, "due": DUE.format(20)}
        }

    def _draft(self, subject: Object) -> dict[str, Any]:
        document: dict[str, Any] = {"subject": self.token, "typeCode": "TB", "slip": self.token, "text": self.token}
        if "file" not in subject or self.rng.random() < 0.5:
            return {"payload": {"document": document}, "file": self._file(), "where": ("document", "file")}
        return {"payload": {"document": document}}

    def _submit(self, _subject: Object) -> dict[str, Any]:
        return {"payload": {"signerId": LEADER, "slip": self.token}}

    def _signed(self, subject: Object) -> dict[str, Any]:
        digest = (subject.get("file") or {}).get("digest")
        return {"payload": {}, "file": self._file(), "where": ("file",), "digest": digest}

    _approve = _signed
    _seal = _signed

    def _number(self, _subject: Object) -> dict[str, Any]:
        return {"payload": {"registerId": OUTGOING, "number": None, "date": None}}

    def _issue(self, _subject: Object) -> dict[str, Any]:
        return {"payload": {"recipients": [PROVINCE]}}

    def _assignTask(self, _subject: Object) -> dict[str, Any]:
        lead, co = self.rng.sample(sorted(PEOPLE), 2)
        assignees = [{"unitId": PEOPLE[p], "personId": p, "organId": COMMUNE} for p in (lead, co)]
        task = {"title": self.token, "description": self.token, "due": DUE.format(10)}
        return {"payload": {"task": {**task, f"{P}lead": assignees[0], f"{P}coHandlers": assignees[1:]}}}

    def _reportProgress(self, _subject: Object) -> dict[str, Any]:
        return {"payload": {"percent": self.rng.randrange(101), "text": self.token}}

    def _decideCompletion(self, _subject: Object) -> dict[str, Any]:
        return {"payload": {"granted": self.rng.random() < 0.5, "reason": self.token}}

    def _askExtension(self, subject: Object) -> dict[str, Any]:
        before = int((subject.get("due") or DUE.format(10))[8:10])
        return {"payload": {"due": DUE.format(before + 1), "reason": self.token}}

    _decideExtension = _decideCompletion

    def _enterSchedule(self, _subject: Object) -> dict[str, Any]:
        day = self.rng.randrange(1, 29)
        entry = {"title": self.token, "start": f"2026-12-{day:02d}T08:00:00", f"{P}leaders": [LEADER]}
        return {"payload": {"entry": {**entry, f"{P}session": "morning", f"{P}place": self.token}}}

    def _adjustSchedule(self, _subject: Object) -> dict[str, Any]:
        return {"payload": {"note": self.token, "entry": {f"{P}note": self.token}}}


def token_of(act: Mapping[str, Any]) -> str:
    """The token that an act bears; "" where it was none of ours."""
    return str(act.get("payload", {}).get("token", ""))


def by_id(objects: Iterable[Object]) -> dict[str, Object]:
    return {o["id"]: o for o in objects}
