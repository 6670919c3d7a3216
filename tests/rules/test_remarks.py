"""Remarks on an unsigned draft: who may, until when, on which version, and how much. None on a signed page."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.office import remarks
from tests.rules.small_office import SmallOffice, refusal_code
from tests.rules.test_outgoing import file, play

SIZE = [5953, 8419]
LINE = [1000, 6000, 3000, 6140]


def item(name: str = "r1", kind: str = "highlight", **members: Any) -> dict[str, Any]:
    shape: dict[str, Any] = {"strokes": [[100, 100, 128, 120, 130, 200]]} if kind == "ink" else {"rects": [LINE]}
    base = {"id": name, "kind": kind, "page": 0, "size": SIZE, "rects": [], "strokes": [], "quote": "", "text": ""}
    return {**base, **shape, **members}


def say(office: SmallOffice, *items: dict[str, Any], who: str = "leader", digest: str | None = "d0") -> Any:
    return office.act(who, "remark", "d", {"remarks": list(items)}, digest=digest)


def kept(office: SmallOffice) -> list[dict[str, Any]]:
    return [dict(i) for _round, i in remarks.items(office.objects["Document", "d"])]


@pytest.mark.parametrize(
    ("done", "who", "digest", "expected"),
    [
        (1, "leader", "d0", "alreadyDone"),
        (2, "leader", "d0", None),
        (2, "chief", "d0", None),
        (2, "specialist", "d0", "leaderOnly"),
        (2, "clerk", "d0", "leaderOnly"),
        (2, "sender", "d0", "notYours"),
        (2, "leader", "other", "changedSince"),
        (2, "leader", None, "changedSince"),
        (3, "leader", "d1", "signedPage"),
        (4, "leader", "d1", "signedPage"),
        (5, "leader", "d2", "signedPage"),
        (6, "leader", "d2", "signedPage"),
    ],
)
def test_who_may_write_on_a_draft_and_until_when(
    office: SmallOffice, done: int, who: str, digest: str | None, expected: str | None
) -> None:
    play(office, done)
    assert refusal_code(say(office, item(), who=who, digest=digest)) == expected
    assert len(kept(office)) == (1 if expected is None else 0)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([item(kind=kind) for kind in ("box",)], None),
        ([item(str(n), kind) for n, kind in enumerate(remarks.MARKS)], None),
        ([], "noRemark"),
        ("x", "remarkBroken"),
        (["x"], "remarkBroken"),
        ([item(), item()], "remarkBroken"),
        ([item(kind="hologram")], "unknownKind"),
        ([item(id=7)], "remarkBroken"),
        ([item(page=-1)], "remarkBroken"),
        ([item(page=True)], "remarkBroken"),
        ([item(page=20_000)], "remarkBroken"),
        ([item(size=[5953])], "remarkBroken"),
        ([item(size=[0, 8419])], "remarkBroken"),
        ([item(rects=[])], "remarkBroken"),
        ([item(rects=[[3000, 6000, 1000, 6140]])], "remarkBroken"),
        ([item(rects=[[1000, 6000, 5954, 6140]])], "remarkBroken"),
        ([item(rects=[[1000.5, 6000, 3000, 6140]])], "remarkBroken"),
        ([item(rects=[LINE] * 201)], "remarkBroken"),
        ([item(kind="ink", strokes=[])], "remarkBroken"),
        ([item(kind="ink", strokes=[[1, 2]])], "remarkBroken"),
        ([item(kind="ink", strokes=[[1, 2, 256]])], "remarkBroken"),
        ([item(kind="ink", strokes=[[1, 8420, 5]])], "remarkBroken"),
        ([item(kind="ink", strokes=[[1, 2, 3] * 3001])], "remarkBroken"),
        ([item(kind="ink", strokes=[[1, 2, 3]] * 201)], "remarkBroken"),
        ([item(text="x" * 2000)], None),
        ([item(text="x" * 2001)], "tooLong"),
        ([item(quote="x" * 501)], "tooLong"),
        ([item(str(n)) for n in range(100)], None),
        ([item(str(n)) for n in range(101)], "tooManyRemarks"),
        ([item(str(n), text="ấ" * 2000) for n in range(40)], "tooManyRemarks"),
    ],
)
def test_what_is_a_remark(office: SmallOffice, given: Any, expected: str | None) -> None:
    play(office, 2)
    outcome = office.act("leader", "remark", "d", {"remarks": given}, digest="d0")
    assert refusal_code(outcome) == expected
    assert len(kept(office)) == (0 if expected else len(given))


def test_a_document_holds_so_many_and_no_more(office: SmallOffice) -> None:
    play(office, 2)
    for lot in range(3):
        assert refusal_code(say(office, *(item(f"{lot}-{n}") for n in range(100)))) is None
    assert refusal_code(say(office, item("one-more"))) == "tooManyRemarks"


def test_a_remark_sent_twice_under_one_name_is_refused(office: SmallOffice) -> None:
    play(office, 2)
    say(office, item("same"))
    assert refusal_code(say(office, item("same"))) == "remarkBroken"


def test_remarks_go_back_with_the_draft_in_one_step(office: SmallOffice) -> None:
    play(office, 2)
    payload = {"reason": "Sửa theo góp ý", "remarks": [item("a"), item("b", "ink")]}
    assert refusal_code(office.act("leader", "refuse", "d", payload, digest="d0")) is None
    assert office.state("Document", "d") == "returned"
    assert [one["id"] for one in kept(office)] == ["a", "b"]


def test_the_return_falls_with_remarks_that_cannot_be_taken(office: SmallOffice) -> None:
    play(office, 2)
    payload = {"reason": "Sửa", "remarks": [item("a")]}
    assert refusal_code(office.act("leader", "refuse", "d", payload, digest="old")) == "changedSince"
    assert (office.state("Document", "d"), kept(office)) == ("submitted", [])
    assert refusal_code(office.act("leader", "refuse", "d", {"reason": "Sửa"}, digest=None)) is None


def test_a_new_version_keeps_the_remarks_on_the_old_one(office: SmallOffice) -> None:
    play(office, 2)
    office.act("leader", "refuse", "d", {"reason": "Sửa", "remarks": [item("a", text="Bỏ câu này")]}, digest="d0")
    edit = {"document": {"subject": "Về việc A", "typeCode": "CV", "file": file("d9")}}
    office.act("specialist", "draft", "d", edit)
    office.act("specialist", "submit", "d", {"signerId": "leader"})
    document = office.objects["Document", "d"]
    assert [i["text"] for _r, i in remarks.items(document, "d0")] == ["Bỏ câu này"]
    assert list(remarks.items(document, "d9")) == []
    assert remarks.rounds(document)[0]["file"]["digest"] == "d0"
    assert refusal_code(say(office, item("b"), digest="d9")) is None
    office.act("leader", "approve", "d", {"file": file("d10")}, digest="d9")
    assert [i["id"] for _r, i in remarks.items(office.objects["Document", "d"])] == ["a", "b"]


@pytest.mark.parametrize(
    ("who", "answers", "expected"),
    [
        ("specialist", [{"remarkId": "a", "how": "accepted", "text": ""}], None),
        ("specialist", [{"remarkId": "a", "how": "explained", "text": "Theo Nghị định 30"}], None),
        ("specialist", [{"remarkId": "a", "how": "explained", "text": "  "}], "noText"),
        ("specialist", [{"remarkId": "a", "how": "explained", "text": "x" * 2001}], "tooLong"),
        ("specialist", [{"remarkId": "a", "how": "burnt", "text": "x"}], "remarkBroken"),
        ("specialist", [{"remarkId": "z", "how": "accepted", "text": ""}], "noRemark"),
        ("specialist", [], "noRemark"),
        ("specialist", ["a"], "noRemark"),
        ("other", [{"remarkId": "a", "how": "accepted", "text": ""}], "authorOnly"),
        ("leader", [{"remarkId": "a", "how": "accepted", "text": ""}], "authorOnly"),
    ],
)
def test_the_drafter_alone_answers(office: SmallOffice, who: str, answers: Any, expected: str | None) -> None:
    play(office, 2)
    say(office, item("a"))
    assert refusal_code(office.act(who, "answerRemarks", "d", {"answers": answers})) == expected
    assert remarks.open_count(office.objects["Document", "d"]) == (0 if expected is None else 1)


def test_nothing_is_answered_where_nothing_was_said_nor_on_a_signed_page(office: SmallOffice) -> None:
    play(office, 2)
    answers = {"answers": [{"remarkId": "a", "how": "accepted", "text": ""}]}
    assert refusal_code(office.act("specialist", "answerRemarks", "d", answers)) == "noRemark"
    say(office, item("a"))
    office.act("leader", "approve", "d", {"file": file("d1")}, digest="d0")
    assert refusal_code(office.act("specialist", "answerRemarks", "d", answers)) == "signedPage"


def test_one_takes_back_ones_own_and_only_these(office: SmallOffice) -> None:
    play(office, 2)
    say(office, item("a"), item("b"))
    assert refusal_code(office.act("chief", "remark", "d", {"withdrawn": ["a"]})) == "noRemark"
    assert refusal_code(office.act("leader", "remark", "d", {"withdrawn": ["a", "zzz"]})) == "noRemark"
    assert refusal_code(office.act("leader", "remark", "d", {"withdrawn": ["a"]})) is None
    assert [one["id"] for one in kept(office)] == ["b"]
    answers = {"answers": [{"remarkId": "a", "how": "accepted", "text": ""}]}
    assert refusal_code(office.act("specialist", "answerRemarks", "d", answers)) == "noRemark"


def test_what_a_newer_central_knows_is_kept(office: SmallOffice) -> None:
    play(office, 2)
    newer = {**item("n", "hologram"), "depth": 3, "answer": None, "withdrawnAt": None}
    each = {"id": "x", "authorId": "leader", "positionId": "leader-seat", "at": "2026-11-23T01:00:00Z",
            "file": file("d0"), "items": [newer], "mood": "calm"}  # fmt: skip
    office.objects["Document", "d"]["remarks"] = [each]
    say(office, item("a"))
    office.act("specialist", "answerRemarks", "d", {"answers": [{"remarkId": "a", "how": "accepted", "text": ""}]})
    office.act("leader", "remark", "d", {"withdrawn": ["a"]})
    first = remarks.rounds(office.objects["Document", "d"])[0]
    assert first == each
    assert remarks.open_count(office.objects["Document", "d"]) == 1
