"""One person's window over a real session: what was mended is said, settings take hold, clocks are told apart."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from asn1crypto import x509
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from desktop.central.transport import Call
from desktop.home import Home
from desktop.languages import Languages
from desktop.presenters.tokens import Tokens
from desktop.room.again import editors
from desktop.session.account import Session
from desktop.session.policy import Layer, Policy, Taken, take
from desktop.session.settings import BY_NAME, SETTINGS, Settings
from desktop.signing_means import SigningMeans, at_central
from desktop.surroundings import Surroundings
from desktop.workroom import Workroom
from local_cache import Opened, Salvage
from local_cache.salvage import LostAct
from signing.roots import Roots
from tests.office.harness import Machine, Office, machine, office, size, synced
from tests.office.update_office import Office as Publisher
from tests.presenters.signing_office import until
from tests.signing.office_pki import authority
from tests.widgets.conftest import application, theme
from widgets.findings_dialog import FindingsDialog
from widgets.leaving import is_barred
from widgets.settings_window import SettingsWindow
from widgets.theme import Theme
from widgets.token_dialog import TokenDialog

__all__ = ["application", "machine", "office", "size", "theme"]


class Room:
    """A workroom, its machine and its settings."""

    def __init__(
        self,
        machine: Machine,
        session: Session,
        application: QApplication,
        theme: Theme,
        policy: Mapping[str, Any] | None = None,
    ) -> None:
        self.settings = Settings(machine.root / "settings.json", policy or {})
        self.home = Home.at(machine.root / "home")
        around = Surroundings(self.home, machine.lanes, self.settings, theme, Languages(application, "vi"))
        means = SigningMeans(Roots(added=machine.root / "trust"), self.settings, list)
        self.session = session
        self.room = Workroom(session, around, means)

    async def set(self, name: str, value: Any) -> None:
        """Through the settings window, as a person does."""
        self.room.settings.show()
        window = self.room.settings.window
        assert isinstance(window, SettingsWindow)
        window.changed.emit(name, value)


Opening = Callable[..., Any]


@pytest_asyncio.fixture
async def open_room(
    machine: Machine, office: Office, application: QApplication, theme: Theme
) -> AsyncIterator[Opening]:
    @asynccontextmanager
    async def opening(opened: Opened | None = None, policy: Mapping[str, Any] | None = None) -> AsyncIterator[Room]:
        session = await machine.sign_in(office)
        if opened is not None:
            session.cache.opened = opened
        made = Room(machine, session, application, theme, policy)
        await made.room.start()
        try:
            yield made
        finally:
            await made.room.close()

    font = application.font()
    yield opening
    application.setFont(font)
    # A workroom puts what it has read out of the collector's way; other libraries look there for what is in use.
    gc.unfreeze()


async def test_what_was_salvaged_is_said_until_it_is_read(open_room: Opening, tmp_path: Path) -> None:
    lost = (LostAct("a1", "transfer"), LostAct("a2", "transfer"), LostAct("a3"))
    salvage = Salvage(tmp_path / "outbox.hỏng", ("x", "y"), lost, ("d1",), (), complete=False)
    async with open_room(Opened(cache_renewed=True, outbox_salvaged=salvage)) as made:
        bar = made.room.window.messages
        assert "Đã giữ lại được 2 việc và 1 bản đang soạn." in bar.text()
        assert "2 Chuyển xử lý, 1 việc không rõ loại" in bar.text()
        assert "outbox.hỏng" in bar.text()
        bar._drop()
        assert bar.text().startswith("Dữ liệu lưu trên máy bị hỏng nên đã được tạo lại")


async def test_the_report_of_a_salvage_waits_until_it_was_read(open_room: Opening, tmp_path: Path) -> None:
    lost = (LostAct("a1", "transfer"), LostAct("a3"))
    salvage = Salvage(tmp_path / "outbox.hỏng", (), lost, (), ("write:x",), complete=False)
    async with open_room(Opened(outbox_salvaged=salvage)) as made:
        salvaged = made.room.salvaged
        await salvaged.settled()
        window = salvaged.window
        assert window is not None
        rows = [window.list.topLevelItem(row) for row in range(window.list.topLevelItemCount())]
        assert [row.text(1) for row in rows if row] == ["Chuyển xử lý", "việc không rõ loại", "Bản đang soạn"]
        assert {row.text(0) for row in rows if row} == {"Bị mất, làm lại"}
        window.reject()
        assert window.isVisible()
        window.write_pdf(str(tmp_path / "report.pdf"))
        assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
        # Not read: the next window shows it again, though opening finds nothing amiss any more.
        made.session.cache.opened = Opened()
        salvaged.start(Opened())
        await salvaged.settled()
        again = salvaged.window
        assert again is not None
        assert again.list.topLevelItemCount() == 3
        again.done_button.click()
        await salvaged.settled()
        salvaged.start(Opened())
        await salvaged.settled()
        assert salvaged.window is None
        window.deleteLater()


async def test_an_office_that_bars_export_greys_it_on_every_desk(
    open_room: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_room() as made:
        room = made.room
        room.window.show()
        desk = room.desks.schedule._desk
        room.window.show_desk("schedule")
        assert desk.export.isEnabled()
        barred = take([Layer("here", {"allowExport": 0, "lockAfterMinutes": 5})], BY_NAME)
        monkeypatch.setattr(made.settings, "read_again", lambda: barred)
        room.settings.show()
        await room._policy.read()
        assert not desk.export.isEnabled()
        assert room.settings.window is not None
        row = room.settings.window.row("lockAfterMinutes")
        assert row is not None
        assert (row.control.value(), row.control.isEnabled()) == (5, False)
        incoming = room.desks.incoming
        await incoming.settled()
        assert is_barred(incoming._reading._pane, "export")
        assert not is_barred(incoming._reading._pane, "print")
        room.settings.close()
        room.window.hide()


async def test_a_sound_profile_says_nothing(open_room: Opening) -> None:
    async with open_room() as made:
        assert made.room.window.messages.text() == ""


async def test_a_wrong_clock_is_said_as_soon_as_it_is_known_and_taken_back(open_room: Opening) -> None:
    async with open_room() as made:
        bar = made.room.window.messages
        made.session.clock.remember(timedelta(minutes=-42))
        made.session._changes.tell(frozenset({"Clock"}))
        assert "lệch 42 phút" in bar.text()
        made.session.clock.remember(timedelta())
        made.session._changes.tell(frozenset({"Clock"}))
        assert bar.text() == ""


async def test_a_module_picked_by_hand_is_kept_unless_the_office_decides(open_room: Opening, tmp_path: Path) -> None:
    async with open_room() as made:
        used: list[str] = []

        async def use(path: str) -> None:
            used.append(path)

        made.room.tokens.add_module = use  # type: ignore[method-assign]
        tokens: Tokens = made.room.tokens
        for path in ("/opt/a.so", "/opt/b.so", "/opt/a.so"):
            await tokens._pick_module(path)
        assert made.settings["tokenModules"] == ["/opt/a.so", "/opt/b.so"]
        assert used == ["/opt/a.so", "/opt/b.so", "/opt/a.so"]
        made.settings.take_policy(Policy({"tokenModules": Taken(["/opt/office.so"], "here")}))
        await tokens._pick_module("/opt/c.so")
        assert made.settings["tokenModules"] == ["/opt/office.so"]
        assert used[-1] == "/opt/c.so"


async def test_the_devices_are_examined_from_the_top_bar(open_room: Opening) -> None:
    async with open_room() as made:
        window = made.room.window
        window.token_pill.click()
        (dialog,) = [one for one in window.findChildren(TokenDialog) if one.isVisible()]
        dialog.examine.click()
        (found,) = dialog.findChildren(FindingsDialog)
        await until(lambda: found.list.count() > 0)
        said = " ".join(found.list.item(row).text() for row in range(found.list.count()))
        assert "trình điều khiển" in said
        assert "Giờ của máy khớp" in said
        found.reject()
        dialog.reject()


async def test_the_end_of_a_certificate_is_announced_with_a_way_to_look(open_room: Opening) -> None:
    async with open_room() as made:
        made.room.devices._announce_certificate("Chứng thư chữ ký số hết hạn ngày 01/12/2026.")
        bar = made.room.window.messages
        assert "hết hạn" in bar.text()
        bar._action.click()
        assert any(one.isVisible() for one in made.room.window.findChildren(TokenDialog))


async def test_another_text_size_holds_at_once_and_builds_the_windows_anew(open_room: Opening, theme: Theme) -> None:
    async with open_room() as made:
        before = QApplication.font().pointSizeF()
        await made.set("textSize", "large")
        assert QApplication.font().pointSizeF() == pytest.approx(before * 1.2)
        assert await made.room.way_out.left == "language"
        assert Settings(made.settings._file, {})["textSize"] == "large"


async def test_the_pace_of_looking_holds_at_once(open_room: Opening) -> None:
    async with open_room() as made:
        await made.set("pollSeconds", 60)
        await made.set("cacheLimitMegabytes", 512)
        pace = made.session._engine.pace
        assert (pace.poll, pace.cache_bytes) == (60.0, 512 << 20)


async def test_what_arrives_is_told_and_what_was_there_is_not(open_room: Opening, office: Office) -> None:
    async with open_room() as made:
        await synced(made.session)
        shell = made.room._shell
        await shell.settled()
        assert shell._known
        toast = made.room.window.toast
        assert toast.isHidden()
        kept = set(shell._known)
        gone = kept.pop()
        shell._known = kept
        made.session._changes.tell(frozenset({"Handling"}))
        await shell.settled()
        assert toast.text() == "Có 1 văn bản mới đến."
        assert gone in shell._known
        toast.hide()
        await made.set("notifyArrivals", False)
        shell._known.discard(gone)
        made.session._changes.tell(frozenset({"Handling"}))
        await shell.settled()
        assert toast.isHidden()


async def test_every_kind_of_subject_has_a_form_to_open_again(open_room: Opening) -> None:
    async with open_room() as made:
        room = made.room
        forms = editors(room.window, room.desks, room.tools)
        assert set(forms) == {"Task", "ScheduleEntry", "Handling", "Document"}


def test_signing_goes_by_the_settings_of_the_moment(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json", {})
    means = at_central(Home.at(tmp_path), settings)
    assert (means.options().timestamps, means.options().prefer_pss) == (None, False)
    settings.set("timestampUrl", "http://tsa.example/")
    settings.set("signatureAlgorithm", "pss")
    options = means.options()
    assert options.timestamps is not None
    assert options.timestamps.url == "http://tsa.example/"
    assert (options.prefer_pss, options.keep_evidence) == (True, False)
    means.roots.add(x509.Certificate.load(authority("Gốc thử nghiệm", None).der), compared=True)
    assert means.options().keep_evidence
    settings.set("signatureLevel", "B-T")
    assert not means.options().keep_evidence
    assert means.options().timestamps is not None
    settings.set("signatureLevel", "B-B")
    assert means.options().timestamps is None
    assert replace(means, timestamp_url="http://practice/tsa").options().timestamps is None


def test_no_setting_is_left_without_words(tmp_path: Path) -> None:
    from desktop.presenters.settings import groups

    made = groups(Settings(tmp_path / "settings.json", {}), "vi")
    shown: Sequence[Any] = [setting for group in made for setting in group.settings]
    assert {one.key for one in shown} == {one.name for one in SETTINGS}
    assert all(words != value or value in ("PKCS#1 v1.5",) for one in shown for value, words in one.choices)


async def test_files_are_checked_and_roots_managed_from_the_window(open_room: Opening, tmp_path: Path) -> None:
    async with open_room() as made:
        room = made.room
        commands = {one.key for one in room._commands()}
        assert {"check", "roots"} <= commands
        (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 nothing")
        room.window.filesDropped.emit([str(tmp_path / "a.pdf")])
        await room.checking.settled()
        assert room.checking.window is not None
        room.settings.show()
        assert room.settings.window is not None
        room.settings.window.asked.emit("roots")
        await room.roots.settled()
        assert room.roots.window is not None
        assert room.roots.window.note.text().startswith("Chưa có chứng thư gốc nào")


async def test_a_newer_version_of_the_office_is_told(open_room: Opening, tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "share", now=datetime.now(UTC))
    publisher.publish("99.0.0", notes={"vi": "Ký nhanh hơn."})
    policy = {"updateSource": str(publisher.folder), "updateKey": publisher.pinned}
    async with open_room(policy=policy) as made:
        updates, window = made.room.updates, made.room.window
        updates.show()
        assert updates.window is not None
        updates.window.againRequested.emit()
        await until(lambda: "99.0.0" in window.toast.text() or updates.available)
        updates.window.reject()
        updates._tell()
        await until(lambda: "99.0.0" in window.toast.text())
        assert "update" in [command.key for command in made.room._commands()]


async def test_without_a_key_of_the_office_updates_are_not_spoken_of(open_room: Opening) -> None:
    async with open_room() as made:
        assert "update" not in [command.key for command in made.room._commands()]
        assert await asyncio.to_thread(made.session.update_place, Call()) is None


async def test_what_a_session_tells_of_itself_is_numbers_and_codes(open_room: Opening) -> None:
    async with open_room() as made:
        await synced(made.session)
        told = made.room.told()
        state, kept = await asyncio.to_thread(told.store)
        assert state["rows"]["document"] > 0
        assert (state["check"], kept["check"]) == ("ok", "ok")
        assert told.sync["kind"] == "synced"
        person = made.session.workplace.me.person["name"]
        assert person not in str((told.sync, state, kept))


async def test_a_fall_is_told_and_a_report_offered(open_room: Opening) -> None:
    async with open_room() as made:
        asked: list[object] = []
        made.room.report = asked.append
        made.room.tell_of_fall()
        text = [label.text() for label in made.room.window.findChildren(QLabel)]
        assert any("dừng đột ngột" in words for words in text)
        (button,) = [one for one in made.room.window.findChildren(QAbstractButton) if one.text() == "Lập báo cáo"]
        button.click()
        assert asked == [made.room.window]
        command = next(one for one in made.room._commands() if one.key == "report")
        command.run()
        assert len(asked) == 2
