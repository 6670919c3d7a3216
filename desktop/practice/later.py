"""Papers that are ready but have not come yet: the office has them laid by, and lets one arrive now and then.

Knows the store. They were made with the rest (their pages bear a number, a date and real practice signatures), only
their arrival is still to happen.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select

from desktop.office.acts import wire_time
from desktop.practice.audience import dump
from desktop.practice.reading import Reading
from desktop.practice.schema import act_content, later
from desktop.practice.writing import Writing

Object = dict[str, Any]


@dataclass(frozen=True)
class Arrival:
    """One paper to come, with its recipients' sides and the acts that made it."""

    number: int
    document: Object
    handlings: list[Object]
    acts: list[Object]


def lay_by(writing: Writing, papers: list[Object]) -> None:
    """Keeps papers for later: each ``document``, ``handlings``, ``acts``, the first to come first."""
    rows = [{"number": n, "body": dump(paper)} for n, paper in enumerate(papers)]
    if rows:
        writing.connection.execute(insert(later), rows)


def next_arrival(reading: Reading) -> Arrival | None:
    """The paper that comes next; None when all have come."""
    row = reading.connection.execute(select(later).order_by(later.c.number).limit(1)).first()
    if row is None:
        return None
    paper = json.loads(row.body)
    return Arrival(row.number, paper["document"], paper["handlings"], paper["acts"])


def bring(writing: Writing, arrival: Arrival, now: datetime) -> None:
    """Lets it arrive now: as issued at this moment, to be received by its recipients."""
    stamp = wire_time(now)
    deliveries = [{**row, "at": stamp} for row in arrival.document["deliveries"]]
    document = {**arrival.document, "issuedAt": stamp, "updatedAt": stamp, "deliveries": deliveries}
    writing.connection.execute(delete(later).where(later.c.number == arrival.number))
    writing.put("Document", document)
    for act in arrival.acts:
        result = {"seq": writing.next("act"), "receivedAt": stamp, "outcome": "accepted", "reason": None}
        basis = {"revision": None, "digest": None}
        writing.put_act(
            {"documentId": document["id"], "dependsOn": [], "basedOn": basis, **act, "claimedAt": stamp, **result}
        )
        writing.connection.execute(insert(act_content).values(id=act["id"], digest="", result="{}"))
    for side in arrival.handlings:
        writing.put("Handling", {**side, "arrivedAt": stamp, "updatedAt": stamp})
