"""A profile's folder is this user's alone, also where it is put outside their own."""

from __future__ import annotations

import sys
import tempfile
import unittest
from pathlib import Path

from desktop.home import Home
from local_cache import private_folders
from local_cache.private_folders_windows import descriptor, my_number
from local_cache.profile import Profile

assert sys.platform == "win32"


class PrivateFolders(unittest.TestCase):
    def setUp(self) -> None:
        held = tempfile.TemporaryDirectory(dir="C:\\")
        self.addCleanup(held.cleanup)
        self.folder = Path(held.name)

    def test_this_user_has_a_number(self) -> None:
        assert my_number().startswith("S-1-5-"), my_number()

    def test_a_new_folder_lets_nobody_else_in(self) -> None:
        profile = self.folder / "Hồ sơ" / "account"
        private_folders.make(profile)
        assert private_folders.strangers(profile) == (), descriptor(profile)

    def test_the_programs_own_root_is_one(self) -> None:
        home = Home.at(self.folder / "Tác nghiệp")
        home.make()
        assert private_folders.strangers(home.root) == (), descriptor(home.root)

    def test_a_profile_is_one(self) -> None:
        with Profile(self.folder / "profile") as profile:
            assert private_folders.strangers(profile.directory) == (), descriptor(profile.directory)
