"""The rail at the left: one button per desk with its count, and the account at the bottom. Knows Qt and the kit."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from widgets import icons
from widgets.kit import ElidedLabel, set_kind
from widgets.theme import Tokens, sized, tokens_of, unit_of

WIDE = 176
"""Width of the rail with names, logical px at the ordinary text size."""


class RailButton(QAbstractButton):
    """A desk: icon, name, count. Narrow, it shows the icon and the count and keeps the name as its tool tip."""

    def __init__(self, key: str, title: str, icon: str, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self._title, self._icon, self._shortcut = key, title, icon, shortcut
        self._count: int | None = None
        self._narrow = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setText(title)
        self._name()

    def set_count(self, count: int | None) -> None:
        """Show a count; None or 0 shows nothing."""
        self._count = count
        self._name()
        self.update()

    def count(self) -> int | None:
        """The count shown, or None."""
        return self._count

    def set_narrow(self, narrow: bool) -> None:
        """Icon and count only, or the name as well."""
        self._narrow = narrow
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        said = f"{self._title}, {self._count}" if self._count else self._title
        self.setAccessibleName(said)
        self.setToolTip(f"{self._title} ({self._shortcut})")

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.height() * 2, metrics.height() + unit_of(self) * 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        step = unit_of(self)
        box = self.rect().adjusted(step, 1, -step, -1)
        current = self.isChecked()
        if current or self.underMouse():
            ground = QColor(tokens.rail_current)
            ground.setAlphaF(1.0 if current else 0.5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 6, 6)
        if current:
            painter.fillRect(QRect(box.left(), box.top() + 6, 3, box.height() - 12), QColor(tokens.rail_mark))
        if self.hasFocus():
            painter.setPen(QColor(tokens.rail_mark))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._paint_words(painter, box, tokens, current)

    def _paint_words(self, painter: QPainter, box: QRect, tokens: Tokens, current: bool) -> None:
        side, step = 18, unit_of(self)
        colour = QColor(tokens.rail_text if current else tokens.rail_muted)
        left = box.left() + step * 3
        if self._narrow:
            left = box.center().x() - side // 2 - (5 if self._count else 0)
        picture = icons.pixmap(self._icon, colour, side, self.devicePixelRatioF())
        painter.drawPixmap(left, box.center().y() - side // 2 + 1, picture)
        painter.setPen(colour if not current else QColor(tokens.rail_text))
        count = "" if not self._count else (str(self._count) if self._count < 10_000 else "9999+")
        if self._narrow:
            painter.setFont(sized(self.font(), 0.8, bold=True))
            painter.setPen(QColor(tokens.rail_text))
            painter.drawText(QRect(left + side - 2, box.top() + 1, box.right() - left - side + 4, 16), 0x0001, count)
            return
        painter.setFont(sized(self.font(), bold=True))
        width = painter.fontMetrics().horizontalAdvance(count)
        line = QRect(box.left(), box.top(), box.width() - step * 2, box.height())
        painter.setPen(QColor(tokens.rail_text))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        painter.setFont(sized(self.font(), bold=current))
        painter.setPen(QColor(tokens.rail_text if current else tokens.rail_muted))
        name = QRect(
            left + side + step * 2, box.top(), line.right() - width - step - left - side - step * 2, box.height()
        )
        shown = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class Rail(QFrame):
    """Desks from top to bottom; at the foot who is signed in and the account's menu.

    Signals: chosen(str) a desk's key.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "rail")
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._narrow = False
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, step * 3, 0, step * 3)
        column.setSpacing(0)
        self._product = self._words("Tác nghiệp", "railname", 1.25, bold=True)
        self._office = self._words("", "railnote", 0.85)
        self._head = self._block([self._product, self._office])
        column.addWidget(self._head)
        column.addSpacing(step * 2)
        self._desks = QVBoxLayout()
        self._desks.setSpacing(0)
        column.addLayout(self._desks)
        column.addStretch(1)
        column.addWidget(self._make_foot())
        self._set_width()

    def _words(self, text: str, kind: str, factor: float, *, bold: bool = False) -> ElidedLabel:
        made = ElidedLabel(text, kind)
        made.setFont(sized(self.font(), factor, bold=bold))
        return made

    def _block(self, rows: list[QWidget]) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        step = unit_of(self)
        column.setContentsMargins(step * 4, 0, step * 2, 0)
        column.setSpacing(1)
        for row in rows:
            column.addWidget(row)
        return block

    def _make_foot(self) -> QWidget:
        self._person = self._words("", "railperson", 1.0, bold=True)
        self._position = self._words("", "railnote", 0.9)
        self._account = QToolButton()
        self._account.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._account.setText(self.tr("Tài khoản, cài đặt"))
        self._account.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._account.setAccessibleName(self.tr("Tài khoản, cài đặt"))
        self._account.setToolTip(self._account.accessibleName())
        icons.dress(self._account, "settings", lambda t: t.rail_muted)
        set_kind(self._account, "railnote")
        self._account.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        last = QWidget()
        row = QHBoxLayout(last)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._account)
        row.addStretch(1)
        return self._block([self._person, self._position, last])

    def set_account_menu(self, menu: QMenu) -> None:
        """The menu of the account's button (settings, help, sign out)."""
        self._account.setMenu(menu)

    def set_account(self, person: str, position: str, office: str) -> None:
        """Say who is signed in, as what, and where."""
        self._person.setText(person)
        self._position.setText(position)
        whole = f"{position} · {office}" if office else position
        # The position stands at the foot too: where both do not fit, the office is told in full.
        fits = QFontMetrics(self._office.font()).horizontalAdvance(whole) <= WIDE - 7 * unit_of(self)
        self._office.setText(whole if fits or not office else office)

    def add(self, key: str, title: str, icon: str, shortcut: str) -> None:
        """Add a desk under the ones there are."""
        made = RailButton(key, title, icon, shortcut)
        made.set_narrow(self._narrow)
        made.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(made)
        self._buttons[key] = made
        self._desks.addWidget(made)

    def button(self, key: str) -> RailButton:
        """The button of a desk. Raises KeyError."""
        return self._buttons[key]

    def mark(self, key: str) -> None:
        """Show which desk is open."""
        self._buttons[key].setChecked(True)

    def set_narrow(self, narrow: bool) -> None:
        """Icons only (small windows), or names too."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._head.setVisible(not narrow)
        self._person.setVisible(not narrow)
        self._position.setVisible(not narrow)
        self._account.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        for made in self._buttons.values():
            made.set_narrow(narrow)
        self._set_width()

    def _set_width(self) -> None:
        text = QFontMetrics(self.font()).averageCharWidth() * 22
        self.setFixedWidth(max(WIDE, text) if not self._narrow else 18 * 3 + unit_of(self))
