"""Outgoing documents: the order of draft, submit, sign, number, seal, issue (Decree 30/2020, art. 14-19, 32)."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.office.registers import format_number, notation
from tests.rules.small_office import SmallOffice, refusal_code


def file(digest: str) -> dict[str, Any]:
    return {"blobId": f"sha256-{digest}", "digest": digest, "size": 1, "name": "a.pdf", "mediaType": "application/pdf"}


STEPS: list[tuple[str, str, dict[str, Any], str | None]] = [
    (
        "specialist",
        "draft",
        {"document": {"typeCode": "CV", "subject": "Về việc A", "file": file("d0"), "recipients": ["province"]}},
        None,
    ),
    ("specialist", "submit", {"signerId": "leader", "slip": "Kính trình"}, None),
    ("leader", "approve", {"file": file("d1")}, "d0"),
    ("clerk", "number", {"registerId": "out-CV", "date": "2026-11-23"}, None),
    ("clerk", "seal", {"file": file("d2")}, "d1"),
    ("clerk", "issue", {}, None),
]
STATES = ("draft", "submitted", "approved", "numbered", "sealed", "issued")


def play(office: SmallOffice, count: int) -> None:
    for who, kind, payload, digest in STEPS[:count]:
        assert refusal_code(office.act(who, kind, "d", payload, digest=digest)) is None, kind


@pytest.mark.parametrize("count", range(1, 7))
def test_each_step_in_its_order(office: SmallOffice, count: int) -> None:
    play(office, count)
    assert office.state("Document", "d") == STATES[count - 1]


@pytest.mark.parametrize("done", range(1, 6))
@pytest.mark.parametrize("tried", range(1, 6))
def test_no_step_out_of_its_order(office: SmallOffice, done: int, tried: int) -> None:
    reserving = STEPS[tried][1] == "number" and done == 2
    if tried == done or reserving:
        return
    play(office, done)
    who, kind, payload, digest = STEPS[tried]
    assert refusal_code(office.act(who, kind, "d", payload, digest=digest)) is not None


def test_the_number_goes_on_from_the_paper_book_and_is_written_by_rule(office: SmallOffice) -> None:
    play(office, 4)
    document = office.objects["Document", "d"]
    assert (document["number"], document["notation"], document["documentDate"]) == (97, "97-CV/ĐU", "2026-11-23")


def test_the_agencys_signature_waits_for_the_leaders_and_for_the_number(office: SmallOffice) -> None:
    play(office, 2)
    assert refusal_code(office.act("clerk", "seal", "d", {"file": file("x")}, digest="d0")) == "notSignedYet"
    play_on = STEPS[2]
    office.act(play_on[0], play_on[1], "d", play_on[2], digest=play_on[3])
    assert refusal_code(office.act("clerk", "seal", "d", {"file": file("x")}, digest="d1")) == "noNumberYet"


def test_a_signature_on_another_version_is_refused(office: SmallOffice) -> None:
    play(office, 2)
    assert refusal_code(office.act("leader", "approve", "d", {"file": file("x")}, digest="old")) == "changedSince"


def test_only_the_keeper_of_the_seal_seals(office: SmallOffice) -> None:
    play(office, 4)
    assert refusal_code(office.act("chief", "seal", "d", {"file": file("x")}, digest="d1")) == "sealKeeperOnly"


def test_only_the_named_leader_signs(office: SmallOffice) -> None:
    play(office, 2)
    assert refusal_code(office.act("chief", "approve", "d", {"file": file("x")}, digest="d0")) == "signerOnly"


def test_a_number_reserved_before_the_leader_signs_stands(office: SmallOffice) -> None:
    play(office, 2)
    assert refusal_code(office.act("clerk", "number", "d", STEPS[3][2])) is None
    assert (office.state("Document", "d"), office.objects["Document", "d"]["reserved"]) == ("submitted", True)
    office.act("leader", "approve", "d", {"file": file("d1")}, digest="d0")
    assert office.state("Document", "d") == "numbered"
    assert office.objects["Document", "d"]["number"] == 97


def test_offline_the_number_is_waited_for_and_the_seal_with_it(office: SmallOffice) -> None:
    play(office, 3)
    office.act("clerk", "number", "d", STEPS[3][2], online=False)
    document = office.objects["Document", "d"]
    assert (document["number"], document["pending"]) == (None, True)
    assert refusal_code(office.act("clerk", "seal", "d", {"file": file("x")}, digest="d1")) == "noNumberYet"


def test_issue_gives_every_recipient_a_side_of_its_own(office: SmallOffice) -> None:
    play(office, 6)
    (side,) = office.handlings("d", "province")
    assert (side["role"], side["state"], side["personId"]) == ("organ", "toReceive", None)
    assert [d["status"] for d in office.objects["Document", "d"]["deliveries"]] == ["01"]


def test_offline_nothing_claims_to_have_arrived(office: SmallOffice) -> None:
    play(office, 5)
    office.act("clerk", "issue", "d", {}, online=False)
    assert office.handlings("d") == []
    assert office.objects["Document", "d"]["deliveries"][0]["status"] == "00"


@pytest.mark.parametrize("recipients", [["bureau"], ["commune"], ["nowhere"]])
def test_a_document_goes_only_to_other_organs(office: SmallOffice, recipients: list[str]) -> None:
    play(office, 5)
    assert refusal_code(office.act("clerk", "issue", "d", {"recipients": recipients})) == "unknownRecipient"


def test_a_secret_is_never_drafted_here(office: SmallOffice) -> None:
    payload = {"document": {"subject": "A", "typeCode": "CV", "secrecy": "confidential"}}
    assert refusal_code(office.act("specialist", "draft", "d", payload)) == "secretDraft"


def test_a_returned_draft_can_be_mended_and_submitted_again(office: SmallOffice) -> None:
    play(office, 2)
    office.act("leader", "refuse", "d", {"reason": "Sửa thể thức"})
    assert office.state("Document", "d") == "returned"
    edit = {"document": {"subject": "Về việc B", "typeCode": "CV", "file": file("d9")}}
    assert refusal_code(office.act("specialist", "draft", "d", edit)) is None
    assert refusal_code(office.act("specialist", "submit", "d", {"signerId": "leader"})) is None
    assert office.state("Document", "d") == "submitted"


@pytest.mark.parametrize(
    ("style", "number", "code", "organ", "text"),
    [
        ("party", 5, "NQ", "ĐU", "05-NQ/ĐU"),
        ("party", 57, "NQ", "TW", "57-NQ/TW"),
        ("party", 399, "QyĐ", "TW", "399-QĐ/TW"),
        ("party", 97, "CV", "ĐU", "97-CV/ĐU"),
        ("state", 5, "QĐ", "UBND", "05/QĐ-UBND"),
        ("state", 5, "CV", "UBND", "05/UBND-VP"),
        ("front", 19, "TTr", "MTTQ-BTT", "19/TTr-MTTQ-BTT"),
        ("party", None, "CV", "ĐU", "-CV/ĐU"),
    ],
)
def test_notations(style: str, number: int | None, code: str, organ: str, text: str) -> None:
    assert notation(style, number, code, organ) == text


@pytest.mark.parametrize(("number", "text"), [(1, "01"), (9, "09"), (10, "10"), (1204, "1204")])
def test_two_digits_below_ten_and_no_thousands_space(number: int, text: str) -> None:
    assert format_number(number) == text


def test_a_type_does_not_change_under_a_number(office: SmallOffice) -> None:
    for who, kind, payload, digest in STEPS[:2]:
        assert refusal_code(office.act(who, kind, "d", payload, digest=digest)) is None
    number = {"registerId": "out-CV", "date": "2026-11-23"}
    assert refusal_code(office.act("clerk", "number", "d", number)) is None
    assert refusal_code(office.act("leader", "refuse", "d", {"reason": "sai loại"})) is None
    drafted = {"typeCode": "TB", "subject": "Về A", "file": file("d0b")}
    assert refusal_code(office.act("specialist", "draft", "d", {"document": drafted})) == "typeHasNumber"
    kept = {**drafted, "typeCode": "CV"}
    assert refusal_code(office.act("specialist", "draft", "d", {"document": kept})) is None
