"""Signing tokens as the application sees them: the other side of ``agent``.

One ``Agent`` per vendor module starts its child process when first used and again after a crash. Calls wait, so they
belong on a lane; they may come from any thread and are taken one at a time. The PIN passes through and is kept
nowhere; nothing here tries one twice.
"""

from __future__ import annotations

import base64
import contextlib
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog
from asn1crypto import x509

from . import problems
from .children import Child
from .frames import read_frame, write_frame
from .problems import ModuleCrashed, ModuleHung, PinNeeded, SigningProblem
from .trust import digest_of

_log = structlog.get_logger(__name__)
_PROBLEMS: Mapping[str, type[SigningProblem]] = {
    one.code: one for one in vars(problems).values() if isinstance(one, type) and issubclass(one, SigningProblem)
}


_POLITE = 1.0  # seconds that a call may still take when its agent is closed


@dataclass(frozen=True)
class Limits:
    """Seconds that a module may take before it counts as hung."""

    load: float = 20.0
    list: float = 15.0
    login: float = 30.0
    keypad: float = 120.0  # a person types on the token itself
    sign: float = 60.0
    memory: int = 300 << 20  # bytes; a module that has grown beyond is started afresh while nobody is logged in


@dataclass(frozen=True)
class TokenFlags:
    """What the token says about its PIN, shown before entry."""

    pin_count_low: bool = False
    final_try: bool = False
    locked: bool = False
    protected_path: bool = False
    pin_set: bool = True
    change_pin_first: bool = False


@dataclass(frozen=True)
class TokenCertificate:
    """A certificate on a token. ``subject`` and ``issuer`` are common names, ``digest`` is SHA-256 in hex."""

    digest: str
    subject: str
    organization: str
    issuer: str
    not_before: datetime
    not_after: datetime
    key_id: str
    der: bytes
    has_key: bool | None = None  # whether its key lies on the token; None where that is not seen without the PIN

    @property
    def is_authority(self) -> bool:
        """Whether it is an issuer's certificate rather than a signer's."""
        return bool(x509.Certificate.load(self.der).ca)


@dataclass(frozen=True)
class Token:
    """A token that is in. Known by its serial number, never by its slot."""

    serial: str
    label: str
    model: str
    manufacturer: str
    flags: TokenFlags
    logged_in: bool
    certificates: tuple[TokenCertificate, ...]
    failed: str = ""  # class of the error when its objects could not be read
    reader: str = ""  # what the module calls the slot: with most, the reader's name
    pin_lengths: tuple[int, int] = (0, 0)  # least and most bytes of a PIN, 0 where the token does not say

    @property
    def signing_certificates(self) -> tuple[TokenCertificate, ...]:
        """Those of people and organs."""
        return tuple(one for one in self.certificates if not one.is_authority)


class Agent:
    """The child process of one module.

    Args:
        module: path of the PKCS#11 library.
        environment: variables for the child on top of this process's own (SoftHSM wants SOFTHSM2_CONF).
        command: how to start it, without the module; the application's own ``--agent`` when None.
        limits: time limits.
    """

    def __init__(
        self,
        module: str | Path,
        *,
        environment: Mapping[str, str] | None = None,
        command: Sequence[str] | None = None,
        limits: Limits | None = None,
    ) -> None:
        self.module = str(module)
        self._environment = dict(environment or {})
        self._command = list(command) if command is not None else [sys.executable, "-m", "desktop", "--agent"]
        self._limits = limits or Limits()
        self._lock = threading.Lock()
        self._process: Child | None = None
        self._replies: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._number = 0
        self._grown = 0
        self._closing = False

    def __enter__(self) -> Agent:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def list(self) -> Sequence[Token]:
        """The tokens that are in.

        Raises:
            ModuleNotLoaded, ModuleCrashed, ModuleHung
        """
        reply = self._call({"op": "list"}, self._limits.load + self._limits.list)
        found = [_token(one) for one in reply["tokens"]]
        if self._grown > self._limits.memory and not any(one.logged_in for one in found):
            _log.info("module grown", megabytes=self._grown >> 20, module=Path(self.module).name)
            self.close()
        return found

    def change_pin(self, token_serial: str, old: str | None, new: str | None) -> None:
        """Sets another PIN, tried once. Both None let the token's own keypad ask. Ends a login.

        Raises:
            PinWrong, PinLocked, PinUnfit, PinChangeRefused, PinCancelled, TokenMissing, TokenRemoved, TokenFailed and
            the module's problems
        """
        limit = self._limits.keypad if old is None else self._limits.login
        self._call({"op": "changePin", "serial": token_serial, "old": old, "new": new}, limit)

    def login(self, token_serial: str, pin: str | None) -> None:
        """Opens a session for a batch of signatures. ``pin`` None lets the token's own keypad ask.

        Raises:
            PinWrong, PinLocked, PinCancelled, TokenMissing, TokenRemoved, TokenFailed and the module's problems
        """
        limit = self._limits.keypad if pin is None else self._limits.login
        self._call({"op": "login", "serial": token_serial, "pin": pin}, limit)

    def logout(self, token_serial: str) -> None:
        """Ends the batch. Does nothing when the process is gone."""
        if self._process is not None:
            with contextlib.suppress(ModuleCrashed, ModuleHung):
                self._call({"op": "logout", "serial": token_serial}, self._limits.login)

    def sign(
        self,
        token_serial: str,
        certificate: str,
        data: bytes,
        mechanism: str,
        *,
        pin: str | None = None,
        keypad: bool = False,
    ) -> bytes:
        """Signs ``data`` with the key of the certificate (its SHA-256 digest), as ``signer.SigningKey.sign`` does.

        Args:
            pin: for tokens that ask at each signature (CKA_ALWAYS_AUTHENTICATE).
            keypad: such a token asks on its own keypad.

        Raises:
            PinNeeded: not logged in, or this token asks each time (``args_map["each"]``).
            TokenRemoved, TokenMissing, KeyMissing, MechanismMissing, TokenFailed and the module's problems
        """
        request = {
            "op": "sign",
            "serial": token_serial,
            "certificate": certificate,
            "data": base64.b64encode(data).decode(),
            "mechanism": mechanism,
            "pin": pin,
            "keypad": keypad,
        }
        limit = self._limits.keypad if keypad else self._limits.sign
        return base64.b64decode(self._call(request, limit)["signature"])

    def describe(self) -> str:
        """What the module calls itself."""
        return self._call({"op": "hello"}, self._limits.load)["description"]

    def close(self) -> None:
        """Ends the child process; sessions and logins end with it. A call that hangs ends too, with ModuleCrashed."""
        if self._lock.acquire(timeout=_POLITE):
            try:
                self._end()
            finally:
                self._lock.release()
            return
        self._closing = True
        process = self._process
        if process is not None:
            process.kill()

    # -- the process -------------------------------------------------------------------------------------------

    def _call(self, request: dict[str, Any], limit: float) -> dict[str, Any]:
        with self._lock:
            process = self._running()
            self._number += 1
            assert process.stdin is not None
            try:
                write_frame(process.stdin, {**request, "id": self._number})
                reply = self._replies.get(timeout=limit)
            except queue.Empty:
                process.kill()
                self._end()
                _log.warning("module hung", op=request["op"], module=Path(self.module).name)
                raise ModuleHung from None
            except OSError:
                reply = None
            if reply is None:
                code = self._end()
                if self._closing:
                    raise ModuleCrashed("closed")
                _log.warning("module crashed", op=request["op"], module=Path(self.module).name, code=code)
                raise ModuleCrashed(str(code))
        self._grown = int(reply.get("memory", 0))
        if "error" in reply:
            cause = _PROBLEMS.get(reply["error"], SigningProblem)
            raise cause(reply.get("detail", ""), **reply.get("args", {}))
        return reply["ok"]

    def _running(self) -> Child:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        self._replies = queue.SimpleQueue()
        self._process = process = Child(
            [*self._command, self.module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **self._environment},
        )
        threading.Thread(target=_collect, args=(process, self._replies), daemon=True).start()
        return process

    def _end(self) -> int | None:
        process, self._process = self._process, None
        if process is None:
            return None
        if process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()
        try:
            return process.wait(timeout=2 if process.poll() is None else 0)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


def _collect(process: Child, replies: queue.SimpleQueue[dict[str, Any] | None]) -> None:
    assert process.stdout is not None
    with process.stdout as stream:
        while (reply := read_frame(stream)) is not None:
            replies.put(reply)
    replies.put(None)


class TokenKey:
    """A key on a token, for ``signer.KeySigner``: looked up again, by serial and certificate, at each signature.

    Args:
        agent: the module's agent, logged in.
        token_serial: the token.
        certificate: one of its certificates.
        chain: issuers' certificates that are on the token.
        ask_pin: called for each signature of a token that wants the PIN each time; may raise PinCancelled. What it
            gives back is the PIN, or "" where the token's own keypad asks for it.
    """

    def __init__(
        self,
        agent: Agent,
        token_serial: str,
        certificate: TokenCertificate,
        chain: tuple[bytes, ...] = (),
        ask_pin: Callable[[], str] | None = None,
    ) -> None:
        self._agent = agent
        self._serial = token_serial
        self._certificate = certificate
        self._chain = chain
        self._ask_pin = ask_pin

    @classmethod
    def of(
        cls, agent: Agent, token: Token, certificate: TokenCertificate, ask_pin: Callable[[], str] | None = None
    ) -> TokenKey:
        """The key of a listed token's certificate, with the issuers that the token holds."""
        chain = tuple(one.der for one in token.certificates if one.is_authority)
        return cls(agent, token.serial, certificate, chain, ask_pin)

    @property
    def certificate(self) -> bytes:
        """The certificate, DER."""
        return self._certificate.der

    @property
    def chain(self) -> tuple[bytes, ...]:
        """Issuers' certificates from the token, DER."""
        return self._chain

    def sign(self, data: bytes, mechanism: str) -> bytes:
        """Signs; see ``signer.SigningKey``."""
        try:
            return self._agent.sign(self._serial, self._certificate.digest, data, mechanism)
        except PinNeeded as problem:
            if not problem.args_map.get("each") or self._ask_pin is None:
                raise
        pin = self._ask_pin()
        return self._agent.sign(
            self._serial, self._certificate.digest, data, mechanism, pin=pin or None, keypad=not pin
        )


def _token(data: Mapping[str, Any]) -> Token:
    flags = data["flags"]
    certificates = [found for one in data["certificates"] if (found := _certificate(one)) is not None]
    return Token(
        serial=data["serial"],
        label=data["label"],
        model=data["model"],
        manufacturer=data["manufacturer"],
        flags=TokenFlags(
            pin_count_low=flags["pinCountLow"],
            final_try=flags["finalTry"],
            locked=flags["locked"],
            protected_path=flags["protectedPath"],
            pin_set=flags["pinInitialized"],
            change_pin_first=flags["pinToBeChanged"],
        ),
        logged_in=data["loggedIn"],
        certificates=tuple(certificates),
        failed=data["failed"],
        reader=data["reader"],
        pin_lengths=(data["pinLengths"][0], data["pinLengths"][1]),
    )


def _certificate(data: Mapping[str, Any]) -> TokenCertificate | None:
    der = base64.b64decode(data["der"])
    try:
        found = x509.Certificate.load(der)
        subject, issuer = found.subject.native, found.issuer.native
        return TokenCertificate(
            digest=digest_of(der),
            subject=str(subject.get("common_name", found.subject.human_friendly)),
            organization=str(subject.get("organization_name", "")),
            issuer=str(issuer.get("common_name", found.issuer.human_friendly)),
            not_before=found.not_valid_before,
            not_after=found.not_valid_after,
            key_id=data["id"],
            der=der,
            has_key=data["key"],
        )
    except (ValueError, TypeError):
        return None  # one unreadable object must not hide the others
