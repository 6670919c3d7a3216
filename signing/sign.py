"""Putting PAdES signatures on a document: the leader's approval, then the agency's seal (DOMAIN.md 3 and 4).

The leader's signature leaves open only the number and date fields and the agency's own; the agency's fills them in
the same revision that it signs, and locks the file. A time-stamping service that is slow or down costs a level, never
the signature. Knows every part of ``signing`` that writes; waits for tokens and the network, so it belongs on a lane.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import signing.whole_pyhanko  # noqa: F401 - first

import structlog
from asn1crypto import x509
from pyhanko.pdf_utils import generic, misc
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError

from . import approval, documents, fields, levels, signature_values
from .appearance import INVISIBLE, Appearance, widget_for
from .evidence import Keeper
from .names import LEADER_FIELD, NOTE_FIELD, PERSON_FIELD, SEAL_FIELD
from .problems import (
    CertificateNotYours,
    PdfCertified,
    PdfUnreadable,
    SigningProblem,
    TimestampUnavailable,
)
from .reasons import Reason
from .revocation import Revocation
from .signer import DIGEST, KeySigner, SigningKey, digest_of
from .standing import check_certificate, check_period
from .timestamps import TimestampService
from .trust import Trust

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Options:
    """How to sign.

    Attributes:
        allowed: SHA-256 digests of the certificates that the person signed in may use; None checks nothing (tools).
        trust: the office's roots, for the check before signing and for the evidence of B-LT; None skips both.
        timestamps: the time-stamping service; None signs B-B.
        keep_evidence: add revocation answers after the signature (B-LT) when they are to be had.
        archive: then a document time-stamp over all (B-LTA), where no other signature is to follow.
        keeper: what adds them, one for a batch; one for each file when None.
        revocation: the answers known so far, and the way to ask; asked anew when None.
        prefer_pss: RSASSA-PSS instead of PKCS#1 v1.5 (Circular 15/2025 against what official tools still write).
        digest: SHA-256, or a longer one of its family.
        reason: kept in the signature dictionary.
        location: kept in the signature dictionary.
        clock: the time that the check before signing goes by.
        standing: what an earlier check of the same certificate said, within one batch (``for_batch``).
        signer: made once for a batch (``for_batch``); made for each file when None.
    """

    allowed: frozenset[str] | None = None
    trust: Trust | None = None
    timestamps: TimestampService | None = None
    keep_evidence: bool = False
    archive: bool = False
    keeper: Keeper | None = None
    revocation: Revocation | None = None
    prefer_pss: bool = False
    digest: str = DIGEST
    reason: str | None = None
    location: str | None = None
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    standing: tuple[Reason, ...] | None = None
    signer: KeySigner | None = None

    @property
    def wanted(self) -> str:
        """The level that is striven for."""
        if self.timestamps is None:
            return "B-B"
        if not self.keep_evidence:
            return "B-T"
        return "B-LTA" if self.archive else "B-LT"

    def for_batch(self, key: SigningKey) -> Options:
        """The same with everything done that is the same for each file of a batch: the certificate's standing asked
        (each answer from the network may take seconds) and the signer made. Waits.

        Raises:
            CertificateNotYours, CertificateExpired, CertificateRevoked and kin: the certificate may not sign.
        """
        return replace(self, standing=_admit(key, self), signer=_signer(key, self))


@dataclass(frozen=True)
class Signed:
    """A signed file and what it fell short of.

    Attributes:
        pdf: the file.
        level: "B-B", "B-T", "B-LT" or "B-LTA".
        warnings: what the signer should know (timestamp missing, revocation unknown).
        certificate: SHA-256 digest of the signer's certificate.
        field: name of the signature field.
        at: this machine's time of signing, UTC.
        until: the day until which the document time-stamp of B-LTA proves anything.
    """

    pdf: bytes
    level: str
    warnings: tuple[Reason, ...]
    certificate: str
    field: str
    at: datetime
    until: date | None = None


@dataclass(frozen=True)
class _Lock:
    """What a signature leaves open."""

    spec: FieldMDPSpec | None  # None where all may be signed and filled in later
    permissions: MDPPerm | None  # None where later signatures need fields of their own


@dataclass(frozen=True)
class _Job:
    writer: IncrementalPdfFileWriter
    field: str
    appearance: Appearance
    lock: _Lock
    standing: tuple[Reason, ...]


def approve(pdf: bytes, key: SigningKey, appearance: Appearance = INVISIBLE, options: Options | None = None) -> Signed:
    """The leader signs (ký duyệt). Empty number and date fields stay open for the clerk.

    Args:
        pdf: the draft; ``fields.add_number_and_date`` first, unless its number was reserved and stands on the page.
        key: the leader's.
        appearance: the handwriting and its place.
        options: see ``Options``.

    Raises:
        PdfUnreadable, PdfEncrypted, PdfCertified: the file cannot be signed.
        CertificateNotYours, CertificateExpired, CertificateRevoked and kin: the certificate may not sign.
        TokenRemoved, PinWrong and kin: the key did not sign.
    """
    chosen = options or Options()
    standing = _admit(key, chosen)
    writer = documents.plain_writer(pdf)
    _require_room(writer, LEADER_FIELD)
    lock = _Lock(
        FieldMDPSpec(FieldMDPAction.EXCLUDE, [*_open_fields(writer), SEAL_FIELD]),
        None,
    )
    return _sign(_Job(writer, LEADER_FIELD, appearance, lock, standing), key, chosen)


def seal(
    pdf: bytes,
    key: SigningKey,
    appearance: Appearance = INVISIBLE,
    number_text: str | None = None,
    date_text: date | str | None = None,
    options: Options | None = None,
    approver: approval.Approver = approval.ANYBODY,
) -> Signed:
    """The clerk puts the agency's signature (ký số cơ quan): fills open fields, signs, and locks the file.

    Args:
        pdf: the file that the leader signed.
        key: the agency's.
        appearance: the stamp and its place.
        number_text: the notation ("118-TB/TU"); needed when the fields are open.
        date_text: the document's date, a date or "YYYY-MM-DD"; needed when the fields are open.
        options: see ``Options``.
        approver: whose signature must stand on it.

    Raises:
        NotApproved: no leader has signed, or what the leader signed was changed (Decree 30/2020, art. 32).
        ApprovedByAnother, ApprovalRevoked, ApprovalInvalid: the signature that is there is not the approver's, or bad.
        FieldsMissing: the fields are open and number or date is missing, or the other way round.
        and what ``approve`` raises.
    """
    chosen = options or Options()
    standing = _admit(key, chosen)
    writer = documents.writer(pdf)
    _require_room(writer, SEAL_FIELD)
    doubts = approval.check(pdf, approver, _asking(chosen), seal_field=SEAL_FIELD)
    standing += tuple(one for one in doubts if one not in standing)
    if fields.are_open(writer):
        if number_text is None or date_text is None:
            raise fields.FieldsMissing("number and date are to be filled")
        day = date.fromisoformat(date_text) if isinstance(date_text, str) else date_text
        fields.fill_in(writer, pdf, number_text, day)
    lock = _Lock(FieldMDPSpec(FieldMDPAction.ALL), MDPPerm.NO_CHANGES)
    return _sign(_Job(writer, SEAL_FIELD, appearance, lock, standing), key, chosen)


def sign_note(pdf: bytes, key: SigningKey, appearance: Appearance, options: Options | None = None) -> Signed:
    """The agency signs an attachment in its own file, or a copy (ký phụ lục, ký sao): text at the top right, locked.

    Raises:
        as ``approve``.
    """
    chosen = options or Options()
    standing = _admit(key, chosen)
    writer = documents.plain_writer(pdf)
    _require_room(writer, NOTE_FIELD)
    lock = _Lock(FieldMDPSpec(FieldMDPAction.ALL), MDPPerm.NO_CHANGES)
    return _sign(_Job(writer, NOTE_FIELD, appearance, lock, standing), key, chosen)


def sign_person(pdf: bytes, key: SigningKey, appearance: Appearance, options: Options | None = None) -> Signed:
    """A person's own signature on a file from elsewhere, beside those that stand on it; others may follow.

    Raises:
        as ``approve``.
    """
    chosen = options or Options()
    standing = _admit(key, chosen)
    writer = documents.plain_writer(pdf)
    name = _free_name(writer)
    _require_room(writer, name)
    return _sign(_Job(writer, name, appearance, _Lock(None, None), standing), key, chosen)


def check_room(pdf: bytes) -> None:
    """Whether another signature may be put on the file, seen before anybody is asked for a PIN.

    Raises:
        PdfCertified, PdfUnreadable, PdfEncrypted
    """
    writer = documents.writer(pdf)
    _require_room(writer, _free_name(writer))


def _free_name(writer: IncrementalPdfFileWriter) -> str:
    taken = documents.field_names(writer)
    names = (PERSON_FIELD, *(f"{PERSON_FIELD}{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def add_timestamp(pdf: bytes, timestamps: TimestampService) -> bytes:
    """Adds a document timestamp to the newest revision, for a signature whose timestamp was missed.

    Never after issue: what the recipients hold would differ (DESIGN 6).

    Raises:
        TimestampUnavailable: the service did not answer.
    """
    return asyncio.run(levels.stamp(pdf, timestamps))


# -- the parts ---------------------------------------------------------------------------------------------------

# Hex digits kept for the CMS: a fixed size spares pyHanko a second build of it (41 -> 60 signatures a second).
_HEX_BASE = 8192


def _admit(key: SigningKey, options: Options) -> tuple[Reason, ...]:
    """Refuses a certificate that is another's or known bad; gives what is not known of it."""
    if options.allowed is not None and digest_of(key.certificate) not in options.allowed:
        raise CertificateNotYours
    certificate = x509.Certificate.load(key.certificate)
    now = options.clock()
    if options.standing is not None:
        check_period(certificate, now)
        return options.standing
    issuers = [x509.Certificate.load(one) for one in key.chain]
    return check_certificate(certificate, options.trust, issuers=issuers, now=now, revocation=options.revocation)


def _asking(options: Options) -> Trust | None:
    """The office's roots, with the answers that a batch has had by now."""
    if options.trust is None or options.revocation is None:
        return options.trust
    return replace(options.trust, revocation=options.revocation)


def _require_room(writer: IncrementalPdfFileWriter, wanted: str) -> None:
    """Raises PdfCertified when an earlier signature allows no other, or this one is there already.

    A certified file takes no new field that shows anything, however much its author allows (ISO 32000-2, 12.8.2.2):
    his signature would be broken by ours.
    """
    permissions = documents.entry(writer.root, "/Perms")
    if isinstance(permissions, generic.DictionaryObject) and "/DocMDP" in permissions:
        raise PdfCertified
    needed = (wanted, *_open_fields(writer))
    for signature in signature_values.embedded(writer.prev):
        if signature.docmdp_level is MDPPerm.NO_CHANGES or signature.field_name == wanted:
            raise PdfCertified
        locks = signature.fieldmdp
        if locks is not None and any(locks.is_locked(name) for name in needed):
            raise PdfCertified


def _open_fields(writer: IncrementalPdfFileWriter) -> list[str]:
    found = documents.fields(writer)
    return [
        name
        for name in fields.OPEN_FIELDS
        if name in found and not str(documents.entry(found[name].get_object(), "/V", ""))
    ]


def _sign(job: _Job, key: SigningKey, options: Options) -> Signed:
    signer = _signer(key, options)
    at = options.clock()
    try:
        pdf = asyncio.run(_write(job, signer, options, at))
    except SigningProblem:
        raise
    except SigningError as error:
        if isinstance(error.__cause__, SigningProblem):
            raise error.__cause__ from error
        raise SigningProblem(f"{type(error).__name__}: {error}") from error
    except (misc.PdfReadError, misc.PdfWriteError, KeyError, IndexError) as error:
        raise PdfUnreadable(f"{type(error).__name__}: {error}") from error
    raised = levels.raise_signed(
        pdf,
        options.timestamps is not None and signer.timestamp_problem is None,
        levels.for_act(options.wanted, "seal" if job.field in (SEAL_FIELD, NOTE_FIELD) else "approve"),
        levels.Means(options.timestamps, _keeper(options)),
    )
    pdf, level = raised.pdf, raised.level
    warnings = [*job.standing, *raised.warnings]
    if signer.timestamp_problem is not None:
        warnings.append(Reason(TimestampUnavailable.code))
    certificate = digest_of(key.certificate)
    _log.info("signed", field=job.field, level=level, certificate=certificate[:16], warnings=len(warnings))
    return Signed(pdf, level, tuple(warnings), certificate, job.field, at, raised.until)


def _keeper(options: Options) -> Keeper | None:
    if options.keeper is None and options.trust is not None and options.keep_evidence:
        return Keeper(options.trust, options.revocation)
    return options.keeper


def _signer(key: SigningKey, options: Options) -> KeySigner:
    """One for this file alone: what it hears of its timestamp is its own."""
    if options.signer is not None and options.signer.key is key:
        return options.signer.for_file()
    issuers = options.trust.others if options.trust else ()
    return KeySigner(
        key, prefer_pss=options.prefer_pss, digest=options.digest, issuers=issuers, timestamps=options.timestamps
    )


async def _write(job: _Job, signer: KeySigner, options: Options, at: datetime) -> bytes:
    widget = widget_for(job.appearance, job.writer)
    spec = SigFieldSpec(
        job.field,
        on_page=job.appearance.place.page if job.appearance.place else 0,
        box=widget.box if widget else None,  # type: ignore[arg-type]  # floats are what PDF has, pyHanko says int
        field_mdp_spec=job.lock.spec,
        doc_mdp_update_value=job.lock.permissions,
    )
    metadata = PdfSignatureMetadata(
        field_name=job.field,
        md_algorithm=options.digest,
        subfilter=SigSeedSubFilter.PADES,
        reason=options.reason,
        location=options.location,
        docmdp_permissions=job.lock.permissions or MDPPerm.FILL_FORMS,
    )
    pdf_signer = PdfSigner(metadata, signer=signer, stamp_style=widget.style if widget else None, new_field_spec=spec)
    certificates = [signer.key.certificate, *(one.dump() for one in signer.issuers)]
    reserved = _HEX_BASE + 2 * sum(map(len, certificates))
    if signer.timestamps is not None:
        reserved += levels.HEX_TIMESTAMP
    out = io.BytesIO()
    await pdf_signer.async_sign_pdf(job.writer, bytes_reserved=reserved + reserved % 2, output=out)
    return out.getvalue()


__all__ = [
    "LEADER_FIELD",
    "NOTE_FIELD",
    "SEAL_FIELD",
    "Options",
    "Signed",
    "add_timestamp",
    "approve",
    "check_room",
    "seal",
    "sign_note",
    "sign_person",
]
