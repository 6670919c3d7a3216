"""One vendor's PKCS#11 module, loaded: its tokens, sessions and keys, and what its errors mean.

Lives in the agent's process, on its one thread. A module may lie: what it says is bounded in number and size, and is
nobody's word but its own. Knows python-pkcs11, ``cryptoki`` and ``problems``; what serves it is ``agent``.
"""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import pkcs11
from asn1crypto import x509
from pkcs11 import Attribute, KeyType, Mechanism, ObjectClass
from pkcs11.exceptions import PKCS11Error
from pkcs11.util.ec import encode_ecdsa_signature

from . import problems
from .cryptoki import Cryptoki, PinLengths, PssParameters
from .mechanisms import DIGEST_INFO, ECDSA, PKCS1, PSS, parts
from .problems import SigningProblem

_PIN_COUNT_LOW, _PIN_FINAL_TRY, _PIN_LOCKED, _PROTECTED_PATH = 0x10000, 0x20000, 0x40000, 0x100
_PIN_INITIALIZED, _PIN_TO_BE_CHANGED = 0x8, 0x80000
_Pss = tuple[Mechanism, pkcs11.MGF, int]

_NOTICED = 1.0  # seconds within which a reader's driver knows that its card is gone
# More than any desk has; what a module lists beyond is not looked at.
MOST_SLOTS, MOST_OBJECTS, LARGEST_CERTIFICATE = 64, 64, 64 * 1024

_CAUSES: dict[str, type[SigningProblem]] = {
    "PinIncorrect": problems.PinWrong,
    "PinInvalid": problems.PinWrong,
    "PinLenRange": problems.PinWrong,
    "PinLocked": problems.PinLocked,
    "PinExpired": problems.PinExpired,
    "PinTooWeak": problems.PinUnfit,
    "UserPinNotInitialized": problems.PinNotSet,
    "FunctionCancelled": problems.PinCancelled,
    "FunctionRejected": problems.PinCancelled,
    "DeviceRemoved": problems.TokenRemoved,
    "TokenNotPresent": problems.TokenRemoved,
    "NoSuchToken": problems.TokenMissing,
    "UserNotLoggedIn": problems.PinNeeded,
    "AnotherUserAlreadyLoggedIn": problems.TokenBusy,
    "UserTooManyTypes": problems.TokenBusy,
    "SessionCount": problems.TokenBusy,
    "SessionExists": problems.TokenBusy,
    "OperationActive": problems.TokenBusy,
    "DeviceMemory": problems.TokenBusy,
    "MechanismInvalid": problems.MechanismMissing,
    "MechanismParamInvalid": problems.MechanismMissing,
    "FunctionNotSupported": problems.MechanismMissing,
    "KeySizeRange": problems.MechanismMissing,
    "KeyTypeInconsistent": problems.MechanismMissing,
    "NoSuchKey": problems.KeyMissing,
}
# What a session answers when its token is gone, was changed for another, or the driver lost it.
_PERHAPS_GONE = frozenset(
    {
        "GeneralError", "FunctionFailed", "DeviceError", "SessionHandleInvalid", "SessionClosed",
        "ObjectHandleInvalid", "KeyHandleInvalid", "SlotIDInvalid", "TokenNotRecognised", "HostMemory", "PKCS11Error",
    }
)  # fmt: skip
_NEW_PIN = {
    "PinInvalid": problems.PinUnfit,
    "PinLenRange": problems.PinUnfit,
    "PinTooWeak": problems.PinUnfit,
    "ArgumentsBad": problems.PinUnfit,
    "FunctionNotSupported": problems.PinChangeRefused,
    "TokenWriteProtected": problems.PinChangeRefused,
    "SessionReadOnly": problems.PinChangeRefused,
}


@dataclass
class _Open:
    """A session, and the identifiers of keys by the digest of their certificate."""

    session: Any
    keys: dict[str, bytes] = field(default_factory=dict)


class Module:
    """One loaded module, its sessions and what can be asked of it. Use from one thread."""

    def __init__(self, path: str) -> None:
        try:
            self._library = pkcs11.lib(path)
            self._native = Cryptoki(path)
        except (PKCS11Error, OSError, RuntimeError, AttributeError) as error:
            raise problems.ModuleNotLoaded(type(error).__name__) from error
        self._open: dict[str, _Open] = {}

    def hello(self) -> dict[str, Any]:
        """What the module says of itself."""
        return {
            "description": str(self._library.library_description).strip(),
            "manufacturer": str(self._library.manufacturer_id).strip(),
        }

    def list(self) -> dict[str, Any]:
        """The tokens that are in, with their flags and certificates. A broken token hides no other."""
        if not self._open and "softhsm" in str(self._library.manufacturer_id).lower():
            self._library.reinitialize()  # SoftHSM sees a new token only so
        return {"tokens": [self._described(serial, token) for serial, token in self._tokens()]}

    def _described(self, serial: str, token: Any) -> dict[str, Any]:
        try:
            certificates, failed = self._certificates(token, serial), ""
        except (PKCS11Error, MemoryError, ValueError, OverflowError) as error:
            certificates, failed = [], type(error).__name__
        lengths = self._lengths(token)
        return {
            "serial": serial,
            "label": str(token.label).strip(),
            "model": _text(token.model),
            "manufacturer": _text(token.manufacturer_id),
            "reader": _text(token.slot.slot_description),
            "flags": _flags(token),
            "pinLengths": [lengths.least, lengths.most],
            "loggedIn": serial in self._open,
            "certificates": certificates,
            "failed": failed,
        }

    def login(self, serial: str, pin: str | None) -> dict[str, Any]:
        """Opens the session of a batch. ``pin`` None means that the token's own keypad asks."""
        self.logout(serial)
        token = self._token(serial)
        flags = _flags(token)
        if flags["locked"]:
            raise problems.PinLocked
        if not flags["pinInitialized"]:
            raise problems.PinNotSet
        try:
            session = token.open(user_pin=pkcs11.PROTECTED_AUTH if pin is None else pin)
        except pkcs11.UserAlreadyLoggedIn:
            session = token.open()  # the login is the whole program's: every session of it shares it
        except PKCS11Error as error:
            raise self._pin_problem(error, serial) from None
        self._open[serial] = _Open(session)
        return {}

    def logout(self, serial: str) -> dict[str, Any]:
        """Ends the session, if there is one."""
        opened = self._open.pop(serial, None)
        if opened is not None:
            try:
                opened.session.close()
            except PKCS11Error:
                return {"closed": False}  # the token is gone, and its session with it
        return {"closed": True}

    def change_pin(self, serial: str, old: str | None, new: str | None) -> dict[str, Any]:
        """Sets another PIN, once. Both None means that the token's own keypad asks for them."""
        self.logout(serial)
        token = self._token(serial)
        if _flags(token)["locked"]:
            raise problems.PinLocked
        lengths = self._lengths(token)
        if new is not None and not (lengths.least <= len(new.encode()) <= (lengths.most or 255)):
            raise problems.PinUnfit(least=lengths.least, most=lengths.most)
        try:
            session = token.open(rw=True)
            try:
                if old is None or new is None:
                    self._native.change_pin_on_keypad(session.handle)
                else:
                    session.set_pin(old, new)
            finally:
                session.close()
        except PKCS11Error as error:
            cause = _NEW_PIN.get(type(error).__name__)
            if cause is not None:
                raise cause(type(error).__name__, least=lengths.least, most=lengths.most) from None
            raise self._pin_problem(error, serial) from None
        return {}

    def sign(
        self, serial: str, certificate: str, data: bytes, mechanism: str, pin: str | None, *, keypad: bool = False
    ) -> dict[str, Any]:
        """Signs with the key of a certificate, named by its SHA-256 digest; both are looked up again each time.

        ``keypad`` has a key that asks each time ask on the token's own keypad.
        """
        opened = self._open.get(serial)
        token = self._token(serial, removed=opened is not None)
        if opened is None:
            raise problems.PinNeeded
        try:
            key = self._key(opened, certificate)
            each = bool(_attribute(key, Attribute.ALWAYS_AUTHENTICATE))
            if each and pin is None and not keypad:
                raise problems.PinNeeded(each=1)
            offered = set(token.slot.get_mechanisms())
            if each and keypad:
                signature = self._sign_by_keypad(opened.session, key, offered, data, mechanism)
            else:
                signature = _sign(key, offered, data, mechanism, pin if each else None)
        except (problems.TokenMissing, problems.TokenRemoved):
            self.logout(serial)  # gone, or another card under the same session: nothing of it is to be trusted
            raise
        except PKCS11Error as error:
            raise self._pin_problem(error, serial) from None
        return {"signature": base64.b64encode(signature).decode()}

    # -- looking up --------------------------------------------------------------------------------------------

    def _tokens(self) -> list[tuple[str, Any]]:
        """Tokens by name: the serial number, and the digest of a certificate where two have one number."""
        by_serial: dict[str, list[Any]] = {}
        # Slot by slot: python-pkcs11's own search fails for all when one token is broken.
        for slot in self._slots()[:MOST_SLOTS]:
            try:
                token = slot.get_token()
                if int(token.flags) & int(pkcs11.TokenFlag.TOKEN_INITIALIZED):
                    by_serial.setdefault(_serial(token), []).append(token)
            except PKCS11Error:
                continue
        named: dict[str, Any] = {}
        for serial, tokens in by_serial.items():
            for token in tokens:
                named.setdefault(serial if len(tokens) == 1 else f"{serial}#{self._mark(token)}", token)
        return list(named.items())

    def _slots(self) -> list[Any]:
        try:
            return self._library.get_slots(token_present=True)
        except PKCS11Error:
            # A token that comes between the question how many there are and the one which: asked anew.
            return self._library.get_slots(token_present=True)

    def _mark(self, token: Any) -> str:
        """What tells a token from another of its serial number; the same token under two slots has the same."""
        try:
            found = self._certificates(token, "")
        except PKCS11Error:
            found = []
        return hashlib.sha256("".join(one["der"] for one in found).encode()).hexdigest()[:8]

    def _token(self, serial: str, *, removed: bool = False) -> Any:
        try:
            token = dict(self._tokens()).get(serial)
        except PKCS11Error as error:
            raise problems.TokenFailed(type(error).__name__) from None
        if token is None:
            self.logout(serial)
            raise problems.TokenRemoved() if removed else problems.TokenMissing()
        return token

    def _lengths(self, token: Any) -> PinLengths:
        try:
            return self._native.pin_lengths(token.slot.slot_id)
        except PKCS11Error:
            return PinLengths(0, 0)

    def _certificates(self, token: Any, serial: str) -> list[dict[str, Any]]:
        own = self._open.get(serial)
        session = own.session if own is not None else token.open()  # read-only: some show themselves in no other
        try:
            keys = _key_ids(session)
            return [
                {
                    "der": base64.b64encode(value).decode(),
                    "id": identifier.hex(),
                    "label": _text(_attribute(one, Attribute.LABEL) or ""),
                    "key": identifier in keys if keys else None,
                }
                for one, value in _certificate_objects(session)
                for identifier in [bytes(_attribute(one, Attribute.ID) or b"")]
            ]
        finally:
            if own is None:
                session.close()

    def _key(self, opened: _Open, digest: str) -> Any:
        session = opened.session
        wanted = opened.keys.get(digest)
        if wanted is None:
            certificate = _find(session, digest)
            if certificate is None:
                raise problems.TokenMissing("certificate")
            wanted = opened.keys[digest] = bytes(_attribute(certificate, Attribute.ID) or b"")
        keys = list(islice(session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY}), MOST_OBJECTS))
        named = [key for key in keys if bytes(_attribute(key, Attribute.ID) or b"") == wanted]
        if len(named) > 1:
            return _of_certificate(named, _found(session, digest)[1])
        if named:
            return named[0]
        if len(keys) == 1 and not wanted:
            return keys[0]
        if _find(session, digest) is None:
            raise problems.TokenRemoved("certificate")  # between two questions: the key is not missing, all of it is
        raise problems.KeyMissing

    def _sign_by_keypad(self, session: Any, key: Any, offered: set[Any], data: bytes, mechanism: str) -> bytes:
        used, prepared, pss = _prepared(offered, data, mechanism)
        parameters = PssParameters(int(pss[0]), int(pss[1]), pss[2]) if pss is not None else None
        made = self._native.sign_by_keypad(session.handle, key.handle, int(used), prepared, parameters)
        return encode_ecdsa_signature(made) if used is Mechanism.ECDSA else made

    # -- what went wrong ---------------------------------------------------------------------------------------

    def _problem(self, error: PKCS11Error, serial: str) -> SigningProblem:
        """python-pkcs11's errors carry no text: the class is all there is."""
        name = type(error).__name__
        if name in _CAUSES:
            cause = _CAUSES[name]
            if cause is problems.TokenRemoved:
                self.logout(serial)
            return cause(name)
        if name in _PERHAPS_GONE:
            self.logout(serial)
            if not self._stays(serial):
                return problems.TokenRemoved(name)
            if name in ("SessionHandleInvalid", "SessionClosed"):
                return problems.PinNeeded(name)  # pulled out and put back: the login is gone
        return problems.TokenFailed(name)

    def _stays(self, serial: str) -> bool:
        """Whether the token is still in after a moment: a card's error comes before the reader notices that it left."""
        late = time.monotonic() + _NOTICED
        while self._present(serial):
            if time.monotonic() > late:
                return True
            time.sleep(0.1)
        return False

    def _present(self, serial: str) -> bool:
        try:
            return serial in dict(self._tokens())
        except PKCS11Error:
            return False

    def _pin_problem(self, error: PKCS11Error, serial: str) -> SigningProblem:
        """What went wrong where a PIN was given; a wrong one with what the token says is left."""
        problem = self._problem(error, serial)
        if not isinstance(problem, problems.PinWrong):
            return problem
        try:
            flags = _flags(self._token(serial))
        except SigningProblem as gone:
            return gone
        if flags["locked"]:
            return problems.PinLocked()
        return problems.PinWrong(final=int(flags["finalTry"]), low=int(flags["pinCountLow"]))


def _prepared(offered: set[Any], data: bytes, mechanism: str) -> tuple[Mechanism, bytes, _Pss | None]:
    """The mechanism to use, what is handed to it, and the parameters of PSS where it wants them."""
    try:
        scheme, name = parts(mechanism)
    except ValueError:
        raise problems.MechanismMissing(mechanism) from None
    digest, upper = hashlib.new(name, data).digest(), name.upper()
    if scheme == ECDSA:
        # Hashed here: SoftHSM and many cards know only the raw mechanism.
        return Mechanism.ECDSA, digest, None
    if scheme == PSS:
        parameters: _Pss = (Mechanism[upper], pkcs11.MGF[upper], len(digest))
        whole = Mechanism[f"{upper}_RSA_PKCS_PSS"]
        if whole in offered:
            return whole, data, parameters
        if Mechanism.RSA_PKCS_PSS in offered:
            return Mechanism.RSA_PKCS_PSS, digest, parameters
    if scheme == PKCS1:
        whole = Mechanism[f"{upper}_RSA_PKCS"]
        if whole in offered:
            return whole, data, None
        return Mechanism.RSA_PKCS, DIGEST_INFO[name] + digest, None
    raise problems.MechanismMissing(mechanism)


def _sign(key: Any, offered: set[Any], data: bytes, mechanism: str, pin: str | None) -> bytes:
    used, prepared, pss = _prepared(offered, data, mechanism)
    extra: dict[str, Any] = {} if pin is None else {"pin": pin}
    if pss is not None:
        extra["mechanism_param"] = pss
    made = key.sign(prepared, mechanism=used, **extra)
    return encode_ecdsa_signature(made) if used is Mechanism.ECDSA else made


def _serial(token: Any) -> str:
    raw = token.serial
    return raw.decode("ascii", "replace").strip(" \0") if isinstance(raw, bytes) else str(raw).strip(" \0")


def _flags(token: Any) -> dict[str, bool]:
    value = int(token.flags)
    return {
        "pinCountLow": bool(value & _PIN_COUNT_LOW),
        "finalTry": bool(value & _PIN_FINAL_TRY),
        "locked": bool(value & _PIN_LOCKED),
        "protectedPath": bool(value & _PROTECTED_PATH),
        "pinInitialized": bool(value & _PIN_INITIALIZED),
        "pinToBeChanged": bool(value & _PIN_TO_BE_CHANGED),
    }


def _certificate_objects(session: Any) -> Iterator[tuple[Any, bytes]]:
    """Certificates with their bytes; what is empty or too large to be one is passed over."""
    listed = list(islice(session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}), MOST_OBJECTS))
    for one in listed:
        value = one[Attribute.VALUE]
        if isinstance(value, bytes) and 0 < len(value) <= LARGEST_CERTIFICATE:
            yield one, value


def _key_ids(session: Any) -> frozenset[bytes]:
    """Identifiers of the keys that are seen without a PIN: public ones, and private where the token shows them."""
    found: set[bytes] = set()
    for kind in (ObjectClass.PRIVATE_KEY, ObjectClass.PUBLIC_KEY):
        for one in islice(session.get_objects({Attribute.CLASS: kind}), MOST_OBJECTS):
            found.add(bytes(_attribute(one, Attribute.ID) or b""))
    return frozenset(found)


def _find(session: Any, digest: str) -> Any:
    return _found(session, digest)[0]


def _found(session: Any, digest: str) -> tuple[Any, bytes]:
    for one, value in _certificate_objects(session):
        if hashlib.sha256(value).hexdigest() == digest:
            return one, value
    return None, b""


def _of_certificate(keys: list[Any], certificate: bytes) -> Any:
    """Of keys with one identifier, the one that is the certificate's: by its modulus or point, where they are told."""
    try:
        public: Any = x509.Certificate.load(certificate).public_key
        rsa = public.algorithm != "ec"
        own = public["public_key"].parsed["modulus"].native if rsa else public["public_key"].native
    except (ValueError, TypeError, KeyError):
        return keys[0]
    silent: list[Any] = []
    for key in keys:
        told = _attribute(key, Attribute.MODULUS if rsa else Attribute.EC_POINT)
        if not told:
            if _attribute(key, Attribute.KEY_TYPE) in (None, KeyType.RSA if rsa else KeyType.EC):
                silent.append(key)
        elif told == own or (not rsa and bytes(told).endswith(own)):  # a point comes as such, or as an OCTET STRING
            return key
    if not silent:
        raise problems.KeyMissing("another key has its identifier")
    return silent[0]


def _attribute(found: Any, name: Attribute) -> Any:
    try:
        return found[name]
    except (PKCS11Error, UnicodeDecodeError):
        return None  # not there, or no text: labels in a vendor's own code page


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace").strip() if isinstance(value, bytes) else str(value).strip()
