"""Notices beside the clock: few, in the words of an office, and silent on what is secret."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.presenters.notice_words import Happening, Notice, arrival, bundled, meeting
from desktop.presenters.notices import Notices
from desktop.sync.status import SyncState, SyncStatus
from tests.widgets.conftest import application

__all__ = ["application"]

DOCUMENT = {"id": "d1", "notation": "118-TB/TU", "urgency": 0, "secrecy": "none", "subject": "Về việc nhân sự"}
HANDLING = {"id": "h1", "documentId": "d1", "urgency": 0}


def told(*happenings: Happening) -> Notice:
    notice = bundled(happenings)
    assert notice is not None
    return notice


def test_one_document_is_told_by_number_and_sender_not_by_what_it_says() -> None:
    notice = told(arrival(HANDLING, DOCUMENT, "Tỉnh ủy"))
    assert (notice.title, notice.text, notice.opens) == ("Văn bản mới đến", "118-TB/TU · Tỉnh ủy", ("Handling", "h1"))
    assert "HỎA TỐC · 118-TB/TU" in told(arrival({**HANDLING, "urgency": 3}, {**DOCUMENT, "urgency": 3}, "")).text


@pytest.mark.parametrize(
    "document",
    [{**DOCUMENT, "secrecy": "confidential"}, {**DOCUMENT, "withheld": True}, {**DOCUMENT, "secrecy": "kín"},
     {"id": "d1", "notation": "118-TB/TU"}, None],
)  # fmt: skip
def test_a_classified_document_is_never_named(document: Mapping[str, Any] | None) -> None:
    notice = told(arrival(HANDLING, document, "Tỉnh ủy"))
    assert notice.text == "1 văn bản mới đến"
    assert notice.opens == ("Handling", "h1")


def test_many_make_one_notice() -> None:
    many = [arrival({**HANDLING, "id": str(n), "urgency": 3 * (n < 2)}, None, "") for n in range(40)]
    notice = told(*many)
    assert notice.text == "40 văn bản mới đến, có 2 hỏa tốc"
    assert notice.opens == ("desk", "incoming")


def test_what_needs_the_person_stands_first() -> None:
    notice = told(Happening("overdue", count=4), arrival(HANDLING, DOCUMENT, "Tỉnh ủy"), Happening("refused", count=2))
    lines = notice.text.splitlines()
    assert notice.title == "Việc của bạn"
    assert lines == [
        "2 việc không được chấp nhận hoặc chưa gửi được", "118-TB/TU · Tỉnh ủy", "4 việc quá hạn",
    ]  # fmt: skip
    assert notice.opens == ("desk", "outbox")
    assert bundled(()) is None


def test_a_meeting_is_named_unless_it_is_secret() -> None:
    start = datetime(2026, 11, 23, 14, 0)  # noqa: DTZ001 - local, as the schedule's are
    assert meeting({"id": "e1", "title": "Họp giao ban"}, start).text == "Lịch lúc 14:00: Họp giao ban"
    secret = {"id": "e1", "title": "Họp X", "tacnghiep:secrecy": "secret"}
    assert meeting(secret, start).text == "Lịch lúc 14:00"


class Office:
    """A workplace as small as this needs, whose clock and line are in the test's hands."""

    def __init__(self) -> None:
        self.sync = SyncState()
        self.sync.set(SyncStatus("synced", at=datetime.fromisoformat("2026-11-23T07:00:00Z")))
        self.clock_offset = timedelta()
        self.me = SimpleNamespace(organ_id="o1", id="p1", duty_unit_ids=frozenset(), holds=lambda *_: True)
        self.overdue = 0
        self.kept: dict[str, Any] = {}

    async def get(self, type_name: str, _key: str) -> Mapping[str, Any]:
        return HANDLING if type_name == "Handling" else DOCUMENT

    async def many(self, _type: str, ids: Sequence[str]) -> dict[str, Mapping[str, Any]]:
        return {key: {**HANDLING, "id": key} for key in ids}

    async def select(self, *_: object) -> list[Mapping[str, Any]]:
        return []

    async def counts(self) -> dict[str, int]:
        return {"incoming.overdue.own": self.overdue, "tasks.overdue.own": 1, "incoming.toHandle.own": 9}

    async def preference(self, name: str, default: Any) -> Any:
        return self.kept.get(name, default)

    async def set_preference(self, name: str, value: Any) -> None:
        self.kept[name] = value


class Watcher:
    """Notices, and what they told."""

    def __init__(self) -> None:
        self.office = Office()
        self.away, self.quiet, self.wants = True, False, True
        self.told: list[str] = []
        self.new: list[int] = []
        names: Any = SimpleNamespace(units={})
        self.notices = Notices(
            self.office, names, tell=lambda notice: self.told.append(notice.text), new=self.new.append,
            away=lambda: self.away, quiet=lambda: self.quiet, wants=lambda _: self.wants, failed=self._failed,
        )  # fmt: skip

    def _failed(self, error: Exception) -> None:
        raise error

    async def flush(self) -> None:
        await self.notices.settled()
        self.notices.flush()
        await self.notices.settled()


@pytest.fixture
def watcher(application: QApplication) -> Watcher:
    return Watcher()


async def test_arrivals_are_gathered_and_told_once(watcher: Watcher) -> None:
    watcher.notices.arrived({"a", "b"})
    watcher.notices.arrived({"c"})
    await watcher.flush()
    await watcher.flush()
    assert watcher.told == ["3 văn bản mới đến"]
    assert watcher.new == [2, 3]
    watcher.notices.seen()
    assert watcher.new == [2, 3, 0]


async def test_nobody_is_disturbed_while_something_is_signed(watcher: Watcher) -> None:
    watcher.quiet = True
    watcher.notices.arrived({"a"})
    await watcher.flush()
    assert watcher.told == []
    watcher.quiet = False
    await watcher.flush()
    assert watcher.told == ["118-TB/TU"]


async def test_whoever_has_the_window_in_front_sees_it_there(watcher: Watcher) -> None:
    watcher.notices.arrived({"a"})
    watcher.away = False
    await watcher.flush()
    watcher.notices.arrived({"b"})
    watcher.away = True
    await watcher.flush()
    assert watcher.told == []
    assert watcher.new == [1, 0]


async def test_who_does_not_want_to_be_told_still_sees_the_number(watcher: Watcher) -> None:
    watcher.wants = False
    watcher.notices.arrived({"a"})
    watcher.office.sync.set(SyncStatus("needsYou", needs=2))
    await watcher.flush()
    assert watcher.told == []
    assert watcher.new == [1]


async def test_overdue_work_is_told_once_a_day_and_refused_work_as_it_comes(watcher: Watcher) -> None:
    notices, office = watcher.notices, watcher.office
    office.overdue = 2
    notices.start()
    await watcher.flush()
    notices.look()
    await watcher.flush()
    assert watcher.told == ["3 việc quá hạn"]
    for needs in (1, 1, 3, 2):
        office.sync.set(SyncStatus("needsYou", at=datetime.fromisoformat("2026-11-23T07:00:00Z"), needs=needs))
    await watcher.flush()
    assert watcher.told[1:] == ["3 việc không được chấp nhận hoặc chưa gửi được"]
    notices.close()
    office.sync.set(SyncStatus("needsYou", needs=9))
    await watcher.flush()
    assert len(watcher.told) == 2


async def test_a_meeting_is_told_of_once_and_not_when_it_has_begun(
    watcher: Watcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.presenters import notices as module

    now = datetime.fromisoformat("2026-11-23T06:50:00Z")  # 13:50 in Vietnam

    async def entries(*_: object) -> list[Mapping[str, Any]]:
        made: Callable[[str, str], Mapping[str, Any]] = lambda key, start: {  # noqa: E731
            "id": key, "title": key, "start": f"2026-11-23T{start}:00", "duration": "PT1H",
        }  # fmt: skip
        return [made("Họp một", "14:00"), made("Họp hai", "14:30"), made("Họp qua", "13:30")]

    watcher.office.select = entries  # type: ignore[method-assign]
    monkeypatch.setattr(module, "central_now", lambda _: now)
    monkeypatch.setattr(module.today_words, "concerns", lambda *_: True)
    for _ in range(2):
        watcher.notices.look()
        await watcher.flush()
    assert watcher.told == ["Lịch lúc 14:00: Họp một\n1 việc quá hạn"]
