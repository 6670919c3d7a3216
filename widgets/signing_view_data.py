"""What the signing desk is told: the kinds of signature, the document in front and its menus, how far a batch is.

Plain data; knows the overlay's and the marks' own.
"""

from __future__ import annotations

from dataclasses import dataclass

from widgets.remark_marks import Mark
from widgets.signature_overlay import Placement
from widgets.theme import Tone


@dataclass(frozen=True)
class SigningKind:
    """One kind of signing that this person does: ký duyệt, ký số cơ quan."""

    key: str
    title: str
    verb: str


@dataclass(frozen=True)
class PlaceChoice:
    """One place that may be chosen from the menu: "Trang 5: trên tên Lê Văn Hòa"."""

    key: str
    text: str
    current: bool = False


@dataclass(frozen=True)
class PictureChoice:
    """One picture that the signature may show, or none.

    Attributes:
        enabled: it may be used; one that has run out is listed and cannot be chosen.
        separate: it stands apart, under a line: an act rather than a picture.
    """

    key: str
    text: str
    current: bool = False
    enabled: bool = True
    separate: bool = False


@dataclass(frozen=True)
class Preview:
    """The document in front.

    Attributes:
        title: the number, or what stands for it: "31-KH/ĐU"; the page in view is added to it.
        legend: what the box and the circle on the page mean; or that a place has yet to be chosen.
        legend_tone: WARN where the person has something to do.
        placement: the box on the page; None where there is none yet.
        movable: the box may still be moved.
        moved: it was put somewhere by hand, and a found place can be gone back to.
        places: the choices of the menu.
        pictures: the choices of the menu; empty hides it.
        slip: the submission slip can be read.
        mark: what the arrival mark says can be filled in.
        refusable: the document may be sent back.
        remarks: words of the button that opens the remarks on the draft; "" hides it.
        marks: the remarks, as they stand on the pages.
    """

    title: str
    legend: str = ""
    legend_tone: Tone = Tone.NEUTRAL
    placement: Placement | None = None
    movable: bool = True
    moved: bool = False
    places: tuple[PlaceChoice, ...] = ()
    pictures: tuple[PictureChoice, ...] = ()
    slip: bool = False
    mark: bool = False
    refusable: bool = False
    remarks: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class BatchProgress:
    """How far a batch has come.

    Attributes:
        text: "Đang ký 3/4 · còn khoảng 6 giây · thiết bị của Lê Văn Hòa".
        done, total: files.
        hint: "Đã nhập mã PIN một lần".
        paused: it waits for the person.
        stopping: it ends as soon as the file in hand is done.
    """

    text: str
    done: int
    total: int
    hint: str = ""
    paused: bool = False
    stopping: bool = False
