"""Acts that break what they touch: they sink, whatever they do to the central, and never hold up another."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desktop.office.acts import Refusal
from desktop.session.account import Session
from tests.office.faults import Fault
from tests.office.harness import Machine, Office, reach, synced, told
from tests.practice.little import INCOMING
from tests.sync.test_faults import TRANSFER, receive

POISON = '"number":77'
"""What the act that breaks the central has in it, and no other."""


async def poisonous(session: Session, n: int) -> str:
    made = await session.workplace.act("receive", "Handling", f"side-{n}", {"registerId": INCOMING, "number": 77})
    assert not isinstance(made, Refusal)
    return made["id"]


async def states(session: Session) -> dict[str, tuple[str, str | None]]:
    return {u["act"]["id"]: (u["state"], (u["reason"] or {}).get("code")) for u in await session.workplace.unsent()}


@pytest.mark.expects_log("push.")
@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault("cut", holding=POISON), "cut"),
        (Fault("answer", holding=POISON, status=500), "serverError"),
        (Fault("answer", holding=POISON, status=502), "busy"),
        (Fault("answer", holding=POISON, status=200, body=b"{"), "notJson"),
    ],
)
async def test_an_act_that_breaks_the_central_each_time_sinks_and_the_others_go(
    machine: Machine, office: Office, fault: Fault, code: str
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.down()
    first, bad, last = await receive(session, 1), await poisonous(session, 2), await receive(session, 3)
    office.proxy.always.append(fault)
    office.proxy.up()
    session.workplace.sync_now()
    status = await reach(session, lambda s: s.kind == "needsYou")
    assert (status.needs, status.unsent) == (1, 0)
    assert await states(session) == {bad: ("held", code)}
    assert [a["id"] for a in office.acts()] == [first, last]
    # What comes later goes at once, and the act itself goes when the central has been mended.
    later = await receive(session, 4)
    await reach(session, lambda s: s.kind == "needsYou" and s.unsent == 0, anew=True)
    office.proxy.always.clear()
    await session.workplace.retry(bad)
    await synced(session)
    assert [a["id"] for a in office.acts()] == [first, last, later, bad]


@pytest.mark.expects_log("push.batch_failed")
async def test_an_act_whose_answer_never_comes_is_found_at_the_central_and_not_blamed(
    machine: Machine, office: Office
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.always.append(Fault("cutAnswer", holding=POISON))
    made = await poisonous(session, 2)
    await reach(session, lambda s: s.kind == "synced" and s.unsent == 0, anew=True)
    assert [a["id"] for a in office.acts()] == [made]
    shown = await session.workplace.get("Handling", "side-2")
    assert shown is not None
    assert (shown["arrivalNumber"], shown.get("pending")) == (77, None)


async def test_an_act_too_large_for_the_central_waits_alone_and_says_so(machine: Machine, office: Office) -> None:
    def small(data: bytes) -> bytes:
        resource = json.loads(data)
        resource["capabilities"]["urn:ietf:params:jmap:core"]["maxSizeRequest"] = 20_000
        return json.dumps(resource).encode()

    office.proxy.always.append(Fault("rewrite", "/.well-known/jmap", change=small))
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.down()
    made: dict[str, Any] = {}
    for n in range(30):
        slip = "Kính trình " * (3_000 if n == 7 else 1)
        act = await session.workplace.act("draft", "Document", f"new-{n}", {"document": {"subject": "a", "slip": slip}})
        assert not isinstance(act, Refusal)
        made[f"new-{n}"] = act["id"]
    office.proxy.up()
    session.workplace.sync_now()
    await reach(session, lambda s: s.kind == "needsYou" and s.unsent == 0)
    assert await states(session) == {made["new-7"]: ("held", "actTooLarge")}
    assert [a["id"] for a in office.acts()] == [i for key, i in made.items() if key != "new-7"]
    assert [a["id"] for a in await session.workplace.withdraw(made["new-7"])] == [made["new-7"]]
    assert await session.workplace.get("Document", "new-7") is None


@pytest.mark.expects_log("push.")
async def test_an_act_that_was_set_aside_is_tried_again_after_a_rest(
    machine: Machine, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.sync.pushing.REST", 0.3)
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.always.append(Fault("answer", holding=POISON, status=500))
    bad = await poisonous(session, 2)
    await reach(session, lambda s: s.kind == "needsYou")
    office.proxy.always.clear()
    await reach(session, lambda s: s.kind == "synced" and s.unsent == 0, anew=True)
    assert [a["id"] for a in office.acts()] == [bad]


@pytest.mark.expects_log("push.")
async def test_what_waits_behind_an_act_that_was_set_aside_is_not_said_to_be_sent(
    machine: Machine, office: Office
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.always.append(Fault("answer", holding=POISON, status=500))
    await poisonous(session, 2)
    passed = await session.workplace.act("transfer", "Handling", "side-2", TRANSFER)
    assert not isinstance(passed, Refusal)
    status = await reach(session, lambda s: s.kind == "needsYou")
    assert (status.n, status.unsent) == (1, 1)
    office.proxy.always.clear()


@pytest.mark.parametrize("how", ["cut", "cutAnswer", "half"])
async def test_the_answer_lost_at_any_point_and_the_program_ended_then(
    machine: Machine, office: Office, how: str
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.faults.extend([Fault(how, holding="Act/set")] * 2)
    first = await receive(session, 1)
    await reach(session, lambda s: s.kind == "offline" and s.unsent == 1)
    second, third = await receive(session, 2), await receive(session, 3)
    assert [u["act"]["id"] for u in await session.workplace.unsent()][:1] in ([first], [second])
    await session.close()
    office.proxy.faults.append(Fault(how, holding="Act/set"))
    session = await machine.reopen()
    await synced(session)
    assert [a["id"] for a in office.acts()] == [first, second, third]
    assert await session.workplace.unsent() == []


@pytest.mark.expects_log("push.")
async def test_a_file_that_does_not_get_through_holds_up_its_own_act_alone(
    machine: Machine, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.sync.retry.FIRST", 0.01)
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.always.append(Fault("cut", "/jmap/upload/", holding="poison"))
    made = []
    for n, data in enumerate((b"%PDF poison", b"%PDF sound")):
        kept = await session.workplace.keep_file(data, f"{n}.pdf", "application/pdf")
        act = await session.workplace.act("draft", "Document", f"n{n}", {"document": {"subject": "a", "file": kept}})
        assert not isinstance(act, Refusal)
        made.append(act["id"])
    other = await receive(session, 1)
    status = await reach(session, lambda s: s.kind == "needsYou" and s.unsent == 0)
    assert status.needs == 1
    assert await states(session) == {made[0]: ("held", "cut")}
    assert {a["id"] for a in office.acts()} == {made[1], other}


@pytest.mark.expects_log("push.")
@pytest.mark.parametrize(("harm", "code"), [("gone", "fileMissing"), ("torn", "fileDamaged")])
async def test_a_file_that_was_lost_here_holds_its_act_with_a_plain_reason(
    machine: Machine, office: Office, harm: str, code: str
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.down()
    kept = await session.workplace.keep_file(bytes(300_000), "a.pdf", "application/pdf")
    act = await session.workplace.act("draft", "Document", "new", {"document": {"subject": "a", "file": kept}})
    assert not isinstance(act, Refusal)
    path = session.cache.blobs._path(kept["digest"])
    if harm == "gone":
        path.unlink()
    else:
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
    office.proxy.up()
    session.workplace.sync_now()

    async def held() -> bool:
        return await states(session) == {act["id"]: ("held", code)}

    await told(session, held)
    assert office.acts() == []
