"""The clerk's morning: Trần Thị Mai receives, transfers, returns, searches, writes, numbers, seals and issues."""

from __future__ import annotations

from typing import Any

from desktop.day.hands import Hands
from desktop.day.player import NotSeen
from widgets.draft_dialog import DraftDialog
from widgets.help_window import HelpWindow
from widgets.issue_dialog import IssueDialog
from widgets.number_dialog import NumberDialog
from widgets.outbox_window import OutboxWindow
from widgets.pin_dialog import PinDialog
from widgets.reason_dialog import ReasonDialog
from widgets.receive_dialog import ReceiveDialog
from widgets.schedule_desk import ScheduleDesk
from widgets.schedule_dialog import ScheduleDialog
from widgets.search_popup import SearchPopup
from widgets.settings_window import SettingsWindow
from widgets.signing_desk import SigningDesk
from widgets.task_desk import TaskDesk
from widgets.task_dialogs import AssignDialog, DecideDialog
from widgets.transfer_dialog import TransferDialog


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

    async def choose_handlers(self) -> None:
        self._hands.room.ways.open("Handling", self._hands.subjects["received"])
        await self._player.calm(0.6)
        desk = await self._hands.documents("incoming", "incoming.toHandle")
        self._hands.room.ways.open("Handling", self._hands.subjects["received"])
        await self._hands.press_act(desk, "transfer")
        dialog = await self._player.dialog(TransferDialog)
        keys = {c.name: c.key for c in dialog.people.model.candidates}
        roles = {"Văn phòng Đảng ủy": "lead", "Ban Xây dựng Đảng": "co", "Lê Văn Hòa": "info"}
        dialog.people.set_roles({keys[name]: role for name, role in roles.items()})
        dialog.directive.set_text("Văn phòng chủ trì tham mưu, báo cáo trước hạn.")
        dialog.has_due.setChecked(True)
        await self._player.calm()

    async def transfer(self) -> None:
        dialog = await self._player.dialog(TransferDialog)
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
        window = self._hands.room.window
        window.show_desk("today")
        found = self._hands.desk_child(window, SearchPopup)
        await self._player.until(found.isHidden, "the results to go with the desk", 2)
        window.search_box.clear()
        await self._hands.entrance.stop_office()
        self._hands.room.workplace.sync_now()
        desk = await self._hands.documents("incoming", "incoming.toReceive")
        await self._hands.choose(desk)
        self._hands.subjects["offline"] = desk.column.list.current()
        await self._hands.press_act(desk, "receive")
        dialog = await self._player.dialog(ReceiveDialog)
        await self._player.click(dialog.accept_button)
        await self._player.gone(dialog, "the act to be taken")
        self._hands.room.ways.open("Handling", self._hands.subjects["offline"])
        await self._player.calm(0.8)

    async def receive_by_the_book(self) -> None:
        """Offline the number is typed as the paper book has it; the central will say that it is in use."""
        desk = await self._hands.documents("incoming", "incoming.toReceive")
        await self._hands.choose(desk)
        registers = await self._hands.room.workplace.all("Register")
        mine = next(
            r for r in registers if r["kind"] == "incoming" and r["organId"] == self._hands.room.workplace.me.organ_id
        )
        await self._hands.press_act(desk, "receive")
        dialog = await self._player.dialog(ReceiveDialog)
        await self._player.type(dialog.number, str(mine["last"]))
        await self._player.click(dialog.accept_button)
        await self._player.gone(dialog, "the act to be taken")

    async def see_unsent(self) -> None:
        self._hands.room.outbox.show()
        window = await self._player.dialog(OutboxWindow)
        await self._player.until(lambda: len(window.unsent.list.shown()) == 2, "both acts")

    async def back_online(self) -> None:
        (await self._player.dialog(OutboxWindow)).accept()
        await self._hands.entrance.start_office()
        self._hands.room.workplace.sync_now()
        await self._granted(self._hands.subjects["offline"])
        await self._player.until(lambda: self._hands.room.workplace.sync.state.needs > 0, "the refusal")
        self._hands.room.ways.open("Handling", self._hands.subjects["offline"])

    async def see_refusal(self) -> None:
        self._hands.room.outbox.show()
        await self._player.dialog(OutboxWindow)

    async def take_back(self) -> None:
        window = await self._player.dialog(OutboxWindow)
        await self._player.click(window.unsent.withdraw)
        await self._player.until(lambda: not window.unsent.list.shown(), "the act to be taken back")
        window.accept()
        await self._player.until(lambda: self._hands.room.workplace.sync.state.kind == "synced", "synced")

    # -- tasks and schedule

    async def write_task(self) -> None:
        self._hands.room.ways.open("Handling", self._hands.subjects["offline"])
        desk = await self._hands.documents("incoming", "incoming.toHandle")
        self._hands.room.ways.open("Handling", self._hands.subjects["offline"])
        await self._player.calm(0.5)
        await self._hands.press_act(desk, "assignTask")
        dialog = await self._player.dialog(AssignDialog)
        if not dialog.title.text():
            dialog.title.set_text("Tham mưu báo cáo kết quả thực hiện")
        dialog.product.setText("Báo cáo")
        who = next(i for i in range(dialog.lead.count()) if "Bùi Đức Thắng" in dialog.lead.itemText(i))
        dialog.lead.setCurrentIndex(who)
        dialog.has_due.setChecked(True)
        self._hands.subjects["task"] = dialog.title.text()
        await self._player.calm()

    async def assign_task(self) -> None:
        dialog = await self._player.dialog(AssignDialog)
        await self._player.click(dialog.accept_button)
        await self._player.gone(dialog, "the task to be taken")
        self._hands.room.window.show_desk("tasks")
        await self._player.calm(0.6)

    async def accept_task(self) -> None:
        """What the specialist reported as finished is accepted by who gave it."""
        room = self._hands.room
        room.window.show_desk("tasks")
        room.desks.tasks.show_box("tasks.decide", "own")
        await self._player.calm(0.6)
        task_id = next(iter(await room.workplace.ids("tasks.decide", "own")))
        room.desks.tasks.show(task_id)
        await self._player.calm(0.6)
        self._hands.desk_child(room.window, TaskDesk).act_requested.emit("decideCompletion", task_id)
        dialog = await self._player.dialog(DecideDialog)
        dialog.yes.setChecked(True)
        await self._player.calm()
        await self._player.click(dialog.accept_button)
        await self._player.gone(dialog, "the decision to be taken")
        room.desks.tasks.show_box("tasks.done", "unit")
        await self._player.calm(0.3)
        room.desks.tasks.show(task_id)
        await self._player.calm(0.6)

    async def plan_meeting(self) -> None:
        self._hands.room.window.show_desk("schedule")
        desk = self._hands.desk_child(self._hands.room.window, ScheduleDesk)
        await self._player.click(desk.enter)
        dialog = await self._player.dialog(ScheduleDialog)
        dialog.title.set_text("Họp rà soát tiến độ số hóa tài liệu")
        dialog.session.setCurrentIndex(2)
        dialog.place.setCurrentText("Phòng họp 1")
        await self._player.calm(0.6)

    async def enter_schedule(self) -> None:
        dialog = await self._player.dialog(ScheduleDialog)
        await self._player.click(dialog.accept_button)
        await self._player.gone(dialog, "the entry to be taken")
        await self._player.calm(0.6)

    # -- the windows around

    async def look_at_settings(self) -> None:
        self._hands.room.settings.show()
        await self._player.dialog(SettingsWindow)

    async def look_at_help(self) -> None:
        (await self._player.dialog(SettingsWindow)).close()
        self._hands.room.show_help()
        await self._player.dialog(HelpWindow)

    # -- outgoing

    async def draft(self) -> None:
        (await self._player.dialog(HelpWindow)).close()
        desk = await self._hands.documents("outgoing", "outgoing.draft")
        write = getattr(desk, "write_button", None)
        await self._player.click(write)
        dialog = await self._player.dialog(DraftDialog)
        samples = self._hands.room.workplace.samples
        if samples is None:
            raise NotSeen("sample drafts")
        dialog.file_picked.emit(str(next(samples.glob("*to trinh*.pdf"))))
        await self._player.until(lambda: dialog.preview.source() is not None, "the page")
        await self._player.until(lambda: not dialog.lacking(), "what the page says of itself")
        dialog.picker.set_chosen(("btctu",))
        dialog.slip.set_text("Kính trình đồng chí Bí thư xem xét, ký ban hành.")
        await self._player.calm(1.0)

    async def submit(self) -> None:
        dialog = await self._player.dialog(DraftDialog)
        await self._player.click(dialog.buttons.accept_button)
        await self._player.gone(dialog, "the draft to be taken")
        await self._hands.documents("outgoing", "outgoing.submitted")
        await self._player.until(lambda: self._hands.room.workplace.sync.state.kind == "synced", "synced")
        self._hands.subjects["written"] = next(iter(await self._hands.room.workplace.ids("outgoing.submitted", "own")))

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
        self._hands.room.ways.open("Document", self._hands.subjects["written"])
        wanted = self._hands.subjects["written"]
        await self._player.until(lambda: desk.column.list.current() == wanted, "the document written this morning")
        await self._player.until(lambda: desk.pane.reading_key() != "", "a document")
        await self._player.calm(0.3)

    async def seal(self) -> None:
        await sign_all(self._hands, "seal", "mai", self._hands.subjects["written"])

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


async def sign_all(hands: Hands, kind: str, username: str, document_id: str) -> None:
    """Sign one document at the signing desk, with one PIN."""
    player = hands.player
    hands.room.window.show_desk("signing")
    desk = hands.desk_child(hands.room.window, SigningDesk)
    await player.until(lambda: any(r.id == document_id for r in desk.queue.queue.rows()), "the document", 60)
    row = next(r for r in desk.queue.queue.rows() if r.id == document_id)
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
