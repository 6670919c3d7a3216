"""Files from the disk: one or many, good and bad, as they were signed and as they are."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget

from desktop.lanes import Lanes
from desktop.presenters.checking import Checking
from desktop.presenters.verdicts import Verdicts
from signing.trust import Trust
from signing.validation import validate
from signing.verdict import Verdict
from tests.signing.conftest import Issued
from widgets.check_window import CheckWindow
from widgets.shell import MainWindow
from widgets.theme import Theme, Tone


class Place:
    """Loose files and the window over them."""

    def __init__(self, trust: Trust) -> None:
        self.lanes = Lanes()
        self.said: list[tuple[str, Tone]] = []
        self.judged = 0
        self.roots_asked = 0
        self._trust = trust
        self.over = QWidget()
        self.presenter = Checking(
            self.lanes, Verdicts(self._judge), lambda: self.over, lambda *one: self.said.append(one),
            show_roots=self._roots,
        )  # fmt: skip

    async def _judge(self, pdf: bytes) -> Verdict:
        self.judged += 1
        return await asyncio.to_thread(validate, pdf, self._trust)

    def _roots(self) -> None:
        self.roots_asked += 1

    async def check(self, *files: Path) -> CheckWindow:
        self.presenter.check([str(file) for file in files])
        await self.presenter.settled()
        assert self.presenter.window is not None
        return self.presenter.window


@pytest_asyncio.fixture
async def place(theme: Theme, trust: Trust) -> AsyncIterator[Place]:
    made = Place(trust)
    yield made
    made.presenter.close()
    made.lanes.close()


def _write(folder: Path, **files: bytes) -> list[Path]:
    paths = []
    for name, data in files.items():
        paths.append(folder / f"{name}.pdf")
        paths[-1].write_bytes(data)
    return paths


async def test_one_file_is_shown_with_its_signatures(place: Place, issued: Issued, tmp_path: Path) -> None:
    window = await place.check(*_write(tmp_path, sealed=issued.sealed))
    assert window.panel.cards[0].accessibleName().startswith("Người ký: Hợp lệ. Nguyễn Văn Hòa")
    assert window.page.pdf.source() is not None
    assert not window.files.isVisible()
    assert not window.panel.closer.isVisible()
    window.panel.cards[0].open.click()
    await place.presenter.settled()
    assert window.page.moment.words().startswith("Bản tại thời điểm ký của Nguyễn Văn Hòa")
    window.page.moment.back.click()
    await place.presenter.settled()
    assert window.page.moment.words() == ""
    assert place.judged == 1


async def test_many_files_stand_in_a_list_with_their_results(place: Place, issued: Issued, tmp_path: Path) -> None:
    files = _write(
        tmp_path, tốt=issued.sealed, dự_thảo=issued.draft, giả=issued.sealed + b"more", hỏng=b"hello"
    )  # fmt: skip
    missing = tmp_path / "mất.pdf"
    window = await place.check(*files, missing)
    assert window.files.isVisible()
    assert window.files.texts() == [
        ["tốt.pdf", "Hợp lệ"],
        ["dự_thảo.pdf", "Chưa ký số"],
        ["giả.pdf", "Không hợp lệ"],
        ["hỏng.pdf", "Chưa xác định"],
        ["mất.pdf", "Chưa xác định"],
    ]
    window.files.choose(str(files[3]))
    await place.presenter.settled()
    assert window.page.words() != ""
    window.files.choose(str(missing))
    await place.presenter.settled()
    assert window.panel.again.isVisible()
    missing.write_bytes(issued.approved)
    window.panel.again.click()
    await place.presenter.settled()
    assert window.files.texts()[4] == ["mất.pdf", "Hợp lệ"]
    assert window.page.pdf.source() is not None


async def test_a_missing_root_leads_to_the_roots(theme: Theme, issued: Issued, tmp_path: Path) -> None:
    place = Place(Trust(online=False))
    window = await place.check(*_write(tmp_path, sealed=issued.sealed))
    assert window.panel.roots.isVisible()
    window.panel.roots.click()
    assert place.roots_asked == 1
    place.presenter.close()
    place.lanes.close()


async def test_closing_lets_the_file_go_and_it_opens_again(place: Place, issued: Issued, tmp_path: Path) -> None:
    (file,) = _write(tmp_path, sealed=issued.sealed)
    (await place.check(file)).accept()
    await place.presenter.settled()
    assert place.presenter.window is None
    assert (await place.check(file)).page.pdf.source() is not None


def test_a_pdf_is_dropped_on_the_window(theme: Theme) -> None:
    for window in (MainWindow(), CheckWindow()):
        dropped = QSignalSpy(window.filesDropped)
        for names, taken in ((["/tmp/a.pdf", "/tmp/b.docx"], True), (["/tmp/b.docx"], False)):
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(name) for name in names])
            actions, buttons, keys = (
                Qt.DropAction.CopyAction,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
            entering = QDragEnterEvent(QPoint(9, 9), actions, data, buttons, keys)
            entering.setAccepted(False)
            QApplication.sendEvent(window, entering)
            assert entering.isAccepted() is taken
            if taken:
                QApplication.sendEvent(window, QDropEvent(QPoint(9, 9), actions, data, buttons, keys))
        assert dropped.count() == 1
        assert dropped.at(0)[0] == ["/tmp/a.pdf"]
