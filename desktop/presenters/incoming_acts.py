"""The dialogs of the incoming desk: what they ask, what they keep while it is typed, and the act that comes of it.

Knows the workplace, the dialogs and the rules' words.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.office.acts import Act, Refusal
from desktop.office.registers import next_number
from desktop.presenters import formats, forms, messages
from desktop.presenters.keeping import Keeper
from desktop.presenters.names import Names
from desktop.presenters.reading import Notify
from desktop.presenters.running import Running
from desktop.session.errors import CentralError
from local_cache.errors import CacheError
from widgets.directive_dialog import DirectiveDialog
from widgets.reason_dialog import ReasonDialog
from widgets.receive_dialog import ReceiveDialog, RegisterChoice
from widgets.theme import Tone
from widgets.transfer_dialog import Candidate, TransferDialog

OFFLINE = ("offline", "retrying", "signedOut")
"""States of the sync in which no number may be shown."""
Object = Mapping[str, Any]
ActDialog = ReceiveDialog | TransferDialog | ReasonDialog
Warn = Callable[[Object], tuple[str, Tone] | None]
"""What is known against a document, in words and tone; None for nothing."""


Sign = Callable[[Object, Object, str], Awaitable[str | None]]
"""Signs the directive of a handling and a document, and does the act; None when it is done, else why not ("" for a
person who thought better of it)."""
_WORDS = {"direct": "directive", "return": "reason", "finish": "result"}
"""Acts whose form asks for words alone, and what the payload calls them."""


def form_values(kind: str, payload: Object) -> dict[str, Any] | None:
    """What the form of an act held when it was sent; None for an act that has no form here."""
    if kind == "receive":
        return {"registerId": payload.get("registerId"), "number": payload.get("number"), "thenTransfer": False}
    if kind == "transfer":
        given = [("lead", payload.get("lead"))]
        given += [(role, one) for role in ("co", "info") for one in payload.get(role) or ()]
        roles = {
            f"person:{one['personId']}" if one.get("personId") else f"unit:{one['unitId']}": role
            for role, one in given
            if one
        }
        return {"roles": roles, "directive": payload.get("directive") or "", "due": payload.get("due")}
    return {"reason": payload.get(_WORDS[kind]) or ""} if kind in _WORDS else None


def _say_in(dialog: ActDialog, error: Exception) -> None:
    if isValid(dialog):
        dialog.show_warnings([messages.of_error(error)], Tone.BAD)


def _draft_key(kind: str, handling_id: str) -> str:
    return f"{kind}:{handling_id}"


@dataclass(frozen=True, slots=True)
class Subject:
    """What an act is done to."""

    handling: Object
    document: Object

    @property
    def title(self) -> str:
        """Number, notation and subject in one line."""
        return " · ".join(part for part in (self.document.get("notation"), self.document.get("subject")) if part)


class IncomingActs:
    """Opens the dialog of an act, and does the act.

    Attributes: dialog — the one that is open, None otherwise.

    Args:
        parent: the window's widget that dialogs belong to.
        done: told (kind, handling id, values) after an act is safe in the outbox.
        warn: what is known against a document when it is received.
        show: told the identifier of a document that the clerk wants to look at.
        sign: signs a directive on the handling slip; None where that cannot be.
        signs: whether the office asks for it.
    """

    def __init__(
        self,
        workplace: Any,
        parent: QWidget,
        names: Names,
        notify: Notify,
        done: Callable[[str, str, Mapping[str, Any]], object],
        show: Callable[[str], object],
        warn: Warn = lambda _: None,
        sign: Sign | None = None,
        signs: Callable[[], bool] = lambda: True,
    ) -> None:
        self._sign = sign
        self._signs = signs
        self._workplace = workplace
        self._parent = parent
        self._names = names
        self._notify = notify
        self._done = done
        self._show = show
        self._warn = warn
        self._running = Running(lambda error: notify(messages.of_error(error), Tone.BAD))
        self._signing: list[str] = []
        self.dialog: ActDialog | None = None

    @property
    def is_signing(self) -> bool:
        """Whether a directive is being signed, from the press of the button until its form has its answer."""
        return bool(self._signing)

    @property
    def signing_form(self) -> list[str]:
        """The form of that directive, as `forms` names it; empty where none is being signed."""
        return list(self._signing)

    async def over(self) -> None:
        """Wait until no act is on its way, a directive that is being signed least of all."""
        await self._running.ended("act")

    def begin(self, kind: str, handling: Object, document: Object) -> None:
        """Ask what the act needs. Unknown kinds are ignored."""
        opens: dict[str, Callable[[Subject], Awaitable[ActDialog]]] = {
            "receive": self._receive,
            "transfer": self._transfer,
            "direct": self._direct,
            "return": self._return,
            "finish": self._finish,
        }
        if kind in opens and self.dialog is None:
            self._running.start("open", self._open(kind, Subject(handling, document), opens[kind]))

    async def do_again(self, act: Object) -> None:
        """Open the form of an act that came back, with what was typed in it as the form's own draft."""
        kind, key = str(act["kind"]), str(act["subjectId"])
        values = form_values(kind, act["payload"])
        if values is not None:
            await self._workplace.save_draft(_draft_key(kind, key), kind, values)
        handling = await self._workplace.get("Handling", key)
        document = await self._workplace.get("Document", handling["documentId"]) if handling else None
        if handling is not None and document is not None:
            self.begin(kind, handling, document)

    async def settled(self) -> None:
        """Wait until nothing runs."""
        await self._running.settled()

    def close(self) -> None:
        """Close the dialog (what is typed is kept) and stop."""
        if self.dialog is not None:
            self.dialog.reject()
        self._running.close()

    async def _open(self, kind: str, subject: Subject, make: Callable[[Subject], Awaitable[ActDialog]]) -> None:
        await self._names.ready()
        key = _draft_key(kind, subject.handling["id"])
        typed = await self._workplace.load_draft(key)
        dialog = await make(subject)
        keeper = Keeper(self._workplace, key, kind, lambda error: _say_in(dialog, error))
        if typed:
            dialog.fill(typed)
        forms.mark(dialog, kind, "Handling", subject.handling["id"])
        self.dialog = dialog
        dialog.edited.connect(keeper.keep)
        dialog.submitted.connect(
            lambda values: self._running.start("act", self._act(kind, subject, values, dialog, keeper))
        )
        dialog.finished.connect(lambda _: self._closed(dialog))
        dialog.open()

    def _closed(self, dialog: ActDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
        dialog.deleteLater()

    async def _act(
        self, kind: str, subject: Subject, values: Mapping[str, Any], dialog: ActDialog, keeper: Keeper
    ) -> None:
        dialog.set_busy(True)
        sign = self._sign if kind == "direct" and values.get("sign") else None
        self._signing = [kind, "Handling", subject.handling["id"]] if sign is not None else []
        try:
            await keeper.settled()
            if sign is not None:
                await self._act_signed(sign, subject, values, dialog, keeper)
            else:
                await self._act_plain(kind, subject, values, dialog, keeper)
        finally:
            self._signing = []
            # Whatever went wrong, also what nobody foresaw: the form can be used again, or left.
            if isValid(dialog):
                dialog.set_busy(False)

    async def _act_plain(
        self, kind: str, subject: Subject, values: Mapping[str, Any], dialog: ActDialog, keeper: Keeper
    ) -> None:
        try:
            outcome = await self._workplace.act(
                kind,
                "Handling",
                subject.handling["id"],
                self._payload(kind, values),
                document_id=subject.document["id"],
                draft_key=keeper.key,
            )
        except CacheError as error:
            # The form stays as it is: said in it, for the window behind cannot be reached.
            _say_in(dialog, error)
            return
        if isinstance(outcome, Refusal):
            dialog.show_warnings([messages.of_refusal(outcome)], Tone.BAD)
            return
        await keeper.stop()
        dialog.accept()
        self._tell(kind, subject, outcome)
        self._done(kind, subject.handling["id"], values)

    async def _act_signed(
        self, sign: Sign, subject: Subject, values: Mapping[str, Any], dialog: ActDialog, keeper: Keeper
    ) -> None:
        """The directive goes with its signature, or stays in its form."""
        # Whoever locks meanwhile finds these words again, also those typed a moment before.
        keeper.keep(dict(values))
        await keeper.settled()
        waits = QCoreApplication.translate("Incoming", "Đang ký số ý kiến này. Ký xong biểu mẫu tự đóng.")
        dialog.show_warnings([waits], Tone.INFO)
        try:
            problem = await sign(subject.handling, subject.document, str(values["reason"]))
        except (CacheError, CentralError) as error:
            problem = messages.of_error(error)
        if problem is not None:
            if isValid(dialog):
                dialog.show_warnings([problem] if problem else [], Tone.BAD)
            return
        said, tone = QCoreApplication.translate("Incoming", "Đã ký số ý kiến chỉ đạo."), Tone.GOOD
        try:
            await keeper.drop()
        except CacheError:
            # The act is safe: a form that stayed open would invite to sign it twice.
            stays = QCoreApplication.translate(
                "Incoming",
                "Nhưng chưa xóa được bản gõ dở vì máy không ghi được: lần sau mở biểu mẫu còn thấy lại, không cần gửi "
                "nữa. Nếu ổ đĩa đầy thì xóa bớt tệp không cần.",
            )
            said, tone = f"{said} {stays}", Tone.WARN
        if isValid(dialog):
            dialog.accept()
        self._notify(said, tone)
        self._done("direct", subject.handling["id"], values)

    def _payload(self, kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
        if kind == "receive":
            return {"registerId": values["registerId"], "number": values["number"]}
        if kind == "transfer":
            by_role: dict[str, list[dict[str, Any]]] = {"lead": [], "co": [], "info": []}
            for key, role in values["roles"].items():
                by_role[role].append(self._assignee(key))
            return {
                "lead": by_role["lead"][0],
                "co": by_role["co"],
                "info": by_role["info"],
                "directive": values["directive"] or None,
                "due": values["due"],
            }
        return {_WORDS[kind]: values["reason"]}

    def _assignee(self, key: str) -> dict[str, Any]:
        kind, _, identifier = key.partition(":")
        if kind == "unit":
            return {"unitId": identifier, "personId": None}
        person = self._names.persons[identifier]
        seat = next(s for s in person["positions"] if s["organId"] == self._workplace.me.organ_id)
        return {"unitId": seat["unitId"], "personId": identifier}

    def _tell(self, kind: str, subject: Subject, act: Act) -> None:
        said = {
            "receive": QCoreApplication.translate("Incoming", "Đã tiếp nhận {notation}."),
            "transfer": QCoreApplication.translate("Incoming", "Đã chuyển xử lý {notation}."),
            "direct": QCoreApplication.translate("Incoming", "Đã ghi ý kiến vào {notation}."),
            "return": QCoreApplication.translate("Incoming", "Đã trả lại {notation}."),
            "finish": QCoreApplication.translate("Incoming", "Đã kết thúc xử lý {notation}."),
        }[kind]
        text = said.format(notation=subject.document.get("notation") or subject.document.get("subject", ""))
        if not self._is_offline():
            self._notify(text, Tone.GOOD)
            return
        text += " " + QCoreApplication.translate("Incoming", "Chưa gửi, sẽ gửi khi có mạng.")
        undo = QCoreApplication.translate("Incoming", "Rút lại")
        self._notify(text, Tone.INFO, action=undo, run=lambda: self._running.also(self._withdraw(act["id"])))

    async def _withdraw(self, act_id: str) -> None:
        if await self._workplace.withdraw(act_id):
            self._notify(QCoreApplication.translate("Incoming", "Đã rút lại, chưa có gì được gửi đi."), Tone.GOOD)
            return
        late = QCoreApplication.translate("Incoming", "Việc này đã được gửi đi nên không rút lại được.")
        self._notify(late, Tone.WARN)

    def _is_offline(self) -> bool:
        state = self._workplace.sync.state
        return state is not None and state.kind in OFFLINE

    # The dialogs.

    async def _receive(self, subject: Subject) -> ActDialog:
        registers = [
            r
            for r in await self._workplace.all("Register")
            if r["kind"] == "incoming" and r["organId"] == self._workplace.me.organ_id
        ]
        offline = self._is_offline()
        choices = [
            RegisterChoice(
                r["id"],
                QCoreApplication.translate("Incoming", "Sổ văn bản đến {series}").format(series=r["series"]),
                None if offline else next_number(r),
                tuple(r["gaps"]),
            )
            for r in registers
        ]
        twin, warning = await self._duplicate(subject)
        said, tone = self._warn(subject.document) or ("", Tone.NEUTRAL)
        dialog = ReceiveDialog(subject.title, choices, self._parent, duplicate=warning, verdict=said, verdict_tone=tone)
        if twin:
            dialog.set_duplicate_link(QCoreApplication.translate("Incoming", "Xem văn bản đó"))
            dialog.duplicateRequested.connect(lambda: self._look_at(twin))
        return dialog

    def _look_at(self, document_id: str) -> None:
        if self.dialog is not None:
            self.dialog.reject()
        self._show(document_id)

    async def _duplicate(self, subject: Subject) -> tuple[str, str]:
        """Another document of the same number, notation, agency and date that has come before (DOMAIN 2)."""
        document = subject.document
        if not document.get("notation"):
            return "", ""
        same = await self._workplace.select("Document", (("notation", "=", document["notation"]),))
        for other in same:
            alike = all(other.get(k) == document.get(k) for k in ("issuer", "documentDate", "organId"))
            if other["id"] == document["id"] or not alike:
                continue
            held = await self._workplace.select("Handling", (("document_id", "=", other["id"]),))
            mine = next((h for h in held if h["organId"] == self._workplace.me.organ_id), None)
            if mine is None or mine["state"] == "sentBack":
                continue
            said = QCoreApplication.translate(
                "Incoming", "Có thể trùng với văn bản đã đến: {notation} của {issuer} ngày {day}, {number}."
            )
            number = QCoreApplication.translate("Incoming", "chưa vào sổ")
            if mine["arrivalNumber"] is not None:
                number = QCoreApplication.translate("Incoming", "số đến {n}").format(n=mine["arrivalNumber"])
            return other["id"], said.format(
                notation=other["notation"],
                issuer=other["issuer"],
                day=formats.day(other["documentDate"]),
                number=number,
            )
        return "", ""

    async def _transfer(self, subject: Subject) -> ActDialog:
        today = formats.local(self._workplace.clock.now()).date()
        kept = await self._workplace.preference("incoming.phrases", None)
        phrases = kept or [
            QCoreApplication.translate("Incoming", "Kính chuyển tham mưu, giải quyết theo quy định."),
            QCoreApplication.translate("Incoming", "Chủ trì, phối hợp với các đơn vị liên quan triển khai thực hiện."),
            QCoreApplication.translate("Incoming", "Nghiên cứu, đề xuất, báo cáo lãnh đạo trước thời hạn."),
            QCoreApplication.translate("Incoming", "Sao gửi các chi bộ trực thuộc để biết, thực hiện."),
            QCoreApplication.translate("Incoming", "Theo dõi, đôn đốc, tổng hợp báo cáo kết quả."),
        ]
        return TransferDialog(subject.title, self._candidates(subject.handling), phrases, today, self._parent)

    def _candidates(self, handling: Object) -> list[Candidate]:
        """Units of my organ, each with its people under it; not whoever holds the document now."""
        organ = self._workplace.me.organ_id
        units = [u for u in self._names.units.values() if u["organId"] == organ]
        units.sort(key=lambda u: (u["id"] != organ, u["name"]))
        held = (handling["unitId"], handling["personId"])
        found: list[Candidate] = []
        for unit in units:
            if (unit["id"], None) != held and unit["id"] != organ:
                found.append(Candidate(f"unit:{unit['id']}", unit["name"], is_unit=True))
            for person in self._names.persons.values():
                seat = next((s for s in person["positions"] if s["unitId"] == unit["id"]), None)
                first = next((s for s in person["positions"] if s["organId"] == organ), None)
                if seat is not None and seat is first and (unit["id"], person["id"]) != held:
                    found.append(Candidate(f"person:{person['id']}", person["name"], seat["title"]))
        return found

    async def _direct(self, subject: Subject) -> ActDialog:
        return DirectiveDialog(
            QCoreApplication.translate("Incoming", "Cho ý kiến (bút phê)"),
            QCoreApplication.translate("Incoming", "Ý &kiến chỉ đạo"),
            QCoreApplication.translate("Incoming", "&Ghi ý kiến"),
            self._parent,
            subject=subject.title,
            lack=QCoreApplication.translate("Incoming", "Chưa ghi ý kiến."),
            signs=self._sign is not None and self._signs(),
        )

    async def _return(self, subject: Subject) -> ActDialog:
        return ReasonDialog(
            QCoreApplication.translate("Incoming", "Trả lại văn bản"),
            QCoreApplication.translate("Incoming", "&Lý do trả lại"),
            QCoreApplication.translate("Incoming", "&Trả lại"),
            self._parent,
            subject=subject.title,
        )

    async def _finish(self, subject: Subject) -> ActDialog:
        return ReasonDialog(
            QCoreApplication.translate("Incoming", "Kết thúc xử lý"),
            QCoreApplication.translate("Incoming", "&Kết quả xử lý"),
            QCoreApplication.translate("Incoming", "Kế&t thúc"),
            self._parent,
            subject=subject.title,
            required=False,
        )
