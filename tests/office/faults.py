"""A small HTTP proxy in front of a central, that can be down, cut, slow, or lie."""

from __future__ import annotations

import http.client
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HOP = {"connection", "transfer-encoding", "keep-alive", "content-encoding-was", "date", "server"}


@dataclass(frozen=True)
class Fault:
    """What happens to one request.

    Attributes:
        how: "cut" before it reaches the central; "cutAnswer" after the central has answered; "half" an answer;
            "answer" with ``status``, ``headers`` and ``body`` instead of asking; "hold" before asking, or "holdAnswer",
            until the proxy is released; "rewrite" the central's answer by ``change``.
        where: a part of the path.
        holding: a part of the request's body; "" fits all.
    """

    how: str
    where: str = "/jmap/api"
    holding: str = ""
    status: int = 500
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    change: Callable[[bytes], bytes] | None = None


class FaultProxy:
    """Forwards to ``target``; one thread a connection.

    Attributes:
        faults: used up one by one, each by the first request it fits.
        always: applied to each request it fits, never used up.
        seen: method, path and body of every request.
        skew: seconds added to the central's Date header.
    """

    def __init__(self) -> None:
        self.target: tuple[str, int] = ("127.0.0.1", 0)
        self.faults: deque[Fault] = deque()
        self.always: list[Fault] = []
        self.seen: list[tuple[str, str, bytes]] = []
        self.date: str | None = None
        self.released = threading.Event()
        self.held = threading.Event()
        self._lock = threading.Lock()
        self._server = self._serve(0)
        self.port = self._server.server_port

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _serve(self, port: int) -> ThreadingHTTPServer:
        proxy = self

        class Handler(_Handler):
            owner = proxy

        server = _Server(("127.0.0.1", port), Handler)
        self._thread = threading.Thread(target=server.serve_forever, args=(0.02,), name="fault-proxy", daemon=True)
        self._thread.start()
        return server

    def down(self) -> None:
        """Nobody listens any more; what is connected is cut."""
        self._server.shutdown()
        self._server.server_close()
        self._server.cut_all()  # type: ignore[attr-defined]
        self._thread.join()

    def up(self) -> None:
        """Listen again, at the same port."""
        self._server = self._serve(self.port)

    def close(self) -> None:
        self.released.set()
        self.down()

    def fault_for(self, path: str, body: bytes) -> Fault | None:
        with self._lock:
            for fault in self.faults:
                if fault.where in path and fault.holding.encode() in body:
                    self.faults.remove(fault)
                    return fault
        return next((f for f in self.always if f.where in path and f.holding.encode() in body), None)

    def count(self, text: str) -> int:
        """Requests whose body holds ``text``."""
        return sum(text.encode() in body for _, _, body in self.seen)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.open: set[Any] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        self.open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.open.discard(request)
        super().shutdown_request(request)

    def cut_all(self) -> None:
        for request in list(self.open):
            self.shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        return


class _Handler(BaseHTTPRequestHandler):
    owner: FaultProxy
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._pass()

    def do_POST(self) -> None:
        self._pass()

    def _pass(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.owner.seen.append((self.command, self.path, body))
        fault = self.owner.fault_for(self.path, body)
        how = fault.how if fault else ""
        if how == "hold":
            self.owner.held.set()
            self.owner.released.wait(30)
        if how == "cut":
            self._cut()
            return
        if fault is not None and how == "answer":
            self._send(fault.status, list(fault.headers), fault.body)
            return
        self._forward(body, fault)

    def _forward(self, body: bytes, fault: Fault | None) -> None:
        upstream = http.client.HTTPConnection(*self.owner.target, timeout=60)
        try:
            headers = {k: v for k, v in self.headers.items() if k.lower() not in ("connection", "host")}
            if fault is not None and fault.how == "rewrite":
                headers["Accept-Encoding"] = "identity"
            upstream.request(self.command, self.path, body or None, {**headers, "Host": self.headers["Host"]})
            answer = upstream.getresponse()
            found = [(k, v) for k, v in answer.getheaders() if k.lower() not in (*HOP, "content-length")]
            found.append(("Date", self.owner.date or answer.getheader("Date", "")))
            if answer.getheader("Content-Type", "").startswith("text/event-stream"):
                self._stream(answer, found)
                return
            data = answer.read()
        finally:
            upstream.close()
        if fault is not None and fault.how == "holdAnswer":
            self.owner.held.set()
            self.owner.released.wait(30)
        if fault is not None and fault.how in ("cutAnswer", "holdAnswer"):
            self._cut()
            return
        if fault is not None and fault.how == "rewrite" and fault.change is not None:
            data = fault.change(data)
        self._send(answer.status, found, data, half=fault is not None and fault.how == "half")

    def _send(self, status: int, headers: list[tuple[str, str]], data: bytes, *, half: bool = False) -> None:
        self.send_response_only(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[: len(data) // 2] if half else data)
        if half:
            self._cut()

    def _stream(self, answer: http.client.HTTPResponse, headers: list[tuple[str, str]]) -> None:
        self.send_response_only(answer.status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        while piece := answer.read1(4096):
            self.wfile.write(piece)

    def _cut(self) -> None:
        self.close_connection = True
        self.wfile.flush()
        self.server.shutdown_request(self.request)

    def log_message(self, format: str, *args: Any) -> None:
        return
