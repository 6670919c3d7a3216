"""Card readers are watched: a card that comes or goes is told at once, without asking again and again."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from signing.readers import CardWatch
from signing.software import SoftwareKey
from tests.office.card_reader import Card, CardReader
from tests.signing.conftest import AGENT
from tests.signing.test_card import WITHIN, a_name


def test_a_card_is_told_of_when_it_comes_and_when_it_goes(reader: CardReader, leader: SoftwareKey) -> None:
    changed = threading.Condition()

    def tell() -> None:
        with changed:
            changed.notify_all()

    watch = CardWatch(tell, command=AGENT, environment=reader.environment)

    def until(count: int, seconds: float) -> float:
        began = time.monotonic()
        with changed:
            assert changed.wait_for(lambda: (now := watch.now()) is not None and len(now.holding) == count, seconds)
        return time.monotonic() - began

    watch.start()
    try:
        until(0, 20)
        now = watch.now()
        assert now is not None
        assert (now.service, len(now.names)) == ("running", 2)
        reader.insert(Card({"9a": leader}, a_name()))
        assert until(1, 20) < WITHIN
        reader.remove()
        assert until(0, 20) < WITHIN
    finally:
        watch.close()


def test_without_a_service_that_is_what_is_said(tmp_path: Path) -> None:
    told = threading.Event()
    nobody = {"PCSCLITE_CSOCK_NAME": str(tmp_path / "nobody")}
    watch = CardWatch(told.set, command=AGENT, environment=nobody)
    watch.start()
    try:
        assert told.wait(20)
        now = watch.now()
        assert now is not None
        assert now.service == "stopped"
    finally:
        watch.close()
