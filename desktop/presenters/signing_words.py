"""The words of the signing desk: rows, results, progress, and what a batch came to. Knows the codes' sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.office import attachments
from desktop.presenters import formats, messages, messages_signing, office_words
from desktop.presenters.signing_batch import FileResult, NotSigned, Outcome, Problem, SignedFile, Step
from desktop.presenters.signing_kept import UNSENT
from desktop.presenters.signing_places import Looked
from widgets.theme import Tone

translate = QCoreApplication.translate

REFUSED = "signedRefused"
"""Code of what is said of a signed file whose act was refused, beside the reason."""

Trouble = tuple[str, Mapping[str, str | int]]
"""A code with its values: what keeps a file from being looked at."""


def line_of(document: Mapping[str, Any], purpose: str, name: str = "") -> str:
    """The second line of a row: urgency, number, pages, and for the seal who approved.

    Args:
        purpose: key of the kind of signature.
        name: what the kind is called, where several stand in one queue.
    """
    parts = [name] if name else []
    if purpose in _LINES:
        return " · ".join([*parts, *_LINES[purpose](document)])
    urgency = int(document.get("urgency") or 0)
    if urgency:
        parts.append(office_words.urgency(urgency))
    if document.get("notation"):
        held = document.get("reserved") and purpose == "approve"
        parts.append(
            (translate("SigningDesk", "Số %1 (đã giữ số)") if held else translate("SigningDesk", "Số %1")).replace(
                "%1", document["notation"]
            )
        )
    else:
        parts.append(translate("SigningDesk", "Chờ cấp số"))
    if document.get("pages"):
        parts.append(translate("SigningDesk", "%n trang", None, int(document["pages"])))
    left = len(attachments.unsigned(document)) if purpose == "seal" else 0
    if left:
        parts.append(translate("SigningDesk", "kèm %n phụ lục", None, left))
    if purpose == "seal" and document.get("signer"):
        parts.append(translate("SigningDesk", "%1 đã ký duyệt").replace("%1", document["signer"]["name"]))
    return " · ".join(parts)


def _number_and_pages(document: Mapping[str, Any]) -> list[str]:
    parts = [translate("SigningDesk", "Số %1").replace("%1", str(document.get("notation") or ""))]
    if document.get("pages"):
        parts.append(translate("SigningDesk", "%n trang", None, int(document["pages"])))
    return parts


def _attachments_line(document: Mapping[str, Any]) -> list[str]:
    return [_number_and_pages(document)[0], translate("SigningDesk", "%n phụ lục chưa ký", None, int(document["left"]))]


def _copy_line(document: Mapping[str, Any]) -> list[str]:
    of = document.get("copyOf") or {}
    kind = office_words.copy_type(str(document["typeCode"]))
    said = translate("SigningDesk", "%1 của %2").replace("%1", kind)
    return [*_number_and_pages(document), said.replace("%2", str(of.get("notation") or of.get("issuer") or ""))]


def _arrival_line(document: Mapping[str, Any]) -> list[str]:
    number = translate("SigningDesk", "Số đến %1").replace("%1", str(document["handling"]["arrivalNumber"] or ""))
    return [part for part in (number, str(document.get("notation") or ""), str(document["issuer"])) if part]


def _loose_line(document: Mapping[str, Any]) -> list[str]:
    if document.get("saved"):
        return [translate("LooseSigning", "Bản ký: %1").replace("%1", str(document["saved"]))]
    file = document.get("file")
    size = formats.size(int(file["size"])) if file and file["blobId"] else ""
    return [part for part in (size, str(document.get("folder") or "")) if part]


_LINES: Mapping[str, Callable[[Mapping[str, Any]], list[str]]] = {
    "attachments": _attachments_line,
    "copy": _copy_line,
    "confirm": _arrival_line,
    "loose": _loose_line,
}


def place_of(looked: Looked | None, trouble: Trouble | None, purpose: str, name: str) -> tuple[str, Tone]:
    """The third line of a row: where the signature will stand, or why that is not known."""
    if trouble is not None:
        return messages_signing.sentence(*trouble), Tone.WARN
    if looked is None and purpose == "confirm":
        return translate("SigningDesk", "Dấu ĐẾN đặt khi ký; mở văn bản để xem trước"), Tone.NEUTRAL
    if looked is None:
        return translate("SigningDesk", "Đang tìm vị trí ký…"), Tone.NEUTRAL
    if looked.moved is not None:
        return translate("SigningDesk", "Vị trí đặt bằng tay, trang %1").replace(
            "%1", str(looked.moved.page + 1)
        ), Tone.NEUTRAL
    if looked.chosen is not None:
        if purpose == "seal":
            return translate("SigningDesk", "Vị trí dấu: trùm 1/3 bên trái chữ ký"), Tone.NEUTRAL
        if purpose not in ("approve", "loose"):
            return _noted(looked, purpose), Tone.NEUTRAL
        return translate("SigningDesk", "Vị trí tìm thấy: %1").replace("%1", name), Tone.NEUTRAL
    if looked.places:
        text = translate("SigningDesk", "Tên xuất hiện %1 lần: cần chọn vị trí").replace("%1", str(len(looked.places)))
        return text, Tone.WARN
    return translate("SigningDesk", "Không tìm thấy tên người ký: cần chọn vị trí"), Tone.WARN


def _noted(looked: Looked, purpose: str) -> str:
    """Where a text or an arrival mark will stand."""
    if purpose == "confirm" and looked.manner == "slip":
        return translate("SigningDesk", "Dấu ĐẾN trên phiếu riêng; tệp gốc đã ký được giữ nguyên")
    if purpose == "confirm":
        return translate("SigningDesk", "Dấu ĐẾN trên bản ký riêng; tệp gốc được giữ nguyên")
    return translate("SigningDesk", "Góc trên bên phải, trang 1")


def legend_of(looked: Looked | None, trouble: Trouble | None, purpose: str) -> tuple[str, Tone]:
    """What stands above the page: what the box means, or what has to be done first."""
    if trouble is not None:
        return messages_signing.sentence(*trouble), Tone.WARN
    if looked is None:
        return translate("SigningDesk", "Đang tìm vị trí ký…"), Tone.NEUTRAL
    if looked.place is None and looked.places:
        return messages_signing.sentence("manyPlaces", {"count": len(looked.places)}), Tone.WARN
    if looked.place is None:
        return messages_signing.sentence("noPlace"), Tone.WARN
    if purpose == "seal":
        return translate("SigningDesk", "Dấu đúng cỡ thật. Kéo hoặc dùng phím mũi tên để chỉnh."), Tone.NEUTRAL
    if purpose == "confirm" and looked.manner == "slip":
        return translate(
            "SigningDesk",
            "Tệp gốc đã có chữ ký số nên không ghi gì lên đó: dấu đến đặt trên phiếu xác nhận kèm theo.",
        ), Tone.NEUTRAL
    if purpose == "confirm":
        return translate(
            "SigningDesk", "Dấu đến đúng cỡ thật, trên một bản riêng. Kéo hoặc dùng phím mũi tên để chỉnh."
        ), Tone.NEUTRAL
    if purpose == "loose":
        return translate("LooseSigning", "Khung xanh: chữ ký. Kéo hoặc dùng phím mũi tên để chỉnh."), Tone.NEUTRAL
    if purpose != "approve":
        return translate(
            "SigningDesk", "Chữ ký của cơ quan, không có hình dấu. Kéo hoặc dùng phím mũi tên để chỉnh."
        ), Tone.NEUTRAL
    return translate(
        "SigningDesk", "Khung xanh: chữ ký. Vòng đỏ: chỗ của dấu. Kéo hoặc dùng phím mũi tên để chỉnh."
    ), Tone.NEUTRAL


def status_of(result: FileResult[SignedFile]) -> tuple[str, Tone]:
    """The result at the right of a row."""
    if result.step is Step.SIGNING:
        return translate("SigningDesk", "Đang ký…"), Tone.INFO
    if result.step is Step.SIGNED and result.done is not None:
        return translate("SigningDesk", "Đã ký %1").replace(
            "%1", f"{formats.local(result.done.at):%H:%M:%S}"
        ), Tone.GOOD
    if result.problem is not None:
        code = REFUSED if _is_refused(result.problem) else code_of(result.problem)[0]
        return messages_signing.short(code), Tone.WARN if code in ("noPlace", "manyPlaces") else Tone.BAD
    return (
        translate("SigningDesk", "Chờ") if result.step is Step.WAITING else translate("SigningDesk", "Chưa ký")
    ), Tone.NEUTRAL


def reason_of(result: FileResult[SignedFile]) -> str:
    """The whole sentence under a result that needs one; empty otherwise."""
    if result.problem is not None:
        return sentence_of(result.problem)
    if result.done is not None and result.done.warnings:
        return messages_signing.sentence(result.done.warnings[0])
    return ""


def sentence_of(problem: Problem) -> str:
    """What went wrong, and what to do."""
    code, args = code_of(problem)
    known = code in messages_signing.SENTENCES
    said = messages_signing.sentence(code, args) if known else messages.sentence(code, args)
    return f"{said} {messages_signing.sentence(REFUSED)}" if _is_refused(problem) else said


def _is_refused(problem: Problem | None) -> bool:
    # What may not be here at all is sealed, and not listed with what can be saved.
    return isinstance(problem, NotSigned) and problem.refused and problem.code != "secretElsewhere"


def code_of(problem: Problem) -> Trouble:
    """A problem as code and values."""
    return (problem.code, problem.sentence_args if isinstance(problem, NotSigned) else problem.args_map)


def progress_of(done: int, total: int, left: int | None, holder: str, *, paused: bool, ending: bool) -> str:
    """The line over the bar."""
    if ending:
        return translate("SigningDesk", "Đang dừng; chờ xong văn bản đang ký…")
    if paused:
        return translate("SigningDesk", "Tạm dừng ở %1/%2").replace("%1", str(done)).replace("%2", str(total))
    words = translate("SigningDesk", "Đang ký %1/%2").replace("%1", str(min(done + 1, total))).replace("%2", str(total))
    if left is not None and left > 90:
        words += translate("SigningDesk", " · còn khoảng %1 phút").replace("%1", str(round(left / 60)))
    elif left is not None:
        words += translate("SigningDesk", " · còn khoảng %1 giây").replace("%1", str(left))
    return words + translate("SigningDesk", " · thiết bị của %1").replace("%1", holder)


def outcome_of(outcome: Outcome[SignedFile], subjects: Mapping[str, str]) -> tuple[str, Tone]:
    """What a batch came to: what stopped it, what was signed, what was not."""
    signed, total = len(outcome.ids(Step.SIGNED)), len(outcome.results)
    if outcome.stopped_by is not None:
        return stopped_by(outcome.stopped_by, outcome, subjects), Tone.BAD
    if signed == total:
        text = translate("SigningDesk", "Đã ký %n văn bản.", None, signed)
        if any(one.done is not None and one.done.warnings for one in outcome.results):
            text += " " + translate("SigningDesk", "Có văn bản cần lưu ý, xem ở từng dòng.")
        return text, Tone.GOOD
    return f"{_counted(signed, total)} {_unsigned(outcome, subjects)}".strip(), Tone.WARN


def stopped_by(problem: Problem, outcome: Outcome[SignedFile], subjects: Mapping[str, str]) -> str:
    """The token or the PIN stopped the batch."""
    text, signed = sentence_of(problem), len(outcome.ids(Step.SIGNED))
    if any(one.problem is not None and code_of(one.problem)[0] == UNSENT for one in outcome.results):
        return text if not signed else f"{text} {_counted(signed, len(outcome.results))}"
    if not signed and not any(_is_refused(one.problem) for one in outcome.results):
        return text + " " + translate("SigningDesk", "Chưa văn bản nào được ký.")
    return f"{text} {_counted(signed, len(outcome.results))} {_unsigned(outcome, subjects)}"


def _counted(signed: int, total: int) -> str:
    return translate("SigningDesk", "Đã ký %1 trong %2 văn bản.").replace("%1", str(signed)).replace("%2", str(total))


def _unsigned(outcome: Outcome[SignedFile], subjects: Mapping[str, str]) -> str:
    """What was not signed, by subject, as far as it can be read at a glance, and what was signed in vain."""
    refused = [one.document_id for one in outcome.results if _is_refused(one.problem)]
    ids = [one for one in outcome.ids(Step.FAILED, Step.LEFT, Step.WAITING) if one not in refused]
    came_back = translate(
        "SigningDesk", "%n văn bản đã ký nhưng không được chấp nhận, tệp ở Việc chưa gửi.", None, len(refused)
    )
    return " ".join([*([_named(ids, subjects)] if ids else []), *([came_back] if refused else [])])


def _named(ids: Sequence[str], subjects: Mapping[str, str]) -> str:
    names = "; ".join(f"“{_short(subjects.get(one, one))}”" for one in ids[:3])
    more = translate("SigningDesk", " và %1 văn bản khác").replace("%1", str(len(ids) - 3)) if len(ids) > 3 else ""
    return translate("SigningDesk", "Chưa ký: %1%2.").replace("%1", names).replace("%2", more)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "…"
