"""Remarks as rows of the list and marks on the page. Knows wire types, names and formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.office import remarks
from desktop.presenters import formats
from desktop.presenters.names import Names
from widgets.remark_marks import Mark
from widgets.remark_rows import RemarkRow
from widgets.theme import Tone

translate = QCoreApplication.translate

_KINDS = {
    "ink": QT_TRANSLATE_NOOP("Remarks", "Viết tay"),
    "highlight": QT_TRANSLATE_NOOP("Remarks", "Tô sáng"),
    "underline": QT_TRANSLATE_NOOP("Remarks", "Gạch chân"),
    "strike": QT_TRANSLATE_NOOP("Remarks", "Gạch bỏ"),
    "box": QT_TRANSLATE_NOOP("Remarks", "Khung"),
    "note": QT_TRANSLATE_NOOP("Remarks", "Ghi chú"),
}
Size = Callable[[int], tuple[float, float] | None]
"""Width and height of a page in points as it is shown; None where there is no such page."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One remark, sent (with its round) or still being written."""

    item: Mapping[str, Any]
    round: Mapping[str, Any] | None = None

    @property
    def key(self) -> str:
        """Its identifier."""
        return str(self.item["id"])


def kind(word: str) -> str:
    """The name of a kind; one from a newer central under its own."""
    if word in _KINDS:
        return translate("Remarks", str(_KINDS[word]))
    return translate("Remarks", "Góp ý loại khác ({kind})").format(kind=word)


def listed(document: Mapping[str, Any], digest: str, unsent: Iterable[Mapping[str, Any]] = ()) -> list[Listed]:
    """The remarks on one version, in the order of the page: those sent, and those still being written."""
    found = [Listed(item, each) for each, item in remarks.items(document, digest)]
    found += [Listed(item) for item in unsent]
    return sorted(found, key=_place)


def _place(one: Listed) -> tuple[int, int, int]:
    item = one.item
    ys = [r[3] for r in item.get("rects") or () if len(r) == 4]
    ys += [y for s in item.get("strokes") or () for y in s[1::3]]
    xs = [r[0] for r in item.get("rects") or () if len(r) == 4]
    return int(item.get("page") or 0), -max(ys, default=0), min(xs, default=0)


def rows(
    found: Sequence[Listed], names: Names, now: datetime, *, me: str, writes: bool, answers: bool
) -> list[RemarkRow]:
    """The list beside the page."""
    return [_row(one, n, names, now, me=me, writes=writes, answers=answers) for n, one in enumerate(found, 1)]


def _row(one: Listed, number: int, names: Names, now: datetime, *, me: str, writes: bool, answers: bool) -> RemarkRow:
    item, sent = one.item, one.round
    page = translate("Remarks", "trang {page}").format(page=int(item.get("page") or 0) + 1)
    status, tone = status_of(one)
    who = ""
    if sent is not None:
        who = f"{names.person(sent['authorId'])}, {formats.when_in_history(sent['at'], now)}"
    mine = sent is not None and sent["authorId"] == me
    return RemarkRow(
        key=one.key,
        number=number,
        title=f"{kind(str(item['kind']))} · {page}",
        quote=str(item.get("quote") or ""),
        text=str(item.get("text") or ""),
        who=who,
        status=status,
        tone=tone,
        answer=str((item.get("answer") or {}).get("text") or ""),
        editable=sent is None and writes,
        withdrawable=mine and writes and not item.get("answer"),
        answerable=sent is not None and answers,
    )


def printed(found: Sequence[Listed], names: Names) -> list[tuple[str, str, str, str]]:
    """The list on the copy for the hand, in Vietnamese as every paper of the office."""
    lines = []
    for number, one in enumerate(found, 1):
        item, answer = one.item, one.item.get("answer") or {}
        page = int(item.get("page") or 0) + 1
        who = names.person(one.round["authorId"]) if one.round is not None else "chưa gửi"
        how = {"accepted": "Đã tiếp thu", "explained": "Giải trình"}.get(str(answer.get("how")), "")
        handled = ": ".join(part for part in (how, str(answer.get("text") or "")) if part)
        name = str(_KINDS.get(str(item["kind"]), item["kind"]))
        title = f"{number}. {name}, trang\u00a0{page}\n{who}"
        lines.append((title, str(item.get("quote") or ""), str(item.get("text") or ""), handled))
    return lines


def status_of(one: Listed) -> tuple[str, Tone]:
    """Where a remark stands, in words."""
    if one.round is None:
        return translate("Remarks", "chưa gửi"), Tone.WARN
    answer = one.item.get("answer") or {}
    match answer.get("how"):
        case "accepted":
            return translate("Remarks", "đã tiếp thu"), Tone.GOOD
        case "explained":
            return translate("Remarks", "đã giải trình"), Tone.GOOD
        case None:
            return translate("Remarks", "chưa xử lý"), Tone.INFO
        case other:
            return str(other), Tone.INFO


def marks(found: Sequence[Listed], names: Names, size: Size) -> list[Mark]:
    """What stands on the pages; kinds that cannot be drawn are in the list alone."""
    drawn = []
    for number, one in enumerate(found, 1):
        mark = _mark(one, number, names, size)
        if mark is not None:
            drawn.append(mark)
    return drawn


def _mark(one: Listed, number: int, names: Names, size: Size) -> Mark | None:
    item = one.item
    page = int(item.get("page") or 0)
    shown = size(page)
    if shown is None or item.get("kind") not in remarks.MARKS:
        return None
    width, height = (item.get("size") or [round(shown[0] * 10), round(shown[1] * 10)])[:2]
    # A page that is shown at another size than it was written on keeps the remark where it was.
    across, up = shown[0] / (width or 1), shown[1] / (height or 1)
    rects = tuple((r[0] * across, r[1] * up, r[2] * across, r[3] * up) for r in item.get("rects") or () if len(r) == 4)
    strokes = tuple(
        tuple((x * across, y * up, p / 255) for x, y, p in zip(s[0::3], s[1::3], s[2::3], strict=False))
        for s in item.get("strokes") or ()
        if len(s) >= 3
    )
    if not rects and not strokes:
        return None
    status, _tone = status_of(one)
    who = names.person(one.round["authorId"]) if one.round is not None else ""
    about = ": ".join(part for part in (who, item.get("text") or kind(str(item["kind"]))) if part)
    return Mark(
        key=one.key,
        kind=str(item["kind"]),
        page=page,
        rects=rects,
        strokes=strokes,
        number=number,
        done=bool(item.get("answer")),
        about=f"{number}. {about} ({status})",
    )


def desk_words(document: Mapping[str, Any], *, writes: bool) -> str:
    """The same for the signing desk, where there is little room."""
    total = sum(1 for _ in remarks.items(document))
    if total:
        return translate("Remarks", "&Góp ý (%1)").replace("%1", str(total))
    return translate("Remarks", "&Góp ý") if writes else ""


def action_words(document: Mapping[str, Any], *, writes: bool) -> str:
    """The button that opens the remarks of a document; "" where there is nothing to open."""
    left = remarks.open_count(document)
    total = sum(1 for _ in remarks.items(document))
    if writes:
        return translate("Remarks", "&Góp ý dự thảo")
    if left:
        return translate("Remarks", "Xem &góp ý (còn %n)", None, left)
    return cast(str, translate("Remarks", "Xem &góp ý (%n)", None, total)) if total else ""
