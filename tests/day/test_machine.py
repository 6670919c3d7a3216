"""The machine fails: the program is killed, the disk is full. After the next start everything is there, once."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from tests.day.conftest import Office
from tests.day.screen import Machine, Screen
from tests.office import small_disk as small_disks
from tests.office.faults import Fault
from widgets.door_dialog import DoorDialog
from widgets.draft_dialog import DraftDialog
from widgets.receive_dialog import ReceiveDialog

ROOT = Path(__file__).parents[2]
FULL = "Ổ đĩa đã đầy. Xóa bớt tệp không cần rồi thử lại."

VICTIM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.day.screen import Machine, Screen
application = QApplication(["victim"])

async def work(screen: Screen) -> None:
    await screen.sign_in("mai", sys.argv[2])
    print("in", flush=True)
    await screen.receive()
    dialog = await screen.write()
    count = 0
    while True:
        await screen.player.type(dialog.subject, "ữ")
        count += 1
        print(count, flush=True)

Machine(Path(sys.argv[1])).start(work)
"""


def test_killed_while_typing_and_between_an_act_and_its_sending(
    office: Office, machine: Machine, tmp_path: Path
) -> None:
    held = Fault("hold", holding="Act/set")
    office.proxy.always.append(held)
    command = [sys.executable, "-c", VICTIM, str(tmp_path / "machine"), office.url]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    watchdog = threading.Timer(90, child.kill)
    watchdog.start()
    try:
        assert child.stdout is not None
        typed = 0
        for line in child.stdout:
            typed = int(line) if line.strip().isdigit() else 0
            if typed >= 40 and office.proxy.held.is_set():
                break
        assert typed >= 40
    finally:
        child.kill()
        child.wait()
        watchdog.cancel()
        if child.stdout:
            child.stdout.close()
    before = office.ids()
    office.proxy.always.remove(held)

    async def scenario(screen: Screen) -> None:
        await screen.reopen()
        made = await screen.unsent()
        assert len(made) == 1
        assert made[0] not in before
        drafts = await screen.room.workplace.drafts("document")
        assert len(drafts) == 1
        # What was typed more than some moments before the end is on the disk.
        assert len(drafts[0].data["subject"]) >= typed - 10
        screen.room.workplace.sync_now()
        await screen.synced()
        assert office.ids().count(made[0]) == 1
        # The zombie's request comes through late: it changes nothing.
        office.proxy.released.set()
        screen.room.workplace.sync_now()
        await screen.player.calm(0.5)
        await screen.synced()
        assert office.ids().count(made[0]) == 1
        assert len(office.ids()) == len(before) + 1

    machine.start(scenario)


ENDED = """
import asyncio, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.application import run
from desktop.day.visitor import Visitor
from tests.day.screen import Screen
application, visitor = QApplication(["ended"]), Visitor()

async def work(entrance):
    screen = Screen(entrance, visitor, Path(sys.argv[1]) / "pictures")
    program = asyncio.ensure_future(entrance.run())
    typing = asyncio.ensure_future(types(screen))
    status = await program
    typing.cancel()
    return status

async def types(screen: Screen) -> None:
    await screen.sign_in("mai", sys.argv[2])
    dialog = await screen.write()
    for count in range(1, 10_000):
        await screen.player.type(dialog.subject, "ữ")
        print(count, flush=True)

sys.exit(run(Path(sys.argv[1]), work, browser=visitor.open))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
def test_the_end_of_the_session_keeps_the_last_letter(office: Office, machine: Machine) -> None:
    command = [sys.executable, "-c", ENDED, str(machine.profile), office.url]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    watchdog = threading.Timer(90, child.kill)
    watchdog.start()
    assert child.stdout is not None
    typed = 0
    with child.stdout as lines:
        for line in lines:
            typed = int(line)
            if typed == 20:
                child.terminate()
    begun = time.monotonic()
    assert child.wait(30) == 0
    watchdog.cancel()
    assert time.monotonic() - begun < 4

    async def scenario(screen: Screen) -> None:
        await screen.reopen()
        (draft,) = await screen.room.workplace.drafts("document")
        assert len(draft.data["subject"]) >= typed >= 20

    machine.start(scenario)


def shown(window: QWidget) -> bool:
    """Whether it is still there."""
    return isValid(window) and window.isVisible()


class SmallDisk:
    """A disk of its own under the profile."""

    def __init__(self, folder: Path) -> None:
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        """Not a byte is left."""
        with self._ballast.open("ab", buffering=0) as file:
            for size in (65536, 4096, 512, 1):
                try:
                    while True:
                        file.write(b"\0" * size)
                except OSError:
                    continue

    def free(self) -> None:
        """There is room again."""
        self._ballast.unlink()


@pytest.fixture
def small_disk(machine: Machine) -> Iterator[SmallDisk]:
    """A small file system mounted where the profile lies."""
    with small_disks.mounted(machine.profile, 96) as point:
        yield SmallDisk(point)


@pytest.mark.usefixtures("application")
def test_a_full_disk_is_said_and_costs_nothing(office: Office, machine: Machine, small_disk: SmallDisk) -> None:
    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        desk = await screen.hands.documents("incoming", "incoming.toReceive")
        await screen.hands.choose(desk)
        before = len(office.ids())
        small_disk.fill()
        # An act: said in its dialog, which stays open with everything in it.
        await screen.hands.press_act(desk, "receive")
        receive = await screen.dialog(ReceiveDialog)
        await screen.player.click(receive.accept_button)
        await screen.until(lambda: screen.sees(FULL) or not shown(receive), "a word of the disk, or the act taken")
        # Where it was taken it is safe; where it was not, its form stays open with everything in it.
        assert len(await screen.unsent()) == (0 if shown(receive) else 1)
        small_disk.free()
        if shown(receive):
            await screen.player.click(receive.accept_button)
            await screen.player.gone(receive, "the act to be taken")
        screen.room.workplace.sync_now()
        await screen.synced()
        assert len(office.ids()) == before + 1
        # A draft: what is typed stays in the form, and is kept as soon as there is room.
        dialog: DraftDialog = await screen.write()
        small_disk.fill()
        dialog.slip.set_text("Kính trình đồng chí Bí thư. " * 12000)
        dialog.subject.set_text("Gõ khi ổ đĩa đầy")
        await screen.says(FULL)
        paper = next((office.data / "samples").glob("*.pdf"))
        dialog.file_picked.emit(str(paper))
        await screen.player.calm(1.0)
        await screen.says(FULL)
        small_disk.free()
        dialog.subject.set_text("Gõ khi ổ đĩa đầy, rồi trống")
        await screen.player.calm(0.5)
        drafts = await screen.room.workplace.drafts("document")
        assert [draft.data["subject"] for draft in drafts] == ["Gõ khi ổ đĩa đầy, rồi trống"]
        # What the central has for us meanwhile.
        dialog.reject()
        small_disk.fill()
        screen.room.workplace.sync_now()
        await screen.player.calm(1.0)
        assert not screen.sees("lỗi ngoài dự kiến")
        small_disk.free()
        screen.room.workplace.sync_now()
        await screen.synced()

    machine.start(scenario, clean=False)


@pytest.mark.usefixtures("application")
def test_a_disk_that_is_full_at_the_start_is_said(office: Office, machine: Machine, small_disk: SmallDisk) -> None:
    async def first(screen: Screen) -> None:
        small_disk.fill()
        await screen.press_sign_in("mai", office.url)
        await screen.unlock()
        await screen.says(FULL)
        small_disk.free()
        await screen.sign_in("mai", office.url)

    async def again(screen: Screen) -> None:
        await screen.unlock()
        await screen.says("Ổ đĩa đã đầy")
        small_disk.free()
        door = await screen.dialog(DoorDialog)
        await screen.player.click(door.buttons["retry"])
        await screen.reopen()

    machine.start(first, clean=False)
    small_disk.fill()
    machine.start(again, clean=False)


@pytest.mark.usefixtures("application")
def test_a_profile_that_cannot_be_written_still_gets_a_window_that_says_so(office: Office, machine: Machine) -> None:
    machine.profile.mkdir()
    (machine.profile / "logs").write_text("")
    (machine.profile / "accounts").write_text("")

    async def scenario(screen: Screen) -> None:
        await screen.press_sign_in("mai", office.url)
        await screen.says("Máy không cho đọc hoặc ghi tệp dữ liệu")

    machine.start(scenario)
