"""Files on their way: which goes first, what stands back, and that no cut, kill or full disk loses what has come."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from desktop.office.acts import Refusal
from desktop.office.documents import FileRef
from desktop.session.account import Session
from desktop.session.ahead import BIGGEST, Manners, worth_fetching
from desktop.session.errors import Offline
from desktop.sync.job import Rank, Transfer, TransferCancelled
from local_cache.errors import DiskFull
from tests.office.faults import Fault
from tests.office.harness import PATIENCE, Machine, Office, reach, synced, told
from tests.office.small_disk import mounted
from tests.practice.little import document, file_of
from tests.sync.test_faults import receive

BIG = bytes(range(256)) * 12 * 1024  # 3 MB


def there(office: Office, data: bytes, name: str = "lon.pdf") -> FileRef:
    """A file that the central has and this machine has not."""
    office.visit("mai").upload(data)
    return cast(FileRef, file_of(data, name))


async def shows(session: Session, wanted: Any) -> list[Transfer]:
    """Wait until the list of transfers is so."""
    transfers, woken = session.workplace.transfers, asyncio.Event()
    end = transfers.subscribe(woken.set)
    try:
        async with asyncio.timeout(PATIENCE):
            while not wanted(transfers.views()):
                await woken.wait()
                woken.clear()
    finally:
        end()
    return transfers.views()


def kinds(views: list[Transfer]) -> list[tuple[str, str]]:
    return [(v.name, v.state) for v in views]


async def test_what_is_open_goes_first_and_no_question_waits_for_a_file(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    held = [there(office, b"%PDF" + bytes([n]) * 5000, f"{n}.pdf") for n in range(4)]
    wanted = there(office, b"%PDF open", "open.pdf")
    office.proxy.always += [Fault("hold", f"/{f['blobId']}/") for f in held]
    transfers = session.workplace.transfers
    tasks = []
    for number, file in enumerate(held, 1):
        tasks.append(asyncio.ensure_future(transfers.download(file, rank=Rank.ACT)))
        await shows(session, lambda views, wanted=number: len(views) == wanted)
    await shows(session, lambda views: [v.state for v in views].count("moving") == 2)
    # Two are on their way and do not move; what the clerk opens has a way of its own, and so has every act.
    assert await session.workplace.file(wanted) == b"%PDF open"
    made = await receive(session, 1)
    await synced(session)
    assert [a["id"] for a in office.acts()] == [made]
    assert kinds(transfers.views()) == [
        ("0.pdf", "moving"), ("1.pdf", "moving"), ("2.pdf", "waiting"), ("3.pdf", "waiting")
    ]  # fmt: skip
    # The last in the line is opened: it is the next, before those that came first.
    opened = asyncio.ensure_future(session.workplace.file(held[3]))
    await shows(session, lambda views: kinds(views)[0] == ("3.pdf", "moving"))
    office.proxy.released.set()
    assert len(await opened) == 5004
    await asyncio.gather(*tasks)
    assert transfers.views() == []


async def test_a_file_is_paused_goes_on_where_it_was_and_is_cancelled(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    file, transfers = there(office, BIG), session.workplace.transfers
    session.take_manners(Manners(kilobits=8_000))
    seen: list[int] = []
    reading = asyncio.ensure_future(session.workplace.file(file, progress=lambda done, _: seen.append(done)))
    views = await shows(session, lambda views: views and views[0].done > 300_000)
    transfers.pause(views[0].id)
    views = await shows(session, lambda views: views[0].state == "paused")
    assert not reading.done()
    kept = views[0].done
    session.take_manners(Manners())
    count = len(seen)
    transfers.resume(views[0].id)
    assert await reading == BIG
    assert seen[count] > kept - 65_536 - 65_536  # It went on from the last whole chunk, not from the start.
    other = there(office, BIG[::-1])
    session.take_manners(Manners(kilobits=800))
    reading = asyncio.ensure_future(session.workplace.file(other))
    views = await shows(session, lambda views: views and views[0].done > 0)
    transfers.cancel(views[0].id)
    with pytest.raises(TransferCancelled):
        await reading
    assert transfers.views() == []


async def test_all_are_paused_at_once_and_acts_still_go(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    transfers = session.workplace.transfers
    transfers.pause_all(True)
    reading = asyncio.ensure_future(session.workplace.file(there(office, b"%PDF x")))
    kept = await session.workplace.keep_file(b"%PDF y", "y.pdf", "application/pdf")
    act = await session.workplace.act("draft", "Document", "new", {"document": {"subject": "a", "file": kept}})
    assert not isinstance(act, Refusal)
    made = await receive(session, 1)

    async def only_the_draft() -> bool:
        return [u["act"]["id"] for u in await session.workplace.unsent()] == [act["id"]]

    await told(session, only_the_draft)
    status = await reach(session, lambda s: s.unsent == 1)
    assert (status.kind, status.n) == ("sending", 1)  # Never "synced" while its file waits here.
    assert [a["id"] for a in office.acts()] == [made]
    assert {v.state for v in await shows(session, lambda views: len(views) == 2)} == {"waiting"}
    transfers.pause_all(False)
    assert await reading == b"%PDF x"
    await synced(session)
    assert [a["id"] for a in office.acts()] == [made, act["id"]]


async def test_whoever_turns_the_page_on_a_slow_line_frees_it(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    session.take_manners(Manners(kilobits=800, prefetch=True))
    reading = asyncio.ensure_future(session.workplace.file(there(office, BIG)))
    await shows(session, lambda views: views and views[0].done > 0)
    reading.cancel()
    await shows(session, lambda views: not views)


async def test_uploads_go_on_with_the_pieces_that_are_missing(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    session.take_manners(Manners(kilobits=8_000))
    kept = await session.workplace.keep_file(BIG[:-1] + b"z", "lon.pdf", "application/pdf")
    act = await session.workplace.act("draft", "Document", "new", {"document": {"subject": "a", "file": kept}})
    assert not isinstance(act, Refusal)
    await shows(session, lambda views: views and views[0].done > 1 << 20)
    await session.close()
    sent = [len(body) for _, path, body in office.proxy.seen if "/upload/" in path]
    session = await machine.reopen()
    await synced(session)
    bodies = [len(body) for _, path, body in office.proxy.seen if "/upload/" in path]
    assert sum(bodies) <= len(BIG) + (1 << 20), (sent, bodies)
    assert [a["id"] for a in office.acts()] == [act["id"]]


async def test_a_central_without_ranges_is_read_from_the_start_and_nothing_is_kept_twice(
    machine: Machine, office: Office
) -> None:
    session = await machine.sign_in(office)
    file = there(office, BIG)
    office.proxy.faults.append(Fault("half", "/jmap/download/"))
    with pytest.raises(Offline):
        await session.workplace.file(file)
    seen: list[int] = []
    office.proxy.faults.append(Fault("answer", "/jmap/download/", status=200, body=BIG))
    assert await session.workplace.file(file, progress=lambda done, _: seen.append(done)) == BIG
    assert seen[0] > len(BIG) // 2 - 65_536


PROGRAM = """
import asyncio, json, sys
from pathlib import Path
from desktop.session.ahead import Manners
from tests.office.harness import Machine

class There:
    url = sys.argv[2]

async def main():
    machine = Machine(Path(sys.argv[1]))
    session = await machine.sign_in(There())
    session.take_manners(Manners(kilobits=8_000))
    def progress(done, total):
        if done > 1_200_000:
            print(done, file=sys.stderr, flush=True)
    await session.workplace.file(json.loads(sys.argv[3]), progress=progress)

asyncio.run(main())
"""


async def test_killed_at_a_byte_it_goes_on_from_there(machine: Machine, office: Office) -> None:
    file = there(office, BIG)
    child = subprocess.Popen(  # noqa: ASYNC220 - starting it takes no time worth a thread
        [sys.executable, "-c", PROGRAM, str(machine.root), office.url, json.dumps(file)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert child.stderr is not None
    said = await asyncio.get_running_loop().run_in_executor(None, child.stderr.readline)
    child.kill()
    child.wait()
    child.stderr.close()
    session = await machine.reopen()
    seen: list[int] = []
    assert await session.workplace.file(file, progress=lambda done, _: seen.append(done)) == BIG
    assert int(said) - 2 * 65_536 < seen[0] < len(BIG)


@pytest.fixture
def narrow(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    with mounted(tmp_path / "disk", 24) as point:
        yield point


@pytest.mark.expects_log("transfer.disk_full")
async def test_a_full_disk_stops_downloads_says_so_and_all_else_goes_on(
    narrow: Path, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.sync.transfers.RESERVE", 3 << 20)
    monkeypatch.setattr("desktop.sync.gate.ROOM_FOR_WORK", 1 << 20)
    monkeypatch.setattr("desktop.sync.transfers.LOOK_AGAIN", 0.1)
    machine = Machine(narrow / "machine")
    try:
        session = await machine.sign_in(office)
        await synced(session)
        transfers = session.workplace.transfers
        filler = narrow / "filler"
        filler.write_bytes(bytes(max(0, shutil.disk_usage(narrow).free - (4 << 20))))
        with pytest.raises(DiskFull):
            await session.workplace.file(there(office, BIG))
        assert transfers.full
        ahead = asyncio.ensure_future(transfers.fetch(there(office, BIG[::-1], "truoc.pdf")))
        made = await receive(session, 1)
        await synced(session)
        assert [a["id"] for a in office.acts()] == [made]
        assert ("truoc.pdf", "waiting") in kinds(transfers.views())
        filler.unlink()
        await ahead
        assert not transfers.full
        assert await session.workplace.file(there(office, BIG)) == BIG
    finally:
        await machine.close()


@pytest.mark.expects_log("file.damaged_here")
async def test_a_file_damaged_here_is_fetched_anew(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    file = there(office, BIG)
    assert await session.workplace.file(file) == BIG
    path = session.cache.blobs._path(file["digest"])
    data = bytearray(path.read_bytes())
    data[100_000] ^= 1
    path.write_bytes(data)
    assert await session.workplace.file(file) == BIG


# -- ahead of use


async def test_files_of_open_work_are_here_before_they_are_opened(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    session.take_manners(Manners(prefetch=True))
    await synced(session)
    documents = await session.workplace.all("Document")
    await fetched(session, [d["file"] for d in documents])
    office.proxy.down()
    for one in documents:
        assert len(await session.workplace.file(one["file"])) == one["file"]["size"]


async def fetched(session: Session, files: list[Any]) -> None:
    async def missing() -> list[Any]:
        return [f for f in files if not await session.workplace.has_file(f)]

    woken = asyncio.Event()
    end = session.workplace.transfers.subscribe(woken.set)
    async with asyncio.timeout(PATIENCE):
        while await missing():
            await woken.wait()
            woken.clear()
    end()


async def test_nothing_is_fetched_ahead_on_a_slow_line_or_against_the_setting(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    for manners in (Manners(prefetch=False), Manners(kilobits=500, prefetch=True)):
        session.take_manners(manners)
        await synced(session)
        await synced(session)
        assert session.workplace.transfers.views() == []
    assert not [path for _, path, _ in office.proxy.seen if "/download/" in path]


@pytest.mark.parametrize(
    ("members", "wanted"),
    [
        ({}, 1),
        ({"secrecy": "confidential"}, 0),
        ({"withheld": True}, 0),
        ({"file": None}, 0),
        ({"file": {**file_of(b"x"), "mediaType": "application/zip"}}, 0),
        ({"file": {**file_of(b"x"), "size": BIGGEST + 1}}, 0),
    ],
)
def test_only_what_may_lie_here_is_fetched_unasked(members: dict[str, Any], wanted: int) -> None:
    assert len(worth_fetching({**document(1), **members})) == wanted
