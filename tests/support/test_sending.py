"""A report on its way: to the office's own address and nowhere else, whatever is answered there."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from desktop.central.errors import CentralError, Stopped
from desktop.central.transport import Call, Transport
from desktop.support import sending

Answer = tuple[int, dict[str, str], bytes]


class Receiver:
    """An office's server on loopback, which answers as told and remembers what came."""

    def __init__(self) -> None:
        self.answer: Answer = (201, {}, b"")
        self.came: list[tuple[str, dict[str, str], bytes]] = []
        self.hold = threading.Event()
        self.hold.set()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.came.append((self.path, dict(self.headers), body))
                outer.hold.wait(10)
                status, headers, said = outer.answer
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

            def log_message(self, format: str, *args: Any) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/bao-cao"


@pytest.fixture
def office() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.hold.set()
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def transport() -> Iterator[Transport]:
    made = Transport()
    yield made
    made.close()


def send(url: str, transport: Transport, progress: Callable[[float], object] = lambda _: None) -> str:
    return sending.send(url, b"PK" * 50_000, "bao-cao.zip", transport, Call(), progress)


def test_it_arrives_whole_and_its_reference_is_told(office: Receiver, transport: Transport) -> None:
    parts: list[float] = []
    office.answer = (201, {"Content-Type": "application/json"}, json.dumps({"reference": "HT-2026-17"}).encode())
    assert send(office.url, transport, parts.append) == "HT-2026-17"
    ((path, headers, body),) = office.came
    assert path == "/bao-cao"
    assert body == b"PK" * 50_000
    assert headers["Content-Type"] == "application/zip"
    assert headers["Content-Disposition"] == 'attachment; filename="bao-cao.zip"'
    assert "Authorization" not in headers
    assert "Cookie" not in headers
    assert parts == sorted(parts)
    assert parts[-1] == 1.0


@pytest.mark.parametrize(
    "said",
    [b"", b"<html>", b"[]", b'{"reference": 7}', b'{"reference": "a\\nb"}', b'{"reference": "' + b"x" * 99 + b'"}'],
)
def test_an_answer_that_names_no_reference_is_none(office: Receiver, transport: Transport, said: bytes) -> None:
    office.answer = (200, {}, said)
    assert send(office.url, transport) == ""


@pytest.mark.parametrize(
    ("status", "code"), [(403, "reportRefused"), (413, "tooLarge"), (404, "reportNotTaken"), (500, "reportNotTaken")]
)
def test_what_is_not_taken_is_said(office: Receiver, transport: Transport, status: int, code: str) -> None:
    office.answer = (status, {}, b"")
    with pytest.raises(CentralError) as caught:
        send(office.url, transport)
    assert caught.value.code == code
    assert len(office.came) == 1


def test_it_follows_nobody_elsewhere(office: Receiver, transport: Transport) -> None:
    other = Receiver()
    office.answer = (307, {"Location": other.url}, b"")
    with pytest.raises(CentralError) as caught:
        send(office.url, transport)
    assert caught.value.code == "redirected"
    assert other.came == []
    other.server.shutdown()
    other.server.server_close()


@pytest.mark.parametrize(
    "url", ["http://ho-tro.example/x", "ftp://ho-tro.example", "https://u:p@ho-tro.example", "nothing"]
)
def test_it_goes_in_clear_or_to_a_strange_address_never(transport: Transport, url: str) -> None:
    with pytest.raises(CentralError):
        send(url, transport)


def test_it_can_be_stopped(office: Receiver, transport: Transport) -> None:
    office.hold.clear()
    call = Call()
    failed: list[BaseException] = []

    def work() -> None:
        try:
            sending.send(office.url, b"PK", "x.zip", transport, call, lambda _: None)
        except (CentralError, Stopped) as error:
            failed.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    while not office.came:
        thread.join(0.01)
    call.stop()
    thread.join(5)
    assert isinstance(failed[0], Stopped)


def test_an_address_for_mail_is_an_address_alone() -> None:
    url = "mailto:ho-tro@tinh.example?bcc=someone@else.example"
    assert sending.mail_address(url) == "ho-tro@tinh.example"
    assert sending.receiver(url) == "ho-tro@tinh.example"
    assert sending.mail_link(url, "Báo cáo & x") == "mailto:ho-tro@tinh.example?subject=B%C3%A1o%20c%C3%A1o%20%26%20x"
    assert sending.receiver("https://ho-tro.tinh.example/bao-cao") == "ho-tro.tinh.example"
    assert sending.receiver("") == ""
