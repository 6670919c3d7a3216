"""Objects as they come on the wire, for the store's tests."""

from __future__ import annotations

from typing import Any


def document(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "id": f"doc-{number:05d}",
        "revision": 1,
        "organId": "organ-a",
        "issuer": "Ủy ban nhân dân xã An Phú",
        "authorId": "person-1",
        "typeCode": "TB",
        "number": number,
        "notation": f"{number:02d}-TB/ĐU",
        "subject": f"Về việc quản lý đất đai, kỳ {number}",
        "documentDate": "2026-03-01",
        "issuedAt": f"2026-03-01T00:{number // 60 % 60:02d}:{number % 60:02d}Z",
        "urgency": number % 4,
        "secrecy": "none",
        "signer": {"personId": "person-9", "name": "Nguyễn Văn Hoà", "position": "Bí thư", "competence": "T/M"},
        "recipients": ["unit-1", "unit-2"],
        "state": "issued",
        "replyTo": None,
        "updatedAt": f"2026-03-01T00:{number // 60 % 60:02d}:{number % 60:02d}Z",
        **changes,
    }


def handling(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "id": f"han-{number:05d}",
        "revision": 1,
        "documentId": f"doc-{number:05d}",
        "organId": "organ-a",
        "unitId": f"unit-{number % 3}",
        "personId": "me" if number % 4 == 0 else ("other" if number % 4 == 1 else None),
        "role": ("organ", "lead", "co", "info")[number % 4],
        "state": ("toReceive", "toHandle", "done", "returned", "passedOn")[number % 5],
        "urgency": number % 4,
        "arrivedAt": f"2026-03-{1 + number % 9:02d}T00:00:00Z",
        "due": None if number % 3 == 0 else f"2026-04-{1 + number % 28:02d}",
        "updatedAt": "2026-03-01T00:00:00Z",
        **changes,
    }


def task(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "@type": "Task",
        "id": f"task-{number}",
        "title": f"Rà soát hộ nghèo {number}",
        "description": "Báo cáo trước ngày mười lăm",
        "due": f"2026-04-{1 + number % 28:02d}T17:00:00",
        "tacnghiep:organId": "organ-a",
        "tacnghiep:state": "inProgress",
        "tacnghiep:lead": {"unitId": "unit-1", "personId": "me" if number % 2 else None},
        "tacnghiep:coHandlers": [{"unitId": "unit-7", "personId": None}],
        "tacnghiep:assignedById": "boss",
        "updated": "2026-03-01T00:00:00Z",
        **changes,
    }


def act(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "id": f"act-{number:05d}",
        "kind": "receive",
        "authorId": "me",
        "subjectType": "Handling",
        "subjectId": f"han-{number:05d}",
        "documentId": f"doc-{number:05d}",
        "claimedAt": "2026-03-01T00:00:00Z",
        "payload": {"registerId": "register-1", "number": None, "directive": "Chuyển văn phòng xử lý " * 20},
        **changes,
    }
