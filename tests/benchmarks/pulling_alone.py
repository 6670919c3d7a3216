"""One first sync in a fresh process, without a window; says in JSON how long it took and what came.

Told on the command line: the central's address and the password of its people. Begins to count where the person has
signed in, as mbsync does where its file names the password; ends when all is here, encrypted and indexed.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
import time
from pathlib import Path

from desktop.lanes import Lanes
from desktop.sync.kinds import KINDS
from tests.benchmarks import parts


async def _pull(root: Path, url: str, password: str) -> dict[str, object]:
    lanes = Lanes()
    try:
        begun = time.monotonic()
        session = await parts.sessions(root, lanes, password).sign_in(url)
        signed_in = time.monotonic()
        await parts.all_in(session)
        seconds = time.monotonic() - begun
        counts = {kind.name: session.cache.objects.size(kind.name) for kind in KINDS}
        found = len(session.cache.search("công tác"))
        await session.close()
        return {"seconds": seconds, "after": time.monotonic() - signed_in, "counts": counts, "found": found}
    finally:
        lanes.close()


def main() -> None:
    root = parts.KEPT / "pulling-alone"
    shutil.rmtree(root, ignore_errors=True)
    try:
        print(json.dumps(asyncio.run(_pull(root, *sys.argv[1:3]))))
    finally:
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
