"""The pictures that signatures show: the office's own, and those kept on this machine with their validity dates.

Kept among the preferences, which are encrypted and never leave the machine. Knows the workplace.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal, Protocol

import structlog
from PySide6.QtCore import QCoreApplication

from desktop.presenters import formats, needs
from desktop.presenters.signing_places import STAMP, Size, picture_from
from desktop.session.errors import CentralError
from local_cache.errors import CacheError
from signing.zone import VIETNAM
from widgets.signing_view_data import PictureChoice

translate = QCoreApplication.translate

KEPT = "signing.pictures"
"""Preference: the pictures kept on this machine, as a list of objects."""
CHOSEN = "signing.picture.chosen"
"""Preference: which one is used, by owner: a picture's id, "office" or "none"; absent for the default."""
ONE_PICTURE = "signing.picture"
"""Preference of earlier versions: one picture, base64 of a PNG; taken over when it is met."""
FULL_WIDTH = 45.0
State = Literal["good", "early", "expired", "withdrawn"]
_log = structlog.get_logger(__name__)


class Workplace(needs.Seated, needs.OneObject, needs.OneFile, needs.Preferences, Protocol):
    """What this needs of the workplace."""


@dataclass(frozen=True)
class Picture:
    """One picture kept on this machine.

    Attributes:
        owner: the person's or the organ's id.
        kind: "full" a whole signature, "initials" (ký nháy), "stamp".
        data: PNG with transparency, cut down to the ink.
        width: millimetres on paper; of a stamp its diameter.
        since, until: the days on which it may be used, YYYY-MM-DD, both included; empty for no limit.
        default: used unless another one is chosen.
        withdrawn: used no more, kept to be looked up.
        added: the day it came, YYYY-MM-DD.
    """

    id: str
    owner: str
    kind: str
    name: str
    data: bytes
    width: float
    since: str = ""
    until: str = ""
    default: bool = False
    withdrawn: bool = False
    added: str = ""

    def state(self, today: date) -> State:
        """Whether it may be used."""
        if self.withdrawn:
            return "withdrawn"
        if self.until and today.isoformat() > self.until:
            return "expired"
        return "early" if self.since and today.isoformat() < self.since else "good"

    def to_json(self) -> dict[str, Any]:
        """As it is kept."""
        return {
            "id": self.id, "owner": self.owner, "kind": self.kind, "name": self.name, "width": self.width,
            "data": base64.b64encode(self.data).decode(), "since": self.since, "until": self.until,
            "default": self.default, "withdrawn": self.withdrawn, "added": self.added,
        }  # fmt: skip


def refusal_of(picture: Picture, today: date) -> str:
    """Why a picture may not be used, as a sentence; empty where it may."""
    text = {
        "early": translate("SigningPictures", "Ảnh “%1” chỉ dùng được từ ngày %2. Chọn ảnh khác."),
        "expired": translate("SigningPictures", "Ảnh “%1” đã hết hiệu lực sau ngày %2. Chọn ảnh khác để ký."),
        "withdrawn": translate("SigningPictures", "Ảnh “%1” đã ngừng dùng. Chọn ảnh khác để ký."),
    }.get(picture.state(today), "")
    day = picture.since if picture.state(today) == "early" else picture.until
    return text.replace("%1", picture.name).replace("%2", formats.day(day))


@dataclass(frozen=True)
class Pictures:
    """The pictures for one kind of signature, and which is used.

    Attributes:
        office: the one that the office gives through the central system.
        office_size: its size on paper; None for as large as the place.
        kept: those of this machine.
        chosen: "office", "none" or a picture's id.
        missing: the office gives one, which is not on this machine.
    """

    office: bytes | None = None
    office_size: Size | None = None
    kept: tuple[Picture, ...] = ()
    chosen: str = "office"
    today: date = date.max
    missing: bool = False

    @property
    def picture(self) -> Picture | None:
        """The kept one in use."""
        return next((one for one in self.kept if one.id == self.chosen), None)

    @property
    def data(self) -> bytes | None:
        """The one in use; None for words, and where the chosen one may not be used today."""
        picture = self.picture
        if picture is not None:
            return picture.data if picture.state(self.today) == "good" else None
        return self.office if self.chosen == "office" else None

    @property
    def size(self) -> Size | None:
        """How large it is on paper; None for as large as the place."""
        picture = self.picture
        if picture is None:
            return self.office_size if self.chosen == "office" else None
        if picture.kind == "stamp":
            return Size(picture.width)
        image = picture_from(picture.data)
        ratio = image.height() / image.width() if image is not None and image.width() else 1.0
        return Size(picture.width, ratio)

    def on(self, today: date) -> Pictures:
        """The same on another day: a picture may have run out since."""
        return replace(self, today=today)

    def shows_as(self, other: Pictures) -> bool:
        """Whether a signature looks the same with the other."""
        return (self.chosen, self.data, self.size) == (other.chosen, other.data, other.size)

    def refusal(self) -> str:
        """Why this may not be signed with today; empty where it may.

        Words stand in a picture's place only where nobody has one, or the person wants it so.
        """
        if self.picture is not None:
            return refusal_of(self.picture, self.today)
        if self.chosen != "office" or self.office is not None:
            return ""
        if self.missing:
            return translate(
                "SigningPictures",
                "Ảnh chữ ký hoặc con dấu mà cơ quan cấp chưa có trên máy này. Kết nối mạng rồi ký lại, hoặc chọn ảnh "
                "khác.",
            )
        ended = [one for one in self.kept if one.state(self.today) == "expired"]
        return refusal_of(max(ended, key=lambda one: one.until), self.today) if ended else ""

    def choosing(self, key: str) -> Pictures:
        """The same with another one in use; what does not exist is the office's own."""
        known = key in ("office", "none") or any(one.id == key for one in self.kept)
        return replace(self, chosen=key if known else "office")

    def choices(self) -> tuple[PictureChoice, ...]:
        """The menu."""
        found = []
        if self.office is not None:
            found.append(PictureChoice("office", translate("SigningDesk", "mặc định"), self.chosen == "office"))
        for one in self.kept:
            state = one.state(self.today)
            if state == "withdrawn":
                continue
            text = one.name
            if state == "expired":
                text = translate("SigningPictures", "%1 (hết hiệu lực %2)").replace("%2", formats.day(one.until))
            elif state == "early":
                text = translate("SigningPictures", "%1 (từ %2)").replace("%2", formats.day(one.since))
            text = text.replace("%1", one.name)
            found.append(PictureChoice(one.id, text, self.chosen == one.id, enabled=state == "good"))
        words = self.chosen == "none" or (self.chosen == "office" and self.office is None)
        found.append(PictureChoice("none", translate("SigningDesk", "không dùng ảnh"), words))
        found.append(PictureChoice("manage", translate("SigningPictures", "Quản lý ảnh chữ ký…"), separate=True))
        return tuple(found)


async def load(workplace: Workplace, purpose: str, now: datetime) -> Pictures:
    """The pictures for a kind of signature: a leader's handwriting, an organ's stamp; none for the others.

    Where nothing was chosen, or what was chosen may not be used any more, the default one is in use: the one marked so
    on this machine, else the office's.
    """
    if purpose not in ("approve", "seal", "loose"):
        return Pictures(chosen="none")
    me, today = workplace.me, now.astimezone(VIETNAM).date()
    if purpose == "seal":
        owner, found = me.organ_id, await workplace.get("Unit", me.organ_id) or {}
        given = found.get("stampBlobId"), found.get("stampSize")
        size: Size | None = _stamp_size(found)
    else:
        owner, found = me.id, await workplace.get("Person", me.id) or {}
        given, size = (found.get("signatureBlobId"), found.get("signatureSize")), None
    office = await _office(workplace, *given)
    kept = tuple(one for one in await stored(workplace) if one.owner == owner)
    chosen = (await workplace.preference(CHOSEN, {})).get(owner, "")
    usable = {one.id for one in kept if one.state(today) == "good"} | {"none"} | ({"office"} if office else set())
    if chosen not in usable:
        default = next((one.id for one in kept if one.default and one.id in usable), "")
        chosen = default or "office"
    return Pictures(office, size, kept, chosen, today, missing=bool(given[0]) and office is None)


async def stamp_size(workplace: Workplace) -> Size:
    """How large the organ's stamp is on paper: 36 mm across unless the organ has set otherwise."""
    return _stamp_size(await workplace.get("Unit", workplace.me.organ_id) or {})


def _stamp_size(organ: Mapping[str, Any]) -> Size:
    width = organ.get("stampMillimetres")
    return Size(float(width)) if isinstance(width, int | float) and 5 <= width <= 90 else STAMP


async def stored(workplace: Workplace) -> list[Picture]:
    """Every picture kept on this machine, in the order they came."""
    found = await workplace.preference(KEPT, None)
    if found is None:
        old = await workplace.preference(ONE_PICTURE, None)
        if not old:
            return []
        name = translate("SigningPictures", "Ảnh chữ ký")
        one = Picture("own", workplace.me.id, "full", name, _bytes(old), FULL_WIDTH, default=True)
        await _store(workplace, [one])
        await workplace.set_preference(ONE_PICTURE, None)
        return [one]
    pictures = [_picture(one) for one in found if isinstance(one, Mapping)]
    return [one for one in pictures if one is not None]


def _picture(found: Mapping[str, Any]) -> Picture | None:
    try:
        return Picture(**{**found, "data": _bytes(found["data"]), "width": float(found["width"])})
    except (KeyError, TypeError, ValueError):
        _log.warning("kept picture unreadable")
        return None


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except binascii.Error:
        return b""


async def keep(workplace: Workplace, picture: Picture) -> None:
    """Keep a picture, or what is new of one. A default one takes the place of the default before it."""
    before = await stored(workplace)
    if picture.default:
        before = [replace(one, default=False) if _same_use(one, picture) else one for one in before]
    known = any(one.id == picture.id for one in before)
    after = [picture if one.id == picture.id else one for one in before] if known else [*before, picture]
    await _store(workplace, after)
    if picture.default:
        await choose(workplace, picture.owner, "")


def _same_use(one: Picture, other: Picture) -> bool:
    return one.owner == other.owner and one.id != other.id


async def forget(workplace: Workplace, picture_id: str) -> None:
    """Take a picture off this machine."""
    await _store(workplace, [one for one in await stored(workplace) if one.id != picture_id])


async def choose(workplace: Workplace, owner: str, key: str) -> None:
    """Use this one from now on; "" for the default."""
    chosen = dict(await workplace.preference(CHOSEN, {}))
    chosen.pop(owner, None)
    if key:
        chosen[owner] = key
    await workplace.set_preference(CHOSEN, chosen)


async def _store(workplace: Workplace, pictures: list[Picture]) -> None:
    await workplace.set_preference(KEPT, [one.to_json() for one in pictures])


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
