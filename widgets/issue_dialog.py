"""The issue dialog: recipients are confirmed once more before a document leaves the office. Knows Qt and the kit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.dialog_parts import ActDialog, ActionButtons, Note, field_label, heading, muted
from widgets.fitting import FormArea, room_on
from widgets.recipient_picker import RecipientGroup, RecipientPicker, RecipientUnit
from widgets.theme import Tone


@dataclass(frozen=True)
class IssueRequest:
    """What is about to leave.

    Attributes:
        title: "118-TB/ĐU · Thông báo kết luận …".
        signed: "Lê Văn Hòa ký duyệt · Đảng ủy xã An Phú ký số cơ quan".
        to_places: the Nơi nhận lines as they stand on the page.
        recipients: ids of the units named in the draft.
        warning: what the clerk should know first; empty where nothing.
        blocked: it may not go out as it is; ``warning`` says why.
        offline: the document goes out when the line is back.
    """

    title: str
    signed: str
    to_places: tuple[str, ...]
    recipients: tuple[str, ...]
    warning: str = ""
    blocked: bool = False
    offline: bool = False


class IssueDialog(ActDialog):
    """Confirms the recipients; stays until the act is safe.

    Signals:
        issued: ids of the units to send to.
        group_saved: name and ids of a group to keep.
    """

    issued = Signal(tuple)
    group_saved = Signal(str, tuple)

    def __init__(
        self,
        request: IssueRequest,
        groups: Sequence[RecipientGroup],
        units: Sequence[RecipientUnit],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._request = request
        self.setModal(True)
        self.setWindowTitle(self.tr("Phát hành văn bản"))
        self.setMinimumSize(560, min(520, room_on(self).height()))
        self.picker = RecipientPicker()
        self.picker.fill(groups, units)
        self.picker.set_chosen(request.recipients)
        self.picker.changed.connect(self._refresh)
        self.picker.group_saved.connect(self.group_saved)
        self.buttons = ActionButtons(self.tr("&Phát hành"), self.tr("Hủ&y"))
        self.buttons.accepted.connect(self._submit)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(heading(request.title))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._fill(column)
        layout.addWidget(FormArea(inner), 1)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        self._refresh()

    def _fill(self, layout: QVBoxLayout) -> None:
        """What the clerk should know, and who gets it."""
        request = self._request
        layout.addWidget(muted(request.signed))
        if request.warning:
            layout.addWidget(Note(request.warning, Tone.BAD if request.blocked else Tone.WARN))
        if request.offline:
            layout.addWidget(
                Note(
                    self.tr(
                        "Đang mất kết nối. Văn bản được phát hành khi có mạng; trạng thái “Đã gửi” chỉ hiện khi "
                        "nơi nhận đã nhận được."
                    ),
                    Tone.WARN,
                )
            )
        if request.to_places:
            places = "; ".join(request.to_places)
            layout.addWidget(muted(self.tr("Nơi nhận ghi trên văn bản: %1").replace("%1", places)))
        layout.addWidget(field_label(self.tr("&Gửi đến"), self.picker.search))
        layout.addWidget(self.picker, 1)

    def showEvent(self, event: object) -> None:
        """Enter issues at once when the recipients are right, so the button has the focus."""
        super().showEvent(event)  # type: ignore[arg-type]
        button = self.buttons.accept_button
        if button is not None and button.isEnabled():
            button.setFocus()
        else:
            self.picker.search.setFocus()

    def _refresh(self) -> None:
        count = len(self.picker.chosen())
        self.buttons.set_ready(self.is_ready())
        if self.buttons.accept_button is not None:
            self.buttons.accept_button.setText(
                self.tr("&Phát hành tới %n nơi nhận", "", count) if count else self.tr("&Phát hành")
            )

    def is_ready(self) -> bool:
        """Somebody is chosen, and nothing forbids it."""
        return bool(self.picker.chosen()) and not self._request.blocked

    def _submit(self) -> None:
        if self.is_ready():
            self.issued.emit(self.picker.chosen())
