"""Sealed files: whole, by range, in pieces; changed, cut, swapped; pinned and evicted."""

from __future__ import annotations

import hashlib
import io
import itertools
from datetime import timedelta
from pathlib import Path

import pytest

from local_cache import Cache, MasterKey, open_cache
from local_cache.blobs import Blobs
from local_cache.errors import DamagedFile, DigestMismatch, NotStored
from local_cache.sealing import CHUNK
from tests.local_cache.samples import act

SIZES = (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 777)


def _data(size: int) -> bytes:
    return hashlib.shake_128(str(size).encode()).digest(size)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "blobs").rglob("*") if path.is_file())


@pytest.mark.parametrize("size", SIZES)
def test_what_goes_in_comes_out(cache: Cache, folder: Path, size: int) -> None:
    data = _data(size)
    digest = cache.blobs.store(io.BytesIO(data), "sha256-" + _digest(data))
    assert digest == _digest(data)
    assert cache.blobs.read("sha256-" + digest) == data
    assert cache.blobs.has(digest)
    assert cache.blobs.size(digest) == size
    assert cache.blobs.store(data) == digest
    assert len(_files(folder)) == 1
    assert digest[:20] not in str(_files(folder)[0]), "the name says nothing about the content"


def test_ranges(cache: Cache) -> None:
    data = _data(3 * CHUNK + 777)
    with cache.blobs.open(cache.blobs.store(data)) as reader:
        for start, length in itertools.product(
            (0, 5, CHUNK - 3, CHUNK, 2 * CHUNK + 9, len(data) - 4, len(data)), (0, 1, 10, CHUNK)
        ):
            reader.seek(start)
            assert reader.read(length) == data[start : start + length]
        assert reader.seek(-10, io.SEEK_END) == len(data) - 10
        assert reader.read() == data[-10:]
        reader.seek(0)
        assert io.BufferedReader(reader).read() == data


def test_a_reader_serves_libraries_that_want_a_file(cache: Cache) -> None:
    data = _data(200_000)
    with cache.blobs.open(cache.blobs.store(data)) as reader:
        assert reader.readable()
        assert reader.seekable()
        assert not reader.writable()
        reader.seek(100)
        reader.seek(50, io.SEEK_CUR)
        assert reader.tell() == 150


def test_not_what_was_promised(cache: Cache, folder: Path) -> None:
    with pytest.raises(DigestMismatch):
        cache.blobs.store(b"other", _digest(b"promised"))
    assert _files(folder) == []
    with pytest.raises(NotStored):
        cache.blobs.read(_digest(b"other"))
    with pytest.raises(ValueError, match="digest"):
        cache.blobs.has("../../etc/passwd")


@pytest.mark.parametrize("offset", [0, 4, 10, 16, 40, CHUNK + 16 + 20, -1])
def test_a_flipped_bit_is_caught(cache: Cache, folder: Path, offset: int) -> None:
    digest = cache.blobs.store(_data(2 * CHUNK + 5))
    path = _files(folder)[0]
    sealed = bytearray(path.read_bytes())
    sealed[offset] ^= 1
    path.write_bytes(sealed)
    with pytest.raises(DamagedFile):
        cache.blobs.read(digest)


def test_cut_lengthened_reordered_and_swapped_files_are_caught(cache: Cache, folder: Path) -> None:
    digest = cache.blobs.store(_data(3 * CHUNK))
    path = _files(folder)[0]
    sealed = path.read_bytes()
    other = cache.blobs.store(_data(3 * CHUNK)[::-1])
    other_path = next(one for one in _files(folder) if one != path)
    step = CHUNK + 16
    chunks = [sealed[16 + index * step : 16 + (index + 1) * step] for index in range(3)]
    for bad in (
        sealed[:-step],
        sealed + chunks[2],
        sealed[:16] + chunks[1] + chunks[0] + chunks[2],
        sealed[:16] + chunks[0] + chunks[1] + chunks[1],
        other_path.read_bytes(),
        b"",
    ):
        assert cache.blobs.store(_data(3 * CHUNK)) == digest
        path.write_bytes(bad)
        with pytest.raises(DamagedFile):
            cache.blobs.read(digest)
        with pytest.raises(NotStored):
            cache.blobs.read(digest)
        assert not cache.blobs.has(digest), "so that it is fetched again"
    assert cache.blobs.has(other)


@pytest.mark.parametrize("needed_by", ["act", "draft"])
def test_a_damaged_file_that_only_this_machine_may_have_is_kept_until_it_comes_anew(
    cache: Cache, folder: Path, needed_by: str
) -> None:
    data = _data(3 * CHUNK)
    digest = cache.blobs.store(data)
    if needed_by == "act":
        cache.outbox.append(act(1), [digest])
    else:
        cache.drafts.save("k", "slip", {}, [digest])
    (path,) = _files(folder)
    torn = path.read_bytes()[:-5]
    path.write_bytes(torn)
    for _ in range(2):
        with pytest.raises(DamagedFile):
            cache.blobs.read(digest)
    assert path.read_bytes() == torn
    assert not cache.blobs.has(digest)
    with cache.blobs.partial(digest, len(data)) as partial:
        partial.append(data)
        partial.finish()
    assert cache.blobs.read(digest) == data


def test_damage_met_in_the_middle_of_a_file_gives_it_up_too(cache: Cache, folder: Path) -> None:
    digest = cache.blobs.store(_data(3 * CHUNK))
    (path,) = _files(folder)
    sealed = bytearray(path.read_bytes())
    sealed[16 + 2 * (CHUNK + 16) + 9] ^= 1
    path.write_bytes(sealed)
    with cache.blobs.open(digest) as reader:
        assert len(reader.read(CHUNK)) == CHUNK
        reader.seek(2 * CHUNK)
        with pytest.raises(DamagedFile):
            reader.read(10)
    assert not cache.blobs.has(digest)
    assert _files(folder) == []


def test_a_lost_file_is_not_stored(cache: Cache, folder: Path) -> None:
    digest = cache.blobs.store(b"x")
    _files(folder)[0].unlink()
    assert not cache.blobs.has(digest)
    with pytest.raises(NotStored):
        cache.blobs.read(digest)
    assert cache.blobs.store(b"x") == digest
    assert cache.blobs.read(digest) == b"x"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("step", [1000, CHUNK, 100_000])
def test_downloads_in_pieces(cache: Cache, size: int, step: int) -> None:
    data = _data(size)
    with cache.blobs.partial(_digest(data), size) as partial:
        for start in range(0, size, step):
            assert partial.have == start
            partial.append(data[start : start + step])
        assert not cache.blobs.has(_digest(data))
        assert partial.finish() == _digest(data)
    assert cache.blobs.read(_digest(data)) == data


def test_a_download_goes_on_where_it_stopped(cache: Cache, folder: Path, key: MasterKey) -> None:
    data = _data(5 * CHUNK + 10)
    first = cache.blobs.partial(_digest(data), len(data))
    first.append(data[: 2 * CHUNK + 500])
    first.close()
    cache.close()
    part = _files(folder)[0]
    part.write_bytes(part.read_bytes() + b"torn by a kill")
    with open_cache(folder, key) as again:
        assert not again.blobs.has(_digest(data))
        with again.blobs.partial(_digest(data), len(data)) as second:
            assert second.have == 2 * CHUNK
            second.append(data[second.have :])
            second.finish()
        assert again.blobs.read(_digest(data)) == data
        with again.blobs.partial(_digest(data), len(data)) as third:
            assert third.have == len(data)
            assert third.finish() == _digest(data)
        assert again.blobs.sweep(at_rest=timedelta(0)) == 0


def test_a_wrong_download_begins_anew(cache: Cache) -> None:
    data = _data(2 * CHUNK)
    with cache.blobs.partial(_digest(data), len(data)) as partial:
        partial.append(bytes(2 * CHUNK))
        with pytest.raises(DigestMismatch):
            partial.append(b"more than promised")
        with pytest.raises(DigestMismatch):
            partial.finish()
        assert partial.have == 0
        partial.append(data[:-1])
        with pytest.raises(DigestMismatch):
            partial.finish()
        partial.append(data[-1:])
        partial.finish()
    assert cache.blobs.read(_digest(data)) == data


def test_a_sealed_part_that_was_changed_counts_only_up_to_the_change(cache: Cache, folder: Path) -> None:
    data = _data(4 * CHUNK)
    with cache.blobs.partial(_digest(data), len(data)) as partial:
        partial.append(data[: 3 * CHUNK])
    path = _files(folder)[0]
    sealed = bytearray(path.read_bytes())
    sealed[16 + CHUNK + 16 + 50] ^= 1
    path.write_bytes(sealed)
    with cache.blobs.partial(_digest(data), len(data)) as partial:
        assert partial.have == CHUNK


def test_eviction_takes_the_least_recently_used_and_never_what_is_pinned(folder: Path, key: MasterKey) -> None:
    with open_cache(folder, key) as cache:
        clock = itertools.count(1000)
        blobs = Blobs(cache.profile.blobs, cache._kept, key, lambda: next(clock))
        digests = [blobs.store(bytes([number]) * 1000) for number in range(6)]
        cache.outbox.append(act(1), [digests[0]])
        cache.drafts.save("k", "slip", {}, [digests[1]])
        blobs.pin(digests[2], "open window")
        blobs.read(digests[3])
        assert blobs.total() == 6000
        assert blobs.evict(5000) == [digests[4]]
        assert set(blobs.evict(0)) == {digests[3], digests[5]}
        assert [blobs.has(digest) for digest in digests] == [True, True, True, False, False, False]
        assert blobs.delete(digests[0]) == []
        cache.outbox.remove("act-00001")
        cache.drafts.delete("k")
        blobs.unpin(digests[2], "open window")
        assert blobs.pins(digests[2]) == set()
        assert len(blobs.evict(0)) == 3
        assert _files(folder) == []


def test_eviction_by_age_and_by_size(folder: Path, key: MasterKey) -> None:
    """What was not used for long goes although there is room; what is used goes only for want of room."""
    with open_cache(folder, key) as cache:
        now = [1_000_000.0]
        blobs = Blobs(cache.profile.blobs, cache._kept, key, lambda: now[0])
        old, sent, read, fresh = (blobs.store(bytes([number]) * 1000) for number in range(4))
        cache.outbox.append(act(1), [sent])
        now[0] += 40 * 86400
        blobs.read(read)
        now[0] += 1
        blobs.read(fresh)
        assert blobs.evict(10_000) == []
        assert blobs.evict(10_000, older_than=timedelta(days=41)) == []
        assert blobs.evict(10_000, older_than=timedelta(days=30)) == [old]
        assert blobs.evict(2000, older_than=timedelta(days=30)) == [read]
        now[0] += 100 * 86400
        assert blobs.evict(0, older_than=timedelta(days=1)) == [fresh]
        assert blobs.has(sent), "still to be sent"


def test_downloads_left_for_long_are_swept(folder: Path, key: MasterKey) -> None:
    with open_cache(folder, key) as cache:
        now = [1_000_000.0]
        blobs = Blobs(cache.profile.blobs, cache._kept, key, lambda: now[0])
        data = [_data(2 * CHUNK + number) for number in range(3)]
        for one in data[:2]:
            with blobs.partial(_digest(one), len(one)) as partial:
                partial.append(one[: CHUNK + 5])
        cache.drafts.save("k", "slip", {}, [_digest(data[1])])
        now[0] += 8 * 86400
        with blobs.partial(_digest(data[2]), len(data[2])) as partial:
            partial.append(data[2][: CHUNK + 5])
        assert blobs.sweep() == 0
        assert blobs.sweep(timedelta(days=7)) == 1
        assert len(_files(folder)) == 2
        for one, have in zip(data, (0, CHUNK, CHUNK), strict=True):
            with blobs.partial(_digest(one), len(one)) as partial:
                assert partial.have == have


def test_sweeping_removes_what_kills_left(cache: Cache, folder: Path) -> None:
    digest = cache.blobs.store(b"kept")
    lost = cache.blobs.store(b"lost")
    next(path for path in _files(folder) if path != cache.blobs._path(digest)).unlink()
    (folder / "blobs" / "0123.new").write_bytes(b"half")
    assert cache.blobs.sweep(at_rest=timedelta(0)) == 2
    assert cache.blobs.read(digest) == b"kept"
    assert not cache.blobs.has(lost)
    assert cache.blobs.sweep(at_rest=timedelta(0)) == 0
