"""The workplace: all that presenters see of the data, and the one door by which work leaves. Knows sync, office,
local_cache.

Every method is called on the loop's thread and never blocks it; reading, writing and the network happen in lanes.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar, cast

import structlog
import uuid_utils

from desktop.central.errors import Refused
from desktop.lanes import Lanes
from desktop.office.acts import KINDS, Act, Refusal, SubjectType, wire_time
from desktop.office.documents import FileRef, blob_id
from desktop.office.files import file_digests
from desktop.office.people import Me, Person, Unit, me_from
from desktop.office.withholding import notice
from desktop.session import unsent
from desktop.session.acting import Acting
from desktop.session.changes import Callback, Changes
from desktop.session.clock import CentralClock
from desktop.session.errors import NotThere
from desktop.session.journal import Journal, JournalItem
from desktop.session.listings import all_listings, listing, values
from desktop.sync.engine import Engine
from desktop.sync.gate import REASON, REPORTS, Gate
from desktop.sync.older import Asking as Older
from desktop.sync.overlay import Overlay
from desktop.sync.status import SyncState
from desktop.sync.transfers import Transfers
from local_cache import Cache, Hit, any_of
from local_cache.errors import CacheError, DamagedFile
from local_cache.outbox import Draft

log = structlog.get_logger(__name__)

T = TypeVar("T")


class Workplace:
    """One person's work at one central.

    Attributes:
        me: who I am, in the organ and position I act from.
        practice: whether this is a practice office.
        samples: a folder of draft PDFs to practise with; None outside practice.
        sync: what the clerk sees of the sync.
        older: what is not kept here, for when it is asked for.
        clock: the central's time.
        journal: of what is being signed.
    """

    def __init__(
        self,
        cache: Cache,
        lanes: Lanes,
        engine: Engine,
        overlay: Overlay,
        gate: Gate,
        clock: CentralClock,
        changes: Changes,
        me: Me,
        *,
        practice: bool = False,
        samples: Path | None = None,
    ) -> None:
        self.me = me
        self.practice = practice
        self.samples = samples
        self.clock = clock
        self.sync: SyncState = engine.state
        self.older: Older = engine.older
        self.journal = Journal(cache, lanes, gate)
        self._cache = cache
        self._lanes = lanes
        self._engine = engine
        self._overlay = overlay
        self._gate = gate
        self._acting = Acting(cache, overlay, gate)
        self._changes = changes

    # -- being told

    def subscribe(self, callback: Callback) -> Callable[[], None]:
        """Call ``callback`` with the names of types that changed, on the window's thread; what is returned ends it.

        "Act" also stands for the outbox: an act was made, sent, refused or withdrawn.
        """
        return self._changes.subscribe(callback)

    def sync_now(self) -> None:
        """Look at the central now, whatever was planned."""
        self._engine.sync_now()

    @property
    def transfers(self) -> Transfers:
        """Files on their way, to be looked at, paused and ended."""
        return self._engine.transfers

    @property
    def clock_offset(self) -> timedelta:
        """The central's time less this machine's; beyond five minutes the person is told."""
        return self.clock.offset

    # -- state

    async def get(self, type_name: str, object_id: str) -> dict[str, Any] | None:
        """One object as it is shown: unsent acts included."""
        return await self._read(self._cache.objects.get, type_name, object_id)

    async def many(self, type_name: str, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Several objects by identifier; unknown ones are left out."""
        return await self._read(self._cache.objects.many, type_name, list(ids))

    async def all(self, type_name: str) -> list[dict[str, Any]]:
        """Every object of a small type: Unit, Person, Register."""
        return await self._read(self._cache.objects.all, type_name)

    async def select(
        self,
        type_name: str,
        where: tuple[Any, ...] = (),
        order: tuple[tuple[str, str], ...] = (),
        limit: int | None = None,
    ) -> list[dict[str, Any]]:
        """Objects that meet conditions (as in ``local_cache.listing``): the week's entries, a document's handlings."""
        return await self._read(self._cache.objects.select, type_name, where, order, self._values(), limit)

    async def ids(self, box: str, scope: str = "own", **params: Any) -> Sequence[str]:
        """The identifiers in a box, in its order.

        Args:
            params: values that take the place of the usual ones (``today`` and so on).
        """
        return await self._read(self._cache.objects.ids, listing(box, scope), {**self._values(), **params})

    async def rows(self, box: str, scope: str, ids: Sequence[str]) -> list[dict[str, Any]]:
        """What a list shows of these objects, in their order.

        Each is {"handling" | "document" | "task" | "schedule_entry": object, "pending": bool}; a handling's row has its
        "document" too (None where it is not here).
        """
        kind = listing(box, scope)
        return await self._lanes.read(self._cache.objects.rows, kind.type, list(ids), join_document=kind.join_document)

    async def counts(self) -> dict[str, int]:
        """How many are in each box, by "desk.box.scope"; all of one snapshot."""
        return await self._read(self._cache.objects.count, all_listings(), self._values())

    async def history(self, document_id: str) -> list[Act]:
        """The acts of a document, oldest first: accepted ones, then mine that are not sent ("outcome" None)."""
        return await self._read(self._history, document_id)

    def _history(self, document_id: str) -> list[Act]:
        # A copy's own history begins with the act that made it, which belongs to what was copied.
        about = any_of(("document_id", "=", document_id), ("subject_id", "=", document_id))
        kept = self._cache.objects.select("Act", (about, ("outcome", "=", "accepted")), (("seq", "asc"),))
        known = {a["id"] for a in kept}
        pending = [
            {**e.act, "outcome": None}
            for e in self._cache.outbox.all()
            if e.state != "refused"
            and document_id in (e.act.get("documentId"), e.act["subjectId"])
            and e.act["id"] not in known
        ]
        return cast(list[Act], kept + pending)

    async def history_is_whole(self, document_id: str) -> bool:
        """Whether all that was done with a document is here; acts of long ago are fetched when they are asked for."""
        if self.older.has_history(document_id):
            return True
        since = await self.older.since("Act")
        document = await self.get("Document", document_id) if since else None
        return document is None or (document.get("issuedAt") or document.get("updatedAt") or "") >= since

    async def fetch_history(self, document_id: str) -> None:
        """Fetch the acts of a document that are older than what is kept here.

        Raises:
            CentralError: as its kind says.
        """
        await self.older.history(document_id)

    async def allowed(self, subject_type: str, subject_id: str) -> tuple[str, ...]:
        """The kinds of act that I may do to it now, in the order in which a clerk wants them."""
        return await self._read(self._acting.allowed, self.me, subject_type, subject_id)

    async def search(self, text: str, limit: int = 50) -> list[Hit]:
        """Whatever holds these words, best first; diacritics and the order of words do not matter."""
        return await self._read(self._cache.search, text, limit)

    # -- acts

    async def act(
        self,
        kind: str,
        subject_type: str,
        subject_id: str,
        payload: Mapping[str, Any],
        *,
        document_id: str | None = None,
        digest: str | None = None,
        files: Iterable[str | FileRef] = (),
        draft_key: str | None = None,
        signed: JournalItem | None = None,
        position_id: str = "",
    ) -> Act | Refusal:
        """Do something: checked by the rules, written to the outbox, shown at once, sent as soon as may be.

        Args:
            digest: of the PDF that I saw, where deciding on another one would do harm.
            files: beside those named in the payload.
            draft_key: the draft that this makes; it is dropped once the act is safe.
            signed: the item of a batch whose kept file this carries; it leaves the journal with the act or not at all.
            position_id: mine in which it was signed; "" for the one that I act in now.

        Returns:
            The act, durable by now; or why it may not be done, and then nothing has happened: only a file that was
            signed for it is not lost, but listed with what was refused.

        Raises:
            ItemConflict: another has seen to the item ``signed``.
            CacheError: as its kind says.
        """
        act: Act = {
            "id": str(uuid_utils.uuid7()),
            "kind": kind,
            "authorId": self.me.id,
            "positionId": position_id or self.me.position["id"],
            "subjectType": cast(SubjectType, subject_type or KINDS.get(kind, "")),
            "subjectId": subject_id,
            "documentId": document_id,
            "claimedAt": wire_time(self.clock.now()),
            "payload": dict(payload),
            "basedOn": {"revision": None, "digest": digest},
            "dependsOn": [],
        }
        given = [f if isinstance(f, str) else f["digest"] for f in files]
        outcome, changed = await self._lanes.write(self._acting.do, act, given, draft_key, signed)
        if not isinstance(outcome, Refusal) or signed is not None:
            self._changes.tell(changed | {"Act"})
            self._engine.wake()
        return outcome

    async def unsent(self) -> list[dict[str, Any]]:
        """Acts that the central is not known to hold, in order.

        Each is {"act", "state", "reason", "attempts", "withdrawable", "signed"}; ``state`` is "waiting", "sending",
        "held" (stuck) or "refused"; ``signed``: it carries a signed file, which is never sent again.
        Of an act on a document that is withheld here only the notice is given: it stays sealed, and does not leave.
        """

        def read() -> list[dict[str, Any]]:
            rows = unsent.entries(self._cache)
            return [{**row, "act": notice("Act", row["act"], "none")} if self._bars(row) else row for row in rows]

        return await self._read(read)

    def _bars(self, row: Mapping[str, Any]) -> bool:
        return self._gate.bars(row["act"])

    async def set_aside(self) -> list[dict[str, Any]]:
        """Signed files whose acts came back or were taken back, oldest first: {"act", "file", "reason"}.

        Those of a document that is withheld here stay sealed.
        """
        return await self._read(lambda: [one for one in unsent.aside(self._cache) if not self._bars(one)])

    async def discard_signed(self, act_id: str) -> None:
        """Let a signed file that was set aside go for good, and all that were signed for the same act."""
        if await self._lanes.write(unsent.discard, self._cache, act_id):
            await self._outbox_changed()
        self._changes.tell(frozenset({"Act"}))

    async def withdraw(self, act_id: str) -> list[Act]:
        """Take back an act, and with it what stands on it; what was typed is in the acts returned.

        An act that may have reached the central is not taken back, nor is one on which such an act stands: then
        nothing is done, and the list is empty.
        """
        taken = await self._lanes.write(unsent.withdraw, self._cache, act_id)
        for act in taken:
            self._engine.transfers.withdrawn(act["id"])
        if taken:
            await self._outbox_changed()
        return taken

    async def retry(self, act_id: str) -> Act | Refusal | None:
        """Send a stuck act again; or do a refused one anew, and what came back with it, as things stand now.

        Returns:
            The (new) act; why the rules do not allow it now; None where there is no such act.
        """
        barred = await self._read(
            lambda: any(r["act"]["id"] == act_id and self._bars(r) for r in unsent.entries(self._cache))
        )
        if barred:
            return Refusal(REASON)
        again = await self._lanes.write(unsent.again, self._cache, self._overlay, act_id, wire_time(self.clock.now()))
        if isinstance(again, dict):
            await self._outbox_changed()
        return again

    async def _outbox_changed(self) -> None:
        changed = await self._lanes.write(self._overlay.rebuild)
        self._changes.tell(changed | {"Act"})
        self._engine.wake()

    # -- files

    async def file(self, file: FileRef, *, progress: Callable[[int, int], None] | None = None) -> bytes:
        """A file's content, from here or fetched now.

        Args:
            progress: told of (bytes here, bytes in all), from a network thread.

        Raises:
            NotThere: the central has it no more.
            CentralError: Offline and its kin; Refused("secretElsewhere") for a file that may not be held here.
        """
        if self._gate.withholds_file(file["digest"]):
            raise Refused(REASON)
        try:
            return await self._read(self._cache.blobs.read, file["digest"])
        except DamagedFile:
            log.warning("file.damaged_here", digest=file["digest"])
            await self._lanes.write(self._cache.blobs.delete, file["digest"])
        except CacheError as error:
            log.info("file.fetched", digest=file["digest"], because=error.code)
        try:
            await self._engine.transfers.download(file, progress)
        except Refused as error:
            if error.code == "notFound":
                raise NotThere from error
            raise
        return await self._read(self._cache.blobs.read, file["digest"])

    async def has_file(self, file: FileRef) -> bool:
        """Whether the file is on this machine."""
        return await self._read(self._cache.blobs.has, file["digest"])

    async def keep_file(self, data: bytes, name: str, media_type: str) -> FileRef:
        """Put a file into the sealed store, to be named in an act and sent with it.

        Raises:
            Refused: "secretElsewhere": it is a file of a document that may not be held here.
        """
        if self._gate.withholds_file(hashlib.sha256(data).hexdigest()):
            raise Refused(REASON)
        digest = await self._lanes.write(self._cache.blobs.store, io.BytesIO(data))
        return {"blobId": blob_id(digest), "digest": digest, "size": len(data), "name": name, "mediaType": media_type}

    # -- what came and must not

    async def refused_secrets(self) -> int:
        """How much classified content this machine has refused, and nobody has reported yet."""
        reports = await self.preference(REPORTS, [])
        return sum(not report["told"] for report in reports)

    async def secrets_reported(self) -> None:
        """The person has told those who run the central; the entries stay as they are written."""
        reports = await self.preference(REPORTS, [])
        await self.set_preference(REPORTS, [{**report, "told": True} for report in reports])

    @property
    def policy_contradicts(self) -> bool:
        """Policy allows classified documents on a network where they may never be: that counts as not allowed."""
        return self._gate.policy.contradicts

    @property
    def may_hold_secrets(self) -> bool:
        """Whether any degree of secrecy may be held on this machine at all."""
        return self._gate.policy.classified and not self._gate.policy.contradicts

    # -- drafts and preferences

    async def save_draft(self, key: str, kind: str, data: Any) -> None:
        """Keep what is being typed; files named in it are kept with it."""
        await self._lanes.write(self._cache.drafts.save, key, kind, data, file_digests(data))

    async def load_draft(self, key: str) -> Any | None:
        draft = await self._read(self._cache.drafts.load, key)
        return draft.data if draft is not None else None

    async def drafts(self, kind: str | None = None) -> Sequence[Draft]:
        """Drafts, newest first: .key, .kind, .data, .saved_at."""
        return await self._read(self._cache.drafts.list, kind)

    async def drop_draft(self, key: str) -> None:
        await self._lanes.write(self._cache.drafts.delete, key)

    async def preference(self, name: str, default: Any = None) -> Any:
        return await self._read(self._cache.preferences.get, name, default)

    async def set_preference(self, name: str, value: Any) -> None:
        """Keep a JSON value; None deletes."""
        await self._lanes.write(self._cache.preferences.set, name, value)

    # -- who I am

    async def organs(self) -> list[Unit]:
        """The organs in which I hold a position."""
        ids = list(dict.fromkeys(p["organId"] for p in self.me.person["positions"]))
        found = await self.many("Unit", ids)
        return cast(list[Unit], [found[i] for i in ids if i in found])

    async def take_seat(self, organ_id: str, position_id: str | None = None) -> None:
        """Act from another organ's position from now on.

        Raises:
            ValueError: I hold no position there.
        """
        organ = await self.get("Unit", organ_id)
        if organ is None:
            raise ValueError("no such organ")
        self.me = me_from(self.me.person, cast(Unit, organ), position_id)
        await self.set_preference("organ", organ_id)
        await self.set_preference("position", self.me.position["id"])
        self._changes.tell(frozenset({"Unit", "Person", "Handling", "Document", "Task", "ScheduleEntry"}))

    async def look_at_myself(self) -> None:
        """My positions may have changed at the central."""
        person, organ = await self.get("Person", self.me.id), await self.get("Unit", self.me.organ_id)
        if person is None or organ is None:
            return
        try:
            self.me = me_from(cast(Person, person), cast(Unit, organ), self.me.position["id"])
        except ValueError:
            log.warning("workplace.no_seat_left", organ=self.me.organ_id)

    async def _read(self, fn: Callable[..., T], *args: Any) -> T:
        return await self._lanes.read(fn, *args)

    def _values(self) -> Mapping[str, Any]:
        return values(self.me, self.clock.now())
