"""Acts as they arrive: each is judged once, in the order of arrival, in a transaction of its own.

Knows the rules (desktop.office.judge) and the store. A replay gets the first answer again; the same identifier with
other content is refused; what the rules refuse is kept as a refused act, with the reason.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

import structlog
from sqlalchemy import insert, select

from desktop.office.acts import Act, Effects, Refusal, wire_time
from desktop.office.documents import blob_id
from desktop.office.judge import judge
from desktop.office.registers import Numbers, NumberTaken, Register, after_grant, is_free, next_number
from desktop.office.signatures import continues
from desktop.office.world import World
from desktop.practice import audience as who
from desktop.practice.schema import act_content, blob, grant
from desktop.practice.schemas import Shapes
from desktop.practice.store import Store
from desktop.practice.writing import Writing

Judge = Callable[..., Effects | Refusal]
Clock = Callable[[], datetime]
Touched = dict[int, set[str]]

CLIENT_MEMBERS = (
    "id", "kind", "authorId", "positionId", "subjectType", "subjectId", "documentId", "claimedAt", "payload", "basedOn",
    "dependsOn",
)  # fmt: skip
"""What an author writes; the rest of an act is the central's."""

WIDEST_GAP = 500
"""Numbers that one grant may jump over: a slip of the finger must not leave a book full of holes."""

log = structlog.get_logger("practice.acts")


def utc_now() -> datetime:
    """The central's own clock."""
    return datetime.now(UTC)


class SetError(Exception):
    """An act that was not taken at all: nothing of it is kept, and it may be sent again.

    Attributes:
        type: the RFC 8620 SetError type, or ``dependencyMissing`` (ours).
        extra: further members of the error.
    """

    def __init__(self, type_: str, description: str = "", **extra: Any) -> None:
        super().__init__(type_, description)
        self.type = type_
        self.description = description
        self.extra = extra

    def wire(self) -> dict[str, Any]:
        """As it stands in notCreated."""
        return {"type": self.type, "description": self.description, **self.extra}


@dataclass
class Granting(Numbers):
    """Grants of one act: kept apart until the act is accepted, so that a refusal costs no number."""

    writing: Writing
    registers: dict[str, Register] = field(default_factory=dict)
    granted: list[tuple[str, int]] = field(default_factory=list)

    def grant(self, register_id: str, wanted: int | None) -> int:
        register = self.registers.get(register_id) or cast(Register | None, self.writing.get("Register", register_id))
        if register is None:
            raise NumberTaken
        number = next_number(register) if wanted is None else wanted
        if not is_free(register, number) or number - next_number(register) > WIDEST_GAP:
            raise NumberTaken
        self.registers[register_id] = after_grant(register, number)
        self.granted.append((register_id, number))
        return number

    def settle(self, act_id: str, stamp: str) -> None:
        """Writes the grants down; the table's key refuses a number given twice."""
        for register_id, number in self.granted:
            row = {"register_id": register_id, "number": number, "act_id": act_id, "granted_at": stamp}
            self.writing.connection.execute(insert(grant).values(**row))
        for register in self.registers.values():
            self.writing.put("Register", cast(dict[str, Any], register))


class ActDesk:
    """Takes acts in and applies them.

    Attributes:
        rules: the judge; tests put one in that judges otherwise.
        clock: the central's time.
        contents: gives a file's bytes by its blobId; None leaves files unlooked at.
    """

    def __init__(
        self,
        store: Store,
        shapes: Shapes,
        *,
        rules: Judge = judge,
        clock: Clock = utc_now,
        contents: Callable[[str], bytes] | None = None,
    ) -> None:
        self.store = store
        self.shapes = shapes
        self.rules = rules
        self.clock = clock
        self.contents = contents

    def take(self, person_id: str, given: Mapping[str, Any]) -> tuple[dict[str, Any], Touched]:
        """Judges one act for its author, who is signed in as ``person_id``.

        Returns:
            the members of ``created`` (id, seq, receivedAt, outcome, reason), and who is to be woken.

        Raises:
            SetError: the act is not taken, and nothing of it is kept.
        """
        problems = self.shapes.problems("Act", given)
        if problems:
            raise SetError("invalidProperties", "; ".join(problems.values()), properties=list(problems))
        if given["authorId"] != person_id:
            raise SetError("forbidden", "an act is its author's, and the author is whoever is signed in")
        act = {name: given[name] for name in CLIENT_MEMBERS if name in given}
        act.setdefault("documentId", None)
        act.setdefault("dependsOn", [])
        digest = hashlib.sha256(json.dumps(act, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
        with self.store.writing() as writing:
            result = _first_answer(writing, act["id"], digest)
            if result is None:
                result = self._judge(writing, act, digest)
        log.info("act", id=act["id"], kind=act["kind"], outcome=result["outcome"], seq=result["seq"])
        return result, writing.touched

    def _judge(self, writing: Writing, act: dict[str, Any], digest: str) -> dict[str, Any]:
        missing = _missing_blobs(writing, act)
        if missing:
            raise SetError("blobNotFound", "upload the files first", notFound=missing)
        now = self.clock()
        numbers = Granting(writing)
        judged = _blocked(writing, act) or self._no_continuation(act) or self._by_rule(writing, act, now, numbers)
        result: dict[str, Any] = {
            "id": act["id"],
            "seq": writing.next("act"),
            "receivedAt": wire_time(now),
            "outcome": "accepted" if isinstance(judged, Effects) else "refused",
            "reason": None if isinstance(judged, Effects) else judged.reason(),
        }
        if isinstance(judged, Effects):
            numbers.settle(act["id"], result["receivedAt"])
            for type_name, value in judged.puts:
                writing.put(type_name, dict(value))
        writing.put_act({**act, "documentId": act["documentId"] or _document_of(writing, act), **result})
        writing.connection.execute(insert(act_content).values(id=act["id"], digest=digest, result=who.dump(result)))
        return result

    def _no_continuation(self, act: Mapping[str, Any]) -> Refusal | None:
        """What is added to a signed file stands behind it, and changes nothing of it."""
        if act["kind"] != "augment" or self.contents is None or not act["basedOn"]["digest"]:
            return None
        try:
            old = self.contents(blob_id(act["basedOn"]["digest"]))
            new = self.contents(act["payload"]["file"]["blobId"])
        except OSError:
            return None  # the rule compares digests all the same
        return None if continues(old, new) else Refusal("notAContinuation")

    def _by_rule(self, writing: Writing, act: dict[str, Any], now: datetime, numbers: Numbers) -> Effects | Refusal:
        try:
            return self.rules(cast(Act, act), cast(World, writing), now=now, numbers=numbers)
        except (KeyError, TypeError, ValueError, AttributeError) as problem:
            # The schema does not see everything: a payload the rules stumble over is malformed, not a server's failure.
            log.warning("act.malformed", id=act["id"], kind=act["kind"], problem=type(problem).__name__, exc_info=True)
            raise SetError(
                "invalidProperties", "the payload does not fit the kind", properties=["payload"]
            ) from problem


def _first_answer(writing: Writing, act_id: str, digest: str) -> dict[str, Any] | None:
    """The answer this act got when it first came.

    Raises:
        SetError: ``alreadyExists``, for another act under the same identifier.
    """
    row = writing.connection.execute(
        select(act_content.c.digest, act_content.c.result).where(act_content.c.id == act_id)
    ).first()
    if row is None:
        return None
    if row.digest != digest:
        raise SetError("alreadyExists", "another act has this identifier", existingId=act_id)
    return json.loads(row.result)


def _blocked(writing: Writing, act: Mapping[str, Any]) -> Refusal | None:
    """Whether an act this one depends on was refused: what stood on it falls with it.

    Raises:
        SetError: ``dependencyMissing``, when one has not arrived yet.
    """
    for other_id in act["dependsOn"]:
        other = writing.get("Act", other_id)
        if other is None:
            raise SetError("dependencyMissing", "send the acts this one depends on first", dependsOn=[other_id])
        if other["outcome"] == "refused":
            return Refusal("dependsOnRefused", {"actId": other_id})
    return None


def _document_of(writing: Writing, act: Mapping[str, Any]) -> str | None:
    """The document that an act belongs to, where its author did not say: it is that document's history."""
    if act["subjectType"] == "Document":
        return act["subjectId"]
    subject = writing.get(act["subjectType"], act["subjectId"]) or {}
    return subject.get("documentId") or subject.get("tacnghiep:documentId")


def _missing_blobs(writing: Writing, act: Mapping[str, Any]) -> list[str]:
    wanted = sorted(set(who.blobs_in(act["payload"])))
    if not wanted:
        return []
    there = set(writing.connection.execute(select(blob.c.id).where(blob.c.id.in_(wanted))).scalars())
    return [one for one in wanted if one not in there]
