"""A profile that one process works in is refused to another, and free again when that one is killed."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from local_cache.errors import ProfileInUse
from local_cache.profile import Profile

# The launcher takes a module alone: timeit runs the text it is given.
_HOLD = (
    "from pathlib import Path; from local_cache.profile import Profile; import sys; "
    "p = Profile(Path({folder!r})); p.acquire(); print('held', flush=True); sys.stdin.read()"
)


class OneWriter(unittest.TestCase):
    def setUp(self) -> None:
        held = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.addCleanup(held.cleanup)
        self.folder = Path(held.name)

    def other(self) -> subprocess.Popen[str]:
        """Another process of the program that holds the profile."""
        told = _HOLD.format(folder=str(self.folder))
        process = subprocess.Popen(
            [sys.executable, "-m", "timeit", "-n", "1", "-r", "1", told], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        assert process.stdout is not None
        self.assertEqual(process.stdout.readline().strip(), "held")
        return process

    def test_a_second_process_is_refused_until_the_first_is_killed(self) -> None:
        process = self.other()
        profile = Profile(self.folder)
        with self.assertRaises(ProfileInUse):
            profile.acquire()
        process.kill()
        process.communicate()
        profile.acquire()
        profile.release()

    def test_a_second_opening_in_one_process_is_refused(self) -> None:
        with Profile(self.folder), self.assertRaises(ProfileInUse):
            Profile(self.folder).acquire()
