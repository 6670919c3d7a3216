"""Draws the pages of official documents: Party side, state side and Mặt trận, on A4 with embedded letters.

Party layout by Regulation 399-QĐ/TW and Guidance 05-HD/VPTW of 2026, state layout by Decree 30/2020, Annex I.
Knows reportlab, the fonts in resources, and the organs' headings. Every page says THỰC HÀNH at its foot.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import as_file, files
from typing import cast

from reportlab import rl_config
from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from desktop.practice.page_words import Block, bound, date_words, escape, markup, nfc, uncapped
from desktop.practice.people import Organ

WIDTH, HEIGHT = A4
TOP, BOTTOM, LEFT, RIGHT = 20 * mm, 20 * mm, 30 * mm, 15 * mm
"""Margins (399-QĐ/TW, art. on page layout; within the Decree's 20-25/20-25/30-35/15-20 mm)."""

TEXT_WIDTH = WIDTH - LEFT - RIGHT
SIGNATURE_ROOM = 31 * mm
"""Between the position line and the full name: a 36 mm stamp covers a third of the handwriting there."""

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "Serif", "Serif-Bold", "Serif-Italic", "Serif-BoldItalic"
_FILES = {REGULAR: "regular", BOLD: "bold", ITALIC: "italic", BOLD_ITALIC: "bold-italic"}
_RED = Color(0.78, 0.06, 0.09)
_FAINT = Color(0.62, 0.62, 0.62)
_FOOT = "THỰC HÀNH - văn bản luyện tập, không có giá trị"

URGENCY_WORDS = ("", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC")
_URGENCY_WIDTH = (0.0, 20 * mm, 40 * mm, 30 * mm)


@dataclass(frozen=True)
class Sheet:
    """All that stands on a document's pages.

    Attributes:
        type_name: "Thông báo"; empty for a công văn, whose subject stands under the number.
        type_code: the code in the notation, "TB".
        number: None leaves room, as a draft does ("Số       -CV/ĐU").
        day: None leaves the room for day and month open.
        suffix: what follows the number in the notation, "-TB/TU" or "/QĐ-UBND".
        addressees: "Kính gửi" lines of a công văn, a tờ trình or a giấy mời.
        competence: "T/M BAN THƯỜNG VỤ"; empty when the head signs for himself.
        to_places: the lines under "Nơi nhận", without dashes.
    """

    organ: Organ
    type_name: str
    suffix: str
    subject: str
    body: tuple[Block, ...]
    competence: str
    position: str
    signer: str
    to_places: tuple[str, ...]
    number: int | None = None
    day: date | None = None
    addressees: tuple[str, ...] = ()
    urgency: int = 0

    @property
    def party(self) -> bool:
        return self.organ.style == "party"


@dataclass(frozen=True)
class Drawn:
    """A drawn document: the file, how many pages it has, and its text for the search index."""

    pdf: bytes
    pages: int
    text: str


def register_fonts() -> None:
    """Loads the four faces once; later calls cost nothing."""
    if REGULAR in pdfmetrics.getRegisteredFontNames():
        return
    # Streams as bytes: reportlab's default wraps them in letters, which costs time and a quarter more room.
    rl_config.useA85 = 0
    for name, part in _FILES.items():
        with as_file(files("resources") / "fonts" / f"serif-{part}.ttf") as path:
            pdfmetrics.registerFont(TTFont(name, str(path)))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC)


def draw(sheet: Sheet, *, compressed: bool = True) -> Drawn:
    """The document as a PDF; the same sheet always gives the same bytes."""
    register_fonts()
    return _Drawing(sheet, compressed=compressed).run()


def draw_annex(heading: str, columns: Sequence[str], rows: int) -> Drawn:
    """An attachment in a file of its own: a form with empty rows. What stands at the top right is its signature's."""
    register_fonts()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, lang="vi-VN", initialFontName=REGULAR)  # type: ignore[arg-type]
    canvas.setTitle(heading)
    canvas.setFont(BOLD, 14)
    canvas.drawCentredString(LEFT + TEXT_WIDTH / 2, HEIGHT - 38 * mm, "PHỤ LỤC")
    canvas.drawCentredString(LEFT + TEXT_WIDTH / 2, HEIGHT - 45 * mm, nfc(heading))
    first = 12 * mm
    step, height, top = (TEXT_WIDTH - first) / len(columns), 9 * mm, HEIGHT - 54 * mm
    edges = [LEFT, *(LEFT + first + n * step for n in range(len(columns) + 1))]
    canvas.grid(edges, [top - n * height for n in range(rows + 2)])
    canvas.setFont(BOLD, 12)
    for n, column in enumerate(("TT", *columns)):
        canvas.drawCentredString((edges[n] + edges[n + 1]) / 2, top - height + 9, nfc(column))
    canvas.setFont(REGULAR, 12)
    for n in range(rows):
        canvas.drawCentredString(LEFT + first / 2, top - (n + 2) * height + 9, str(n + 1))
    canvas.setFont(REGULAR, 8)
    canvas.setFillColor(_FAINT)
    canvas.drawCentredString(WIDTH / 2, 8.5 * mm, _FOOT)
    canvas.save()
    return Drawn(out.getvalue(), 1, f"PHỤ LỤC {heading} {' '.join(columns)}")


# -- drawing ----------------------------------------------------------------------------------------------------------


class _Drawing:
    """One document being drawn: a canvas, how far down the page it has come, and the text so far."""

    def __init__(self, sheet: Sheet, *, compressed: bool) -> None:
        self.sheet = replace(sheet, subject=nfc(sheet.subject))
        self.out = io.BytesIO()
        self.canvas = Canvas(
            self.out,
            pagesize=A4,
            invariant=1,
            pageCompression=int(compressed),
            lang="vi-VN",
            initialFontName=REGULAR,  # type: ignore[arg-type]  # the stub takes the name for a number
        )
        self.y = HEIGHT - TOP
        self.page = 1
        self.words: list[str] = []

    def run(self) -> Drawn:
        sheet = self.sheet
        title = f"{sheet.type_name} {sheet.subject}".strip()
        self.canvas.setTitle(title)
        self.canvas.setAuthor(nfc(sheet.organ.name))
        self.canvas.setSubject("THỰC HÀNH")
        if sheet.party:
            self._party_head()
        else:
            self._state_head()
        self._title()
        self._body()
        self._foot()
        self.canvas.showPage()
        self.canvas.save()
        text = " ".join(self.words)
        return Drawn(self.out.getvalue(), self.page, re.sub(r"<[^>]+>", "", text))

    # -- heads

    def _party_head(self) -> None:
        sheet, left, right = self.sheet, LEFT + 34 * mm, WIDTH - RIGHT - 45 * mm
        y = HEIGHT - TOP - 12
        self._middle(right, y, "ĐẢNG CỘNG SẢN VIỆT NAM", BOLD, 14.5)
        width = pdfmetrics.stringWidth("ĐẢNG CỘNG SẢN VIỆT NAM", BOLD, 14.5)
        self._rule(right - width / 2, right + width / 2, y - 4.5, 0.9)
        self._date(right, y - 25)
        lines = [(sheet.organ.superior, REGULAR)] if sheet.organ.superior else []
        lines += [(line, BOLD) for line in sheet.organ.heading]
        for text, font in lines:
            self._middle(left, y, text, font, self._fitting(text, font, 13.5, 74 * mm))
            y -= 16
        self._middle(left, y - 1, "*", REGULAR, 14)
        y -= 17
        self._number(left, y, "Số ")
        self._below_number(left, y)

    def _state_head(self) -> None:
        sheet, left, right = self.sheet, LEFT + 31 * mm, WIDTH - RIGHT - 46 * mm
        y = HEIGHT - TOP - 12
        nation, motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
        self._middle(right, y, nation, BOLD, 12.5)
        self._middle(right, y - 17, motto, BOLD, 13.5)
        width = pdfmetrics.stringWidth(motto, BOLD, 13.5)
        self._rule(right - width / 2, right + width / 2, y - 22, 0.8)
        self._date(right, y - 45)
        if sheet.organ.superior:
            self._middle(left, y, sheet.organ.superior, REGULAR, 12.5)
            y -= 16
        for line in sheet.organ.heading:
            self._middle(left, y, line, BOLD, self._fitting(line, BOLD, 12.5, 66 * mm))
            y -= 16
        width = pdfmetrics.stringWidth(sheet.organ.heading[-1], BOLD, 12.5) * 0.45
        self._rule(left - width / 2, left + width / 2, y + 11, 0.8)
        y = min(y - 8, HEIGHT - TOP - 57)
        self._number(left, y, "Số: ")
        self._below_number(left, y)

    def _number(self, center: float, y: float, word: str) -> None:
        """The number line; a draft keeps a gap that three digits fit into."""
        sheet = self.sheet
        size = 13.5 if sheet.party else 13
        digits = f"{sheet.number:02d}" if sheet.number is not None else " " * 7
        suffix = nfc(sheet.suffix)
        x = center - pdfmetrics.stringWidth(word + digits + suffix, REGULAR, size) / 2
        self._string(x, y, word + digits + suffix, REGULAR, size)
        self.words.append(word + digits.strip() + suffix)

    def _date(self, center: float, y: float) -> None:
        sheet = self.sheet
        words = date_words(sheet.day) if sheet.day else "ngày       tháng       năm        "
        text = f"{nfc(sheet.organ.place)}, {words}"
        width = pdfmetrics.stringWidth(text, ITALIC, 13.5)
        self._string(center - width / 2, y, text, ITALIC, 13.5)
        self.words.append(text)

    def _below_number(self, center: float, y: float) -> None:
        """A công văn's subject, and the urgency stamp (red frame, DOMAIN 4)."""
        sheet = self.sheet
        if not sheet.type_name:
            font, size = (ITALIC, 12) if sheet.party else (REGULAR, 12)
            lead = sheet.subject if sheet.party else f"V/v {sheet.subject}"
            style = ParagraphStyle("cv", fontName=font, fontSize=size, leading=14, alignment=TA_CENTER)
            paragraph = Paragraph(bound(escape(lead)), style)
            width, height = _balanced(paragraph, 70 * mm)
            paragraph.drawOn(self.canvas, center - width / 2, y - height - 4)
            self.words.append(lead)
            y -= height + 6
            if sheet.party:
                self._middle(center, y - 9, "-----", REGULAR, 12)
                y -= 12
        if sheet.urgency:
            width, height = _URGENCY_WIDTH[sheet.urgency], 8 * mm
            y -= height + 9
            self.canvas.setStrokeColor(_RED)
            self.canvas.setFillColor(_RED)
            self.canvas.setLineWidth(1.4)
            self.canvas.rect(center - width / 2, y, width, height)
            self._middle(center, y + 7.4, URGENCY_WORDS[sheet.urgency], BOLD, 13 if width > 20 * mm else 12.5)
            self.canvas.setFillGray(0)
            self.canvas.setStrokeGray(0)
        self.y = min(y - 22, HEIGHT - TOP - 92)

    # -- the body

    def _title(self) -> None:
        sheet = self.sheet
        if sheet.type_name:
            center = LEFT + TEXT_WIDTH / 2
            self.y -= 12
            self._middle(center, self.y, sheet.type_name.upper(), BOLD, 15.5)
            style = ParagraphStyle("subject", fontName=BOLD, fontSize=14, leading=18, alignment=TA_CENTER)
            paragraph = Paragraph(bound(escape(uncapped(sheet.subject))), style)
            width, height = _balanced(paragraph, TEXT_WIDTH - 24 * mm)
            self.y -= height + 5
            paragraph.drawOn(self.canvas, center - width / 2, self.y)
            self.words += [sheet.type_name, sheet.subject]
            if sheet.party:
                self.y -= 11
                self._middle(center, self.y, "-----", BOLD, 14)
            else:
                self.y -= 6
                self._rule(center - 24 * mm, center + 24 * mm, self.y, 0.8)
            self.y -= 16
        if sheet.addressees:
            self._addressees(sheet.addressees)

    def _addressees(self, lines: Sequence[str]) -> None:
        self.y -= 6
        if len(lines) == 1:
            self.y -= 14
            self._middle(LEFT + TEXT_WIDTH / 2, self.y, f"Kính gửi: {nfc(lines[0])}", REGULAR, 14)
        else:
            x = LEFT + 30 * mm
            self.y -= 14
            lead = "Kính gửi:"
            self._string(x, self.y, lead, REGULAR, 14)
            indent = x + pdfmetrics.stringWidth(lead, REGULAR, 14) + 6
            for n, line in enumerate(lines):
                self.y -= 18 if n else 0
                self._string(indent, self.y, f"- {nfc(line)}{';' if n < len(lines) - 1 else '.'}", REGULAR, 14)
        self.words.append("Kính gửi: " + "; ".join(lines))
        self.y -= 12

    def _body(self) -> None:
        blocks = list(self.sheet.body)
        for n, block in enumerate(blocks):
            paragraph = Paragraph(markup(block), _STYLES.get(block.kind, _STYLES["text"]))
            self.words.append(block.text)
            last = n == len(blocks) - 1
            # The signature never stands on a page of its own: the last paragraph goes with it.
            self._flow(paragraph, self._closing_height() if last else 0, heading=block.kind in ("heading", "act"))
        self._closing()

    def _flow(self, paragraph: Paragraph, after: float, *, heading: bool) -> None:
        space = paragraph.style.spaceBefore
        floor = BOTTOM + 6
        _, height = paragraph.wrap(TEXT_WIDTH, HEIGHT)
        keep = 40 if heading else 0
        if self.y - space - height - keep >= floor and (not after or self.y - space - height - after >= floor):
            self._place(paragraph, space + height)
            return
        if after and self.y - space - height >= floor and height < 60:
            self._new_page()
            self._place(paragraph, height)
            return
        parts = _split(paragraph, self.y - space - floor) if not heading else []
        if after and len(parts) < 2 and self.y - space - height >= floor:
            # All of it fits, the signature does not: the last two lines go along.
            parts = _split(paragraph, height - 2 * paragraph.style.leading)
        if len(parts) == 2:
            _, first = parts[0].wrap(TEXT_WIDTH, HEIGHT)
            self._place(parts[0], space + first)
            self._new_page()
            self._flow(parts[1], after, heading=False)
            return
        self._new_page()
        _, height = paragraph.wrap(TEXT_WIDTH, HEIGHT)
        self._place(paragraph, height)

    def _place(self, paragraph: Paragraph, height: float) -> None:
        self.y -= height
        paragraph.drawOn(self.canvas, LEFT, self.y)

    def _new_page(self) -> None:
        self._foot()
        self.canvas.showPage()
        self.page += 1
        self._middle(WIDTH / 2, HEIGHT - 13 * mm, str(self.page), REGULAR, 13)
        self.y = HEIGHT - TOP

    # -- the foot of the document

    def _closing_height(self) -> float:
        lines = 3 if self.sheet.competence else 2
        return max(22 + lines * 18 + SIGNATURE_ROOM, 40 + len(self.sheet.to_places) * 14)

    def _closing(self) -> None:
        sheet = self.sheet
        if self.y - self._closing_height() < BOTTOM:
            self._new_page()
        self.y -= 28
        center = WIDTH - RIGHT - 40 * mm
        y = self.y
        for line in filter(None, (sheet.competence, sheet.position)):
            self._middle(center, y, nfc(line), BOLD, 14 if sheet.party else 13.5)
            y -= 18
        y -= SIGNATURE_ROOM - 4
        self._middle(center, y, nfc(sheet.signer), BOLD, 14)
        self._to_places(self.y - 2)
        self.words += [sheet.competence, sheet.position, sheet.signer]

    def _to_places(self, y: float) -> None:
        party = self.sheet.party
        font, size = (REGULAR, 13) if party else (BOLD_ITALIC, 12)
        self._string(LEFT, y, "Nơi nhận:", font, size)
        if party:
            self._rule(LEFT, LEFT + pdfmetrics.stringWidth("Nơi nhận", font, size), y - 2, 0.6)
        lines = self.sheet.to_places
        size, step = (12, 14.5) if party else (11, 13)
        for n, line in enumerate(lines):
            y -= step
            end = "." if n == len(lines) - 1 else ("," if party else ";")
            self._string(LEFT, y, f"- {nfc(line)}{end}", REGULAR, size)

    # -- small things

    def _foot(self) -> None:
        self.canvas.setFillColor(_FAINT)
        self._middle(WIDTH / 2, 8.5 * mm, _FOOT, REGULAR, 8)
        self.canvas.setFillGray(0)

    def _string(self, x: float, y: float, text: str, font: str, size: float) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def _middle(self, x: float, y: float, text: str, font: str, size: float) -> None:
        self._string(x - pdfmetrics.stringWidth(text, font, size) / 2, y, text, font, size)

    def _rule(self, left: float, right: float, y: float, width: float) -> None:
        self.canvas.setLineWidth(width)
        self.canvas.line(left, y, right, y)

    @staticmethod
    def _fitting(text: str, font: str, size: float, room: float) -> float:
        width = pdfmetrics.stringWidth(text, font, size)
        return size if width <= room else size * room / width


_TEXT = ParagraphStyle(
    "text", fontName=REGULAR, fontSize=14, leading=19, alignment=TA_JUSTIFY, firstLineIndent=10 * mm, spaceBefore=6,
    allowWidows=0, allowOrphans=0,
)  # fmt: skip
_STYLES = {
    "text": _TEXT,
    "article": _TEXT,
    "heading": ParagraphStyle("heading", parent=_TEXT, fontName=BOLD, spaceBefore=8),
    "basis": ParagraphStyle("basis", parent=_TEXT, fontName=ITALIC, spaceBefore=4),
    "act": ParagraphStyle("act", fontName=BOLD, fontSize=14, leading=19, alignment=TA_CENTER, spaceBefore=10),
}


def _split(paragraph: Paragraph, height: float) -> list[Paragraph]:
    """The part that fits into a height, and the rest."""
    return cast(list[Paragraph], paragraph.split(TEXT_WIDTH, height))


def _balanced(paragraph: Paragraph, width: float) -> tuple[float, float]:
    """The narrowest width that takes no more lines, so that no word is left alone on the last one; and its height."""
    _, height = paragraph.wrap(width, HEIGHT)
    low, high = width / 2, width
    while high - low > 2:
        middle = (low + high) / 2
        _, tried = paragraph.wrap(middle, HEIGHT)
        if tried > height:
            low = middle
        else:
            high = middle
    paragraph.wrap(high, HEIGHT)
    return high, height
