"""A commune whose leader has a pile to sign, and a program without a window that signs it: a process of its own, which
may be killed at any instant.

What it does is what the signing desk's round does, by the same run, journal and store.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, cast

from desktop.lanes import Lanes
from desktop.presenters import signing_kept, signing_kinds
from desktop.presenters.key_sources import AgentSource, KeySource
from desktop.presenters.signing_batch import FileResult, Outcome, SignedFile
from desktop.presenters.signing_places import Looked
from desktop.presenters.signing_run import SigningRun, Wish, plain_options, seen_before
from desktop.presenters.tokens import Tokens
from desktop.session.workplace import Workplace
from signing import sign as _read_ahead  # noqa: F401 - once, in the process that the others are forked from
from signing.place import Place
from signing.tokens import Agent
from tests.office.harness import Machine
from tests.practice.little import CLERK, COMMUNE, LEADER, LittleSeed, Object, document, file_of

PIN = "12345678"
AGENT = [sys.executable, "-m", "signing.agent"]
REST = ("waiting", "asked")
PLACE = Place(0, (360.0, 110.0, 496.0, 178.0))
Told = FileResult[SignedFile]


@dataclass
class BatchSeed(LittleSeed):
    """The little office with documents that wait for the leader's signature.

    Attributes:
        drafts: their files.
        certificate: digest of the leader's.
    """

    drafts: Sequence[bytes] = ()
    certificate: str = ""
    size: int = 0
    ids: list[str] = field(default_factory=list)

    @property
    def objects(self) -> dict[str, list[Object]]:
        found = super().objects
        signer = {"personId": LEADER, "name": "Phạm Văn Tâm", "position": "Bí thư", "competence": "T/M BAN THƯỜNG VỤ"}
        found["Document"] = [
            document(
                n, COMMUNE, state="submitted", number=None, notation=None, documentDate=None, issuedAt=None,
                authorId=CLERK, signer=signer, file=file_of(pdf, f"du-thao-{n}.pdf"), recipients=[], deliveries=[],
            )
            for n, pdf in enumerate(self.drafts, start=1)
        ]  # fmt: skip
        found["Person"] = [
            {**one, "certificates": [self.certificate]} if one["id"] == LEADER else one for one in found["Person"]
        ]
        return found

    @property
    def blobs(self) -> list[tuple[bytes, str]]:
        return [(pdf, "application/pdf") for pdf in self.drafts]


class Signer:
    """The round without its window; each signature stands at the same place."""

    def __init__(self, workplace: Workplace, lanes: Lanes, source: KeySource, *, width: int = 8) -> None:
        self.workplace = workplace
        self.tokens = Tokens(workplace, lanes, [source])
        now = lambda: datetime.now(UTC)  # noqa: E731
        nobody = cast(Any, None)
        self.run = SigningRun(workplace, self.tokens, lanes, nobody, options=plain_options, now=now, width=width)

    async def sign(self, tell: Callable[[Told], None] = lambda result: None) -> Outcome[SignedFile]:
        """Sign all that waits, or what is left of the last batch."""
        workplace, journal = self.workplace, self.workplace.journal
        await signing_kept.settle(workplace)
        last = await journal.last()
        ids = last.ids(*REST) if last is not None else tuple(await workplace.ids("signing.approve"))
        candidate = await self.run.pick_certificate("approve")
        assert candidate is not None
        if last is not None:
            looked = {one.id: seen for one in last.items if (seen := seen_before(one.data)) is not None}
        else:
            documents = await workplace.many("Document", ids)
            looked = {key: Looked(one["file"]["digest"], (PLACE,), 0) for key, one in documents.items()}
        wish = Wish("approve", dict.fromkeys(ids, signing_kinds.Approval()), looked, {})
        if last is None:
            batch_id = await self.run.write_down(wish, candidate, "approve", signing_kept.seat(workplace))
        else:
            batch_id = last.id
            await journal.reopen(batch_id, candidate.certificate.digest, ids)
        await self.run.log_in(candidate, PIN)
        batch = await self.run.batch(wish, candidate, batch_id, tell)
        outcome = await batch.run(ids)
        await self.run.log_out(candidate)
        if outcome.stopped_by is None:
            await journal.end(batch_id)
        return outcome


class Doomed:
    """A workplace whose process dies when an act is to be done for a file that is signed and kept.

    Args:
        after: so many acts are done before.
    """

    def __init__(self, workplace: Workplace, after: int) -> None:
        self._workplace = workplace
        self._left = after

    def __getattr__(self, name: str) -> Any:
        return getattr(self._workplace, name)

    async def act(self, *args: Any, **options: Any) -> Any:
        if not self._left:
            os.kill(os.getpid(), signal.SIGKILL)
        self._left -= 1
        return await self._workplace.act(*args, **options)


async def _main(line: Connection, root: Path, module: str, configuration: str, dies_after: int | None) -> None:
    machine = Machine(root, "tam")
    session = await machine.reopen()
    workplace = session.workplace if dies_after is None else cast(Workplace, Doomed(session.workplace, dies_after))
    with Agent(module, environment={"SOFTHSM2_CONF": configuration}, command=AGENT) as agent:
        width = 8 if dies_after is None else 1
        signer = Signer(workplace, machine.lanes, AgentSource(agent), width=width)
        await signer.sign(lambda result: line.send(str(result.step)))
        await signer.tokens.close()
    await machine.close()


def main(line: Connection, root: Path, module: str, configuration: str, dies_after: int | None = None) -> None:
    """The process; each step of a file goes down the line, and None at the end.

    Args:
        dies_after: it kills itself with the next file signed and kept, once so many acts are in the outbox.
    """
    asyncio.run(_main(line, root, module, configuration, dies_after))
    line.send(None)
