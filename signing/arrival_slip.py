"""The page that an organ signs to confirm the arrival of a file that must stay as it came (phiếu xác nhận văn bản đến).

A file that its issuer signed and locked bears no further mark, and a picture of it would be a second, weaker version.
So the arrival mark stands on a page of its own, which names the document and, by its SHA-256 digest, the very bytes
that came: that binds the two without touching either. Knows ``lettering`` and pyHanko's writer. Lengths are points.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import signing.whole_pyhanko  # noqa: F401 - first

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter

from .arrival_mark import HEIGHT_MM, WIDTH_MM
from .lettering import Lettering, Run, wrapped
from .page_shape import A4, MM
from .place import Place

_LEFT, _RIGHT = 30 * MM, A4[2] - 15 * MM
_TOP = A4[3] - 20 * MM
_VALUES = _LEFT + 48 * MM
_SIZE = 13.0
_STEP = 18.0
_BOLD = 0.03
_GREY = (0.45, 0.45, 0.45)

SLIP_PLACE = Place(0, (_LEFT, _TOP - 14 * MM - HEIGHT_MM * MM, _LEFT + WIDTH_MM * MM, _TOP - 14 * MM))
"""Where the arrival mark stands on the page."""


@dataclass(frozen=True)
class SlipFacts:
    """What the page says of the document.

    Attributes:
        organ: who received it.
        rows: label and value, in order.
        file_name: of the file that came.
        digest: its SHA-256, hex.
        practice: the page says so.
    """

    organ: str
    rows: tuple[tuple[str, str], ...]
    file_name: str
    digest: str
    practice: bool = False


def arrival_slip(facts: SlipFacts) -> bytes:
    """The page, A4, still to be signed at ``SLIP_PLACE``; its words are Vietnamese, as on every official paper."""
    runs = [*_heading(facts), *_body(facts)]
    writer = PdfFileWriter()
    face, bold = Lettering(writer=writer), []
    drawn = [face.draw(run) for run in runs if run.text.strip()]
    stream = generic.StreamObject(stream_data=b"\n".join([*drawn, *bold]))
    resources = generic.DictionaryObject(
        {pdf_name("/Font"): generic.DictionaryObject({pdf_name("/" + face.resource_name): face.finish()})}
    )
    box = generic.ArrayObject([generic.FloatObject(f"{one:.2f}") for one in A4])
    page = PageObject(contents=writer.add_object(stream), media_box=box, resources=resources)
    writer.insert_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _heading(facts: SlipFacts) -> list[Run]:
    face = Lettering()
    runs: list[Run] = []
    y = _TOP
    for line in wrapped(facts.organ.upper(), _RIGHT - _LEFT, _SIZE):
        runs.append(Run(line, _LEFT, y, _SIZE, stroke=_BOLD))
        y -= _STEP
    title, size = "PHIẾU XÁC NHẬN VĂN BẢN ĐẾN", 14.0
    x = SLIP_PLACE.rect[2] + 8 * MM
    middle = x + (_RIGHT - x) / 2
    height = (SLIP_PLACE.rect[1] + SLIP_PLACE.rect[3]) / 2
    runs.append(Run(title, middle - face.width(title, size) / 2, height + 4, size, stroke=_BOLD))
    note = "(kèm theo văn bản điện tử, không thay văn bản)"
    runs.append(Run(note, middle - face.width(note, 11) / 2, height - 14, 11))
    if facts.practice:
        word = "THỰC HÀNH"
        runs.append(Run(word, _RIGHT - face.width(word, 14), _TOP, 14, colour=_GREY, stroke=_BOLD))
    return runs


def _body(facts: SlipFacts) -> list[Run]:
    runs: list[Run] = []
    y = SLIP_PLACE.rect[1] - 14 * MM
    digest = " ".join(facts.digest[n : n + 8] for n in range(0, len(facts.digest), 8))
    rows = [*facts.rows, ("Tệp văn bản", facts.file_name), ("Mã băm SHA-256", digest)]
    for label, value in rows:
        runs.append(Run(label, _LEFT, y, _SIZE))
        for line in wrapped(value, _RIGHT - _VALUES, _SIZE) or ("",):
            runs.append(Run(line, _VALUES, y, _SIZE))
            y -= _STEP
        y -= 4
    y -= 8
    said = (
        "Văn bản điện tử nêu trên đã đến và đã đăng ký vào sổ văn bản đến. Tệp văn bản được giữ nguyên như khi nhận; "
        "mã băm trên phiếu này là của chính tệp đó. Chữ ký số của cơ quan nhận ở trên phiếu, hình là dấu đến."
    )
    for line in wrapped(said, _RIGHT - _LEFT, _SIZE):
        runs.append(Run(line, _LEFT, y, _SIZE))
        y -= _STEP
    return runs
