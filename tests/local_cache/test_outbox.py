"""The outbox, drafts, values: order, states, pins, and what a kill at any instant leaves."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from local_cache import Cache, MasterKey, open_cache
from local_cache.errors import ActConflict
from tests.local_cache.samples import act


def test_acts_stay_in_the_order_of_doing(cache: Cache) -> None:
    for number in (5, 3, 9):
        cache.outbox.append(act(number))
    cache.outbox.append_all([(act(1), ["sha256-" + "cd" * 32]), (act(2), ())])
    entries = cache.outbox.all()
    assert [entry.id for entry in entries] == ["act-00005", "act-00003", "act-00009", "act-00001", "act-00002"]
    assert entries[0].act == act(5)
    assert (entries[0].state, entries[0].reason, entries[0].attempts, entries[0].files) == ("waiting", None, 0, ())
    assert entries[3].files == ("cd" * 32,)
    assert [entry.id for entry in cache.outbox.subject("han-00003")] == ["act-00003"]


def test_states(cache: Cache) -> None:
    for number in range(4):
        cache.outbox.append(act(number))
    cache.outbox.mark("act-00000", "sending")
    cache.outbox.mark_many(
        [("act-00001", "refused", {"code": "numberTaken", "args": {"number": 5}}), ("nobody", "held", 1)]
    )
    cache.outbox.mark("act-00002", "held", {"code": "dependsOn"})
    assert [entry.id for entry in cache.outbox.waiting()] == ["act-00003"]
    assert cache.outbox.count("refused") == 1
    refused = cache.outbox.get("act-00001")
    assert refused is not None
    assert refused.reason == {"code": "numberTaken", "args": {"number": 5}}
    sending = cache.outbox.get("act-00000")
    assert sending is not None
    assert (sending.state, sending.attempts) == ("sending", 1)
    with pytest.raises(ValueError, match="lost"):
        cache.outbox.mark("act-00000", "lost")
    cache.outbox.remove("act-00000", "act-00001", "act-00002", "act-00003")
    assert cache.outbox.is_empty()


def test_the_same_act_twice_is_one_and_another_under_its_name_is_refused(cache: Cache) -> None:
    cache.outbox.append(act(1))
    cache.outbox.append(dict(reversed(act(1).items())))
    assert cache.outbox.count() == 1
    with pytest.raises(ActConflict):
        cache.outbox.append(act(1, kind="return"))
    with pytest.raises(ActConflict):
        cache.outbox.append_all([(act(2), ()), (act(1, kind="return"), ())])
    assert [entry.id for entry in cache.outbox.all()] == ["act-00001"], "all of them or none"


def test_positions_are_never_used_again(cache: Cache) -> None:
    cache.outbox.append(act(1))
    cache.outbox.remove("act-00001")
    cache.outbox.append(act(2))
    assert cache.outbox.all()[0].position == 2


def test_drafts(cache: Cache, folder: Path, key: MasterKey) -> None:
    cache.drafts.save("a", "slip", {"b": [1]}, ["ab" * 32])
    cache.drafts.save("b", "reply", "x")
    cache.drafts.save("a", "slip", {"b": [2]}, ["cd" * 32, "cd" * 32])
    draft = cache.drafts.load("a")
    assert draft is not None
    assert (draft.kind, draft.data, draft.digests) == ("slip", {"b": [2]}, ("cd" * 32,))
    assert [one.key for one in cache.drafts.list("reply")] == ["b"]
    assert {one.key for one in cache.drafts.list()} == {"a", "b"}
    assert cache.blobs.pins("cd" * 32) == {"draft:a"}
    assert cache.blobs.pins("ab" * 32) == set()
    cache.close()
    with open_cache(folder, key) as again:
        assert again.drafts.load("a") == draft
        again.drafts.delete("a")
        assert again.drafts.load("a") is None
        assert again.blobs.pins("cd" * 32) == set()


def test_preferences_and_secrets(cache: Cache) -> None:
    assert cache.preferences.get("theme", "light") == "light"
    cache.preferences.set("theme", {"dark": True})
    cache.secrets.set("refresh", "x" * 5000)
    assert cache.preferences.get("theme") == {"dark": True}
    assert cache.secrets.get("refresh") == "x" * 5000
    assert cache.preferences.names() == ["theme"]
    cache.secrets.set("refresh", None)
    assert cache.secrets.get("refresh") is None


def test_every_commit_of_the_outbox_is_synced(cache: Cache) -> None:
    with cache._kept.writing() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    with cache._state.writing() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 1


WRITER = """
import sys
from pathlib import Path
from local_cache import MasterKey, open_cache
from tests.local_cache.samples import act, document
folder, first = Path(sys.argv[1]), int(sys.argv[2])
with open_cache(folder, MasterKey(bytes(range(32)))) as cache:
    for number in range(first, first + 100000):
        digest = cache.blobs.store(b"%PDF" + bytes(70000) + str(number).encode())
        cache.outbox.append(act(number), [digest])
        print(number, digest, flush=True)
        with cache.writing() as tx:
            tx.put("Document", [document(number % 50 + step, text="chữ " * 300) for step in range(40)])
            tx.set_cursor("Document", str(number))
"""


def test_kills_at_random_instants_lose_no_act(folder: Path, key: MasterKey) -> None:
    """What the writer was told is kept is there after a SIGKILL, its file too; the store is sound and opens at once."""
    chooser = random.Random(7)
    told: dict[str, str] = {}
    root = Path(__file__).parents[2]
    for attempt in range(8):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder), str(attempt * 100_000)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root)},
        )
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(chooser.randrange(1, 12))]
        until = time.perf_counter() + chooser.random() * 0.03
        while time.perf_counter() < until:
            pass  # an instant inside whatever comes next, without sleeping past it
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.readlines()
        process.wait()
        process.stdout.close()
        for line in lines:
            if line.endswith("\n"):
                number, digest = line.split()
                told[f"act-{int(number):05d}"] = digest
        with open_cache(folder, key) as cache:
            assert cache.opened.outbox_salvaged is None
            assert not cache.opened.cache_renewed
            assert cache.check() == []
            entries = {entry.id: entry for entry in cache.outbox.all()}
            assert told.keys() <= entries.keys()
            assert len(entries) <= len(told) + attempt + 1, "at most the act whose telling was cut off"
            for act_id, digest in told.items():
                assert entries[act_id].files == (digest,)
                assert cache.blobs.has(digest)
            cursor = cache.objects.cursor("Document")
            assert cursor is None or cache.objects.size("Document") >= 40
            cache.blobs.sweep(at_rest=timedelta(0))
            assert all(cache.blobs.has(digest) for digest in told.values())
    assert len(told) >= 8
