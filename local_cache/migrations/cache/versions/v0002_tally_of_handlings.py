"""Sums of the handlings by organ, holder, state and role: boxes are counted after every change."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE handling_tally (
        organ_id TEXT NOT NULL,
        owner_id TEXT NOT NULL,
        state TEXT NOT NULL,
        role TEXT NOT NULL,
        n INTEGER NOT NULL,
        PRIMARY KEY (organ_id, owner_id, state, role)
    )
     WITHOUT ROWID
    """,
    """
    INSERT INTO handling_tally (organ_id, owner_id, state, role, n)
        SELECT coalesce(organ_id, ''), coalesce(owner_id, ''), coalesce(state, ''), coalesce(role, ''), count(*)
        FROM handling GROUP BY 1, 2, 3, 4
    """,
    """
    CREATE TRIGGER handling_comes AFTER INSERT ON handling BEGIN
        INSERT INTO handling_tally (organ_id, owner_id, state, role, n)
            VALUES (coalesce(new.organ_id, ''), coalesce(new.owner_id, ''), coalesce(new.state, ''),
            coalesce(new.role, ''), 1)
            ON CONFLICT (organ_id, owner_id, state, role) DO UPDATE SET n = n + 1;
    END
    """,
    """
    CREATE TRIGGER handling_goes AFTER DELETE ON handling BEGIN
        INSERT INTO handling_tally (organ_id, owner_id, state, role, n)
            VALUES (coalesce(old.organ_id, ''), coalesce(old.owner_id, ''), coalesce(old.state, ''),
            coalesce(old.role, ''), -1)
            ON CONFLICT (organ_id, owner_id, state, role) DO UPDATE SET n = n + -1;
    END
    """,
    """
    CREATE TRIGGER handling_moves AFTER UPDATE OF organ_id, owner_id, state, role ON handling
        WHEN old.state IS NOT new.state OR old.owner_id IS NOT new.owner_id OR old.organ_id IS NOT new.organ_id
        OR old.role IS NOT new.role BEGIN
        INSERT INTO handling_tally (organ_id, owner_id, state, role, n)
            VALUES (coalesce(old.organ_id, ''), coalesce(old.owner_id, ''), coalesce(old.state, ''),
            coalesce(old.role, ''), -1)
            ON CONFLICT (organ_id, owner_id, state, role) DO UPDATE SET n = n + -1;
        INSERT INTO handling_tally (organ_id, owner_id, state, role, n)
            VALUES (coalesce(new.organ_id, ''), coalesce(new.owner_id, ''), coalesce(new.state, ''),
            coalesce(new.role, ''), 1)
            ON CONFLICT (organ_id, owner_id, state, role) DO UPDATE SET n = n + 1;
    END
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
