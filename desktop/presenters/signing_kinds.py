"""The kinds of signature: which key each takes, which files it signs and how, and the act that comes of it.

One small object for each kind, so that the run beside it signs them all alike, under one PIN. Knows the workplace, the
places and ``signing.sign``; what brings pyHanko is read by the functions that run in a lane.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, cast

from desktop.office import attachments
from desktop.office.acts import SubjectType
from desktop.office.documents import FileRef
from desktop.presenters import needs, signing_places
from desktop.presenters.signing_batch import NotSigned
from desktop.presenters.signing_places import Looked
from desktop.presenters.tokens import Purpose
from signing.place import Place
from signing.problems import FileProblem

if TYPE_CHECKING:
    from signing import sign
    from signing.signer import SigningKey

Object = Mapping[str, Any]
Item = dict[str, Any]


class Workplace(
    needs.OneObject, needs.Several, needs.Selected, needs.Allowed, needs.FormDrafts, needs.Practising, Protocol
):
    """What this needs of the workplace."""


@dataclass(frozen=True)
class Seen:
    """What the person saw before signing.

    Attributes:
        looked: the file's digest and the place; None where it was not looked at.
        picture: PNG of the handwriting or the stamp; None puts words in its place.
    """

    looked: Looked | None
    picture: bytes | None


Signer = Callable[["Place | None", bytes, "SigningKey", "sign.Options"], "sign.Signed | None"]
"""Signs a file, with its appearance at a place or where the rule wants it; None where the file stays as it is."""


@dataclass(frozen=True)
class Part:
    """One file of a signature.

    Attributes:
        file: as it is now.
        name: what the signed one is called.
        sign: makes the signed file, in a lane; None where the file stays as it is.
    """

    file: FileRef
    name: str
    sign: Callable[[bytes, SigningKey, sign.Options], sign.Signed | None]


@dataclass(frozen=True)
class Deed:
    """What signing one thing in the queue comes to, looked at afresh.

    Attributes:
        parts: its files, the main one first: signed all, or none.
        digest: of the file that the act is based on.
        payload: the act's, made of the signed files in the order of ``parts`` (None: left as it is).
    """

    act: str
    subject_type: SubjectType
    document_id: str
    digest: str
    parts: tuple[Part, ...]
    payload: Callable[[Sequence[FileRef | None]], dict[str, Any]]


class Signature(Protocol):
    """What a run needs of a signature.

    Attributes:
        key: how the desk and the boxes name it ("signing.<key>").
        purpose: which of the person's keys signs.
    """

    @property
    def key(self) -> str: ...
    @property
    def purpose(self) -> Purpose: ...

    async def deed(self, workplace: Workplace, subject_id: str, seen: Seen) -> Deed:
        """What is to be done.

        Raises:
            NotSigned: this one may not be signed now, or nobody has said where.
        """
        ...


class Kind(Signature, Protocol):
    """One kind of signature that waits in a queue of the signing desk.

    What stands in its queue is an *item*: a document, under the id that the queue names it by, with ``file`` the one
    that is looked at, and whatever else the kind needs.
    """

    async def items(self, workplace: Workplace, ids: Sequence[str]) -> dict[str, Item]:
        """The items of these ids, as they are now."""
        ...

    def waits(self, item: Item) -> bool:
        """Whether it is still to be signed."""
        ...

    async def detail(self, workplace: Workplace, item: Item) -> Item:
        """The item with what only its page needs."""
        ...

    def look(self, pdf: bytes, item: Item, name: str) -> Looked:
        """Where the signature will stand; in the lane for pages.

        Raises:
            PdfUnreadable, PdfEncrypted
        """
        ...

    def dress(self, pdf: bytes, item: Item) -> bytes:
        """The pages that will be signed, to be looked at; in the lane for pages."""
        ...


class OfDocument:
    """What kinds share whose queue names documents."""

    async def items(self, workplace: Workplace, ids: Sequence[str]) -> dict[str, Item]:
        return await workplace.many("Document", ids)

    def waits(self, item: Item) -> bool:
        return True

    async def detail(self, workplace: Workplace, item: Item) -> Item:
        return item


class Approval(OfDocument):
    """The leader's signature (ký duyệt)."""

    key = "approve"
    purpose: Purpose = "approve"

    def look(self, pdf: bytes, item: Item, name: str) -> Looked:
        from signing.admission import check

        check(pdf)
        return signing_places.look_for_leader(pdf, item["file"]["digest"], name, _position(item))

    def dress(self, pdf: bytes, item: Item) -> bytes:
        return signing_places.ready_for_approval(pdf, item)

    async def deed(self, workplace: Workplace, subject_id: str, seen: Seen) -> Deed:
        document = await document_of(workplace, subject_id)
        await admit(workplace, "approve", document)
        place = place_of(document["file"], seen.looked)
        name = workplace.me.person["name"]
        main = Part(document["file"], document["file"]["name"], partial(_approve, document, place, seen.picture, name))
        return Deed("approve", "Document", subject_id, document["file"]["digest"], (main,), _one_file)


class Sealing(OfDocument):
    """The agency's signature (ký số cơ quan) on a document and the attachments in files of their own, all or none.

    Never before the leader's (Decree 30/2020, art. 32).
    """

    key = "seal"
    purpose: Purpose = "seal"

    def look(self, pdf: bytes, item: Item, name: str) -> Looked:
        from signing.admission import check

        check(pdf)
        return signing_places.look_for_seal(pdf, item["file"]["digest"], name, _position(item))

    def dress(self, pdf: bytes, item: Item) -> bytes:
        return signing_places.sealed_look(pdf, item)

    async def deed(self, workplace: Workplace, subject_id: str, seen: Seen) -> Deed:
        document = await document_of(workplace, subject_id)
        if document["state"] in ("draft", "submitted", "returned"):
            raise NotSigned("notApproved")
        if document["number"] is None:
            raise NotSigned("noNumberYet")
        await admit(workplace, "seal", document)
        place = place_of(document["file"], seen.looked)
        signer = await _signer(workplace, document)
        main = Part(document["file"], sealed_name(document), partial(_seal, document, place, seen.picture, signer))
        return with_attachments("seal", document, (main,), document, attachment_signer(document))


async def _signer(workplace: Workplace, document: Object) -> tuple[str, frozenset[str]]:
    """Whose signature the agency's stands beside: the name, and the certificates bound to the person."""
    named = document.get("signer") or {}
    person = await workplace.get("Person", str(named.get("personId"))) or {}
    return str(named.get("name") or ""), frozenset(person.get("certificates") or ())


def _position(item: Object) -> str:
    return str((item.get("signer") or {}).get("position") or "")


def attachment_signer(document: Object) -> Signer:
    """Signs an attachment of a document with its number and notation, at a place or where the rule wants it."""
    return partial(_attach, str(document.get("notation") or ""))


def with_attachments(
    act: str, document: Object, before: tuple[Part, ...], listed: Object, signer: Signer, place: Place | None = None
) -> Deed:
    """An act on a document that signs its attachments, too, in their order.

    Args:
        before: what is signed before them.
        listed: the document as it has its attachments.
        place: where the person put the note on the first one.
    """
    files = list(listed.get("attachments") or ())
    left = cast(list[FileRef], attachments.unsigned(listed))
    parts = [
        Part(file, str(file["name"]), partial(_or_say_which, str(file["name"]), partial(signer, None if n else place)))
        for n, file in enumerate(left)
    ]

    def payload(kept: Sequence[FileRef | None]) -> dict[str, Any]:
        made = dict(zip((file["digest"] for file in left), kept[len(before) :], strict=True))
        said: dict[str, Any] = {"file": kept[0]} if before else {}
        if files:
            said["attachments"] = [_marked(file, made) for file in files]
        return said

    return Deed(act, "Document", document["id"], document["file"]["digest"], (*before, *parts), payload)


def _marked(file: Object, made: Mapping[str, FileRef | None]) -> dict[str, Any]:
    """An attachment as the act says it: signed now, left with a signature of its own, or of another kind."""
    if file["digest"] not in made:
        return dict(file)
    signed = made[file["digest"]]
    if signed is None:
        return {**file, "signature": "own"}
    return {**signed, "name": file["name"], "signature": "organ", "was": file["digest"]}


async def document_of(workplace: Workplace, document_id: str) -> Object:
    """The document as it is now; raises NotSigned where there is none, or no file."""
    document = await workplace.get("Document", document_id)
    if document is None or not document.get("file"):
        raise NotSigned("notWaiting")
    return document


async def admit(workplace: Workplace, act: str, document: Object) -> None:
    """Raises NotSigned where the rules do not allow the act now."""
    if act not in await workplace.allowed("Document", document["id"]):
        raise NotSigned("notWaiting")


def _one_file(kept: Sequence[FileRef | None]) -> dict[str, Any]:
    return {"file": kept[0]}


def sealed_name(document: Object) -> str:
    """What the sealed file is called: its notation, "14-CV-ĐU.pdf"; a draft's working name goes no further."""
    notation = unicodedata.normalize("NFC", str(document.get("notation") or ""))
    plain = re.sub(r"[^\w.-]+", "-", notation).strip("-.")
    return f"{plain}.pdf" if plain else str(document["file"]["name"])


def place_of(file: Object, looked: Looked | None) -> Place:
    """Where the person saw that the signature will stand.

    Raises:
        NotSigned: on another file than this one, or nowhere.
    """
    if looked is None or looked.digest != file["digest"]:
        raise NotSigned("changedSince")
    if looked.place is None:
        raise NotSigned("manyPlaces" if looked.places else "noPlace", {"count": len(looked.places)})
    return looked.place


# -- in a lane -----------------------------------------------------------------------------------------------------


def _approve(
    document: Object, place: Place, picture: bytes | None, name: str,
    pdf: bytes, key: SigningKey, options: sign.Options,
) -> sign.Signed:  # fmt: skip
    """Where there is no picture, words stand in its place."""
    from signing import sign
    from signing.appearance import vietnam_time

    look = signing_places.appearance_of(place, picture, (name, vietnam_time(options.clock())))
    return sign.approve(signing_places.ready_for_approval(pdf, document), key, look, options)


def _seal(
    document: Object, place: Place, picture: bytes | None, signer: tuple[str, frozenset[str]],
    pdf: bytes, key: SigningKey, options: sign.Options,
) -> sign.Signed:  # fmt: skip
    from signing import sign
    from signing.appearance import vietnam_time
    from signing.approval import Approver

    lines = (str(document.get("issuer") or ""), vietnam_time(options.clock()))
    look = signing_places.appearance_of(place, picture, lines)
    signing_places.check_for_sealing(pdf, document)
    number, day = document.get("notation"), document.get("documentDate")
    return sign.seal(pdf, key, look, number, day, options, Approver(*signer))


def _attach(
    notation: str, place: Place | None, pdf: bytes, key: SigningKey, options: sign.Options
) -> sign.Signed | None:
    """Number, notation and time at the top right; what carries a signature of its own is left as it came."""
    from signing import documents, notes, sign
    from signing.admission import check

    if documents.has_signatures(pdf):
        return None
    check(pdf)
    return sign.sign_note(pdf, key, notes.attachment_look(pdf, notation, options.clock(), place=place), options)


def _or_say_which(
    name: str, signer: Callable[..., sign.Signed | None], pdf: bytes, key: SigningKey, options: sign.Options
) -> sign.Signed | None:
    """A problem of an attachment's file is told with its name: the document itself has none."""
    try:
        return signer(pdf, key, options)
    except FileProblem as problem:
        raise NotSigned("attachmentFailed", {"name": name}) from problem
