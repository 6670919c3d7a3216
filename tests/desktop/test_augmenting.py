"""The later queue against a real central: what fell short is brought up when the services are back, once and by one."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.augmenting import Augmenting, StillWaiting
from desktop.session.account import Session
from desktop.session.settings import Settings
from desktop.signing_means import Raising
from signing import sign
from signing.evidence import Keeper
from signing.revocation import Revocation
from signing.services import Services
from signing.software import SoftwareKey
from signing.timestamps import TimestampService
from signing.trust import Trust
from signing.validation import validate
from tests.office.harness import Machine, Office, another_machine, machine, office, reach, size, synced
from tests.practice.little import CLERK, COMMUNE, LEADER, OUTGOING, SPECIALIST, act, file_of
from tests.signing import pages
from tests.signing.conftest import agency, issue, leader, pki, served, trust
from tests.signing.office_pki import NOW, Pki

__all__ = ["agency", "leader", "machine", "office", "pki", "served", "size", "trust"]

DRAFT = b"%PDF-1.7 draft"
ANNEX = b"%PDF-1.7 annex"
WORD = {"level": "B-B", "warnings": ["timestampUnavailable"]}


@pytest.fixture(scope="session")
def unfinished(leader: SoftwareKey, agency: SoftwareKey) -> bytes:
    """Sealed while nobody answered."""
    return issue(leader, agency, sign.Options()).sealed


@pytest.fixture(scope="session")
def annex(agency: SoftwareKey) -> bytes:
    """An attachment that the organ signed while nobody answered."""
    return sign.approve(pages.draft(), agency).pdf


@dataclass
class Bench:
    """A document on its way at the central, and what the clerk's machine brings files up by."""

    office: Office
    pki: Pki
    trust: Trust
    sealed: bytes
    wanted: str = "B-LT"

    def play(
        self, *, issued: bool = False, word: dict[str, Any] | None = None, attachment: bytes | None = None
    ) -> None:
        """Draft to seal, and on to issue, by those who may."""
        mai, tam, duc = (self.office.visit(name) for name in ("mai", "tam", "duc"))
        for visitor, data in ((duc, DRAFT), (tam, self.sealed), (mai, self.sealed)):
            visitor.upload(data)
        given = {"typeCode": "CV", "subject": "Về việc A", "file": file_of(DRAFT), "recipients": ["organ-tu"]}
        said = {} if word == {} else {"signing": word or WORD}
        listed: dict[str, Any] = {}
        if attachment is not None:
            duc.upload(ANNEX)
            mai.upload(attachment)
            given["attachments"] = [file_of(ANNEX)]
            mark = {"signature": "organ", "was": file_of(ANNEX)["digest"], "level": "B-B"}
            listed["attachments"] = [{**file_of(attachment), "name": "Phụ lục.pdf", **mark}]
        steps = [
            (duc, act("draft", SPECIALIST, "d", {"document": given})),
            (duc, act("submit", SPECIALIST, "d", {"signerId": LEADER})),
            (tam, act("approve", LEADER, "d", {"file": file_of(self.sealed), **said}, **seen(DRAFT))),
            (mai, act("number", CLERK, "d", {"registerId": OUTGOING})),
            (mai, act("seal", CLERK, "d", {"file": file_of(self.sealed), **said, **listed}, **seen(self.sealed))),
        ]
        if issued:
            steps.append((mai, act("issue", CLERK, "d", {})))
        for visitor, given_act in steps:
            answer = visitor.act(given_act)
            assert answer.get("outcome") == "accepted", answer

    def raising(self) -> Raising:
        services = Services()
        known = Revocation(services)
        stamps = TimestampService(
            self.pki.url + "/tsa", timeout=2, services=services, trust=self.trust, revocation=known
        )
        return Raising(self.wanted, self.trust, stamps, Keeper(self.trust, known), known)

    def queue(self, session: Session, machine: Machine, **options: Any) -> Augmenting:
        return Augmenting(session.workplace, machine.lanes, machine.settings, self.raising, **options)

    def document(self) -> dict[str, Any]:
        found = self.office.visit("mai").get("Document", "d")
        assert found is not None
        return found

    def augments(self) -> list[dict[str, Any]]:
        return [one for one in self.office.acts() if one["kind"] == "augment"]


def seen(data: bytes) -> dict[str, Any]:
    return {"basedOn": {"revision": None, "digest": file_of(data)["digest"]}}


@pytest.fixture
def bench(office: Office, pki: Pki, trust: Trust, unfinished: bytes) -> Bench:
    return Bench(office, pki, trust, unfinished)


async def opened(machine: Machine, bench: Bench) -> Session:
    session = await machine.sign_in(bench.office)
    await synced(session)
    return session


async def missed_then_started_anew(bench: Bench, machine: Machine) -> Session:
    """The service was silent while the program ran, and answers again when it is started anew."""
    session = await opened(machine, bench)
    bench.pki.silent.add("tsa")
    with pytest.raises(StillWaiting):
        await bench.queue(session, machine).round()
    await session.close()
    machine.open.clear()
    bench.pki.silent.clear()
    return await machine.reopen()


async def test_a_missed_time_stamp_comes_later_as_an_act(bench: Bench, machine: Machine) -> None:
    bench.play()
    session = await opened(machine, bench)
    queue = bench.queue(session, machine)
    bench.pki.silent.add("tsa")
    with pytest.raises(StillWaiting):
        await queue.round()
    assert queue.waiting.documents == {"d": "timestampUnavailable"}
    assert bench.augments() == []
    bench.pki.silent.clear()
    await queue.round()
    await synced(session)
    assert queue.waiting.documents == {}
    found = bench.document()
    (done,) = bench.augments()
    assert (done["outcome"], done["basedOn"]["digest"]) == ("accepted", file_of(bench.sealed)["digest"])
    assert [one["level"] for one in found["signatures"]] == ["B-LT", "B-LT"]
    assert [one["warnings"] for one in found["signatures"]] == [[], []]
    pdf = await session.workplace.file(found["file"])
    judged = await asyncio.to_thread(validate, pdf, bench.trust)
    assert (judged.verdict, {one.level for one in judged.signatures[:2]}) == ("valid", {"B-LT"})
    await queue.round()
    assert len(bench.augments()) == 1


async def test_it_goes_on_after_a_new_start(bench: Bench, machine: Machine) -> None:
    bench.play()
    again = await missed_then_started_anew(bench, machine)
    queue = bench.queue(again, machine)
    await queue.round()
    await synced(again)
    assert [one["outcome"] for one in bench.augments()] == ["accepted"]


async def test_it_wakes_by_itself(bench: Bench, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.augmenting.FIRST", 0.05)
    monkeypatch.setattr("desktop.augmenting.JITTER", 0.05)
    bench.play()
    bench.pki.silent.add("tsa")
    session = await opened(machine, bench)
    heard = asyncio.Event()
    queue = bench.queue(session, machine, changed=heard.set)
    queue.start()
    await _until(heard, lambda: queue.waiting.documents == {"d": "timestampUnavailable"})
    bench.pki.silent.clear()
    await _until(heard, lambda: not queue.waiting.documents)
    await queue.close()
    await synced(session)
    assert [one["outcome"] for one in bench.augments()] == ["accepted"]


async def _until(heard: asyncio.Event, wanted: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not wanted():
            await heard.wait()
            heard.clear()


async def test_of_two_machines_one_is_refused_in_silence(bench: Bench, machine: Machine, tmp_path: Path) -> None:
    bench.play()
    session = await opened(machine, bench)
    async with another_machine(tmp_path / "leader", "tam") as other:
        theirs = await opened(other, bench)
        for each in (session, theirs):
            await each.workplace.file(bench.document()["file"])
        bench.office.proxy.down()
        await bench.queue(session, machine).round()
        late = Augmenting(theirs.workplace, other.lanes, other.settings, bench.raising)
        theirs.workplace.clock.remember(timedelta(hours=13))  # else it would be the clerk's turn
        await late.round()
        bench.office.proxy.up()
        for each, queue in ((session, bench.queue(session, machine)), (theirs, late)):
            each.workplace.sync_now()
            await reach(each, lambda s: s.kind in ("synced", "needsYou") and not s.unsent, anew=True)
            await queue.round()
            await synced(each)
            assert await each.workplace.unsent() == []
            assert await each.workplace.set_aside() == []
    assert sorted(one["outcome"] for one in bench.augments()) == ["accepted", "refused"]


async def test_after_issue_only_the_organs_copy_is_touched(bench: Bench, machine: Machine) -> None:
    bench.play(issued=True)
    session = await opened(machine, bench)
    queue = bench.queue(session, machine)
    await queue.round()
    await synced(session)
    found = bench.document()
    assert found["file"]["digest"] == file_of(bench.sealed)["digest"]
    assert found["archive"]["level"] == "B-LT"
    theirs = bench.office.visit("ha").get("Document", "d")
    assert theirs is not None
    assert (theirs["archive"], theirs["augmentedFrom"]) == (None, None)
    assert theirs["file"] == found["file"]


GOOD = {"level": "B-LT", "warnings": []}


async def test_a_missed_time_stamp_comes_later_to_an_attachment_as_well(
    bench: Bench, machine: Machine, annex: bytes
) -> None:
    bench.play(word=GOOD, attachment=annex)
    session = await missed_then_started_anew(bench, machine)  # what waits is found again from the document itself
    queue = bench.queue(session, machine)
    await queue.round()
    await synced(session)
    assert queue.waiting.documents == {}
    found = bench.document()
    (done,) = bench.augments()
    assert (done["outcome"], done["basedOn"]["digest"]) == ("accepted", file_of(annex)["digest"])
    (listed,) = found["attachments"]
    assert (listed["name"], listed["signature"], listed["level"]) == ("Phụ lục.pdf", "organ", "B-LT")
    assert (found["file"]["digest"], found["augmentedFrom"]) == (file_of(bench.sealed)["digest"], None)
    pdf = await session.workplace.file(listed)
    judged = await asyncio.to_thread(validate, pdf, bench.trust)
    assert (judged.verdict, judged.signatures[0].level) == ("valid", "B-LT")
    assert bench.office.visit("mai").act(act("issue", CLERK, "d", {}))["outcome"] == "accepted"


async def test_the_document_and_its_attachment_are_brought_up_in_one_round(
    bench: Bench, machine: Machine, annex: bytes
) -> None:
    bench.play(attachment=annex)
    session = await opened(machine, bench)
    await bench.queue(session, machine).round()
    await synced(session)
    assert [one["outcome"] for one in bench.augments()] == ["accepted", "accepted"]
    found = bench.document()
    assert {one["level"] for one in (*found["signatures"], *found["attachments"])} == {"B-LT"}


async def test_after_issue_only_the_organs_copy_of_an_attachment_is_touched(
    bench: Bench, machine: Machine, annex: bytes
) -> None:
    bench.play(word=GOOD, attachment=annex, issued=True)
    session = await opened(machine, bench)
    await bench.queue(session, machine).round()
    await synced(session)
    found = bench.document()
    (listed,), (kept,) = found["attachments"], found["archivedAttachments"]
    assert (listed["digest"], listed["level"]) == (file_of(annex)["digest"], "B-B")
    assert (kept["of"], kept["level"]) == (listed["digest"], "B-LT")
    assert (await session.workplace.file(kept["file"])).startswith(annex)
    theirs = bench.office.visit("ha").get("Document", "d")
    assert theirs is not None
    assert (theirs["archivedAttachments"], theirs["attachments"]) == ([], found["attachments"])
    await bench.queue(session, machine).round()
    assert len(bench.augments()) == 1


async def test_archives_are_renewed_so_many_a_day(bench: Bench, machine: Machine) -> None:
    bench.play(issued=True)
    bench.wanted = "B-LTA"
    bench.pki.stamper = bench.pki.new_tsa(end=NOW + timedelta(days=20))
    session = await opened(machine, bench)
    await bench.queue(session, machine).round()
    await synced(session)
    first = bench.document()["archive"]
    assert (first["level"], first["until"]) == ("B-LTA", (NOW + timedelta(days=20)).date().isoformat())
    bench.pki.stamper = bench.pki.new_tsa(end=NOW + timedelta(days=900))
    stopped = Settings(machine.root / "other.json", {"archivePerDay": 1})
    queue = Augmenting(session.workplace, machine.lanes, stopped, bench.raising)
    queue._tried = {"": {"day": queue._today().isoformat(), "done": 1}}
    await queue.round()
    assert bench.document()["archive"] == first  # today's share is used up
    queue._tried = {}
    await queue.round()
    await synced(session)
    assert bench.document()["archive"]["until"] == (NOW + timedelta(days=900)).date().isoformat()


async def test_what_says_nothing_of_its_signatures_is_left_alone(bench: Bench, machine: Machine) -> None:
    bench.play(word={})
    session = await opened(machine, bench)
    await bench.queue(session, machine).round()
    assert bench.augments() == []


async def test_a_dead_service_is_asked_once_a_round(bench: Bench, machine: Machine) -> None:
    bench.play()
    bench.pki.hold.add("tsa")
    session = await opened(machine, bench)
    begun = time.monotonic()
    with pytest.raises(StillWaiting):
        await bench.queue(session, machine).round()
    assert time.monotonic() - begun < 8
    assert bench.pki.asked["tsa"] == 1


async def test_a_swapped_file_is_no_continuation(bench: Bench) -> None:
    bench.play()
    mai = bench.office.visit("mai")
    other = bench.sealed[:50] + bytes([bench.sealed[50] ^ 1]) + bench.sealed[51:] + b"\n"
    mai.upload(other)
    answer = mai.act(act("augment", CLERK, "d", {"file": file_of(other), "level": "B-LT"}, **seen(bench.sealed)))
    assert (answer["outcome"], answer["reason"]["code"]) == ("refused", "notAContinuation")
    assert bench.document()["organId"] == COMMUNE


async def test_a_swapped_attachment_is_no_continuation(bench: Bench, annex: bytes) -> None:
    bench.play(word=GOOD, attachment=annex)
    mai, other = bench.office.visit("mai"), annex[:50] + bytes([annex[50] ^ 1]) + annex[51:] + b"\n"
    mai.upload(other)
    payload = {"attachment": file_of(annex)["digest"], "file": file_of(other), "level": "B-LT"}
    answer = mai.act(act("augment", CLERK, "d", payload, **seen(annex)))
    assert (answer["outcome"], answer["reason"]["code"]) == ("refused", "notAContinuation")
