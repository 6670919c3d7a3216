"""Opens dialogs on a screen of 1366x768 at 200 %, and prints as JSON what of them is out of sight; run by itself.

A screen and its scale are given to Qt once, at its start: so this is a program of its own.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

SCREEN = {"name": "low", "x": 0, "y": 0, "width": 1366, "height": 720, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
"""Without the task bar."""
LONG = "Thông báo kết luận của Ban Thường vụ Đảng ủy tại phiên họp tháng 11 năm 2026 về một số nội dung quan trọng"
FRAME = 32
"""Logical px of a window's title."""


def main(folder: Path, language: str) -> None:
    """Print the faults by dialog in a language: nothing but {} where there is none."""
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    os.environ |= {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "QT_SCALE_FACTOR": "2"}
    from PySide6.QtWidgets import QApplication, QDialog

    application = QApplication(["low-screen"])
    from desktop.languages import Languages
    from widgets.theme import Mode, Theme

    languages = Languages(application, language)
    theme = Theme(application, Mode.LIGHT)
    found = {}
    for name, dialog in _dialogs():
        if isinstance(dialog, QDialog):
            dialog.open()
        else:
            dialog.show()
        application.processEvents()
        faults = _faults(dialog)
        if faults:
            found[name] = faults
        dialog.hide()
    del theme, languages
    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")


def _dialogs() -> Iterator[tuple[str, QWidget]]:
    from PySide6.QtWidgets import QFileDialog, QWidget

    from tests.widgets import test_outgoing_widgets as outgoing
    from tests.widgets import test_schedule_widgets as schedule
    from tests.widgets.test_signing_widgets import REQUEST
    from widgets.crash_window import CrashWindow
    from widgets.draft_dialog import DraftDialog
    from widgets.file_asking import ask_files
    from widgets.findings_dialog import FindingsDialog
    from widgets.help_window import HelpWindow
    from widgets.issue_dialog import IssueDialog, IssueRequest
    from widgets.lock_window import LockWindow
    from widgets.number_dialog import NumberDialog
    from widgets.passphrase_dialog import PassphraseDialog
    from widgets.pin_change_dialog import PinChangeDialog
    from widgets.pin_dialog import PinDialog
    from widgets.report_window import PageView, ReportWindow
    from widgets.schedule_print import PrintWindow
    from widgets.settings_window import SettingsWindow
    from widgets.slip_dialog import SlipDialog
    from widgets.token_dialog import CertificateChoice, TokenDialog
    from widgets.welcome import WelcomeWindow

    for tries in ("plenty", "low", "final", "locked"):
        yield f"pin, {tries}", PinDialog(replace(REQUEST, tries=tries, problem="Mã PIN không đúng.", issuer=LONG))
    accented = PinDialog(replace(REQUEST, tries="final", problem="Mã PIN không đúng.", issuer=LONG))
    accented.pin.setText("đ1234")
    yield "pin, accented", accented
    yield "pin change", PinChangeDialog(replace(REQUEST, tries="low", issuer=LONG, least=6, most=16))
    tokens = TokenDialog(can_examine=True)
    yield "no token", tokens
    tokens = TokenDialog(can_examine=True)
    tokens.show_tokens([CertificateChoice(one, "Người khác", LONG, LONG) for one in "abc"], "")
    yield "tokens", tokens
    yield "findings", FindingsDialog()
    yield "slip", SlipDialog(LONG, [("Người trình", LONG), ("Nơi nhận", LONG)], LONG)
    request = IssueRequest(LONG, LONG, (LONG,), ("0",), LONG, offline=True)
    yield "issue", IssueDialog(request, outgoing.GROUPS, outgoing.UNITS)
    yield (
        "number",
        NumberDialog(replace(outgoing.NUMBER, subject=LONG, reserve=True, earliest=date(2026, 12, 1))),
    )
    yield "draft", DraftDialog(outgoing.CHOICES)
    yield "passphrase", PassphraseDialog("Trần Thị Mai", new=True, old=True, locking=True, problem=LONG)
    yield "help", HelpWindow()
    crash = CrashWindow(LONG)
    crash.show_error("ValueError", 7)
    for name, report, said in (("report", ReportWindow(LONG), f"{LONG} {LONG}."), ("crash", crash, crash.nothing_lost)):
        report.show_pages([PageView(f"{n}.txt", LONG, f"{LONG}\n" * 99) for n in range(9)], said)
        yield name, report
    yield "settings", SettingsWindow()
    yield "week on paper", PrintWindow(schedule.sheet(1), waiting=2, printers=())
    facts = tuple((f"Mục {n}", LONG) for n in range(9))
    yield "remarks", _remarks()
    yield "roots", _roots()
    yield "checked files", _checked()
    yield "files from elsewhere", _loose()
    yield "welcome", WelcomeWindow()
    over = QWidget()
    ask_files(over, LONG, ["Tệp PDF (*.pdf)"], print)
    yield "file", over.findChildren(QFileDialog)[0]
    yield "lock", LockWindow()
    yield "entry", schedule.EntryWindow(schedule.EntryDetail("a", LONG, facts, (LONG,), (("approve", "&Duyệt"),)))


def _remarks() -> QDialog:
    from widgets.remark_rows import RemarkRow
    from widgets.remark_window import RemarkWindow

    window = RemarkWindow(LONG, writes=True)
    window.set_rows([RemarkRow("a", 1, "Khung · trang 1", withdrawable=True)], [], "a")
    window.panel.choose("a")
    window.show_typing()
    return window


def _roots() -> QDialog:
    from widgets.theme import Tone
    from widgets.trust_window import RootView, TrustWindow

    window = TrustWindow()
    mark = " ".join(["ABCD"] * 16)
    root = RootView(
        "a", LONG, LONG, LONG, "gốc", "2020 – 2037", "05/11/2037", "thêm ở máy này", mark, "chờ", Tone.WARN, LONG
    )
    window.show_roots([root], LONG, may_add=True)
    return window


def _checked() -> QDialog:
    from widgets.check_window import CheckWindow
    from widgets.theme import Tone
    from widgets.verdict_panel import VerdictLine

    window = CheckWindow()
    window.show_files([(str(n), f"{n}.pdf", VerdictLine("valid", Tone.GOOD, "Hợp lệ")) for n in range(9)])
    return window


def _loose() -> QDialog:
    from widgets.loose_window import LooseWindow
    from widgets.signing_queue import QueueRow
    from widgets.signing_view_data import SigningKind

    window = LooseWindow()
    window.desk.set_kinds([SigningKind("loose", window.windowTitle(), "Ký")], "loose")
    window.desk.set_rows([QueueRow(str(n), f"{LONG}.pdf", LONG, LONG) for n in range(9)])
    window.offer_check()
    window.show_where(LONG)
    return window


def _faults(dialog: QWidget) -> list[str]:
    from PySide6.QtWidgets import QAbstractButton

    from tests.widgets import tab_order
    from tests.widgets.mnemonics import doubled
    from widgets.dialog_parts import Note
    from widgets.pin_dialog import PinDialog
    from widgets.report_window import ReportWindow

    room = dialog.screen().availableSize()
    found = []
    if dialog.width() > room.width() or dialog.height() > room.height() - FRAME:
        found.append(f"{dialog.width()}x{dialog.height()}")
    elif not dialog.screen().availableGeometry().contains(dialog.geometry()):
        found.append(f"{dialog.geometry().getRect()} is over the edge")
    found += doubled(dialog)
    default = next((one for one in dialog.findChildren(QAbstractButton) if one.property("default")), None)
    if default is not None and default.visibleRegion().boundingRect() != default.rect():
        found.append(f"{default.text()} is cut off")
    focused = dialog.focusWidget()
    if focused is not None and focused.isVisible() and focused.visibleRegion().isEmpty():
        found.append("what has the focus is out of sight")
    if isinstance(dialog, PinDialog):
        note = [one for one in dialog.findChildren(Note) if one.isVisible()][-1]
        if note.visibleRegion().boundingRect() != note.rect():
            found.append(f"{note.text()} is cut off")
    if isinstance(dialog, ReportWindow):
        page = dialog.pane.page
        lines = page.viewport().height() // page.fontMetrics().lineSpacing()
        if lines < 6:
            found.append(f"{lines} lines of the page are in sight")
    return found + tab_order.faults(dialog)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
