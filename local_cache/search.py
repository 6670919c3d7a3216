"""Search over everything kept: any word order, the last word as a prefix, marks or no marks. Knows `objects`' tables.

FTS5 finds candidates on folded text; Python then puts those first that have the very marks typed, and cuts and
highlights the words shown, since the index keeps no text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from local_cache.engine import Database
from local_cache.folding import composed, fold, has_marks, spellings, words
from local_cache.schema import SEARCH_SLOTS, TYPES, StateType

CANDIDATES = 200
MOST_WORDS = 12
SNIPPET = 160
_NUMBER = 1000
_SHORT = "{head number names}"
_RECENT = {"Document": "updated_at", "Task": "updated", "ScheduleEntry": "start"}


@dataclass(frozen=True)
class Hit:
    """One object found.

    Attributes:
        type, id: which.
        score: higher is better; comparable within one answer only.
        snippet: words of its subject, or from its text.
        marks: (start, end) of the words found in the snippet.
        exact: whether the marks typed stand there just so (false when none were typed).
    """

    type: str
    id: str
    score: float
    snippet: str
    marks: tuple[tuple[int, int], ...]
    exact: bool


@dataclass
class _Candidate:
    kind: StateType
    row: int
    id: str
    head: str
    number: str
    names: str
    recent: str
    body: str | None = None
    exact: bool = False
    score: float = 0.0


class Query:
    """What was typed, taken apart.

    Attributes:
        chunks: what stood between spaces, without those that have no letter or digit.
    """

    def __init__(self, typed: str) -> None:
        normal = composed(typed)
        self.chunks = [chunk for chunk in normal.split() if words(chunk)][:MOST_WORDS]
        self.folded = fold(" ".join(self.chunks))
        self.marked = has_marks(normal)
        self._open_end = not normal[-1:].isspace()

    def match(self, columns: str = "") -> str:
        """The FTS5 expression: every chunk as a phrase (118-TB/TU is one), the last one open at its end."""
        phrases = ['"' + fold(chunk).replace('"', '""') + '"' for chunk in self.chunks]
        if self._open_end and phrases:
            phrases[-1] += " *"
        joined = " AND ".join(phrases)
        return f"{columns} : ({joined})" if columns else joined

    def exact_patterns(self) -> list[re.Pattern[str]]:
        """Each word with the marks typed, wherever its tone may sit."""
        return self._patterns([spellings(word) for chunk in self.chunks for word in words(chunk)], re.IGNORECASE)

    def folded_patterns(self) -> list[re.Pattern[str]]:
        return self._patterns([[fold(word)] for chunk in self.chunks for word in words(chunk)], 0)

    def _patterns(self, choices: list[list[str]], flags: int) -> list[re.Pattern[str]]:
        patterns = []
        for index, choice in enumerate(choices):
            end = "" if self._open_end and index == len(choices) - 1 else r"(?!\w)"
            patterns.append(re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, choice))}){end}", flags))
        return patterns


class Search:
    """Finds objects.

    Args:
        database: cache.db.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, typed: str, limit: int = 50, types: Collection[str] | None = None) -> list[Hit]:
        query = Query(typed)
        if not query.chunks:
            return []
        slots = [
            kind.search_slot for kind in TYPES if kind.search_slot is not None and (not types or kind.type in types)
        ]
        with self._database.reading() as connection:
            found = _candidates(connection, query, slots)
            _rank(connection, query, found)
            found.sort(key=lambda one: (one.score, one.recent, one.id), reverse=True)
            best = found[:limit]
            _bodies(connection, [one for one in best if one.body is None])
        patterns = query.folded_patterns()
        return [_hit(one, patterns) for one in best]


def _candidates(connection: Connection, query: Query, slots: Sequence[int]) -> list[_Candidate]:
    """Those whose subject, number or names match first; then those whose text does."""
    rows = _rows(connection, query.match(_SHORT), slots)
    if len(rows) < CANDIDATES:
        rows = list(dict.fromkeys([*rows, *_rows(connection, query.match(), slots)]))
    found: list[_Candidate] = []
    for kind in TYPES:
        if kind.search_slot is None:
            continue
        mine = [row // SEARCH_SLOTS for row in rows if row % SEARCH_SLOTS == kind.search_slot]
        if mine:
            found += _described(connection, kind, mine)
    return found


def _rows(connection: Connection, match: str, slots: Sequence[int]) -> list[int]:
    """Search rows in the index's own order, which costs nothing, from both ends.

    The first reception goes from new to old, later ones from old to new: the newest are at one end or the other.
    """
    chosen = f"SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid % {SEARCH_SLOTS} IN " + str(
        (*slots, -1)
    )
    found = connection.exec_driver_sql(f"{chosen} ORDER BY rowid DESC LIMIT {CANDIDATES}", (match,)).scalars().all()
    if len(found) == CANDIDATES:
        first = connection.exec_driver_sql(f"{chosen} ORDER BY rowid LIMIT {CANDIDATES}", (match,)).scalars().all()
        found = [*found, *first]
    return list(dict.fromkeys(found))


def _described(connection: Connection, kind: StateType, rows: list[int]) -> list[_Candidate]:
    def joined(name: str) -> str:
        return " || ' · ' || ".join(f"coalesce({column}, '')" for column in kind.words[name]) or "''"

    recent = _RECENT.get(kind.type)
    found = connection.exec_driver_sql(
        f"SELECT row, id, {joined('head')}, {joined('number')}, {joined('names')}, "
        f"{f'coalesce({recent}, {chr(39) * 2})' if recent else chr(39) * 2} FROM {kind.table} "
        f"WHERE row IN ({','.join(map(str, rows))})"
    )
    return [_Candidate(kind, *row) for row in found]


def _bodies(connection: Connection, candidates: list[_Candidate]) -> None:
    """Read the long texts of some candidates."""
    by_row = {one.row * SEARCH_SLOTS + (one.kind.search_slot or 0): one for one in candidates}
    for one in candidates:
        one.body = ""
    if by_row:
        for row, body in connection.exec_driver_sql(
            f"SELECT row, body FROM search_text WHERE row IN ({','.join(map(str, by_row))})"
        ):
            by_row[row].body = composed(body or "")


def _rank(connection: Connection, query: Query, found: list[_Candidate]) -> None:
    """Number as typed, then marks as typed, then in the subject, then words together."""
    exact, folded = query.exact_patterns(), query.folded_patterns()
    doubtful: list[_Candidate] = []
    for one in found:
        short = composed(f"{one.head} {one.number} {one.names}")
        folded_head = fold(one.head)
        if one.number and fold(one.number).lstrip("0") == query.folded.lstrip("0"):
            one.score += _NUMBER
        if all(pattern.search(fold(short)) for pattern in folded):
            one.score += 100
        if query.folded in folded_head:
            one.score += 20
        if query.marked:
            one.exact = all(pattern.search(short) for pattern in exact)
            if not one.exact:
                doubtful.append(one)
    if doubtful:
        _bodies(connection, doubtful)
        for one in doubtful:
            whole = f"{composed(f'{one.head} {one.number} {one.names}')} {one.body}"
            one.exact = all(pattern.search(whole) for pattern in exact)
    for one in found:
        one.score += 200 if one.exact else 0


def _hit(one: _Candidate, patterns: list[re.Pattern[str]]) -> Hit:
    """The subject where it says why; else subject with number and names; else the place in the text."""
    head = composed(one.head)
    short = " · ".join(part for part in (one.number, head, *one.names.split(" · ")) if part)
    snippet = next((text for text in (head, composed(short)) if _all_in(text, patterns)), "")
    if not snippet:
        snippet = _excerpt(one.body, patterns) if one.body and one.score < _NUMBER else composed(short)
    return Hit(one.kind.type, one.id, one.score, snippet, _found(fold(snippet), patterns), one.exact)


def _all_in(text: str, patterns: list[re.Pattern[str]]) -> bool:
    folded = fold(text)
    return all(pattern.search(folded) for pattern in patterns)


def _found(folded: str, patterns: list[re.Pattern[str]]) -> tuple[tuple[int, int], ...]:
    """Where words stand, overlaps joined."""
    spans = sorted({match.span() for pattern in patterns for match in pattern.finditer(folded)})
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _excerpt(body: str, patterns: list[re.Pattern[str]]) -> str:
    """The stretch of the text where most of the words stand close together, on one line."""
    folded = fold(body)
    spans = [(match.start(), index) for index, pattern in enumerate(patterns) for match in pattern.finditer(folded)]
    spans.sort()
    best, most = 0, 0
    for number, (start, _) in enumerate(spans[:400]):
        together = {index for at, index in spans[number : number + 40] if at < start + SNIPPET - 20}
        if len(together) > most:
            best, most = start, len(together)
    start = max(0, best - 30)
    if start:
        start = body.find(" ", start, best) + 1 or start
    piece = body[start : start + SNIPPET]
    if start + SNIPPET < len(body):
        piece = piece[: piece.rfind(" ") if " " in piece else SNIPPET] + "…"
    return ("…" if start else "") + re.sub(r"\s+", " ", piece)
