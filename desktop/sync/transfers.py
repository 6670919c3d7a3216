"""Files on their way, up and down: which goes next, which stands back, and where each is. Knows line, blobs, budget.

What is open on the screen goes before the files that acts wait for, and these before what is fetched ahead. A download
goes on where it was cut, an upload with the pieces that are missing; both after a kill too. Asked for again, a file
under way is joined, not fetched twice. Every method is called on the loop's thread.
"""

from __future__ import annotations

import asyncio
import shutil
import threading
from collections.abc import Callable

import structlog

from desktop.central.errors import CentralError, Refused
from desktop.lanes import Lanes
from desktop.office.documents import FileRef
from desktop.office.files import UNNAMED, files_in
from desktop.sync import carrying
from desktop.sync.budget import Budget
from desktop.sync.carrying import FileDamaged, FileMissing
from desktop.sync.job import Job, Progress, Rank, Transfer, TransferCancelled
from desktop.sync.line import Line
from local_cache import Cache
from local_cache.errors import CacheError, DiskFull
from local_cache.outbox import Entry

log = structlog.get_logger(__name__)

SLOTS = 2
"""Files under way at once; one that is open on the screen need not wait for a slot."""
RESERVE = 64 << 20
"""Bytes that are left free on the disk, for the acts that are still to be done."""
LOOK_AGAIN = 20.0
"""Seconds between looks whether a full disk has room again."""
MOST_FAILED = 20
"""Failures that stay listed."""
CALM = 0.2
"""Seconds between two tellings of progress."""


class Transfers:
    """Moves files.

    Args:
        withheld: whether a file may not be held here, by its digest: it is neither fetched nor sent.
        budget: what of the line files may take.

    Attributes:
        there: digests known to be at the central.
        full: whether the disk has no room for more; downloads wait until it has.
    """

    def __init__(
        self,
        cache: Cache,
        line: Line,
        lanes: Lanes,
        withheld: Callable[[str], bool] = lambda _: False,
        budget: Budget | None = None,
    ) -> None:
        self._cache = cache
        self._line = line
        self._lanes = lanes
        self._withheld = withheld
        self.budget = budget or Budget()
        line.central.round_trip = self.budget.round_trip
        self.there: set[str] = set()
        self.full = False
        self.fetch_ahead = True
        self._jobs: dict[str, Job] = {}
        self._count = 0
        self._held = False
        self._closed = False
        self._watch: asyncio.Task[None] | None = None
        self._callbacks: list[Callable[[], None]] = []
        self._telling = False
        self._locks: dict[str, threading.Lock] = {}

    # -- what is asked for

    def ready(self, entry: Entry) -> bool:
        """Whether all files of an act are known to be at the central."""
        return self.there.issuperset(entry.files)

    def forget(self, entry: Entry) -> None:
        """The central says that it has not got the files: they are sent again."""
        self.there.difference_update(entry.files)

    async def upload(self, entry: Entry) -> None:
        """Send what the central lacks of an act's files.

        Raises:
            CentralError: as its kind says.
            FileMissing, FileDamaged: a file is gone from this machine, or does not open.
        """
        named = files_in(entry.act.get("payload"))
        for digest in entry.files:
            if self._withheld(digest):
                raise Refused("secretElsewhere")
            if digest not in self.there:
                file = named.get(digest) or {**UNNAMED, "digest": digest, "blobId": f"sha256-{digest}"}
                await self._wait_for(self._job(file, Rank.ACT, upload=True, act_id=entry.act["id"]))
                self.there.add(digest)

    async def download(self, file: FileRef, progress: Progress | None = None, rank: Rank = Rank.OPEN) -> None:
        """Bring a file into the sealed store, where it is not there; goes on where it was cut.

        Raises:
            CentralError: as its kind says; Refused("notFound") where the central has no such file, or
                Refused("secretElsewhere") where it may not be held here.
            CacheError: it cannot be kept (DiskFull), or is not what it should be (DigestMismatch).
            TransferCancelled: the person ended it.
        """
        if self._withheld(file["digest"]) or self._withheld(file["blobId"]):
            raise Refused("secretElsewhere")
        if await self._lanes.read(self._cache.blobs.has, file["digest"]):
            return
        if self._closed:
            raise TransferCancelled
        job = self._job(file, rank)
        if progress is not None:
            job.progress.append(progress)
        await self._wait_for(job)

    async def fetch(self, file: FileRef) -> None:
        """Bring a file ahead of its use, behind everything else; ended as ``download`` is."""
        if self._withheld(file["digest"]) or self._withheld(file["blobId"]):
            raise Refused("secretElsewhere")
        if not self._closed:
            await asyncio.shield(self._job(file, Rank.AHEAD).finished)

    def look_again(self) -> None:
        """The line may be better than it was: start what may move now."""
        self._pump()

    async def _wait_for(self, job: Job) -> None:
        """Shielded: one reader who turns the page does not end it for another."""
        job.waiters += 1
        try:
            await asyncio.shield(job.finished)
        finally:
            job.waiters -= 1
            if not job.waiters and not job.finished.done() and not self._closed:
                self._abandoned(job)

    def _abandoned(self, job: Job) -> None:
        """Nobody looks at it any more: on a good line it is brought to its end behind the rest."""
        if job.upload or not self.fetch_ahead or self.budget.slow:
            self._end(job)
        else:
            job.rank = Rank.AHEAD
        self._pump()

    def _job(self, file: FileRef, rank: Rank, *, upload: bool = False, act_id: str = "") -> Job:
        key = f"{'up' if upload else 'down'}:{file['digest']}"
        job = self._jobs.get(key)
        if job is not None and job.state == "failed":
            del self._jobs[key]
            job = None
        if job is None:
            self._count += 1
            finished = asyncio.get_running_loop().create_future()
            # Whoever waited may have gone by the time it fails.
            finished.add_done_callback(lambda f: f.cancelled() or f.exception())
            job = Job(key, upload, file, rank, self._count, finished, act_id)
            self._jobs[key] = job
        elif rank < job.rank:
            job.rank = rank
        if rank is Rank.OPEN and job.state == "paused":
            job.state = "waiting"
        self._pump()
        return job

    # -- what the person may do

    def views(self) -> list[Transfer]:
        """Every file on its way, or that failed, in the order in which they go."""
        return [job.view() for job in sorted(self._jobs.values(), key=lambda j: (j.state == "failed", *j.turn))]

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call ``callback`` when something moves, a few times a second at most; what is returned ends it."""
        self._callbacks.append(callback)

        def unsubscribe() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return unsubscribe

    @property
    def held(self) -> bool:
        """Whether the person has paused all of them."""
        return self._held

    def pause(self, job_id: str) -> None:
        """Stop one where it is; it goes on from there."""
        job = self._jobs.get(job_id)
        if job is not None and job.state in ("waiting", "moving"):
            job.state = "paused"
            self._stop(job)
            self._pump()

    def resume(self, job_id: str) -> None:
        """Let one that was paused, or failed, go on."""
        job = self._jobs.get(job_id)
        if job is None:
            return
        if job.state == "failed" and not job.upload:
            del self._jobs[job_id]
            self._job(job.file, Rank.ACT)
        elif job.state == "paused":
            job.state = "waiting"
            self._pump()

    def cancel(self, job_id: str) -> None:
        """End a download. An upload belongs to its act, and ends when that is withdrawn."""
        job = self._jobs.get(job_id)
        if job is not None and not job.upload:
            self._end(job)
            self._pump()

    def pause_all(self, held: bool) -> None:
        """Stop all of them, or let all go on; also those that come later."""
        self._held = held
        for job in self._jobs.values():
            if held and job.state == "moving":
                job.state = "waiting"
                self._stop(job)
            elif not held and job.state == "paused":
                job.state = "waiting"
        self._pump()

    def withdrawn(self, act_id: str) -> None:
        """The act is not to be sent: neither are its files."""
        for job in list(self._jobs.values()):
            if job.upload and job.act_id == act_id:
                self._end(job)
        self._pump()

    # -- how it goes

    def _pump(self) -> None:
        """Start what may move now."""
        if not self._closed and not self._held:
            for job in sorted(self._jobs.values(), key=lambda j: j.turn):
                if job.state == "waiting" and job.task is None and self._may_start(job):
                    job.state = "moving"
                    job.task = asyncio.create_task(self._move(job), name="transfer")
        self._tell()

    def _may_start(self, job: Job) -> bool:
        moving = [j for j in self._jobs.values() if j.state == "moving"]
        if job.rank is Rank.OPEN:
            return not any(j.rank is Rank.OPEN for j in moving) or len(moving) <= SLOTS
        if self.full and not job.upload:
            return False
        if job.rank is Rank.AHEAD and (self.budget.slow or any(j.rank is not Rank.AHEAD for j in moving)):
            return False
        return len(moving) < (1 if job.rank is Rank.AHEAD else SLOTS)

    async def _move(self, job: Job) -> None:
        try:
            await self._carry(job)
        except asyncio.CancelledError:
            job.task = None
            if self._closed:
                raise
            self._pump()
            return
        except (CentralError, CacheError, FileMissing, FileDamaged) as error:
            self._failed(job, error)
        except Exception as error:
            log.exception("transfer.stumbled")
            self._failed(job, error)
        else:
            self._jobs.pop(job.id, None)
            if not job.finished.done():
                job.finished.set_result(None)
        self._pump()

    async def _carry(self, job: Job) -> None:
        loop = asyncio.get_running_loop()

        def moved(done: int, total: int) -> None:
            """From the thread that moves it."""
            job.moved(done, total)
            loop.call_soon_threadsafe(self._tell)

        job.began = None
        if job.upload:
            await self._line.transfer(carrying.up, self._cache, self._line.central, job.file, self.budget, moved)
            return
        await self._lanes.read(self._check_room, job.file["size"])
        # A thread that was told to stop may take a moment: the next try at the same file waits for its end.
        alone = self._locks.setdefault(job.file["digest"], threading.Lock())
        try:
            await self._line.transfer(
                carrying.down,
                self._cache,
                self._line.central,
                job.file,
                self.budget,
                moved,
                lambda: int(job.rank),
                alone,
            )
        finally:
            if not alone.locked():
                self._locks.pop(job.file["digest"], None)

    def _check_room(self, size: int) -> None:
        if shutil.disk_usage(self._cache.profile.directory).free < size + RESERVE:
            raise DiskFull

    def _failed(self, job: Job, error: Exception) -> None:
        log.info("transfer.failed", id=job.id, rank=int(job.rank), code=getattr(error, "code", type(error).__name__))
        job.task = None
        if isinstance(error, DiskFull):
            self._disk_is_full()
            if not job.waiters:
                job.state, job.code = "waiting", error.code
                return
        if job.rank is Rank.AHEAD and not job.waiters:
            # Nobody asked for it: whoever opens it will be told.
            self._jobs.pop(job.id, None)
            if not job.finished.done():
                job.finished.set_exception(error)
            return
        job.state, job.code = "failed", str(getattr(error, "code", "internal"))
        if not job.finished.done():
            job.finished.set_exception(error)
        failed = [j for j in self._jobs.values() if j.state == "failed"]
        for old in sorted(failed, key=lambda j: j.number)[:-MOST_FAILED]:
            del self._jobs[old.id]

    def _disk_is_full(self) -> None:
        if not self.full:
            self.full = True
            log.warning("transfer.disk_full")
            self._watch = asyncio.create_task(self._wait_for_room(), name="room")

    async def _wait_for_room(self) -> None:
        while self.full:
            await asyncio.sleep(LOOK_AGAIN)
            try:
                await self._lanes.read(self._check_room, 0)
            except DiskFull:
                continue
            self.full = False
            log.info("transfer.room_again")
            for job in self._jobs.values():
                if job.state == "waiting":
                    job.code = ""
            self._pump()

    def _stop(self, job: Job) -> None:
        if job.task is not None:
            job.task.cancel()

    def _end(self, job: Job) -> None:
        self._jobs.pop(job.id, None)
        self._stop(job)
        if not job.finished.done():
            job.finished.set_exception(TransferCancelled())

    def _tell(self) -> None:
        if self._telling or self._closed:
            return
        self._telling = True
        asyncio.get_running_loop().call_later(CALM, self._tell_now)

    def _tell_now(self) -> None:
        self._telling = False
        for callback in list(self._callbacks):
            callback()

    async def close(self) -> None:
        """End what is under way; what has come stays for the next time."""
        self._closed = True
        tasks = [j.task for j in self._jobs.values() if j.task is not None]
        tasks += [self._watch] if self._watch is not None else []
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for job in self._jobs.values():
            job.finished.cancel()
        self._jobs.clear()
        self._callbacks.clear()
