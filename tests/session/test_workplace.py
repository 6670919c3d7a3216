"""A clerk's morning over real HTTP: sign in, receive, go on with the line down, and find everything there once."""

from __future__ import annotations

from typing import cast

import pytest

from desktop.office.acts import Refusal
from desktop.office.documents import FileRef
from desktop.session.errors import NotThere, Offline
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
        {"lead": {"unitId": "unit-vp", "personId": "p-duc"}, "co": [], "info": [],
         "directive": "Tham mưu", "due": None},
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


async def test_a_draft_is_kept_until_its_act_is_safe(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    workplace = session.workplace
    kept = await workplace.keep_file(b"%PDF-1.7 draft", "a.pdf", "application/pdf")
    await workplace.save_draft("d1", "document", {"subject": "Về việc họp", "file": kept})
    assert await workplace.load_draft("d1") == {"subject": "Về việc họp", "file": kept}
    assert [d.key for d in await workplace.drafts("document")] == ["d1"]
    refused = await workplace.act("draft", "Document", "new", {"document": {"subject": ""}}, draft_key="d1")
    assert isinstance(refused, Refusal)
    assert refused.code == "noText"
    assert await workplace.load_draft("d1") is not None
    made = await workplace.act(
        "draft", "Document", "new", {"document": {"subject": "Về việc họp", "file": kept}}, draft_key="d1"
    )
    assert not isinstance(made, Refusal)
    assert made["documentId"] == "new"
    assert await workplace.load_draft("d1") is None
    assert await workplace.ids("outgoing.draft") == ["new"]
    await synced(session)
    assert office.central.blobs.find(kept["blobId"]) is not None
    assert await workplace.allowed("Document", "new") == ("draft", "submit", "discard", "export")


async def test_an_act_that_is_not_sent_can_be_taken_back(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    workplace = session.workplace
    office.proxy.down()
    made = await workplace.act("receive", "Handling", "side-1", {"registerId": INCOMING, "number": None})
    assert not isinstance(made, Refusal)
    assert [a["id"] for a in await workplace.history("doc-1")] == [made["id"]]
    await reach(session, lambda s: s.kind == "offline" and s.unsent == 1)
    assert [u["withdrawable"] for u in await workplace.unsent()] == [True]
    assert await workplace.withdraw(made["id"]) == [made]
    assert await workplace.unsent() == []
    assert (await workplace.counts())["incoming.toReceive.own"] == 5
    office.proxy.up()
    await synced(session)
    assert office.acts() == []


async def test_boxes_count_what_they_list(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    counts = await session.workplace.counts()
    for key, number in counts.items():
        box, _, scope = key.rpartition(".")
        assert len(await session.workplace.ids(box, scope)) == number
    assert "tasks.open.unit" in counts


async def test_search_preferences_and_seats(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    workplace = session.workplace
    hits = await workplace.search("thong bao cong tac")
    assert {h.id for h in hits if h.type == "Document"} == {f"doc-{n}" for n in range(1, 6)}
    assert await workplace.preference("columns", [1]) == [1]
    await workplace.set_preference("columns", [2])
    assert await workplace.preference("columns") == [2]
    assert [o["id"] for o in await workplace.organs()] == [COMMUNE]
    with pytest.raises(ValueError, match="position"):
        await workplace.take_seat("organ-tu")
    await workplace.take_seat(COMMUNE)
    assert workplace.me.organ_id == COMMUNE


async def test_a_missing_file_is_not_there(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    ref = {"blobId": "sha256-" + "0" * 64, "digest": "0" * 64, "size": 3, "name": "x", "mediaType": "application/pdf"}
    with pytest.raises(NotThere):
        await session.workplace.file(cast(FileRef, ref))
    office.proxy.down()
    with pytest.raises(Offline):
        await session.workplace.file(cast(FileRef, ref))
