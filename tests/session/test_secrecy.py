"""A central that sends classified material where it must not, in every member of every type: none of it stays."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.office.acts import Refusal
from desktop.session.account import Session
from desktop.session.errors import OtherNetwork, Refused
from desktop.session.settings import Settings
from tests.office.disk import found_in
from tests.office.faults import Fault
from tests.office.harness import Machine, Office, reach, synced
from tests.practice.little import CLERK, COMMUNE, INCOMING, LEADER, SPECIALIST, act, file_of, pdf
from tests.sync.world import roles

KEY = bytes(range(32))
Change = Callable[[str, dict[str, Any]], None]
"""What a faulty central makes of an object that it is about to send: (type, object)."""


def faulty(office: Office, change: Change) -> None:
    """From now on the central sends objects as ``change`` leaves them."""

    def rewrite(body: bytes) -> bytes:
        answer = json.loads(body)
        for name, args, _ in answer.get("methodResponses", []):
            if name.endswith("/get"):
                for object_ in args.get("list", []):
                    change(name.partition("/")[0], object_)
        return json.dumps(answer, ensure_ascii=False).encode()

    office.proxy.always = [Fault("rewrite", "/jmap/api", change=rewrite)]


def raised(*documents: str, to: Any = "confidential") -> Change:
    """These documents are classified, and sent whole all the same."""

    def change(type_name: str, object_: dict[str, Any]) -> None:
        if type_name == "Document" and object_["id"] in documents:
            object_["secrecy"] = to

    return change


def marks_everywhere(object_: Any, marker: str, free: frozenset[str]) -> None:
    """Write a marker into every free word of an object."""
    for name, value in object_.items() if isinstance(object_, dict) else ():
        if isinstance(value, dict):
            marks_everywhere(value, marker, free)
        elif isinstance(value, list):
            for one in value:
                marks_everywhere(one, marker, free)
        elif name in free and (isinstance(value, str) or name in MAY_BE_NULL):
            object_[name] = marker


FREE = frozenset({
    "subject", "notation", "text", "slip", "returnReason", "directive", "title", "description", "name", "position",
    "competence", "tacnghiep:product", "tacnghiep:place", "tacnghiep:note", "tacnghiep:preparation", "reason",
    "tacnghiep:attendees", "tacnghiep:decisionNote", "tacnghiep:vehicle", "tacnghiep:driver", "tacnghiep:invitation",
})  # fmt: skip

MAY_BE_NULL = ("directive", "returnReason", "tacnghiep:decisionNote")


async def restart(machine: Machine, session: Session) -> Session:
    await session.close()
    machine.open.remove(session)
    return await machine.reopen()


async def scanned(machine: Machine, session: Session, *markers: str) -> dict[str, list[str]]:
    """Where on the disk these words are found once the profile is closed, its key in hand."""
    folder = machine.sessions.accounts.folder(session.account)
    await session.close()
    return found_in(folder, KEY, list(markers), machine.root)


@pytest.mark.expects_log("secrecy.refused")
@pytest.mark.parametrize("mark", ["confidential", "cosmic", "absent"])
async def test_a_document_that_may_not_be_here_is_refused_reported_and_never_written(
    machine: Machine, office: Office, mark: Any, caplog: pytest.LogCaptureFixture
) -> None:
    marker = "MARK-OF-A-SECRET"

    def change(type_name: str, object_: dict[str, Any]) -> None:
        if type_name == "Document" and object_["id"] == "doc-3":
            marks_everywhere(object_, marker, FREE)
            object_["secrecy"] = mark
            if mark == "absent":
                del object_["secrecy"]

    faulty(office, change)
    caplog.set_level(logging.INFO)
    session = await machine.sign_in(office)
    await synced(session)
    workplace = session.workplace
    document = await workplace.get("Document", "doc-3")
    assert document is not None
    assert (document["withheld"], document["subject"], document["file"], document["issuer"]) == (
        True, "", None, "Tỉnh ủy An Bình",
    )  # fmt: skip
    assert "side-3" in await workplace.ids("incoming.toReceive")
    assert await workplace.allowed("Handling", "side-3") == ()
    assert await workplace.search(marker) == []
    with pytest.raises(Refused, match="secretElsewhere"):
        await workplace.file({**file_of(pdf(3)), "name": "a.pdf"})  # type: ignore[typeddict-item]
    assert file_of(pdf(3))["digest"] not in "".join(path for _, path, _ in office.proxy.seen)
    assert await workplace.refused_secrets() == 1
    await workplace.secrets_reported()
    assert await workplace.refused_secrets() == 0
    assert marker not in caplog.text
    # What is ordinary is found on the same disk with the same key.
    ordinary = "Thông báo số 2 về công tác văn thư"
    assert set(await scanned(machine, session, marker, ordinary)) == {ordinary}


@pytest.mark.expects_log("secrecy.refused")
async def test_marked_material_in_any_type_leaves_nothing_behind(machine: Machine, office: Office) -> None:
    """Handlings, tasks, meetings and acts that carry a mark or stand on such a document, in every free word."""
    marker = "MARK-IN-ANY-TYPE"
    mai = office.visit("mai")
    done = [
        mai.act(act("receive", CLERK, "side-2", {"registerId": INCOMING})),
        mai.act(act("receive", CLERK, "side-3", {"registerId": INCOMING})),
        office.visit("tam").act(act("assignTask", LEADER, "task-1", task("Nhiệm vụ"), documentId="doc-3")),
        office.visit("tam").act(act("assignTask", LEADER, "task-2", task("Nhiệm vụ khác"))),
        mai.act(act("enterSchedule", CLERK, "entry-1", {"entry": entry()})),
    ]
    assert [one.get("outcome") for one in done] == ["accepted"] * 5, done

    def change(type_name: str, object_: dict[str, Any]) -> None:
        if type_name == "Document" and object_["id"] == "doc-3":
            object_["secrecy"] = "secret"
        stands = "doc-3" in (object_["id"], object_.get("documentId"), object_.get("tacnghiep:documentId"))
        marked = type_name in ("ScheduleEntry", "Act") or object_["id"] in ("task-2", "side-2")
        if stands or marked:
            marks_everywhere(object_, marker, FREE)
            if marked:
                object_["tacnghiep:source"] = {"Secrecy": "confidential", "subject": marker}

    faulty(office, change)
    session = await machine.sign_in(office)
    await synced(session)
    workplace = session.workplace
    task_1, meeting = await workplace.get("Task", "task-1"), await workplace.get("ScheduleEntry", "entry-1")
    assert task_1 is not None
    assert meeting is not None
    assert (task_1["withheld"], task_1["title"], meeting["withheld"]) == (True, "", True)
    assert await workplace.allowed("Task", "task-1") == ()
    assert [a["payload"] for a in await workplace.history("doc-2")] == [{}]
    assert await scanned(machine, session, marker) == {}


def task(title: str) -> dict[str, Any]:
    lead = {"unitId": "unit-vp", "personId": SPECIALIST, "organId": COMMUNE}
    given = {"title": title, "description": "Nội dung", "due": None, "tacnghiep:product": "Báo cáo"}
    return {"task": {**given, "tacnghiep:lead": lead, "tacnghiep:coHandlers": []}}


def entry() -> dict[str, Any]:
    plain = {"attendees": "Đảng ủy", "place": "Phòng 1", "preparation": "", "vehicle": "", "driver": "", "note": ""}
    return {
        "title": "Họp", "description": "", "start": "2026-11-24T08:00:00", "duration": "PT1H", "showWithoutTime": False,
        "tacnghiep:session": "morning", "tacnghiep:leaders": ["p-tam"], "tacnghiep:chairId": "p-tam",
        "tacnghiep:invitation": "", **{f"tacnghiep:{name}": value for name, value in plain.items()},
    }  # fmt: skip


@pytest.mark.expects_log("secrecy.refused", "secrecy.acts_held")
async def test_a_document_that_becomes_classified_takes_everything_of_it_along(
    machine: Machine, office: Office
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    workplace = session.workplace
    document = await workplace.get("Document", "doc-4")
    assert document is not None
    await workplace.file(document["file"])
    office.proxy.down()
    typed = "Ý kiến viết tay về văn bản"
    done = await workplace.act("receive", "Handling", "side-4", {"registerId": INCOMING}, files=[document["file"]])
    assert not isinstance(done, Refusal)
    other = await workplace.act("return", "Handling", "side-5", {"reason": "Gửi nhầm"})
    assert not isinstance(other, Refusal)
    await workplace.save_draft("transfer:side-4", "transfer", {"directive": typed})
    office.proxy.up()
    with office.central.store.writing() as writing:
        writing.put("Document", {**document, "revision": 9, "secrecy": "confidential"})
    await session.close()
    machine.open.remove(session)
    # The state comes before the acts go: the central is asked first what has changed.
    office.proxy.faults.append(Fault("cut", holding="Act/set"))
    session = await machine.reopen()
    workplace = session.workplace
    await reach(session, lambda s: s.kind in ("synced", "needsYou") and s.needs == 1)
    held = {e["act"]["id"]: e for e in await workplace.unsent()}
    assert list(held) == [done["id"]]
    assert (held[done["id"]]["state"], held[done["id"]]["reason"]["code"]) == ("held", "secretElsewhere")
    assert held[done["id"]]["act"]["payload"] == {}
    assert isinstance(await workplace.retry(done["id"]), Refusal)
    assert await workplace.load_draft("transfer:side-4") is None
    assert not session.cache.objects.overlaid()
    assert isinstance(await workplace.act("finish", "Handling", "side-4", {"result": "Xong"}), Refusal)
    subject = document["subject"]
    assert len(await workplace.withdraw(done["id"])) == 1
    assert await scanned(machine, session, subject, "Nội dung văn bản 4", typed) == {}
    assert [a["kind"] for a in office.acts()] == ["return"]


@pytest.fixture
async def dedicated(tmp_path: Path, office: Office) -> AsyncIterator[Machine]:
    """A commune's machine on the dedicated network, where policy allows classified documents."""
    office.central.network = "dedicated"
    machine = allowing(Machine(tmp_path / "dedicated"))
    yield machine
    await machine.close()


def allowing(machine: Machine, *, classified: bool = True, network: str = "dedicated") -> Machine:
    """The machine under another policy, its profiles as they are."""
    machine.settings = Settings(machine.root / "settings.json", {"network": network, "classified": classified})
    machine.sessions = machine._sessions()
    return machine


@pytest.mark.expects_log("secrecy.refused")
async def test_where_it_is_allowed_a_commune_holds_what_is_confidential_and_nothing_above(
    dedicated: Machine, office: Office
) -> None:
    faulty(office, lambda t, o: (raised("doc-1")(t, o), raised("doc-2", to="secret")(t, o))[0])
    session = await dedicated.sign_in(office)
    await synced(session)
    held, above = [await session.workplace.get("Document", name) for name in ("doc-1", "doc-2")]
    assert held is not None
    assert above is not None
    assert (held["secrecy"], held.get("withheld"), held["subject"][:9]) == ("confidential", None, "Thông báo")
    assert (above["secrecy"], above["withheld"]) == ("secret", True)
    outcome = await session.workplace.act("export", "Document", "doc-1", {"name": "a", "digest": "b"})
    assert isinstance(outcome, Refusal)
    assert outcome.code == "secretExport"


@pytest.mark.expects_log("secrecy.refused")
async def test_a_policy_that_is_switched_off_clears_what_was_allowed_and_one_switched_on_brings_it_again(
    dedicated: Machine, office: Office
) -> None:
    faulty(office, raised("doc-1"))
    session = await dedicated.sign_in(office)
    await synced(session)
    document = await session.workplace.get("Document", "doc-1")
    assert document is not None
    await session.workplace.file(document["file"])
    office.proxy.down()
    session = await restart(allowing(dedicated, classified=False), session)
    gone = await session.workplace.get("Document", "doc-1")
    assert gone is not None
    assert gone["withheld"] is True
    assert not await session.workplace.has_file(document["file"])
    office.proxy.up()
    await synced(session)
    folder = dedicated.sessions.accounts.folder(session.account)
    await session.close()
    assert found_in(folder, KEY, [document["subject"], "Nội dung văn bản 1 "], dedicated.root) == {}
    dedicated.open.remove(session)
    session = await allowing(dedicated).reopen()
    dedicated.open.append(session)
    await synced(session)
    again = await session.workplace.get("Document", "doc-1")
    assert again is not None
    assert (again.get("withheld"), again["subject"]) == (None, document["subject"])
    assert await session.workplace.allowed("Handling", "side-1") != ()


@pytest.mark.expects_log("network.other_central")
async def test_a_central_of_the_other_network_is_not_spoken_to(machine: Machine, office: Office) -> None:
    office.central.network = "dedicated"
    with pytest.raises(OtherNetwork, match="otherNetworkCentral"):
        await machine.sign_in(office)
    assert machine.sessions.accounts.all() == []
    assert office.proxy.count("methodCalls") == 0


@pytest.mark.expects_log("network.other_central")
async def test_a_central_that_moves_to_the_other_network_is_synced_with_no_more(
    machine: Machine, office: Office
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.central.network = "dedicated"
    # The answer to one look says that something about the session has changed; before the next it is asked for again.
    session.workplace.sync_now()
    await reach(session, lambda s: s.kind == "synced" or s.code == "otherNetworkCentral", anew=True)
    session.workplace.sync_now()
    status = await reach(session, lambda s: s.code == "otherNetworkCentral")
    assert status.kind == "retrying"
    paths = [path for _, path, _ in office.proxy.seen]
    refused = max(n for n, path in enumerate(paths) if path == "/.well-known/jmap")
    assert "/jmap/api" not in paths[refused:]


@pytest.mark.expects_log("network.other_profile", "entrance.not_opened")
async def test_a_profile_is_not_opened_on_the_other_network(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await session.close()
    machine.open.clear()
    allowing(machine, classified=False)
    with pytest.raises(OtherNetwork, match="otherNetworkProfile"):
        await machine.reopen()
    allowing(machine, classified=False, network="internet")
    assert (await machine.reopen()).workplace.me.id == CLERK


@pytest.mark.expects_log("secrecy.policy_contradicts", "secrecy.refused")
async def test_a_policy_that_contradicts_itself_counts_as_off_and_is_told(machine: Machine, office: Office) -> None:
    allowing(machine, network="internet")
    faulty(office, raised("doc-1"))
    session = await machine.sign_in(office)
    await synced(session)
    document = await session.workplace.get("Document", "doc-1")
    assert session.workplace.policy_contradicts
    assert document is not None
    assert document["withheld"] is True


def test_nothing_but_the_gate_and_the_overlay_writes_state() -> None:
    """One gate, not many: whoever adds another way into the store has to come through here."""
    root = Path(__file__).resolve().parents[2] / "desktop"
    writers = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if "practice" not in path.parts
        for text in [path.read_text("utf-8")]
        if any(way in text for way in ("tx.put(", ".writing()", "objects.put(", "index_text(", ".set_overlay("))
    }
    assert writers == {"sync/gate.py", "sync/store.py", "sync/overlay.py"}


@pytest.mark.expects_log("sync.changes_lost")
async def test_of_what_may_no_longer_be_seen_no_page_is_left_even_for_whoever_has_the_key(
    machine: Machine, office: Office
) -> None:
    """Rights are taken away at the central; after the next look nothing is in free pages, logs, index or files."""
    session = await machine.sign_in(office)
    session._engine.pace = replace(session._engine.pace, scrub=0.0)
    directive = "Văn phòng tham mưu ngay trong ngày"
    office.visit("mai").act(act("receive", CLERK, "side-1", {"registerId": INCOMING}))
    office.visit("tam").act(act("direct", LEADER, "side-1", {"directive": directive}))
    await synced(session)
    workplace = session.workplace
    document = await workplace.get("Document", "doc-1")
    assert document is not None
    await workplace.file(document["file"])
    assert [hit.id for hit in await workplace.search("cong tac van thu")] != []
    roles(office, "specialist")
    await synced(session)
    assert await workplace.all("Document") == []
    markers = (document["subject"], "Nội dung văn bản 1 ", directive, "văn bản 1\n", document["notation"])
    assert await scanned(machine, session, *markers) == {}


async def test_before_it_is_taken_away_all_of_it_is_found(machine: Machine, office: Office) -> None:
    """The same look at the same places: what the test above does not find could be found."""
    session = await machine.sign_in(office)
    await synced(session)
    document = await session.workplace.get("Document", "doc-1")
    assert document is not None
    await session.workplace.file(document["file"])
    markers = (document["subject"], "Nội dung văn bản 1 ", "văn bản 1\n")
    found = await scanned(machine, session, *markers)
    assert set(found) == set(markers)
    assert any("cache.db" in name for name in found[document["subject"]])
    assert found["văn bản 1\n"] == [f"file {document['file']['digest'][:8]}"]
