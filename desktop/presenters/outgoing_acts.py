"""The dialogs of the outgoing desk: number, issue, send back, give up; and the acts that come of them.

Knows the workplace, the dialogs and the registers' rules.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from desktop.office import signatures
from desktop.office.acts import Refusal, wire_time
from desktop.office.registers import Register, is_free, next_number, notation, register_for
from desktop.office.world import VIETNAM
from desktop.presenters import forms, messages, office_words, recipients, returning
from desktop.presenters.reading import Notify
from desktop.presenters.running import Running
from local_cache.errors import CacheError
from widgets.dialog_parts import ActDialog
from widgets.issue_dialog import IssueDialog, IssueRequest
from widgets.number_dialog import NumberChoice, NumberDialog, NumberRequest
from widgets.reading_pane import VerdictLine
from widgets.theme import Tone

translate = QCoreApplication.translate

OFFLINE = ("offline", "retrying", "signedOut")
"""States of the sync in which no number may be shown."""
_KEPT = ("number", "issue", "refuse")
"""Acts whose form shows again what was typed, when they came back."""

Object = Mapping[str, Any]
Check = Callable[[Object], Awaitable[VerdictLine | None]]
"""Judges the signatures of a document's file anew; None where that cannot be done now."""
AskAgain = Callable[[Object], Awaitable[str]]
"""Asks again about the certificates of all who signed a document: "good", "unknown" or "revoked"."""


class OutgoingActs:
    """Opens the dialog of an act, and does the act.

    Attributes: dialog — the one that is open, None otherwise.

    Args:
        parent: the widget that dialogs belong to.
        done: told (kind, document id) after an act is safe in the outbox.
        check: asked before a document is issued.
        ask_again: asked before issue where something was unknown of the signers' certificates when they signed.
    """

    def __init__(
        self,
        workplace: Any,
        parent: QWidget,
        notify: Notify,
        done: Callable[[str, str], object],
        check: Check | None = None,
        ask_again: AskAgain | None = None,
    ) -> None:
        self._workplace = workplace
        self._parent = parent
        self._notify = notify
        self._done = done
        self._check = check
        self._ask_again = ask_again
        self._running = Running(lambda error: notify(messages.of_error(error), Tone.BAD))
        self.dialog: QDialog | None = None

    def begin(self, kind: str, document: Object) -> None:
        """Ask what the act needs; kinds without a dialog here are ignored."""
        opens: dict[str, Callable[[Object], Awaitable[None]]] = {
            "number": self._number,
            "issue": self._issue,
            "refuse": self._refuse,
            "discard": self._discard,
            "submit": self._submit,
        }
        if kind in opens and self.dialog is None:
            self._running.start("open", _await(opens[kind](document)))

    async def do_again(self, act: Object, document: Object) -> None:
        """Open the form of an act that came back, with what was typed in it as the form's own draft."""
        if act["kind"] == "refuse":
            await returning.take_back(self._workplace, act)
        if act["kind"] in _KEPT:
            key = _draft_key(act["kind"], document["id"])
            await self._workplace.save_draft(key, act["kind"], dict(act["payload"]))
        self.begin(act["kind"], document)

    async def _typed(self, kind: str, document: Object) -> dict[str, Any]:
        """What was typed in an act that came back."""
        return await self._workplace.load_draft(_draft_key(kind, document["id"])) or {}

    async def settled(self) -> None:
        """Wait until nothing runs."""
        await self._running.settled()

    def close(self) -> None:
        """Close the dialog and stop."""
        if self.dialog is not None:
            self.dialog.reject()
        self._running.close()

    def _show(self, dialog: QDialog, kind: str, document: Object) -> None:
        forms.mark(dialog, kind, "Document", document["id"])

        def ended(_code: int) -> None:
            if self.dialog is dialog:
                self.dialog = None
            dialog.deleteLater()

        self.dialog = dialog
        dialog.finished.connect(ended)
        dialog.open()

    async def _send(self, kind: str, document: Object, payload: dict[str, Any], said: str) -> Refusal | None:
        """Do the act and say so; the refusal where the rules do not allow it."""
        key = document["id"]
        draft_key = _draft_key(kind, key) if kind in _KEPT else None
        outcome = await self._workplace.act(kind, "Document", key, payload, document_id=key, draft_key=draft_key)
        if isinstance(outcome, Refusal):
            return outcome
        self._notify(said, Tone.GOOD)
        self._done(kind, key)
        return None

    async def _send_or_say(self, kind: str, document: Object, payload: dict[str, Any], said: str) -> None:
        refusal = await self._send(kind, document, payload, said)
        if refusal is not None:
            self._notify(messages.of_refusal(refusal), Tone.BAD)

    async def _send_from(
        self, dialog: ActDialog, kind: str, document: Object, payload: dict[str, Any], said: str
    ) -> None:
        """Do the act of a dialog, which goes only when the act is safe: a full disk costs nothing that was chosen."""
        dialog.set_busy(True)
        try:
            refusal = await self._send(kind, document, payload, said)
        except CacheError as error:
            dialog.show_problem(messages.of_error(error))
            return
        if refusal is not None:
            dialog.show_problem(messages.of_refusal(refusal))
        else:
            dialog.accept()

    def _offline(self) -> bool:
        state = self._workplace.sync.state
        return state is not None and state.kind in OFFLINE

    # -- number

    async def _number(self, document: Object) -> None:
        request, register = await self._number_request(document)
        dialog = NumberDialog(request, self._parent)
        typed = await self._typed("number", document)
        dialog.fill(typed.get("number"), typed.get("date") or "")
        if register is not None:
            register_id = register["id"]

            def send(number: int | None, day: str) -> None:
                payload = {"registerId": register_id, "number": number, "date": day}
                said = translate("Outgoing", "Đã cấp số {notation}.").format(
                    notation=self._written(register, number, document)
                )
                if number is None:
                    said = translate("Outgoing", "Văn bản chờ cấp số; số được cấp ngay khi có mạng.")
                self._running.start("act", self._send_from(dialog, "number", document, payload, said))

            dialog.chosen.connect(send)
        self._show(dialog, "number", document)

    async def _number_request(self, document: Object) -> tuple[NumberRequest, Register | None]:
        registers = cast("list[Register]", await self._workplace.all("Register"))
        register = register_for(registers, document["organId"], "outgoing", document["typeCode"])
        today = self._workplace.clock.now().astimezone(VIETNAM).date()
        following, gaps = None, ()
        if register is not None:
            following = self._choice(register, next_number(register), document)
            free = [gap for gap in sorted(register["gaps"]) if is_free(register, gap)]
            gaps = tuple(self._choice(register, gap, document) for gap in free)
        request = NumberRequest(
            subject=document["subject"],
            register=self._register_words(register, document) if register is not None else "",
            following=following,
            gaps=gaps,
            today=today,
            offline=self._offline(),
            reserve=document["state"] != "approved",
        )
        return request, register

    def _choice(self, register: Register, number: int, document: Object) -> NumberChoice:
        return NumberChoice(number, self._written(register, number, document))

    @staticmethod
    def _written(register: Register, number: int | None, document: Object) -> str:
        return notation(register["style"], number, document["typeCode"], register["organCode"])

    def _register_words(self, register: Register, document: Object) -> str:
        """Sổ văn bản đi · Thông báo · nhiệm kỳ 2025-2030."""
        style = self._workplace.me.organ["style"]
        names = [office_words.document_type(style, code) for code in register["typeCodes"]] or [
            translate("Outgoing", "mọi loại")
        ]
        period = register["series"].split(":")[-1]
        period = (
            translate("Outgoing", "nhiệm kỳ {years}").format(years=period.removeprefix("nk"))
            if period.startswith("nk")
            else translate("Outgoing", "năm {year}").format(year=period)
        )
        return " · ".join((translate("Outgoing", "Sổ văn bản đi"), ", ".join(names), period))

    # -- issue

    async def _issue(self, document: Object) -> None:
        units = await self._workplace.all("Unit")
        organ_id = self._workplace.me.organ_id
        groups = await recipients.groups(self._workplace, units, organ_id)
        offered = recipients.units_to_send(units, organ_id)
        verdict = await self._check(document) if self._check is not None else None
        standing = await self._standing(document)
        signer = document.get("signer") or {}
        typed = await self._typed("issue", document)
        signed = translate("Outgoing", "{signer} ký duyệt · {organ} ký số cơ quan")
        if document.get("copyOf"):
            signed = translate("Outgoing", "{organ} ký sao")
        request = IssueRequest(
            title=" · ".join(part for part in (document.get("notation"), document["subject"]) if part),
            signed=verdict.text if verdict is not None else signed.format(
                signer=signer.get("name", ""), organ=document["issuer"]
            ),
            to_places=tuple(document.get("toPlaces") or ()),
            recipients=tuple(typed.get("recipients") or document.get("recipients") or ()),
            warning=_standing_warning(standing) or _verdict_warning(verdict),
            blocked=standing == "revoked" or (verdict is not None and verdict.tone is Tone.BAD),
            offline=self._offline(),
        )  # fmt: skip
        dialog = IssueDialog(request, groups, offered, self._parent)
        dialog.issued.connect(lambda ids: self._issue_or_ask(dialog, document, ids, standing))
        dialog.group_saved.connect(
            lambda name, ids: self._running.also(recipients.save_group(self._workplace, name, ids))
        )
        self._show(dialog, "issue", document)

    async def _standing(self, document: Object) -> str:
        """What is known now of the signers' certificates, where something was unknown then; "" where nothing was."""
        if not signatures.unknown(document):
            return ""
        return await self._ask_again(document) if self._ask_again is not None else "unknown"

    def _issue_or_ask(self, dialog: IssueDialog, document: Object, unit_ids: Sequence[str], standing: str) -> None:
        """What is still unknown goes out only if the clerk says so plainly."""
        if standing != "unknown":
            self._send_issue(dialog, document, unit_ids, standing)
            return
        ask = QMessageBox(dialog)
        ask.setIcon(QMessageBox.Icon.Question)
        ask.setWindowTitle(translate("Outgoing", "Chưa xác minh được chứng thư"))
        ask.setText(translate("Outgoing", "Chưa rõ chứng thư của người ký còn hiệu lực hay đã bị thu hồi."))
        ask.setInformativeText(
            translate("Outgoing", "Nơi nhận có thể thấy chữ ký “chưa xác minh được”. Vẫn phát hành văn bản này?")
        )
        go = ask.addButton(translate("Outgoing", "&Vẫn phát hành"), QMessageBox.ButtonRole.AcceptRole)
        wait = ask.addButton(translate("Outgoing", "Để &sau"), QMessageBox.ButtonRole.RejectRole)
        ask.setDefaultButton(wait)
        ask.setEscapeButton(wait)
        go.clicked.connect(lambda: self._send_issue(dialog, document, unit_ids, standing))
        ask.finished.connect(lambda _code: ask.deleteLater())
        ask.open()

    def _send_issue(self, dialog: IssueDialog, document: Object, unit_ids: Sequence[str], standing: str = "") -> None:
        said = QCoreApplication.translate("Outgoing", "Đã phát hành tới %n nơi nhận.", None, len(unit_ids))
        if self._offline():
            said = translate("Outgoing", "Văn bản sẽ được phát hành ngay khi có mạng.")
        payload: dict[str, Any] = {"recipients": list(unit_ids)}
        if standing:
            payload["standing"] = {"outcome": standing, "askedAt": wire_time(self._workplace.clock.now())}
        self._running.start("act", self._send_from(dialog, "issue", document, payload, said))

    # -- the small ones

    async def _submit(self, document: Object) -> None:
        """A saved draft goes to the leader named in it."""
        signer = document.get("signer") or {}
        payload = {"signerId": signer.get("personId"), "slip": document.get("slip") or ""}
        said = translate("Outgoing", "Đã trình {name} ký.").format(name=signer.get("name", ""))
        await self._send_or_say("submit", document, payload, said)

    async def _refuse(self, document: Object) -> None:
        """The form is the same on every desk; what was written on the pages goes with it."""

        def done() -> None:
            self._notify(translate("Outgoing", "Đã trả lại văn bản cho người soạn."), Tone.GOOD)
            self._done("refuse", document["id"])

        def ended(_code: int) -> None:
            if self.dialog is dialog:
                self.dialog = None

        dialog = await returning.open_form(self._workplace, document, self._parent, self._running, done)
        self.dialog = dialog
        dialog.finished.connect(ended)

    async def _discard(self, document: Object) -> None:
        ask = QMessageBox(self._parent)
        ask.setIcon(QMessageBox.Icon.Question)
        ask.setWindowTitle(translate("Outgoing", "Bỏ dự thảo"))
        ask.setText(translate("Outgoing", "Bỏ dự thảo “{subject}”?").format(subject=document["subject"]))
        ask.setInformativeText(translate("Outgoing", "Dự thảo rời khỏi danh sách; quá trình xử lý vẫn được lưu."))
        drop = ask.addButton(translate("Outgoing", "&Bỏ dự thảo"), QMessageBox.ButtonRole.AcceptRole)
        keep = ask.addButton(translate("Outgoing", "&Giữ lại"), QMessageBox.ButtonRole.RejectRole)
        ask.setDefaultButton(keep)
        ask.setEscapeButton(keep)
        said = translate("Outgoing", "Đã bỏ dự thảo.")
        drop.clicked.connect(lambda: self._running.start("act", self._send_or_say("discard", document, {}, said)))
        self._show(ask, "discard", document)


def _standing_warning(standing: str) -> str:
    if standing == "revoked":
        return translate(
            "Outgoing", "Chứng thư của người ký đã bị thu hồi, không phát hành được. Trả lại văn bản để ký lại."
        )
    if standing == "unknown":
        return translate(
            "Outgoing", "Vẫn chưa hỏi được tình trạng chứng thư của người ký. Nên chờ đến khi hỏi được rồi phát hành."
        )
    return ""


def _verdict_warning(verdict: VerdictLine | None) -> str:
    if verdict is None or verdict.tone is Tone.GOOD:
        return ""
    reasons = " ".join(verdict.reasons)
    if verdict.tone is Tone.BAD:
        return " ".join(
            (translate("Outgoing", "Chữ ký số trên tệp không hợp lệ, không phát hành được."), reasons)
        ).strip()
    return " ".join(
        (translate("Outgoing", "Cần lưu ý trước khi phát hành: {text}.").format(text=verdict.text), reasons)
    ).strip()


def _draft_key(kind: str, document_id: str) -> str:
    return f"{kind}:{document_id}"


async def _await(work: Awaitable[None]) -> None:
    await work
