"""The outbox: every unsent act in words, every error with its reason; sent again, edited or taken back from here.

Knows the window and the workplace. Editing an act takes it back and opens its form with what was typed in it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.office.acts import Refusal
from desktop.presenters import act_words, formats, messages
from desktop.presenters.about import about
from desktop.presenters.moment import central_now
from desktop.presenters.running import Running
from widgets.outbox_window import OutboxWindow, UnsentAct
from widgets.theme import Tone

translate = QCoreApplication.translate

KIND = "takenBack"
"""The kind under which acts that were taken back are kept until their forms hold them: they stay listed here."""

TAKEN_BACK = "takenBack"

Editor = Callable[[Mapping[str, Any]], Awaitable[object]]
"""Opens an act's form; when it returns, what was typed is kept as that form's own draft."""


class Workplace(Protocol):
    """What this needs of the workplace."""

    @property
    def clock_offset(self) -> timedelta: ...
    def subscribe(self, callback: Callable[[frozenset[str]], None], /) -> Callable[[], None]: ...
    def sync_now(self) -> None: ...
    async def get(self, type_name: str, object_id: str, /) -> dict[str, Any] | None: ...
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
    """

    def __init__(
        self,
        workplace: Workplace,
        parent: Callable[[], QWidget],
        *,
        editors: Mapping[str, Editor],
        say: Callable[[str, Tone], None],
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self._workplace = workplace
        self._parent = parent
        self._editors = editors
        self._say = say
        self._now = now or (lambda: central_now(workplace))
        self._running = Running(lambda error: say(messages.of_error(error), Tone.BAD))
        self._acts: dict[str, Mapping[str, Any]] = {}
        self._wanted = ""
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

    def show(self, act_id: str = "") -> None:
        """Open the window, with this act chosen."""
        self._wanted = act_id
        if self.window is None:
            window = OutboxWindow(self._parent())
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.retry_requested.connect(lambda act: self._running.also(self._retry(act)))
            window.edit_requested.connect(lambda act: self._running.also(self._edit(act)))
            window.withdraw_requested.connect(lambda act: self._running.also(self._withdraw(act)))
            window.send_all_requested.connect(self._workplace.sync_now)
            window.finished.connect(self._closed)
            self.window = window
            window.open()
        self._refresh()

    def _closed(self) -> None:
        self.window = None

    def _changed(self, types: frozenset[str]) -> None:
        if self.window is not None and "Act" in types:
            self._refresh()

    def _refresh(self) -> None:
        self._running.start("refresh", self._read())

    async def _read(self) -> None:
        rows = await self._workplace.unsent()
        rows += [
            {"act": kept.data["act"], "state": TAKEN_BACK, "reason": None}
            for kept in await self._workplace.drafts(KIND)
        ]
        self._acts = {one["act"]["id"]: one for one in rows}
        views = [await self._view(one) for one in rows]
        if self.window is None:
            return
        self.window.show_acts(tuple(views))
        if self._wanted:
            self.window.choose(self._wanted)
            self._wanted = ""

    async def _view(self, one: Mapping[str, Any]) -> UnsentAct:
        act, state = one["act"], one["state"]
        words, tone = state_words(state)
        sealed = _is_sealed(one)
        stuck = state in ("held", "refused") and not sealed
        withdrawable = one.get("withdrawable", state != "sending")
        return UnsentAct(
            act["id"],
            act_words.name(act["kind"]),
            await about(self._workplace, act),
            formats.when_in_history(act["claimedAt"], self._now()),
            words,
            tone,
            self._reason(one),
            stuck,
            not sealed and state in ("refused", TAKEN_BACK) and withdrawable and act["subjectType"] in self._editors,
            withdrawable,
        )

    def _reason(self, one: Mapping[str, Any]) -> str:
        """Why, and what to do next."""
        if one["state"] == TAKEN_BACK:
            return translate("Outbox", "Chưa gửi và sẽ không tự gửi. Bấm Xem và sửa để làm lại, Rút lại để bỏ hẳn.")
        if one["state"] not in ("held", "refused"):
            return ""
        if _is_sealed(one):
            return translate(
                "Outbox",
                "Việc này thuộc một văn bản mật nên được niêm phong trên máy, không hiện và không gửi. Làm việc này "
                "trên máy chuyên dùng, rồi bấm Rút lại.",
            )
        reason = messages.of_reason(one["reason"])
        next_step = {
            "refused": translate("Outbox", "Nội dung đã nhập còn nguyên: bấm Xem và sửa, hoặc Rút lại."),
            "held": translate("Outbox", "Bấm Gửi lại để thử lần nữa."),
        }[one["state"]]
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
            self._say(translate("Outbox", "Việc này đang được gửi nên không rút lại được."), Tone.WARN)
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


def _is_sealed(one: Mapping[str, Any]) -> bool:
    """Whether the act concerns a document that may not be held here."""
    return (one["reason"] or {}).get("code") == "secretElsewhere"


def _draft_key(act_id: str) -> str:
    return f"{KIND}:{act_id}"
