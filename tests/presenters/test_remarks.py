"""Remarks on a draft, in the real window over the real rules: written, kept, sent, answered, never in the file."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from desktop.lanes import Lanes
from desktop.office import remarks as rule
from desktop.presenters import outgoing_rows, remark_words, returning, verdicts
from desktop.presenters.names import Names
from desktop.presenters.reading import ReadingPresenter
from desktop.presenters.remark_sheet import Sheet, from_data, key_of
from desktop.presenters.remarks import Remarking
from local_cache.errors import DiskFull
from signing.verdict import Verdict
from tests.presenters.signing_office import SigningOffice, until, waiting
from widgets.reading_pane import ReadingPane
from widgets.reason_dialog import ReasonDialog
from widgets.remark_window import RemarkWindow
from widgets.theme import Theme, Tone

DOCUMENT = "o1"
Key = Qt.Key


class Bench:
    """A window and what stands behind it; the leader's first, then whoever's."""

    def __init__(self, office: SigningOffice, parent: QWidget) -> None:
        self.office = office
        self.lanes = Lanes()
        self.said: list[tuple[str, Any]] = []
        self.parent = parent
        self.remarking = self.make()

    def make(self) -> Remarking:
        def say(text: str, tone: Tone | str = Tone.INFO, **_more: Any) -> None:
            self.said.append((text, tone))

        return Remarking(self.office, self.lanes, self.parent, Names(self.office), say)

    @property
    def window(self) -> RemarkWindow:
        assert self.remarking.window is not None
        return self.remarking.window

    async def open(self, who: str | None = None) -> RemarkWindow:
        if who is not None:
            if self.remarking.window is not None:
                self.window.reject()
            await self.remarking.settled()
            self.office.me = self.office._me(who)
            self.remarking = self.make()
        await self.remarking.open(DOCUMENT)
        await self.remarking.settled()
        return self.window

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.window.layer, key, held)

    def at(self, x: float, y: float, page: int = 0) -> QPointF:
        sheet = self.window.layer.sheet(page)
        assert sheet is not None
        return sheet.point(x, y)

    def rows(self) -> list[str]:
        panel = self.window.panel
        return [panel.list.item(n).text() for n in range(panel.list.count())]

    def stored(self) -> list[Any]:
        return [item for _round, item in rule.items(self.office.objects["Document"][DOCUMENT])]

    async def kept(self) -> Sheet:
        await self.remarking.settled()
        return from_data(await self.office.load_draft(key_of(DOCUMENT)))


@pytest.fixture
def office() -> SigningOffice:
    made = SigningOffice("hoa")
    made.put(DOCUMENT, waiting(), authorId="nam")
    return made


@pytest_asyncio.fixture
async def bench(office: SigningOffice, application: QApplication, theme: Theme) -> AsyncIterator[Bench]:
    parent = QWidget()
    parent.resize(1200, 700)
    parent.show()
    made = Bench(office, parent)
    yield made
    made.remarking.close()
    await made.remarking.settled()
    made.lanes.close()
    office.close()


def blank() -> bytes:
    """A page that holds no words, as a scan does."""
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4)
    page.rect(100, 100, 300, 500)
    page.save()
    return out.getvalue()


def drag(layer: QWidget, start: QPointF, end: QPointF) -> None:
    QTest.mousePress(layer, Qt.MouseButton.LeftButton, pos=start.toPoint())
    middle = (start + end) / 2
    QTest.mouseMove(layer, middle.toPoint())
    QTest.mouseMove(layer, end.toPoint())
    QTest.mouseRelease(layer, Qt.MouseButton.LeftButton, pos=end.toPoint())


@pytest.mark.asyncio
async def test_all_by_keyboard_from_the_line_to_the_act(bench: Bench) -> None:
    window = await bench.open()
    bench.press(Key.Key_Down, Key.Key_Down)
    await bench.remarking.settled()
    bench.press(Key.Key_H)
    bench.press(Key.Key_Down, Key.Key_Right, Key.Key_N)
    assert window.focusWidget() is window.panel.text, "a note is typed at once"
    window.panel.text.insertPlainText("Ghi rõ thời hạn")
    assert [one.split(". ")[1] for one in bench.rows()] == ["Tô sáng · trang 1", "Ghi chú · trang 1"]
    window.panel.step(-1)
    assert window.panel.current() == window.layer.marks()[0].key
    window.send_button.click()
    await bench.remarking.settled()
    assert [(i["kind"], i["text"], bool(i["quote"])) for i in bench.stored()] == [
        ("highlight", "", True), ("note", "Ghi rõ thời hạn", True),
    ]  # fmt: skip
    assert bench.said == [("Đã gửi 2 góp ý trên dự thảo.", Tone.GOOD)]
    assert (await bench.kept()).items == ()


@pytest.mark.asyncio
async def test_the_file_is_never_touched(bench: Bench) -> None:
    before = dict(bench.office.objects["Document"][DOCUMENT]["file"])
    data = bench.office.pdf(DOCUMENT)
    window = await bench.open()
    window.layer.make_here("strike")
    window.send_button.click()
    await bench.remarking.settled()
    assert bench.office.objects["Document"][DOCUMENT]["file"] == before
    assert bench.office.pdf(DOCUMENT) == data
    assert len(bench.stored()) == 1


@pytest.mark.asyncio
async def test_words_are_marked_with_the_mouse_where_they_stand(bench: Bench) -> None:
    window = await bench.open()
    page = window.layer._words[0]
    first, last = page[3], page[4]
    window.tools.choose("strike")
    start = bench.at((first.rect[0] + first.rect[2]) / 2, (first.rect[1] + first.rect[3]) / 2)
    end = bench.at((last.rect[0] + last.rect[2]) / 2, (last.rect[1] + last.rect[3]) / 2)
    drag(window.layer, start, end)
    (mark,) = window.layer.marks()
    assert mark.kind == "strike"
    assert mark.rects[0][0] == pytest.approx(first.rect[0], abs=0.1)
    assert (await_kept := await bench.kept()).items[0]["quote"] == f"{first.text} {last.text}"
    assert await_kept.digest == bench.office.objects["Document"][DOCUMENT]["file"]["digest"]


@pytest.mark.asyncio
async def test_a_pen_writes_with_its_pressure(bench: Bench) -> None:
    window = await bench.open()
    window.tools.choose("ink")
    pen = QPointingDevice(
        "pen", 7, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Pressure | QInputDevice.Capability.Position, 1, 1,
    )  # fmt: skip

    def send(kind: QEvent.Type, x: float, y: float, pressure: float) -> None:
        place = bench.at(x, y)
        world = QPointF(window.layer.mapToGlobal(place.toPoint()))
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletRelease else Qt.MouseButton.LeftButton
        event = QTabletEvent(
            kind, pen, place, world, pressure, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.LeftButton, held,
        )  # fmt: skip
        QApplication.sendEvent(window.layer, event)
        assert event.isAccepted()

    send(QEvent.Type.TabletPress, 200, 400, 0.1)
    send(QEvent.Type.TabletMove, 220, 420, 0.9)
    send(QEvent.Type.TabletMove, 240, 400, 0.4)
    send(QEvent.Type.TabletRelease, 260, 410, 0.0)
    (item,) = (await bench.kept()).items
    pressures = item["strokes"][0][2::3]
    assert (item["kind"], pressures[0], pressures[1]) == ("ink", round(0.1 * 255), round(0.9 * 255))


@pytest.mark.asyncio
async def test_strokes_of_one_word_are_one_remark_and_a_far_one_is_another(bench: Bench) -> None:
    window = await bench.open()
    window.tools.choose("ink")
    for x, y in ((200, 500), (215, 500), (230, 505), (430, 200)):
        drag(window.layer, bench.at(x, y), bench.at(x + 8, y - 12))
    items = (await bench.kept()).items
    assert [len(item["strokes"]) for item in items] == [3, 1]
    window.undo_asked.emit()
    window.undo_asked.emit()
    assert [len(item["strokes"]) for item in (await bench.kept()).items] == [2]
    window.redo_asked.emit()
    assert len((await bench.kept()).items[0]["strokes"]) == 3


@pytest.mark.asyncio
async def test_what_is_written_survives_the_window_and_the_program(bench: Bench) -> None:
    window = await bench.open()
    window.layer.make_here("box")
    window.panel.text.setPlainText("Viết lại câu này")
    await bench.remarking.settled()
    # As after a crash: nothing was closed, only what is on the disk is there.
    again = bench.make()
    await again.open(DOCUMENT)
    await again.settled()
    assert again.window is not None
    assert again.window.panel.list.count() == 1
    assert "Viết lại câu này" in again.window.panel.list.item(0).text()
    assert again.window.send_button.isEnabled()
    again.close()
    await again.settled()


@pytest.mark.asyncio
async def test_offline_it_is_sent_when_the_line_is_back_and_shown_at_once(bench: Bench) -> None:
    bench.office.online = False
    window = await bench.open()
    window.layer.make_here("highlight")
    window.send_button.click()
    await bench.remarking.settled()
    assert len(bench.stored()) == 1
    assert [one["act"]["kind"] for one in await bench.office.unsent()] == ["remark"]


@pytest.mark.asyncio
async def test_the_draft_goes_back_with_the_remarks_in_one_act(bench: Bench) -> None:
    window = await bench.open()
    window.layer.make_here("strike")
    window.return_button.click()
    await until(lambda: bool(window.findChildren(ReasonDialog)))
    dialog = window.findChildren(ReasonDialog)[0]
    assert "1 góp ý" in dialog.warnings.text()
    dialog.reason.set_text("Sửa theo góp ý trên dự thảo")
    dialog.accept_button.click()
    dialog.accept_button.click()
    await until(lambda: bench.office.state(DOCUMENT) == "returned")
    await bench.remarking.settled()
    assert bench.office.asked == ["refuse"]
    assert len(bench.stored()) == 1
    assert (await bench.kept()).items == ()
    assert not window.isVisible()


@pytest.mark.asyncio
async def test_the_drafter_takes_in_or_explains(bench: Bench) -> None:
    window = await bench.open()
    bench.press(Key.Key_Down)
    await bench.remarking.settled()
    window.layer.make_here("highlight")
    bench.press(Key.Key_Down)
    window.layer.make_here("strike")
    window.send_button.click()
    await bench.remarking.settled()
    window = await bench.open("nam")
    assert not window.tools.isVisible()
    assert not window.send_button.isVisible()
    assert all("chưa xử lý" in row for row in bench.rows())
    window.panel.step(1)
    window.panel.accepted.click()
    await bench.remarking.settled()
    assert not window.panel.explained.isEnabled(), "an explanation needs words"
    window.panel.answer.set_text("Đoạn này theo mẫu của Tỉnh ủy")
    window.panel.explained.click()
    await bench.remarking.settled()
    assert [i["answer"]["how"] for i in bench.stored()] == ["accepted", "explained"]
    assert "Đoạn này theo mẫu" in bench.rows()[1]
    assert all(mark.done for mark in window.layer.marks())


@pytest.mark.asyncio
async def test_old_remarks_are_read_against_the_old_version(bench: Bench) -> None:
    window = await bench.open()
    window.layer.make_here("highlight")
    window.send_button.click()
    await bench.remarking.settled()
    old = bench.office.objects["Document"][DOCUMENT]["file"]["digest"]
    bench.office.put(DOCUMENT, waiting(number="Số    -QĐ/ĐU"))
    bench.office.tell("Document")
    await bench.remarking.settled()
    assert "bản mới" in window.note.text()
    new = bench.office.objects["Document"][DOCUMENT]["file"]["digest"]
    assert [window.version.itemData(n) for n in range(window.version.count())] == [new, old]
    window.version_chosen.emit(new)
    await bench.remarking.settled()
    assert bench.rows() == []
    window.layer.make_here("box")
    window.version_chosen.emit(old)
    await bench.remarking.settled()
    assert len(bench.rows()) == 1
    assert not window.layer.writable, "nothing is written on a version that has been replaced"


@pytest.mark.asyncio
async def test_what_was_written_before_a_new_version_is_moved_over_by_hand(bench: Bench) -> None:
    window = await bench.open()
    window.layer.make_here("highlight")
    await bench.remarking.settled()
    bench.office.put(DOCUMENT, waiting(number="Số    -QĐ/ĐU"))
    bench.office.tell("Document")
    await bench.remarking.settled()
    assert not window.send_button.isEnabled()
    assert window.move_button.isVisible()
    window.move_button.click()
    await bench.remarking.settled()
    window.send_button.click()
    await bench.remarking.settled()
    assert bench.office.asked == ["remark"]
    (each,) = rule.rounds(bench.office.objects["Document"][DOCUMENT])
    assert each["file"]["digest"] == bench.office.objects["Document"][DOCUMENT]["file"]["digest"]


@pytest.mark.asyncio
async def test_a_signed_page_offers_no_tool(bench: Bench) -> None:
    bench.office.objects["Document"][DOCUMENT]["state"] = "approved"
    window = await bench.open()
    assert (window.layer.writable, window.tools.isVisible(), window.send_button.isVisible()) == (False, False, False)


@pytest.mark.asyncio
async def test_one_takes_back_what_one_sent(bench: Bench) -> None:
    window = await bench.open()
    window.layer.make_here("highlight")
    window.send_button.click()
    await bench.remarking.settled()
    window.panel.step(1)
    window.panel.withdraw.click()
    await bench.remarking.settled()
    assert (bench.stored(), bench.rows()) == ([], [])


@pytest.mark.asyncio
async def test_a_kind_of_a_newer_central_is_listed_and_kept(bench: Bench) -> None:
    window = await bench.open()
    window.layer.make_here("highlight")
    window.send_button.click()
    await bench.remarking.settled()
    (each,) = bench.office.objects["Document"][DOCUMENT]["remarks"]
    each["items"].append({"id": "n", "kind": "voice", "page": 0, "text": "Nghe tệp", "answer": None})
    bench.office.tell("Document")
    await bench.remarking.settled()
    assert any("voice" in row and "Nghe tệp" in row for row in bench.rows())
    assert len(window.layer.marks()) == 1


@pytest.mark.asyncio
async def test_remarks_that_came_back_are_a_draft_again(bench: Bench) -> None:
    window = await bench.open()
    window.layer.make_here("highlight")
    item = dict((await bench.kept()).items[0])
    window.layer.make_here("box")
    window.reject()
    await bench.remarking.settled()
    await bench.office.drop_draft(key_of(DOCUMENT))
    digest = bench.office.objects["Document"][DOCUMENT]["file"]["digest"]
    act = {"subjectId": DOCUMENT, "kind": "refuse", "payload": {"reason": "x", "remarks": [item]},
           "basedOn": {"revision": 1, "digest": digest}}  # fmt: skip
    await returning.take_back(bench.office, act)
    assert [i["id"] for i in (await bench.kept()).items] == [item["id"]]


@pytest.mark.asyncio
@pytest.mark.expects_log("draft.not_kept")
async def test_a_full_disk_is_said_while_writing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    window = await bench.open()

    async def full(*_: Any) -> None:
        raise DiskFull

    monkeypatch.setattr(bench.office, "save_draft", full)
    window.layer.make_here("highlight")
    await bench.remarking.settled()
    assert "Ổ đĩa" in window.note.text()
    assert len(bench.rows()) == 1


@pytest.mark.asyncio
async def test_a_scan_without_words_takes_a_box_that_is_moved_by_keys(bench: Bench) -> None:
    bench.office.put(DOCUMENT, blank())
    window = await bench.open()
    bench.press(Key.Key_Down)
    bench.press(*[Key.Key_Down] * 5)
    bench.press(Key.Key_Right, held=Qt.KeyboardModifier.ShiftModifier)
    bench.press(Key.Key_K)
    (mark,) = window.layer.marks()
    left, bottom, right, top = mark.rects[0]
    assert (mark.kind, right - left > 185, 0 < bottom < top) == ("box", True, True)


@pytest.mark.asyncio
async def test_the_desks_show_them_on_the_page_and_in_words(bench: Bench) -> None:
    window = await bench.open()
    window.layer.make_here("highlight")
    window.send_button.click()
    await bench.remarking.settled()
    document = bench.office.objects["Document"][DOCUMENT]
    names = Names(bench.office)
    await names.ready()
    row = outgoing_rows.row(document, names, bench.office.clock.now(), "party", pending=False)
    assert "1 góp ý chưa xử lý" in row.facts
    keys = [action.key for action in outgoing_rows.actions(("submit",), document, remarks=True)]
    assert keys == ["submit", "remarks"]
    assert remark_words.action_words(document, writes=False) == "Xem &góp ý (còn 1)"
    assert remark_words.desk_words(document, writes=True) == "&Góp ý (1)"

    async def judge(_pdf: bytes) -> Verdict:
        return Verdict("unsigned")

    pane = ReadingPane()
    reading = ReadingPresenter(bench.office, pane, bench.lanes, names, verdicts.Verdicts(judge), lambda *_a, **_k: None)
    reading.open(document, outgoing_rows.header(document, names, "party", pending=False), [])
    await reading.settled()
    (mark,) = reading.layer.marks()
    assert mark.about.startswith("1. Lê Văn Hòa")
    assert not reading.layer.writable
    await reading.close()
