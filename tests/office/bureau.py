"""The central of the fault schedules: a little office whose papers bear the mark, and the hands that work in it.

Runs in a thread of the caller (``Bureau.start``) or in a process of its own (``serve``), which may be killed at any
instant and started again on what it left.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, cast

from sqlalchemy import select

from desktop.logs import open_log
from desktop.office.people import Person, Unit, me_from
from desktop.practice.acts import SetError
from desktop.practice.app import create_app
from desktop.practice.central import Central
from desktop.practice.jmap.errors import RequestError
from desktop.practice.schema import grant
from desktop.practice.seeding import sow
from desktop.practice.serving import RunningServer, loopback_socket
from desktop.practice.store import Store, sqlite_url
from tests.office.deeds import MARK, SIGHT_TYPES, Chooser, Sight, by_id
from tests.practice.conftest import USING
from tests.practice.little import (
    CLERK,
    COMMUNE,
    LEADER,
    OFFICE,
    SPECIALIST,
    LittleSeed,
    Object,
    act,
    document,
    file_of,
    handling,
    person,
)

TYPES = ("Unit", "Person", "Register", "Document", "Handling", "Task", "ScheduleEntry", "Act")


def paper(n: int) -> bytes:
    """The file of the n-th document: 3 to 60 KB, with the mark in it."""
    return f"%PDF-1.7\n{MARK} {n}\n".encode() + random.Random(n).randbytes(3000 * (1 + n % 20))


def marked(n: int, now: str) -> Object:
    """The n-th document: everything in it that a person would read bears the mark."""
    words = {"subject": f"{MARK} {n}", "text": f"{MARK} text {n} " * 20, "slip": MARK, "toPlaces": [MARK]}
    name = f"{MARK}-{n}.pdf"
    return document(n, file=file_of(paper(n), name), issuedAt=now, updatedAt=now, **words)


@dataclass
class MarkedSeed(LittleSeed):
    """The little office, arrived today."""

    size: int = 6

    @property
    def objects(self) -> dict[str, list[Object]]:
        found = super().objects
        now = stamp()
        found["Document"] = [marked(n, now) for n in range(1, self.size + 1)]
        found["Handling"] = [handling(n, arrivedAt=now, updatedAt=now) for n in range(1, self.size + 1)]
        leader = person(LEADER, "Phạm Văn Tâm", COMMUNE, COMMUNE, "Bí thư", ["leader", "chiefOfOffice"])
        found["Person"] = [leader if p["id"] == LEADER else p for p in found["Person"]]
        return found

    @property
    def blobs(self) -> list[tuple[bytes, str]]:
        return [(paper(n), "application/pdf") for n in range(1, self.size + 1)]


def stamp() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


ROLES = {CLERK: ["clerk"], LEADER: ["leader", "chiefOfOffice"], SPECIALIST: ["specialist"]}


class Bureau:
    """One central on what lies in ``folder``; filled at its first opening.

    Attributes:
        central: all of it.
    """

    def __init__(self, folder: Path, base: str) -> None:
        store = Store.open(sqlite_url(folder / "central.db"))
        self.central = Central(store, folder / "central", base)
        if store.setting("filled") is None:
            sow(store, self.central.blobs, MarkedSeed(), datetime.now(UTC))
        self._server: RunningServer | None = None

    def start(self) -> int:
        """Serve; the port."""
        listening = loopback_socket()
        self._server = RunningServer(create_app(self.central), self.central, listening)
        self._server.start()
        return listening.getsockname()[1]

    def close(self) -> None:
        if self._server is not None:
            self._server.stop()
        self.central.close()

    # -- hands in the office

    def obey(self, command: dict[str, Any]) -> dict[str, Any]:
        """Do one thing past every line and fault: {"do": "act" | "arrive" | "rights", ...}."""
        return getattr(self, f"_{command['do']}")(random.Random(command["seed"]), command)

    def _act(self, rng: random.Random, command: dict[str, Any]) -> dict[str, Any]:
        sight = self._sight(command["person"])
        deed = Chooser(sight, rng, command["token"], command["new"], 500).choose(command["kinds"])
        if deed is None:
            return {"nothing": True}
        payload = deed.payload
        if deed.file is not None:
            info = self.central.blobs.keep_bytes(deed.file, "application/pdf", sight.me.id, stamp())
            payload = deed.with_file({**file_of(deed.file), "blobId": info.id})
        basis = {"revision": None, "digest": deed.digest}
        given = act(deed.kind, sight.me.id, deed.subject_id, payload, basedOn=basis, claimedAt=stamp())
        return {"act": {**given, **self.central.act(sight.me.id, given)}}

    def _sight(self, person_id: str) -> Sight:
        with self.central.store.reading() as reading:
            objects = {name: by_id(reading.all_of(name)) for name in SIGHT_TYPES}
        somebody = objects["Person"][person_id]
        organ = objects["Unit"][somebody["positions"][0]["organId"]]
        return Sight(me_from(cast(Person, somebody), cast(Unit, organ)), objects)

    def _arrive(self, _rng: random.Random, command: dict[str, Any]) -> dict[str, Any]:
        n, now = command["number"], stamp()
        self.central.blobs.keep_bytes(paper(n), "application/pdf", None, now)
        with self.central.store.writing() as writing:
            writing.put("Document", marked(n, now))
            writing.put("Handling", handling(n, arrivedAt=now, updatedAt=now))
        self.central.broker.publish(writing.touched)
        return {"arrived": n}

    def _rights(self, rng: random.Random, command: dict[str, Any]) -> dict[str, Any]:
        """Somebody loses a role or gets it back, or work is given to somebody else."""
        with self.central.store.writing() as writing:
            if command["how"] == "move":
                rows = [h for h in writing.all_of("Handling") if h["personId"] and h["organId"] == COMMUNE]
                if not rows:
                    return {"nothing": True}
                row = rng.choice(sorted(rows, key=lambda h: h["id"]))
                other = rng.choice([p for p in sorted(ROLES) if p != row["personId"]])
                unit = COMMUNE if other == LEADER else OFFICE
                writing.put("Handling", {**row, "personId": other, "unitId": unit, "revision": row["revision"] + 1})
            else:
                somebody = cast(Object, writing.get("Person", command["person"]))
                roles = ["specialist"] if command["how"] == "demote" else ROLES[somebody["id"]]
                seats = [{**p, "roles": roles} for p in somebody["positions"]]
                writing.put("Person", {**somebody, "positions": seats, "revision": somebody["revision"] + 1})
        self.central.broker.publish(writing.touched)
        return {"done": command["how"]}

    # -- what it holds

    def view(self, person_id: str) -> dict[str, dict[str, Object]]:
        """Everything that this person may see, by type and identifier, through the methods that clients use."""
        calls: list[Any] = []
        for name in TYPES:
            calls.append([f"{name}/query", {"accountId": person_id, "filter": {}}, f"q{name}"])
            reference = {"resultOf": f"q{name}", "name": f"{name}/query", "path": "/ids"}
            calls.append([f"{name}/get", {"accountId": person_id, "#ids": reference}, f"g{name}"])
        found: dict[str, dict[str, Object]] = {}
        for part in range(0, len(calls), 8):
            body = {"using": USING, "methodCalls": calls[part : part + 8]}
            answer = json.loads(self.central.handle(person_id, json.dumps(body).encode()))
            for name, arguments, _ in answer["methodResponses"]:
                if name.endswith("/get"):
                    found[name.removesuffix("/get")] = by_id(arguments["list"])
                elif name == "error":
                    raise AssertionError(f"the central cannot say what {person_id} sees: {arguments}")
        return found

    def grants(self) -> list[tuple[str, int, str]]:
        """Every number given: register, number, act."""
        with self.central.store.reading() as reading:
            rows = reading.connection.execute(select(grant.c.register_id, grant.c.number, grant.c.act_id))
            return [(row.register_id, row.number, row.act_id) for row in rows]

    def blob(self, blob_id: str) -> bytes | None:
        """The content of a file; None where there is none."""
        return self.central.blobs.read(blob_id) if self.central.blobs.find(blob_id) else None

    def acts(self) -> list[Object]:
        """Every act, in the order of arrival."""
        with self.central.store.reading() as reading:
            return sorted(reading.all_of("Act"), key=lambda a: a["seq"])

    def state(self) -> dict[str, dict[str, Object]]:
        """Everything, whoever may see it."""
        with self.central.store.reading() as reading:
            return {name: by_id(reading.all_of(name)) for name in TYPES}


def serve(line: Connection, folder: Path, base: str, sabotage: Callable[[], None] | None) -> None:
    """A process: serves, says its port, and obeys until the line ends."""
    open_log(folder / "log", "WARNING")
    if sabotage is not None:
        sabotage()
    serve_here(line, folder, base, [])


def serve_here(line: Connection, folder: Path, base: str, _drops: list[Callable[[], None]]) -> None:
    """A thread: the same; nothing ends it but the end of the line."""
    bureau = Bureau(folder, base)
    line.send({"port": bureau.start()})
    while True:
        try:
            number, command = line.recv()
        except (EOFError, OSError):
            break
        try:
            line.send((number, bureau.obey(command)))
        except (RequestError, SetError) as problem:
            line.send((number, {"failed": str(problem)}))
    bureau.close()
