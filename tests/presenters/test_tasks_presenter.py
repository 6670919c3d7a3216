"""The desk Nhiệm vụ over the sample commune."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.office.acts import Refusal
from desktop.presenters import task_words
from desktop.presenters.names import Names
from desktop.presenters.tasks import TaskPresenter
from local_cache.errors import DiskFull
from tests.presenters.office_for_desks import Office
from tests.widgets.sample_data import NOW
from widgets.task_desk import TaskDesk
from widgets.task_dialogs import AskExtensionDialog, AssignDialog, DecideDialog, ReportDialog
from widgets.theme import Tone


@dataclass
class Bench:
    """The desk with its presenter, and what was said."""

    office: Office
    desk: TaskDesk
    presenter: TaskPresenter
    said: list[tuple[str, Tone]] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    async def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()
            await self.presenter.settled()


async def bench(who: str, **options: bool) -> Bench:
    office = Office(who, **options)
    desk = TaskDesk()
    desk.resize(1100, 640)
    said: list[tuple[str, Tone]] = []
    opened: list[str] = []
    presenter = TaskPresenter(
        office,
        desk,
        Names(office),
        open_document=opened.append,
        say=lambda words, tone: said.append((words, tone)),
        now=lambda: NOW,
    )
    desk.show()
    presenter.refresh()
    made = Bench(office, desk, presenter, said, opened)
    await made.settle()
    return made


@pytest.fixture
async def mai(application: QApplication) -> AsyncIterator[Bench]:
    made = await bench("mai")
    yield made
    made.presenter.close()
    made.desk.close()


@pytest.fixture
async def hoa(application: QApplication) -> AsyncIterator[Bench]:
    made = await bench("hoa")
    yield made
    made.presenter.close()
    made.desk.close()


def row(made: Bench, name: str):
    from widgets.task_list import ROW_ROLE

    index = made.desk.list.tasks.index(made.desk.list.tasks.place_of(name))
    return index.data(ROW_ROLE)


async def test_what_is_overdue_says_so_and_stands_first(mai: Bench) -> None:
    first = mai.desk.list.tasks.id_at(mai.desk.list.tasks.index(0))

    assert first == "t3"
    assert row(mai, "t3").due == "Quá hạn 3 ngày"
    assert row(mai, "t3").tone is Tone.BAD
    assert row(mai, "t2").tone is Tone.WARN
    assert row(mai, "t1").tone is Tone.NEUTRAL


async def test_a_day_that_is_far_off_is_told_once(mai: Bench) -> None:
    task = dict(mai.office.objects["Task"]["t3"], due="2026-12-11T17:00:00")
    names = Names(mai.office)
    await names.ready()

    def said(one: Any) -> str:
        return task_words.detail(one, names, NOW, allowed=(), document=None, unsent=False).due

    assert said(task) == "Hạn 11/12/2026"
    assert said(mai.office.objects["Task"]["t3"]) == "Quá hạn 3 ngày (20/11/2026)"


async def test_own_and_unit_work_are_counted_apart(mai: Bench, hoa: Bench) -> None:
    assert "4" in mai.desk.boxes.tabText(0)
    assert "0" in hoa.desk.boxes.tabText(0)

    hoa.desk.scope.set_current("unit")
    await hoa.settle()
    assert "4" in hoa.desk.boxes.tabText(0)


async def test_the_chosen_task_shows_only_what_may_be_done(mai: Bench) -> None:
    mai.presenter.show("t4")
    await mai.settle()
    assert mai.desk.pane.title.text() == "Xây dựng kế hoạch kiểm điểm cuối năm"
    assert mai.desk.pane.first_action() is None

    mai.presenter.show("t2")
    await mai.settle()
    first = mai.desk.pane.first_action()
    assert first is not None
    assert first.accessibleName() or "Báo cáo" in cast("object", first).text()  # type: ignore[attr-defined]


async def test_a_report_is_made_and_seen_at_once(mai: Bench) -> None:
    mai.presenter.acts.begin("reportProgress", "t2")
    await mai.settle()
    dialog = mai.presenter.acts.dialog
    assert isinstance(dialog, ReportDialog)
    dialog.text.set_text("Đã rà soát 5/7 thôn")
    dialog.percent.setValue(80)

    dialog.accept_button.click()
    await mai.settle()

    assert mai.office.objects["Task"]["t2"]["percentComplete"] == 80
    assert mai.presenter.acts.dialog is None
    assert mai.said[-1] == ("Đã ghi báo cáo tiến độ.", Tone.GOOD)
    assert await mai.office.load_draft("reportProgress:t2") is None


async def test_what_is_typed_is_kept_and_comes_back(mai: Bench) -> None:
    mai.presenter.acts.begin("askExtension", "t3")
    await mai.settle()
    dialog = mai.presenter.acts.dialog
    assert isinstance(dialog, AskExtensionDialog)
    dialog.reason.set_text("Chờ số liệu của các chi bộ")
    dialog.reject()
    await mai.settle()

    mai.presenter.acts.begin("askExtension", "t3")
    await mai.settle()

    again = mai.presenter.acts.dialog
    assert isinstance(again, AskExtensionDialog)
    assert again.reason.text() == "Chờ số liệu của các chi bộ"
    assert "2 lần" in again.left.text()


async def test_a_refused_form_stays_open_with_the_reason(mai: Bench) -> None:
    mai.presenter.acts.begin("reportProgress", "t2")
    await mai.settle()
    dialog = mai.presenter.acts.dialog
    assert isinstance(dialog, ReportDialog)
    dialog.text.set_text("Đã rà soát")
    mai.office.objects["Task"]["t2"]["tacnghiep:state"] = "awaitingCompletion"

    dialog.accept_button.click()
    await mai.settle()

    assert mai.presenter.acts.dialog is dialog
    assert "đã có người làm trước" in dialog.warnings.text()
    assert dialog.text.text() == "Đã rà soát"


@pytest.mark.expects_log("presenter.task_failed")
async def test_a_form_whose_act_is_safe_closes_also_where_the_disk_is_full_by_then(
    mai: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_args: Any) -> None:
        raise DiskFull

    mai.presenter.acts.begin("reportProgress", "t2")
    await mai.settle()
    dialog = mai.presenter.acts.dialog
    assert isinstance(dialog, ReportDialog)
    dialog.text.set_text("Đã rà soát")
    monkeypatch.setattr(mai.office, "drop_draft", full)

    dialog.accept_button.click()
    await mai.settle()

    assert mai.presenter.acts.dialog is None
    assert mai.office.asked == ["reportProgress"]


async def test_n_units_asked_are_n_tasks(hoa: Bench) -> None:
    before = len(hoa.office.objects["Task"])
    hoa.presenter.acts.assign_from("d1")
    await hoa.settle()
    dialog = hoa.presenter.acts.dialog
    assert isinstance(dialog, AssignDialog)
    assert "118-TB/TU" in dialog.heading.text()
    assert dialog.title.text().startswith("Thông báo kết luận")
    dialog.several.setChecked(True)
    for number in range(dialog.leads.count()):
        item = dialog.leads.item(number)
        if item.data(Qt.ItemDataRole.UserRole) in ("vp", "xdd"):
            item.setCheckState(Qt.CheckState.Checked)

    dialog.accept_button.click()
    await hoa.settle()

    made = list(hoa.office.objects["Task"].values())[before:]
    assert [t["tacnghiep:lead"]["unitId"] for t in made] == ["xdd", "vp"]
    assert {t["tacnghiep:documentId"] for t in made} == {"d1"}
    assert hoa.said[-1][0] == "Đã giao 2 nhiệm vụ."


async def test_who_gave_the_work_decides_on_it(hoa: Bench) -> None:
    hoa.presenter.show("t4")
    await hoa.settle()
    hoa.presenter.acts.begin("decideCompletion", "t4")
    await hoa.settle()
    dialog = hoa.presenter.acts.dialog
    assert isinstance(dialog, DecideDialog)
    dialog.yes.setChecked(True)

    dialog.accept_button.click()
    await hoa.settle()

    assert hoa.office.objects["Task"]["t4"]["tacnghiep:state"] == "completed"


async def test_offline_work_is_marked_as_not_sent(application: QApplication) -> None:
    made = await bench("mai", online=False)
    result = await made.office.act("reportProgress", "Task", "t2", {"percent": 75, "text": "Đã xong"})
    assert not isinstance(result, Refusal)
    await made.settle()

    assert row(made, "t2").unsent
    assert "chưa gửi" in row(made, "t2").spoken
    made.presenter.close()
    made.desk.close()


async def test_the_source_document_is_one_press_away(mai: Bench) -> None:
    mai.presenter.show("t2")
    await mai.settle()

    mai.desk.pane.document_requested.emit("d1")

    assert mai.opened == ["d1"]


async def test_an_act_that_came_back_opens_with_what_was_typed(mai: Bench) -> None:
    act = {"kind": "reportProgress", "subjectId": "t2", "payload": {"percent": 55, "text": "Đã gõ"}, "documentId": "d1"}

    await mai.presenter.acts.do_again(act)
    await mai.settle()

    dialog = mai.presenter.acts.dialog
    assert isinstance(dialog, ReportDialog)
    assert dialog.values() == {"percent": 55, "text": "Đã gõ"}
