"""Files that change what they show by themselves: scripts, actions, layers, forms within the form, content elsewhere.

Müller et al., Processing Dangerous Paths, NDSS 2021; Mainka et al., Shadow Attacks, NDSS 2021. Signed in this state by
someone who saw one of the views, they are told with a warning; put in later, they are a change.
"""

from __future__ import annotations

from tests.signing.attacks.family import Family
from tests.signing.attacks.incremental import GONE
from tests.signing.attacks.raw import CATALOG, PAGE, append, body_of, document, page_objects, stream, with_entry, words
from tests.signing.attacks.shadow import layered
from tests.signing.attacks.workshop import Workshop, field_picture, text_field

ACTIVE = Family("active")
_SCRIPT = b"<< /S /JavaScript /JS (this.getField\\('SoTien'\\).value='9';) >>"
_JUMP = b"<< /S /GoTo /D (x) /Next "
_CATALOG = {
    "script-on-opening": b"/OpenAction %s" % _SCRIPT,
    "script-behind-a-jump": b"/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next %s >>" % _SCRIPT,
    "script-behind-many-jumps": b"/OpenAction %s %s %s" % (_JUMP * 80, _SCRIPT, b">> " * 80),
    "script-of-the-contents": b"/Outlines << /Count 1 /First << /Title (a) /A %s >> >>" % _SCRIPT,
    "script-on-printing": b"/AA << /WP %s >>" % _SCRIPT,
    "script-of-the-file": b"/Names << /JavaScript << /Names [(a) %s] >> >>" % _SCRIPT,
    "layers-on-opening": b"/OpenAction << /S /SetOCGState /State [/OFF 6 0 R /ON 7 0 R] >>",
    "hiding-on-opening": b"/OpenAction << /S /Hide /T (SoTien) /H true >>",
    "launch-on-opening": b"/OpenAction << /S /Launch /F (a.exe) >>",
    "data-on-opening": b"/OpenAction << /S /ImportData /F (a.fdf) >>",
    "other-file-on-opening": b"/OpenAction << /S /GoToR /F (b.pdf) /D [0 /Fit] >>",
    "file-within-on-opening": b"/OpenAction << /S /GoToE /D [0 /Fit] /T << /R /C /N (a) >> >>",
    "collection": b"/Collection << /Type /Collection /View /H /D (a) >>",
}
_PAGE = {
    "script-of-the-page": b"/AA << /O %s >>" % _SCRIPT,
    "script-of-a-link": b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 300 200] /A %s >>]" % _SCRIPT,
    "other-file-by-the-page": b"/AA << /O << /S /GoToR /F (b.pdf) /D [0 /Fit] >> >>",
    "film": b"/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [20 100 280 150] /RichMediaContent << >> >>]",
    "body": b"/Annots [<< /Type /Annot /Subtype /3D /Rect [20 100 280 150] /3DA << /A /PO >> >>]",
    "script-of-a-note": b"/Annots [<< /Type /Annot /Subtype /Screen /Rect [0 0 300 200] /AA << /PV %s >> >>]" % _SCRIPT,
}


def _signed_so(office: Workshop, catalog: bytes = b"", page: bytes = b"") -> bytes:
    return office.sign(document(page_objects(catalog=catalog, page=page)))


ACTIVE.each(_CATALOG, lambda office, entry: _signed_so(office, catalog=entry), "warning", "activeContent")
ACTIVE.each(_PAGE, lambda office, entry: _signed_so(office, page=entry), "warning", "activeContent")


def _put_in(office: Workshop, entry: bytes) -> bytes:
    return append(office.signed, {CATALOG: with_entry(body_of(office.signed, CATALOG), entry)})


ACTIVE.each({f"later-{name}": entry for name, entry in _CATALOG.items()}, _put_in, "invalid", *GONE)


@ACTIVE.attack("warning", "activeContent")
def layer_off(office: Workshop) -> bytes:
    """Two layers with two amounts, one of them off; each viewer and each printer may decide otherwise."""
    return office.sign(layered())


@ACTIVE.attack("warning", "activeContent")
def layer_for_print_alone(office: Workshop) -> bytes:
    when = b"/AS [<< /Event /Print /OCGs [6 0 R] /Category [/Print] >>]"
    properties = b"/OCProperties << /OCGs [6 0 R] /D << /ON [6 0 R] %s >> >>" % when
    objects = page_objects(catalog=properties)
    objects[6] = b"<< /Type /OCG /Name (A) /Usage << /Print << /PrintState /OFF >> >> >>"
    return office.sign(document(objects))


_NOTE = b"<< /Type /Annot /Subtype /Stamp /F %d /Rect [20 100 280 150] /AP << /N 7 0 R >> >>"
_SHEET = field_picture((260, 50), "Chi 9.000.000 dong", b"1 g 0 0 260 50 re f 0 g ")


def _noted(office: Workshop, flags: int) -> bytes:
    objects = page_objects(page=b"/Annots [6 0 R]")
    return office.sign(document({**objects, 6: _NOTE % flags, 7: _SHEET}))


@ACTIVE.attack("warning", "activeContent")
def note_that_is_printed_and_not_seen(office: Workshop) -> bytes:
    """The screen has one amount, the paper another."""
    return _noted(office, 36)


@ACTIVE.attack("warning", "activeContent")
def note_that_is_seen_and_not_printed(office: Workshop) -> bytes:
    return _noted(office, 0)


@ACTIVE.attack("warning", "activeContent")
def script_of_a_field(office: Workshop) -> bytes:
    """A field that a script writes each time the page is looked at."""
    objects = page_objects(catalog=b"/AcroForm << /Fields [7 0 R] >>", page=b"/Annots [7 0 R]")
    objects[7] = text_field("SoTien", (30, 30, 180, 50), "1.000.000", 8, f"/AA << /F {_SCRIPT.decode()} >>")
    objects[8] = field_picture((150, 20), "1.000.000")
    return office.sign(document(objects))


@ACTIVE.attack("warning", "activeContent")
def form_within_the_form(office: Workshop) -> bytes:
    """XFA: some viewers show it in place of the pages."""
    objects = page_objects(catalog=b"/AcroForm << /Fields [] /XFA 8 0 R >> /NeedsRendering true")
    objects[8] = stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><template/></xdp:xdp>")
    return office.sign(document(objects))


@ACTIVE.attack("warning|unknown|invalid", "activeContent", "pdfUnreadable", "looksChanged", "changedAfterSigning")
def content_elsewhere(office: Workshop) -> bytes:
    """The page's content is a file beside the document."""
    objects = page_objects()
    objects[4] = stream(words("Chi 1.000.000 dong"), b"/F (noi-dung.txt) /FFilter /FlateDecode")
    return office.sign(document(objects))


@ACTIVE.attack("invalid", *GONE)
def script_put_into_a_field_later(office: Workshop) -> bytes:
    field = with_entry(body_of(office.signed_form, 8), b"/AA << /F %s >>" % _SCRIPT)
    return append(office.signed_form, {8: field})


@ACTIVE.attack("invalid", *GONE)
def page_action_put_in_later(office: Workshop) -> bytes:
    return append(office.signed, {PAGE: with_entry(body_of(office.signed, PAGE), _PAGE["script-of-the-page"])})
