"""What is thought of a file's signatures: the line under a header, and the panel that tells each signature apart.

The panel says of every signature who made it, when (trusted apart from claimed), what came after it and why it is
judged so; each can be opened as it was signed. The technical report lies folded at the end. Knows Qt and the kit.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from widgets.kit import ElidedLabel, IconLabel, button, label, set_kind, subheading, tool_button
from widgets.leaving import copy_out, keep_in, leads_out
from widgets.theme import Tone, unit_of
from widgets.timeline import scrolled


@dataclass(frozen=True, slots=True)
class SignatureView:
    """One signature.

    Attributes:
        key: name of its field, given back by the signals.
        icon, tone, word: its own verdict.
        role: signer, agency, timestamp …
        signer: the name on the certificate; organization: likewise, "" for none.
        facts: label and value, in the order of reading.
        reasons: why it is judged so, and what to do.
        moment: what the file is called as it was at this signature; "" where it cannot be opened so.
    """

    key: str
    icon: str
    tone: Tone
    word: str
    role: str
    signer: str
    organization: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    reasons: tuple[str, ...] = ()
    moment: str = ""


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """What is thought of the signatures.

    Attributes:
        icon, tone, text: the one line.
        reasons: every reason once, of the file and of its signatures.
        report: the technical report.
        word: the verdict alone.
        meaning: why that word, and what to do with the file.
        about_file: the reasons of the file itself.
        signatures: each of them, in the order in which they were made.
        root_missing: whether a root of trust is what is missing.
        uncertain: whether checking again may say more.
    """

    icon: str
    tone: Tone
    text: str
    reasons: tuple[str, ...] = field(default=())
    report: str = ""
    word: str = ""
    meaning: str = ""
    about_file: tuple[str, ...] = ()
    signatures: tuple[SignatureView, ...] = ()
    root_missing: bool = False
    uncertain: bool = False


class VerdictStrip(QWidget):
    """The verdict in one line, with the way to the panel.

    Attributes:
        more: opens and closes the panel; checkable.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = VerdictLine("unknown", Tone.NEUTRAL, "")
        step = unit_of(self)
        self._icon = IconLabel("unknown")
        self.text = label("", "word", Tone.NEUTRAL, wrap=True)
        self._short = ElidedLabel("", "word")
        self._short.hide()
        self.more = button(self.tr("chi tiết"), "link")
        self.more.setCheckable(True)
        self.more.setToolTip(self.tr("Ai ký, lúc nào, từ đó đến nay có gì thay đổi"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(step + 2)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        row.addWidget(self._short, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)

    def set_line(self, line: VerdictLine | None) -> bool:
        """Show a verdict; None hides it. Whether it is another than before."""
        self.setVisible(line is not None)
        changed = line != self._line
        if line is None:
            self.more.setChecked(False)
            return changed
        self._line = line
        if not changed:
            return False
        self._icon.set_icon(line.icon, line.tone)
        for words in (self.text, self._short):
            set_kind(words, "word", line.tone)
            words.setText(line.text)
        self.more.setVisible(bool(line.reasons or line.report or line.signatures or line.meaning))
        self.more.setAccessibleName(self.tr("Chi tiết chữ ký số: {verdict}").format(verdict=line.text))
        return True

    def set_low(self, low: bool) -> None:
        """One line, cut if it must be, where there is little height."""
        self.text.setVisible(not low)
        self._short.setVisible(low)

    def line(self) -> VerdictLine:
        """What is shown."""
        return self._line


class VerdictPanel(QWidget):
    """The panel.

    Attributes:
        closer: the button that closes it; hidden where the panel always stays.

    Signals:
        momentRequested(str): show the file as it was at this signature (its key).
        presentRequested(): show the file as it is.
        againRequested(): check again.
        rootsRequested(): to the roots of trust.
        reportSaveRequested(str): save the technical report.
        closeRequested().
    """

    momentRequested = Signal(str)
    presentRequested = Signal()
    againRequested = Signal()
    rootsRequested = Signal()
    reportSaveRequested = Signal(str)
    closeRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: VerdictLine | None = None
        self._copyable = True
        self.cards: list[SignatureCard] = []
        set_kind(self, "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(step * 4, step * 3, step * 2, step * 2)
        column.setSpacing(step * 2)
        column.addLayout(self._make_title())
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, step * 2, 0)
        rows.setSpacing(step * 2)
        rows.addLayout(self._make_word())
        self._about = label("", wrap=True)
        self._about.setTextInteractionFlags(_SELECTABLE)
        rows.addWidget(self._about)
        rows.addLayout(self._make_ways())
        self._cards = QVBoxLayout()
        self._cards.setSpacing(step * 2)
        rows.addLayout(self._cards)
        self._make_report(rows)
        rows.addStretch(1)
        self.area = scrolled(inner, self.tr("Chi tiết chữ ký số"))
        column.addWidget(self.area, 1)
        self.setAccessibleName(self.tr("Chữ ký số"))
        self.show_line(None)

    # Building.

    def _make_title(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(subheading(self.tr("Chữ ký số")), 1)
        self.closer = tool_button("close", self.tr("Đóng chi tiết chữ ký số (Esc)"))
        self.closer.clicked.connect(self.closeRequested)
        row.addWidget(self.closer)
        return row

    def _make_word(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(unit_of(self) + 2)
        self._icon = IconLabel("unknown", size=22)
        self._word = label("", "word", Tone.NEUTRAL, bold=True, factor=1.1, wrap=True)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._word, 1)
        return row

    def _make_ways(self) -> QVBoxLayout:
        ways = QVBoxLayout()
        ways.setSpacing(unit_of(self))
        self.roots = button(self.tr("Mở danh sách chứng thư gốc…"))
        self.roots.clicked.connect(self.rootsRequested)
        self.again = button(self.tr("Kiểm tra lại"))
        self.again.clicked.connect(self.againRequested)
        for made in (self.roots, self.again):
            ways.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        return ways

    def _make_report(self, rows: QVBoxLayout) -> None:
        step = unit_of(self)
        self.technical = button(self.tr("Báo cáo kỹ thuật"), "link")
        self.technical.setCheckable(True)
        self.technical.toggled.connect(lambda _: self._fold())
        self._report = QPlainTextEdit()
        self._report.setReadOnly(True)
        keep_in(self._report)
        self._report.setTabChangesFocus(True)
        self._report.setAccessibleName(self.tr("Báo cáo kỹ thuật"))
        self._report.setMinimumHeight(step * 40)
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        self.copy = button(self.tr("Chép báo cáo"))
        self.copy.clicked.connect(lambda: copy_out(self, self._report.toPlainText()))
        self.save = button(self.tr("Lưu báo cáo…"))
        self.save.clicked.connect(lambda: self.reportSaveRequested.emit(self._report.toPlainText()))
        leads_out(self.copy, "export")
        leads_out(self.save, "export")
        tools.addWidget(self.copy)
        tools.addWidget(self.save)
        tools.addStretch(1)
        rows.addWidget(self.technical, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._report)
        rows.addWidget(self._tools)

    # Filling.

    def show_line(self, line: VerdictLine | None) -> None:
        """Show a verdict; None while there is nothing to show."""
        if line is not None and line == self._line:
            return
        self._line = line
        for card in self.cards:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        shown = line or VerdictLine("unsigned", Tone.NEUTRAL, "")
        self._icon.set_icon(shown.icon, shown.tone)
        set_kind(self._word, "word", shown.tone)
        self._word.setText(shown.word or shown.text)
        about = shown.about_file if shown.signatures else shown.reasons
        self._about.setText("\n".join(part for part in (shown.meaning, _bulleted(about)) if part))
        self._about.setVisible(bool(self._about.text()))
        self.roots.setVisible(shown.root_missing)
        self.again.setVisible(shown.uncertain)
        for signature in shown.signatures:
            card = SignatureCard(signature)
            card.asked.connect(self._asked)
            self._cards.addWidget(card)
            self.cards.append(card)
        self._report.setPlainText(shown.report)
        self.technical.setChecked(False)
        self._fold()

    def set_moment(self, key: str) -> None:
        """Mark the signature at which the file is being shown; "" for the file as it is."""
        for card in self.cards:
            card.set_open(card.key == key)

    def set_copyable(self, copyable: bool) -> None:
        """Whether the report may leave by the clipboard or a file."""
        self._copyable = copyable
        self._fold()

    def _asked(self, key: str, back: bool) -> None:
        if back:
            self.presentRequested.emit()
        else:
            self.momentRequested.emit(key)

    def _fold(self) -> None:
        has = bool(self._line and self._line.report)
        self.technical.setVisible(has)
        self._report.setVisible(has and self.technical.isChecked())
        self._tools.setVisible(has and self.technical.isChecked() and self._copyable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.closer.isVisibleTo(self):
            self.closeRequested.emit()
            return
        super().keyPressEvent(event)


class SignatureCard(QFrame):
    """One signature in a frame of its own.

    Signals:
        asked(str, bool): its key, and whether back to the file as it is.
    """

    asked = Signal(str, bool)

    def __init__(self, signature: SignatureView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = signature.key
        self._signature = signature
        set_kind(self, "card")
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(step * 3, step * 2, step * 3, step * 2)
        column.setSpacing(step)
        head = QHBoxLayout()
        head.setSpacing(step + 2)
        head.addWidget(IconLabel(signature.icon, signature.tone), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label(f"{signature.role}: {signature.word}", "word", signature.tone, wrap=True), 1)
        column.addLayout(head)
        who = label(signature.signer, bold=True, wrap=True)
        who.setTextInteractionFlags(_SELECTABLE)
        column.addWidget(who)
        if signature.organization:
            column.addWidget(label(signature.organization, "muted", wrap=True))
        if signature.reasons:
            why = label(_bulleted(signature.reasons), "note", signature.tone, wrap=True)
            why.setTextInteractionFlags(_SELECTABLE)
            column.addWidget(why)
        for name, value in signature.facts:
            told = label(f"{name}: {value}", wrap=True)
            told.setTextInteractionFlags(_SELECTABLE)
            column.addWidget(told)
        self.open = button("", "link")
        self.open.clicked.connect(lambda: self.asked.emit(self.key, self._shown))
        self.open.setVisible(bool(signature.moment))
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self._shown = False
        self.set_open(False)
        facts = ". ".join(f"{name}: {value}" for name, value in signature.facts)
        parts = (f"{signature.role}: {signature.word}", signature.signer, signature.organization, facts)
        self.setAccessibleName(". ".join(part for part in (*parts, *signature.reasons) if part))

    def set_open(self, shown: bool) -> None:
        """Whether the file is shown as it was at this signature."""
        self._shown = shown
        self.open.setText(self.tr("Về bản hiện tại") if shown else self.tr("Xem bản tại thời điểm ký"))
        self.open.setAccessibleName(self.tr("Về bản hiện tại") if shown else self._signature.moment)


_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


def _bulleted(lines: tuple[str, ...]) -> str:
    return "\n".join(f"• {one}" for one in lines)
