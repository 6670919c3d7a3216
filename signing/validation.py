"""Is this document what its signers signed? Answers in five words (DESIGN 6, DigiDoc4's habit).

A file is valid only if its bytes, its later revisions, its certificates **and** its looks agree: pyHanko alone accepts
some forgeries. Whatever cannot be judged is "unknown" with the report, never an exception. Judge files from outside
with ``in_subprocess``. Knows every reading part of ``signing``.
"""

from __future__ import annotations

import asyncio
import time
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import signing.whole_pyhanko  # noqa: F401 - first

import pypdfium2
from asn1crypto import x509
from pyhanko.pdf_utils import misc
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from . import (
    active,
    changes,
    covered,
    described,
    documents,
    doubled,
    evidence,
    filled,
    holders,
    integrity,
    levels,
    looks,
    strength,
    times,
)
from .chains import Chain, ChainStanding, Evidence, judge, offers_revocation
from .integrity import Found, Integrity
from .judging import in_subprocess
from .names import LEADER_FIELD, NOTE_FIELD, OPEN_FIELDS, SEAL_FIELD
from .page_text import Rect
from .problems import SigningProblem
from .reasons import Reason
from .report import technical_report
from .revocation import Revocation
from .services import Services
from .standing import MAY_SIGN
from .trust import Trust, digest_of
from .verdict import UNKNOWN, UNSIGNED, SignatureReport, Verdict, word_for

_ROLES = {LEADER_FIELD: "leader", SEAL_FIELD: "agency", NOTE_FIELD: "note"}
COMPARING = 40.0  # seconds for drawing pages before the looks are given up


@dataclass
class _Judged:
    """One signature on its way to a report."""

    found: Found
    integrity: Integrity | None = None
    reasons: list[Reason] = field(default_factory=list)
    trusted_time: datetime | None = None
    meant: frozenset[str] = frozenset()
    level: str = ""

    @property
    def signature(self) -> EmbeddedPdfSignature:
        """The signature, where it is readable."""
        assert self.found.signature is not None
        return self.found.signature


def validate(pdf: bytes, trust: Trust, *, at: datetime | None = None, comparing: float = COMPARING) -> Verdict:
    """Judges a file.

    Args:
        pdf: the file.
        trust: the office's roots; ``trust.online`` says whether revocation may be asked.
        at: the moment to judge at, now when None.
        comparing: seconds that the comparison of pages may take; 0 compares none, and says nothing of it.
    """
    try:
        return asyncio.run(_validate(pdf, trust, at, time.monotonic() + comparing if comparing else None))
    except SigningProblem as problem:
        return Verdict(UNKNOWN, reasons=(Reason(problem.code),), report=traceback.format_exc())
    except Exception as error:  # noqa: BLE001 - a hostile file may break anything; it is then unknown, with the report
        reason = Reason("notJudged", {"detail": type(error).__name__})
        return Verdict(UNKNOWN, reasons=(reason,), report=traceback.format_exc())


async def _validate(pdf: bytes, trust: Trust, at: datetime | None, until: float | None) -> Verdict:
    if trust.online and trust.revocation is None:
        # Each certificate is asked about once for the whole file, and a dead service waited for once.
        trust = replace(trust, revocation=Revocation(Services(reach=trust.reach)))
    trust = replace(trust, judged={})
    reader = documents.reader(pdf)
    judged = [_Judged(one) for one in integrity.signatures(reader)]
    if not any(not one.found.is_timestamp for one in judged):
        traces = b"/ByteRange" in pdf if not judged else bool(changes.removed_signatures(reader))
        code = "signatureRemoved" if traces else "noSignature"
        return Verdict(UNSIGNED, reasons=(Reason(code),), report=technical_report(pdf, reader, (), ()))
    for one in judged:
        _check_bytes(one)
    damage: list[Reason] = []
    shown: dict[str, list[changes.Widget]] = {}
    with _told(damage):
        stored = evidence.stored(reader)
        await _check_times(judged, trust, stored)
        for one in judged:
            if one.integrity is not None and not one.found.is_timestamp:
                await _check_certificate(one, trust, stored, at)
        await _check_levels(reader, judged, trust)
    with _told(damage):
        shown = changes.widgets(reader)
        _check_later(reader, judged, shown)
        if until is not None:
            _check_looks(pdf, reader, judged, shown, until)
    with _told(damage):
        damage += _file_reasons(pdf, reader, judged)
    reasons = tuple(one for i, one in enumerate(damage) if one not in damage[:i])
    reports = tuple(_report(one, judged, shown) for one in judged)
    word = word_for(reasons)
    word = word_for((one for report in reports for one in report.reasons), word)
    return Verdict(word, reports, reasons, technical_report(pdf, reader, reports, reasons))


@contextmanager
def _told(reasons: list[Reason]) -> Iterator[None]:
    """A part of the file that cannot be read is told; what was found out before, and is worse, is not lost over it."""
    try:
        yield
    except documents.READ_ERRORS as error:
        detail = type(error).__name__
        known = isinstance(error, misc.PdfError)
        reasons.append(Reason("pdfUnreadable") if known else Reason("notJudged", {"detail": detail}))


# -- the bytes ---------------------------------------------------------------------------------------------------


def _check_bytes(one: _Judged) -> None:
    if one.found.signature is None:
        one.reasons.append(Reason("signatureUnreadable", {"detail": one.found.problem[:200]}))
        return
    try:
        found = integrity.check(one.found.signature)
    except SignatureValidationError as error:
        # Its certificate is there, but it is another than the signed attributes name.
        held = strength.holds_signer(one.found.signature)
        reason = Reason("signatureBroken") if held else Reason("signatureUnreadable", {"detail": str(error)[:200]})
        one.reasons.append(reason)
        return
    except Exception as error:  # noqa: BLE001 - malformed in some new way: unknown, and told
        one.reasons.append(Reason("signatureUnreadable", {"detail": f"{type(error).__name__}: {error}"[:200]}))
        return
    one.integrity = found
    if found.coverage == "part":
        one.reasons.append(Reason("coversPart"))
        if not strength.has_certificate(one.found.signature):
            one.integrity = None
            return
        if found.changed == "content" and not found.intact:
            return
    if not found.intact:
        one.reasons.append(Reason("contentChanged"))
    elif not found.authentic:
        one.reasons.append(Reason("signatureBroken"))
    if found.coverage != "part" and found.changed == "content":
        one.reasons.append(Reason("changedAfterSigning"))
    _check_form(one)


def _check_form(one: _Judged) -> None:
    """What the signature is made with, and what its container holds beside it."""
    weak = strength.weakness(one.signature)
    if weak:
        one.reasons.append(Reason("weakAlgorithm", {"name": weak}))
    if one.found.subfilter == "/ETSI.CAdES.detached" and not strength.names_certificate(one.signature):
        one.reasons.append(Reason("signingCertificateUnnamed"))
    if covered.padding(one.signature):
        one.reasons.append(Reason("unsignedPadding"))


def _file_reasons(pdf: bytes, reader: PdfFileReader, judged: list[_Judged]) -> list[Reason]:
    """What is signed must be all there is: nothing may stand behind it that no table answers for."""
    ends = [covered.end_of(one.signature) for one in judged if one.integrity and one.integrity.coverage != "part"]
    reasons: list[Reason] = []
    if covered.unlisted(pdf, reader, max(ends, default=0)) if ends else not covered.ends_well(pdf, reader):
        reasons.append(Reason("trailingBytes"))
    if ends and doubled.entries(pdf, reader, min(ends)):
        reasons.append(Reason("changedAfterSigning"))
    if changes.removed_signatures(reader):
        reasons.append(Reason("signatureRemoved"))
    moving = active.kinds(reader, documents.pages(reader))
    if moving:
        reasons.append(Reason("activeContent", {"kinds": ", ".join(moving)}))
    return reasons


# -- time and certificates ---------------------------------------------------------------------------------------


async def _check_times(judged: list[_Judged], trust: Trust, stored: Evidence) -> None:
    """Trusted times: each signature's own timestamp, else the first document timestamp over it.

    From the newest inwards: each timestamp over another proves when that was there, whatever became of its service.
    """
    over: list[tuple[int, datetime]] = []
    readable = [one for one in judged if one.integrity is not None]
    for one in sorted(readable, key=lambda one: one.signature.signed_revision, reverse=True):
        assert one.integrity is not None
        proven = min((at for revision, at in over if revision > one.signature.signed_revision), default=None)
        stamp = await times.read(one.signature, trust, stored, document=one.found.is_timestamp, proven=proven)
        if stamp.code:
            one.reasons.append(Reason(stamp.code))
        if stamp.at is None:
            continue
        one.trusted_time = stamp.at
        if one.found.is_timestamp and one.integrity.intact and one.integrity.authentic:
            over.append((one.signature.signed_revision, stamp.at))
    for one in judged:
        if one.integrity is not None and one.trusted_time is None and not one.found.is_timestamp:
            later = [at for revision, at in over if revision > one.signature.signed_revision]
            one.trusted_time = min(later, default=None)


async def _check_certificate(one: _Judged, trust: Trust, stored: Evidence, at: datetime | None) -> None:
    certificate: x509.Certificate = one.signature.signer_cert
    usage = certificate.key_usage_value
    unfit = usage is not None and not MAY_SIGN & set(usage.native)
    if unfit or strength.for_machines_alone(certificate):
        one.reasons.append(Reason("certificateUnfit"))
    if one.found.name == SEAL_FIELD and not holders.is_organ(certificate):
        one.reasons.append(Reason("sealNotOrgan", {"name": _text(certificate.subject.native.get("common_name", ""))}))
    known = Evidence(
        (*stored.certificates, *strength.readable(one.signature.other_embedded_certs)), stored.ocsps, stored.crls
    )
    trusted = one.trusted_time is not None
    found = await judge(certificate, trust, known, moment=one.trusted_time or at, proven=trusted)
    reason = _chain_reason(found, trusted=trusted)
    if found.state is Chain.EXPIRED and not trusted:
        reason = await _expired_now(one, trust, known, certificate)
    if found.as_of is not None:
        code = "revocationOld" if found.outdated else "revocationAsOf"
        one.reasons.append(Reason(code, {"time": found.as_of.isoformat()}))
    if reason is not None:
        one.reasons.append(reason)
    elif not offers_revocation(certificate):
        one.reasons.append(Reason("revocationNotOffered"))


def _chain_reason(found: ChainStanding, *, trusted: bool) -> Reason | None:
    day = found.date.date().isoformat() if found.date else ""
    codes = {
        Chain.REVOKED: "certificateRevoked",
        Chain.EXPIRED: "certificateExpired" if trusted else "expiredNoTrustedTime",
        Chain.NOT_YET_VALID: "certificateNotYetValid",
        Chain.UNKNOWN_ISSUER: "issuerUnknown",
        Chain.REVOCATION_UNKNOWN: "revocationUnknown",
        Chain.WEAK: "weakAlgorithm",
        Chain.BAD: "issuerBad",
    }
    code = codes.get(found.state)
    if code is None:
        return None
    if code == "weakAlgorithm":
        return Reason(code, {"name": found.detail[:80]})
    return Reason(code, {"date": day} if day else {})


async def _expired_now(one: _Judged, trust: Trust, known: Evidence, certificate: x509.Certificate) -> Reason:
    """Expired by now and no trusted time: good then, if the claimed time is to be believed, or expired already?"""
    claimed = _aware(one.signature.self_reported_timestamp)
    day = certificate.not_valid_after.date().isoformat()
    if claimed is None:
        return Reason("expiredNoTrustedTime", {"date": day})
    then = await judge(certificate, trust, known, moment=claimed)
    if then.state is Chain.EXPIRED:
        return Reason("certificateExpired", {"date": day})
    if then.state in (Chain.GOOD, Chain.REVOCATION_UNKNOWN):
        return Reason("expiredNoTrustedTime", {"date": day})
    return _chain_reason(then, trusted=False) or Reason("expiredNoTrustedTime", {"date": day})


# -- what came later ---------------------------------------------------------------------------------------------


def _check_later(reader: PdfFileReader, judged: list[_Judged], shown: dict[str, list[changes.Widget]]) -> None:
    names = {one.found.name for one in judged}
    for i, one in enumerate(judged):
        if one.integrity is None or one.found.is_timestamp:
            continue
        later = [(x.found, x.integrity) for x in judged[i + 1 :] if x.integrity is not None]
        one.meant = changes.meant_fields(reader, one.signature, later, shown)
        others = one.integrity.fields - names - one.meant
        if one.integrity.changed == "form" and others:
            one.reasons.append(Reason("formFilledAfterSigning", {"fields": ", ".join(sorted(others))[:200]}))
        if one.integrity.coverage == "revision" and one.integrity.changed != "content":
            last = reader.total_revisions - 1
            plain = frozenset(x for x in others & {*OPEN_FIELDS} if changes.drawn_as_written(reader, last, x))
            if described.changed_since(reader, one.signature.signed_revision):
                one.reasons.append(Reason("descriptionChangedAfterSigning"))
            one.reasons += filled.reasons(reader, one.signature.signed_revision, others, plain)
        if i and changes.too_large(one.found.name, shown):
            one.reasons.append(Reason("signatureCoversPage"))


def _check_looks(
    pdf: bytes,
    reader: PdfFileReader,
    judged: list[_Judged],
    shown: dict[str, list[changes.Widget]],
    until: float,
) -> None:
    """Each signed revision must look as the file does now, but for later signatures and fields meant to be filled."""
    earlier: list[tuple[_Judged, looks.Revision]] = []
    for i, one in enumerate(judged):
        if one.integrity is None or one.integrity.coverage != "revision" or one.integrity.changed == "content":
            continue
        revision = one.signature.signed_revision
        # A time-stamp has nothing to show: no room is left free for one.
        signers = {
            x.found.name
            for x in judged[i + 1 :]
            if x.integrity and not x.found.is_timestamp and x.signature.signed_revision > revision
        }
        free = signers | one.meant
        if any(reason.code == "formFilledAfterSigning" for reason in one.reasons):
            # A signature field that nobody signed is no form that was filled: its picture is the page's.
            free |= one.integrity.fields - filled.signature_fields(reader)
        there = _places((x.found.name for x in judged[: i + 1]), shown)
        end = covered.end_of(one.signature)
        earlier.append((one, looks.Revision(end, _places(free, shown), _places(signers, shown), there)))
    outcomes = looks.differing_pages(pdf, [revision for _, revision in earlier], until=until) if earlier else ()
    for (one, _), outcome in zip(earlier, outcomes, strict=True):
        if isinstance(outcome, looks.TookTooLong):
            one.reasons.append(Reason("looksNotCompared"))
        elif isinstance(outcome, pypdfium2.PdfiumError):
            one.reasons.append(Reason("looksNotCompared", {"detail": str(outcome)[:80]}))
        elif isinstance(outcome, looks.WordsHidden):
            one.reasons.append(Reason("signatureHidesText", {"page": outcome.page + 1}))
        elif outcome is not None:
            one.reasons.append(Reason("looksChanged", {"page": outcome + 1}))


def _places(names: Iterable[str], shown: dict[str, list[changes.Widget]]) -> dict[int, list[Rect]]:
    """Per page, where these fields show."""
    found: dict[int, list[Rect]] = {}
    for name in names:
        for widget in shown.get(name, []):
            found.setdefault(widget.page, []).append(widget.rect)
    return found


# -- the answer --------------------------------------------------------------------------------------------------


def _report(one: _Judged, judged: list[_Judged], shown: dict[str, list[changes.Widget]]) -> SignatureReport:
    reasons = tuple(one.reasons)
    places = shown.get(one.found.name, [])
    page = next((x.page for x in places if x.part_of_page > 0), None)
    if one.found.signature is None or one.integrity is None:
        return SignatureReport(
            one.found.name, "", "", "", _role(one.found, organ=False), None, None, "", "part", "content", page,
            word_for(reasons), reasons,
        )  # fmt: skip
    certificate: x509.Certificate = one.signature.signer_cert
    subject = certificate.subject.native
    claimed = _aware(one.signature.self_reported_timestamp) if not one.found.is_timestamp else None
    return SignatureReport(
        field=one.found.name,
        signer=_text(subject.get("common_name", "")),
        organization=_text(subject.get("organization_name", "")),
        certificate=digest_of(certificate.dump()),
        role_hint=_role(one.found, organ=holders.is_organ(certificate)),
        claimed_time=claimed.isoformat() if claimed else None,
        trusted_time=one.trusted_time.isoformat() if one.trusted_time else None,
        level=one.level,
        coverage=one.integrity.coverage,
        changed=one.integrity.changed if not _only_meant(one, judged) else "no",
        page=page,
        verdict=word_for(reasons),
        reasons=reasons,
        revision=one.signature.signed_revision + 1,
        revision_end=covered.end_of(one.signature) if one.integrity.coverage != "part" else 0,
    )


def _only_meant(one: _Judged, judged: list[_Judged]) -> bool:
    """Later signatures, evidence and the fields meant to be filled are no change to a document."""
    assert one.integrity is not None
    names = {x.found.name for x in judged}
    return one.integrity.changed != "content" and not (one.integrity.fields - names - one.meant)


def _role(found: Found, *, organ: bool) -> str:
    """By the field's name, but nobody is the agency by that alone."""
    hint = "timestamp" if found.is_timestamp else _ROLES.get(found.name, "other")
    return "other" if hint == "agency" and not organ else hint


async def _check_levels(reader: PdfFileReader, judged: list[_Judged], trust: Trust) -> None:
    stamps = [
        levels.Stamped(one.found, one.signature.signed_revision, one.trusted_time)
        for one in judged
        if one.found.is_timestamp and one.integrity is not None and one.trusted_time is not None
        and one.integrity.intact and one.integrity.authentic
    ]  # fmt: skip
    measure = levels.Measure(reader, trust, stamps)
    for one in judged:
        if one.found.is_timestamp:
            one.level = "timestamp"
        elif one.found.subfilter != "/ETSI.CAdES.detached":
            one.level = "CMS"
        else:
            one.level = await measure.of(one.found, one.trusted_time)


def _text(value: object) -> str:
    return ", ".join(str(x) for x in value) if isinstance(value, list) else str(value)


def _aware(value: datetime | None) -> datetime | None:
    if value is None or value.tzinfo is not None:
        return value
    return value.replace(tzinfo=UTC)


__all__ = ["Verdict", "in_subprocess", "validate"]
