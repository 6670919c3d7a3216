"""What number and date a page already bears, against what the document was given.

For a document whose number was printed or reserved before the leader signed: nothing may be sealed under another number
than the one it was given. Knows ``page_text`` and ``name_search``'s segments.
"""

from __future__ import annotations

import re
from datetime import date

from .name_search import segments_of
from .page_text import open_document, page_lines
from .problems import NumberDiffers

_NUMBER = re.compile(r"Số\s?:?\s*(?P<number>\d+)\s?[/\-–‑]\s?[\w/\-–‑.&\s]+")
_DATE = re.compile(r".{0,48}?ngày\s*(?P<day>\d{1,2})\s*tháng\s*(?P<month>\d{1,2})\s*năm\s*(?P<year>\d{4})\s*\.?")


def printed(pdf: bytes) -> tuple[str | None, date | None]:
    """The number and the date in the head of page 1, each None where it is open or not there.

    Only what stands by itself counts, as it does in a head: a number or a date within a sentence is another document's.

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
    """
    with open_document(pdf) as document:
        width, height = document.get_page_size(0)
        segments = segments_of(page_lines(document, 0, above=height * 0.5))
    number: str | None = None
    day: date | None = None
    for one in segments:
        found = _NUMBER.fullmatch(one.text.strip())
        if found and number is None and one.rect[0] < width * 0.55:
            number = found["number"]
        dated = _DATE.fullmatch(one.text.strip())
        if dated and day is None and one.rect[2] > width * 0.6:
            try:
                day = date(int(dated["year"]), int(dated["month"]), int(dated["day"]))
            except ValueError:
                continue
    return number, day


def check(pdf: bytes, notation: str, day: date) -> None:
    """What is printed must be what the document was given; where nothing is printed, nothing is said.

    Args:
        pdf: the file, without open fields.
        notation: number and notation that the document was given ("118-TB/TU").
        day: its date.

    Raises:
        NumberDiffers: another number or date stands on the page.
        PdfEncrypted, PdfUnreadable: the file cannot be read.
    """
    number, dated = printed(pdf)
    digits = re.match(r"\d+", notation)
    if number is not None and digits is not None and int(number) != int(digits[0]):
        raise NumberDiffers(printed=number, given=notation)
    if dated is not None and dated != day:
        raise NumberDiffers(printed=f"{dated:%d/%m/%Y}", given=f"{day:%d/%m/%Y}")
