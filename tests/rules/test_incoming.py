"""Incoming documents: outcomes as DOMAIN and Decree 30/2020, art. 20-24, put them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desktop.office.incoming import duplicates
from desktop.office.judge import allowed
from tests.rules.small_office import NOW, SmallOffice, refusal_code


def to(unit: str, person: str | None = None) -> dict[str, Any]:
    return {"unitId": unit, "personId": person}


def received(office: SmallOffice) -> str:
    office.arrival()
    assert refusal_code(office.act("clerk", "receive", "doc-side", {"registerId": "in"})) is None
    return "doc-side"


def transferred(office: SmallOffice) -> dict[str, str]:
    """The commune's side passed on: the specialist leads, the other helps, the leader is informed."""
    side = received(office)
    payload = {
        "lead": to("board", "specialist"),
        "co": [to("board", "other")],
        "info": [to("commune", "leader")],
        "directive": "Tham mưu",
        "due": "2026-11-25",
    }
    assert refusal_code(office.act("clerk", "transfer", side, payload)) is None
    return {str(h["personId"]): h["id"] for h in office.handlings("doc") if h["parentId"]}


def test_arrival_numbers_go_on_from_the_paper_book(office: SmallOffice) -> None:
    side = received(office)
    assert office.objects["Handling", side]["arrivalNumber"] == 1204
    assert office.objects["Handling", side]["arrivalDate"] == "2026-11-23"
    assert office.state("Handling", side) == "toHandle"


def test_offline_no_number_is_guessed(office: SmallOffice) -> None:
    office.arrival()
    office.act("clerk", "receive", "doc-side", {"registerId": "in"}, online=False)
    side = office.objects["Handling", "doc-side"]
    assert side["arrivalNumber"] is None
    assert side["pending"] is True


@pytest.mark.parametrize(
    ("wanted", "refusal", "gaps"), [(1204, None, []), (1207, None, [1204, 1205, 1206]), (1203, "numberTaken", [])]
)
def test_a_chosen_number_leaves_gaps_and_is_never_given_twice(
    office: SmallOffice, wanted: int, refusal: str | None, gaps: list[int]
) -> None:
    office.arrival()
    outcome = office.act("clerk", "receive", "doc-side", {"registerId": "in", "number": wanted})
    assert refusal_code(outcome) == refusal
    assert office.objects["Register", "in"]["gaps"] == gaps


@pytest.mark.parametrize(
    ("who", "kind", "refusal"),
    [
        ("specialist", "receive", "notYours"),
        ("leader", "receive", "notYours"),
        ("sender", "receive", "notYours"),
        ("clerk", "transfer", "alreadyDone"),
        ("clerk", "finish", "alreadyDone"),
    ],
)
def test_what_is_not_received_is_the_clerks_to_receive(office: SmallOffice, who: str, kind: str, refusal: str) -> None:
    office.arrival()
    assert refusal_code(office.act(who, kind, "doc-side", {"registerId": "in"})) == refusal


def test_a_second_receive_is_refused(office: SmallOffice) -> None:
    side = received(office)
    assert refusal_code(office.act("clerk", "receive", side, {"registerId": "in"})) == "alreadyDone"


def test_transfer_gives_each_holder_a_side_of_their_own(office: SmallOffice) -> None:
    sides = transferred(office)
    rows = {p: office.objects["Handling", s] for p, s in sides.items()}
    assert {p: r["role"] for p, r in rows.items()} == {"specialist": "lead", "other": "co", "leader": "info"}
    assert rows["specialist"]["due"] == "2026-11-25"
    assert rows["leader"]["due"] is None
    assert office.state("Handling", "doc-side") == "passedOn"


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"lead": None}, "noLead"),
        ({"co": [to("board", "specialist")]}, "sameTwice"),
        ({"lead": to("province", "sender")}, "unknownRecipient"),
        ({"lead": to("board", "chief")}, "unknownRecipient"),
        ({"lead": to("commune")}, "toYourself"),
        ({"due": "2026-11-22"}, "duePast"),
        ({"due": "ngày mai"}, "badDate"),
    ],
)
def test_a_transfer_that_cannot_be(office: SmallOffice, change: dict[str, Any], refusal: str) -> None:
    side = received(office)
    payload = {"lead": to("board", "specialist"), "co": [], "info": [], "directive": "", "due": None} | change
    assert refusal_code(office.act("clerk", "transfer", side, payload)) == refusal
    assert office.state("Handling", side) == "toHandle"


def test_a_deadline_that_was_in_time_when_offline_stays_so(office: SmallOffice) -> None:
    side = received(office)
    payload = {"lead": to("board", "specialist"), "due": "2026-11-22"}
    outcome = office.act("clerk", "transfer", side, payload, claimed=NOW - timedelta(days=2))
    assert refusal_code(outcome) is None


def test_the_leads_finish_closes_everyones_side(office: SmallOffice) -> None:
    sides = transferred(office)
    office.act("specialist", "finish", sides["specialist"], {"result": "Đã làm"})
    assert {office.state("Handling", h["id"]) for h in office.handlings("doc")} == {"done"}


def test_a_co_handlers_finish_closes_only_their_own(office: SmallOffice) -> None:
    sides = transferred(office)
    office.act("other", "finish", sides["other"])
    assert office.state("Handling", sides["other"]) == "done"
    assert office.state("Handling", sides["specialist"]) == "toHandle"
    assert office.state("Handling", "doc-side") == "passedOn"


def test_the_leads_return_revokes_what_was_passed_on(office: SmallOffice) -> None:
    sides = transferred(office)
    assert refusal_code(office.act("specialist", "return", sides["specialist"], {"reason": " "})) == "noReason"
    office.act("specialist", "return", sides["specialist"], {"reason": "Không thuộc lĩnh vực"})
    assert {office.state("Handling", s) for s in sides.values()} == {"revoked"}
    assert office.state("Handling", "doc-side") == "returned"
    assert office.objects["Handling", "doc-side"]["returnReason"] == "Không thuộc lĩnh vực"
    payload = {"lead": to("bureau", "chief")}
    assert refusal_code(office.act("clerk", "transfer", "doc-side", payload)) is None


@pytest.mark.parametrize(
    ("acts", "status"),
    [
        ([], "01"),
        ([("receive", {"registerId": "in"})], "03"),
        ([("receive", {"registerId": "in"}), ("transfer", {"lead": to("board", "specialist")})], "04"),
        ([("receive", {"registerId": "in"}), ("finish", {})], "06"),
        ([("return", {"reason": "Gửi nhầm"})], "02"),
    ],
)
def test_the_sender_learns_the_status(office: SmallOffice, acts: list[tuple[str, dict[str, Any]]], status: str) -> None:
    office.arrival()
    for kind, payload in acts:
        assert refusal_code(office.act("clerk", kind, "doc-side", payload)) is None
    document = office.objects["Document", "doc"]
    assert document["deliveries"][0]["status"] == status
    assert document["revision"] == 1


def test_buttons_follow_the_same_rules(office: SmallOffice) -> None:
    side = office.arrival()
    assert allowed("Handling", side, office.me("clerk"), office) == ("receive", "return")
    assert allowed("Handling", side, office.me("leader"), office) == ()
    received_side = office.objects["Handling", received(office)]
    assert allowed("Handling", received_side, office.me("clerk"), office) == ("transfer", "return", "finish", "confirm")


def test_a_duplicate_has_the_same_number_agency_and_date() -> None:
    one = {"id": "1", "notation": "118-TB/TU", "organId": "p", "documentDate": "2026-11-20"}
    again, other_year = {**one, "id": "2"}, {**one, "id": "3", "documentDate": "2025-11-20"}
    assert [d["id"] for d in duplicates(one, [one, again, other_year])] == ["2"]


def slip(digest: str = "s1") -> dict[str, object]:
    return {"blobId": f"sha256-{digest}", "digest": digest, "size": 1, "name": "p.pdf", "mediaType": "application/pdf"}


def test_a_signed_directive_is_kept_for_all_who_handle_the_document(office: SmallOffice) -> None:
    office.arrival()
    office.objects["Document", "doc"]["file"] = slip("sent")
    office.act("clerk", "receive", "doc-side", {"registerId": "in"})
    office.act("clerk", "transfer", "doc-side", {"lead": {"unitId": "commune", "personId": "leader"}}, document="doc")
    mine = next(h for h in office.handlings("doc", "commune") if h["personId"] == "leader")
    said = {"directive": "Giao Ban Xây dựng Đảng", "file": slip()}
    assert refusal_code(office.act("leader", "direct", mine["id"], said, digest="other")) == "changedSince"
    same = {"directive": "Giao", "file": slip("sent")}
    assert refusal_code(office.act("leader", "direct", mine["id"], same, digest="sent")) == "noFile"
    assert (
        refusal_code(office.act("leader", "direct", mine["id"], {"directive": "x", "file": 7}, digest="sent"))
        == "noFile"
    )
    assert refusal_code(office.act("leader", "direct", mine["id"], said, digest="sent")) is None
    sides = office.handlings("doc", "commune")
    assert [[one["file"]["digest"] for one in h.get("slips") or []] for h in sides] == [["s1"]] * len(sides)
    assert office.objects["Document", "doc"]["file"]["digest"] == "sent"
    office.act(
        "leader", "transfer", mine["id"], {"lead": {"unitId": "board", "personId": "specialist"}}, document="doc"
    )
    later = next(h for h in office.handlings("doc", "commune") if h["personId"] == "specialist")
    assert [one["byId"] for one in later.get("slips") or []] == ["leader"]


def test_only_a_leader_signs_a_directive(office: SmallOffice) -> None:
    office.arrival()
    office.act("clerk", "receive", "doc-side", {"registerId": "in"})
    payload = {"directive": "Giao", "file": slip()}
    assert refusal_code(office.act("clerk", "direct", "doc-side", payload)) == "leaderOnly"
