"""What a leader wrote on the pages of a draft that he sent back, for the training office. Knows the texts of pages.

Found by the words on the page, so that each remark stands where a hand would have put it.
"""

from __future__ import annotations

from typing import Any

from signing.page_shape import Rect
from signing.page_text import Line, open_document, page_lines

_LONG = 60
"""Characters: a line of the body, not of the heading."""
_SIGN = 15.0
"""Points: the side of a note's sign."""


def remarks_on(pdf: bytes, name: str) -> list[dict[str, Any]]:
    """Three remarks on the first page or the last: words underlined, the list of recipients marked, a note.

    Args:
        name: what the remarks' identifiers begin with.
    """
    with open_document(pdf) as document:
        first, last = page_lines(document, 0), page_lines(document, len(document) - 1)
        end = len(document) - 1
        sizes = [document.get_page_size(page) for page in (0, end)]
    found: list[dict[str, Any]] = []
    body = [line for line in first if len(line.text) > _LONG]
    if body:
        found.append(_item(name, 1, "underline", 0, sizes[0], body[0], "Ghi đủ số, ngày của văn bản căn cứ."))
    if len(body) > 2:
        found.append(_item(name, 2, "note", 0, sizes[0], body[2], "Bổ sung số liệu đến cuối tháng."))
    places = next((line for line in last if line.text.startswith("Nơi nhận")), None)
    if places is not None:
        found.append(_item(name, 3, "highlight", end, sizes[1], places, "Sửa phần Nơi nhận."))
    return found


def _item(
    name: str, number: int, kind: str, page: int, size: tuple[float, float], line: Line, text: str
) -> dict[str, Any]:
    left, bottom, right, top = line.rect(0, len(line.text))
    rect: Rect = (left, bottom, right, top)
    if kind == "note":
        middle, edge = (bottom + top) / 2, max(_SIGN, left - 6)
        rect = (edge - _SIGN, middle - _SIGN / 2, edge, middle + _SIGN / 2)
    return {
        "id": f"{name}-remark-{number}",
        "kind": kind,
        "page": page,
        "size": [round(side * 10) for side in size],
        "rects": [[max(0, round(value * 10)) for value in rect]],
        "strokes": [],
        "quote": line.text[:200],
        "text": text,
    }
