"""Runs fault schedules against real programs and a real central, and looks at what is left.

Knows the room, the schedule and the ledger.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from tests.office import bureau, client_process
from tests.office.bureau import Bureau
from tests.office.client_process import Sabotage
from tests.office.deeds import MARK
from tests.office.described_faults import described
from tests.office.fault_room import Workroom
from tests.office.faults import Fault
from tests.office.hands import Gone, Hand, ProcessHand, ThreadHand
from tests.office.leaks import forms, key_forms, leaks
from tests.office.ledger import Ledger, Rest, violations
from tests.office.schedule import MACHINES, USERS, Schedule, Step, fault_at

SETTLE = 60.0
"""Seconds for everything to come to rest once nothing is in the way any more."""
ALARMS = ("sync.stumbled", "sync.events_stumbled", "overlay.rule_stumbled", "sync.counts_differ", "unexpected")
"""Lines of a client's log that no fault excuses."""


@dataclass
class Outcome:
    """What came of one schedule."""

    schedule: Schedule
    found: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def __str__(self) -> str:
        return "\n".join([str(self.schedule), "violated:", *(f"  {line}" for line in self.found)])


class Runner:
    """One run of one schedule.

    Args:
        sabotage: done in every client's process before it begins (layer b); ``central_sabotage`` in the central's.
    """

    def __init__(
        self,
        room: Workroom,
        schedule: Schedule,
        sabotage: Sabotage | None = None,
        central_sabotage: Sabotage | None = None,
    ) -> None:
        self.room = room
        self.schedule = schedule
        self.sabotage = sabotage
        self.central_sabotage = central_sabotage
        self.ledger = Ledger()
        self.outcome = Outcome(schedule)
        self.clients: dict[str, Hand] = {}
        self.central: Hand | None = None
        self.under_way: set[asyncio.Task[None]] = set()
        self.is_down = False

    async def run(self) -> Outcome:
        """Lay out, run all steps, come to rest, look."""
        begun = time.monotonic()
        self.room.lay_out(self.schedule.cast)
        try:
            await self._start_central()
            await asyncio.gather(*(self._open(machine) for machine in self.schedule.cast))
            for step in self.schedule.steps:
                await getattr(self, f"do_{_snake(step.do)}")(step)
            await self._end()
        except TimeoutError:
            self.outcome.found.append("STUCK: a program does not answer")
        finally:
            await self._leave()
        self.outcome.seconds = time.monotonic() - begun
        return self.outcome

    async def _leave(self) -> None:
        self.room.proxy.calm()
        if self.is_down:
            self.room.proxy.up()
        for hand in [*self.clients.values(), self.central]:
            if hand is not None and hand.alive:
                hand.kill() if isinstance(hand, ProcessHand) else await hand.close()
        for task in self.under_way:
            task.cancel()
        await asyncio.gather(*self.under_way, return_exceptions=True)

    # -- programs

    async def _start_central(self) -> None:
        if self.central is not None and self.central.alive:
            return
        given = (self.room.office, self.room.url)
        if self.schedule.layer == "b":
            self.central = ProcessHand(bureau.serve, *given, self.central_sabotage)
        else:
            self.central = ThreadHand(bureau.serve_here, *given)
        self.port = (await self.central.first())["port"]
        self.room.proxy.target = ("127.0.0.1", self.port)

    def _start_client(self, machine: str) -> Hand:
        given = (self.room.machines / machine, USERS[MACHINES[machine]], self.room.key(machine))
        if self.schedule.layer == "b":
            hand: Hand = ProcessHand(client_process.serve, *given, self.sabotage)
        else:
            hand = ThreadHand(client_process.serve_here, *given)
        self.clients[machine] = hand
        return hand

    async def _open(self, machine: str) -> bool:
        """Start a program; whether its profile opened (a full disk may refuse it)."""
        hand = self._start_client(machine)
        with contextlib.suppress(Gone):
            reply = await hand.ask({"do": "open"})
            if "opened" in reply:
                if reply["opened"]:
                    self.outcome.found.append(f"DAMAGED: the cache of {machine} had to be made anew")
                return True
            self.outcome.counts[f"not opened: {reply['failed']}"] += 1
            await hand.close()
        return False

    def _living(self, machine: str) -> Hand | None:
        hand = self.clients.get(machine)
        return hand if hand is not None and hand.alive else None

    async def _ask(self, machine: str, command: dict[str, Any]) -> dict[str, Any] | None:
        """What a program says; None where it does not live (any more)."""
        hand = self._living(machine)
        if hand is None:
            return None
        try:
            return await hand.ask(command)
        except Gone:
            return None

    def _background(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self.under_way.add(task)
        task.add_done_callback(self.under_way.discard)

    # -- steps: work

    async def do_act(self, step: Step) -> None:
        work = self._act(step.who, step.given, waited=step.given["wait"])
        if step.given["wait"]:
            await work
        else:
            self._background(work)

    async def _act(self, machine: str, given: dict[str, Any], *, waited: bool) -> None:
        if self._living(machine) is None:
            return
        attempt = self.ledger.ask(given["token"], machine, waited=waited and not self.under_way)
        reply = await self._ask(machine, {**given, "do": "act"})
        if reply is None:
            return
        self.ledger.answer(attempt, reply)
        self.outcome.counts["promised" if "act" in reply else "not done"] += 1
        if "act" not in reply:
            self.outcome.counts[f"not: {next(iter(reply.items()))}"] += 1

    async def do_other(self, step: Step) -> None:
        await self._at_central({**step.given, "do": "act"})

    async def do_arrive(self, step: Step) -> None:
        await self._at_central({**step.given, "do": "arrive"})

    async def do_rights(self, step: Step) -> None:
        await self._at_central({**step.given, "do": "rights"})

    async def _at_central(self, command: dict[str, Any]) -> None:
        if self.central is not None and self.central.alive:
            with contextlib.suppress(Gone):
                await self.central.ask(command)

    async def do_draft(self, step: Step) -> None:
        key, token = step.given["key"], step.given["token"]
        if self._living(step.who) is None:
            return
        texts = self.ledger.drafts.setdefault((step.who, key), [""])
        texts.append(token)
        reply = await self._ask(step.who, {"do": "draft", "key": key, "token": token})
        if reply is not None:
            if "saved" in reply:
                texts[:] = [token]
            else:
                texts.remove(token)

    async def _chosen(self, step: Step, fits: Callable[[dict[str, Any]], bool]) -> str | None:
        reply = await self._ask(step.who, {"do": "unsent"})
        ids = [u["act"]["id"] for u in (reply or {}).get("unsent", []) if fits(u)]
        return ids[step.given["seed"] % len(ids)] if ids else None

    async def do_withdraw(self, step: Step) -> None:
        act_id = await self._chosen(step, lambda u: u["withdrawable"])
        if act_id is None:
            return
        family = await self._family(step.who, act_id)
        reply = await self._ask(step.who, {"do": "withdraw", "act": act_id})
        if reply is None or "failed" in reply:
            self.ledger.perhaps_gone |= family
        else:
            self.ledger.withdrawn.update(reply["taken"])
            self.outcome.counts["withdrawn"] += len(reply["taken"])

    async def do_retry(self, step: Step) -> None:
        act_id = await self._chosen(step, lambda u: u["state"] in ("refused", "held"))
        if act_id is None:
            return
        family = await self._family(step.who, act_id)
        reply = await self._ask(step.who, {"do": "retry", "act": act_id})
        if reply is None or reply.get("again") not in (None, act_id):
            self.ledger.perhaps_gone |= family
            self.outcome.counts["done anew"] += 1

    async def _family(self, machine: str, act_id: str) -> set[str]:
        """The act and what stands on it in that machine's outbox."""
        reply = await self._ask(machine, {"do": "unsent"})
        ids = {act_id}
        for entry in (reply or {}).get("unsent", []):
            if ids.intersection(entry["act"].get("dependsOn") or []):
                ids.add(entry["act"]["id"])
        return ids

    async def do_read(self, step: Step) -> None:
        self._background(self._ask(step.who, {"do": "read", "seed": step.given["seed"]}))

    async def do_nudge(self, step: Step) -> None:
        await self._ask(step.who, {"do": "nudge"})

    async def do_pause(self, step: Step) -> None:
        await asyncio.sleep(step.given["seconds"])

    async def do_rest(self, step: Step) -> None:
        await self._ask(step.who, {"do": "settle", "patience": step.given["seconds"]})

    # -- steps: faults

    async def do_fault(self, step: Step) -> None:
        self.room.proxy.faults.append(described(step.given))

    async def do_weather(self, step: Step) -> None:
        """Each request may be met by something, as a generator of its own says."""
        rng, rate = random.Random(step.given["seed"]), step.given["rate"]

        def draw() -> Fault | None:
            return described(fault_at(rng, "", "")) if rng.random() < rate else None

        self.room.proxy.weather = draw

    async def do_calm(self, _step: Step) -> None:
        self.room.proxy.weather = None

    async def do_down(self, _step: Step) -> None:
        if not self.is_down:
            self.is_down = True
            await asyncio.get_running_loop().run_in_executor(None, self.room.proxy.down)
            self.outcome.counts["line down"] += 1

    async def do_up(self, _step: Step) -> None:
        if self.is_down:
            self.is_down = False
            self.room.proxy.up()

    async def do_skew(self, step: Step) -> None:
        seconds = step.given["seconds"]
        moment = datetime.now(UTC) + timedelta(seconds=seconds)
        self.room.proxy.date = format_datetime(moment, usegmt=True) if seconds else None

    async def do_full(self, step: Step) -> None:
        if not self.room.disk:
            return
        self.outcome.counts["disk full"] += 1
        file = os.open(self.room.machines / "ballast", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        try:
            free = os.statvfs(self.room.machines)
            with contextlib.suppress(OSError):
                os.posix_fallocate(file, 0, free.f_bavail * free.f_frsize)
            os.lseek(file, 0, os.SEEK_END)
            with contextlib.suppress(OSError):
                while os.write(file, bytes(4096)):
                    continue
            os.ftruncate(file, max(0, os.fstat(file).st_size - step.given["left"]))
        finally:
            os.close(file)

    async def do_free(self, _step: Step) -> None:
        (self.room.machines / "ballast").unlink(missing_ok=True)

    # -- steps: death

    async def _go_on(self, step: Step) -> None:
        """Have something going on, for as long as the step says."""
        under = step.given["under"]
        if under is not None and under["do"] == "act":
            self._background(self._act(step.who, under, waited=False))
        elif under is not None:
            self._background(self._ask(step.who, under))
        await asyncio.sleep(step.given["after"])

    async def do_kill(self, step: Step) -> None:
        await self._go_on(step)
        self._kill_client(step.who)

    def _kill_client(self, machine: str) -> None:
        hand = self._living(machine)
        if hand is not None:
            hand.kill()
            self.outcome.counts["clients killed"] += 1
            self._look_for_leaks(machine)

    async def do_start(self, step: Step) -> None:
        if self._living(step.who) is not None:
            return
        killed = step.given["killed"]
        if killed is None:
            await self._open(step.who)
            return
        opening = asyncio.ensure_future(self._start_client(step.who).ask({"do": "open"}))
        # A thread cannot be ended in the middle of opening a file.
        await asyncio.wait([opening], timeout=killed if self.schedule.layer == "b" else None)
        self._kill_client(step.who)
        await asyncio.gather(opening, return_exceptions=True)
        await self._open(step.who)

    async def do_kill_central(self, step: Step) -> None:
        await self._go_on(step)
        self._kill_central()

    def _kill_central(self) -> None:
        if self.schedule.layer == "a":
            self.room.proxy.target = self.room.nowhere
            self.room.proxy.cut_all()
            self.outcome.counts["central away"] += 1
        elif self.central is not None and self.central.alive:
            self.central.kill()
            self.outcome.counts["centrals killed"] += 1

    async def do_start_central(self, _step: Step) -> None:
        await self._start_central()
        self.room.proxy.target = ("127.0.0.1", self.port)

    async def do_kill_both(self, step: Step) -> None:
        await self._go_on(step)
        self._kill_central()
        self._kill_client(step.who)

    # -- the end

    async def _end(self) -> None:
        """Nothing is in the way any more: everything comes to rest, and is looked at."""
        self.outcome.counts.update({f"fault {how}": n for how, n in self.room.proxy.met.items()})
        await self.do_free(Step("free"))
        await self.do_up(Step("up"))
        await self.do_start_central(Step("startCentral"))
        await asyncio.get_running_loop().run_in_executor(None, self.room.proxy.calm)
        for machine in self.schedule.cast:
            hand = self._living(machine)
            if self.schedule.restarted and hand is not None:
                await hand.close()
            if self._living(machine) is None and not await self._open(machine):
                self.outcome.found.append(f"STUCK: {machine} does not open")
        await asyncio.gather(*self.under_way, return_exceptions=True)
        for _ in range(2):
            await asyncio.gather(*(self._settle(machine) for machine in self.schedule.cast))
        if not any(line.startswith("STUCK") for line in self.outcome.found):
            await self._look()

    async def _settle(self, machine: str) -> None:
        reply = await self._ask(machine, {"do": "settle", "patience": SETTLE}) or {"settled": False, "dead": True}
        if not reply["settled"]:
            self.outcome.found.append(f"STUCK: {machine} does not come to rest: {reply}")
            return
        if "held" in reply["states"]:
            # Set aside for a person to decide: who says "again" here.
            unsent = (await self._ask(machine, {"do": "unsent"}) or {})["unsent"]
            for entry in unsent:
                if entry["state"] == "held":
                    self.outcome.counts["held, sent again"] += 1
                    await self._ask(machine, {"do": "retry", "act": entry["act"]["id"]})
            await self._ask(machine, {"do": "settle", "patience": SETTLE})

    async def _look(self) -> None:
        dumps = {m: await self._ask(m, {"do": "dump"}) or {} for m in self.schedule.cast}
        for hand in [*self.clients.values(), self.central]:
            if hand is not None and hand.alive:
                await hand.close()
        central = Bureau(self.room.office, self.room.url)
        try:
            views = {machine: central.view(MACHINES[machine]) for machine in self.schedule.cast}
            rest = Rest(central.acts(), central.state(), central.grants(), views, dumps, central.blob)
            self.outcome.found += violations(self.ledger, rest)
        finally:
            central.close()
        self.outcome.counts["acts at the central"] += len(rest.acts)
        self.outcome.counts["refused there"] += sum(a["outcome"] == "refused" for a in rest.acts)
        for machine, dump in dumps.items():
            self._look_for_leaks(machine, dump["secret"])
            self._read_log(machine)

    def _look_for_leaks(self, machine: str, secret: str = "") -> None:
        needles = [*forms(MARK), *key_forms(self.room.key(machine))]
        if secret:
            needles.append(secret.encode())
        self.outcome.counts["scans"] += 1
        for line in leaks(self.room.machines / machine, needles):
            self.outcome.found.append(f"IN CLEAR: {machine}: {line}")

    def _read_log(self, machine: str) -> None:
        for line in _lines(self.room.machines / machine):
            if line.get("level") in ("warning", "error", "critical"):
                event = str(line.get("event"))
                self.outcome.counts[f"log {event}"] += 1
                if event in ALARMS:
                    self.outcome.found.append(f"LOG: {machine}: {json.dumps(line)[:2000]}")


def _lines(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("tacnghiep.log*")):
        for line in path.read_text("utf-8").splitlines():
            with contextlib.suppress(ValueError):
                yield json.loads(line)


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name)
