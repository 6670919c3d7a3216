"""The incoming desk over the sample commune, ready to be driven."""

from __future__ import annotations

import asyncio
from typing import Any

from PySide6.QtWidgets import QApplication

from desktop.lanes import Lanes
from desktop.presenters.incoming import IncomingPresenter, make_desk
from desktop.presenters.names import Names
from desktop.presenters.reading import ReadingPresenter
from desktop.presenters.verdicts import Verdicts
from desktop.sync.status import SyncStatus
from signing.verdict import SignatureReport, Verdict
from tests.widgets.sample import SampleWorkplace

LEADER = SignatureReport(
    "Leader", "Nguyễn Văn Bình", "Tỉnh ủy An Bình", "", "leader", "2026-11-20T09:42:00+00:00",
    "2026-11-20T09:42:05+00:00", "B-T", "revision", "no", 0, "valid",
)  # fmt: skip
AGENCY = SignatureReport(
    "Agency", "Tỉnh ủy An Bình", "", "", "agency", None, "2026-11-20T09:55:00+00:00", "B-LT", "file", "no", 0, "valid"
)
VALID = Verdict("valid", (LEADER, AGENCY), (), "PAdES")


class Desk:
    """One desk and its presenter.

    Attributes: said — every message; judged — the PDFs that were judged; tasks — documents to give a task from;
    signing — handlings to sign at the signing desk; copies — documents to copy; roots_asked — once for each time the
    roots were asked for.
    """

    def __init__(self, workplace: SampleWorkplace, verdict: Verdict = VALID) -> None:
        self.workplace = workplace
        self.lanes = Lanes()
        self.said: list[tuple[str, str, Any]] = []
        self.judged: list[bytes] = []
        self.roots_asked: list[bool] = []
        self.tasks: list[str] = []
        self.signing: list[str] = []
        self.copies: list[str] = []
        self.verdict = verdict
        self.verdicts = Verdicts(self._judge)
        self.names = Names(workplace)
        self.widget = make_desk()
        self.widget.resize(1190, 700)
        self.widget.show()
        self.reading = ReadingPresenter(
            workplace, self.widget.pane, self.lanes, self.names, self.verdicts, self._say,
            show_roots=lambda: self.roots_asked.append(True),
        )  # fmt: skip
        self.presenter = IncomingPresenter(
            workplace, self.widget, self.reading, self.names, self._say, assign_task=self.tasks.append,
            to_signing=self.signing.append, make_copy=self.copies.append,
        )  # fmt: skip

    async def _judge(self, pdf: bytes) -> Verdict:
        self.judged.append(pdf)
        return self.verdict

    def _say(self, text: str, tone: Any = "", *, action: str = "", run: Any = None, key: str = "") -> None:
        self.said.append((text, action, run))

    async def start(self) -> Desk:
        """Begin, and wait until the first box is there."""
        if not self.workplace.online:
            self.workplace.sync.say(SyncStatus("offline"))
        self.presenter.start()
        await self.settle()
        return self

    async def settle(self) -> None:
        """Let everything that is under way come to its end."""
        for _ in range(4):
            QApplication.processEvents()
            await self.presenter.settled()
            await asyncio.sleep(0)

    async def box(self, name: str, scope: str = "own") -> list[str]:
        """Go to a box; what it lists."""
        self.widget.column.show_box(f"incoming.{name}", scope)
        await self.settle()
        return list(self.widget.column.list.documents.keys())

    async def open(self, key: str) -> None:
        """Make a row current and wait until it is open."""
        assert self.widget.column.list.choose(key)
        await self.settle()

    async def act(self, kind: str) -> Any:
        """Press the button of an act; the dialog that opens."""
        self.widget.pane.actionTriggered.emit(kind)
        await self.settle()
        return self.presenter.acts.dialog

    async def submit(self) -> None:
        """Press the dialog's own button."""
        dialog = self.presenter.acts.dialog
        assert dialog is not None
        dialog.accept_button.click()
        await self.settle()

    async def close(self) -> None:
        await self.presenter.close()
        self.verdicts.close()
        self.lanes.close()
        self.widget.hide()
