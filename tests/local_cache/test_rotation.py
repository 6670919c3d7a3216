"""Another key for a profile: killed, out of room, damaged, tampered with; and the old one opens nothing afterwards."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from local_cache import MasterKey, current_key, keys, open_cache, rotate_key, rotation
from local_cache.engine import Database
from local_cache.errors import CannotRotate, DamagedCache, DiskFull, ProfileInUse, WrongKey
from local_cache.keys import PassphraseKeys, RecoveryWrap
from tests.local_cache.samples import act, document

ROOT = Path(__file__).parents[2]
CHEAP = (1, 64, 1)


def _fill(folder: Path, key: MasterKey) -> str:
    with open_cache(folder, key) as cache:
        cache.objects.put("Document", [document(number, text="toàn văn " * 100) for number in range(200)])
        digest = cache.blobs.store(b"%PDF" + bytes(100_000))
        for number in range(30):
            cache.outbox.append(act(number), [digest])
        return digest


def test_killed_at_any_instant_either_key_opens_and_the_rest_is_done_at_the_next_opening(tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(1000)
    done = subprocess.run(
        [sys.executable, "-m", "tests.local_cache.rotating", str(tmp_path / "profile"), "4", "8", str(seed)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"seed {seed}\n{done.stdout}\n{done.stderr}"
    found = json.loads(done.stdout)
    assert found["touches"] > 40
    assert min(found.get(stage, 0) for stage in ("none", "building", "swapping")) > 0


def test_nothing_opens_by_the_old_key_afterwards(folder: Path, key: MasterKey) -> None:
    digest = _fill(folder, key)
    damaged = folder / "outbox.db"
    data = bytearray(damaged.read_bytes())
    data[700] ^= 1
    damaged.write_bytes(data)
    open_cache(folder, key).close()
    assert list((folder / "aside").iterdir()), "a set-aside file is there, readable under the old key"
    names = {path.name for path in (folder / "blobs").rglob("*") if path.is_file()}
    new = MasterKey.random()
    parts: list[float] = []
    rotate_key(folder, key, new, progress=parts.append)
    assert parts == sorted(parts)
    assert parts[-1] == pytest.approx(1)
    assert current_key(folder, key) == new
    with open_cache(folder, new) as cache:
        assert cache.outbox.count() == 30
        assert len(cache.blobs.read(digest)) == 100_004
        assert cache.search("dat dai")
        assert cache.blobs.sweep(at_rest=timedelta(0)) == 0
    assert current_key(folder, key) == key, "nothing leads from the old key to the new one any more"
    with pytest.raises(WrongKey):
        open_cache(folder, key)
    assert not (folder / "aside").exists()
    assert not (folder / "rotation").exists()
    assert "rotation" not in json.loads((folder / "key.json").read_text())
    assert names.isdisjoint(path.name for path in (folder / "blobs").rglob("*") if path.is_file())
    for path in (folder / "cache.db", folder / "outbox.db"):
        database = Database(path, key.derive(path.name), durable=False)
        with closing(database), pytest.raises(DamagedCache), database.reading() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")


def test_passphrase_and_recovery_follow(folder: Path, key: MasterKey) -> None:
    private = rsa.generate_private_key(65537, 2048)
    public = private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    pem = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    _fill(folder, key)
    PassphraseKeys(folder, cost=CHEAP).add(key, "mật khẩu")
    RecoveryWrap(folder).seal(key, public)
    for _ in range(2):
        old, key = key, MasterKey.random()
        rotate_key(folder, old, key)
        assert PassphraseKeys(folder).unlock("mật khẩu") == key
        assert RecoveryWrap(folder).unseal(pem) == key
        open_cache(folder, key).close()


def test_a_wrap_of_the_first_version_is_made_anew_when_it_is_used(folder: Path, key: MasterKey) -> None:
    """As 0.1 sealed it: the key straight under the passphrase. Such a one cannot follow while nobody types."""
    _fill(folder, key)
    salt, nonce = bytes(16), bytes(12)
    header = {"kind": "passphrase", "kdf": "argon2id", "cost": list(CHEAP), "salt": salt.hex()}
    stretched = keys._stretch("mật khẩu", salt, CHEAP)
    sealed = AESGCM(stretched).encrypt(nonce, key.reveal(), keys._bound(header))
    content = json.loads((folder / "key.json").read_text())
    content["wraps"] = {"passphrase": {**header, "nonce": nonce.hex(), "sealed": sealed.hex()}}
    (folder / "key.json").write_text(json.dumps(content))
    before = (folder / "key.json").read_bytes()
    new = MasterKey.random()
    with pytest.raises(CannotRotate) as caught:
        rotate_key(folder, key, new)
    assert caught.value.wrap == "passphrase"
    assert (folder / "key.json").read_bytes() == before
    assert PassphraseKeys(folder, cost=CHEAP).unlock("mật khẩu") == key
    rotate_key(folder, key, new)
    assert PassphraseKeys(folder).unlock("mật khẩu") == new


def test_a_public_half_that_was_swapped_on_the_disk_gets_no_key(folder: Path, key: MasterKey) -> None:
    _fill(folder, key)
    PassphraseKeys(folder, cost=CHEAP).add(key, "mật khẩu")
    content = json.loads((folder / "key.json").read_text())
    other = X25519PrivateKey.generate().public_key().public_bytes_raw().hex()
    content["wraps"]["passphrase"]["public"] = other
    (folder / "key.json").write_text(json.dumps(content))
    with pytest.raises(CannotRotate):
        rotate_key(folder, key, MasterKey.random())


def test_an_open_profile_a_wrong_key_and_second_thoughts(folder: Path, key: MasterKey) -> None:
    _fill(folder, key)
    with open_cache(folder, key), pytest.raises(ProfileInUse):
        rotate_key(folder, key, MasterKey.random())
    with pytest.raises(WrongKey):
        rotate_key(folder, MasterKey.random(), MasterKey.random())

    class Stopped(Exception):
        pass

    def stop(_: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        rotate_key(folder, key, MasterKey.random(), progress=stop)
    assert "rotation" not in json.loads((folder / "key.json").read_text())
    with open_cache(folder, key) as cache:
        assert cache.outbox.count() == 30
    assert not (folder / "rotation").exists()


@pytest.mark.parametrize("name", ["cache.db", "outbox.db"])
def test_a_damaged_file_is_left_to_opening(folder: Path, key: MasterKey, name: str) -> None:
    """Opening repairs, and tells what was lost: a rotation must not do so behind everybody's back."""
    _fill(folder, key)
    data = bytearray((folder / name).read_bytes())
    for page in range(len(data) // 4096 * 3 // 4, len(data) // 4096):
        data[page * 4096 + 99] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(DamagedCache):
        rotate_key(folder, key, MasterKey.random())
    with open_cache(folder, key) as cache:
        assert cache.opened.cache_renewed or cache.opened.outbox_salvaged


def test_a_full_disk_leaves_the_old_key(small_disk: Path, key: MasterKey) -> None:
    """In the middle of the copy; and again when a begun rotation is to be finished, which then waits for room."""
    folder = small_disk / "profile"
    with open_cache(folder, key) as cache:
        cache.objects.put("Document", [document(number, text="toàn văn " * 100) for number in range(250)])
        cache.outbox.append(act(1))
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(small_disk).free - (folder / "cache.db").stat().st_size // 2 - 200_000))
    new = MasterKey.random()
    with pytest.raises(DiskFull):
        rotate_key(folder, key, new)
    assert not (folder / "rotation").exists()
    begun = _begun(folder, key, new)
    for opening in (new, key):
        with open_cache(folder, opening) as cache:
            assert cache.outbox.count() == 1
            assert cache.objects.size("Document") == 250
        assert current_key(folder, key) == key
    assert (folder / "key.json").read_bytes() == begun
    ballast.unlink()
    with open_cache(folder, key) as cache:
        assert cache.objects.size("Document") == 250
    assert current_key(folder, key) == new


def _begun(folder: Path, key: MasterKey, new: MasterKey) -> bytes:
    """The key file as a kill right at the beginning leaves it."""
    content = json.loads((folder / "key.json").read_text())
    content["rotation"] = rotation._note("building", key, new)
    (folder / "key.json").write_text(json.dumps(content))
    return (folder / "key.json").read_bytes()
