"""The outbox: every unsent act in words, every error with its reason; sent again, edited or taken back from here.

Knows the window and the workplace; the pages of files are `outbox_files`. Editing an act takes it back and opens its
form with what was typed in it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.office.acts import Refusal
from desktop.presenters import act_words, formats, messages, needs, outbox_details, outbox_files
from desktop.presenters.about import about_all
from desktop.presenters.moment import central_now
from desktop.presenters.outbox_files import FilePages
from desktop.presenters.running import Running
from widgets.leaving import copy_codes
from widgets.outbox_window import OutboxWindow, UnsentAct
from widgets.theme import Tone

translate = QCoreApplication.translate

KIND = "takenBack"
"""The kind under which acts that were taken back are kept until their forms hold them: they stay listed here."""

TAKEN_BACK = "takenBack"
CALM = 0.05
"""Seconds: while many acts go out at once, the window is filled anew so often and no more."""

Editor = Callable[[Mapping[str, Any]], Awaitable[object]]
"""Opens an act's form; when it returns, what was typed is kept as that form's own draft."""


class Workplace(outbox_files.Workplace, needs.Several, Protocol):
    """What this needs of the workplace."""

    sync: Any

    def sync_now(self) -> None: ...
    async def unsent(self) -> list[dict[str, Any]]: ...
    async def withdraw(self, act_id: str, /) -> Any: ...
    async def retry(self, act_id: str, /) -> Any: ...
    async def save_draft(self, key: str, kind: str, data: dict[str, Any], /) -> None: ...
    async def drafts(self, kind: str, /) -> Sequence[Any]: ...
    async def drop_draft(self, key: str, /) -> None: ...


def state_words(state: str) -> tuple[str, Tone]:
    """Where an act stands, in words and tone; an unknown state as it is."""
    known = {
        "waiting": (translate("Outbox", "Chờ gửi"), Tone.NEUTRAL),
        "sending": (translate("Outbox", "Đang gửi"), Tone.INFO),
        "held": (translate("Outbox", "Gửi chưa được"), Tone.BAD),
        "refused": (translate("Outbox", "Bị từ chối"), Tone.BAD),
        TAKEN_BACK: (translate("Outbox", "Đã rút lại"), Tone.WARN),
    }
    return known.get(state, (state, Tone.WARN))


class OutboxPresenter:
    """Opens the window and does what is asked there.

    Args:
        editors: opens the form of an act that was taken back, by the type of its subject; an act that has none can
            be sent again or taken back only.
        now: the central's time; the workplace's clock where nothing is given.
        show_pages: shows a PDF's pages in a page view.
        write: writes a file outside the program, off the window's thread.
    """

    def __init__(
        self,
        workplace: Workplace,
        parent: Callable[[], QWidget],
        *,
        editors: Mapping[str, Editor],
        say: Callable[[str, Tone], None],
        now: Callable[[], datetime] | None = None,
        show_pages: Callable[[Any, bytes], Awaitable[None]] | None = None,
        write: Callable[[Path, bytes], Awaitable[object]] | None = None,
    ) -> None:
        self._workplace = workplace
        self._parent = parent
        self._editors = editors
        self._say = say
        self._now = now or (lambda: central_now(workplace))
        self._running = Running(lambda error: say(messages.of_error(error), Tone.BAD))
        self._files = FilePages(workplace, self._running, say, self._now, show_pages, write)
        self._acts: dict[str, Mapping[str, Any]] = {}
        self._wanted = ""
        self._stale = False
        self._reading = False
        self.window: OutboxWindow | None = None
        self._unsubscribe = workplace.subscribe(self._changed)

    def close(self) -> None:
        """Close the window, end what runs and listen no more."""
        self._unsubscribe()
        if self.window is not None:
            self.window.accept()
        self._running.close()

    async def settled(self) -> None:
        """Wait until nothing runs."""
        await self._running.settled()

    def show(self, act_id: str = "", place: str = "") -> None:
        """Open the window, with this act chosen, or at this page."""
        self._wanted = act_id
        if self.window is None:
            window = OutboxWindow(self._parent())
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            page = window.unsent
            page.retry_requested.connect(lambda act: self._running.also(self._retry(act)))
            page.edit_requested.connect(lambda act: self._running.also(self._edit(act)))
            page.withdraw_requested.connect(lambda act: self._running.also(self._withdraw(act)))
            page.send_all_requested.connect(self._workplace.sync_now)
            window.copy_requested.connect(lambda: self._running.also(self._copy()))
            window.finished.connect(self._closed)
            self.window = window
            self._files.open(window)
            window.open()
        if place:
            self.window.show_place(place)
        self._refresh()

    def _closed(self) -> None:
        self.window = None
        self._files.closed()

    def _changed(self, types: frozenset[str]) -> None:
        if self.window is not None and "Act" in types:
            self._refresh()

    def _refresh(self) -> None:
        self._stale = True
        # A task that has read to its end may still count as running: what it does not see would be lost.
        if not self._reading:
            self._reading = True
            self._running.start("refresh", self._read())

    async def _read(self) -> None:
        try:
            while self._stale and self.window is not None:
                self._stale = False
                await self._fill()
                if self._stale:
                    await asyncio.sleep(CALM)
        finally:
            self._reading = False

    async def _fill(self) -> None:
        rows = await self._workplace.unsent()
        rows += [
            {"act": kept.data["act"], "state": TAKEN_BACK, "reason": None}
            for kept in await self._workplace.drafts(KIND)
        ]
        self._acts = {one["act"]["id"]: one for one in rows}
        subjects = await about_all(self._workplace, [one["act"] for one in rows])
        now = self._now()
        views = [self._view(one, about, now) for one, about in zip(rows, subjects, strict=True)]
        await self._files.read_signed()
        if self.window is None:
            return
        first = self.window.unsent.current() == ""
        self.window.unsent.show_acts(tuple(views))
        if first and views and self.window.focusWidget() in (None, self.window.tabs):
            self.window.unsent.list.setFocus()
        self._files.count(len(views))
        if self._wanted:
            self.window.unsent.choose(self._wanted)
            self._wanted = ""

    def _view(self, one: Mapping[str, Any], about: str, now: datetime) -> UnsentAct:
        act, state = one["act"], one["state"]
        words, tone = state_words(state)
        sealed = _is_sealed(one)
        signed = bool(one.get("signed"))
        withdrawable = one.get("withdrawable", state != "sending")
        return UnsentAct(
            act["id"],
            act_words.name(act["kind"]),
            about,
            formats.when_in_history(act["claimedAt"], now),
            words,
            tone,
            self._reason(one, withdrawable),
            not sealed and (state == "held" or (state == "refused" and not signed)),
            not sealed and state in ("refused", TAKEN_BACK) and withdrawable and act["subjectType"] in self._editors,
            withdrawable,
            "" if withdrawable else _fixed(state),
        )

    def _reason(self, one: Mapping[str, Any], withdrawable: bool) -> str:
        """Why, and what to do next."""
        state = one["state"]
        if state == TAKEN_BACK:
            return translate("Outbox", "Chưa gửi và sẽ không tự gửi. Bấm Xem và sửa để làm lại, Rút lại để bỏ hẳn.")
        if state not in ("held", "refused"):
            return "" if withdrawable else _fixed(state)
        if _is_sealed(one):
            return translate(
                "Outbox",
                "Việc này thuộc một văn bản mật nên được niêm phong trên máy, không hiện và không gửi. Làm việc này "
                "trên máy chuyên dùng, rồi bấm Rút lại.",
            )
        reason = messages.of_reason(one["reason"])
        if state == "held":
            next_step = translate("Outbox", "Bấm Gửi lại để thử lần nữa.")
        elif one.get("signed"):
            next_step = translate("Outbox", "Tệp đã ký không gửi lại: bấm Xem và sửa để ký lại văn bản, hoặc Rút lại.")
        else:
            next_step = translate("Outbox", "Nội dung đã nhập còn nguyên: bấm Xem và sửa, hoặc Rút lại.")
        return f"{reason} {next_step}".strip()

    # acts

    async def _retry(self, act_id: str) -> None:
        done = await self._workplace.retry(act_id)
        if isinstance(done, Refusal):
            self._say(messages.of_refusal(done), Tone.WARN)
        self._refresh()

    async def _withdraw(self, act_id: str) -> None:
        if self._is_draft(act_id):
            await self._workplace.drop_draft(_draft_key(act_id))
            self._refresh()
            return
        taken = await self._workplace.withdraw(act_id)
        self._tell_taken(taken)

    def _is_draft(self, act_id: str) -> bool:
        return act_id in self._acts and self._acts[act_id]["state"] == TAKEN_BACK

    def _tell_taken(self, taken: Sequence[Mapping[str, Any]] | None) -> None:
        if taken is None:
            return
        if not taken:
            self._say(_fixed("sending"), Tone.WARN)
        elif len(taken) > 1:
            words = translate("Outbox", "Đã rút lại {n} việc: việc được chọn và các việc dựa vào nó.")
            self._say(words.format(n=len(taken)), Tone.INFO)
        else:
            self._say(translate("Outbox", "Đã rút lại."), Tone.INFO)

    async def _edit(self, act_id: str) -> None:
        """Take the act back and open its form; what was typed is kept before it leaves the outbox.

        What stood on the act comes back with it and stays listed here, each to be done again or given up.
        """
        one = self._acts.get(act_id)
        editor = self._editors.get(one["act"]["subjectType"]) if one else None
        if one is None or editor is None:
            return
        if not self._is_draft(act_id):
            await self._keep(one["act"])
            taken = await self._workplace.withdraw(act_id)
            if taken is not None and not taken:
                await self._workplace.drop_draft(_draft_key(act_id))
                self._tell_taken(taken)
                return
            for other in taken or ():
                await self._keep(other)
        if self.window is not None:
            self.window.accept()
        await editor(one["act"])
        await self._workplace.drop_draft(_draft_key(act_id))

    async def _keep(self, act: Mapping[str, Any]) -> None:
        await self._workplace.save_draft(_draft_key(act["id"]), KIND, {"act": dict(act)})

    # for whoever helps

    async def _copy(self) -> None:
        """Identifiers, states and codes on the clipboard: nothing of what anybody wrote."""
        text = outbox_details.written(
            await self._workplace.unsent(), self._workplace.transfers.views(), self._workplace.sync.state, self._now()
        )
        copy_codes(text)
        if self.window is not None:
            self.window.say_copied()


def _fixed(state: str) -> str:
    """Why an act cannot be taken back now, and what can be done instead."""
    if state == "sending":
        return translate(
            "Outbox",
            "Việc này đã bắt đầu gửi, có thể đã tới hệ thống trung tâm nên không rút lại được. Chờ có kết quả; nếu bị "
            "từ chối, việc trở lại đây kèm lý do.",
        )
    return translate("Outbox", "Một việc dựa vào việc này đang được gửi nên chưa rút lại được. Chờ việc đó có kết quả.")


def _is_sealed(one: Mapping[str, Any]) -> bool:
    """Whether the act concerns a document that may not be held here."""
    return (one["reason"] or {}).get("code") == "secretElsewhere"


def _draft_key(act_id: str) -> str:
    return f"{KIND}:{act_id}"
