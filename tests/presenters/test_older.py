"""What is not kept here: the line below a list, the search at the central, the history of long ago."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.central.errors import Busy, Offline
from desktop.presenters.older import OlderPresenter
from tests.presenters.incoming_office import Desk
from tests.presenters.office_for_desks import Office
from tests.presenters.test_search_settings_account import Searching, searching
from tests.widgets.sample import SampleReached, SampleWorkplace
from tests.widgets.sample_data import document
from widgets.older_strip import OlderStrip
from widgets.theme import Theme, Tone

SINCE = "2024-11-22T00:00:00Z"


class Below:
    """A strip with its presenter."""

    def __init__(self) -> None:
        self.office = Office("mai")
        self.office.older.kept_since = SINCE
        self.strip = OlderStrip()
        self.said: list[tuple[str, Tone]] = []
        self.presenter = OlderPresenter(self.office, self.strip, lambda words, tone: self.said.append((words, tone)))

    def words(self) -> str:
        return "" if self.strip.isHidden() else f"{self.strip.words.whole_text()} – {self.strip.more.text()}"

    async def press(self) -> None:
        self.strip.more.click()
        await self.presenter.settled()


async def test_only_boxes_with_finished_work_have_more_of_it(application: QApplication) -> None:
    below = Below()
    await below.presenter.show("incoming.toHandle")
    assert below.words() == ""
    await below.presenter.show("incoming.done")
    assert below.words() == "Văn bản xong trước 22/11/2024 không lưu trên máy này – Tải thêm"
    assert below.strip.more.accessibleName().startswith("Tải thêm. Văn bản")
    await below.presenter.show("tasks.done")
    assert below.words().startswith("Nhiệm vụ xong trước 22/11/2024")
    await below.presenter.show("tasks.open")
    assert below.words() == ""


async def test_where_everything_is_kept_nothing_is_said(application: QApplication) -> None:
    below = Below()
    below.office.older.kept_since = ""
    await below.presenter.show("incoming.done")
    assert below.words() == ""


async def test_each_press_goes_further_back_until_there_is_no_more(application: QApplication) -> None:
    below = Below()
    below.office.older.pages = [
        SampleReached("2023-05-02T01:00:00Z", 100),
        SampleReached("2023-01-04T01:00:00Z", 12, more=False),
    ]
    await below.presenter.show("incoming.done")
    await below.press()
    assert below.words() == "Văn bản xong trước 02/05/2023 không lưu trên máy này – Tải thêm"
    assert below.said == [("Đã tải thêm 100 việc cũ.", Tone.GOOD)]
    await below.press()
    assert below.words() == ""


async def test_nothing_older_is_said_once(application: QApplication) -> None:
    below = Below()
    below.office.older.pages = [SampleReached(SINCE, 0, more=False)]
    await below.presenter.show("outgoing.issued")
    await below.press()
    assert below.said == [("Hệ thống trung tâm không còn việc nào cũ hơn.", Tone.INFO)]


@pytest.mark.parametrize(
    ("failure", "words"),
    [(Offline("unreachable"), "Mất kết nối: việc cũ không lưu trên máy này"), (Busy("busy"), "")],
)
async def test_with_the_line_down_it_says_so_and_stays(
    application: QApplication, failure: Exception, words: str
) -> None:
    below = Below()
    below.office.older.failure = failure
    await below.presenter.show("incoming.done")
    await below.press()
    assert below.said[0][0].startswith(words)
    assert below.said[0][1] == Tone.WARN
    assert below.words().endswith("Tải thêm")
    assert below.strip.more.isEnabled()


# search


def with_central(*, up: bool = True) -> Searching:
    made = searching()
    made.office.older.kept_since = SINCE
    made.presenter._line_is_up = lambda: up
    return made


async def test_the_central_is_asked_only_when_that_is_chosen(application: QApplication) -> None:
    made = with_central()
    made.office.older.there = [document("old-1", "17-CV/TU", "Tỉnh ủy An Bình", "Về phòng, chống bão năm 2021")]
    groups = await made.ask("bao")
    (row,) = groups["Hệ thống trung tâm"]
    assert (row.kind, row.title) == ("there", "Tìm cả ở hệ thống trung tâm")
    assert row.detail == "Văn bản xong trước 22/11/2024 không lưu trên máy này"
    made.window.search_box.setText("bao")
    made.popup.open()
    await made.presenter.settled()
    made.popup.list.setCurrentIndex(made.popup.results.index(made.popup.results.rowCount() - 1))
    made.popup._choose(made.popup.list.currentIndex())
    await made.presenter.settled()
    assert not made.popup.isHidden()
    chosen = made.popup.current()
    assert chosen is not None
    assert (chosen.id, [chosen.title[s : s + n] for s, n in chosen.marks]) == ("old-1", ["bão"])
    made.popup.chosen.emit(chosen)
    await made.presenter.settled()
    assert made.office.older.fetched == ["old-1"]
    assert made.opened == [("Document", "old-1")]


async def test_with_the_line_down_the_search_says_what_it_is_made_in(application: QApplication) -> None:
    made = with_central(up=False)
    groups = await made.ask("bao")
    assert "Hệ thống trung tâm" not in groups
    assert made.popup.note.text().startswith("Mất kết nối: chỉ tìm được trong những gì lưu trên máy này.")


async def test_a_search_over_there_that_fails_or_finds_nothing_says_so(application: QApplication) -> None:
    made = with_central()
    made.window.search_box.setText("bao")
    (row,) = (await made.ask("bao"))["Hệ thống trung tâm"]
    made.popup.chosen.emit(row)
    await made.presenter.settled()
    assert made.popup.note.text() == "Hệ thống trung tâm không có thêm văn bản nào khớp."
    made.office.older.failure = Offline("cut")
    made.popup.chosen.emit(row)
    await made.presenter.settled()
    assert made.popup.note.text()
    assert made.opened == []


# history


class Forgetful(SampleWorkplace):
    """Keeps no old histories."""

    def __init__(self) -> None:
        super().__init__()
        self.failure: Exception | None = Offline("cut")
        self.whole = False

    async def history_is_whole(self, document_id: str) -> bool:
        return self.whole

    async def fetch_history(self, document_id: str) -> None:
        if self.failure is not None:
            raise self.failure
        self.whole = True


async def test_an_old_history_says_that_it_needs_the_line(theme: Theme) -> None:
    workplace: Any = Forgetful()
    desk = await Desk(workplace).start()
    try:
        await desk.box("toHandle")
        await desk.open("h1")
        events = desk.widget.pane.timeline.events()
        assert events[-1].who == "Quá trình xử lý trước đó không lưu trên máy này"
        workplace.failure = None
        desk.reading.line_is_back()
        await desk.presenter.settled()
        assert workplace.whole
        await desk.open("h0")
        await desk.open("h1")
        assert desk.widget.pane.timeline.events()[-1].who != "Quá trình xử lý trước đó không lưu trên máy này"
    finally:
        await desk.close()
