"""The answer of a validation: five words, the reasons behind them, and the facts (DESIGN 6).

Plain data that goes between processes as JSON. Knows ``reasons``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from .reasons import Reason

VALID, WARNING, UNKNOWN, INVALID, UNSIGNED = "valid", "warning", "unknown", "invalid", "unsigned"
_ORDER = (VALID, WARNING, UNKNOWN, INVALID)

# What each reason does to the word. Reasons not named here only inform.
WEIGHT: Mapping[str, str] = {
    "contentChanged": INVALID,
    "signatureBroken": INVALID,
    "coversPart": INVALID,
    "changedAfterSigning": INVALID,
    "looksChanged": INVALID,
    "trailingBytes": INVALID,
    "signatureRemoved": INVALID,
    "certificateRevoked": INVALID,
    "certificateExpired": INVALID,
    "certificateNotYetValid": INVALID,
    "certificateUnfit": INVALID,
    "issuerBad": INVALID,
    "timestampBroken": INVALID,
    "signatureUnreadable": UNKNOWN,
    "issuerUnknown": UNKNOWN,
    "revocationUnknown": UNKNOWN,
    "expiredNoTrustedTime": UNKNOWN,
    "weakAlgorithm": UNKNOWN,
    "looksNotCompared": UNKNOWN,
    "pdfUnreadable": UNKNOWN,
    "pdfEncrypted": UNKNOWN,
    "pdfRestricted": UNKNOWN,
    "notJudged": UNKNOWN,
    "tookTooLong": UNKNOWN,
    "fileUnreadable": UNKNOWN,
    "fileTooLarge": UNKNOWN,
    "fileNotRead": UNKNOWN,
    "fieldChangedAfterSigning": UNKNOWN,
    "fieldShowsOther": UNKNOWN,
    "signatureHidesText": UNKNOWN,
    "sealNotOrgan": UNKNOWN,
    "formFilledAfterSigning": WARNING,
    "formChangedAfterSigning": WARNING,
    "descriptionChangedAfterSigning": WARNING,
    "activeContent": WARNING,
    "signingCertificateUnnamed": WARNING,
    "unsignedPadding": WARNING,
    "signatureCoversPage": WARNING,
    "timestampUntrusted": WARNING,
    "revocationOld": WARNING,
}


def word_for(reasons: Iterable[Reason], start: str = VALID) -> str:
    """The worst word among reasons."""
    words = [start, *(WEIGHT.get(reason.code, VALID) for reason in reasons)]
    return max(words, key=_ORDER.index)


@dataclass(frozen=True)
class SignatureReport:
    """One signature.

    Attributes:
        field: name of its form field.
        signer: common name on the certificate.
        organization: organization on the certificate, "" if none.
        certificate: SHA-256 digest of the certificate, hex.
        role_hint: "leader", "agency", "note", "timestamp" or "other", by the field's name; "agency" where the
            certificate is an organ's, too.
        claimed_time: what the signer's machine said, ISO 8601, or None.
        trusted_time: what a trusted time-stamping service said, ISO 8601, or None.
        level: "B-B", "B-T", "B-LT", "B-LTA", "timestamp" or "CMS".
        coverage: "file", "revision" or "part".
        changed: what came after it: "no", "evidence", "form" or "content".
        page: 0-based page of its widget, None when it shows nothing.
        revision: which state of the file it signed, 1 being the first; 0 when unknown.
        revision_end: how many bytes of the file were there when it was made; 0 when it covers less than a state.
        verdict: valid, warning, unknown or invalid.
        reasons: why.
    """

    field: str
    signer: str
    organization: str
    certificate: str
    role_hint: str
    claimed_time: str | None
    trusted_time: str | None
    level: str
    coverage: str
    changed: str
    page: int | None
    verdict: str
    reasons: tuple[Reason, ...] = ()
    revision: int = 0
    revision_end: int = 0


@dataclass(frozen=True)
class Verdict:
    """The answer about a file.

    Attributes:
        verdict: valid, warning, unknown, invalid or unsigned.
        signatures: in the order in which they were made.
        reasons: those of the file itself; each signature has its own.
        report: technical text for whoever has to look closer.
    """

    verdict: str
    signatures: tuple[SignatureReport, ...] = ()
    reasons: tuple[Reason, ...] = ()
    report: str = field(default="", compare=False)

    def all_reasons(self) -> tuple[Reason, ...]:
        """The file's reasons and each signature's, every one once."""
        seen: list[Reason] = []
        for reason in (*self.reasons, *(one for signature in self.signatures for one in signature.reasons)):
            if reason not in seen:
                seen.append(reason)
        return tuple(seen)

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        found = asdict(self)
        found["reasons"] = [one.to_json() for one in self.reasons]
        for plain, report in zip(found["signatures"], self.signatures, strict=True):
            plain["reasons"] = [one.to_json() for one in report.reasons]
        found["signatures"] = list(found["signatures"])
        return found

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Verdict:
        """From what ``to_json`` gave."""
        signatures = tuple(
            SignatureReport(**{**one, "reasons": _reasons(one["reasons"])}) for one in data["signatures"]
        )
        return cls(data["verdict"], signatures, _reasons(data["reasons"]), data["report"])


def _reasons(data: Iterable[Mapping[str, Any]]) -> tuple[Reason, ...]:
    return tuple(Reason(one["code"], dict(one["args"])) for one in data)
