"""A link from another start: shown once the workroom stands, fetched where it is not here, refused where not ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop import fence, links, one_instance, place
from desktop.entrance import Entrance
from desktop.session.profile import Accounts
from desktop.start_request import StartRequest
from desktop.workroom import Workroom
from tests.desktop.test_entrance import Profile, profile, seen
from tests.desktop.test_entrance import until as soon
from tests.desktop.test_one_instance import start
from tests.office.harness import Office, office, size
from tests.signing import pages
from tests.widgets.conftest import application, theme
from widgets.welcome import WelcomeWindow

__all__ = ["application", "office", "profile", "size", "theme"]


async def until(done: Callable[[], object]) -> None:
    """Look until it is so; other processes are heard by Qt's loop, which does not run here by itself."""

    def looked() -> object:
        QApplication.processEvents()
        return done()

    await soon(looked)


async def standing(entrance: Entrance) -> Workroom:
    await until(lambda: entrance.room is not None and entrance.room.stands)
    assert entrance.room is not None
    await entrance.room.desks.incoming.settled()
    return entrance.room


async def arrival(room: Workroom) -> str:
    """A document that came in, and is not in front."""
    held = await room.workplace.ids("incoming.toReceive", "own") or await room.workplace.ids("incoming.toHandle", "own")
    handling = await room.workplace.get("Handling", held[-1])
    assert handling is not None
    return str(handling["documentId"])


async def test_a_link_that_started_the_program_waits_for_the_workroom(profile: Profile) -> None:
    async with profile.start() as entrance:
        room = await standing(entrance)
        document = await arrival(room)
    async with profile.start() as entrance:
        entrance.ask(StartRequest(links.write("Document", document)))
        assert entrance.room is None
        room = await standing(entrance)
        await until(lambda: room.desks.incoming.document is not None and room.desks.incoming.document["id"] == document)
        assert room.window.current_desk() == "incoming"


async def test_a_real_second_start_shows_its_document_and_copies_lead_back(profile: Profile) -> None:
    folder = profile.around.home.root
    held = fence.take(folder)
    assert held is not None
    async with profile.start() as entrance:
        door = one_instance.Door(held, entrance.ask)
        room = await standing(entrance)
        document = await arrival(room)
        room.window.show_desk("tasks")
        room.window.hide()
        second = start(folder, links.write("Document", document))
        await until(lambda: room.desks.incoming.document is not None and room.desks.incoming.document["id"] == document)
        await until(lambda: second.poll() is not None)
        assert second.returncode == 0
        assert second.communicate()[1] == ""
        assert room.window.isVisible()
        QGuiApplication.clipboard().clear()
        room.ways.copy_link()
        assert QGuiApplication.clipboard().text() == f"tacnghiep:document/{document}"
        await room.desks.incoming.settled()
        door.close()
    held.release()


async def test_what_is_not_here_is_fetched_or_said_to_be_nobodys(profile: Profile) -> None:
    async with profile.start() as entrance:
        room = await standing(entrance)
        document = await arrival(room)
        held = await room.workplace.select("Handling", (("document_id", "=", document),))
        cache = room.ground.session.cache

        def forget() -> None:
            cache.objects.delete("Document", [document])
            cache.objects.delete("Handling", [one["id"] for one in held])

        await room.ground.around.lanes.write(forget)
        assert await room.workplace.get("Document", document) is None
        room.asked(StartRequest(links.write("Document", document)))
        await until(lambda: room.desks.incoming.document is not None and room.desks.incoming.document["id"] == document)
        for link in ("tacnghiep:document/none-1", "tacnghiep:task/none-1", "tacnghiep:schedule/none-1"):
            room.asked(StartRequest(link))
            await until(lambda: "không được xem" in room.window.messages.text())
            assert room.window.current_desk() == "incoming"
        room.asked(StartRequest("tacnghiep:document/../x"))
        await until(lambda: "không đúng quy cách" in room.window.messages.text())
        room.asked(StartRequest("tacnghiep:phieu/p1"))
        await until(lambda: "Cập nhật chương trình" in room.window.messages.text())


async def test_with_the_line_down_it_says_so_and_opens_again(profile: Profile, office: Office) -> None:
    async with profile.start() as entrance:
        room = await standing(entrance)
        office.proxy.down()
        room.asked(StartRequest("tacnghiep:document/none-1"))
        await until(lambda: "bấm Mở lại" in room.window.messages.text())
        office.proxy.up()
        room.window.messages._run()
        await until(lambda: "không được xem" in room.window.messages.text())


async def test_where_nobody_is_signed_in_it_waits_at_the_welcome(profile: Profile) -> None:
    accounts = Accounts(profile.around.home.accounts)
    accounts.mark(accounts.all()[0], signed_in=False)
    async with profile.start() as entrance:
        window = await seen(WelcomeWindow)
        window.hide()
        entrance.ask(StartRequest("tacnghiep:task/t1"))
        assert window.isVisible()
        assert list(entrance._asked) == [StartRequest("tacnghiep:task/t1")]


async def test_files_to_sign_open_in_one_window_however_many_starts_bring_them(
    profile: Profile, tmp_path: Path
) -> None:
    files = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for file in files:
        file.write_bytes(pages.draft())
    async with profile.start() as entrance:
        entrance.ask(StartRequest(files=(str(files[0]),)))
        room = await standing(entrance)
        await until(lambda: room.tools.loose.window is not None)
        entrance.ask(StartRequest(files=(str(files[1]),)))
        window = room.tools.loose.window
        assert window is not None
        await until(lambda: len(window.desk.queue.queue.rows()) == 2)
        await until(lambda: len(window.desk.queue.queue.checked()) == 2)
        assert place.take(room)["files"] == [str(file) for file in files]
        window.close()
        await until(lambda: room.tools.loose.window is None)
        place.go_back(room, {"files": [str(files[1]), 3]})
        await until(lambda: room.tools.loose.files == [str(files[1])])
    assert room.tools.loose.window is None
