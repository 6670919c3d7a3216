"""Remarks on an unsigned draft (bút phê trên dự thảo): data beside the file, never written into it. Knows world, types.

A remark is bound to the version of the file on which it was made; on a signed page there are none (DOMAIN 3): there a
directive goes with the handling slip. Lengths on a page are tenths of a PDF point from the lower left corner of the
page as it is shown (crop box, rotation applied); ``size`` is that page's width and height in the same unit.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NotRequired, TypedDict, cast

from desktop.office.acts import Effects, Refusal
from desktop.office.documents import Document, FileRef
from desktop.office.people import Me
from desktop.office.world import Case, Outcome, World, text_of

Mark = Literal["ink", "highlight", "underline", "strike", "box", "note"]
MARKS: tuple[Mark, ...] = ("ink", "highlight", "underline", "strike", "box", "note")
"""What stands on the page: freehand, over words, around a part, or a place that a typed remark is about."""

SIGNED = frozenset({"approved", "numbered", "sealed", "issued", "recalled"})
"""States in which the page bears a signature."""

MOST_AT_ONCE = 100
"""Remarks in one act."""
MOST = 300
"""Remarks on one document, all versions together."""
LONGEST_TEXT = 2000
"""Characters of a remark, and of an answer."""
LONGEST_QUOTE = 500
MOST_RECTS = 200
"""Lines that one mark goes over."""
MOST_STROKES = 200
MOST_POINTS = 3000
"""Points of the ink of one remark: three numbers each, and no list of the wire is longer than 10,000."""
MOST_BYTES = 200_000
"""Of the remarks of one act, as JSON; a document holds four times as much."""
LAST_PAGE = 19_999
WIDEST = 200_000
"""Tenths of a point: the largest page that is shown."""


class Answer(TypedDict):
    """What the drafter did with a remark: taken in (đã tiếp thu), or why not (giải trình)."""

    how: Literal["accepted", "explained"]
    text: str
    authorId: str
    at: str


class Remark(TypedDict):
    """One remark. ``strokes`` hold x, y, pressure (0-255) in turn; ``rects`` are left, bottom, right, top."""

    id: str
    kind: str
    page: int
    size: list[int]
    rects: list[list[int]]
    strokes: list[list[int]]
    quote: str
    text: str
    answer: NotRequired[Answer | None]
    withdrawnAt: NotRequired[str | None]


class Round(TypedDict):
    """The remarks of one act (``id``), by one person, on one version of the file."""

    id: str
    authorId: str
    positionId: str
    at: str
    file: FileRef
    items: list[Remark]


def rounds(document: Mapping[str, Any]) -> list[Round]:
    """The rounds of remarks on a document, oldest first."""
    return cast(list[Round], document.get("remarks") or [])


def items(document: Mapping[str, Any], digest: str | None = None) -> Iterator[tuple[Round, Remark]]:
    """Remarks that stand (not withdrawn), on one version of the file or on all."""
    for each in rounds(document):
        if digest is None or each["file"]["digest"] == digest:
            yield from ((each, item) for item in each["items"] if not item.get("withdrawnAt"))


def open_count(document: Mapping[str, Any]) -> int:
    """Remarks that the drafter has neither taken in nor explained."""
    return sum(1 for _round, item in items(document) if not item.get("answer"))


# -- who may


def may_remark(document: Document, me: Me, world: World) -> Refusal | None:
    """The signer, or a leader or chief of office, while the draft waits for signature."""
    if document["state"] in SIGNED:
        return Refusal("signedPage")
    if document["state"] != "submitted":
        return Refusal("alreadyDone", {"state": document["state"]})
    signer = document["signer"]
    if signer and signer["personId"] == me.id:
        return None
    return None if me.roles & {"leader", "chiefOfOffice"} else Refusal("leaderOnly")


def may_answer(document: Document, me: Me, world: World) -> Refusal | None:
    """The drafter, until it is signed, where there is anything to answer."""
    if document["state"] in SIGNED:
        return Refusal("signedPage")
    if document["state"] == "discarded":
        return Refusal("alreadyDone", {"state": document["state"]})
    if document["authorId"] != me.id:
        return Refusal("authorOnly")
    return None if any(True for _ in items(document)) else Refusal("noRemark")


# -- what it changes


def remark(case: Case) -> Outcome:
    """Remarks on the version that their author saw; remarks of one's own may be taken back."""
    given = case.payload.get("remarks") or []
    gone = case.payload.get("withdrawn") or []
    if not given and not gone:
        return Refusal("noRemark")
    with_new = added(case, given)
    if isinstance(with_new, Refusal):
        return with_new
    left = _without(case, with_new, gone)
    return left if isinstance(left, Refusal) else Effects((("Document", case.changed(case.subject, remarks=left)),))


def added(case: Case, given: Any) -> list[Round] | Refusal:
    """The document's rounds with one more; as they are where nothing is given."""
    before = rounds(case.subject)
    if not given:
        return before
    file = case.subject["file"]
    if file is None or case.act["basedOn"]["digest"] != file["digest"]:
        return Refusal("changedSince")
    fault = _fault(given)
    if fault is not None:
        return fault
    known = {item["id"] for each in before for item in each["items"]}
    names = [item["id"] for item in given]
    if known.intersection(names) or len(set(names)) != len(names):
        return Refusal("remarkBroken")
    new: Round = {
        "id": case.act["id"],
        "authorId": case.me.id,
        "positionId": case.act["positionId"],
        "at": case.stamp,
        "file": file,
        "items": [cast(Remark, {**item, "answer": None, "withdrawnAt": None}) for item in given],
    }
    found = [*before, new]
    if len(known) + len(names) > MOST or _bytes(found) > 4 * MOST_BYTES:
        return Refusal("tooManyRemarks", {"limit": MOST})
    return found


def _without(case: Case, before: Sequence[Round], gone: Any) -> list[Round] | Refusal:
    mine = {item["id"] for each in before if each["authorId"] == case.me.id for item in each["items"]}
    if not isinstance(gone, list) or not mine.issuperset(gone):
        return Refusal("noRemark")

    def taken_back(item: Remark) -> Remark:
        return cast(Remark, {**item, "withdrawnAt": item.get("withdrawnAt") or case.stamp})

    return _mapped(before, dict.fromkeys(gone, taken_back))


def answer(case: Case) -> Outcome:
    """The drafter marks remarks as handled; an explanation needs words."""
    given = case.payload.get("answers")
    known = {item["id"] for _round, item in items(case.subject)}
    if not isinstance(given, list) or not given:
        return Refusal("noRemark")
    answers: dict[str, Any] = {}
    for one in given:
        if not isinstance(one, dict) or one.get("remarkId") not in known:
            return Refusal("noRemark")
        text = text_of(one, "text")
        if one.get("how") not in ("accepted", "explained"):
            return Refusal("remarkBroken")
        if one["how"] == "explained" and not text:
            return Refusal("noText")
        if len(text) > LONGEST_TEXT:
            return Refusal("tooLong", {"limit": LONGEST_TEXT})
        said: Answer = {"how": one["how"], "text": text, "authorId": case.me.id, "at": case.stamp}
        answers[one["remarkId"]] = lambda item, said=said: cast(Remark, {**item, "answer": said})
    found = _mapped(rounds(case.subject), answers)
    return Effects((("Document", case.changed(case.subject, remarks=found)),))


def _mapped(before: Iterable[Round], changes: Mapping[str, Any]) -> list[Round]:
    """The rounds with some of their remarks changed; what is not known of them stays as it is."""
    return [
        cast(Round, {**each, "items": [changes.get(i["id"], lambda same: same)(i) for i in each["items"]]})
        for each in before
    ]


# -- what is a remark


def _fault(given: Any) -> Refusal | None:
    """Why these are no remarks; None where they are."""
    if not isinstance(given, list):
        return Refusal("remarkBroken")
    if len(given) > MOST_AT_ONCE:
        return Refusal("tooManyRemarks", {"limit": MOST_AT_ONCE})
    for item in given:
        if not isinstance(item, dict) or not isinstance(item.get("id"), str):
            return Refusal("remarkBroken")
        if item.get("kind") not in MARKS:
            return Refusal("unknownKind", {"kind": str(item.get("kind"))[:40]})
        if len(text_of(item, "text")) > LONGEST_TEXT or len(text_of(item, "quote")) > LONGEST_QUOTE:
            return Refusal("tooLong", {"limit": LONGEST_TEXT})
        if not _stands(item):
            return Refusal("remarkBroken")
    return Refusal("tooManyRemarks", {"limit": MOST_AT_ONCE}) if _bytes(given) > MOST_BYTES else None


def _stands(item: Mapping[str, Any]) -> bool:
    """Whether the geometry is one, on its page."""
    page, size = item.get("page"), item.get("size")
    if not isinstance(page, int) or isinstance(page, bool) or not 0 <= page <= LAST_PAGE:
        return False
    if not _numbers(size, 2) or not all(10 <= side <= WIDEST for side in cast(list[int], size)):
        return False
    width, height = cast(list[int], size)
    if item["kind"] == "ink":
        return _ink(item.get("strokes"), width, height)
    rects = item.get("rects")
    if not isinstance(rects, list) or not 1 <= len(rects) <= MOST_RECTS:
        return False
    return all(_numbers(r, 4) and 0 <= r[0] <= r[2] <= width and 0 <= r[1] <= r[3] <= height for r in rects)


def _ink(strokes: Any, width: int, height: int) -> bool:
    if not isinstance(strokes, list) or not 1 <= len(strokes) <= MOST_STROKES:
        return False
    if not all(isinstance(s, list) and s and len(s) % 3 == 0 and _numbers(s, len(s)) for s in strokes):
        return False
    if sum(len(s) for s in strokes) > 3 * MOST_POINTS:
        return False
    return all(
        min(s[0::3]) >= 0 and max(s[0::3]) <= width
        and min(s[1::3]) >= 0 and max(s[1::3]) <= height
        and min(s[2::3]) >= 0 and max(s[2::3]) <= 255
        for s in strokes
    )  # fmt: skip


def _numbers(value: Any, count: int) -> bool:
    return isinstance(value, list) and len(value) == count and all(type(n) is int for n in value)


def _bytes(value: Any) -> int:
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())
