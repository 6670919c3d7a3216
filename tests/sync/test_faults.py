"""Lines that are cut and centrals that are slow, broken or lie: nothing is lost or comes twice, and it is told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desktop.office.acts import Refusal
from desktop.session.account import Session
from tests.office.faults import Fault
from tests.office.harness import Machine, Office, reach, synced
from tests.practice.little import CLERK, INCOMING, OFFICE, SPECIALIST, act, file_of

HTML = (("Content-Type", "text/html"),)
TRANSFER: dict[str, Any] = {
    "lead": {"unitId": OFFICE, "personId": SPECIALIST}, "co": [], "info": [], "directive": "", "due": None,
}  # fmt: skip


async def receive(session: Session, n: int) -> str:
    made = await session.workplace.act("receive", "Handling", f"side-{n}", {"registerId": INCOMING, "number": None})
    assert not isinstance(made, Refusal)
    return made["id"]


async def test_an_answer_that_was_lost_makes_no_second_act(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    # Cut twice: the transport tries a dead connection once more by itself.
    office.proxy.faults.extend([Fault("cutAnswer", holding="Act/set"), Fault("cutAnswer", holding="Act/set")])
    made = await receive(session, 1)
    await synced(session)
    assert [a["id"] for a in office.acts()] == [made]
    assert office.proxy.count("Act/set") == 3


async def test_a_kill_between_sending_and_answer_makes_no_second_act(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.faults.extend([Fault("cutAnswer", holding="Act/set"), Fault("cutAnswer", holding="Act/set")])
    made = await receive(session, 1)
    await reach(session, lambda s: s.kind == "offline")
    assert [u["state"] for u in await session.workplace.unsent()] == ["sending"]
    assert await session.workplace.withdraw(made) == []
    await session.close()
    session = await machine.reopen()
    await synced(session)
    assert [a["id"] for a in office.acts()] == [made]
    shown = await session.workplace.get("Handling", "side-1")
    assert shown is not None
    assert shown["arrivalNumber"] == 44


@pytest.mark.parametrize("status", [429, 503])
async def test_an_act_that_may_be_there_is_not_taken_back_though_a_gateway_says_busy(
    machine: Machine, office: Office, status: int
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.faults.append(Fault("instead", holding="Act/set", status=status, headers=(("Retry-After", "300"),)))
    made = await receive(session, 1)
    await reach(session, lambda s: s.kind == "retrying")
    assert [a["id"] for a in office.acts()] == [made]
    assert await session.workplace.withdraw(made) == []
    session.workplace.sync_now()
    await synced(session)
    assert [a["id"] for a in office.acts()] == [made]


async def test_an_act_that_is_there_is_not_held_for_its_size(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.faults.append(Fault("instead", holding="Act/set", status=413))
    made = await receive(session, 1)
    await synced(session)
    assert [a["id"] for a in office.acts()] == [made]


async def test_a_refused_act_comes_back_with_its_reason_and_with_what_stood_on_it(
    machine: Machine, office: Office
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.down()
    first = await receive(session, 1)
    passed = await session.workplace.act("transfer", "Handling", "side-1", TRANSFER)
    assert not isinstance(passed, Refusal)
    other = await receive(session, 2)
    colleague = act("receive", CLERK, "side-1", {"registerId": INCOMING, "number": None})
    assert office.visit("mai").act(colleague)["outcome"] == "accepted"
    office.proxy.up()
    status = await reach(session, lambda s: s.kind == "needsYou")
    assert (status.n, status.unsent) == (2, 0)
    unsent = await session.workplace.unsent()
    assert [(u["act"]["id"], u["state"], u["reason"]["code"]) for u in unsent] == [
        (first, "refused", "alreadyDone"),
        (passed["id"], "refused", "dependsOnRefused"),
    ]
    assert [a["id"] for a in office.acts() if a["outcome"] == "accepted"] == [colleague["id"], other]
    shown = await session.workplace.get("Handling", "side-1")
    assert shown is not None
    assert shown["state"] == "toHandle"
    assert [a["id"] for a in await session.workplace.withdraw(first)] == [first, passed["id"]]
    assert await session.workplace.unsent() == []


async def test_a_refused_act_can_be_done_anew(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.down()
    made = await session.workplace.act("receive", "Handling", "side-1", {"registerId": INCOMING, "number": 42})
    assert not isinstance(made, Refusal)
    passed = await session.workplace.act("transfer", "Handling", "side-1", TRANSFER)
    assert not isinstance(passed, Refusal)
    taken = act("receive", CLERK, "side-2", {"registerId": INCOMING, "number": 42})
    office.visit("mai").act(taken)
    office.proxy.up()
    await reach(session, lambda s: s.kind == "needsYou")
    # The number is gone for good: done anew, the act is judged anew, and refused again.
    again = await session.workplace.retry(made["id"])
    assert isinstance(again, dict)
    assert again["id"] != made["id"]
    await reach(session, lambda s: s.kind == "needsYou" and s.unsent == 0, anew=True)
    unsent = await session.workplace.unsent()
    assert [u["reason"]["code"] for u in unsent] == ["numberTaken", "dependsOnRefused"]
    assert unsent[1]["act"]["dependsOn"] == [again["id"]]


@pytest.mark.expects_log("push.")
async def test_one_poisonous_act_is_set_aside_and_the_others_go(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.down()
    first = await receive(session, 1)
    bad = await receive(session, 2)
    last = await receive(session, 3)
    office.proxy.always.append(Fault("answer", holding=bad, status=500))
    office.proxy.up()
    await reach(session, lambda s: s.kind == "needsYou")
    assert [(u["act"]["id"], u["state"]) for u in await session.workplace.unsent()] == [(bad, "held")]
    assert [a["id"] for a in office.acts()] == [first, last]
    office.proxy.always.clear()
    await session.workplace.retry(bad)
    await synced(session)
    assert [a["id"] for a in office.acts()] == [first, last, bad]


@pytest.mark.expects_log("push.batch_failed")
@pytest.mark.parametrize(
    ("fault", "kind", "code"),
    [
        (Fault("answer", status=500), "retrying", "serverError"),
        (Fault("answer", status=503, headers=(("Retry-After", "120"),)), "retrying", "busy"),
        (Fault("answer", status=200, headers=HTML, body=b"<html>"), "retrying", "notTheCentral"),
        (Fault("answer", status=200, body=b"{"), "retrying", "notJson"),
        (Fault("answer", status=200, body=b'{"methodResponses": 7}'), "retrying", "wrongShape"),
        (Fault("answer", status=200, body=b'{"methodResponses": [["Act/set", [], "c0"]]}'), "retrying", "wrongShape"),
        (Fault("answer", status=200, body=b'{"methodResponses": []}'), "retrying", "wrongShape"),
        (Fault("answer", status=302, headers=(("Location", "http://127.0.0.1:9/x"),)), "retrying", "redirected"),
        (Fault("answer", status=403), "retrying", "forbidden"),
        (Fault("cut"), "offline", "cut"),
        (Fault("half"), "offline", "cut"),
    ],
)  # fmt: skip
async def test_a_central_in_trouble_is_named_and_no_act_is_blamed(
    machine: Machine, office: Office, fault: Fault, kind: str, code: str
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.always.append(fault)
    made = await receive(session, 1)
    # A look that an event asked for may have failed just before the act was made.
    status = await reach(session, lambda s: s.kind in ("retrying", "offline") and s.unsent == 1)
    assert (status.kind, status.code, status.unsent, status.needs) == (kind, code, 1, 0)
    assert status.retry_at is not None
    office.proxy.always.clear()
    session.workplace.sync_now()
    await synced(session)
    assert [a["id"] for a in office.acts()] == [made]


def lie(change: Any) -> Fault:
    """The central's answers, with their arguments changed."""

    def rewrite(data: bytes) -> bytes:
        body = json.loads(data)
        for name, args, _ in body["methodResponses"]:
            change(name, args)
        return json.dumps(body).encode()

    return Fault("rewrite", change=rewrite)


@pytest.mark.parametrize(
    "change",
    [
        lambda name, args: args.update(list=[{"subject": "no id"}]),
        lambda name, args: args.update(list="many"),
        lambda name, args: args.update(created=[7]),
        lambda name, args: args.update(newState=None, state=None),
        lambda name, args: args.update(hasMoreChanges=True, oldState="another"),
    ],
)
async def test_wrong_types_never_get_in(machine: Machine, office: Office, change: Any) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    before = await session.workplace.all("Handling")
    office.visit("mai").act(act("receive", CLERK, "side-1", {"registerId": INCOMING, "number": None}))
    office.proxy.always.append(lie(change))
    session.workplace.sync_now()
    status = await reach(session, lambda s: s.kind == "retrying")
    assert status.code == "wrongShape"
    assert await session.workplace.all("Handling") == before
    office.proxy.always.clear()
    session.workplace.sync_now()
    await synced(session)
    assert await session.workplace.all("Handling") != before


async def test_files_go_before_the_act_and_only_once(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    data = bytes(range(256)) * 16 * 1024  # 4 MB: goes in pieces
    kept = await session.workplace.keep_file(data, "du-thao.pdf", "application/pdf")
    assert kept == {**file_of(data), "name": "du-thao.pdf"}
    # The line is cut after two pieces; the next try sends the two that are missing.
    uploads = "/jmap/upload/"
    office.proxy.faults.append(Fault("cut", uploads, holding="\x00\x01"))
    made = await session.workplace.act(
        "draft", "Document", "new-1", {"document": {"subject": "Về việc", "file": kept, "typeCode": "TB"}}
    )
    assert not isinstance(made, Refusal)
    small = await receive(session, 1)
    await synced(session)
    assert {a["id"] for a in office.acts()} == {made["id"], small}
    assert office.central.blobs.find(kept["blobId"]) is not None
    document = await session.workplace.get("Document", "new-1")
    assert document is not None
    assert document["file"]["digest"] == kept["digest"]


async def test_a_download_goes_on_where_it_was_cut(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    document = await session.workplace.get("Document", "doc-1")
    assert document is not None
    size = document["file"]["size"]
    office.proxy.faults.append(Fault("half", "/jmap/download/"))
    with pytest.raises(Exception, match="cut"):
        await session.workplace.file(document["file"])
    seen: list[tuple[int, int]] = []
    data = await session.workplace.file(document["file"], progress=lambda done, total: seen.append((done, total)))
    assert len(data) == size
    assert seen[-1] == (size, size)


async def test_a_file_that_is_not_what_it_says_is_never_shown(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    document = await session.workplace.get("Document", "doc-1")
    assert document is not None
    size = document["file"]["size"]
    office.proxy.always.append(Fault("answer", "/jmap/download/", status=200, body=b"x" * size))
    with pytest.raises(Exception, match="igest"):
        await session.workplace.file(document["file"])
    office.proxy.always.clear()
    assert len(await session.workplace.file(document["file"])) == size
