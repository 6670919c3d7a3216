"""Tells of something that nobody foresaw: what happened, that nothing is lost, where the log is.

Knows Qt and the kit.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.dialog_parts import ActionButtons, Note, SnugDialog, heading, muted
from widgets.theme import Tone, unit_of

translate = QCoreApplication.translate


class CrashWindow:
    """Opens one window at a time; what happens again while it is open is in the log alone."""

    def __init__(self, log_file: Path) -> None:
        self._log_file = log_file
        self._dialog: SnugDialog | None = None

    def tell(self, error: BaseException, parent: QWidget | None = None) -> None:
        """Show the window."""
        if self._dialog is not None:
            return
        self._dialog = dialog = SnugDialog(parent)
        dialog.setWindowTitle(translate("CrashWindow", "Lỗi ngoài dự kiến"))
        dialog.setMinimumWidth(520)
        step = unit_of(dialog)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(5 * step, 4 * step, 5 * step, 4 * step)
        column.setSpacing(3 * step)
        column.addWidget(heading(translate("CrashWindow", "Chương trình gặp lỗi ngoài dự kiến")))
        column.addWidget(
            Note(
                translate(
                    "CrashWindow",
                    "Việc đã làm được ghi lại đầy đủ, không mất. Nếu cửa sổ không trả lời, hãy mở lại chương trình.",
                ),
                Tone.INFO,
            )
        )
        column.addWidget(muted(f"{type(error).__name__}\n{self._log_file}"))
        buttons = ActionButtons("", translate("CrashWindow", "Đón&g"))
        buttons.extra(translate("CrashWindow", "&Mở thư mục nhật ký")).clicked.connect(self._open_folder)
        buttons.rejected.connect(dialog.reject)
        column.addWidget(buttons)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_file.parent)))

    def _closed(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
