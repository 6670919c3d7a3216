"""One batch of 200 on the signing desk in a fresh process, with a real token; says in JSON how late the window's thread
came to what was due on it.

The desk, its presenter, the lanes, the journal and the token are the program's; the office behind them is the tests'.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import sys
import time
from collections.abc import Callable
from typing import Any, TypeVar

import qasync
from PySide6.QtWidgets import QApplication

from desktop.garbage import Garbage
from desktop.lanes import Lanes
from desktop.presenters.key_sources import AgentSource
from desktop.presenters.signing_desk import SigningPresenter
from desktop.presenters.tokens import Tokens
from signing.sign import Options
from signing.tokens import Agent
from signing.trust import digest_of
from tests.benchmarks import signing_ways as ways
from tests.benchmarks.ticking import SWITCH, tick
from tests.presenters.signing_office import LEADER, SigningOffice, waiting
from tests.signing.conftest import AGENT
from widgets.pin_dialog import PinDialog
from widgets.signing_desk import SigningDesk
from widgets.theme import Mode, Theme

FILES = 200
T = TypeVar("T")


def office_of(bench: ways.Bench) -> tuple[SigningOffice, list[str]]:
    """An office whose leader has 200 files waiting."""
    office = SigningOffice("hoa")
    office.objects["Person"]["hoa"]["certificates"] = [digest_of((bench.folder / "signer.cer").read_bytes())]
    documents = office.objects["Document"]
    sample = next(one for one in documents.values() if one["state"] == "submitted")
    pdf = waiting(LEADER)
    office.files[hashlib.sha256(pdf).hexdigest()] = pdf
    for one in documents.values():
        one["state"] = "draft"
    ids = [f"n{number}" for number in range(FILES)]
    for one in ids:
        documents[one] = {**sample, "id": one, "state": "submitted"}
        office.put(one, pdf, authorId="mai")
    return office, ids


async def measure(bench: ways.Bench, lanes: Lanes) -> dict[str, Any]:
    """The batch, from the button to the last result."""
    office, ids = office_of(bench)
    desk = SigningDesk()
    source = AgentSource(Agent(bench.module, environment=bench.environment, command=AGENT))
    tokens = Tokens(office, lanes, [source])
    presenter = SigningPresenter(office, desk, tokens, lanes, options=lambda: Options(trust=bench.trust))
    desk.resize(1366, 768)
    desk.show()
    await presenter.open()
    await presenter.settled()
    late: list[float] = []
    own: list[float] = []
    ticking = asyncio.create_task(tick(late, own))
    desk.queue.queue.check(ids, on=True)
    desk.sign_button.click()
    dialog = await _until(lambda: next((one for one in desk.findChildren(PinDialog) if one.isVisible()), None))
    started = time.monotonic()
    dialog.pin.setText(bench.pin)
    dialog.accept()
    await presenter.settled()
    taken = time.monotonic() - started
    ticking.cancel()
    states = [office.state(one) for one in ids]
    await presenter.close()
    await tokens.close()
    office.close()
    if states.count("approved") != len(ids):
        raise RuntimeError(f"{states.count('approved')} of {len(ids)} files were signed")
    return {"late": late, "own": own, "seconds": taken, "signed": states.count("approved")}


async def _until(found: Callable[[], T | None]) -> T:
    async with asyncio.timeout(60):
        while (answer := found()) is None:  # noqa: ASYNC110 - a dialog that opens tells nobody
            await asyncio.sleep(0.01)
    return answer


def main() -> None:
    """In the loop that the program has."""
    sys.setswitchinterval(SWITCH)
    application = QApplication(["benchmark"])
    Theme(application, Mode.LIGHT)
    lanes, garbage = Lanes(), Garbage()
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    try:
        with ways.softhsm() as bench, loop:
            print(json.dumps(loop.run_until_complete(measure(bench, lanes))))
    finally:
        lanes.close()
        garbage.end()


if __name__ == "__main__":
    main()
