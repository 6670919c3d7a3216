"""Acts: everything a clerk does, each one immutable with an identifier made where it was done. Knows nothing of ours.

The central judges acts in order of arrival and applies each once, however often it arrives.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal, NotRequired, TypedDict

SubjectType = Literal["Handling", "Document", "Task", "ScheduleEntry"]


class Basis(TypedDict):
    """What the author saw: the subject's revision, and the digest of the PDF."""

    revision: int | None
    digest: str | None


class Reason(TypedDict):
    """Why an act was refused."""

    code: str
    args: dict[str, str | int]


class Act(TypedDict):
    """One act. The last four properties are the central's: without them the act has not been judged yet."""

    id: str
    kind: str
    authorId: str
    positionId: str
    subjectType: SubjectType
    subjectId: str
    documentId: str | None
    claimedAt: str
    payload: dict[str, Any]
    basedOn: Basis
    dependsOn: list[str]
    seq: NotRequired[int]
    receivedAt: NotRequired[str]
    outcome: NotRequired[Literal["accepted", "refused"] | None]
    reason: NotRequired[Reason | None]


@dataclass(frozen=True)
class Refusal:
    """An act that the rules do not allow; ``code`` is turned into a sentence where it is shown."""

    code: str
    args: Mapping[str, str | int] = field(default_factory=dict)

    def reason(self) -> Reason:
        return {"code": self.code, "args": dict(self.args)}


@dataclass(frozen=True)
class Effects:
    """What an accepted act changes: whole new objects, their revisions already raised."""

    puts: tuple[tuple[str, dict[str, Any]], ...]


KINDS: dict[str, SubjectType] = {
    "receive": "Handling",
    "transfer": "Handling",
    "direct": "Handling",
    "return": "Handling",
    "finish": "Handling",
    "confirm": "Handling",
    "draft": "Document",
    "submit": "Document",
    "approve": "Document",
    "refuse": "Document",
    "remark": "Document",
    "answerRemarks": "Document",
    "number": "Document",
    "seal": "Document",
    "sealAttachments": "Document",
    "augment": "Document",
    "issue": "Document",
    "discard": "Document",
    "copy": "Document",
    "export": "Document",
    "assignTask": "Task",
    "reportProgress": "Task",
    "finishTask": "Task",
    "decideCompletion": "Task",
    "askExtension": "Task",
    "decideExtension": "Task",
    "enterSchedule": "ScheduleEntry",
    "approveSchedule": "ScheduleEntry",
    "adjustSchedule": "ScheduleEntry",
    "refuseSchedule": "ScheduleEntry",
}
"""Each kind of act, and what it is done to."""

CREATING: frozenset[str] = frozenset({"draft", "copy", "assignTask", "enterSchedule"})
"""Kinds whose subject comes into being by the act."""


def wire_time(moment: datetime) -> str:
    """RFC 8620 UTCDate, whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def from_wire_time(text: str) -> datetime:
    """The moment that a UTCDate names.

    Raises:
        ValueError: not a date-time.
    """
    return datetime.fromisoformat(text.replace("Z", "+00:00"))
