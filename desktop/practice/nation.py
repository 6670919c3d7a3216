"""An invented nation to try the central at size: organs of 34 provinces, people, papers and what was done with them.

Pure. Everything follows from its number: the same plan gives the same nation, in any order and from any point on. All
names are numbers; nobody real is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from desktop.office.acts import KINDS, wire_time

Object = dict[str, Any]

PROVINCES = 34
YEAR = timedelta(days=365)
SENIOR = 6
"""The first of an organ's people: two clerks, two leaders, the chief of office, a head; the others are specialists."""

UNRECEIVED, UNASSIGNED = 0.03, 0.10
"""Shares of the newest papers that are not registered yet, and that are registered but not passed on."""

_TITLES = ("Văn thư", "Văn thư", "Bí thư", "Phó Bí thư", "Chánh Văn phòng", "Trưởng ban")
_ROLES = (["clerk"], ["clerk"], ["leader"], ["leader"], ["chiefOfOffice"], ["head"])
_KINDS = (("TB", "Thông báo"), ("CV", "Công văn"), ("BC", "Báo cáo"), ("KH", "Kế hoạch"), ("QĐ", "Quyết định"))
_MATTERS = (
    "công tác văn thư, lưu trữ", "chuyển đổi số trong cơ quan", "kiểm tra, giám sát chuyên đề", "tiếp công dân định kỳ",
    "kết nạp đảng viên mới", "rà soát quy hoạch cán bộ", "phòng, chống thiên tai", "tổng kết phong trào thi đua",
)  # fmt: skip
_TEXT = (
    "Thực hiện chương trình công tác năm, cơ quan đề nghị các đơn vị nghiên cứu, triển khai các nội dung sau. Một là, "
    "quán triệt đầy đủ nội dung văn bản đến toàn thể cán bộ. Hai là, phân công người theo dõi và tổng hợp kết quả. Ba "
    "là, gửi báo cáo về cơ quan trước thời hạn để tổng hợp. Văn bản này là văn bản giả định, chỉ dùng để thử hệ thống."
)


@dataclass(frozen=True)
class Plan:
    """How large the nation is.

    Attributes:
        now: the moment at which its past ends.
    """

    accounts: int
    units: int
    documents: int
    now: datetime


@dataclass(frozen=True)
class File:
    """A file of the pool that papers share."""

    blob_id: str
    size: int


@dataclass(frozen=True)
class Paper:
    """One document with all that hangs on it."""

    document: Object
    handlings: list[Object]
    acts: list[Object]


class Nation:
    """What a plan says, object by object."""

    def __init__(self, plan: Plan, files: Sequence[File]) -> None:
        if plan.units < PROVINCES * 2 or plan.accounts < plan.units * SENIOR:
            raise ValueError(f"at least {PROVINCES * 2} units, and {SENIOR} accounts for each")
        self.plan = plan
        self.files = files
        self._begin = plan.now - YEAR
        self._step = YEAR / max(1, plan.documents)

    # -- organs and people

    def organ_id(self, n: int) -> str:
        """Organs below ``PROVINCES`` are provinces; the others are communes, dealt out to them in turn."""
        return f"qp{n:02d}" if n < PROVINCES else f"qx{n:04d}"

    def organ(self, n: int) -> Object:
        """The organ as the wire has it."""
        is_province = n < PROVINCES
        name = f"Tỉnh ủy tỉnh số {n + 1:02d}" if is_province else f"Đảng ủy xã số {n:04d}"
        return {
            "id": self.organ_id(n), "revision": 1, "name": name, "shortName": name,
            "organCode": "TU" if is_province else "ĐU", "style": "party",
            "level": "province" if is_province else "commune", "parentId": None, "organId": self.organ_id(n),
            "exchangeCode": f"{n // 1000:03d}.{n // 10 % 100:02d}.{n % 10:02d}.Q00", "address": f"Địa bàn {n:04d}",
            "sealCertificates": [], "sealKeepers": [self.person_id(self.members(n)[0])], "stampBlobId": None,
        }  # fmt: skip

    def registers(self, n: int) -> list[Object]:
        """The organ's two books."""
        organ = self.organ_id(n)
        common = {"revision": 1, "organId": organ, "series": str(self.plan.now.year), "typeCodes": [], "opening": 0,
                  "last": self.plan.documents, "gaps": [], "organCode": "ĐU", "style": "party"}  # fmt: skip
        return [
            {"id": f"{organ}-den", "kind": "incoming", **common},
            {"id": f"{organ}-di", "kind": "outgoing", **common},
        ]

    def members(self, n: int) -> range:
        """The numbers of an organ's people."""
        share, rest = divmod(self.plan.accounts, self.plan.units)
        start = n * share + min(n, rest)
        return range(start, start + share + (1 if n < rest else 0))

    def organ_of(self, person: int) -> int:
        """The organ that a person works in."""
        share, rest = divmod(self.plan.accounts, self.plan.units)
        wide = rest * (share + 1)
        return person // (share + 1) if person < wide else rest + (person - wide) // share

    def person_id(self, n: int) -> str:
        return f"qn{n:06d}"

    def position_id(self, n: int) -> str:
        return f"qv{n:06d}"

    def name_of(self, n: int) -> str:
        return f"Người Giả Định {n:06d}"

    def person(self, n: int) -> Object:
        """The person as the wire has it: one seat each."""
        organ = self.organ_of(n)
        rank = n - self.members(organ).start
        title, roles = (_TITLES[rank], _ROLES[rank]) if rank < SENIOR else ("Chuyên viên", ["specialist"])
        seat = {"id": self.position_id(n), "unitId": self.organ_id(organ), "organId": self.organ_id(organ),
                "title": title, "roles": list(roles)}  # fmt: skip
        return {"id": self.person_id(n), "revision": 1, "name": self.name_of(n), "positions": [seat],
                "certificates": [], "signatureBlobId": None}  # fmt: skip

    # -- papers

    def paper(self, n: int) -> Paper:
        """The paper of that number, its recipients' sides, and what was done with it."""
        rng = Random(n)
        sender, recipients = self._way(rng)
        at = self._begin + self._step * n
        sent = wire_time(at)
        clerk, leader = self.members(sender)[rng.randrange(2)], self.members(sender)[2 + rng.randrange(2)]
        code, kind = _KINDS[rng.randrange(len(_KINDS))]
        document = self._document(n, rng, sender, recipients, sent, (code, kind), (clerk, leader))
        acts = [self._act(f"qa{n}i", "issue", clerk, document["id"], document["id"], sent,
                          {"recipients": document["recipients"]})]  # fmt: skip
        handlings: list[Object] = []
        age = 1 - n / self.plan.documents
        for place, organ in enumerate(recipients):
            self._receive(document, place, organ, age, rng, at, handlings, acts)
        return Paper(document, handlings, acts)

    def _way(self, rng: Random) -> tuple[int, list[int]]:
        """Who sends, and to whom: from the province down, from a commune up, from commune to commune."""
        drawn, communes = rng.random(), self.plan.units - PROVINCES
        commune = PROVINCES + rng.randrange(communes)
        if drawn < 0.30:
            sender, first = rng.randrange(PROVINCES), commune
        elif drawn < 0.55:
            sender, first = commune, (commune - PROVINCES) % PROVINCES
        else:
            sender, first = commune, PROVINCES + (commune - PROVINCES + 1 + rng.randrange(communes - 1)) % communes
        more = rng.randrange(1, 5) if rng.random() < 0.06 else 0
        others = [PROVINCES + (first + step * 37) % communes for step in range(1, more + 1)]
        return sender, list(dict.fromkeys(n for n in (first, *others) if n != sender))

    def _document(
        self, n: int, rng: Random, sender: int, recipients: list[int], sent: str, kind: tuple[str, str],
        made_by: tuple[int, int],
    ) -> Object:  # fmt: skip
        clerk, leader = made_by
        ids = [self.organ_id(organ) for organ in recipients]
        file = self.files[n % len(self.files)]
        matter = _MATTERS[rng.randrange(len(_MATTERS))]
        code, words = kind
        return {
            "id": f"qd{n}", "revision": 1, "organId": self.organ_id(sender), "issuer": f"Cơ quan số {sender:04d}",
            "authorId": self.person_id(clerk), "typeCode": code, "number": n, "notation": f"{n}-{code}",
            "subject": f"{words} số {n} về {matter}", "documentDate": sent[:10], "issuedAt": sent,
            "urgency": 1 if rng.random() < 0.05 else 0, "secrecy": "none",
            "signer": {"personId": self.person_id(leader), "name": self.name_of(leader), "position": "Bí thư",
                       "competence": "T/M BAN THƯỜNG VỤ"},
            "pages": 1,
            "file": {"blobId": file.blob_id, "digest": file.blob_id.removeprefix("sha256-"), "size": file.size,
                     "name": f"van-ban-{n}.pdf", "mediaType": "application/pdf"},
            "attachments": [], "recipients": ids, "toPlaces": ["Như trên"], "slip": "", "state": "issued",
            "reserved": False, "returnReason": None, "replyTo": None,
            "deliveries": [{"unitId": unit, "status": "01", "at": sent, "byName": None, "reason": None}
                           for unit in ids],
            "text": f"{words} số {n} về {matter}. {_TEXT}", "updatedAt": sent,
        }  # fmt: skip

    def _receive(
        self, document: Object, place: int, organ: int, age: float, rng: Random, at: datetime,
        handlings: list[Object], acts: list[Object],
    ) -> None:  # fmt: skip
        """One recipient's side: registered by a clerk, passed on to somebody; the newest not yet."""
        stem = f"{document['id'][2:]}-{place}"
        clerk = self.members(organ)[rng.randrange(2)]
        side = self._side(f"qh{stem}", document, organ, document["issuedAt"])
        handlings.append(side)
        if age <= UNRECEIVED:
            return
        received = wire_time(at + timedelta(hours=2))
        side |= {"revision": 2, "state": "toHandle", "arrivalNumber": document["number"], "arrivalDate": received[:10],
                 "registerId": f"{side['organId']}-den", "updatedAt": received}  # fmt: skip
        payload: Object = {"registerId": side["registerId"], "number": None}
        acts.append(self._act(f"qa{stem}r", "receive", clerk, side["id"], document["id"], received, payload))
        if age <= UNASSIGNED or rng.random() < 0.4:
            return
        passed = wire_time(at + timedelta(hours=4))
        lead = self.members(organ)[rng.randrange(2, len(self.members(organ)))]
        child = self._side(f"qh{stem}-1", document, organ, passed)
        child |= {"personId": self.person_id(lead), "parentId": side["id"], "role": "lead",
                  "state": "done" if age > 0.3 else "toHandle", "directive": "Chuyển xử lý theo chức năng, nhiệm vụ.",
                  "assignedById": self.person_id(clerk), "registerId": side["registerId"],
                  "arrivalNumber": side["arrivalNumber"], "arrivalDate": side["arrivalDate"]}  # fmt: skip
        if child["state"] == "done":
            child["closedAt"] = passed
        side |= {"revision": 3, "state": "passedOn", "updatedAt": passed}
        handlings.append(child)
        payload = {"lead": {"unitId": side["organId"], "personId": child["personId"]}, "co": [], "info": [],
                   "directive": child["directive"], "due": None}  # fmt: skip
        acts.append(self._act(f"qa{stem}t", "transfer", clerk, side["id"], document["id"], passed, payload))

    def _side(self, side_id: str, document: Object, organ: int, at: str) -> Object:
        return {
            "id": side_id, "revision": 1, "documentId": document["id"], "organId": self.organ_id(organ),
            "unitId": self.organ_id(organ), "personId": None, "parentId": None, "role": "organ", "state": "toReceive",
            "urgency": document["urgency"], "arrivedAt": at, "arrivalNumber": None, "arrivalDate": None,
            "registerId": None, "due": None, "directive": None, "assignedById": None, "returnReason": None,
            "closedAt": None, "updatedAt": at,
        }  # fmt: skip

    def _act(
        self, act_id: str, kind: str, author: int, subject: str, document: str, at: str, payload: Object
    ) -> Object:
        return {
            "id": act_id, "kind": kind, "authorId": self.person_id(author), "positionId": self.position_id(author),
            "subjectType": KINDS[kind], "subjectId": subject, "documentId": document, "claimedAt": at,
            "payload": payload, "basedOn": {"revision": None, "digest": None}, "dependsOn": [], "receivedAt": at,
            "outcome": "accepted", "reason": None,
        }  # fmt: skip


def moment(text: str) -> datetime:
    """A remembered ``now``."""
    return datetime.fromisoformat(text).astimezone(UTC)
