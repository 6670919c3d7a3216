"""A working day at national size, on one machine: PostgreSQL, the central and its visitors share the processors.

``NATIONAL_DOCUMENTS`` says how large: 2,000,000 is the nation (20 GB, half an hour to seed); accounts and organs follow
in proportion. What is seeded is kept with the other benchmarks' things. ``NATIONAL_STORE`` names a database that is
seeded already, as ``URL DIR``.
"""

from __future__ import annotations

import json
import os
import random
import secrets
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil
from sqlalchemy import insert, text

from desktop import practice_office
from desktop.practice import schema
from desktop.practice.nation import File, Nation, Plan, moment
from desktop.practice.national import seed
from desktop.practice.oauth import digest
from desktop.practice.reading import Reading
from desktop.practice.store import Store
from tests.benchmarks import parts
from tests.benchmarks.harness import Figure, show
from tests.benchmarks.visits import Day, Deed, Seen, Visitor, act_of, read_seen
from tests.office.postgres import server

TITLE = "A working day at national size: sustained visits a second, as a multiple of the average day's 5.6"
AVERAGE = 160_000 / (8 * 3600)
MULTIPLES = (2.0, 5.0, 8.0, 10.0, 12.0, 15.0, 20.0)
"""Rates tried one after another, as multiples of the average, until one is not sustained."""

SECONDS = float(os.environ.get("NATIONAL_SECONDS", "20"))
MOST_MS = 300.0
CHANGES = 5.0
ACTS_A_VISIT = 1 / 12
"""An act changes something for some sixty people: so many acts make five changes for each who comes."""

SETTINGS = (
    "shared_buffers=1GB", "effective_cache_size=8GB", "max_wal_size=4GB", "checkpoint_timeout=30min",
    "random_page_cost=1.1", "wal_compression=on", "max_connections=120", "jit=off",
)  # fmt: skip
"""A server set up for its machine; ``fsync`` stays on."""


@dataclass(frozen=True)
class Nationwide:
    """A running central, and what was seeded into it."""

    store: Store
    nation: Nation
    base: str
    office: int

    def processors(self) -> dict[str, float]:
        """Seconds of processor time used so far by the central's processes and the database's."""
        with self.store.engine.connect() as connection:
            data = connection.execute(text("SHOW data_directory")).scalar_one()
        database = int((Path(data) / "postmaster.pid").read_text().splitlines()[0])
        return {"central": _used(self.office), "database": _used(database)}


def _used(process: int) -> float:
    """Seconds of a process and those under it, also of those that have ended."""
    found = psutil.Process(process)
    total = sum(found.cpu_times()[2:4])
    for one in (found, *found.children(recursive=True)):
        with suppress(psutil.NoSuchProcess):
            times = one.cpu_times()
            total += times.user + times.system
    return total


def run(rounds: int) -> None:
    del rounds
    with central() as found:
        plan = found.nation.plan
        print(f"{plan.accounts} accounts, {plan.units} organs, {plan.documents} documents; {os.cpu_count()} processors")
        best = 0.0
        _replay(found, AVERAGE, warm=True)
        for multiple in MULTIPLES:
            seen = _replay(found, multiple * AVERAGE)
            sustained = _tell(multiple, seen)
            if not sustained:
                break
            best = multiple
        print(f"sustained: {best * AVERAGE:.0f} visits/s, {best:g} times the average day's {AVERAGE:.1f}")


def _tell(multiple: float, seen: Seen) -> bool:
    """Prints one rate's figures; whether it was sustained."""
    if len(seen.visits) < 10:
        print(f"  x{multiple:g}: too few visits; {seen.wrong[:3]}")
        return False
    p50, p99 = statistics.median(seen.visits), statistics.quantiles(seen.visits, n=100)[98]
    print(
        f"x{multiple:g} ({multiple * AVERAGE:.0f}/s): {len(seen.visits)} visits, {len(seen.wrong)} wrong, "
        f"{seen.changes / len(seen.visits):.1f} changes each, {len(seen.acts)} acts beside; "
        f"visit p50 {1000 * p50:.0f} ms, p99 {1000 * p99:.0f} ms; the generator was {1000 * seen.late:.0f} ms late"
    )
    for wrong in seen.wrong[:3]:
        print(f"    {wrong}")
    show({name: Figure(f"{name}, p99", (1000 * statistics.quantiles(values, n=100)[98],))
          for name, values in {**seen.steps, "act": seen.acts}.items() if len(values) > 10}, "ms")  # fmt: skip
    return not seen.wrong and 1000 * p99 <= MOST_MS


def _replay(found: Nationwide, rate: float, *, warm: bool = False) -> Seen:
    """One rate; ``warm`` is not told, and lets every process and connection have been used once."""
    come, acts = rate * SECONDS, rate * SECONDS * ACTS_A_VISIT
    visitors, acting = _visitors(found, round(come * 1.3) + 20), deeds(found, round(acts * 2) + 20)
    day = Day(found.base, rate, SECONDS, rate * ACTS_A_VISIT, visitors, acting)
    before = found.processors()
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.visits"], input=json.dumps(asdict(day)), cwd=parts.ROOT,
        capture_output=True, text=True, encoding="utf-8", timeout=parts.PATIENCE, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    seen = read_seen(done.stdout.splitlines())
    if not warm:
        _tell_processors(seen, before, found.processors())
    return seen


def _tell_processors(seen: Seen, before: Mapping[str, float], after: Mapping[str, float]) -> None:
    """What a visit costs, whoever else is at work on this machine: the figure that a busy machine does not change."""
    spent = {name: after[name] - before[name] for name in after} | {"visitors": seen.processor}
    each = {name: 1000 * value / max(1, len(seen.visits)) for name, value in spent.items()}
    told = ", ".join(f"{name} {value:.1f}" for name, value in each.items())
    room = 1000 * (os.cpu_count() or 1) / sum(each.values())
    print(f"processor time a visit, ms: {told}; {sum(each.values()):.1f} in all: room for {room:.0f} visits/s at most")


# -- who comes, and who acts ------------------------------------------------------------------------------------------


def _visitors(found: Nationwide, count: int) -> list[Visitor]:
    """People drawn from all, each with a token, and with states from before the last few changes that they see."""
    rng, nation = random.Random(secrets.randbits(32)), found.nation
    people = rng.sample(range(nation.plan.accounts), min(count, nation.plan.accounts))
    refresh = {nation.person_id(n): secrets.token_urlsafe(32) for n in people}
    grant(found.store, {digest(secret): person for person, secret in refresh.items()}, expired=True)
    visitors: list[Visitor] = []
    with found.store.reading() as reading:
        for n in people:
            person = nation.person_id(n)
            visitor = _come_back(reading, person, refresh[person], _poisson(rng))
            if visitor is not None:
                visitors.append(visitor)
    return visitors


def _come_back(reading: Reading, person: str, refresh: str, back: int) -> Visitor | None:
    """A person who has not been here for so many changes; None for one who has nothing to open."""
    viewer = reading.viewer(person)
    if viewer is None:
        return None
    newest = reading.newest(viewer)
    recent: dict[int, int] = {}
    for number in (schema.TYPE_NUMBER[name] for name in ("Document", "Handling", "Act", "Register")):
        for principal in viewer.numbers:
            rows = reading.connection.execute(_RECENT, {"principal": principal, "type": number, "most": back + 1})
            for thing, changed in rows:
                recent[thing] = max(changed, recent.get(thing, 0))
    order = sorted(recent.values(), reverse=True)
    papers = reading.ordered(viewer, "Document", None, [], 50)
    if len(order) <= back or not papers:
        return None
    states = {name: reading.state(viewer, min(order[back], change)) for name, change in newest.items()}
    return Visitor(person, refresh, states, random.choice(papers))


_RECENT = text(
    "SELECT thing, changed FROM audience WHERE principal = :principal AND type = :type "
    "ORDER BY changed DESC LIMIT :most"
)


def _poisson(rng: random.Random) -> int:
    """How many changes somebody finds: five on average."""
    count, left = 0, rng.expovariate(1.0)
    while left < CHANGES:
        count += 1
        left += rng.expovariate(1.0)
    return count


def deeds(found: Nationwide, count: int) -> list[Deed]:
    """Papers of the newest that have not been registered, each by one of its organ's clerks."""
    rng, nation = random.Random(secrets.randbits(32)), found.nation
    newest = range(round(nation.plan.documents * 0.975), nation.plan.documents)
    sides = [side for n in rng.sample(newest, min(3 * count, len(newest))) for side in nation.paper(n).handlings[:1]]
    with found.store.reading() as reading:
        sides = [side for side in sides if (reading.get("Handling", side["id"]) or side)["state"] == "toReceive"]
    organs = {nation.organ_id(n): n for n in range(nation.plan.units)}
    found_deeds: list[Deed] = []
    tokens: dict[str, str] = {}
    for side in sides[:count]:
        clerk = nation.members(organs[side["organId"]])[0]
        token, person = secrets.token_urlsafe(32), nation.person_id(clerk)
        tokens[digest(token)] = person
        payload = {"registerId": f"{side['organId']}-den", "number": None}
        found_deeds.append(Deed(token, act_of("receive", person, nation.position_id(clerk), side["id"], payload)))
    grant(found.store, tokens, expired=False)
    return found_deeds


def grant(store: Store, tokens: dict[str, str], *, expired: bool) -> None:
    """Sign-ins of before: with a refresh token whose access token has run out, or with one that holds."""
    now = int(time.time())
    rows: list[dict[str, Any]] = [
        {
            "access": digest(f"access of {value}") if expired else value,
            "refresh": value if expired else digest(f"refresh of {value}"), "family": secrets.token_hex(16),
            "person_id": person, "client_id": "tacnghiep-desktop", "scope": "office", "issued": now - 7200,
            "expires": now - 3600 if expired else now + 3600, "refresh_expires": now + 86400, "parent": None,
            "spent": False, "revoked": False,
        }
        for value, person in tokens.items()
    ]  # fmt: skip
    with store.engine.begin() as connection:
        connection.execute(insert(schema.token), rows)


# -- the central ------------------------------------------------------------------------------------------------------


@contextmanager
def central() -> Iterator[Nationwide]:
    """The store named, or one of the size asked for, and the central before it, as the program starts it."""
    given = os.environ.get("NATIONAL_STORE", "")
    if given:
        url, folder = given.split(" ")
        with _serving(url, Path(folder)) as found:
            yield found
        return
    size = int(os.environ.get("NATIONAL_DOCUMENTS", "100000"))
    plan = Plan(max(7_500, size * 150 // 2000), max(175, size * 35 // 20_000), size, datetime.now(UTC))
    folder = parts.KEPT / f"national-{size}"
    (folder / "postgres").mkdir(parents=True, exist_ok=True)
    with server(folder / "postgres", *SETTINGS) as url:
        seed(url, folder / "office", plan, print)
        with _serving(url, folder / "office") as found:
            yield found


@contextmanager
def _serving(url: str, folder: Path) -> Iterator[Nationwide]:
    store = Store.open(url)
    plan = json.loads(store.setting("national") or "{}")["plan"]
    nation = Nation(Plan(plan["accounts"], plan["units"], plan["documents"], moment(plan["now"])), [File("", 0)])
    workers = int(os.environ.get("NATIONAL_WORKERS", "2"))
    office = practice_office.start(folder, folder / "log", database=url, quiet=True, workers=workers)
    try:
        yield Nationwide(store, nation, office.address.url, office.process.pid)
    finally:
        office.stop()
        store.close()
