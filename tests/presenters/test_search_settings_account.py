"""The search box, the settings and the account over the sample commune."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget

from desktop.presenters import settings as settings_presenter
from desktop.presenters.account import AccountPresenter, WelcomePresenter, problem_words
from desktop.presenters.names import Names
from desktop.presenters.search import Command, SearchPresenter, marks_in
from desktop.presenters.settings import SettingsPresenter
from desktop.session.policy import Layer, take
from desktop.session.settings import BY_NAME, SETTINGS, Settings
from local_cache.search import Hit
from tests.presenters.office_for_desks import Office, stuck
from widgets.account_menu import AccountMenu, LeaveDialog
from widgets.search_popup import Found, FoundGroup, SearchPopup
from widgets.shell import MainWindow
from widgets.welcome import WelcomeWindow

# search


@pytest.mark.parametrize(
    ("text", "typed", "marks"),
    [
        ("Phòng, chống bão số 9", "bao so", ((13, 3), (17, 2))),
        ("Đặng Hải Yến", "dang", ((0, 4),)),
        ("Ủy ban Kiểm tra", "uỷ ban", ((0, 2), (3, 3))),
        ("Báo cáo tháng 11", "ao", ()),
        ("118-TB/TU", "118-tb", ((0, 3), (4, 2))),
        ("Hòa", "hoà", ((0, 3),)),
    ],
)
def test_words_are_marked_without_their_diacritics(text: str, typed: str, marks: tuple[Any, ...]) -> None:
    assert marks_in(text, typed) == marks


@dataclass
class Searching:
    """The search box with its presenter."""

    office: Office
    window: MainWindow
    popup: SearchPopup
    presenter: SearchPresenter
    opened: list[tuple[str, str]]
    ran: list[str]

    async def ask(self, typed: str) -> dict[str, tuple[Found, ...]]:
        self.presenter.ask(typed)
        await self.presenter.settled()
        return {g.title: g.results for g in self.popup.results.lines if isinstance(g, FoundGroup)}


def searching() -> Searching:
    office, window = Office("mai"), MainWindow()
    popup = SearchPopup(window.search_box, window)
    opened: list[tuple[str, str]] = []
    ran: list[str] = []
    commands = (
        Command("print", lambda: "In lịch tuần", "print", lambda: ran.append("print"), "Ctrl+P"),
        Command("lock", lambda: "Khóa", "lock", lambda: ran.append("lock"), "Ctrl+L"),
    )
    presenter = SearchPresenter(
        office,
        popup,
        Names(office),
        open=lambda *what: opened.append(what),
        commands=lambda: commands,
        say=lambda words, tone: None,
    )
    return Searching(office, window, popup, presenter, opened, ran)


async def test_results_come_in_groups_with_the_words_marked(application: QApplication) -> None:
    made = searching()
    made.office.hits = [
        Hit("Document", "d0", 2.0, "Về việc phòng, chống bão số 9", ((21, 24),), False),
        Hit("Task", "t2", 1.0, "Rà soát", (), False),
        Hit("Document", "gone", 1.0, "", (), False),
    ]

    groups = await made.ask("lich")
    assert list(groups) == ["Văn bản", "Nhiệm vụ", "Lệnh"]

    groups = await made.ask("bao")
    first = groups["Văn bản"][0]
    assert first.title[first.marks[0][0] :].startswith("bão")
    assert first.detail.startswith("1532-CV/TU · Tỉnh ủy An Bình · 20/11/2026")


async def test_what_only_the_text_holds_is_shown_with_its_own_words(application: QApplication) -> None:
    made = searching()
    made.office.hits = [Hit("Document", "d0", 1.0, "…di dời các hộ dân…", ((1, 3), (4, 7)), False)]

    groups = await made.ask("di doi")

    found = groups["Văn bản"][0]
    assert "bão" in found.title
    assert [found.detail[s : s + n] for s, n in found.detail_marks] == ["di", "dời"]


async def test_people_and_commands_are_found_too(application: QApplication) -> None:
    made = searching()

    groups = await made.ask("hai")
    assert [f.title for f in groups["Người"]] == ["Đặng Hải Yến"]
    made.popup.chosen.emit(groups["Người"][0])
    assert made.opened == [("Person", "yen")]

    groups = await made.ask("khoa")
    made.popup.chosen.emit(groups["Lệnh"][0])
    assert made.ran == ["lock"]


async def test_nothing_found_says_what_to_try(application: QApplication) -> None:
    made = searching()

    assert await made.ask("zzz") == {}
    assert "Thử ít từ hơn" in made.popup.note.text()


# settings


def test_every_declared_setting_has_its_place(application: QApplication, tmp_path: Path) -> None:
    made = settings_presenter.groups(Settings(tmp_path / "s.json", {}), "vi")

    shown = [s.key for group in made for s in group.settings]
    assert sorted(shown) == sorted(s.name for s in SETTINGS)
    assert made[0].title == "Hiển thị"


def test_what_policy_decides_is_shown_locked(application: QApplication, tmp_path: Path) -> None:
    made = settings_presenter.groups(Settings(tmp_path / "s.json", {"theme": "dark"}), "en")
    by_key = {s.key: s for group in made for s in group.settings}

    assert by_key["theme"].locked
    assert by_key["theme"].value == "dark"
    assert by_key["network"].locked
    assert not by_key["language"].locked
    assert by_key["language"].title == "Language of the interface"


def test_a_change_is_kept_and_holds_at_once(application: QApplication, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.json", {})
    applied: list[tuple[str, Any]] = []
    parent = QWidget()
    presenter = SettingsPresenter(settings, lambda: parent, lambda name, value: applied.append((name, value)))
    presenter.show()
    assert presenter.window is not None
    row = presenter.window.row("language")
    assert row is not None
    assert isinstance(row.control, QComboBox)

    row.control.setCurrentIndex(1)
    row.control.activated.emit(1)

    assert settings["language"] == "en"
    assert applied == [("language", "en")]
    presenter.window.changed.emit("tokenModules", "/usr/lib/eTPKCS11.so")
    assert settings["tokenModules"] == ["/usr/lib/eTPKCS11.so"]
    presenter.window.changed.emit("pollSeconds", 3)
    assert settings["pollSeconds"] == 300
    presenter.close()
    assert presenter.window is None


# account


class Failure(Exception):
    code = "unreachable"


@dataclass
class Entering:
    """The first window with its presenter."""

    window: WelcomeWindow
    settings: Settings
    presenter: WelcomePresenter
    opened: list[Any]
    pages: list[str]
    given_up: list[bool]


def entering(tmp_path: Path, sign_in: Any, practice: Any = None, policy: dict[str, Any] | None = None) -> Entering:
    window, settings = WelcomeWindow(), Settings(tmp_path / "s.json", policy or {})
    opened: list[Any] = []
    pages: list[str] = []
    given_up: list[bool] = []
    presenter = WelcomePresenter(
        window,
        settings,
        sign_in=sign_in,
        practice=practice,
        opened=opened.append,
        given_up=lambda: given_up.append(True),
        sign_in_page=lambda: "https://central.example/authorize",
        open_page=pages.append,
    )
    presenter.show()
    return Entering(window, settings, presenter, opened, pages, given_up)


async def test_signing_in_keeps_the_address_and_hands_the_session_on(application: QApplication, tmp_path: Path) -> None:
    async def sign_in(address: str) -> str:
        return f"session at {address}"

    made = entering(tmp_path, sign_in)
    assert made.window.practice.isHidden()
    made.window.address.setText("dieuhanh.example.vn")
    made.window.sign_in.click()
    await made.presenter.settled()

    assert made.opened == ["session at https://dieuhanh.example.vn"]
    assert made.settings["centralUrl"] == "https://dieuhanh.example.vn"
    assert made.given_up == []


async def test_waiting_can_open_the_page_again_and_be_cancelled(application: QApplication, tmp_path: Path) -> None:
    ended: list[str] = []

    async def sign_in(address: str) -> str:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(address)
        return ""

    made = entering(tmp_path, sign_in, policy={"centralUrl": "https://dieuhanh.example.vn"})
    made.window.sign_in.click()
    await asyncio.sleep(0)
    assert made.window.pages.currentIndex() == 1
    made.window.reopen.click()
    made.window.cancel.click()
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    assert made.pages == ["https://central.example/authorize"]
    assert ended == ["https://dieuhanh.example.vn"]
    assert made.window.pages.currentIndex() == 0
    assert made.window.address.isReadOnly()


@pytest.mark.expects_log("welcome.not_entered")
async def test_what_went_wrong_is_said_in_the_window(application: QApplication, tmp_path: Path) -> None:
    async def sign_in(address: str) -> str:
        raise Failure

    made = entering(tmp_path, sign_in)
    made.window.address.setText("dieuhanh.example.vn")
    made.window.sign_in.click()
    await made.presenter.settled()

    assert made.window.problem.text() == problem_words(Failure())
    assert "dây mạng" in made.window.problem.text()
    assert made.settings["centralUrl"] == ""


async def test_the_practice_office_opens_without_an_address(application: QApplication, tmp_path: Path) -> None:
    async def sign_in(address: str) -> str:
        raise AssertionError

    async def practice(person: str) -> str:
        return f"practice as {person}"

    made = entering(tmp_path, sign_in, practice)
    made.window.set_practice_people((("mai", "Trần Thị Mai, văn thư"), ("hoa", "Lê Văn Hòa, bí thư")))
    made.window.person.setCurrentIndex(1)
    made.window.practice.click()
    await made.presenter.settled()

    assert made.opened == ["practice as hoa"]


async def test_closing_the_first_window_gives_up(application: QApplication, tmp_path: Path) -> None:
    async def sign_in(address: str) -> str:
        return ""

    made = entering(tmp_path, sign_in)
    made.window.close()

    assert made.given_up == [True]


@dataclass
class Leaving:
    """The account menu with its presenter."""

    office: Office
    menu: AccountMenu
    presenter: AccountPresenter
    left: list[bool]
    parent: QWidget
    signing: list[str]
    said: list[str]


async def leaving() -> Leaving:
    office, menu, parent = Office("mai"), AccountMenu(), QWidget()
    left: list[bool] = []
    signing: list[str] = []
    said: list[str] = []
    presenter = AccountPresenter(
        office,
        menu,
        lambda: parent,
        leave=left.append,
        show_outbox=lambda: None,
        unit_name=lambda unit: unit,
        say=lambda words, tone: said.append(words),
        signs=lambda: bool(signing),
    )
    await presenter.settled()
    return Leaving(office, menu, presenter, left, parent, signing, said)


def button(dialog: LeaveDialog | None, start: str) -> QPushButton:
    assert dialog is not None
    return next(b for b in dialog.findChildren(QPushButton) if b.text().startswith(start))


async def test_signing_out_with_unsent_acts_can_send_first(application: QApplication) -> None:
    made = await leaving()
    made.office.stuck = [stuck("a1", "waiting")]
    made.office.tell("Act")
    await made.presenter.settled()
    assert "(1)" in made.menu.outbox.text()

    made.menu.sign_out_requested.emit()
    await made.presenter.settled()
    button(made.presenter.dialog, "&Gửi").click()
    assert made.left == []
    assert made.office.syncs == 1

    made.office.stuck = []
    made.office.tell("Act")
    await made.presenter.settled()
    assert made.left == [False]


async def test_neither_position_nor_account_is_changed_while_documents_are_signed(application: QApplication) -> None:
    made = await leaving()
    made.signing.append("w0")
    seat = made.office.me.position["id"]
    made.menu.position_chosen.emit(seat)
    await made.presenter.settled()
    made.menu.sign_out_requested.emit()
    await made.presenter.settled()
    assert made.office.seats == []
    assert made.presenter.dialog is None
    assert made.left == []
    assert ["rồi đổi chức vụ" in made.said[0], "rồi thoát tài khoản" in made.said[1]] == [True, True]
    made.signing.clear()
    made.menu.position_chosen.emit(seat)
    await made.presenter.settled()
    assert [position for _, position in made.office.seats] == [seat]


async def test_changing_account_with_nothing_unsent_is_one_press(application: QApplication) -> None:
    made = await leaving()
    made.menu.change_requested.emit()
    await made.presenter.settled()

    button(made.presenter.dialog, "Đổi").click()

    assert made.left == [True]


@pytest.mark.expects_log("settings.policy")
def test_what_the_office_recommends_is_told_and_can_be_gone_back_to(application: QApplication, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.json", {})
    values = {"textSize": "large", "prefetch": False}
    settings.take_policy(take([Layer("r", values, mandatory=False), Layer("m", {"keepMonths": "x"})], BY_NAME))
    applied: list[tuple[str, Any]] = []
    parent = QWidget()
    presenter = SettingsPresenter(settings, lambda: parent, lambda name, value: applied.append((name, value)))
    presenter.show()
    assert presenter.window is not None
    row = presenter.window.row("textSize")
    assert row is not None
    assert row.control.accessibleName() == "Cỡ chữ. Mặc định của cơ quan"
    presenter.window.changed.emit("textSize", "small")
    row = presenter.window.row("textSize")
    assert row is not None
    assert row.control.accessibleName() == "Cỡ chữ. Mặc định của cơ quan: Lớn"
    row.reset.click()
    assert settings["textSize"] == "large"
    assert applied == [("textSize", "small"), ("textSize", "large")]
    presenter.close()


@pytest.mark.expects_log("settings.policy")
def test_a_locked_setting_says_why_and_shows_all_of_its_value(application: QApplication, tmp_path: Path) -> None:
    policy = {"tokenModules": ["a.dll", "b.dll"], "lockAfterMinutes": "soon"}
    settings = Settings(tmp_path / "s.json", {})
    settings.take_policy(take([Layer("m", policy)], BY_NAME))
    by_key = {one.key: one for group in settings_presenter.groups(settings, "vi") for one in group.settings}
    assert by_key["tokenModules"].value == "a.dll; b.dll"
    assert by_key["tokenModules"].locked == "Do cơ quan quy định"
    assert by_key["lockAfterMinutes"].value == 15
    assert "mức an toàn" in by_key["lockAfterMinutes"].locked
    assert by_key["network"].locked == "Chỉ người quản trị của cơ quan đặt được"
