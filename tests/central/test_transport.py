"""HTTP as this program wants it: bounded, interruptible, and faithful to one host."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator

import pytest

from desktop.central.errors import Broken, CentralError, Offline, Refused, Stopped
from desktop.central.meaning import check_status, retry_after
from desktop.central.transport import Answer, Beat, Call, Transport, must_be_safe
from tests.office.faults import Fault, FaultProxy


@pytest.fixture
def server() -> Iterator[FaultProxy]:
    """Answers by faults alone: there is no central behind it."""
    proxy = FaultProxy()
    yield proxy
    proxy.close()


@pytest.fixture
def transport() -> Iterator[Transport]:
    transport = Transport()
    yield transport
    transport.close()


def answers(
    server: FaultProxy, status: int = 200, body: bytes = b"", *headers: tuple[str, str], path: str = "/"
) -> None:
    server.always.append(Fault("answer", path, status=status, body=body, headers=headers))


def test_an_answer(server: FaultProxy, transport: Transport) -> None:
    answers(server, 200, gzip.compress(b'{"a": 1}'), ("Content-Encoding", "gzip"), ("Content-Type", "application/json"))
    assert transport.ask("GET", server.base, Call()).json() == {"a": 1}


def test_a_small_answer_may_not_become_a_large_one(server: FaultProxy, transport: Transport) -> None:
    answers(server, 200, gzip.compress(b" " * 50_000_000), ("Content-Encoding", "gzip"))
    with pytest.raises(Broken, match="tooLarge"):
        transport.ask("GET", server.base, Call(), most=1_000_000)


def test_the_token_is_not_taken_to_another_host(server: FaultProxy, transport: Transport) -> None:
    other = FaultProxy()
    answers(other)
    answers(server, 302, b"", ("Location", f"{other.base}/x"))
    with pytest.raises(Broken, match="redirected"):
        transport.ask("GET", f"{server.base}/y", Call(), token="secret")
    assert other.seen == []
    other.close()


def test_within_one_host_it_follows_but_not_forever(server: FaultProxy, transport: Transport) -> None:
    answers(server, 301, b"", ("Location", "/there"), path="/here")
    answers(server, 302, b"", ("Location", "/round"), path="/round")
    answers(server, 200, b"x", path="/there")
    assert transport.ask("GET", f"{server.base}/here", Call(), token="t").body == b"x"
    with pytest.raises(Broken, match="redirected"):
        transport.ask("GET", f"{server.base}/round", Call())
    with pytest.raises(Broken, match="redirected"):
        transport.ask("POST", f"{server.base}/here", Call(), body=b"x")


def test_neither_netrc_nor_cookies_speak_for_the_user(
    server: FaultProxy, transport: Transport, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"  # type: ignore[operator]
    netrc.write_text("machine 127.0.0.1 login a password b\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    answers(server, 200, b"", ("Set-Cookie", "a=b"))
    transport.ask("GET", server.base, Call())
    transport.ask("GET", server.base, Call(), token="t")
    assert len(list(transport._session.cookies)) == 0


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://central.example.vn", "notSecure"),
        ("ftp://127.0.0.1", "notAnAddress"),
        ("central.example.vn", "notAnAddress"),
        ("https://", "notAnAddress"),
        ("https://host:port/", "notAnAddress"),
    ],
)
def test_addresses_that_are_none_or_not_safe(url: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        must_be_safe(url)


def test_a_stop_ends_a_hanging_request_at_once(server: FaultProxy, transport: Transport) -> None:
    server.always.append(Fault("hold", "/"))
    call = Call()
    problem: list[BaseException] = []

    def ask() -> None:
        try:
            transport.ask("GET", server.base, call)
        except BaseException as error:  # noqa: BLE001 - looked at below
            problem.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    assert server.held.wait(5)
    began = time.monotonic()
    call.stop()
    thread.join(5)
    assert time.monotonic() - began < 0.2
    assert isinstance(problem[0], Stopped)
    with pytest.raises(Stopped):
        transport.ask("GET", server.base, call)


def test_nobody_there_and_no_such_name(server: FaultProxy, transport: Transport) -> None:
    server.down()
    with pytest.raises(Offline, match="unreachable"):
        transport.ask("GET", server.base, Call())
    server.up()
    with pytest.raises(CentralError, match="notTheCentral"):
        transport.ask("GET", server.base.replace("http:", "https:"), Call())


def test_the_date_is_told(server: FaultProxy) -> None:
    beats: list[Beat] = []
    transport = Transport(on_beat=beats.append)
    answers(server, 200, b"", ("Date", "Sun, 22 Nov 2026 10:00:00 GMT"))
    transport.ask("GET", server.base, Call())
    assert beats[0].date == 1795341600.0
    assert beats[0].sent <= beats[0].received
    transport.close()


@pytest.mark.parametrize(
    ("status", "kind", "code"),
    [
        (401, "refused", "signedOut"),
        (403, "refused", "forbidden"),
        (404, "refused", "notFound"),
        (413, "refused", "tooLarge"),
        (429, "busy", "rateLimit"),
        (503, "busy", "busy"),
        (500, "broken", "serverError"),
        (304, "broken", "status"),
    ],
)
def test_what_a_status_means(status: int, kind: str, code: str) -> None:
    with pytest.raises(CentralError) as caught:
        check_status(Answer(status, {}, b"", ""))
    assert (caught.value.kind, caught.value.code) == (kind, code)


def test_how_long_to_wait() -> None:
    assert retry_after({"Retry-After": "12"}) == 12.0
    assert retry_after({"Retry-After": "Sun, 22 Nov 2026 10:00:30 GMT"}, lambda: 1795341600.0) == 30.0
    assert retry_after({"Retry-After": "soon"}) is None
    assert retry_after({}) is None
