"""1,000,000 documents in the cache against 10,000, and its search against a plain FTS5 table with the same rows.

Set TACNGHIEP_DOCUMENTS to try it with fewer.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import closing
from typing import Any

from local_cache import Cache, MasterKey, open_cache
from local_cache.engine import dbapi2
from local_cache.folding import fold
from tests.benchmarks import millions, parts
from tests.benchmarks.harness import Figure, interleaved, show
from tests.benchmarks.parts import Started

SIZE = int(os.environ.get("TACNGHIEP_DOCUMENTS", "1000000"))
TITLE = f"{SIZE:,} documents in the cache (copies of the practice office's 10,000: see millions.py)"
STEPS = ("open", "first page", "paging", "counts", "order of the largest box")
_NEWEST = "SELECT rowid, snippet(words, -1, '[', ']', '…', 20) FROM words WHERE words MATCH ? ORDER BY "


def run(rounds: int) -> None:
    few, many = parts.filled_profile(millions.BASE), millions.profile(SIZE)
    alone: dict[str, list[dict[str, float]]] = {"few": [], "many": []}
    whole: dict[str, list[Started]] = {"few": [], "many": []}
    for number in range(1 + rounds):
        for name, root in (("few", few), ("many", many)):
            store = json.loads(parts.fresh("storing", str(root)).splitlines()[-1])
            window = parts.start("own_window", str(root))
            if number:  # The first of each fills the system's cache of the disk.
                alone[name].append(store)
                whole[name].append(window)
    _tell(alone, whole)
    _search(rounds)


def _tell(alone: dict[str, list[dict[str, float]]], whole: dict[str, list[Started]]) -> None:
    names = {key: f"{int(found[-1]['documents']):,} documents" for key, found in alone.items()}
    for step in STEPS:
        print(f"{step} (at most x1.50 wanted)" if step in ("open", "first page", "paging") else step)
        show({k: Figure(names[k], tuple(one[step] for one in found)) for k, found in alone.items()}, "ms", "few")
    for moment in ("window", "inbox"):
        print(f"the program started: {moment} (at most x1.50 wanted)")
        show({k: Figure(names[k], tuple(one.seconds[moment] for one in v)) for k, v in whole.items()}, "s", "few")
    print("memory of the store alone, after a start and at the end; of the whole program at rest (under 250 MB wanted)")
    for moment in ("memory", "memory at the end"):
        show({k: Figure(names[k], tuple(one[moment] for one in found)) for k, found in alone.items()}, "MB", "few")
    show({k: Figure(names[k], tuple(one.megabytes["rest"] for one in v)) for k, v in whole.items()}, "MB", "few")


def _search(rounds: int) -> None:
    """Fifty hits with the words around them, from ours and from FTS5 as anybody would ask it."""
    folder = millions.store(millions.profile(SIZE))
    with (
        open_cache(folder, MasterKey(millions.KEY)) as cache,
        closing(dbapi2.connect(str(millions.plain(SIZE)))) as plain,
    ):
        plain.execute("PRAGMA cache_size = -65536")
        for word in millions.WORDS:
            print(f"search for {word!r} (at most x1.50 of plain FTS5 wanted)")
            cases = {
                "newest": lambda word=word: _plain(plain, word, "rowid DESC"),
                "ranked": lambda word=word: _plain(plain, word, "rank"),
                "ours": lambda word=word: _ours(cache, word),
            }
            figures = interleaved(cases, rounds)
            labels = {"newest": "plain FTS5, last rows", "ranked": "plain FTS5, by rank", "ours": "ours, ranked"}
            show({k: Figure(labels[k], figures[k].values) for k in figures}, "ms", "ranked")


def _plain(table: Any, word: str, order: str) -> float:
    match = " AND ".join(f'"{fold(part)}"' for part in word.split()) + " *"
    begun = time.perf_counter()
    table.execute(f"{_NEWEST} {order} LIMIT 50", (match,)).fetchall()
    return 1000 * (time.perf_counter() - begun)


def _ours(cache: Cache, word: str) -> float:
    begun = time.perf_counter()
    cache.search(word)
    return 1000 * (time.perf_counter() - begun)
