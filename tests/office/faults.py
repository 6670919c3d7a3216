"""A small HTTP proxy in front of a central, that can be down, cut, slow, or lie."""

from __future__ import annotations

import http.client
import threading
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HOP = {"connection", "transfer-encoding", "keep-alive", "content-encoding-was", "date", "server"}


@dataclass(frozen=True)
class Fault:
    """What happens to one request.

    Attributes:
        how: "cut" before it reaches the central; "cutAsked": the central gets ``after`` bytes of the request's body;
            "cutAnswer": the central has answered, and ``after`` bytes of that come here; "half" an answer;
            "answer" with ``status``, ``headers`` and ``body`` instead of asking, "instead": after asking; "hold" before
            asking, or "holdAnswer", until the proxy is released; "rewrite" the central's answer by ``change``;
            "delay" by ``seconds``; "slow": the answer comes at ``rate`` bytes a second; "twice": the central is asked
            twice, and the second answer comes here; "ghost": cut here, and asked there ``seconds`` later, when newer
            requests have been; "mute": an event stream that says nothing.
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
    after: int = 0
    seconds: float = 0.0
    rate: int = 0


class FaultProxy:
    """Forwards to ``target``; one thread a connection.

    Attributes:
        faults: used up one by one, each by the first request it fits.
        always: applied to each request it fits, never used up.
        weather: asked for each request that nothing else fits; draws a fault, or none.
        seen: method, path and body of every request.
        date: what the Date header says instead of the central's own time.
        met: how often each kind of fault has been met.
    """

    def __init__(self) -> None:
        self.target: tuple[str, int] = ("127.0.0.1", 0)
        self.faults: deque[Fault] = deque()
        self.always: list[Fault] = []
        self.weather: Callable[[], Fault | None] | None = None
        self.seen: list[tuple[str, str, bytes]] = []
        self.date: str | None = None
        self.released = threading.Event()
        self.held = threading.Event()
        self.met: Counter[str] = Counter()
        self.calmed = threading.Event()
        self.ghosts: list[threading.Thread] = []
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

    def cut_all(self) -> None:
        """What is connected is cut; who comes again is heard."""
        self._server.cut_all()  # type: ignore[attr-defined]

    def up(self) -> None:
        """Listen again, at the same port."""
        self._server = self._serve(self.port)

    def calm(self) -> None:
        """No faults any more: what was delayed goes on, and what was to be asked later has been asked."""
        self.faults.clear()
        self.always.clear()
        self.weather = None
        self.date = None
        self.calmed.set()
        self.released.set()
        for ghost in self.ghosts:
            ghost.join(30)
        self.ghosts.clear()

    def disturb(self) -> None:
        """Delays count again after ``calm``."""
        self.calmed.clear()
        self.released.clear()

    def close(self) -> None:
        self.calm()
        self.down()

    def fault_for(self, path: str, body: bytes) -> Fault | None:
        with self._lock:
            for fault in self.faults:
                if fault.where in path and fault.holding.encode() in body:
                    self.faults.remove(fault)
                    return fault
            found = next((f for f in self.always if f.where in path and f.holding.encode() in body), None)
            return self.weather() if found is None and self.weather is not None else found

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
        if how:
            self.owner.met[how] += 1
        if how == "hold":
            self.owner.held.set()
            self.owner.released.wait(30)
        if fault is not None and how == "delay":
            self.owner.calmed.wait(fault.seconds)
        if fault is not None and how == "cutAsked":
            self._ask_in_part(body[: fault.after])
        if fault is not None and how == "ghost":
            self._haunt(body, fault.seconds)
        if how in ("cut", "cutAsked", "ghost"):
            self._cut()
            return
        if fault is not None and how == "answer":
            self._send(fault.status, list(fault.headers), fault.body)
            return
        if how == "twice":
            self._ask_only(body)
        self._forward(body, fault)

    def _asked_headers(self, fault: Fault | None = None) -> dict[str, str]:
        headers = {k: v for k, v in self.headers.items() if k.lower() not in ("connection", "host")}
        if fault is not None and fault.how == "rewrite":
            headers["Accept-Encoding"] = "identity"
        return {**headers, "Host": self.headers["Host"]}

    def _ask_in_part(self, body: bytes) -> None:
        """The central gets the header and the beginning of the body, and then the end of the line."""
        upstream = http.client.HTTPConnection(*self.owner.target, timeout=60)
        try:
            upstream.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
            for name, value in self._asked_headers().items():
                upstream.putheader(name, value)
            upstream.endheaders(body)
        finally:
            upstream.close()

    def _haunt(self, body: bytes, seconds: float) -> None:
        """Ask later, when whoever asked has long gone on."""
        headers, calmed = self._asked_headers(), self.owner.calmed

        def ask() -> None:
            calmed.wait(seconds)
            _ask(self.owner.target, self.command, self.path, body, headers)

        ghost = threading.Thread(target=ask, name="ghost", daemon=True)
        ghost.start()
        self.owner.ghosts.append(ghost)

    def _ask_only(self, body: bytes) -> None:
        _ask(self.owner.target, self.command, self.path, body, self._asked_headers())

    def _forward(self, body: bytes, fault: Fault | None) -> None:
        upstream = http.client.HTTPConnection(*self.owner.target, timeout=60)
        try:
            upstream.request(self.command, self.path, body or None, self._asked_headers(fault))
            answer = upstream.getresponse()
            found = [(k, v) for k, v in answer.getheaders() if k.lower() not in (*HOP, "content-length")]
            found.append(("Date", self.owner.date or answer.getheader("Date", "")))
            if answer.getheader("Content-Type", "").startswith("text/event-stream"):
                self._stream(answer, found, fault)
                return
            data = answer.read()
        finally:
            upstream.close()
        self._answer(answer.status, found, data, fault)

    def _answer(self, status: int, headers: list[tuple[str, str]], data: bytes, fault: Fault | None) -> None:
        how = fault.how if fault is not None else ""
        if how == "holdAnswer":
            self.owner.held.set()
            self.owner.released.wait(30)
        if fault is None or how in ("hold", "delay", "twice"):
            self._send(status, headers, data)
        elif how in ("cutAnswer", "holdAnswer"):
            self._send(status, headers, data, until=fault.after)
        elif how == "half":
            self._send(status, headers, data, until=-(len(data) - len(data) // 2))
        elif how == "instead":
            self._send(fault.status, list(fault.headers), fault.body)
        elif how == "rewrite" and fault.change is not None:
            self._send(status, headers, fault.change(data))
        else:
            self._send(status, headers, data, rate=fault.rate)

    def _send(
        self, status: int, headers: list[tuple[str, str]], data: bytes, *, until: int | None = None, rate: int = 0
    ) -> None:
        """Answer; cut after ``until`` bytes (counted from the end where negative), head included."""
        lines = [f"{name}: {value}\r\n" for name, value in [*headers, ("Content-Length", str(len(data)))]]
        head = f"HTTP/1.1 {status} {self.responses.get(status, ('',))[0]}\r\n{''.join(lines)}\r\n"
        whole = head.encode("latin-1") + data
        if rate:
            self._drip(whole, rate)
            return
        self.wfile.write(whole if until is None else whole[:until])
        if until is not None:
            self._cut()

    def _drip(self, whole: bytes, rate: int) -> None:
        step = max(1, rate // 50)
        for start in range(0, len(whole), step):
            self.wfile.write(whole[start : start + step])
            self.owner.calmed.wait(0.02)

    def _stream(self, answer: http.client.HTTPResponse, headers: list[tuple[str, str]], fault: Fault | None) -> None:
        self.send_response_only(answer.status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        how, left = (fault.how, fault.after) if fault is not None else ("", 0)
        while piece := answer.read1(4096):
            if how == "mute":
                continue
            if how in ("cutAnswer", "half") and len(piece) >= left:
                self.wfile.write(piece[:left])
                return
            left -= len(piece)
            self.wfile.write(piece)

    def _cut(self) -> None:
        self.close_connection = True
        self.wfile.flush()
        self.server.shutdown_request(self.request)

    def log_message(self, format: str, *args: Any) -> None:
        return


def _ask(target: tuple[str, int], method: str, path: str, body: bytes, headers: dict[str, str]) -> None:
    """Ask, and forget the answer."""
    upstream = http.client.HTTPConnection(*target, timeout=60)
    try:
        upstream.request(method, path, body or None, headers)
        upstream.getresponse().read()
    except (OSError, http.client.HTTPException):
        return  # Nobody is there to be told.
    finally:
        upstream.close()
