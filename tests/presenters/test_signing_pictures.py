"""The pictures of signatures and stamps: added from a scan, used by their dates, kept encrypted and nowhere else."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.lanes import Lanes
from desktop.presenters import signing_pictures
from desktop.presenters.picture_manager import PictureManager, sentence
from desktop.presenters.signing_pictures import Picture, Pictures
from desktop.presenters.signing_places import Looked, Size
from signing.page_shape import MM
from signing.place import Place
from tests.presenters.signing_office import SigningOffice
from tests.signing import pages
from tests.signing.test_picture_making import as_file, scan
from widgets.picture_dialog import PictureDialog
from widgets.picture_window import PictureWindow
from widgets.theme import Theme

NOW = datetime(2026, 11, 23, 17, 30, tzinfo=UTC)  # the 24th in Vietnam


def picture(key: str = "p1", **more: object) -> Picture:
    made = {"id": key, "owner": "hoa", "kind": "full", "name": "Chữ ký", "data": pages.handwriting(), "width": 45.0}
    return Picture(**{**made, **more})  # type: ignore[arg-type]


class Bench:
    """The manager over a sample office."""

    def __init__(self, person: str = "hoa") -> None:
        self.office = SigningOffice(person)
        self.lanes = Lanes()
        self.changes: list[bool] = []
        self.parent = QWidget()
        self.manager = PictureManager(
            self.office, self.lanes, now=lambda: NOW, changed=lambda: self.changes.append(True)
        )

    @property
    def window(self) -> PictureWindow:
        assert self.manager.window is not None
        return self.manager.window

    @property
    def form(self) -> PictureDialog:
        assert self.manager.form is not None
        return self.manager.form

    async def open(self) -> PictureWindow:
        self.manager.show(self.parent)
        await self.manager.settled()
        return self.window

    async def add(self, path: Path) -> PictureDialog:
        await self.manager.add(str(path))
        await self.manager.settled()
        return self.form

    async def load(self, purpose: str = "approve", now: datetime = NOW) -> Pictures:
        return await signing_pictures.load(self.office, purpose, now)


@pytest_asyncio.fixture
async def bench(application: QApplication, theme: Theme) -> AsyncIterator[Bench]:
    made = Bench()
    yield made
    made.manager.close()
    made.lanes.close()
    made.parent.close()


@pytest.fixture
def a_scan(tmp_path: Path) -> Path:
    path = tmp_path / "chữ ký.jpg"
    path.write_bytes(as_file(scan(), "JPEG"))
    return path


async def test_a_scan_becomes_the_persons_signature(bench: Bench, a_scan: Path) -> None:
    window = await bench.open()
    assert window.list.shown() == []
    form = await bench.add(a_scan)
    assert "xóa tự động" in form.warnings.text()
    assert form.accept_button.isEnabled()
    form.name.setText("Chữ ký của tôi")
    form.width_mm.setValue(40)
    form.has_until.setChecked(True)
    form.until.set_iso("2026-12-31")
    form.accept_button.click()
    await bench.manager.settled()
    assert bench.changes == [True]
    (kept,) = await signing_pictures.stored(bench.office)
    assert (kept.owner, kept.kind, kept.name, kept.width, kept.until) == (
        "hoa", "full", "Chữ ký của tôi", 40.0, "2026-12-31",
    )  # fmt: skip
    assert window.list.texts() == [["Chữ ký của tôi", "Chữ ký đầy đủ", "Đến 31/12/2026", "Mặc định"]]
    found = await bench.load()
    assert found.data == kept.data
    assert found.size is not None
    assert found.size.width == 40


async def test_the_form_remakes_the_picture_as_it_is_changed(bench: Bench, a_scan: Path) -> None:
    await bench.open()
    form = await bench.add(a_scan)
    whole = bench.manager._made
    form.crop[2].setValue(50)
    await bench.manager.settled()
    assert bench.manager._made != whole
    form.crop[2].setValue(0)
    form.crop[0].setValue(95)
    await bench.manager.settled()
    assert not form.accept_button.isEnabled()
    assert "Không còn nét nào" in form.warnings.text()
    assert form.missing.text() == "Chưa có nét nào để giữ lại."
    form.crop[0].setValue(0)
    await bench.manager.settled()
    assert form.accept_button.isEnabled()
    form.name.clear()
    assert form.missing.text() == "Chưa đặt tên ảnh."
    form.name.setText("x")
    form.has_since.setChecked(True)
    form.has_until.setChecked(True)
    form.since.set_iso("2026-12-02")
    form.until.set_iso("2026-12-01")
    assert "trước ngày bắt đầu" in form.missing.text()


async def test_the_mouse_chooses_what_is_kept(bench: Bench, a_scan: Path) -> None:
    await bench.open()
    form = await bench.add(a_scan)
    view = form.original
    shown = view._shown()
    start = QPoint(round(shown.left() + shown.width() * 0.1), round(shown.top() + shown.height() * 0.2))
    end = QPoint(round(shown.left() + shown.width() * 0.9), round(shown.top() + shown.height() * 0.8))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert [box.value() for box in form.crop] == pytest.approx([10, 20, 10, 20], abs=1)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=start)
    assert [box.value() for box in form.crop] == [0, 0, 0, 0], "a click takes all of it again"


async def test_what_is_no_picture_is_said(bench: Bench, tmp_path: Path) -> None:
    window = await bench.open()
    wrong = tmp_path / "a.png"
    for data, code in (
        (b"hello", "pictureUnreadable"),
        (as_file(scan(), "TIFF", save_all=True, append_images=[scan(shadow=False)]), "pictureMoves"),
        (bytes(21 * 1024 * 1024), "pictureTooLarge"),
    ):
        wrong.write_bytes(data)
        await bench.manager.add(str(wrong))
        assert window.message.text() == sentence(code)
        assert bench.manager.form is None
    await bench.manager.add(str(tmp_path / "gone.png"))
    assert window.message.text() == sentence("pictureUnreadable")


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({}, "good"),
        ({"until": "2026-11-24"}, "good"),
        ({"until": "2026-11-23"}, "expired"),
        ({"since": "2026-11-25"}, "early"),
        ({"since": "2026-11-24", "until": "2026-11-24"}, "good"),
        ({"withdrawn": True}, "withdrawn"),
    ],
)
async def test_a_picture_is_used_on_its_days_only(bench: Bench, more: dict[str, Any], state: str) -> None:
    one = picture(default=True, **more)
    assert one.state(date(2026, 11, 24)) == state
    await signing_pictures.keep(bench.office, one)
    found = await bench.load()
    assert (found.data is not None) == (state == "good")
    offered = {choice.key: choice.enabled for choice in found.choices()}
    assert offered.get("p1") == {"good": True, "withdrawn": None}.get(state, False)
    window = await bench.open()
    assert bool(window.note.text()) == (state != "good")


async def test_one_that_runs_out_is_refused_and_kept(bench: Bench) -> None:
    await signing_pictures.keep(bench.office, picture(default=True, until="2026-11-24"))
    found = await bench.load()
    assert found.refusal() == ""
    tomorrow = found.on(date(2026, 11, 25))
    assert tomorrow.data is None
    assert tomorrow.refusal() == "Ảnh “Chữ ký” đã hết hiệu lực sau ngày 24/11/2026. Chọn ảnh khác để ký."
    assert len(await signing_pictures.stored(bench.office)) == 1


async def test_words_take_no_pictures_place_unasked(bench: Bench) -> None:
    """A leader whose only picture ran out overnight, a clerk whose machine has not fetched the stamp."""
    assert (await bench.load()).refusal() == "", "nobody has a picture: words it is"
    for key, until in (("p1", "2026-11-20"), ("p2", "2026-11-22")):
        await signing_pictures.keep(bench.office, picture(key, name=key, until=until, default=True))
    found = await bench.load()
    assert (found.data, found.chosen) == (None, "office")
    assert found.refusal() == "Ảnh “p2” đã hết hiệu lực sau ngày 22/11/2026. Chọn ảnh khác để ký."
    await signing_pictures.choose(bench.office, "hoa", "none")
    assert (await bench.load()).refusal() == "", "the person wants words"
    await signing_pictures.choose(bench.office, "hoa", "")
    bench.office.objects["Person"]["hoa"] |= {"signatureBlobId": "sha256-" + "ab" * 32, "signatureSize": 900}
    found = await bench.load()
    assert found.missing
    assert found.refusal().startswith("Ảnh chữ ký hoặc con dấu mà cơ quan cấp chưa có trên máy này.")
    await signing_pictures.keep(bench.office, picture("p3", default=True))
    assert (await bench.load()).refusal() == "", "one that may be used stands in its place"


async def test_default_withdraw_edit_and_forget(bench: Bench) -> None:
    await signing_pictures.keep(bench.office, picture("p1", default=True))
    await signing_pictures.keep(bench.office, picture("p2", name="Ký nháy", kind="initials"))
    window = await bench.open()
    window.list.choose("p2")
    window.default_button.click()
    await bench.manager.settled()
    assert (await bench.load()).chosen == "p2"
    assert [row[3] for row in window.list.texts()] == ["Dùng được", "Mặc định"]
    window.withdraw_button.click()
    await bench.manager.settled()
    assert (await bench.load()).chosen == "office", "no default is left"
    assert [row[3] for row in window.list.texts()] == ["Dùng được", "Đã ngừng dùng"]
    window.edit_button.click()
    form = bench.form
    form.name.setText("Ký tắt")
    form.accept_button.click()
    await bench.manager.settled()
    assert window.list.texts()[1][0] == "Ký tắt"
    window.forget_button.click()
    assert window.question is not None
    window.question.reject()
    assert len(await signing_pictures.stored(bench.office)) == 2
    window.forget_button.click()
    assert window.question is not None
    window.question.accept()
    await bench.manager.settled()
    assert [one.id for one in await signing_pictures.stored(bench.office)] == ["p1"]


async def test_who_keeps_the_seal_keeps_its_stamp(application: QApplication, theme: Theme, tmp_path: Path) -> None:
    bench = Bench("mai")
    try:
        await bench.open()
        path = tmp_path / "dấu.png"
        path.write_bytes(pages.stamp())
        form = await bench.add(path)
        form.kind.setCurrentIndex(form.kind.findData("stamp"))
        assert form.width_mm.value() == 36, "real size"
        form.width_mm.setValue(38)
        form.accept_button.click()
        await bench.manager.settled()
        (kept,) = await signing_pictures.stored(bench.office)
        assert kept.owner == "anphu"
        found = await bench.load("seal")
        assert found.size == Size(38.0)
        assert (await bench.load("approve")).data is None
    finally:
        bench.manager.close()
        bench.lanes.close()
        bench.parent.close()


async def test_a_leader_is_not_offered_the_stamp(bench: Bench, a_scan: Path) -> None:
    bench.office.objects["Unit"]["anphu"]["sealKeepers"] = ["mai"]
    await bench.open()
    form = await bench.add(a_scan)
    assert form.kind.findData("stamp") < 0


async def test_the_organ_sets_the_size_of_its_stamp(bench: Bench) -> None:
    assert await signing_pictures.stamp_size(bench.office) == Size(36.0)
    bench.office.objects["Unit"]["anphu"]["stampMillimetres"] = 34
    assert await signing_pictures.stamp_size(bench.office) == Size(34.0)
    bench.office.objects["Unit"]["anphu"]["stampMillimetres"] = 4000
    assert await signing_pictures.stamp_size(bench.office) == Size(36.0)


async def test_pictures_come_from_the_office_too(bench: Bench) -> None:
    file = await bench.office.keep_file(pages.handwriting(), "chữ ký.png", "image/png")
    bench.office.objects["Person"]["hoa"] |= {"signatureBlobId": file["blobId"], "signatureSize": file["size"]}
    found = await bench.load()
    assert found.data == pages.handwriting()
    assert found.size is None
    await signing_pictures.choose(bench.office, "hoa", "none")
    assert (await bench.load()).data is None
    await signing_pictures.keep(bench.office, picture(default=True))
    assert (await bench.load()).chosen == "p1", "a new default is what is meant"
    assert found.choosing("no such one").chosen == "office"


async def test_the_one_picture_of_before_is_taken_over(bench: Bench) -> None:
    await bench.office.set_preference(signing_pictures.ONE_PICTURE, base64.b64encode(pages.handwriting()).decode())
    found = await bench.load()
    assert found.data == pages.handwriting()
    assert await bench.office.preference(signing_pictures.ONE_PICTURE, None) is None
    assert (await bench.load()).data == pages.handwriting()


@pytest.mark.expects_log("kept picture unreadable")
async def test_a_damaged_entry_costs_itself_alone(bench: Bench) -> None:
    await signing_pictures.keep(bench.office, picture())
    kept = await bench.office.preference(signing_pictures.KEPT, [])
    await bench.office.set_preference(signing_pictures.KEPT, [{"id": "x"}, *kept, "rubbish"])
    assert [one.id for one in await signing_pictures.stored(bench.office)] == ["p1"]


def looked(purpose: str) -> Looked:
    """A block with room for 48 by 24 mm, or a signature of 60 by 30."""
    base = Place(0, (300.0, 120.0, 300 + 48 * MM, 120 + 24 * MM))
    return Looked("", (base,), 0, purpose=purpose, bases=(base,))


def test_a_picture_takes_its_size_on_the_page_about_the_middle_of_its_room() -> None:
    small = looked("approve").fitting(Size(18.0, 0.5)).places[0].rect
    assert small[2] - small[0] == pytest.approx(18 * MM)
    assert small[3] - small[1] == pytest.approx(9 * MM)
    assert (small[0] + small[2]) / 2 == pytest.approx(300 + 24 * MM)
    assert (small[1] + small[3]) / 2 == pytest.approx(120 + 12 * MM)
    large = looked("approve").fitting(Size(90.0, 0.6)).places[0].rect
    assert large[3] - large[1] == pytest.approx(24 * MM), "never higher than the room between position and name"


def test_a_stamp_keeps_its_size_and_its_third() -> None:
    for width in (34.0, 36.0, 42.0):
        left, bottom, right, top = looked("seal").fitting(Size(width)).places[0].rect
        assert right - left == pytest.approx(width * MM)
        assert right == pytest.approx(300 + 16 * MM)
        assert (bottom + top) / 2 == pytest.approx(120 + 12 * MM)


def test_what_was_put_by_hand_is_left_alone() -> None:
    by_hand = looked("approve").moving(Place(0, (10.0, 10.0, 90.0, 50.0)))
    assert by_hand.fitting(Size(18.0, 0.5)).place == Place(0, (10.0, 10.0, 90.0, 50.0))
