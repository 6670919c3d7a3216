"""Which acts I may do, and doing one: checked by the rules, written to the outbox. Knows office, sync, local_cache.

Everything here blocks, and is called in a lane.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog

from desktop.office import judge
from desktop.office.acts import Act, Refusal
from desktop.office.files import file_digests
from desktop.office.people import Me
from desktop.office.withholding import is_withheld
from desktop.session import unsent
from desktop.session.journal import JournalItem
from desktop.sync.gate import REASON, Gate
from desktop.sync.overlay import Overlay, consider
from local_cache import Cache
from local_cache.errors import CacheError

log = structlog.get_logger(__name__)


class _Shown:
    """The effective state as a rule may look at it, for asking what is allowed."""

    def __init__(self, cache: Cache) -> None:
        self._objects = cache.objects

    def get(self, type_name: str, object_id: str) -> Mapping[str, Any] | None:
        return self._objects.get(type_name, object_id)

    def handlings(self, document_id: str, organ_id: str | None = None) -> list[Any]:
        rows = self._objects.select("Handling", (("document_id", "=", document_id),))
        return [r for r in rows if organ_id is None or r.get("organId") == organ_id]


class Acting:
    """At one central, in one profile.

    Args:
        gate: what may be held and done on this machine.
    """

    def __init__(self, cache: Cache, overlay: Overlay, gate: Gate) -> None:
        self._cache, self._overlay, self._gate = cache, overlay, gate

    def allowed(self, me: Me, subject_type: str, subject_id: str) -> tuple[str, ...]:
        """The kinds of act that I may do to it now, in the order in which a clerk wants them. In a read lane."""
        world = _Shown(self._cache)
        subject = world.get(subject_type, subject_id)
        if subject is None or is_withheld(subject) or self._gate.withholds(_document_of(subject)):
            return ()
        return judge.allowed(subject_type, subject, me, world)

    def do(
        self, act: Act, files: list[str], draft_key: str | None, signed: JournalItem | None
    ) -> tuple[Act | Refusal, frozenset[str]]:
        """In the write lane: nothing comes between the check and the outbox.

        Args:
            files: digests, beside those named in the payload.
            draft_key: the draft that this makes.
            signed: the item of a batch whose kept file this carries.

        Returns:
            The act, durable by now, or why it may not be done; and the types that changed.

        Raises:
            ItemConflict: another has seen to the item ``signed``.
            CacheError: as its kind says.
        """
        world = self._overlay.world()
        subject = world.get(act["subjectType"], act["subjectId"])
        act["basedOn"]["revision"] = subject.get("revision") if subject is not None else None
        if act["documentId"] is None:
            is_document = act["subjectType"] == "Document"
            act["documentId"] = act["subjectId"] if is_document else _document_of(subject)
        barred = is_withheld(subject) or self._gate.bars(act, files)
        effects = Refusal(REASON) if barred else consider(act, world)
        if isinstance(effects, Refusal):
            if signed is not None:
                unsent.keep_refused(self._cache, act, files, effects, signed)
            return effects, frozenset()
        in_order = [e.act["id"] for e in self._cache.outbox.all()] if world.looked_at else []
        act["dependsOn"] = [i for i in in_order if i in world.looked_at]
        named = [d for d in file_digests(act["payload"]) if self._cache.blobs.has(d)]
        pinned = tuple(dict.fromkeys([*files, *named]))
        if signed is None:
            changed = self._overlay.add(act, effects, pinned)
        else:
            note = self._cache.batches.left(signed.batch, signed.id, signed.result)
            changed = self._overlay.add(act, effects, pinned, note)
        if draft_key is not None:
            self._drop_draft(act, draft_key)
        log.info("act.made", act=act["id"], kind=act["kind"], subject=act["subjectId"])
        return act, changed

    def _drop_draft(self, act: Act, key: str) -> None:
        try:
            self._cache.drafts.delete(key)
        except CacheError as error:
            # The act is safe; a draft too many does no harm.
            log.warning("act.draft_stayed", act=act["id"], code=error.code)


def _document_of(subject: Mapping[str, Any] | None) -> str | None:
    if subject is None:
        return None
    return subject.get("documentId") or subject.get("tacnghiep:documentId")
