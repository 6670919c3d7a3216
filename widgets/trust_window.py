"""The roots of trust: what they are called, until when they hold, where they come from, and their fingerprints.

One is added from a file and counts once its fingerprint was compared. Knows Qt and the kit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from widgets.dialog_parts import ActDialog, ActionButtons, Note, field_label, heading, muted
from widgets.fitting import FormArea, fit_to_screen, room_on
from widgets.keyed_table import Cell, KeyedTable, Line
from widgets.kit import button, label, set_kind
from widgets.theme import Tone, unit_of


@dataclass(frozen=True, slots=True)
class RootView:
    """One certificate.

    Attributes:
        key: its fingerprint.
        name, organization, issuer, kind, period, until, source: in words.
        fingerprint: in groups, as people compare it.
        state, tone: whether it counts, in words.
        hint: why it does not count and what to do; "" for nothing.
        may_remove: whether it may be removed here.
        waits: whether its fingerprint has yet to be compared.
    """

    key: str
    name: str
    organization: str
    issuer: str
    kind: str
    period: str
    until: str
    source: str
    fingerprint: str
    state: str
    tone: Tone
    hint: str = ""
    may_remove: bool = False
    waits: bool = False


class RootFacts(QFrame):
    """What one certificate says of itself, its fingerprint in groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "card")
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(step * 3, step * 2, step * 3, step * 2)
        column.setSpacing(step)
        self._name = self._words(bold=True)
        self._facts = self._words()
        self._title = muted(self.tr("Dấu vân tay SHA-256"))
        self.fingerprint = self._words()
        self.fingerprint.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.fingerprint.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        for words in (self._name, self._facts, self._title, self.fingerprint):
            column.addWidget(words)

    @staticmethod
    def _words(*, bold: bool = False) -> QLabel:
        made = label("", bold=bold, wrap=True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def show_root(self, root: RootView | None) -> None:
        """Show a certificate, or nothing."""
        self.setVisible(root is not None)
        if root is None:
            return
        self._name.setText(root.name)
        lines = [
            self.tr("Cơ quan: {organization}").format(organization=root.organization) if root.organization else "",
            self.tr("Do {issuer} cấp").format(issuer=root.issuer),
            self.tr("{kind}, hiệu lực {period}").format(kind=root.kind, period=root.period),
        ]
        self._facts.setText("\n".join(line for line in lines if line))
        self.fingerprint.setText(_in_lines(root.fingerprint))
        self.fingerprint.setAccessibleName(self.tr("Dấu vân tay SHA-256: {mark}").format(mark=root.fingerprint))


class TrustWindow(QDialog):
    """The window.

    Attributes:
        list: every certificate.
        question: the dialog that asks before one is removed; None while there is none.

    Signals:
        addRequested(): choose a file of certificates.
        compareRequested(str): compare the fingerprint of one that waits for it.
        removeRequested(str): remove one; it has been asked for already.
    """

    addRequested = Signal()
    compareRequested = Signal(str)
    removeRequested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roots: dict[str, RootView] = {}
        self.question: QDialog | None = None
        self.setWindowTitle(self.tr("Chứng thư gốc tin cậy"))
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * step, 4 * step, 4 * step, 4 * step)
        column.setSpacing(2 * step)
        column.addWidget(
            muted(
                self.tr(
                    "Chữ ký số chỉ được coi là hợp lệ khi chứng thư của người ký do một chứng thư gốc dưới đây bảo đảm."
                )
            )
        )
        headers = [self.tr("Tên"), self.tr("Loại"), self.tr("Hiệu lực đến"), self.tr("Nguồn"), self.tr("Trạng thái")]
        self.list = KeyedTable(self.tr("Chứng thư gốc tin cậy"), headers, (0, 12, 12, 18, 18), 0)
        self.list.setMinimumHeight(self.fontMetrics().height() * 4)
        # On a low screen the fingerprint of the one that is chosen needs the height more than the list.
        low = room_on(self).height() < self.fontMetrics().height() * 24
        if low:
            self.list.setMaximumHeight(self.fontMetrics().height() * 5)
        self.list.chosen.connect(lambda _: self._chosen())
        column.addWidget(self.list, 1)
        self.note = Note("", Tone.WARN)
        self.facts = RootFacts()
        self.problem = Note("", Tone.WARN)
        column.addWidget(self._below(step), 1 if low else 0)
        column.addLayout(self._foot())
        self.resize(820, 600)
        self.show_roots((), "", may_add=False)
        fit_to_screen(self)

    def _below(self, step: int) -> FormArea:
        """What is said of the one that is chosen, and of the files."""
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * step)
        for one in (self.note, self.facts, self.problem):
            rows.addWidget(one)
        area = FormArea(inner, lines=5)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        return area

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.add = button(self.tr("&Thêm từ tệp…"))
        self.compare = button(self.tr("Đối &chiếu dấu vân tay…"))
        self.remove = button(self.tr("&Gỡ bỏ…"))
        self.close_button = button(self.tr("Đó&ng"))
        self.add.clicked.connect(self.addRequested)
        self.compare.clicked.connect(lambda: self.compareRequested.emit(self.list.current_key()))
        self.remove.clicked.connect(self._confirm)
        self.close_button.clicked.connect(self.accept)
        for made in (self.add, self.compare, self.remove):
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return row

    def show_roots(self, roots: Sequence[RootView], unreadable: str, *, may_add: bool) -> None:
        """List the certificates.

        Args:
            unreadable: names the files that hold no certificate; "" for none.
            may_add: whether the office lets roots be added here.
        """
        self._roots = {root.key: root for root in roots}
        self.list.show_lines([_line(root) for root in roots])
        self.problem.show_text(unreadable, Tone.WARN)
        self.add.setEnabled(may_add)
        self.add.setToolTip("" if may_add else self.tr("Cơ quan quy định chứng thư gốc; không thêm ở máy này"))
        self._chosen()

    def choose(self, key: str) -> None:
        """Bring one to the front."""
        self.list.choose(key)

    def _chosen(self) -> None:
        root = self._roots.get(self.list.current_key())
        self.facts.show_root(root)
        if root is not None:
            self.note.show_text(root.hint, root.tone)
        elif self._roots:
            self.note.show_text("")
        else:
            self.note.show_text(
                self.tr("Chưa có chứng thư gốc nào, nên chưa kết luận được chữ ký số nào là hợp lệ."), Tone.WARN
            )
        self.compare.setEnabled(bool(root and root.waits))
        self.remove.setEnabled(bool(root and root.may_remove))

    def _confirm(self) -> None:
        root = self._roots.get(self.list.current_key())
        if root is None:
            return
        asked = QDialog(self)
        asked.setWindowTitle(self.tr("Gỡ chứng thư gốc"))
        asked.setMinimumWidth(asked.fontMetrics().averageCharWidth() * 60)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(asked)
        column.setSpacing(3 * unit_of(self))
        column.addWidget(heading(self.tr("Gỡ {name} khỏi danh sách tin cậy?").format(name=root.name)))
        column.addWidget(muted(self.tr("Chữ ký dựa vào chứng thư này sẽ thành “Chưa xác định” trên máy này.")))
        buttons = ActionButtons(self.tr("&Gỡ bỏ"), self.tr("Giữ &lại"))
        buttons.reject_button.setDefault(True)
        buttons.accepted.connect(asked.accept)
        buttons.rejected.connect(asked.reject)
        column.addWidget(buttons)
        asked.accepted.connect(lambda: self.removeRequested.emit(root.key))
        asked.finished.connect(self._answered)
        self.question = asked
        asked.open()

    def _answered(self) -> None:
        self.question = None


class CompareDialog(ActDialog):
    """Compares the fingerprint of a certificate with what its authority publishes, before it counts.

    A file may hold several: each is compared and taken by itself; what is left stays.

    Signals:
        compareAsked(str, str): a certificate's key and what was typed; answer with ``show_match``.
        addRequested(str): take this one in; answer with ``taken`` or ``show_problem``.
    """

    compareAsked = Signal(str, str)
    addRequested = Signal(str)

    def __init__(self, roots: Sequence[RootView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roots = {root.key: root for root in roots}
        self._mismatch = False
        self.setModal(True)
        self.setWindowTitle(self.tr("Đối chiếu chứng thư gốc"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 80)
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * step, 4 * step, 4 * step, 4 * step)
        column.setSpacing(2 * step)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * step)
        self._make_rows(rows)
        column.addWidget(FormArea(inner), 1)
        column.addWidget(self.problem)
        self.buttons = ActionButtons(self.tr("&Tin cậy chứng thư này"), self.tr("Đó&ng"))
        self.buttons.accepted.connect(lambda: self.addRequested.emit(self.key()))
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
        self._fill()
        fit_to_screen(self)

    def _make_rows(self, rows: QVBoxLayout) -> None:
        rows.addWidget(
            muted(
                self.tr(
                    "So dấu vân tay dưới đây với dấu vân tay do đơn vị cấp công bố chính thức (văn bản, trang tin, "
                    "gọi điện). Không lấy từ nơi gửi tệp này."
                )
            )
        )
        self.list = KeyedTable(
            self.tr("Chứng thư trong tệp"), [self.tr("Tên"), self.tr("Loại"), self.tr("Hiệu lực đến")], (0, 14, 14), 0
        )
        self.list.setFixedHeight(self.fontMetrics().height() * 6)
        self.list.chosen.connect(lambda _: self._chosen())
        rows.addWidget(self.list)
        self.facts = RootFacts()
        rows.addWidget(self.facts)
        self.note = Note()
        rows.addWidget(self.note)
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(self.tr("ít nhất 8 ký tự cuối"))
        self.typed.textChanged.connect(lambda text: self.compareAsked.emit(self.key(), text))
        rows.addWidget(field_label(self.tr("&Dấu vân tay do đơn vị cấp công bố (nếu có để dán hoặc gõ):"), self.typed))
        rows.addWidget(self.typed)
        self.match = Note()
        rows.addWidget(self.match)
        self.compared = QCheckBox(self.tr("Tôi đã đối chiếu, hai dấu vân tay &giống nhau"))
        self.compared.toggled.connect(lambda _: self.buttons.set_ready(self.is_ready()))
        rows.addWidget(self.compared)

    def key(self) -> str:
        """The certificate in front."""
        return self.list.current_key()

    def is_ready(self) -> bool:
        """Whether the one in front was compared, and nothing speaks against it."""
        root = self._roots.get(self.key())
        return bool(root and root.waits) and self.compared.isChecked() and not self._mismatch

    def show_match(self, same: bool | None) -> None:
        """Say whether what was typed is the fingerprint; None for too little to tell."""
        self._mismatch = same is False
        if same is None:
            self.match.show_text("")
        elif same:
            self.match.show_text(self.tr("Khớp với dấu vân tay của chứng thư."), Tone.GOOD)
        else:
            said = self.tr("Không khớp. Không tin cậy chứng thư này; hỏi lại đơn vị cấp.")
            self.match.show_text(said, Tone.BAD)
        self.buttons.set_ready(self.is_ready())

    def taken(self, key: str) -> None:
        """One was taken in; close when none is left."""
        self._roots.pop(key, None)
        if not any(root.waits for root in self._roots.values()):
            self.accept()
            return
        self._fill()

    def _fill(self) -> None:
        self.list.show_lines([_short_line(root) for root in self._roots.values()])
        self.list.setVisible(len(self._roots) > 1)
        self._chosen()

    def _chosen(self) -> None:
        root = self._roots.get(self.key())
        self.facts.show_root(root)
        self.note.show_text(root.hint if root and not root.waits else "", Tone.WARN)
        self.compared.setChecked(False)
        self.compared.setEnabled(bool(root and root.waits))
        self.typed.clear()
        self.show_match(None)
        self.problem.show_text("")


def _line(root: RootView) -> Line:
    spoken = f"{root.name}, {root.kind}, {root.until}, {root.source}, {root.state}. {root.hint}"
    cells = (Cell(root.name), Cell(root.kind), Cell(root.until), Cell(root.source), Cell(root.state, root.tone))
    return Line(root.key, cells, spoken)


def _short_line(root: RootView) -> Line:
    return Line(root.key, (Cell(root.name), Cell(root.kind), Cell(root.until)), f"{root.name}, {root.kind}")


def _in_lines(mark: str) -> str:
    """Sixteen groups in two lines, as they are printed on paper."""
    groups = mark.split()
    return "\n".join(" ".join(groups[i : i + 8]) for i in range(0, len(groups), 8))
