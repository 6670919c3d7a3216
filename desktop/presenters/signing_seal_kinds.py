"""The organ's other signatures: on attachments alone, on copies, and on what has arrived. Knows the kinds beside it.

All take the key of the organ's seal; what they show is text or the arrival mark, never a picture (Decree 30/2020,
Annex I and IV).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.office import attachments
from desktop.office.documents import COPY_TYPES, FileRef
from desktop.office.withholding import is_withheld
from desktop.presenters import formats
from desktop.presenters.signing_batch import NotSigned
from desktop.presenters.signing_kinds import (
    Deed,
    Item,
    Object,
    OfDocument,
    Part,
    Seen,
    Workplace,
    admit,
    attachment_signer,
    document_of,
    place_of,
    sealed_name,
    with_attachments,
)
from desktop.presenters.signing_places import Looked
from desktop.presenters.tokens import Purpose
from signing.place import Place

if TYPE_CHECKING:
    from signing import sign
    from signing.appearance import Appearance
    from signing.signer import SigningKey


class Attachments(OfDocument):
    """Attachments whose document has been sealed already (ký phụ lục). ``file`` of an item is the first of them."""

    key = "attachments"
    purpose: Purpose = "seal"

    async def items(self, workplace: Workplace, ids: Sequence[str]) -> dict[str, Item]:
        found = await workplace.many("Document", ids)
        return {one: self._item(document) for one, document in found.items()}

    @staticmethod
    def _item(document: Object) -> Item:
        left = attachments.unsigned(document)
        pdfs = [file for file in document.get("attachments") or () if attachments.is_pdf(file)]
        first = next(iter([*left, *pdfs]), document.get("file"))
        return {**document, "file": first, "main": document.get("file"), "left": len(left)}

    def waits(self, item: Item) -> bool:
        return item["left"] > 0

    def look(self, pdf: bytes, item: Item, name: str) -> Looked:
        from signing import documents, notes
        from signing.admission import check

        if not documents.has_signatures(pdf):
            check(pdf)  # one with a signature of its own is left as it came
        look = notes.attachment_look(pdf, str(item.get("notation") or ""), datetime.now(UTC))
        return _looked(pdf, item, self.key, look)

    def dress(self, pdf: bytes, item: Item) -> bytes:
        return pdf

    async def deed(self, workplace: Workplace, subject_id: str, seen: Seen) -> Deed:
        document = await document_of(workplace, subject_id)
        await admit(workplace, "sealAttachments", document)
        left = attachments.unsigned(document)
        place = place_of(left[0], seen.looked)
        return with_attachments("sealAttachments", document, (), document, attachment_signer(document), place)


class Copying(OfDocument):
    """A copy's signature (ký sao): SAO Y, SAO LỤC or TRÍCH SAO, the agency and the time, top right of page 1."""

    key = "copy"
    purpose: Purpose = "seal"

    def look(self, pdf: bytes, item: Item, name: str) -> Looked:
        from signing import notes
        from signing.admission import check

        check(pdf)
        return _looked(pdf, item, self.key, notes.copy_look(pdf, _title(item), item["issuer"], datetime.now(UTC)))

    def dress(self, pdf: bytes, item: Item) -> bytes:
        return pdf

    async def deed(self, workplace: Workplace, subject_id: str, seen: Seen) -> Deed:
        document = await document_of(workplace, subject_id)
        if not document.get("copyOf"):
            raise NotSigned("notWaiting")
        if document["number"] is None:
            raise NotSigned("noNumberYet")
        await admit(workplace, "seal", document)
        signer = partial(_sign_copy, _title(document), str(document["issuer"]))
        main = Part(document["file"], sealed_name(document), partial(signer, place_of(document["file"], seen.looked)))
        return with_attachments("seal", document, (main,), document, signer)


class Confirming:
    """The organ's confirmation of an arrival (ký văn bản đến): its appearance is the arrival mark.

    A file that nobody signed is signed as a copy with the mark on its page; one that its issuer signed stays as it
    came, and the mark stands on a page of its own (``signing.arrival_slip`` says why). The queue names the organ's
    side of the document.
    """

    key = "confirm"
    purpose: Purpose = "seal"

    async def items(self, workplace: Workplace, ids: Sequence[str]) -> dict[str, Item]:
        sides = await workplace.many("Handling", ids)
        documents = await workplace.many("Document", list({side["documentId"] for side in sides.values()}))
        organ = workplace.me.organ
        found: dict[str, Item] = {}
        for key, side in sides.items():
            document = documents.get(side["documentId"])
            if document is None or is_withheld(document) or not document.get("file") or side["role"] != "organ":
                continue
            found[key] = {**document, "id": key, "documentId": document["id"], "handling": side, "slip": "",
                          "organName": organ["name"], "practice": workplace.practice}  # fmt: skip
        return found

    def waits(self, item: Item) -> bool:
        return item["handling"]["arrivalNumber"] is not None and not item["handling"].get("confirmation")

    async def detail(self, workplace: Workplace, item: Item) -> Item:
        typed = await workplace.load_draft(draft_key(item["id"])) or {}
        transfer = typed.get("transfer")
        if transfer is None:
            transfer = await _passed_on_to(workplace, item)
        return {**item, "transfer": transfer, "dossier": typed.get("dossier") or ""}

    def look(self, pdf: bytes, item: Item, name: str) -> Looked:
        from signing import notes
        from signing.arrival_slip import SLIP_PLACE

        page, manner = _page_for(pdf, item)
        look = notes.arrival_look(page, _mark(item), place=SLIP_PLACE if manner == "slip" else None)
        return replace(_looked(page, item, self.key, look), manner=manner)

    def dress(self, pdf: bytes, item: Item) -> bytes:
        return _page_for(pdf, item)[0]

    async def deed(self, workplace: Workplace, subject_id: str, seen: Seen) -> Deed:
        item = (await self.items(workplace, [subject_id])).get(subject_id)
        if item is None or seen.looked is None:
            raise NotSigned("notWaiting")
        if item["handling"]["arrivalNumber"] is None:
            raise NotSigned("noArrivalNumberYet")
        if "confirm" not in await workplace.allowed("Handling", subject_id):
            raise NotSigned("notWaiting")
        item = await self.detail(workplace, item)
        # Only the file itself says which manner it takes; it is read when it is signed.
        told: dict[str, str] = {}
        signer = partial(_confirm, item, place_of(item["file"], seen.looked), told)
        part = Part(item["file"], _name(item), signer)

        def payload(kept: Sequence[FileRef | None]) -> dict[str, Any]:
            return {"file": kept[0], "manner": told["manner"], "dossier": str(item["dossier"])[:100]}

        return Deed("confirm", "Handling", item["documentId"], item["file"]["digest"], (part,), payload)


def draft_key(handling_id: str) -> str:
    """Under which what is typed for an arrival mark is kept until it is signed."""
    return f"confirm:{handling_id}"


async def _passed_on_to(workplace: Workplace, item: Item) -> str:
    """Who leads the work on it, where it has been passed on already."""
    where = (("document_id", "=", item["documentId"]), ("organ_id", "=", workplace.me.organ_id))
    sides = await workplace.select("Handling", where)
    lead = next(
        (s for s in sides if s["role"] == "lead" and s["parentId"] == item["id"] and s["state"] != "revoked"), None
    )
    if lead is None:
        return ""
    holder = await workplace.get("Unit", lead["unitId"]) if lead["personId"] is None else None
    holder = holder or await workplace.get("Person", lead["personId"] or "")
    return str((holder or {}).get("name") or "")


def _name(item: Object) -> str:
    # The names of files are the office's words, on paper and on every disk.
    return f"Xác nhận văn bản đến số {item['handling']['arrivalNumber']}.pdf"


def _title(document: Object) -> str:
    """SAO Y, SAO LỤC or TRÍCH SAO, as it stands on the page."""
    return COPY_TYPES.get(document["typeCode"], str(document["typeCode"])).upper()


def _looked(pdf: bytes, item: Mapping[str, Any], key: str, look: Appearance) -> Looked:
    from signing.copying import page_count
    from signing.drawn import picture_of
    from signing.shapes import shape_of

    assert look.place is not None
    return Looked(
        item["file"]["digest"], (look.place,), 0, pages=page_count(pdf), purpose=key,
        unit=shape_of(pdf, look.place.page).unit, drawing=picture_of(look),
    )  # fmt: skip


# -- in a lane -----------------------------------------------------------------------------------------------------


def _sign_copy(
    title: str, agency: str, place: Place | None, pdf: bytes, key: SigningKey, options: sign.Options
) -> sign.Signed:
    from signing import notes, sign
    from signing.admission import check

    check(pdf)
    return sign.sign_note(pdf, key, notes.copy_look(pdf, title, agency, options.clock(), place=place), options)


def _confirm(
    item: Item, place: Place, told: dict[str, str], pdf: bytes, key: SigningKey, options: sign.Options
) -> sign.Signed:
    from signing import notes, sign

    page, told["manner"] = _page_for(pdf, item)
    return sign.sign_note(page, key, notes.arrival_look(page, _mark(item), place=place), options)


def _mark(item: Item) -> Any:
    from signing.arrival_mark import ArrivalMark

    side = item["handling"]
    return ArrivalMark(
        organ=item["organName"],
        number=str(side["arrivalNumber"] or ""),
        day=formats.day(side["arrivalDate"]),
        transfer=item.get("transfer") or "",
        file=item.get("dossier") or "",
    )


def _page_for(pdf: bytes, item: Item) -> tuple[bytes, str]:
    """What is signed, and the manner: the unsigned file itself, or else a slip beside it."""
    from signing import documents
    from signing.admission import check
    from signing.arrival_slip import SlipFacts, arrival_slip
    from signing.problems import FileProblem

    try:
        check(pdf)
        if not documents.has_signatures(pdf):
            return pdf, "copy"
    except FileProblem:
        # No mark can be put on such a file; that it came can be confirmed all the same.
        pass
    rows = (
        ("Cơ quan ban hành", str(item["issuer"])),
        ("Số, ký hiệu", str(item.get("notation") or "")),
        ("Ngày văn bản", formats.day(item.get("documentDate"))),
        ("Trích yếu", str(item["subject"])),
    )
    file = item["file"]
    facts = SlipFacts(item["organName"], rows, str(file["name"]), str(file["digest"]), bool(item.get("practice")))
    return arrival_slip(facts), "slip"
