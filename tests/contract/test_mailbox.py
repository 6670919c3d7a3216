"""The sync itself against Cyrus: the generic engine keeps a real mailbox in an encrypted cache, as it does the office.

What happens in the mailbox happens by IMAP, past everything that is tested here.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.central.jmap import Central
from desktop.central.transport import Call, Transport
from desktop.lanes import Lanes
from desktop.office.secrecy import SecrecyPolicy
from desktop.sync.engine import Engine, Pace
from desktop.sync.gate import Gate
from desktop.sync.kinds import Kind
from desktop.sync.line import Line
from desktop.sync.overlay import Overlay
from desktop.sync.pull import Puller
from local_cache import Cache, open_cache
from local_cache.keys import MasterKey
from tests.contract.servers import MAIL, Mail, Object, Wire, message

KINDS = (
    Kind("Mailbox", "sortOrder", first=10, step=10, revised=False),
    Kind("Email", "receivedAt", first=5, step=10, revised=False),
)
KEY = bytes(range(32))


class Now:
    """The time, which nothing here depends on."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class Post:
    """A machine that keeps one mailbox."""

    def __init__(self, mail: Mail, folder: Path) -> None:
        self.mail, self.folder = mail, folder
        self.wire = Wire(mail)
        self.lanes = Lanes()
        self.transport = Transport()
        self.cache: Cache = open_cache(folder, MasterKey(KEY))
        self.engine = self._engine()

    def _engine(self) -> Engine:
        central = Central(self.mail.url, self.transport, self.mail.tokens(), capability=MAIL)
        now = Now()
        return Engine(
            self.cache, Overlay(self.cache), Gate(self.cache, SecrecyPolicy(), now.now), Puller(central, KINDS),
            Line(central, self.lanes), self.lanes, now, lambda _: None, pace=Pace(poll=3600.0, poll_deaf=3600.0),
        )  # fmt: skip

    async def step(self) -> None:
        """Until all is in step."""
        arrived = asyncio.Event()
        end = self.engine.state.subscribe(lambda status: arrived.set() if status.kind == "synced" else None)
        self.engine.sync_now()
        async with asyncio.timeout(30):
            await arrived.wait()
        end()

    async def again(self) -> None:
        """As after a new start of the program."""
        await self.engine.close()
        self.cache.close()
        self.cache = open_cache(self.folder, MasterKey(KEY))
        self.engine = self._engine()
        self.engine.start()

    def there(self, name: str) -> dict[str, Object]:
        return {o["id"]: o for o in self.wire.call(f"{name}/get", ids=self.wire.ids(name))["list"]}

    def here(self, name: str) -> dict[str, Object]:
        return {o["id"]: o for o in self.cache.objects.all(name)}

    def agrees(self) -> bool:
        for kind in KINDS:
            assert self.here(kind.name) == self.there(kind.name)
        return True

    async def close(self) -> None:
        await self.engine.close()
        self.cache.close()
        self.lanes.close()
        self.transport.close()


@pytest.fixture
async def post(mail: Mail, tmp_path: Path) -> AsyncIterator[Post]:
    post = Post(mail, tmp_path / "profile")
    await post.engine.begin()
    post.engine.start()
    yield post
    await post.close()


async def test_a_mailbox_comes_here_whole_and_is_followed(post: Post, mail: Mail) -> None:
    await post.step()
    assert len(post.here("Email")) >= 30
    assert post.agrees()
    marker = "Chữ này không được nằm rõ trên đĩa"
    made = [mail.append(message(n, subject="Moi den")) for n in range(5000, 5025)]
    flagged, gone = mail.deed("updated"), mail.deed("destroyed")
    await post.step()
    assert sum(e["subject"] == "Moi den" for e in post.here("Email").values()) >= len(made)
    flagged.do()
    lost = gone.do()
    mail.append(message(5999, marker))
    await post.step()
    assert post.agrees()
    assert lost not in post.here("Email")
    assert any(marker in e["preview"] for e in post.here("Email").values())
    await post.again()
    await post.step()
    assert post.agrees()
    await post.close()
    for path in post.folder.rglob("*"):
        assert not path.is_file() or marker.encode() not in path.read_bytes()


async def test_nothing_new_is_one_round_trip(post: Post) -> None:
    await post.step()
    asked: list[str] = []
    real = post.transport.ask

    def counted(method: str, url: str, call: Call, **given: object) -> object:
        asked.append(url)
        return real(method, url, call, **given)  # type: ignore[arg-type]

    post.transport.ask = counted  # type: ignore[method-assign]
    await post.step()
    assert len(asked) == 1


@pytest.mark.expects_log("sync.changes_lost")
@pytest.mark.parametrize("state", ["no such state", "-1"])
async def test_a_state_that_is_lost_is_compared_and_not_begun_anew(post: Post, mail: Mail, state: str) -> None:
    await post.step()
    await post.engine.close()
    deed, before = mail.deed("updated"), len(post.here("Email"))
    deed.do()
    with post.cache.writing() as tx:
        tx.set_cursor("Email", state, True, before)
        tx.delete("Email", list(post.here("Email"))[:3])
    await post.again()
    await post.step()
    assert post.agrees()


@pytest.mark.expects_log("sync.counts_differ")
async def test_counts_that_differ_are_made_good(post: Post) -> None:
    await post.step()
    await post.engine.close()
    with post.cache.writing() as tx:
        tx.delete("Email", list(post.here("Email"))[:3])
        tx.put("Email", [{"id": "never-there", "subject": "?"}])
    await post.again()
    await post.step()
    assert post.agrees()
