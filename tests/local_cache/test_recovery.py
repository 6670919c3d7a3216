"""Wrong keys, damaged files, newer versions, full disks: nothing is lost that can be kept, and the loss is named."""

from __future__ import annotations

import errno
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from local_cache import Cache, MasterKey, open_cache
from local_cache.engine import Database
from local_cache.errors import DamagedCache, DiskFull, NewerSchema, ProfileInUse, WrongKey
from local_cache.migrations import VERSIONS
from tests.local_cache.samples import act, document

PAGE = 4096


def _flip(path: Path, offset: int) -> None:
    data = bytearray(path.read_bytes())
    data[offset] ^= 1
    path.write_bytes(data)


def _fill(folder: Path, key: MasterKey, acts: int = 60) -> None:
    with open_cache(folder, key) as cache:
        cache.objects.put("Document", [document(number, text="toàn văn " * 200) for number in range(300)])
        for number in range(acts):
            cache.outbox.append(act(number), ["ab" * 32] if number == 5 else ())
        cache.outbox.mark("act-00003", "held", {"code": "x"})
        for number in range(20):
            cache.drafts.save(f"draft-{number}", "slip", {"typed": "đang gõ " * 30})
        cache.secrets.set("refresh", "token")


def test_a_wrong_key_is_told_and_touches_nothing(folder: Path, key: MasterKey) -> None:
    _fill(folder, key, 3)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(WrongKey):
        open_cache(folder, MasterKey.random())
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_wrong_key_is_told_even_where_the_check_value_is_lost(folder: Path, key: MasterKey) -> None:
    _fill(folder, key, 3)
    (folder / "key.json").unlink()
    with pytest.raises(WrongKey):
        open_cache(folder, MasterKey.random())
    with open_cache(folder, key) as cache:
        assert cache.outbox.count() == 3
    assert (folder / "key.json").exists()


def test_a_damaged_cache_is_set_aside_and_the_outbox_kept(folder: Path, key: MasterKey) -> None:
    _fill(folder, key)
    _flip(folder / "cache.db", 200)
    with pytest.raises(DamagedCache):
        open_cache(folder, key, repair=False)
    with open_cache(folder, key) as cache:
        assert cache.opened.cache_renewed
        assert cache.opened.outbox_salvaged is None
        assert cache.objects.size("Document") == 0
        assert cache.outbox.count() == 60
        assert cache.secrets.get("refresh") == "token"
        cache.objects.put("Document", [document(1)])
    assert any(path.name.endswith("cache.db") for path in (folder / "aside").iterdir())
    with open_cache(folder, key) as cache:
        assert not cache.opened.cache_renewed
        assert cache.objects.size("Document") == 1


def _read_all(cache: Cache) -> None:
    for one in cache.objects.all("Document"):
        cache.objects.text(one["id"])
    cache.search("dat dai toan van", limit=500)


def test_damage_met_while_working_is_told_and_repaired_at_the_next_opening(folder: Path, key: MasterKey) -> None:
    _fill(folder, key)
    pages = (folder / "cache.db").stat().st_size // PAGE
    for page in range(pages * 2 // 3, pages):
        _flip(folder / "cache.db", page * PAGE + 100)
    with open_cache(folder, key) as cache:
        assert not cache.opened.cache_renewed, "nothing of what opening reads is damaged"
        with pytest.raises(DamagedCache):
            _read_all(cache)
        with pytest.raises(DamagedCache):
            cache.objects.put("Document", [document(number, text="khác") for number in range(300)])
    with open_cache(folder, key) as cache:
        assert cache.opened.cache_renewed
        assert cache.outbox.count() == 60


def test_a_false_alarm_leaves_the_cache_alone(folder: Path, key: MasterKey) -> None:
    _fill(folder, key)
    (folder / "cache.db.suspect").touch()
    with open_cache(folder, key) as cache:
        assert not cache.opened.cache_renewed
        assert cache.objects.size("Document") == 300
    assert not (folder / "cache.db.suspect").exists()


def test_nothing_in_the_log_about_damage(folder: Path, key: MasterKey, capfd: pytest.CaptureFixture[str]) -> None:
    _fill(folder, key)
    _flip(folder / "cache.db", 5000)
    _flip(folder / "outbox.db", 200)
    open_cache(folder, key).close()
    said = capfd.readouterr()
    assert (said.out, said.err) == ("", "")


def _every_page(folder: Path) -> Iterator[int]:
    yield from range((folder / "outbox.db").stat().st_size // PAGE)


def test_each_lost_page_of_the_outbox_costs_only_what_lay_on_it(folder: Path, key: MasterKey, tmp_path: Path) -> None:
    """Every page is damaged in turn: each act is read or named, in order, and the rest can be worked with."""
    _fill(folder, key)
    every = [f"act-{number:05d}" for number in range(60)]
    salvaged = lossless = 0
    for page in _every_page(folder):
        copy = tmp_path / f"copy-{page}"
        shutil.copytree(folder, copy)
        _flip(copy / "outbox.db", page * PAGE + 1000)
        with open_cache(copy, key) as cache:
            if cache.check():
                continue  # a page that opening does not read; met later, it is handled as in the test above
            kept = [entry.id for entry in cache.outbox.all()]
            report = cache.opened.outbox_salvaged
            lost = [one.id for one in report.lost] if report else []
            assert sorted(kept + lost) == every, f"page {page}"
            assert kept == sorted(kept)
            assert len(lost) < 30
            assert report is None or report.complete or not lost
            if report:
                salvaged += 1
                lossless += not lost
                assert report.acts == tuple(kept)
                assert all(one.kind == "receive" for one in report.lost)
                assert report.aside.exists()
            cache.outbox.append(act(1000))
            if "act-00003" in kept:
                entry = cache.outbox.get("act-00003")
                assert entry is not None
                assert (entry.state, entry.reason) == ("held", {"code": "x"})
        with open_cache(copy, key) as cache:
            assert cache.opened.outbox_salvaged is None
        shutil.rmtree(copy)
    assert salvaged > 5
    assert lossless > 0


def test_a_lost_first_page_costs_no_act(folder: Path, key: MasterKey) -> None:
    _fill(folder, key)
    _flip(folder / "outbox.db", 700)
    with open_cache(folder, key) as cache:
        report = cache.opened.outbox_salvaged
        assert report is not None
        assert len(report.acts) == 60
        assert not report.complete, "with the index lost nobody can say that this is all"
        assert len(report.drafts) == 20
        assert cache.drafts.load("draft-7") is not None


def test_a_late_log_of_acts_survives_its_own_damage(folder: Path, key: MasterKey) -> None:
    """The outbox' log is emptied at closing; here it is left as by a kill, and the main file is damaged."""
    cache = open_cache(folder, key)
    for number in range(5):
        cache.outbox.append(act(number))
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    cache.close()
    assert (copy / "outbox.db-wal").stat().st_size > 0
    with open_cache(copy, key) as again:
        assert again.outbox.count() == 5


def test_a_rubbish_outbox_is_kept_aside(folder: Path, key: MasterKey) -> None:
    _fill(folder, key)
    (folder / "outbox.db").write_bytes(b"rubbish" * 3000)
    with open_cache(folder, key) as cache:
        report = cache.opened.outbox_salvaged
        assert report is not None
        assert (report.acts, report.complete) == ((), False)
        assert report.aside.read_bytes() == b"rubbish" * 3000
        assert cache.outbox.is_empty()
        assert cache.objects.size("Document") == 300


@pytest.mark.parametrize("how", ["gone", "empty"])
def test_a_lost_outbox_is_told(folder: Path, key: MasterKey, how: str) -> None:
    """It would be begun anew without a word: nobody would know that acts were in it."""
    _fill(folder, key, 3)
    if how == "gone":
        (folder / "outbox.db").unlink()
    else:
        (folder / "outbox.db").write_bytes(b"")
    with pytest.raises(DamagedCache):
        open_cache(folder, key, repair=False)
    with open_cache(folder, key) as cache:
        report = cache.opened.outbox_salvaged
        assert report is not None
        assert (report.acts, report.complete) == ((), False)
        assert cache.objects.size("Document") == 300
        cache.outbox.append(act(1))
    with open_cache(folder, key) as cache:
        assert cache.opened.outbox_salvaged is None
        assert cache.outbox.count() == 1


def test_an_empty_cache_file_is_received_again(folder: Path, key: MasterKey) -> None:
    _fill(folder, key, 3)
    (folder / "cache.db").write_bytes(b"")
    with open_cache(folder, key) as cache:
        assert cache.objects.size("Document") == 0
        assert cache.objects.cursor("Document") is None
        assert cache.outbox.count() == 3


def test_a_moved_profile_opens_where_it_is(folder: Path, key: MasterKey, tmp_path: Path) -> None:
    """Copied to another folder or machine, also from under a program that has it open: bound to its key alone."""
    with open_cache(folder, key) as cache:
        digest = cache.blobs.store(b"%PDF " * 5000)
        cache.outbox.append(act(1), [digest])
        cache.objects.put("Document", [document(1, text="toàn văn")])
        shutil.copytree(folder, tmp_path / "ổ khác" / "bản sao")
    with open_cache(tmp_path / "ổ khác" / "bản sao", key) as cache:
        assert cache.opened.outbox_salvaged is None
        assert cache.blobs.read(digest) == b"%PDF " * 5000
        assert cache.outbox.count() == 1
        assert cache.search("toan van")
    with pytest.raises(WrongKey):
        open_cache(tmp_path / "ổ khác" / "bản sao", MasterKey.random())


def test_a_damaged_key_file_costs_nothing_where_the_key_is_at_hand(folder: Path, key: MasterKey) -> None:
    _fill(folder, key, 3)
    (folder / "key.json").write_bytes(b'{"check": "0')
    with pytest.raises(WrongKey):
        open_cache(folder, MasterKey.random())
    with open_cache(folder, key) as cache:
        assert cache.outbox.count() == 3
    assert (folder / "key.damaged").read_bytes() == b'{"check": "0'
    with pytest.raises(WrongKey):
        open_cache(folder, MasterKey.random())


def test_a_damaged_log_of_the_cache_takes_it_back_to_what_is_sound(folder: Path, key: MasterKey) -> None:
    """SQLite reads it up to the damage: an earlier state with the cursor of that state, so the rest comes again."""
    with open_cache(folder, key) as cache:
        for number in range(30):
            with cache.writing() as transaction:
                transaction.put("Document", [document(number, text="toàn văn " * 50)])
                transaction.set_cursor("Document", str(number))
        shutil.copytree(folder, folder.with_name("copy"))
    log = folder.with_name("copy") / "cache.db-wal"
    _flip(log, log.stat().st_size * 2 // 3)
    with open_cache(folder.with_name("copy"), key) as cache:
        cursor = cache.objects.cursor("Document")
        assert cache.check() == []
        assert cursor is not None
        assert 0 < int(cursor.state) < 29
        assert cache.objects.known("Document") == {f"doc-{number:05d}" for number in range(int(cursor.state) + 1)}


def test_a_folder_that_cannot_be_written_says_so_and_is_left_alone(small_disk: Path, key: MasterKey) -> None:
    folder = small_disk / "profile"
    _fill(folder, key, 3)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(OSError, match="Read-only") as caught:
        open_cache(folder, key)
    assert caught.value.errno == errno.EROFS
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    with open_cache(folder, key) as cache:
        assert cache.outbox.count() == 3


def test_a_kill_between_setting_aside_and_swapping_in_loses_nothing(folder: Path, key: MasterKey) -> None:
    _fill(folder, key)
    (folder / "outbox.db").rename(folder / "outbox.new")
    with open_cache(folder, key) as cache:
        assert cache.outbox.count() == 60


def test_both_files_damaged(folder: Path, key: MasterKey) -> None:
    _fill(folder, key)
    _flip(folder / "outbox.db", 700)
    _flip(folder / "cache.db", 700)
    with open_cache(folder, key) as cache:
        assert cache.opened.cache_renewed
        assert cache.outbox.count() == 60


@pytest.mark.parametrize("name", ["cache.db", "outbox.db"])
def test_a_newer_file_is_refused_and_left_alone(folder: Path, key: MasterKey, name: str) -> None:
    _fill(folder, key, 3)
    database = Database(folder / name, key.derive(name), durable=True)
    with database.writing() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 99")
    database.close()
    before = (folder / name).read_bytes()
    with pytest.raises(NewerSchema) as caught:
        open_cache(folder, key)
    assert (caught.value.found, caught.value.known) == (99, VERSIONS[name.removesuffix(".db")])
    assert (folder / name).read_bytes() == before
    assert not (folder / "aside").exists()


def test_a_profile_is_opened_once(folder: Path, key: MasterKey, cache: Cache) -> None:
    with pytest.raises(ProfileInUse):
        open_cache(folder, key)
    cache.close()
    cache.close()
    open_cache(folder, key).close()


def test_a_failed_opening_lets_the_profile_go(folder: Path, key: MasterKey) -> None:
    _fill(folder, key, 3)
    with pytest.raises(WrongKey):
        open_cache(folder, MasterKey.random())
    open_cache(folder, key).close()


def test_a_full_disk_stops_cleanly(small_disk: Path, key: MasterKey) -> None:
    folder = small_disk / "profile"
    with open_cache(folder, key) as cache:
        cache.outbox.append(act(1))

        def fill() -> None:
            for number in range(100):
                cache.objects.put("Document", [document(number, text="chữ " * 20_000)])

        def act_on() -> None:
            for number in range(2, 5000):
                cache.outbox.append(act(number))

        with pytest.raises(DiskFull):
            fill()
        with pytest.raises(DiskFull):
            cache.blobs.store(bytes(4_000_000))
        with pytest.raises(DiskFull):
            act_on()
        acts = cache.outbox.count()
        assert acts >= 1
    (folder / "cache.db").unlink()  # somebody makes room; a cache can be thrown away
    with open_cache(folder, key) as cache:
        assert cache.outbox.count() == acts
        cache.outbox.append(act(9999))


def test_a_full_database_is_undone_whole(cache: Cache) -> None:
    """The same by a limit on the file, which works everywhere."""
    cache.objects.put("Document", [document(1)])
    with cache._state.bare() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFull):
        cache.objects.put("Document", [document(number, text="chữ " * 2000) for number in range(2, 50)])
    assert cache.objects.known("Document") == {"doc-00001"}
    assert cache.check() == []
