"""Takes the words of what was deleted out of the search index. Knows `engine` alone.

The index keeps no text, so SQLite cannot find a deleted row's words in it: it notes that the row is gone, and drops its
words when it writes that part of the index anew. Writing all anew takes a second for 100,000 documents; it is done in
steps of some milliseconds, between which others write. That it is due is noted by the transaction that deletes, so that
a kill does not make it forgotten.
"""

from __future__ import annotations

import time

from local_cache.engine import Database

DUE = (
    "INSERT INTO cursor (type, state, complete) VALUES ('#scrub', 'due', 1) "
    "ON CONFLICT (type) DO UPDATE SET complete = complete + 1"
)
"""Said by whoever deletes: a row among the cursors, which are what else says how far something has got."""

_PAGES = 250
_BEGIN = f"INSERT INTO search_index (search_index, rank) VALUES ('merge', -{_PAGES})"
_GO_ON = f"INSERT INTO search_index (search_index, rank) VALUES ('merge', {_PAGES})"


class Scrubbing:
    """One cache's, going on from call to call.

    Args:
        database: cache.db.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._under_way = 0
        """How many deletions there had been when the pass under way began; 0 where none is."""

    def due(self) -> bool:
        return self._deletions() > 0

    def forget_words(self, seconds: float | None) -> bool:
        """Whether the whole index has been written since the last deletion; stops after about so many seconds."""
        until = None if seconds is None else time.monotonic() + seconds
        while (deletions := self._deletions()) > 0:
            if self._under_way == 0:
                self._under_way = deletions
                self._step(_BEGIN)
            while self._step(_GO_ON):
                if until is not None and time.monotonic() > until:
                    return False
            if self._under_way == deletions:
                break
            self._under_way = 0  # more was deleted meanwhile, perhaps out of what was written already
        return True

    def done(self) -> bool:
        """Forget what was due, once nothing of it is left anywhere; False where more was deleted meanwhile."""
        if self._under_way:
            with self._database.writing() as connection:
                connection.exec_driver_sql(
                    "DELETE FROM cursor WHERE type = '#scrub' AND complete = ?", (self._under_way,)
                )
            self._under_way = 0
        return not self.due()

    def _deletions(self) -> int:
        with self._database.reading() as connection:
            return connection.exec_driver_sql("SELECT complete FROM cursor WHERE type = '#scrub'").scalar() or 0

    def _step(self, statement: str) -> bool:
        """Whether anything was left to do, as SQLite's own way of telling goes: more than one row was changed."""
        with self._database.bare() as connection:
            before = connection.total_changes
            connection.execute(statement)
            return connection.total_changes - before >= 2
