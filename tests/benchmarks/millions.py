"""A profile with as many documents as asked for: the practice office's 10,000, each kept again and again.

    python -m tests.benchmarks.millions SIZE        makes it, and says where it lies

What is copied: each document with its whole text, and the handling by which it came; identifiers differ, and each round
of copies lies 9 days further back. Acts are not copied: nobody keeps a million documents' whole histories. Written by
the store's own way in, a thousand objects a transaction. Beside the profile lies the same text in a plain FTS5 file,
made by the same SQLite without a key. Kept, as `parts` keeps its own; 1,000,000 take some 7 GB, and a quarter of an
hour.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from local_cache import Cache, MasterKey, open_cache
from local_cache.engine import dbapi2
from local_cache.folding import fold
from tests.benchmarks import parts

BASE = 10_000
KEY = bytes(range(32))
WORDS = (
    "quan ly dat dai",
    "quản lý đất đai",
    "bão số 12",
    "ke hoach",
    "nguyen van binh",
    "1532-CV/TU",
    "hoàn thành việc rà soát",
    "van",
)
"""What is searched for: common words with and without their marks, a name, a number, a long phrase, half a word."""
_FIRST = 16
"""Identifiers begin with the milliseconds of these years, "01…": copies take the two digits from here on."""
_BATCH = 1000

Objects = list[dict[str, Any]]


def store(root: Path) -> Path:
    """The folder of the one account's profile below a program's own."""
    return next(root.glob("accounts/*/cache.db")).parent


def profile(size: int) -> Path:
    """The root of a program's folder with at least `size` documents in its one account."""
    base = parts.filled_profile(BASE)
    root = parts.KEPT / f"profile-{size}-copied"
    if not (root / "filled").exists():
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(base, root, ignore=shutil.ignore_patterns("filled"))
        with open_cache(store(root), MasterKey(KEY)) as cache:
            _multiply(cache, size)
        (root / "filled").touch()
    return root


def plain(size: int) -> Path:
    """The same rows' words in a plain FTS5 table that keeps its content, as one would have them without this store."""
    path = parts.KEPT / f"plain-{size}.db"
    if not path.exists():
        fresh = path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        with open_cache(store(profile(size)), MasterKey(KEY)) as cache, closing(dbapi2.connect(str(fresh))) as table:
            _words(cache, table)
        fresh.replace(path)
    return path


def _multiply(cache: Cache, size: int) -> None:
    documents = cache.objects.all("Document")
    for one in documents:
        one["text"] = cache.objects.text(one["id"])
    came: dict[str, dict[str, Any]] = {}
    for one in cache.objects.all("Handling"):
        if one["role"] == "organ":
            came.setdefault(one["documentId"], one)
    begun, wanted = time.monotonic(), max(0, size - len(documents))
    copies = islice(_copies(documents), wanted)
    while batch := list(islice(copies, _BATCH)):
        with cache.writing() as transaction:
            transaction.put("Document", (copy for _, _, copy in batch))
            handlings = ((number, came.get(document_id)) for number, document_id, _ in batch)
            transaction.put("Handling", (_copy(one, number) for number, one in handlings if one is not None))
        wanted -= len(batch)
        if wanted % 50_000 < _BATCH:
            sys.stderr.write(f"{wanted} to come, {time.monotonic() - begun:.0f} s\n")


def _copies(documents: Objects) -> Iterator[tuple[int, str, dict[str, Any]]]:
    number = 0
    while True:
        for document in documents:
            yield number, document["id"], _copy(document, number)
        number += 1


def _copy(item: dict[str, Any], number: int) -> dict[str, Any]:
    copy = dict(item)
    for name, value in item.items():
        if not isinstance(value, str):
            continue
        if name in ("id", "documentId"):
            copy[name] = f"{_FIRST + number:02x}{value[2:]}"
        elif value[:3] == "202" and value[4:5] == "-":
            copy[name] = _back(value[:10], 9 * (number + 1)) + value[10:]
    return copy


@lru_cache(maxsize=100_000)
def _back(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


def _words(cache: Cache, table: Any) -> None:
    table.execute(
        "CREATE VIRTUAL TABLE words USING fts5(head, number, names, body, tokenize='unicode61 remove_diacritics 2')"
    )
    last = 0
    while True:
        with cache._state.reading() as connection:
            rows = connection.exec_driver_sql(
                "SELECT d.row, coalesce(subject, ''), coalesce(notation, ''), coalesce(issuer, ''), "
                "coalesce(signer_name, ''), coalesce(body, '') FROM document AS d JOIN search_text AS s "
                "ON s.row = d.row * 8 WHERE d.row > ? ORDER BY d.row LIMIT 5000",
                (last,),
            ).fetchall()
        if not rows:
            break
        last = rows[-1][0]
        table.executemany(
            "INSERT INTO words (rowid, head, number, names, body) VALUES (?, ?, ?, ?, ?)",
            [(row, fold(head), fold(number), fold(f"{a} {b}"), fold(body)) for row, head, number, a, b, body in rows],
        )
        table.commit()


if __name__ == "__main__":
    wanted = int(sys.argv[1])
    sys.stdout.write(json.dumps({"profile": str(profile(wanted)), "plain": str(plain(wanted))}) + "\n")
