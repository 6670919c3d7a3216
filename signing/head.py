"""What a draft's pages say of themselves: notation, heading, subject, recipients. For filling a form from a chosen PDF.

Reads the layout of Regulation 399-QĐ/TW and Decree 30/2020, Annex I. Knows ``page_text`` alone; what it does not find
stays empty, for a person to fill in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pypdfium2

from .page_text import Letter, Line, open_document, page_lines

_NOTATION = re.compile(r"^Số\s?:?[\s.…_\d]*(?P<rest>[-/]\s?[^\W\d_][\w\-/.]*)")
_WAITING = re.compile(r"^\s*Số\s?:?\s*$")
_PLACES = re.compile(r"^Nơi nhận\s*:?$")
_END = re.compile(r"^(-{2,}|_{2,}|Kính gửi.*)$")
_COLUMN_GAP = 1.6  # an empty stretch wider than this part of the letter height parts two columns
_MOST_LINES = 8  # a subject longer than this is none: the reading went astray


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words on one line, in one column: its text, edges, baseline (PDF points) and type."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Head:
    """What was read; an empty string or tuple where it does not stand there.

    Attributes:
        suffix: what follows the number in the notation, "-CV/ĐU" or "/QĐ-UBND".
        heading: the name of the type as it stands above the subject, "THÔNG BÁO"; none on a công văn.
        subject: trích yếu, its first letter a capital.
        to_places: the lines below Nơi nhận, without dash and stop.
        lines: every piece of text, for looking up the signer's name.
    """

    suffix: str = ""
    heading: str = ""
    subject: str = ""
    to_places: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


def read_head(pdf: bytes) -> Head:
    """What the first page, and the last for its recipients, say.

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
    """
    with open_document(pdf) as document:
        first = _pieces(document, 0)
        width = document.get_page_size(0)[0]
        others = [piece for number in range(1, len(document)) for piece in _pieces(document, number)]
    number = next(((i, m) for i, p in enumerate(first) if (m := _NOTATION.match(p.text))), None)
    suffix = number[1]["rest"].replace(" ", "") if number else ""
    heading, subject = "", ""
    if number is not None:
        heading, subject = _titled(first[number[0] + 1 :], width)
        subject = subject or _below_number(first, number[0], width)
    everything = [*first, *others]
    return Head(suffix, heading, subject, _to_places(everything), tuple(piece.text for piece in everything))


def _pieces(document: pypdfium2.PdfDocument, page: int) -> list[Piece]:
    found = []
    for line in page_lines(document, page):
        found += [piece for part in _columns(line) if (piece := _piece(part))]
    return found


def _columns(line: Line) -> list[list[tuple[str, Letter]]]:
    """The line's characters, parted where a wide empty stretch lies between two of them."""
    parts: list[list[tuple[str, Letter]]] = [[]]
    seen: Letter | None = None
    for i, character in enumerate(line.text):
        letter = line.letter(i)
        if not character.isspace():
            wide = seen is not None and letter.left - seen.right > _COLUMN_GAP * letter.size
            # The room that a draft leaves for its number parts nothing: "Số       -CV/ĐU" is one.
            if wide and not _WAITING.match("".join(c for c, _ in parts[-1])):
                parts.append([])
            seen = letter
        parts[-1].append((character, letter))
    return parts


def _piece(part: list[tuple[str, Letter]]) -> Piece | None:
    text = " ".join("".join(character for character, _ in part).split())
    letters = [letter for character, letter in part if not character.isspace()]
    if not text or not letters:
        return None
    left, right = min(x.left for x in letters), max(x.right for x in letters)
    bold = sum(x.bold for x in letters) * 2 > len(letters)
    return Piece(text, left, right, letters[0].baseline, letters[0].size, bold)


def _titled(pieces: list[Piece], width: float) -> tuple[str, str]:
    """The type's name in capitals in the middle of the page, and the bold lines below it."""
    for place, piece in enumerate(pieces):
        letters = piece.text.replace(" ", "")
        if not (piece.bold and letters.isupper() and abs(piece.middle - width / 2) < width * 0.12):
            continue
        if not letters.isalpha():
            return "", ""
        below = []
        for next_piece in pieces[place + 1 : place + 1 + _MOST_LINES]:
            if not next_piece.bold or _END.match(next_piece.text):
                break
            below.append(next_piece.text)
        return piece.text, _sentence(" ".join(below))
    return "", ""


def _below_number(pieces: list[Piece], number: int, width: float) -> str:
    """A công văn's subject stands under its number, in the left column."""
    found: list[str] = []
    last = pieces[number]
    for piece in pieces[number + 1 :]:
        if piece.middle > width * 0.5:
            continue
        if _END.match(piece.text) or last.baseline - piece.baseline > 2.2 * last.size or len(found) == _MOST_LINES:
            break
        found.append(piece.text)
        last = piece
    text = " ".join(found)
    if not re.match(r"V/v\b|Về việc\b", text, re.IGNORECASE):
        return ""
    return _sentence(re.sub(r"^V/v\s*", "Về việc ", text, flags=re.IGNORECASE))


def _to_places(pieces: list[Piece]) -> tuple[str, ...]:
    start = next((i for i, piece in enumerate(pieces) if _PLACES.match(piece.text)), None)
    if start is None:
        return ()
    edge, found = pieces[start].left, []
    for piece in pieces[start + 1 :]:
        if abs(piece.left - edge) > 2 * piece.size:
            continue
        if not piece.text.startswith("-"):
            break
        found.append(piece.text.lstrip("- ").rstrip(" .,;/"))
    return tuple(found)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


__all__ = ["Head", "read_head"]
