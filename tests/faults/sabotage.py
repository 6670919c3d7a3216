"""Programs and a central that break a promise each, to see that the fault schedules notice. Put into processes.

Each of these is a mistake that somebody could make in an afternoon.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Mapping
from typing import Any

import uuid_utils

from desktop.central.errors import CentralError
from desktop.practice.acts import ActDesk
from desktop.sync import push
from desktop.sync.overlay import Overlay
from desktop.sync.pushing import Pushing
from local_cache import Writing
from local_cache.outbox import Outbox


def forget_what_was_cut() -> None:
    """The program takes an act that it has begun to send for sent."""
    send = Pushing._send

    async def _send(self: Pushing, plan: push.Plan) -> None:
        try:
            await send(self, plan)
        except CentralError:
            self._cache.outbox.remove(*(e.act["id"] for e in plan.entries))
            raise

    Pushing._send = _send


def name_each_try_anew() -> None:
    """Each try to send an act bears an identifier of its own."""
    wire = push.wire
    push.wire = lambda act: {**wire(act), "id": str(uuid_utils.uuid7())}


def promise_before_it_is_kept() -> None:
    """An act is said to be safe, and written a moment later."""
    append = Outbox.append

    def later(self: Outbox, *args: Any, **options: Any) -> None:
        threading.Timer(0.3, append, (self, *args), options).start()

    Outbox.append = later


def keep_what_was_revoked() -> None:
    """What a person may no longer see stays in the cache."""
    Writing.delete = lambda self, type_name, ids: None


def stay_behind() -> None:
    """A third of what comes is not stored, and the cursor moves on."""
    put = Writing.put

    def lazily(self: Writing, type_name: str, objects: Iterable[Mapping[str, Any]]) -> None:
        put(self, type_name, [o for n, o in enumerate(objects) if n % 3 != 2])

    Writing.put = lazily


def note_in_clear() -> None:
    """Acts are noted beside the sealed outbox, for whoever looks for errors."""
    add = Overlay.add

    def noted(self: Overlay, act: Any, *rest: Any, **options: Any) -> frozenset[str]:
        (self.cache.profile.directory / "debug.txt").write_text(json.dumps(act))
        return add(self, act, *rest, **options)

    Overlay.add = noted


def judge_every_arrival() -> None:
    """The central judges an act each time that it arrives."""
    take = ActDesk.take

    def again(self: ActDesk, person_id: str, given: Mapping[str, Any]) -> Any:
        result, touched = take(self, person_id, {**given, "id": str(uuid_utils.uuid7())})
        return {**result, "id": given["id"]}, touched

    ActDesk.take = again
