"""The acts of a document told as a clerk would tell them, the newest first. Knows acts, names and formats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.office.acts import Act
from desktop.presenters import formats, office_words
from desktop.presenters.names import Names
from widgets.theme import Tone
from widgets.timeline import Event


class Storyteller:
    """Tells the acts of one document.

    Args:
        document: the document they are about.
        arrival_number: the number this organ's register gave it, when it has one.
        now: the central's time.
    """

    def __init__(self, names: Names, document: Mapping[str, Any], arrival_number: int | None, now: datetime) -> None:
        self._names = names
        self._document = document
        self._arrival_number = arrival_number
        self._now = now

    def events(self, acts: Sequence[Act | Mapping[str, Any]]) -> list[Event]:
        """The newest first; what has not been received yet is open. The story of an issued document begins there."""
        told = [self._event(act) for act in reversed(acts)]
        issued = self._document.get("issuedAt")
        if issued and all(act["kind"] != "issue" for act in acts):
            words = QCoreApplication.translate("History", "phát hành")
            told.append(Event(self._document["issuer"], words, formats.when_in_history(issued, self._now)))
        return told

    @staticmethod
    def missing() -> Event:
        """Below what is here: that there may be more, and what brings it."""
        what = QCoreApplication.translate("History", "Quá trình xử lý trước đó không lưu trên máy này")
        return Event(what, "", QCoreApplication.translate("History", "cần kết nối để tải về"), Tone.WARN, open=True)

    def _event(self, act: Mapping[str, Any]) -> Event:
        waits = act.get("outcome") is None
        when = formats.when_in_history(act.get("receivedAt") or act["claimedAt"], self._now)
        if waits:
            when = QCoreApplication.translate("History", "{time} · chưa gửi, sẽ gửi khi có mạng").format(time=when)
        return Event(self._who(act), self._what(act), when, Tone.WARN if waits else Tone.INFO, waits)

    def _who(self, act: Mapping[str, Any]) -> str:
        name = self._names.person(act["authorId"])
        if not name:
            # The sender's own people are not known here: the agency speaks for them.
            return self._document["issuer"]
        title = self._names.title(act["authorId"], act.get("positionId"))
        return f"{name}, {title}" if title and act["kind"] in ("direct", "approve", "refuse", "remark") else name

    def _what(self, act: Mapping[str, Any]) -> str:
        told = _TELL.get(act["kind"])
        # A kind from a newer central is shown under its own name, never dropped.
        return told(self, act["payload"]) if told is not None else act["kind"]

    def receive(self, payload: Mapping[str, Any]) -> str:
        number = self._arrival_number or payload.get("number")
        if number is None:
            return QCoreApplication.translate("History", "tiếp nhận, vào sổ; chờ cấp số")
        return QCoreApplication.translate("History", "tiếp nhận, vào sổ, số đến {number}").format(number=number)

    def transfer(self, payload: Mapping[str, Any]) -> str:
        names = self._names.assignee
        parts = []
        if payload.get("lead"):
            lead = QCoreApplication.translate("History", "{name} (chủ trì)")
            parts.append(lead.format(name=names(payload["lead"])))
        if payload.get("co"):
            co = QCoreApplication.translate("History", "{names} (phối hợp)")
            parts.append(co.format(names=", ".join(names(a) for a in payload["co"])))
        if payload.get("info"):
            info = QCoreApplication.translate("History", "{names} (để biết)")
            parts.append(info.format(names=", ".join(names(a) for a in payload["info"])))
        text = QCoreApplication.translate("History", "chuyển {to}").format(to=", ".join(parts))
        if payload.get("due"):
            due = formats.short_day(payload["due"], formats.local(self._now).date())
            text += "; " + QCoreApplication.translate("History", "hạn {day}").format(day=due)
        return text + (f". “{payload['directive']}”" if payload.get("directive") else "")

    def direct(self, payload: Mapping[str, Any]) -> str:
        said = QCoreApplication.translate("History", "Bút phê: “{text}”")
        if payload.get("file"):
            said = QCoreApplication.translate("History", "Bút phê ký số: “{text}”")
        return said.format(text=payload.get("directive") or "")

    def give_back(self, payload: Mapping[str, Any]) -> str:
        return QCoreApplication.translate("History", "trả lại: {reason}").format(reason=payload.get("reason") or "")

    def finish(self, payload: Mapping[str, Any]) -> str:
        done = QCoreApplication.translate("History", "kết thúc xử lý")
        return f"{done}: {payload['result']}" if payload.get("result") else done

    def draft(self, payload: Mapping[str, Any]) -> str:
        return QCoreApplication.translate("History", "soạn dự thảo")

    def submit(self, payload: Mapping[str, Any]) -> str:
        signer = self._names.person(payload.get("signerId"))
        return QCoreApplication.translate("History", "trình ký {name}").format(name=signer).strip()

    def approve(self, payload: Mapping[str, Any]) -> str:
        return QCoreApplication.translate("History", "ký duyệt")

    def refuse(self, payload: Mapping[str, Any]) -> str:
        said = QCoreApplication.translate("History", "chưa ký, trả lại người soạn: {reason}")
        text = said.format(reason=payload.get("reason") or "")
        count = len(payload.get("remarks") or ())
        if count:
            text += "; " + QCoreApplication.translate("History", "kèm %n góp ý trên dự thảo", None, count)
        return text

    def remark(self, payload: Mapping[str, Any]) -> str:
        made, gone = len(payload.get("remarks") or ()), len(payload.get("withdrawn") or ())
        parts = []
        if made:
            parts.append(QCoreApplication.translate("History", "góp ý %n chỗ trên dự thảo", None, made))
        if gone:
            parts.append(QCoreApplication.translate("History", "rút lại %n góp ý", None, gone))
        return "; ".join(parts)

    def answer_remarks(self, payload: Mapping[str, Any]) -> str:
        given = payload.get("answers") or ()
        accepted = sum(1 for one in given if one.get("how") == "accepted")
        parts = []
        if accepted:
            parts.append(QCoreApplication.translate("History", "tiếp thu %n góp ý", None, accepted))
        if len(given) > accepted:
            parts.append(QCoreApplication.translate("History", "giải trình %n góp ý", None, len(given) - accepted))
        return "; ".join(parts)

    def number(self, payload: Mapping[str, Any]) -> str:
        notation = self._document.get("notation")
        if not notation:
            return QCoreApplication.translate("History", "cấp số; chờ cấp số")
        return QCoreApplication.translate("History", "cấp số {notation}").format(notation=notation)

    def seal(self, payload: Mapping[str, Any]) -> str:
        if self._document.get("copyOf"):
            return QCoreApplication.translate("History", "ký sao")
        signed = sum(one.get("signature") == "organ" for one in payload.get("attachments") or ())
        if signed:
            return QCoreApplication.translate("History", "ký số cơ quan, kèm %n phụ lục", None, signed)
        return QCoreApplication.translate("History", "ký số cơ quan")

    def seal_attachments(self, payload: Mapping[str, Any]) -> str:
        signed = sum(one.get("signature") == "organ" for one in payload.get("attachments") or ())
        return QCoreApplication.translate("History", "ký số cơ quan trên %n phụ lục", None, signed)

    def augment(self, payload: Mapping[str, Any]) -> str:
        if payload.get("attachment"):
            return QCoreApplication.translate(
                "History", "bổ sung dấu thời gian, dữ liệu kiểm tra chữ ký số của phụ lục"
            )
        if payload.get("level") == "B-T":
            return QCoreApplication.translate("History", "bổ sung dấu thời gian cho chữ ký số")
        return QCoreApplication.translate("History", "bổ sung dấu thời gian, dữ liệu kiểm tra chữ ký số")

    def confirm(self, payload: Mapping[str, Any]) -> str:
        if self._arrival_number is None:
            return QCoreApplication.translate("History", "ký văn bản đến")
        said = QCoreApplication.translate("History", "ký văn bản đến, số đến {number}")
        return said.format(number=self._arrival_number)

    def copy(self, payload: Mapping[str, Any]) -> str:
        kind = office_words.copy_type(str(payload.get("type") or "")).lower()
        if payload.get("pages"):
            pages = ", ".join(str(n) for n in payload["pages"])
            kind = QCoreApplication.translate("History", "{kind} trang {pages}").format(kind=kind, pages=pages)
        text = kind
        if payload.get("source") == "paper":
            text = QCoreApplication.translate("History", "{kind} từ bản giấy").format(kind=kind)
        if payload.get("count"):
            text += "; " + QCoreApplication.translate("History", "%n bản", None, int(payload["count"]))
        who = self._names.person(payload.get("authorisedById"))
        if who:
            text += "; " + QCoreApplication.translate("History", "{name} cho phép").format(name=who)
        return text

    def issue(self, payload: Mapping[str, Any]) -> str:
        count = len(payload.get("recipients") or ())
        if not count:
            return QCoreApplication.translate("History", "phát hành")
        return QCoreApplication.translate("History", "phát hành tới %n nơi nhận", None, count)

    def discard(self, payload: Mapping[str, Any]) -> str:
        return QCoreApplication.translate("History", "hủy dự thảo")

    def export(self, payload: Mapping[str, Any]) -> str:
        said = QCoreApplication.translate("History", "lưu tệp ra ngoài: {name}")
        return said.format(name=payload.get("name") or "")

    def assign_task(self, payload: Mapping[str, Any]) -> str:
        said = QCoreApplication.translate("History", "giao nhiệm vụ: {title}")
        return said.format(title=(payload.get("task") or {}).get("title", ""))

    def report(self, payload: Mapping[str, Any]) -> str:
        said = QCoreApplication.translate("History", "báo cáo tiến độ {percent} %")
        return said.format(percent=payload.get("percent", 0))

    def finish_task(self, payload: Mapping[str, Any]) -> str:
        return QCoreApplication.translate("History", "báo cáo hoàn thành nhiệm vụ")

    def decide_completion(self, payload: Mapping[str, Any]) -> str:
        if payload.get("granted"):
            return QCoreApplication.translate("History", "duyệt hoàn thành nhiệm vụ")
        return QCoreApplication.translate("History", "chưa duyệt hoàn thành nhiệm vụ")

    def ask_extension(self, payload: Mapping[str, Any]) -> str:
        said = QCoreApplication.translate("History", "xin gia hạn nhiệm vụ đến {day}")
        return said.format(day=formats.day(payload.get("due")))

    def decide_extension(self, payload: Mapping[str, Any]) -> str:
        if payload.get("granted"):
            return QCoreApplication.translate("History", "đồng ý gia hạn nhiệm vụ")
        return QCoreApplication.translate("History", "không đồng ý gia hạn nhiệm vụ")


_TELL = {
    "receive": Storyteller.receive,
    "transfer": Storyteller.transfer,
    "direct": Storyteller.direct,
    "return": Storyteller.give_back,
    "finish": Storyteller.finish,
    "draft": Storyteller.draft,
    "submit": Storyteller.submit,
    "approve": Storyteller.approve,
    "refuse": Storyteller.refuse,
    "remark": Storyteller.remark,
    "answerRemarks": Storyteller.answer_remarks,
    "number": Storyteller.number,
    "seal": Storyteller.seal,
    "sealAttachments": Storyteller.seal_attachments,
    "augment": Storyteller.augment,
    "confirm": Storyteller.confirm,
    "copy": Storyteller.copy,
    "issue": Storyteller.issue,
    "discard": Storyteller.discard,
    "export": Storyteller.export,
    "assignTask": Storyteller.assign_task,
    "reportProgress": Storyteller.report,
    "finishTask": Storyteller.finish_task,
    "decideCompletion": Storyteller.decide_completion,
    "askExtension": Storyteller.ask_extension,
    "decideExtension": Storyteller.decide_extension,
}
