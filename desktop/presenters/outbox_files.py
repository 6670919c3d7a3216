"""The outbox's pages of files: those on their way, and signed ones set aside. Knows the window and the workplace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Qt

from desktop.office.acts import Refusal
from desktop.presenters import act_words, formats, messages, needs
from desktop.presenters.about import about_all
from desktop.presenters.running import Running
from widgets.file_asking import ask_where
from widgets.file_window import FileWindow
from widgets.outbox_window import OutboxWindow, SignedFile, TransferView
from widgets.theme import Tone

translate = QCoreApplication.translate

AHEAD = 2
"""The rank of what is fetched ahead of its use (desktop.sync.transfers)."""

Show = Callable[[Any, bytes], Awaitable[None]]
Write = Callable[[Path, bytes], Awaitable[object]]


class Workplace(needs.Clocked, needs.Told, needs.Several, Protocol):
    """What this needs of the workplace."""

    transfers: Any

    async def set_aside(self) -> list[dict[str, Any]]: ...
    async def discard_signed(self, act_id: str, /) -> None: ...
    async def file(self, file: Any, /) -> bytes: ...
    async def act(
        self, kind: str, subject_type: str, subject_id: str, payload: dict[str, Any], /, *, document_id: str | None
    ) -> Any: ...


class FilePages:
    """Fills both pages and does what is asked there."""

    def __init__(
        self,
        workplace: Workplace,
        running: Running,
        say: Callable[[str, Tone], None],
        now: Callable[[], datetime],
        show_pages: Show | None,
        write: Write | None,
    ) -> None:
        self._workplace = workplace
        self._running = running
        self._say = say
        self._now = now
        self._show_pages = show_pages
        self._write = write
        self._signed: dict[str, Mapping[str, Any]] = {}
        self._counts = [0, 0, 0]
        self._end: Callable[[], None] = lambda: None
        self._window: OutboxWindow | None = None

    def open(self, window: OutboxWindow) -> None:
        """Fill this window from now on."""
        self._window = window
        transfers = self._workplace.transfers
        window.files.pause_requested.connect(transfers.pause)
        window.files.resume_requested.connect(transfers.resume)
        window.files.cancel_requested.connect(transfers.cancel)
        window.files.pause_all_requested.connect(transfers.pause_all)
        window.signed.open_requested.connect(lambda key: self._running.also(self._open(key)))
        window.signed.save_requested.connect(self._ask_where)
        window.signed.discard_requested.connect(lambda key: self._running.also(self._discard(key)))
        self._end = transfers.subscribe(self.show_moving)
        self.show_moving()

    def closed(self) -> None:
        """The window is gone."""
        self._end()
        self._end = lambda: None
        self._window = None

    def count(self, unsent: int) -> None:
        """So many acts are listed; the other pages' counts are known here."""
        self._counts[0] = unsent
        self._say_counts()

    def _say_counts(self) -> None:
        if self._window is not None:
            self._window.set_counts(*self._counts)

    # on their way

    def show_moving(self) -> None:
        """Show where each file is now."""
        if self._window is None:
            return
        transfers = self._workplace.transfers
        views = transfers.views()
        self._counts[1] = len(views)
        self._say_counts()
        moving = sum(view.state == "moving" for view in views)
        words = translate("OutboxFiles", "%n tệp đang truyền", None, moving) if views else ""
        rate = transfers.budget.rate
        if words and rate:
            words += " · " + _speed(rate)
        lines = tuple(_view(view, transfers.held) for view in views)
        self._window.files.show_files(lines, words, _warning(transfers), held=transfers.held)

    # signed and set aside

    async def read_signed(self) -> None:
        """Show what was set aside."""
        rows = await self._workplace.set_aside()
        subjects = await about_all(self._workplace, [one["act"] for one in rows])
        self._signed = {_key(one): one for one in rows}
        together = Counter(one["act"]["id"] for one in rows)
        self._counts[2] = len(rows)
        if self._window is None:
            return
        now = self._now()
        self._window.signed.show_files(
            tuple(
                _signed(one, about, now, together[one["act"]["id"]] - 1, self._write is not None)
                for one, about in zip(rows, subjects, strict=True)
            )
        )

    async def _open(self, key: str) -> None:
        one = self._signed.get(key)
        if one is None or self._show_pages is None or self._window is None:
            return
        data = await self._workplace.file(one["file"])
        shown = FileWindow(one["file"]["name"], self._window)
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Filled before it can be closed again.
        await self._show_pages(shown.pages, data)
        shown.open()

    def _ask_where(self, key: str) -> None:
        one = self._signed.get(key)
        if one is None or self._window is None:
            return
        title = translate("OutboxFiles", "Lưu bản sao ra ngoài chương trình")
        name = Path(one["file"]["name"]).name
        ask_where(self._window, title, name, lambda path: self._running.also(self.save_to(key, Path(path))))

    async def save_to(self, key: str, path: Path) -> None:
        """Save a copy at a path, as an act: it is written down before the file leaves."""
        one = self._signed.get(key)
        if one is None or self._write is None:
            return
        file, document_id = one["file"], one["act"]["documentId"] or one["act"]["subjectId"]
        payload = {"name": file["name"], "digest": file["digest"]}
        outcome = await self._workplace.act("export", "Document", document_id, payload, document_id=document_id)
        if isinstance(outcome, Refusal):
            self._say(messages.of_refusal(outcome), Tone.WARN)
            return
        try:
            await self._write(path, await self._workplace.file(file))
        except OSError:
            said = translate("OutboxFiles", "Không ghi được tệp vào {path}. Chọn nơi khác rồi lưu lại.")
            self._say(said.format(path=path.parent), Tone.BAD)
            return
        self._say(translate("OutboxFiles", "Đã lưu bản sao vào {path}.").format(path=path.parent), Tone.GOOD)

    async def _discard(self, key: str) -> None:
        one = self._signed.get(key)
        if one is None:
            return
        await self._workplace.discard_signed(one["act"]["id"])
        self._say(translate("OutboxFiles", "Đã bỏ tệp đã ký."), Tone.INFO)


def _key(one: Mapping[str, Any]) -> str:
    """One act may have had several files signed."""
    return f"{one['act']['id']}:{one['file']['digest']}"


def _signed(one: Mapping[str, Any], about: str, now: datetime, others: int, can_save: bool) -> SignedFile:
    act = one["act"]
    what = act_words.name(act["kind"])
    if one.get("reason"):
        why = translate("OutboxFiles", "{what}: bị trả lại. {reason}")
        why = why.format(what=what, reason=messages.of_reason(one["reason"]))
    else:
        why = translate("OutboxFiles", "{what}: đã rút lại trước khi gửi.").format(what=what)
    when = formats.when_in_history(act["claimedAt"], now)
    return SignedFile(_key(one), one["file"]["name"], about, when, why, can_save, others)


def _speed(rate: float) -> str:
    return translate("OutboxFiles", "{size}/giây").format(size=formats.size(round(rate)))


def _warning(transfers: Any) -> str:
    """Why files do not move, or only some; the most telling reason."""
    if transfers.held:
        return translate("OutboxFiles", "Đang tạm dừng mọi tệp. Việc không kèm tệp vẫn được gửi.")
    if transfers.full:
        return translate(
            "OutboxFiles",
            "Ổ đĩa đã đầy nên tạm ngừng tải tệp; việc vẫn được gửi. Xóa bớt tệp không cần, có chỗ thì tự tải tiếp.",
        )
    if transfers.budget.slow:
        return translate("OutboxFiles", "Đường truyền đang chậm: tệp nhường đường cho việc, và không tải trước.")
    return ""


def _view(view: Any, held: bool) -> TransferView:
    words, tone = _state(view, held)
    percent = min(100, view.done * 100 // view.size) if view.size and view.done else None
    progress = f"{percent} %" if percent is not None else ""
    if view.rate:
        progress += " · " + _speed(view.rate)
    name = view.name or translate("OutboxFiles", "Tệp kèm theo")
    direction = translate("OutboxFiles", "Gửi") if view.upload else translate("OutboxFiles", "Tải về")
    going = view.state in ("waiting", "moving") and not held
    resumes = view.state == "paused" or (view.state == "failed" and not view.upload)
    return TransferView(
        view.id, name, direction, formats.size(view.size) if view.size else "", percent, progress, words, tone,
        _reason(view), going, resumes and not held, not view.upload,
    )  # fmt: skip


def _state(view: Any, held: bool) -> tuple[str, Tone]:
    if view.state == "failed":
        return translate("OutboxFiles", "Chưa được"), Tone.BAD
    if view.state == "paused" or held:
        return translate("OutboxFiles", "Đã tạm dừng"), Tone.WARN
    if view.state == "moving":
        sending = translate("OutboxFiles", "Đang gửi") if view.upload else translate("OutboxFiles", "Đang tải")
        return sending, Tone.INFO
    if view.code == "diskFull":
        return translate("OutboxFiles", "Chờ ổ đĩa có chỗ"), Tone.WARN
    if view.rank == AHEAD:
        return translate("OutboxFiles", "Tải trước khi rảnh"), Tone.NEUTRAL
    return translate("OutboxFiles", "Chờ đến lượt"), Tone.NEUTRAL


def _reason(view: Any) -> str:
    if view.state == "failed":
        next_step = (
            translate("OutboxFiles", "Việc kèm tệp này sẽ tự gửi lại.")
            if view.upload
            else translate("OutboxFiles", "Bấm Tiếp tục để thử lại.")
        )
        return f"{messages.sentence(view.code)} {next_step}"
    if view.upload:
        return translate(
            "OutboxFiles", "Việc kèm tệp này được gửi khi tệp đã tới nơi. Muốn bỏ thì rút lại việc ở thẻ Việc chưa gửi."
        )
    return ""
