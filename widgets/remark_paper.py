"""The copy of a draft with the remarks on it, for the hand: marked on every page as no official text. Knows the marks.

It is a picture of the draft, never the draft: the file that will be signed stays as it is.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from widgets.paper import A4, INK, FlowPaper, font
from widgets.remark_marks import Mark, Sheet, paint_mark

BANNER = "BẢN GÓP Ý, KHÔNG PHẢI VĂN BẢN CHÍNH"
_TOP, _SIDE, _FOOT = 620, 300, 420
_RED = QColor("#b3261e")


@dataclass(frozen=True, slots=True)
class RemarkedPage:
    """One page: its picture, its height in points, its number in the draft (from 0), and what stands on it."""

    picture: QImage
    height: float
    number: int
    marks: tuple[Mark, ...]


class RemarkPaper:
    """The pages, then the list of remarks.

    Args:
        rows: (title, quote, text, status) of each remark, in the order of their numbers.
        about: a line below the banner: what draft, which version, when it was printed.
    """

    def __init__(
        self,
        title: str,
        about: str,
        pages: Sequence[RemarkedPage],
        rows: Sequence[tuple[str, str, str, str]],
    ) -> None:
        self._title = title
        self._about = about
        self._pages = tuple(pages)
        self._list = FlowPaper(title, _listing(about, rows), BANNER) if rows else None

    @property
    def title(self) -> str:
        return self._title

    @property
    def page_count(self) -> int:
        return len(self._pages) + (self._list.page_count if self._list is not None else 0)

    def paint(self, painter: QPainter, index: int) -> None:
        """One page of the draft, smaller than it is and framed; or of the list."""
        if index >= len(self._pages):
            assert self._list is not None
            self._list.paint(painter, index - len(self._pages))
            self._banner(painter)
            return
        page = self._pages[index]
        room = QRectF(_SIDE, _TOP, A4.width() - 2 * _SIDE, A4.height() - _TOP - _FOOT)
        scale = min(room.width() / page.picture.width(), room.height() / page.picture.height())
        box = QRectF(0, 0, page.picture.width() * scale, page.picture.height() * scale)
        box.moveCenter(room.center())
        box.moveTop(_TOP)
        painter.drawImage(box, page.picture)
        painter.setPen(QPen(QColor("#8a8a8a"), 5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        for mark in page.marks:
            paint_mark(painter, mark, Sheet(box, page.height))
        self._banner(painter)
        painter.setPen(INK)
        painter.setFont(font(105))
        foot = QRectF(_SIDE, A4.height() - 380, A4.width() - 2 * _SIDE, 160)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, f"Trang {page.number + 1} của dự thảo")

    def _banner(self, painter: QPainter) -> None:
        box = QRectF(_SIDE, 190, A4.width() - 2 * _SIDE, 190)
        painter.setPen(QPen(_RED, 12))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(box)
        painter.setPen(_RED)
        painter.setFont(font(135, bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, BANNER)
        painter.setPen(INK)
        painter.setFont(font(100, italic=True))
        line = box.translated(0, 195)
        text = painter.fontMetrics().elidedText(self._about, Qt.TextElideMode.ElideRight, round(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)


def _listing(about: str, rows: Sequence[tuple[str, str, str, str]]) -> str:
    edge = "border:5px solid #000000; padding:35px 55px 35px 55px;"
    heads = "".join(
        f'<td width="{width}%" align="center" style="{edge}"><b>{name}</b></td>'
        for name, width in (("Góp ý", 22), ("Đoạn được góp ý", 28), ("Nội dung góp ý", 30), ("Xử lý", 20))
    )
    body = "".join(
        "<tr>"
        + "".join(f'<td valign="top" style="{edge}">{html.escape(cell).replace(chr(10), "<br/>")}</td>' for cell in row)
        + "</tr>"
        for row in rows
    )
    return (
        '<p style="font-size:110px; margin:0px">&nbsp;</p>'
        '<p align="center" style="font-size:150px; margin-bottom:60px"><b>DANH SÁCH GÓP Ý</b></p>'
        '<table width="100%" cellspacing="0" style="border-collapse:collapse; font-size:120px">'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )
