"""An invented commune for looking at widgets and driving presenters: a Workplace in memory, judged by the real rules.

Nothing here names a living person or a real document. Monday, 23 November 2026, 08:40 in An Phú.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import uuid_utils

from desktop.office import boxes
from desktop.office.acts import KINDS, Act, Refusal, wire_time
from desktop.office.documents import FileRef
from desktop.office.handling import Handling
from desktop.office.judge import allowed, judge
from desktop.office.people import Me, me_from
from desktop.office.registers import NumberTaken, after_grant, is_free, next_number
from desktop.office.world import VIETNAM
from tests.widgets.sample_data import NOW, Objects, office_objects, sample_pdf


class NotHere(Exception):
    """The file is neither kept here nor can it be fetched now."""

    code = "unreachable"


class SampleClock:
    """The central's time, standing still."""

    def now(self) -> datetime:
        return NOW


@dataclass(frozen=True)
class SampleDraft:
    """A local draft as the workplace lists it."""

    key: str
    kind: str
    data: Any
    saved_at: str = "2026-11-23T01:30:00Z"


class SampleBudget:
    """A line as it was measured."""

    def __init__(self) -> None:
        self.rate: float | None = None
        self.slow = False


class SampleTransfers:
    """Files on their way that tests set by hand, and what was asked for them."""

    def __init__(self) -> None:
        self.budget = SampleBudget()
        self.full = False
        self.held = False
        self.files: list[Any] = []
        self.asked: list[tuple[str, Any]] = []
        self._callbacks: list[Callable[[], None]] = []

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback)

    def tell(self) -> None:
        for callback in list(self._callbacks):
            callback()

    def views(self) -> list[Any]:
        return self.files

    def pause(self, key: str) -> None:
        self.asked.append(("pause", key))

    def resume(self, key: str) -> None:
        self.asked.append(("resume", key))

    def cancel(self, key: str) -> None:
        self.asked.append(("cancel", key))

    def pause_all(self, held: bool) -> None:
        self.held = held
        self.asked.append(("pause_all", held))
        self.tell()


class SampleSync:
    """A sync state that tests set by hand."""

    def __init__(self) -> None:
        self.state: Any = None
        self._callbacks: list[Callable[[Any], None]] = []

    def subscribe(self, callback: Callable[[Any], None]) -> Callable[[], None]:
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback)

    def say(self, state: Any) -> None:
        """Change the state and tell everyone."""
        self.state = state
        for callback in list(self._callbacks):
            callback(state)


@dataclass(frozen=True)
class SampleReached:
    """How far back a list goes."""

    until: str
    came: int = 0
    more: bool = True


class SampleOlder:
    """What the central has and this machine does not keep; everything is kept here unless a test says otherwise.

    Attributes: kept_since — where the window begins; pages — what each press of the button brings; there — documents
    that are found over there; failure — raised instead of an answer; fetched — documents that were asked for.
    """

    def __init__(self) -> None:
        self.kept_since = ""
        self.pages: list[SampleReached] = []
        self.there: list[dict[str, Any]] = []
        self.failure: Exception | None = None
        self.fetched: list[str] = []
        self._now: SampleReached | None = None

    async def since(self, name: str) -> str:
        return self.kept_since

    async def reached(self, name: str, organ_id: str | None = None) -> SampleReached | None:
        return self._now or (SampleReached(self.kept_since) if self.kept_since else None)

    async def page(self, name: str, organ_id: str | None = None) -> SampleReached | None:
        if self.failure is not None:
            raise self.failure
        self._now = self.pages.pop(0)
        return self._now

    async def search(self, text: str) -> list[dict[str, Any]]:
        if self.failure is not None:
            raise self.failure
        return self.there

    async def document(self, document_id: str) -> None:
        self.fetched.append(document_id)


class SampleWorkplace:
    """What a presenter sees of the session, in memory.

    Attributes: online — with the line up, the rules grant numbers and acts count as received; down, they wait.
    files — what `file()` can give, by digest. asked — kinds of act that were tried, in order.
    """

    def __init__(self, who: str = "mai", *, online: bool = True, extra_documents: int = 0) -> None:
        self.online = online
        self.practice = True
        self.samples: Path | None = None
        self.clock_offset = timedelta(0)
        self.policy_contradicts = False
        self.secrets = 0
        self.clock = SampleClock()
        self.sync = SampleSync()
        self.transfers = SampleTransfers()
        self.signed: list[dict[str, Any]] = []
        self.older = SampleOlder()
        self.objects: Objects = office_objects(extra_documents)
        self.history_acts: list[dict[str, Any]] = self.objects.pop("Act")  # type: ignore[assignment]
        self.files: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.syncs = 0
        self._drafts: dict[str, dict[str, Any]] = {}
        self._preferences: dict[str, Any] = {}
        self._callbacks: list[Callable[[frozenset[str]], None]] = []
        self.me: Me = self._me(who)
        self._add_file(sample_pdf())

    def _me(self, who: str) -> Me:
        person = self.objects["Person"][who]
        organ = self.objects["Unit"][person["positions"][0]["organId"]]
        return me_from(cast(Any, person), cast(Any, organ))

    def _add_file(self, data: bytes) -> None:
        digest = hashlib.sha256(data).hexdigest()
        self.files[digest] = data
        for document in self.objects["Document"].values():
            if document["file"] and not document["file"]["digest"]:
                document["file"] |= {"digest": digest, "blobId": f"sha256-{digest}", "size": len(data)}

    # Protocol of the rules: World and Numbers.

    def now(self) -> datetime:
        return NOW

    def find(self, type_name: str, object_id: str) -> Mapping[str, Any] | None:
        return self.objects.get(type_name, {}).get(object_id)

    def handlings(self, document_id: str, organ_id: str | None = None) -> list[Handling]:
        found = [h for h in self.objects["Handling"].values() if h["documentId"] == document_id]
        return cast("list[Handling]", [h for h in found if organ_id in (None, h["organId"])])

    def grant(self, register_id: str, wanted: int | None) -> int:
        register = cast(Any, self.objects["Register"][register_id])
        number = next_number(register) if wanted is None else wanted
        if not is_free(register, number):
            raise NumberTaken
        self.objects["Register"][register_id] = cast(Any, after_grant(register, number))
        return number

    # Workplace.

    def subscribe(self, callback: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback)

    def tell(self, *types: str) -> None:
        """As when the sync brought something."""
        for callback in list(self._callbacks):
            callback(frozenset(types))

    async def get(self, type_name: str, object_id: str) -> dict[str, Any] | None:
        found = self.objects.get(type_name, {}).get(object_id)
        return dict(found) if found else None

    async def many(self, type_name: str, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        return {i: dict(self.objects[type_name][i]) for i in ids if i in self.objects[type_name]}

    async def all(self, type_name: str) -> list[dict[str, Any]]:
        return [dict(o) for o in self.objects[type_name].values()]

    async def select(
        self,
        type_name: str,
        where: tuple[Any, ...] = (),
        order: tuple[tuple[str, str], ...] = (),
        limit: int | None = None,
    ) -> list[dict[str, Any]]:
        found = [dict(o) for o in self.objects[type_name].values() if all(_holds(o, c, {}) for c in where)]
        for column, way in reversed(order):
            found.sort(key=lambda o: str(o.get(_property(column)) or "9999"), reverse=way == "desc")
        return found[:limit]

    async def ids(self, box: str, scope: str = "own", **params: Any) -> Sequence[str]:
        return self._ids(box, scope)

    def _ids(self, box_key: str, scope: str) -> list[str]:
        box = boxes.BY_KEY[box_key]
        today = NOW.astimezone(VIETNAM)
        names: dict[str, Any] = {
            **boxes.parameters(today.date(), today.strftime("%Y-%m-%dT%H:%M:%S")),
            "me": self.me.id,
            "organ": self.me.organ_id,
        }
        found = [
            o
            for o in self.objects[box.type].values()
            if all(_holds(o, condition, names) for condition in box.where) and self._in_scope(box.type, o, scope)
        ]
        for column, way in reversed(box.order):
            found.sort(key=lambda o: str(o.get(_property(column)) or "9999"), reverse=way == "desc")
        return [o["id"] for o in found]

    def _in_scope(self, type_name: str, obj: Mapping[str, Any], scope: str) -> bool:
        if type_name == "Handling":
            if obj["organId"] != self.me.organ_id:
                return False
            return self.me.holds(obj["unitId"], obj["personId"]) is (scope == "own")
        if type_name == "Task":
            lead = obj["tacnghiep:lead"]
            return self.me.holds(lead["unitId"], lead["personId"]) is (scope == "own")
        return True

    async def rows(self, box: str, scope: str, ids: Sequence[str]) -> list[dict[str, Any]]:
        type_name = boxes.BY_KEY[box].type
        waiting = {a["subjectId"] for a in self.history_acts if a.get("outcome") is None}
        if type_name != "Handling":
            name = {"Document": "document", "Task": "task", "ScheduleEntry": "schedule_entry"}[type_name]
            return [{name: dict(self.objects[type_name][i]), "pending": i in waiting} for i in ids]
        return [
            {
                "handling": dict(self.objects["Handling"][i]),
                "document": dict(self.objects["Document"][self.objects["Handling"][i]["documentId"]]),
                "pending": i in waiting,
            }
            for i in ids
        ]

    async def counts(self) -> dict[str, int]:
        return {f"{b.key}.{scope}": len(self._ids(b.key, scope)) for b in boxes.ALL for scope in b.scopes}

    async def history_is_whole(self, document_id: str) -> bool:
        return True

    async def history(self, document_id: str) -> list[dict[str, Any]]:
        return [dict(a) for a in self.history_acts if a["documentId"] == document_id]

    async def allowed(self, subject_type: str, subject_id: str) -> tuple[str, ...]:
        subject = self.objects[subject_type].get(subject_id)
        return allowed(subject_type, subject, self.me, _World(self)) if subject else ()

    async def act(
        self,
        kind: str,
        subject_type: str,
        subject_id: str,
        payload: dict[str, Any],
        *,
        document_id: str | None = None,
        digest: str | None = None,
        files: Sequence[FileRef] = (),
        draft_key: str | None = None,
        position_id: str = "",
    ) -> Act | Refusal:
        self.asked.append(kind)
        act = cast(
            Act,
            {
                "id": str(uuid_utils.uuid7()),
                "kind": kind,
                "authorId": self.me.id,
                "positionId": position_id or self.me.position["id"],
                "subjectType": KINDS[kind],
                "subjectId": subject_id,
                "documentId": document_id,
                "claimedAt": wire_time(NOW),
                "payload": payload,
                "basedOn": {"revision": None, "digest": digest},
                "dependsOn": [],
            },
        )
        outcome = judge(act, _World(self), now=NOW, numbers=self if self.online else None)
        if isinstance(outcome, Refusal):
            return outcome
        for type_name, obj in outcome.puts:
            self.objects[type_name][obj["id"]] = obj
        received = {"outcome": "accepted", "receivedAt": wire_time(NOW)} if self.online else {"outcome": None}
        self.history_acts.append({**act, **received})
        if draft_key:
            self._drafts.pop(draft_key, None)
        self.tell(*{name for name, _ in outcome.puts}, "Act")
        return act

    async def unsent(self) -> list[dict[str, Any]]:
        return [{"act": a, "state": "waiting", "reason": None} for a in self.history_acts if a.get("outcome") is None]

    async def set_aside(self) -> list[dict[str, Any]]:
        return self.signed

    async def discard_signed(self, act_id: str) -> None:
        self.signed = [one for one in self.signed if one["act"]["id"] != act_id]
        self.tell("Act")

    async def withdraw(self, act_id: str) -> list[dict[str, Any]]:
        taken = [a for a in self.history_acts if a["id"] == act_id]
        self.history_acts = [a for a in self.history_acts if a["id"] != act_id]
        return taken

    async def retry(self, act_id: str) -> None:
        self.sync_now()

    async def file(self, file: FileRef, *, progress: Callable[[int, int], None] | None = None) -> bytes:
        if file["digest"] not in self.files:
            raise NotHere
        if progress is not None:
            progress(file["size"], file["size"])
        return self.files[file["digest"]]

    async def has_file(self, file: FileRef) -> bool:
        return file["digest"] in self.files

    async def keep_file(self, data: bytes, name: str, media_type: str) -> FileRef:
        digest = hashlib.sha256(data).hexdigest()
        self.files[digest] = data
        return {
            "blobId": f"sha256-{digest}",
            "digest": digest,
            "size": len(data),
            "name": name,
            "mediaType": media_type,
        }

    async def save_draft(self, key: str, kind: str, data: dict[str, Any]) -> None:
        self._drafts[key] = {"kind": kind, "data": data}

    async def load_draft(self, key: str) -> dict[str, Any] | None:
        found = self._drafts.get(key)
        return dict(found["data"]) if found else None

    async def drafts(self, kind: str | None = None) -> Sequence[SampleDraft]:
        return [SampleDraft(k, d["kind"], d["data"]) for k, d in self._drafts.items() if kind in (None, d["kind"])]

    async def drop_draft(self, key: str) -> None:
        self._drafts.pop(key, None)

    async def search(self, text: str, limit: int = 50) -> list[Any]:
        return []

    async def refused_secrets(self) -> int:
        return self.secrets

    async def secrets_reported(self) -> None:
        self.secrets = 0

    async def preference(self, name: str, default: Any = None) -> Any:
        return self._preferences.get(name, default)

    async def set_preference(self, name: str, value: Any) -> None:
        self._preferences[name] = value

    def sync_now(self) -> None:
        self.syncs += 1


class _World:
    """The workplace as the rules look at it (its own `get` is for presenters and awaits)."""

    def __init__(self, place: SampleWorkplace) -> None:
        self._place = place

    def get(self, type_name: str, object_id: str) -> Mapping[str, Any] | None:
        return self._place.find(type_name, object_id)

    def handlings(self, document_id: str, organ_id: str | None = None) -> list[Handling]:
        return self._place.handlings(document_id, organ_id)


def _property(column: str) -> str:
    ours = {"assigned_by_id": "tacnghiep:assignedById", "start": "start"}
    if column in ours:
        return ours[column]
    head, *tail = column.split("_")
    return head + "".join(part.title() for part in tail)


def _holds(obj: Mapping[str, Any], condition: tuple[str, str, object], names: Mapping[str, Any]) -> bool:
    column, operator, wanted = condition
    key = _property(column)
    value = obj.get(f"tacnghiep:{key}", obj.get(key))
    if column == "signer_id":
        value = (obj.get("signer") or {}).get("personId")
    if isinstance(wanted, str) and wanted.startswith("{"):
        wanted = names[wanted.strip("{}")]
    if operator == "is not null":
        return value is not None
    if operator in ("in", "not in"):
        return (value in cast(Any, wanted)) is (operator == "in")
    if operator in ("=", "!="):
        return (value == wanted) is (operator == "=")
    if value is None:
        return False
    text, limit = str(value), str(wanted)
    return {"<": text < limit, "<=": text <= limit, ">": text > limit, ">=": text >= limit}[operator]


__all__ = ["NOW", "UTC", "NotHere", "SampleSync", "SampleWorkplace"]
