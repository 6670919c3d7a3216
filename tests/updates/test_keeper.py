"""Looking once a day while somebody works, and telling of it without getting in the way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from desktop.central.errors import Offline
from desktop.central.transport import Call
from desktop.lanes import Lanes
from desktop.presenters.updates import UpdatesPresenter
from desktop.sync.budget import Budget
from desktop.updates import making
from desktop.updates.keeper import EVERY, FIRST, Keeper
from desktop.updates.wishes import Wishes
from tests.office.faults import FaultProxy
from tests.office.update_office import CONTENT, Client, Machine, Office, served
from tests.presenters.signing_office import until
from widgets.account_menu import AccountMenu
from widgets.shell import MainWindow
from widgets.theme import Theme


class Time:
    """The keeper's sleep: it lasts until the test lets the time pass."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._asleep: asyncio.Queue[tuple[float, asyncio.Future[None]]] = asyncio.Queue()

    async def sleep(self, seconds: float) -> None:
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        await self._asleep.put((seconds, waiting))
        await waiting

    async def asleep(self) -> tuple[float, asyncio.Future[None]]:
        async with asyncio.timeout(10):
            return await self._asleep.get()

    async def passes(self, span: timedelta) -> None:
        """Nap after nap, until so much time has gone by and the keeper sleeps again."""
        until = self._client.now + span
        while True:
            seconds, waiting = await self.asleep()
            left = seconds - (until - self._client.now).total_seconds()
            if left > 0:
                self._client.now = until
                self._asleep.put_nowait((left, waiting))
                return
            self._client.now += timedelta(seconds=seconds)
            waiting.set_result(None)


class Bench:
    """A keeper with its time."""

    def __init__(self, client: Client, lanes: Lanes) -> None:
        self.client = client
        self.time = Time(client)
        self.place: object = None
        self.asked_central = 0
        self.wishes: Callable[[], Wishes] = lambda: client.wishes
        self.keeper = Keeper(
            client.updater, lanes, Budget(), lambda: self.wishes(), self.announced, lambda: client.now,
            sleep=self.time.sleep, draw=lambda least, most: most,
        )  # fmt: skip

    def announced(self, call: Call) -> object:
        self.asked_central += 1
        if isinstance(self.place, Exception):
            raise self.place
        return self.place


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path / "share")
    made.publish(notes={"vi": "Ký nhanh hơn."})
    return made


@pytest_asyncio.fixture
async def bench(office: Office, tmp_path: Path, lanes: Lanes) -> AsyncIterator[Bench]:
    made = Bench(Client(office, tmp_path / "home"), lanes)
    yield made
    await made.keeper.close()


@pytest_asyncio.fixture
async def web(bench: Bench) -> AsyncIterator[FaultProxy]:
    with served(bench.client.office.folder) as proxy:
        bench.client.place = proxy.base
        yield proxy
        await bench.keeper.close()


async def test_it_looks_a_while_after_the_start_and_once_a_day(bench: Bench, web: FaultProxy) -> None:
    bench.client.mode = "notify"
    bench.keeper.start()
    await bench.time.passes(timedelta(seconds=FIRST[1] - 1))
    assert web.seen == []
    await bench.time.passes(timedelta(seconds=2))
    assert len(web.seen) == 2
    assert bench.keeper.state is not None
    assert (bench.keeper.state.kind, bench.keeper.state.file) == ("new", "")
    await bench.time.passes(EVERY - timedelta(minutes=1))
    assert len(web.seen) == 2
    await bench.time.passes(timedelta(hours=1))
    assert len(web.seen) == 4


async def test_staged_it_is_fetched_later_of_itself(bench: Bench, web: FaultProxy) -> None:
    bench.keeper.start()
    await bench.time.passes(timedelta(minutes=11))
    assert "/tacnghiep-1.2.0.msi" not in [path for _, path, _ in web.seen]
    await bench.time.passes(timedelta(hours=2))
    assert bench.client.package.read_bytes() == CONTENT


async def test_what_was_found_before_the_start_is_fetched_without_another_wait(bench: Bench, web: FaultProxy) -> None:
    bench.client.look()
    bench.keeper.start()
    await bench.time.passes(timedelta(minutes=11))
    assert bench.client.package.read_bytes() == CONTENT


async def test_what_is_installed_by_now_is_cleared_away_at_the_start(bench: Bench, lanes: Lanes) -> None:
    bench.client.look()
    bench.client.stage()
    bench.client.running = "1.2.0"
    again = Bench(bench.client, lanes)
    again.keeper.start()
    await again.time.passes(timedelta(seconds=1))
    assert not bench.client.package.exists()
    await again.keeper.close()


@pytest.mark.parametrize("how", ["off", "no key"])
async def test_switched_off_nobody_is_asked_anything(bench: Bench, web: FaultProxy, how: str) -> None:
    bench.client.mode = "off" if how == "off" else "stage"
    bench.client.keys = "" if how == "no key" else None
    sound = bench.client.wishes
    bench.wishes = lambda: replace(sound, source="")
    bench.keeper.start()
    await bench.time.passes(timedelta(days=3))
    bench.keeper.look_now()
    await until(lambda: not bench.keeper.asking)
    assert (web.seen, bench.asked_central) == ([], 0)


async def test_a_restart_asks_no_sooner_and_a_failure_is_tried_again_in_an_hour(
    bench: Bench, web: FaultProxy, lanes: Lanes
) -> None:
    bench.client.mode = "notify"
    bench.keeper.start()
    await bench.time.passes(timedelta(minutes=11))
    await bench.keeper.close()
    again = Bench(bench.client, lanes)
    again.keeper.start()
    await again.time.passes(timedelta(hours=12))
    assert len(web.seen) == 2
    web.down()
    await again.time.passes(timedelta(hours=13))
    assert again.keeper.state is not None
    assert (again.keeper.state.kind, again.keeper.state.code) == ("new", "unreachable")
    web.up()
    await again.time.passes(timedelta(hours=2))
    assert again.keeper.state.code == ""
    await again.keeper.close()


async def test_the_central_says_where_when_no_setting_does(bench: Bench, web: FaultProxy) -> None:
    sound = bench.client.wishes
    bench.wishes = lambda: replace(sound, source="")
    bench.place = Offline("unreachable")
    bench.keeper.start()
    await bench.time.passes(timedelta(minutes=11))
    assert web.seen == []
    bench.place = web.base
    bench.keeper.look_now()
    await until(lambda: bench.keeper.state is not None and bench.keeper.state.kind == "new")
    # A folder's server would be given the person's credentials.
    bench.place = str(bench.client.office.folder)
    seen = len(web.seen)
    bench.keeper.look_now()
    await until(lambda: not bench.keeper.asking)
    assert len(web.seen) == seen


@pytest.mark.expects_log("update.refused")
async def test_what_is_refused_is_logged_and_stops_nothing(bench: Bench) -> None:
    bench.client.keys = Office(bench.client.office.folder).pinned
    bench.keeper.start()
    await bench.time.passes(timedelta(minutes=11))
    assert bench.keeper.state is not None
    assert (bench.keeper.state.kind, bench.keeper.state.code) == ("unknown", "badSignature")


# -- what a clerk sees


class Told:
    """A workplace's preferences."""

    def __init__(self) -> None:
        self.kept: dict[str, object] = {}

    async def preference(self, name: str, default: object = None) -> object:
        return self.kept.get(name, default)

    async def set_preference(self, name: str, value: object) -> None:
        self.kept[name] = value


class Desk:
    """The main window, its menu and the presenter."""

    def __init__(self, bench: Bench, told: Told | None = None) -> None:
        self.window = MainWindow()
        self.window.show()
        self.menu = AccountMenu(self.window)
        self.busy = False
        self.at_exit: dict[str, Callable[[], object]] = {}
        self.bench = bench
        self.told = told or Told()
        self.updates = UpdatesPresenter(
            bench.keeper, self.told, self.window, self.menu, wishes=lambda: bench.client.wishes,
            language=lambda: "vi", busy=lambda: self.busy, also=asyncio.ensure_future, at_exit=self.at_exit,
        )  # fmt: skip

    async def look(self) -> None:
        self.updates.start()
        self.bench.keeper.look_now()
        await until(lambda: self.bench.keeper.state is not None and self.bench.keeper.state.kind == "new")
        await until(lambda: not self.bench.keeper.asking)
        await asyncio.sleep(0)

    async def close(self) -> None:
        await self.updates.close()
        self.window.close()
        self.window.deleteLater()

    @property
    def words(self) -> str:
        assert self.updates.window is not None
        return " ".join(one.text() for one in self.updates.window.findChildren(QLabel) if one.isVisible())

    @property
    def first(self) -> QPushButton | None:
        assert self.updates.window is not None
        found = self.updates.window._buttons.accept_button
        return found if found is not None and found.isVisible() else None


@pytest_asyncio.fixture
async def desk(bench: Bench, application: QApplication, theme: Theme) -> AsyncIterator[Desk]:
    made = Desk(bench)
    yield made
    await made.close()


async def test_it_is_said_once_and_stays_in_the_menu(desk: Desk, bench: Bench) -> None:
    bench.client.mode = "notify"
    await desk.look()
    await until(lambda: "Có bản mới 1.2.0" in desk.window.toast.text())
    assert desk.menu.actions()[0].text() == "Có bả&n mới 1.2.0…"
    again = Desk(bench, desk.told)
    again.updates._moved()
    await asyncio.sleep(0.02)
    assert again.window.toast.text() == ""
    await again.close()


async def test_it_waits_for_a_quiet_moment(desk: Desk, bench: Bench) -> None:
    bench.client.mode = "notify"
    desk.busy = True
    await desk.look()
    await asyncio.sleep(0.02)
    assert desk.window.toast.text() == ""
    assert desk.updates._waiting.isActive()
    desk.busy = False
    dialog = QDialog(desk.window)
    dialog.open()
    desk.updates._tell()
    await asyncio.sleep(0.02)
    assert desk.window.toast.text() == ""
    dialog.close()
    dialog.deleteLater()
    desk.updates._tell()
    await until(lambda: "1.2.0" in desk.window.toast.text())


async def test_switched_off_it_is_gone_from_the_menu(desk: Desk, bench: Bench) -> None:
    await desk.look()
    assert desk.menu.actions()[0].text() == "Có bả&n mới 1.2.0…"
    bench.client.mode = "off"
    desk.updates.refresh()
    await until(lambda: "1.2.0" not in desk.menu.actions()[0].text())
    assert not desk.updates.available


@pytest.mark.parametrize(
    ("install", "said"), [("handover", "Quản trị của cơ quan sẽ cài"), ("task", "Máy tự cài bản này")]
)
async def test_who_installs_is_said_and_the_person_is_asked_for_nothing(
    desk: Desk, bench: Bench, install: Any, said: str
) -> None:
    bench.client.install = install
    await desk.look()
    desk.updates.show()
    assert said in desk.words
    assert "Ký nhanh hơn." in desk.words
    assert desk.first is None
    # Also while it is fetched of itself.
    bench.keeper.moved = (1, 2)
    desk.updates._draw()
    assert said in desk.words


async def test_who_installed_it_by_hand_may_have_it_installed_at_exit(
    bench: Bench, application: QApplication, theme: Theme
) -> None:
    client = bench.client
    package = client.office.publish("1.3.0", 11)
    setup = package.with_name("tacnghiep-1.3.0-setup.exe")
    setup.write_bytes(CONTENT)
    made = making.make("1.3.0", [package, setup], client.office.now, sequence=12)
    making.publish(client.office.folder, made, client.office.keys)
    client.machine.kind, client.mode = "setup", "notify"
    desk = Desk(bench)
    await desk.look()
    desk.updates.show()
    assert desk.first is not None
    assert "Tải về" in desk.first.text().replace("&", "")
    desk.first.click()
    await until(lambda: bool(bench.keeper.state and bench.keeper.state.file))
    desk.updates._draw()
    desk.first.click()
    assert "Thôi" in desk.first.text()
    assert client.machine.done == []
    for last in desk.at_exit.values():
        last()
    assert client.machine.done == [("setup", CONTENT)]
    # Taken back, nothing is left to do.
    desk.first.click()
    assert desk.at_exit == {}
    await desk.close()


@pytest.mark.expects_log("update.not_handed_over")
async def test_what_was_changed_since_is_not_started_at_exit(desk: Desk, bench: Bench) -> None:
    client = bench.client
    client.machine = Machine("setup")
    bench.keeper.updater.machine = client.machine
    setup = client.office.folder / "tacnghiep-1.4.0-setup.exe"
    setup.write_bytes(CONTENT)
    making.publish(
        client.office.folder, making.make("1.4.0", [setup], client.office.now, sequence=13), client.office.keys
    )
    await desk.look()
    bench.keeper.fetch_now()
    await until(lambda: bool(bench.keeper.state and bench.keeper.state.file))
    desk.updates.show()
    assert desk.first is not None
    desk.first.click()
    (client.home / "updates" / setup.name).write_bytes(CONTENT[:-1] + b"!")
    desk.at_exit["update"]()
    assert client.machine.done == []
