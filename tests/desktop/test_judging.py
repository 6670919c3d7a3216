"""What is learned while files are judged rests in the encrypted store, and serves offline after a restart."""

from __future__ import annotations

import threading
from collections import UserDict
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desktop.judging import KEPT, FileJudge, Kept
from desktop.lanes import Lanes
from local_cache import Cache, MasterKey, open_cache
from signing import sign
from signing.answers import CRL, Answer
from signing.trust import Trust
from tests.signing import pages
from tests.signing.conftest import Issued, agency, issued, leader, pki, served, trust
from tests.signing.office_pki import Pki

__all__ = ["agency", "issued", "leader", "pki", "served", "trust"]


async def _judged(cache: Cache, issued: Issued, trust: Trust, *, online: bool) -> tuple[str, list[str]]:
    lanes = Lanes()
    judge = FileJudge(lanes, lambda: trust, cache.objects, lambda: online)
    try:
        found = await judge(issued.approved)
        await judge.settled()
    finally:
        judge.close()
        lanes.close()
    return found.verdict, [one.code for one in found.all_reasons()]


async def test_answers_outlive_the_program_and_old_ones_do_not(
    tmp_path_factory: pytest.TempPathFactory, issued: Issued, trust: Trust, pki: Pki
) -> None:
    folder, key = tmp_path_factory.mktemp("profile"), MasterKey(bytes(32))
    with open_cache(folder, key) as cache:
        assert await _judged(cache, issued, trust, online=False) == ("unknown", ["revocationUnknown"])
        assert await _judged(cache, issued, trust, online=True) == ("valid", [])
        old = Answer("ocsp", b"old", datetime.now(UTC) - timedelta(days=90)).to_json()
        cache.objects.put(KEPT, [old, {"id": "odd", "kind": "ocsp"}])
    pki.silent.add("ocsp")
    with open_cache(folder, MasterKey(bytes(32))) as cache:
        assert await _judged(cache, issued, trust, online=False) == ("valid", ["revocationAsOf"])
        kept = {one["id"] for one in cache.objects.all(KEPT)}
        assert kept
        assert not kept & {old["id"], "odd"}
    # Sealed: no name of a certificate stands on the disk in clear.
    for file in folder.rglob("*"):
        if file.is_file():
            assert "Nguyễn Văn Hòa".encode() not in file.read_bytes()


@pytest.fixture
def signed(pki: Pki) -> bytes:
    """By somebody about whom lists alone can be asked."""
    return sign.approve(pages.draft(), pki.issue("Chỉ có danh sách", revocable=False, lists=True)).pdf


async def test_a_newer_list_takes_the_stored_ones_place(
    tmp_path_factory: pytest.TempPathFactory, trust: Trust, pki: Pki, signed: bytes
) -> None:
    """Also within one session, and nothing of it is worked upon by the window's thread."""
    before = Answer(CRL, pki.list_made(timedelta(hours=3)), datetime.now(UTC) - timedelta(hours=3)).to_json()
    with open_cache(tmp_path_factory.mktemp("profile"), MasterKey(bytes(32))) as cache:
        store = _Watched(cache.objects)
        store.put(KEPT, [before])
        lanes = Lanes()
        judge = FileJudge(lanes, lambda: trust, store)
        try:
            assert (await judge(signed)).verdict == "valid"
            await judge.settled()
            (kept,) = [one for one in cache.objects.all(KEPT) if one["kind"] == CRL]
        finally:
            judge.close()
            lanes.close()
    assert kept["id"] != before["id"]
    assert store.read_by == {"cache-read-0"}


class _Watched:
    """The store, and the threads in which rows that came out of it are looked into."""

    def __init__(self, objects: Kept) -> None:
        self._objects = objects
        self.read_by: set[str] = set()
        self.put, self.delete = objects.put, objects.delete

    def all(self, type_name: str) -> list[Mapping[str, Any]]:
        return [_Row(one, self.read_by) for one in self._objects.all(type_name)]


class _Row(UserDict[str, Any]):
    def __init__(self, row: Mapping[str, Any], read_by: set[str]) -> None:
        super().__init__(row)
        self._read_by = read_by

    def __getitem__(self, name: str) -> Any:
        self._read_by.add(threading.current_thread().name)
        return super().__getitem__(name)


async def test_it_ends_with_its_children(issued: Issued, trust: Trust) -> None:
    lanes = Lanes()
    judge = FileJudge(lanes, lambda: trust)
    assert (await judge(issued.sealed)).verdict == "valid"
    judge.close()
    assert judge._judges.children == ()
    lanes.close()
