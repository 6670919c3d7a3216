"""The tables of both databases, and which property of which wire type each column shows. Knows nothing of ours.

cache.db holds what the central can give again; outbox.db holds what exists nowhere else. A state table keeps two JSON
texts: `data`, the base that the central gave, and `overlay`, the effect of own unsent acts. Shown is the overlay if
there is one. Every typed column is taken by SQLite from the JSON shown, in the statement that writes it: `Statements`.
(Generated columns would do so by themselves, but SQLite never takes an index on them for covering: counts of a hundred
thousand rows then cost half a second instead of a few milliseconds.)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType

from sqlalchemy import (
    DDL,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    event,
    text,
)

CACHE_VERSION = 2
OUTBOX_VERSION = 2
"""Kept in `PRAGMA user_version`; raised by each migration. A higher one in a file means a newer program wrote it."""

cache = MetaData()
outbox = MetaData()


@dataclass(frozen=True)
class StateType:
    """How one wire type is kept.

    Attributes:
        type: the wire's name.
        table: the table's name, which is also the key of the object in a Row.
        paths: column -> JSON path of the property; a column may also be given as SQL (see `_shown`).
        integers: columns that are numbers (or booleans).
        lists: columns holding a JSON list of ids, asked with "contains".
        indexes: name -> columns.
        sparse: columns that are mostly null: an index on one leaves the nulls out.
        words: search fields -> columns: head (subject), number, names.
    """

    type: str
    table: str
    paths: dict[str, str]
    integers: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    indexes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sparse: frozenset[str] = frozenset()
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    search_slot: int | None = None

    @property
    def columns(self) -> frozenset[str]:
        return frozenset(self.paths) | {"id"}


def _ext(name: str) -> str:
    return f'"tacnghiep:{name}"'


TYPES: tuple[StateType, ...] = (
    StateType(
        "Document",
        "document",
        {
            "organ_id": "organId",
            "state": "state",
            "type_code": "typeCode",
            "number": "number",
            "notation": "notation",
            "subject": "subject",
            "issuer": "issuer",
            "document_date": "documentDate",
            "issued_at": "issuedAt",
            "urgency": "urgency",
            "secrecy": "secrecy",
            "signer_id": "signer.personId",
            "signer_name": "signer.name",
            "author_id": "authorId",
            "reply_to": "replyTo",
            "recipients": "recipients",
            "updated_at": "updatedAt",
            "revision": "revision",
        },
        integers=frozenset({"number", "urgency", "revision"}),
        lists=frozenset({"recipients"}),
        indexes={
            "document_by_organ": ("organ_id", "state", "updated_at", "id", "author_id", "signer_id", "number"),
            "document_by_number": ("organ_id", "type_code", "number"),
            "document_by_issue": ("organ_id", "state", "issued_at", "id"),
            "document_by_notation": ("notation",),
            "document_by_reply": ("reply_to",),
        },
        sparse=frozenset({"reply_to"}),
        words={"head": ("subject",), "number": ("notation",), "names": ("issuer", "signer_name")},
        search_slot=0,
    ),
    StateType(
        "Handling",
        "handling",
        {
            "document_id": "documentId",
            "organ_id": "organId",
            "unit_id": "unitId",
            "person_id": "personId",
            "owner_id": "personId|unitId",
            "parent_id": "parentId",
            "register_id": "registerId",
            "role": "role",
            "state": "state",
            "urgency": "urgency",
            "arrived_at": "arrivedAt",
            "arrival_number": "arrivalNumber",
            "arrival_date": "arrivalDate",
            "due": "due",
            "assigned_by_id": "assignedById",
            "closed_at": "closedAt",
            "updated_at": "updatedAt",
            "revision": "revision",
        },
        integers=frozenset({"urgency", "arrival_number", "revision"}),
        indexes={
            "handling_own": ("owner_id", "state", "arrived_at", "id", "organ_id", "role", "due"),
            "handling_own_due": ("owner_id", "state", "due", "id", "organ_id", "role"),
            "handling_own_update": ("owner_id", "state", "updated_at", "id", "organ_id", "role"),
            "handling_unit": ("organ_id", "state", "arrived_at", "id", "owner_id", "role", "due"),
            "handling_unit_due": ("organ_id", "state", "due", "id", "owner_id", "role"),
            "handling_unit_update": ("organ_id", "state", "updated_at", "id", "owner_id", "role"),
            "handling_by_document": ("document_id", "organ_id"),
            "handling_by_register": ("register_id", "arrival_number"),
        },
        sparse=frozenset({"due", "register_id"}),
    ),
    StateType(
        "Task",
        "task",
        {
            "title": "title",
            "organ_id": _ext("organId"),
            "lead_unit_id": _ext("lead") + ".unitId",
            "lead_person_id": _ext("lead") + ".personId",
            "owner_id": _ext("lead") + ".personId|" + _ext("lead") + ".unitId",
            "assigned_by_id": _ext("assignedById"),
            "document_id": _ext("documentId"),
            "state": _ext("state"),
            "due": "due",
            "completed_at": _ext("completedAt"),
            "updated": "updated",
            "revision": "revision",
            "co_handlers": _ext("coHandlers"),
        },
        integers=frozenset({"revision"}),
        lists=frozenset({"co_handlers"}),
        indexes={
            "task_own": ("owner_id", "state", "due", "id", "organ_id"),
            "task_unit": ("organ_id", "state", "due", "id", "owner_id"),
            "task_given": ("assigned_by_id", "state", "due", "id", "organ_id"),
            "task_by_document": ("document_id",),
        },
        words={"head": ("title",), "number": (), "names": ()},
        search_slot=1,
    ),
    StateType(
        "ScheduleEntry",
        "schedule_entry",
        {
            "title": "title",
            "organ_id": _ext("organId"),
            "start": "start",
            "state": _ext("state"),
            "session": _ext("session"),
            "chair_id": _ext("chairId"),
            "place": _ext("place"),
            "entered_by_id": _ext("enteredById"),
            "updated": "updated",
            "revision": "revision",
            "leaders": _ext("leaders"),
        },
        integers=frozenset({"revision"}),
        lists=frozenset({"leaders"}),
        indexes={
            "schedule_by_start": ("organ_id", "start", "id", "state"),
            "schedule_by_state": ("organ_id", "state", "start", "id"),
        },
        words={"head": ("title",), "number": (), "names": ("place",)},
        search_slot=2,
    ),
    StateType(
        "Act",
        "act",
        {
            "kind": "kind",
            "author_id": "authorId",
            "document_id": "documentId",
            "subject_type": "subjectType",
            "subject_id": "subjectId",
            "claimed_at": "claimedAt",
            "received_at": "receivedAt",
            "seq": "seq",
            "outcome": "outcome",
        },
        integers=frozenset({"seq"}),
        indexes={
            "act_by_document": ("document_id", "seq"),
            "act_by_subject": ("subject_id", "seq"),
            "act_by_author": ("author_id", "received_at"),
        },
    ),
    StateType(
        "Unit",
        "unit",
        {"organ_id": "organId", "parent_id": "parentId", "name": "name"},
        indexes={"unit_by_organ": ("organ_id",)},
        words={"head": ("name",), "number": (), "names": ()},
        search_slot=3,
    ),
    StateType(
        "Person",
        "person",
        {"name": "name"},
        indexes={"person_by_name": ("name",)},
        words={"head": ("name",), "number": (), "names": ()},
        search_slot=4,
    ),
    StateType(
        "Register",
        "register",
        {"organ_id": "organId", "kind": "kind"},
        indexes={"register_by_organ": ("organ_id", "kind")},
    ),
)

BY_TYPE = MappingProxyType({kind.type: kind for kind in TYPES})
SEARCH_SLOTS = 8
"""A search row is a table's row times this, plus the type's slot: one index for all types."""


def extract(paths: str, source: str) -> str:
    """SQL for the property at a path of a JSON text, or at the first of several that is not null."""
    parts = [f"json_extract({source}, '$.{path}')" for path in paths.split("|")]
    return parts[0] if len(parts) == 1 else f"coalesce({', '.join(parts)})"


def _state_table(kind: StateType) -> Table:
    """Typed columns first: SQLite then reads them without walking through the JSON behind them."""
    columns = [Column("row", Integer, primary_key=True), Column("id", Text, nullable=False, unique=True)]
    for name in kind.paths:
        column_type = Integer if name in kind.integers else Text
        columns.append(Column(name, column_type))
    columns += [Column("data", Text), Column("overlay", Text)]
    table = Table(kind.table, cache, *columns)
    for name, indexed in kind.indexes.items():
        sparse = next((column for column in indexed[:3] if column in kind.sparse), None)
        where = None if sparse is None else text(f"{sparse} IS NOT NULL")
        Index(name, *(table.c[column] for column in indexed), sqlite_where=where)
    Index(f"{kind.table}_pending", table.c.id, sqlite_where=text("overlay IS NOT NULL"))
    return table


@dataclass(frozen=True)
class Statements:
    """The three ways in which a state row is written; each takes the columns from what is then shown.

    Attributes:
        put: (id, JSON) sets the base; under an overlay the columns stay the overlay's.
        lay: (id, JSON) sets the overlay.
        clear: (JSON list of ids) takes overlays off.
    """

    put: str
    lay: str
    clear: str


def statements(kind: StateType) -> Statements:
    names = ", ".join(kind.paths)
    extracted = ", ".join(extract(path, "?2") for path in kind.paths.values())
    unless = ", ".join(f"{name} = iif(overlay IS NULL, excluded.{name}, {name})" for name in kind.paths)
    always = ", ".join(f"{name} = excluded.{name}" for name in kind.paths)
    based = ", ".join(f"{name} = {extract(path, 'data')}" for name, path in kind.paths.items())
    insert = (
        f"INSERT INTO {kind.table} (id, {{0}}, {names}) VALUES (?1, ?2, {extracted}) ON CONFLICT (id) DO UPDATE SET"
    )
    return Statements(
        put=f"{insert.format('data')} data = excluded.data, {unless}",
        lay=f"{insert.format('overlay')} overlay = excluded.overlay, {always}",
        clear=f"UPDATE {kind.table} SET overlay = NULL, {based} WHERE id IN (SELECT value FROM json_each(?))",
    )


STATEMENTS = MappingProxyType({kind.type: statements(kind) for kind in TYPES})

STATE_TABLES = MappingProxyType({kind.type: _state_table(kind) for kind in TYPES})

handling_tally = Table(
    "handling_tally",
    cache,
    *(Column(name, Text, primary_key=True) for name in ("organ_id", "owner_id", "state", "role")),
    Column("n", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How many handlings there are of each organ, holder, state and role ("" for none): what has been done adds up to
hundreds of thousands, and the boxes are counted after every change. Kept by triggers."""

TALLIED = frozenset({"organ_id", "owner_id", "state", "role"})


def _tally(row: str, change: str) -> str:
    values = ", ".join(f"coalesce({row}.{name}, '')" for name in ("organ_id", "owner_id", "state", "role"))
    return (
        f"INSERT INTO handling_tally (organ_id, owner_id, state, role, n) VALUES ({values}, {change}) "
        f"ON CONFLICT (organ_id, owner_id, state, role) DO UPDATE SET n = n + {change};"
    )


TALLY_TRIGGERS = (
    f"CREATE TRIGGER handling_comes AFTER INSERT ON handling BEGIN {_tally('new', '1')} END",
    f"CREATE TRIGGER handling_goes AFTER DELETE ON handling BEGIN {_tally('old', '-1')} END",
    "CREATE TRIGGER handling_moves AFTER UPDATE OF organ_id, owner_id, state, role ON handling "
    "WHEN old.state IS NOT new.state OR old.owner_id IS NOT new.owner_id OR old.organ_id IS NOT new.organ_id "
    f"OR old.role IS NOT new.role BEGIN {_tally('old', '-1')} {_tally('new', '1')} END",
)
for _statement in TALLY_TRIGGERS:
    event.listen(STATE_TABLES["Handling"], "after_create", DDL(_statement))

other = Table(
    "other",
    cache,
    Column("row", Integer, primary_key=True),
    Column("type", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("data", Text),
    Column("overlay", Text),
    Index("other_by_id", "type", "id", unique=True),
)
"""Objects of types that this version does not know: kept, never dropped."""

cursor = Table(
    "cursor",
    cache,
    Column("type", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("complete", Integer, nullable=False),
    Column("position", Text),
)

search_text = Table(
    "search_text",
    cache,
    Column("row", Integer, primary_key=True),
    Column("mark", Integer, nullable=False),
    Column("body", Text),
)
"""The PDF's text by search row, for ranking and for the words shown; `mark` tells whether the index is up to date."""

SEARCH_OPTIONS = {"automerge": 8, "hashsize": 4 * 1024 * 1024}
"""Fewer, larger writes of the index: what matters when a hundred thousand documents come in."""

SEARCH_INDEX = (
    "CREATE VIRTUAL TABLE search_index USING fts5(head, number, names, body, content='', contentless_delete=1, "
    "tokenize='unicode61 remove_diacritics 2')"
)

outgoing_act = Table(
    "outgoing_act",
    outbox,
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("subject_type", Text, nullable=False),
    Column("subject_id", Text, nullable=False),
    Column("document_id", Text),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("data", Text, nullable=False),
    Index("outgoing_act_by_subject", "subject_id"),
    Index("outgoing_act_names", "position", "id", "kind", "subject_type", "subject_id", "document_id"),
    sqlite_autoincrement=True,
)
"""Acts in the order in which they were done. `outgoing_act_names` lies on other pages than the acts: where a page of
acts is lost, it still says which ones they were."""

act_file = Table(
    "act_file",
    outbox,
    Column("act_id", Text, ForeignKey("outgoing_act.id", ondelete="CASCADE"), primary_key=True),
    Column("digest", Text, primary_key=True),
    Index("act_file_by_digest", "digest"),
    sqlite_with_rowid=False,
)

draft = Table(
    "draft",
    outbox,
    Column("key", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
    Index("draft_by_kind", "kind"),
)

draft_file = Table(
    "draft_file",
    outbox,
    Column("key", Text, ForeignKey("draft.key", ondelete="CASCADE"), primary_key=True),
    Column("digest", Text, primary_key=True),
    Index("draft_file_by_digest", "digest"),
    sqlite_with_rowid=False,
)

pin = Table(
    "pin",
    outbox,
    Column("digest", Text, primary_key=True),
    Column("why", Text, primary_key=True),
    sqlite_with_rowid=False,
)

blob = Table(
    "blob",
    outbox,
    Column("digest", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("key", LargeBinary, nullable=False),
    Column("complete", Integer, nullable=False),
    Column("used_at", Integer, nullable=False),
    Index("blob_by_use", "used_at"),
)
"""Sealed files: the key of each, wrapped. Deleting the row makes the file unreadable, whatever the disk still holds."""

preference = Table(
    "preference",
    outbox,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

secret = Table(
    "secret",
    outbox,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

signing_batch = Table(
    "signing_batch",
    outbox,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("certificate", Text, nullable=False),
    Column("open", Integer, nullable=False),
    Column("data", Text, nullable=False),
    Column("started_at", Text, nullable=False),
)

signing_item = Table(
    "signing_item",
    outbox,
    Column("batch_id", Text, ForeignKey("signing_batch.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("item_id", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("signed", Text),
    Column("result", Text),
    Column("at", Text, nullable=False),
    Index("signing_item_by_id", "batch_id", "item_id", unique=True),
    sqlite_with_rowid=False,
)
"""The journal of signing: see `batches`."""
