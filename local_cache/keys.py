"""The 256-bit key of a profile: where it rests and how it is sealed. No plaintext fallback, ever (DESIGN 5).

The operating system's keyring holds it where that is safe; elsewhere a passphrase seals it (Argon2id, AES-256-GCM); a
practice profile may hold it in memory only. A second wrap may be made for the office's recovery key. Knows `errors`
and `keyfile` alone.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from local_cache.errors import CacheClosed, CannotRotate, DiskFull, KeyringFailed, NoSafeKeyring, WrongPassphrase
from local_cache.keyfile import KeyFile
from local_cache.wiping import wipe

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

KEY_BYTES = 32

SAFE_BACKENDS = frozenset(
    {
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
    }
)
"""By class, not by what a backend says of itself: keyrings.alt calls a plaintext file a keyring."""


class MasterKey:
    """The key that seals everything of a profile; used only through keys derived from it.

    Args:
        secret: 32 bytes; copied.
    """

    def __init__(self, secret: bytes | bytearray) -> None:
        if len(secret) != KEY_BYTES:
            raise ValueError("a master key is 32 bytes")
        self._secret: bytearray | None = bytearray(secret)

    @classmethod
    def random(cls) -> MasterKey:
        return cls(secrets.token_bytes(KEY_BYTES))

    def derive(self, purpose: str) -> bytes:
        """A 32-byte key for one purpose (HKDF-SHA256; the secret is uniform, so expanding suffices)."""
        if self._secret is None:
            raise CacheClosed("the key was wiped")
        secret = bytes(self._secret)
        try:
            return HKDFExpand(hashes.SHA256(), KEY_BYTES, f"tacnghiep {purpose}".encode()).derive(secret)
        finally:
            wipe(secret)

    def reveal(self) -> bytes:
        """The bytes themselves, for a keyring or a wrap only."""
        if self._secret is None:
            raise CacheClosed("the key was wiped")
        return bytes(self._secret)

    def check_value(self) -> bytes:
        """Tells this key from another without telling anything about it."""
        return self.derive("key check")[:16]

    def wipe(self) -> None:
        """Overwrite the key in memory; as far as Python lets us."""
        if self._secret is not None:
            self._secret[:] = bytes(KEY_BYTES)
            self._secret = None

    def copy(self) -> MasterKey:
        return MasterKey(self.reveal())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MasterKey) and hmac.compare_digest(self.reveal(), other.reveal())

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "MasterKey(…)"


class KeySource(Protocol):
    """Where a program finds its key without asking anybody."""

    def load(self) -> MasterKey | None: ...

    def store(self, key: MasterKey) -> None: ...

    def create(self) -> MasterKey: ...

    def load_or_create(self) -> MasterKey: ...


def safe_backend(backend: Any = None) -> KeyringBackend:
    """The keyring to use: the given one or the system's, if its class is known to seal what it keeps.

    A chain of backends is searched for its first safe one: the chain itself would fall through to an unsafe one.

    Raises:
        NoSafeKeyring: there is none.
    """
    import keyring  # slow to import, and not needed by profiles with a passphrase

    found: Any = keyring.get_keyring() if backend is None else backend
    candidates: list[Any] = [found]
    if _class_name(found) == "keyring.backends.chainer.ChainerBackend":
        candidates = list(found.backends)
    for candidate in candidates:
        if _class_name(candidate) in SAFE_BACKENDS:
            if _class_name(candidate).endswith("WinVaultKeyring"):
                candidate.persist = "local machine"  # never roams to another machine with the user's profile
            return candidate
    raise NoSafeKeyring(_class_name(found))


def _class_name(backend: Any) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


class KeyringKeys:
    """The key in the operating system's keyring, as hex (Windows keeps at most 1,280 characters an entry).

    Args:
        service: one name for each account (a Windows entry is found by it).
        account: the account's name.
        backend: the system's keyring when None.

    Raises:
        NoSafeKeyring: at once, when the system has none.
    """

    def __init__(self, service: str, account: str, backend: Any = None) -> None:
        self._service = service
        self._account = account
        self._backend = safe_backend(backend)

    def load(self) -> MasterKey | None:
        """The key, or None when none was ever kept.

        Raises:
            KeyringFailed: the keyring is locked, does not answer, or holds something else under our name.
        """
        try:
            kept = self._backend.get_password(self._service, self._account)
        except Exception as error:
            raise KeyringFailed(type(error).__name__) from error
        if kept is None:
            return None
        try:
            return MasterKey(bytes.fromhex(kept))
        except ValueError as error:
            raise KeyringFailed("not a key") from error

    def store(self, key: MasterKey) -> None:
        # Stands on this module.
        from local_cache.keyring_entries import forget_displaced

        try:
            self._backend.set_password(self._service, self._account, key.reveal().hex())
            kept = self.load()
        except KeyringFailed:
            raise
        except Exception as error:
            raise KeyringFailed(type(error).__name__) from error
        if kept is None or kept != key:
            raise KeyringFailed("the keyring did not keep the key")
        try:
            forget_displaced(self._service, self._backend)
        except Exception as error:
            raise KeyringFailed(type(error).__name__) from error

    def create(self) -> MasterKey:
        key = MasterKey.random()
        self.store(key)
        return key

    def load_or_create(self) -> MasterKey:
        return self.load() or self.create()

    def forget(self) -> None:
        if self.load() is None:
            return
        try:
            self._backend.delete_password(self._service, self._account)
        except Exception as error:
            raise KeyringFailed(type(error).__name__) from error


class EphemeralKeys:
    """A key that lives as long as the program: for a practice profile that nobody needs to open again."""

    def __init__(self) -> None:
        self._key: MasterKey | None = None

    def load(self) -> MasterKey | None:
        return self._key.copy() if self._key is not None else None

    def store(self, key: MasterKey) -> None:
        self._key = key.copy()

    def create(self) -> MasterKey:
        self._key = MasterKey.random()
        return self._key.copy()

    def load_or_create(self) -> MasterKey:
        return self.load() or self.create()


class PassphraseKeys:
    """The key sealed by a passphrase in the profile's key file (Argon2id, then AES-256-GCM).

    Args:
        directory: the profile's folder.
        cost: (passes, memory in KiB, lanes) for new wraps; None takes RFC 9106's second choice, 64 MiB in three passes,
            which an old machine with 4 GB answers within a second.
    """

    DEFAULT_COST = (3, 64 * 1024, 4)

    def __init__(self, directory: Path, *, cost: tuple[int, int, int] | None = None) -> None:
        self._file = KeyFile(directory)
        self._cost = cost or self.DEFAULT_COST

    def exists(self) -> bool:
        return "passphrase" in self._file.wraps()

    def create(self, passphrase: str) -> MasterKey:
        """A new random key, sealed. The profile must not have one yet."""
        if self.exists():
            raise ValueError("the profile has a passphrase already")
        key = MasterKey.random()
        self.add(key, passphrase)
        return key

    def add(self, key: MasterKey, passphrase: str) -> None:
        """Seal a key under a passphrase (replacing an earlier one).

        The passphrase seals the private half of a pair, and the public half seals the key: so another key can take its
        place (`reseal`) while nobody is there to type.
        """
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

        private = X25519PrivateKey.generate()
        salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
        public = private.public_key().public_bytes_raw().hex()
        header = {"kind": "passphrase", "kdf": "argon2id", "cost": list(self._cost), "salt": salt.hex()}
        header["public"] = public
        half = AESGCM(_stretch(passphrase, salt, self._cost)).encrypt(
            nonce, private.private_bytes_raw(), _bound(header)
        )
        wrap = {**header, "nonce": nonce.hex(), "private": half.hex(), **_sealed_to("passphrase", public, key)}
        self._file.set_wrap("passphrase", wrap)

    def unlock(self, passphrase: str) -> MasterKey:
        """Raises WrongPassphrase; also when the wrap was tampered with."""
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

        wrap = self._file.wraps().get("passphrase")
        if wrap is None:
            raise WrongPassphrase("no passphrase was set")
        try:
            header = {name: wrap[name] for name in ("kind", "kdf", "cost", "salt", "public") if name in wrap}
            passes, memory, lanes = (int(part) for part in wrap["cost"])
            if not (1 <= passes <= 64 and 8 <= memory <= 4 * 1024 * 1024 and 1 <= lanes <= 64):
                raise WrongPassphrase("the wrap's cost is out of bounds")
            opener = AESGCM(_stretch(passphrase, bytes.fromhex(wrap["salt"]), (passes, memory, lanes)))
            nonce, sealed = bytes.fromhex(wrap["nonce"]), bytes.fromhex(wrap["sealed"])
            if "public" in wrap:
                half = opener.decrypt(nonce, bytes.fromhex(wrap["private"]), _bound(header))
                return MasterKey(_hpke().decrypt(sealed, X25519PrivateKey.from_private_bytes(half), _INFO))
            # As the first version of the program sealed it: made anew now that the passphrase is at hand.
            key = MasterKey(opener.decrypt(nonce, sealed, _bound(header)))
        except (InvalidTag, KeyError, ValueError, TypeError) as error:
            raise WrongPassphrase("the wrap did not open") from error
        with contextlib.suppress(OSError, DiskFull):
            self.add(key, passphrase)
        return key

    def change(self, old: str, new: str) -> None:
        self.add(self.unlock(old), new)

    def remove(self) -> None:
        self._file.set_wrap("passphrase", None)


class RecoveryWrap:
    """The key sealed to the office's recovery key (RSA-OAEP-SHA256): a reset Windows password must not cost the outbox.

    Args:
        directory: the profile's folder.
    """

    def __init__(self, directory: Path) -> None:
        self._file = KeyFile(directory)

    def exists(self) -> bool:
        return "recovery" in self._file.wraps()

    def seal(self, key: MasterKey, pem: bytes) -> None:
        """Seal to the public key of a PEM certificate or public key (RSA of at least 2048 bits, else ValueError)."""
        from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key
        from cryptography.x509 import load_pem_x509_certificate

        is_certificate = b"BEGIN CERTIFICATE" in pem
        public = load_pem_x509_certificate(pem).public_key() if is_certificate else load_pem_public_key(pem)
        if not isinstance(public, RSAPublicKey) or public.key_size < 2048:
            raise ValueError("a recovery key is RSA of at least 2048 bits")
        der = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        header = {"kind": "recovery", "key": hashlib.sha256(der).hexdigest(), "public": der.hex()}
        self._file.set_wrap("recovery", {**header, **_sealed_to("recovery", der.hex(), key)})

    def unseal(self, private_pem: bytes, password: bytes | None = None) -> MasterKey:
        from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        wrap = self._file.wraps().get("recovery")
        if wrap is None:
            raise WrongPassphrase("no recovery wrap")
        try:
            private = load_pem_private_key(private_pem, password)
            if not isinstance(private, RSAPrivateKey):
                raise WrongPassphrase("not an RSA key")
            return MasterKey(private.decrypt(bytes.fromhex(wrap["sealed"]), _oaep()))
        except (ValueError, TypeError, KeyError) as error:
            raise WrongPassphrase("the recovery wrap did not open") from error


def reseal(wraps: Mapping[str, Mapping[str, Any]], old: MasterKey, new: MasterKey) -> dict[str, dict[str, Any]]:
    """The wraps of a key, made anew for another one, by the public halves they hold.

    Raises:
        CannotRotate: one has no public half, or one that whoever held the key did not put there.
    """
    fresh: dict[str, dict[str, Any]] = {}
    for name, wrap in wraps.items():
        public, proof = str(wrap.get("public")), str(wrap.get("proof"))
        if name not in ("passphrase", "recovery") or not hmac.compare_digest(proof, _proof(name, public, old)):
            raise CannotRotate(name)
        fresh[name] = {**wrap, **_sealed_to(name, public, new)}
    return fresh


_INFO = b"tacnghiep passphrase"


def _sealed_to(name: str, public: str, key: MasterKey) -> dict[str, str]:
    """A key sealed to a public half (hex), and the proof that its holder did it."""
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    half = bytes.fromhex(public)
    if name == "passphrase":
        sealed = _hpke().encrypt(key.reveal(), X25519PublicKey.from_public_bytes(half), _INFO)
    else:
        office = load_der_public_key(half)
        assert isinstance(office, RSAPublicKey)
        sealed = office.encrypt(key.reveal(), _oaep())
    return {"sealed": sealed.hex(), "proof": _proof(name, public, key)}


def _proof(name: str, public: str, key: MasterKey) -> str:
    """Else whoever may write to the disk could have the next key sealed to a public half of their own."""
    return hmac.new(key.derive("wraps"), f"{name} {public}".encode(), "sha256").hexdigest()


def _hpke() -> Any:
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def _oaep() -> Any:
    from cryptography.hazmat.primitives.asymmetric import padding

    return padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), b"tacnghiep recovery")


def _stretch(passphrase: str, salt: bytes, cost: tuple[int, int, int]) -> bytes:
    """Argon2id over the NFC form: a Vietnamese passphrase is the same from every input method."""
    import unicodedata

    from argon2.low_level import Type, hash_secret_raw

    passes, memory, lanes = cost
    normal = unicodedata.normalize("NFC", passphrase).encode()
    return hash_secret_raw(normal, salt, passes, memory, lanes, KEY_BYTES, Type.ID)


def _bound(header: dict[str, Any]) -> bytes:
    """What the seal also covers, so that nobody lowers the cost of a wrap unseen."""
    import json

    return json.dumps(header, sort_keys=True, separators=(",", ":")).encode()
