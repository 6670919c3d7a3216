"""Our client's core against every server: the same code reads the office and a mailbox that nobody here wrote."""

from __future__ import annotations

import io
import threading
from typing import Any

import pytest

from desktop.central import blobs, events
from desktop.central.errors import MethodError, Refused, Stopped
from desktop.central.jmap import Central, chunks
from desktop.central.transport import Call
from tests.contract.conftest import HELD, READ
from tests.contract.servers import Server

each_type = pytest.mark.parametrize(("server", "type_name"), READ, indirect=["server"])
each_held = pytest.mark.parametrize(("server", "type_name"), HELD, indirect=["server"])


def test_the_session_is_read_and_its_addresses_are_absolute(server: Server, central: Central) -> None:
    session = central.session(Call())
    assert (session.username, session.account_id) == ("mai", server.account)
    for url in (session.api_url, session.upload_url, session.download_url, session.event_source_url):
        assert url.startswith(f"{server.url}/")
    assert session.has_blobs == server.has_blob_methods
    assert session.limits.max_objects_in_get >= 500


@each_held
def test_a_page_and_its_objects_come_in_one_round_trip(server: Server, central: Central, type_name: str) -> None:
    batch = central.batch(Call())
    query = batch.add(f"{type_name}/query", filter={}, limit=5, calculateTotal=True)
    get = batch.add(f"{type_name}/get", ref_ids=query.ref("/ids"))
    responses = central.send(batch, Call())
    found, got = responses.queried(query), responses.got(get)
    assert len(found.ids) == 5
    assert found.total is not None
    assert found.total >= 10
    assert {o["id"] for o in got.objects} == set(found.ids)
    assert got.not_found == []


@each_type
def test_an_error_of_one_call_leaves_the_others_to_be_read(server: Server, central: Central, type_name: str) -> None:
    batch = central.batch(Call())
    bad = batch.add(f"{type_name}/query", sort=[{"property": "no-such"}])
    good = batch.add(f"{type_name}/get", ids=[])
    responses = central.send(batch, Call())
    with pytest.raises(MethodError, match="unsupportedSort"):
        responses.queried(bad)
    assert responses.got(good).state


@pytest.mark.parametrize("what", ["created", "updated", "destroyed"])
def test_changes_are_followed_to_the_newest_state(server: Server, central: Central, what: str) -> None:
    deeds = [server.deed(what) for _ in range(3)]
    name, state = deeds[0].type, _state(central, deeds[0].type)
    done = [deed.do() for deed in deeds]
    found: list[str] = []
    for _ in range(10):
        batch = central.batch(Call())
        handle = batch.add(f"{name}/changes", sinceState=state, maxChanges=1)
        changed = central.send(batch, Call()).changed(handle)
        assert changed.old_state == state
        found += {"created": changed.created, "updated": changed.updated, "destroyed": changed.destroyed}[what]
        state = changed.new_state
        if not changed.more:
            break
    assert sorted(found) == sorted(done)
    assert state == _state(central, name)


def _state(central: Central, name: str) -> str:
    batch = central.batch(Call())
    handle = batch.add(f"{name}/get", ids=[])
    return central.send(batch, Call()).got(handle).state


def test_what_is_written_is_read_back(server: Server, central: Central) -> None:
    type_name, given = server.create()
    batch = central.batch(Call())
    made = batch.add(f"{type_name}/set", create={"k": given, "bad": {"nothing": "of the kind"}})
    read = batch.add(f"{type_name}/get", ids=["#k"])
    responses = central.send(batch, Call())
    answer = responses.set_(made)
    assert [o["id"] for o in responses.got(read).objects] == [answer.created["k"]["id"]]
    assert answer.not_created["bad"]["type"] == "invalidProperties"


def test_the_limits_of_the_session_are_kept_here_already(server: Server, central: Central) -> None:
    batch = central.batch(Call())
    batch.add("Core/echo", text="x" * central.session(Call()).limits.max_size_request)
    with pytest.raises(Refused, match="requestLimit"):
        central.send(batch, Call())


def test_a_batch_beyond_the_limit_of_calls_is_refused_there(server: Server, central: Central) -> None:
    most = central.session(Call()).limits.max_calls_in_request
    for part in chunks(range(most + 1), most + 1):
        batch = central.batch(Call())
        for number in part:
            batch.add("Core/echo", n=number)
        with pytest.raises(Refused) as caught:
            central.send(batch, Call())
        assert (caught.value.code, caught.value.args_["limit"]) == ("requestLimit", "maxCallsInRequest")


@pytest.mark.parametrize("size", [0, 1, 70_000, (1 << 20) + 1, 3 << 20])
def test_files_go_and_come_whole_and_by_halves(server: Server, central: Central, size: int) -> None:
    data = bytes(n * 7 % 251 for n in range(size % 4096)) + bytes(size - size % 4096)
    name, told = server.blob_id(data), list[tuple[int, int]]()
    blobs.upload(central, io.BytesIO(data), size, name, "application/pdf", Call(), lambda d, t: told.append((d, t)))
    assert told[-1] == (size, size)
    for have in {0, size // 3}:
        kept = Kept(data[:have])
        blobs.download(central, name, "a.pdf", "application/pdf", size, kept, Call())
        assert bytes(kept.data) == data
        assert kept.finished


class Kept:
    """A download begun, kept in memory."""

    def __init__(self, have: bytes) -> None:
        self.data = bytearray(have)
        self.finished = False

    @property
    def have(self) -> int:
        return len(self.data)

    def append(self, data: bytes) -> None:
        self.data += data

    def finish(self) -> None:
        self.finished = True


def test_a_file_that_is_not_there_is_refused(server: Server, central: Central) -> None:
    with pytest.raises(Refused, match="notFound"):
        blobs.download(central, server.blob_id(b"never"), "a.pdf", "application/pdf", 5, Kept(b""), Call())


def test_changes_are_heard_of_or_known_not_to_be(server: Server, central: Central) -> None:
    heard: list[dict[str, Any]] = []
    call, deed = Call(), server.deed("updated")

    def changed(states: Any, _event_id: str) -> None:
        heard.append(dict(states))
        if not states:
            threading.Thread(target=deed.do).start()  # The stream stands.
        else:
            call.stop()

    if server.differs.deaf:
        assert events.listen(central, [deed.type], changed, call) is False
        assert heard == []
        return
    with pytest.raises(Stopped):
        events.listen(central, [deed.type], changed, call)
    assert heard == [{}, {deed.type: _state(central, deed.type)}]
