"""The foot of a window that shows a page before it is printed: the printer, the copies, and what can be done.

Knows Qt and the kit. What is printed, and how, is the window's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from widgets.dialog_parts import field_label
from widgets.form_dialog import ChoiceBox, indent
from widgets.kit import button
from widgets.leaving import leads_out
from widgets.theme import unit_of


class PrintFoot(QWidget):
    """The foot.

    Attributes: printer (ChoiceBox), copies (QSpinBox), print_button, save_button, close_button (QPushButton).

    Args:
        printers: names, for tests; None for the system's.
        may: whether anything may leave the program here.
    """

    def __init__(self, printers: Sequence[str] | None = None, *, may: bool = True) -> None:
        super().__init__()
        names = list(QPrinterInfo.availablePrinterNames() if printers is None else printers)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(unit_of(self) * 2)
        self.printer = ChoiceBox()
        self.printer.addItems(names)
        self.printer.setMinimumContentsLength(18)
        if not names:
            self.printer.addItem(self.tr("Chưa có máy in"))
            self.printer.setEnabled(False)
        default = QPrinterInfo.defaultPrinterName() if names else ""
        self.printer.setCurrentIndex(max(0, self.printer.findText(default)))
        self.copies = QSpinBox()
        self.copies.setRange(1, 99)
        indent(self.copies)
        for words, control in ((self.tr("&Máy in"), self.printer), (self.tr("&Số bản"), self.copies)):
            row.addWidget(field_label(words, control))
            row.addWidget(control)
        row.addStretch(1)
        self.print_button = button(self.tr("&In"), "primary")
        self.print_button.setEnabled(bool(names) and may)
        self.save_button = button(self.tr("&Lưu PDF…"))
        self.save_button.setEnabled(may)
        self.close_button = button(self.tr("Đó&ng"))
        leads_out(self.print_button, "print")
        leads_out(self.save_button, "export")
        for made in (self.print_button, self.save_button, self.close_button):
            row.addWidget(made)
        ready = (made for made in (self.print_button, self.save_button, self.close_button) if made.isEnabled())
        next(ready).setDefault(True)

    def made_ready(self, title: str) -> QPrinter:
        """The printer that is chosen, for this many copies.

        Args:
            title: what the printer's own queue calls it.
        """
        name = self.printer.currentText()
        printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setCopyCount(self.copies.value())
        return printer

    def refusal(self) -> str:
        """What is said where the printer does not take it."""
        words = self.tr("Máy in “%1” không nhận. Kiểm tra máy in đã bật và có giấy, rồi in lại.")
        return words.replace("%1", self.printer.currentText())
