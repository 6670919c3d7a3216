"""The journal of signing: a signed file is known with its item or not at all, and its act likewise."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.engine import Connection

from local_cache import Cache, MasterKey, open_cache
from local_cache.errors import ActConflict, DiskFull, ItemConflict
from tests.local_cache.samples import act

CERTIFICATE = "ab" * 32


def begun(cache: Cache, *ids: str) -> str:
    return cache.batches.begin("approve", CERTIFICATE, [(one, {"digest": "cd" * 32}) for one in ids])


def asked(cache: Cache, *ids: str) -> str:
    """A batch whose token has been asked for these."""
    batch = begun(cache, *ids)
    cache.batches.mark(batch, [(one, "asked", None) for one in ids])
    return batch


def state(cache: Cache, item_id: str) -> str:
    batch = cache.batches.last()
    assert batch is not None
    return next(item.state for item in batch.items if item.id == item_id)


def test_a_batch_goes_its_way(cache: Cache) -> None:
    batch = begun(cache, "a", "b", "c")
    cache.batches.mark(batch, [("a", "asked", None), ("c", "failed", {"code": "pdfEncrypted"})])
    (digest,) = cache.blobs.store_together([b"signed"], cache.batches.kept(batch, "a", {"file": "x"}))
    assert (state(cache, "a"), cache.blobs.pins(digest)) == ("kept", {f"batch:{batch}:a"})
    cache.batches.mark(batch, [("a", "waiting", None)])
    assert state(cache, "a") == "kept", "what is kept never goes back: it would be signed twice"
    cache.outbox.append(act(1), [digest], cache.batches.left(batch, "a", {"level": "B-B"}))
    assert (state(cache, "a"), cache.blobs.pins(digest)) == ("left", {"act:act-00001"})
    last = cache.batches.last()
    assert last is not None
    assert (last.open, last.kind, last.certificate) == (True, "approve", CERTIFICATE)
    assert [item.result for item in last.items] == [{"level": "B-B"}, None, {"code": "pdfEncrypted"}]
    assert last.ids("waiting") == ("b",)
    cache.batches.end(batch)
    last = cache.batches.last()
    assert last is not None
    assert not last.open


def test_a_new_batch_takes_the_place_of_the_last_but_not_of_a_kept_file(cache: Cache) -> None:
    first = begun(cache, "a")
    second = begun(cache, "b")
    assert [one.id for one in cache.batches.all()] == [second]
    cache.batches.mark(second, [("b", "asked", None)])
    (digest,) = cache.blobs.store_together([b"signed"], cache.batches.kept(second, "b", None))
    third = begun(cache, "c")
    assert [one.id for one in cache.batches.all()] == [second, third]
    cache.outbox.append(act(1), [digest], cache.batches.refused(second, "b", {"code": "alreadyDone"}))
    fourth = begun(cache, "d")
    assert [one.id for one in cache.batches.all()] == [fourth]
    assert first not in {one.id for one in cache.batches.all()}


def test_what_is_left_to_sign_stays_beside_a_batch_of_another_kind(cache: Cache) -> None:
    first = asked(cache, "a")
    cache.batches.begin("direct", CERTIFICATE, [("h", None)], alone=True)
    second = cache.batches.begin("seal", CERTIFICATE, [("b", None)])
    third = cache.batches.begin("direct", CERTIFICATE, [("h", None)], alone=True)
    assert [one.id for one in cache.batches.all()] == [first, second, third]
    cache.batches.end(first)
    cache.batches.begin("direct", CERTIFICATE, [("h", None)], alone=True)
    assert first in {one.id for one in cache.batches.all()}, "what came of it stays readable"
    cache.batches.begin("seal", CERTIFICATE, [("b", None)])
    assert first not in {one.id for one in cache.batches.all()}


def test_what_is_left_to_sign_in_one_position_stays_beside_the_batch_of_another(cache: Cache) -> None:
    items = [("a", None)]
    first = cache.batches.begin("approve", CERTIFICATE, items, {"positionId": "p1"})
    second = cache.batches.begin("approve", CERTIFICATE, items, {"positionId": "p2"})
    assert [one.id for one in cache.batches.all()] == [first, second]
    third = cache.batches.begin("approve", CERTIFICATE, items, {"positionId": "p1"})
    assert [one.id for one in cache.batches.all()] == [second, third]
    cache.batches.end(second)
    fourth = cache.batches.begin("approve", CERTIFICATE, items, {"positionId": "p1"})
    assert [one.id for one in cache.batches.all()] == [fourth]


def test_no_token_is_asked_for_what_the_journal_does_not_know(cache: Cache) -> None:
    first = begun(cache, "a")
    begun(cache, "b")
    with pytest.raises(ItemConflict):
        cache.batches.reopen(first, CERTIFICATE, ["a"])
    with pytest.raises(ItemConflict):
        cache.batches.mark(first, [("a", "asked", None)])


def test_nothing_is_kept_twice_and_no_act_leaves_twice(cache: Cache) -> None:
    batch = asked(cache, "a")
    (digest,) = cache.blobs.store_together([b"signed"], cache.batches.kept(batch, "a", None))
    with pytest.raises(ItemConflict):
        cache.blobs.store_together([b"signed again"], cache.batches.kept(batch, "a", None))
    assert cache.blobs.total() == len(b"signed")
    cache.outbox.append(act(1), [digest], cache.batches.left(batch, "a"))
    with pytest.raises(ItemConflict):
        cache.outbox.append(act(2), [digest], cache.batches.left(batch, "a"))
    assert [entry.act for entry in cache.outbox.all()] == [act(1)]
    with pytest.raises(ItemConflict):
        cache.batches.reopen(batch, CERTIFICATE, ["a"])
    assert state(cache, "a") == "left"


def test_files_of_a_refused_act_stay_with_it_until_it_is_let_go(cache: Cache) -> None:
    batch = asked(cache, "a")
    (digest,) = cache.blobs.store_together([b"signed"], cache.batches.kept(batch, "a", None))
    reason = {"code": "alreadyDone", "args": {}}
    note = cache.batches.refused(batch, "a", reason)
    cache.outbox.append(act(1), [digest], note, state="refused", reason=reason)
    (entry,) = cache.outbox.all()
    assert (entry.state, entry.reason, entry.files) == ("refused", reason, (digest,))
    assert cache.outbox.waiting() == []
    assert (state(cache, "a"), cache.blobs.pins(digest)) == ("failed", {"act:act-00001"})
    cache.blobs.evict(0)
    assert cache.blobs.read(digest) == b"signed"
    with pytest.raises(ItemConflict):
        cache.outbox.append(act(2), [digest], note, state="refused", reason=reason)
    assert [one.act for one in cache.outbox.all()] == [act(1)]
    cache.outbox.remove("act-00001")
    cache.blobs.evict(0)
    assert not cache.blobs.has(digest)


def test_a_signed_file_that_its_signer_takes_back_goes(cache: Cache) -> None:
    batch = asked(cache, "a")
    (digest,) = cache.blobs.store_together([b"signed"], cache.batches.kept(batch, "a", None))
    assert cache.batches.give_up(batch, "a", {"code": "replaced"}) == (digest,)
    assert cache.blobs.delete(digest) == [digest]
    assert cache.batches.all()[0].items[0].signed == ()


def test_a_refused_item_that_is_signed_anew_is_as_if_nothing_was_tried(cache: Cache) -> None:
    batch = asked(cache, "a")
    (digest,) = cache.blobs.store_together([b"signed"], cache.batches.kept(batch, "a", None))
    cache.outbox.append(act(1), [digest], cache.batches.refused(batch, "a", {}), state="refused")
    cache.batches.reopen(batch, CERTIFICATE, ["a"])
    cache.batches.mark(batch, [("a", "failed", {"code": "pdfEncrypted"})])
    (one,) = cache.batches.all()
    assert one.items[0].signed == ()


def test_a_batch_is_gone_on_with(cache: Cache) -> None:
    batch = asked(cache, "a", "b")
    cache.batches.mark(batch, [("a", "failed", {"code": "tokenRemoved"})])
    cache.batches.end(batch)
    cache.batches.reopen(batch, CERTIFICATE, ["a"])
    last = cache.batches.last()
    assert last is not None
    assert [last.open, *((item.state, item.result) for item in last.items)] == [
        True,
        ("waiting", None),
        ("asked", None),
    ]


def test_an_act_that_is_not_kept_leaves_its_item_where_it_was(cache: Cache) -> None:
    batch = asked(cache, "a")
    (digest,) = cache.blobs.store_together([b"signed"], cache.batches.kept(batch, "a", None))
    cache.outbox.append(act(1))
    with pytest.raises(ActConflict):
        cache.outbox.append(act(1, kind="return"), [digest], cache.batches.left(batch, "a"))
    assert state(cache, "a") == "kept"
    assert cache.blobs.pins(digest) == {f"batch:{batch}:a"}


def test_files_whose_note_fails_are_not_known(cache: Cache, folder: Path) -> None:
    batch = asked(cache, "a")

    def fail(connection: Connection, digests: list[str]) -> None:
        cache.batches.kept(batch, "a", None)(connection, digests)
        raise RuntimeError("cut")

    with pytest.raises(RuntimeError):
        cache.blobs.store_together([b"signed", b"and its attachment"], fail)
    assert state(cache, "a") == "asked"
    assert cache.blobs.total() == 0
    assert [path for path in (folder / "blobs").rglob("*") if path.is_file()] == []


def test_a_full_disk_keeps_neither_file_nor_word(small_disk: Path, key: MasterKey) -> None:
    with open_cache(small_disk / "profile", key) as cache:
        batch = asked(cache, "a")
        with pytest.raises(DiskFull):
            cache.blobs.store_together([b"first", bytes(4_000_000)], cache.batches.kept(batch, "a", None))
        assert (state(cache, "a"), cache.blobs.total()) == ("asked", 0)
        cache.blobs.store_together([b"small"], cache.batches.kept(batch, "a", None))
        assert state(cache, "a") == "kept"


KILLED = """
import os, signal, sys
from pathlib import Path
from local_cache import MasterKey, open_cache
from tests.local_cache.samples import act
cache = open_cache(Path(sys.argv[1]), MasterKey(bytes(range(32))))
batch = cache.batches.begin("approve", "ab" * 32, [("a", None)])
cache.batches.mark(batch, [("a", "asked", None)])
note = cache.batches.kept(batch, "a", None)
def kill(connection, *rest):
    os.kill(os.getpid(), signal.SIGKILL)
def kept(connection, digests):
    note(connection, digests)
    if sys.argv[2] == "file":
        kill(connection)
(digest,) = cache.blobs.store_together([b"signed"], kept)
def left(connection):
    cache.batches.left(batch, "a")(connection)
    kill(connection)
cache.outbox.append(act(1), [digest], left)
"""


@pytest.mark.parametrize(("where", "wanted", "files"), [("file", "asked", 0), ("act", "kept", 1)])
def test_killed_before_the_word_is_down_nothing_is_half(
    folder: Path, key: MasterKey, where: str, wanted: str, files: int
) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder), where], cwd=root, check=False)
    assert done.returncode < 0
    with open_cache(folder, key) as cache:
        assert state(cache, "a") == wanted
        assert cache.outbox.count() == 0
        assert (cache.blobs.total() > 0) is bool(files)
