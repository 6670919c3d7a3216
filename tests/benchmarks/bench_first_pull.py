"""The first pull of 10,000 documents over loopback, with the window open, against the bare transfer of its pages."""

from __future__ import annotations

import json
import statistics
import time
from typing import Any

import requests

from desktop.central import oauth
from desktop.central.transport import Call, Transport
from desktop.practice_office import PracticeAddress
from desktop.sync.kinds import KINDS, next_step
from tests.benchmarks import parts
from tests.benchmarks.harness import Figure, show
from tests.benchmarks.pulling import Pulled

TITLE = "First pull of 10,000 documents over loopback (floor: the same pages by requests, neither parsed nor stored)"
SIZE = 10_000


def run(rounds: int) -> None:
    pulls, floors = list[Pulled](), list[float]()
    with parts.central(SIZE) as address:
        for _ in range(rounds):
            answer = parts.fresh("pulling", address.url, address.password)
            pulls.append(Pulled(**json.loads(answer.splitlines()[-1])))
            floors.append(_floor(address, pulls[-1].counts))
    _tell(pulls, floors)


def _tell(pulls: list[Pulled], floors: list[float]) -> None:
    counts = pulls[-1].counts
    total, documents = sum(counts.values()), counts["Document"]
    print(f"{documents} documents in {total} objects: {counts}")
    print("seconds")
    show({
        "floor": Figure("all pages by requests", tuple(floors)),
        "all": Figure("all pages pulled and stored", tuple(p.rest for p in pulls)),
        "usable": Figure("inbox usable after", tuple(p.usable for p in pulls)),
    }, "s", "floor")  # fmt: skip
    print("objects of every type a second, and documents while they came")
    show({
        "floor": Figure("all pages by requests", tuple(total / f for f in floors)),
        "all": Figure("all objects", tuple(total / p.rest for p in pulls)),
        "documents": Figure("documents", tuple(documents / p.documents for p in pulls)),
    }, "/s", "floor")  # fmt: skip
    print("how late a tick of 1 ms on the window's thread came while pulling")
    show({
        "median": Figure("median", tuple(1000 * statistics.median(p.late) for p in pulls)),
        "99": Figure("99th percentile", tuple(1000 * statistics.quantiles(p.late, n=100)[98] for p in pulls)),
        "worst": Figure("worst", tuple(1000 * max(p.late) for p in pulls)),
    }, "ms")  # fmt: skip


def _floor(address: PracticeAddress, counts: dict[str, int]) -> float:
    """Seconds for the same pages asked for one after another, their bytes thrown away."""
    transport = Transport()
    try:
        _, grant = oauth.sign_in(address.url, transport, Call(), browser=parts.browser(address.password))
    finally:
        transport.close()
    with requests.Session() as http:
        http.trust_env = False
        http.headers["Authorization"] = f"Bearer {grant.access}"
        session = http.get(f"{address.url}/.well-known/jmap").json()
        begun = time.monotonic()
        for kind in KINDS:
            position, step = 0, kind.step
            while position < counts[kind.name]:
                size = _page(http, session, kind.name, kind.sort(), position, step)
                position, step = position + step, next_step(step, step, size, 500)
        return time.monotonic() - begun


def _page(http: requests.Session, session: Any, name: str, sort: list[Any], position: int, step: int) -> int:
    account = next(iter(session["accounts"]))
    query: dict[str, Any] = {"accountId": account, "filter": {}, "position": position, "limit": step}
    query |= {"calculateTotal": True} | ({"sort": sort} if sort else {})
    ids = {"resultOf": "q", "name": f"{name}/query", "path": "/ids"}
    calls = [[f"{name}/query", query, "q"], [f"{name}/get", {"accountId": account, "#ids": ids}, "g"]]
    body = json.dumps({"using": list(session["capabilities"]), "methodCalls": calls})
    answer = http.post(session["apiUrl"], data=body, headers={"Content-Type": "application/json"})
    answer.raise_for_status()
    return len(answer.content)
