"""A batch of signatures killed again and again: every document is signed once, with one act, and no file is left over.

A real token (SoftHSM), the real store, the real central; the line is down while it signs.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from desktop.practice.app import create_app
from desktop.practice.central import Central
from desktop.practice.seeding import sow
from desktop.practice.serving import RunningServer, address, loopback_socket
from desktop.practice.store import Store, sqlite_url
from desktop.session.account import Session
from local_cache import SigningBatch, open_cache
from signing.signer import digest_of
from signing.software import SoftwareKey
from tests.office import signing_batch
from tests.office.faults import FaultProxy
from tests.office.harness import Machine, Office, synced
from tests.office.signing_batch import BatchSeed
from tests.practice.little import LEADER
from tests.signing.conftest import SOFTHSM, Hsm, hsm, served
from tests.signing.office_pki import Served

__all__ = ["hsm", "served"]
PILE, KILLS = 50, 4


def draft(n: int) -> bytes:
    """A page of its own, small."""
    out = BytesIO()
    page = Canvas(out, pagesize=A4)
    page.drawString(72, 700, f"Thong bao {n}")
    page.save()
    return out.getvalue()


@pytest.fixture(scope="module")
def tam(served: Served) -> SoftwareKey:
    return served.pki.issue("Phạm Văn Tâm")


@pytest.fixture
def count() -> int:
    """How much waits for the leader; a test that wants another number overrides it."""
    return PILE


@pytest.fixture
def pile(tmp_path: Path, tam: SoftwareKey, count: int) -> Iterator[Office]:
    """An office with a pile to sign."""
    proxy, listening = FaultProxy(), loopback_socket()
    store = Store.open(sqlite_url(tmp_path / "central.db"))
    central = Central(store, tmp_path / "central", proxy.base)
    seed = BatchSeed(drafts=[draft(n) for n in range(1, count + 1)], certificate=digest_of(tam.certificate))
    sow(store, central.blobs, seed, datetime.now(UTC))
    proxy.target = ("127.0.0.1", listening.getsockname()[1])
    with RunningServer(create_app(central), central, listening):
        office = Office(central, proxy, address(listening))
        try:
            yield office
        finally:
            office.close()
            proxy.close()
    central.close()


async def received(machine: Machine, office: Office) -> list[dict[str, Any]]:
    """Sign in and fetch every file; the documents."""
    session = await machine.sign_in(office)
    await synced(session)
    documents = sorted(await session.workplace.all("Document"), key=lambda one: one["id"])
    for one in documents:
        await session.workplace.file(one["file"])
    await session.close()
    machine.open.clear()
    return documents


class Child:
    """The signing process.

    Args:
        dies_after: acts after which it kills itself with a signed file in hand; None where it lives.
    """

    def __init__(self, machine: Machine, hsm: Hsm, dies_after: int | None = None) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([signing_batch.__name__])
        self._line, theirs = context.Pipe(duplex=False)
        words = (theirs, machine.root, str(SOFTHSM), str(hsm.configuration), dies_after)
        self._process = context.Process(target=signing_batch.main, args=words)
        self._process.start()
        theirs.close()

    def run(self, steps: int) -> bool:
        """Let it work until it has told so many steps, and kill it there; whether it came to its own end first."""
        with self._line:
            for _ in range(steps):
                if self._line.recv() is None:
                    self._process.join()
                    return True
        self._process.kill()
        self._process.join()
        return False

    def end(self) -> int | None:
        """Wait until it is gone; its exit code."""
        with self._line:
            self._process.join()
        return self._process.exitcode


async def test_killed_again_and_again_every_document_is_signed_once(
    tmp_path: Path, pile: Office, hsm: Hsm, tam: SoftwareKey
) -> None:
    serial = hsm.add("tam", tam)
    assert serial
    machine = Machine(tmp_path / "machine", "tam")
    documents = await received(machine, pile)
    pile.proxy.down()
    rng = random.Random(20261123)
    for _ in range(KILLS):
        # Waiting is told of all that is left, signing and signed of each: somewhere among these.
        waiting = PILE if (last := await journal_of(machine)) is None else len(last.ids(*signing_batch.REST))
        assert waiting
        assert not await asyncio.to_thread(Child(machine, hsm).run, waiting + rng.randint(1, 20))
    assert await asyncio.to_thread(Child(machine, hsm).run, 4 * PILE)

    session = await machine.reopen()
    unsent = await session.workplace.unsent()
    assert Counter(row["act"]["subjectId"] for row in unsent) == Counter({one["id"]: 1 for one in documents})
    assert {row["act"]["kind"] for row in unsent} == {"approve"}
    last = await session.workplace.journal.last()
    assert last is not None
    assert (last.open, len(last.ids("left"))) == (False, PILE)
    check_files(session, documents, {row["act"]["subjectId"]: row["act"]["payload"]["file"] for row in unsent})

    pile.proxy.up()
    await synced(session)
    approved = [act for act in pile.acts() if act["kind"] == "approve"]
    assert Counter(act["subjectId"] for act in approved) == Counter({one["id"]: 1 for one in documents})
    assert {act["outcome"] for act in approved} == {"accepted"}
    assert {act["authorId"] for act in approved} == {LEADER}
    await machine.close()


async def journal_of(machine: Machine) -> SigningBatch | None:
    """What the journal says between two starts."""
    account = machine.sessions.accounts.all()[0]
    folder = next(path.parent for path in machine.root.rglob("outbox.db"))
    with open_cache(folder, await machine._unlock(account, folder)) as cache:
        return cache.batches.last()


def check_files(session: Session, documents: list[dict[str, Any]], signed: dict[str, dict[str, Any]]) -> None:
    """The originals as they were, one signed file each, and nothing besides."""
    blobs = session.cache.blobs
    wanted = {one["file"]["digest"] for one in documents} | {file["digest"] for file in signed.values()}
    with session.cache._kept.reading() as connection:  # no door leads to a list of all files
        rows = set(connection.exec_driver_sql("SELECT digest FROM blob").scalars())
        pins = connection.exec_driver_sql("SELECT count(*) FROM pin WHERE why LIKE 'batch:%'").scalar()
    assert rows == wanted
    assert pins == 0
    # A kill may leave sealed bytes without a key, which nobody can open: they are swept.
    blobs.sweep(at_rest=timedelta(seconds=-60))
    folder = session.cache.profile.blobs
    assert sum(path.is_file() for path in folder.rglob("*")) == len(wanted)
    for one in documents:
        original, pdf = blobs.read(one["file"]["digest"]), blobs.read(signed[one["id"]]["digest"])
        assert pdf.startswith(original)
        assert len(PdfFileReader(BytesIO(pdf)).embedded_signatures) == 1
