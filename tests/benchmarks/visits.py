"""A working day's visits, as a process of its own: whoever comes, comes when the clock says so, however slow it goes.

A visit: the refresh token, the session, what changed since last time (the batch that the program sends), one PDF.
Beside them others act, so that as much is written as is read: each act changes something for some sixty people.
Standard input: one ``Day`` as JSON. Standard output: one ``Seen`` as JSON.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import random
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from uuid_utils import uuid7

from desktop.central.jmap import Batch
from desktop.sync.kinds import KINDS

PATIENCE = 30.0


@dataclass(frozen=True)
class Visitor:
    """One person who comes once: with what token, and how far they had read."""

    person_id: str
    refresh: str
    states: Mapping[str, str]
    document_id: str


@dataclass(frozen=True)
class Deed:
    """One act that somebody does meanwhile, ready to be sent."""

    token: str
    act: dict[str, Any]


@dataclass(frozen=True)
class Day:
    """What to replay.

    Attributes:
        rate: visits a second, on average; they come as chance will have it.
        acts: acts a second.
    """

    base: str
    rate: float
    seconds: float
    acts: float
    visitors: list[Visitor]
    deeds: list[Deed]


@dataclass
class Seen:
    """What came of it.

    Attributes:
        visits: seconds from when a visitor meant to come to when all was there.
        steps: the same for each request of a visit, by name.
        changes: objects that came with the visits.
        late: seconds by which a visitor was sent off late, at most; ``processor``: seconds that all of them used.
        wrong: what went wrong, the first few of it.
    """

    visits: list[float] = field(default_factory=list)
    steps: dict[str, list[float]] = field(default_factory=dict)
    acts: list[float] = field(default_factory=list)
    refused: int = 0
    changes: int = 0
    late: float = 0.0
    processor: float = 0.0
    wrong: list[str] = field(default_factory=list)


class Connection:
    """HTTP/1.1 on one connection that is kept."""

    def __init__(self, base: str) -> None:
        parts = urlsplit(base)
        self.host, self.port = str(parts.hostname), parts.port or 80
        self._pipe: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, headers: Mapping[str, str], body: bytes = b"") -> tuple[int, bytes]:
        """One request; its status and body, unpacked."""
        if self._pipe is None:
            self._pipe = await asyncio.open_connection(self.host, self.port, limit=1 << 20)
        reader, writer = self._pipe
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.host}:{self.port}", "Accept-Encoding: gzip"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        if body:
            lines.append(f"Content-Length: {len(body)}")
        writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        status = int(head.split(" ", 2)[1])
        data = await reader.readexactly(int(head.partition("content-length: ")[2].partition("\r")[0]))
        return status, gzip.decompress(data) if "content-encoding: gzip" in head else data

    def close(self) -> None:
        if self._pipe is not None:
            self._pipe[1].close()


class Replay:
    """One day."""

    def __init__(self, day: Day) -> None:
        self.day = day
        self.seen = Seen()

    async def run(self) -> Seen:
        """Until the last visitor has gone."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._come(group))
            group.create_task(self._act())
        return self.seen

    async def _come(self, group: asyncio.TaskGroup) -> None:
        rng, loop = random.Random(2026), asyncio.get_running_loop()
        due, end = loop.time(), loop.time() + self.day.seconds
        for visitor in self.day.visitors:
            due += rng.expovariate(self.day.rate)
            if due > end:
                return
            await asyncio.sleep(max(0.0, due - loop.time()))
            self.seen.late = max(self.seen.late, loop.time() - due)
            group.create_task(self._visit(visitor, due))

    async def _visit(self, visitor: Visitor, due: float) -> None:
        loop, line = asyncio.get_running_loop(), Connection(self.day.base)
        try:
            async with asyncio.timeout(PATIENCE):
                await self._steps(visitor, line)
            self.seen.visits.append(loop.time() - due)
        except (OSError, TimeoutError, ValueError, KeyError, asyncio.IncompleteReadError) as problem:
            self._wrong(f"visit: {problem!r}")
        finally:
            line.close()

    async def _steps(self, visitor: Visitor, line: Connection) -> None:
        form = {"grant_type": "refresh_token", "refresh_token": visitor.refresh, "client_id": "tacnghiep-desktop"}
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        grant = json.loads(await self._step("token", line, "POST", "/oauth/token", kind, urlencode(form).encode()))
        mine = {"Authorization": f"Bearer {grant['access_token']}"}
        session = json.loads(await self._step("session", line, "GET", "/.well-known/jmap", mine))
        answers = json.loads(await self._jmap("changes", line, mine, delta(visitor)))["methodResponses"]
        found = [got for name, args, _tag in answers if name.endswith("/get") for got in args["list"]]
        if any(name == "error" for name, _args, _tag in answers):
            raise ValueError(str(answers)[:200])
        self.seen.changes += len(found)
        document = next((got for got in found if got.get("file")), None)
        if document is None:
            wanted = Batch(visitor.person_id)
            wanted.add("Document/get", ids=[visitor.document_id])
            (answer,) = json.loads(await self._jmap("document", line, mine, wanted))["methodResponses"]
            (document,) = answer[1]["list"]
        file = document["file"]
        path = urlsplit(session["downloadUrl"]).path.replace("{accountId}", visitor.person_id)
        path = path.replace("{blobId}", file["blobId"]).replace("{name}", file["name"])
        data = await self._step("file", line, "GET", f"{path}?type=application/pdf", mine)
        if len(data) != file["size"]:
            raise ValueError("the file came short")

    async def _jmap(self, name: str, line: Connection, mine: Mapping[str, str], batch: Batch) -> bytes:
        return await self._step(
            name, line, "POST", "/jmap/api", {**mine, "Content-Type": "application/json"}, batch.wire()
        )

    async def _step(
        self, name: str, line: Connection, method: str, path: str, headers: Mapping[str, str], body: bytes = b""
    ) -> bytes:
        begun = time.monotonic()
        status, data = await line.ask(method, path, headers, body)
        self.seen.steps.setdefault(name, []).append(time.monotonic() - begun)
        if status != 200:
            raise ValueError(f"{name}: {status} {data[:200]!r}")
        return data

    async def _act(self) -> None:
        """Those who act, each on a connection of their own."""
        loop = asyncio.get_running_loop()
        rng, due, end = random.Random(7), loop.time(), loop.time() + self.day.seconds
        line = Connection(self.day.base)
        for deed in self.day.deeds:
            due += rng.expovariate(self.day.acts)
            if due > end:
                break
            await asyncio.sleep(max(0.0, due - loop.time()))
            batch = Batch(deed.act["authorId"])
            batch.add("Act/set", create={"a": deed.act})
            headers = {"Authorization": f"Bearer {deed.token}", "Content-Type": "application/json"}
            begun = loop.time()
            _, data = await line.ask("POST", "/jmap/api", headers, batch.wire())
            self.seen.acts.append(loop.time() - begun)
            created = json.loads(data)["methodResponses"][0][1].get("created") or {}
            if created.get("a", {}).get("outcome") != "accepted":
                self.seen.refused += 1
                self._wrong(f"act: {data[:300]!r}")
        line.close()

    def _wrong(self, what: str) -> None:
        if len(self.seen.wrong) < 20:
            self.seen.wrong.append(what)


def delta(visitor: Visitor) -> Batch:
    """What changed of every type since last time, and the objects: three calls a type, as Puller.ask_changes has it."""
    batch = Batch(visitor.person_id)
    for kind in KINDS:
        changes = batch.add(f"{kind.name}/changes", sinceState=visitor.states[kind.name], maxChanges=200)
        batch.add(f"{kind.name}/get", ref_ids=changes.ref("/created"))
        batch.add(f"{kind.name}/get", ref_ids=changes.ref("/updated"))
    return batch


def act_of(kind: str, author: str, position: str, side: str, payload: Mapping[str, Any]) -> dict[str, Any]:
    """An act on a Handling as its author sends it."""
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    return {
        "id": str(uuid7()), "kind": kind, "authorId": author, "positionId": position, "subjectType": "Handling",
        "subjectId": side, "documentId": None, "claimedAt": now, "payload": dict(payload),
        "basedOn": {"revision": None, "digest": None}, "dependsOn": [],
    }  # fmt: skip


def read_day(text: str) -> Day:
    """A day as ``json.dumps(asdict(day))`` wrote it."""
    given = json.loads(text)
    visitors = [Visitor(**one) for one in given.pop("visitors")]
    return Day(visitors=visitors, deeds=[Deed(**one) for one in given.pop("deeds")], **given)


def read_seen(lines: Sequence[str]) -> Seen:
    """What the process said last."""
    return Seen(**json.loads(lines[-1]))


def main() -> None:
    day = read_day(sys.stdin.read())
    begun = time.process_time()
    seen = asyncio.run(Replay(day).run())
    seen.processor = time.process_time() - begun
    print(json.dumps(asdict(seen)))


if __name__ == "__main__":
    main()
