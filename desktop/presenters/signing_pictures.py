"""The pictures that signatures show: the office's own, or one from this machine's disk. Knows the workplace."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from typing import Literal, Protocol

import structlog
from PySide6.QtCore import QCoreApplication

from desktop.lanes import Lanes
from desktop.presenters import needs
from desktop.presenters.signing_places import picture_from
from desktop.session.errors import CentralError
from local_cache.errors import CacheError
from widgets.signing_desk import PictureChoice

translate = QCoreApplication.translate

PREFERENCE = "signing.picture"
"""Preference: the picture chosen on this machine, base64 of a PNG; absent for the office's own."""
LARGEST = 2 * 1024 * 1024
Key = Literal["office", "own", "none"]
_log = structlog.get_logger(__name__)


class Workplace(needs.Seated, needs.OneObject, needs.OneFile, needs.Preferences, Protocol):
    """What this needs of the workplace."""


@dataclass(frozen=True)
class Pictures:
    """The pictures for one kind of signature, and which is used."""

    office: bytes | None = None
    own: bytes | None = None
    chosen: Key = "office"

    @property
    def data(self) -> bytes | None:
        """The one in use."""
        return {"office": self.office, "own": self.own, "none": None}[self.chosen]

    def choosing(self, key: str) -> Pictures:
        """The same with another one in use."""
        chosen: Key = "own" if key == "own" else "none" if key == "none" else "office"
        return replace(self, chosen=chosen)

    def choices(self) -> tuple[PictureChoice, ...]:
        """The menu of a leader's signature."""
        found = []
        if self.office is not None:
            found.append(PictureChoice("office", translate("SigningDesk", "mặc định"), self.chosen == "office"))
        if self.own is not None:
            found.append(PictureChoice("own", translate("SigningDesk", "tệp riêng"), self.chosen == "own"))
        found.append(PictureChoice("none", translate("SigningDesk", "không dùng ảnh"), self.data is None))
        found.append(PictureChoice("file", translate("SigningDesk", "Chọn tệp ảnh PNG…")))
        return tuple(found)


async def load(workplace: Workplace, purpose: str) -> Pictures:
    """The pictures for a kind of signature: a leader's handwriting, an organ's stamp; none for the others."""
    if purpose not in ("approve", "seal"):
        return Pictures()
    me = workplace.me
    if purpose == "seal":
        organ = await workplace.get("Unit", me.organ_id) or {}
        return Pictures(await _office(workplace, organ.get("stampBlobId"), organ.get("stampSize")))
    person = await workplace.get("Person", me.id) or {}
    office = await _office(workplace, person.get("signatureBlobId"), person.get("signatureSize"))
    kept = await workplace.preference(PREFERENCE, None)
    own = base64.b64decode(kept) if kept else None
    return Pictures(office, own, "own" if own is not None else "office")


async def _office(workplace: Workplace, blob_id: str | None, size: int | None) -> bytes | None:
    if not blob_id:
        return None
    digest = blob_id.removeprefix("sha256-")
    file = {"blobId": blob_id, "digest": digest, "size": size or 0, "name": "image.png", "mediaType": "image/png"}
    try:
        data = await workplace.file(file)
        return data if picture_from(data) is not None else None
    except (CentralError, CacheError) as error:
        _log.info("picture not here", code=error.code)
        return None


async def take(workplace: Workplace, lanes: Lanes, pictures: Pictures, path: str) -> Pictures | None:
    """Use a picture from the disk from now on; None when it cannot be used."""
    data = await lanes.read(_read, path)
    if data is None or picture_from(data) is None:
        return None
    await workplace.set_preference(PREFERENCE, base64.b64encode(data).decode())
    return replace(pictures, own=data, chosen="own")


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        return None
    return data if len(data) <= LARGEST else None
