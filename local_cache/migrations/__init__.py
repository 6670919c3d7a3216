"""Brings a database's tables up to this version, by alembic run from the program. Knows `schema` and `errors`.

Each database has a chain of revisions of its own (`cache/`, `outbox/`). `PRAGMA user_version` says how many have been
applied, so that an up-to-date file is known without loading alembic; a whole migration is one transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy.engine import Connection

from local_cache.engine import Database
from local_cache.errors import NewerSchema
from local_cache.schema import CACHE_VERSION, OUTBOX_VERSION

SCRIPTS = Path(__file__).parent
VERSIONS = {"cache": CACHE_VERSION, "outbox": OUTBOX_VERSION}


def version_of(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def missing(database: Database, chain: str) -> tuple[int, int] | None:
    """(version found, version known) where the file is older than the program; None where it is up to date.

    Raises:
        NewerSchema: the file was written by a newer program; nothing was changed.
    """
    known = VERSIONS[chain]
    with database.reading() as connection:
        found = version_of(connection)
    if found > known:
        raise NewerSchema(database.path, found, known)
    return None if found == known else (found, known)


def bring_up_to_date(database: Database, chain: str, check: Callable[[Connection], None] | None = None) -> bool:
    """Apply what is missing, in one transaction; True when something was.

    Args:
        database: the file.
        chain: "cache" or "outbox".
        check: looks at the outcome before it counts; raising undoes everything.

    Raises:
        NewerSchema: the file was written by a newer program; nothing was changed.
    """
    versions = missing(database, chain)
    if versions is None:
        return False
    with database.writing() as connection:
        upgrade(connection, chain)
        if check is not None:
            check(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {versions[1]}")
    return True


def upgrade(connection: Connection, chain: str, revision: str = "head") -> None:
    """Run alembic up to a revision on an open transaction."""
    from alembic import command  # slow to import and seldom needed
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS / chain).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
