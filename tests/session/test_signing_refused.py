"""A signed file whose act is refused: it stays in the sealed store, is listed with the reason, saved, and let go.

A real token (SoftHSM), the real store, the real central; the line is down while it signs.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop.office.acts import Refusal
from desktop.presenters import signing_kept
from desktop.presenters.outbox import OutboxPresenter
from desktop.session import unsent
from desktop.session.account import Session
from desktop.session.journal import JournalItem
from desktop.sync.gate import REASON
from local_cache import MasterKey, open_cache
from signing.software import SoftwareKey
from tests.office.harness import Machine, Office, reach
from tests.practice.little import LEADER, act, file_of
from tests.presenters.signing_office import until
from tests.session.test_signing_killed import Child, hsm, journal_of, pile, received, served, tam
from tests.signing.conftest import Hsm
from tests.widgets.conftest import application, theme
from widgets.outbox_window import SIGNED
from widgets.theme import Theme

__all__ = ["application", "hsm", "pile", "received", "served", "tam", "theme"]


@pytest.fixture
def count() -> int:
    return 3


async def cut_off(tmp_path: Path, pile: Office, hsm: Hsm, tam: SoftwareKey) -> tuple[Machine, tuple[str, ...], str]:
    """A batch killed with one act in the outbox and one file kept; both documents are returned elsewhere meanwhile.

    Returns:
        the machine, the documents that were signed, and the one whose act had not left.
    """
    assert hsm.add("tam", tam)
    machine = Machine(tmp_path / "machine", "tam")
    await received(machine, pile)
    pile.proxy.down()
    assert await asyncio.to_thread(Child(machine, hsm, 1).end) == -signal.SIGKILL
    last = await journal_of(machine)
    assert last is not None
    (left,), (kept,), waiting = last.ids("left"), last.ids("kept"), last.ids("waiting")
    assert len(waiting) == 1
    for one in (left, kept):
        answer = pile.visit("tam").act(act("refuse", LEADER, one, {"reason": "Số liệu chưa khớp"}))
        assert answer["outcome"] == "accepted", answer
    pile.proxy.up()
    return machine, (left, kept), kept


async def settled(session: Session) -> dict[str, dict[str, Any]]:
    """Be in step with the central, then send what is kept; what is listed as signed and refused, by document."""
    await reach(session, lambda status: status.needs > 0)
    await signing_kept.settle(session.workplace)
    return {one["act"]["subjectId"]: one for one in await session.workplace.set_aside()}


async def test_what_is_refused_after_a_kill_is_listed_saved_and_let_go(
    application: QApplication, theme: Theme, tmp_path: Path, pile: Office, hsm: Hsm, tam: SoftwareKey
) -> None:
    machine, signed, kept = await cut_off(tmp_path, pile, hsm, tam)
    session = await machine.reopen()
    listed = await settled(session)
    assert set(listed) == set(signed), "the one that the central refused, and the one that was refused here"
    assert {one["reason"]["code"] for one in listed.values()} == {"alreadyDone"}
    states = {row["act"]["subjectId"]: row["state"] for row in await session.workplace.unsent()}
    assert states == dict.fromkeys(signed, "refused")
    await reach(session, lambda status: status.needs == 2)
    (batch,) = await session.workplace.journal.all()
    result = next(signing_kept.result_of(item) for item in batch.items if item.id == kept)
    assert result.problem is not None
    assert result.problem.code == "alreadyDone"

    await session.close()
    machine.open.clear()
    session = await machine.reopen()
    session.cache.blobs.evict(0)
    assert set(await settled(session)) == set(signed), "as long as nobody has dealt with them"
    await save_and_let_go(machine, session, tmp_path, kept)

    assert set(await settled(session)) == set(signed) - {kept}
    session.cache.blobs.evict(0)
    assert not await session.workplace.has_file(listed[kept]["file"])
    await synced_but_for(session, 1)
    approved = [one for one in pile.acts() if one["kind"] == "approve"]
    assert [(one["subjectId"], one["outcome"]) for one in approved] == [(signed[0], "refused")]
    await machine.close()


def test_every_file_of_a_refused_act_stays_until_it_is_let_go(tmp_path: Path) -> None:
    with open_cache(tmp_path / "profile", MasterKey(bytes(range(32)))) as cache:
        batch = cache.batches.begin("seal", "ab" * 32, [("doc-1", None)])
        cache.batches.mark(batch, [("doc-1", "asked", None)])
        pdfs = [b"%PDF sealed", b"%PDF attached"]
        digests = cache.blobs.store_together(pdfs, cache.batches.kept(batch, "doc-1", None))
        main, attached = (file_of(pdf, f"{pdf[5:].decode()}.pdf") for pdf in pdfs)
        own = {**file_of(b"%PDF own", "own.pdf"), "signature": "own"}
        payload = {"file": main, "attachments": [{**attached, "signature": "organ", "was": "cd" * 32}, own]}
        sealing: Any = act("seal", LEADER, "doc-1", payload)
        unsent.keep_refused(cache, sealing, digests, Refusal("alreadyDone"), JournalItem(batch, "doc-1"))
        for _ in range(2):
            assert [one["file"]["name"] for one in unsent.aside(cache)] == ["sealed.pdf", "attached.pdf"]
            cache.blobs.evict(0)
            assert [cache.blobs.read(digest) for digest in digests] == pdfs
            unsent.withdraw(cache, sealing["id"])
        assert cache.outbox.is_empty()
        unsent.discard(cache, sealing["id"])
        assert unsent.aside(cache) == []
        cache.blobs.evict(0)
        assert cache.blobs.total() == 0


def test_a_file_signed_for_what_may_not_be_here_is_sealed_with_its_act(tmp_path: Path) -> None:
    with open_cache(tmp_path / "profile", MasterKey(bytes(range(32)))) as cache:
        batch = cache.batches.begin("approve", "ab" * 32, [("doc-1", None)])
        cache.batches.mark(batch, [("doc-1", "asked", None)])
        digests = cache.blobs.store_together([b"%PDF"], cache.batches.kept(batch, "doc-1", None))
        approval: Any = act("approve", LEADER, "doc-1", {"file": file_of(b"%PDF")})
        unsent.keep_refused(cache, approval, digests, Refusal(REASON), JournalItem(batch, "doc-1"))
        (row,) = unsent.entries(cache)
        assert (row["state"], row["withdrawable"]) == ("held", True)
        assert unsent.aside(cache) == [], "it is neither shown nor saved"
        assert cache.outbox.waiting() == [], "nor sent"


async def synced_but_for(session: Session, needs: int) -> None:
    session.workplace.sync_now()
    await reach(session, lambda status: status.kind == "needsYou" and status.needs == needs, anew=True)


async def save_and_let_go(machine: Machine, session: Session, folder: Path, document_id: str) -> None:
    """By the window's keys alone."""
    said: list[str] = []
    parent = QWidget()
    presenter = OutboxPresenter(
        session.workplace,
        lambda: parent,
        editors={},
        say=lambda words, tone: said.append(words),
        write=lambda path, data: machine.lanes.network(path.write_bytes, data),
    )
    (one,) = [row for row in await session.workplace.set_aside() if row["act"]["subjectId"] == document_id]
    presenter.show(place=SIGNED)
    await presenter.settled()
    window = presenter.window
    assert window is not None
    page = window.signed
    page.list.choose(f"{one['act']['id']}:{one['file']['digest']}")
    page.list.setFocus()
    assert "đã có người làm trước" in page.reason.text()

    await press(window, Qt.Key.Key_L)
    await seen(lambda: bool(window.findChildren(QFileDialog)))
    (dialog,) = window.findChildren(QFileDialog)
    target = folder / "ban-da-ky.pdf"
    dialog.selectFile(str(target))
    dialog.accept()
    await presenter.settled()
    await seen(lambda: bool(said))
    assert len(PdfFileReader(BytesIO(target.read_bytes())).embedded_signatures) == 1
    assert said[-1].startswith("Đã lưu bản sao")

    await press(window, Qt.Key.Key_B)
    await seen(lambda: page.question is not None)
    assert page.question is not None
    QTest.keyClick(page.question, Qt.Key.Key_Escape)
    await seen(lambda: page.question is None)
    assert await session.workplace.has_file(one["file"])
    await press(window, Qt.Key.Key_B)
    await seen(lambda: page.question is not None)
    assert page.question is not None
    await press(page.question, Qt.Key.Key_B)
    await seen(lambda: said[-1] == "Đã bỏ tệp đã ký.")
    await presenter.settled()
    presenter.close()


async def press(window: QWidget, key: Qt.Key) -> None:
    """With Alt, once the window is the one that keys go to."""
    window.activateWindow()
    await seen(window.isActiveWindow)
    QApplication.processEvents()
    QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)


async def seen(true: Callable[[], bool]) -> None:
    """Let the windows work until it is so: a key presses its button for a moment first."""

    def look() -> bool:
        QApplication.processEvents()
        return true()

    await until(look)
