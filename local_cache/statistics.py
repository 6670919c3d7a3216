"""Numbers of a database, for whoever helps: sizes, versions, rows of each table, a quick check. Knows the engine.

Nothing of what is kept in it is read out.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Any

from local_cache.engine import Database, DriverError, dbapi2
from local_cache.errors import DamagedCache

_STEPS = 50_000
"""Steps of SQLite's machine between two looks at the clock."""


def statistics(database: Database, seconds: float) -> dict[str, Any]:
    """What there is to say of one database; what is not done in time says so.

    Raises:
        CacheError: it cannot be read.
    """
    until = time.monotonic() + seconds
    found: dict[str, Any] = {"file": database.path.name, "sqlite": str(dbapi2.sqlite_version)}
    with suppress(OSError):
        found["bytes"] = database.path.stat().st_size
    try:
        with database.reading() as connection:
            raw: Any = connection.connection.driver_connection
            raw.set_progress_handler(lambda: int(time.monotonic() > until), _STEPS)
            try:
                _fill(found, raw)
            except DriverError as error:
                if "interrupted" not in str(error).lower():
                    raise
                found.setdefault("rows", {})
                found["check"] = f"not done within {seconds:.0f} s"
            finally:
                raw.set_progress_handler(None, 0)
    except DamagedCache:
        found["check"] = "damaged"
    return found


def _fill(found: dict[str, Any], raw: Any) -> None:
    for name in ("user_version", "page_count", "page_size", "freelist_count", "cipher_version"):
        row = raw.execute(f"PRAGMA {name}").fetchone()
        found[name] = row[0] if row else None
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    rows: dict[str, int] = {}
    found["rows"] = rows
    for (table,) in raw.execute(named).fetchall():
        if not table.startswith(("sqlite_", "search_index_")):
            rows[table] = raw.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
    said = [str(row[0]) for row in raw.execute("PRAGMA quick_check(1)")]
    # What it says of damage quotes nothing but names of tables and places.
    found["check"] = "ok" if said == ["ok"] else said[:1]
