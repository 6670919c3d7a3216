"""A PDF with its small tool bar, or words in its place when it cannot be shown. Knows Qt and the kit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from widgets.kit import EmptyState, IconLabel, button, label, set_kind, tool_button
from widgets.pdf_view import PageSource, PdfView
from widgets.theme import Tone, unit_of


class MomentBar(QFrame):
    """Says above the page that it is an earlier state of the file, with the way back. Hidden while there is none.

    Attributes:
        back: back to the file as it is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "messagebar", Tone.WARN)
        step = unit_of(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(step * 3, step, step * 3, step)
        row.setSpacing(step * 2)
        row.addWidget(IconLabel("clock", Tone.WARN))
        self._words = label("", bold=True, wrap=True)
        row.addWidget(self._words, 1)
        self.back = button(self.tr("Về bản hiện tại"))
        row.addWidget(self.back)
        self.hide()

    def show_words(self, text: str) -> None:
        """Show these words, or nothing."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def words(self) -> str:
        """The words shown, "" for none."""
        return self._words.text()


class PageView(QWidget):
    """Attributes: pdf (PdfView), moment (MomentBar).

    Signals: cancelRequested() while it loads; actionTriggered() of the words shown; presentRequested() from an earlier
    state of the file back to the present one.
    """

    cancelRequested = Signal()
    actionTriggered = Signal()
    presentRequested = Signal()

    def __init__(self, pdf: PdfView | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pdf = pdf if pdf is not None else PdfView()
        self._words = EmptyState("document")
        self._words.actionTriggered.connect(self.actionTriggered)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._words)
        self._stack.addWidget(self.pdf)
        self._stack.addWidget(self._make_progress())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.moment = MomentBar()
        self.moment.back.clicked.connect(self.presentRequested)
        column.addWidget(self.moment)
        column.addWidget(self._stack, 1)
        self._tools = self._make_tools()
        self._tools_wanted = True
        column.addWidget(self._tools)
        self.pdf.pageChanged.connect(lambda _: self._say())
        self.pdf.zoomChanged.connect(lambda _: self._say())
        self._tools.hide()

    def _make_tools(self) -> QWidget:
        tools = QWidget()
        row = QHBoxLayout(tools)
        step = unit_of(self)
        row.setContentsMargins(step * 2, 1, step * 2, 1)
        row.setSpacing(2)
        self._place = label("", "muted")
        self._zoom = label("", "muted")
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance("400 %") + step)
        row.addWidget(self._place)
        row.addStretch(1)
        for icon, name, run in (
            ("up", self.tr("Trang trước (←)"), lambda: self.pdf.go_to(self.pdf.page() - 1)),
            ("down", self.tr("Trang sau (→)"), lambda: self.pdf.go_to(self.pdf.page() + 1)),
            ("zoom-out", self.tr("Thu nhỏ (Ctrl+−)"), self.pdf.zoom_out),
            ("zoom-in", self.tr("Phóng to (Ctrl++)"), self.pdf.zoom_in),
            ("fit-width", self.tr("Vừa chiều ngang (Ctrl+9)"), self.pdf.fit_width),
        ):
            made = tool_button(icon, name)
            made.clicked.connect(run)
            row.addWidget(made)
            if icon == "zoom-out":
                row.addWidget(self._zoom)
        return tools

    def _make_progress(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        step = unit_of(self)
        column.setContentsMargins(step * 12, 0, step * 12, 0)
        column.setSpacing(step * 2)
        self._doing = label("", "muted")
        self._doing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        cancel = button(self.tr("Hủy"))
        cancel.clicked.connect(self.cancelRequested)
        column.addStretch(2)
        column.addWidget(self._doing)
        column.addWidget(self._bar)
        column.addWidget(cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return page

    def show_source(self, source: PageSource, moment: str = "") -> None:
        """Show a document.

        Args:
            moment: which of its earlier states it is, in words; "" for the document as it is.
        """
        self.moment.show_words(moment)
        self.pdf.setAccessibleName(moment or self.tr("Trang văn bản"))
        self.pdf.set_source(source)
        self._stack.setCurrentWidget(self.pdf)
        self._tools.setVisible(self._tools_wanted)
        self._say()

    def set_tools_shown(self, shown: bool) -> None:
        """Whether the tool bar is there; the keys always are."""
        self._tools_wanted = shown
        self._tools.setVisible(shown and self.pdf.source() is not None)

    def show_blank(self) -> None:
        """Nothing yet: something is on its way and will be here in a moment."""
        self.moment.show_words("")
        self.pdf.set_source(None)
        self._stack.setCurrentWidget(self.pdf)
        self._tools.hide()

    def show_words(self, icon: str, title: str, hint: str = "", action: str = "") -> None:
        """Say why there is no page, and what to do."""
        self.moment.show_words("")
        self.pdf.set_source(None)
        self._words.set_state(icon, title, hint, action)
        self._stack.setCurrentWidget(self._words)
        self._tools.hide()

    def show_progress(self, text: str, done: int = 0, total: int = 0) -> None:
        """Say what is being fetched; without a total the bar only moves."""
        self.moment.show_words("")
        self.pdf.set_source(None)
        self._doing.setText(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(text)
        self._stack.setCurrentIndex(2)
        self._tools.hide()

    def words(self) -> str:
        """The words shown in place of a page, "" while there is one."""
        return self._words.accessibleName() if self._stack.currentWidget() is self._words else ""

    def _say(self) -> None:
        source = self.pdf.source()
        if source is None:
            return
        self._place.setText(self.tr("Trang {page}/{count}").format(page=self.pdf.page() + 1, count=source.page_count))
        self._zoom.setText(f"{round(self.pdf.zoom() * 100)} %")
