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
        kind TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.kind')) STORED,
        author_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.authorId')) STORED,
        document_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.documentId')) STORED,
        subject_type TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.subjectType')) STORED,
        subject_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.subjectId')) STORED,
        claimed_at TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.claimedAt')) STORED,
        received_at TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.receivedAt')) STORED,
        seq INTEGER GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.seq')) STORED,
        outcome TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.outcome')) STORED,
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
        organ_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.organId')) STORED,
        state TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.state')) STORED,
        type_code TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.typeCode')) STORED,
        number INTEGER GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.number')) STORED,
        notation TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.notation')) STORED,
        subject TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.subject')) STORED,
        issuer TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.issuer')) STORED,
        document_date TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.documentDate')) STORED,
        issued_at TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.issuedAt')) STORED,
        urgency INTEGER GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.urgency')) STORED,
        secrecy TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.secrecy')) STORED,
        signer_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.signer.personId')) STORED,
        signer_name TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.signer.name')) STORED,
        author_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.authorId')) STORED,
        reply_to TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.replyTo')) STORED,
        recipients TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.recipients')) STORED,
        updated_at TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.updatedAt')) STORED,
        revision INTEGER GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.revision')) STORED,
        data TEXT,
        overlay TEXT,
        PRIMARY KEY ("row"),
        UNIQUE (id)
    )
    """,
    """
    CREATE INDEX document_by_author ON document (author_id, state, updated_at, id, organ_id)
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
    CREATE INDEX document_by_reply ON document (reply_to)
    """,
    """
    CREATE INDEX document_by_signer ON document (signer_id, state, updated_at, id, organ_id)
    """,
    """
    CREATE INDEX document_by_update ON document (updated_at, id)
    """,
    """
    CREATE INDEX document_pending ON document (id) WHERE overlay IS NOT NULL
    """,
    """
    CREATE TABLE handling (
        "row" INTEGER NOT NULL,
        id TEXT NOT NULL,
        document_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.documentId')) STORED,
        organ_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.organId')) STORED,
        unit_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.unitId')) STORED,
        person_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.personId')) STORED,
        owner_id TEXT
                GENERATED ALWAYS AS (coalesce(json_extract(coalesce(overlay, data), '$.personId'),
                    json_extract(coalesce(overlay, data), '$.unitId'))) STORED,
        parent_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.parentId')) STORED,
        register_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.registerId')) STORED,
        role TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.role')) STORED,
        state TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.state')) STORED,
        urgency INTEGER GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.urgency')) STORED,
        arrived_at TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.arrivedAt')) STORED,
        arrival_number INTEGER
                GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.arrivalNumber')) STORED,
        arrival_date TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.arrivalDate')) STORED,
        due TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.due')) STORED,
        assigned_by_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.assignedById')) STORED,
        closed_at TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.closedAt')) STORED,
        updated_at TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.updatedAt')) STORED,
        revision INTEGER GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.revision')) STORED,
        data TEXT,
        overlay TEXT,
        PRIMARY KEY ("row"),
        UNIQUE (id)
    )
    """,
    """
    CREATE INDEX handling_by_arrival ON handling (arrived_at, id)
    """,
    """
    CREATE INDEX handling_by_document ON handling (document_id, organ_id)
    """,
    """
    CREATE INDEX handling_by_register ON handling (register_id, arrival_number)
    """,
    """
    CREATE INDEX handling_own ON handling (owner_id, state, arrived_at, id, organ_id, role, due)
    """,
    """
    CREATE INDEX handling_own_due ON handling (owner_id, state, due, id, organ_id, role)
    """,
    """
    CREATE INDEX handling_own_update ON handling (owner_id, state, updated_at, id, organ_id)
    """,
    """
    CREATE INDEX handling_pending ON handling (id) WHERE overlay IS NOT NULL
    """,
    """
    CREATE INDEX handling_unit ON handling (organ_id, state, arrived_at, id, owner_id, role, due)
    """,
    """
    CREATE INDEX handling_unit_due ON handling (organ_id, state, due, id, owner_id, role)
    """,
    """
    CREATE INDEX handling_unit_update ON handling (organ_id, state, updated_at, id, owner_id)
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
        name TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.name')) STORED,
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
        organ_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.organId')) STORED,
        kind TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.kind')) STORED,
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
        title TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.title')) STORED,
        organ_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$."tacnghiep:organId"')) STORED,
        start TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.start')) STORED,
        state TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$."tacnghiep:state"')) STORED,
        session TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$."tacnghiep:session"')) STORED,
        chair_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$."tacnghiep:chairId"')) STORED,
        place TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$."tacnghiep:place"')) STORED,
        entered_by_id TEXT
                GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$."tacnghiep:enteredById"')) STORED,
        updated TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.updated')) STORED,
        revision INTEGER GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.revision')) STORED,
        leaders TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$."tacnghiep:leaders"')) STORED,
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
        title TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.title')) STORED,
        organ_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$."tacnghiep:organId"')) STORED,
        lead_unit_id TEXT
                GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$."tacnghiep:lead".unitId')) STORED,
        lead_person_id TEXT
                GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$."tacnghiep:lead".personId')) STORED,
        owner_id TEXT
                GENERATED ALWAYS AS (coalesce(json_extract(coalesce(overlay, data), '$."tacnghiep:lead".personId'),
                    json_extract(coalesce(overlay, data), '$."tacnghiep:lead".unitId'))) STORED,
        assigned_by_id TEXT
                GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$."tacnghiep:assignedById"')) STORED,
        document_id TEXT
                GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$."tacnghiep:documentId"')) STORED,
        state TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$."tacnghiep:state"')) STORED,
        due TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.due')) STORED,
        completed_at TEXT
                GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$."tacnghiep:completedAt"')) STORED,
        updated TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.updated')) STORED,
        revision INTEGER GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.revision')) STORED,
        co_handlers TEXT
                GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$."tacnghiep:coHandlers"')) STORED,
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
    CREATE INDEX task_given ON task (assigned_by_id, state, due, id)
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
        organ_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.organId')) STORED,
        parent_id TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.parentId')) STORED,
        name TEXT GENERATED ALWAYS AS (json_extract(coalesce(overlay, data), '$.name')) STORED,
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
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
