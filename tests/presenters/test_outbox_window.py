"""The outbox's window over the sample commune: acts, files on their way, signed files set aside."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.office.acts import Refusal
from desktop.presenters.outbox import OutboxPresenter
from desktop.sync.job import Rank, Transfer
from desktop.sync.status import SyncStatus
from tests.presenters.office_for_desks import Office, stuck
from tests.widgets.sample_data import NOW
from widgets.outbox_window import FILES, SIGNED, OutboxWindow
from widgets.theme import Tone


@dataclass
class Sending:
    """The outbox window with its presenter."""

    office: Office
    presenter: OutboxPresenter
    edited: list[Mapping[str, Any]]
    said: list[tuple[str, Tone]]
    parent: QWidget
    opened: list[bytes]
    written: dict[Path, bytes]

    async def show(self) -> OutboxWindow:
        self.presenter.show()
        await self.presenter.settled()
        assert self.presenter.window is not None
        return self.presenter.window


def sending() -> Sending:
    office, parent = Office("mai"), QWidget()
    edited: list[Mapping[str, Any]] = []
    said: list[tuple[str, Tone]] = []

    opened: list[bytes] = []
    written: dict[Path, bytes] = {}

    async def edit(act: Mapping[str, Any]) -> None:
        edited.append(act)

    async def show_pages(_view: Any, data: bytes) -> None:
        opened.append(data)

    async def write(path: Path, data: bytes) -> None:
        if path.name == "full.pdf":
            raise OSError(28, "No space left on device")
        written[path] = data

    presenter = OutboxPresenter(
        office,
        lambda: parent,
        editors={"Task": edit},
        say=lambda words, tone: said.append((words, tone)),
        now=lambda: NOW,
        show_pages=show_pages,
        write=write,
    )
    return Sending(office, presenter, edited, said, parent, opened, written)


async def test_an_act_is_shown_with_its_reason_and_what_to_do(application: QApplication) -> None:
    made = sending()
    made.office.stuck = [stuck("a1"), stuck("a2", "sending")]
    await made.show()
    window = made.presenter.window
    assert window is not None

    assert window.unsent.list.texts()[0] == [
        "08:31",
        "Báo cáo tiến độ",
        "Rà soát khu vực có nguy cơ sạt lở trên địa bàn xã",
        "Bị từ chối",
    ]
    assert "đã có người làm trước" in window.unsent.reason.text()
    assert "Xem và sửa" in window.unsent.reason.text()

    window.unsent.choose("a2")
    assert not window.unsent.withdraw.isEnabled()


async def test_editing_takes_the_act_back_and_opens_its_form(application: QApplication) -> None:
    made = sending()
    made.office.stuck = [stuck("a1")]
    await made.show()
    assert made.presenter.window is not None

    made.presenter.window.unsent.edit.click()
    await made.presenter.settled()

    assert made.edited[0]["payload"]["text"] == "Đã gõ"
    assert made.office.stuck == []
    assert made.presenter.window is None
    assert await made.office.drafts("takenBack") == []


async def test_what_stood_on_an_act_stays_listed_after_it_was_taken_back(application: QApplication) -> None:
    made = sending()
    made.office.stuck = [stuck("a1"), stuck("a2", kind="finishTask")]

    async def withdraw(act_id: str) -> list[Any]:
        taken, made.office.stuck = [one["act"] for one in made.office.stuck], []
        return taken

    made.office.withdraw = withdraw  # type: ignore[method-assign]
    await made.show()
    assert made.presenter.window is not None
    made.presenter.window.unsent.edit.click()
    await made.presenter.settled()
    await made.show()

    window = made.presenter.window
    assert window is not None
    assert window.unsent.current() == "a2"
    assert window.unsent.edit.isEnabled()
    window.unsent.withdraw.click()
    await made.presenter.settled()
    assert window.unsent.current() == ""


async def test_an_act_that_may_be_at_the_central_is_not_taken_back(application: QApplication) -> None:
    made = sending()
    made.office.stuck = [stuck("a1")]

    async def too_late(act_id: str) -> list[Any]:
        return []

    made.office.withdraw = too_late  # type: ignore[method-assign]
    await made.show()
    assert made.presenter.window is not None
    made.presenter.window.unsent.edit.click()
    await made.presenter.settled()

    assert made.edited == []
    assert made.said[-1][1] is Tone.WARN
    assert await made.office.drafts("takenBack") == []


async def test_a_retry_that_the_rules_refuse_is_said(application: QApplication) -> None:
    made = sending()
    made.office.stuck = [stuck("a1")]

    async def refused(act_id: str) -> Refusal:
        return Refusal("leadOnly")

    made.office.retry = refused  # type: ignore[method-assign]
    await made.show()
    assert made.presenter.window is not None
    made.presenter.window.unsent.retry.click()
    await made.presenter.settled()

    assert "chủ trì" in made.said[-1][0]


async def test_an_act_that_is_being_sent_says_why_it_cannot_be_taken_back(application: QApplication) -> None:
    made = sending()
    made.office.stuck = [{**stuck("a1", "sending"), "withdrawable": False}]
    window = await made.show()

    assert not window.unsent.withdraw.isEnabled()
    assert "có thể đã tới hệ thống trung tâm" in window.unsent.reason.text()
    assert "Chờ có kết quả" in window.unsent.withdraw.toolTip()


async def test_a_signed_act_that_came_back_is_signed_anew_and_never_sent_again(application: QApplication) -> None:
    made = sending()
    made.office.stuck = [{**stuck("a1", kind="approve", subjectType="Task"), "signed": True}]
    window = await made.show()

    assert not window.unsent.retry.isEnabled()
    assert window.unsent.edit.isEnabled()
    assert "ký lại" in window.unsent.reason.text()


async def test_details_for_support_hold_codes_and_nothing_that_was_written(application: QApplication) -> None:
    made = sending()
    made.office.stuck = [{**stuck("a1", "held"), "attempts": 3}]
    made.office.transfers.files = [moving("down:" + "ab" * 32)]
    made.office.sync.state = SyncStatus("offline", code="cut", unsent=0, needs=1)
    window = await made.show()
    window.copy.click()
    await made.presenter.settled()

    text = QGuiApplication.clipboard().text()
    assert "act a1 reportProgress Task t2 held code=alreadyDone attempts=3" in text
    assert "sync offline code=cut unsent=0 needs=1" in text
    assert f"file down {'ab' * 6} 450000/1000000 moving" in text
    for private in ("Đã gõ", "sạt lở", "bao-cao", "Trần"):
        assert private not in text
    assert "Đã chép" in window.copied.text()


# files


def moving(key: str, **members: Any) -> Transfer:
    given: dict[str, Any] = {
        "upload": key.startswith("up"), "name": "bao-cao.pdf", "size": 1_000_000, "done": 450_000, "rank": Rank.OPEN,
        "state": "moving", "rate": 1_200_000.0, **members,
    }  # fmt: skip
    return Transfer(key, **given)


async def test_files_on_their_way_are_shown_as_they_move(application: QApplication) -> None:
    made = sending()
    transfers = made.office.transfers
    transfers.files = [
        moving("down:a"),
        moving("up:b", state="paused", rate=None, act_id="a1"),
        moving("down:c", state="failed", code="cut", rate=None, rank=Rank.AHEAD),
        moving("down:d", state="waiting", done=0, rate=None, rank=Rank.AHEAD),
    ]
    window = await made.show()
    window.show_place(FILES)

    assert window.files.list.texts() == [
        ["bao-cao.pdf", "Tải về", "1,0 MB", "45 % · 1,2 MB/giây", "Đang tải"],
        ["bao-cao.pdf", "Gửi", "1,0 MB", "45 %", "Đã tạm dừng"],
        ["bao-cao.pdf", "Tải về", "1,0 MB", "45 %", "Chưa được"],
        ["bao-cao.pdf", "Tải về", "1,0 MB", "", "Tải trước khi rảnh"],
    ]
    window.files.pause.click()
    window.files.cancel.click()
    window.files.list.choose("up:b")
    assert not window.files.cancel.isEnabled()
    assert "rút lại việc" in window.files.reason.text()
    window.files.pause.click()
    window.files.list.choose("down:c")
    assert "Bấm Tiếp tục" in window.files.reason.text()
    window.files.pause.click()
    window.files.pause_all.click()
    assert transfers.asked == [
        ("pause", "down:a"), ("cancel", "down:a"), ("resume", "up:b"), ("resume", "down:c"), ("pause_all", True)
    ]  # fmt: skip
    assert "Tiếp tục" in window.files.pause_all.text()
    assert "tạm dừng mọi tệp" in window.files.warning.text()

    transfers.files, transfers.held, transfers.full = [], False, True
    transfers.tell()
    assert window.files.list.texts() == []
    assert "Ổ đĩa đã đầy" in window.files.warning.text()
    transfers.full, transfers.budget.slow = False, True
    transfers.tell()
    assert "nhường đường" in window.files.warning.text()


def signed() -> dict[str, Any]:
    file = {"blobId": "x", "digest": "cd" * 32, "size": 9, "name": "da-ky.pdf", "mediaType": "application/pdf"}
    act = stuck("s1", kind="approve", subjectType="Document", subjectId="d1")["act"]
    return {"act": act, "file": file, "reason": {"code": "alreadyDone", "args": {}}}


async def test_a_signed_file_is_opened_saved_and_let_go_only_when_that_was_meant(
    application: QApplication, tmp_path: Path
) -> None:
    made = sending()
    made.office.signed = [signed()]
    made.office.files["cd" * 32] = b"%PDF sig"
    window = await made.show()
    window.show_place(SIGNED)
    assert window.signed.list.texts()[0][1] == "da-ky.pdf"
    assert "đã có người làm trước" in window.signed.reason.text()

    window.signed.open.click()
    await made.presenter.settled()
    assert made.opened == [b"%PDF sig"]

    files = made.presenter._files
    await files.save_to(f"s1:{'cd' * 32}", tmp_path / "full.pdf")
    assert made.said[-1][1] is Tone.BAD
    await files.save_to(f"s1:{'cd' * 32}", tmp_path / "ban-sao.pdf")
    assert made.written == {tmp_path / "ban-sao.pdf": b"%PDF sig"}
    assert made.office.asked[-2:] == ["export", "export"]

    window.signed.discard.click()
    assert window.signed.question is not None
    window.signed.question.reject()
    assert made.office.signed != []
    window.signed.discard.click()
    window.signed.question.accept()
    await made.presenter.settled()
    assert made.office.signed == []
    assert window.signed.list.texts() == []


async def test_every_file_that_was_signed_for_one_act_is_listed_and_they_go_together(application: QApplication) -> None:
    made = sending()
    attachment = {**signed()["file"], "digest": "ab" * 32, "name": "phu-luc.pdf"}
    made.office.signed = [signed(), {**signed(), "file": attachment}]
    made.office.files |= {"cd" * 32: b"%PDF sig", "ab" * 32: b"%PDF attached"}
    window = await made.show()
    window.show_place(SIGNED)
    assert [row[1] for row in window.signed.list.texts()] == ["da-ky.pdf", "phu-luc.pdf"]
    window.signed.list.choose(f"s1:{'ab' * 32}")
    window.signed.open.click()
    await made.presenter.settled()
    assert made.opened == [b"%PDF attached"]

    window.signed.discard.click()
    question = window.signed.question
    assert question is not None
    assert any("cũng bị bỏ" in label.text() for label in question.findChildren(QLabel))
    question.accept()
    await made.presenter.settled()
    assert made.office.signed == []


async def test_five_hundred_unsent_acts_stay_fluent(application: QApplication) -> None:
    made = sending()
    made.office.stuck = [stuck(f"a{n:03}", "waiting" if n % 50 else "refused") for n in range(500)]
    window = await made.show()
    window.show()
    application.processEvents()
    assert len(window.unsent.list.shown()) == 500
    window.unsent.choose("a300")
    acts = tuple(window.unsent._acts.values())
    stalls: list[float] = []
    for left in range(500, 400, -10):
        began = time.thread_time()
        window.unsent.show_acts(acts[500 - left :])
        application.processEvents()
        stalls.append(time.thread_time() - began)
    assert window.unsent.current() == "a300"
    # The window's own work for it: 50 ms is what a stall may be at worst.
    assert sorted(stalls)[len(stalls) // 2] < 0.05, stalls
    window.unsent.filter.setText("tien do bi tu choi")
    assert len(window.unsent.list.shown()) == 8
    window.unsent.choose("a301")
    assert window.unsent.current() == "a301"


async def test_the_window_works_by_keyboard_and_names_its_parts(application: QApplication) -> None:
    made = sending()
    made.office.stuck = [stuck("a1"), stuck("a2")]
    window = await made.show()
    for page in (window.unsent, window.files, window.signed):
        assert page.list.accessibleName()
    assert window.unsent.filter.accessibleName()
    assert window.tabs.accessibleName()
    window.show()
    window.unsent.list.setFocus()
    QTest.keyClick(window.unsent.list, Qt.Key.Key_Down)
    assert window.unsent.current() == "a2"
    window.tabs.setFocus()
    QTest.keyClick(window.tabs, Qt.Key.Key_Right)
    assert window.pages.currentWidget() is window.files
