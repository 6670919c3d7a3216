"""The profile's folder: its lock, network drives, nothing in clear, and what deleting leaves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
import unicodedata
from pathlib import Path

import pytest

from local_cache import Cache, Listing, MasterKey, Profile, open_cache
from local_cache.engine import PATIENCE
from local_cache.errors import CacheClosed, OnNetworkShare, ProfileInUse
from local_cache.keys import PassphraseKeys
from local_cache.profile import network_mount, on_network
from tests.local_cache.samples import act, document, handling, task

ROOT = Path(__file__).parents[2]
MOUNTS = """\
22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
30 22 0:40 / /home/lan rw shared:5 - cifs //server/share rw
31 22 0:41 / /home/lan/local rw shared:6 - ext4 /dev/sdb1 rw
32 22 0:42 / /mnt/v\\303\\204n\\040b\\341\\272\\243n rw - nfs4 host:/x rw
33 22 0:43 / /mnt/ssh rw - fuse.sshfs me@host: rw
34 22 0:44 / /mnt/ntfs rw - fuseblk /dev/sdc1 rw
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/var/x", False),
        ("/home/lan/profile", True),
        ("/home/lan", True),
        ("/home/lan2", False),
        ("/home/lan/local/profile", False),
        ("/mnt/ssh/a", True),
        ("/mnt/ntfs/a", False),
    ],
)
def test_network_mounts(path: str, expected: bool) -> None:
    assert network_mount(Path(path), MOUNTS) is expected


def test_a_local_folder_is_local(tmp_path: Path) -> None:
    assert not on_network(tmp_path)


def test_a_network_folder_is_refused(folder: Path, key: MasterKey, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("local_cache.profile.on_network", lambda path: True)
    with pytest.raises(OnNetworkShare):
        open_cache(folder, key)
    assert not folder.exists()


HOLDER = """
import sys
import threading
import time
from pathlib import Path
from local_cache import Profile
with Profile(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_lock_ends_with_the_program_that_holds_it(folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline().strip() == b"held"
    with pytest.raises(ProfileInUse):
        Profile(folder).acquire()
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()
    with Profile(folder) as profile:
        profile.acquire()


def test_a_closed_cache_says_so(cache: Cache) -> None:
    cache.close()
    with pytest.raises(CacheClosed):
        cache.objects.get("Document", "x")
    with pytest.raises(CacheClosed):
        cache.outbox.append(act(1))


def _fragments() -> set[bytes]:
    """Marker words in each way they could lie on a disk."""
    found: set[bytes] = set()
    for marker in ("Dấuhiệumậtmã", "DAUHIEUMATMA", "dauhieumatma"):
        for form in ("NFC", "NFD"):
            text = unicodedata.normalize(form, marker)
            found |= {text.encode(), text.encode("utf-16-le"), text.lower().encode()}
    return found


def test_nothing_lies_in_clear_anywhere(folder: Path, key: MasterKey, tmp_path: Path) -> None:
    """Every byte of the profile, and of what temporary files were made, while it is open, killed, and closed."""
    marker = "Dấuhiệumậtmã DAUHIEUMATMA"
    digest_of: list[str] = []
    fragments = _fragments()

    def scan(where: Path) -> int:
        size = 0
        for path in (path for path in where.rglob("*") if path.is_file()):
            data = path.read_bytes()
            size += len(data)
            for fragment in fragments:
                assert fragment not in data, path
            assert all(fragment.decode("utf-8", "ignore") not in str(path) for fragment in fragments)
            assert key.reveal() not in data
            assert key.reveal().hex().encode() not in data.lower()
            assert all(digest.encode() not in data for digest in digest_of)
            assert not data.startswith((b"SQLite format 3", b"%PDF"))
        return size

    PassphraseKeys(folder, cost=(1, 64, 1)).add(key, "DAUHIEUMATMA")
    with open_cache(folder, key) as cache:
        digest_of.append(cache.blobs.store(b"%PDF " + marker.encode() * 20_000))
        partial = cache.blobs.partial("ab" * 32, 500_000)
        partial.append(marker.encode() * 8000)
        partial.close()
        for number in range(300):
            cache.outbox.append(act(number, payload={"directive": marker}), digest_of)
        cache.drafts.save(marker, "slip", {"typed": marker})
        cache.preferences.set(marker, marker)
        cache.secrets.set("refresh", marker)
        cache.objects.put("Document", [document(number, subject=marker, text=marker * 300) for number in range(2000)])
        cache.objects.put("Handling", [handling(number, directive=marker) for number in range(2000)])
        cache.objects.put("Task", [task(number, title=marker) for number in range(100)])
        cache.objects.put("Unknown", [{"id": "x", "a": marker}])
        cache.objects.set_overlay("Document", {"new": document(1, id="new", subject=marker)})
        cache.objects.ids(Listing("Document", (), (("subject", "asc"), ("number", "desc"))))
        assert cache.search("dauhieumatma")
        assert scan(folder) > 3_000_000
        assert list(folder.glob("*-wal")), "the log was among what was read"
        shutil.copytree(folder, tmp_path / "killed")
        scan(tmp_path / "killed")
        cache.scrub()
        scan(folder)
    scan(folder)
    outbox = folder / "outbox.db"
    data = bytearray(outbox.read_bytes())
    data[700] ^= 1
    outbox.write_bytes(data)
    with open_cache(folder, key) as cache:
        assert cache.opened.outbox_salvaged is not None
        scan(folder)


def test_temporary_structures_stay_in_memory(cache: Cache) -> None:
    for database in (cache._state, cache._kept):
        for transaction in (database.writing, database.reading):
            with transaction() as connection:
                assert connection.exec_driver_sql("PRAGMA temp_store").scalar() == 2
                assert connection.exec_driver_sql("PRAGMA secure_delete").scalar() == 1


def test_what_was_deleted_is_gone_after_scrubbing(cache: Cache) -> None:
    """Not even the index keeps a word of it."""
    cache.objects.put("Document", [document(1, text="bímậtduynhất"), document(2, text="ở lại")])
    with cache._state.writing() as connection:
        connection.exec_driver_sql("CREATE VIRTUAL TABLE words USING fts5vocab(search_index, 'row')")

    def known() -> set[str]:
        with cache._state.reading() as connection:
            return set(connection.exec_driver_sql("SELECT term FROM words").scalars())

    assert "bimatduynhat" in known()
    cache.objects.delete("Document", ["doc-00001"])
    cache.scrub()
    assert "bimatduynhat" not in known()
    assert "lai" in known()
    assert (cache.profile.directory / "cache.db-wal").stat().st_size == 0


def test_closing_breaks_off_a_long_read(cache: Cache) -> None:
    """Whoever still reads when the program ends would take it down; and nobody waits for a count of a million rows."""
    began, ended = threading.Event(), list[Exception]()

    def read() -> None:
        try:
            with cache._state.reading() as connection:
                connection.exec_driver_sql("SELECT 1").fetchall()
                began.set()
                connection.exec_driver_sql(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) "
                    "SELECT count(*) FROM n"
                ).fetchall()
        except CacheClosed as error:
            ended.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    assert began.wait(10)
    begun = time.monotonic()
    cache.close()
    reader.join(10)
    assert not reader.is_alive()
    assert time.monotonic() - begun < PATIENCE
    assert len(ended) == 1
