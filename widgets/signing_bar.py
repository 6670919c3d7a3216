"""The strips over the queue to sign: what can be done with what came of a batch, and ticking many at once.

Knows Qt and the kit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QWidget

from widgets.kit import button, set_kind
from widgets.signing_queue import QueueModel
from widgets.theme import Tone, unit_of


@dataclass(frozen=True)
class ResultActions:
    """What can be done after a batch.

    Attributes:
        unfinished: it was cut off, and can be gone on with or given up.
        failed: how many can be signed once more.
        listed: its results can be read as a list.
    """

    unfinished: bool = False
    failed: int = 0
    listed: bool = False

    @property
    def any(self) -> bool:
        """Whether there is anything to press."""
        return self.unfinished or self.failed > 0 or self.listed


class ResultBar(QWidget):
    """The buttons under what came of a batch.

    Signals:
        continue_asked, forget_asked: of a batch that was cut off.
        again_asked: sign what failed once more.
        results_asked: show the list of results.
    """

    continue_asked = Signal()
    forget_asked = Signal()
    again_asked = Signal()
    results_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "surface")
        self.go_on = button(self.tr("Ký &tiếp"), "primary")
        self.forget = button(self.tr("&Bỏ"))
        self.forget.setToolTip(self.tr("Không ký tiếp lô này; các văn bản chưa ký vẫn ở hàng chờ"))
        self.again = button("")
        self.results = button(self.tr("Xem kết &quả…"))
        self.go_on.clicked.connect(self.continue_asked)
        self.forget.clicked.connect(self.forget_asked)
        self.again.clicked.connect(self.again_asked)
        self.results.clicked.connect(self.results_asked)
        row, step = QHBoxLayout(self), unit_of(self)
        row.setContentsMargins(step * 4, step * 2, step * 4, step)
        row.setSpacing(step * 2)
        for one in (self.go_on, self.forget, self.again, self.results):
            row.addWidget(one)
        row.addStretch(1)
        self.show_actions(ResultActions())

    def show_actions(self, actions: ResultActions) -> None:
        """Offer these; nothing hides the strip."""
        self.go_on.setVisible(actions.unfinished)
        self.forget.setVisible(actions.unfinished)
        # One way on at a time: what failed comes after what has not been tried.
        self.again.setVisible(actions.failed > 0 and not actions.unfinished)
        self.again.setText(self.tr("Ký lại %1 văn bản &lỗi").replace("%1", str(actions.failed)))
        self.results.setVisible(actions.listed)
        self.setVisible(actions.any)


class TickBar(QWidget):
    """Ticks all documents, or those of a sort.

    Args:
        model: whose rows are ticked.
        urgency: these rows have one.

    Attributes:
        row: what stands in it; a button of its window's own goes before the last.
    """

    def __init__(self, model: QueueModel, parent: QWidget | None = None, *, urgency: bool = True) -> None:
        super().__init__(parent)
        self._urgency = urgency
        set_kind(self, "surface")
        self._model = model
        self.all = QCheckBox(self.tr("Chọn tất cả"))
        self.all.setToolTip(self.tr("Chọn hoặc bỏ chọn tất cả (Ctrl+A, Ctrl+Shift+A)"))
        self.more = button(self.tr("&Chọn theo"))
        self.all.clicked.connect(self._all_clicked)
        self.more.clicked.connect(self._open)
        row, step = QHBoxLayout(self), unit_of(self)
        self.row = row
        row.setContentsMargins(step * 4, step, step * 4, step)
        row.addWidget(self.all)
        row.addStretch(1)
        row.addWidget(self.more)

    def refresh(self, *, running: bool) -> None:
        """Show how much is ticked; nothing can be while a batch runs."""
        waiting = sum(not row.done for row in self._model.rows())
        ticked = len(self._model.checked())
        state = Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked
        self.all.setCheckState(Qt.CheckState.Checked if waiting and ticked == waiting else state)
        self.setEnabled(not running and waiting > 0)

    def _all_clicked(self) -> None:
        waiting = [row.id for row in self._model.rows() if not row.done]
        self._model.check(waiting, on=len(self._model.checked()) < len(waiting))
        self.refresh(running=False)

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        urgent = (self.tr("Khẩn t&rở lên"), "", lambda row: row.urgency > 0)
        for text, keys, only in (
            (self.tr("&Tất cả"), "Ctrl+A", lambda row: True),
            (self.tr("Đã có &vị trí ký"), "", lambda row: row.place_tone is not Tone.WARN),
            *((urgent,) if self._urgency else ()),
            (self.tr("&Không chọn văn bản nào"), "Ctrl+Shift+A", lambda row: False),
        ):
            action = menu.addAction(text)
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _=False, only=only: self._only(only))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _only(self, wanted: Callable[..., bool]) -> None:
        rows = self._model.rows()
        self._model.check([row.id for row in rows if not wanted(row)], on=False)
        self._model.check([row.id for row in rows if wanted(row)], on=True)
