"""The first tables of cache.db."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE act (
        "row" INTEGER NOT NULL,
        id TEXT NOT NULL,
        kind TEXT,
        author_id TEXT,
        document_id TEXT,
        subject_type TEXT,
        subject_id TEXT,
        claimed_at TEXT,
        received_at TEXT,
        seq INTEGER,
        outcome TEXT,
        data TEXT,
        overlay TEXT,
        PRIMARY KEY ("row"),
        UNIQUE (id)
    )
    """,
    """
    CREATE INDEX act_by_author ON act (author_id, received_at)
    """,
    """
    CREATE INDEX act_by_document ON act (document_id, seq)
    """,
    """
    CREATE INDEX act_by_subject ON act (subject_id, seq)
    """,
    """
    CREATE INDEX act_pending ON act (id) WHERE overlay IS NOT NULL
    """,
    """
    CREATE TABLE cursor (
        type TEXT NOT NULL,
        state TEXT NOT NULL,
        complete INTEGER NOT NULL,
        position TEXT,
        PRIMARY KEY (type)
    )
    """,
    """
    CREATE TABLE document (
        "row" INTEGER NOT NULL,
        id TEXT NOT NULL,
        organ_id TEXT,
        state TEXT,
        type_code TEXT,
        number INTEGER,
        notation TEXT,
        subject TEXT,
        issuer TEXT,
        document_date TEXT,
        issued_at TEXT,
        urgency INTEGER,
        secrecy TEXT,
        signer_id TEXT,
        signer_name TEXT,
        author_id TEXT,
        reply_to TEXT,
        recipients TEXT,
        updated_at TEXT,
        revision INTEGER,
        data TEXT,
        overlay TEXT,
        PRIMARY KEY ("row"),
        UNIQUE (id)
    )
    """,
    """
    CREATE INDEX document_by_issue ON document (organ_id, state, issued_at, id)
    """,
    """
    CREATE INDEX document_by_notation ON document (notation)
    """,
    """
    CREATE INDEX document_by_number ON document (organ_id, type_code, number)
    """,
    """
    CREATE INDEX document_by_organ
        ON document (organ_id, state, updated_at, id, author_id, signer_id, number)
    """,
    """
    CREATE INDEX document_by_reply ON document (reply_to) WHERE reply_to IS NOT NULL
    """,
    """
    CREATE INDEX document_pending ON document (id) WHERE overlay IS NOT NULL
    """,
    """
    CREATE TABLE handling (
        "row" INTEGER NOT NULL,
        id TEXT NOT NULL,
        document_id TEXT,
        organ_id TEXT,
        unit_id TEXT,
        person_id TEXT,
        owner_id TEXT,
        parent_id TEXT,
        register_id TEXT,
        role TEXT,
        state TEXT,
        urgency INTEGER,
        arrived_at TEXT,
        arrival_number INTEGER,
        arrival_date TEXT,
        due TEXT,
        assigned_by_id TEXT,
        closed_at TEXT,
        updated_at TEXT,
        revision INTEGER,
        data TEXT,
        overlay TEXT,
        PRIMARY KEY ("row"),
        UNIQUE (id)
    )
    """,
    """
    CREATE INDEX handling_by_document ON handling (document_id, organ_id)
    """,
    """
    CREATE INDEX handling_by_register ON handling (register_id, arrival_number) WHERE register_id IS NOT NULL
    """,
    """
    CREATE INDEX handling_own ON handling (owner_id, state, arrived_at, id, organ_id, role, due)
    """,
    """
    CREATE INDEX handling_own_due
        ON handling (owner_id, state, due, id, organ_id, role)
        WHERE due IS NOT NULL
    """,
    """
    CREATE INDEX handling_own_update ON handling (owner_id, state, updated_at, id, organ_id, role)
    """,
    """
    CREATE INDEX handling_pending ON handling (id) WHERE overlay IS NOT NULL
    """,
    """
    CREATE INDEX handling_unit ON handling (organ_id, state, arrived_at, id, owner_id, role, due)
    """,
    """
    CREATE INDEX handling_unit_due
        ON handling (organ_id, state, due, id, owner_id, role)
        WHERE due IS NOT NULL
    """,
    """
    CREATE INDEX handling_unit_update ON handling (organ_id, state, updated_at, id, owner_id, role)
    """,
    """
    CREATE TABLE other (
        "row" INTEGER NOT NULL,
        type TEXT NOT NULL,
        id TEXT NOT NULL,
        data TEXT,
        overlay TEXT,
        PRIMARY KEY ("row")
    )
    """,
    """
    CREATE UNIQUE INDEX other_by_id ON other (type, id)
    """,
    """
    CREATE TABLE person (
        "row" INTEGER NOT NULL,
        id TEXT NOT NULL,
        name TEXT,
        data TEXT,
        overlay TEXT,
        PRIMARY KEY ("row"),
        UNIQUE (id)
    )
    """,
    """
    CREATE INDEX person_by_name ON person (name)
    """,
    """
    CREATE INDEX person_pending ON person (id) WHERE overlay IS NOT NULL
    """,
    """
    CREATE TABLE register (
        "row" INTEGER NOT NULL,
        id TEXT NOT NULL,
        organ_id TEXT,
        kind TEXT,
        data TEXT,
        overlay TEXT,
        PRIMARY KEY ("row"),
        UNIQUE (id)
    )
    """,
    """
    CREATE INDEX register_by_organ ON register (organ_id, kind)
    """,
    """
    CREATE INDEX register_pending ON register (id) WHERE overlay IS NOT NULL
    """,
    """
    CREATE TABLE schedule_entry (
        "row" INTEGER NOT NULL,
        id TEXT NOT NULL,
        title TEXT,
        organ_id TEXT,
        start TEXT,
        state TEXT,
        session TEXT,
        chair_id TEXT,
        place TEXT,
        entered_by_id TEXT,
        updated TEXT,
        revision INTEGER,
        leaders TEXT,
        data TEXT,
        overlay TEXT,
        PRIMARY KEY ("row"),
        UNIQUE (id)
    )
    """,
    """
    CREATE INDEX schedule_by_start ON schedule_entry (organ_id, start, id, state)
    """,
    """
    CREATE INDEX schedule_by_state ON schedule_entry (organ_id, state, start, id)
    """,
    """
    CREATE INDEX schedule_entry_pending ON schedule_entry (id) WHERE overlay IS NOT NULL
    """,
    """
    CREATE TABLE search_text (
        "row" INTEGER NOT NULL,
        mark INTEGER NOT NULL,
        body TEXT,
        PRIMARY KEY ("row")
    )
    """,
    """
    CREATE TABLE task (
        "row" INTEGER NOT NULL,
        id TEXT NOT NULL,
        title TEXT,
        organ_id TEXT,
        lead_unit_id TEXT,
        lead_person_id TEXT,
        owner_id TEXT,
        assigned_by_id TEXT,
        document_id TEXT,
        state TEXT,
        due TEXT,
        completed_at TEXT,
        updated TEXT,
        revision INTEGER,
        co_handlers TEXT,
        data TEXT,
        overlay TEXT,
        PRIMARY KEY ("row"),
        UNIQUE (id)
    )
    """,
    """
    CREATE INDEX task_by_document ON task (document_id)
    """,
    """
    CREATE INDEX task_given ON task (assigned_by_id, state, due, id, organ_id)
    """,
    """
    CREATE INDEX task_own ON task (owner_id, state, due, id, organ_id)
    """,
    """
    CREATE INDEX task_pending ON task (id) WHERE overlay IS NOT NULL
    """,
    """
    CREATE INDEX task_unit ON task (organ_id, state, due, id, owner_id)
    """,
    """
    CREATE TABLE unit (
        "row" INTEGER NOT NULL,
        id TEXT NOT NULL,
        organ_id TEXT,
        parent_id TEXT,
        name TEXT,
        data TEXT,
        overlay TEXT,
        PRIMARY KEY ("row"),
        UNIQUE (id)
    )
    """,
    """
    CREATE INDEX unit_by_organ ON unit (organ_id)
    """,
    """
    CREATE INDEX unit_pending ON unit (id) WHERE overlay IS NOT NULL
    """,
    """
    CREATE VIRTUAL TABLE search_index USING fts5(head, number, names, body, content='', contentless_delete=1,
        tokenize='unicode61 remove_diacritics 2')
    """,
    """
    INSERT INTO search_index (search_index, rank) VALUES ('automerge', 8)
    """,
    """
    INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 4194304)
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
