"""The same work on an encrypted and on a plain SQLite file: writing with every index, searching, a page of 50."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from local_cache import Listing, MasterKey, engine, open_cache
from local_cache.migrations import bring_up_to_date
from local_cache.objects import Objects
from local_cache.search import Search
from tests.benchmarks import millions, parts
from tests.benchmarks.harness import Figure, interleaved, show

TITLE = "Encrypted against plain: the store's own code on 30,000 documents, with and without SQLCipher's key"
SIZE = 30_000
ALONE = Listing("Handling", (("organ_id", "=", "du-anphu"), ("state", "=", "done")), (("updated_at", "desc"),))
NEWEST = replace(ALONE, join_document=True)


class Store:
    """One file with the tables of the cache.

    Args:
        key: None for a plain file: the same SQLite, the same statements, nothing sealed.
    """

    def __init__(self, path: Path, key: bytes | None) -> None:
        with _unkeyed() if key is None else _as_it_is():
            self._database = engine.Database(path, key or bytes(32), durable=False)
            bring_up_to_date(self._database, "cache")
            # Connections are opened when they are first needed: all of them now, while it is decided how.
            with self._database.reading(), self._database.reading(), self._database.writing():
                pass
        self._path = path
        self.objects = Objects(self._database)
        self.search = Search(self._database)

    def add(self, batches: list[tuple[list[Any], list[Any]]]) -> float:
        """Rows a second."""
        begun = time.perf_counter()
        for documents, handlings in batches:
            with self.objects.writing() as transaction:
                transaction.put("Document", documents)
                transaction.put("Handling", handlings)
        spent = time.perf_counter() - begun
        return sum(len(d) + len(h) for d, h in batches) / spent

    def find(self) -> float:
        """Milliseconds a search."""
        return _milliseconds([lambda word=word: self.search(word) for word in millions.WORDS])

    def page(self, listing: Listing, deep: list[tuple[Any, ...]]) -> float:
        """Milliseconds a page, each from another place in the list."""
        return _milliseconds([lambda at=at: self.objects.page(listing, after=at) for at in deep])

    def places(self) -> list[tuple[Any, ...]]:
        chooser, found, after = random.Random(1), list[tuple[Any, ...]](), None
        for _ in range(200):
            rows = self.objects.page(NEWEST, after=after)
            after = rows[-1]["after"]
            found.append(after)
        return chooser.sample(found, 40)

    def settle(self) -> None:
        """The log into the file."""
        self._database.checkpoint()

    def close(self) -> None:
        self._database.close()


def run(rounds: int) -> None:
    material = list(_material())
    folder = parts.KEPT / "cipher"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    keys = {"plain": None, "encrypted": millions.KEY}
    stores: dict[str, Store] = {}

    def filled(name: str) -> float:
        if name in stores:
            stores[name].close()
        for old in folder.glob(f"{name}.db*"):
            old.unlink()
        stores[name] = Store(folder / f"{name}.db", keys[name])
        return stores[name].add(material)

    def cases(work: Callable[[str], float]) -> dict[str, Figure]:
        return interleaved({name: lambda name=name: work(name) for name in keys}, rounds)

    try:
        print(f"{SIZE} documents with their text and handlings into an empty store (at least x0.80 wanted)")
        show(cases(filled), "rows/s", "plain")
        for store in stores.values():
            store.settle()
        assert (folder / "plain.db").read_bytes()[:15] == b"SQLite format 3"
        assert (folder / "encrypted.db").read_bytes()[:15] != b"SQLite format 3"
        print("a search, mean of eight (encrypted at most x1.11 wanted)")
        show(cases(lambda name: stores[name].find()), "ms", "plain")
        places = stores["plain"].places()
        for listing, words in ((ALONE, "handlings"), (NEWEST, "handlings with their documents")):
            print(f"a page of 50 {words}, mean of forty places (under 1 ms wanted)")
            show(cases(lambda name, listing=listing: stores[name].page(listing, places)), "ms", "plain")
    finally:
        for store in stores.values():
            store.close()
        shutil.rmtree(folder, ignore_errors=True)


def _material() -> Iterator[tuple[list[Any], list[Any]]]:
    """Batches of a thousand documents with a handling each, as the practice office makes them."""
    with open_cache(millions.store(millions.profile(SIZE)), MasterKey(millions.KEY)) as cache:
        documents = cache.objects.select("Document", limit=SIZE)
        came = {one["documentId"]: one for one in cache.objects.all("Handling")}
        for start in range(0, SIZE, 1000):
            batch = [one | {"text": cache.objects.text(one["id"])} for one in documents[start : start + 1000]]
            yield batch, [came[one["id"]] for one in batch if one["id"] in came]


def _milliseconds(calls: list[Callable[[], object]]) -> float:
    begun = time.perf_counter()
    for call in calls:
        call()
    return 1000 * (time.perf_counter() - begun) / len(calls)


@contextmanager
def _as_it_is() -> Iterator[None]:
    yield


class _Unkeyed(engine.dbapi2.Connection):
    """Hears nothing of keys; everything else is set and said as to an encrypted file."""

    def execute(self, statement: str, *values: Any) -> Any:
        if statement.startswith(("PRAGMA key", "PRAGMA cipher")):
            statement = "SELECT '1'"
        return super().execute(statement, *values)

    def executescript(self, script: str) -> Any:
        return super().executescript("" if script.startswith("PRAGMA key") else script)


@contextmanager
def _unkeyed() -> Iterator[None]:
    connect = engine.dbapi2.connect
    engine.dbapi2.connect = lambda *given, **named: connect(*given, factory=_Unkeyed, **named)
    try:
        yield
    finally:
        engine.dbapi2.connect = connect
