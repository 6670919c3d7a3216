"""Files that may not be signed, one for each cause: built from an ordinary draft by pyHanko's own writer."""

from __future__ import annotations

from collections.abc import Callable

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from signing import documents

Dictionary = generic.DictionaryObject


def _dictionary(**entries: object) -> Dictionary:
    return Dictionary({pdf_name(f"/{name}"): value for name, value in entries.items()})


def _changed(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    writer = documents.writer(pdf)
    change(writer)
    return documents.written(writer)


def _in_root(pdf: bytes, name: str, value: generic.PdfObject) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        writer.root[pdf_name(name)] = value
        writer.update_root()

    return _changed(pdf, change)


def script() -> Dictionary:
    """An action that runs JavaScript."""
    return _dictionary(S=pdf_name("/JavaScript"), JS=generic.pdf_string("app.alert(1)"))


def script_on_opening(pdf: bytes) -> bytes:
    """Runs when the file is opened, after a harmless step."""
    step = _dictionary(S=pdf_name("/Named"), N=pdf_name("/FirstPage"), Next=generic.ArrayObject([script()]))
    return _in_root(pdf, "/OpenAction", step)


def named_script(pdf: bytes) -> bytes:
    """In the document's list of scripts."""
    names = generic.ArrayObject([generic.pdf_string("a"), script()])
    return _in_root(pdf, "/Names", _dictionary(JavaScript=_dictionary(Names=names)))


def script_of_the_contents(pdf: bytes) -> bytes:
    """Runs when an entry of the table of contents is chosen, the second below the first."""
    below = _dictionary(Title=generic.pdf_string("2"), Next=_dictionary(Title=generic.pdf_string("3"), A=script()))
    return _in_root(pdf, "/Outlines", _dictionary(First=_dictionary(Title=generic.pdf_string("1"), First=below)))


def contents_without_end(pdf: bytes) -> bytes:
    """A table of contents longer than anybody looks through, one entry behind the other."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        one = writer.add_object(_dictionary(Title=generic.pdf_string("1"), A=script()))
        for _ in range(25_000):
            one = writer.add_object(_dictionary(Title=generic.pdf_string("1"), Next=one))
        writer.root[pdf_name("/Outlines")] = _dictionary(First=one)
        writer.update_root()

    return _changed(pdf, change)


def launch(pdf: bytes) -> bytes:
    """A link on the page that starts a program."""
    action = _dictionary(S=pdf_name("/Launch"), F=generic.pdf_string("calc.exe"))
    box = generic.ArrayObject([generic.NumberObject(n) for n in (10, 10, 50, 50)])
    link = _dictionary(Type=pdf_name("/Annot"), Subtype=pdf_name("/Link"), Rect=box, A=action)

    def change(writer: IncrementalPdfFileWriter) -> None:
        writer.register_annotation(writer.find_page_for_modification(0)[0], writer.add_object(link))

    return _changed(pdf, change)


def scripted_field(pdf: bytes) -> bytes:
    """A form field that calculates."""
    field = _dictionary(FT=pdf_name("/Tx"), T=generic.pdf_string("x"), AA=_dictionary(C=script()))

    def change(writer: IncrementalPdfFileWriter) -> None:
        fields = generic.ArrayObject([writer.add_object(field)])
        writer.root[pdf_name("/AcroForm")] = _dictionary(Fields=fields)
        writer.update_root()

    return _changed(pdf, change)


def xfa(pdf: bytes) -> bytes:
    """An XFA form."""
    form = _dictionary(Fields=generic.ArrayObject(), XFA=generic.StreamObject(stream_data=b"<xdp/>"))

    def change(writer: IncrementalPdfFileWriter) -> None:
        form[pdf_name("/XFA")] = writer.add_object(form.raw_get("/XFA"))
        writer.root[pdf_name("/AcroForm")] = form
        writer.update_root()

    return _changed(pdf, change)


def opening_on_a_page(pdf: bytes) -> bytes:
    """Harmless: the file opens at its first page, and links to the web."""
    step = _dictionary(S=pdf_name("/GoTo"), D=generic.ArrayObject([generic.NumberObject(0), pdf_name("/Fit")]))
    return _in_root(pdf, "/OpenAction", step)


def restricted(pdf: bytes) -> bytes:
    """Opens without a password; only its owner may change it."""
    return encrypted(pdf, "")


def encrypted(pdf: bytes, password: str = "secret") -> bytes:
    """Asks for a password."""
    import io

    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(pdf)))
    writer.encrypt(owner_pass="secret", user_pass=password)  # type: ignore[attr-defined]
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def counted(count: int, kids: bytes = b"[]") -> bytes:
    """A file whose page tree says how many pages there are."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids %s >>" % (count, kids),
    ]
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 3\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


NOT_TO_SIGN: dict[str, Callable[[bytes], bytes]] = {
    "script on opening": script_on_opening,
    "named script": named_script,
    "script of the contents": script_of_the_contents,
    "contents without end": contents_without_end,
    "launch": launch,
    "scripted field": scripted_field,
    "xfa": xfa,
    "encrypted": encrypted,
    "restricted": restricted,
    "no pages": lambda pdf: counted(0),
    "a billion pages": lambda pdf: counted(1_000_000_000),
    "pages within themselves": lambda pdf: counted(2, b"[2 0 R 2 0 R]"),
    "another kind of file": lambda pdf: b"PK\x03\x04" + bytes(4000),
    "empty": lambda pdf: b"",
    "cut short": lambda pdf: pdf[: len(pdf) // 3],
    "noise": lambda pdf: b"%PDF-1.7\n" + bytes(range(256)) * 40,
}
CODES = {
    "script on opening": "pdfActive",
    "named script": "pdfActive",
    "script of the contents": "pdfActive",
    "contents without end": "pdfUnreadable",
    "launch": "pdfActive",
    "scripted field": "pdfActive",
    "xfa": "pdfForm",
    "encrypted": "pdfEncrypted",
    "restricted": "pdfRestricted",
    "no pages": "pdfNoPages",
    "a billion pages": "pdfTooLong",
    "pages within themselves": "pdfUnreadable",
    "another kind of file": "notPdf",
    "empty": "notPdf",
    "cut short": "pdfUnreadable",
    "noise": "pdfUnreadable",
}
