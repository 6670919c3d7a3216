"""Remarks at the central: kept with the document, its own organ's alone, judged there by the same rule."""

from __future__ import annotations

from typing import Any

from desktop.practice.schemas import Shapes
from tests.practice.conftest import Visitor
from tests.practice.little import CLERK, LEADER, OUTGOING, PROVINCE, SPECIALIST, act, file_of
from tests.rules.test_remarks import item

DRAFT = b"%PDF-1.7 du thao"
BETTER = b"%PDF-1.7 du thao da sua"


def submitted(duc: Visitor) -> None:
    duc.upload(DRAFT)
    fields = {"typeCode": "CV", "subject": "Về việc A", "secrecy": "none", "file": file_of(DRAFT),
              "recipients": [PROVINCE]}  # fmt: skip
    assert duc.act(act("draft", SPECIALIST, "doc-new", {"document": fields}))["outcome"] == "accepted"
    assert duc.act(act("submit", SPECIALIST, "doc-new", {"signerId": LEADER}))["outcome"] == "accepted"


def said(kind: str, author: str, payload: dict[str, Any], data: bytes = DRAFT) -> dict[str, Any]:
    basis = {"revision": None, "digest": file_of(data)["digest"]}
    return act(kind, author, "doc-new", payload, basedOn=basis)


def test_the_drafter_sees_them_on_the_version_they_were_made_on(duc: Visitor, tam: Visitor) -> None:
    submitted(duc)
    payload = {"reason": "Sửa theo góp ý", "remarks": [item("r-1", text="Ghi rõ căn cứ")]}
    assert tam.act(said("refuse", LEADER, payload))["outcome"] == "accepted"
    duc.upload(BETTER)
    change = {"subject": "Về việc A", "secrecy": "none", "file": file_of(BETTER)}
    assert duc.act(act("draft", SPECIALIST, "doc-new", {"document": change}))["outcome"] == "accepted"
    document = duc.get("Document", "doc-new")
    assert document is not None
    assert Shapes().problems("Document", document) == {}
    (each,) = document["remarks"]
    assert (each["authorId"], each["items"][0]["text"]) == (LEADER, "Ghi rõ căn cứ")
    assert each["file"]["digest"] == file_of(DRAFT)["digest"] != document["file"]["digest"]
    assert duc.http.get(duc.blob_url(each["file"]["blobId"])).content == DRAFT
    answers = {"answers": [{"remarkId": "r-1", "how": "explained", "text": "Đã có ở phần căn cứ"}]}
    assert duc.act(act("answerRemarks", SPECIALIST, "doc-new", answers))["outcome"] == "accepted"
    assert (duc.get("Document", "doc-new") or {})["remarks"][0]["items"][0]["answer"]["how"] == "explained"


def test_a_signed_page_takes_none_whoever_asks(duc: Visitor, tam: Visitor) -> None:
    submitted(duc)
    tam.upload(BETTER)
    tam.act(said("approve", LEADER, {"file": file_of(BETTER)}))
    answer = tam.act(said("remark", LEADER, {"remarks": [item("r-1")]}, BETTER))
    assert (answer["outcome"], answer["reason"]["code"]) == ("refused", "signedPage")


def test_a_remark_without_form_is_not_taken_at_all(duc: Visitor, tam: Visitor) -> None:
    submitted(duc)
    broken = tam.act(said("remark", LEADER, {"remarks": [{"kind": "box"}]}))
    assert (broken["type"], broken["properties"]) == ("invalidProperties", ["payload"])


def test_recipients_get_neither_the_remarks_nor_the_earlier_version(
    duc: Visitor, tam: Visitor, mai: Visitor, ha: Visitor
) -> None:
    submitted(duc)
    tam.act(said("remark", LEADER, {"remarks": [item("r-1", text="Chỉ trong cơ quan")]}))
    duc.act(act("answerRemarks", SPECIALIST, "doc-new", {"answers": [{"remarkId": "r-1", "how": "accepted"}]}))
    tam.upload(BETTER)
    assert tam.act(said("approve", LEADER, {"file": file_of(BETTER)}))["outcome"] == "accepted"
    mai.act(act("number", CLERK, "doc-new", {"registerId": OUTGOING, "number": None}))
    assert mai.act(said("seal", CLERK, {"file": file_of(BETTER)}, BETTER))["outcome"] == "accepted"
    assert mai.act(act("issue", CLERK, "doc-new", {"recipients": [PROVINCE]}))["outcome"] == "accepted"
    theirs, ours = ha.get("Document", "doc-new"), duc.get("Document", "doc-new")
    assert theirs is not None
    assert ours is not None
    assert (theirs["remarks"], len(ours["remarks"])) == ([], 1)
    assert ha.http.get(ha.blob_url(file_of(BETTER)["blobId"])).status_code == 200
    assert ha.http.get(ha.blob_url(file_of(DRAFT)["blobId"])).status_code == 404
    assert duc.http.get(duc.blob_url(file_of(DRAFT)["blobId"])).status_code == 200
