"""A line of 300 ms and 2 Mbit/s in user space: an asyncio relay in a process of its own, told where the central is.

Each way has a bucket of its own, shared by all connections, and half the round trip of delay. On its input it is told
``count``, and answers with the bytes that have been delivered each way so far.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections import deque

ROUND_TRIP = 0.3
RATE = 2_000_000 / 8
"""Bytes a second."""
PIECE = 1460


class Way:
    """One direction of the line: what is sent waits for its turn, then travels."""

    def __init__(self) -> None:
        self.bytes = 0
        self._free = 0.0

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """From one end to the other until it closes."""
        travelling: deque[tuple[float, bytes]] = deque()
        more = asyncio.Event()
        delivering = asyncio.create_task(self._deliver(travelling, more, writer))
        loop = asyncio.get_running_loop()
        try:
            while data := await reader.read(PIECE):
                self._free = max(loop.time(), self._free) + len(data) / RATE
                travelling.append((self._free + ROUND_TRIP / 2, data))
                more.set()
                # The sender is held up by the line, as TCP's window would.
                await asyncio.sleep(max(0.0, self._free - loop.time() - 0.1))
        except ConnectionError:
            pass
        travelling.append((loop.time() + ROUND_TRIP / 2, b""))
        more.set()
        await delivering

    async def _deliver(
        self, travelling: deque[tuple[float, bytes]], more: asyncio.Event, writer: asyncio.StreamWriter
    ) -> None:
        loop = asyncio.get_running_loop()
        try:
            while True:
                while not travelling:
                    more.clear()
                    await more.wait()
                at, data = travelling.popleft()
                await asyncio.sleep(max(0.0, at - loop.time()))
                if not data:
                    break
                writer.write(data)
                self.bytes += len(data)
        finally:
            writer.close()


async def main(port: int) -> None:
    up, down = Way(), Way()

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(up.carry(reader, back), down.carry(there, writer), return_exceptions=True)

    server = await asyncio.start_server(relay, "127.0.0.1", 0)
    print(json.dumps({"port": server.sockets[0].getsockname()[1]}), flush=True)
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        if line.strip() == "count":
            print(json.dumps({"up": up.bytes, "down": down.bytes}), flush=True)
    server.close()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
