"""The help window: subjects at the left, the page at the right. Knows Qt and the help pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from resources import help as pages
from widgets.fitting import fit_to_screen

_SUBJECT = Qt.ItemDataRole.UserRole.value + 1
MARGIN = 8
"""Around a page's text, logical px."""


class _Page(QTextBrowser):
    """A page whose pictures are never wider than the window."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        picture = QImage(str(pages.PICTURES / QUrl(name).fileName()))
        scale = self.devicePixelRatioF()
        width = round((self.viewport().width() - 8 * MARGIN) * scale)
        if 0 < width < picture.width():
            picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(scale)
        return picture


class HelpWindow(QDialog):
    """All help pages in one language; not modal, so that one reads while one works."""

    def __init__(self, language: str = "vi", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.resize(900, 600)
        self._subjects = QListWidget()
        self._widest = 0
        self._subjects.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = _Page()
        self._page.document().setDocumentMargin(2 * MARGIN)
        # Links are shown, never followed: nothing here leads out of the program.
        self._page.setOpenLinks(False)
        row = QHBoxLayout(self)
        row.addWidget(self._subjects)
        row.addWidget(self._page, 1)
        self._subjects.currentItemChanged.connect(self._show_item)
        self.set_language(language)

    def set_language(self, language: str) -> None:
        """Show the pages in this language."""
        self.setWindowTitle(self.tr("Trợ giúp"))
        self._subjects.setAccessibleName(self.tr("Các mục trợ giúp"))
        self._page.setAccessibleName(self.tr("Nội dung trợ giúp"))
        row = max(0, self._subjects.currentRow())
        self._subjects.clear()
        for page in pages.pages(language):
            self._add(page)
        self._subjects.addItem(self._heading(self.tr("Dành cho quản trị")))
        for page in pages.guide(language):
            self._add(page)
        self._subjects.setCurrentRow(row)
        # As wide as the longest subject, and its bar: none is cut.
        bar = self._subjects.verticalScrollBar().sizeHint().width()
        self._widest = self._subjects.sizeHintForColumn(0) + bar + 2 * MARGIN
        self._share()

    def _share(self) -> None:
        """On a narrow screen the page, with its tables, has most of the room; long subjects end in dots."""
        self._subjects.setFixedWidth(min(self._widest, max(120, self.width() * 36 // 100)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _add(self, page: pages.Page) -> None:
        item = QListWidgetItem(page.title)
        item.setToolTip(page.title)
        item.setData(Qt.ItemDataRole.UserRole, page.text)
        item.setData(_SUBJECT, page.subject)
        self._subjects.addItem(item)

    def _heading(self, words: str) -> QListWidgetItem:
        """A line that is read and passed over: the arrow keys go to the next page."""
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self._subjects.font()
        font.setBold(True)
        item.setFont(font)
        return item

    def open_subject(self, subject: str) -> None:
        """Show one page. An unknown subject shows the first."""
        rows = range(self._subjects.count())
        found = next((row for row in rows if self._subjects.item(row).data(_SUBJECT) == subject), 0)
        self._subjects.setCurrentRow(found)

    def _show_item(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(Qt.ItemDataRole.UserRole) is not None:
            # Cleared first: the document keeps pictures at the size they once had.
            self._page.document().clear()
            self._page.setMarkdown(item.data(Qt.ItemDataRole.UserRole))
            self._wrap_commands()

    def _wrap_commands(self) -> None:
        """Command lines are longer than the window: they are broken, for what is beyond its edge is not read."""
        block = self._page.document().begin()
        while block.isValid():
            if block.blockFormat().nonBreakableLines():
                given = block.blockFormat()
                given.setNonBreakableLines(False)
                QTextCursor(block).setBlockFormat(given)
            block = block.next()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_to_screen(self)
        self._show_item(self._subjects.currentItem())
        self._subjects.setFocus(Qt.FocusReason.OtherFocusReason)
