"""Acts that have not gone: listing them, taking them back, doing refused ones anew. Knows office, overlay and the
outbox.

All of it runs in the write lane, so that nothing comes between looking and doing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, cast

import uuid_utils

from desktop.office.acts import Act, Refusal
from desktop.sync.overlay import Overlay, consider
from local_cache import Cache
from local_cache.outbox import Entry


def entries(cache: Cache) -> list[dict[str, Any]]:
    """Every act in the outbox, in order."""
    rows = cache.outbox.all()
    return [
        {
            "act": e.act, "state": e.state, "reason": e.reason,
            "withdrawable": all(r.state != "sending" for r in with_dependents(rows, e.act["id"])),
        }
        for e in rows
    ]  # fmt: skip


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
    """Take out the act and what stands on it; none of them where one may be at the central already."""
    taken = with_dependents(cache.outbox.all(), act_id)
    if not taken or any(e.state == "sending" for e in taken):
        return []
    cache.outbox.remove(*(e.act["id"] for e in taken))
    return [cast(Act, e.act) for e in taken]


def again(cache: Cache, overlay: Overlay, act_id: str, now: str) -> Act | Refusal | None:
    """Send a stuck act once more, under its own identifier; do a refused one anew, under a new one.

    The central has kept the refused act for good: the same identifier would bring the same answer.
    """
    rows = cache.outbox.all()
    entry = next((e for e in rows if e.act["id"] == act_id), None)
    if entry is None:
        return None
    if entry.state != "refused":
        if entry.state == "held":
            cache.outbox.mark(act_id, "waiting")
        return cast(Act, entry.act)
    family = [e for e in with_dependents(rows, act_id) if e.state == "refused"]
    names = {e.act["id"]: str(uuid_utils.uuid7()) for e in family}
    renamed = [(_renewed(e.act, names, now), e.files) for e in family]
    overlay.invalidate()
    refusal = _judged(overlay, [a for a, _ in renamed])
    if refusal is not None:
        overlay.invalidate()
        return refusal
    cache.outbox.append_all(renamed)
    cache.outbox.remove(*(e.act["id"] for e in family))
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
