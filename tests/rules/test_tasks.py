"""Tasks: one lead, at most two extensions, completion decided by who gave it (DOMAIN 9)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from desktop.office.tasks import due_state, extensions_left
from tests.rules.small_office import SmallOffice, refusal_code

P = "tacnghiep:"
TASK: dict[str, Any] = {
    "title": "Báo cáo rà soát",
    "due": "2026-11-27",
    P + "lead": {"unitId": "board", "personId": "specialist"},
    P + "coHandlers": [{"unitId": "board", "personId": "other"}],
    P + "product": "Báo cáo",
}


def given(office: SmallOffice) -> None:
    assert refusal_code(office.act("leader", "assignTask", "t", {"task": TASK}, document="doc")) is None


def test_lead_and_co_handler_are_never_the_same(office: SmallOffice) -> None:
    both = {**TASK, P + "coHandlers": [TASK[P + "lead"]]}
    assert refusal_code(office.act("leader", "assignTask", "t", {"task": both})) == "sameTwice"


def test_a_specialist_gives_no_tasks(office: SmallOffice) -> None:
    assert refusal_code(office.act("specialist", "assignTask", "t", {"task": TASK})) == "leaderOnly"


def test_finishing_waits_for_the_decision_of_who_gave_it(office: SmallOffice) -> None:
    given(office)
    assert refusal_code(office.act("other", "finishTask", "t", {"text": "Xong"})) == "leadOnly"
    office.act("specialist", "finishTask", "t", {"text": "Xong"})
    assert office.state("Task", "t") == "awaitingCompletion"
    assert refusal_code(office.act("specialist", "decideCompletion", "t", {"granted": True})) == "assignerOnly"
    assert refusal_code(office.act("leader", "decideCompletion", "t", {"granted": False})) == "noReason"
    office.act("leader", "decideCompletion", "t", {"granted": False, "reason": "Thiếu phụ lục"})
    assert office.state("Task", "t") == "inProgress"
    office.act("specialist", "finishTask", "t", {"text": "Đã bổ sung"})
    office.act("leader", "decideCompletion", "t", {"granted": True})
    assert office.state("Task", "t") == "completed"


def test_co_handlers_report_too(office: SmallOffice) -> None:
    given(office)
    assert refusal_code(office.act("other", "reportProgress", "t", {"percent": 30, "text": "Đang làm"})) is None
    assert office.objects["Task", "t"]["percentComplete"] == 30


def test_two_extensions_at_most(office: SmallOffice) -> None:
    given(office)
    for due in ("2026-12-01", "2026-12-05"):
        assert (
            refusal_code(office.act("specialist", "askExtension", "t", {"due": due, "reason": "Chờ số liệu"})) is None
        )
        assert refusal_code(office.act("leader", "decideExtension", "t", {"granted": True})) is None
        assert office.objects["Task", "t"]["due"] == f"{due}T17:00:00"
    assert extensions_left(office.objects["Task", "t"]) == 0
    again = office.act("specialist", "askExtension", "t", {"due": "2026-12-09", "reason": "Nữa"})
    assert refusal_code(again) == "noExtensionLeft"
    assert office.objects["Task", "t"][P + "originalDue"] == "2026-11-27T17:00:00"


@pytest.mark.parametrize("due", ["2026-11-27", "2026-11-20", None])
def test_an_extension_ends_later(office: SmallOffice, due: str | None) -> None:
    given(office)
    outcome = office.act("specialist", "askExtension", "t", {"due": due, "reason": "Chờ"})
    assert refusal_code(outcome) == "dueNotLater"


@pytest.mark.parametrize(
    ("now", "state"),
    [((23, 1), "onTime"), ((24, 11), "soon"), ((27, 9), "soon"), ((27, 10), "soon"), ((27, 11), "overdue")],
)
def test_due_by_vietnams_time(now: tuple[int, int], state: str) -> None:
    task = {"due": "2026-11-27T17:30:00", P + "completedAt": None}
    assert due_state(task, datetime(2026, 11, *now, tzinfo=UTC)) == state
