"""Remarks with the line cut and the program ended: shown at once, sent once, answered, never on what is signed."""

from __future__ import annotations

from contextlib import AsyncExitStack
from pathlib import Path

from desktop.office import remarks
from desktop.office.acts import Refusal
from desktop.presenters.remark_sheet import Sheet, from_data, key_of
from tests.office.harness import Office, another_machine, reach
from tests.rules.test_remarks import item
from tests.sync.test_two_at_work import Did, Party, agree, do, office

__all__ = ["office"]


async def gathered(office: Office, folder: Path, stack: AsyncExitStack, *names: str) -> Party:
    party = Party(office, folder, stack)
    for name in names:
        machine = await stack.enter_async_context(another_machine(folder / name, name.rstrip("2")))
        party.machines[name] = machine
        party.sessions[name] = await machine.sign_in(office)
        await party.settled(name)
    return party


async def digest_of(party: Party, name: str, document_id: str) -> str:
    document = await party.sessions[name].workplace.get("Document", document_id)
    assert document is not None
    return document["file"]["digest"]


async def test_what_is_written_offline_reaches_the_drafter_once(office: Office, tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        party = await gathered(office, tmp_path, stack, "tam", "duc")
        digest = await digest_of(party, "tam", "doc-21")
        office.proxy.down()
        leader = party.sessions["tam"].workplace
        document = await leader.get("Document", "doc-21")
        assert document is not None
        sheet = Sheet(file=document["file"], items=(item("r-1", "ink"), item("r-2", text="Ghi rõ thời hạn")))
        await leader.save_draft(key_of("doc-21"), "remarks", sheet.data())
        await party.part()
        # What was being written is there after the program was ended, and so is what was sent meanwhile.
        party.sessions["tam"] = await party.machines["tam"].reopen()
        leader = party.sessions["tam"].workplace
        kept = from_data(await leader.load_draft(key_of("doc-21")))
        assert [one["id"] for one in kept.items] == ["r-1", "r-2"]
        payload = {"remarks": [dict(one) for one in kept.items]}
        made = await leader.act("remark", "Document", "doc-21", payload, digest=digest, draft_key=key_of("doc-21"))
        assert not isinstance(made, Refusal)
        shown = await leader.get("Document", "doc-21")
        assert shown is not None
        assert remarks.open_count(shown) == 2, "shown at once, before it is sent"
        assert await leader.load_draft(key_of("doc-21")) is None
        await party.sessions["tam"].close()
        office.proxy.up()
        await party.return_("tam")
        await party.return_("duc")
        drafter = party.sessions["duc"].workplace
        (first, _second) = [i for _r, i in remarks.items(await drafter.get("Document", "doc-21") or {})]
        answers = {"answers": [{"remarkId": first["id"], "how": "explained", "text": "Theo mẫu"}]}
        assert not isinstance(await drafter.act("answerRemarks", "Document", "doc-21", answers), Refusal)
        await party.settled("duc")
        await party.settled("tam")
        seen = await party.sessions["tam"].workplace.get("Document", "doc-21")
        assert [(i.get("answer") or {}).get("text") for _r, i in remarks.items(seen or {})] == ["Theo mẫu", None]
        assert [a["kind"] for a in office.acts()] == ["remark", "answerRemarks"]
        for name in ("tam", "duc"):
            await agree(party, name)


async def test_on_what_was_signed_meanwhile_they_come_back_with_every_word(office: Office, tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        party = await gathered(office, tmp_path, stack, "tam", "tam2")
        digest = await digest_of(party, "tam", "doc-21")
        office.proxy.down()
        written = {"remarks": [item("r-1", text="Viết lại")]}
        made = await party.sessions["tam"].workplace.act("remark", "Document", "doc-21", written, digest=digest)
        assert not isinstance(made, Refusal)
        await do(party.sessions["tam2"], Did("tam2", "approve", "doc-21", {"file": None}))
        await party.part()
        office.proxy.up()
        await party.return_("tam2")
        party.sessions["tam"] = await party.machines["tam"].reopen()
        await reach(party.sessions["tam"], lambda s: s.kind == "needsYou", anew=True)
        workplace = party.sessions["tam"].workplace
        (stuck,) = await workplace.unsent()
        assert (stuck["state"], stuck["reason"]["code"]) == ("refused", "signedPage")
        assert stuck["act"]["payload"] == written
        document = await workplace.get("Document", "doc-21")
        assert document is not None
        assert (document["state"], list(remarks.items(document))) == ("approved", [])
        again = await workplace.act("remark", "Document", "doc-21", written, digest=document["file"]["digest"])
        assert isinstance(again, Refusal)
        assert again.code == "signedPage", "here as there"
