"""Where signing keys come from: a vendor's module in its agent process, or a folder of practice keys.

Knows ``signing.tokens`` and ``signing.software``. Everything here waits, and belongs on a lane.
"""

from __future__ import annotations

import builtins
import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from signing.modules import Module
from signing.problems import KeyFileUnreadable, ModuleWrongSize, PinChangeRefused, PinNeeded, PinWrong
from signing.tokens import Agent, Token, TokenCertificate, TokenFlags, TokenKey
from signing.trust import certificates, digest_of

if TYPE_CHECKING:
    # They bring all of pyHanko, which is read when something is signed.
    from signing.signer import SigningKey
    from signing.software import SoftwareKey


class KeySource(Protocol):
    """Something that holds tokens: a vendor's module in its agent process, or a folder of practice keys.

    Every method but ``close`` waits, and belongs on a lane.

    Attributes:
        name: the module's path, or what else tells it apart.
        through_readers: nothing of it is in while no card reader holds a card.
    """

    name: str
    through_readers: bool

    def list(self) -> builtins.list[Token]: ...

    def login(self, serial: str, pin: str | None) -> None: ...

    def logout(self, serial: str) -> None: ...

    def change_pin(self, serial: str, old: str | None, new: str | None) -> None: ...

    def key(self, token: Token, certificate: TokenCertificate, ask_pin: Callable[[], str] | None) -> SigningKey: ...

    def close(self) -> None: ...


class AgentSource:
    """A vendor's module.

    Args:
        agent: the process that owns it.
        through_readers: as ``signing.modules`` knows of its vendor.
        fits: its word size is this program's; one of another is explained and never loaded.
    """

    def __init__(self, agent: Agent, *, through_readers: bool = False, fits: bool = True) -> None:
        self._agent = agent
        self._fits = fits
        self.name = agent.module
        self.through_readers = through_readers

    @classmethod
    def of(cls, module: Module) -> AgentSource:
        """A file that was found or picked."""
        return cls(Agent(module.path), through_readers=module.through_readers, fits=module.fits)

    def list(self) -> builtins.list[Token]:
        """The tokens that are in.

        Raises:
            ModuleWrongSize: a 32-bit driver; and whatever the module's agent raises.
        """
        if not self._fits:
            raise ModuleWrongSize
        return builtins.list(self._agent.list())

    def login(self, serial: str, pin: str | None) -> None:
        """Open a session for a batch."""
        self._agent.login(serial, pin)

    def logout(self, serial: str) -> None:
        """End the batch's session."""
        self._agent.logout(serial)

    def change_pin(self, serial: str, old: str | None, new: str | None) -> None:
        """Set another PIN, tried once; None has the token's keypad ask."""
        self._agent.change_pin(serial, old, new)

    def key(self, token: Token, certificate: TokenCertificate, ask_pin: Callable[[], str] | None) -> SigningKey:
        """The key of one certificate."""
        return TokenKey.of(self._agent, token, certificate, ask_pin)

    def close(self) -> None:
        """End the process."""
        self._agent.close()


class SoftwareSource:
    """Practice keys: PKCS#12 files, each with its certificate beside it (same name, .pem, .crt or .cer).

    Offered in practice profiles alone; the file's passphrase plays the PIN.
    """

    name = "practice"
    through_readers = False

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, SoftwareKey] = {}

    def list(self) -> builtins.list[Token]:
        """One token for each file whose certificate can be read."""
        found = []
        for path in sorted(self._folder.glob("*.p12")):
            certificate = _certificate_beside(path)
            if certificate is not None:
                found.append(_software_token(path.stem, certificate, logged_in=path.stem in self._open))
        return found

    def login(self, serial: str, pin: str | None) -> None:
        """Open the file.

        Raises:
            PinWrong: the passphrase is another.
        """
        from signing.software import SoftwareKey

        try:
            self._open[serial] = SoftwareKey.from_pkcs12((self._folder / f"{serial}.p12").read_bytes(), pin)
        except KeyFileUnreadable as problem:
            raise PinWrong from problem

    def logout(self, serial: str) -> None:
        """Forget the key."""
        self._open.pop(serial, None)

    def change_pin(self, serial: str, old: str | None, new: str | None) -> None:
        """A practice file keeps its passphrase.

        Raises:
            PinChangeRefused: always.
        """
        raise PinChangeRefused

    def key(self, token: Token, certificate: TokenCertificate, ask_pin: Callable[[], str] | None) -> SigningKey:
        """The opened key.

        Raises:
            PinNeeded: the file has not been opened.
        """
        if token.serial not in self._open:
            raise PinNeeded
        return self._open[token.serial]

    def close(self) -> None:
        """Forget all keys."""
        self._open.clear()


def _certificate_beside(path: Path) -> bytes | None:
    for suffix in (".pem", ".crt", ".cer", ".der"):
        beside = path.with_suffix(suffix)
        if beside.exists():
            with contextlib.suppress(ValueError, OSError, StopIteration):
                return next(iter(certificates(beside.read_bytes()))).dump()
    return None


def _software_token(serial: str, der: bytes, *, logged_in: bool) -> Token:
    found = next(iter(certificates(der)))
    subject, issuer = found.subject.native, found.issuer.native
    certificate = TokenCertificate(
        digest=digest_of(der),
        subject=str(subject.get("common_name", "")),
        organization=str(subject.get("organization_name", "")),
        issuer=str(issuer.get("common_name", "")),
        not_before=found.not_valid_before,
        not_after=found.not_valid_after,
        key_id=serial,
        der=der,
    )
    label = QCoreApplication.translate("Tokens", "Khóa thực hành")
    return Token(serial, label, "PKCS#12", "", TokenFlags(), logged_in, (certificate,))
