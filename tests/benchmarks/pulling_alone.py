"""One first sync in a fresh process, without a window; says in JSON how long it took and what came.

Told on the command line: the central's address, the password of its people, and the types to bring, or none for all.
Begins to count once somebody has signed in; ends when all is here, encrypted and indexed.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from desktop.central import oauth
from desktop.central.jmap import Central
from desktop.central.transport import Call, Transport
from desktop.lanes import Lanes
from desktop.office.secrecy import SecrecyPolicy
from desktop.sync.engine import Engine, Pace
from desktop.sync.gate import Gate
from desktop.sync.kinds import KINDS
from desktop.sync.line import Line
from desktop.sync.overlay import Overlay
from desktop.sync.pull import Puller
from local_cache import open_cache
from local_cache.keys import MasterKey
from tests.benchmarks import parts


class Now:
    """The time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


async def _pull(root: Path, url: str, password: str, names: list[str]) -> dict[str, object]:
    lanes, transport, call, now = Lanes(), Transport(), Call(), Now()
    server, grant = await lanes.network(oauth.sign_in, url, transport, call, browser=parts.browser(password))
    tokens = oauth.KeptTokens(url, transport, load=lambda: None, save=lambda _: None, server=server, grant=grant)
    central = Central(url, transport, tokens)
    kinds = [kind for kind in KINDS if not names or kind.name in names]
    begun = time.monotonic()
    cache = open_cache(root, MasterKey(bytes(range(32))))
    gate = Gate(cache, SecrecyPolicy(), now.now)
    engine = Engine(
        cache, Overlay(cache), gate, Puller(central, kinds), Line(central, lanes), lanes, now, lambda _: None,
        pace=Pace(poll=3600.0, poll_deaf=3600.0),
    )  # fmt: skip
    try:
        await engine.begin()
        engine.start()
        await engine.caught_up()
        seconds = time.monotonic() - begun
        counts = {kind.name: cache.objects.size(kind.name) for kind in kinds}
        return {"seconds": seconds, "counts": counts, "found": len(cache.search("công tác"))}
    finally:
        await engine.close()
        cache.close()
        lanes.close()
        transport.close()


def main() -> None:
    root = parts.KEPT / "pulling-alone"
    shutil.rmtree(root, ignore_errors=True)
    try:
        print(json.dumps(asyncio.run(_pull(root, sys.argv[1], sys.argv[2], sys.argv[3:]))))
    finally:
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
