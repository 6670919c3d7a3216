"""What must be true after a fault schedule: who was promised what, and whether it is so. Knows the rules' names alone.

The ledger is written while a schedule runs, from what the programs said; ``violations`` reads it against what the
central holds and what is on the machines when all is at rest.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.office.deeds import MARK, P, token_of

Object = dict[str, Any]
WIRE = ("kind", "authorId", "positionId", "subjectType", "subjectId", "claimedAt", "payload", "basedOn", "dependsOn")
FIRST_NUMBERS = {41, 43}
"""Given in the little office's registers before it opens; its books were begun at 40, and 42 is a gap."""
OPENING = 40


@dataclass
class Attempt:
    """One thing that somebody tried to do.

    Attributes:
        state: "asked": no answer came, so it may be or not be; "promised": it is in the outbox for good; "not": the
            program said that it was not done.
        waited: nothing else was begun on that machine before the answer.
    """

    token: str
    machine: str
    number: int
    waited: bool
    state: str = "asked"
    act: Object | None = None


@dataclass
class Ledger:
    """Everything that was promised in one schedule."""

    attempts: dict[str, Attempt] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)
    perhaps_gone: set[str] = field(default_factory=set)
    """Acts that somebody was taking back or doing anew when it broke, and those done anew."""
    drafts: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """The texts that a machine's draft may have: the last that was said to be kept, and those that were under way."""

    def ask(self, token: str, machine: str, *, waited: bool) -> Attempt:
        return self.attempts.setdefault(token, Attempt(token, machine, len(self.attempts), waited))

    def answer(self, attempt: Attempt, reply: Mapping[str, Any]) -> None:
        if "act" in reply:
            attempt.state, attempt.act = "promised", reply["act"]
        else:
            attempt.state = "not"

    def promised(self) -> list[Attempt]:
        return [a for a in self.attempts.values() if a.state == "promised"]


@dataclass(frozen=True)
class Rest:
    """How things lie when all is at rest.

    Attributes:
        acts: every act at the central, in order.
        state: every object there, by type.
        grants: (register, number, act) of every number given.
        views: what each machine's person may see, by machine and type.
        dumps: what is on each machine.
        blob: the content of a file at the central, by its blobId; None where it is not there.
    """

    acts: list[Object]
    state: Mapping[str, Mapping[str, Object]]
    grants: list[tuple[str, int, str]]
    views: Mapping[str, Mapping[str, Mapping[str, Object]]]
    dumps: Mapping[str, Object]
    blob: Callable[[str], bytes | None]


def violations(ledger: Ledger, rest: Rest) -> list[str]:
    """Every claim that does not hold, in words; [] when all is well."""
    found = [
        *_kept(ledger, rest), *_orders(ledger, rest), *_numbers(rest), *_effects(rest), *_files(rest),
        *_drafts(ledger, rest),
    ]  # fmt: skip
    for machine, dump in rest.dumps.items():
        found += _same(machine, dump, rest.views[machine])
    return found


# -- nothing is lost, nothing is doubled -----------------------------------------------------------------------------


def _kept(ledger: Ledger, rest: Rest) -> Iterator[str]:
    there: dict[str, list[Object]] = defaultdict(list)
    for act in rest.acts:
        there[token_of(act)].append(act)
    here: dict[tuple[str, str], list[Object]] = defaultdict(list)
    for machine, dump in rest.dumps.items():
        for entry in dump["outbox"]:
            here[machine, token_of(entry["act"])].append(entry)
            if entry["state"] != "refused":
                yield f"NOT SENT: {_named(entry['act'])} is {entry['state']} ({entry['reason']}) on {machine}"
            elif not (entry["reason"] or {}).get("code"):
                yield f"NO REASON: {_named(entry['act'])} came back to {machine} without one"
    known = {(a.machine, a.token) for a in ledger.attempts.values()}
    for machine, token in here.keys() - known:
        yield f"FROM NOWHERE: {machine} holds an act that nobody did there: {token}"
    for attempt in ledger.attempts.values():
        yield from _one(ledger, attempt, there[attempt.token], here[attempt.machine, attempt.token])


def _one(ledger: Ledger, attempt: Attempt, there: list[Object], here: list[Object]) -> Iterator[str]:
    """One attempt, under all the identifiers that it has borne."""
    everywhere = {a["id"] for a in there} | {e["act"]["id"] for e in here}
    accepted = {a["id"] for a in there if a["outcome"] == "accepted"}
    alive = accepted | {e["act"]["id"] for e in here if e["state"] != "refused"}
    if attempt.state == "not" and everywhere:
        yield f"DONE ALL THE SAME: {attempt.token} was said not to be done, and is at {sorted(everywhere)}"
    if len(alive) > 1:
        yield f"DOUBLED: {attempt.token} is alive as {sorted(alive)}"
    for entry in here:
        if entry["act"]["id"] in accepted:
            yield f"NOT LET GO: {_named(entry['act'])} is accepted and still in the outbox of {attempt.machine}"
    gone = ledger.withdrawn | ledger.perhaps_gone
    refused_here = {e["act"]["id"] for e in here if e["state"] == "refused"}
    for act in there:
        if act["outcome"] == "refused" and act["id"] not in refused_here | gone:
            yield f"REFUSED AND FORGOTTEN: {_named(act)} ({act['reason']}) is not shown on {attempt.machine}"
    # What came back refused is taken off the list by withdrawing it, too.
    for act_id in alive & ledger.withdrawn:
        yield f"WITHDRAWN AND DONE: {attempt.token} {act_id}"
    if attempt.act is None:
        return
    own = attempt.act["id"]
    if own not in everywhere | gone:
        yield f"LOST: {_named(attempt.act)} was promised on {attempt.machine}"
    for act in [*(a for a in there if a["id"] == own), *(e["act"] for e in here if e["act"]["id"] == own)]:
        for member in WIRE:
            if act.get(member) != attempt.act.get(member):
                yield f"CHANGED: {_named(act)}: {member} is {act.get(member)!r}, was {attempt.act.get(member)!r}"


def _orders(ledger: Ledger, rest: Rest) -> Iterator[str]:
    """On each subject, the acts of one machine come in the order in which they were done."""
    numbers = {a.act["id"]: (a.machine, a.number) for a in ledger.promised() if a.waited and a.act is not None}
    last: dict[tuple[str, str], tuple[int, str]] = {}
    for act in rest.acts:
        if act["id"] in numbers:
            machine, number = numbers[act["id"]]
            before = last.get((machine, act["subjectId"]), (-1, ""))
            if number < before[0]:
                yield f"OUT OF ORDER: {_named(act)} of {machine} came after {before[1]}"
            last[machine, act["subjectId"]] = (number, act["id"])


# -- what an accepted act has done -----------------------------------------------------------------------------------


def _numbers(rest: Rest) -> Iterator[str]:
    granting = {a["id"] for a in rest.acts if a["outcome"] == "accepted" and a["kind"] in ("receive", "number")}
    by_act = Counter(act for _register, _number, act in rest.grants)
    if granting != set(by_act) or any(n > 1 for n in by_act.values()):
        yield f"NUMBERS: granted to {dict(by_act)}, accepted {sorted(granting)}"
    for register_id, register in rest.state["Register"].items():
        given = [n for r, n, _ in rest.grants if r == register_id]
        wanted = set(range(OPENING + 1, register["last"] + 1))
        if len(given) != len(set(given)) or FIRST_NUMBERS | set(given) | set(register["gaps"]) != wanted:
            yield f"NUMBERS: {register_id} gave {sorted(given)}, stands at {register['last']}, gaps {register['gaps']}"
        if (set(given) | FIRST_NUMBERS) & set(register["gaps"]):
            yield f"NUMBERS: {register_id} has given what it calls a gap: {register['gaps']}"
    numbers = {act: number for _register, number, act in rest.grants}
    for act in rest.acts:
        if act["id"] in numbers:
            subject = rest.state[act["subjectType"]][act["subjectId"]]
            shown = subject["arrivalNumber"] if act["kind"] == "receive" else subject["number"]
            if shown != numbers[act["id"]]:
                yield f"NUMBERS: {_named(act)} was given {numbers[act['id']]}, its subject shows {shown}"


def _effects(rest: Rest) -> Iterator[str]:
    """Each accepted act's own mark is where the act puts it, once."""
    last: dict[tuple[str, str], str] = {}
    for act in (a for a in rest.acts if a["outcome"] == "accepted" and token_of(a)):
        subject = rest.state[act["subjectType"]].get(act["subjectId"])
        if subject is None:
            yield f"NO EFFECT: {_named(act)}: there is no {act['subjectType']} {act['subjectId']}"
            continue
        kind, token = act["kind"], token_of(act)
        if kind in ("reportProgress", "finishTask"):
            count = sum(r["text"] == token for r in subject[f"{P}reports"])
            if count != 1:
                yield f"NOT ONCE: {_named(act)} stands {count} times in its task"
        elif kind == "askExtension":
            count = sum(e["reason"] == token for e in subject[f"{P}extensions"])
            if count != 1:
                yield f"NOT ONCE: {_named(act)} stands {count} times in its task"
        elif kind == "transfer" and f"{act['id']}-0" not in rest.state["Handling"]:
            yield f"NO EFFECT: {_named(act)} gave nobody anything"
        if kind in _PLACES:
            last[kind, act["subjectId"]] = token
    for (kind, subject_id), token in last.items():
        type_name, member = _PLACES[kind]
        shown = rest.state[type_name][subject_id][member]
        if shown != token:
            yield f"NO EFFECT: the last {kind} on {subject_id} was {token}, {member} is {shown!r}"


_PLACES = {
    "draft": ("Document", "subject"),
    "assignTask": ("Task", "title"),
    "enterSchedule": ("ScheduleEntry", "title"),
    "direct": ("Handling", "directive"),
}
"""Where the token of the last accepted act of a kind is to be seen."""


def _files(rest: Rest) -> Iterator[str]:
    """Every file that a document names is there, and is what its digest says."""
    for document in rest.state["Document"].values():
        file = document["file"]
        if not file:
            continue
        data = rest.blob(file["blobId"])
        if data is None or hashlib.sha256(data).hexdigest() != file["digest"] or len(data) != file["size"]:
            yield f"FILE: {document['id']} names {file['digest'][:12]}, which is not there as it says"


# -- what a machine shows --------------------------------------------------------------------------------------------


def _drafts(ledger: Ledger, rest: Rest) -> Iterator[str]:
    for (machine, key), texts in ledger.drafts.items():
        kept = rest.dumps[machine]["drafts"].get(key)
        if (kept or {}).get("subject", "") not in texts:
            yield f"DRAFT: {machine} has {kept} under {key}, said to have kept {texts}"


def _same(machine: str, dump: Object, view: Mapping[str, Mapping[str, Object]]) -> Iterator[str]:
    """The cache is the central's view, object by object; nothing lies over it; every page is sound."""
    for type_name, wanted in view.items():
        base: Mapping[str, Object] = dump["base"].get(type_name, {})
        for missing in sorted(wanted.keys() - base.keys()):
            yield f"DIVERGED: {machine} lacks {type_name} {missing}"
        for surplus in sorted(base.keys() - wanted.keys()):
            yield f"DIVERGED: {machine} still has {type_name} {surplus}"
        for object_id in sorted(wanted.keys() & base.keys()):
            there, here = dict(wanted[object_id]), dict(base[object_id] or {})
            text = there.pop("text", None)
            here.pop("text", None)
            if there != here:
                members = sorted(k for k in there.keys() | here.keys() if there.get(k) != here.get(k))
                said = ", ".join(f"{k}: {here.get(k)!r} there {there.get(k)!r}" for k in members[:3])
                yield f"DIVERGED: {machine} {type_name} {object_id}: {said}"
            kept = dump["texts"].get(object_id, "")
            if text is not None and kept != text:
                yield f"DIVERGED: {machine} {type_name} {object_id}: text {kept[:40]!r} there {text[:40]!r}"
    if dump["overlaid"] and not any(e["state"] != "refused" for e in dump["outbox"]):
        yield f"DIVERGED: {machine} shows as unsent what is not: {dump['overlaid']}"
    for problem in dump["damaged"]:
        yield f"DAMAGED: {machine}: {problem}"


def _named(act: Mapping[str, Any]) -> str:
    return f"{act['kind']} {act['id']} on {act['subjectId']} [{token_of(act).removeprefix(MARK)}]"


def summed(found: Iterable[str]) -> Counter[str]:
    """Violations by their first word."""
    return Counter(line.partition(":")[0] for line in found)
