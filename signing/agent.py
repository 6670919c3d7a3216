"""The process that owns one vendor's PKCS#11 module, so that a bad driver takes only itself down.

Started as ``python -m desktop --agent MODULE`` before Qt is imported (or ``python -m signing.agent MODULE``). Reads
framed JSON on stdin, answers on stdout; ends when its parent does. Every PKCS#11 call happens on the one main thread:
python-pkcs11 initialises modules without locking, two threads would crash them. The PIN passes through and is kept
nowhere. Knows python-pkcs11, ``frames`` and ``problems``; its other side is ``tokens``.
"""

from __future__ import annotations

import base64
import faulthandler
import hashlib
import os
import queue
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any, BinaryIO

import pkcs11
from pkcs11 import Attribute, Mechanism, ObjectClass
from pkcs11.exceptions import PKCS11Error
from pkcs11.util.ec import encode_ecdsa_signature

from . import problems
from .frames import read_frame, write_frame
from .mechanisms import DIGEST_INFO, ECDSA, PKCS1, PSS, parts
from .problems import SigningProblem

_PIN_COUNT_LOW, _PIN_FINAL_TRY, _PIN_LOCKED, _PROTECTED_PATH, _LOGIN_REQUIRED = 0x10000, 0x20000, 0x40000, 0x100, 0x4

_NOTICED = 1.0  # seconds within which a reader's driver knows that its card is gone
_LONGEST_CALL = 300.0  # seconds; the parent gives up sooner, this is for the day when there is none

_CAUSES: dict[str, type[SigningProblem]] = {
    "PinIncorrect": problems.PinWrong,
    "PinInvalid": problems.PinWrong,
    "PinLenRange": problems.PinWrong,
    "PinLocked": problems.PinLocked,
    "PinExpired": problems.PinLocked,
    "FunctionCancelled": problems.PinCancelled,
    "DeviceRemoved": problems.TokenRemoved,
    "TokenNotPresent": problems.TokenRemoved,
    "UserNotLoggedIn": problems.PinNeeded,
    "MechanismInvalid": problems.MechanismMissing,
    "MechanismParamInvalid": problems.MechanismMissing,
    "NoSuchKey": problems.KeyMissing,
}
# What a session answers when its token is gone, was changed for another, or the driver lost it.
_PERHAPS_GONE = frozenset(
    {
        "GeneralError", "FunctionFailed", "DeviceError", "SessionHandleInvalid", "SessionClosed",
        "ObjectHandleInvalid", "KeyHandleInvalid", "SlotIDInvalid", "TokenNotRecognised", "HostMemory", "PKCS11Error",
    }
)  # fmt: skip


class Module:
    """One loaded module, its sessions and what can be asked of it. Use from one thread."""

    def __init__(self, path: str) -> None:
        try:
            self._library = pkcs11.lib(path)
        except (PKCS11Error, OSError, RuntimeError) as error:
            raise problems.ModuleNotLoaded(f"{type(error).__name__}") from error
        self._sessions: dict[str, Any] = {}

    def hello(self) -> dict[str, Any]:
        """What the module says of itself."""
        return {
            "description": str(self._library.library_description).strip(),
            "manufacturer": str(self._library.manufacturer_id).strip(),
        }

    def list(self) -> dict[str, Any]:
        """The tokens that are in, with their flags and certificates. A broken token hides no other."""
        if not self._sessions and "softhsm" in str(self._library.manufacturer_id).lower():
            self._library.reinitialize()  # SoftHSM sees a new token only so
        found = []
        for token in self._tokens():
            serial = _serial(token)
            try:
                certificates, failed = self._certificates(token, serial), ""
            except PKCS11Error as error:
                certificates, failed = [], type(error).__name__
            found.append(
                {
                    "serial": serial,
                    "label": str(token.label).strip(),
                    "model": _text(token.model),
                    "manufacturer": _text(token.manufacturer_id),
                    "flags": _flags(token),
                    "loggedIn": serial in self._sessions,
                    "certificates": certificates,
                    "failed": failed,
                }
            )
        return {"tokens": found}

    def login(self, serial: str, pin: str | None) -> dict[str, Any]:
        """Opens the session of a batch. ``pin`` None means that the token's own keypad asks."""
        self.logout(serial)
        token = self._token(serial)
        flags = _flags(token)
        if flags["locked"]:
            raise problems.PinLocked
        try:
            self._sessions[serial] = token.open(user_pin=pkcs11.PROTECTED_AUTH if pin is None else pin)
        except PKCS11Error as error:
            problem = self._problem(error, serial)
            if isinstance(problem, problems.PinWrong):
                problem = self._pin_problem(serial)
            raise problem from None
        return {}

    def logout(self, serial: str) -> dict[str, Any]:
        """Ends the session, if there is one."""
        session = self._sessions.pop(serial, None)
        if session is not None:
            try:
                session.close()
            except PKCS11Error:
                return {"closed": False}  # the token is gone, and its session with it
        return {"closed": True}

    def sign(self, serial: str, certificate: str, data: bytes, mechanism: str, pin: str | None) -> dict[str, Any]:
        """Signs with the key of a certificate, named by its SHA-256 digest; both are looked up again each time."""
        token = self._token(serial, removed=serial in self._sessions)
        session = self._sessions.get(serial)
        if session is None:
            raise problems.PinNeeded
        try:
            key = self._key(session, certificate)
            if _attribute(key, Attribute.ALWAYS_AUTHENTICATE) and pin is None:
                raise problems.PinNeeded(each=1)
            signature = _sign(key, token.slot.get_mechanisms(), data, mechanism, pin)
        except (problems.TokenMissing, problems.TokenRemoved):
            self.logout(serial)  # gone, or another card under the same session: nothing of it is to be trusted
            raise
        except PKCS11Error as error:
            raise self._problem(error, serial) from None
        return {"signature": base64.b64encode(signature).decode()}

    # -- looking up --------------------------------------------------------------------------------------------

    def _tokens(self) -> list[Any]:
        tokens = []
        # Slot by slot: python-pkcs11's own search fails for all when one token is broken.
        for slot in self._library.get_slots(token_present=True):
            try:
                token = slot.get_token()
                if int(token.flags) & int(pkcs11.TokenFlag.TOKEN_INITIALIZED):
                    tokens.append(token)
            except PKCS11Error:
                continue
        return tokens

    def _token(self, serial: str, *, removed: bool = False) -> Any:
        try:
            for token in self._tokens():
                if _serial(token) == serial:
                    return token
        except PKCS11Error as error:
            raise problems.TokenFailed(type(error).__name__) from None
        self.logout(serial)
        raise problems.TokenRemoved() if removed else problems.TokenMissing()

    def _certificates(self, token: Any, serial: str) -> list[dict[str, str]]:
        own = self._sessions.get(serial)
        session = own or token.open()  # read-only: some tokens show themselves in no other
        try:
            return [
                {
                    "der": base64.b64encode(one[Attribute.VALUE]).decode(),
                    "id": bytes(_attribute(one, Attribute.ID) or b"").hex(),
                    "label": _text(_attribute(one, Attribute.LABEL) or ""),
                }
                for one in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
            ]
        finally:
            if own is None:
                session.close()

    def _key(self, session: Any, digest: str) -> Any:
        certificate = _find(session, digest)
        if certificate is None:
            raise problems.TokenMissing("certificate")
        wanted = bytes(_attribute(certificate, Attribute.ID) or b"")
        keys = list(session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY}))
        named = [key for key in keys if bytes(_attribute(key, Attribute.ID) or b"") == wanted]
        if named:
            return named[0]
        if len(keys) == 1 and not wanted:
            return keys[0]
        if _find(session, digest) is None:
            raise problems.TokenRemoved("certificate")  # between two questions: the key is not missing, all of it is
        raise problems.KeyMissing

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
            return any(_serial(token) == serial for token in self._tokens())
        except PKCS11Error:
            return False

    def _pin_problem(self, serial: str) -> SigningProblem:
        """A wrong PIN, with what the token says is left."""
        try:
            flags = _flags(self._token(serial))
        except SigningProblem as problem:
            return problem
        if flags["locked"]:
            return problems.PinLocked()
        return problems.PinWrong(final=int(flags["finalTry"]), low=int(flags["pinCountLow"]))


def _sign(key: Any, mechanisms: Any, data: bytes, mechanism: str, pin: str | None) -> bytes:
    offered = set(mechanisms)
    extra = {} if pin is None else {"pin": pin}
    try:
        scheme, name = parts(mechanism)
    except ValueError:
        raise problems.MechanismMissing(mechanism) from None
    digest, upper = hashlib.new(name, data).digest(), name.upper()
    if scheme == ECDSA:
        # Hashed here: SoftHSM and many cards know only the raw mechanism.
        return encode_ecdsa_signature(key.sign(digest, mechanism=Mechanism.ECDSA, **extra))
    if scheme == PSS:
        parameters = (Mechanism[upper], pkcs11.MGF[upper], len(digest))
        whole = Mechanism[f"{upper}_RSA_PKCS_PSS"]
        if whole in offered:
            return key.sign(data, mechanism=whole, mechanism_param=parameters, **extra)
        if Mechanism.RSA_PKCS_PSS in offered:
            return key.sign(digest, mechanism=Mechanism.RSA_PKCS_PSS, mechanism_param=parameters, **extra)
        raise problems.MechanismMissing(mechanism)
    if scheme == PKCS1:
        whole = Mechanism[f"{upper}_RSA_PKCS"]
        if whole in offered:
            return key.sign(data, mechanism=whole, **extra)
        return key.sign(DIGEST_INFO[name] + digest, mechanism=Mechanism.RSA_PKCS, **extra)
    raise problems.MechanismMissing(mechanism)


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
        "loginRequired": bool(value & _LOGIN_REQUIRED),
    }


def _find(session: Any, digest: str) -> Any:
    for one in list(session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})):
        if hashlib.sha256(one[Attribute.VALUE]).hexdigest() == digest:
            return one
    return None


def _attribute(found: Any, name: Attribute) -> Any:
    try:
        return found[name]
    except PKCS11Error:
        return None


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace").strip() if isinstance(value, bytes) else str(value).strip()


# -- the process -------------------------------------------------------------------------------------------------


def _answer(module: Module, request: dict[str, Any]) -> dict[str, Any]:
    operations: dict[str, Callable[[], dict[str, Any]]] = {
        "hello": module.hello,
        "list": module.list,
        "login": lambda: module.login(request["serial"], request["pin"]),
        "logout": lambda: module.logout(request["serial"]),
        "sign": lambda: module.sign(
            request["serial"],
            request["certificate"],
            base64.b64decode(request["data"]),
            request["mechanism"],
            request.get("pin"),
        ),
    }
    return operations[request["op"]]()


def _serve(path: str, requests: queue.SimpleQueue[dict[str, Any]], output: BinaryIO, nowhere: BinaryIO) -> None:
    module: Module | None = None
    while True:
        request = requests.get()
        # A driver may hang with Python's lock in its hand, and the thread that watches the parent with it: this clock
        # of faulthandler's needs neither.
        faulthandler.dump_traceback_later(_LONGEST_CALL, exit=True, file=nowhere)
        try:
            module = module or Module(path)
            reply = {"ok": _answer(module, request)}
        except SigningProblem as problem:
            reply = {"error": problem.code, "detail": problem.detail, "args": dict(problem.args_map)}
        except PKCS11Error as error:
            reply = {"error": problems.TokenFailed.code, "detail": type(error).__name__, "args": {}}
        finally:
            faulthandler.cancel_dump_traceback_later()
        try:
            write_frame(output, {"id": request["id"], **reply})
        except OSError:
            os._exit(0)  # nobody listens any more


def _read(stream: BinaryIO, requests: queue.SimpleQueue[dict[str, Any]]) -> None:
    """On a thread of its own that never touches the module: the parent's end must be seen during a call, too."""
    while (request := read_frame(stream)) is not None:
        requests.put(request)
    os._exit(0)


def main(argv: Sequence[str]) -> int:
    """Runs the agent for the module that is the last argument. Returns only when it could not start."""
    names = [one for one in argv if one != "--agent"]
    if len(names) != 1:
        return 2
    # Vendors' modules print; their words must not fall between the frames.
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    requests: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
        threading.Thread(target=_read, args=(sys.stdin.buffer, requests), daemon=True).start()
        _serve(names[0], requests, output, nowhere)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
