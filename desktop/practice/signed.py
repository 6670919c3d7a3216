"""Papers that were signed before today: a leader's approval and an organ's seal as the program itself makes them.

Knows pyHanko, ``signing`` and the practice authority. The claimed time and the time-stamp are those of the paper's own
day, and the revocation answers of that day are kept in the file (PAdES B-LT), so that it is judged without asking.
"""

from __future__ import annotations

import asyncio
import io
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from asn1crypto import ocsp, tsp
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.validation.dss import DocumentSecurityStore

from desktop.practice.pki import PracticePki
from desktop.practice.pki_certificates import SUB, TSA
from signing import documents, fields
from signing.appearance import Appearance, widget_for
from signing.place import Place, find_name, leader_box, stamp_box
from signing.sign import LEADER_FIELD, SEAL_FIELD
from signing.signer import KeySigner
from signing.timestamps import TimestampService

_RESERVED = 26000
"""Hex digits for one signature with its time-stamp; fixed, so that it is built once."""
_ANSWER_LIFE = timedelta(days=8)


@dataclass(frozen=True)
class Signature:
    """One signature to put on a paper.

    Attributes:
        label: the certificate's label at the practice authority.
        image: the handwriting or the stamp, PNG.
        at: when it was made.
    """

    label: str
    image: bytes
    at: datetime


class PaperSigner:
    """Signs papers with the practice authority's keys; keys and answers are fetched once."""

    def __init__(self, pki: PracticePki) -> None:
        self._pki = pki
        self._keys: dict[str, Any] = {}
        self._answers: dict[tuple[str, date], ocsp.OCSPResponse] = {}
        self._trust = pki.trust()
        self._box: Place | None = None

    def approve(self, pdf: bytes, signer: str, signature: Signature, *, fields_open: bool = False) -> bytes:
        """The leader's signature over the name; with ``fields_open`` number and date are left for the clerk."""
        if fields_open:
            pdf = fields.add_number_and_date(pdf)
        names = find_name(pdf, signer)
        appearance = Appearance(leader_box(pdf, names[0]), signature.image)
        assert appearance.fitted is not None
        assert appearance.place is not None
        self._box = Place(appearance.place.page, appearance.fitted)
        open_fields = [*(fields.OPEN_FIELDS if fields_open else ()), SEAL_FIELD]
        lock = FieldMDPSpec(FieldMDPAction.EXCLUDE, open_fields)
        # No DocMDP here: the seal needs a field of its own (as signing.sign has it).
        return self._sign(documents.plain(pdf), LEADER_FIELD, signature, appearance, (lock, None))

    def seal(self, pdf: bytes, signature: Signature, *, filled: tuple[str, date] | None = None) -> bytes:
        """The organ's seal, a third over the handwriting that was put on the paper last.

        ``filled``: notation and date for the fields that the leader left open.
        """
        assert self._box is not None
        appearance = Appearance(stamp_box(self._box), signature.image)
        lock = FieldMDPSpec(FieldMDPAction.ALL)
        return self._sign(pdf, SEAL_FIELD, signature, appearance, (lock, MDPPerm.NO_CHANGES), filled)

    def keep_evidence(self, pdf: bytes, signatures: tuple[Signature, ...]) -> bytes:
        """Adds the revocation answers for these signatures, as they stood on their day (PAdES B-LT)."""
        labels = dict.fromkeys([SUB, TSA, *(s.label for s in signatures)])
        at = min(s.at for s in signatures)
        answers = [self._answer(label, at) for label in labels]
        out = io.BytesIO(pdf)
        DocumentSecurityStore.add_dss(out, None, certs=[*self._trust.others], ocsps=answers, crls=[], embed_roots=False)
        return out.getvalue()

    # -- parts

    def _sign(
        self,
        pdf: bytes,
        field: str,
        signature: Signature,
        appearance: Appearance,
        lock: tuple[FieldMDPSpec, MDPPerm | None],
        filled: tuple[str, date] | None = None,
    ) -> bytes:
        key = self._key(signature.label)
        writer = documents.writer(pdf)
        widget = widget_for(appearance, writer)
        assert widget is not None
        assert appearance.place is not None
        spec = SigFieldSpec(
            field,
            on_page=appearance.place.page,
            box=widget.box,  # type: ignore[arg-type]  # floats are what PDF has
            field_mdp_spec=lock[0],
            doc_mdp_update_value=lock[1],
        )
        metadata = PdfSignatureMetadata(
            field_name=field,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            docmdp_permissions=lock[1],  # type: ignore[arg-type]  # None is how pyHanko leaves DocMDP out
        )
        timestamps = _PastTimestamps(self._pki, signature.at + timedelta(seconds=2))
        signer = KeySigner(key, issuers=self._trust.others, timestamps=timestamps)
        pdf_signer = _PastSigner(metadata, signer=signer, stamp_style=widget.style, new_field_spec=spec)
        pdf_signer.at = signature.at
        out = io.BytesIO()
        if filled is not None:
            fields.fill_in(writer, pdf, *filled)
        asyncio.run(pdf_signer.async_sign_pdf(writer, bytes_reserved=_RESERVED, output=out))
        if signer.timestamp_problem is not None:
            raise signer.timestamp_problem
        return out.getvalue()

    def _key(self, label: str) -> Any:
        if label not in self._keys:
            self._keys[label] = self._pki.software_key(label)
        return self._keys[label]

    def _answer(self, label: str, at: datetime) -> ocsp.OCSPResponse:
        """One answer a certificate and week, given before the signature and good until after it."""
        monday = at.date() - timedelta(days=at.weekday())
        if (label, monday) not in self._answers:
            given = datetime(monday.year, monday.month, monday.day, tzinfo=UTC) - timedelta(hours=8)
            data = self._pki.revocation_answer(label, given, _ANSWER_LIFE)
            self._answers[label, monday] = ocsp.OCSPResponse.load(data)
        return self._answers[label, monday]


def tampered(pdf: bytes, word: bytes, other: bytes) -> bytes:
    """The file with one word exchanged behind the signature's back: what a clerk must return.

    Raises:
        ValueError: the word is not there, or the other one is not as long.
    """
    if len(word) != len(other) or word not in pdf:
        raise ValueError("no such word")
    return pdf.replace(word, other, 1)


class _PastSigner(PdfSigner):
    """pyHanko's signer whose claimed time is not this machine's."""

    at: datetime

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.at
        return session


class _PastTimestamps(TimestampService):
    """The practice authority's time-stamps, given at a moment of the past."""

    def __init__(self, pki: PracticePki, at: datetime) -> None:
        super().__init__("practice")
        self._stamper = pki.timestamper(at.astimezone(UTC))

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        return self._stamper.request_tsa_response(req)
