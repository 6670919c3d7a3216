"""A real outbox of 200 acts, damaged at random: no act on a sound page is lost, none is made up, nothing crashes."""

from __future__ import annotations

import contextlib
import random
import shutil
import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from local_cache import Cache, MasterKey, open_cache
from local_cache.errors import DamagedCache
from local_cache.pages import PAGE, PageReader, _order, _summed
from tests.local_cache.samples import act, document

KEY = MasterKey(bytes(range(32)))
ACTS = 200
FRAME = PAGE + 24


def _act(number: int) -> dict[str, object]:
    """Its name is on each page that it takes: every seventh lies on several."""
    said = f"<act-{number:05d}> " * (600 if number % 7 == 0 else 20 + number % 40)
    return act(number, payload={"directive": said})


def _fill(cache: Cache) -> None:
    chooser = random.Random(3)
    for number in range(ACTS):
        cache.outbox.append(_act(number), [f"{number:064x}"] if number % 5 == 0 else ())
        if number % 20 == 10:
            cache.outbox.remove(f"act-{chooser.randrange(number):05d}")
        if number % 11 == 0:
            cache.drafts.save(f"draft-{number}", "slip", {"typed": "đang gõ " * 40})
    cache.outbox.mark("act-00199", "held", {"code": "x"})
    batch = cache.batches.begin("approve", "ab" * 32, [(f"doc-{n}", {"digest": "cd" * 32}) for n in range(120)])
    cache.batches.mark(batch, [(f"doc-{n}", "asked", None) for n in range(120)])
    cache.blobs.store_together([b"signed"], cache.batches.kept(batch, "doc-7", {"act": "approve"}))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The profile, closed; and as a kill leaves it, with what came last in the log only."""
    folder = tmp_path_factory.mktemp("salvage")
    with open_cache(folder / "closed", KEY) as cache:
        _fill(cache)
        shutil.copytree(folder / "closed", folder / "killed")
    assert (folder / "killed" / "outbox.db-wal").stat().st_size > 5 * FRAME
    return {name: folder / name for name in ("closed", "killed")}


def _pages(folder: Path) -> dict[int, bytes | None]:
    reader = PageReader(folder / "outbox.db", KEY.derive("outbox.db"))
    return {number: reader.page(number) for number in range(1, reader.count() + 1)}


def _present(folder: Path, scratch: Path) -> set[str]:
    shutil.copytree(folder, scratch)
    with open_cache(scratch, KEY) as cache:
        found = {entry.id for entry in cache.outbox.all()}
    shutil.rmtree(scratch)
    return found


def _on_sound_pages(before: dict[int, bytes | None], after: dict[int, bytes | None], acts: set[str]) -> set[str]:
    lost = b"".join(page or b"" for number, page in before.items() if after.get(number) != page)
    return {one for one in acts if f"<{one}>".encode() not in lost}


@st.composite
def damages(draw: st.DrawFn) -> tuple[str, list[tuple[str, float, int]]]:
    """Which profile, and what happens to which of its files where."""
    which = draw(st.sampled_from(["closed", "killed"]))
    files = ["outbox.db"] if which == "closed" else ["outbox.db", "outbox.db-wal"]
    kinds = st.sampled_from(["bit", "page", "cut", "zeros", "swap"])
    places = st.tuples(st.sampled_from(files), kinds, st.floats(0, 0.999), st.integers(1, 255))
    return which, [(f"{name}|{kind}", at, value) for name, kind, at, value in draw(st.lists(places, max_size=12))]


def _do(folder: Path, what: list[tuple[str, float, int]]) -> None:
    for named, at, value in what:
        name, _, kind = named.partition("|")
        path = folder / name
        data = bytearray(path.read_bytes())
        if not data:
            continue
        place = int(at * len(data))
        start = place // PAGE * PAGE
        if kind == "bit":
            data[place] ^= value
        elif kind == "page":
            data[start : start + PAGE] = random.Random(value).randbytes(len(data[start : start + PAGE]))
        elif kind == "cut" and value < 30:
            del data[place:]
        elif kind == "zeros":
            data[place : place + 10 * value] = bytes(len(data[place : place + 10 * value]))
        elif kind == "swap":
            other = (start + value * PAGE) % (len(data) // PAGE * PAGE or PAGE)
            one, two = bytes(data[start : start + PAGE]), bytes(data[other : other + PAGE])
            if len(one) == len(two) == PAGE:
                data[start : start + PAGE], data[other : other + PAGE] = two, one
        path.write_bytes(data)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damage=damages())
def test_random_damage(kept: dict[str, Path], damage: tuple[str, list[tuple[str, float, int]]], tmp_path: Path) -> None:
    which, what = damage
    folder, scratch = tmp_path / "damaged", tmp_path / "scratch"
    shutil.rmtree(folder, ignore_errors=True)
    present, before = _present(kept[which], scratch), _pages(kept[which])
    shutil.copytree(kept[which], folder)
    _do(folder, what)
    sound = _on_sound_pages(before, _pages(folder), present)
    # Met while working: the next opening looks closely.
    with contextlib.suppress(DamagedCache), open_cache(folder, KEY) as cache:
        _read(cache)
    with open_cache(folder, KEY) as cache:
        found = _read(cache)
        cache.outbox.append(act(90_000))
    assert sound <= found.keys(), "an act on sound pages was lost"
    assert all(found[f"act-{number:05d}"] == _act(number) for number in range(ACTS) if f"act-{number:05d}" in found)
    assert found.keys() <= {f"act-{number:05d}" for number in range(ACTS)}, "made up"


def _read(cache: Cache) -> dict[str, dict[str, object]]:
    for draft in cache.drafts.list():
        assert draft.data == {"typed": "đang gõ " * 40}
    return {entry.id: entry.act for entry in cache.outbox.all()}


@pytest.mark.parametrize("spoilt", ["header", "first frame", "middle frame", "frame header"])
def test_a_log_damaged_in_the_middle_costs_only_what_lay_there(
    kept: dict[str, Path], tmp_path: Path, spoilt: str
) -> None:
    """SQLite takes the first damage for the end and drops the rest in silence: acts that were told to be kept."""
    folder = tmp_path / "damaged"
    present, before = _present(kept["killed"], tmp_path / "scratch"), _pages(kept["killed"])
    shutil.copytree(kept["killed"], folder)
    log = folder / "outbox.db-wal"
    data = bytearray(log.read_bytes())
    starts = range(32, len(data) - FRAME + 1, FRAME)
    latest = [start for start in starts if data[start + 8 : start + 16] == data[16:24]]
    middle = latest[len(latest) // 2]
    assert middle < latest[-1]
    data[{"header": 20, "first frame": 900, "middle frame": middle + 500, "frame header": middle + 17}[spoilt]] ^= 1
    log.write_bytes(data)
    sound = _on_sound_pages(before, _pages(folder), present)
    assert len(sound) > ACTS - 40
    with open_cache(folder, KEY) as cache:
        report = cache.opened.outbox_salvaged
        assert report is not None
        assert not report.complete, "nobody can say what else was in it"
        assert sound <= set(report.acts)
        assert report.aside.with_name(report.aside.name + "-wal").read_bytes() == data, "kept as it was found"
        assert cache.check() == []


def test_zeros_never_pass_for_data(folder: Path, key: MasterKey) -> None:
    """SQLCipher gives the last page of a long text as zeros, without an error, where its seal is broken."""
    said = "chữ " * 3000
    with open_cache(folder, key) as cache:
        cache.objects.put("Document", [document(0, text="")])
        cache.objects.put("Document", [document(number, text=said, long=said) for number in range(1, 30)])
    path = folder / "cache.db"
    reader = PageReader(path, key.derive("cache.db"))
    data = bytearray(path.read_bytes())
    for number in range(2, reader.count() + 1):
        page = reader.page(number) or b""
        if page[:4] == bytes(4) and said.encode()[:40] in page:  # no page follows
            data[(number - 1) * PAGE + 50] ^= 1
    path.write_bytes(data)
    told = 0
    for number in range(1, 30):
        with open_cache(folder, key, repair=False) as cache:
            (folder / "cache.db.suspect").unlink(missing_ok=True)
            for read in (cache.objects.text, lambda one: (cache.objects.get("Document", one) or {})["long"]):
                try:
                    found = read(f"doc-{number:05d}")
                except DamagedCache:
                    told += 1
                else:
                    assert found == said
            (folder / "cache.db.suspect").unlink(missing_ok=True)
    assert told > 20, "the test met the case"
    (folder / "cache.db.suspect").touch()
    with open_cache(folder, key) as cache:
        assert cache.opened.cache_renewed


def test_files_of_a_lost_act_are_kept(folder: Path, key: MasterKey) -> None:
    with open_cache(folder, key) as cache:
        digest = cache.blobs.store(b"%PDF signed")
        cache.outbox.append(act(1, payload={"directive": "<act> " * 3000}), [digest])
        for number in range(2, 30):
            cache.outbox.append(act(number))
    path = folder / "outbox.db"
    reader = PageReader(path, key.derive("outbox.db"))
    data = bytearray(path.read_bytes())
    for number in range(2, reader.count() + 1):
        if b"<act> <act> <act> " in (reader.page(number) or b""):
            data[(number - 1) * PAGE + 50] ^= 1
    path.write_bytes(data)
    with open_cache(folder, key) as cache:
        report = cache.opened.outbox_salvaged
        assert report is not None
        assert "act-00001" in [one.id for one in report.lost]
        assert cache.blobs.pins(digest) == {"lost:act-00001"}
        assert cache.blobs.evict(0) == []
        assert cache.blobs.read(digest) == b"%PDF signed"


def test_a_log_torn_at_its_end_is_no_damage(kept: dict[str, Path], tmp_path: Path) -> None:
    """As a kill leaves it in the middle of a write: what was committed is there, and nobody is alarmed."""
    for cut in (1, 30, PAGE, FRAME - 1):
        folder = tmp_path / f"torn-{cut}"
        shutil.copytree(kept["killed"], folder)
        log = folder / "outbox.db-wal"
        log.write_bytes(log.read_bytes() + random.Random(cut).randbytes(cut))
        with open_cache(folder, KEY) as cache:
            assert cache.opened.outbox_salvaged is None
            assert cache.outbox.get("act-00199") is not None


def test_a_log_whose_new_run_has_a_header_alone_is_no_damage(tmp_path: Path) -> None:
    """As a kill leaves it between the first two writes of a run: the frames below are of the run before, and are in the
    file.
    """
    folder = tmp_path / "begun"
    with open_cache(tmp_path / "open", KEY) as cache:
        _fill(cache)
        with cache._kept.bare() as connection:
            assert connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()[0] == 0
        shutil.copytree(tmp_path / "open", folder)
    log = folder / "outbox.db-wal"
    data = bytearray(log.read_bytes())
    sequence, salt = struct.unpack(">II", data[12:20])
    data[12:24] = struct.pack(">III", sequence + 1, salt + 1, 0x5EED)
    data[24:32] = struct.pack(">II", *_summed(bytes(data[:24]), (0, 0), _order(bytes(data))))
    log.write_bytes(data)
    with open_cache(folder, KEY) as cache:
        assert cache.opened.outbox_salvaged is None
        assert cache.outbox.get("act-00199") is not None
