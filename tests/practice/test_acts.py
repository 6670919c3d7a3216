"""Acts over the wire: once each, in order, numbered without doubles, told to those whom they concern."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tests.practice.conftest import Town, Visitor
from tests.practice.little import (
    CLERK,
    COMMUNE,
    INCOMING,
    LEADER,
    OFFICE,
    OUTGOING,
    PROVINCE,
    SPECIALIST,
    act,
    file_of,
    pdf,
)


def receive(n: int, **members: Any) -> dict[str, Any]:
    return act("receive", CLERK, f"side-{n}", {"registerId": INCOMING, "number": None}, **members)


def test_receive_gives_the_next_number_of_the_paper_book(mai: Visitor) -> None:
    result = mai.act(receive(1))
    assert result["outcome"] == "accepted"
    side = mai.get("Handling", "side-1")
    assert side is not None
    assert (side["state"], side["arrivalNumber"]) == ("toHandle", 44)
    register = mai.get("Register", INCOMING)
    assert register is not None
    assert (register["last"], register["gaps"], register["revision"]) == (44, [42], 2)


def test_a_gap_may_be_filled_and_a_used_number_may_not(mai: Visitor) -> None:
    filled = act("receive", CLERK, "side-1", {"registerId": INCOMING, "number": 42})
    assert mai.act(filled)["outcome"] == "accepted"
    again = mai.act(act("receive", CLERK, "side-2", {"registerId": INCOMING, "number": 42}))
    assert (again["outcome"], again["reason"]["code"]) == ("refused", "numberTaken")
    far = mai.act(act("receive", CLERK, "side-2", {"registerId": INCOMING, "number": 99999}))
    assert far["reason"]["code"] == "numberTaken"
    register = mai.get("Register", INCOMING)
    assert register is not None
    assert (register["last"], register["gaps"]) == (43, [])


def test_a_replay_gets_the_first_answer_and_changes_nothing(mai: Visitor) -> None:
    sent = receive(1)
    first = mai.act(sent)
    state = mai.state("Handling")
    assert mai.act(sent) == first
    assert mai.state("Handling") == state
    assert mai.act({**sent, "payload": {"registerId": INCOMING, "number": 42}})["type"] == "alreadyExists"


def test_a_refused_act_stays_readable_to_its_author_alone(mai: Visitor, tam: Visitor) -> None:
    mai.act(receive(1))
    late = receive(1)
    result = mai.act(late)
    assert (result["outcome"], result["reason"]) == ("refused", {"code": "alreadyDone", "args": {"state": "toHandle"}})
    kept = mai.get("Act", late["id"])
    assert kept is not None
    assert kept["outcome"] == "refused"
    assert kept["payload"] == late["payload"]
    assert tam.get("Act", late["id"]) is None


def test_acts_are_their_authors_and_nothing_else_is_written(mai: Visitor) -> None:
    assert mai.act(receive(1, authorId=LEADER))["type"] == "forbidden"
    assert mai.act({**receive(1), "claimedAt": "yesterday"})["type"] == "invalidProperties"
    missing = receive(1)
    del missing["payload"]["registerId"]
    refused = mai.act(missing)
    assert (refused["type"], refused["properties"]) == ("invalidProperties", ["payload"])
    assert mai.call("Document/set", destroy=["doc-1"])["type"] == "forbidden"
    never = mai.call("Act/set", update={"x": {"kind": "finish"}}, destroy=["y"])
    assert never["notUpdated"]["x"]["type"] == never["notDestroyed"]["y"]["type"] == "forbidden"
    assert mai.call("Act/set", ifInState="elsewhere", create={})["type"] == "stateMismatch"


def test_what_depends_on_a_refused_act_falls_with_it(mai: Visitor) -> None:
    mai.act(receive(1))
    refused = receive(1)
    mai.act(refused)
    after = mai.act(receive(2, dependsOn=[refused["id"]]))
    assert after["reason"] == {"code": "dependsOnRefused", "args": {"actId": refused["id"]}}
    early = mai.act(receive(2, dependsOn=["not-there-yet"]))
    assert (early["type"], early["dependsOn"]) == ("dependencyMissing", ["not-there-yet"])


def test_numbers_are_never_given_twice_however_many_ask_at_once(town: Town, mai: Visitor) -> None:
    sent = [receive(n) for n in range(1, 6)]

    def once(given: dict[str, Any]) -> dict[str, Any]:
        # Every act twice: a line that is cut after the answer was written makes the client send it again.
        town.central.act(CLERK, given)
        return town.central.act(CLERK, given)

    with ThreadPoolExecutor(5) as pool:
        results = list(pool.map(once, sent))
    assert {r["outcome"] for r in results} == {"accepted"}
    sides = mai.call("Handling/get", ids=[f"side-{n}" for n in range(1, 6)])["list"]
    assert sorted(s["arrivalNumber"] for s in sides) == [44, 45, 46, 47, 48]
    assert len({r["seq"] for r in results}) == 5


def test_a_transfer_lets_its_holder_see_the_paper_and_what_was_done(mai: Visitor, duc: Visitor) -> None:
    assert duc.call("Document/get", ids=None)["list"] == []
    received = receive(1)
    mai.act(received)
    payload = {"lead": {"unitId": OFFICE, "personId": SPECIALIST}, "directive": "Nghiên cứu", "due": "2026-12-01"}
    passed = act("transfer", CLERK, "side-1", payload)
    state = duc.state("Document")
    assert mai.act(passed)["outcome"] == "accepted"
    assert duc.call("Document/changes", sinceState=state)["created"] == ["doc-1"]
    seen = duc.get("Document", "doc-1")
    assert seen is not None
    assert (seen["deliveries"], seen["slip"]) == ([], "")
    assert duc.get("Handling", f"{passed['id']}-0") is not None
    assert duc.get("Handling", "side-1") is None
    assert duc.get("Act", passed["id"]) is not None
    assert duc.get("Act", received["id"]) is not None
    assert duc.http.get(duc.blob_url(seen["file"]["blobId"])).content == pdf(1)


def test_deliveries_are_the_issuing_organs_and_move_nothing_for_the_recipient(mai: Visitor, ha: Visitor) -> None:
    before = mai.state("Document"), ha.state("Document")
    mai.act(receive(1))
    ours = ha.get("Document", "doc-1")
    theirs = mai.get("Document", "doc-1")
    assert ours is not None
    assert theirs is not None
    assert ours["deliveries"][0]["status"] == "03"
    assert ours["slip"] != ""
    assert theirs["deliveries"] == []
    assert mai.call("Document/changes", sinceState=before[0])["updated"] == []
    assert ha.call("Document/changes", sinceState=before[1])["updated"] == ["doc-1"]


def test_a_draft_goes_from_its_author_to_its_recipients(town: Town, mai: Visitor, tam: Visitor, ha: Visitor) -> None:
    data = b"%PDF-1.7 du thao"
    fields = {
        "typeCode": "BC",
        "subject": "Báo cáo tháng 11",
        "recipients": [PROVINCE],
        "secrecy": "none",
        "file": file_of(data),
    }
    draft = act("draft", CLERK, "doc-new", {"document": fields})
    assert mai.act(draft) == {
        "type": "blobNotFound",
        "description": "upload the files first",
        "notFound": [file_of(data)["blobId"]],
    }
    assert mai.upload(data)["blobId"] == file_of(data)["blobId"]
    assert mai.act(draft)["outcome"] == "accepted"
    assert tam.get("Document", "doc-new") is None
    assert mai.act(act("submit", CLERK, "doc-new", {"signerId": LEADER}))["outcome"] == "accepted"
    assert tam.get("Document", "doc-new") is not None
    assert tam.get("Act", draft["id"]) is not None
    basis = {"revision": 2, "digest": file_of(data)["digest"]}
    signed = b"%PDF-1.7 da ky"
    tam.upload(signed)
    approve = act("approve", LEADER, "doc-new", {"file": file_of(signed)}, basedOn=basis)
    assert tam.act(approve)["outcome"] == "accepted"
    early = mai.act(act("issue", CLERK, "doc-new"))
    assert early["reason"]["code"] == "notSealedYet"
    number = act("number", CLERK, "doc-new", {"registerId": OUTGOING, "number": None, "date": None})
    assert mai.act(number)["outcome"] == "accepted"
    basis = {"revision": 4, "digest": file_of(signed)["digest"]}
    seal = act("seal", CLERK, "doc-new", {"file": file_of(signed)}, basedOn=basis)
    assert mai.act(seal)["outcome"] == "accepted"
    assert ha.get("Document", "doc-new") is None
    issue = act("issue", CLERK, "doc-new", {"recipients": [PROVINCE]})
    assert mai.act(issue)["outcome"] == "accepted"
    got = ha.get("Document", "doc-new")
    assert got is not None
    assert (got["notation"], got["slip"], got["deliveries"]) == ("44-BC/ĐU", "", [])
    assert [ha.get("Act", a["id"]) is not None for a in (draft, approve, number, seal, issue)] == [
        False,
        True,
        False,
        True,
        True,
    ]
    assert ha.get("Handling", f"{issue['id']}-0") is not None


def test_who_may_no_longer_see_a_draft_is_told_so(mai: Visitor, tam: Visitor, duc: Visitor) -> None:
    duc.upload(b"%PDF-1.7 du thao")
    fields = {"subject": "Tờ trình", "secrecy": "none", "file": file_of(b"%PDF-1.7 du thao")}
    submit = act("submit", SPECIALIST, "doc-new", {"signerId": LEADER})
    assert duc.act(act("draft", SPECIALIST, "doc-new", {"document": fields}))["outcome"] == "accepted"
    assert duc.act(submit)["outcome"] == "accepted"
    assert mai.get("Document", "doc-new") is not None
    states = {name: mai.state(name) for name in ("Document", "Act")}
    assert tam.act(act("refuse", LEADER, "doc-new", {"reason": "Bổ sung số liệu"}))["outcome"] == "accepted"
    assert mai.call("Document/changes", sinceState=states["Document"])["destroyed"] == ["doc-new"]
    assert submit["id"] in mai.call("Act/changes", sinceState=states["Act"])["destroyed"]
    assert mai.get("Document", "doc-new") is None
    assert mai.get("Act", submit["id"]) is None
    assert (duc.get("Document", "doc-new") or {})["returnReason"] == "Bổ sung số liệu"
    assert duc.act(act("submit", SPECIALIST, "doc-new", {"signerId": LEADER}))["outcome"] == "accepted"
    assert mai.call("Document/changes", sinceState=states["Document"])["created"] == ["doc-new"]


def test_one_failing_act_does_not_hold_up_the_others(mai: Visitor) -> None:
    answer = mai.call("Act/set", create={"a": receive(1), "b": {"id": "?"}, "c": receive(2)})
    assert list(answer["created"]) == ["a", "c"]
    assert answer["notCreated"]["b"]["type"] == "invalidProperties"
    assert answer["created"]["a"]["seq"] + 1 == answer["created"]["c"]["seq"]
    assert answer["oldState"] != answer["newState"]


def test_a_schedule_entry_is_its_whole_organs(mai: Visitor, duc: Visitor, ha: Visitor) -> None:
    entry = {
        "title": "Họp Ban Thường vụ",
        "start": "2026-11-27T08:00:00",
        "duration": "PT2H",
        "tacnghiep:session": "morning",
        "tacnghiep:leaders": [LEADER],
        "tacnghiep:chairId": LEADER,
    }
    entered = act("enterSchedule", CLERK, "entry-1", {"entry": entry})
    assert mai.act(entered)["outcome"] == "accepted", entered
    seen = duc.get("ScheduleEntry", "entry-1")
    assert seen is not None
    assert seen["tacnghiep:organId"] == COMMUNE
    assert ha.get("ScheduleEntry", "entry-1") is None
