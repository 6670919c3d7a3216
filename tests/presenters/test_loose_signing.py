"""Signing PDF files that are no documents of the central: as a person does it, through the real window."""

from __future__ import annotations

import asyncio
import hashlib
import os
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from desktop.lanes import Lanes
from desktop.presenters import loose_files
from desktop.presenters.key_sources import AgentSource, KeySource
from desktop.presenters.loose_signing import LooseSigning
from desktop.presenters.tokens import Tokens
from desktop.presenters.verdicts import Verdicts
from signing import sign
from signing.software import SoftwareKey
from signing.timestamps import TimestampService
from signing.tokens import Agent
from signing.trust import Trust
from signing.validation import validate
from signing.verdict import Verdict
from tests.presenters.signing_bench import verdict_of
from tests.presenters.signing_office import LEADER, PIN, MemoryToken, SigningOffice, until
from tests.signing import pages, strange_pdfs
from tests.signing.conftest import Hsm
from tests.signing.office_pki import Pki
from widgets.loose_window import LooseWindow
from widgets.pin_dialog import PinDialog
from widgets.signing_desk import SigningDesk


@dataclass
class Loose:
    """The window for loose files with everything behind it."""

    office: SigningOffice
    tokens: Tokens
    lanes: Lanes
    signing: LooseSigning
    parent: QWidget
    said: list[str]
    checked: list[list[str]] = field(default_factory=list)

    @property
    def window(self) -> LooseWindow:
        assert self.signing.window is not None
        return self.signing.window

    @property
    def desk(self) -> SigningDesk:
        return self.window.desk

    async def open(self, *files: Path) -> None:
        self.signing.sign([str(one) for one in files])
        await self.signing.settled()
        await self.signing.settled()

    def row(self, name: str) -> tuple[str, str, str]:
        """Status, second and third line of a file's row."""
        row = next(one for one in self.desk.queue.queue.rows() if one.subject == name)
        return row.status, row.line, row.place

    def tick(self, *names: str) -> None:
        self.desk.queue.queue.check(self.desk.queue.queue.checked(), on=False)
        self.desk.queue.queue.check([r.id for r in self.desk.queue.queue.rows() if r.subject in names], on=True)

    async def pin(self, pin: str = PIN) -> None:
        def dialogs() -> list[PinDialog]:
            return [one for one in self.desk.findChildren(PinDialog) if one.isVisible()]

        await until(lambda: bool(dialogs()), 60)
        dialogs()[0].pin.setText(pin)
        dialogs()[0].accept()

    async def sign(self, *names: str) -> None:
        self.tick(*names)
        self.desk.sign_button.click()
        await self.pin()
        await self.signing.settled()


Opening = Callable[..., Loose]


@pytest_asyncio.fixture
async def loose(application: object, trust: Trust) -> AsyncIterator[Opening]:
    made: list[Loose] = []

    def make(hoa: SoftwareKey, *sources: KeySource, options: Callable[[], sign.Options] | None = None) -> Loose:
        office, lanes, said, parent = SigningOffice("hoa"), Lanes(), [], QWidget()
        office.bind("hoa", hoa)
        tokens = Tokens(office, lanes, sources)

        async def judged(pdf: bytes) -> Verdict:
            return await asyncio.to_thread(validate, pdf, trust)

        one = Loose(office, tokens, lanes, None, parent, said)  # type: ignore[arg-type]
        one.signing = LooseSigning(
            office, tokens, lanes, Verdicts(judged), lambda: parent, lambda text, tone: said.append(text),
            check=lambda files: one.checked.append(list(files)),
            options=options or (lambda: sign.Options(trust=trust)),
            now=lambda: datetime.now(UTC),
        )  # fmt: skip
        made.append(one)
        return one

    yield make
    for one in made:
        await one.signing.close()
        await one.tokens.close()
        one.lanes.close()
        one.office.close()
        one.parent.deleteLater()


def contract(folder: Path, name: str = "Hợp đồng thuê máy.pdf") -> Path:
    path = folder / name
    path.write_bytes(pages.draft(leader=LEADER))
    return path


async def test_a_file_from_a_real_token_is_signed_beside_its_source(
    loose: Opening, hsm: Hsm, agent: Agent, hoa: SoftwareKey, pki: Pki, trust: Trust, tmp_path: Path
) -> None:
    hsm.add("hoa", hoa, authorities=(pki.ca.der,))
    tmp_path = tmp_path / "Hồ sơ"
    tmp_path.mkdir()
    one, path = loose(hoa, AgentSource(agent)), contract(tmp_path)
    before = path.read_bytes()
    await one.open(path)
    assert one.row(path.name)[2] == f"Vị trí tìm thấy: {LEADER}"
    assert len(one.desk.queue.queue.checked()) == 1, "whoever brings a file has chosen it"
    await one.sign(path.name)
    signed = tmp_path / "Hợp đồng thuê máy (đã ký).pdf"
    assert sorted(os.listdir(tmp_path)) == sorted([path.name, signed.name])
    assert path.read_bytes() == before
    assert signed.read_bytes().startswith(before)
    found = await verdict_of(signed.read_bytes(), trust)
    assert found.verdict == "valid", found
    assert [s.field for s in found.signatures] == ["ChuKyCaNhan"]
    status, line, where = one.row(path.name)
    assert where == str(tmp_path)
    assert status.startswith("Đã ký ")
    assert line == "Bản ký: Hợp đồng thuê máy (đã ký).pdf"
    assert one.window.where.text() == "Đã lưu 1 bản ký. Kiểm tra: 1 hợp lệ."
    one.window.check_button.click()
    assert one.checked == [[str(signed)]]


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
async def test_a_file_whose_name_is_no_utf_8_is_signed_beside_it(
    loose: Opening, hoa: SoftwareKey, trust: Trust, tmp_path: Path
) -> None:
    one, path = loose(hoa, MemoryToken(hoa)), contract(tmp_path, os.fsdecode(b"b\xe3o c\xe1o.pdf"))
    await one.open(path)
    assert [row.subject for row in one.desk.queue.queue.rows()] == ["b?o c?o.pdf"]
    await one.sign("b?o c?o.pdf")
    assert sorted(os.listdir(bytes(tmp_path))) == [
        b"b\xe3o c\xe1o (\xc4\x91\xc3\xa3 k\xc3\xbd).pdf",
        b"b\xe3o c\xe1o.pdf",
    ]
    assert one.row("b?o c?o.pdf")[1] == "Bản ký: b?o c?o (đã ký).pdf"
    one.window.check_button.click()
    assert os.fsencode(one.checked[0][0]).endswith(b"b\xe3o c\xe1o (\xc4\x91\xc3\xa3 k\xc3\xbd).pdf")


async def test_several_files_take_one_pin_and_no_name_is_written_over(
    loose: Opening, hoa: SoftwareKey, trust: Trust, tmp_path: Path
) -> None:
    token = MemoryToken(hoa)
    one = loose(hoa, token)
    a, b = contract(tmp_path, "a.pdf"), contract(tmp_path, "b.PDF")
    (tmp_path / "a (đã ký).pdf").write_bytes(b"another's")
    await one.open(a)
    await one.open(b, a)
    assert len(one.desk.queue.queue.rows()) == 2
    await one.sign("a.pdf", "b.PDF")
    assert token.pins == [PIN]
    assert (tmp_path / "a (đã ký).pdf").read_bytes() == b"another's"
    for name in ("a (đã ký 2).pdf", "b (đã ký).PDF"):
        assert (await verdict_of((tmp_path / name).read_bytes(), trust)).verdict == "valid"
    assert one.desk.result.text() == "Đã ký 2 văn bản."
    assert one.office.asked == []


async def test_a_signed_file_takes_a_second_signature(
    loose: Opening, hoa: SoftwareKey, trust: Trust, tmp_path: Path
) -> None:
    one = loose(hoa, MemoryToken(hoa))
    await one.open(contract(tmp_path, "a.pdf"))
    await one.sign("a.pdf")
    first = tmp_path / "a (đã ký).pdf"
    one.window.close()
    await one.open(first)
    await one.sign(first.name)
    second = tmp_path / "a (đã ký) (đã ký).pdf"
    assert second.read_bytes().startswith(first.read_bytes())
    found = await verdict_of(second.read_bytes(), trust)
    assert [s.field for s in found.signatures] == ["ChuKyCaNhan", "ChuKyCaNhan2"]
    assert found.verdict == "valid", found


async def test_what_cannot_be_signed_says_why_before_any_pin(loose: Opening, hoa: SoftwareKey, tmp_path: Path) -> None:
    one = loose(hoa, MemoryToken(hoa))
    rubbish, empty, folder = tmp_path / "r.pdf", tmp_path / "e.pdf", tmp_path / "f.pdf"
    rubbish.write_bytes(b"%PDF-1.7\nrubbish")
    empty.write_bytes(b"")
    folder.mkdir()
    secret = tmp_path / "s.pdf"
    secret.write_bytes(strange_pdfs.encrypted(pages.draft(leader=LEADER)))
    await one.open(rubbish, empty, folder, secret, tmp_path / "gone.pdf")
    said = {r.subject: r.place for r in one.desk.queue.queue.rows()}
    assert "Không đọc được tệp" in said["gone.pdf"]
    assert "Không đọc được tệp" in said["f.pdf"]
    assert "mật khẩu" in said["s.pdf"]
    assert "xin lại tệp từ nơi gửi" in said["r.pdf"]
    assert all(said.values())
    assert "Đang tìm" not in " ".join(said.values())


async def test_a_file_without_a_place_is_told_and_led_to_before_the_pin(
    loose: Opening, hoa: SoftwareKey, tmp_path: Path
) -> None:
    token = MemoryToken(hoa)
    one, good, other = loose(hoa, token), contract(tmp_path, "a.pdf"), tmp_path / "b.pdf"
    other.write_bytes(pages.draft(leader="Nguyễn Thị Khác"))
    await one.open(good, other)
    assert len(one.desk.queue.queue.checked()) == 2
    one.desk.sign_button.click()
    await one.signing.settled()
    assert (token.pins, one.desk.findChildren(PinDialog)) == ([], [])
    assert "chưa có vị trí ký: 1." in one.desk.result.text()
    assert len(one.desk.queue.queue.checked()) == 2, "it is chosen still"
    assert one.signing.desk is not None
    assert one.signing.desk.open_id == one.desk.queue.current_id() == one.desk.queue.queue.rows()[1].id
    assert one.window.focusWidget() is one.desk.page.place_button
    assert not one.window.busy
    one.desk.page.place_here_asked.emit(one.desk.queue.current_id(), 0)
    await one.sign("a.pdf", "b.pdf")
    assert token.pins == [PIN]
    assert one.desk.result.text() == "Đã ký 2 văn bản."


async def test_what_is_signed_once_more_does_not_wait_for_the_place_of_another(
    loose: Opening, hoa: SoftwareKey, tmp_path: Path
) -> None:
    one, path = loose(hoa, MemoryToken(hoa)), contract(tmp_path, "a.pdf")
    await one.open(path)
    one.tick("a.pdf")
    path.write_bytes(pages.draft(leader=LEADER, number="Số 12-TB/ĐU"))
    one.desk.sign_button.click()
    await one.pin()
    await one.signing.settled()
    (tmp_path / "b.pdf").write_bytes(pages.draft(leader="Nguyễn Thị Khác"))
    await one.open(tmp_path / "b.pdf")
    assert one.desk.queue.queue.checked() == (one.desk.queue.queue.rows()[1].id,)
    one.desk.result_bar.again.click()
    await one.pin()
    await one.signing.settled()
    assert (tmp_path / "a (đã ký).pdf").exists()


async def test_a_file_that_is_still_looked_at_is_not_taken_for_placed(
    loose: Opening, hoa: SoftwareKey, tmp_path: Path
) -> None:
    one = loose(hoa, MemoryToken(hoa))
    (tmp_path / "b.pdf").write_bytes(pages.draft(leader="Nguyễn Thị Khác"))
    one.signing.sign([str(tmp_path / "b.pdf")])
    await until(lambda: bool(one.desk.queue.queue.checked()))
    assert "Đang tìm" in one.row("b.pdf")[2]
    one.desk.sign_button.click()
    await one.signing.settled()
    assert "chưa có vị trí ký: 1." in one.desk.result.text()
    assert one.desk.findChildren(PinDialog) == []


async def test_no_more_files_than_can_be_signed_at_once_and_it_is_said_where_it_is_seen(
    loose: Opening, hoa: SoftwareKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loose_files, "MOST", 2)
    one = loose(hoa, MemoryToken(hoa))
    files = [contract(tmp_path, f"{n}.pdf") for n in range(4)]
    await one.open(*files)
    assert len(one.signing.files) == 2
    assert "2 tệp không được thêm" in one.desk.result.text(), "the main window's own notice is behind this window"
    await one.sign("0.pdf", "1.pdf")
    await one.open(*files[2:])
    assert [Path(name).name for name in one.signing.files] == ["2.pdf", "3.pdf"], "what is signed takes no room"


async def test_what_comes_while_others_are_looked_at_is_chosen_too(
    loose: Opening, hoa: SoftwareKey, tmp_path: Path
) -> None:
    """Explorer hands many files over in several starts."""
    one = loose(hoa, MemoryToken(hoa))
    files = [contract(tmp_path, f"{n}.pdf") for n in range(6)]
    await one.open(files[0])
    for file in files[1:]:
        one.signing.sign([str(file)])
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    await one.signing.settled()
    await one.signing.settled()
    queue = one.desk.queue.queue
    assert len(queue.checked()) == len(queue.rows()) == len(files)


async def test_an_older_answer_does_not_go_over_a_newer(
    loose: Opening, hoa: SoftwareKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = loose(hoa, MemoryToken(hoa))
    await one.open(contract(tmp_path, "a.pdf"))
    files, desk, late = one.signing._files, one.signing.desk, asyncio.Event()
    assert files is not None
    assert desk is not None
    at_once = files.ids

    async def slow(box: str, scope: str) -> Any:
        found = await at_once(box, scope)
        await late.wait()
        return found

    with monkeypatch.context() as line:
        line.setattr(files, "ids", slow)
        older = asyncio.ensure_future(desk.fill())
        await asyncio.sleep(0)
    await one.open(contract(tmp_path, "b.pdf"))
    late.set()
    await older
    assert len(one.desk.queue.queue.rows()) == 2


async def test_what_is_not_there_has_no_size_and_an_empty_file_none_of_1_kb(
    loose: Opening, hoa: SoftwareKey, tmp_path: Path
) -> None:
    one = loose(hoa, MemoryToken(hoa))
    (tmp_path / "e.pdf").write_bytes(b"")
    await one.open(tmp_path / "gone.pdf", tmp_path / "e.pdf")
    assert one.row("gone.pdf")[1] == str(tmp_path)
    assert one.row("e.pdf")[1] == f"0 KB · {tmp_path}"


async def test_files_are_taken_out_of_the_list_and_stay_on_the_disk(
    loose: Opening, hoa: SoftwareKey, tmp_path: Path
) -> None:
    one = loose(hoa, MemoryToken(hoa))
    files = [contract(tmp_path, f"{n}.pdf") for n in range(4)]
    await one.open(*files)
    queue = one.desk.queue
    queue.set_current(queue.queue.rows()[1].id)
    one.window.activateWindow()
    queue.setFocus()
    QTest.keyClick(queue, Qt.Key.Key_Delete)
    await one.signing.settled()
    await one.signing.settled()
    assert "vẫn còn nguyên" in one.desk.result.text()
    assert [row.subject for row in queue.queue.rows()] == ["0.pdf", "2.pdf", "3.pdf"]
    assert queue.queue.rows()[1].id == queue.current_id() == one.signing.desk.open_id  # type: ignore[union-attr]
    assert len(queue.queue.checked()) == 3
    one.tick("0.pdf", "3.pdf")
    one.window.remove_button.click()
    (menu,) = one.window.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    both = menu.actions()[1]
    assert both.text().endswith("(2)")
    both.trigger()
    menu.close()
    await one.signing.settled()
    await one.signing.settled()
    assert [Path(name).name for name in one.signing.files] == ["2.pdf"]
    one.window.remove_button.click()
    await one.signing.settled()
    await one.signing.settled()
    assert (one.signing.files, queue.queue.rows()) == ([], ())
    assert one.desk.page.view.source() is None
    assert "vẫn còn nguyên" in one.desk.result.text()
    assert sorted(os.listdir(tmp_path)) == ["0.pdf", "1.pdf", "2.pdf", "3.pdf"]
    await one.open(files[1])
    await one.sign("1.pdf")
    assert one.desk.result.text() == "Đã ký 1 văn bản."


async def test_nothing_is_taken_out_while_it_is_signed(loose: Opening, hoa: SoftwareKey, tmp_path: Path) -> None:
    one = loose(hoa, MemoryToken(hoa))
    await one.open(contract(tmp_path, "a.pdf"), contract(tmp_path, "b.pdf"))
    one.tick("a.pdf")
    one.desk.sign_button.click()
    one.window.removeRequested.emit(list(one.desk.queue.queue.checked()))
    assert "Đang ký số" in one.desk.result.text()
    await one.pin()
    await one.signing.settled()
    assert (tmp_path / "a (đã ký).pdf").exists()
    one.window.removeRequested.emit([row.id for row in one.desk.queue.queue.rows() if row.done])
    await one.signing.settled()
    await one.signing.settled()
    assert [row.subject for row in one.desk.queue.queue.rows()] == ["b.pdf"], "what is signed is taken out, too"
    assert not one.desk.result_bar.isVisible(), "nothing is left of that batch"


async def test_what_is_taken_out_of_a_batch_that_was_cut_off_is_not_gone_on_with(
    loose: Opening, hoa: SoftwareKey, tmp_path: Path
) -> None:
    token = MemoryToken(hoa)
    one = loose(hoa, token)
    await one.open(contract(tmp_path, "a.pdf"), contract(tmp_path, "b.pdf"))
    one.tick("a.pdf", "b.pdf")
    one.desk.sign_button.click()
    await until(lambda: one.window.busy)
    assert one.signing.desk is not None
    one.signing.leave()
    await one.pin()
    await one.signing.settled()
    assert one.desk.result_bar.go_on.isVisible()
    one.window.removeRequested.emit([row.id for row in one.desk.queue.queue.rows() if row.subject == "a.pdf"])
    await one.signing.settled()
    await one.signing.settled()
    one.desk.result_bar.go_on.click()
    await one.pin()
    await one.signing.settled()
    assert sorted(os.listdir(tmp_path)) == ["a.pdf", "b (đã ký).pdf", "b.pdf"]
    assert one.desk.result.text().startswith("Đã ký 1 văn bản.")


async def test_nothing_is_offered_that_a_file_from_elsewhere_has_not(
    loose: Opening, hoa: SoftwareKey, tmp_path: Path
) -> None:
    one = loose(hoa, MemoryToken(hoa))
    await one.open(contract(tmp_path))
    assert not one.desk.page.slip_button.isVisible()
    one.desk.ticks.more.click()
    (menu,) = one.desk.ticks.findChildren(QMenu)
    assert "Khẩn" not in " ".join(action.text() for action in menu.actions())
    menu.close()


async def test_every_button_of_the_window_has_a_key_of_its_own(
    loose: Opening, hoa: SoftwareKey, tmp_path: Path
) -> None:
    one = loose(hoa, MemoryToken(hoa))
    await one.open(contract(tmp_path))
    # The arrival mark is of documents that arrived; "Tiếp tục" stands where "Tạm dừng" does.
    others = (one.desk.page.mark_button, one.desk.result_bar.go_on)
    texts = [b.text() for b in one.window.findChildren(QPushButton) if "&" in b.text() and b not in others]
    keys = [text[text.index("&") + 1].lower() for text in [*texts, "&Tiếp tục"]]
    assert sorted(keys) == sorted(set(keys)), texts


async def test_esc_goes_back_to_the_list_before_it_closes_the_window(
    loose: Opening, hoa: SoftwareKey, tmp_path: Path
) -> None:
    one = loose(hoa, MemoryToken(hoa))
    await one.open(contract(tmp_path))
    one.window.resize(660, 336)
    one.desk.panes.show_right()
    QTest.keyClick(one.window.close_button, Qt.Key.Key_Escape)
    assert one.desk.queue.isVisible()
    QTest.keyClick(one.window.close_button, Qt.Key.Key_Escape)
    assert one.signing.window is None


async def test_a_file_put_in_its_place_meanwhile_is_not_signed(
    loose: Opening, hoa: SoftwareKey, tmp_path: Path
) -> None:
    one, path = loose(hoa, MemoryToken(hoa)), contract(tmp_path, "a.pdf")
    await one.open(path)
    one.tick("a.pdf")
    path.write_bytes(pages.draft(leader=LEADER, number="Số 12-TB/ĐU"))
    one.desk.sign_button.click()
    await one.pin()
    await one.signing.settled()
    assert sorted(os.listdir(tmp_path)) == ["a.pdf"]
    assert "đã được thay" in one.row("a.pdf")[2] or "đã được thay" in one.desk.result.text()


async def test_where_nothing_can_be_written_the_person_is_asked_where(
    loose: Opening, hoa: SoftwareKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked, other = tmp_path / "locked", tmp_path / "other"
    locked.mkdir()
    other.mkdir()
    real = loose_files.may_write
    # Root, as whom tests may run, writes everywhere.
    monkeypatch.setattr(loose_files, "may_write", lambda folder: folder != locked and real(folder))
    one = loose(hoa, MemoryToken(hoa))
    await one.open(contract(locked, "a.pdf"))
    one.tick("a.pdf")
    one.desk.sign_button.click()
    await until(lambda: bool(one.window.findChildren(QFileDialog)))
    assert "Chọn nơi lưu bản ký" in one.desk.result.text()
    dialog = one.window.findChildren(QFileDialog)[0]
    assert dialog.directory().path() == str(locked), "near the files"
    dialog.fileSelected.emit(str(other))
    dialog.close()
    await one.pin()
    await one.signing.settled()
    assert os.listdir(other) == ["a (đã ký).pdf"]
    assert os.listdir(locked) == ["a.pdf"]


async def test_a_slow_stamp_costs_a_level_and_is_said_not_to_come_later(
    loose: Opening, hoa: SoftwareKey, trust: Trust, tmp_path: Path
) -> None:
    service = TimestampService("http://127.0.0.1:9/", timeout=0.2)
    one = loose(hoa, MemoryToken(hoa), options=lambda: sign.Options(trust=trust, timestamps=service))
    await one.open(contract(tmp_path, "a.pdf"))
    await one.sign("a.pdf")
    status, _, place = one.row("a.pdf")
    assert status.startswith("Đã ký ")
    assert "không có dấu thời gian" in place
    assert "bổ sung sau;" in place
    found = await verdict_of((tmp_path / "a (đã ký).pdf").read_bytes(), trust)
    assert found.verdict in ("valid", "validWithWarning", "warning")


async def test_another_persons_token_signs_nothing(loose: Opening, hoa: SoftwareKey, pki: Pki, tmp_path: Path) -> None:
    one = loose(hoa, MemoryToken(hoa))
    one.office.objects["Person"]["hoa"]["certificates"] = [hashlib.sha256(b"another").hexdigest()]
    await one.open(contract(tmp_path, "a.pdf"))
    one.tick("a.pdf")
    one.desk.sign_button.click()
    assert one.signing.desk is not None
    await until(lambda: any(d.isVisible() for d in one.desk.findChildren(QWidget) if d.isWindow()))
    for dialog in [d for d in one.desk.findChildren(QWidget) if d.isWindow() and d.isVisible()]:
        dialog.close()
    await one.signing.settled()
    assert os.listdir(tmp_path) == ["a.pdf"]


async def test_the_window_stays_while_something_is_signed(loose: Opening, hoa: SoftwareKey, tmp_path: Path) -> None:
    one = loose(hoa, MemoryToken(hoa))
    await one.open(contract(tmp_path, "a.pdf"))
    one.tick("a.pdf")
    one.desk.sign_button.click()
    await until(lambda: one.window.busy)
    assert one.signing.is_signing
    one.window.close()
    assert one.signing.window is not None
    await one.pin()
    await one.signing.settled()
    assert not one.window.busy
    one.window.close()
    assert one.signing.window is None
    assert one.signing.files == []


@pytest.mark.parametrize("name", ["a.pdf", "A.PDF", "không đuôi", "ắ" * 120 + ".pdf"])
def test_names_are_short_enough_and_keep_their_ending(name: str) -> None:
    wanted = loose_files.names(Path(name), "đã ký")
    assert all(len(one.encode()) <= 255 for one in wanted)
    assert all(one.lower().endswith(".pdf") for one in wanted)
    assert len(set(wanted)) == len(wanted)


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.pdf")
    for one in ("x.pdf", ".", "none.pdf"):
        with pytest.raises(loose_files.LooseNotRead):
            loose_files.read(tmp_path / one)


def test_a_signed_file_has_the_rights_of_any_other_and_lends_none_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Changed for a moment, it would hold for every file that another thread makes just then.
    monkeypatch.setattr(os, "umask", lambda _mask: pytest.fail("of the whole process"))
    (tmp_path / "any.pdf").write_bytes(b"")
    path = loose_files.write_new(tmp_path, ["x.pdf"], b"new")
    assert path.stat().st_mode == (tmp_path / "any.pdf").stat().st_mode
    assert sorted(one.name for one in tmp_path.iterdir()) == ["any.pdf", "x.pdf"]


def test_writing_never_writes_over_and_leaves_nothing_half(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"old")
    assert loose_files.write_new(tmp_path, ["x.pdf", "y.pdf"], b"new") == tmp_path / "y.pdf"
    with pytest.raises(FileExistsError):
        loose_files.write_new(tmp_path, ["x.pdf", "y.pdf"], b"newer")
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"x.pdf": b"old", "y.pdf": b"new"}
    with pytest.raises(FileNotFoundError):
        loose_files.write_new(tmp_path / "none", ["x.pdf"], b"")


def test_without_links_on_the_disk_it_is_written_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    (tmp_path / "x.pdf").write_bytes(b"old")
    assert loose_files.write_new(tmp_path, ["x.pdf", "y.pdf"], b"new").name == "y.pdf"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["x.pdf", "y.pdf"]
