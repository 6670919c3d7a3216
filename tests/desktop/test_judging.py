"""What is learned while files are judged rests in the encrypted store, and serves offline after a restart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop.judging import KEPT, FileJudge
from desktop.lanes import Lanes
from local_cache import Cache, MasterKey, open_cache
from signing.answers import Answer
from signing.trust import Trust
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


async def test_it_ends_with_its_children(issued: Issued, trust: Trust) -> None:
    lanes = Lanes()
    judge = FileJudge(lanes, lambda: trust)
    assert (await judge(issued.sealed)).verdict == "valid"
    judge.close()
    assert judge._judges.children == ()
    lanes.close()
