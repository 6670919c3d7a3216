"""Folders for one user alone: real ones of this system, and Windows' descriptors of rights as text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from local_cache import private_folders
from local_cache.profile import Profile

ME = "S-1-5-21-1-2-3-1001"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows' half is tried with its installer")
def test_what_is_new_or_empty_lets_nobody_else_in_and_what_was_there_stays_as_it_was(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    new, empty, used = tmp_path / "a" / "b", tmp_path / "empty", tmp_path / "used"
    for folder in (empty, used):
        folder.mkdir()
        folder.chmod(0o755)
    (used / "of somebody").write_text("")
    for folder in (new, empty, used):
        private_folders.make(folder)
    assert private_folders.strangers(new) == private_folders.strangers(new.parent) == ()
    assert private_folders.strangers(empty) == ()
    assert private_folders.strangers(used) == ("group", "others")
    assert private_folders.strangers(tmp_path) == ("group", "others")


def test_a_profile_is_its_users_alone(tmp_path: Path) -> None:
    with Profile(tmp_path / "root" / "account") as profile:
        assert private_folders.strangers(profile.directory) == ()


@pytest.mark.parametrize(("sddl", "found"), [
    (f"O:{ME}D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;{ME})", ()),
    (f"O:{ME}D:PAI(A;OICI;FA;;;OW)(A;OICIIO;FA;;;CO)", ()),
    (f"O:BAD:AI(A;ID;FA;;;{ME})(A;OICIID;0x1301bf;;;AU)(A;OICIID;0x1200a9;;;BU)", ("AU", "BU")),
    ("O:BAD:(A;;FA;;;S-1-5-21-1-2-3-1002)(A;;FR;;;S-1-5-21-1-2-3-1002)", ("S-1-5-21-1-2-3-1002",)),
    ("O:BAD:(D;OICI;FA;;;WD)(A;;FA;;;SY)", ()),
    ("O:BAD:NO_ACCESS_CONTROL", ("WD",)),
    ("O:BA", ("WD",)),
    ("", ("WD",)),
    ("D:(A)(;;;;;)(A;;;;;)", ()),
    (f"D:(A;;FA;;;{ME})S:(AU;SAFA;FA;;;WD)", ()),
])  # fmt: skip
def test_whom_a_descriptor_lets_in(sddl: str, found: tuple[str, ...]) -> None:
    assert private_folders.of_descriptor(sddl, ME) == found
