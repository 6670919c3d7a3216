"""Confirmations, copies and attachments through the wire: judged, kept, and seen by those whom they concern alone."""

from __future__ import annotations

from typing import Any

from desktop.practice.schemas import Shapes
from tests.practice.conftest import Visitor
from tests.practice.little import (
    CLERK,
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

Object = dict[str, Any]


def seen(data: bytes) -> Object:
    return {"basedOn": {"revision": None, "digest": file_of(data)["digest"]}}


def done(visitor: Visitor, given: Object) -> Object:
    answer = visitor.act(given)
    assert answer.get("outcome") == "accepted", (given["kind"], answer)
    return answer


def test_a_confirmation_reaches_all_who_handle_the_document_here_and_nobody_else(
    mai: Visitor, duc: Visitor, ha: Visitor
) -> None:
    slip = b"%PDF-1.7 phieu"
    mai.upload(slip)
    done(mai, act("receive", CLERK, "side-1", {"registerId": INCOMING}))
    done(mai, act("transfer", CLERK, "side-1", {"lead": {"unitId": OFFICE, "personId": SPECIALIST}}))
    before = ha.get("Document", "doc-1")
    done(mai, act("confirm", CLERK, "side-1", {"file": file_of(slip), "manner": "slip"}, **seen(pdf(1))))
    side = next(h for h in duc.call("Handling/get", ids=None)["list"] if h["personId"] == SPECIALIST)
    assert side["confirmation"]["file"]["digest"] == file_of(slip)["digest"]
    assert Shapes().problems("Handling", side) == {}
    assert duc.http.get(duc.blob_url(file_of(slip)["blobId"])).status_code == 200
    assert ha.http.get(ha.blob_url(file_of(slip)["blobId"])).status_code == 404, "it is this organ's own"
    assert (ha.get("Document", "doc-1") or {}).get("file") == (before or {}).get("file")
    assert any(one["kind"] == "confirm" for one in duc.call("Act/get", ids=None)["list"])


def test_a_copy_is_numbered_sealed_and_seen_where_it_is_sent(mai: Visitor, tam: Visitor, ha: Visitor) -> None:
    prepared, sealed = b"%PDF-1.7 ban sao", b"%PDF-1.7 ban sao da ky"
    mai.upload(prepared)
    mai.upload(sealed)
    done(mai, act("receive", CLERK, "side-2", {"registerId": INCOMING}))
    payload = {"sourceId": "doc-2", "type": "TrS", "source": "electronic", "verdict": "valid", "pages": [1],
               "file": file_of(prepared), "authorisedById": LEADER, "count": 2}  # fmt: skip
    done(mai, act("copy", CLERK, "copy-1", payload, documentId="doc-2", **seen(pdf(2))))
    assert tam.get("Document", "copy-1") is not None, "whoever oversees the organ sees it"
    assert ha.get("Document", "copy-1") is None
    done(mai, act("number", CLERK, "copy-1", {"registerId": OUTGOING}))
    done(mai, act("seal", CLERK, "copy-1", {"file": file_of(sealed)}, **seen(prepared)))
    done(mai, act("issue", CLERK, "copy-1", {"recipients": [PROVINCE]}))
    came = ha.get("Document", "copy-1")
    assert came is not None
    assert (came["notation"], came["copyOf"]["documentId"], came["copyOf"]["pages"]) == ("44-TrS/ĐU", "doc-2", [1])
    assert Shapes().problems("Document", came) == {}
    told = [one for one in mai.call("Act/get", ids=None)["list"] if one["documentId"] == "doc-2"]
    assert "copy" in [one["kind"] for one in told], "it stands in the history of what was copied"
    assert "copy" not in [one["kind"] for one in ha.call("Act/get", ids=None)["list"]]


def test_attachments_signed_with_their_document_reach_the_recipient_signed(
    mai: Visitor, tam: Visitor, ha: Visitor
) -> None:
    main, approved, sealed, annex, signed = (b"%PDF-1.7 " + name for name in (b"a", b"b", b"c", b"phu luc", b"da ky"))
    for data in (main, approved, sealed, annex, signed):
        mai.upload(data)
        tam.upload(data)
    fields = {"subject": "Báo cáo", "typeCode": "BC", "file": file_of(main), "attachments": [file_of(annex, "pl.pdf")],
              "recipients": [PROVINCE]}  # fmt: skip
    done(mai, act("draft", CLERK, "doc-new", {"document": fields}))
    done(mai, act("submit", CLERK, "doc-new", {"signerId": LEADER}))
    done(tam, act("approve", LEADER, "doc-new", {"file": file_of(approved)}, **seen(main)))
    done(mai, act("number", CLERK, "doc-new", {"registerId": OUTGOING}))
    marked = {**file_of(signed, "pl.pdf"), "signature": "organ", "was": file_of(annex)["digest"]}
    refused = mai.act(act("seal", CLERK, "doc-new", {"file": file_of(sealed), "attachments": []}, **seen(approved)))
    assert refused["reason"]["code"] == "attachmentsChanged"
    done(mai, act("seal", CLERK, "doc-new", {"file": file_of(sealed), "attachments": [marked]}, **seen(approved)))
    done(mai, act("issue", CLERK, "doc-new", {}))
    came = ha.get("Document", "doc-new")
    assert came is not None
    assert came["attachments"] == [marked]
    assert Shapes().problems("Document", came) == {}
    assert ha.http.get(ha.blob_url(marked["blobId"])).status_code == 200


def test_what_the_payload_must_hold_is_checked_at_the_door(mai: Visitor) -> None:
    for kind, subject, payload in (
        ("confirm", "side-1", {"file": file_of(b"x"), "manner": "both"}),
        ("confirm", "side-1", {"manner": "slip"}),
        ("sealAttachments", "doc-1", {}),
        ("copy", "copy-2", {"sourceId": "doc-1", "type": "SX", "source": "paper", "verdict": "valid",
                            "file": file_of(b"x")}),
        ("copy", "copy-2", {"sourceId": "doc-1", "type": "SY", "source": "paper", "verdict": "valid"}),
    ):  # fmt: skip
        answer = mai.act(act(kind, CLERK, subject, payload))
        assert answer.get("type") == "invalidProperties", (kind, answer)
