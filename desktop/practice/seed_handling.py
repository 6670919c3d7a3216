"""How a paper goes through the house: registered, submitted, passed on, given back, finished; and how it was made.

Knows the past and the people of An Phú.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from desktop.office.acts import Act
from desktop.practice.past import Past, add_working, take_working, utc, working_day, working_days_between
from desktop.practice.people import ORGAN, clerk_of
from desktop.practice.seed_papers import Signatory
from desktop.practice.texts import Written

Object = dict[str, Any]

HOME, OTHER = "du-anphu", "du-binhson"
CLERK, CHIEF, SECRETARY = "tran-thi-mai", "ngo-thi-hanh", "le-van-hoa"
HANDLERS: dict[str, tuple[tuple[str, str | None], ...]] = {
    "vp": (("anphu-vp", "bui-duc-thang"), ("anphu-vp", None), ("anphu-vp", CLERK)),
    "xdd": (("anphu-xdd", "hoang-thi-yen"), ("anphu-xdd", None), ("anphu-xdd", "ta-quoc-khanh")),
    "ubkt": (("anphu-ubkt", "nguyen-thi-thu"), ("anphu-ubkt", None), ("anphu-ubkt", "dang-van-long")),
}
HEADS = {"anphu-vp": CHIEF, "anphu-xdd": "vu-thi-lan", "anphu-ubkt": "dang-van-long"}
_READERS = (
    ("anphu-vp", CLERK), ("anphu-vp", CHIEF), ("anphu-xdd", "vu-thi-lan"), ("anphu-tt", "do-minh-quan"),
    ("anphu-tt", "pham-thu-ha"), ("anphu-ubkt", "dang-van-long"), ("anphu-vp", "bui-duc-thang"),
)  # fmt: skip


class Way:
    """One paper on its way: whose hands it is in, and since when."""

    def __init__(self, past: Past, written: Written, handling_id: str, at: datetime) -> None:
        self.past = past
        self.written = written
        self.handling = handling_id
        self.holder = CLERK
        self.at = at

    def _pass(self, lead: tuple[str, str | None], directive: str, minutes: tuple[int, int] = (4, 30)) -> None:
        self._transfer(lead, [], [], directive, None, minutes)

    def _transfer(
        self,
        lead: tuple[str, str | None],
        co: Sequence[tuple[str, str | None]],
        info: Sequence[tuple[str, str | None]],
        directive: str,
        due: date | None,
        minutes: tuple[int, int],
    ) -> None:
        self.at = self.past.later(self.at, self.past.between(*minutes))
        if due is not None and due < self.at.date():
            due = working_day(self.at.date() + timedelta(days=2))
        payload = {
            "lead": assignee(lead),
            "co": [assignee(one) for one in co],
            "info": [assignee(one) for one in info],
            "directive": directive,
            "due": due.isoformat() if due else None,
        }
        act = self.past.do("transfer", self.holder, HOME, self.handling, payload, self.at)
        self.handling = child(act)
        self.holder = lead[1] or HEADS[lead[0]]

    def to_chief(self) -> None:
        """The clerk submits to the chief of office."""
        self._pass(("anphu-vp", CHIEF), "Kính trình đồng chí Chánh Văn phòng xem xét.")

    def to_leader(self, leader: str) -> None:
        """The chief of office submits to a leader."""
        words = "Bí thư" if leader == SECRETARY else "Phó Bí thư"
        self._pass(("anphu-tt", leader), f"Kính trình đồng chí {words} cho ý kiến chỉ đạo.", (15, 110))

    def assign(self, *, direct: bool, due: date | None, leader: str | None = None, readers: int = 0) -> None:
        """To a handler: straight from the clerk for routine matters, otherwise by the leader's directive."""
        rng = self.past.rng
        unit = self.written.theme.unit
        lead = rng.choice(HANDLERS[unit][:2] if rng.random() < 0.8 else HANDLERS[unit])
        if direct:
            lead = next(one for one in HANDLERS[unit] if one[1] != CLERK)
        else:
            self.to_chief()
            self.to_leader(leader or rng.choice((SECRETARY, SECRETARY, "pham-thu-ha", "do-minh-quan")))
            self.at = self.past.later(self.at, self.past.between(10, 120))
            words = self.written.directive or "Nghiên cứu, triển khai thực hiện."
            self.past.do("direct", self.holder, HOME, self.handling, {"directive": words}, self.at)
        others = [one for one in (("anphu-vp", None), ("anphu-xdd", None), ("anphu-ubkt", None)) if one[0] != lead[0]]
        co = rng.sample(others, 1) if rng.random() < 0.45 else []
        taken = {lead, (lead[0], self.holder), *co}
        free = [one for one in _READERS if one not in taken and one[1] != self.holder]
        info = rng.sample(free, min(readers, len(free))) if rng.random() < 0.7 else []
        routine = "Chuyển xử lý theo chức năng, nhiệm vụ."
        directive = routine if direct else self.written.directive or "Nghiên cứu, triển khai thực hiện."
        self._transfer(lead, co, info, directive, due, (1, 4))

    def give_back(self, reason: str) -> None:
        """The lead returns it to whoever passed it on."""
        self.at = self.past.later(self.at, self.past.between(30, 240))
        self.past.do("return", self.holder, HOME, self.handling, {"reason": reason}, self.at)

    def finish(self, written: Written) -> None:
        """The lead is done, mostly in time."""
        past = self.past
        minutes = past.between(60, 1800)
        if written.due and written.theme.reply_days:
            room = working_days_between(self.at.date(), written.due) * 450
            minutes = past.between(60, max(90, round(room * (0.95 if past.rng.random() < 0.92 else 1.4))))
        at = min(add_working(self.at, minutes), past.now - timedelta(hours=1))
        past.do("finish", self.holder, HOME, self.handling, {"result": written.result or "Đã xử lý."}, max(at, self.at))


# -- sides and books ------------------------------------------------------------------------------------------


def assignee(one: tuple[str, str | None]) -> Object:
    """A unit, or a person in it, as payloads have it."""
    return {"unitId": one[0], "personId": one[1]}


def child(act: Act | Object, place: int = 0) -> str:
    """The identifier of the side that a transfer made; the lead's is the first."""
    return f"{act['id']}-{place}"


def incoming_register(past: Past, organ: str, day: date) -> str:
    """The year's register of arrivals in an organ."""
    return f"den-{organ}-{day.year}"


def receive(past: Past, clerk: str, organ: str, side_id: str, at: datetime) -> None:
    """Registers an arrival in the year's book."""
    register = incoming_register(past, organ, at.date())
    if past.get("Register", register) is None:
        past.put("Register", new_register(organ, "incoming", register, str(at.year)))
    past.do("receive", clerk, organ, side_id, {"registerId": register, "number": None}, at)


def new_register(
    organ: str, kind: str, identifier: str, series: str, codes: tuple[str, ...] = (), opening: int = 0
) -> Object:
    """A book of numbers, empty."""
    return {
        "id": identifier,
        "revision": 1,
        "organId": organ,
        "kind": kind,
        "series": series,
        "typeCodes": list(codes),
        "opening": opening,
        "last": opening,
        "gaps": [],
        "organCode": ORGAN[organ].code,
        "style": ORGAN[organ].style,
    }


def side_of(past: Past, document: Object, unit: str, at: datetime) -> Object:
    """A recipient's side of a paper that has just come."""
    side: Object = {
        "id": past.identifier(at),
        "revision": 1,
        "documentId": document["id"],
        "organId": unit,
        "unitId": unit,
        "personId": None,
        "parentId": None,
        "role": "organ",
        "state": "toReceive",
        "urgency": document["urgency"],
        "arrivedAt": utc(at),
        "arrivalNumber": None,
        "arrivalDate": None,
        "registerId": None,
        "due": None,
        "directive": None,
        "assignedById": None,
        "returnReason": None,
        "closedAt": None,
        "updatedAt": utc(at),
    }
    return past.put("Handling", side)


def signing_times(arrives: datetime, day: date) -> tuple[datetime, datetime]:
    """When the leader signed and the clerk sealed: on the paper's day, before it was sent."""
    if day == arrives.date():
        approved = take_working(arrives, 55)
        if approved.date() != day:
            approved = arrives - timedelta(minutes=25)
        return approved, arrives - timedelta(minutes=6)
    approved = take_working(arrives, 95)
    return approved, approved + timedelta(minutes=9)


def made_by(past: Past, document: Object, signatory: Signatory, arrives: datetime) -> None:
    """The acts by which it was signed, sealed and sent, of those who have accounts."""
    clerk = clerk_of(document["organId"])
    if clerk is None or signatory.person is None:
        return
    approved, sealed = signing_times(arrives, date.fromisoformat(document["documentDate"]))
    organ, file = document["organId"], document["file"]
    document["authorId"] = clerk.key
    steps: list[tuple[str, str, Object, datetime]] = [
        ("approve", signatory.person, {"file": file}, approved),
        ("seal", clerk.key, {"file": file}, sealed),
        ("issue", clerk.key, {"recipients": document["recipients"]}, arrives),
    ]
    for kind, author, payload, at in steps:
        act = past.act(kind, author, organ, ("Document", document["id"]), payload, at)
        past.acts.append({**act, "documentId": document["id"]})
