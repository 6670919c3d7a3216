"""Files as other programs write them: object streams, cross-reference streams, hybrids, linearized, tagged.

Knows the attacks' ``raw`` writer and pyHanko's.
"""

from __future__ import annotations

import io

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PdfFileWriter, copy_into_new_writer

from tests.signing.attacks.raw import Objects, document


def packed(objects: Objects) -> bytes:
    """With a cross-reference stream and all plain objects in a packed stream."""
    plain = copy_into_new_writer(PdfFileReader(io.BytesIO(document(objects))))
    writer = PdfFileWriter(stream_xrefs=True)
    for key, value in plain.root.items():
        writer.root[key] = value
    out = io.BytesIO()
    plain.stream_xrefs = True
    plain.write(out)
    return out.getvalue()
