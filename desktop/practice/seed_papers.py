"""Makes the papers of the practice office: text, number, page, signatures, as Documents of the wire.

Knows themes, pages, signatures and the people; nothing of who handles what.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from desktop.office.documents import type_name
from desktop.office.registers import notation
from desktop.practice import images
from desktop.practice.pages import Drawn, Sheet, draw_annex
from desktop.practice.people import BY_KEY, ORGAN, OUTSIDE, Organ, Someone, signer_of
from desktop.practice.pki import PracticePki
from desktop.practice.pki_certificates import outside_label, person_label, seal_label
from desktop.practice.signed import PaperSigner, Signature
from desktop.practice.texts import Written

Object = dict[str, Any]
PDF = "application/pdf"

SERIES_TODAY: dict[tuple[str, str], int] = {
    ("tu", "CV"): 1532, ("tu", "TB"): 118, ("tu", "NQ"): 14, ("tu", "CT"): 9, ("tu", "KH"): 46, ("tu", "KL"): 61,
    ("tu", "QĐ"): 388, ("vptu", "GM"): 56, ("vptu", "CV"): 934, ("vptu", "TB"): 71, ("vptu", "HD"): 6,
    ("btctu", "HD"): 37, ("btctu", "CV"): 618, ("btctu", "TB"): 44, ("ubkttu", "CV"): 412, ("ubkttu", "KH"): 24,
    ("ubkttu", "TB"): 63, ("btgdvtu", "HD"): 52, ("btgdvtu", "CV"): 377, ("btgdvtu", "BC"): 96, ("bnctu", "CV"): 204,
    ("bnctu", "BC"): 58, ("ducq", "KH"): 204, ("ducq", "CV"): 311, ("ubndt", "CĐ"): 22, ("ubndt", "CV"): 4821,
    ("cb-dong", "BC"): 88, ("cb-doai", "BC"): 74, ("cb-ha", "BC"): 91, ("mttq-anphu", "TTr"): 19,
    ("mttq-anphu", "BC"): 64, ("mttq-anphu", "KH"): 22, ("mttq-anphu", "CV"): 140, ("mttq-anphu", "TB"): 35,
    ("ubnd-anphu", "BC"): 173, ("ubnd-anphu", "TTr"): 88, ("ubnd-anphu", "CV"): 402, ("ubnd-anphu", "QĐ"): 516,
    ("ubnd-anphu", "GM"): 41, ("ubnd-anphu", "KH"): 67, ("du-binhson", "CV"): 233,
}  # fmt: skip
"""Where each series stood on 20 November 2026; other days follow in proportion."""
SERIES_DAY = date(2026, 11, 20)
_ANNEXES = (
    ("Phu luc - Bieu tong hop.pdf", "BIỂU TỔNG HỢP KẾT QUẢ", ("Nội dung", "Đơn vị tính", "Kết quả", "Ghi chú")),
    ("Phu luc - Danh sach.pdf", "DANH SÁCH TRÍCH NGANG", ("Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị")),
    ("Phu luc - De cuong bao cao.pdf", "ĐỀ CƯƠNG BÁO CÁO", ("Mục", "Nội dung", "Số liệu")),
)
TERM_BEGAN = date(2025, 8, 15)
"""Party series run by congress term; the state's by year."""


@dataclass(frozen=True)
class Signatory:
    """Who signs a paper: name and lines above it, the person with an account if there is one, the certificate."""

    name: str
    competence: str
    position: str
    person: str | None
    label: str


@dataclass
class File:
    """A file that belongs to an object."""

    data: bytes
    media_type: str = PDF

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@dataclass
class Papers:
    """The desk at which papers are made.

    Attributes:
        files: by digest, everything that an object refers to.
        texts: a document's text by its identifier.
    """

    pki: PracticePki
    files: dict[str, File] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.signer = PaperSigner(self.pki)
        self._stamps: dict[str, bytes] = {}
        self._hands: dict[str, bytes] = {}
        self._annexes: list[Object] = []

    # -- pictures

    def stamp(self, organ: Organ) -> bytes:
        """The organ's stamp, PNG."""
        if organ.key not in self._stamps:
            self._stamps[organ.key] = images.png(images.stamp(*organ.stamp))
        return self._stamps[organ.key]

    def handwriting(self, name: str) -> bytes:
        """A leader's handwriting, PNG."""
        if name not in self._hands:
            self._hands[name] = images.png(images.signature(name))
        return self._hands[name]

    def keep(self, data: bytes, media_type: str = PDF) -> str:
        """Keeps a file; its digest."""
        file = File(data, media_type)
        digest = file.digest
        self.files.setdefault(digest, file)
        return digest

    def blob(self, data: bytes, media_type: str) -> str:
        """Keeps a file; its blobId."""
        return f"sha256-{self.keep(data, media_type)}"

    def file_ref(self, data: bytes, name: str) -> Object:
        """Keeps a PDF; how an object refers to it."""
        digest = self.keep(data)
        return {"blobId": f"sha256-{digest}", "digest": digest, "size": len(data), "name": name, "mediaType": PDF}

    # -- papers

    def sheet(self, written: Written, signatory: Signatory, number: int | None, day: date | None) -> Sheet:
        """The page of a text."""
        organ = ORGAN[written.sender]
        code = written.theme.code
        return Sheet(
            organ=organ,
            type_name="" if code == "CV" else type_name(organ.style, code),
            suffix=suffix(organ, code),
            subject=written.subject,
            body=written.body,
            competence=signatory.competence,
            position=signatory.position,
            signer=signatory.name,
            to_places=(*written.places, organ.store),
            number=number,
            day=day,
            addressees=written.to,
            urgency=written.theme.urgency,
        )

    def document(self, written: Written, signatory: Signatory, *, identifier: str) -> Object:
        """A Document without number and file."""
        organ = ORGAN[written.sender]
        return {
            "id": identifier,
            "revision": 1,
            "organId": organ.key,
            "issuer": organ.name,
            "authorId": None,
            "typeCode": written.theme.code,
            "number": None,
            "notation": None,
            "subject": capital(written.subject),
            "documentDate": None,
            "issuedAt": None,
            "urgency": written.theme.urgency,
            "secrecy": "none",
            "signer": {
                "personId": signatory.person,
                "name": signatory.name,
                "position": sentence_case(signatory.position),
                "competence": signatory.competence,
            },
            "pages": 0,
            "file": None,
            "attachments": [],
            "recipients": [],
            "toPlaces": [*written.places, organ.store],
            "slip": "",
            "state": "draft",
            "reserved": False,
            "returnReason": None,
            "replyTo": None,
            "deliveries": [],
            "updatedAt": "",
        }

    def attach_file(self, document: Object, drawn: Drawn, data: bytes) -> Object:
        """The document with this file, its pages and its text."""
        self.texts[document["id"]] = drawn.text
        return {**document, "file": self.file_ref(data, file_name(document)), "pages": drawn.pages}

    def annexes(self) -> list[Object]:
        """Forms that papers come with, each one file for all."""
        if not self._annexes:
            for name, heading, columns in _ANNEXES:
                self._annexes.append(self.file_ref(draw_annex(heading, columns, 14).pdf, name))
        return self._annexes

    def signed(self, drawn: Drawn, organ: Organ, signatory: Signatory, approved: datetime, sealed: datetime) -> bytes:
        """The page with both signatures and the answers of that day."""
        hand = Signature(signatory.label, self.handwriting(signatory.name), approved)
        seal = Signature(seal_label(organ.key), self.stamp(organ), sealed)
        pdf = self.signer.approve(drawn.pdf, signatory.name, hand)
        pdf = self.signer.seal(pdf, seal)
        return self.signer.keep_evidence(pdf, (hand, seal))


def signatory_for(written: Written, rng: Random) -> Signatory:
    """Who signs this text for its sender."""
    key = written.sender
    if key in OUTSIDE:
        name, competence, position = OUTSIDE[key]
        return Signatory(name, competence, position, None, outside_label(key))
    someone: Someone | None = BY_KEY[written.theme.head] if written.theme.head else signer_of(key)
    if key == "tu" and not written.theme.head:
        someone = BY_KEY["nguyen-van-binh"]
    if key == "du-anphu" and not written.theme.head and rng.random() < 0.35:
        someone = BY_KEY["pham-thu-ha"]
    assert someone is not None
    return signatory(someone, key)


def signatory(someone: Someone, organ: str) -> Signatory:
    """A person as signer of an organ."""
    competence, position = next((c, p) for o, c, p in someone.signs if o == organ)
    return Signatory(someone.name, competence, position, someone.key, person_label(someone.key))


def suffix(organ: Organ, code: str) -> str:
    """What follows the number in the notation: "-TB/TU", "/QĐ-UBND"; Mặt trận's công văn names no department."""
    if organ.style == "front" and code == "CV":
        return f"/{organ.code}"
    return notation(organ.style, None, code, organ.code)


def notation_of(organ: Organ, code: str, number: int) -> str:
    """The notation as printed."""
    return f"{number:02d}{suffix(organ, code)}"


def file_name(document: Object) -> str:
    """A name that a disk takes: "118-TB-TU.pdf"."""
    name = document["notation"] or f"Du thao {document['typeCode']}"
    return re.sub(r"[^\w-]+", "-", name) + ".pdf"


def capital(text: str) -> str:
    """A subject on its own begins with a capital."""
    return text[:1].upper() + text[1:]


def sentence_case(text: str) -> str:
    """ "PHÓ BÍ THƯ" as a list shows it: "Phó Bí thư"."""
    words = text.lower()
    return (words[:1].upper() + words[1:]).replace("phó bí thư", "phó Bí thư").replace("Phó bí thư", "Phó Bí thư")


def numbers(days: Iterable[date], organ: Organ, code: str, today: date) -> list[int]:
    """Numbers of one series for papers of these days (ascending): they grow with the day, and none comes twice."""
    ordered = list(days)
    last = max(standing(organ, code, today, today), len(ordered))
    found: list[int] = []
    after = last + 1
    for n, day in reversed(list(enumerate(ordered))):
        # Below the next one, not above where the series stood that day, and leaving room for all before it.
        after = max(min(after - 1, standing(organ, code, day, today)), n + 1)
        found.append(after)
    return found[::-1]


def standing(organ: Organ, code: str, day: date, today: date) -> int:
    """Where a series stands on a day."""
    full = SERIES_TODAY.get((organ.key, code), 60)
    if organ.style == "party":
        span = (SERIES_DAY - TERM_BEGAN).days
        return max(1, round(full * max((day - TERM_BEGAN).days, 1) / span))
    return max(1, round(full * day.timetuple().tm_yday / SERIES_DAY.timetuple().tm_yday))


def before(at: datetime, minutes: int) -> datetime:
    """So many minutes before."""
    return at - timedelta(minutes=minutes)
