"""Sending acts: which may go now, and what each answer means. Knows central, office and the outbox's entries.

Order holds per subject, and along ``dependsOn``: an act that fails holds up what stands on it and nothing else. A
replay is safe, because the central gives an act's first answer again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import structlog

from desktop.central.errors import Broken, CentralError
from desktop.central.jmap import Central, chunks
from desktop.central.transport import Call
from desktop.office.acts import Reason
from desktop.sync.pull import Delta, Mark, Puller
from local_cache.outbox import Entry

log = structlog.get_logger(__name__)

MOST_ACTS = 50
MOST_WAVES = 4
PATIENCE = 3
"""How often an act may break the central before it is set aside."""

WIRE_MEMBERS = (
    "id", "kind", "authorId", "positionId", "subjectType", "subjectId", "documentId", "claimedAt", "payload", "basedOn",
    "dependsOn",
)  # fmt: skip
"""What an author writes of an act; the rest is the central's."""

AT_ONCE = 4
"""Acts whose files are sent at the same time; one whose file does not get through holds up no other's."""

_FINAL = frozenset({"invalidProperties", "forbidden", "alreadyExists", "tooLarge", "singleton", "invalidPatch"})
"""SetErrors that no repetition mends (RFC 8620, 5.3)."""


@dataclass(frozen=True)
class Plan:
    """What goes in the next round trip.

    Attributes:
        waves: acts by turn: those of one wave stand on nothing in the same wave.
        fallen: acts that come back because one they stand on was refused, with that act's identifier.
        uploads: acts that wait for their files to be at the central, in order.
    """

    waves: tuple[tuple[Entry, ...], ...] = ()
    fallen: tuple[tuple[str, str], ...] = ()
    uploads: tuple[Entry, ...] = ()

    @property
    def entries(self) -> list[Entry]:
        return [e for wave in self.waves for e in wave]


def plan(
    entries: Iterable[Entry],
    *,
    settled: Collection[str] = (),
    most: int = MOST_ACTS,
    ready: Callable[[Entry], bool] = lambda _: True,
) -> Plan:
    """Choose what may go now. Pure.

    Args:
        entries: the outbox, in order.
        settled: acts accepted already, whose state is on its way.
        most: acts in one round trip.
        ready: whether the act's files are at the central.
    """
    waves: list[list[Entry]] = []
    turn: dict[str, int] = {}
    subjects: dict[str, int] = {}
    refused: set[str] = set()
    waiting: set[str] = set()
    fallen: list[tuple[str, str]] = []
    uploads: list[Entry] = []
    for entry in entries:
        act_id, depends, subject = entry.act["id"], entry.act.get("dependsOn") or [], entry.act["subjectId"]
        if act_id in settled:
            continue
        if entry.state == "refused":
            refused.add(act_id)
            continue
        broken = next((d for d in depends if d in refused), None)
        if broken is not None:
            refused.add(act_id)
            fallen.append((act_id, broken))
            continue
        if entry.state == "held" or subject in waiting or any(d in waiting for d in depends):
            waiting |= {act_id, subject}
            continue
        wave = 1 + max((turn[d] for d in depends if d in turn), default=-1)
        wave = max(wave, subjects.get(subject, -1) + 1)
        is_ready = ready(entry)
        if not is_ready:
            uploads.append(entry)
        if not is_ready or wave >= MOST_WAVES or len(turn) >= most:
            waiting |= {act_id, subject}
            continue
        if wave == len(waves):
            waves.append([])
        waves[wave].append(entry)
        turn[act_id] = subjects[subject] = wave
    return Plan(tuple(tuple(w) for w in waves), tuple(fallen), tuple(uploads))


@dataclass(frozen=True)
class Verdict:
    """What the central said to one act. "again": it was not taken, and nothing of it was kept there."""

    outcome: Literal["accepted", "refused", "again"]
    reason: Reason | None = None


@dataclass(frozen=True)
class Sent:
    """The answer to one round trip; ``deltas`` is None where changes were not asked for with it."""

    verdicts: Mapping[str, Verdict]
    deltas: list[Delta] | None


@dataclass
class Poison:
    """Counts how often single acts have broken a central that was well otherwise."""

    counts: dict[str, int] = field(default_factory=dict)

    def struck(self, act_id: str) -> bool:
        """Count one; whether the act is to be set aside."""
        self.counts[act_id] = self.counts.get(act_id, 0) + 1
        return self.counts[act_id] >= PATIENCE

    def once_more(self, act_id: str) -> None:
        """It was set aside and may try again: the next failure sets it aside anew."""
        self.counts[act_id] = PATIENCE - 1

    def forget(self, act_ids: Iterable[str]) -> None:
        for act_id in act_ids:
            self.counts.pop(act_id, None)


def send(
    central: Central, puller: Puller, waves: Sequence[Sequence[Entry]], marks: Mapping[str, Mark], call: Call
) -> Sent:
    """Send acts, and ask for what they changed in the same round trip where the central takes so many calls."""
    batch = central.batch(call)
    handles = [batch.add("Act/set", create={e.act["id"]: wire(e.act) for e in wave}) for wave in waves]
    fits = len(handles) + 3 * len(marks) <= central.session(call).limits.max_calls_in_request
    asked = puller.ask_changes(batch, marks) if fits else None
    try:
        responses = central.send(batch, call)
    except CentralError as error:
        error.doubtful = call.doubtful
        raise
    verdicts: dict[str, Verdict] = {}
    for wave, handle in zip(waves, handles, strict=True):
        answer = responses.set_(handle)
        for entry in wave:
            act_id = entry.act["id"]
            verdicts[act_id] = read_verdict(answer.created.get(act_id), answer.not_created.get(act_id))
    deltas: list[Delta] | None = None
    if asked is not None:
        try:
            deltas = puller.read_changes(responses, asked)
        except CentralError as error:
            # The acts have been judged, whatever the changes say: those are asked for again by themselves.
            log.info("push.changes_unreadable", kind=error.kind, code=error.code)
    return Sent(verdicts, deltas)


def known(central: Central, act_ids: Sequence[str], call: Call) -> dict[str, Verdict]:
    """What the central has said to these acts already; acts that it does not hold are left out.

    Raises:
        CentralError: it does not answer well: then nothing is known of any act.
    """
    wanted = set(act_ids)
    found: dict[str, Verdict] = {}
    for part in chunks(act_ids, central.session(call).limits.max_objects_in_get):
        batch = central.batch(call)
        handle = batch.add("Act/get", ids=part, properties=["outcome", "reason"])
        for object_ in central.send(batch, call).got(handle).objects:
            if object_["id"] in wanted:
                found[object_["id"]] = read_verdict(object_, None)
    return found


def wire(act: Mapping[str, Any]) -> dict[str, Any]:
    """The act as its author wrote it."""
    return {name: act[name] for name in WIRE_MEMBERS if name in act}


def read_verdict(created: Mapping[str, Any] | None, error: Mapping[str, Any] | None) -> Verdict:
    """What /set said of one act.

    Raises:
        Broken: it says something that no answer may say.
    """
    if created is not None:
        outcome, reason = created.get("outcome"), created.get("reason")
        if outcome == "accepted":
            return Verdict("accepted")
        if outcome == "refused":
            return Verdict("refused", _reason(reason))
        raise Broken("wrongShape", where="Act/set")
    if error is None:
        return Verdict("again", {"code": "noAnswer", "args": {}})
    kind = str(error.get("type", "unknown"))
    return Verdict("refused" if kind in _FINAL else "again", {"code": kind, "args": {}})


def _plain(args: Any) -> dict[str, Any]:
    """The values of a reason: words and numbers, and nothing that could hold more."""
    found = args if isinstance(args, dict) else {}
    return {name: value for name, value in found.items() if isinstance(value, str | int)}


def _reason(value: Any) -> Reason:
    if isinstance(value, dict) and isinstance(value.get("code"), str):
        args = value.get("args")
        return {"code": value["code"], "args": _plain(args)}
    return {"code": "unknown", "args": {}}
