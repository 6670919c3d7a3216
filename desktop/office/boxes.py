"""The boxes that work lies in, declared as data: the store counts and lists by them. Knows the codes of copies.

A condition is (column, operator, value); a value in braces is filled in when asked ({today}, {me}, {duty}, {organ}).
Personal and unit work never overlap: mixing them hides work (DOMAIN 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from desktop.office.documents import COPY_TYPES

Condition = tuple[str, str, object]

SOON_DAYS = 3
RECENT_DAYS = 7
"""Arrivals registered within so many days stand in the queue for the organ's confirmation; others are asked for."""


@dataclass(frozen=True)
class Box:
    """One box.

    Attributes:
        key: "desk.box"; counts are keyed "desk.box.scope".
        type: the JMAP type listed.
        title: the box's name as an office writes it.
        where: conditions that all hold.
        order: (column, "asc" | "desc") pairs, the last one unique.
        scopes: "own" and "unit", or "own" alone.
        counted: whether the desk's badge in the rail adds it up.
    """

    key: str
    type: str
    title: str
    where: tuple[Condition, ...]
    order: tuple[tuple[str, str], ...]
    scopes: tuple[str, ...] = ("own", "unit")
    counted: bool = False

    @property
    def desk(self) -> str:
        return self.key.split(".")[0]


_NEWEST = (("arrived_at", "desc"), ("id", "desc"))
_BY_DUE = (("due", "asc"), ("id", "asc"))
_UPDATED = (("updated_at", "desc"), ("id", "desc"))
_WORK: Condition = ("role", "!=", "info")
_TO_DO: Condition = ("state", "in", ("toHandle", "returned"))
_OWING: Condition = ("state", "in", ("toHandle", "returned", "passedOn"))

OWN_HANDLING: tuple[Condition, ...] = (("organ_id", "=", "{organ}"), ("holder", "own", None))
"""Held by me, or by a unit for which I act."""
UNIT_HANDLING: tuple[Condition, ...] = (("organ_id", "=", "{organ}"), ("holder", "not own", None))
"""Held by others in my organ."""

INCOMING: tuple[Box, ...] = (
    Box("incoming.toReceive", "Handling", "Chờ tiếp nhận", (("state", "=", "toReceive"),), _NEWEST, counted=True),
    Box("incoming.toHandle", "Handling", "Chờ xử lý", (_TO_DO, _WORK), _NEWEST, counted=True),
    Box(
        "incoming.soon",
        "Handling",
        "Sắp đến hạn",
        (_OWING, _WORK, ("due", ">=", "{today}"), ("due", "<=", "{soon}")),
        _BY_DUE,
    ),
    Box("incoming.overdue", "Handling", "Quá hạn", (_OWING, _WORK, ("due", "<", "{today}")), _BY_DUE),
    Box("incoming.returned", "Handling", "Trả lại", (("state", "in", ("returned", "sentBack")),), _UPDATED),
    Box("incoming.info", "Handling", "Để biết", (("role", "=", "info"), ("state", "=", "toHandle")), _NEWEST),
    Box("incoming.passedOn", "Handling", "Đã chuyển", (("state", "=", "passedOn"),), _NEWEST),
    Box("incoming.done", "Handling", "Đã xử lý", (("state", "=", "done"),), _UPDATED),
)

_OUT: Condition = ("organ_id", "=", "{organ}")
OUTGOING: tuple[Box, ...] = (
    Box(
        "outgoing.draft",
        "Document",
        "Dự thảo",
        (_OUT, ("state", "=", "draft"), ("author_id", "=", "{me}")),
        _UPDATED,
        ("own",),
        True,
    ),
    Box(
        "outgoing.returned",
        "Document",
        "Bị trả lại",
        (_OUT, ("state", "=", "returned"), ("author_id", "=", "{me}")),
        _UPDATED,
        ("own",),
        True,
    ),
    Box("outgoing.submitted", "Document", "Trình ký", (_OUT, ("state", "=", "submitted")), _UPDATED, ("own",)),
    Box("outgoing.approved", "Document", "Chờ cấp số", (_OUT, ("state", "=", "approved")), _UPDATED, ("own",), True),
    Box("outgoing.numbered", "Document", "Chờ ký số", (_OUT, ("state", "=", "numbered")), _UPDATED, ("own",), True),
    Box("outgoing.sealed", "Document", "Chờ phát hành", (_OUT, ("state", "=", "sealed")), _UPDATED, ("own",), True),
    Box(
        "outgoing.issued",
        "Document",
        "Đã phát hành",
        (_OUT, ("state", "=", "issued")),
        (("issued_at", "desc"), ("id", "desc")),
        ("own",),
    ),
)

_COPIES = tuple(COPY_TYPES)
SIGNING: tuple[Box, ...] = (
    Box(
        "signing.approve",
        "Document",
        "Ký duyệt",
        (_OUT, ("state", "=", "submitted"), ("signer_id", "=", "{me}")),
        _UPDATED,
        ("own",),
        True,
    ),
    Box(
        "signing.seal",
        "Document",
        "Ký số cơ quan",
        (_OUT, ("state", "=", "numbered"), ("number", "is not null", None), ("type_code", "not in", _COPIES)),
        _UPDATED,
        ("own",),
        True,
    ),
    Box(
        "signing.copy",
        "Document",
        "Ký sao",
        (_OUT, ("state", "=", "numbered"), ("number", "is not null", None), ("type_code", "in", _COPIES)),
        _UPDATED,
        ("own",),
        True,
    ),
    # Of these two the desk shows what is still to be signed, which no column says; so they are not counted.
    Box("signing.attachments", "Document", "Ký phụ lục", (_OUT, ("state", "=", "sealed")), _UPDATED, ("own",)),
    Box(
        "signing.confirm",
        "Handling",
        "Ký văn bản đến",
        (
            ("role", "=", "organ"),
            ("state", "in", ("toHandle", "passedOn", "returned", "done")),
            ("arrival_date", ">=", "{recent}"),
        ),
        _NEWEST,
        ("own",),
    ),
)

_OPEN: Condition = ("state", "in", ("inProgress", "awaitingCompletion", "extensionProposed", "closureProposed"))
TASKS: tuple[Box, ...] = (
    Box("tasks.open", "Task", "Đang thực hiện", (_OPEN,), _BY_DUE, counted=True),
    Box("tasks.soon", "Task", "Sắp đến hạn", (_OPEN, ("due", ">=", "{now}"), ("due", "<=", "{soonTime}")), _BY_DUE),
    Box("tasks.overdue", "Task", "Quá hạn", (_OPEN, ("due", "<", "{now}")), _BY_DUE),
    Box(
        "tasks.decide",
        "Task",
        "Chờ tôi duyệt",
        (("assigned_by_id", "=", "{me}"), ("state", "in", ("awaitingCompletion", "extensionProposed"))),
        _BY_DUE,
        ("own",),
        True,
    ),
    Box("tasks.given", "Task", "Tôi giao", (("assigned_by_id", "=", "{me}"), _OPEN), _BY_DUE, ("own",)),
    Box(
        "tasks.done",
        "Task",
        "Đã hoàn thành",
        (("state", "in", ("completed", "closed")),),
        (("updated", "desc"), ("id", "desc")),
    ),
)

SCHEDULE: tuple[Box, ...] = (
    Box(
        "schedule.waiting",
        "ScheduleEntry",
        "Chờ duyệt",
        (_OUT, ("state", "=", "waiting")),
        (("start", "asc"), ("id", "asc")),
        ("own",),
    ),
)

ALL: tuple[Box, ...] = (*INCOMING, *OUTGOING, *SIGNING, *TASKS, *SCHEDULE)
BY_KEY: dict[str, Box] = {box.key: box for box in ALL}


def parameters(today: date, now_local: str) -> dict[str, str]:
    """What the time fills in: dates, and local times for tasks."""
    soon = today + timedelta(days=SOON_DAYS)
    return {
        "today": today.isoformat(),
        "recent": (today - timedelta(days=RECENT_DAYS)).isoformat(),
        "soon": soon.isoformat(),
        "now": now_local,
        "soonTime": f"{soon.isoformat()}T23:59:59",
    }
