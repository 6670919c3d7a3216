"""The time-stamping service, asked with patience (RFC 3161).

The public service has been measured at 2 to 131 seconds (DOMAIN.md 7), so the time-out is long, and whoever calls
decides that a missing timestamp costs a level and never a signature. Knows pyHanko's time stampers and requests.
"""

from __future__ import annotations

from typing import Any

import requests
from asn1crypto import cms, tsp
from pyhanko.sign.general import SigningError
from pyhanko.sign.timestamps import TimeStamper, TimestampRequestError

from .problems import TimestampUnavailable

PATIENCE = 150.0
_LARGEST_ANSWER = 256 * 1024


class TimestampService(TimeStamper):
    """One service over HTTP with kept connections. Use from any thread.

    Args:
        url: the service.
        timeout: seconds to wait for an answer; connecting gets ten at most.
        session: an HTTP session of the application (proxies, trust store), its own when None.
    """

    def __init__(self, url: str, *, timeout: float = PATIENCE, session: requests.Session | None = None) -> None:
        super().__init__()
        self.url = url
        self._timeout = timeout
        self._session = session or requests.Session()

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Called by pyHanko; waits, for each file has a thread to itself. Raises TimestampUnavailable."""
        return self._ask(req.dump())

    def _ask(self, request: bytes) -> tsp.TimeStampResp:
        try:
            with self._session.post(
                self.url,
                data=request,
                headers={"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"},
                timeout=(min(10.0, self._timeout), self._timeout),
                stream=True,
            ) as answer:
                answer.raise_for_status()
                data = answer.raw.read(_LARGEST_ANSWER + 1, decode_content=True)
        except (requests.RequestException, OSError) as error:
            raise TimestampUnavailable(type(error).__name__) from error
        if len(data) > _LARGEST_ANSWER:
            raise TimestampUnavailable("answer too long")
        try:
            return tsp.TimeStampResp.load(data)
        except ValueError as error:
            raise TimestampUnavailable("not a timestamp") from error

    async def token(self, digest: bytes, algorithm: str = "sha256") -> cms.ContentInfo:
        """A timestamp over a digest.

        Raises:
            TimestampUnavailable: no answer, or one that is no timestamp of this digest.
        """
        try:
            found: Any = await self.async_timestamp(digest, algorithm)
            imprint = found["content"]["encap_content_info"]["content"].parsed["message_imprint"]
            stamped = imprint["hashed_message"].native
        except (TimestampRequestError, SigningError, ValueError, TypeError, KeyError) as error:
            raise TimestampUnavailable(type(error).__name__) from error
        if stamped != digest:
            raise TimestampUnavailable("timestamp of something else")
        return found

    def close(self) -> None:
        """Ends the connection."""
        self._session.close()
