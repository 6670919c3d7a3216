"""A practice central in a process of its own, seeded as the practice office is, into which documents can be put.

Told on the command line: where the office is kept between runs, and where its copy works. On its input it is told
``base URL`` and ``arrive N``; it answers with the moment (monotonic) at which their arrival was announced, which a
``quiet`` before it leaves out.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from uuid_utils import uuid7

from desktop.office.acts import wire_time
from desktop.practice import pki as certificates
from desktop.practice import seed
from desktop.practice.app import create_app
from desktop.practice.central import Central
from desktop.practice.seeding import sow
from desktop.practice.serving import RunningServer, address, loopback_socket
from desktop.practice.store import Store, sqlite_url

SIZE = 400
ORGAN = "du-anphu"


def arrive(central: Central, count: int, *, told: bool) -> float:
    """Put in documents like those that are there, each with its text and the commune's side of it, as one batch."""
    with central.store.reading() as reading:
        sides = [h for h in reading.all_of("Handling") if h["role"] == "organ" and h["organId"] == ORGAN]
        pairs = [(side, document) for side in sides if (document := reading.get("Document", side["documentId"]))]
    stamp = wire_time(datetime.now(UTC))
    with central.store.writing() as writing:
        for number in range(count):
            side, document = pairs[number % len(pairs)]
            fresh = str(uuid7())
            writing.put("Document", {**document, "id": fresh, "revision": 1, "updatedAt": stamp, "issuedAt": stamp})
            writing.put("Handling", _arrived(side, fresh, stamp))
        touched = writing.touched
    at = time.monotonic()
    if told:
        central.broker.publish(touched)
    return at


def _arrived(side: dict[str, Any], document_id: str, stamp: str) -> dict[str, Any]:
    fresh = {"id": f"{document_id}-0", "documentId": document_id, "revision": 1, "state": "toReceive", "due": None}
    nothing = dict.fromkeys(("arrivalNumber", "arrivalDate", "registerId", "directive", "closedAt", "returnReason"))
    return {**side, **fresh, **nothing, "parentId": None, "arrivedAt": stamp, "updatedAt": stamp}


def seeded(folder: Path) -> None:
    """Make the office, where it is not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    pki = certificates.PracticePki(folder / "pki", "http://127.0.0.1:1/pki")
    store = Store.open(sqlite_url(folder / "office.db"))
    central = Central(store, folder, "http://127.0.0.1:1")
    if store.setting("filled") is None:
        now = datetime.now(UTC)
        sow(store, central.blobs, seed.office(SIZE, now.date(), folder, now=now, pki=pki), now)
    central.close()


def main(kept: Path, folder: Path) -> None:
    seeded(kept)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(kept, folder)
    listening = loopback_socket()
    central = Central(Store.open(sqlite_url(folder / "office.db")), folder, address(listening))
    with RunningServer(create_app(central), central, listening):
        password = central.residents()[0].password
        print(json.dumps({"port": listening.getsockname()[1], "password": password}), flush=True)
        quiet = False
        for line in sys.stdin:
            word, _, count = line.partition(" ")
            if word == "base":
                central.base = count.strip()
                print("{}", flush=True)
            elif word.strip() == "quiet":
                quiet = True
                print("{}", flush=True)
            elif word == "arrive":
                print(json.dumps({"at": arrive(central, int(count), told=not quiet)}), flush=True)
                quiet = False
    central.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
