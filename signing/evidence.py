"""Revocation answers kept with the file (PAdES B-LT), so that it can be judged where there is no line.

Knows ``chains`` and pyHanko's document security store.
"""

from __future__ import annotations

import asyncio
import io

from asn1crypto import crl, ocsp
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation.dss import DocumentSecurityStore, async_add_validation_info
from pyhanko.sign.validation.errors import NoDSSFoundError, ValidationInfoReadingError
from pyhanko_certvalidator.errors import PathError, ValidationError

from . import documents
from .chains import Evidence, context_for
from .integrity import signatures
from .trust import Trust


def keep(pdf: bytes, trust: Trust) -> tuple[bytes, bool]:
    """Adds the answers for every signature of the file, in a revision that changes nothing else.

    Returns the file and whether all answers were to be had; what was not leaves the file as it was.
    """
    return asyncio.run(_keep(pdf, trust))


async def _keep(pdf: bytes, trust: Trust) -> tuple[bytes, bool]:
    complete = True
    names = [one.name for one in signatures(documents.reader(pdf)) if one.signature and not one.is_timestamp]
    for name in names:
        reader = documents.reader(pdf)
        found = next(one for one in signatures(reader) if one.name == name)
        if found.signature is None:
            continue
        out = io.BytesIO()
        try:
            context = context_for(trust, Evidence(tuple(found.signature.other_embedded_certs)))
            # No VRI: an entry added again is a change that other validators object to.
            await async_add_validation_info(
                found.signature, context, output=out, embed_roots=False, add_vri_entry=False
            )
        except (PathError, ValidationError, SigningError, ValueError):
            complete = False
            continue
        pdf = out.getvalue() or pdf
    return pdf, complete


def stored(reader: PdfFileReader) -> Evidence:
    """What the file keeps; nothing when it keeps none or cannot be read."""
    try:
        store = DocumentSecurityStore.read_dss(reader)
        ocsps = [ocsp.OCSPResponse.load(_data(one)) for one in store.ocsps]
        crls = [crl.CertificateList.load(_data(one)) for one in store.crls]
        return Evidence(tuple(store.load_certs()), tuple(ocsps), tuple(crls))
    except (NoDSSFoundError, ValidationInfoReadingError, *documents.READ_ERRORS):
        return Evidence()


def _data(reference: generic.IndirectObject) -> bytes:
    stream = reference.get_object()
    assert isinstance(stream, generic.StreamObject)
    return stream.data
