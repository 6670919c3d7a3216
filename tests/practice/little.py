"""A little office to test the practice central with: one province, one commune, five people, a few papers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from uuid_utils import uuid7

from desktop.office.acts import KINDS

Object = dict[str, Any]

PROVINCE, COMMUNE, OFFICE = "organ-tu", "organ-ap", "unit-vp"
PROVINCE_CLERK, PROVINCE_LEADER = "p-ha", "p-quan"
CLERK, LEADER, SPECIALIST = "p-mai", "p-tam", "p-duc"
INCOMING, OUTGOING = "reg-ap-in", "reg-ap-out"
STAMP = "2026-11-20T02:00:00Z"


def unit(unit_id: str, name: str, organ_id: str, level: str, keepers: list[str]) -> Object:
    """A unit in wire form."""
    return {
        "id": unit_id, "revision": 1, "name": name, "shortName": name, "organCode": "ĐU", "style": "party",
        "level": level, "parentId": None if unit_id == organ_id else organ_id, "organId": organ_id,
        "exchangeCode": "000.11.01.T90", "address": "An Phú", "sealCertificates": [], "sealKeepers": keepers,
        "stampBlobId": None,
    }  # fmt: skip


def person(person_id: str, name: str, unit_id: str, organ_id: str, title: str, roles: list[str]) -> Object:
    """A person with one seat."""
    seat = {"id": f"seat-{person_id}", "unitId": unit_id, "organId": organ_id, "title": title, "roles": roles}
    return {
        "id": person_id,
        "revision": 1,
        "name": name,
        "positions": [seat],
        "certificates": [],
        "signatureBlobId": None,
    }


def register(register_id: str, organ_id: str, kind: str) -> Object:
    """A register that stands at 40 in the paper book, with one gap."""
    return {
        "id": register_id, "revision": 1, "organId": organ_id, "kind": kind, "series": "2026", "typeCodes": [],
        "opening": 40, "last": 43, "gaps": [42], "organCode": "ĐU", "style": "party",
    }  # fmt: skip


def file_of(data: bytes, name: str = "van-ban.pdf") -> Object:
    """A reference to a file."""
    digest = hashlib.sha256(data).hexdigest()
    return {
        "blobId": f"sha256-{digest}",
        "digest": digest,
        "size": len(data),
        "name": name,
        "mediaType": "application/pdf",
    }


def document(n: int, organ_id: str = PROVINCE, **members: Any) -> Object:
    """An issued document of the province, unless told otherwise."""
    return {
        "id": f"doc-{n}", "revision": 1, "organId": organ_id, "issuer": "Tỉnh ủy An Bình", "authorId": PROVINCE_CLERK,
        "typeCode": "TB", "number": n, "notation": f"{n:02d}-TB/TU", "subject": f"Thông báo số {n} về công tác văn thư",
        "documentDate": "2026-11-20", "issuedAt": STAMP, "urgency": 0, "secrecy": "none",
        "signer": {"personId": PROVINCE_LEADER, "name": "Lê Quân", "position": "Phó Bí thư",
                   "competence": "T/M BAN THƯỜNG VỤ"},
        "pages": 1, "file": file_of(pdf(n)), "attachments": [], "recipients": [COMMUNE], "toPlaces": ["Như trên"],
        "slip": "Kính trình đồng chí", "state": "issued", "reserved": False, "returnReason": None, "replyTo": None,
        "deliveries": [{"unitId": COMMUNE, "status": "01", "at": STAMP, "byName": None, "reason": None}],
        "text": f"Nội dung văn bản {n} " * 20, "updatedAt": STAMP, **members,
    }  # fmt: skip


def handling(n: int, **members: Any) -> Object:
    """The commune's side of a document, not yet received."""
    return {
        "id": f"side-{n}", "revision": 1, "documentId": f"doc-{n}", "organId": COMMUNE, "unitId": COMMUNE,
        "personId": None, "parentId": None, "role": "organ", "state": "toReceive", "urgency": 0,
        "arrivedAt": f"2026-11-20T02:{n // 60 % 60:02d}:{n % 60:02d}Z", "arrivalNumber": None, "arrivalDate": None,
        "registerId": None, "due": None, "directive": None, "assignedById": None, "returnReason": None,
        "closedAt": None, "updatedAt": STAMP, **members,
    }  # fmt: skip


def pdf(n: int) -> bytes:
    """The bytes of a file that is not worth opening."""
    return b"%PDF-1.7\n" + f"văn bản {n}\n".encode() * 200


def act(kind: str, author: str, subject_id: str, payload: Object | None = None, **members: Any) -> Object:
    """An act as its author sends it."""
    return {
        "id": str(uuid7()), "kind": kind, "authorId": author, "positionId": f"seat-{author}",
        "subjectType": KINDS.get(kind, "Document"), "subjectId": subject_id, "documentId": None,
        "claimedAt": "2026-11-22T02:00:00Z", "payload": payload or {}, "basedOn": {"revision": None, "digest": None},
        "dependsOn": [], **members,
    }  # fmt: skip


@dataclass
class LittleSeed:
    """A seed as desktop.practice.seeding takes one."""

    size: int = 5
    texts: dict[str, str] = field(default_factory=dict)
    acts: list[Object] = field(default_factory=list)
    later: list[Object] = field(default_factory=list)
    other: dict[int, Object] = field(default_factory=dict)
    """Members of single documents that are to be otherwise."""

    @property
    def objects(self) -> dict[str, list[Object]]:
        return {
            "Unit": [
                unit(PROVINCE, "Tỉnh ủy An Bình", PROVINCE, "province", [PROVINCE_CLERK]),
                unit(COMMUNE, "Đảng ủy xã An Phú", COMMUNE, "commune", [CLERK]),
                unit(OFFICE, "Văn phòng Đảng ủy", COMMUNE, "commune", []),
            ],
            "Person": [
                person(PROVINCE_CLERK, "Trần Thu Hà", PROVINCE, PROVINCE, "Văn thư", ["clerk"]),
                person(PROVINCE_LEADER, "Lê Quân", PROVINCE, PROVINCE, "Phó Bí thư", ["leader"]),
                person(CLERK, "Nguyễn Thị Mai", OFFICE, COMMUNE, "Văn thư", ["clerk"]),
                person(LEADER, "Phạm Văn Tâm", COMMUNE, COMMUNE, "Bí thư", ["leader"]),
                person(SPECIALIST, "Đỗ Minh Đức", OFFICE, COMMUNE, "Chuyên viên", ["specialist"]),
            ],
            "Register": [register(INCOMING, COMMUNE, "incoming"), register(OUTGOING, COMMUNE, "outgoing")],
            "Document": [document(n, **self.other.get(n, {})) for n in range(1, self.size + 1)],
            "Handling": [handling(n) for n in range(1, self.size + 1)],
        }

    @property
    def blobs(self) -> Iterable[tuple[bytes, str]]:
        return ((pdf(n), "application/pdf") for n in range(1, self.size + 1))

    @property
    def accounts(self) -> list[Object]:
        people = {PROVINCE_CLERK: "ha", PROVINCE_LEADER: "quan", CLERK: "mai", LEADER: "tam", SPECIALIST: "duc"}
        return [{"personId": p, "username": name, "password": "thuchanh"} for p, name in people.items()]
