"""Certificates and revocation answers kept with the file (PAdES B-LT), so that it can be judged where there is no line.

They go into the document security store in one revision for all signatures, and stand for the whole chain of each
signer and of each time-stamping service. Knows ``chains``, ``revocation`` and pyHanko's store.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import signing.whole_pyhanko  # noqa: F401 - first

from asn1crypto import crl, ocsp, x509
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError, ValidationInfoReadingError
from pyhanko.sign.validation.generic_cms import extract_certs_for_validation, extract_tst_data_iter
from pyhanko_certvalidator.errors import PathError, ValidationError

from . import documents
from .chains import Chain, Evidence, context_for, judge
from .climbing import validator_for
from .integrity import Found, signatures
from .revocation import Revocation
from .services import Services
from .trust import Trust, digest_of

_HOLDS = timedelta(minutes=15)  # what a batch has found is not looked for again so soon


@dataclass(frozen=True)
class Needed:
    """One certificate whose chain a file must keep: a signer's, or a time-stamping service's.

    Attributes:
        certificate: the end of the chain.
        others: what came with it.
    """

    certificate: x509.Certificate
    others: tuple[x509.Certificate, ...]


@dataclass(frozen=True)
class Chained:
    """All that it takes to judge one certificate: the chain below the root, and the answers about it."""

    certificates: tuple[x509.Certificate, ...]
    ocsps: tuple[ocsp.OCSPResponse, ...]
    crls: tuple[crl.CertificateList, ...]


class Keeper:
    """Puts evidence into files. One for a batch: each certificate is asked about once. Threads may share it."""

    def __init__(self, trust: Trust, revocation: Revocation | None = None) -> None:
        self._trust = trust
        self._revocation = revocation or Revocation(Services(reach=trust.reach))
        self._lock = threading.Lock()
        self._known: dict[str, tuple[Chained, datetime]] = {}

    def keep(self, pdf: bytes) -> tuple[bytes, bool]:
        """Adds what is missing for every signature and time-stamp of the file, in one revision.

        Returns the file, and whether all answers were to be had; what was not leaves the rest to be added.
        """
        return asyncio.run(self.keep_async(pdf))

    async def keep_async(self, pdf: bytes, wanted: Sequence[Needed] | None = None) -> tuple[bytes, bool]:
        """As ``keep``, where a loop runs already; for these certificates alone where they are given."""
        reader = documents.reader(pdf)
        there = stored(reader)
        found: list[Chained] = []
        complete = True
        for one in needed(signatures(reader)) if wanted is None else wanted:
            if there.certificates and await holds(one, self._trust, there, datetime.now(UTC)):
                continue
            chained = await self._chained(one)
            if chained is None:
                complete = False
            else:
                found.append(chained)
        return (_written(pdf, found) if found else pdf), complete

    async def _chained(self, one: Needed) -> Chained | None:
        name = digest_of(one.certificate.dump())
        now = datetime.now(UTC)
        with self._lock:
            known = self._known.get(name)
        if known is not None and known[1] > now:
            return known[0]
        made = await self._ask(one)
        if made is not None:
            with self._lock:
                self._known[name] = (made, now + _HOLDS)
        return made

    async def _ask(self, one: Needed) -> Chained | None:
        if not self._trust.online:
            return None
        looking = self._revocation.look()
        context = context_for(self._trust, Evidence(one.others), looking=looking)
        try:
            validator = validator_for(one.certificate, context)
            path: Any = await validator.async_validate_usage(set())
        except (PathError, ValidationError, ValueError):
            looking.drop()
            return None
        certificates = tuple(x for x in path if isinstance(x, x509.Certificate) and not x.self_issued)
        return Chained(certificates, tuple(context.ocsps), tuple(context.crls))


def keep(pdf: bytes, trust: Trust, revocation: Revocation | None = None) -> tuple[bytes, bool]:
    """``Keeper.keep`` for one file."""
    return Keeper(trust, revocation).keep(pdf)


def _written(pdf: bytes, found: Iterable[Chained]) -> bytes:
    chains = list(found)
    writer = documents.writer(pdf)
    # No VRI: an entry added again is a change that other validators object to.
    DocumentSecurityStore.supply_dss_in_writer(
        writer,
        None,
        certs=_once(x for one in chains for x in one.certificates),
        ocsps=_once(x for one in chains for x in one.ocsps),
        crls=_once(x for one in chains for x in one.crls),
    )
    return documents.written(writer)


def _once(objects: Iterable[Any]) -> list[Any]:
    return list({one.dump(): one for one in objects}.values())


def needed(found: Iterable[Found]) -> list[Needed]:
    """The certificates that signed, and those of the time-stamps on what they signed, each once."""
    certificates: dict[str, Needed] = {}
    for one in found:
        if one.signature is None:
            continue
        for each in of_signature(one):
            certificates.setdefault(digest_of(each.certificate.dump()), each)
    return list(certificates.values())


def of_signature(one: Found) -> list[Needed]:
    """The certificates behind one signature (or document timestamp): its own, and those of its time-stamps."""
    if one.signature is None:
        return []
    listed = [_of(one.signature.signed_data)]
    if not one.is_timestamp:
        listed += [_of(token) for token in extract_tst_data_iter(one.signature.signer_info, signed=False)]
    return listed


def _of(signed_data: Any) -> Needed:
    found = extract_certs_for_validation(signed_data)
    return Needed(found.signer_cert, tuple(found.other_certs))


async def holds(one: Needed, trust: Trust, kept: Evidence, moment: datetime) -> bool:
    """Whether what is kept is enough to judge by, where a time-stamp proves the moment: nobody is asked."""
    known = Evidence((*kept.certificates, *one.others), kept.ocsps, kept.crls)
    offline = Trust(trust.roots, trust.others, online=False, judged=trust.judged)
    found = await judge(one.certificate, offline, known, moment=moment, proven=True)
    return found.state in (Chain.GOOD, Chain.REVOKED)


def stored(reader: PdfFileReader | HistoricalResolver) -> Evidence:
    """What the file keeps; nothing when it keeps none or cannot be read."""
    try:
        store = DocumentSecurityStore.read_dss(reader)
        ocsps = [ocsp.OCSPResponse.load(_data(one)) for one in store.ocsps]
        crls = [crl.CertificateList.load(_data(one)) for one in store.crls]
        return Evidence(tuple(store.load_certs()), tuple(ocsps), tuple(crls))
    except (NoDSSFoundError, ValidationInfoReadingError, SigningError, PdfError, *documents.READ_ERRORS):
        return Evidence()


def _data(reference: generic.IndirectObject) -> bytes:
    stream = reference.get_object()
    assert isinstance(stream, generic.StreamObject)
    return stream.data
