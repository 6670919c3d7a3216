"""Incoming confirmation, copies, attachments: who may, when, and what comes of it (Decree 30, art. 22, 25-27, 32).

The tables are the expected outcomes, taken from DOMAIN 3 to 5: None stands for an accepted act.
"""

from __future__ import annotations

from typing import Any

import pytest

from desktop.office.judge import allowed
from desktop.office.registers import notation
from tests.rules.small_office import SmallOffice, refusal_code
from tests.rules.test_outgoing import STEPS, file, play

SHEET = {**file("x1"), "name": "bieu.xlsx", "mediaType": "application/vnd.ms-excel"}


# -- incoming confirmation ---------------------------------------------------------------------------------------------


def arrived(office: SmallOffice, **members: Any) -> str:
    office.arrival()
    document = {**office.objects["Document", "doc"], "file": file("o1"), "pages": 3, "typeCode": "TB",
                "issuer": "Tỉnh ủy", "subject": "Về A", "attachments": [], **members}  # fmt: skip
    office.put("Document", document)
    return "doc-side"


def confirmation(digest: str = "c1", manner: str = "slip") -> dict[str, Any]:
    return {"file": file(digest), "manner": manner}


@pytest.mark.parametrize(
    ("before", "who", "payload", "digest", "outcome"),
    [
        ([], "clerk", confirmation(), "o1", "notRegisteredYet"),
        (["online"], "clerk", confirmation(), "o1", None),
        (["online"], "clerk", confirmation(manner="copy"), "o1", None),
        (["offline"], "clerk", confirmation(), "o1", "noArrivalNumberYet"),
        (["online"], "leader", confirmation(), "o1", "sealKeeperOnly"),
        (["online"], "specialist", confirmation(), "o1", "sealKeeperOnly"),
        (["online"], "sender", confirmation(), "o1", "notYours"),
        (["online"], "clerk", confirmation(), "other", "changedSince"),
        (["online"], "clerk", confirmation("o1"), "o1", "noConfirmation"),
        (["online"], "clerk", {"file": file("c1"), "manner": "stamp"}, "o1", "noConfirmation"),
        (["online"], "clerk", {"manner": "slip"}, "o1", "noFile"),
        (["online", "confirmed"], "clerk", confirmation("c2"), "o1", "alreadyConfirmed"),
        (["online", "finished"], "clerk", confirmation(), "o1", None),
        (["returned"], "clerk", confirmation(), "o1", "alreadyDone"),
    ],
)
def test_an_arrival_is_confirmed_once_by_the_keeper_of_the_seal_after_it_has_its_number(
    office: SmallOffice, before: list[str], who: str, payload: dict[str, Any], digest: str, outcome: str | None
) -> None:
    side = arrived(office)
    for step in before:
        if step in ("online", "offline"):
            office.act("clerk", "receive", side, {"registerId": "in"}, online=step == "online")
        elif step == "confirmed":
            office.act("clerk", "confirm", side, confirmation(), digest="o1")
        elif step == "finished":
            office.act("clerk", "finish", side, {"result": ""})
        elif step == "returned":
            office.act("clerk", "return", side, {"reason": "Gửi nhầm"})
    assert refusal_code(office.act(who, "confirm", side, payload, digest=digest)) == outcome


def test_what_was_sent_stays_untouched_and_all_who_handle_it_get_the_confirmation(
    office: SmallOffice,
) -> None:
    side = arrived(office)
    office.act("clerk", "receive", side, {"registerId": "in"})
    to = {"unitId": "board", "personId": "specialist"}
    office.act("clerk", "transfer", side, {"lead": to})
    before = dict(office.objects["Document", "doc"])
    assert refusal_code(office.act("clerk", "confirm", side, confirmation(), digest="o1")) is None
    assert office.objects["Document", "doc"] == before
    sides = office.handlings("doc", "commune")
    assert len(sides) == 2
    assert [(h.get("confirmation") or {})["file"]["digest"] for h in sides] == ["c1", "c1"]
    child = next(h for h in sides if h["personId"] == "specialist")
    office.act("specialist", "transfer", child["id"], {"lead": {"unitId": "board", "personId": "other"}})
    later = next(h for h in office.handlings("doc", "commune") if h["personId"] == "other")
    assert later.get("confirmation") == child.get("confirmation"), "who is given it later gets it too"


def test_a_holder_of_no_seal_is_not_offered_it(office: SmallOffice) -> None:
    side = arrived(office)
    office.act("clerk", "receive", side, {"registerId": "in"})
    handling = office.objects["Handling", side]
    assert "confirm" in allowed("Handling", handling, office.me("clerk"), office)
    assert "confirm" not in allowed("Handling", handling, office.me("leader"), office)


# -- attachments -------------------------------------------------------------------------------------------------------


def drafted(office: SmallOffice, *files: dict[str, Any]) -> None:
    """As far as the number, with these attachments."""
    given = {**STEPS[0][2]["document"], "attachments": list(files)}
    office.act("specialist", "draft", "d", {"document": given})
    for who, kind, payload, digest in STEPS[1:4]:
        assert refusal_code(office.act(who, kind, "d", payload, digest=digest)) is None


def organ(digest: str, was: str) -> dict[str, Any]:
    return {**file(digest), "signature": "organ", "was": was}


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        ([organ("a2", "a1"), SHEET], None),
        ([{**file("a1"), "signature": "own"}, SHEET], None),
        ([file("a1"), SHEET], "attachmentUnsigned"),
        ([organ("a2", "other"), SHEET], "attachmentsChanged"),
        ([organ("a1", "a1"), SHEET], "attachmentsChanged"),
        ([{**file("a2"), "was": "a1"}, SHEET], "attachmentsChanged"),
        ([organ("a2", "a1")], "attachmentsChanged"),
        ([SHEET, organ("a2", "a1")], "attachmentsChanged"),
        ([organ("a2", "a1"), organ("x2", "x1")], "attachmentsChanged"),
        ([organ("a2", "a1"), {**SHEET, "signature": "own"}], "attachmentsChanged"),
        (None, "attachmentsChanged"),
    ],
)
def test_a_document_and_its_attachments_are_sealed_in_one_act(
    office: SmallOffice, given: list[dict[str, Any]] | None, outcome: str | None
) -> None:
    drafted(office, file("a1"), SHEET)
    payload = {"file": file("d2"), "attachments": given}
    assert refusal_code(office.act("clerk", "seal", "d", payload, digest="d1")) == outcome
    assert office.state("Document", "d") == ("numbered" if outcome else "sealed")
    if outcome is None:
        assert refusal_code(office.act("clerk", "issue", "d", {})) is None


def test_a_document_is_not_issued_with_an_attachment_that_nobody_signed(office: SmallOffice) -> None:
    drafted(office, file("a1"), SHEET)
    assert refusal_code(office.act("clerk", "seal", "d", {"file": file("d2")}, digest="d1")) is None
    refused = office.act("clerk", "issue", "d", {})
    assert refusal_code(refused) == "attachmentUnsigned"
    assert refused.args == {"name": "a.pdf"}  # type: ignore[union-attr]
    done = {"attachments": [organ("a2", "a1"), SHEET]}
    assert refusal_code(office.act("clerk", "sealAttachments", "d", done, digest="d2")) is None
    assert refusal_code(office.act("clerk", "issue", "d", {})) is None


@pytest.mark.parametrize(
    ("steps", "who", "digest", "outcome"),
    [
        (1, "clerk", "d0", "notSignedYet"),
        (2, "clerk", "d0", "notSignedYet"),
        (3, "clerk", "d1", "noNumberYet"),
        (4, "clerk", "d1", "notSealedYet"),
        (5, "chief", "d2", "sealKeeperOnly"),
        (5, "clerk", "d1", "changedSince"),
        (5, "clerk", "d2", None),
    ],
)
def test_attachments_wait_for_their_documents_number(
    office: SmallOffice, steps: int, who: str, digest: str, outcome: str | None
) -> None:
    given = {**STEPS[0][2]["document"], "attachments": [file("a1")]}
    office.act("specialist", "draft", "d", {"document": given})
    for author, kind, payload, based_on in STEPS[1:steps]:
        assert refusal_code(office.act(author, kind, "d", payload, digest=based_on)) is None
    payload = {"attachments": [organ("a2", "a1")]}
    assert refusal_code(office.act(who, "sealAttachments", "d", payload, digest=digest)) == outcome


def test_a_draft_cannot_claim_that_its_attachment_is_signed(office: SmallOffice) -> None:
    drafted(office, organ("a1", "a0"))
    assert office.objects["Document", "d"]["attachments"] == [file("a1")]
    office.act("clerk", "seal", "d", {"file": file("d2")}, digest="d1")
    assert refusal_code(office.act("clerk", "issue", "d", {})) == "attachmentUnsigned"


def test_attachments_in_the_same_file_and_other_files_ask_for_nothing(office: SmallOffice) -> None:
    drafted(office, SHEET)
    assert refusal_code(office.act("clerk", "seal", "d", {"file": file("d2")}, digest="d1")) is None
    assert refusal_code(office.act("clerk", "issue", "d", {})) is None


# -- copies ------------------------------------------------------------------------------------------------------------


def wanted(type_code: str = "SY", **more: Any) -> dict[str, Any]:
    return {
        "sourceId": "doc",
        "type": type_code,
        "source": "electronic",
        "verdict": "valid",
        "file": file("k1"),
        **more,
    }


COPY_TABLE: list[tuple[str, dict[str, Any], dict[str, Any], str, str | None]] = [
    # who, source's members, payload, digest seen, outcome
    ("clerk", {}, wanted(), "o1", None),
    ("clerk", {}, wanted(verdict="warning"), "o1", None),
    ("clerk", {}, wanted(verdict="invalid"), "o1", "sourceNotValid"),
    ("clerk", {}, wanted(verdict="unknown"), "o1", "sourceNotValid"),
    ("clerk", {}, wanted(verdict="unsigned"), "o1", "sourceNotValid"),
    ("clerk", {}, wanted(source="paper", verdict="unsigned"), "o1", None),
    ("clerk", {}, wanted(source="paper", verdict="valid"), "o1", "sourceNotValid"),
    ("clerk", {}, wanted(source="paper", verdict="invalid"), "o1", "sourceNotValid"),
    ("clerk", {}, wanted(), "o0", "changedSince"),
    ("leader", {}, wanted(), "o1", "clerkOnly"),
    ("clerk", {"file": None}, wanted(), "o1", "noFile"),
    ("clerk", {}, wanted("CV"), "o1", "noCopyKind"),
    ("clerk", {}, wanted("TrS", pages=[1, 3]), "o1", None),
    ("clerk", {}, wanted("TrS"), "o1", "noPages"),
    ("clerk", {}, wanted("TrS", pages=[4]), "o1", "noPages"),
    ("clerk", {}, wanted("TrS", pages=[1, 1]), "o1", "noPages"),
    ("clerk", {}, wanted("SL"), "o1", "secondCopyOfCopy"),
    ("clerk", {}, wanted("SL", source="paper", verdict="unsigned"), "o1", None),
    ("clerk", {"typeCode": "SY", "copyOf": {"documentId": "x"}}, wanted("SL"), "o1", None),
    ("clerk", {"typeCode": "SY", "copyOf": {"documentId": "x"}}, wanted("SY"), "o1", "copyOfOriginal"),
    ("clerk", {"secrecy": "confidential"}, wanted(), "o1", "secretCopyUnrecorded"),
    ("clerk", {"secrecy": "confidential"}, wanted(count=2), "o1", "secretCopyUnrecorded"),
    ("clerk", {"secrecy": "confidential"}, wanted(authorisedById="leader"), "o1", "secretCopyUnrecorded"),
    ("clerk", {"secrecy": "confidential"}, wanted(authorisedById="specialist", count=2), "o1", "secretCopyUnrecorded"),
    ("clerk", {"secrecy": "confidential"}, wanted(authorisedById="sender", count=2), "o1", "secretCopyUnrecorded"),
    ("clerk", {"secrecy": "confidential"}, wanted(authorisedById="leader", count=0), "o1", "secretCopyUnrecorded"),
    ("clerk", {"secrecy": "confidential"}, wanted(authorisedById="leader", count=2), "o1", None),
]


@pytest.mark.parametrize(("who", "members", "payload", "digest", "outcome"), COPY_TABLE)
def test_what_may_be_copied(
    office: SmallOffice, who: str, members: dict[str, Any], payload: dict[str, Any], digest: str, outcome: str | None
) -> None:
    side = arrived(office, **members)
    office.act("clerk", "receive", side, {"registerId": "in"})
    assert refusal_code(office.act(who, "copy", "copy-1", payload, digest=digest)) == outcome
    assert (office.get("Document", "copy-1") is None) == (outcome is not None)


def test_what_has_only_arrived_is_not_copied(office: SmallOffice) -> None:
    side = arrived(office)
    assert refusal_code(office.act("clerk", "copy", "copy-1", wanted(), digest="o1")) == "notRegisteredYet"
    office.act("clerk", "receive", side, {"registerId": "in"}, online=False)
    assert refusal_code(office.act("clerk", "copy", "copy-1", wanted(), digest="o1")) == "notRegisteredYet"


@pytest.mark.parametrize(
    ("steps", "outcome"), [(1, "notSealedYet"), (3, "notSealedYet"), (4, "notSealedYet"), (5, None), (6, None)]
)
def test_of_our_own_only_what_the_organ_has_signed_is_copied(
    office: SmallOffice, steps: int, outcome: str | None
) -> None:
    play(office, steps)
    digest = office.objects["Document", "d"]["file"]["digest"]
    answer = office.act("clerk", "copy", "copy-1", {**wanted(), "sourceId": "d"}, digest=digest)
    assert refusal_code(answer) == outcome


def test_another_organs_document_that_never_came_here_is_nobodys_to_copy(office: SmallOffice) -> None:
    arrived(office)
    del office.objects["Handling", "doc-side"]
    assert refusal_code(office.act("clerk", "copy", "copy-1", wanted(), digest="o1")) == "notYours"


def test_a_copy_is_numbered_sealed_and_issued_like_any_document_but_never_approved(office: SmallOffice) -> None:
    side = arrived(office)
    office.act("clerk", "receive", side, {"registerId": "in"})
    office.put("Register", {**office.objects["Register", "out-CV"], "id": "copies", "typeCodes": ["SY", "SL", "TrS"],
                            "opening": 6, "last": 0})  # fmt: skip
    office.put("Unit", {**office.objects["Unit", "province"], "id": "other-commune", "organId": "other-commune"})
    office.act("clerk", "copy", "k", wanted("TrS", pages=[2]), digest="o1")
    made = office.objects["Document", "k"]
    assert (made["state"], made["typeCode"], made["pages"], made["signer"]) == ("approved", "TrS", 1, None)
    assert made["copyOf"] == {
        "documentId": "doc", "issuer": "Tỉnh ủy", "notation": "118-TB/TU", "documentDate": "2026-11-20",
        "source": "electronic", "pages": [2],
    }  # fmt: skip
    for who, kind, payload, digest, outcome in (
        ("leader", "approve", {"file": file("k2")}, "k1", "alreadyDone"),
        ("clerk", "seal", {"file": file("k2")}, "k1", "noNumberYet"),
        ("clerk", "number", {"registerId": "out-CV"}, None, "otherSeries"),
        ("clerk", "number", {"registerId": "copies"}, None, None),
        ("clerk", "issue", {"recipients": ["other-commune"]}, None, "notSealedYet"),
        ("chief", "seal", {"file": file("k2")}, "k1", "sealKeeperOnly"),
        ("clerk", "seal", {"file": file("k2")}, "k1", None),
        ("clerk", "issue", {"recipients": ["other-commune"]}, None, None),
    ):
        assert refusal_code(office.act(who, kind, "k", payload, digest=digest)) == outcome, (who, kind)
    assert office.objects["Document", "k"]["notation"] == "07-TrS/ĐU"
    assert office.handlings("k", "other-commune")


def test_a_copy_is_made_once_and_never_drafted(office: SmallOffice) -> None:
    side = arrived(office)
    office.act("clerk", "receive", side, {"registerId": "in"})
    office.act("clerk", "copy", "k", wanted(), digest="o1")
    before = dict(office.objects["Document", "k"])
    assert refusal_code(office.act("clerk", "copy", "k", wanted(), digest="o1")) == "notSealedYet"
    office.put("Document", {**before, "state": "sealed"})
    assert refusal_code(office.act("clerk", "copy", "k", wanted(), digest="o1")) == "alreadyDone"
    draft = {"document": {"typeCode": "SY", "subject": "Sao y"}}
    assert refusal_code(office.act("specialist", "draft", "e", draft)) == "copyNotDrafted"


def test_a_secrets_copy_keeps_its_mark(office: SmallOffice) -> None:
    side = arrived(office, secrecy="confidential")
    office.act("clerk", "receive", side, {"registerId": "in"})
    office.act("clerk", "copy", "k", wanted(authorisedById="leader", count=2), digest="o1")
    assert office.objects["Document", "k"]["secrecy"] == "confidential"


@pytest.mark.parametrize(
    ("style", "code", "text"), [("party", "SY", "07-SY/ĐU"), ("state", "TrS", "07/TrS-ĐU"), ("state", "SL", "07/SL-ĐU")]
)
def test_copies_are_numbered_by_kind_and_organ(style: str, code: str, text: str) -> None:
    assert notation(style, 7, code, "ĐU") == text
