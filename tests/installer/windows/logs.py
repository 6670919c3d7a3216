"""The files of the log between two programs, with a file that somebody else has open, and after a fall."""

from __future__ import annotations

import logging
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

from desktop.hard_crash import FaultWatch
from desktop.log_files import LogFile

_HOLD = (
    "import sys; from pathlib import Path; from desktop.log_files import LogFile; "
    "f = LogFile(Path({folder!r})); print(Path(f.baseFilename).name, flush=True); sys.stdin.read()"
)
_FALL = (
    "import faulthandler; from pathlib import Path; from desktop.hard_crash import FaultWatch; "
    "w = FaultWatch(Path({folder!r})); faulthandler._sigsegv()"
)


def _child(code: str) -> subprocess.Popen[str]:
    """The launcher takes a module alone: timeit runs the text it is given."""
    return subprocess.Popen(
        [sys.executable, "-m", "timeit", "-n", "1", "-r", "1", code], text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


class Logs(unittest.TestCase):
    def setUp(self) -> None:
        held = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.addCleanup(held.cleanup)
        self.folder = Path(held.name)

    def file(self) -> LogFile:
        made = LogFile(self.folder)
        made.setFormatter(logging.Formatter("%(message)s"))
        self.addCleanup(made.close)
        return made

    def write(self, file: LogFile, count: int) -> None:
        for number in range(count):
            file.handle(logging.LogRecord("x", logging.INFO, "", 1, f"{number} " + "x" * 60, (), None))

    def lines(self) -> list[int]:
        found = (path for path in self.folder.glob("*.log*") if path.suffix != ".lock")
        return sorted(int(line.split()[0]) for path in found for line in path.read_text("utf-8").splitlines())

    def test_a_second_program_has_a_file_of_its_own_until_the_first_is_killed(self) -> None:
        other = _child(_HOLD.format(folder=str(self.folder)))
        assert other.stdout is not None
        self.assertEqual(other.stdout.readline().strip(), "tacnghiep.log")
        self.assertEqual(Path(self.file().baseFilename).name, "tacnghiep-2.log")
        other.kill()
        other.communicate()
        self.assertEqual(Path(self.file().baseFilename).name, "tacnghiep.log")

    def test_a_file_that_somebody_reads_is_gone_on_with_and_turned_over_later(self) -> None:
        file = self.file()
        file.maxBytes = 500
        self.write(file, 1)
        with (self.folder / "tacnghiep.log").open("rb"):
            self.write(file, 20)
            self.assertFalse((self.folder / "tacnghiep.log.1").exists())
        file._not_before = 0.0
        self.write(file, 1)
        self.assertTrue((self.folder / "tacnghiep.log.1").exists())
        self.assertEqual(self.lines(), sorted([0, *range(20), 0]))

    def test_a_fall_is_found_at_the_next_start(self) -> None:
        fallen = _child(_FALL.format(folder=str(self.folder)))
        fallen.communicate(timeout=60)
        self.assertNotEqual(fallen.returncode, 0)
        watch = FaultWatch(self.folder)
        watch.close()
        assert watch.before is not None
        self.assertIn("timeit", watch.before.read_text("utf-8", "replace"))
        self.assertEqual([path.name for path in self.folder.glob("fault-running*")], [])

    def test_a_report_is_written_without_a_window(self) -> None:
        target = self.folder / "bao cao.zip"
        command = [
            sys.executable,
            "-m",
            "desktop",
            "--profile",
            str(self.folder / "p"),
            "diagnose",
            "--report",
            str(target),
        ]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=200)
        self.assertIn(done.returncode, (0, 1), done.stderr[-500:])
        with zipfile.ZipFile(target) as archive:
            self.assertIn("kiem-tra.txt", archive.namelist())
