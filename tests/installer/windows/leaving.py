"""What is copied where the office bars it is taken from Windows' own clipboard again."""

from __future__ import annotations

import unittest

from _window import application, until  # pyright: ignore[reportMissingImports]
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget

from widgets.leaving import CopyGuard, copy_codes, set_barred


class Leaving(unittest.TestCase):
    def setUp(self) -> None:
        application()
        self.window = QWidget()
        self.rows, self.line = QListWidget(), QLineEdit("nội dung đang soạn")
        self.rows.addItem("Số 05-NQ/ĐU")
        self.rows.setCurrentRow(0)
        column = QVBoxLayout(self.window)
        column.addWidget(self.rows)
        column.addWidget(self.line)
        self.guard = CopyGuard(self.window)
        self.window.show()
        self.window.activateWindow()
        self.addCleanup(self.window.close)

    def copy_from(self, widget: QWidget) -> None:
        widget.setFocus()
        self.assertTrue(until(lambda: QApplication.focusWidget() is widget))
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
            QApplication.sendEvent(widget, key)

    def test_a_list_is_copied_from_only_where_that_is_not_barred(self) -> None:
        clipboard = QGuiApplication.clipboard()
        self.copy_from(self.rows)
        self.assertTrue(until(lambda: clipboard.text() == "Số 05-NQ/ĐU"))
        set_barred(self.window, ["export"])
        told: list[bool] = []
        self.guard.taken.connect(lambda: told.append(True))
        self.copy_from(self.rows)
        self.assertTrue(until(lambda: told and not clipboard.text()), f"{told} {clipboard.text()!r}")

    def test_a_field_and_what_support_needs_are_copied_all_the_same(self) -> None:
        set_barred(self.window, ["export"])
        clipboard = QGuiApplication.clipboard()
        self.line.selectAll()
        self.copy_from(self.line)
        self.assertTrue(until(lambda: clipboard.text() == "nội dung đang soạn"))
        self.rows.setFocus()
        copy_codes("mã lỗi 7")
        self.assertFalse(until(lambda: clipboard.text() != "mã lỗi 7", 1.0))
