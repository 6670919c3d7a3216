"""A proxy on loopback that leads every host to one place, or refuses as it is told."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class SmallProxy:
    """Speaks CONNECT, and GET or POST with a whole address.

    Attributes:
        status: what it answers instead of leading anywhere; 200 leads.
        asked: the first line of each request.
        url: its own address.
    """

    def __init__(self, port: int) -> None:
        self.status = 200
        self.asked: list[str] = []
        self._target = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, name="small-proxy", daemon=True).start()

    def close(self) -> None:
        """Nobody is led anywhere any more."""
        for one in (self._listening, *self._open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                self._open.append(client)
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with suppress(OSError):
            head = b""
            while b"\r\n\r\n" not in head:
                piece = client.recv(4096)
                if not piece:
                    return
                head += piece
            self.asked.append(head.split(b"\r\n", 1)[0].decode("latin-1"))
            if self.status != 200:
                client.sendall(f"HTTP/1.1 {self.status} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
                client.close()
                return
            onward = socket.create_connection(("127.0.0.1", self._target))
            self._open.append(onward)
            if head.startswith(b"CONNECT"):
                client.sendall(b"HTTP/1.1 200 Led\r\n\r\n")
            else:
                onward.sendall(head)
            threading.Thread(target=_pass_on, args=(onward, client), daemon=True).start()
            _pass_on(client, onward)


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)


@contextmanager
def small_proxy(port: int) -> Iterator[SmallProxy]:
    """One that leads to this port."""
    proxy = SmallProxy(port)
    try:
        yield proxy
    finally:
        proxy.close()
