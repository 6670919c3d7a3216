"""Rows of a long list, held as an array of identifiers and a cache of the pages that were looked at. Knows Qt alone.

The model never waits: a row it does not hold is drawn as a grey shape, and asked for by `rowsWanted`. So a hundred
thousand rows cost a hundred thousand short strings, and scrolling asks only for what is seen.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from widgets.theme import Tone

Index = QModelIndex | QPersistentModelIndex

PAGE: Final = 40
"""Rows asked for at once, around those that are seen."""

KEPT: Final = 1200
"""Rows kept; the ones looked at longest ago go first."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A short word in a tone: "Hỏa tốc", "chưa gửi", "chờ cấp số"."""

    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says.

    Attributes:
        key: identifier of what the row stands for.
        notation: number and notation ("118-TB/TU"), or what stands for it ("Chờ cấp số").
        issuer: the agency, or whoever the row comes from.
        when: the date or hour at the right.
        subject: the second line.
        urgency: word and tone of the chip and of the bar at the left edge; None for an ordinary one.
        due: the deadline in words, in its tone; None without one.
        facts: what follows the deadline ("Chủ trì: tôi", "1 tệp").
        marks: what is still open, at the right of the third line.
        fresh: not opened here yet: the subject is bold.
    """

    key: str
    notation: str
    issuer: str
    when: str
    subject: str
    urgency: Mark | None = None
    due: Mark | None = None
    facts: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    fresh: bool = False

    def spoken(self) -> str:
        """The row as one sentence, for screen readers."""
        parts = [
            self.notation,
            self.urgency.text if self.urgency else "",
            self.issuer,
            self.subject,
            self.due.text if self.due else "",
            *self.facts,
            *(mark.text for mark in self.marks),
            self.when,
        ]
        return ", ".join(part for part in parts if part)


def _shared(same: Callable[[int], bool], limit: int) -> int:
    """The largest n up to `limit` for which `same(n)` holds; whole slices are compared, not one key after another."""
    if same(limit):
        return limit
    low, high = 0, limit
    while high - low > 1:
        middle = (low + high) // 2
        if same(middle):
            low = middle
        else:
            high = middle
    return low


RowRole: Final = int(Qt.ItemDataRole.UserRole) + 1
KeyRole: Final = int(Qt.ItemDataRole.UserRole) + 2


class ListModel(QAbstractListModel):
    """A row that has come is not announced: the view draws itself anew once for all of them.

    Signals: rowsWanted(list[str]) — identifiers whose rows are needed now, those seen first."""

    rowsWanted = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._rows: OrderedDict[str, Row] = OrderedDict()
        self._missing: dict[str, None] = {}
        self._asked: set[str] = set()
        self._stale: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._ask)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._keys):
            return None
        key = self._keys[index.row()]
        if role == KeyRole:
            return key
        if role == RowRole:
            return self._row(index.row(), key)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self._row(index.row(), key)
            return row.spoken() if row else ""
        return None

    def keys(self) -> Sequence[str]:
        """Every identifier, in order."""
        return self._keys

    def key_at(self, place: int) -> str:
        """The identifier at a place, "" outside the list."""
        return self._keys[place] if 0 <= place < len(self._keys) else ""

    def place_of(self, key: str) -> int:
        """The place of an identifier, -1 when it is not listed."""
        try:
            return self._keys.index(key)
        except ValueError:
            return -1

    def set_keys(self, keys: Sequence[str]) -> None:
        """Show these, in this order. Only what differs is told to the view, so that it keeps its place."""
        # A list is taken as it is: copying a hundred thousand identifiers would be felt.
        new = keys if isinstance(keys, list) else list(keys)
        old = self._keys
        if new == old:
            return
        limit = min(len(old), len(new))
        start = _shared(lambda n: old[:n] == new[:n], limit)
        end = _shared(lambda n: old[len(old) - n :] == new[len(new) - n :], limit - start)
        if start == 0 and end == 0:
            self.beginResetModel()
            self._keys = new
            self.endResetModel()
            return
        if len(old) - end > start:
            self.beginRemoveRows(QModelIndex(), start, len(old) - end - 1)
            self._keys = old[:start] + (old[len(old) - end :] if end else [])
            self.endRemoveRows()
        if len(new) - end > start:
            self.beginInsertRows(QModelIndex(), start, len(new) - end - 1)
            self._keys = new
            self.endInsertRows()

    def set_rows(self, rows: Mapping[str, Row]) -> None:
        """Take rows that were asked for; rows of other lists do no harm."""
        for key, row in rows.items():
            self._rows[key] = row
            self._rows.move_to_end(key)
            self._asked.discard(key)
            self._stale.discard(key)
        while len(self._rows) > KEPT:
            dropped, _ = self._rows.popitem(last=False)
            self._stale.discard(dropped)

    def forget_asked(self) -> None:
        """What was asked for will not come (it failed): ask again when it is seen again."""
        self._asked.clear()

    def refresh(self) -> None:
        """Rows may have changed: the old ones stay drawn until the new ones come. The view is to draw itself anew."""
        self._stale = set(self._rows)
        self._asked.clear()

    def row(self, key: str) -> Row | None:
        """The row of an identifier, if it is held."""
        return self._rows.get(key)

    def _row(self, place: int, key: str) -> Row | None:
        row = self._rows.get(key)
        if (row is None or key in self._stale) and key not in self._asked:
            self._want(place)
        return row

    def _want(self, place: int) -> None:
        first = max(0, place - PAGE // 4)
        for key in (self._keys[place], *self._keys[first : place + PAGE]):
            if key not in self._asked and (key not in self._rows or key in self._stale):
                self._missing[key] = None
        if not self._timer.isActive():
            self._timer.start()

    def _ask(self) -> None:
        wanted = list(self._missing)
        self._missing.clear()
        self._asked.update(wanted)
        if wanted:
            self.rowsWanted.emit(wanted)
