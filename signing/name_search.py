"""Finds a signer's name in the text of a PDF and tells the signature block from a mention.

A name is found however it is spelt (NFC or NFD, capitals, either place of the tone mark), with odd spaces in it or
split over two lines of a narrow cell. A block is a name that stands alone, a title before it at most, under a position
line (T/M, KT., CHỦ TỊCH, BÍ THƯ …). Knows ``page_text`` alone. Rectangles are in page units from the lower left of the
page as it is shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import pypdfium2

from .page_shape import Rect
from .page_text import Line, open_document, page_lines

Kind = Literal["block", "alone", "recipients", "mention"]

_ALL_READ = 4  # files of up to so many pages are read letter by letter; longer ones where the name's words stand
_GAP = 2.0  # an empty stretch wider than this many letter heights parts two columns or cells
_LONGEST_GAP = 12.5  # letter heights (about 60 mm): nothing above this distance can be the position line
_ROOM = 2.0  # letter heights: less between position and name, and nobody is meant to sign there
_MOST_ABOVE = 4

# Where the tone mark sits is a matter of taste; both spellings of a name are the same name.
_TONE_PLACE = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
# "qu" begins a syllable: in "quý" the tone mark never sits on the u.
_TONE_MISPLACED = re.compile("|".join(rf"(?<!q){one}" if one[0] == "u" else one for one in _TONE_PLACE))

_TITLE = re.compile(
    r"(?:(?:đ/c|đồng chí|ông|bà|gs|pgs|tskh|ts|tiến sĩ|ths|thạc sĩ|bs|bác sĩ|bscki+|cki+|ks|kỹ sư|cn|ls|luật sư|ktv|nb|"
    r"nhà báo|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)|đại úy)[\s.,\-:]*)+"
)
_POSITION = re.compile(
    r"^(?:(?:t/m|tm|k/t|kt|t/l|tl|tuq|t/uq|q)\b[./]?|(?:tổng )?bí thư|phó bí thư|(?:phó )?chủ tịch|(?:phó )?chánh |"
    r"(?:phó )?(?:tổng )?giám đốc|(?:phó )?(?:cục|vụ|viện|chi cục|ban|trạm|đội|tổ|hiệu|phòng|đoàn|khoa|bộ) ?trưởng|"
    r"(?:phó )?trưởng |thứ trưởng|phó |quyền |thường trực|chủ nhiệm|chủ trì|chủ tọa|thư ký|chỉ huy|ủy viên|cấp ủy|"
    r"người (?:ký|lập|soạn)|thủ trưởng|tổng biên tập|thay mặt|thừa )"
)
_RECIPIENTS = re.compile(r"^(?:nơi nhận|kính gửi|như trên|lưu)\b")


@dataclass(frozen=True, slots=True)
class Found:
    """One place where the name stands.

    Attributes:
        page: 0-based.
        rect: the name; in a block with the title before it.
        kind: "block" a signature block; "alone" nothing else on its line; "recipients" in the list at the lower left;
            "mention" within a sentence.
        words: the position line of a block ("BÍ THƯ"); else the line that the name stands in.
        ceiling: lower edge of what stands above the name, None where nothing does.
    """

    page: int
    rect: Rect
    kind: Kind
    words: str
    ceiling: float | None


@dataclass(frozen=True, slots=True)
class Segment:
    """What stands together on a line: one column, one cell.

    Attributes:
        line: the line that it is a part of.
        start: first character in ``line.text``.
        end: after the last.
    """

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters."""
        return self.line.text[self.start : self.end]

    @property
    def rect(self) -> Rect:
        """The box around them."""
        return self.line.rect(self.start, self.end)


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
    return _tones_in_place("".join(out)), index


def _tones_in_place(text: str) -> str:
    return _TONE_MISPLACED.sub(lambda found: _TONE_PLACE[found[0]], text)


def _squeezed(text: str) -> tuple[str, list[int]]:
    """Folded without any space: "N G U Y Ễ N" is a way to write a name, too."""
    folded, index = _fold(text)
    kept = [i for i, character in enumerate(folded) if character != " "]
    return "".join(folded[i] for i in kept), [index[i] for i in kept]


# -- searching ---------------------------------------------------------------------------------------------------


def find(pdf: bytes, name: str, position: str = "") -> list[Found]:
    """Every place where the name stands, the likeliest signature block first.

    Args:
        pdf: the file; one without text (a scan) has no names.
        name: the signer's.
        position: the signer's position as the document says it ("Bí thư"), which tells two blocks apart.

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
    """
    wanted = _squeezed(unicodedata.normalize("NFC", name))[0]
    if not wanted:
        return []
    found: list[Found] = []
    with open_document(pdf) as document:
        for number in _pages_to_read(document, name):
            segments = segments_of(page_lines(document, number))
            around = _Surroundings(segments, document.get_page_size(number)[0])
            found += [_judged(number, one, around) for one in _matches(segments, wanted)]
    held = fold_name(position)
    order = {"block": 3, "alone": 2, "recipients": 1, "mention": 0}
    found.sort(
        key=lambda one: (order[one.kind], bool(held) and held in fold_name(one.words), one.page, -one.rect[1]),
        reverse=True,
    )
    return found


def sure(found: Sequence[Found], position: str = "") -> int | None:
    """Which place needs no asking: the only one by itself, the only block, or the only block under this position."""
    if len(found) == 1:
        return 0 if found[0].kind in ("block", "alone") else None
    blocks = [i for i, one in enumerate(found) if one.kind == "block"]
    held = fold_name(position)
    if len(blocks) > 1 and held:
        # "Phó Bí thư" holds the words "Bí thư": the position must be the whole of a line.
        blocks = [i for i in blocks if held in {fold_name(part) for part in found[i].words.split(" · ")}]
    return blocks[0] if len(blocks) == 1 else None


def _pages_to_read(document: pypdfium2.PdfDocument, name: str) -> Iterator[int]:
    """The pages whose text holds every word of the name; reading letter by letter takes a hundred times longer."""
    count = len(document)
    words = {_squeezed(word)[0] for word in unicodedata.normalize("NFC", name).split()}
    for number in range(count):
        if count > _ALL_READ:
            page = document[number]
            try:
                text_page = page.get_textpage()
                text = unicodedata.normalize("NFC", text_page.get_text_range())
                text_page.close()
            finally:
                page.close()
            squeezed = _squeezed(text)[0]
            if not all(word in squeezed for word in words):
                continue
        yield number


def segments_of(lines: Sequence[Line]) -> list[Segment]:
    """The lines of a page, each cut where a column or a cell ends; from the top down, left to right."""
    found: list[Segment] = []
    for line in lines:
        start, last, widest = 0, None, _GAP * line.size
        for i in range(len(line.text)):
            letter = line.letter(i)
            if line.text[i].isspace():
                continue
            if last is not None and letter.left - last.right > widest:
                found.append(Segment(line, start, i))
                start = i
            last = letter
        if last is not None:
            found.append(Segment(line, start, len(line.text)))
    return [one for one in map(_trimmed, found) if one.start < one.end]


def _trimmed(segment: Segment) -> Segment:
    text = segment.text
    start = segment.start + len(text) - len(text.lstrip())
    return replace(segment, start=start, end=start + len(text.strip()))


@dataclass(frozen=True, slots=True)
class _Match:
    """The name in one segment, or its two parts in two."""

    parts: tuple[tuple[Segment, int, int], ...]

    @property
    def rect(self) -> Rect:
        return _around([one.line.rect(start, end) for one, start, end in self.parts])


def _matches(segments: Sequence[Segment], wanted: str) -> Iterator[_Match]:
    for i, segment in enumerate(segments):
        if not _may_hold(segment.text, wanted):
            continue
        text, index = _squeezed(segment.text)
        start = text.find(wanted)
        while start >= 0:
            first, last = segment.start + index[start], segment.start + index[start + len(wanted) - 1] + 1
            if _whole(segment.line.text, first, last):
                yield _Match(((segment, first, last),))
            start = text.find(wanted, start + 1)
        yield from _split(segment, text, index, segments[i + 1 :], wanted)


def _may_hold(text: str, wanted: str) -> bool:
    """Whether the name, or the beginning of it at the end, is in a text; most have neither, and need no index."""
    packed = "".join(_tones_in_place(text.lower()).split())
    return wanted in packed or any(packed.endswith(wanted[:length]) for length in range(2, len(wanted)))


def _split(segment: Segment, text: str, index: list[int], later: Sequence[Segment], wanted: str) -> Iterator[_Match]:
    """The name begun at the end of a segment and ended at the start of the one below it."""
    for length in range(len(wanted) - 1, 1, -1):
        if not text.endswith(wanted[:length]):
            continue
        first = segment.start + index[len(text) - length]
        below = _below(segment, later)
        if below is None or not _whole(segment.line.text, first, segment.end):
            return
        rest, rest_index = _squeezed(below.text)
        if not rest.startswith(wanted[length:]):
            return
        last = below.start + rest_index[len(wanted) - length - 1] + 1
        if _whole(below.line.text, below.start, last):
            yield _Match(((segment, first, segment.end), (below, below.start, last)))
        return


def _below(segment: Segment, later: Sequence[Segment]) -> Segment | None:
    left, _, right, _ = segment.rect
    for one in later:
        x0, _, x1, _ = one.rect
        under = segment.line.baseline - one.line.baseline
        if 0.5 * segment.line.size < under < 2.2 * segment.line.size and x0 < right and x1 > left:
            return one
    return None


def _whole(text: str, start: int, end: int) -> bool:
    """Whether the name begins and ends where words do."""
    return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())


# -- judging -----------------------------------------------------------------------------------------------------


def _judged(page: int, match: _Match, around: _Surroundings) -> Found:
    first, start, _ = match.parts[0]
    last, _, end = match.parts[-1]
    before = fold_name(first.line.text[first.start : start])
    alone = not last.line.text[end : last.end].strip() and (not before or _TITLE.fullmatch(before) is not None)
    rect = _around([one.rect for one, _, _ in match.parts]) if alone else match.rect
    size = first.line.size
    above = around.above(rect, size)
    ceiling = above[0].rect[1] if above else None
    among_recipients = around.lists(rect)
    if alone:
        positions = [one.text for one in above[:_MOST_ABOVE] if _POSITION.match(fold_name(one.text))]
        if among_recipients:
            return Found(page, rect, "recipients", first.text, ceiling)
        if not positions and above and above[0].text.isupper():
            positions = [above[0].text]  # a position that no list names
        if positions and ceiling is not None and ceiling - rect[3] >= _ROOM * size:
            return Found(page, rect, "block", " · ".join(reversed(positions)), ceiling)
        return Found(page, rect, "alone", above[0].text if above else first.text, ceiling)
    kind: Kind = "recipients" if among_recipients else "mention"
    return Found(page, rect, kind, " ".join(one.text for one, _, _ in match.parts), ceiling)


class _Surroundings:
    """What stands around the names on a page: measured once, in however many places the name stands."""

    def __init__(self, segments: Sequence[Segment], width: float = 0.0) -> None:
        self._placed = [(one, one.rect) for one in segments]
        self._width = width
        self._heads: list[Rect] | None = None

    def lists(self, name: Rect) -> bool:
        """Whether it is in the list under "Nơi nhận": begun above it at the same edge, on the left of the page."""
        left, _, _, top = name
        if left > self._width / 2:
            return False
        if self._heads is None:
            self._heads = [rect for one, rect in self._placed if _RECIPIENTS.match(fold_name(one.text))]
        return any(rect[1] > top - 2 and abs(rect[0] - left) < self._width / 4 for rect in self._heads)

    def above(self, name: Rect, size: float) -> list[Segment]:
        """What stands over a name of this type size within a hand's breadth and over its width, the nearest first."""
        left, _, right, top = name
        low, high = top + 0.14 * size, top + _LONGEST_GAP * size
        found = [
            (rect[1], one)
            for one, rect in self._placed
            if low < rect[1] < high and _inked(one, left - 1.5 * size, right + 1.5 * size)
        ]
        return [one for _, one in sorted(found, key=lambda one: one[0])]


def _inked(segment: Segment, left: float, right: float) -> bool:
    letters = map(segment.line.letter, range(segment.start, segment.end))
    return any(not x.text.isspace() and x.left < right and x.right > left for x in letters)


def _around(rects: Sequence[Rect]) -> Rect:
    return (
        min(one[0] for one in rects), min(one[1] for one in rects),
        max(one[2] for one in rects), max(one[3] for one in rects),
    )  # fmt: skip


def room_above(pdf: bytes, page: int, rect: Rect) -> float | None:
    """Lower edge of what stands over a name, None where nothing does."""
    with open_document(pdf) as document:
        lines = page_lines(document, page)
    size = min((x.size for x in lines if x.letters[0].bottom < rect[3] and x.letters[0].top > rect[1]), default=14.0)
    above = _Surroundings(segments_of(lines)).above(rect, size)
    return above[0].rect[1] if above else None
