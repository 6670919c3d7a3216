"""Processes that Windows binds to the program: ended with it however it ends, and silent in crashes."""

from __future__ import annotations

import ctypes
import subprocess
import sys
import unittest

from signing.crash_dumps import NO_HEAP, keep_memory_out

assert sys.platform == "win32"

SYNCHRONIZE, TERMINATE, GONE, STILL_THERE = 0x100000, 0x1, 0, 0x102
SLEEP = "import time; time.sleep(600)"
PARENT = f"""
import subprocess, sys, time
from signing.children import Child
child = Child([sys.executable, '-m', 'timeit', '-n', '1', {SLEEP!r}], stdin=subprocess.DEVNULL)
print('child', child.pid, flush=True)
time.sleep(600)
"""
MODEST = "bytearray(20 * 2 ** 20); print('enough', flush=True)"
BOUNDED = "from signing.limits import Bounds; bounds = Bounds(); bounds.arm(500 * 2 ** 20, 60)"


def started(work: str, setup: str = "pass") -> subprocess.Popen[str]:
    """A process of the payload's own Python that does this."""
    command = [sys.executable, "-m", "timeit", "-n", "1", "-r", "1", "-s", setup, work]
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


class Children(unittest.TestCase):
    def test_a_child_that_hangs_ends_with_a_parent_that_is_killed(self) -> None:
        kernel = ctypes.windll.kernel32
        parent = started(PARENT)
        assert parent.stdout is not None
        line = parent.stdout.readline()
        assert line.startswith("child "), line + parent.stdout.read()
        child = kernel.OpenProcess(SYNCHRONIZE | TERMINATE, False, int(line.split()[1]))
        assert child
        assert kernel.WaitForSingleObject(child, 500) == STILL_THERE
        parent.kill()
        parent.wait()
        found = kernel.WaitForSingleObject(child, 5000)
        kernel.TerminateProcess(child, 1)
        parent.stdout.close()
        assert found == GONE, "the child outlived its parent"

    def test_a_child_may_bind_itself_within_its_parents_job(self) -> None:
        """That more memory is refused then, only Windows shows: wine's jobs count none."""
        with started(MODEST, BOUNDED) as process:
            assert process.stdout is not None
            told = process.stdout.read()
        assert "enough" in told, told

    def test_a_crash_is_written_down_without_what_memory_holds(self) -> None:
        assert keep_memory_out()
        kernel, flags = ctypes.windll.kernel32, ctypes.c_ulong()
        if kernel.WerGetFlags(kernel.GetCurrentProcess(), ctypes.byref(flags)) == 0:  # wine knows none
            assert flags.value & NO_HEAP
