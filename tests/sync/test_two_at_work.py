"""Two machines of one account, and two people on one document, all with the line down: whoever returns first wins, the
other is told why and keeps what was typed, and every side ends with what the central has.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.office.acts import Refusal
from desktop.practice.app import create_app
from desktop.practice.central import Central
from desktop.practice.seeding import sow
from desktop.practice.serving import RunningServer, address, loopback_socket
from desktop.practice.store import Store, sqlite_url
from desktop.session.account import Session
from tests.office.faults import FaultProxy
from tests.office.harness import Machine, Office, another_machine, reach
from tests.practice.little import (
    CLERK,
    COMMUNE,
    INCOMING,
    LEADER,
    OFFICE,
    OUTGOING,
    SPECIALIST,
    LittleSeed,
    Object,
    document,
    file_of,
    handling,
    pdf,
    person,
)

SECOND_CLERK, CHIEF = "p-lan", "p-son"
SIGNER = {"personId": LEADER, "name": "Phạm Văn Tâm", "position": "Bí thư", "competence": "T/M BAN THƯỜNG VỤ"}
RECEIVE = {"registerId": INCOMING, "number": None}
BACK = {"reason": "Gửi nhầm nơi nhận"}


def to(person_id: str) -> Object:
    lead = {"unitId": OFFICE, "personId": person_id}
    return {"lead": lead, "co": [], "info": [], "directive": "", "due": None}


class BusySeed(LittleSeed):
    """The little commune with a second clerk and a chief of office, and papers at every stage."""

    @property
    def objects(self) -> dict[str, list[Object]]:
        found = super().objects
        found["Person"] += [
            person(SECOND_CLERK, "Vũ Thị Lan", OFFICE, COMMUNE, "Văn thư", ["clerk"]),
            person(CHIEF, "Hoàng Văn Sơn", OFFICE, COMMUNE, "Chánh Văn phòng", ["chiefOfOffice", "head"]),
        ]
        own: dict[str, Any] = {
            "issuer": "Đảng ủy xã An Phú", "authorId": SPECIALIST, "notation": None, "number": None, "issuedAt": None,
            "deliveries": [], "signer": SIGNER,
        }  # fmt: skip
        found["Document"] += [
            document(21, COMMUNE, **own, state="submitted"),
            document(22, COMMUNE, **own, state="submitted"),
            document(23, COMMUNE, **own, state="approved"),
            document(24, COMMUNE, **{**own, "number": 7, "notation": "07-TB/ĐU"}, state="sealed"),
        ]
        at_work = {"state": "toHandle", "arrivalNumber": 5, "arrivalDate": "2026-11-20", "registerId": INCOMING}
        kept = {f"side-{n}": handling(n, **at_work) for n in (5, 6, 7)}
        kept["side-6"]["state"] = "passedOn"
        found["Handling"] = [kept.get(h["id"], h) for h in found["Handling"]]
        found["Handling"].append(
            handling(60, **at_work, documentId="doc-6", unitId=OFFICE, parentId="side-6", role="lead")
        )
        return found

    @property
    def blobs(self) -> Any:
        return [*super().blobs, *((pdf(n), "application/pdf") for n in range(21, 25))]

    @property
    def accounts(self) -> list[Object]:
        more = {SECOND_CLERK: "lan", CHIEF: "son"}
        return super().accounts + [{"personId": p, "username": n, "password": "thuchanh"} for p, n in more.items()]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A running central with the busy commune in it."""
    proxy, listening = FaultProxy(), loopback_socket()
    store = Store.open(sqlite_url(tmp_path / "central.db"))
    central = Central(store, tmp_path / "central", proxy.base)
    sow(store, central.blobs, BusySeed(12), datetime.now(UTC))
    proxy.target = ("127.0.0.1", listening.getsockname()[1])
    with RunningServer(create_app(central), central, listening):
        office = Office(central, proxy, address(listening))
        try:
            yield office
        finally:
            office.close()
            proxy.close()
    central.close()


@dataclass(frozen=True)
class Did:
    """What one machine did: ``who`` names the machine."""

    who: str
    kind: str
    subject: str
    payload: Object


@dataclass(frozen=True)
class Race:
    """Two acts that may meet, and what becomes of each, by which machine returns first.

    Attributes:
        first, second: the codes of refusal (None: accepted) of ``a`` and ``b``, where ``a`` or where ``b`` came first.
    """

    a: Did
    b: Did
    first: tuple[str | None, str | None]
    second: tuple[str | None, str | None]


SIGNED = file_of(b"%PDF-1.7 signed", "da-ky.pdf")
RACES = {
    "one account receives on two machines": Race(
        Did("mai", "receive", "side-1", RECEIVE), Did("mai2", "receive", "side-1", RECEIVE),
        (None, "alreadyDone"), ("alreadyDone", None),
    ),
    "two clerks register one arrival": Race(
        Did("mai", "receive", "side-2", RECEIVE), Did("lan", "receive", "side-2", RECEIVE),
        (None, "alreadyDone"), ("alreadyDone", None),
    ),
    "two arrivals under one number": Race(
        Did("mai", "receive", "side-3", {**RECEIVE, "number": 60}),
        Did("lan", "receive", "side-4", {**RECEIVE, "number": 60}),
        (None, "numberTaken"), ("numberTaken", None),
    ),
    "a clerk returns what the other passes on": Race(
        Did("mai", "transfer", "side-5", to(SPECIALIST)), Did("lan", "return", "side-5", BACK),
        (None, "alreadyDone"), ("alreadyDone", None),
    ),
    "the chief of office transfers what the clerk finishes": Race(
        Did("son", "transfer", "side-60", to(SPECIALIST)), Did("mai", "finish", "side-6", {}),
        (None, None), ("alreadyDone", None),
    ),
    "one account transfers to two people": Race(
        Did("mai", "transfer", "side-7", to(SPECIALIST)), Did("mai2", "transfer", "side-7", to(CHIEF)),
        (None, "alreadyDone"), ("alreadyDone", None),
    ),
    "a leader approves here and refuses there": Race(
        Did("tam", "approve", "doc-21", {"file": SIGNED}), Did("tam2", "refuse", "doc-21", BACK),
        (None, "alreadyDone"), ("alreadyDone", None),
    ),
    "a number is reserved while the leader approves": Race(
        Did("tam", "approve", "doc-22", {"file": SIGNED}), Did("mai", "number", "doc-22", {"registerId": OUTGOING}),
        (None, None), (None, None),
    ),
    "two clerks number one document": Race(
        Did("mai", "number", "doc-23", {"registerId": OUTGOING}),
        Did("lan", "number", "doc-23", {"registerId": OUTGOING}),
        (None, "hasNumber"), ("hasNumber", None),
    ),
    "two clerks issue one document": Race(
        Did("mai2", "issue", "doc-24", {"recipients": ["organ-tu"]}),
        Did("lan", "issue", "doc-24", {"recipients": ["organ-tu"]}),
        (None, "alreadyDone"), ("alreadyDone", None),
    ),
    "the second machine only, for the first to see": Race(
        Did("mai2", "receive", "side-8", RECEIVE), Did("lan", "receive", "side-9", RECEIVE), (None, None), (None, None),
    ),
}  # fmt: skip
MACHINES = ("mai", "mai2", "lan", "son", "tam", "tam2")


class Party:
    """Every machine of these races."""

    def __init__(self, office: Office, root: Path, stack: AsyncExitStack) -> None:
        self.office = office
        self._root = root
        self._stack = stack
        self.machines: dict[str, Machine] = {}
        self.sessions: dict[str, Session] = {}

    async def gather(self) -> None:
        for name in MACHINES:
            machine = await self._stack.enter_async_context(another_machine(self._root / name, name.rstrip("2")))
            self.machines[name] = machine
            self.sessions[name] = await machine.sign_in(self.office)
            await self.settled(name)

    async def settled(self, name: str) -> None:
        """Have one look at the central, until nothing of its own is on the way."""
        session = self.sessions[name]
        session.workplace.sync_now()
        await reach(session, lambda s: s.kind in ("synced", "needsYou") and s.unsent == 0, anew=True)

    async def part(self) -> None:
        """Everybody works on with the line down, then all programs are ended."""
        for session in self.sessions.values():
            await session.close()

    async def return_(self, name: str) -> None:
        self.sessions[name] = await self.machines[name].reopen()
        await self.settled(name)


@pytest.fixture
async def party(office: Office, tmp_path: Path) -> AsyncIterator[Party]:
    async with AsyncExitStack() as stack:
        party = Party(office, tmp_path, stack)
        await party.gather()
        yield party


async def do(session: Session, did: Did) -> str:
    payload = dict(did.payload)
    if "file" in payload:
        payload["file"] = await session.workplace.keep_file(b"%PDF-1.7 signed", "da-ky.pdf", "application/pdf")
    type_name = "Document" if did.subject.startswith("doc") else "Handling"
    subject = await session.workplace.get(type_name, did.subject)
    digest = subject["file"]["digest"] if did.kind == "approve" and subject else None
    made = await session.workplace.act(did.kind, type_name, did.subject, payload, digest=digest)
    assert not isinstance(made, Refusal), (did, made)
    return made["id"]


def plain(objects: Any) -> dict[str, Object]:
    """Objects by identifier, without a document's text, which lies in the search's index alone."""
    return {o["id"]: {k: v for k, v in o.items() if k != "text"} for o in objects}


async def agree(party: Party, name: str) -> None:
    """What a machine shows, once what was refused is put away, is what the central gives its person."""
    session = party.sessions[name]
    for one in await session.workplace.unsent():
        await session.workplace.withdraw(one["act"]["id"])
    visitor = party.office.visit(name.rstrip("2"))
    for type_name in ("Handling", "Document", "Register", "Act"):
        there = plain(visitor.call(f"{type_name}/get", ids=None)["list"])
        assert plain(await session.workplace.all(type_name)) == there, (name, type_name)


@pytest.mark.parametrize("order", [MACHINES, tuple(reversed(MACHINES))], ids=["first", "last"])
async def test_whoever_returns_first_wins_and_all_sides_agree(party: Party, order: tuple[str, ...]) -> None:
    party.office.proxy.down()
    made = {key: (await do(party.sessions[r.a.who], r.a), await do(party.sessions[r.b.who], r.b))
            for key, r in RACES.items()}  # fmt: skip
    await party.part()
    party.office.proxy.up()
    for name in order:
        await party.return_(name)
    for name in order:
        await party.settled(name)
    outcomes = {a["id"]: a["reason"] and a["reason"]["code"] for a in party.office.acts()}
    for key, race in RACES.items():
        expected = race.first if order.index(race.a.who) < order.index(race.b.who) else race.second
        assert tuple(outcomes[i] for i in made[key]) == expected, key
        for did, act_id, code in zip((race.a, race.b), made[key], expected, strict=True):
            unsent = {u["act"]["id"]: u for u in await party.sessions[did.who].workplace.unsent()}
            assert (act_id in unsent) == (code is not None), key
            if code is not None:
                kept = unsent[act_id]
                assert (kept["state"], kept["reason"]["code"]) == ("refused", code)
                assert kept["act"]["payload"].keys() == did.payload.keys()
    # What one machine of an account did is history on the other.
    history = await party.sessions["mai"].workplace.history("doc-8")
    assert [(a["id"], a.get("outcome")) for a in history] == [
        (made["the second machine only, for the first to see"][0], "accepted")
    ]
    for name in MACHINES:
        await agree(party, name)


async def test_a_signed_file_that_came_back_is_set_aside_and_never_sent_again(party: Party) -> None:
    party.office.proxy.down()
    workplace = party.sessions["tam"].workplace
    signed = await do(party.sessions["tam"], RACES["a leader approves here and refuses there"].a)
    await do(party.sessions["tam2"], RACES["a leader approves here and refuses there"].b)
    await party.part()
    party.office.proxy.up()
    await party.return_("tam2")
    await party.return_("tam")
    session, workplace = party.sessions["tam"], party.sessions["tam"].workplace
    listed = await workplace.set_aside()
    assert [(o["act"]["id"], o["file"]["name"], o["reason"]["code"]) for o in listed] == [
        (signed, "da-ky.pdf", "alreadyDone")
    ]
    refusal = await workplace.retry(signed)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "signedSetAside"
    # Taken out of the outbox, the file is still listed, openable, and safe from making room; until it is let go.
    assert [a["id"] for a in await workplace.withdraw(signed)] == [signed]
    assert [o["act"]["id"] for o in await workplace.set_aside()] == [signed]
    session.cache.blobs.evict(0)
    assert await workplace.file(listed[0]["file"]) == b"%PDF-1.7 signed"
    await workplace.discard_signed(signed)
    assert await workplace.set_aside() == []
    session.cache.blobs.evict(0)
    assert not await workplace.has_file(listed[0]["file"])
    assert [a["kind"] for a in party.office.acts()] == ["refuse", "approve"]
    assert CLERK not in {a["authorId"] for a in party.office.acts()}
