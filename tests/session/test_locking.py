"""The rules of locking, and the ways to a profile's key that ask nobody."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import NameOID

from desktop.session.locking import Idle, Tries, Ways, mechanism_of, new_challenge, proves
from desktop.session.profile import Account
from desktop.session.vault import ProfileVault, RecoveryKeyUnfit, keep_recovery, read_recovery_key
from local_cache import MasterKey, open_cache
from local_cache.errors import WrongPassphrase
from widgets.passphrase_strength import strength

ACCOUNT = Account("k", "https://x", "p", "Trần Thị Mai", "mai")


class Clock:
    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def test_nobody_there_is_counted_from_the_last_touch() -> None:
    clock = Clock()
    idle = Idle(clock)
    clock.at = 600
    assert idle.left(15) == 300
    idle.touch()
    assert idle.left(15) == 900
    clock.at = 10_000
    assert idle.left(15) == 0
    assert idle.left(0) is None


def test_wrong_words_wait_longer_and_never_for_good() -> None:
    clock = Clock()
    tries = Tries(clock)
    waits = []
    for _ in range(12):
        tries.failed()
        waits.append(tries.wait())
        clock.at += tries.wait()
        assert tries.wait() == 0
    assert waits[:5] == [0, 0, 2, 4, 8]
    assert max(waits) == 60
    tries.passed()
    tries.failed()
    assert tries.wait() == 0


def test_only_a_profile_that_nobody_guards_is_opened_by_one_press() -> None:
    assert Ways(passphrase=False, token=False, system=False, resting=True).unguarded
    assert not Ways(passphrase=False, token=True, system=False, resting=True).unguarded
    assert not Ways(passphrase=False, token=False, system=False, resting=False).unguarded


def _certificate(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> bytes:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Lê Văn Hòa")])
    now = datetime.now(UTC)
    built = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(days=1))
    return built.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def test_a_signature_proves_only_its_own_challenge_and_certificate() -> None:
    mine, others = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
    challenge = new_challenge("k")
    assert challenge != new_challenge("k")
    signature = mine.sign(challenge, padding.PKCS1v15(), hashes.SHA256())
    assert mechanism_of(_certificate(mine)) == "rsaPkcs1"
    assert proves(_certificate(mine), challenge, signature)
    assert not proves(_certificate(mine), new_challenge("k"), signature)
    assert not proves(_certificate(others), challenge, signature)
    curve = ec.generate_private_key(ec.SECP256R1())
    assert mechanism_of(_certificate(curve)) == "ecdsa"
    assert proves(_certificate(curve), challenge, curve.sign(challenge, ec.ECDSA(hashes.SHA256())))
    assert not proves(_certificate(curve), challenge, signature)


def test_the_recovery_wrap_follows_the_key_that_policy_names(tmp_path: Path) -> None:
    first, second = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))

    def public(key: rsa.RSAPrivateKey) -> str:
        form = serialization.PublicFormat.SubjectPublicKeyInfo
        return key.public_key().public_bytes(serialization.Encoding.PEM, form).decode()

    def private(key: rsa.RSAPrivateKey) -> bytes:
        form = serialization.PrivateFormat.PKCS8
        return key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())

    vault, key = ProfileVault(ACCOUNT, tmp_path / "k"), MasterKey.random()
    assert vault.is_new()
    open_cache(vault.folder, key).close()
    assert not vault.is_new()
    file = tmp_path / "office.pem"
    file.write_text(public(first))
    keep_recovery(vault, key, str(file))
    assert vault.from_recovery(private(first), None) == key
    before = hashlib.sha256((vault.folder / "key.json").read_bytes()).digest()
    keep_recovery(vault, key, public(first))
    assert hashlib.sha256((vault.folder / "key.json").read_bytes()).digest() == before
    # The office has another key: the old one opens nothing any more.
    keep_recovery(vault, key, public(second))
    assert vault.from_recovery(private(second), None) == key
    with pytest.raises(WrongPassphrase):
        vault.from_recovery(private(first), None)


@pytest.mark.expects_log("recovery_key_unfit")
def test_a_recovery_key_that_is_none_keeps_nobody_from_the_work(tmp_path: Path) -> None:
    vault, key = ProfileVault(ACCOUNT, tmp_path / "k"), MasterKey.random()
    open_cache(vault.folder, key).close()
    for named in (str(tmp_path / "none.pem"), "-----BEGIN PUBLIC KEY-----\nrubbish\n-----END PUBLIC KEY-----"):
        with pytest.raises(RecoveryKeyUnfit):
            read_recovery_key(named)
        keep_recovery(vault, key, named)
    assert read_recovery_key("") is None
    assert not vault.has_recovery()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1234567890", "weak"), ("aaaaaaaaaaaaaaa", "weak"), ("matkhau123", "weak"), ("qwertyuiop", "weak"),
        ("Mật khẩu 2026", "weak"), ("bốn từ rời nhau hoàn toàn", "strong"), ("xanh ghế mưa 47 trống", "strong"),
    ],
)  # fmt: skip
def test_how_hard_a_passphrase_is_to_guess(text: str, expected: str) -> None:
    assert strength(text) == expected
