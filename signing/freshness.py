"""Which answers about revocation are recent enough to say of a certificate that it is good.

Whoever sends a file chooses the answers in it, and a certificate that was taken back has good ones from before. Pure
rules. Knows asn1crypto.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from asn1crypto import crl, ocsp

_MALFORMED = (ValueError, TypeError, LookupError, AttributeError, OverflowError)


def ocsps_since(found: Iterable[ocsp.OCSPResponse], since: datetime) -> tuple[ocsp.OCSPResponse, ...]:
    """Those whose every part was known to be so at ``since`` or after (thisUpdate, RFC 6960, 2.4); what cannot be read
    is left out."""
    return tuple(one for one in found if _ocsp_since(one, since))


def lists_since(found: Iterable[crl.CertificateList], since: datetime) -> tuple[crl.CertificateList, ...]:
    """Those issued at ``since`` or after; what cannot be read is left out."""
    return tuple(one for one in found if _list_since(one, since))


def _ocsp_since(response: ocsp.OCSPResponse, since: datetime) -> bool:
    try:
        told: Any = response.response_data["responses"]
        made = [one["this_update"].native for one in told]
    except _MALFORMED:
        return False
    return bool(made) and min(made) >= since


def _list_since(found: crl.CertificateList, since: datetime) -> bool:
    try:
        listed: Any = found["tbs_cert_list"]
        return bool(listed["this_update"].native >= since)
    except _MALFORMED:
        return False
