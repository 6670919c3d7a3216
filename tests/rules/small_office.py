"""A small invented office in memory: a World whose state the accepted acts change. Knows the rules alone."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, cast

from desktop.office.acts import KINDS, Act, Effects, Refusal, wire_time
from desktop.office.handling import Handling
from desktop.office.judge import judge
from desktop.office.people import Person, Unit, me_from
from desktop.office.registers import NumberTaken, Register, after_grant, is_free, next_number

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)


def unit(unit_id: str, organ_id: str, name: str, *, keepers: tuple[str, ...] = ()) -> Unit:
    return cast(
        Unit,
        {
            "id": unit_id,
            "revision": 1,
            "name": name,
            "shortName": name,
            "organCode": "ĐU",
            "style": "party",
            "level": "commune",
            "parentId": None if unit_id == organ_id else organ_id,
            "organId": organ_id,
            "exchangeCode": "",
            "address": "",
            "sealCertificates": [],
            "sealKeepers": list(keepers),
            "stampBlobId": None,
        },
    )


def person(person_id: str, unit_id: str, organ_id: str, *roles: str) -> Person:
    seat = {"id": f"{person_id}-seat", "unitId": unit_id, "organId": organ_id, "title": person_id, "roles": list(roles)}
    return cast(
        Person,
        {
            "id": person_id,
            "revision": 1,
            "name": person_id,
            "positions": [seat],
            "certificates": [],
            "signatureBlobId": None,
        },
    )


def register(
    register_id: str, organ_id: str, kind: str, *codes: str, opening: int = 0, style: str = "party"
) -> Register:
    return cast(
        Register,
        {
            "id": register_id,
            "revision": 1,
            "organId": organ_id,
            "kind": kind,
            "series": "2026",
            "typeCodes": list(codes),
            "opening": opening,
            "last": 0,
            "gaps": [],
            "organCode": "ĐU",
            "style": style,
        },
    )


class SmallOffice:
    """A commune (clerk, leader, chief, specialist) and the province that writes to it."""

    def __init__(self) -> None:
        self.objects: dict[tuple[str, str], dict[str, Any]] = {}
        self._ids = itertools.count(1)
        for u in (
            unit("commune", "commune", "Đảng ủy xã An Phú", keepers=("clerk",)),
            unit("bureau", "commune", "Văn phòng"),
            unit("board", "commune", "Ban Xây dựng Đảng"),
            unit("province", "province", "Tỉnh ủy An Bình", keepers=("sender",)),
        ):
            self.put("Unit", u)
        for p in (
            person("clerk", "bureau", "commune", "clerk"),
            person("leader", "commune", "commune", "leader"),
            person("chief", "bureau", "commune", "chiefOfOffice", "head"),
            person("specialist", "board", "commune", "specialist"),
            person("other", "board", "commune", "specialist"),
            person("sender", "province", "province", "clerk", "leader"),
        ):
            self.put("Person", p)
        for r in (
            register("in", "commune", "incoming", opening=1203),
            register("out-CV", "commune", "outgoing", "CV", opening=96),
            register("out-QĐ", "commune", "outgoing", "QĐ", "QyĐ"),
            register("out-province", "province", "outgoing"),
        ):
            self.put("Register", r)

    def put(self, type_name: str, obj: Any) -> None:
        self.objects[type_name, obj["id"]] = dict(obj)

    def get(self, type_name: str, object_id: str) -> Mapping[str, Any] | None:
        return self.objects.get((type_name, object_id))

    def handlings(self, document_id: str, organ_id: str | None = None) -> list[Handling]:
        rows = [o for (t, _), o in self.objects.items() if t == "Handling" and o["documentId"] == document_id]
        return cast(list[Handling], [h for h in rows if organ_id is None or h["organId"] == organ_id])

    def grant(self, register_id: str, wanted: int | None) -> int:
        book = cast(Register, self.objects["Register", register_id])
        number = next_number(book) if wanted is None else wanted
        if not is_free(book, number):
            raise NumberTaken
        self.put("Register", after_grant(book, number))
        return number

    def act(
        self,
        who: str,
        kind: str,
        subject: str,
        payload: dict[str, Any] | None = None,
        *,
        document: str | None = None,
        digest: str | None = None,
        online: bool = True,
        claimed: datetime = NOW,
    ) -> Effects | Refusal:
        """Judge one act and, when accepted, keep what it changed."""
        act: Act = {
            "id": f"act{next(self._ids)}",
            "kind": kind,
            "authorId": who,
            "positionId": f"{who}-seat",
            "subjectType": KINDS[kind],
            "subjectId": subject,
            "documentId": document,
            "claimedAt": wire_time(claimed),
            "payload": payload or {},
            "basedOn": {"revision": None, "digest": digest},
            "dependsOn": [],
        }
        outcome = judge(act, self, now=NOW, numbers=self if online else None)
        if isinstance(outcome, Effects):
            for type_name, obj in outcome.puts:
                self.put(type_name, obj)
        return outcome

    def me(self, person_id: str, organ_id: str = "commune") -> Any:
        return me_from(cast(Person, self.objects["Person", person_id]), cast(Unit, self.objects["Unit", organ_id]))

    def state(self, type_name: str, object_id: str) -> str:
        obj = self.objects[type_name, object_id]
        return str(obj.get("state") or obj.get("tacnghiep:state"))

    def arrival(self, document_id: str = "doc", urgency: int = 0) -> dict[str, Any]:
        """A document issued by the province to the commune; its side there, still to be received."""
        self.put(
            "Document",
            {
                "id": document_id,
                "revision": 1,
                "organId": "province",
                "notation": "118-TB/TU",
                "documentDate": "2026-11-20",
                "state": "issued",
                "secrecy": "none",
                "urgency": urgency,
                "updatedAt": wire_time(NOW),
                "deliveries": [{"unitId": "commune", "status": "01", "at": None, "byName": None, "reason": None}],
            },
        )
        side = {
            "id": f"{document_id}-side",
            "revision": 1,
            "documentId": document_id,
            "organId": "commune",
            "unitId": "commune",
            "personId": None,
            "parentId": None,
            "role": "organ",
            "state": "toReceive",
            "urgency": urgency,
            "arrivedAt": wire_time(NOW),
            "arrivalNumber": None,
            "arrivalDate": None,
            "registerId": None,
            "due": None,
            "directive": None,
            "assignedById": None,
            "returnReason": None,
            "closedAt": None,
            "updatedAt": wire_time(NOW),
        }
        self.put("Handling", side)
        return side


def refusal_code(outcome: Effects | Refusal) -> str | None:
    """The code of a refusal; None for an accepted act."""
    return outcome.code if isinstance(outcome, Refusal) else None
