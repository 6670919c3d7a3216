"""What the processes of the fault schedules need, read once in the process that they are forked from.

Also what the libraries read only when they are first used. What is there by then is garbage to nobody: it is taken out
of the collector's sight, so that the pages stay shared.
"""

from __future__ import annotations

import gc
import importlib

LATER = (
    "anyio._backends._asyncio", "h11", "sqlite3", "uvicorn.lifespan.on", "uvicorn.loops.auto",
    "uvicorn.protocols.http.auto", "uvicorn.protocols.http.h11_impl", "uvicorn.protocols.websockets.auto",
    "tests.office.runner",
)  # fmt: skip

for name in LATER:
    importlib.import_module(name)
gc.collect()
gc.freeze()
