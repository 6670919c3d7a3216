"""Where a signature stands on the page: found by the signer's name, by the rules of Decree 30/2020, Annex I.

Knows ``page_text`` alone. Rectangles are in page units from the lower left corner of the page as it is shown.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from .page_shape import MM
from .page_text import Line, Rect, open_document, page_lines

STAMP_MM = 36.0  # diameter of a Party committee's or an agency's round stamp, real size
_OVERLAP = 1 / 3  # the stamp covers this part of the leader's signature, on its left
_LEADER_WIDTH = 48 * MM
_LEADER_HEIGHT = 24 * MM
_LONGEST_GAP = 60 * MM  # nothing above this distance can be the position line

# Where the tone mark sits is a matter of taste; both spellings of a name are the same name.
_TONE_PLACE = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on a page (0-based)."""

    page: int
    rect: Rect


def fold_name(text: str) -> str:
    """The form in which two spellings of one name are equal: NFC, lower case, one space, one place for tone marks."""
    folded, _ = _fold(unicodedata.normalize("NFC", text))
    return folded.strip()


def _fold(text: str) -> tuple[str, list[int]]:
    """Folds and keeps, for each character, where it came from in ``text``."""
    out: list[str] = []
    index: list[int] = []
    for i, character in enumerate(text):
        if character.isspace() or character == "\xa0":
            if out and out[-1] == " ":
                continue
            out.append(" ")
            index.append(i)
        else:
            for low in character.lower():
                out.append(low)
                index.append(i)
    i = 0
    while i + 1 < len(out):
        # "qu" begins a syllable: in "quý" the tone mark never sits on the u.
        after_q = i > 0 and out[i - 1] == "q" and out[i] == "u"
        other = _TONE_PLACE.get(out[i] + out[i + 1])
        if other and not after_q:
            out[i], out[i + 1] = other[0], other[1]
        i += 1
    return "".join(out), index


def find_name(pdf: bytes, name: str) -> list[Place]:
    """Every place where the name stands on a line, the likeliest signature block first.

    The name under a signature stands alone on its side of the page, low on a late page: so a line that holds only
    the name comes before a mention within a sentence, and the last one before the first.

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
    """
    wanted = fold_name(name)
    if not wanted:
        return []
    found: list[tuple[bool, int, float, Place]] = []
    with open_document(pdf) as document:
        for number in range(len(document)):
            for line in page_lines(document, number):
                for rect, alone in _in_line(line, wanted):
                    found.append((alone, number, -rect[1], Place(number, rect)))
    found.sort(key=lambda one: (one[0], one[1], one[2]), reverse=True)
    return [place for *_, place in found]


def _in_line(line: Line, wanted: str) -> Iterator[tuple[Rect, bool]]:
    folded, index = _fold(line.text)
    start = folded.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        whole = not (start and folded[start - 1].isalnum()) and not (end < len(folded) and folded[end].isalnum())
        if whole:
            rect = line.rect(index[start], index[end - 1] + 1)
            yield rect, _stands_alone(line, rect)
        start = folded.find(wanted, start + 1)


def _stands_alone(line: Line, rect: Rect) -> bool:
    """Nothing but empty paper within two letter heights on both sides."""
    margin = 2 * line.size
    for letter in line.letters:
        if letter.text.isspace():
            continue
        outside = letter.right <= rect[0] + 0.5 or letter.left >= rect[2] - 0.5
        if outside and letter.right > rect[0] - margin and letter.left < rect[2] + margin:
            return False
    return True


def leader_box(pdf: bytes, name: Place) -> Place:
    """The leader's signature: centred between the position line above and the name (Annex I).

    Where no line stands above the name within 60 mm, the box sits straight above the name. The box keeps two points
    of air on both sides and shrinks, in proportion, when the gap is low.
    """
    with open_document(pdf) as document:
        lines = page_lines(document, name.page)
        width, height = document.get_page_size(name.page)
    left, _, right, top = name.rect
    middle = (left + right) / 2
    ceiling = top + _LEADER_HEIGHT + 4
    for line in reversed(lines):
        letters = [x for x in line.letters if not x.text.isspace() and x.left < right + 20 and x.right > left - 20]
        if not letters:
            continue
        bottom = min(x.bottom for x in letters)
        if top + 2 < bottom < top + _LONGEST_GAP:
            ceiling = bottom
            break
    space = max(ceiling - top - 4, 12.0)
    box_height = min(_LEADER_HEIGHT, space)
    box_width = _LEADER_WIDTH * box_height / _LEADER_HEIGHT
    low = top + (ceiling - top - box_height) / 2
    return Place(
        name.page, _on_page((middle - box_width / 2, low, middle + box_width / 2, low + box_height), width, height)
    )


def stamp_box(leader: Place, *, diameter_mm: float = STAMP_MM, visible: Rect | None = None) -> Place:
    """The agency's stamp: real size, covering about one third of the leader's signature on its left (Annex I).

    Args:
        leader: the box of the leader's signature.
        diameter_mm: the stamp's real size, 36 mm unless the organ's differs.
        visible: the ink's rectangle, when the picture does not fill its box.
    """
    side = diameter_mm * MM
    left, bottom, right, top = visible or leader.rect
    edge = left + (right - left) * _OVERLAP
    middle = (bottom + top) / 2
    return Place(leader.page, (edge - side, middle - side / 2, edge, middle + side / 2))


def _on_page(rect: Rect, width: float, height: float) -> Rect:
    left, bottom, right, top = rect
    shift = max(0.0, -left) - max(0.0, right - width)
    lift = max(0.0, -bottom) - max(0.0, top - height)
    return (left + shift, bottom + lift, right + shift, top + lift)
