"""Answers about revocation (OCSP, CRL), asked once and kept for as long as they hold, for all threads of a batch.

An answer is kept only while it is fresh, and only where whoever validated with it found it good: a stale one, one that
answers another question, one with another nonce never gets that far, and one signed by a stranger is forgotten again.
Knows pyHanko's fetchers, and ``services``.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import signing.whole_pyhanko  # noqa: F401 - first

from asn1crypto import cms, crl, ocsp, pem, x509
from pyhanko_certvalidator.authority import Authority
from pyhanko_certvalidator.errors import CRLFetchError, OCSPFetchError, OCSPValidationError
from pyhanko_certvalidator.fetchers import CertificateFetcher, CRLFetcher, FetcherBackend, Fetchers, OCSPFetcher
from pyhanko_certvalidator.fetchers.common_utils import (
    enumerate_delivery_point_urls,
    format_ocsp_request,
    process_ocsp_response_data,
)
from pyhanko_certvalidator.util import get_ocsp_urls, get_relevant_crl_dps, issuer_serial

from .effort import waiting
from .services import ServiceFailed, Services

PATIENCE = 4.0
"""Seconds for one question; a validation must say something sensible on a dead line."""

_LARGEST_OCSP, _LARGEST_CRL = 256 * 1024, 64 * 1024 * 1024
_MOST_URLS = 4  # addresses that one certificate may send us to
LONGEST_KEPT = timedelta(hours=4)
"""However long an answer says that it holds: a certificate that is taken back must not go unseen for a day."""
OLDEST_OCSP = timedelta(days=10)
"""An answer made longer ago is a replayed one, whatever it says of its own life (CA/Browser Forum BR, 4.9.10)."""
_WITHOUT_NEXT = timedelta(minutes=30)
_CLOCKS = timedelta(minutes=5)  # what two clocks may differ by

Clock = Callable[[], datetime]
_OCSP_HEADERS = {"Content-Type": "application/ocsp-request", "Accept": "application/ocsp-response"}
_CRL_HEADERS = {"Accept": "application/pkix-crl"}


@dataclass(frozen=True)
class _Kept:
    """An answer in its own encoding, so that each thread parses its own."""

    data: bytes
    until: datetime


class Revocation:
    """What is known about revocation, and the way to ask. Threads share it.

    Args:
        services: how services are asked; passed over after a time-out until the next batch.
        timeout: seconds for one question.
        clock: this machine's time, against which answers are fresh or stale.
        share: another's answers: what one batch has learned serves the next, asked through services of its own.
    """

    def __init__(
        self,
        services: Services | None = None,
        *,
        timeout: float = PATIENCE,
        clock: Clock = lambda: datetime.now(UTC),
        share: Revocation | None = None,
    ) -> None:
        self.services = services or Services()
        self.timeout = timeout
        self.clock = clock
        self._lock = share._lock if share else threading.Lock()
        self._kept: dict[Any, _Kept] = share._kept if share else {}
        self._asking: dict[Any, Future[bytes]] = {}

    def look(self) -> Looking:
        """For one validation: what it fetches is remembered here."""
        return Looking(self)

    def forget(self) -> None:
        """Ask everything anew: before issue, or because what came was no good."""
        with self._lock:
            self._kept.clear()

    def kept(self) -> int:
        """How many answers are known."""
        with self._lock:
            return len(self._kept)

    def drop(self, keys: Iterable[Any]) -> None:
        """Forget these: whoever validated with them found nothing good."""
        with self._lock:
            for key in keys:
                self._kept.pop(key, None)

    async def once(self, key: Any, ask: Callable[[], Awaitable[tuple[bytes, datetime]]]) -> bytes:
        """The answer kept under ``key``; else asked for, once for all who want it at this moment.

        Raises:
            ServiceFailed, ValueError: as ``ask`` does.
        """
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None and self.clock() <= kept.until:
                return kept.data
            asked = self._asking.get(key)
            mine = asked is None
            if asked is None:
                asked = self._asking[key] = Future()
        if not mine:
            return await _of_another(asked, 4 * self.timeout)
        try:
            data, until = await ask()
        except BaseException as error:
            with suppress(InvalidStateError):
                asked.set_exception(error if isinstance(error, Exception) else ServiceFailed("stopped"))
            raise
        else:
            with self._lock:
                self._kept[key] = _Kept(data, min(until, self.clock() + LONGEST_KEPT))
            asked.set_result(data)
            return data
        finally:
            with self._lock:
                self._asking.pop(key, None)


async def _of_another(asked: Future[bytes], timeout: float) -> bytes:  # noqa: ASYNC109 - the question stays another's
    """What another thread or task is asking at this moment; whoever gives up waiting takes nothing from it."""
    shared = asyncio.wrap_future(asked)
    # The other cannot come to its end without the effort that is in this one's hand.
    with waiting():
        done, _ = await asyncio.wait({shared}, timeout=timeout)
    if not done:
        shared.add_done_callback(lambda one: one.cancelled() or one.exception())
        raise TimeoutError
    return shared.result()


class Looking(FetcherBackend):
    """One validation's view. ``used`` names what it looked at."""

    def __init__(self, known: Revocation) -> None:
        self.known = known
        self.used: set[Any] = set()

        self._made: list[tuple[_Ocsp, _Crl]] = []

    def get_fetchers(self) -> Fetchers:
        made = _Ocsp(self), _Crl(self)
        self._made.append(made)
        return Fetchers(*made, NoCertificates())

    def fetched(self) -> tuple[list[ocsp.OCSPResponse], list[crl.CertificateList]]:
        """What was answered, now or earlier in the batch."""
        ocsps = [one for made, _ in self._made for one in made.fetched_responses()]
        return ocsps, [one for _, made in self._made for one in made.fetched_crls()]

    def drop(self) -> None:
        """The validation came to no good with these answers: they are asked for anew."""
        self.known.drop(self.used)


class _Ocsp(OCSPFetcher):
    def __init__(self, backend: Looking) -> None:
        self._backend = backend
        self._found: dict[Any, ocsp.OCSPResponse] = {}

    async def fetch(
        self, cert: x509.Certificate | cms.AttributeCertificateV2, authority: Authority
    ) -> ocsp.OCSPResponse:
        urls = get_ocsp_urls(cert)[:_MOST_URLS]
        if not urls:
            raise OCSPFetchError("nobody to ask")
        key = ("ocsp", issuer_serial(cert), authority.hashable)
        self._backend.used.add(key)

        async def ask() -> tuple[bytes, datetime]:
            return await self._ask(cert, authority, urls)

        try:
            data = await self._backend.known.once(key, ask)
        except (ServiceFailed, TimeoutError, ValueError) as error:
            raise OCSPFetchError(str(error)) from error
        found = self._found[issuer_serial(cert)] = ocsp.OCSPResponse.load(data)
        return found

    async def _ask(self, cert: Any, authority: Authority, urls: list[str]) -> tuple[bytes, datetime]:
        known = self._backend.known
        problem: Exception = ServiceFailed("unreachable")
        for url in urls:
            request = format_ocsp_request(cert, authority, certid_hash_algo="sha1", request_nonces=True)
            try:
                data = await known.services.ask(
                    url, request.dump(), _OCSP_HEADERS, timeout=known.timeout, most=_LARGEST_OCSP
                )
            except ServiceFailed as error:
                problem = error
                continue
            try:
                found = process_ocsp_response_data(data, ocsp_request=request, ocsp_url=url)
                return data, _fresh_until(found, request, known.clock())
            except (OCSPFetchError, OCSPValidationError, ValueError, KeyError, TypeError) as error:
                known.services.distrust(url)
                problem = ValueError(str(error))
        raise problem

    def fetched_responses(self) -> Iterable[ocsp.OCSPResponse]:
        return tuple(self._found.values())

    def fetched_responses_for_cert(
        self, cert: x509.Certificate | cms.AttributeCertificateV2
    ) -> Iterable[ocsp.OCSPResponse]:
        found = self._found.get(issuer_serial(cert))
        return () if found is None else (found,)


def _fresh_until(found: ocsp.OCSPResponse, request: ocsp.OCSPRequest, now: datetime) -> datetime:
    """Until when the answer holds.

    Raises:
        ValueError: it answers another question, or is stale, or from the future.
    """
    body: Any = found.basic_ocsp_response["tbs_response_data"]
    asked: Any = request["tbs_request"]
    wanted = asked["request_list"][0]["req_cert"].dump()
    for one in body["responses"]:
        if one["cert_id"].dump() == wanted:
            return _period(one["this_update"].native, one["next_update"].native, now, OLDEST_OCSP)
    raise ValueError("answer to another question")


def _period(made: datetime, following: datetime | None, now: datetime, oldest: timedelta | None) -> datetime:
    until = following or made + _WITHOUT_NEXT
    if made > now + _CLOCKS:
        raise ValueError("answer from the future")
    if until < now - _CLOCKS or (oldest is not None and made < now - oldest):
        raise ValueError("stale answer")
    return until


class _Crl(CRLFetcher):
    def __init__(self, backend: Looking) -> None:
        self._backend = backend
        self._found: dict[Any, list[crl.CertificateList]] = {}

    async def fetch(
        self, cert: x509.Certificate | cms.AttributeCertificateV2, *, use_deltas: bool | None = None
    ) -> Iterable[crl.CertificateList]:
        name = issuer_serial(cert)
        if name in self._found:
            return self._found[name]
        found: list[crl.CertificateList] = []
        points: Any = get_relevant_crl_dps(cert, use_deltas=bool(use_deltas))
        urls = [url for point in points for url in enumerate_delivery_point_urls(point)]
        for url in urls[:_MOST_URLS]:
            with suppress(ServiceFailed, TimeoutError, ValueError):
                found.append(crl.CertificateList.load(await self._list(url)))
        if urls and not found:
            raise CRLFetchError("no list to be had")
        self._found[name] = found
        return found

    async def _list(self, url: str) -> bytes:
        known = self._backend.known
        key = ("crl", url)
        self._backend.used.add(key)

        async def ask() -> tuple[bytes, datetime]:
            data = await known.services.ask(url, None, _CRL_HEADERS, timeout=3 * known.timeout, most=_LARGEST_CRL)
            try:
                if pem.detect(data):
                    unarmored: Any = pem.unarmor(data)
                    data = bytes(unarmored[2])
                body: Any = crl.CertificateList.load(data)["tbs_cert_list"]
                until = _period(body["this_update"].native, body["next_update"].native, known.clock(), None)
            except (ValueError, KeyError, TypeError) as error:
                known.services.distrust(url)
                raise ValueError(str(error)) from error
            return data, until

        return await known.once(key, ask)

    def fetched_crls(self) -> Iterable[crl.CertificateList]:
        return tuple(one for found in self._found.values() for one in found)

    def fetched_crls_for_cert(
        self, cert: x509.Certificate | cms.AttributeCertificateV2
    ) -> Iterable[crl.CertificateList]:
        return self._found[issuer_serial(cert)]


class NoCertificates(CertificateFetcher):
    """Issuers come from the office's trust store, never from an address that a file names."""

    async def _nothing(self) -> AsyncGenerator[x509.Certificate, None]:
        return
        yield

    def fetch_cert_issuers(
        self, cert: x509.Certificate | cms.AttributeCertificateV2
    ) -> AsyncGenerator[x509.Certificate, None]:
        return self._nothing()

    def fetch_crl_issuers(self, certificate_list: object) -> AsyncGenerator[x509.Certificate, None]:
        return self._nothing()

    def fetched_certs(self) -> Iterable[x509.Certificate]:
        return ()


__all__ = ["LONGEST_KEPT", "OLDEST_OCSP", "PATIENCE", "Looking", "NoCertificates", "Revocation"]
