"""A central that means harm, on the wire: every answer ends in a CentralError or in what it says, in bounded time and
room.
"""

from __future__ import annotations

import gc
import gzip
import itertools
import json
import threading
import time
import tracemalloc
import warnings
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from desktop.central import events
from desktop.central.errors import Broken, CentralError, Offline, Stopped
from desktop.central.jmap import CORE, OFFICE, Central
from desktop.central.meaning import LONGEST_WAIT, retry_after
from desktop.central.transport import Answer, Beat, Call, Transport, pieces
from tests.office.liar import RAW, Liar
from tests.office.tls import terminated

pytestmark = pytest.mark.expects_log("urllib3.connection")

OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
MB = 1 << 20


@pytest.fixture(scope="module", autouse=True)
def _leftovers() -> Iterator[None]:
    """What was half read when it turned out to be none goes at the end, and not in somebody else's test."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture
def transport() -> Iterator[Transport]:
    transport = Transport(on_beat=lambda _: None)
    yield transport
    transport.close()


def ask(liar: Liar, transport: Transport, **options: object) -> Answer:
    return transport.ask("GET", f"{liar.base}/x", Call(), token="secret", **options)  # type: ignore[arg-type]


HEADS: tuple[bytes, ...] = (
    b"", b"\r\n\r\n", b"\x00\x01\x02", b"HTTP/1.1\r\n\r\n", b"HTTP/9.9 200 OK\r\n\r\n", b"HTTP/1.1 abc OK\r\n\r\n",
    b"HTTP/1.1 99999 OK\r\n\r\n", b"HTTP/1.1 -1 OK\r\n\r\n", b"HTTP/1.1 200\r\n" + b"X" * 70_000 + b"\r\n\r\n",
    OK + b"Content-Length: many\r\n\r\n{}", OK + b"Content-Length: -5\r\n\r\n{}", OK + b"Content-Length: 9\r\n\r\n{}",
    OK + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", OK + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n{}",
    OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}", OK + b"Transfer-Encoding: chunked\r\n\r\n-5\r\n{}\r\n0\r\n\r\n",
    OK + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}", OK + b"Content-Encoding: gzip\r\n\r\nnot gzip",
    OK + b"Content-Encoding: deflate\r\n\r\nnot that", OK + b"Content-Encoding: br\r\n\r\nnor this",
    OK + b"Content-Encoding: zstd\r\n\r\nnor this", OK + b"Content-Encoding: " + b"gzip, " * 40 + b"gzip\r\n\r\nx",
    OK + b"Date: yesterday\r\n\r\n{}", OK + b"Date: Mon, 01 Jan 0001 00:00:00 -0000\r\n\r\n{}",
    OK + b"Date: Mon, 01 Jan 99999999999 00:00:00 GMT\r\n\r\n{}", OK + b"Set-Cookie: a=b; Domain=.vn\r\n\r\n{}",
    OK + b"Content-Type\r\n\r\n{}", OK + b": x\r\n\r\n{}", OK + b"X: \xff\xfe\r\n\r\n{}", OK + b"X: a\r\n b\r\n\r\n{}",
    b"HTTP/1.1 401 No\r\nWWW-Authenticate: \xff\r\n\r\n", b"HTTP/1.1 304 No\r\n\r\n", b"HTTP/1.1 206 Part\r\n\r\n{}",
    b"HTTP/1.1 101 Switch\r\nUpgrade: x\r\n\r\n", b"HTTP/1.1 204 No\r\nContent-Length: 5\r\n\r\nhello",
    *(b"HTTP/1.1 302 Go\r\nLocation: " + where + b"\r\n\r\n" for where in (
        b"", b"https://[::1", b"http://[x]/", b"file:///etc/passwd", b"//127.0.0.2/x", b"http://127.0.0.1:99999999/",
        b"javascript:alert(1)", b"http://a@b@c/", b"\xff\xfe", b"http://" + b"a" * 70 + b".vn/", b"ftp://127.0.0.1/",
    )),
)  # fmt: skip


@pytest.mark.parametrize("head", HEADS, ids=range(len(HEADS)))
def test_no_head_of_an_answer_is_more_than_an_error(transport: Transport, head: bytes) -> None:
    with Liar(lambda: [head]) as liar:
        try:
            answer = ask(liar, transport, read_timeout=2.0)
            answer.json()
        except CentralError:
            return
        assert answer.status < 1000


@pytest.mark.parametrize("body", RAW, ids=range(len(RAW)))
def test_no_body_is_more_than_an_error(transport: Transport, body: bytes) -> None:
    with Liar(lambda: [OK, b"\r\n", b'{"a": ', body, b"}"]) as liar:
        answer = ask(liar, transport)
        try:
            value = answer.json()
        except Broken:
            return
        json.dumps(value, allow_nan=False).encode()  # What is let through can be written down.


def zeros(size: int) -> bytes:
    """That many, packed to a thousandth."""
    packer = zlib.compressobj(9, wbits=31)
    return b"".join([*(packer.compress(bytes(MB)) for _ in range(size // MB)), packer.flush()])


def brotli(size: int) -> bytes:
    """That many, packed to nearly nothing; as they are where there is no such library, and so nothing to unpack."""
    try:
        import brotli as library  # type: ignore[import-untyped]
    except ImportError:
        return bytes(size)
    packer = library.Compressor(quality=1)
    return b"".join([*(packer.process(bytes(MB)) for _ in range(size // MB)), packer.finish()])


BOMBS: dict[str, tuple[bytes, Callable[[], bytes]]] = {
    "once": (b"gzip", lambda: zeros(96 * MB)),
    "twice": (b"gzip, gzip", lambda: gzip.compress(zeros(96 * MB))),
    "deflate": (b"deflate", lambda: zlib.compress(bytes(96 * MB), 1)),
    "members": (b"gzip", lambda: gzip.compress(bytes(4 * MB), 1) * 24),
    "brotli": (b"br", lambda: brotli(96 * MB)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_takes_no_more_room_than_an_answer_may(transport: Transport, name: str) -> None:
    encoding, make = BOMBS[name]
    body = make()
    with Liar(lambda: [OK, b"Content-Encoding: ", encoding, b"\r\n\r\n", body]) as liar:
        tracemalloc.start()
        with pytest.raises(Broken, match="tooLarge"):
            ask(liar, transport, most=4 * MB)
        with transport.stream("GET", f"{liar.base}/x", Call()) as response:
            largest = max(len(piece) for piece in itertools.islice(pieces(response, Call()), 100))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert largest <= MB
    assert peak < 24 * MB


@pytest.mark.parametrize("chunked", [True, False])
def test_an_answer_without_end_is_left(transport: Transport, chunked: bool) -> None:
    head = OK + (b"Transfer-Encoding: chunked\r\n\r\n" if chunked else b"\r\n")
    piece = b"10000\r\n" + b" " * 65536 + b"\r\n" if chunked else b" " * 65536
    with (
        Liar(lambda: itertools.chain([head], itertools.repeat(piece))) as liar,
        pytest.raises(Broken, match="tooLarge"),
    ):
        ask(liar, transport, most=4 * MB)


def test_an_answer_that_says_it_is_huge_is_not_waited_for(transport: Transport) -> None:
    body = b" " * 5 * MB
    with Liar(lambda: [OK, b"Content-Length: 99999999999\r\n\r\n", body]) as liar, pytest.raises(Broken) as caught:
        ask(liar, transport, most=4 * MB)
    assert caught.value.code == "tooLarge"


def drip(liar: Liar, *head: bytes, piece: bytes = b" ") -> Iterable[bytes]:
    yield from head
    while not liar.ended.wait(0.01):
        yield piece


def test_a_body_that_drips_is_given_up(transport: Transport) -> None:
    with Liar() as liar:
        liar.answer = lambda: drip(liar, OK, b"\r\n")
        began = time.monotonic()
        with pytest.raises(Offline, match="timeout"):
            ask(liar, transport, read_timeout=0.05)
        assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    ("head", "piece"),
    [(b"HTTP/1.1 200 OK\r\nX: ", b"x"), (b"", b"HTTP/1.1 100 Continue\r\n\r\n"), (b"HTTP/1.1 200 OK\r\n", b"")],
)
def test_a_head_that_never_ends_can_be_ended_from_here(transport: Transport, head: bytes, piece: bytes) -> None:
    with Liar() as liar:
        liar.answer = lambda: drip(liar, head, piece=piece)
        call = Call()
        threading.Timer(0.3, call.stop).start()
        began = time.monotonic()
        with pytest.raises(Stopped):
            transport.ask("GET", liar.base, call)
        assert time.monotonic() - began < 3


@pytest.mark.parametrize("where", ["http://127.0.0.2:{}/x", "http://localhost:{}/x", "https://127.0.0.1:{}/"])
def test_neither_token_nor_question_follows_to_another_place(transport: Transport, where: str) -> None:
    with Liar() as other, Liar() as liar:
        location = where.format(other.port).encode()
        liar.answer = lambda: [b"HTTP/1.1 307 Go\r\nLocation: " + location + b"\r\n\r\n"]
        with pytest.raises(CentralError, match="redirected"):
            ask(liar, transport)
        assert other.heads == []


def test_a_cookie_is_never_given_back(transport: Transport) -> None:
    with Liar(lambda: [OK, b"Set-Cookie: sid=1; Path=/\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"]) as liar:
        for _ in range(2):
            ask(liar, transport)
        assert len(liar.heads) == 2
        assert b"cookie" not in b"".join(liar.heads).lower()


@pytest.mark.parametrize(
    "text", ["9" * 400, "²", "-1", "1e9", "Mon, 01 Jan 9999 00:00:00 GMT", "Mon, 99 Foo", "\x00", "1, 2"]
)
def test_no_wait_is_without_end(text: str) -> None:
    waits = retry_after({"Retry-After": text})
    assert waits is None or 0.0 <= waits <= LONGEST_WAIT


def test_a_clock_that_raves_is_told_or_passed_over(transport: Transport) -> None:
    beats: list[Beat] = []
    transport.on_beat = beats.append
    for date in (b"Sun, 06 Nov 0001 08:49:37 -0000", b"Sun, 06 Nov 9999 08:49:37 GMT", b"1", b"\xff", b"Sun, 00 Nov"):
        with Liar(lambda date=date: [OK, b"Date: ", date, b"\r\n\r\n{}"]) as liar:
            assert ask(liar, transport).json() == {}
    assert all(isinstance(beat.date, float) for beat in beats)


def test_a_flood_of_events_is_read_no_faster_than_it_is_of_use(transport: Transport) -> None:
    session = {
        "capabilities": {CORE: {}, OFFICE: {}}, "accounts": {"p": {}}, "primaryAccounts": {OFFICE: "p"}, "state": "1",
        "username": "mai", "apiUrl": "/a", "uploadUrl": "/u", "downloadUrl": "/d", "eventSourceUrl": "/events",
    }  # fmt: skip
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
    flood = b'event: state\ndata: {"changed": {"p": {"Handling": "%d"}}}\n\n'
    with Liar() as liar:

        def answer() -> Iterable[bytes]:
            if b"GET /events" not in liar.heads[-1]:
                return [OK, b"Connection: close\r\n\r\n", json.dumps(session).encode()]
            return itertools.chain([head], (flood % n for n in itertools.count()))

        liar.answer = answer
        call, heard = Call(), list[object]()
        threading.Timer(1.2, call.stop).start()
        with pytest.raises(Stopped):
            events.listen(Central(liar.base, transport, Nobody()), ["Handling"], lambda *told: heard.append(told), call)
    assert events.AT_ONCE <= len(heard) <= events.AT_ONCE + 1.2 / events.INTERVAL + 1


class Nobody:
    """Tokens that say nothing."""

    def access(self, call: Call) -> str:
        return "x"

    def renew(self, used: str, call: Call) -> str:
        return "x"


@pytest.mark.parametrize(
    ("trusts", "name", "expected"),
    [(True, "127.0.0.1", ""), (False, "127.0.0.1", "untrusted"), (True, "van-phong.example.vn", "untrusted")],
)
def test_whom_it_does_not_know_it_tells_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trusts: bool, name: str, expected: str
) -> None:
    body = OK + b"Content-Length: 2\r\nConnection: close\r\n\r\n{}"
    with Liar(lambda: [body]) as liar, terminated(tmp_path, name) as (front, trusted):
        front.target = ("127.0.0.1", liar.port)
        if trusts:
            monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
        transport = Transport()
        if expected:
            with pytest.raises(Broken, match=expected):
                transport.ask("GET", f"{front.base}/x", Call(), token="secret")
            assert liar.heads == []
        else:
            assert transport.ask("GET", f"{front.base}/x", Call(), token="secret").json() == {}
        transport.close()
