"""Trusted time: what a time-stamping service of the office's trust says, apart from what the signer's machine claims.

Knows ``chains`` and pyHanko's reading of tokens.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import signing.whole_pyhanko  # noqa: F401 - first

from asn1crypto import tsp
from pyhanko.sign.general import extract_signer_info
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import (
    extract_certs_for_validation,
    extract_tst_data_iter,
    validate_sig_integrity,
)
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from .chains import Chain, Evidence, judge
from .strength import readable
from .trust import Trust


@dataclass(frozen=True)
class Stamp:
    """A trusted time, or the reason code why there is none ("" when no timestamp was there)."""

    at: datetime | None = None
    code: str = ""


NO_STAMP = Stamp()
_BROKEN = Stamp(code="timestampBroken")


async def read(
    signature: EmbeddedPdfSignature,
    trust: Trust,
    stored: Evidence,
    *,
    document: bool,
    proven: datetime | None = None,
) -> Stamp:
    """The trusted time of a signature's own timestamp, or of a document timestamp itself.

    Args:
        signature: the one that bears it.
        trust: the office's roots.
        stored: what the file keeps.
        document: it is a document timestamp.
        proven: when a trusted timestamp over it proves it to have been there: a service whose certificate has ended
            since counts as it stood then (ETSI EN 319 102-1, 5.6.3).
    """
    if document:
        return await _judge_token(signature.signed_data, trust, stored, proven)
    best = NO_STAMP
    try:
        tokens: list[Any] = list(extract_tst_data_iter(signature.signer_info, signed=False))
    except (ValueError, KeyError, TypeError):
        return _BROKEN
    for token in tokens:
        try:
            stamped = _matches(token, bytes(signature.signer_info["signature"]))
        except (ValueError, KeyError, TypeError, AttributeError):
            stamped = False
        found = await _judge_token(token, trust, stored, proven) if stamped else _BROKEN
        if found.at is not None:
            return found
        best = found
    return best


def _info(token: Any) -> tsp.TSTInfo:
    parsed = token["encap_content_info"]["content"].parsed
    if not isinstance(parsed, tsp.TSTInfo):
        raise ValueError("no timestamp inside")
    return parsed


def _matches(token: Any, signed: bytes) -> bool:
    info: Any = _info(token)
    imprint = info["message_imprint"]
    algorithm = imprint["hash_algorithm"]["algorithm"].native
    return hashlib.new(algorithm, signed).digest() == imprint["hashed_message"].native


async def _judge_token(token: Any, trust: Trust, stored: Evidence, proven: datetime | None) -> Stamp:
    try:
        info: Any = _info(token)
        signer: Any = extract_signer_info(token)
        certificates = extract_certs_for_validation(token)
        digest = hashlib.new(
            signer["digest_algorithm"]["algorithm"].native, bytes(token["encap_content_info"]["content"])
        ).digest()
        intact, authentic = validate_sig_integrity(
            signer, certificates.signer_cert, expected_content_type="tst_info", actual_digest=digest
        )
    except (SignatureValidationError, ValueError, KeyError, TypeError, AttributeError):
        return _BROKEN
    if not (intact and authentic):
        return _BROKEN
    known = Evidence((*stored.certificates, *readable(certificates.other_certs)), stored.ocsps, stored.crls)
    standing = await judge(certificates.signer_cert, trust, known, timestamping=True)
    if proven is not None and standing.state in (Chain.EXPIRED, Chain.REVOKED):
        standing = await judge(certificates.signer_cert, trust, known, moment=proven, timestamping=True, proven=True)
    if standing.state in (Chain.GOOD, Chain.REVOCATION_UNKNOWN):
        return Stamp(info["gen_time"].native)
    return Stamp(code="timestampUntrusted")
