"""Rules for incoming documents: receive, confirm, transfer, direct, return, finish (Decree 30/2020, art. 20-24).

Knows world and types.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from desktop.office.acts import Effects, Refusal
from desktop.office.handling import OPEN_STATES, Handling
from desktop.office.people import Me
from desktop.office.registers import NumberTaken
from desktop.office.world import Case, Outcome, World, day_of, text_of

Put = tuple[str, dict[str, Any]]


def may(kind: str, subject: Mapping[str, Any], me: Me, world: World) -> Refusal | None:
    """Why ``me`` may not do this to the handling now; None when allowed."""
    handling = cast(Handling, subject)
    if kind == "confirm":
        return _confirmable(handling, me, world)
    if handling["organId"] != me.organ_id or not me.holds(handling["unitId"], handling["personId"]):
        return Refusal("notYours")
    states, roles = _ALLOWED[kind]
    if handling["state"] not in states:
        return Refusal("alreadyDone", {"state": handling["state"]})
    if handling["role"] not in roles:
        return Refusal("notForThisRole", {"role": handling["role"]})
    if kind == "receive" and "clerk" not in me.roles:
        return Refusal("clerkOnly")
    if kind == "direct" and not me.roles & {"leader", "chiefOfOffice"}:
        return Refusal("leaderOnly")
    return None


def _confirmable(handling: Handling, me: Me, world: World) -> Refusal | None:
    """Only by whoever keeps the organ's seal, once, and not before the number is there that the mark shows."""
    if handling["organId"] != me.organ_id:
        return Refusal("notYours")
    unit = world.get("Unit", handling["organId"])
    if unit is None or me.id not in unit["sealKeepers"]:
        return Refusal("sealKeeperOnly")
    if handling["role"] != "organ":
        return Refusal("notForThisRole", {"role": handling["role"]})
    if handling["state"] in ("sentBack", "revoked"):
        return Refusal("alreadyDone", {"state": handling["state"]})
    if handling.get("confirmation"):
        return Refusal("alreadyConfirmed")
    if handling["state"] == "toReceive":
        return Refusal("notRegisteredYet")
    return None if handling["arrivalNumber"] is not None else Refusal("noArrivalNumberYet")


_ALLOWED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "receive": (frozenset({"toReceive"}), frozenset({"organ"})),
    "transfer": (frozenset({"toHandle", "returned"}), frozenset({"organ", "lead"})),
    "direct": (frozenset({"toHandle", "returned", "passedOn"}), frozenset({"organ", "lead"})),
    "return": (frozenset({"toReceive", "toHandle", "returned"}), frozenset({"organ", "lead"})),
    "finish": (frozenset({"toHandle", "returned", "passedOn"}), frozenset({"organ", "lead", "co", "info"})),
}


def receive(case: Case) -> Outcome:
    """Register an arrival: the number is granted by the central, or stays open (chờ cấp số). Art. 22."""
    register = case.world.get("Register", str(case.payload.get("registerId")))
    if register is None or register["organId"] != case.me.organ_id or register["kind"] != "incoming":
        return Refusal("noRegister")
    wanted = case.payload.get("number")
    number: int | None = None
    if case.numbers is not None:
        try:
            number = case.numbers.grant(register["id"], wanted)
        except NumberTaken:
            return Refusal("numberTaken", {"number": int(wanted or 0)})
    handling = case.changed(
        case.subject,
        state="toHandle",
        arrivalNumber=number,
        arrivalDate=case.today.isoformat(),
        registerId=register["id"],
        pending=number is None,
    )
    if number is not None:
        handling.pop("pending")
    return Effects((("Handling", handling), *_delivery(case, "03")))


def confirm(case: Case) -> Outcome:
    """The organ's signature on an arrival (ký văn bản đến), its appearance the arrival mark. Art. 22, Annex IV.

    What was sent stays the first file and is not touched: what is signed here is kept beside it, for all who handle
    the document in this organ.
    """
    file, manner = case.payload.get("file"), case.payload.get("manner")
    document = case.world.get("Document", case.subject["documentId"])
    sent = document.get("file") if document else None
    if not sent or not isinstance(file, dict) or not file.get("digest"):
        return Refusal("noFile")
    if case.act["basedOn"]["digest"] != sent["digest"]:
        return Refusal("changedSince")
    if manner not in ("copy", "slip") or file["digest"] == sent["digest"]:
        return Refusal("noConfirmation")
    done = {"file": file, "manner": manner, "at": case.stamp, "byId": case.me.id}
    sides = case.world.handlings(case.subject["documentId"], case.me.organ_id)
    others = [h for h in sides if h["id"] != case.subject["id"] and h["state"] not in ("sentBack", "revoked")]
    return Effects(tuple(("Handling", case.changed(h, confirmation=done)) for h in (case.subject, *others)))


def transfer(case: Case) -> Outcome:
    """Pass on to one lead, co-handlers and for-information recipients, with a directive and a deadline. Art. 23-24."""
    payload = case.payload
    lead = payload.get("lead")
    co, info = payload.get("co") or [], payload.get("info") or []
    if not isinstance(lead, dict):
        return Refusal("noLead")
    everyone = [lead, *co, *info]
    keys = [(a.get("unitId"), a.get("personId")) for a in everyone]
    if len(set(keys)) != len(keys):
        return Refusal("sameTwice")
    if any(not _belongs(case, a) for a in everyone):
        return Refusal("unknownRecipient")
    if (case.subject["unitId"], case.subject["personId"]) in keys:
        return Refusal("toYourself")
    try:
        due = day_of(payload.get("due"))
    except ValueError:
        return Refusal("badDate")
    if due is not None and due < case.act_day():
        return Refusal("duePast")
    parts = [("lead", lead), *(("co", a) for a in co), *(("info", a) for a in info)]
    children = [
        _child(case, role, assignee, n, due.isoformat() if due else None) for n, (role, assignee) in enumerate(parts)
    ]
    parent = case.changed(
        case.subject, state="passedOn", returnReason=None, due=due.isoformat() if due else case.subject["due"]
    )
    return Effects((("Handling", parent), *(("Handling", c) for c in children), *_delivery(case, "04")))


def direct(case: Case) -> Outcome:
    """A leader's directive (bút phê), kept with the handling slip."""
    directive = text_of(case.payload, "directive")
    if not directive:
        return Refusal("noText")
    if case.payload.get("file") is not None:
        return _signed_directive(case, directive)
    return Effects((("Handling", case.changed(case.subject, directive=directive)), *_delivery(case, "05")))


def _signed_directive(case: Case, directive: str) -> Outcome:
    """The same, signed (bút phê ký số): the slip that bears it is kept for all who handle the document in this organ.

    What was sent is not touched: nothing is written on a signed page (DOMAIN 3).
    """
    file = case.payload["file"]
    document = case.world.get("Document", case.subject["documentId"])
    sent = (document.get("file") if document else None) or {}
    if not isinstance(file, dict) or not file.get("digest") or file["digest"] == sent.get("digest"):
        return Refusal("noFile")
    if sent and case.act["basedOn"]["digest"] != sent["digest"]:
        return Refusal("changedSince")
    slip = {"file": file, "at": case.stamp, "byId": case.me.id}
    sides = case.world.handlings(case.subject["documentId"], case.me.organ_id)
    others = [h for h in sides if h["id"] != case.subject["id"] and h["state"] not in ("sentBack", "revoked")]
    mine = case.changed(case.subject, directive=directive, slips=[*(case.subject.get("slips") or []), slip])
    shown = [case.changed(h, slips=[*(h.get("slips") or []), slip]) for h in others]
    return Effects((*(("Handling", h) for h in (mine, *shown)), *_delivery(case, "05")))


def give_back(case: Case) -> Outcome:
    """Return with a reason: the organ's clerk to the sender, a lead to whoever passed it on. Art. 21, 23."""
    reason = text_of(case.payload, "reason")
    if not reason:
        return Refusal("noReason")
    if case.subject["role"] == "organ":
        back = case.changed(case.subject, state="sentBack", returnReason=reason, closedAt=case.stamp)
        return Effects((("Handling", back), *_delivery(case, "02", reason)))
    handlings = case.world.handlings(case.subject["documentId"], case.me.organ_id)
    parent = next((h for h in handlings if h["id"] == case.subject["parentId"]), None)
    if parent is None:
        return Refusal("noSender")
    revoked = [
        h for h in _below(handlings, parent["id"]) if h["state"] in OPEN_STATES and h["id"] != case.subject["id"]
    ]
    puts: list[Put] = [
        ("Handling", case.changed(case.subject, state="revoked", returnReason=reason, closedAt=case.stamp))
    ]
    puts += [("Handling", case.changed(h, state="revoked", closedAt=case.stamp)) for h in revoked]
    puts.append(("Handling", case.changed(parent, state="returned", returnReason=reason)))
    return Effects(tuple(puts))


def finish(case: Case) -> Outcome:
    """Finish: a lead's finish closes the whole organ's side; a co-handler's or reader's only their own. Art. 24."""
    if case.subject["role"] in ("co", "info"):
        return Effects((("Handling", case.changed(case.subject, state="done", closedAt=case.stamp)),))
    handlings = case.world.handlings(case.subject["documentId"], case.me.organ_id)
    closing = [h for h in handlings if h["state"] in OPEN_STATES]
    if not any(h["id"] == case.subject["id"] for h in closing):
        closing.append(cast(Handling, case.subject))
    puts = [("Handling", case.changed(h, state="done", closedAt=case.stamp)) for h in closing]
    return Effects((*puts, *_delivery(case, "06")))


RULES = {
    "receive": receive,
    "confirm": confirm,
    "transfer": transfer,
    "direct": direct,
    "return": give_back,
    "finish": finish,
}


def duplicates(document: Mapping[str, Any], others: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Documents that are this one again: same notation, issuing agency and date (numbers restart by year or term)."""
    key = (document["notation"], document["organId"], document["documentDate"])
    return [o for o in others if o["id"] != document["id"] and (o["notation"], o["organId"], o["documentDate"]) == key]


def _belongs(case: Case, assignee: Mapping[str, Any]) -> bool:
    unit = case.world.get("Unit", str(assignee.get("unitId")))
    if unit is None or unit["organId"] != case.me.organ_id:
        return False
    person_id = assignee.get("personId")
    if person_id is None:
        return True
    person = case.world.get("Person", person_id)
    return person is not None and any(p["unitId"] == unit["id"] for p in person["positions"])


def _child(case: Case, role: str, assignee: Mapping[str, Any], n: int, due: str | None) -> dict[str, Any]:
    """The side of one new holder; its identifier follows from the act's, so that both sides make the same one."""
    child: Handling = {
        "id": f"{case.act['id']}-{n}",
        "revision": 1,
        "documentId": case.subject["documentId"],
        "organId": case.me.organ_id,
        "unitId": assignee["unitId"],
        "personId": assignee.get("personId"),
        "parentId": case.subject["id"],
        "role": cast(Any, role),
        "state": "toHandle",
        "urgency": case.subject["urgency"],
        "arrivedAt": case.stamp,
        "arrivalNumber": case.subject["arrivalNumber"],
        "arrivalDate": case.subject["arrivalDate"],
        "registerId": case.subject["registerId"],
        "due": None if role == "info" else due,
        "directive": text_of(case.payload, "directive") or None,
        "assignedById": case.me.id,
        "returnReason": None,
        "closedAt": None,
        "updatedAt": case.stamp,
    }
    if case.subject.get("slips"):
        child["slips"] = case.subject["slips"]
    if case.subject.get("confirmation"):
        child["confirmation"] = case.subject["confirmation"]
    return cast(dict[str, Any], child)


def _below(handlings: Iterable[Handling], parent_id: str) -> list[Handling]:
    """All handlings that descend from ``parent_id``."""
    rows = list(handlings)
    found: list[Handling] = []
    parents = {parent_id}
    while parents:
        level = [h for h in rows if h["parentId"] in parents and h not in found]
        found += level
        parents = {h["id"] for h in level}
    return found


_ORDER = ("00", "01", "03", "04", "05", "06")


def _delivery(case: Case, status: str, reason: str | None = None) -> tuple[Put, ...]:
    """What the sender learns of it (QCVN 102 status); never steps back, and the document's revision stays."""
    document = case.world.get("Document", case.subject["documentId"])
    rows = list(document["deliveries"]) if document else []
    for n, row in enumerate(rows):
        if row["unitId"] != case.me.organ_id:
            continue
        if status in _ORDER and row["status"] in _ORDER and _ORDER.index(row["status"]) >= _ORDER.index(status):
            return ()
        rows[n] = {**row, "status": status, "at": case.stamp, "byName": case.me.person["name"], "reason": reason}
        return (("Document", {**cast(Any, document), "deliveries": rows}),)
    return ()
