"""The time-stamping service, asked with patience (RFC 3161).

The public service has been measured at 2 to 131 seconds (DOMAIN.md 7), and whoever calls decides that a missing
timestamp costs a level and never a signature. A bad answer (another nonce, another digest, a stranger's signature) is
no answer. Knows pyHanko's time stampers, ``services`` and ``chains``.
"""

from __future__ import annotations

import hashlib
import threading
from typing import Any

import signing.whole_pyhanko  # noqa: F401 - first

import requests
from asn1crypto import cms, tsp, x509
from pyhanko.sign.general import SigningError
from pyhanko.sign.timestamps import TimeStamper, TimestampRequestError
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import extract_certs_for_validation, validate_sig_integrity

from .chains import Chain, Evidence, judge
from .problems import TimestampUnavailable
from .revocation import Revocation
from .services import ServiceFailed, Services
from .trust import Trust, digest_of

PATIENCE = 150.0
_LARGEST_ANSWER = 256 * 1024
_STRONG = frozenset({"sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512"})
_HEADERS = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}


class TimestampService(TimeStamper):
    """One service over HTTP. Threads may share it.

    Args:
        url: the service.
        timeout: seconds to wait for a whole answer; connecting gets ten at most.
        session: an HTTP session of the application (proxies, trust store), its own when None.
        services: how services are asked, with what is known of them in this batch; its own when None.
        trust: the office's roots, to which the service's certificate must lead; None checks the signature alone.
        revocation: the answers known about certificates; asked anew when None.
    """

    def __init__(
        self,
        url: str,
        *,
        timeout: float = PATIENCE,
        session: requests.Session | None = None,
        services: Services | None = None,
        trust: Trust | None = None,
        revocation: Revocation | None = None,
    ) -> None:
        super().__init__()
        self.url = url
        self.services = services or Services((lambda: session) if session is not None else None)
        self._timeout = timeout
        self._trust = trust
        self._revocation = revocation
        self._lock = threading.Lock()
        self._trusted: dict[str, bool] = {}

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Called by pyHanko. Raises TimestampUnavailable."""
        try:
            data = await self.services.ask(self.url, req.dump(), _HEADERS, timeout=self._timeout, most=_LARGEST_ANSWER)
        except ServiceFailed as problem:
            raise TimestampUnavailable(problem.cause) from problem
        try:
            found = tsp.TimeStampResp.load(data)
            _ = found["status"]["status"].native
        except ValueError as error:
            self.services.distrust(self.url)
            raise TimestampUnavailable("not a timestamp") from error
        return found

    async def token(self, digest: bytes, algorithm: str = "sha256") -> cms.ContentInfo:
        """A timestamp over a digest.

        Raises:
            TimestampUnavailable: no answer, or one that is no timestamp of this digest by a service that is trusted.
        """
        return await self.async_timestamp(digest, algorithm)

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """Called by pyHanko, and by ``token``. Raises TimestampUnavailable."""
        try:
            found: Any = await super().async_timestamp(message_digest, md_algorithm)
            await self._check(found, message_digest, md_algorithm)
        except TimestampUnavailable:
            raise
        except (
            TimestampRequestError, SigningError, SignatureValidationError, ValueError, TypeError, KeyError,
            AttributeError,
        ) as error:  # fmt: skip
            self.services.distrust(self.url)
            raise TimestampUnavailable(type(error).__name__) from error
        return found

    async def _check(self, found: Any, digest: bytes, algorithm: str) -> None:
        """The token is one of this digest, signed by its certificate, which leads to a root of the office."""
        signed = found["content"]
        content = signed["encap_content_info"]["content"]
        imprint = content.parsed["message_imprint"]
        if imprint["hashed_message"].native != digest or imprint["hash_algorithm"]["algorithm"].native != algorithm:
            raise ValueError("timestamp of something else")
        (info,) = signed["signer_infos"]
        if info["digest_algorithm"]["algorithm"].native not in _STRONG:
            raise ValueError("weak digest")
        certificates = extract_certs_for_validation(signed)
        hashed = hashlib.new(info["digest_algorithm"]["algorithm"].native, bytes(content)).digest()
        intact, authentic = validate_sig_integrity(
            info, certificates.signer_cert, expected_content_type="tst_info", actual_digest=hashed
        )
        if not (intact and authentic):
            raise ValueError("signature of the timestamp")
        if not await self._is_trusted(certificates.signer_cert, tuple(certificates.other_certs)):
            raise ValueError("untrusted service")

    async def _is_trusted(self, certificate: x509.Certificate, others: tuple[x509.Certificate, ...]) -> bool:
        """Asked once for each certificate of the service, however many files there are."""
        if self._trust is None:
            return True
        name = digest_of(certificate.dump())
        with self._lock:
            known = self._trusted.get(name)
        if known is None:
            found = await judge(
                certificate, self._trust, Evidence(others), timestamping=True, revocation=self._revocation
            )
            known = found.state in (Chain.GOOD, Chain.REVOCATION_UNKNOWN)
            with self._lock:
                self._trusted[name] = known
        return known

    @property
    def waiting(self) -> float:
        """Seconds that somebody has waited for an answer by now."""
        return self.services.waiting(self.url)

    def skip(self) -> None:
        """Wait no longer, for this file and for those that follow in the batch."""
        self.services.skip(self.url)

    def close(self) -> None:
        """Ends the connection."""
        self.services.close()
