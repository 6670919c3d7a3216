"""pyHanko is read whole before any part of it: threads that begin at different parts found each other's half made."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import signing

FOLDER = Path(signing.__file__).parent

AT_ONCE = """
import importlib, sys, threading
sys.setswitchinterval(0.0003)
names, start, failed = sys.argv[1:], threading.Barrier(len(sys.argv) - 1), []
def read(name):
    start.wait()
    try:
        importlib.import_module(name)
    except Exception as error:
        failed.append(f"{name}: {error!r}")
threads = [threading.Thread(target=read, args=(name,)) for name in names]
[one.start() for one in threads]
[one.join() for one in threads]
sys.exit("; ".join(failed) or 0)
"""


@pytest.mark.parametrize(
    "names",
    [
        ("signing.revocation", "signing.admission", "signing.augment", "signing.evidence"),
        ("signing.fields", "signing.timestamps", "signing.validation", "signing.appearance"),
    ],
)
def test_threads_that_begin_at_different_parts_all_read_them(names: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-c", AT_ONCE, *names], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_whoever_stands_on_pyhanko_reads_it_whole_first() -> None:
    for path in sorted(FOLDER.glob("*.py")):
        text = path.read_text("utf-8")
        first = re.search(r"^(?:from|import) pyhanko", text, re.MULTILINE)
        if first is not None and path.name != "whole_pyhanko.py":
            assert 0 <= text.find("import signing.whole_pyhanko") < first.start(), path.name
