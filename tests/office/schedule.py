"""Schedules of work and faults: a list of steps that follows from a seed alone. Pure.

A step says what is done, by whom, and at which instants something breaks. What a deed is done to is chosen where it is
done, among what is allowed there, by the step's own seed. So a schedule can be shortened step by step and still runs.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.office.deeds import MARK
from tests.practice.little import CLERK, LEADER, SPECIALIST

MACHINES = {"mai-1": CLERK, "mai-2": CLERK, "tam-1": LEADER, "duc-1": SPECIALIST}
"""Machines and whose they are; the clerk has two."""
USERS = {CLERK: "mai", LEADER: "tam", SPECIALIST: "duc"}

KINDS: dict[str, dict[str, int]] = {
    CLERK: {
        "receive": 6, "transfer": 5, "draft": 5, "submit": 3, "number": 2, "seal": 1, "issue": 1, "assignTask": 3,
        "enterSchedule": 3, "finish": 2, "return": 1, "discard": 1, "reportProgress": 2,
    },
    LEADER: {
        "direct": 4, "approve": 3, "refuse": 1, "assignTask": 3, "approveSchedule": 2, "adjustSchedule": 2,
        "refuseSchedule": 1, "decideCompletion": 2, "decideExtension": 2, "transfer": 2, "finish": 2, "draft": 1,
        "reportProgress": 1,
    },
    SPECIALIST: {
        "reportProgress": 5, "finishTask": 1, "askExtension": 2, "finish": 2, "return": 2, "draft": 4, "submit": 2,
        "enterSchedule": 2, "discard": 1, "transfer": 1,
    },
}  # fmt: skip
"""What each person does, and how often."""

GARBAGE: tuple[tuple[tuple[str, str], str], ...] = (
    (("Content-Type", "text/html"), "<html>Trang đăng nhập mạng</html>"),
    (("Content-Type", "application/json"), "{"),
    (("Content-Type", "application/json"), '{"methodResponses": 7}'),
    (("Content-Type", "application/json"), '{"methodResponses": []}'),
    (("Content-Type", "application/json"), "null"),
    (("Content-Type", "application/json"), "[" * 5000),
    (("Content-Type", "application/json"), ""),
    (("Content-Encoding", "gzip"), "\x1f\x8b\x08 not what it says"),
)
STATUS: tuple[tuple[int, tuple[tuple[str, str], ...]], ...] = (
    (500, ()), (502, ()), (503, (("Retry-After", "120"),)), (503, ()), (429, (("Retry-After", "1"),)), (401, ()),
    (403, ()), (404, ()), (400, ()), (413, ()), (302, (("Location", "http://127.0.0.1:9/x"),)),
)  # fmt: skip
WHERE = (
    ("/jmap/api", "Act/set", 35), ("/jmap/api", "", 25), ("/jmap/upload", "", 12), ("/jmap/download", "", 6),
    ("/jmap/eventsource", "", 8), ("/oauth/token", "", 3), ("/.well-known", "", 3), ("", "", 8),
)  # fmt: skip
"""Which requests are met: a part of the path, a part of the body, and how often."""
CHANGES = ("serverFail", "cannotCalculateChanges", "flipped")
"""Answers of the central that are rewritten: see ``described_faults``."""


@dataclass(frozen=True)
class Step:
    """One line of a schedule.

    Attributes:
        do: "act", "other", "kill" and so on: a method of the runner.
        who: the machine, where it is one's own.
        given: what the method needs.
    """

    do: str
    who: str = ""
    given: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        words = " ".join(f"{k}={v!r}" for k, v in self.given.items() if k not in ("seed", "new", "token"))
        return f"{self.do:12} {self.who:6} {words}".rstrip()


@dataclass(frozen=True)
class Schedule:
    """What happens in one run.

    Attributes:
        layer: "a": everything in one process, clients dropped without a word; "b": a process each, killed.
        cast: the machines that take part.
        restarted: whether all programs are started anew before the end is looked at.
    """

    seed: int
    layer: str
    cast: tuple[str, ...]
    steps: tuple[Step, ...]
    restarted: bool

    def __str__(self) -> str:
        head = f"seed {self.seed}, layer {self.layer}, {', '.join(self.cast)}, restarted={self.restarted}"
        return "\n".join([head, *(f"  {n:3} {step}" for n, step in enumerate(self.steps))])


class Writer:
    """Writes one schedule."""

    def __init__(self, seed: int, layer: str) -> None:
        self.rng = random.Random(f"{layer}{seed}")
        self.seed, self.layer = seed, layer
        others = [m for m in MACHINES if m != "mai-1"]
        self.cast = ("mai-1", *sorted(self.rng.sample(others, self.rng.randint(1, 2))))
        self.steps: list[Step] = []
        self.later: list[tuple[int, Step]] = []
        self.number = 0

    def write(self) -> Schedule:
        length = self.rng.randint(10, 30)
        plans = self._plans()
        for n in range(length):
            for step in [s for at, s in self.later if at == n]:
                self.steps.append(step)
            self.rng.choices([p for p, _ in plans], [w for _, w in plans])[0](n)
        return Schedule(self.seed, self.layer, self.cast, tuple(self.steps), self.rng.random() < 0.6)

    def _plans(self) -> list[tuple[Callable[[int], None], float]]:
        kills = self.layer == "b"
        return [
            (self._act, 11), (self._other, 3), (self._arrive, 1), (self._rights, 0.7), (self._faults, 5),
            (self._weather, 1.5), (self._down, 1.2), (self._skew, 0.4), (self._full, 0.5), (self._kill, 4),
            (self._kill_central, 2.0), (self._kill_both, 1.5 if kills else 0), (self._withdraw, 1.2),
            (self._retry, 1), (self._draft, 1.2), (self._read, 1.2), (self._nudge, 2), (self._pause, 2.5),
            (self._rest, 0.8),
        ]  # fmt: skip

    def _add(self, do: str, who: str = "", **given: Any) -> None:
        self.steps.append(Step(do, who, given))

    def _after(self, n: int, most: int, do: str, who: str = "", **given: Any) -> None:
        self.later.append((n + self.rng.randint(1, most), Step(do, who, given)))

    def _someone(self) -> str:
        return self.rng.choice(self.cast)

    def _deed(self, person: str, *, more: dict[str, Any] | None = None) -> dict[str, Any]:
        self.number += 1
        kinds = KINDS[person]
        chosen = list(dict.fromkeys(self.rng.choices(list(kinds), list(kinds.values()), k=6)))
        return {
            "kinds": chosen, "seed": self.rng.randrange(1 << 30), "token": f"{MARK}-{self.seed}-{self.number}-",
            "new": f"new-{self.seed}-{self.number}", "bytes": int(10 ** self.rng.uniform(2, 5.3)), **(more or {}),
        }  # fmt: skip

    # -- steps

    def _act(self, _n: int) -> None:
        who = self._someone()
        wait = self.rng.random() < 0.7
        for _ in range(self.rng.choice((1, 1, 1, 2, 3))):
            self._add("act", who, wait=wait, **self._deed(MACHINES[who]))

    def _other(self, _n: int) -> None:
        person = self.rng.choice(sorted(KINDS))
        self._add("other", person=person, **self._deed(person))

    def _arrive(self, _n: int) -> None:
        self.number += 1
        self._add("arrive", number=100 + self.number, seed=0)

    def _rights(self, n: int) -> None:
        how = self.rng.choice(("move", "move", "demote"))
        person = self.rng.choice(sorted(KINDS))
        self._add("rights", how=how, person=person, seed=self.rng.randrange(1 << 30))
        if how == "demote" and self.rng.random() < 0.8:
            self._after(n, 6, "rights", how="restore", person=person, seed=0)

    def _faults(self, _n: int) -> None:
        for _ in range(self.rng.choice((1, 1, 2, 3))):
            where, holding = self.rng.choices(WHERE, [w for *_, w in WHERE])[0][:2]
            self._add("fault", **fault_at(self.rng, where, holding))

    def _weather(self, n: int) -> None:
        self._add("weather", rate=round(self.rng.uniform(0.1, 0.6), 2), seed=self.rng.randrange(1 << 30))
        self._after(n, 6, "calm")

    def _down(self, n: int) -> None:
        self._add("down")
        self._after(n, 5, "up")

    def _skew(self, n: int) -> None:
        self._add("skew", seconds=self.rng.choice((-86400 * 40, -7200, 400, 3600, 86400 * 3)))
        self._after(n, 6, "skew", seconds=0)

    def _full(self, n: int) -> None:
        self._add("full", left=self.rng.choice((0, 0, 4096, 40960)))
        self._after(n, 4, "free")

    def _under(self, who: str) -> dict[str, Any]:
        """What is going on when it is killed, and for how long."""
        chance = self.rng.random()
        under: dict[str, Any] | None = {"do": "nudge"}
        if chance < 0.5:
            under = {"do": "act", **self._deed(MACHINES[who])}
        elif chance < 0.65:
            under = None
        return {"under": under, "after": round(10 ** self.rng.uniform(-3.3, -0.7), 5)}

    def _kill(self, n: int) -> None:
        who = self._someone()
        self._add("kill", who, **self._under(who))
        self._start(n, who)

    def _start(self, n: int, who: str) -> None:
        if self.rng.random() < 0.7:
            # Killed again while it starts, now and then.
            killed = self.rng.random() < 0.25
            self._add("start", who, killed=round(10 ** self.rng.uniform(-2.5, -0.5), 4) if killed else None)
        else:
            self._after(n, 4, "start", who, killed=None)

    def _kill_central(self, n: int) -> None:
        who = self._someone()
        self._add("killCentral", who, **self._under(who))
        if self.rng.random() < 0.7:
            self._add("startCentral")
        else:
            self._after(n, 4, "startCentral")

    def _kill_both(self, n: int) -> None:
        who = self._someone()
        self._add("killBoth", who, **self._under(who))
        self._after(n, 3, "startCentral")
        self._start(n, who)

    def _withdraw(self, _n: int) -> None:
        self._add("withdraw", self._someone(), seed=self.rng.randrange(1 << 30))

    def _retry(self, _n: int) -> None:
        self._add("retry", self._someone(), seed=self.rng.randrange(1 << 30))

    def _draft(self, _n: int) -> None:
        self.number += 1
        key = f"{MARK}-draft-{self.rng.randint(1, 3)}"
        self._add("draft", self._someone(), key=key, token=f"{MARK}-{self.seed}-{self.number}-")

    def _read(self, _n: int) -> None:
        self._add("read", self._someone(), seed=self.rng.randrange(1 << 30))

    def _nudge(self, _n: int) -> None:
        self._add("nudge", self._someone())

    def _pause(self, _n: int) -> None:
        self._add("pause", seconds=round(10 ** self.rng.uniform(-2.5, -0.8), 4))

    def _rest(self, _n: int) -> None:
        """Time enough to come into step, where nothing is in the way."""
        self._add("rest", self._someone(), seconds=0.5)


def write(seed: int, layer: str) -> Schedule:
    """The schedule that follows from a seed."""
    return Writer(seed, layer).write()


def fault_at(rng: random.Random, where: str, holding: str) -> dict[str, Any]:
    """Some fault of a request to ``where``, as ``faults.Fault`` takes it."""
    how = rng.choices(
        ["cut", "cutAsked", "cutAnswer", "delay", "slow", "twice", "ghost", "answer", "instead", "rewrite", "mute"],
        [3, 4, 8, 3, 1, 3, 4, 4, 4, 3, 2 if where == "/jmap/eventsource" else 0],
    )[0]
    fault: dict[str, Any] = {"how": how, "where": where, "holding": holding}
    if how in ("cutAsked", "cutAnswer"):
        fault["after"] = int(10 ** rng.uniform(0, 5)) - 1
    if how in ("delay", "ghost"):
        fault["seconds"] = round(10 ** rng.uniform(-2, 0), 3)
    if how == "slow":
        fault["rate"] = int(10 ** rng.uniform(4, 5.5))
    if how in ("answer", "instead"):
        if rng.random() < 0.6:
            fault["status"], fault["headers"] = rng.choice(STATUS)
        else:
            header, text = rng.choice(GARBAGE)
            fault |= {"status": 200, "headers": (header,), "body": text}
    if how == "rewrite":
        fault["change"] = rng.choice(CHANGES)
    return fault
