"""What was learned while judging: revocation answers and issuers' certificates, so that files can be judged with the
cable out.

An answer is signed by whoever gave it and is checked anew each time that it is used: keeping it proves nothing by
itself. Answers name certificates, so they rest in memory or in the encrypted store alone. Knows asn1crypto.
"""

from __future__ import annotations

import base64
import hashlib
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from asn1crypto import crl, ocsp, x509

OCSP, CRL, ISSUER = "ocsp", "crl", "issuer"
MOST = 1500  # answers
LARGEST = 8 * 1024 * 1024  # bytes of one: a list that is larger is asked for each time
HELD = 64 * 1024 * 1024  # bytes of all
TOLD = 24 * 1024 * 1024  # bytes told to another process at once: well below what one frame holds
KEPT_FOR = timedelta(days=30)
FRESH = timedelta(hours=1)
"""For so long an answer spares the question; after that the network is asked first, and this only if it is silent."""
STILL_TELLS = timedelta(days=7)
"""For so long an answer past its own date still tells something, with a warning, where nobody can be asked."""


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


@dataclass(frozen=True)
class _Held:
    """One answer at hand.

    Attributes:
        number: which it was of all that were added.
        scope: of a list what it is about; b"" of anything else.
        ends: when it has nothing more to tell.
    """

    number: int
    answer: Answer
    scope: bytes
    ends: datetime

    @property
    def size(self) -> int:
        return len(self.answer.der)


class Answers:
    """The answers at hand: of each list the newest, for as long as it tells something, and the oldest let go when there
    are too many. Threads may share it.

    Attributes:
        count: how many have been added so far; ``since`` counts in this.
    """

    def __init__(self, kept: Iterable[Answer] = ()) -> None:
        self._all: dict[str, _Held] = {}
        self._lock = threading.Lock()
        self._new: list[Answer] = []
        self.count = 0
        self.add(kept)

    def add(self, found: Iterable[Answer]) -> tuple[Answer, ...]:
        """Keeps answers that still tell something; gives those that were not known and are kept."""
        fresh: list[str] = []
        for one in found:
            if one.kind not in (OCSP, CRL, ISSUER) or len(one.der) > LARGEST:
                continue
            name, about = one.id, _about(one)
            with self._lock:
                if name not in self._all and self._keep(name, one, *about):
                    fresh.append(name)
        with self._lock:
            self._let_go()
            return tuple(self._all[name].answer for name in fresh if name in self._all)

    def _keep(self, name: str, one: Answer, scope: bytes, ends: datetime) -> bool:
        same = [id_ for id_, held in self._all.items() if scope and held.scope == scope]
        if any(self._all[id_].answer.at >= one.at for id_ in same):
            return False
        for id_ in same:
            del self._all[id_]
        self.count += 1
        self._all[name] = _Held(self.count, one, scope, ends)
        return True

    def _let_go(self) -> None:
        now = datetime.now(UTC)
        for name in [name for name, held in self._all.items() if held.ends < now]:
            del self._all[name]
        size = sum(held.size for held in self._all.values())
        while size > HELD or len(self._all) > MOST:
            lists = [name for name, held in self._all.items() if held.scope and size > HELD]
            oldest = min(lists, key=lambda name: self._all[name].answer.at, default=next(iter(self._all)))
            size -= self._all.pop(oldest).size

    def ids(self) -> frozenset[str]:
        """The digests of those at hand."""
        with self._lock:
            return frozenset(self._all)

    def _held(self) -> list[_Held]:
        with self._lock:
            return list(self._all.values())

    def since(self, count: int) -> list[Answer]:
        """What was added after the first ``count`` and is still kept, as far as it can be told at once."""
        return _told([held.answer for held in self._held() if held.number > count])

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
        return [x509.Certificate.load(one.answer.der) for one in self._held() if one.answer.kind == ISSUER]

    def learned(self) -> tuple[Answer, ...]:
        """What was learned since the last call."""
        new, self._new = self._new, []
        return tuple(_told(new))

    def at_hand(self, *, not_before: datetime | None = None) -> list[Answer]:
        """The answers, or those given after a moment."""
        oldest = not_before or datetime.now(UTC) - KEPT_FOR
        return [held.answer for held in self._held() if held.answer.at >= oldest]


def _told(found: list[Answer]) -> list[Answer]:
    """Of more than can be told at once: what is no list, then the newest lists."""
    if sum(len(one.der) for one in found) <= TOLD:
        return found
    left, told = TOLD, set[int]()
    newest_first = sorted(range(len(found)), key=lambda i: found[i].at, reverse=True)
    for i in sorted(newest_first, key=lambda i: found[i].kind == CRL):
        if len(found[i].der) <= left:
            left -= len(found[i].der)
            told.add(i)
    return [one for i, one in enumerate(found) if i in told]


def _about(one: Answer) -> tuple[bytes, datetime]:
    """What a list is about (its issuer, and the part of its certificates where it is divided; b"" of anything else),
    and until when an answer tells anything."""
    ends = one.at + KEPT_FOR
    if one.kind != CRL:
        return b"", ends
    try:
        listed: Any = crl.CertificateList.load(one.der)["tbs_cert_list"]
        divided = ("delta_crl_indicator", "issuing_distribution_point")
        parts = [each.dump() for each in listed["crl_extensions"] if each["extn_id"].native in divided]
        following: datetime = listed["next_update"].native or one.at
        return b"".join((listed["issuer"].dump(), *sorted(parts))), min(ends, following + STILL_TELLS)
    except (ValueError, TypeError, KeyError):
        return one.id.encode(), one.at + STILL_TELLS


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
