"""Remarks that are being written on one version of a draft: changed, undone, kept. Pure; knows the rule's bounds.

What it holds is what will be sent, in the words of the wire: whole tenths of a point.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import uuid_utils

from desktop.office import remarks
from desktop.office.documents import FileRef

Item = dict[str, Any]
Strokes = Sequence[Sequence[tuple[float, float, float]]]
KIND: Final = "remarks"
"""The kind of local draft that a sheet is kept as."""
STEPS: Final = 200
"""States that can be gone back to."""
NEAR: Final = 900
"""Tenths of a point: ink closer to the last ink than this belongs to it, as the letters of a word do."""


def key_of(document_id: str) -> str:
    """The key of the local draft of a document's remarks."""
    return f"remark:{document_id}"


@dataclass
class Sheet:
    """The remarks of one person on one version.

    Attributes:
        file: the version; None where nothing has been written yet.
        items: as they will be sent.
    """

    file: FileRef | None = None
    items: tuple[Item, ...] = ()
    _past: list[tuple[Item, ...]] = field(default_factory=list)
    _future: list[tuple[Item, ...]] = field(default_factory=list)
    _typing: str = ""

    @property
    def digest(self) -> str:
        """Of the version written on; "" for none."""
        return self.file["digest"] if self.file is not None else ""

    # -- changing

    def add(
        self,
        kind: str,
        page: int,
        size: tuple[float, float],
        *,
        rects: Sequence[Sequence[float]] = (),
        strokes: Strokes = (),
        quote: str = "",
    ) -> str:
        """A new remark; its identifier. Lengths in points; beyond the page's edge they are brought back to it."""
        width, height = (_tenths(side) for side in size)
        item: Item = {
            "id": str(uuid_utils.uuid7()),
            "kind": kind,
            "page": page,
            "size": [width, height],
            "rects": [_rect(rect, width, height) for rect in rects],
            "strokes": [_stroke(stroke, width, height) for stroke in strokes],
            "quote": quote[: remarks.LONGEST_QUOTE],
            "text": "",
        }
        self._put((*self.items, item))
        return str(item["id"])

    def add_ink(self, page: int, size: tuple[float, float], stroke: Sequence[tuple[float, float, float]]) -> str:
        """A stroke of the pen: part of the last ink where it is near it, else a remark of its own."""
        width, height = (_tenths(side) for side in size)
        new = _stroke(stroke, width, height)
        last = self.items[-1] if self.items else None
        if last is not None and last["kind"] == "ink" and last["page"] == page and _near(last, new):
            strokes = [*last["strokes"], new]
            points = sum(len(s) for s in strokes) // 3
            if points <= remarks.MOST_POINTS and len(strokes) <= remarks.MOST_STROKES:
                self._put((*self.items[:-1], {**last, "strokes": strokes}))
                return str(last["id"])
        return self.add("ink", page, size, strokes=[stroke])

    def set_text(self, item_id: str, text: str) -> None:
        """What is typed to a remark; a run of keys to one of them is one step back."""
        text = text[: remarks.LONGEST_TEXT]
        if any(item["id"] == item_id and item["text"] == text for item in self.items):
            return
        found = tuple({**item, "text": text} if item["id"] == item_id else item for item in self.items)
        self._put(found, typing=item_id)

    def remove(self, item_id: str) -> None:
        """Take a remark away."""
        self._put(tuple(item for item in self.items if item["id"] != item_id))

    def clear(self) -> None:
        """All of them have gone: there is nothing to go back to."""
        self.items, self.file, self._typing = (), None, ""
        self._past.clear()
        self._future.clear()

    def _put(self, found: tuple[Item, ...], typing: str = "") -> None:
        if not (typing and typing == self._typing):
            self._past.append(self.items)
            del self._past[:-STEPS]
        self._future.clear()
        self._typing = typing
        self.items = found

    # -- back and forth

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether a step that was gone back can be done again."""
        return bool(self._future)

    def undo(self) -> None:
        """Go one step back."""
        self._typing = ""
        if self._past:
            self._future.append(self.items)
            self.items = self._past.pop()

    def redo(self) -> None:
        """Do again what was gone back."""
        self._typing = ""
        if self._future:
            self._past.append(self.items)
            self.items = self._future.pop()

    # -- kept and read again

    def has(self, item_id: str) -> bool:
        """Whether it is one of these."""
        return any(item["id"] == item_id for item in self.items)

    def data(self) -> dict[str, Any]:
        """As it is kept on this machine."""
        return {"file": self.file, "items": [dict(item) for item in self.items]}


def from_data(data: Any) -> Sheet:
    """What was kept; an empty sheet where nothing was, or what cannot be read."""
    if not isinstance(data, Mapping) or not isinstance(data.get("file"), Mapping):
        return Sheet()
    items = tuple(dict(one) for one in data.get("items") or () if isinstance(one, Mapping) and one.get("id"))
    return Sheet(file=dict(data["file"]), items=items)  # type: ignore[arg-type]  # as it was kept


def _tenths(points: float) -> int:
    return round(points * 10)


def _rect(rect: Sequence[float], width: int, height: int) -> list[int]:
    left, bottom, right, top = (_tenths(value) for value in rect)
    left, right = sorted((min(max(left, 0), width), min(max(right, 0), width)))
    bottom, top = sorted((min(max(bottom, 0), height), min(max(top, 0), height)))
    return [left, bottom, right, top]


def _stroke(stroke: Sequence[tuple[float, float, float]], width: int, height: int) -> list[int]:
    # A pen that never leaves the page for minutes: every second point is enough then.
    while len(stroke) > remarks.MOST_POINTS:
        stroke = stroke[::2]
    found: list[int] = []
    for x, y, pressure in stroke:
        found += [
            min(max(_tenths(x), 0), width),
            min(max(_tenths(y), 0), height),
            min(max(round(pressure * 255), 0), 255),
        ]
    return found


def _near(item: Item, stroke: Sequence[int]) -> bool:
    xs = [x for s in item["strokes"] for x in s[0::3]]
    ys = [y for s in item["strokes"] for y in s[1::3]]
    left, right, bottom, top = min(xs) - NEAR, max(xs) + NEAR, min(ys) - NEAR, max(ys) + NEAR
    return (
        left <= min(stroke[0::3])
        and max(stroke[0::3]) <= right + NEAR
        and (bottom <= min(stroke[1::3]) and max(stroke[1::3]) <= top)
    )
