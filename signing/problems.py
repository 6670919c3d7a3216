"""One typed error per cause, each with the code that the sentences are kept under.

Raised by everything in ``signing``; knows nothing of it. No error carries a PIN, a key or the name of a document.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar


class SigningProblem(Exception):
    """Something that keeps a signature from being made or read.

    Attributes:
        code: the reason code, a key of ``signing.sentences.SENTENCES``.
        args_map: values for the sentence's named places.
    """

    code: ClassVar[str] = "signingFailed"

    def __init__(self, detail: str = "", **args: str | int) -> None:
        super().__init__(detail or self.code)
        self.detail = detail
        self.args_map: Mapping[str, str | int] = args


class ModuleNotLoaded(SigningProblem):
    """The file is no PKCS#11 module for this machine, or it refused to start."""

    code = "moduleNotLoaded"


class ModuleCrashed(SigningProblem):
    """The vendor's module ended its process."""

    code = "moduleCrashed"


class ModuleHung(SigningProblem):
    """The vendor's module did not answer in time; its process was ended."""

    code = "moduleHung"


class ModuleAbsurd(SigningProblem):
    """The vendor's module answers what no module may: counts and sizes that cannot be."""

    code = "moduleAbsurd"


class ModuleWrongSize(SigningProblem):
    """The file is a driver of another word size: a 32-bit one cannot be loaded by a 64-bit program."""

    code = "moduleWrongSize"


class TokenMissing(SigningProblem):
    """No token, or not the one with this serial number and certificate."""

    code = "tokenMissing"


class TokenRemoved(SigningProblem):
    """The token was pulled out while it was in use."""

    code = "tokenRemoved"


class TokenFailed(SigningProblem):
    """The token answered with an error that has no better name; ``detail`` holds the PKCS#11 class."""

    code = "tokenFailed"


class TokenBusy(SigningProblem):
    """Another program holds the token, or it has no room for one more session."""

    code = "tokenBusy"


class KeyMissing(SigningProblem):
    """The certificate is on the token, its private key is not."""

    code = "keyMissing"


class SignatureMismatch(SigningProblem):
    """What the token gave back is no signature by the key of the certificate."""

    code = "signatureMismatch"


class MechanismMissing(SigningProblem):
    """The token cannot sign with the algorithm that the settings ask for."""

    code = "mechanismMissing"


class PinNeeded(SigningProblem):
    """Not logged in, or the token asks for the PIN at each signature (CKA_ALWAYS_AUTHENTICATE)."""

    code = "pinNeeded"


class PinWrong(SigningProblem):
    """The PIN was refused. Never tried again by the program."""

    code = "pinWrong"


class PinLocked(SigningProblem):
    """Too many wrong tries: only the issuer can unlock the token."""

    code = "pinLocked"


class PinExpired(SigningProblem):
    """The PIN must be changed before it is used again."""

    code = "pinExpired"


class PinNotSet(SigningProblem):
    """The token has no PIN yet."""

    code = "pinNotSet"


class PinUnfit(SigningProblem):
    """The token refuses the new PIN: its length (``least`` to ``most``, 0 unknown) or its letters."""

    code = "pinUnfit"


class PinChangeRefused(SigningProblem):
    """The token does not let its PIN be changed here."""

    code = "pinChangeRefused"


class PinCancelled(SigningProblem):
    """The person closed the PIN prompt."""

    code = "pinCancelled"


class CertificateExpired(SigningProblem):
    """The certificate's period is over."""

    code = "certificateExpired"


class CertificateNotYetValid(SigningProblem):
    """The certificate's period has not begun (or this machine's clock is behind)."""

    code = "certificateNotYetValid"


class CertificateRevoked(SigningProblem):
    """The issuer has revoked the certificate."""

    code = "certificateRevoked"


class CertificateNotYours(SigningProblem):
    """The certificate is not among those of the person signed in (DOMAIN.md 12)."""

    code = "certificateNotYours"


class CertificateUnfit(SigningProblem):
    """Its key usage does not allow signing, or the key is too short (Circular 15/2025: RSA 2048, EC 256)."""

    code = "certificateUnfit"


class CertificateChainBroken(SigningProblem):
    """The chain to the office's root does not hold: a forged or expired issuer, or one that may not issue this."""

    code = "certificateChainBroken"


class KeyFileUnreadable(SigningProblem):
    """The PKCS#12 file cannot be opened: damaged, or the passphrase is wrong."""

    code = "keyFileUnreadable"


class FileProblem(SigningProblem):
    """A problem of one file alone: the others of a batch are signed. All other problems are of token or person."""

    code = "fileProblem"


class PdfUnreadable(FileProblem):
    """Not a PDF, or damaged beyond reading."""

    code = "pdfUnreadable"


class PdfEncrypted(FileProblem):
    """The PDF needs a password."""

    code = "pdfEncrypted"


class PdfRestricted(PdfEncrypted):
    """The PDF opens without a password, and is encrypted all the same: its owner restricts changes or printing."""

    code = "pdfRestricted"


class NotPdf(FileProblem):
    """Some other kind of file, whatever its name says."""

    code = "notPdf"


class PdfNoPages(FileProblem):
    """There is nothing in it to sign."""

    code = "pdfNoPages"


class PdfTooBig(FileProblem):
    """More bytes than are signed in the memory of an office machine; ``args_map["limit"]`` in MB."""

    code = "pdfTooBig"


class PdfTooLong(FileProblem):
    """More pages than can be looked through; ``args_map["limit"]``."""

    code = "pdfTooLong"


class PdfForm(FileProblem):
    """An XFA form: what it shows is made by the reader that opens it, and is not what is signed."""

    code = "pdfForm"


class PdfActive(FileProblem):
    """Scripts, or commands that start programs: what they do is not what is signed."""

    code = "pdfActive"


class PdfCertified(FileProblem):
    """An earlier signature allows no further change: the file is already sealed."""

    code = "pdfCertified"


class NumberDiffers(FileProblem):
    """The number or the date that is printed on the page is not the document's; ``printed`` and ``given`` say which."""

    code = "numberDiffers"


class FieldsMissing(FileProblem):
    """The file has no open number and date fields to fill."""

    code = "fieldsMissing"


class NotApproved(FileProblem):
    """The agency signs only what a leader has signed (Decree 30/2020, art. 32)."""

    code = "notApproved"


class ApprovedByAnother(FileProblem):
    """Somebody has signed, and not who had to approve; ``args_map["name"]`` is on the certificate that is there."""

    code = "approvedByAnother"


class ApprovalRevoked(FileProblem):
    """The certificate that the leader signed with has been revoked; ``name`` and ``date``."""

    code = "approvalRevoked"


class ApprovalInvalid(FileProblem):
    """The leader's signature is known bad for another reason than revocation; ``name``."""

    code = "approvalInvalid"


class PlaceOutside(FileProblem):
    """The place chosen for the appearance is not on the page."""

    code = "placeOutside"


class TimestampUnavailable(SigningProblem):
    """The time-stamping service did not answer. Only ever a warning: the signature stands without it."""

    code = "timestampUnavailable"
