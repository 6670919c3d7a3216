"""A person's own signature on a PDF file that is no document of the central: its place, and how it is put there.

The handwriting where the person's name stands, or where the person puts it; no number, no stamp (DOMAIN.md, 4). Knows
the places and ``signing.sign``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from desktop.office.documents import FileRef
from desktop.presenters import messages_signing, signing_kinds, signing_places
from desktop.presenters.signing_batch import NotSigned
from desktop.presenters.signing_kinds import Deed, Item, OfDocument, Part, Seen
from desktop.presenters.signing_places import Looked
from desktop.presenters.tokens import Purpose
from signing.place import Place
from signing.problems import FileProblem

if TYPE_CHECKING:
    from signing import sign
    from signing.signer import SigningKey

LOOSE: Final = "loose"

_SAID = {
    "timestampUnavailable": "looseTimestampMissing",
    "evidenceIncomplete": "looseEvidenceIncomplete",
    "revocationUnknown": "looseRevocationUnknown",
}
"""What is put right later on a document of the central, and never on a file that the program does not keep."""


def _told(problem: FileProblem) -> FileProblem:
    """What is amiss with a file from elsewhere, told as such."""
    kind = type(f"Loose{type(problem).__name__}", (FileProblem,), {"code": messages_signing.LOOSE + problem.code})
    return kind(problem.detail, **problem.args_map)


class Loose(OfDocument):
    """One signature on one file."""

    key = LOOSE
    purpose: Purpose = "approve"

    def waits(self, item: Item) -> bool:
        return not item.get("saved")

    async def detail(self, workplace: signing_kinds.Workplace, item: Item) -> Item:
        """The file as it lies on the disk now."""
        return await workplace.get("Document", item["id"]) or item

    def look(self, pdf: bytes, item: Item, name: str) -> Looked:
        from signing import sign
        from signing.admission import check

        try:
            check(pdf)
            sign.check_room(pdf)
            found = signing_places.look_for_leader(pdf, item["file"]["digest"], name)
        except FileProblem as problem:
            raise _told(problem) from problem
        return replace(found, purpose=LOOSE)

    def dress(self, pdf: bytes, item: Item) -> bytes:
        return pdf

    async def deed(self, workplace: signing_kinds.Workplace, subject_id: str, seen: Seen) -> Deed:
        item = await workplace.get("Document", subject_id)
        if item is None or not item.get("file"):
            raise NotSigned("looseNotRead")
        place = signing_kinds.place_of(item["file"], seen.looked)
        part = Part(
            item["file"], item["file"]["name"], partial(_sign, place, seen.picture, workplace.me.person["name"])
        )
        return Deed("signFile", "Document", subject_id, item["file"]["digest"], (part,), _one_file)


def _one_file(kept: Sequence[FileRef | None]) -> dict[str, Any]:
    return {"file": kept[0]}


def _sign(
    place: Place, picture: bytes | None, name: str, pdf: bytes, key: SigningKey, options: sign.Options
) -> sign.Signed:
    """In a lane: the picture of the handwriting; where there is none, name and time."""
    from signing import sign
    from signing.appearance import vietnam_time

    look = signing_places.appearance_of(place, picture, (name, vietnam_time(options.clock())))
    try:
        signed = sign.sign_person(pdf, key, look, options)
    except FileProblem as problem:
        raise _told(problem) from problem
    warnings = tuple(replace(one, code=_SAID.get(one.code, one.code)) for one in signed.warnings)
    return replace(signed, warnings=warnings)
