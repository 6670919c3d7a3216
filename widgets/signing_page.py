"""The page at the signing desk: the document in front with the signature on it, and the buttons over it.

Knows Qt and the kit. What is done there is told with the id of the document that was in front when the person began it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from widgets.dialog_parts import Note
from widgets.kit import ElidedLabel, button, rule, set_kind
from widgets.pdf_view import PdfView
from widgets.remark_layer import RemarkLayer
from widgets.signature_overlay import Rect, SignatureOverlay
from widgets.signing_view_data import Preview
from widgets.theme import Tone, sized, unit_of


class _Pages:
    """Where the pages of a view stand, as the overlay asks."""

    def __init__(self, view: PdfView) -> None:
        self._view = view

    def page_rect(self, page: int) -> QRectF:
        source = self._view.source()
        known = source is not None and 0 <= page < source.page_count
        return self._view.page_rect(page) if known else QRectF()

    def page_size(self, page: int) -> QSizeF:
        source = self._view.source()
        if source is None or not 0 <= page < source.page_count:
            return QSizeF()
        return QSizeF(*source.page_size(page))

    def page_at(self, point: QPointF) -> int | None:
        found = self._view.page_at(point)
        return found[0] if found is not None else None


class SigningPage(QFrame):
    """The right half of the desk.

    Attributes: view (PdfView), overlay (SignatureOverlay), layer (RemarkLayer), legend (Note), head (the line of its
        buttons).

    Signals:
        place_chosen: document id, key of the place.
        place_here_asked: document id, 0-based page shown: put the box there.
        placed: document id, page, rect: the person moved the box.
        place_reset_asked: document id: back to the place that was found.
        picture_chosen: document id, key of the picture.
        slip_asked, mark_asked, remark_asked: document id.

    Args:
        current: id of the document in front.
        slips: such documents have a submission slip.
    """

    place_chosen = Signal(str, str)
    place_here_asked = Signal(str, int)
    placed = Signal(str, int, tuple)
    place_reset_asked = Signal(str)
    picture_chosen = Signal(str, str)
    slip_asked = Signal(str)
    mark_asked = Signal(str)
    remark_asked = Signal(str)

    def __init__(self, current: Callable[[], str], parent: QWidget | None = None, *, slips: bool = True) -> None:
        super().__init__(parent)
        self._current = current
        self._slips = slips
        self._preview: Preview | None = None
        self._narrow = False
        set_kind(self, "canvas")
        self.view = PdfView()
        self.layer = RemarkLayer(self.view)
        self.overlay = SignatureOverlay(_Pages(self.view), self.view.viewport())
        self.legend = Note()
        self._make_head()
        self._lay_out()
        self._connect()
        self.show_preview(None)

    def _make_head(self) -> None:
        self.title = ElidedLabel("")
        self.title.setFont(sized(self.title.font(), 1.05, bold=True))
        self.place_button = button(self.tr("&Vị trí"), icon="pin")
        self.picture_button = button(self.tr("Ả&nh chữ ký"))
        self.slip_button = button(self.tr("&Phiếu trình"))
        self.remark_button = button("", icon="remark-pen")
        self.remark_button.setToolTip(self.tr("Viết góp ý lên dự thảo, hoặc xem góp ý đã có"))
        self.mark_button = button(self.tr("&Nội dung dấu đến…"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QFrame()
        set_kind(head, "surface")
        self.head = row = QHBoxLayout(head)
        step = unit_of(self)
        row.setContentsMargins(step * 4, step * 2, step * 4, step * 2)
        row.setSpacing(step * 2)
        row.addWidget(self.title, 1)
        for one in (
            self.place_button, self.picture_button, self.mark_button, self.remark_button, self.slip_button,
        ):  # fmt: skip
            row.addWidget(one)
        column.addWidget(head)
        column.addWidget(rule())
        column.addWidget(self.legend)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        current = self._current
        self.slip_button.clicked.connect(lambda: self.slip_asked.emit(current()))
        self.remark_button.clicked.connect(lambda: self.remark_asked.emit(current()))
        self.layer.picked.connect(lambda _key: self.remark_asked.emit(current()))
        self.mark_button.clicked.connect(lambda: self.mark_asked.emit(current()))
        self.place_button.clicked.connect(self._open_places)
        self.picture_button.clicked.connect(self._open_pictures)
        self.view.viewChanged.connect(self.overlay.fit)
        self.view.pageChanged.connect(lambda _page: self._show_title())
        self.overlay.placed.connect(lambda page, rect: self.placed.emit(current(), page, rect))
        self.overlay.reset_asked.connect(lambda: self.place_reset_asked.emit(current()))
        self.overlay.described.connect(lambda _text: self._show_legend())

    def show_preview(self, preview: Preview | None) -> None:
        """Show the document in front, its box and its menus; the pages themselves go to ``view``."""
        self._preview = preview
        self._show_title()
        self.place_button.setEnabled(bool(preview and preview.movable))
        self.picture_button.setVisible(bool(preview and preview.pictures))
        self.picture_button.setEnabled(bool(preview and preview.movable))
        current = next((one.text for one in preview.pictures if one.current), "") if preview else ""
        words = self.tr("Ả&nh chữ ký: %1") if current else self.tr("Ả&nh chữ ký")
        self.picture_button.setText(words.replace("%1", current))
        self.slip_button.setEnabled(bool(preview and preview.slip))
        self.layer.show_marks(preview.marks if preview else ())
        self.mark_button.setVisible(bool(preview and preview.mark))
        self._fit_buttons()
        self.overlay.movable = bool(preview and preview.movable)
        self.overlay.show_placement(preview.placement if preview else None)
        self._show_legend()

    def set_narrow(self, narrow: bool) -> None:
        """There is little room: remarks are an icon, and a slip that is not there has no button."""
        self._narrow = narrow
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        preview, narrow = self._preview, self._narrow
        words = preview.remarks if preview else ""
        self.remark_button.setVisible(bool(words))
        self.remark_button.setText("" if narrow else words)
        self.remark_button.setAccessibleName(words.replace("&", ""))
        there = self._slips and (self.slip_button.isEnabled() or not narrow)
        self.slip_button.setVisible(there and not self.mark_button.isVisibleTo(self))

    def _show_legend(self) -> None:
        """What the box means, and where it stands."""
        preview = self._preview
        parts = [preview.legend, self.overlay.summary() if preview.movable else ""] if preview else []
        tone = preview.legend_tone if preview else Tone.NEUTRAL
        self.legend.show_text(" ".join(one for one in parts if one), tone)

    def _show_title(self) -> None:
        source, title = self.view.source(), self._preview.title if self._preview else ""
        if title and source is not None and self.view.page() >= 0:
            page = self.tr("trang %1/%2").replace("%1", str(self.view.page() + 1))
            title = f"{title} · {page.replace('%2', str(source.page_count))}"
        self.title.setText(title)

    def reveal(self, page: int, rect: Rect) -> None:
        """Bring a place on a page into view."""
        pages = _Pages(self.view)
        size = pages.page_size(page)
        if size.isEmpty():
            return
        top = pages.page_rect(page).top()
        middle = top + (size.height() - (rect[1] + rect[3]) / 2) * self.view.scale()
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + round(middle - self.view.viewport().height() / 2))
        across = pages.page_rect(page).left() + (rect[0] + rect[2]) / 2 * self.view.scale()
        bar = self.view.horizontalScrollBar()
        bar.setValue(bar.value() + round(across - self.view.viewport().width() / 2))
        self.overlay.fit()

    def reveal_place(self) -> None:
        """Bring the place of the signature into view again: the page came forward, or is as wide as it was not."""
        placement = self._preview.placement if self._preview else None
        if placement is not None and self.view.isVisible():
            self.reveal(placement.page, placement.rect)

    def _open_places(self) -> None:
        document_id, preview = self._current(), self._preview
        if not document_id or preview is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in preview.places:
            action = self._choice(menu, choice.text, choice.current)
            action.triggered.connect(lambda _=False, key=choice.key: self.place_chosen.emit(document_id, key))
        if preview.places:
            menu.addSeparator()
        here = menu.addAction(self.tr("Đặt trên &trang đang xem"))
        here.triggered.connect(lambda: self.place_here_asked.emit(document_id, max(0, self.view.page())))
        found = menu.addAction(self.tr("Về &vị trí tìm thấy"))
        found.setEnabled(preview.moved)
        found.triggered.connect(lambda: self.place_reset_asked.emit(document_id))
        focus = menu.addAction(self.tr("Chỉnh bằng phím &mũi tên"))
        focus.setEnabled(preview.placement is not None)
        focus.triggered.connect(lambda: self.overlay.setFocus(Qt.FocusReason.OtherFocusReason))
        menu.popup(self.place_button.mapToGlobal(QPoint(0, self.place_button.height())))

    def _open_pictures(self) -> None:
        document_id, preview = self._current(), self._preview
        if not document_id or preview is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in preview.pictures:
            if choice.separate:
                menu.addSeparator()
                action = menu.addAction(choice.text)
            else:
                action = self._choice(menu, choice.text, choice.current)
            action.setEnabled(choice.enabled)
            action.triggered.connect(lambda _=False, key=choice.key: self.picture_chosen.emit(document_id, key))
        menu.popup(self.picture_button.mapToGlobal(QPoint(0, self.picture_button.height())))

    def _choice(self, menu: QMenu, text: str, current: bool) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(current)
        return action
