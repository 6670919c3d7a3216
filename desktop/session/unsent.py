"""Acts that have not gone: listing them, taking them back, doing refused ones anew. Knows office, overlay and the
outbox.

All of it runs in the write lane, so that nothing comes between looking and doing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, cast

import structlog
import uuid_utils

from desktop.office.acts import Act, Refusal
from desktop.office.documents import FileRef
from desktop.office.files import file_digests
from desktop.session.journal import JournalItem
from desktop.sync.gate import REASON, is_held_back
from desktop.sync.overlay import Overlay, consider
from local_cache import Cache
from local_cache.outbox import Entry

log = structlog.get_logger(__name__)

SIGNING: frozenset[str] = frozenset({"approve", "seal", "sealAttachments", "confirm", "direct"})
"""Acts that carry a file signed for them (a directive only where it was signed). One that came back is never sent
again: what it was signed for has changed, and a signature is given anew or not at all."""
ASIDE = "setAside"
"""The kind of draft under which a signed file stays listed when its act has gone from the outbox."""


def entries(cache: Cache) -> list[dict[str, Any]]:
    """Every act in the outbox, in order."""
    rows = cache.outbox.all()
    fixed: set[str] = set()
    for row in reversed(rows):
        # What stands on an act comes after it: what is on its way fixes all that it stands on.
        if row.in_doubt or row.id in fixed:
            fixed |= {row.id, *(row.act.get("dependsOn") or [])}
    return [
        {
            "act": e.act, "state": e.state, "reason": e.reason, "attempts": e.attempts,
            "withdrawable": e.id not in fixed, "signed": signed_file(e.act) is not None,
        }
        for e in rows
    ]  # fmt: skip


def signed_file(act: Mapping[str, Any]) -> FileRef | None:
    """The file that was signed for an act, the first where there are several; None for acts that carry none."""
    return next(iter(signed_files(act)), None)


def signed_files(act: Mapping[str, Any]) -> tuple[FileRef, ...]:
    """The files that were signed for an act: the document's, then its attachments with the organ's signature."""
    if act["kind"] not in SIGNING:
        return ()
    attached = [one for one in act["payload"].get("attachments") or () if one.get("signature") == "organ"]
    found = [one for one in (act["payload"].get("file"), *attached) if isinstance(one, dict)]
    named = {one["digest"]: one for one in found if isinstance(one.get("digest"), str)}
    return tuple(cast(FileRef, one) for one in named.values())


def aside(cache: Cache) -> list[dict[str, Any]]:
    """Signed files whose acts came back or were taken back: {"act", "file", "reason"}, oldest first.

    Those of one act stand together, the document's first.
    """
    kept = {d.data["act"]["id"]: (d.data["act"], d.data["reason"]) for d in cache.drafts.list(ASIDE)}
    kept |= {e.id: (e.act, e.reason) for e in cache.outbox.all() if e.state == "refused"}
    return [
        {"act": act, "file": file, "reason": reason}
        for _, (act, reason) in sorted(kept.items())
        for file in signed_files(act)
    ]


def keep_refused(cache: Cache, act: Act, files: Iterable[str], refusal: Refusal, signed: JournalItem) -> None:
    """List an act that may not be done with those that were refused: its files are signed, and nothing else has them.

    On a document that may not be here it is sealed with them, as any act that was done before that was known.

    Args:
        files: digests of the signed files.
        signed: their item in the journal.

    Raises:
        ItemConflict: the act has left already.
    """
    reason = refusal.reason()
    note = cache.batches.refused(signed.batch, signed.id, reason)
    state = "held" if refusal.code == REASON else "refused"
    cache.outbox.append(act, files, note, state=state, reason=reason)
    log.info("act.refused_here", act=act["id"], kind=act["kind"], subject=act["subjectId"], code=refusal.code)


def discard(cache: Cache, act_id: str) -> list[Act]:
    """Let a signed file go for good, with its act where that is still here, and what stands on it; gives the acts."""
    taken = withdraw(cache, act_id)
    cache.drafts.delete(_aside_key(act_id))
    return taken


def _aside_key(act_id: str) -> str:
    return f"{ASIDE}:{act_id}"


def with_dependents(rows: Iterable[Entry], act_id: str) -> list[Entry]:
    """The act and all that stand on it, in order."""
    found: list[Entry] = []
    ids = {act_id}
    for entry in rows:
        if entry.act["id"] in ids or ids.intersection(entry.act.get("dependsOn") or []):
            ids.add(entry.act["id"])
            found.append(entry)
    return found


def withdraw(cache: Cache, act_id: str) -> list[Act]:
    """Take out the act and what stands on it; none of them where one may be at the central already.

    Of a document that may not be here no act is kept back, either: the central's word on it would not be shown.
    """
    taken = with_dependents(cache.outbox.all(), act_id)
    if not taken or any(e.in_doubt and not is_held_back(e.reason) for e in taken):
        return []
    for entry in taken:
        file = signed_file(entry.act)
        if file is not None:
            # Kept before its act goes, so that no instant finds it nowhere.
            data = {"act": entry.act, "file": file, "reason": entry.reason}
            cache.drafts.save(_aside_key(entry.id), ASIDE, data, file_digests(entry.act["payload"]))
    cache.outbox.remove(*(e.act["id"] for e in taken))
    return [cast(Act, e.act) for e in taken]


def again(cache: Cache, overlay: Overlay, act_id: str, now: str) -> Act | Refusal | None:
    """Send a stuck act once more, under its own identifier; do a refused one anew, under a new one.

    The central has kept the refused act for good: the same identifier would bring the same answer. What was signed, and
    what stands on that, stays as it came back.
    """
    rows = cache.outbox.all()
    entry = next((e for e in rows if e.act["id"] == act_id), None)
    if entry is None:
        return None
    if entry.state != "refused":
        if entry.state == "held":
            cache.outbox.mark(act_id, "waiting")
        return cast(Act, entry.act)
    if signed_file(entry.act) is not None:
        return Refusal("signedSetAside")
    signed = {d.id for e in rows if signed_file(e.act) is not None for d in with_dependents(rows, e.id)}
    family = [e for e in with_dependents(rows, act_id) if e.state == "refused" and e.id not in signed]
    names = {e.act["id"]: str(uuid_utils.uuid7()) for e in family}
    renamed = [(_renewed(e.act, names, now), e.files) for e in family]
    overlay.invalidate()
    refusal = _judged(overlay, [a for a, _ in renamed])
    if refusal is not None:
        overlay.invalidate()
        return refusal
    cache.outbox.replace([e.id for e in family], renamed)
    return cast(Act, renamed[0][0])


def _renewed(act: dict[str, Any], names: Mapping[str, str], now: str) -> dict[str, Any]:
    """The act under a new identifier, wherever the old ones of its family stand in it."""
    text = json.dumps(act, ensure_ascii=False)
    for old, new in names.items():
        text = text.replace(old, new)
    return {**json.loads(text), "claimedAt": now}


def _judged(overlay: Overlay, acts: list[dict[str, Any]]) -> Refusal | None:
    """Why the first of these may not be done as things stand; else their basis is what is seen now."""
    world = overlay.world()
    for number, act in enumerate(acts):
        subject = world.get(act["subjectType"], act["subjectId"])
        act["basedOn"] = {**act["basedOn"], "revision": subject.get("revision") if subject is not None else None}
        outcome = consider(cast(Act, act), world)
        if not isinstance(outcome, Refusal):
            world.lay(act["id"], outcome)
        elif number == 0:
            return outcome
    return None
