"""The files of the log: one writer each, turned over and swept, and what a fall of the interpreter leaves behind."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop import log_files, logs
from desktop.hard_crash import FaultWatch
from desktop.log_files import DAY, LogFile

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[LogFile]:
    made = LogFile(tmp_path)
    made.setFormatter(logging.Formatter("%(message)s"))
    yield made
    made.close()


def write(file: LogFile, text: str) -> None:
    file.handle(logging.LogRecord("x", logging.INFO, __file__, 1, text, (), None))


def all_lines(folder: Path) -> list[str]:
    return [line for path in folder.glob("*.log*") for line in path.read_text("utf-8").splitlines()]


def test_two_writers_have_two_files_and_a_name_is_free_again(tmp_path: Path, file: LogFile) -> None:
    second = LogFile(tmp_path)
    assert [Path(one.baseFilename).name for one in (file, second)] == ["tacnghiep.log", "tacnghiep-2.log"]
    second.close()
    third = LogFile(tmp_path)
    assert Path(third.baseFilename).name == "tacnghiep-2.log"
    third.close()


def test_two_programs_at_once_lose_no_line(tmp_path: Path) -> None:
    script = (
        "import sys, logging; from pathlib import Path; from desktop import log_files\n"
        "log_files.MOST_BYTES = 20_000\n"
        "f = log_files.LogFile(Path(sys.argv[1])); f.maxBytes = 20_000\n"
        "f.setFormatter(logging.Formatter('%(message)s'))\n"
        "sys.stdout.write('ready\\n'); sys.stdout.flush(); sys.stdin.readline()\n"
        "for n in range(600):\n"
        "    f.handle(logging.LogRecord('x', 20, '', 1, f'{sys.argv[2]} {n} ' + 'x' * 80, (), None))\n"
    )
    children = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path), name],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        )
        for name in "ab"
    ]  # fmt: skip
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        child.communicate("go\n", timeout=30)
        assert child.returncode == 0
    words = [line.split(" ")[:2] for line in all_lines(tmp_path)]
    assert sorted(int(n) for who, n in words if who == "a") == list(range(600))
    assert sorted(int(n) for who, n in words if who == "b") == list(range(600))


def test_a_file_that_cannot_be_renamed_is_gone_on_with(tmp_path: Path, file: LogFile) -> None:
    """As on Windows while a viewer has it open."""

    def refused(_source: str, _target: str) -> None:
        raise PermissionError(13, "in use")

    file.maxBytes = 200
    file.rotator = refused
    for number in range(30):
        write(file, f"{number} " + "x" * 40)
    assert [line.split()[0] for line in all_lines(tmp_path)] == [str(n) for n in range(30)]
    file.rotator = None
    file._not_before = 0.0
    write(file, "30 and on")
    assert (tmp_path / "tacnghiep.log").read_text("utf-8") == "30 and on\n"
    assert (tmp_path / "tacnghiep.log.1").exists()


def test_a_file_that_can_never_be_renamed_does_not_fill_the_disk(
    tmp_path: Path, file: LogFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_source: str, _target: str) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(log_files, "MOST_STUCK", 2000)
    file.maxBytes, file.rotator = 200, refused
    for number in range(400):
        file._not_before = 0.0
        write(file, f"{number} " + "x" * 40)
    assert (tmp_path / "tacnghiep.log").stat().st_size < 3000
    assert all_lines(tmp_path)[-1].startswith("399 ")


def test_what_is_old_goes_and_a_small_file_is_turned_over_in_time(tmp_path: Path) -> None:
    def line(days: float) -> str:
        at = datetime.now(UTC) - timedelta(days=days)
        return json.dumps({"event": "x", "timestamp": at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")}) + "\n"

    for name, days in (("tacnghiep.log", 9.0), ("tacnghiep.log.3", 40.0), ("practice.log.1", 40.0), ("other", 40.0)):
        (tmp_path / name).write_text(line(days), "utf-8")
        at = time.time() - days * DAY
        os.utime(tmp_path / name, (at, at))
    made = LogFile(tmp_path)
    made.close()
    assert {path.name for path in tmp_path.iterdir()} >= {"tacnghiep.log", "tacnghiep.log.1", "other"}
    assert not (tmp_path / "tacnghiep.log.3").exists()
    assert not (tmp_path / "practice.log.1").exists()
    assert (tmp_path / "tacnghiep.log").stat().st_size == 0


def test_what_another_process_writes_is_turned_over_before_it_begins(tmp_path: Path) -> None:
    path = tmp_path / "practice.log"
    path.write_text("x" * 200, "utf-8")
    log_files.turn_over(path, most=100)
    assert not path.exists()
    assert (tmp_path / "practice.log.1").exists()


def test_the_level_is_ours_alone(tmp_path: Path) -> None:
    root, ours = logging.getLogger(), logging.getLogger("desktop")
    levels = root.level, ours.level
    try:
        logs.set_level("debug")
        assert logging.getLogger("desktop.sync").isEnabledFor(logging.DEBUG)
        assert not logging.getLogger("pyhanko").isEnabledFor(logging.DEBUG)
        logs.set_level("error")
        assert not logging.getLogger("desktop.sync").isEnabledFor(logging.WARNING)
    finally:
        root.setLevel(levels[0])
        for name in logs.OURS:
            logging.getLogger(name).setLevel(levels[1])


def test_a_fall_is_found_at_the_next_start_and_an_orderly_end_leaves_nothing(tmp_path: Path) -> None:
    script = (
        "import sys, faulthandler; from pathlib import Path; from desktop.hard_crash import FaultWatch\n"
        "watch = FaultWatch(Path(sys.argv[1]))\n"
        "faulthandler._sigsegv() if sys.argv[2] == 'fall' else watch.close()\n"
    )
    run = lambda how: subprocess.run([sys.executable, "-c", script, str(tmp_path), how], cwd=ROOT, check=False)  # noqa: E731
    assert run("end").returncode == 0
    assert list(tmp_path.iterdir()) == []
    assert run("fall").returncode != 0
    watch = FaultWatch(tmp_path)
    watch.close()
    assert watch.before is not None
    assert watch.before.name.startswith("fault-2")
    assert "Segmentation fault" in watch.before.read_text("utf-8")
    again = FaultWatch(tmp_path)
    again.close()
    assert again.before is None
