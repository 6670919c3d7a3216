"""The words of a page before they are set: blocks of a body, dates in words, and which words stay together.

Knows nothing of ours. Letters are composed (NFC): the fonts carry no rules for combining marks.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Block:
    """One paragraph of a body.

    ``kind`` is "text", "heading" (bold line), "article" (begins with a bold "Điều n."), "basis" (italic ground, state
    side) or "act" (the word QUYẾT ĐỊNH in the middle).
    """

    kind: str
    text: str


def nfc(text: str) -> str:
    """Composed letters: the fonts carry no rules for combining marks."""
    return unicodedata.normalize("NFC", text)


def date_words(day: date) -> str:
    """ "ngày 05 tháng 01 năm 2026": days below 10 and months 1 and 2 with a zero (Decree 30/2020, Annex I)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def markup(block: Block) -> str:
    """A block as reportlab's own marks: the number of an article stands bold."""
    text = escape(block.text)
    if block.kind == "article":
        found = re.match(r"(Điều \d+\.)(.*)", text, re.DOTALL)
        if found:
            return f"<b>{found[1]}</b>{found[2]}"
    return text


def escape(text: str) -> str:
    """Text in which reportlab sees no marks."""
    return nfc(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def uncapped(subject: str) -> str:
    """A subject under its type begins in lower case, unless it begins with a name or an abbreviation."""
    first = subject.split(" ", 1)[0]
    if first.isupper() and len(first) > 1:
        return subject
    if subject.startswith(_NAMES):
        return subject
    return subject[:1].lower() + subject[1:]


_NAMES = ("Đảng ", "Ngày hội", "Tỉnh ủy", "Ban Thường vụ", "Ban Chấp hành", "Đại hội đại biểu", "Quỹ ")


_PHRASES = re.compile(
    r"(bảo đảm|quốc phòng|an ninh|Ban Thường vụ|Ban Chấp hành|Ban Tổ chức|Tỉnh ủy|Đảng ủy|Nhân dân|Nghị quyết số"
    r"|chuyển đổi số|chi bộ|đảng viên|cấp ủy|địa bàn|đồng chí|kinh tế|xã hội|thôn \w+|xã \w+ \w+|tháng \d+|năm \d+"
    r"|quý [IV]+|số \d+|nhiệm kỳ)"
)


def bound(text: str) -> str:
    """Words that belong together stay on one line of a centred subject."""
    return _PHRASES.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
