"""What may be added to signatures later, by whom, and what is asked again before issue (DESIGN 6, DOMAIN 3)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desktop.office import raising, signatures
from tests.rules.small_office import NOW, SmallOffice, refusal_code
from tests.rules.test_outgoing import STEPS, file

STAMPED = {"file": file("d3"), "level": "B-LT"}


def play(office: SmallOffice, count: int, *, level: str = "B-B", warnings: tuple[str, ...] = ()) -> None:
    """The ordinary way of a document, its signatures known to be of this level."""
    for who, kind, payload, digest in STEPS[:count]:
        given = payload
        if kind in ("approve", "seal"):
            given = {**payload, "signing": {"level": level, "warnings": list(warnings)}}
        if kind == "issue":
            given = {**payload, "standing": {"outcome": "unknown", "askedAt": "2026-11-23T01:30:00Z"}}
        assert refusal_code(office.act(who, kind, "d", given, digest=digest)) is None, kind


def document(office: SmallOffice) -> dict[str, Any]:
    return office.objects["Document", "d"]


def test_each_signature_says_what_it_reached(office: SmallOffice) -> None:
    play(office, 5, level="B-T", warnings=("revocationUnknown",))
    marks = document(office)["signatures"]
    assert [(one["kind"], one["personId"], one["level"]) for one in marks] == [
        ("approve", "leader", "B-T"),
        ("seal", "clerk", "B-T"),
    ]
    assert signatures.unknown(document(office)) == ("revocationUnknown",)


def test_without_a_word_nothing_is_known_and_nothing_asked(office: SmallOffice) -> None:
    for who, kind, payload, digest in STEPS:
        assert refusal_code(office.act(who, kind, "d", payload, digest=digest)) is None
    assert signatures.lowest(document(office)) is None
    assert not raising.short(document(office), "B-LTA")


def test_nonsense_in_the_word_counts_as_the_lowest(office: SmallOffice) -> None:
    play(office, 2)
    said = {"level": "B-XXL", "warnings": ["<b>", 7, "ok"] + ["x"] * 20, "until": "soon"}
    office.act("leader", "approve", "d", {"file": file("d1"), "signing": said}, digest="d0")
    (mark,) = document(office)["signatures"]
    assert (mark["level"], mark["warnings"][0], len(mark["warnings"])) == ("B-B", "ok", 8)
    assert document(office)["stampedUntil"] is None


# Steps done, who, the digest it stands on, what it brings -> the refusal; None where it is taken.
AUGMENTS: list[tuple[int, str, str, dict[str, Any], str | None]] = [
    (2, "leader", "d0", STAMPED, "notSignedYet"),
    (3, "leader", "d1", STAMPED, None),
    (3, "clerk", "d1", STAMPED, None),
    (3, "specialist", "d1", STAMPED, "clerkOnly"),
    (3, "chief", "d1", STAMPED, "clerkOnly"),
    (3, "sender", "d1", STAMPED, "notYours"),
    (5, "leader", "d2", STAMPED, None),
    (5, "clerk", "d2", STAMPED, None),
    (5, "clerk", "d1", STAMPED, "changedSince"),
    (5, "clerk", "d2", {"file": file("d2"), "level": "B-LT"}, "changedSince"),
    (5, "clerk", "d2", {"file": file("d3"), "level": "B-B"}, "nothingToAugment"),
    (5, "clerk", "d2", {"file": file("d3"), "level": "B-XXL"}, "noFile"),
    (5, "clerk", "d2", {"level": "B-LT"}, "noFile"),
    (6, "clerk", "d2", STAMPED, None),
    (6, "leader", "d2", STAMPED, "clerkOnly"),
    (6, "specialist", "d2", STAMPED, "clerkOnly"),
    (6, "clerk", "d1", STAMPED, "changedSince"),
]


@pytest.mark.parametrize(("done", "who", "digest", "payload", "outcome"), AUGMENTS)
def test_who_may_add_to_signatures_and_when(
    office: SmallOffice, done: int, who: str, digest: str, payload: dict[str, Any], outcome: str | None
) -> None:
    play(office, done)
    assert refusal_code(office.act(who, "augment", "d", payload, digest=digest)) == outcome


def test_before_issue_the_file_itself_is_brought_up(office: SmallOffice) -> None:
    play(office, 5, warnings=("timestampUnavailable", "revocationUnknown"))
    office.act("clerk", "augment", "d", STAMPED, digest="d2")
    found = document(office)
    assert (found["file"]["digest"], found["augmentedFrom"], found["state"]) == ("d3", "d2", "sealed")
    assert {one["level"] for one in found["signatures"]} == {"B-LT"}
    assert signatures.unknown(found) == ()
    assert not raising.short(found, "B-LT")


def test_nothing_is_done_twice(office: SmallOffice) -> None:
    play(office, 5)
    assert refusal_code(office.act("clerk", "augment", "d", STAMPED, digest="d2")) is None
    assert refusal_code(office.act("leader", "augment", "d", STAMPED, digest="d2")) == "changedSince"
    other = {"file": file("d4"), "level": "B-LT"}
    assert refusal_code(office.act("leader", "augment", "d", other, digest="d3")) == "nothingToAugment"


def test_a_time_stamp_that_comes_between_costs_no_signature(office: SmallOffice) -> None:
    play(office, 4)
    assert refusal_code(office.act("leader", "augment", "d", {"file": file("d9"), "level": "B-T"}, digest="d1")) is None
    who, kind, payload, digest = STEPS[4]
    assert digest == "d1"
    assert refusal_code(office.act(who, kind, "d", payload, digest=digest)) is None
    assert document(office)["file"]["digest"] == "d2"
    assert refusal_code(office.act("clerk", "augment", "d", STAMPED, digest="d9")) == "changedSince"


def test_after_issue_only_the_archived_copy_is_touched(office: SmallOffice) -> None:
    play(office, 6)
    before = dict(document(office))
    assert refusal_code(office.act("clerk", "augment", "d", {**STAMPED, "until": "2031-01-01"}, digest="d2")) is None
    found = document(office)
    assert found["file"] == before["file"]
    assert (found["archive"]["file"]["digest"], found["archive"]["level"]) == ("d3", "B-LT")
    assert signatures.archive_until(found) == date(2031, 1, 1)


def test_an_archive_is_renewed_only_forward(office: SmallOffice) -> None:
    play(office, 6)
    first = {"file": file("e1"), "level": "B-LTA", "until": "2027-01-01"}
    assert refusal_code(office.act("clerk", "augment", "d", first, digest="d2")) is None
    again = {"file": file("e2"), "level": "B-LTA", "until": "2027-01-01"}
    assert refusal_code(office.act("clerk", "augment", "d", again, digest="e1")) == "nothingToAugment"
    later = {"file": file("e2"), "level": "B-LTA", "until": "2031-01-01"}
    assert refusal_code(office.act("clerk", "augment", "d", later, digest="e1")) is None
    assert document(office)["archive"]["file"]["digest"] == "e2"


@pytest.mark.parametrize(("days", "due"), [(30, False), (40, True)])
def test_renewal_is_due_some_days_before_the_end(office: SmallOffice, days: int, due: bool) -> None:
    play(office, 6)
    ends = (NOW.date() + timedelta(days=35)).isoformat()
    office.act("clerk", "augment", "d", {"file": file("e1"), "level": "B-LTA", "until": ends}, digest="d2")
    assert bool(raising.renewals(document(office), NOW.date(), days)) is due


def test_whoever_signed_goes_first_and_the_others_only_much_later(office: SmallOffice) -> None:
    play(office, 4)
    leader, clerk = office.me("leader"), office.me("clerk")
    assert signatures.is_my_turn(document(office), leader, NOW)
    assert not signatures.is_my_turn(document(office), clerk, NOW)
    assert signatures.is_my_turn(document(office), clerk, NOW + signatures.OTHERS_WAIT)


ASKED = {"askedAt": "2026-11-23T01:30:00Z"}


@pytest.mark.parametrize(
    ("warnings", "standing", "outcome"),
    [
        ((), None, None),
        (("timestampUnavailable",), None, None),
        (("revocationUnknown",), None, "standingNotAsked"),
        (("issuerUnknown",), {"outcome": "maybe"}, "standingNotAsked"),
        (("revocationUnknown",), {"outcome": "good", **ASKED}, None),
        (("revocationUnknown",), {"outcome": "unknown", **ASKED}, None),
        (("revocationUnknown",), {"outcome": "revoked", **ASKED}, "signerRevoked"),
        ((), {"outcome": "revoked", **ASKED}, "signerRevoked"),
    ],
)
def test_what_was_unknown_is_asked_again_before_issue(
    office: SmallOffice, warnings: tuple[str, ...], standing: dict[str, str] | None, outcome: str | None
) -> None:
    play(office, 5, warnings=warnings)
    payload = {} if standing is None else {"standing": standing}
    assert refusal_code(office.act("clerk", "issue", "d", payload)) == outcome


def test_what_was_found_good_is_no_longer_unknown(office: SmallOffice) -> None:
    play(office, 5, warnings=("revocationUnknown", "timestampUnavailable"))
    office.act("clerk", "issue", "d", {"standing": {"outcome": "good", **ASKED}})
    assert [one["warnings"] for one in document(office)["signatures"]] == [["timestampUnavailable"]] * 2


@pytest.mark.parametrize(("done", "level", "lacking"), [(3, "B-LT", False), (3, "B-T", True), (5, "B-LT", True)])
def test_the_archives_time_stamp_waits_for_the_seal(office: SmallOffice, done: int, level: str, lacking: bool) -> None:
    play(office, done, level=level)
    assert bool(raising.short(document(office), "B-LTA")) is lacking


def test_what_is_added_stands_behind() -> None:
    assert signatures.continues(b"%PDF signed", b"%PDF signed stamped")
    assert not signatures.continues(b"%PDF signed", b"%PDF sigmed stamped")
    assert not signatures.continues(b"%PDF signed", b"%PDF signed")


def test_a_seal_on_the_file_of_before_has_none_of_what_was_added(office: SmallOffice) -> None:
    play(office, 4, warnings=("timestampUnavailable", "revocationUnknown"))
    assert (
        refusal_code(office.act("leader", "augment", "d", {"file": file("d1t"), "level": "B-LT"}, digest="d1")) is None
    )
    assert signatures.unknown(document(office)) == ()
    sealed = {"file": file("d2"), "signing": {"level": "B-LT", "warnings": []}}
    assert refusal_code(office.act("clerk", "seal", "d", sealed, digest="d1")) is None
    assert raising.short(document(office), "B-LT")
    assert signatures.unknown(document(office)) == ("revocationUnknown",)
    assert refusal_code(office.act("clerk", "issue", "d", {})) == "standingNotAsked"
    assert not any("before" in one for one in document(office)["signatures"])


def test_a_seal_on_the_newest_file_keeps_what_was_added(office: SmallOffice) -> None:
    play(office, 4, warnings=("revocationUnknown",))
    assert (
        refusal_code(office.act("leader", "augment", "d", {"file": file("d1t"), "level": "B-LT"}, digest="d1")) is None
    )
    sealed = {"file": file("d2"), "signing": {"level": "B-LT", "warnings": []}}
    assert refusal_code(office.act("clerk", "seal", "d", sealed, digest="d1t")) is None
    assert not raising.short(document(office), "B-LT")
    assert not any("before" in one for one in document(office)["signatures"])


# -- attachments ---------------------------------------------------------------------------------------------------


def with_attachments(office: SmallOffice, *, issued: bool = False) -> None:
    """Sealed with two attachments that the organ signed: of one it is known what it reached."""
    for who, kind, payload, digest in STEPS[:4]:
        given = payload
        if kind == "draft":
            given = {"document": {**payload["document"], "attachments": [file("a0"), file("b0")]}}
        assert refusal_code(office.act(who, kind, "d", given, digest=digest)) is None
    listed = [
        {**file("a1"), "signature": "organ", "was": "a0", "level": "B-B", "until": "soon"},
        {**file("b1"), "signature": "organ", "was": "b0", "level": "<b>"},
    ]
    seal = {"file": file("d2"), "attachments": listed, "signing": {"level": "B-LT", "warnings": []}}
    assert refusal_code(office.act("clerk", "seal", "d", seal, digest="d1")) is None
    if issued:
        assert refusal_code(office.act("clerk", "issue", "d", {})) is None


def test_an_attachment_that_fell_short_is_known_by_what_the_seal_said(office: SmallOffice) -> None:
    with_attachments(office)
    assert document(office)["attachments"] == [
        {**file("a1"), "signature": "organ", "was": "a0", "level": "B-B"},
        {**file("b1"), "signature": "organ", "was": "b0"},
    ]
    assert [one.attachment for one in raising.short(document(office), "B-LT")] == ["a1"]


ADDED = {"attachment": "a1", "file": {**file("a2"), "name": "x.pdf"}, "level": "B-LT"}


@pytest.mark.parametrize(
    ("who", "payload", "digest", "outcome"),
    [
        ("clerk", ADDED, "a1", None),
        ("clerk", ADDED, "d2", "changedSince"),
        ("clerk", {**ADDED, "attachment": "d2"}, "d2", "changedSince"),
        ("clerk", {**ADDED, "attachment": "b1"}, "b1", "changedSince"),
        ("clerk", {**ADDED, "attachment": ""}, "d2", "changedSince"),
        ("clerk", {**ADDED, "attachment": ["a1"]}, "a1", "changedSince"),
        ("clerk", {**ADDED, "level": "B-B"}, "a1", "nothingToAugment"),
        ("clerk", {**ADDED, "file": file("a1")}, "a1", "changedSince"),
        ("specialist", ADDED, "a1", "clerkOnly"),
    ],
)
def test_what_may_be_added_to_an_attachment(
    office: SmallOffice, who: str, payload: dict[str, Any], digest: str, outcome: str | None
) -> None:
    with_attachments(office)
    assert refusal_code(office.act(who, "augment", "d", payload, digest=digest)) == outcome


def test_before_issue_the_attachment_itself_is_brought_up(office: SmallOffice) -> None:
    with_attachments(office)
    before = document(office)
    assert refusal_code(office.act("clerk", "augment", "d", {**ADDED, "until": "2031-01-01"}, digest="a1")) is None
    found = document(office)
    raised = {**file("a2"), "signature": "organ", "was": "a0", "level": "B-LT", "until": "2031-01-01"}
    assert found["attachments"] == [raised, before["attachments"][1]]
    assert (found["file"], found["signatures"], found["augmentedFrom"]) == (before["file"], before["signatures"], None)
    assert raising.short(found, "B-LT") == []
    assert refusal_code(office.act("clerk", "issue", "d", {})) is None


def test_after_issue_only_the_organs_copy_of_an_attachment_is_touched(office: SmallOffice) -> None:
    with_attachments(office, issued=True)
    before = document(office)["attachments"]
    first = {**ADDED, "level": "B-LTA", "until": "2026-12-01"}
    assert refusal_code(office.act("clerk", "augment", "d", first, digest="a1")) is None
    assert document(office)["attachments"] == before
    assert raising.short(document(office), "B-LT") == []
    (due,) = raising.renewals(document(office), NOW.date(), 30)
    assert (due.attachment, due.file["digest"]) == ("a1", "a2")
    again = {**ADDED, "file": file("a3"), "level": "B-LTA", "until": "2031-01-01"}
    assert refusal_code(office.act("clerk", "augment", "d", again, digest="a1")) == "changedSince"
    assert refusal_code(office.act("clerk", "augment", "d", again, digest="a2")) is None
    (kept,) = document(office)["archivedAttachments"]
    assert (kept["of"], kept["file"]["digest"], kept["until"]) == ("a1", "a3", "2031-01-01")
    assert raising.renewals(document(office), NOW.date(), 30) == []
