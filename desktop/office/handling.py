"""One recipient's side of a document (Decree 30/2020, art. 20-24). Knows what a file is.

State belongs to each recipient, not to the document.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from desktop.office.documents import FileRef

HandlingState = Literal["toReceive", "toHandle", "passedOn", "returned", "sentBack", "done", "revoked"]
HandlingRole = Literal["organ", "lead", "co", "info"]

OPEN_STATES: tuple[str, ...] = ("toReceive", "toHandle", "passedOn", "returned")
"""States in which someone still owes work."""


class Confirmation(TypedDict):
    """The organ's signature on the arrival (ký văn bản đến), as the arrival mark shows it.

    ``manner``: "copy", a signed copy of a file that nobody had signed; "slip", a signed page of its own beside a file
    that must stay as it is.
    """

    file: FileRef
    manner: Literal["copy", "slip"]
    at: str
    byId: str


class SignedSlip(TypedDict):
    """A handling slip that a leader signed with the directive on it (bút phê ký số), kept beside the document."""

    file: FileRef
    at: str
    byId: str


class Handling(TypedDict):
    """One recipient's side. ``personId`` is null where the unit as a whole holds it; ``due`` is a date."""

    id: str
    revision: int
    documentId: str
    organId: str
    unitId: str
    personId: str | None
    parentId: str | None
    role: HandlingRole
    state: HandlingState
    urgency: int
    arrivedAt: str
    arrivalNumber: int | None
    arrivalDate: str | None
    registerId: str | None
    due: str | None
    directive: str | None
    assignedById: str | None
    returnReason: str | None
    closedAt: str | None
    confirmation: NotRequired[Confirmation | None]
    slips: NotRequired[list[SignedSlip]]
    updatedAt: str
    pending: NotRequired[bool]
