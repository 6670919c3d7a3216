"""Finds out what keeps a device from signing, while the window goes on: the action of the token dialog.

Knows the examination, its words and the dialog. Whatever hangs meanwhile hangs on a thread of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop import finding_words
from desktop.diagnose_signing import Scene, examine
from desktop.findings import Finding
from desktop.lanes import Lane
from desktop.presenters.running import Running
from signing.sentences import sentence as problem_sentence
from widgets.findings_dialog import FindingsDialog, FoundLine
from widgets.theme import Tone

translate = QCoreApplication.translate

_TONES = {"ok": Tone.GOOD, "hint": Tone.INFO, "note": Tone.WARN, "problem": Tone.BAD}


class Prepared(Protocol):
    """A scene whose drivers were started for it, and are ended with it."""

    @property
    def scene(self) -> Scene: ...

    def close(self) -> None: ...


class Examining:
    """Opens the dialog and fills it.

    Args:
        prepare: makes the scene; called on the loop, quick.
        language: of the window, "vi" or "en".
    """

    def __init__(self, prepare: Callable[[], Prepared], language: Callable[[], str]) -> None:
        self._prepare = prepare
        self._language = language
        self._running = Running()

    def begin(self, parent: QWidget) -> FindingsDialog:
        """Open the dialog and look."""
        dialog = FindingsDialog(parent)
        dialog.again_asked.connect(lambda: self._look(dialog))
        dialog.finished.connect(lambda _code: self._running.cancel("look"))
        dialog.finished.connect(lambda _code: dialog.deleteLater())
        dialog.open()
        self._look(dialog)
        return dialog

    def close(self) -> None:
        """Wait for nothing any more."""
        self._running.close()

    def _look(self, dialog: FindingsDialog) -> None:
        dialog.wait()
        self._running.start("look", self._fill(dialog))

    async def _fill(self, dialog: FindingsDialog) -> None:
        prepared = self._prepare()
        lane = Lane("examine", 1)

        def look() -> list[Finding]:
            try:
                return examine(prepared.scene)
            finally:
                prepared.close()

        try:
            findings = await asyncio.wrap_future(lane.submit(look))
        except (OSError, RuntimeError) as error:
            said = translate("Examining", "Không kiểm tra được (%1). Đóng chương trình, mở lại rồi thử lần nữa.")
            dialog.show_trouble(said.replace("%1", type(error).__name__))
            return
        finally:
            lane.close()
        dialog.show_lines([self._line(finding) for finding in findings])

    def _line(self, finding: Finding) -> FoundLine:
        words = {
            "ok": translate("Examining", "Đạt"),
            "hint": translate("Examining", "Gợi ý"),
            "note": translate("Examining", "Lưu ý"),
            "problem": translate("Examining", "Lỗi"),
        }
        return FoundLine(self._text(finding), _TONES[finding.level], words[finding.level])

    def _text(self, finding: Finding) -> str:
        language = self._language()
        if "problem" in finding.values:
            said = problem_sentence(finding.code, language)
            return f"{finding.values['name']}: {said}"
        return finding_words.sentence(finding.code, finding.values, language)
