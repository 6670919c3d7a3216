"""The later queue: signatures that fell short are brought up when the services are back, and archives kept alive.

What waits follows from the documents themselves, so that nothing of it is lost with this program; what was tried, when
and why it failed rests in the encrypted store. Each success is an act (``augment``) like any other: the central judges
it, and of two machines that tried one is refused in silence. Knows the workplace, the lanes, and ``signing.augment``.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

import structlog
import tenacity

from desktop.lanes import LaneClosed, Lanes
from desktop.office import raising as rules
from desktop.office import signatures
from desktop.office.acts import Refusal
from desktop.office.world import VIETNAM
from desktop.session.errors import CentralError, NotThere
from local_cache.errors import CacheError
from signing.problems import SigningProblem

if TYPE_CHECKING:
    from desktop.signing_means import Raising
    from signing.augment import Augmented

log = structlog.get_logger(__name__)

KEPT = "augmenting"
"""The preference under which rests what was tried."""
FIRST, LONGEST, JITTER = 30.0, 3600.0, 20.0
"""Seconds between two tries: doubling, with jitter so that an office's machines do not ask together."""
QUIET = 5.0
"""Seconds between a change and the round that looks at it."""
ARCHIVE_EVERY = 6 * 3600.0
"""Seconds between two looks through what the organ has issued."""
PAGE = 400  # documents read at once while looking through the archive
EACH = 40  # documents brought up in one round: then the others' work has its turn
_GIVE_UP = 12  # tries in vain of one file that is at fault itself

Document = Mapping[str, Any]


class StillWaiting(Exception):
    """Something could not be had now: the round is done again later."""


@dataclass(frozen=True)
class Waiting:
    """What waits on this machine.

    Attributes:
        documents: ids of documents that wait for a time-stamp or for validation data, why by each: a code of
            ``signing.augment``, "fileOffline" or "".
        archived: how many of the organ's archived copies are due.
        again_at: seconds of the monotonic clock at which it is tried again; None while it is being tried.
    """

    documents: Mapping[str, str]
    archived: int = 0
    again_at: float | None = None


class Workplace(Protocol):
    """What this needs of the workplace."""

    @property
    def me(self) -> Any: ...
    @property
    def clock(self) -> Any: ...
    @property
    def sync(self) -> Any: ...
    def subscribe(self, callback: Callable[[frozenset[str]], None]) -> Callable[[], None]: ...
    async def select(
        self, type_name: str, where: tuple[Any, ...] = (), order: tuple[Any, ...] = (), limit: int | None = None
    ) -> list[dict[str, Any]]: ...
    async def allowed(self, subject_type: str, subject_id: str) -> tuple[str, ...]: ...
    async def file(self, file: Any) -> bytes: ...
    async def keep_file(self, data: bytes, name: str, media_type: str) -> Any: ...
    async def act(
        self,
        kind: str,
        subject_type: str,
        subject_id: str,
        payload: Mapping[str, Any],
        *,
        document_id: str | None = None,
        digest: str | None = None,
        files: Any = (),
    ) -> Any: ...
    async def unsent(self) -> list[dict[str, Any]]: ...
    async def withdraw(self, act_id: str) -> Any: ...
    async def preference(self, name: str, default: Any = None) -> Any: ...
    async def set_preference(self, name: str, value: Any) -> None: ...


class Settings(Protocol):
    """Settings by name."""

    def __getitem__(self, name: str, /) -> Any: ...


class Augmenting:
    """Brings up what fell short, for as long as the session lasts.

    Args:
        raising: makes what it takes, anew for each round; called in a lane.
        busy: ids of documents that are being signed at this moment.
        changed: told when what waits has changed, on the loop's thread.
    """

    def __init__(
        self,
        workplace: Workplace,
        lanes: Lanes,
        settings: Settings,
        raising: Callable[[], Raising],
        *,
        busy: Callable[[], frozenset[str]] = frozenset,
        changed: Callable[[], object] = lambda: None,
    ) -> None:
        self._workplace = workplace
        self._lanes = lanes
        self._settings = settings
        self._raising = raising
        self._busy = busy
        self._changed = changed
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._clearing: asyncio.Task[None] | None = None
        self._tried: dict[str, Any] = {}
        self._looked_at = 0.0
        self._due: list[str] = []
        self.waiting = Waiting({})
        self._unsubscribe: Callable[[], object] = lambda: None
        self._was_off = False
        self._soon: asyncio.TimerHandle | None = None

    # -- life

    def start(self) -> None:
        """Begin; the first round comes a little later, when the desks are there."""
        parts = (self._workplace.subscribe(self._told), self._workplace.sync.subscribe(self._line))
        self._unsubscribe = lambda: [end() for end in parts]
        self._task = asyncio.ensure_future(self._run())
        self._task.add_done_callback(_told_if_broken)

    def now(self) -> None:
        """Try at once: the person asks, or the line is back."""
        self._wake.set()

    async def close(self) -> None:
        """End; what is on its way in a lane is finished there and forgotten."""
        self._unsubscribe()
        if self._soon is not None:
            self._soon.cancel()
        for task in (self._task, self._clearing):
            if task is not None:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task

    def _told(self, types: frozenset[str]) -> None:
        if "Document" in types and not self.waiting.documents:
            self._look_soon()
        state = self._workplace.sync.state
        needs_someone = "Act" in types and state is not None and state.needs > 0
        if needs_someone and (self._clearing is None or self._clearing.done()):
            self._clearing = asyncio.ensure_future(self._clear_refused())
            self._clearing.add_done_callback(_told_if_broken)

    def _line(self, status: Any) -> None:
        """The line is back: what could not be had without it is tried again."""
        off = status is not None and status.kind in ("offline", "retrying")
        if self._was_off and not off:
            self._look_soon()
        self._was_off = off

    def _look_soon(self) -> None:
        """Not at once: changes come in crowds, and a batch signs one document after another."""
        if self._soon is None:
            self._soon = asyncio.get_running_loop().call_later(QUIET, self._look_now)

    def _look_now(self) -> None:
        self._soon = None
        self._wake.set()

    async def _run(self) -> None:
        self._tried = dict(await self._workplace.preference(KEPT, {}))
        await self._pause(FIRST)
        while True:
            retrying = tenacity.AsyncRetrying(
                retry=tenacity.retry_if_exception_type(StillWaiting),
                wait=tenacity.wait_exponential_jitter(multiplier=FIRST, max=LONGEST, jitter=JITTER),
                sleep=self._pause,
            )
            async for attempt in retrying:
                with attempt:
                    await self.round()
            await self._pause(ARCHIVE_EVERY)

    async def _pause(self, seconds: float) -> None:
        """Wait, or until there is something new to do."""
        self._wake.clear()
        self._tell(again_at=time.monotonic() + seconds)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), seconds)

    # -- one round

    async def round(self) -> None:
        """Bring up what can be brought up now.

        Raises:
            StillWaiting: something could not be had.
        """
        try:
            await self._clear_refused()
            raising = await self._lanes.network(self._raising)
            short = False
            async for document in self._candidates(raising.wanted):
                short = not await self._one(document, rules.short(document, raising.wanted), raising) or short
                if self._hopeless(raising):
                    break
            short = await self._archive(raising) or short
            await self._workplace.set_preference(KEPT, self._tried)
        except (CacheError, LaneClosed) as error:
            log.info("augment.stopped", error=type(error).__name__)
            raise StillWaiting from error
        self._tell()
        if short or self.waiting.documents:
            raise StillWaiting

    async def _clear_refused(self) -> None:
        """Another machine was first, or the document went on: nothing was lost, and nobody has to be told."""
        for row in await self._workplace.unsent():
            if row["act"]["kind"] == "augment" and row["state"] == "refused":
                log.info("augment.refused", document=row["act"]["subjectId"], code=(row["reason"] or {}).get("code"))
                await self._workplace.withdraw(row["act"]["id"])

    async def _candidates(self, wanted: str) -> AsyncIterator[Document]:
        """Documents on their way whose signatures fell short, and that this person's machine takes up."""
        where = (("organ_id", "=", self._workplace.me.organ_id), ("state", "in", sorted(signatures.OPEN)))
        found = [one for one in await self._workplace.select("Document", where) if rules.short(one, wanted)]
        mine = [one for one in found if await self._is_mine(one, rules.short(one, wanted))]
        self._waits({one["id"]: self._why(one, rules.short(one, wanted)) for one in mine})
        for document in mine[:EACH]:
            if document["id"] not in self._busy():
                yield document

    async def _is_mine(self, document: Document, files: Sequence[rules.SignedFile]) -> bool:
        now = self._workplace.clock.now()
        if not signatures.is_my_turn(document, self._workplace.me, now):
            return False
        if all(self._given_up(document, one) for one in files):
            return False
        return "augment" in await self._workplace.allowed("Document", document["id"])

    async def _one(self, document: Document, files: Sequence[rules.SignedFile], raising: Raising) -> bool:
        """Whether nothing is left to be had for these files of a document."""
        left = [one for one in files if not self._given_up(document, one)]
        came = [await self._file(document, one, raising) for one in left]
        if all(one == "done" for one in came):
            self._waits({one: why for one, why in self.waiting.documents.items() if one != document["id"]})
        return "short" not in came

    async def _file(self, document: Document, one: rules.SignedFile, raising: Raising) -> Literal["done", "short", ""]:
        """Brings a file up to the level wished for, or renews it.

        Returns "short" where something could not be had now, "" where it is at fault itself or another was first.
        """
        if raising.trust is None:
            self._fell_short(document, one, "noRoots")
            return "short"
        below = signatures.is_below(one.level, document, raising.wanted)
        wanted = signatures.wanted_for(document, raising.wanted) if below else None
        try:
            pdf = await self._workplace.file(one.file)
            found = await self._lanes.network(_bring_up, pdf, raising, wanted)
        except (CentralError, NotThere):
            self._fell_short(document, one, "fileOffline")
            return "short"
        except SigningProblem as problem:
            self._fell_short(document, one, problem.code, fault=True)
            return ""
        if found.better and not await self._send(document, one, found):
            return ""
        if found.why:
            self._fell_short(document, one, found.why)
            return "short"
        if found.better:
            self._tried.pop(_name(document, one), None)
        else:
            self._fell_short(document, one, "", fault=True, last=True)  # it has reached its level already
        return "done"

    async def _send(self, document: Document, one: rules.SignedFile, found: Augmented) -> bool:
        fresh = await self._workplace.keep_file(found.pdf, str(one.file["name"]), "application/pdf")
        until = found.after.until.isoformat() if found.after.until is not None else None
        payload = {"file": fresh, "level": found.after.level, "until": until}
        if one.attachment:
            payload["attachment"] = one.attachment
        answer = await self._workplace.act(
            "augment", "Document", document["id"], payload, document_id=document["id"],
            digest=one.file["digest"], files=[fresh],
        )  # fmt: skip
        if isinstance(answer, Refusal):
            log.info("augment.not_done", document=document["id"], code=answer.code)
            return False
        log.info("augment.done", document=document["id"], level=found.after.level, until=until)
        return True

    @staticmethod
    def _hopeless(raising: Raising) -> bool:
        """The service is passed over for this round: the others would not get anything from it either."""
        stamps = raising.timestamps
        return stamps is not None and stamps.services.passed_over(stamps.url)

    # -- what was issued

    async def _archive(self, raising: Raising) -> bool:
        """Archived copies that fell short or whose time-stamp ends soon, so many a day; whether some are left."""
        if "clerk" not in self._workplace.me.roles or not self._left_today():
            return False
        if not self._due and time.monotonic() >= self._looked_at:
            self._due = [one async for one in self._due_ids(raising.wanted)]
            self._looked_at = time.monotonic() + ARCHIVE_EVERY
        while self._due and self._left_today() and not self._hopeless(raising):
            found = await self._workplace.select("Document", (("id", "=", self._due.pop(0)),))
            for document in found:
                files = self._due_files(document, raising.wanted)
                if await self._is_mine(document, files) and await self._one(document, files, raising):
                    self._count_today()
            self._tell()
        return bool(self._due) and self._left_today() > 0

    async def _due_ids(self, wanted: str) -> AsyncIterator[str]:
        after = ""
        while True:
            where = (
                ("organ_id", "=", self._workplace.me.organ_id), ("state", "in", sorted(signatures.ISSUED)),
                ("id", ">", after),
            )  # fmt: skip
            page = await self._workplace.select("Document", where, (("id", "asc"),), PAGE)
            for one in page:
                if self._due_files(one, wanted):
                    yield one["id"]
            if len(page) < PAGE:
                return
            after = page[-1]["id"]

    def _due_files(self, document: Document, wanted: str) -> list[rules.SignedFile]:
        """The archived files that fell short, and those whose time-stamp ends soon."""
        short = rules.short(document, wanted)
        ending = rules.renewals(document, self._today(), self._settings["archiveRenewDays"])
        return [*short, *(one for one in ending if one not in short)]

    def _today(self) -> Any:
        return self._workplace.clock.now().astimezone(VIETNAM).date()

    def _left_today(self) -> int:
        kept = self._tried.get("", {})
        done = kept.get("done", 0) if kept.get("day") == self._today().isoformat() else 0
        return max(0, self._settings["archivePerDay"] - done)

    def _count_today(self) -> None:
        left = self._left_today()
        done = self._settings["archivePerDay"] - left + 1
        self._tried[""] = {"day": self._today().isoformat(), "done": done}

    # -- what was tried

    def _fell_short(
        self, document: Document, one: rules.SignedFile, why: str, *, fault: bool = False, last: bool = False
    ) -> None:
        """Keep why; a file that is at fault itself is left alone after some tries, until it is another file."""
        before, digest = self._tried.get(_name(document, one), {}), one.file["digest"]
        faults = before.get("faults", 0) if before.get("digest") == digest else 0
        faults = _GIVE_UP if last else faults + fault
        self._tried[_name(document, one)] = {"why": why, "digest": digest, "faults": faults}
        if document["id"] in self.waiting.documents:
            self._waits({**self.waiting.documents, document["id"]: why})

    def _given_up(self, document: Document, one: rules.SignedFile) -> bool:
        kept = self._tried.get(_name(document, one), {})
        return kept.get("digest") == one.file["digest"] and kept.get("faults", 0) >= _GIVE_UP

    def _why(self, document: Document, files: Sequence[rules.SignedFile]) -> str:
        """Of several files the first that waits for something."""
        said = (str(self._tried.get(_name(document, one), {}).get("why", "")) for one in files)
        return next((why for why in said if why), "")

    def _waits(self, documents: Mapping[str, str]) -> None:
        if documents != self.waiting.documents:
            self.waiting = Waiting(dict(documents), self.waiting.archived, self.waiting.again_at)
            self._changed()

    def _tell(self, again_at: float | None = None) -> None:
        fresh = Waiting(self.waiting.documents, len(self._due), again_at)
        if fresh != self.waiting:
            self.waiting = fresh
            self._changed()


def _name(document: Document, one: rules.SignedFile) -> str:
    """Under which is kept what was tried of a file; the document's own under its id alone."""
    return f"{document['id']}/{one.attachment}" if one.attachment else str(document["id"])


def _told_if_broken(task: asyncio.Task[None]) -> None:
    """What went wrong here must not pass unseen: the loop's handler tells of it as of any crash."""
    error = None if task.cancelled() else task.exception()
    if error is not None and not isinstance(error, CacheError | LaneClosed):
        task.get_loop().call_exception_handler({"message": "augmenting", "exception": error})


def _bring_up(pdf: bytes, raising: Raising, wanted: str | None) -> Augmented:
    """In a lane: up to ``wanted``, or with None the archive's time-stamp renewed."""
    from signing import augment
    from signing.levels import Means

    assert raising.trust is not None
    means = Means(raising.timestamps, raising.keeper)
    if wanted is None:
        return augment.renew(pdf, raising.trust, means)
    return augment.augment(pdf, wanted, raising.trust, means)
