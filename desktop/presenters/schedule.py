"""The desk Lịch công tác: a week at a time, entering, approving, printing, handing on. Knows the desk and its forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

import uuid_utils
from PySide6.QtCore import QCoreApplication, Qt

from desktop.office import schedule
from desktop.office.acts import Refusal
from desktop.presenters import formats, forms, messages, needs, schedule_paper, schedule_words
from desktop.presenters.form_sending import Sender, send_form
from desktop.presenters.keeping import Keeper
from desktop.presenters.moment import central_now
from desktop.presenters.names import Names
from desktop.presenters.running import Running
from widgets.file_asking import ask_where
from widgets.form_dialog import FormDialog
from widgets.reason_dialog import ReasonDialog
from widgets.schedule_desk import EntryWindow, ScheduleDesk
from widgets.schedule_dialog import ScheduleDialog
from widgets.schedule_print import PrintWindow
from widgets.schedule_view import ScheduleForm
from widgets.theme import Tone

KIND = "schedule"
"""The kind under which what is typed about the schedule is kept."""

P = "tacnghiep:"


class Workplace(
    needs.Clocked,
    needs.Told,
    needs.OneObject,
    needs.Everything,
    needs.Selected,
    needs.Allowed,
    needs.Unsent,
    needs.Acting,
    needs.FormDrafts,
    Protocol,
):
    """What this needs of the workplace."""


translate = QCoreApplication.translate


class SchedulePresenter:
    """Fills the desk and does what is asked there.

    Args:
        say: shows a message: words and tone.
        now: the central's time; the workplace's clock where nothing is given.
        copy_link: told the type and identifier of what a link is wanted to.
    """

    def __init__(
        self,
        workplace: Workplace,
        desk: ScheduleDesk,
        names: Names,
        *,
        say: Callable[[str, Tone], None],
        now: Callable[[], datetime] | None = None,
        copy_link: Callable[[str, str], object] = lambda type_name, object_id: None,
    ) -> None:
        self._copy_link = copy_link
        self._workplace = workplace
        self._desk = desk
        self._names = names
        self._say = say
        self._now = now or (lambda: central_now(workplace))
        self._running = Running(lambda error: say(messages.of_error(error), Tone.BAD))
        self._monday = schedule.week_of(self._today())[0]
        self._kind = "leaders"
        self._entries: list[dict[str, Any]] = []
        self._wanted = ""
        self.window: EntryWindow | FormDialog | PrintWindow | None = None
        desk.week_requested.connect(self._go)
        desk.filter_changed.connect(self._filter)
        desk.entry_requested.connect(lambda entry: self._running.start("open", self._open(entry)))
        desk.act_requested.connect(self.begin)
        desk.begin_requested.connect(lambda *cell: self._running.start("open", self._enter(*cell)))
        desk.menu_requested.connect(lambda entry: self._running.start("menu", self._menu(entry)))
        desk.approve_week_requested.connect(lambda: self._running.start("approve", self._approve_week()))
        desk.print_requested.connect(lambda: self._running.start("print", self._print()))
        desk.export_requested.connect(self._ask_export)
        desk.words_changed.connect(self.refresh)
        self._unsubscribe = workplace.subscribe(self._changed)

    def close(self) -> None:
        """End what runs and listen no more; an open form closes, and what was typed is kept."""
        self._unsubscribe()
        if self.window is not None:
            self.window.reject()
        self._running.close()

    async def settled(self) -> None:
        """Wait until nothing runs."""
        await self._running.settled()

    def refresh(self) -> None:
        """Read the week anew."""
        self._running.start("refresh", self._refresh())

    def show(self, entry_id: str) -> None:
        """Go to the week of an entry and open it."""
        self._running.start("open", self._go_to(entry_id))

    async def do_again(self, act: Mapping[str, Any]) -> None:
        """Open the form of an act that came back; what was typed in it is kept as the form's draft by then."""
        kind, payload, subject = act["kind"], act["payload"], act["subjectId"]
        if kind in ("enterSchedule", "adjustSchedule"):
            values = schedule_words.form_values(payload["entry"]) | {"decisionNote": payload.get("note", "")}
            # An entry that the central never took is entered anew.
            known = await self._workplace.get("ScheduleEntry", subject)
            subject = subject if known else ""
            await self._workplace.save_draft(f"{kind}:{subject}", KIND, values)
            self._running.start("open", self._form(kind, subject, {}))
        else:
            self._running.start("open", self._go_to(subject))

    # the week

    def _today(self) -> date:
        return formats.local(self._now()).date()

    def _go(self, weeks: int) -> None:
        this = schedule.week_of(self._today())[0]
        self._monday = self._monday + timedelta(weeks=weeks) if weeks else this
        self.refresh()

    def _filter(self, kind: str) -> None:
        self._kind = kind
        self.refresh()

    def _changed(self, types: frozenset[str]) -> None:
        if types & {"Person", "Unit"}:
            self._running.start("names", self._names.refresh())
        if types & {"ScheduleEntry", "Act", "Person", "Unit", "Clock"}:
            self.refresh()

    async def _read(self, monday: date) -> list[dict[str, Any]]:
        after = (monday + timedelta(days=7)).isoformat()
        conditions = (
            ("organ_id", "=", self._workplace.me.organ_id),
            ("start", ">=", monday.isoformat()),
            ("start", "<", after),
        )
        return await self._workplace.select("ScheduleEntry", conditions)

    async def _unsent(self) -> frozenset[str]:
        rows = await self._workplace.unsent()
        return frozenset(one["act"]["subjectId"] for one in rows if one["state"] != "refused")

    async def _refresh(self) -> None:
        await self._names.ready()
        monday, unsent = self._monday, await self._unsent()
        self._entries = await self._read(monday)
        view = schedule_words.week(
            self._entries, monday, self._today(), self._workplace.me, self._names, kind=self._kind, unsent=unsent
        )
        self._desk.show_week(view)
        if self._wanted and self._desk.grid.choose(self._wanted):
            self._wanted = ""

    # one entry

    async def _go_to(self, entry_id: str) -> None:
        entry = await self._workplace.get("ScheduleEntry", entry_id)
        if entry is None:
            self._say(messages.sentence("noSubject"), Tone.WARN)
            return
        self._monday = schedule.week_of(schedule.span(entry)[0].date())[0]
        self._wanted = entry_id
        await self._refresh()
        await self._open(entry_id)

    async def _actions(self, entry_id: str) -> tuple[tuple[str, str], ...]:
        words = {
            "approveSchedule": translate("Schedule", "&Duyệt"),
            "adjustSchedule": translate("Schedule", "Điều &chỉnh"),
            "refuseSchedule": translate("Schedule", "&Không duyệt"),
            "enterSchedule": translate("Schedule", "&Sửa"),
        }
        allowed = await self._workplace.allowed("ScheduleEntry", entry_id)
        return tuple((kind, words[kind]) for kind in words if kind in allowed)

    async def _open(self, entry_id: str) -> None:
        entry = await self._workplace.get("ScheduleEntry", entry_id)
        if entry is None:
            self._say(messages.sentence("noSubject"), Tone.WARN)
            return
        await self._names.ready()
        near = await self._read(schedule.week_of(schedule.span(entry)[0].date())[0])
        actions = await self._actions(entry_id)
        unsent = entry_id in await self._unsent()
        window = EntryWindow(
            schedule_words.detail(entry, near, self._names, actions, unsent=unsent), self._desk.window()
        )
        window.act_requested.connect(lambda kind: self.begin(kind, entry_id))
        self._show(window)

    async def _menu(self, entry_id: str) -> None:
        copies = ("copyLink", translate("Links", "Sao chép liên kết"))
        self._desk.show_menu(entry_id, (*await self._actions(entry_id), copies))

    def begin(self, kind: str, entry_id: str) -> None:
        """Do something with an entry: approve at once, or open the form that the act needs."""
        if kind == "copyLink":
            self._copy_link("ScheduleEntry", entry_id)
        elif kind == "approveSchedule":
            self._running.start("approve", self._approve(entry_id))
        elif kind == "refuseSchedule":
            self._running.start("open", self._refuse(entry_id))
        elif kind in ("adjustSchedule", "enterSchedule"):
            self._running.start("open", self._form(kind, entry_id, {}))

    # deciding

    async def _approve(self, entry_id: str) -> None:
        done = await self._workplace.act("approveSchedule", "ScheduleEntry", entry_id, {})
        if isinstance(done, Refusal):
            self._say(messages.of_refusal(done), Tone.WARN)
        else:
            self._say(translate("Schedule", "Đã duyệt lịch."), Tone.GOOD)

    async def _approve_week(self) -> None:
        """Approve all that waits and clashes with nothing; what clashes stays, to be looked at one by one."""
        entries = await self._read(self._monday)
        good = schedule_words.approvable(entries)
        waiting = sum(e[P + "state"] == "waiting" for e in entries)
        approved = 0
        for entry in good:
            done = await self._workplace.act("approveSchedule", "ScheduleEntry", entry["id"], {})
            approved += not isinstance(done, Refusal)
        words = translate("Schedule", "Đã duyệt %n lịch.", None, approved)
        left = waiting - approved
        if left:
            words += " " + translate("Schedule", "Còn %n lịch bị trùng, cần xem riêng.", None, left)
        self._say(words, Tone.WARN if left else Tone.GOOD)

    async def _refuse(self, entry_id: str) -> None:
        entry = await self._workplace.get("ScheduleEntry", entry_id)
        if entry is None:
            self._say(messages.sentence("noSubject"), Tone.WARN)
            return
        heading = f"{schedule_words.when(entry)}: {entry['title']}"
        dialog = ReasonDialog(
            translate("Schedule", "Không duyệt lịch"),
            translate("Schedule", "&Lý do"),
            translate("Schedule", "&Không duyệt"),
            self._desk.window(),
            subject=heading,
        )
        key = f"refuseSchedule:{entry_id}"
        dialog.fill(await self._workplace.load_draft(key) or {})

        async def send(typed: dict[str, Any]) -> Refusal | None:
            done = await self._workplace.act("refuseSchedule", "ScheduleEntry", entry_id, {"reason": typed["reason"]})
            return (
                done if isinstance(done, Refusal) else self._done(translate("Schedule", "Đã trả lại lịch, kèm lý do."))
            )

        self._ask(dialog, key, send)

    def _done(self, words: str) -> None:
        self._say(words, Tone.GOOD)

    # entering

    async def _enter(self, day: str, half: str, column: str) -> None:
        me = self._workplace.me
        values: dict[str, object] = {"day": day or self._first_day().isoformat(), "chairId": me.id}
        if half:
            values |= {"start": "08:00", "end": "10:00"} if half == "morning" else {"start": "14:00", "end": "16:00"}
        if column:
            named = {"rooms": "place", "cars": "vehicle"}.get(self._kind, "chairId")
            shown = {c.key: c.name for c in self._desk.grid.week.view.columns}
            values[named] = shown.get(column, column) if named != "chairId" else column
        await self._form("enterSchedule", "", values)

    def _first_day(self) -> date:
        """Today in this week, else the Monday of the week shown."""
        today = self._today()
        return today if self._monday <= today < self._monday + timedelta(days=7) else self._monday

    async def _form(self, kind: str, entry_id: str, values: dict[str, object]) -> None:
        await self._names.ready()
        entry = await self._workplace.get("ScheduleEntry", entry_id) if entry_id else None
        key = f"{kind}:{entry_id}"
        kept = await self._workplace.load_draft(key)
        # A cell that was pressed says when and for whom; what was typed before says the rest.
        base = kept or (schedule_words.form_values(entry) if entry else {})
        values = {**base, **values}
        known = await self._workplace.select("ScheduleEntry", (("organ_id", "=", self._workplace.me.organ_id),))
        adjusting = kind == "adjustSchedule"
        heading = (
            translate("Schedule", "Điều chỉnh lịch công tác")
            if adjusting
            else translate("Schedule", "Đăng ký lịch công tác")
        )
        form = ScheduleForm(
            values,
            schedule_words.leaders(self._workplace.me, self._names),
            schedule_words.used_before(known, "place"),
            schedule_words.used_before(known, "vehicle"),
            schedule_words.used_before(known, "driver"),
            heading,
            adjusting,
        )
        dialog = ScheduleDialog(form, self._desk.window())
        subject = entry_id or str(uuid_utils.uuid7())
        warn = lambda typed: self._warn(dialog, subject, typed, known)  # noqa: E731
        dialog.edited.connect(warn)
        warn(dialog.values())

        async def send(typed: dict[str, Any]) -> Refusal | None:
            payload: dict[str, Any] = {"entry": schedule_words.wire_entry(typed)}
            if adjusting:
                payload["note"] = typed["decisionNote"]
            done = await self._workplace.act(kind, "ScheduleEntry", subject, payload, draft_key=key)
            if isinstance(done, Refusal):
                return done
            self._wanted = subject
            words = (
                translate("Schedule", "Đã điều chỉnh lịch.")
                if adjusting
                else translate("Schedule", "Đã gửi lịch, chờ Chánh Văn phòng duyệt.")
            )
            return self._done(words)

        self._ask(dialog, key, send)

    def _warn(self, dialog: ScheduleDialog, entry_id: str, typed: dict[str, Any], known: list[dict[str, Any]]) -> None:
        """Say what the entry would clash with; it may be sent all the same, the chief of office decides."""
        try:
            entry = {**schedule_words.wire_entry(typed), "id": entry_id, P + "state": "waiting"}
            others = {e["id"]: e for e in known if e["id"] != entry_id}
            found = [c for c in schedule.clashes([*others.values(), entry]) if entry_id in (c.first, c.second)]
        except ValueError:
            return
        by_id = {**others, entry_id: entry}
        sentences = (schedule_words.clash_sentence(c, entry_id, by_id, self._names) for c in found)
        dialog.show_warnings(dict.fromkeys(sentences))

    # windows

    def _show(self, window: EntryWindow | FormDialog | PrintWindow) -> None:
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.finished.connect(lambda _: self._forget(window))
        self.window = window
        window.open()

    def _forget(self, window: EntryWindow | FormDialog | PrintWindow) -> None:
        if self.window is window:
            self.window = None

    def _ask(self, dialog: FormDialog, key: str, send: Sender) -> None:
        keeper = Keeper(self._workplace, key, KIND)
        dialog.edited.connect(keeper.keep)
        dialog.submitted.connect(lambda typed: self._running.start("send", send_form(dialog, keeper, typed, send)))
        kind, _, identifier = key.partition(":")
        forms.mark(dialog, kind, "ScheduleEntry", identifier)
        self._show(dialog)

    # paper

    async def _print(self) -> None:
        await self._names.ready()
        monday = self._monday
        entries = await self._read(monday)
        me, today = self._workplace.me, self._today()
        waiting = sum(e[P + "state"] == "waiting" for e in entries)

        def sheet(with_waiting: bool) -> Any:
            return schedule_paper.sheet(entries, monday, today, me, self._names, with_waiting=with_waiting)

        window = PrintWindow(sheet(False), self._desk.window(), waiting=waiting)
        window.waiting_wanted.connect(lambda on: window.show_sheet(sheet(on)))
        window.finished_printing.connect(
            lambda where: self._done(translate("Schedule", "Đã in lịch tuần: {where}").format(where=where))
        )
        self._show(window)

    def _ask_export(self) -> None:
        ask_where(
            self._desk.window(),
            translate("Schedule", "Xuất lịch tuần ra iCalendar"),
            f"lich-cong-tac-{self._monday.isoformat()}.ics",
            lambda path: self._running.start("export", self.export(Path(path))),
            kind="iCalendar (*.ics)",
            ending="ics",
        )

    async def export(self, path: Path) -> None:
        """Write the week shown as an iCalendar file."""
        await self._names.ready()
        entries = await self._read(self._monday)
        name = translate("Schedule", "Lịch công tác {organ}").format(organ=self._workplace.me.organ["name"])
        data = schedule_paper.calendar_file(entries, self._names, name)
        try:
            path.write_bytes(data)
        except OSError:
            self._say(
                translate("Schedule", "Không ghi được tệp {path}. Chọn thư mục khác.").format(path=path), Tone.BAD
            )
            return
        self._done(translate("Schedule", "Đã xuất lịch tuần: {path}").format(path=path))
