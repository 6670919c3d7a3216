"""Running a practice central: a socket on the loopback address, uvicorn in a thread. Knows the app and uvicorn."""

from __future__ import annotations

import socket
from threading import Thread
from typing import Any

import uvicorn

from desktop.practice.central import Central

BACKLOG = 2048
"""Connections that may wait to be taken: thousands of clients come back at once after a cut."""


def loopback_socket(port: int = 0) -> socket.socket:
    """A socket bound to the loopback address alone; ``port`` 0 takes any.

    Raises:
        OSError: the port is in use.
    """
    # Named in full: asyncio switches Nagle's delay off only where the protocol is said, and it costs 40 ms an answer.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port))
    except OSError:
        listening.close()
        raise
    return listening


def address(listening: socket.socket) -> str:
    """The URL of a socket."""
    return f"http://127.0.0.1:{listening.getsockname()[1]}"


class _Server(uvicorn.Server):
    """Ends event streams before it waits for connections to close; signals are the caller's."""

    def __init__(self, config: uvicorn.Config, central: Central) -> None:
        super().__init__(config)
        self.central = central

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.central.broker.close()
        await super().shutdown(sockets)


class RunningServer:
    """A server in a thread of its own; a context manager, so that it always ends."""

    def __init__(self, app: Any, central: Central, listening: socket.socket) -> None:
        self.central = central
        self.listening = listening
        config = uvicorn.Config(
            app, log_config=None, access_log=False, timeout_graceful_shutdown=3, timeout_keep_alive=30, lifespan="on"
        )
        self.server = _Server(config, central)
        self.thread = Thread(target=self._run, name="practice-http", daemon=True)

    def _run(self) -> None:
        self.server.run(sockets=[self.listening])

    def start(self) -> None:
        """Starts serving. The socket listens at once: who connects early waits."""
        self.listening.listen(BACKLOG)
        self.thread.start()

    def stop(self) -> None:
        """Ends every connection and the thread."""
        self.server.should_exit = True
        self.thread.join(10)
        self.listening.close()

    def __enter__(self) -> RunningServer:
        self.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self.stop()
