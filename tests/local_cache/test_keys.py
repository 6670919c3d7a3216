"""Where the key rests: a real keyring, a passphrase, a recovery key, memory; and never anything weaker."""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null

from local_cache import MasterKey
from local_cache.errors import CacheClosed, NoSafeKeyring, WrongPassphrase
from local_cache.keys import EphemeralKeys, KeyringKeys, PassphraseKeys, RecoveryWrap, safe_backend
from tests.office import own_session

CHEAP = (1, 64, 1)


class PlaintextKeyring(KeyringBackend):
    """Calls itself the best, as keyrings.alt's plaintext file may."""

    priority = 99  # type: ignore[assignment]

    def get_password(self, service: str, username: str) -> str | None:
        raise AssertionError("asked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise AssertionError("told")


@pytest.mark.parametrize("backend", [fail.Keyring(), null.Keyring(), PlaintextKeyring()])
def test_weak_keyrings_are_refused_by_class(backend: KeyringBackend) -> None:
    with pytest.raises(NoSafeKeyring) as caught:
        KeyringKeys("tacnghiep", "me", backend)
    assert caught.value.code == "noSafeKeyring"
    assert type(backend).__qualname__ in caught.value.backend


def test_a_chain_never_falls_through_to_a_weak_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [PlaintextKeyring(), fail.Keyring()])
    with pytest.raises(NoSafeKeyring):
        safe_backend(chainer.ChainerBackend())


KEYRING_SCRIPT = """
import sys
from local_cache.errors import KeyringFailed
from local_cache.keys import KeyringKeys, MasterKey
keys = KeyringKeys("tacnghiep-test", "văn thư")
assert keys.load() is None
keys.forget()
key = keys.load_or_create()
assert keys.load() == key and KeyringKeys("tacnghiep-test", "văn thư").load() == key
assert KeyringKeys("tacnghiep-test", "another").load() is None
assert KeyringKeys("tacnghiep-other", "văn thư").load() is None
other = MasterKey.random()
keys.store(other)
assert keys.load() == other
import keyring
keyring.set_password("tacnghiep-test", "văn thư", "not hex")
try:
    keys.load()
except KeyringFailed as error:
    assert error.code == "keyringFailed"
else:
    sys.exit("a thing that is no key was taken for one")
keyring.delete_password("tacnghiep-test", "văn thư")
print(type(keyring.get_keyring()).__module__, "ok")
"""


def test_a_real_secret_service_keeps_the_key(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(KEYRING_SCRIPT, "utf-8")
    said, problem = own_session.start(tmp_path, sys.executable, script).communicate(timeout=60)
    assert said.strip().endswith("ok"), problem


def test_a_passphrase_seals_the_key(folder: Path) -> None:
    keys = PassphraseKeys(folder, cost=CHEAP)
    assert not keys.exists()
    with pytest.raises(WrongPassphrase):
        keys.unlock("gì cũng được")
    key = keys.create("Mật khẩu của tôi")
    assert keys.exists()
    assert PassphraseKeys(folder).unlock(unicodedata.normalize("NFD", "Mật khẩu của tôi")) == key
    with pytest.raises(WrongPassphrase):
        keys.unlock("mật khẩu của tôi")
    with pytest.raises(ValueError, match="already"):
        keys.create("x")
    keys.change("Mật khẩu của tôi", "mới")
    assert keys.unlock("mới") == key
    with pytest.raises(WrongPassphrase):
        keys.unlock("Mật khẩu của tôi")
    assert key.reveal() not in (folder / "key.json").read_bytes()
    assert key.reveal().hex() not in (folder / "key.json").read_text()
    keys.remove()
    assert not keys.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"cost": [1, 32, 1]},
        {"cost": [10**9, 64, 1]},
        {"salt": "00" * 16},
        {"sealed": "00" * 48},
        {"nonce": "zz"},
        {"kind": "x"},
    ],
)
def test_a_tampered_wrap_does_not_open(folder: Path, change: dict[str, object]) -> None:
    PassphraseKeys(folder, cost=CHEAP).create("một")
    content = json.loads((folder / "key.json").read_text())
    content["wraps"]["passphrase"].update(change)
    (folder / "key.json").write_text(json.dumps(content))
    with pytest.raises(WrongPassphrase):
        PassphraseKeys(folder).unlock("một")


def test_the_default_cost_is_what_rfc_9106_asks(folder: Path) -> None:
    PassphraseKeys(folder).create("một")
    wrap = json.loads((folder / "key.json").read_text())["wraps"]["passphrase"]
    assert (wrap["kdf"], wrap["cost"]) == ("argon2id", [3, 65536, 4])
    PassphraseKeys(folder).unlock("một")


def test_a_recovery_key_opens_too(folder: Path, key: MasterKey) -> None:
    private = rsa.generate_private_key(65537, 2048)
    public = private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    pem = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.BestAvailableEncryption(b"pw")
    )
    wrap = RecoveryWrap(folder)
    PassphraseKeys(folder, cost=CHEAP).add(key, "một")
    wrap.seal(key, public)
    assert wrap.exists()
    assert wrap.unseal(pem, b"pw") == key
    assert PassphraseKeys(folder).unlock("một") == key, "one wrap leaves the other"
    with pytest.raises(WrongPassphrase):
        wrap.unseal(pem, b"wrong")
    other = rsa.generate_private_key(65537, 2048).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with pytest.raises(WrongPassphrase):
        wrap.unseal(other)


def test_a_practice_key_lives_in_memory_only() -> None:
    keys = EphemeralKeys()
    assert keys.load() is None
    key = keys.load_or_create()
    assert keys.load() == key
    assert EphemeralKeys().load_or_create() != key


def test_a_key_tells_nothing_and_can_be_wiped(key: MasterKey) -> None:
    assert key.reveal().hex() not in repr(key)
    assert key.derive("a") != key.derive("b")
    assert key.derive("a") == MasterKey(key.reveal()).derive("a")
    assert key.check_value() != MasterKey.random().check_value()
    key.wipe()
    key.wipe()
    with pytest.raises(CacheClosed):
        key.derive("a")
    with pytest.raises(ValueError, match="32"):
        MasterKey(b"short")


def test_a_damaged_key_file_is_kept_aside(folder: Path, key: MasterKey) -> None:
    folder.mkdir(parents=True)
    (folder / "key.json").write_bytes(b'{"wraps": {"pass')
    keys = PassphraseKeys(folder, cost=CHEAP)
    assert not keys.exists()
    keys.add(key, "một")
    assert keys.unlock("một") == key
    assert (folder / "key.damaged").read_bytes() == b'{"wraps": {"pass'
