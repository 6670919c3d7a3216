"""What was deleted is gone: from every page of every file of the profile, opened by its key, and from every copy.

The pages are opened one by one, as somebody would who has the key and the disk: free ones, the index' segments,
overflow pages, the log's frames, what was set aside and what was backed up.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from local_cache import Cache, MasterKey, migrations, open_cache
from local_cache.pages import PAGE, PageReader
from tests.local_cache import released
from tests.local_cache.samples import act, document, handling, task
from tests.local_cache.test_released import KNOWN, NEXT

SECRET = "xzqjbímmậtvqjkz"
LONG = f"mở đầu {'đoạn văn thường ' * 900} {SECRET} {'phần cuối ' * 400}"
FILE = b"%PDF xzqj" + SECRET.encode() * 20_000
FRAGMENTS = (SECRET.encode(), b"mmatvqjkz", b"matvqjkz", hashlib.sha256(FILE).hexdigest().encode())
"""As it was written; as the index folds it, which leaves out what a word has in common with the one before it."""


def _clear_pages(path: Path, key: MasterKey, name: str) -> Iterator[tuple[str, bytes]]:
    """Every page of a database, and every frame of its log, whatever generation it is of."""
    reader = PageReader(path, key.derive(name))
    for number in range(1, reader.count() + 1):
        page = reader.page(number)
        if page is not None:
            yield f"{path.name} page {number}", page
    log = path.with_name(path.name + "-wal")
    data = log.read_bytes() if log.exists() else b""
    for start in range(32, len(data) - PAGE - 23, PAGE + 24):
        page = reader._open(int.from_bytes(data[start : start + 4], "big"), data[start + 24 : start + 24 + PAGE])
        if page is not None:
            yield f"{log.name} at {start}", page


def _found(folder: Path, key: MasterKey) -> set[str]:
    """Where any of it still lies, without page numbers."""
    places: set[str] = set()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes()
        places |= {f"{path.name} in clear" for fragment in FRAGMENTS if fragment in data}
        for name in ("cache.db", "outbox.db"):
            if path.name.endswith(name):
                for where, page in _clear_pages(path, key, name):
                    places |= {where.partition(" ")[0] for fragment in FRAGMENTS if fragment in page}
    return places


def _put_in(cache: Cache) -> str:
    """The secret, wherever it can be kept; among other things that stay."""
    cache.objects.put("Document", [document(number, text="toàn văn " * 60) for number in range(1, 400)])
    cache.objects.put("Document", [document(500, subject=SECRET, notation=SECRET, text=LONG)])
    cache.objects.put("Document", [document(501, text=LONG)])
    cache.objects.put("Handling", [handling(500, directive=LONG)])
    cache.objects.put("Task", [task(1, title=SECRET, description=LONG)])
    cache.objects.put("Later", [{"id": SECRET, "a": LONG}])
    cache.objects.set_overlay("Document", {"own": document(1, id="own", subject=SECRET)})
    digest = cache.blobs.store(FILE)
    cache.outbox.append(act(500, payload={"directive": LONG}), [digest])
    cache.outbox.append(act(501))
    cache.drafts.save(SECRET, "slip", {"typed": LONG}, [digest])
    cache.preferences.set("last", LONG)
    cache.secrets.set("refresh", SECRET)
    with cache.blobs.partial(hashlib.sha256(FILE + b"x").hexdigest(), len(FILE) + 1) as partial:
        partial.append(FILE)
    return digest


def _take_out(cache: Cache, digest: str) -> None:
    cache.objects.delete("Document", ["doc-00500"])
    cache.objects.put("Document", [document(501, text="sửa lại")])
    cache.objects.delete("Handling", ["han-00500"])
    cache.objects.delete("Task", ["task-1"])
    cache.objects.delete("Later", [SECRET])
    cache.objects.set_overlay("Document", {"own": None})
    cache.outbox.remove("act-00500")
    cache.drafts.delete(SECRET)
    cache.preferences.set("last", None)
    cache.secrets.set("refresh", None)
    assert set(cache.blobs.delete(digest, hashlib.sha256(FILE + b"x").hexdigest())) > {digest}


def test_what_was_deleted_is_in_no_page(folder: Path, key: MasterKey) -> None:
    with open_cache(folder, key) as cache:
        digest = _put_in(cache)
        assert _found(folder, key) >= {"cache.db-wal", "outbox.db-wal", "outbox.db"}, "the scan finds what is there"
    assert _found(folder, key) == {"cache.db", "outbox.db"}
    with open_cache(folder, key) as cache:
        assert not cache.scrub_due() or cache.scrub()
        assert "cache.db" in _found(folder, key)
        _take_out(cache, digest)
        assert _found(folder, key), "until it is scrubbed"
        assert cache.scrub_due()
        assert cache.scrub()
        assert not cache.scrub_due()
        assert _found(folder, key) == set()
        assert not [path for path in (folder / "blobs").rglob("*") if path.is_file()]
        assert cache.outbox.count() == 1
        assert len(cache.search("toan van", limit=500)) >= 200
        assert cache.check() == []
    assert _found(folder, key) == set()


def test_that_something_is_to_be_scrubbed_survives_a_kill(folder: Path, key: MasterKey) -> None:
    with open_cache(folder, key) as cache:
        _take_out(cache, _put_in(cache))
    with open_cache(folder, key) as cache:
        assert "cache.db" in _found(folder, key)
        assert cache.scrub_due()
        assert cache.scrub()
    with open_cache(folder, key) as cache:
        assert not cache.scrub_due()
    assert _found(folder, key) == set()


def test_scrubbing_in_steps_lets_others_write_and_misses_nothing(folder: Path, key: MasterKey) -> None:
    """Also what is deleted out of a part that was written anew already."""
    with open_cache(folder, key) as cache:
        cache.objects.put("Document", [document(n, text=" ".join(f"t{n}x{i}" for i in range(60))) for n in range(4000)])
        digest = _put_in(cache)
        cache.objects.delete("Document", ["doc-00007"])
        calls = 0
        while not cache.scrub(0.0):
            calls += 1
            if calls == 2:
                _take_out(cache, digest)
            cache.outbox.append(act(1000 + calls))
            assert calls < 1000
        assert calls > 2
        assert _found(folder, key) == set()
        assert cache.outbox.count() == 1 + calls


def test_damaged_files_set_aside_do_not_outlive_what_they_hold(folder: Path, key: MasterKey) -> None:
    with open_cache(folder, key) as cache:
        digest = _put_in(cache)
    for name, offset in (("cache.db", 700), ("outbox.db", -3000)):
        data = bytearray((folder / name).read_bytes())
        data[offset] ^= 1
        (folder / name).write_bytes(data)
    (folder / "outbox.db.suspect").touch()
    with open_cache(folder, key) as cache:
        salvage = cache.opened.outbox_salvaged
        assert cache.opened.cache_renewed
        assert salvage is not None
        assert {path.rpartition("-")[2] for path in _found(folder, key)} >= {"outbox.db", "cache.db"}
        cache.outbox.remove("act-00500")
        cache.drafts.delete(SECRET)
        cache.preferences.set("last", None)
        cache.secrets.set("refresh", None)
        cache.blobs.delete(digest, hashlib.sha256(FILE + b"x").hexdigest())
        cache.objects.put("Document", [document(1)])
        cache.objects.delete("Document", ["doc-00001"])
        assert cache.scrub()
        assert _found(folder, key) == (set() if salvage.whole else {salvage.aside.name})


@pytest.mark.parametrize("chance", ["closed", "killed"])
def test_backups_do_not_keep_it_either(
    folder: Path, key: MasterKey, chance: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    released.make(folder, key, 1, 1)
    with open_cache(folder, key) as cache:
        cache.drafts.save("draft-9", "slip", {"typed": LONG})
    scripts = tmp_path / "scripts"
    shutil.copytree(migrations.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "outbox" / "versions" / f"v{KNOWN + 1:04d}_later.py").write_text(NEXT)
    monkeypatch.setattr(migrations, "SCRIPTS", scripts)
    monkeypatch.setitem(migrations.VERSIONS, "outbox", KNOWN + 1)
    with open_cache(folder, key) as cache:
        assert any(name.endswith("-outbox.db") for name in _found(folder, key))
        cache.drafts.delete("draft-9")
        if chance == "killed":
            shutil.copytree(folder, tmp_path / "killed")
        assert cache.scrub()
        assert _found(folder, key) == set()
    if chance == "killed":
        with open_cache(tmp_path / "killed", key) as cache:
            assert cache.scrub()
            assert _found(tmp_path / "killed", key) == set()
