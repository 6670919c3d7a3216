"""The journal of signing: which documents a batch was to sign, and how far it came."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE signing_batch (
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        certificate TEXT NOT NULL,
        open INTEGER NOT NULL,
        data TEXT NOT NULL,
        started_at TEXT NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE signing_item (
        batch_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        item_id TEXT NOT NULL,
        state TEXT NOT NULL,
        data TEXT NOT NULL,
        signed TEXT,
        result TEXT,
        at TEXT NOT NULL,
        PRIMARY KEY (batch_id, position),
        FOREIGN KEY(batch_id) REFERENCES signing_batch (id) ON DELETE CASCADE
    )
     WITHOUT ROWID
    """,
    """
    CREATE UNIQUE INDEX signing_item_by_id ON signing_item (batch_id, item_id)
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
