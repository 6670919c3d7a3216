"""The store alone in a fresh process, as a start uses it: says in JSON how long each part took, and the memory after.

Told on the command line: the root of a program's folder.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from desktop.office.people import Person, Unit, me_from
from desktop.session import listings
from local_cache import Cache, MasterKey, open_cache
from tests.benchmarks import millions
from tests.benchmarks.moments import resident

BOXES = ("incoming.toReceive.own", "incoming.toHandle.own", "incoming.overdue.own", "incoming.done.own")
DEEP = 40


def main(root: Path) -> dict[str, float]:
    told: dict[str, float] = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        begun = time.perf_counter()
        result = work()
        told[name] = 1000 * (time.perf_counter() - begun)
        return result

    cache: Cache = timed("open", lambda: open_cache(millions.store(root), MasterKey(millions.KEY)))
    with cache:
        who = cache.preferences.get("identity")
        person, organ = cache.objects.base("Person", who["personId"]), cache.objects.base("Unit", who["organIds"][0])
        me = me_from(cast(Person, person), cast(Unit, organ), None)
        values = listings.values(me, datetime(2026, 11, 22, 3, tzinfo=UTC))
        box = listings.listing("incoming.done", "own")  # the only one that fills a page of 10,000 documents
        timed("first page", lambda: cache.objects.page(box, values))
        timed("paging", lambda: _paged(cache, values))
        told["paging"] /= DEEP * len(BOXES)
        timed("counts", lambda: cache.objects.count(listings.all_listings(), values))
        told["memory"] = resident()
        for word in millions.WORDS:
            cache.search(word)
        timed("order of the largest box", lambda: cache.objects.ids(listings.listing("incoming.done", "own"), values))
        told["memory at the end"] = resident()
        told["documents"] = cache.objects.size("Document")
    return told


def _paged(cache: Cache, values: Any) -> None:
    for name in BOXES:
        desk, box, scope = name.split(".")
        listing, after = listings.listing(f"{desk}.{box}", scope), None
        for _ in range(DEEP):
            rows = cache.objects.page(listing, values, after=after)
            after = rows[-1]["after"] if len(rows) == 50 else None


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
