"""Run by `test_rotation` in a process of its own: rotates a real profile's key again and again, and kills it meanwhile.

Each rotation runs in a child that is gone at one instant: at every touch of the file system in turn, or every STEP-th
(an audit hook counts them); then at random times, which also hit SQLite in the middle of a write. Says what it found.

    python -m tests.local_cache.rotating FOLDER STEP ROUNDS SEED
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from local_cache import Cache, MasterKey, current_key, open_cache, rotate_key
from local_cache.errors import WrongKey
from local_cache.keyfile import KeyFile
from local_cache.keys import PassphraseKeys
from tests.local_cache.samples import act, document

ACTS = 20
DOCUMENTS = 60
PASSPHRASE = "một hai ba"
FILES = [bytes([number]) * (90_000 + number) for number in range(3)]
PART = ("ab" * 32, 400_000, b"y" * 150_000)
_TOUCHES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "sqlite3.connect", "sqlcipher3.connect"}


def fill(folder: Path, key: MasterKey) -> None:
    PassphraseKeys(folder, cost=(1, 64, 1)).add(key, PASSPHRASE)
    with open_cache(folder, key) as cache:
        cache.objects.put("Document", [document(number, text="toàn văn " * 100) for number in range(DOCUMENTS)])
        digests = [cache.blobs.store(data) for data in FILES]
        for number in range(ACTS):
            cache.outbox.append(act(number), [digests[number % 3]])
        with cache.blobs.partial(*PART[:2]) as partial:
            partial.append(PART[2])


def verify(cache: Cache, digests: list[str]) -> None:
    assert cache.opened.outbox_salvaged is None
    assert not cache.opened.cache_renewed
    assert cache.check() == []
    assert [entry.id for entry in cache.outbox.all()] == [f"act-{number:05d}" for number in range(ACTS)]
    assert cache.objects.size("Document") == DOCUMENTS
    assert len(cache.search("dat dai")) == 50
    assert [cache.blobs.read(digest) for digest in digests] == FILES
    with cache.blobs.partial(*PART[:2]) as partial:
        assert partial.have == 2 * 65536


def killed(work: Callable[[], object], *, touch: int | None = None, after: float = 0.0) -> bool:
    """Do the work in a child that is killed at its nth touch of the file system, or after some seconds."""
    child = os.fork()
    if child == 0:
        try:
            if touch is not None:
                _kill_at(touch)
            work()
            os._exit(0)
        finally:
            traceback.print_exc()
            os._exit(1)
    if touch is None:
        until = time.perf_counter() + after
        while time.perf_counter() < until:
            pass
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.waitstatus_to_exitcode(status) == 0
    return False


def _kill_at(touch: int) -> None:
    left = touch

    def hook(event: str, _: object) -> None:
        nonlocal left
        if event in _TOUCHES:
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

    sys.addaudithook(hook)


def main(folder: Path, step: int, rounds: int, seed: int) -> None:
    chooser = random.Random(seed)
    key = MasterKey.random()
    fill(folder, key)
    with open_cache(folder, key) as cache:
        digests = [cache.blobs.store(data) for data in FILES]
        verify(cache, digests)
    seen: Counter[str] = Counter()

    def settle_and_verify(old: MasterKey, new: MasterKey) -> MasterKey:
        """Opens by either key, whichever is asked first, and ends under one."""
        note = KeyFile(folder).rotation()
        seen[note["stage"] if note else "none"] += 1
        by_old = chooser.random() < 0.5 or note is None
        opening = old if by_old else new
        if chooser.random() < 0.5:
            killed(lambda: open_cache(folder, opening).close(), after=chooser.random() * 0.05)
        if KeyFile(folder).rotation() is None and note is not None:
            opening = new  # the child came to the end
        with open_cache(folder, opening) as cache:
            verify(cache, digests)
        key = current_key(folder, old) if KeyFile(folder).rotation() else (new if note else old)
        assert key == (new if note else old)
        assert PassphraseKeys(folder).unlock(PASSPHRASE) == key
        with open_cache(folder, key) as cache:
            verify(cache, digests)
        other = old if key == new else new
        try:
            open_cache(folder, other).close()
        except WrongKey:
            return key
        raise AssertionError("both keys still open it")

    touch = seed % step
    going = True
    while going:
        new = MasterKey.random()
        old = key
        going = killed(lambda old=old, new=new: rotate_key(folder, old, new), touch=touch)
        key = settle_and_verify(old, new)
        touch += step
    begun = time.perf_counter()
    new = MasterKey.random()
    rotate_key(folder, key, new)
    whole = time.perf_counter() - begun
    key = settle_and_verify(key, new)
    for _ in range(rounds):
        new, old = MasterKey.random(), key
        killed(lambda old=old, new=new: rotate_key(folder, old, new), after=chooser.random() * whole)
        key = settle_and_verify(old, new)
    sys.stdout.write(json.dumps({"touches": touch, **seen}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:5]))
