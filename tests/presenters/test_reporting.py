"""Reports at the window: shown before they are saved or sent, sent when somebody says so, crashes folded."""

from __future__ import annotations

import asyncio
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from desktop import diagnose
from desktop.home import Home
from desktop.lanes import Lanes
from desktop.presenters import doors
from desktop.presenters.crashing import Crashes, mark_of
from desktop.presenters.report_handing import Handing
from desktop.presenters.reporting import Reporting
from desktop.session.profile import Account, Accounts
from desktop.session.settings import Settings
from desktop.support.opened import OpenSession
from tests.support.test_sending import Receiver
from widgets.crash_window import CrashWindow
from widgets.door_dialog import DoorDialog
from widgets.report_window import ReportWindow
from widgets.theme import Theme

PLANTED = ("Trần Thị Bình", "vanthu", "Quyết định khen thưởng")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "nha")
    Accounts(home.accounts).keep(Account("k1", "https://central.tinh.example", "a1", "Trần Thị Bình", "vanthu"))
    home.logs.mkdir()
    line = json.dumps({"event": "leak of vanthu", "subject": "Quyết định khen thưởng"}, ensure_ascii=False)
    (home.logs / "tacnghiep.log").write_text(f"{line}\n" * 1000, "utf-8")
    return home


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.hold.set()
    made.server.shutdown()
    made.server.server_close()


async def until(seen: Callable[[], object], seconds: float = 20.0) -> None:
    """Let the loop and Qt's timers turn until it is so."""
    async with asyncio.timeout(seconds):
        while not seen():
            QApplication.processEvents()
            await asyncio.sleep(0.005)


def policy(home: Home, **values: Any) -> Settings:
    return Settings(home.settings, values)


def texts(window: ReportWindow) -> str:
    return " ".join([window.note.text(), *(label.text() for label in window.findChildren(QLabel))])


def shown(window: ReportWindow) -> dict[str, str]:
    return {page.name: page.text for page in window.pane._pages}


async def choose(path: Path) -> None:
    """Answer the system's question for a file."""
    await until(lambda: [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog)])
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog)]
    dialog.fileSelected.emit(str(path))
    dialog.close()
    dialog.deleteLater()


async def test_a_report_is_shown_whole_and_saved_as_it_was_shown(
    home: Home, lanes: Lanes, theme: Theme, tmp_path: Path
) -> None:
    reporting = Reporting(home, policy(home), lanes, lambda: "vi")
    reporting.opened = lambda: OpenSession(lambda: [{"rows": {"document": 7}}], {"kind": "offline", "unsent": 2})
    window = reporting.show()
    assert not window.save.isEnabled()
    assert reporting.show() is window
    await reporting.settled()
    assert window.save.isEnabled()
    assert window.send is None
    pages = shown(window)
    assert {"doc-truoc.txt", "kiem-tra.txt", "may.json", "cai-dat.json", "kho.json", "dong-bo.json"} <= set(pages)
    everything = "\n".join(pages.values())
    assert [word for word in PLANTED if word.casefold() in everything.casefold()] == []
    assert json.loads(pages["may.json"])["screens"]
    window.words.setPlainText("Bấm Ký thì đứng máy, hỏi Trần Thị Bình 0912345678")
    window.tell_words()
    assert shown(window)["loi-ke.txt"] == "Bấm Ký thì đứng máy, hỏi [[account#2]] [[number#1]]"
    window.save.click()
    await choose(tmp_path / "r.zip")
    await until(lambda: "Đã lưu" in window.note.text())
    with zipfile.ZipFile(tmp_path / "r.zip") as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == shown(window)
    window.save.click()
    await choose(tmp_path / "no" / "r.zip")
    await until(lambda: "Không lưu được" in window.note.text())
    reporting.close()


async def test_a_long_page_comes_piece_by_piece_with_its_marks(home: Home, lanes: Lanes, theme: Theme) -> None:
    reporting = Reporting(home, policy(home), lanes, lambda: "vi")
    window = reporting.show()
    await reporting.settled()
    window.pane.show_page("nhat-ky/tacnghiep.log")
    assert window.pane.page.blockCount() < 1000
    await until(lambda: window.pane.page.blockCount() == 1000)
    block = window.pane.page.document().findBlockByNumber(990)
    assert len(block.layout().formats()) == 2
    window.copy.click()
    assert QApplication.clipboard().text() == shown(window)["nhat-ky/tacnghiep.log"]
    QApplication.clipboard().clear()
    reporting.close()


async def handed(home: Home, lanes: Lanes, url: str, opened: list[QUrl] | None = None) -> tuple[ReportWindow, Handing]:
    """A window with a report in it, which would go to this address."""
    from datetime import UTC, datetime

    from desktop.support.redaction import Redaction
    from desktop.support.report import Page, Report

    window = ReportWindow("nơi nhận")
    link = (lambda one: opened.append(one)) if opened is not None else (lambda _: None)
    handing = Handing(window, {"supportUrl": url, "proxy": ""}, lanes, lambda: "vi", link)
    handing.show(Report.of([Page("a.txt", "x" * 100_000)], datetime.now(UTC)), Redaction(), "đây")
    window.show()
    return window, handing


async def test_a_report_is_sent_when_somebody_says_so(
    home: Home, lanes: Lanes, theme: Theme, receiver: Receiver
) -> None:
    receiver.answer = (200, {}, b'{"reference": "HT-7"}')
    window, handing = await handed(home, lanes, receiver.url)
    assert receiver.came == []
    assert window.send is not None
    window.send.click()
    await until(lambda: "HT-7" in window.note.text())
    assert len(receiver.came) == 1
    assert receiver.came[0][2][:2] == b"PK"
    handing.close()
    window.close()
    window.deleteLater()


async def test_what_is_not_taken_is_said_and_can_be_saved(
    home: Home, lanes: Lanes, theme: Theme, receiver: Receiver
) -> None:
    receiver.answer = (503, {}, b"")
    window, handing = await handed(home, lanes, receiver.url)
    assert window.send is not None
    window.send.click()
    await until(lambda: "Chưa gửi được" in window.note.text())
    assert "503" in window.note.text()
    assert window.save.isEnabled()
    assert window.send.isEnabled()
    handing.close()
    window.close()
    window.deleteLater()


async def test_sending_can_be_stopped(home: Home, lanes: Lanes, theme: Theme, receiver: Receiver) -> None:
    receiver.hold.clear()
    window, handing = await handed(home, lanes, receiver.url)
    assert window.send is not None
    window.send.click()
    await until(lambda: receiver.came)
    assert not window.send.isEnabled()
    assert window.stop.isVisible()
    window.stop.click()
    await until(lambda: "Đã dừng gửi" in window.note.text())
    handing.close()
    window.close()
    window.deleteLater()


async def test_for_mail_the_file_is_saved_and_a_message_opened(
    home: Home, lanes: Lanes, theme: Theme, tmp_path: Path
) -> None:
    opened: list[QUrl] = []
    window, handing = await handed(home, lanes, "mailto:ho-tro@tinh.example", opened)
    assert window.send is not None
    window.send.click()
    await choose(tmp_path / "r.zip")
    await until(lambda: opened)
    assert opened[0].scheme() == "mailto"
    assert opened[0].path() == "ho-tro@tinh.example"
    assert "đính kèm" in window.note.text()
    assert (tmp_path / "r.zip").exists()
    handing.close()
    window.close()
    window.deleteLater()


def failing(words: str) -> Exception:
    try:
        int(words)
    except ValueError as error:
        return error
    raise AssertionError


async def test_a_crash_shows_what_would_be_sent_and_repeats_are_counted(home: Home, lanes: Lanes, theme: Theme) -> None:
    crashes = Crashes(home, policy(home), lanes, home.logs / "tacnghiep.log", lambda: "vi")
    for _ in range(4):
        crashes.tell(failing("Quyết định khen thưởng"))
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashWindow) and w.isVisible()]
    assert windows == [crashes.window]
    (window,) = windows
    assert "không mất" in texts(window)
    assert "ValueError" in window.error.text()
    assert "4" in window.error.text()
    pages = shown(window)
    assert set(pages) == {"doc-truoc.txt", "su-co.txt", "may.json", "nhat-ky/cuoi.log"}
    assert pages["su-co.txt"].startswith("4 x\nTraceback")
    assert "test_reporting.py" in pages["su-co.txt"]
    everything = "\n".join(pages.values())
    assert [word for word in PLANTED if word.casefold() in everything.casefold()] == []
    assert pages["nhat-ky/cuoi.log"].count("\n") == 59
    crashes.tell(KeyError("other"))
    assert shown(window)["su-co.txt"].count("KeyError") == 1
    crashes.close()
    crashes.tell(failing("x"))
    assert crashes.window is None


async def test_a_crash_takes_no_key_that_is_being_typed(home: Home, lanes: Lanes, theme: Theme) -> None:
    crashes = Crashes(home, policy(home), lanes, home.logs / "tacnghiep.log", lambda: "vi")
    crashes.tell(failing("x"))
    assert crashes.window is not None
    assert not crashes.window.isModal()

    assert crashes.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    crashes.close()


def test_the_same_place_is_the_same_crash() -> None:
    assert mark_of(failing("a")) == mark_of(failing("b"))
    assert mark_of(KeyError()) != mark_of(ValueError())


async def test_at_the_door_a_report_is_made_over_the_dialog_which_stays(home: Home, lanes: Lanes, theme: Theme) -> None:
    reporting = Reporting(home, policy(home), lanes, lambda: "vi")
    asking = asyncio.ensure_future(doors.ask(doors.of_error(OSError(28, "x")), None, reporting.show))
    await until(lambda: [w for w in QApplication.topLevelWidgets() if isinstance(w, DoorDialog) and w.isVisible()])
    (door,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, DoorDialog) and w.isVisible()]
    door.buttons[doors.REPORT].click()
    assert reporting.window is not None
    assert reporting.window.parent() is door
    assert not asking.done()
    await reporting.settled()
    reporting.window.close()
    door.buttons[doors.RETRY].click()
    assert await asking == doors.RETRY


async def test_a_window_that_goes_while_the_report_is_made_takes_it_along(
    home: Home, lanes: Lanes, theme: Theme
) -> None:
    below = QWidget()
    reporting = Reporting(home, policy(home), lanes, lambda: "vi")
    reporting.show(below)
    below.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    await reporting.settled()
    assert reporting.show() is not None
    await reporting.settled()
    reporting.close()


@pytest.mark.expects_log("crash.not_described")
async def test_a_crash_is_told_also_where_it_cannot_be_described(
    home: Home, lanes: Lanes, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> None:
        raise RuntimeError

    monkeypatch.setattr(diagnose, "versions", fails)
    crashes = Crashes(home, policy(home), lanes, home.logs / "tacnghiep.log", lambda: "vi")
    crashes.tell(failing("x"))
    assert crashes.window is not None
    assert crashes.window.isVisible()
    assert "không mất" in crashes.window.note.text()
    assert not crashes.window.save.isEnabled()
    assert crashes.window.folder.isEnabled()
    crashes.close()
