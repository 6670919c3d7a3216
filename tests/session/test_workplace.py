"""A clerk's morning over real HTTP: sign in, receive, go on with the line down, and find everything there once."""

from __future__ import annotations

from desktop.office.acts import Refusal
from tests.office.harness import Machine, Office, reach, synced
from tests.practice.little import COMMUNE, INCOMING, pdf


async def test_signing_in_brings_the_inbox(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    workplace = session.workplace
    assert (workplace.me.person["name"], workplace.me.organ["id"], workplace.practice) == (
        "Nguyễn Thị Mai",
        COMMUNE,
        True,
    )
    ids = await workplace.ids("incoming.toReceive")
    assert ids == [f"side-{n}" for n in (5, 4, 3, 2, 1)]
    rows = await workplace.rows("incoming.toReceive", "own", ids)
    assert rows[0]["document"]["subject"] == "Thông báo số 5 về công tác văn thư"
    assert not rows[0]["pending"]
    assert (await workplace.counts())["incoming.toReceive.own"] == 5
    status = await synced(session)
    assert status.at is not None
    assert [r["id"] for r in await workplace.all("Register")] == ["reg-ap-in", "reg-ap-out"]


async def test_receiving_offline_and_every_act_arrives_once_and_in_order(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    workplace = session.workplace
    office.proxy.down()
    acts = []
    for n in (1, 2, 3):
        act = await workplace.act("receive", "Handling", f"side-{n}", {"registerId": INCOMING, "number": None})
        assert not isinstance(act, Refusal)
        acts.append(act["id"])
    passed = await workplace.act(
        "transfer", "Handling", "side-1",
        {"lead": {"unitId": "unit-vp", "personId": "p-duc"}, "co": [], "info": [], "directive": "Tham mưu", "due": None},
    )  # fmt: skip
    assert not isinstance(passed, Refusal)
    acts.append(passed["id"])
    assert passed["dependsOn"] == [acts[0]]
    shown = await workplace.get("Handling", "side-2")
    assert shown is not None
    assert (shown["state"], shown["arrivalNumber"], shown["pending"]) == ("toHandle", None, True)
    await reach(session, lambda s: s.kind == "offline" and s.unsent == 4)
    await session.close()

    session = await machine.reopen()
    workplace = session.workplace
    assert [u["act"]["id"] for u in await workplace.unsent()] == acts
    shown = await workplace.get("Handling", "side-1")
    assert shown is not None
    assert shown["state"] == "passedOn"
    await reach(session, lambda s: s.kind == "offline")
    office.proxy.up()
    workplace.sync_now()
    await synced(session)
    assert [a["id"] for a in office.acts()] == acts
    assert await workplace.unsent() == []
    shown = await workplace.get("Handling", "side-3")
    assert shown is not None
    assert (shown["arrivalNumber"], shown.get("pending")) == (46, None)
    history = await workplace.history("doc-1")
    assert [(h["kind"], h.get("outcome")) for h in history] == [("receive", "accepted"), ("transfer", "accepted")]


async def test_a_file_is_fetched_once_and_read_with_the_line_down(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    document = await session.workplace.get("Document", "doc-2")
    assert document is not None
    assert await session.workplace.file(document["file"]) == pdf(2)
    office.proxy.down()
    assert await session.workplace.file(document["file"]) == pdf(2)
