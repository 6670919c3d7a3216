"""Several people, several copies of the program, one machine: nobody sees or loses what is not theirs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from desktop.session.profile import Accounts
from tests.day.conftest import Office
from tests.day.screen import Machine, Screen
from widgets.outbox_window import OutboxWindow
from widgets.welcome import WelcomeWindow

ROOT = Path(__file__).parents[2]


def test_another_person_sees_nothing_of_unsent_acts_which_go_out_when_their_author_is_back(
    office: Office, machine: Machine
) -> None:
    made: list[str] = []

    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        office.proxy.down()
        screen.room.workplace.sync_now()
        handling = await screen.receive()
        made.extend(await screen.unsent())
        dialog = await screen.write()
        dialog.subject.set_text("Dự thảo riêng của Mai")
        await screen.player.calm(0.5)
        dialog.reject()
        # With the line down, signing out still works; what is unsent is counted first.
        await screen.leave()
        office.proxy.up()
        await screen.sign_in("huong", office.url)
        assert await screen.unsent() == []
        assert await screen.room.workplace.get("Handling", handling) is None
        screen.room.outbox.show()
        window = await screen.dialog(OutboxWindow)
        await screen.player.calm(0.5)
        assert not screen.sees("Dự thảo riêng của Mai")
        window.close()
        assert await screen.room.workplace.drafts("document") == []
        screen.room.workplace.sync_now()
        await screen.synced()
        assert not set(made) & set(office.ids())
        await screen.leave(change=True)
        # Whoever opens the program next is not let into anybody's profile without signing in.
        accounts = Accounts(screen.entrance._around.home.accounts).all()
        assert [account.signed_in for account in accounts] == [False, False]
        await screen.sign_in("mai", office.url)
        await screen.synced()
        assert office.ids().count(made[0]) == 1
        assert next(act for act in office.acts() if act["id"] == made[0])["authorId"] == screen.room.workplace.me.id
        drafts = await screen.room.workplace.drafts("document")
        assert "Dự thảo riêng của Mai" in str(drafts)

    machine.start(scenario)


def test_signing_out_asks_first_while_something_is_unsent(office: Office, machine: Machine) -> None:
    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        office.proxy.down()
        await screen.receive()
        from widgets.account_menu import AccountMenu, LeaveDialog

        menu = screen.hands.desk_child(screen.room.window, AccountMenu)
        menu.sign_out_requested.emit()
        dialog = await screen.dialog(LeaveDialog)
        await screen.says("Còn 1 việc chưa gửi. Chúng được giữ kín trên máy này")
        dialog.reject()
        assert len(await screen.unsent()) == 1
        office.proxy.up()
        screen.room.workplace.sync_now()
        await screen.synced()

    machine.start(scenario)


SECOND = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.day.screen import Machine, Screen
from widgets.door_dialog import DoorDialog
application = QApplication(["second"])
machine = Machine(Path(sys.argv[1]))

async def reopened(screen: Screen) -> None:
    await screen.unlock()
    await screen.says("Tác nghiệp đang mở ở cửa sổ khác")

async def practice(screen: Screen) -> None:
    door = await screen.dialog(DoorDialog)
    await screen.player.click(door.buttons["account"])
    await screen.press_sign_in("mai", sys.argv[3])
    await screen.says("Tác nghiệp đang mở ở cửa sổ khác")

machine.start({"reopened": reopened, "practice": practice}[sys.argv[2]])
"""


def second_copy(tmp_path: Path, machine: Machine, way: str, address: str) -> subprocess.Popen[bytes]:
    """Another copy of the program on the same profile."""
    root = tmp_path / "second"
    root.mkdir()
    (root / "profile").symlink_to(machine.profile)
    command = [sys.executable, "-c", SECOND, str(root), way, address]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)


async def ended(screen: Screen, child: subprocess.Popen[bytes]) -> None:
    await screen.until(lambda: child.poll() is not None, "the second copy's end", 60)
    said = child.stderr.read().decode() if child.stderr else ""
    if child.stderr:
        child.stderr.close()
    assert child.returncode == 0, said[-3000:]


def test_a_second_copy_says_so_and_leaves_the_first_alone(office: Office, machine: Machine, tmp_path: Path) -> None:
    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        await ended(screen, second_copy(tmp_path, machine, "reopened", office.url))
        await screen.receive()
        await screen.synced()
        assert await screen.room.workplace.ids("incoming.toHandle", "own")

    machine.start(scenario)


def test_a_second_copy_of_a_practice_profile_leaves_the_first_alone(
    data: Path, machine: Machine, tmp_path: Path
) -> None:
    """A practice profile's key lives with the program: the second copy has another, and must not clear it away."""
    office = Office(data, real=False)

    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url, passphrase=False)
        await ended(screen, second_copy(tmp_path, machine, "practice", office.url))
        await screen.receive()
        await screen.synced()
        handling = await screen.receive()
        assert await screen.room.workplace.get("Handling", handling)
        await screen.synced()

    try:
        machine.start(scenario)
    finally:
        office.close()


def test_a_second_copy_cannot_open_the_practice_office_and_says_why(
    data: Path, machine: Machine, tmp_path: Path
) -> None:
    from desktop import practice_office
    from desktop.entrance import PracticeWishes

    running = practice_office.start(data, tmp_path / "practice.log", quiet=True)

    async def scenario(screen: Screen) -> None:
        await screen.dialog(WelcomeWindow)
        await screen.says("đang mở ở cửa sổ khác", 40)

    try:
        machine.start(scenario, practice=True, wishes=PracticeWishes(data, quiet=True))
    finally:
        running.stop()


MARKERS = ("Kết luận", "Trích yếu", "Công văn", "Đảng ủy", "Trần Thị Mai", "%PDF-", "thuchanh", "Bearer", "MARKER-7391")


def test_no_byte_of_the_profile_is_readable(office: Office, machine: Machine) -> None:
    subjects: list[str] = []

    def scan() -> None:
        needles = {text: text.encode(code) for text in [*MARKERS[:-3], *subjects, MARKERS[-1]] for code in ("utf-8",)}
        needles |= {f"{text}/16": text.encode("utf-16-le") for text in [*MARKERS[:-3], *subjects, MARKERS[-1]]}
        needles |= {text: text.encode() for text in MARKERS[-3:]}
        found = []
        for path in machine.profile.rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                found += [(str(path.relative_to(machine.profile)), text) for text, n in needles.items() if n in content]
        # The list of accounts shows a name before anything is unlocked.
        assert [one for one in found if one != ("accounts/accounts.json", "Trần Thị Mai")] == []

    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        desk = await screen.hands.documents("incoming", "incoming.toReceive")
        await screen.hands.choose(desk)
        await screen.until(lambda: desk.pane.page.pdf.source() is not None, "a page")
        ids = await screen.room.workplace.ids("incoming.toReceive", "own")
        rows = await screen.room.workplace.rows("incoming.toReceive", "own", ids)
        subjects.extend(row["document"]["subject"] for row in rows)
        assert len(subjects) > 3
        office.proxy.down()
        await screen.receive()
        dialog = await screen.write()
        dialog.subject.set_text("MARKER-7391 về việc riêng")
        paper = next((office.data / "samples").glob("*.pdf"))
        dialog.file_picked.emit(str(paper))
        await screen.until(lambda: dialog.preview.source() is not None, "the page")
        await screen.player.calm(0.5)
        scan()
        dialog.reject()

    machine.start(scenario)
    scan()
