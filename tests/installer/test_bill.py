"""What the bill of materials says of libraries that others carry."""

from __future__ import annotations

from pathlib import Path

import pytest

from resources.installer import bill, closure, papers, payload
from resources.installer.tools import BuildError

CARRIED = ("libpq-f339.dll", "libcrypto-3-x64-cf63.dll", "libssl-3-x64-4e7c.dll")


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A payload with what psycopg-binary carries. The files tell no version: only Windows' compiler writes one."""
    told = {"libpq-f339.dll": "18.4", "libcrypto-3-x64-cf63.dll": "3.6.5"}
    monkeypatch.setattr(closure, "version", lambda path: told[path.name])
    (tmp_path / "LICENSE.txt").touch()
    papers.put_licences(tmp_path)
    folder = tmp_path / payload.LIBRARIES / "psycopg_binary.libs"
    folder.mkdir(parents=True)
    for name in CARRIED:
        (folder / name).touch()
    return tmp_path


def test_what_psycopg_carries_is_listed_with_version_and_licence(shipped: Path) -> None:
    found = {one["name"]: one for one in bill.parts_inside("psycopg-binary", shipped)}
    assert {name: one["version"] for name, one in found.items()} == {"libpq": "18.4", "openssl": "3.6.5"}
    assert found["libpq"]["licenses"] == [{"license": {"id": "PostgreSQL"}}]
    assert found["openssl"]["purl"] == "pkg:generic/openssl@3.6.5"
    for one in found.values():
        assert (shipped / one["properties"][0]["value"]).is_file()
    assert "Postgres95" in (shipped / found["libpq"]["properties"][0]["value"]).read_text("utf-8")
    bill.check_carried(shipped)


def test_what_is_carried_and_of_no_part_stops_the_build(shipped: Path) -> None:
    (shipped / payload.LIBRARIES / "psycopg_binary.libs" / "zlib1-77.dll").touch()
    with pytest.raises(BuildError, match=r"psycopg_binary\.libs/zlib1-77\.dll is of no part"):
        bill.check_carried(shipped)


@pytest.mark.parametrize(("gone", "words"), [(True, "has no"), (False, "has 2")])
def test_a_part_is_one_file(shipped: Path, *, gone: bool, words: str) -> None:
    file = shipped / payload.LIBRARIES / "psycopg_binary.libs" / CARRIED[0]
    if gone:
        file.unlink()
    else:
        file.with_name("libpq-0000.dll").touch()
    with pytest.raises(BuildError, match=words):
        bill.parts_inside("psycopg-binary", shipped)
