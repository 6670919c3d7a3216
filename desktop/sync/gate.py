"""The one gate between the central and the store: what may not be held here goes no further than this.

Whatever the central sends passes through ``admit``, in the transaction that stores it; nothing else writes what it
sent. A classified document becomes a notice, and so does whatever stands on it; a file of it is neither fetched nor
sent. What was here already goes: from the state and the index in the same transaction, from files and drafts right
after, from free pages by the scrub that ``dirty`` asks for. Knows office, the wire's shapes, pull's deltas and
local_cache; writes in the write lane, and is asked from anywhere.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog

from desktop.central import shapes
from desktop.office.acts import wire_time
from desktop.office.secrecy import SecrecyPolicy, secrecy_of
from desktop.office.withholding import WITHHELD, beyond_notice, digests_in, is_withheld, notice
from desktop.sync.pull import Delta
from local_cache import Cache, Writing
from local_cache.errors import DiskFull

log = structlog.get_logger(__name__)

Object = dict[str, Any]

ROOM_FOR_WORK = 32 << 20
"""Bytes of the disk that what comes from the central never takes: they are for the outbox."""
HELD_BACK = "tacnghiep:Withheld"
"""Kept beside the state: which documents are withheld, and the digests of their files."""
REASON = "secretElsewhere"
REPORTS = "secrecy.reports"
MOST_REPORTS = 200
PAGE = 500
SCRUB = "scrubDue"
"""Preference: something was deleted that still stands in free pages and in the logs. Outlives a kill."""
_HOLDING = "secrecy.holding"
_STANDING = ("Handling", "Act", "Task", "ScheduleEntry")


@dataclass
class _Sealed:
    """What one transaction withholds: documents with the digests of their files, and what was said too much."""

    files: dict[str, set[str]] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    freed: set[str] = field(default_factory=set)
    leaks: list[Object] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)


class Gate:
    """Applies the machine's policy to all that comes.

    Args:
        now: the central's time, for reports.

    Attributes:
        level: of the offices in which the person works, the lowest; the strictest until it is known.
        dirty: something that was here has been withheld: its traces are to be scrubbed from the disk.
    """

    def __init__(self, cache: Cache, policy: SecrecyPolicy, now: Callable[[], datetime]) -> None:
        self._cache = cache
        self.policy = policy
        self.level = ""
        self.dirty = False
        self._now = now
        self._withheld: dict[str, frozenset[str]] = {}
        self._released: set[str] = set()
        self._digests: frozenset[str] = frozenset()
        self._sealed = _Sealed()

    @property
    def releasing(self) -> bool:
        """Whether something that may be held now has to be fetched anew."""
        return bool(self._released)

    # -- asked from any thread

    def withholds(self, document_id: str | None) -> bool:
        """Whether this document may not be worked on here."""
        return document_id in self._withheld and document_id not in self._released

    def withholds_file(self, digest: str) -> bool:
        """Whether this is a file of a withheld document, whoever names it."""
        return digest.removeprefix("sha256-").lower() in self._digests

    def bars(self, act: Mapping[str, Any], files: Iterable[str] = ()) -> bool:
        """Whether an act concerns a withheld document or carries a file of one."""
        if self.withholds(act.get("documentId")) or self.withholds(act.get("subjectId")):
            return True
        if not self._digests:
            return False
        return any(self.withholds_file(f) for f in (*files, *digests_in(act.get("payload"))))

    # -- in the write lane

    def open(self) -> None:
        """Find what is withheld already, and finish what a kill may have left undone."""
        for row in self._cache.objects.all(HELD_BACK):
            self._withheld[row["id"]] = frozenset(row.get("files", ()))
            if row.get("released"):
                self._released.add(row["id"])
        self._count_files()
        if self._withheld:
            self._clear_away(set(self._withheld))

    def hold_for(self, level: str) -> frozenset[str]:
        """The person's offices are known: where less or more may be held than before, what is here follows.

        Returns:
            The types whose shown state may have changed.
        """
        self.level = level
        held = self._cache.preferences.get(_HOLDING)
        holding = {"network": self.policy.network, "classified": self.policy.classified, "level": level}
        if held == holding:
            return frozenset()
        was_open = held is not None and bool(held["classified"]) and held["network"] == "dedicated"
        changed = self._judge_anew(was_open=was_open)
        self._cache.preferences.set(_HOLDING, holding)
        return changed

    def admit(self, tx: Writing, deltas: Sequence[Delta]) -> None:
        """Put what came, as it may be kept. ``settle`` follows once the transaction is through."""
        self._sealed = sealed = _Sealed()
        if any(delta.puts for delta in deltas):
            self._must_have_room()
        levels = [[secrecy_of(delta.type, o) for o in delta.puts] for delta in deltas]
        for delta, secrecies in zip(deltas, levels, strict=True):
            if delta.type == "Document":
                for document, secrecy in zip(delta.puts, secrecies, strict=True):
                    self._judge(tx, document, secrecy, sealed)
        for delta, secrecies in zip(deltas, levels, strict=True):
            if delta.puts:
                judged = zip(delta.puts, secrecies, strict=True)
                kept = (self._kept(tx, delta.type, o, secrecy, sealed) for o, secrecy in judged)
                tx.put(delta.type, [o for o in kept if o is not None])
        if sealed.fresh:
            self._seal_standing(tx, sealed)
        known = {i: files | self._withheld.get(i, frozenset()) for i, files in sealed.files.items()}
        rows: list[Object] = [{"id": i, "files": sorted(files)} for i, files in known.items()]
        rows += [{"id": i, "files": sorted(self._withheld[i]), "released": True} for i in sealed.freed]
        if rows:
            tx.put(HELD_BACK, rows)

    def _must_have_room(self) -> None:
        """Leave some of the disk: what a clerk does must still fit on it, however much a central sends.

        Raises:
            DiskFull: little is left; the sync says so, and goes on when there is more.
        """
        if shutil.disk_usage(self._cache.profile.directory).free < ROOM_FOR_WORK:
            raise DiskFull

    def settle(self) -> frozenset[str]:
        """After the transaction: files, drafts and unsent acts follow it, and what was said too much is reported.

        Returns:
            The types whose shown state changed beside those that came; "Secrecy" where there is something to tell.
        """
        sealed, self._sealed = self._sealed, _Sealed()
        if sealed.files or sealed.freed:
            known = {i: self._withheld.get(i, frozenset()) | files for i, files in sealed.files.items()}
            self._withheld = self._withheld | known
            self._released = (self._released | sealed.freed) - sealed.files.keys()
            self._count_files()
        if sealed.files:
            self._clear_away(set(sealed.files))
        if self.dirty:
            self._cache.preferences.set(SCRUB, True)
        changed = set(sealed.changed)
        if sealed.leaks and self._report(sealed.leaks):
            changed.add("Secrecy")
        return frozenset(changed)

    # -- what is allowed again

    def owed(self) -> dict[str, list[str]]:
        """What has to be fetched anew, by type: documents that may be held now, and what stands on them."""
        found: dict[str, list[str]] = {}
        if self._released:
            ids = sorted(self._released)
            found["Document"] = ids
            for name in ("Handling", "Act", "Task"):
                rows = self._cache.objects.select(name, (("document_id", "in", ids),))
                found[name] = [row["id"] for row in rows if is_withheld(row)]
        return {name: ids for name, ids in found.items() if ids}

    def paid(self) -> None:
        """It has come: nothing is withheld of these documents any more, and acts on them may go."""
        done = self._released
        self._withheld = {i: files for i, files in self._withheld.items() if i not in done}
        self._released = set()
        self._count_files()
        self._cache.objects.delete(HELD_BACK, done)
        again = [
            (e.act["id"], "waiting", None)
            for e in self._cache.outbox.all()
            if is_held_back(e.reason) and not self.bars(e.act, e.files)
        ]
        self._cache.outbox.mark_many(again)

    # -- one object

    def _judge(self, tx: Writing, document: Object, secrecy: str, sealed: _Sealed) -> None:
        document_id = document["id"]
        if self.policy.allows(secrecy, self.level):
            if document_id in self._withheld and document_id not in self._released:
                sealed.freed.add(document_id)
            return
        sealed.files[document_id] = set(digests_in(document))
        if not self.withholds(document_id):
            sealed.fresh.add(document_id)
            before = tx.base("Document", document_id)
            if before is not None:
                sealed.files[document_id] |= digests_in(before)
                self.dirty = True

    def _kept(self, tx: Writing, type_name: str, object_: Object, secrecy: str, sealed: _Sealed) -> Object | None:
        if WITHHELD in object_:
            object_ = {name: value for name, value in object_.items() if name != WITHHELD}
        if type_name == "Document":
            withheld = object_["id"] in sealed.files
        else:
            withheld = not self.policy.allows(secrecy, self.level) or self._stands_on(tx, type_name, object_, sealed)
        if not withheld:
            # The wire lets what is marked pass in any form: what is not to be reduced to a notice has to have one.
            return object_ if secrecy == "none" or shapes.problem_of(type_name, object_) is None else None
        said = beyond_notice(type_name, object_)
        kept = notice(type_name, object_, secrecy)
        if said or kept is None:
            known = kept["id"] if kept is not None else ""
            sealed.leaks.append({"type": type_name, "id": known, "secrecy": secrecy, "members": said})
        return kept

    def _stands_on(self, tx: Writing, type_name: str, object_: Object, sealed: _Sealed) -> bool:
        """Whether an object belongs to a withheld document."""
        if not self._withheld and not sealed.files:
            return False
        document_id = object_.get("documentId") or object_.get("tacnghiep:documentId")
        if type_name == "Act" and not document_id:
            subject_id, subject_type = object_.get("subjectId"), object_.get("subjectType")
            document_id = subject_id
            if subject_type in ("Handling", "Task") and isinstance(subject_id, str):
                subject = tx.base(str(subject_type), subject_id) or {}
                document_id = subject.get("documentId") or subject.get("tacnghiep:documentId")
        if not isinstance(document_id, str):
            return False
        return document_id in sealed.files or (self.withholds(document_id) and document_id not in sealed.freed)

    def _seal_standing(self, tx: Writing, sealed: _Sealed) -> None:
        """Make notices of what is here and stands on documents that are withheld from now on."""
        documents = sorted(sealed.fresh)
        subjects = list(documents)
        for name in ("Handling", "Task"):
            subjects += self._seal(tx, name, ("document_id", "in", documents), sealed)
        self._seal(tx, "Act", ("document_id", "in", documents), sealed)
        self._seal(tx, "Act", ("subject_id", "in", subjects), sealed)

    def _seal(self, tx: Writing, name: str, where: tuple[str, str, Any], sealed: _Sealed) -> list[str]:
        ids = [row["id"] for row in tx.select(name, (where,))]
        bases = [base for object_id in ids if (base := tx.base(name, object_id)) is not None and not is_withheld(base)]
        notices = [kept for base in bases if (kept := notice(name, base, "none")) is not None]
        for base in bases:
            owner = base.get("documentId") or base.get("tacnghiep:documentId") or base.get("subjectId")
            if owner in sealed.fresh:
                sealed.files[owner] |= digests_in(base)
        if notices:
            tx.put(name, notices)
            sealed.changed.add(name)
            self.dirty = True
        return ids

    # -- all that is here

    def _judge_anew(self, *, was_open: bool) -> frozenset[str]:
        """The policy or the office has changed since this profile was used.

        Args:
            was_open: classified documents were allowed: there may be some here. Else only notices can be.
        """
        changed: set[str] = set()
        if was_open:
            for name in ("Document", *_STANDING):
                for page in self._pages(name):
                    changed |= self._withhold(name, [o for o in page if not self._may_stay(name, o)])
        held = self._cache.objects.many("Document", self._withheld)
        again = sorted(i for i, d in held.items() if self.policy.allows(str(d.get("secrecy")), self.level))
        with self._cache.writing() as tx:
            tx.put(HELD_BACK, [{"id": i, "files": sorted(self._withheld[i]), "released": True} for i in again])
        self._released = self._released | set(again)
        self._count_files()
        return frozenset(changed)

    def _pages(self, name: str) -> Iterator[list[Object]]:
        """All that is here of a type, some hundred at a time."""
        last = ""
        while page := self._cache.objects.select(name, (("id", ">", last),), (("id", "asc"),), limit=PAGE):
            last = page[-1]["id"]
            bases = (self._cache.objects.base(name, object_["id"]) for object_ in page)
            yield [base for base in bases if base is not None and not is_withheld(base)]

    def _withhold(self, name: str, objects: list[Object]) -> frozenset[str]:
        """Make notices of what was allowed when it came."""
        if not objects:
            return frozenset()
        with self._cache.writing() as tx:
            self.admit(tx, [Delta(name, tuple(objects))])
        # It was no fault of the central's.
        self._sealed.leaks = []
        self.dirty = True
        log.info("secrecy.withheld_anew", type=name, objects=len(objects))
        return self.settle() | {name}

    def _may_stay(self, name: str, object_: Object) -> bool:
        return self.policy.allows(secrecy_of(name, object_), self.level)

    # -- what follows

    def _count_files(self) -> None:
        self._digests = frozenset(d for i, files in self._withheld.items() if i not in self._released for d in files)

    def _clear_away(self, documents: set[str]) -> None:
        """Files and drafts of these documents go; unsent acts on them stay sealed, are not shown and do not leave."""
        ids = sorted(documents)
        names = set(ids)
        for name in ("Handling", "Task"):
            names |= {row["id"] for row in self._cache.objects.select(name, (("document_id", "in", ids),))}
        for draft in self._cache.drafts.list():
            named = _names_any([*draft.key.split(":"), draft.data], names)
            if named or any(map(self.withholds_file, draft.digests)):
                self._cache.drafts.delete(draft.key)
                self.dirty = True
        held = [
            (e.act["id"], "held", {"code": REASON, "args": {}})
            for e in self._cache.outbox.all()
            if not is_held_back(e.reason) and self.bars(e.act, e.files)
        ]
        if held:
            self._cache.outbox.mark_many(held)
            log.warning("secrecy.acts_held", acts=len(held))
        if self._cache.blobs.delete(*(d for i in ids for d in self._withheld.get(i, ()))):
            self.dirty = True

    def _report(self, leaks: list[Object]) -> bool:
        """Write down what a central sent that it must not; identifiers and counts alone. Whether any is new."""
        kept: list[Object] = self._cache.preferences.get(REPORTS, [])
        known = {(r["type"], r["id"]) for r in kept}
        fresh = list({key: leak for leak in leaks if (key := (leak["type"], leak["id"])) not in known}.values())
        at = wire_time(self._now())
        for leak in fresh:
            log.error("secrecy.refused", type=leak["type"], id=leak["id"], secrecy=leak["secrecy"])
        if fresh:
            kept = [*kept, *({**leak, "at": at, "told": False} for leak in fresh)]
            self._cache.preferences.set(REPORTS, kept[-MOST_REPORTS:])
        return bool(fresh)


def is_held_back(reason: Any) -> bool:
    """Whether an unsent act is held because its document is withheld."""
    return isinstance(reason, Mapping) and reason.get("code") == REASON


def _names_any(value: Any, names: set[str]) -> bool:
    pending = [value]
    while pending:
        each = pending.pop()
        if isinstance(each, str) and each in names:
            return True
        if isinstance(each, Mapping):
            pending += each.values()
        elif isinstance(each, list):
            pending += each
    return False
