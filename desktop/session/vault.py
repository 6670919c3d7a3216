"""The ways to the key of one profile, none of which asks anybody: the keyring, a passphrase's wrap, the office's wrap.

Everything here waits on the disk or the keyring, and belongs on a lane. Knows accounts and the store's keys.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import structlog
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from desktop.session.profile import Account
from local_cache.errors import CacheError, NoSafeKeyring, WrongKey
from local_cache.finding import key_for
from local_cache.keyfile import KeyFile
from local_cache.keyring_entries import ASIDE, forget_all
from local_cache.keys import KeyringKeys, MasterKey, PassphraseKeys, RecoveryWrap
from local_cache.profile import Profile

log = structlog.get_logger(__name__)

LEAST_BITS = 2048


class RecoveryKeyUnfit(ValueError):
    """What policy names as the office's recovery key is none; `code` is for the log and for `diagnose`."""

    code = "recoveryKeyUnfit"


class ProfileVault:
    """Where one profile's key is found and kept.

    Args:
        folder: the profile's.
        backend: the system's keyring when None.
    """

    def __init__(self, account: Account, folder: Path, backend: Any = None) -> None:
        self.folder = folder
        self._account = account
        self._backend = backend
        self._file = KeyFile(folder)

    # -- what there is

    def has_passphrase(self) -> bool:
        """Whether a passphrase was set for this profile."""
        return PassphraseKeys(self.folder).exists()

    def has_recovery(self) -> bool:
        """Whether the office can open this profile."""
        return RecoveryWrap(self.folder).exists()

    def has_keyring(self) -> bool:
        """Whether this system has a keyring that seals what it keeps."""
        try:
            self._keyring()
        except NoSafeKeyring:
            return False
        return True

    def is_new(self) -> bool:
        """Whether nothing was ever sealed here."""
        return not Profile(self.folder).exists()

    def fits(self, key: MasterKey) -> bool:
        """Whether the key is this profile's, as far as its check value tells; a lost check value refuses none."""
        kept = self._file.check_value()
        return kept is None or hmac.compare_digest(kept, key.check_value())

    # -- the keyring

    def from_keyring(self) -> MasterKey:
        """The key in the keyring; a new one where the profile is new.

        Raises:
            NoSafeKeyring
            KeyringFailed: it is locked or does not answer.
            KeyLost: the profile has a key, and the keyring does not hold it.
            WrongKey: the keyring holds another.
        """
        key = key_for(self.folder, self._keyring())
        if not self.is_new() and not self.fits(key):
            raise WrongKey(str(self.folder))
        return key

    def keep_in_keyring(self, key: MasterKey) -> None:
        """Have the keyring hold this key from now on; another that it held for this profile is kept beside it.

        Raises:
            NoSafeKeyring, KeyringFailed
        """
        keys = self._keyring()
        before = keys.load()
        if before is not None and before != key:
            # A key is never thrown away: it may open what was set aside.
            self._keyring(f"{ASIDE}{_stamp()}").store(before)
        keys.store(key)

    def replace_in_keyring(self, key: MasterKey) -> None:
        """Have the keyring hold the key that has taken the old one's place, and the old one no more.

        Raises:
            NoSafeKeyring, KeyringFailed
        """
        self._keyring().store(key)

    def _keyring(self, which: str = "") -> KeyringKeys:
        return KeyringKeys(_entry(self._account.key) + which, self._account.username, self._backend)

    # -- the passphrase

    def from_passphrase(self, passphrase: str) -> MasterKey:
        """Raises WrongPassphrase."""
        return PassphraseKeys(self.folder).unlock(passphrase)

    def set_passphrase(self, key: MasterKey, passphrase: str) -> None:
        """Seal the key under a passphrase too; an earlier one opens nothing any more."""
        PassphraseKeys(self.folder).add(key, passphrase)

    def create_by_passphrase(self, passphrase: str) -> MasterKey:
        """A new key, sealed by a passphrase alone."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return PassphraseKeys(self.folder).create(passphrase)

    def remove_passphrase(self) -> None:
        """Take the passphrase's wrap away."""
        PassphraseKeys(self.folder).remove()

    # -- the office

    def keep_recovery(self, key: MasterKey, pem: bytes) -> bool:
        """Have the office's recovery key open this profile; whether a wrap was written.

        Raises:
            RecoveryKeyUnfit
        """
        wrap = self._file.wraps().get("recovery", {})
        # One that a first version made has no proof of who made it, and could not follow a change of the key.
        if wrap.get("key") == _fingerprint(pem) and "proof" in wrap:
            return False
        RecoveryWrap(self.folder).seal(key, pem)
        return True

    def from_recovery(self, private_pem: bytes, password: bytes | None) -> MasterKey:
        """Raises WrongPassphrase: the key or its password is not right, or there is no wrap."""
        key = RecoveryWrap(self.folder).unseal(private_pem, password)
        if not self.fits(key):
            raise WrongKey(str(self.folder))
        return key

    # -- giving up

    def set_aside(self) -> Path:
        """Move the whole profile away, sealed as it is; where it lies now. Nothing in it is deleted.

        Raises:
            ProfileInUse: another copy of the program works in it.
        """
        profile = Profile(self.folder)
        profile.acquire()
        # The system would not let a folder move in which a file is held.
        profile.release()
        target = self.folder.with_name(f"aside-{_stamp()}-{self.folder.name}")
        self.folder.rename(target)
        return target


def forget_keys(account_key: str, username: str, backend: Any = None) -> int:
    """Have the keyring forget all keys of an account's profiles, also those kept beside another; how many there were.

    Raises:
        NoSafeKeyring, KeyringFailed
    """
    return forget_all(_entry(account_key), username, backend)


def _entry(account_key: str) -> str:
    """The name under which the keyring keeps a profile's key."""
    return f"tacnghiep:{account_key}"


def read_recovery_key(named: str) -> bytes | None:
    """The office's public key or certificate that policy names, by its text or by a file; None where none is named.

    Raises:
        RecoveryKeyUnfit: there is no such file, or no RSA key of at least 2048 bits in it.
    """
    if not named.strip():
        return None
    try:
        pem = named.encode() if "-----BEGIN" in named else Path(named).read_bytes()
    except OSError as error:
        raise RecoveryKeyUnfit(str(error)) from error
    _fingerprint(pem)
    return pem


def _fingerprint(pem: bytes) -> str:
    """SHA-256 of the public key, as the wrap names it."""
    try:
        public: object
        if b"BEGIN CERTIFICATE" in pem:
            public = x509.load_pem_x509_certificate(pem).public_key()
        else:
            public = load_pem_public_key(pem)
    except ValueError as error:
        raise RecoveryKeyUnfit(str(error)) from error
    if not isinstance(public, RSAPublicKey) or public.key_size < LEAST_BITS:
        raise RecoveryKeyUnfit("not an RSA key of at least 2048 bits")
    return hashlib.sha256(public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()


def keep_recovery(vault: ProfileVault, key: MasterKey, named: str) -> None:
    """At each opening: the office's wrap is there and is the office's of today. What is amiss is logged, and no more:
    a wrong setting must not keep a clerk from the work.
    """
    try:
        pem = read_recovery_key(named)
        if pem is not None and vault.keep_recovery(key, pem):
            log.info("profile.recovery_kept")
    except RecoveryKeyUnfit:
        log.warning("profile.recovery_key_unfit")
    except (CacheError, OSError) as error:
        log.warning("profile.recovery_not_kept", error=type(error).__name__)


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
