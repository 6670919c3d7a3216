"""The tables of the practice central. Knows SQLAlchemy alone.

An object is kept as its wire text, in two parts: ``body``, which everyone who may see it gets, and ``own``, the members
that only its own organ gets (a Document's deliveries and slip). A reader splices texts and parses nothing.
``audience`` is both who may see an object and what changed for whom, so that /changes costs what changed. There are no
foreign keys: every row is written by Writing or Sowing alone, and checking a key would lock the row of a principal whom
everybody is.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Text,
    false,
)

metadata = MetaData()

VERSION = "2"
"""Raised with every change of a table; a store of version 1, which did not say so, is brought up to it (upgrade)."""

BigKey = BigInteger().with_variant(Integer, "sqlite")

TYPES: tuple[str, ...] = ("Unit", "Person", "Register", "Document", "Handling", "Task", "ScheduleEntry", "Act")
"""The types this central serves; a type's place in the list is its number in the tables."""

TYPE_NUMBER: dict[str, int] = {name: number for number, name in enumerate(TYPES)}

WHOLE, SHARED = 0, 1
"""Views: the whole object (its own organ), or what its recipients share."""

setting = Table(
    "setting",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

counter = Table(
    "counter",
    metadata,
    Column("name", String(20), primary_key=True),
    Column("value", BigInteger, nullable=False),
)
"""``change`` and ``act``. Every writer takes them first: writers queue, and numbers are in commit order."""

principal = Table(
    "principal",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("name", String(300), nullable=False, unique=True),
)
"""Who may see: ``person:<id>``, ``unit:<id>``, ``clerks:<organ>``, ``organ:<organ>``, ``overview:<organ>``, ``all``."""

thing = Table(
    "thing",
    metadata,
    Column("key", BigKey, primary_key=True, autoincrement=True),
    Column("type", SmallInteger, nullable=False),
    Column("id", String(255), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("closed", Boolean, nullable=False),
    Column("updated", String(20), nullable=False),
    Column("arrived", String(20), nullable=False),
    Column("organ_id", String(255)),
    Column("document_id", String(255)),
    Column("subject_id", String(255)),
    Column("unfinished", Boolean, nullable=False, server_default=false()),
    Column("words", Text, nullable=False, server_default=""),
    Column("body", Text, nullable=False),
    Column("own", Text, nullable=False),
    Index("thing_id", "type", "id", unique=True),
    Index("thing_document", "document_id", "type", "organ_id"),
    Index("thing_subject", "subject_id", "type"),
    Index("thing_order", "key", "updated", "arrived", "organ_id", "document_id", "subject_id", "id", "unfinished"),
)
"""``closed``: classified, so that only the notice that it exists leaves this central over this network. ``unfinished``:
somebody still owes work on it. ``words``: what a document is found by, folded."""

audience = Table(
    "audience",
    metadata,
    Column("principal", Integer, nullable=False),
    Column("thing", BigKey, nullable=False),
    Column("type", SmallInteger, nullable=False),
    Column("view", SmallInteger, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("changed", BigInteger, nullable=False),
    Column("gone", Boolean, nullable=False),
    PrimaryKeyConstraint("thing", "principal"),
    Index("audience_changed", "principal", "type", "changed", "thing", "since", "gone", "view"),
    sqlite_with_rowid=False,
)
"""``since``: the change by which the principal first saw it; ``gone``: may not see it any more. The index holds
all that /changes and counting ask, so that neither reads the table."""

latest = Table(
    "latest",
    metadata,
    Column("principal", Integer, primary_key=True, autoincrement=False),
    Column("type", SmallInteger, primary_key=True),
    Column("changed", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""The newest change of each type for each principal: what state strings are made of."""

act_content = Table(
    "act_content",
    metadata,
    Column("id", String(255), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("result", Text, nullable=False),
)
"""One result an act, however often it arrives: the digest of what was sent, and the answer given the first time."""

grant = Table(
    "grant_of_number",
    metadata,
    Column("register_id", String(255), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("act_id", String(255), nullable=False),
    Column("granted_at", String(20), nullable=False),
)

blob = Table(
    "blob",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("media_type", String(200), nullable=False),
    Column("created", String(20), nullable=False),
)

blob_owner = Table(
    "blob_owner",
    metadata,
    Column("blob_id", String(80), primary_key=True),
    Column("person_id", String(255), primary_key=True),
)
"""Who uploaded a blob: they may read it before any object refers to it."""

blob_use = Table(
    "blob_use",
    metadata,
    Column("blob_id", String(80), primary_key=True),
    Column("thing", BigKey, primary_key=True, autoincrement=False),
    Index("blob_use_thing", "thing"),
)

later = Table(
    "later",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)
"""Papers that are ready but have not come yet, as JSON."""

account = Table(
    "account",
    metadata,
    Column("username", String(100), primary_key=True),
    Column("person_id", String(255), nullable=False, index=True),
    Column("password", String(100), nullable=False),
)
"""Practice accounts. The password is shown on the sign-in page: these are no secrets."""

authorization_code = Table(
    "authorization_code",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("client_id", String(100), nullable=False),
    Column("redirect_uri", String(400), nullable=False),
    Column("scope", String(200), nullable=False),
    Column("person_id", String(255), nullable=False),
    Column("challenge", String(200), nullable=False),
    Column("challenge_method", String(10), nullable=False),
    Column("expires", BigInteger, nullable=False),
)

token = Table(
    "token",
    metadata,
    Column("access", String(64), primary_key=True),
    Column("refresh", String(64), unique=True),
    Column("family", String(40), nullable=False, index=True),
    Column("person_id", String(255), nullable=False),
    Column("client_id", String(100), nullable=False),
    Column("scope", String(200), nullable=False),
    Column("issued", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False),
    Column("refresh_expires", BigInteger, nullable=False, index=True),
    Column("parent", String(64)),
    Column("spent", Boolean, nullable=False),
    Column("revoked", Boolean, nullable=False),
)
"""SHA-256 of the tokens, never the tokens. ``spent``: its successor has been used, so it may not be used again."""
