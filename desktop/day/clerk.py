"""The clerk's morning: Trần Thị Mai receives, transfers, returns, searches, writes, numbers, seals and issues."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from desktop.day.hands import Hands
from desktop.day.player import NotSeen
from widgets.draft_dialog import DraftDialog
from widgets.issue_dialog import IssueDialog
from widgets.number_dialog import NumberDialog
from widgets.pin_dialog import PinDialog
from widgets.reason_dialog import ReasonDialog
from widgets.receive_dialog import ReceiveDialog
from widgets.schedule_desk import ScheduleDesk
from widgets.schedule_dialog import ScheduleDialog
from widgets.signing_desk import SigningDesk
from widgets.task_dialogs import AssignDialog
from widgets.transfer_dialog import TransferDialog

SUBJECT = "Về việc đề nghị hỗ trợ kinh phí số hóa tài liệu năm 2027"


class ClerkSteps:
    """What the clerk does; ``hands.subjects`` carries what later steps go on with."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._player = hands.player

    # -- incoming

    async def look_at_today(self) -> None:
        self._hands.room.window.show_desk("today")
        await self._player.calm(0.8)

    async def open_first_arrival(self) -> None:
        desk = await self._hands.documents("incoming", "incoming.toReceive")
        await self._hands.choose(desk)
        await self._player.until(lambda: desk.pane.verdict.line().icon == "valid", "a valid verdict", 60)
        await self._player.calm(1.0)

    async def receive(self) -> None:
        desk = await self._hands.documents("incoming", "incoming.toReceive")
        await self._hands.choose(desk)
        handling = desk.column.list.current()
        await self._hands.press_act(desk, "receive")
        dialog = await self._player.dialog(ReceiveDialog)
        await self._player.click(dialog.accept_button)
        await self._granted(handling)
        self._hands.subjects["received"] = handling

    async def _granted(self, handling_id: str) -> None:
        """Until the central has given the arrival number."""
        seen: dict[str, Any] = {}

        async def look() -> None:
            seen.update(await self._hands.room.workplace.get("Handling", handling_id) or {})

        for _ in range(400):
            await look()
            if seen.get("arrivalNumber"):
                return
            await self._player.calm(0.05)
        raise NotSeen("an arrival number")

    async def transfer(self) -> None:
        self._hands.room.open("Handling", self._hands.subjects["received"])
        await self._player.calm(0.6)
        desk = await self._hands.documents("incoming", "incoming.toHandle")
        self._hands.room.open("Handling", self._hands.subjects["received"])
        await self._hands.press_act(desk, "transfer")
        dialog = await self._player.dialog(TransferDialog)
        people = [c.key for c in dialog.people.model.candidates if not c.is_unit]
        dialog.people.set_roles({people[0]: "lead", people[1]: "co", people[2]: "info"})
        dialog.directive.set_text("Văn phòng chủ trì tham mưu, báo cáo trước hạn.")
        dialog.has_due.setChecked(True)
        await self._player.calm()
        await self._player.click(dialog.accept_button)
        await self._player.gone(dialog, "the transfer to be taken")

    async def give_back(self) -> None:
        desk = await self._hands.documents("incoming", "incoming.toReceive")
        await self._hands.choose(desk)
        await self._hands.press_act(desk, "return")
        dialog = await self._player.dialog(ReasonDialog)
        await self._player.type(dialog.reason, "Gửi nhầm địa chỉ, không thuộc thẩm quyền của Đảng ủy xã.")
        await self._player.click(dialog.accept_button)
        await self._player.gone(dialog, "the return to be taken")

    async def search(self) -> None:
        window = self._hands.room.window
        window.focus_search()
        await self._player.type(window.search_box, "bao so ung pho")
        await self._player.calm(0.8)

    async def receive_offline(self) -> None:
        self._hands.room.window.search_box.clear()
        await self._hands.entrance.stop_office()
        self._hands.room.workplace.sync_now()
        desk = await self._hands.documents("incoming", "incoming.toReceive")
        await self._hands.choose(desk)
        self._hands.subjects["offline"] = desk.column.list.current()
        await self._hands.press_act(desk, "receive")
        dialog = await self._player.dialog(ReceiveDialog)
        await self._player.click(dialog.accept_button)
        await self._player.gone(dialog, "the act to be taken")
        self._hands.room.open("Handling", self._hands.subjects["offline"])
        await self._player.calm(0.8)

    async def back_online(self) -> None:
        await self._hands.entrance.start_office()
        self._hands.room.workplace.sync_now()
        await self._granted(self._hands.subjects["offline"])
        await self._player.until(lambda: self._hands.room.workplace.sync.state.kind == "synced", "synced")

    # -- tasks and schedule

    async def assign_task(self) -> None:
        self._hands.room.open("Handling", self._hands.subjects["offline"])
        desk = await self._hands.documents("incoming", "incoming.toHandle")
        self._hands.room.open("Handling", self._hands.subjects["offline"])
        await self._player.calm(0.5)
        await self._hands.press_act(desk, "assignTask")
        dialog = await self._player.dialog(AssignDialog)
        if not dialog.title.text():
            dialog.title.set_text("Tham mưu báo cáo kết quả thực hiện")
        dialog.product.setText("Báo cáo")
        who = next(i for i in range(dialog.lead.count()) if "Bùi Đức Thắng" in dialog.lead.itemText(i))
        dialog.lead.setCurrentIndex(who)
        dialog.has_due.setChecked(True)
        await self._player.calm()
        await self._player.click(dialog.accept_button)
        await self._player.gone(dialog, "the task to be taken")
        self._hands.room.window.show_desk("tasks")
        await self._player.calm(0.6)

    async def enter_schedule(self) -> None:
        self._hands.room.window.show_desk("schedule")
        desk = self._hands.desk_child(self._hands.room.window, ScheduleDesk)
        await self._player.click(desk.enter)
        dialog = await self._player.dialog(ScheduleDialog)
        dialog.title.set_text("Họp rà soát tiến độ số hóa tài liệu")
        dialog.session.setCurrentIndex(2)
        dialog.place.setCurrentText("Phòng họp 1")
        await self._player.calm(0.6)
        await self._player.click(dialog.accept_button)
        await self._player.gone(dialog, "the entry to be taken")
        await self._player.calm(0.6)

    # -- outgoing

    async def draft(self) -> None:
        desk = await self._hands.documents("outgoing", "outgoing.draft")
        write = getattr(desk, "write_button", None)
        await self._player.click(write)
        dialog = await self._player.dialog(DraftDialog)
        samples = self._hands.room.workplace.samples
        if samples is None:
            raise NotSeen("sample drafts")
        dialog.file_picked.emit(str(next(samples.glob("*cong van*.pdf"))))
        dialog.subject.set_text(SUBJECT)
        dialog.signer.setCurrentIndex(max(0, dialog.signer.findText("Lê Văn Hòa", Qt.MatchFlag.MatchContains)))
        dialog.picker.set_chosen(("du-binhson",))
        dialog.slip.set_text("Kính trình đồng chí Bí thư xem xét, ký ban hành.")
        await self._player.until(lambda: dialog.preview.source() is not None, "the page")
        await self._player.calm(1.0)

    async def submit(self) -> None:
        dialog = await self._player.dialog(DraftDialog)
        await self._player.click(dialog.buttons.accept_button)
        await self._player.gone(dialog, "the draft to be taken")
        await self._hands.documents("outgoing", "outgoing.submitted")
        await self._player.until(lambda: self._hands.room.workplace.sync.state.kind == "synced", "synced")

    async def number(self) -> None:
        desk = await self._hands.documents("outgoing", "outgoing.approved")
        await self._mine(desk)
        await self._hands.press_act(desk, "number")
        dialog = await self._player.dialog(NumberDialog)
        await self._player.calm()
        await self._player.click(dialog.buttons.accept_button)
        await self._player.gone(dialog, "the number to be asked for")
        await self._player.until(lambda: self._hands.room.workplace.sync.state.kind == "synced", "synced")
        await self._hands.documents("outgoing", "outgoing.numbered")

    async def _mine(self, desk: Any) -> None:
        """The row of the document written this morning."""
        rows = desk.column.list.model().rowCount()
        for place in range(rows):
            await self._hands.choose(desk, place)
            await self._player.calm(0.3)
            if desk.pane.subject.text().endswith(SUBJECT):
                return
        raise NotSeen("the document written this morning")

    async def seal(self) -> None:
        await sign_all(self._hands, "seal", "mai", SUBJECT)

    async def issue(self) -> None:
        desk = await self._hands.documents("outgoing", "outgoing.sealed")
        await self._mine(desk)
        await self._player.until(lambda: desk.pane.verdict.line().icon == "valid", "a valid verdict", 60)
        await self._hands.press_act(desk, "issue")
        dialog = await self._player.dialog(IssueDialog)
        await self._player.click(dialog.buttons.accept_button)
        await self._player.gone(dialog, "the issue to be taken")
        await self._player.until(lambda: self._hands.room.workplace.sync.state.kind == "synced", "synced")
        desk = await self._hands.documents("outgoing", "outgoing.issued")
        await self._mine(desk)
        await self._player.calm(1.0)


async def sign_all(hands: Hands, kind: str, username: str, subject: str) -> None:
    """Sign one document at the signing desk, with one PIN."""
    player = hands.player
    hands.room.window.show_desk("signing")
    desk = hands.desk_child(hands.room.window, SigningDesk)
    await player.until(lambda: any(r.subject.endswith(subject) for r in desk.queue.queue.rows()), "the document", 60)
    row = next(r for r in desk.queue.queue.rows() if r.subject.endswith(subject))
    desk.queue.queue.check([r.id for r in desk.queue.queue.rows()], on=False)
    desk.queue.set_current(row.id)
    desk.queue.queue.check([row.id], on=True)
    await player.calm(1.2)
    await player.until(lambda: bool(hands.room.tokens.usable("seal" if kind == "seal" else "approve")), "a token", 60)
    await player.click(desk.sign_button)
    dialog = await player.dialog(PinDialog)
    await player.type(dialog.pin, hands.pins[username])
    await player.click(dialog.buttons.accept_button)
    await player.gone(dialog, "the PIN to be taken")
    await player.until(lambda: desk.result.text() != "", "the result", 120)
    await player.until(lambda: hands.room.workplace.sync.state.kind == "synced", "synced")
