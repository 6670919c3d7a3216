"""Real answers of the practice central, spoiled in every place: whoever reads them gets a CentralError or goes on.

``TACNGHIEP_SPOIL=20000`` makes a long run of it.
"""

from __future__ import annotations

import gc
import io
import json
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.central import blobs, events, oauth, shapes
from desktop.central.errors import CentralError
from desktop.central.jmap import Central
from desktop.central.transport import Call, Transport
from desktop.practice.store import sqlite_url
from desktop.sync.kinds import KINDS
from desktop.sync.pull import Puller
from tests.contract.servers import Ours
from tests.office.faults import Fault, FaultProxy
from tests.office.liar import RAW, spoiled
from tests.practice.conftest import running
from tests.practice.little import CLERK, INCOMING, act

pytestmark = pytest.mark.expects_log("wire.object_left_out", "pull.", "urllib3.connection")
EXAMPLES = int(os.environ.get("TACNGHIEP_SPOIL", "60"))
often = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="TACNGHIEP_SPOIL" not in os.environ,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
seeds = given(seed=st.integers(0, 1 << 32))
BLOB = b"%PDF-1.7 " + bytes(range(256)) * 40


class Spoiling:
    """A central behind a proxy that spoils what it answers.

    Attributes:
        server: the central itself, as the clerk.
        central: our client's core, through the proxy.
    """

    def __init__(self, server: Ours, proxy: FaultProxy) -> None:
        self.server = server
        self.proxy = proxy
        self.transport = Transport()
        self.central = self.fresh()

    def fresh(self) -> Central:
        return Central(self.proxy.base, self.transport, self.server.tokens())

    def through(self, where: str, seed: int, work: Callable[[], object]) -> None:
        """Do ``work`` while answers whose path holds ``where`` are spoiled."""
        rng = random.Random(seed)
        self.proxy.always = [Fault("rewrite", where, change=lambda data: spoiled(data, rng, rng.randint(1, 3)))]
        try:
            work()
        except CentralError:
            return
        finally:
            self.proxy.always = []
            self.proxy.seen.clear()
            gc.collect(0)  # Each answer is held by the error that it made.


@pytest.fixture(scope="module")
def spoiling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spoiling]:
    folder: Path = tmp_path_factory.mktemp("spoiled")
    proxy = FaultProxy()
    for town in running(sqlite_url(folder / "office.db"), folder, size=12):
        proxy.target = ("127.0.0.1", int(town.base.rpartition(":")[2]))
        server = Ours("sqlite", town)
        server.http.post(server.session["uploadUrl"].replace("{accountId}", CLERK), data=BLOB)
        # As the proxy gives it, so that what is taken from the session stays behind the proxy.
        town.central.base = proxy.base
        made = Spoiling(server, proxy)
        yield made
        made.transport.close()
        proxy.close()


@often
@seeds
def test_sessions(spoiling: Spoiling, seed: int) -> None:
    def work() -> None:
        session = spoiling.fresh().session(Call())
        assert session.account_id
        assert session.api_url.startswith(f"{spoiling.proxy.base}/")
        session.download_from("b", "n", "t")
        session.upload_to()
        session.events_from(["A"], 1)
        assert all(isinstance(n, int) and n > 0 for n in vars(session.limits).values())

    spoiling.through("/.well-known/jmap", seed, work)


@often
@seeds
def test_where_to_sign_in(spoiling: Spoiling, seed: int) -> None:
    def work() -> None:
        server = oauth.discover(spoiling.proxy.base, spoiling.transport, Call())
        assert server.token.startswith(("https://", "http://127.0.0.1"))

    spoiling.through("/oauth-authorization-server", seed, work)


@often
@seeds
def test_tokens(spoiling: Spoiling, seed: int) -> None:
    body = json.dumps({"access_token": "a", "refresh_token": "b", "token_type": "Bearer", "expires_in": 3600}).encode()
    rng = random.Random(seed)
    spoiling.proxy.always = [Fault("answer", "/token", status=rng.choice((200, 400, 401)), body=spoiled(body, rng))]
    base = spoiling.proxy.base
    server = oauth.Server(base, f"{base}/a", f"{base}/token", None)
    try:
        grant = oauth.refresh(server, "r", spoiling.transport, Call())
        assert (grant.access + (grant.refresh or "")).isascii()
        spoiling.transport.ask("GET", f"{base}/.well-known/jmap", Call(), token=grant.access)
    except CentralError:
        return
    finally:
        spoiling.proxy.always = []


def _asks(spoiling: Spoiling) -> list[Callable[[], object]]:
    """Everything that is ever asked by /jmap/api, once each."""
    call, puller = Call(), Puller(spoiling.central)
    state = spoiling.server.http.post(
        spoiling.server.session["apiUrl"],
        json={"using": list(spoiling.server.session["capabilities"]),
              "methodCalls": [["Handling/get", {"accountId": CLERK, "ids": []}, "0"]]},
    ).json()["methodResponses"][0][1]["state"]  # fmt: skip

    def changes() -> None:
        batch = spoiling.central.batch(call)
        handle = batch.add("Handling/changes", sinceState=state)
        changed = spoiling.central.send(batch, call).changed(handle)
        assert all(isinstance(i, str) for i in (*changed.created, *changed.updated, *changed.destroyed))

    def write() -> None:
        batch = spoiling.central.batch(call)
        given = act("receive", CLERK, "side-1", {"registerId": INCOMING})
        handle = batch.add("Act/set", create={given["id"]: given})
        answer = spoiling.central.send(batch, call).set_(handle)
        assert all(isinstance(v, dict) for v in (*answer.created.values(), *answer.not_created.values()))

    def objects() -> None:
        for delta in puller.first("", call):
            assert shapes.fitting(delta.type, delta.puts) == list(delta.puts)

    pages = [lambda name=kind.name: puller.page(name, None, "", call) for kind in KINDS]
    return [changes, write, objects, *pages, lambda: blobs.held(spoiling.central, ["sha256-" + "0" * 64], call)]


@often
@seeds
def test_answers_to_calls(spoiling: Spoiling, seed: int) -> None:
    works = _asks(spoiling)
    spoiling.through("/jmap/api", seed, works[seed % len(works)])


@often
@seeds
def test_answers_to_uploads(spoiling: Spoiling, seed: int) -> None:
    data = seed.to_bytes(8, "big")
    name = blobs.digest_id(data)

    def work() -> None:
        blobs.upload(spoiling.central, io.BytesIO(data), 8, name, "application/pdf", Call())

    spoiling.through("/jmap/upload", seed, work)


@often
@seeds
def test_events(seed: int) -> None:
    rng = random.Random(seed)
    change = {"@type": "StateChange", "changed": {"p": {"Handling": "7"}, "q": {"Task": "1"}}}
    data = spoiled(json.dumps(change).encode(), rng) if rng.random() < 0.8 else rng.choice(RAW)
    stream = b"event: state\nid: 1\ndata: " + data.replace(b"\n", b"\ndata: ") + b"\n\n"
    for event in events.parse([stream, stream[: rng.randrange(len(stream))]]):
        states: Any = events.read_change(event[1], "p")
        assert all(isinstance(k, str) and isinstance(v, str) for k, v in states.items())
