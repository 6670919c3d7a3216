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
from typing import TYPE_CHECKING, Any, Protocol

from desktop.office.acts import SubjectType
from desktop.office.documents import FileRef
from desktop.presenters import needs, signing_places
from desktop.presenters.signing_batch import NotSigned
from desktop.presenters.signing_places import Looked
from desktop.presenters.tokens import Purpose
from signing.place import Place

if TYPE_CHECKING:
    from signing import sign
    from signing.signer import SigningKey

Object = Mapping[str, Any]


class Workplace(needs.OneObject, needs.Allowed, Protocol):
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


class Kind(Protocol):
    """One kind of signature.

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


class Approval:
    """The leader's signature (ký duyệt)."""

    key = "approve"
    purpose: Purpose = "approve"

    async def deed(self, workplace: Workplace, subject_id: str, seen: Seen) -> Deed:
        document = await _document(workplace, subject_id)
        await _admit(workplace, "approve", document)
        place = place_of(document["file"], seen.looked)
        name = workplace.me.person["name"]
        main = Part(document["file"], document["file"]["name"], partial(_approve, document, place, seen.picture, name))
        return Deed("approve", "Document", subject_id, document["file"]["digest"], (main,), _one_file)


class Sealing:
    """The agency's signature (ký số cơ quan): never before the leader's (Decree 30/2020, art. 32)."""

    key = "seal"
    purpose: Purpose = "seal"

    async def deed(self, workplace: Workplace, subject_id: str, seen: Seen) -> Deed:
        document = await _document(workplace, subject_id)
        if document["state"] in ("draft", "submitted", "returned"):
            raise NotSigned("notApproved")
        if document["number"] is None:
            raise NotSigned("noNumberYet")
        await _admit(workplace, "seal", document)
        place = place_of(document["file"], seen.looked)
        main = Part(document["file"], sealed_name(document), partial(_seal, document, place, seen.picture))
        return Deed("seal", "Document", subject_id, document["file"]["digest"], (main,), _one_file)


APPROVAL, SEALING = Approval(), Sealing()
KINDS: Mapping[str, Kind] = {"approve": APPROVAL, "seal": SEALING}
"""By key."""


async def _document(workplace: Workplace, document_id: str) -> Object:
    document = await workplace.get("Document", document_id)
    if document is None or not document.get("file"):
        raise NotSigned("notWaiting")
    return document


async def _admit(workplace: Workplace, act: str, document: Object) -> None:
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
    document: Object, place: Place, picture: bytes | None, pdf: bytes, key: SigningKey, options: sign.Options
) -> sign.Signed:
    from signing import sign
    from signing.appearance import vietnam_time

    lines = (str(document.get("issuer") or ""), vietnam_time(options.clock()))
    look = signing_places.appearance_of(place, picture, lines)
    return sign.seal(pdf, key, look, document.get("notation"), document.get("documentDate"), options)
