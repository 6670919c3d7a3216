"""What waits for a time-stamp is said where it matters, a slow service can be skipped, unknown standing is asked."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.augmenting import Waiting
from desktop.presenters import outgoing_rows
from desktop.presenters.signing_later import WHY, SigningLater
from tests.presenters.signing_office import until
from tests.presenters.test_outgoing_desk import Bench, Office
from widgets.issue_dialog import IssueDialog
from widgets.later_line import LaterLine
from widgets.theme import Theme, Tone

NOW = datetime(2026, 11, 23, 3, 15, tzinfo=UTC)


@dataclass
class Queue:
    waiting: Waiting = field(default_factory=lambda: Waiting({}))
    asked: int = 0

    def now(self) -> None:
        self.asked += 1


@dataclass
class Service:
    waiting: float = 0.0
    skipped: bool = False

    def skip(self) -> None:
        self.skipped, self.waiting = True, 0.0


@pytest.fixture
def line(application: QApplication, theme: Theme) -> LaterLine:
    made = LaterLine()
    made.resize(420, 40)
    return made


def test_nothing_is_said_while_nothing_waits(line: LaterLine) -> None:
    later = SigningLater(line, Queue(), lambda: None, lambda: NOW)
    assert line.isHidden()
    later.close()


def test_what_waits_is_counted_with_its_reason_and_the_hour(line: LaterLine) -> None:
    queue = Queue(Waiting({"a": "timestampUnavailable", "b": "timestampUnavailable", "c": ""}))
    later = SigningLater(line, queue, lambda: None, lambda: NOW)
    assert line.words.text() == "Chờ dấu thời gian: 3 · đang thử"
    queue.waiting = Waiting(queue.waiting.documents, again_at=time.monotonic() + 605)
    later.refresh()
    assert line.words.text() == "Chờ dấu thời gian: 3 · thử lại lúc 10:25"
    assert "Dịch vụ dấu thời gian chưa trả lời" in line.accessibleName()
    line.button.click()
    assert queue.asked == 1
    later.close()


def test_a_slow_service_is_named_and_can_be_skipped(line: LaterLine) -> None:
    queue, service = Queue(Waiting({"a": ""})), Service(1.0)
    later = SigningLater(line, queue, lambda: service, lambda: NOW)
    assert "Đang chờ" not in line.words.text()
    service.waiting = 12.7
    later.refresh()
    assert line.words.text() == "Đang chờ dịch vụ dấu thời gian (12 giây)…"
    line.button.click()
    assert (service.skipped, queue.asked) == (True, 0)
    assert line.words.text().startswith("Chờ dấu thời gian")
    later.close()


def test_every_reason_of_the_queue_has_a_sentence() -> None:
    assert set(WHY) == {"timestampUnavailable", "evidenceIncomplete", "fileOffline", "noRoots"}


# -- the document's header ---------------------------------------------------------------------------------------


def _document(state: str, *warnings: str) -> Mapping[str, Any]:
    mark = {"kind": "seal", "personId": "mai", "at": "2026-11-23T01:00:00Z", "level": "B-B", "warnings": [*warnings]}
    return {"id": "d", "state": state, "signatures": [mark], "deliveries": []}


@pytest.mark.parametrize(
    ("state", "warning", "words"),
    [
        ("sealed", "timestampUnavailable", ["chờ dấu thời gian"]),
        ("approved", "revocationUnknown", ["chưa rõ chứng thư"]),
        ("numbered", "evidenceIncomplete", ["chờ dữ liệu kiểm tra"]),
        ("issued", "timestampUnavailable", []),
        ("sealed", "somethingNew", []),
    ],
)
def test_the_header_says_what_is_missing(application: QApplication, state: str, warning: str, words: list[str]) -> None:
    assert [mark.text for mark in outgoing_rows.marks(_document(state, warning), pending=False)] == words


# -- before issue ------------------------------------------------------------------------------------------------


@pytest_asyncio.fixture
async def bench(application: QApplication, theme: Theme) -> AsyncIterator[Bench]:
    made = Bench(Office("mai"))
    made.presenter.start()
    await made.presenter.settled()
    made.office.objects["Document"]["o3"] |= dict(_document("sealed", "revocationUnknown"), id="o3")
    yield made
    await made.close()


async def _opened(bench: Bench, outcome: str) -> IssueDialog:
    async def ask_again(document: Any) -> str:
        return outcome

    bench.presenter.acts._ask_again = ask_again
    await bench.open("o3")
    bench.desk.pane.actionTriggered.emit("issue")
    return await bench.wait_for(IssueDialog)


def _issued(bench: Bench) -> bool:
    return bench.office.objects["Document"]["o3"]["state"] == "issued"


async def test_found_good_it_is_issued_without_a_question(bench: Bench) -> None:
    dialog = await _opened(bench, "good")
    dialog.buttons.accepted.emit()
    await bench.presenter.settled()
    assert _issued(bench)
    assert bench.office.objects["Document"]["o3"]["signatures"][0]["warnings"] == []


async def test_revoked_it_is_not_issued(bench: Bench) -> None:
    dialog = await _opened(bench, "revoked")
    assert not dialog.is_ready()
    dialog.buttons.accepted.emit()
    await bench.presenter.settled()
    assert not _issued(bench)


@pytest.mark.parametrize("yes", [True, False])
async def test_still_unknown_the_clerk_decides(bench: Bench, yes: bool) -> None:
    dialog = await _opened(bench, "unknown")
    dialog.buttons.accepted.emit()
    await until(lambda: bool(dialog.findChildren(QMessageBox)))
    (ask,) = dialog.findChildren(QMessageBox)
    assert ask.defaultButton().text() == "Để &sau"
    assert not _issued(bench)
    wanted = "&Vẫn phát hành" if yes else "Để &sau"
    next(one for one in ask.buttons() if one.text() == wanted).click()
    await bench.presenter.settled()
    assert _issued(bench) is yes


def test_tone() -> None:
    (mark,) = outgoing_rows.marks(_document("sealed", "timestampUnavailable"), pending=False)
    assert mark.tone is Tone.INFO
