"""The roots that this office trusts: a directory of PEM, DER or P7B certificates that it can change (DOMAIN.md 7).

Self-signed certificates there are roots; others help to build chains. Knows asn1crypto.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from asn1crypto import cms, pem, x509

from .answers import Answers
from .reach import ANYWHERE, Reach

if TYPE_CHECKING:
    from .revocation import Revocation

_MALFORMED = (ValueError, TypeError, LookupError, AttributeError, OverflowError)
SUFFIXES = frozenset({".pem", ".crt", ".cer", ".der", ".p7b", ".p7c"})
_MOST = 500  # certificates in a file


@dataclass(frozen=True)
class Root:
    """One trusted certificate, as a settings page shows it."""

    subject: str
    fingerprint: str
    not_after: str
    file: str


@dataclass(frozen=True)
class Trust:
    """What the office trusts.

    Attributes:
        roots: certificates at which a chain may end.
        others: certificates that help to build chains.
        online: whether revocation may be asked over the network.
        unreadable: names of files that hold no certificate.
        listed: the roots, as a settings page shows them.
        answers: revocation answers that were learned earlier, and where new ones are kept; None keeps none.
        reach: which addresses may be asked about revocation.
        judged: what was made of each certificate by the same evidence at the same moment, within one file; None keeps
            nothing.
        revocation: the answers of this batch or file, and the way to ask; asked anew for each certificate when None.
    """

    roots: tuple[x509.Certificate, ...] = ()
    others: tuple[x509.Certificate, ...] = ()
    online: bool = True
    unreadable: tuple[str, ...] = ()
    listed: tuple[Root, ...] = ()
    answers: Answers | None = field(default=None, compare=False, repr=False)
    reach: Reach = ANYWHERE
    revocation: Revocation | None = field(default=None, compare=False, repr=False)
    judged: dict[Any, Any] | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        # asn1crypto reads a certificate bit by bit as it is asked, and two threads that ask one object at once disturb
        # each other. These are shared by all threads, so each is read to its end before any other has it.
        for one in (*self.roots, *self.others):
            _read_whole(one)

    @classmethod
    def from_directory(cls, directory: Path, *, online: bool = True, reach: Reach = ANYWHERE) -> Trust:
        """Reads a directory, not its subdirectories. A file that holds no certificate is named, not fatal.

        Raises:
            FileNotFoundError, NotADirectoryError, PermissionError
        """
        roots: list[x509.Certificate] = []
        others: list[x509.Certificate] = []
        unreadable: list[str] = []
        listed: list[Root] = []
        for path in sorted(directory.iterdir()):
            if path.suffix.lower() not in SUFFIXES or not path.is_file():
                continue
            try:
                found = list(certificates(path.read_bytes()))
            except (ValueError, TypeError, OSError):
                unreadable.append(path.name)
                continue
            for certificate in found:
                if certificate.self_issued:
                    roots.append(certificate)
                    listed.append(_listed(certificate, path.name))
                else:
                    others.append(certificate)
        return cls(tuple(roots), tuple(others), online, tuple(unreadable), tuple(listed), reach=reach)

    def to_json(self) -> dict[str, Any]:
        """The certificates and where may be asked, as plain JSON, for a child process."""
        return {"roots": _plain(self.roots), "others": _plain(self.others), "reach": self.reach.to_json()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any], *, online: bool, answers: Answers | None = None) -> Trust:
        """From what ``to_json`` gave."""
        reach = Reach.from_json(data["reach"])
        return cls(_parsed(data["roots"]), _parsed(data["others"]), online, answers=answers, reach=reach)

    @property
    def fingerprints(self) -> frozenset[str]:
        """SHA-256 digests of the roots, hex."""
        return frozenset(fingerprint(one) for one in self.roots)


def _plain(found: Iterable[x509.Certificate]) -> list[str]:
    return [base64.b64encode(one.dump()).decode() for one in found]


def _read_whole(certificate: x509.Certificate) -> None:
    with suppress(*_MALFORMED):  # one that cannot be read is told as such where it is used
        _ = certificate.native
        _ = certificate.issuer.hashable, certificate.subject.hashable, certificate.issuer_serial, certificate.sha256
        _ = certificate.self_signed, certificate.key_usage_value, certificate.public_key.sha256


def _parsed(data: Iterable[str]) -> tuple[x509.Certificate, ...]:
    return tuple(x509.Certificate.load(base64.b64decode(one)) for one in data)


def digest_of(certificate: bytes) -> str:
    """The certificate's SHA-256 digest in hex, as persons and units name their certificates."""
    return hashlib.sha256(certificate).hexdigest()


def fingerprint(certificate: x509.Certificate) -> str:
    """The same of a parsed certificate."""
    return digest_of(certificate.dump())


def certificates(data: bytes) -> Iterable[x509.Certificate]:
    """All certificates of a PEM, DER or P7B file.

    Raises:
        ValueError: there is none.
    """
    found: list[x509.Certificate] = []
    if pem.detect(data):
        parts: Any = pem.unarmor(data, multiple=True)
        for kind, _, der in parts:
            if kind == "CERTIFICATE":
                found.append(_loaded(der))
            elif kind in ("PKCS7", "CMS"):
                found += _bundled(der)
    else:
        try:
            found.append(_loaded(data))
        except (ValueError, TypeError):
            found += _bundled(data)
    if not found:
        raise ValueError("no certificate")
    return found[:_MOST]


def _bundled(der: bytes) -> list[x509.Certificate]:
    """The certificates of a P7B: a CMS that signs nothing."""
    content: Any = cms.ContentInfo.load(der)
    if content["content_type"].native != "signed_data":
        raise ValueError("no certificates inside")
    return [_loaded(one.chosen.dump()) for one in content["content"]["certificates"] if one.name == "certificate"]


def _loaded(der: bytes) -> x509.Certificate:
    certificate = x509.Certificate.load(der)
    # Parsing is lazy: a broken certificate shows itself here, not in the middle of a validation.
    _ = certificate.subject.native, certificate.not_valid_after, certificate.public_key.native
    return certificate


def _listed(certificate: x509.Certificate, file: str) -> Root:
    return Root(
        str(certificate.subject.native.get("common_name", certificate.subject.human_friendly)),
        fingerprint(certificate),
        certificate.not_valid_after.date().isoformat(),
        file,
    )
