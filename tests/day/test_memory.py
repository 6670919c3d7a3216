"""What the memory of a locked program still holds: read by another process, page by page."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from desktop.session.profile import account_key
from local_cache.keys import MasterKey, PassphraseKeys
from tests.day.conftest import Office
from tests.day.screen import PASSPHRASE

ROOT = Path(__file__).parents[2]
CHUNK = 1 << 22

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.day.screen import Machine, Screen
from tests.day.test_locking import locked
application = QApplication(["locked"])

async def work(screen: Screen) -> None:
    await screen.sign_in("mai", sys.argv[2])
    desk = await screen.hands.documents("incoming", "incoming.toReceive")
    await screen.hands.choose(desk)
    await screen.player.calm(1.0)
    room = screen.room
    handling = await room.workplace.get("Handling", desk.column.list.current())
    document = await room.workplace.get("Document", handling["documentId"])
    print(document["subject"], flush=True)
    del room, handling, document, desk
    sys.stdin.readline()
    screen.entrance.locker.lock("hand")
    await locked(screen)
    await screen.player.calm(0.5)
    print("locked", flush=True)
    sys.stdin.readline()

Machine(Path(sys.argv[1])).start(work)
"""


def writable(pid: int) -> Iterator[tuple[int, int]]:
    """The parts of a process's memory that it may have written to."""
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        span, rights = line.split()[:2]
        if rights.startswith("rw") and "[vvar" not in line:
            start, end = (int(part, 16) for part in span.split("-"))
            yield start, end


def found(pid: int, needles: Mapping[str, bytes]) -> dict[str, int]:
    """How often each of these stands in the memory of a process."""
    counts = dict.fromkeys(needles, 0)
    longest = max(map(len, needles.values()))
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for start, end in writable(pid):
            tail, place = b"", start
            while place < end:
                try:
                    memory.seek(place)
                    data = memory.read(min(CHUNK, end - place))
                except OSError:
                    break
                for name, needle in needles.items():
                    counts[name] += (tail + data).count(needle) - tail.count(needle)
                tail, place = data[-(longest - 1) :], place + max(1, len(data))
    return counts


def needles_of(key: MasterKey, subject: str) -> dict[str, bytes]:
    """What is looked for."""
    wanted = {"key": key.reveal(), "key in hex": key.reveal().hex().encode()}
    for purpose in ("cache.db", "outbox.db", "blob keys", "blob names"):
        derived = key.derive(purpose)
        wanted[purpose] = derived
        wanted[f"{purpose} in hex"] = derived.hex().encode()
    wanted["subject on the wire"] = subject.encode()
    wanted["subject in windows and in Python"] = subject.encode("utf-16-le")
    wanted["passphrase"] = PASSPHRASE.encode()
    return wanted


@pytest.mark.timeout(240)
@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no /proc here")
def test_the_keys_leave_the_memory(office: Office, tmp_path: Path) -> None:
    root = tmp_path / "machine"
    with office.central.store.reading() as reading:
        mai = next(p for p in reading.all_of("Person") if p["name"] == "Trần Thị Mai")
    folder = root / "profile" / "accounts" / account_key(office.url, mai["id"])
    folder.mkdir(parents=True)
    # Made here, so that this process knows what to look for and the other one never gets it in any other way.
    key = PassphraseKeys(folder).create(PASSPHRASE)
    child = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(root), office.url], cwd=ROOT, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        subject = child.stdout.readline().strip()
        needles = needles_of(key, subject)
        at_work = found(child.pid, needles)
        child.stdin.write("\n")
        child.stdin.flush()
        assert child.stdout.readline() == "locked\n"
        after = found(child.pid, needles)
        child.stdin.write("\n")
        child.stdin.flush()
        child.wait(60)
    finally:
        child.kill()
        child.wait()
        child.stdin.close()
        child.stdout.close()
    print("at work:", at_work, "locked:", after)  # noqa: T201 - the figures are what SECURITY.md says
    assert at_work["cache.db"] > 0
    assert at_work["subject in windows and in Python"] > after["subject in windows and in Python"]
    # Every key is gone wherever it stood; SECURITY.md says what of the words is left.
    left = {name: count for name, count in after.items() if not name.startswith("subject")}
    assert not any(left.values()), after
