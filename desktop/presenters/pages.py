"""Pictures of PDF pages, drawn by pypdfium2 in the `pages` lane from bytes in memory. Knows the lanes and Qt's images.

Nothing in a PDF is run: no scripts, no launch actions; links are drawn, not followed. pdfium is not safe for threads,
so every call happens in that one lane.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, Final

import pypdfium2 as pdfium
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.lanes import LaneClosed, Lanes
from desktop.presenters.page_words import is_signed, words_of
from desktop.presenters.running import Running
from signing.pdfium import ALONE
from widgets.remark_marks import Word

BIGGEST_FILE: Final = 400_000_000
"""Bytes; a larger file is offered for saving instead."""
MOST_PIXELS: Final = 36_000_000
"""Of one picture; a page that would need more is drawn smaller."""
KEPT_BYTES: Final = 96_000_000
"""Of pictures kept per document; those looked at longest ago go first."""
WAITING: Final = 6
"""Pages that may wait to be drawn; while one scrolls, older wishes are forgotten."""


class PageProblem(Exception):
    """A PDF that cannot be shown. `code`: pdfEncrypted, pdfUnreadable, pdfTooBig or pdfNoPages."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class PdfPages(QObject):
    """One document as a source of pages (see widgets.pdf_view.PageSource).

    Attributes: page_count. Signals: ready(index, scale, QImage).
    """

    ready = Signal(int, float, QImage)

    def __init__(self, lanes: Lanes, document: Any, sizes: list[tuple[float, float]]) -> None:
        super().__init__()
        self._lanes = lanes
        self._document: Any = document
        self._sizes = sizes
        self.page_count = len(sizes)
        self._wanted: OrderedDict[tuple[int, float], None] = OrderedDict()
        self._kept: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._running = Running()

    def page_size(self, index: int) -> tuple[float, float]:
        """Width and height in points, as shown."""
        return self._sizes[index]

    def size_or_none(self, index: int) -> tuple[float, float] | None:
        """The same; None where there is no such page."""
        return self._sizes[index] if 0 <= index < self.page_count else None

    def request(self, index: int, scale: float) -> None:
        """Ask for a page at `scale` px per point; the last asked for is drawn first."""
        if self._document is None:
            return
        key = (index, scale)
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            self.ready.emit(index, scale, kept)
            return
        self._wanted[key] = None
        self._wanted.move_to_end(key)
        while len(self._wanted) > WAITING:
            self._wanted.popitem(last=False)
        if not self._running.is_running("draw"):
            self._running.start("draw", self._draw())

    async def _draw(self) -> None:
        while self._wanted and self._document is not None:
            key, _ = self._wanted.popitem(last=True)
            try:
                picture = await self._lanes.pages(_render, self._document, self._sizes, *key)
            except LaneClosed:
                return
            self._keep(key, picture)
            self.ready.emit(*key, picture)

    def _keep(self, key: tuple[int, float], picture: QImage) -> None:
        self._kept[key] = picture
        while sum(image.sizeInBytes() for image in self._kept.values()) > KEPT_BYTES and len(self._kept) > 1:
            self._kept.popitem(last=False)

    async def words(self, index: int) -> list[Word]:
        """The words of a page with their places as shown; none where it holds only a picture."""
        if self._document is None or not 0 <= index < self.page_count:
            return []
        try:
            return await self._lanes.pages(words_of, self._document, index, self._sizes[index])
        except LaneClosed:
            return []

    async def bears_signature(self) -> bool:
        """Whether somebody has signed this file already."""
        return self._document is not None and await self._lanes.pages(is_signed, self._document)

    async def picture(self, index: int, scale: float) -> QImage:
        """A page drawn at `scale` px per point, for paper.

        Raises:
            LaneClosed: the window is closing.
        """
        return await self._lanes.pages(_render, self._document, self._sizes, index, scale)

    async def settled(self) -> None:
        """Wait until every page asked for has been drawn."""
        await self._running.settled()

    async def close(self) -> None:
        """Let go of the document and its pictures."""
        document, self._document = self._document, None
        self._wanted.clear()
        self._kept.clear()
        self._running.close()
        if document is not None:
            try:
                await self._lanes.pages(_close, document)
            except LaneClosed:
                return


async def open_pages(lanes: Lanes, data: bytes) -> PdfPages:
    """Open a PDF from memory.

    Raises:
        PageProblem: it cannot be shown, with the reason as a code.
    """
    if len(data) > BIGGEST_FILE:
        raise PageProblem("pdfTooBig")
    document, sizes = await lanes.pages(_open, data)
    return PdfPages(lanes, document, sizes)


def _open(data: bytes) -> tuple[Any, list[tuple[float, float]]]:
    with ALONE:
        return _opened(data)


def _opened(data: bytes) -> tuple[Any, list[tuple[float, float]]]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        password = getattr(error, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD
        raise PageProblem("pdfEncrypted" if password else "pdfUnreadable") from None
    try:
        # Forms are drawn, so that the number and date filled in by the clerk are seen; their scripts do not run.
        document.init_forms()
        sizes = [_size(document, index) for index in range(len(document))]
    except pdfium.PdfiumError:
        _close(document)
        raise PageProblem("pdfUnreadable") from None
    if not sizes:
        _close(document)
        raise PageProblem("pdfNoPages")
    return document, sizes


def _size(document: Any, index: int) -> tuple[float, float]:
    width, height = document.get_page_size(index)
    # A page without a sensible size is given A4, so that the ones after it stand where they should.
    return (width, height) if 1 <= width <= 20_000 and 1 <= height <= 20_000 else (595.0, 842.0)


def _render(document: Any, sizes: list[tuple[float, float]], index: int, scale: float) -> QImage:
    """One page as a picture of its own memory; a page that cannot be drawn comes out white."""
    with ALONE:
        return _drawn(document, sizes, index, scale)


def _drawn(document: Any, sizes: list[tuple[float, float]], index: int, scale: float) -> QImage:
    width, height = sizes[index]
    pixels = width * height * scale * scale
    if pixels > MOST_PIXELS:
        scale *= (MOST_PIXELS / pixels) ** 0.5
    try:
        page = document[index]
        try:
            bitmap = page.render(scale=scale, prefer_bgrx=True, may_draw_forms=True)
        finally:
            page.close()
    except pdfium.PdfiumError:
        blank = QImage(max(1, round(width * scale)), max(1, round(height * scale)), QImage.Format.Format_RGB32)
        blank.fill(0xFFFFFFFF)
        return blank
    try:
        shape = QImage.Format.Format_RGB32 if bitmap.n_channels == 4 else QImage.Format.Format_BGR888
        if bitmap.n_channels == 1:
            shape = QImage.Format.Format_Grayscale8
        return QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, shape).copy()
    finally:
        bitmap.close()


def _close(document: Any) -> None:
    with ALONE:
        document.close()
