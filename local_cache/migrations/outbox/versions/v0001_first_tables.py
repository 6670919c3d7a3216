"""The first tables of outbox.db."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE blob (
        digest TEXT NOT NULL,
        size INTEGER NOT NULL,
        "key" BLOB NOT NULL,
        complete INTEGER NOT NULL,
        used_at INTEGER NOT NULL,
        PRIMARY KEY (digest)
    )
    """,
    """
    CREATE INDEX blob_by_use ON blob (used_at)
    """,
    """
    CREATE TABLE draft (
        "key" TEXT NOT NULL,
        kind TEXT NOT NULL,
        data TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        PRIMARY KEY ("key")
    )
    """,
    """
    CREATE INDEX draft_by_kind ON draft (kind)
    """,
    """
    CREATE TABLE outgoing_act (
        position INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        subject_type TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        document_id TEXT,
        state TEXT NOT NULL,
        reason TEXT,
        attempts INTEGER DEFAULT 0 NOT NULL,
        data TEXT NOT NULL,
        UNIQUE (id)
    )
    """,
    """
    CREATE INDEX outgoing_act_by_subject ON outgoing_act (subject_id)
    """,
    """
    CREATE INDEX outgoing_act_names
        ON outgoing_act (position, id, kind, subject_type, subject_id, document_id)
    """,
    """
    CREATE TABLE pin (
        digest TEXT NOT NULL,
        why TEXT NOT NULL,
        PRIMARY KEY (digest, why)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE preference (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE secret (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE act_file (
        act_id TEXT NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (act_id, digest),
        FOREIGN KEY(act_id) REFERENCES outgoing_act (id) ON DELETE CASCADE
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX act_file_by_digest ON act_file (digest)
    """,
    """
    CREATE TABLE draft_file (
        "key" TEXT NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY ("key", digest),
        FOREIGN KEY("key") REFERENCES draft ("key") ON DELETE CASCADE
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX draft_file_by_digest ON draft_file (digest)
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
