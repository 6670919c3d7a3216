"""What was learned while judging: revocation answers and issuers' certificates, so that files can be judged with the
cable out.

An answer is signed by whoever gave it and is checked anew each time that it is used: keeping it proves nothing by
itself. Answers name certificates, so they rest in memory or in the encrypted store alone. Knows asn1crypto.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from asn1crypto import crl, ocsp, x509

OCSP, CRL, ISSUER = "ocsp", "crl", "issuer"
MOST = 1500  # answers
LARGEST = 8 * 1024 * 1024  # bytes of one: a list that is larger is asked for each time
TOLD = 24 * 1024 * 1024  # bytes told to another process at once: well below what one frame holds
KEPT_FOR = timedelta(days=30)
FRESH = timedelta(hours=1)
"""For so long an answer spares the question; after that the network is asked first, and this only if it is silent."""


@dataclass(frozen=True)
class Answer:
    """One answer.

    Attributes:
        kind: "ocsp", "crl" or "issuer" (a certificate that helped to build a chain that held).
        der: the answer itself.
        at: when it was given, by its own word; of an issuer when it was met.
    """

    kind: str
    der: bytes
    at: datetime

    @property
    def id(self) -> str:
        """Its SHA-256 digest, hex."""
        return hashlib.sha256(self.der).hexdigest()

    def is_about(self, certificate: x509.Certificate) -> bool:
        """Whether it says something about a certificate, good or bad."""
        try:
            if self.kind == OCSP:
                told = ocsp.OCSPResponse.load(self.der).response_data["responses"]
                return any(one["cert_id"]["serial_number"].native == certificate.serial_number for one in told)
            return self.kind == CRL and crl.CertificateList.load(self.der).issuer == certificate.issuer
        except (ValueError, TypeError, KeyError):
            return False

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        return {
            "id": self.id,
            "kind": self.kind,
            "der": base64.b64encode(self.der).decode(),
            "at": self.at.isoformat(),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Answer:
        """From what ``to_json`` gave."""
        return cls(str(data["kind"]), base64.b64decode(data["der"]), datetime.fromisoformat(data["at"]))


class Answers:
    """The answers at hand, the oldest let go when there are too many.

    Attributes:
        count: how many have been added so far; ``since`` counts in this.
    """

    def __init__(self, kept: Iterable[Answer] = ()) -> None:
        self._all: dict[str, tuple[int, Answer]] = {}
        self._new: list[Answer] = []
        self.count = 0
        self.add(kept)

    def add(self, found: Iterable[Answer]) -> tuple[Answer, ...]:
        """Keeps answers; gives those that were not known."""
        fresh: list[Answer] = []
        for one in found:
            if one.kind in (OCSP, CRL, ISSUER) and len(one.der) <= LARGEST and one.id not in self._all:
                self.count += 1
                self._all[one.id] = (self.count, one)
                fresh.append(one)
        while len(self._all) > MOST:
            del self._all[next(iter(self._all))]
        return tuple(fresh)

    def since(self, count: int) -> list[Answer]:
        """What was added after the first ``count`` and is still kept, as far as it can be told at once."""
        return _told([one for number, one in list(self._all.values()) if number > count])

    def learn(self, ocsps: Iterable[ocsp.OCSPResponse], crls: Iterable[crl.CertificateList]) -> None:
        """Keeps what a validation fetched."""
        found = [*(_of_ocsp(one) for one in ocsps), *(_of_crl(one) for one in crls)]
        self._new += self.add(one for one in found if one is not None)

    def learn_issuers(self, found: Iterable[x509.Certificate]) -> None:
        """Keeps certificates of a chain that held."""
        now = datetime.now(UTC)
        self._new += self.add(Answer(ISSUER, one.dump(), now) for one in found)

    def issuers(self) -> list[x509.Certificate]:
        """The certificates of issuers met so far."""
        return [x509.Certificate.load(one.der) for _, one in list(self._all.values()) if one.kind == ISSUER]

    def learned(self) -> tuple[Answer, ...]:
        """What was learned since the last call."""
        new, self._new = self._new, []
        return tuple(_told(new))

    def at_hand(self, *, not_before: datetime | None = None) -> list[Answer]:
        """The answers, or those given after a moment."""
        oldest = not_before or datetime.now(UTC) - KEPT_FOR
        return [one for _, one in list(self._all.values()) if one.at >= oldest]


def _told(found: list[Answer]) -> list[Answer]:
    """Of more than can be told at once: what is no list, then the newest list of each issuer, then older ones."""
    if sum(len(one.der) for one in found) <= TOLD:
        return found
    newest_first = sorted(found, key=lambda one: one.at, reverse=True)
    superseded: set[str] = set()
    met: set[bytes] = set()
    for one in newest_first:
        if one.kind == CRL:
            scope = _scope(one)
            if scope in met:
                superseded.add(one.id)
            met.add(scope)
    newest_first.sort(key=lambda one: (one.kind == CRL, one.id in superseded))
    left, told = TOLD, set[str]()
    for one in newest_first:
        if len(one.der) <= left:
            left -= len(one.der)
            told.add(one.id)
    return [one for one in found if one.id in told]


def _scope(one: Answer) -> bytes:
    """What a list is about: its issuer, and the part of its certificates where it is divided."""
    try:
        listed: Any = crl.CertificateList.load(one.der)["tbs_cert_list"]
        divided = ("delta_crl_indicator", "issuing_distribution_point")
        parts = [each.dump() for each in listed["crl_extensions"] if each["extn_id"].native in divided]
        return b"".join((listed["issuer"].dump(), *sorted(parts)))
    except (ValueError, TypeError, KeyError):
        return one.id.encode()


def _of_ocsp(response: ocsp.OCSPResponse) -> Answer | None:
    try:
        at = response.response_data["produced_at"].native
    except (ValueError, TypeError, KeyError):
        return None
    return Answer(OCSP, response.dump(), at)


def _of_crl(found: crl.CertificateList) -> Answer | None:
    try:
        listed: Any = found["tbs_cert_list"]
        at = listed["this_update"].native
    except (ValueError, TypeError, KeyError):
        return None
    return Answer(CRL, found.dump(), at)
