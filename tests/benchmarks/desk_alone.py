"""The signing desk with 500 drafts in its queue, in a fresh process; says in JSON when its rows stood there and when
all their places were found.

The desk, its presenter and the lanes are the program's; the office behind them is the tests'.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time

import qasync
from PySide6.QtWidgets import QApplication

from desktop.garbage import Garbage
from desktop.lanes import Lanes
from desktop.presenters.signing_desk import SigningPresenter
from desktop.presenters.tokens import Tokens
from tests.benchmarks.ticking import SWITCH
from tests.presenters.signing_office import LEADER, SigningOffice, waiting
from widgets.signing_desk import SigningDesk
from widgets.theme import Mode, Theme

FILES = 500


def office_of() -> SigningOffice:
    """An office whose leader has 500 files waiting, no two alike."""
    office = SigningOffice("hoa")
    documents = office.objects["Document"]
    sample = next(one for one in documents.values() if one["state"] == "submitted")
    for one in documents.values():
        one["state"] = "draft"
    pdf = waiting(LEADER)
    for n in range(FILES):
        documents[f"n{n}"] = {**sample, "id": f"n{n}", "state": "submitted"}
        # White space at the end makes another file of it.
        office.put(f"n{n}", pdf + b"\n" * (n + 1), authorId="mai")
    return office


async def measure(lanes: Lanes) -> dict[str, float]:
    """From the opening of the desk to the last place."""
    office, desk = office_of(), SigningDesk()
    tokens = Tokens(office, lanes, [])
    presenter = SigningPresenter(office, desk, tokens, lanes)
    desk.resize(1366, 768)
    desk.show()
    began, worked = time.perf_counter(), time.process_time()
    await presenter.open()
    shown = time.perf_counter() - began
    rows = desk.queue.queue.rows()
    await presenter.settled()
    found = time.perf_counter() - began
    worked = time.process_time() - worked
    looked = sum(presenter.queue.looked(row.id) is not None for row in rows)
    await presenter.close()
    await tokens.close()
    office.close()
    if looked != FILES:
        raise RuntimeError(f"{looked} of {FILES} files were looked at")
    return {"shown": shown, "found": found, "worked": worked}


def main() -> None:
    """In the loop that the program has."""
    sys.setswitchinterval(SWITCH)
    application = QApplication(["benchmark"])
    Theme(application, Mode.LIGHT)
    lanes, garbage = Lanes(), Garbage()
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    try:
        with loop:
            print(json.dumps(loop.run_until_complete(measure(lanes))))
    finally:
        lanes.close()
        garbage.end()


if __name__ == "__main__":
    main()
