"""Confirming and copying with the line down: shown at once, waiting for what only the central gives, taken once."""

from __future__ import annotations

from typing import Any

from desktop.office.acts import Refusal
from desktop.session.workplace import Workplace
from tests.office.harness import Machine, Office, reach, synced
from tests.practice.little import INCOMING, OUTGOING, file_of, pdf


async def do(
    workplace: Workplace, kind: str, subject_type: str, subject: str, payload: dict[str, Any], **more: Any
) -> Any:
    answer = await workplace.act(kind, subject_type, subject, payload, **more)
    assert not isinstance(answer, Refusal), (kind, answer)
    return answer


async def test_an_arrival_waits_for_its_number_and_the_confirmation_for_both(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    workplace = session.workplace
    seen = file_of(pdf(1))["digest"]
    slip = await workplace.keep_file(b"%PDF-1.7 phieu", "Xác nhận.pdf", "application/pdf")
    office.proxy.down()
    await do(workplace, "receive", "Handling", "side-1", {"registerId": INCOMING, "number": None})
    early = await workplace.act("confirm", "Handling", "side-1", {"file": slip, "manner": "slip"}, digest=seen)
    assert isinstance(early, Refusal)
    assert early.code == "noArrivalNumberYet"
    assert "confirm" not in await workplace.allowed("Handling", "side-1")
    office.proxy.up()
    workplace.sync_now()
    await synced(session)
    office.proxy.down()
    act = await do(workplace, "confirm", "Handling", "side-1", {"file": slip, "manner": "slip"}, digest=seen)
    shown = await workplace.get("Handling", "side-1")
    assert shown is not None
    assert shown["confirmation"]["file"]["digest"] == slip["digest"], "its effect is shown before it is sent"
    history = await workplace.history("doc-1")
    assert [(one["kind"], one.get("outcome")) for one in history][-1] == ("confirm", None)
    await reach(session, lambda s: s.kind == "offline" and s.unsent == 1)
    assert [entry["signed"] for entry in await workplace.unsent()] == [True], "a signed file is never sent twice"
    office.proxy.up()
    workplace.sync_now()
    await synced(session)
    assert [one["id"] for one in office.acts()][-1] == act["id"]
    assert (await workplace.history("doc-1"))[-1]["kind"] == "confirm"


async def test_a_copy_made_offline_waits_for_its_number_and_stands_in_both_histories(
    machine: Machine, office: Office
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    workplace = session.workplace
    await do(workplace, "receive", "Handling", "side-2", {"registerId": INCOMING, "number": None})
    await synced(session)
    office.proxy.down()
    prepared = await workplace.keep_file(b"%PDF-1.7 ban sao", "Sao y.pdf", "application/pdf")
    payload = {"sourceId": "doc-2", "type": "SY", "source": "electronic", "verdict": "valid", "file": prepared,
               "attachments": [], "pages": []}  # fmt: skip
    seen = file_of(pdf(2))["digest"]
    made = await do(workplace, "copy", "Document", "copy-1", payload, document_id="doc-2", digest=seen)
    numbered = await do(workplace, "number", "Document", "copy-1", {"registerId": OUTGOING})
    assert numbered["dependsOn"] == [made["id"]]
    shown = await workplace.get("Document", "copy-1")
    assert shown is not None
    assert (shown["typeCode"], shown["number"], shown["pending"]) == ("SY", None, True)
    sealed = await workplace.act("seal", "Document", "copy-1", {"file": prepared}, digest=prepared["digest"])
    assert isinstance(sealed, Refusal)
    assert sealed.code == "noNumberYet"
    office.proxy.up()
    workplace.sync_now()
    await synced(session)
    assert list(await workplace.ids("signing.copy")) == ["copy-1"]
    assert list(await workplace.ids("signing.seal")) == []
    assert (await workplace.counts())["signing.copy.own"] == 1
    for document_id in ("doc-2", "copy-1"):
        assert "copy" in [one["kind"] for one in await workplace.history(document_id)], document_id
