"""The report on a damaged outbox: kept until somebody has said that it was read, also over locking and a new start.

Knows the store's report, the workplace and the window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.presenters import act_words, formats, mended, messages, needs
from desktop.presenters.about import about
from desktop.presenters.running import Running
from local_cache import Opened, Salvage
from widgets.salvage_window import SalvageReport, SalvageRow, SalvageWindow
from widgets.theme import Tone

translate = QCoreApplication.translate

NAME = "salvage.unread"
"""The preference that holds the report until it has been read."""


class Workplace(needs.OneObject, needs.Unsent, needs.FormDrafts, needs.Preferences, Protocol):
    """What this needs of the workplace."""


class SalvagePresenter:
    """Shows the report as long as it has not been read."""

    def __init__(self, workplace: Workplace, parent: Callable[[], QWidget], say: Callable[[str, Tone], None]) -> None:
        self._workplace = workplace
        self._parent = parent
        self._running = Running(lambda error: say(messages.of_error(error), Tone.BAD))
        self.window: SalvageWindow | None = None

    def start(self, opened: Opened) -> None:
        """Show what opening found, or what was found before and not read."""
        self._running.start("show", self._show(opened.outbox_salvaged))

    def close(self) -> None:
        """Close the window: it comes again."""
        self._running.close()
        if self.window is not None:
            self.window.deleteLater()

    async def settled(self) -> None:
        """Wait until nothing runs (for tests)."""
        await self._running.settled()

    async def _show(self, salvage: Salvage | None) -> None:
        report: Any = await self._workplace.preference(NAME, None)
        if salvage is not None:
            report = _kept(salvage)
            await self._workplace.set_preference(NAME, report)
        if not isinstance(report, dict):
            return
        window = self.window = SalvageWindow(await self._report(report), self._parent())
        window.read.connect(lambda: self._running.start("read", self._read()))
        window.open()

    async def _read(self) -> None:
        await self._workplace.set_preference(NAME, None)
        window, self.window = self.window, None
        if window is not None:
            window.deleteLater()

    async def _report(self, report: Mapping[str, Any]) -> SalvageReport:
        rows = [await self._lost(one) for one in report["lost"]]
        rows += [SalvageRow(_draft(), await self._draft_about(key), True) for key in report["lost_drafts"]]
        entries = {one["act"]["id"]: one["act"] for one in await self._workplace.unsent()}
        for act_id in report["acts"]:
            act = entries.get(act_id)
            if act is not None:
                said = await about(self._workplace, act)
                rows.append(SalvageRow(act_words.name(act["kind"]), said or _unknown(), False))
        rows += [SalvageRow(_draft(), await self._draft_about(key), False) for key in report["drafts"]]
        at = datetime.fromisoformat(report["at"])
        bad = bool(report["lost"] or report["lost_drafts"] or not report["complete"])
        return SalvageReport(report["summary"], tuple(rows), formats.full_moment(at), Tone.BAD if bad else Tone.WARN)

    async def _lost(self, one: Mapping[str, Any]) -> SalvageRow:
        kind = act_words.name(one["kind"]) if one.get("kind") else translate("Mended", "việc không rõ loại")
        said = await about(
            self._workplace,
            {
                "subjectType": one.get("subject_type") or "",
                "subjectId": one.get("subject_id") or "",
                "documentId": one.get("document_id"),
                "kind": one.get("kind") or "",
                "payload": {},
            },
        )
        return SalvageRow(kind, said or _unknown(), True)

    async def _draft_about(self, key: str) -> str:
        draft = await self._workplace.load_draft(key)
        found = (draft.get("subject") or draft.get("title")) if isinstance(draft, dict) else ""
        if found:
            return str(found)
        document = await self._workplace.get("Document", key.rpartition(":")[2])
        return str(document["subject"]) if document else _unknown()


def _kept(salvage: Salvage) -> dict[str, Any]:
    return {
        "at": datetime.now(UTC).isoformat(),
        "summary": mended.salvaged(salvage),
        "acts": list(salvage.acts),
        "lost": [asdict(one) for one in salvage.lost],
        "drafts": list(salvage.drafts),
        "lost_drafts": list(salvage.lost_drafts),
        "complete": salvage.complete,
    }


def _draft() -> str:
    return translate("Mended", "Bản đang soạn")


def _unknown() -> str:
    return translate("Mended", "không đọc lại được là về văn bản nào")
