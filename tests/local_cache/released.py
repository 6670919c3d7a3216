"""Profiles as every released version of the program left them: made by the migration scripts up to that revision.

Filled by plain SQL, never by today's code: what an old version wrote does not change. Whoever adds a revision adds
the rows that are new in it (`ROWS`), and its digest (`DIGESTS`): a script that has been released is never edited.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from contextlib import closing
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from local_cache import MasterKey, migrations
from local_cache.engine import Database

DIGESTS = {
    ("cache", 1): "d456fd8531cce947843ec14a50f16caa47964de8dfd88a5867a09c035bbc8283",
    ("cache", 2): "007eb6c439de06a40ca5d56628e821cfa2e976b4f47be88186883893139f4ac2",
    ("outbox", 1): "8cfad8def015b88f875d9b31891ffac38b072a038d758973b75a3ebb940ef62c",
    ("outbox", 2): "460f8d277b623dfc1fccf38cc706b3ad87fe86bc92f74f4451610ca8c86a2d25",
}
"""SHA-256 of each script, line ends as in the repository."""

FILE = b"%PDF " + b"m" * 1000


def document(number: int) -> dict[str, Any]:
    return {
        "id": f"doc-{number}",
        "revision": 1,
        "organId": "organ-a",
        "subject": f"Về việc quản lý đất đai, kỳ {number}",
        "notation": f"{number:02d}-TB/ĐU",
        "state": "issued",
        "updatedAt": "2026-03-01T00:00:00Z",
    }


def act(number: int) -> dict[str, Any]:
    return {"id": f"act-{number}", "kind": "receive", "subjectType": "Handling", "subjectId": f"han-{number}"}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _cache_1(_: MasterKey) -> list[tuple[str, list[tuple[Any, ...]]]]:
    rows = [(document(number), number) for number in range(1, 41)]
    return [
        (
            'INSERT INTO document ("row", id, organ_id, state, notation, subject, updated_at, revision, data) '
            "VALUES (?, ?, 'organ-a', 'issued', ?, ?, '2026-03-01T00:00:00Z', 1, ?)",
            [(number, item["id"], item["notation"], item["subject"], _text(item)) for item, number in rows],
        ),
        (
            'INSERT INTO search_text ("row", mark, body) VALUES (?, 1, ?)',
            [(number * 8, f"Toàn văn số {number}") for _, number in rows],
        ),
        (
            "INSERT INTO search_index (rowid, head, number, names, body) VALUES (?, ?, ?, '', ?)",
            [(number * 8, f"Ve viec quan ly dat dai, ky {number}", "", "toan van") for _, number in rows],
        ),
        (
            "INSERT INTO handling (id, organ_id, owner_id, state, role, data) VALUES (?, 'organ-a', ?, ?, 'lead', ?)",
            [
                (f"han-{number}", None if number % 3 else "me", "done" if number % 2 else "toHandle", "{}")
                for number in range(30)
            ],
        ),
        ("INSERT INTO other (type, id, data) VALUES ('Later', ?, ?)", [("x", '{"id":"x","new":true}')]),
        ("INSERT INTO cursor (type, state, complete) VALUES ('Document', ?, 1)", [("s7",)]),
        ('INSERT INTO person ("row", id, name, data) VALUES (1, ?, ?, ?)', [("p", "Mai", '{"id":"p","name":"Mai"}')]),
    ]


def _outbox_1(key: MasterKey) -> list[tuple[str, list[tuple[Any, ...]]]]:
    digest = hashlib.sha256(FILE).hexdigest()
    nonce, file_key = bytes(12), bytes(range(32))
    wrapped = nonce + AESGCM(key.derive("blob keys")).encrypt(nonce, file_key, digest.encode())
    states = [("waiting", None), ("sending", None), ("held", '{"code":"x"}'), ("refused", '{"code":"y"}')]
    return [
        (
            "INSERT INTO outgoing_act (id, kind, subject_type, subject_id, state, reason, attempts, data) "
            "VALUES (?, 'receive', 'Handling', ?, ?, ?, 2, ?)",
            [
                (f"act-{number}", f"han-{number}", *states[number % 4], _text(act(number)))
                for number in range(1, 25)
            ],
        ),
        ("INSERT INTO act_file (act_id, digest) VALUES ('act-1', ?)", [(digest,)]),
        ("INSERT INTO draft (key, kind, data, saved_at) VALUES (?, 'slip', ?, '2026-03-01T00:00:00Z')",
         [(f"draft-{number}", '{"typed":"đang gõ"}') for number in range(5)]),
        ("INSERT INTO draft_file (key, digest) VALUES ('draft-1', ?)", [(digest,)]),
        ("INSERT INTO pin (digest, why) VALUES (?, 'window')", [(digest,)]),
        ("INSERT INTO blob (digest, size, key, complete, used_at) VALUES (?, ?, ?, 1, 1772323200)",
         [(digest, len(FILE), wrapped)]),
        ("INSERT INTO preference (name, value) VALUES ('theme', ?)", [('"dark"',)]),
        ("INSERT INTO secret (name, value) VALUES ('refreshToken', ?)", [('"token"',)]),
    ]  # fmt: skip


def _cache_2(_: MasterKey) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """Nothing of its own: the triggers that it brings fill its table."""
    return []


def _outbox_2(_: MasterKey) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """A batch of two that was cut off between them."""
    return [
        ("INSERT INTO signing_batch (id, kind, certificate, open, data, started_at) "
         "VALUES ('batch-1', 'approve', ?, 1, 'null', '2026-03-01T00:00:00Z')", [("ab" * 32,)]),
        ("INSERT INTO signing_item (batch_id, position, item_id, state, data, signed, result, at) "
         "VALUES ('batch-1', ?, ?, ?, '{}', ?, ?, '2026-03-01T00:00:00Z')",
         [(0, "doc-1", "left", json.dumps([hashlib.sha256(FILE).hexdigest()]), '{"level":"B-B"}'),
          (1, "doc-2", "waiting", None, None)]),
    ]  # fmt: skip


ROWS = {("cache", 1): _cache_1, ("cache", 2): _cache_2, ("outbox", 1): _outbox_1, ("outbox", 2): _outbox_2}
"""What each revision's version wrote into the tables that are new in it."""


def make(folder: Path, key: MasterKey, cache: int, outbox: int) -> None:
    """A profile as the version with these revisions closed it."""
    folder.mkdir(parents=True)
    for chain, name, revision in (("cache", "cache.db", cache), ("outbox", "outbox.db", outbox)):
        database = Database(folder / name, key.derive(name), durable=True)
        with closing(database), database.writing() as connection:
            for number in range(1, revision + 1):
                migrations.upgrade(connection, chain, f"{number:04d}")
                for statement, rows in ROWS.get((chain, number), lambda _: [])(key):
                    connection.exec_driver_sql(statement, rows)
            connection.exec_driver_sql(f"PRAGMA user_version = {revision}")
    _seal_file(folder, key)


def _seal_file(folder: Path, key: MasterKey) -> None:
    """One sealed file, byte for byte in the first format."""
    digest = hashlib.sha256(FILE).hexdigest()
    name = hmac.new(key.derive("blob names"), digest.encode(), hashlib.sha256).hexdigest()[:40]
    header = b"TNsf\x01\x10\x00\x00\x00" + bytes(range(7))
    sealed = AESGCM(bytes(range(32))).encrypt(bytes(range(7)) + b"\x00\x00\x00\x00\x01", FILE, header)
    path = folder / "blobs" / name[:2] / name[2:]
    path.parent.mkdir(parents=True)
    path.write_bytes(header + sealed)
