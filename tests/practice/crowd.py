"""Thousands of clients of one central, each a bare connection of asyncio, as a program that listens holds one open."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any


def allow_connections(count: int) -> None:
    """Raises the number of files this process may have open, as far as the system lets it."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < count:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(count, hard) if hard > 0 else count, hard))


@dataclass(eq=False)
class Listener:
    """One open event stream.

    Attributes:
        events: (moment, states by type) of each event that came.
    """

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    events: list[tuple[float, dict[str, str]]] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)

    async def listen(self) -> None:
        """Until the connection ends."""
        async for line in self.reader:
            if line.startswith(b"data: ") and b"StateChange" in line:
                (states,) = json.loads(line[6:])["changed"].values()
                self.events.append((asyncio.get_running_loop().time(), states))
                self.came.set()


async def open_stream(host: str, port: int, token: str, types: str = "*") -> Listener:
    """One event stream, once its subscription stands."""
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(
        f"GET /jmap/eventsource/?types={types}&closeafter=no&ping=0 HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
        f"Authorization: Bearer {token}\r\nAccept: text/event-stream\r\n\r\n".encode()
    )
    answer = await reader.readuntil(b"\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 200"), answer
    await reader.readuntil(b": practice\n\n")
    return Listener(reader, writer)


class Crowd:
    """Many listeners, opened a few at a time."""

    def __init__(self) -> None:
        self.listeners: list[Listener] = []
        self._tasks: list[asyncio.Task[Any]] = []

    async def gather(self, opening: Iterable[Callable[[], Awaitable[Listener]]], together: int = 50) -> None:
        """Opens them all."""
        gate = asyncio.Semaphore(together)

        async def one(make: Callable[[], Awaitable[Listener]]) -> Listener:
            async with gate:
                return await make()

        self.listeners += await asyncio.gather(*(one(make) for make in opening))
        self._tasks += [asyncio.create_task(listener.listen()) for listener in self.listeners[len(self._tasks) :]]

    async def all_came(self, patience: float) -> None:
        """Until every listener has got an event."""
        async with asyncio.timeout(patience):
            for listener in self.listeners:
                await listener.came.wait()

    def forget(self) -> None:
        """Waits for new events from here on."""
        for listener in self.listeners:
            listener.events.clear()
            listener.came.clear()

    async def leave(self) -> None:
        """Closes every connection."""
        for listener in self.listeners:
            listener.writer.close()
        await asyncio.gather(*self._tasks, return_exceptions=True)
