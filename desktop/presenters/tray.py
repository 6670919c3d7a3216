"""What the icon beside the clock shows and does, whoever is at work or nobody: the one part that outlives the rooms.

Knows the icon and the window in front. Locked, it says nothing of the work: no number, no name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from desktop.presenters.notice_words import Notice
from widgets.tray import Tray, TrayView

translate = QCoreApplication.translate

_DESKS = ("incoming", "outgoing", "signing", "tasks")


class InFront(Protocol):
    """What this needs of the window in front (desktop.front.Front)."""

    hidden: bool

    def bring(self) -> None: ...
    def hide(self) -> None: ...
    def give_up(self) -> None: ...


@dataclass(frozen=True)
class Inside:
    """What can be done where somebody is at work, or where it is locked.

    Attributes:
        office: whose work it is; "" where nothing is to be told.
        locked: nothing of the work is shown, and nothing of it can be done.
        leave: ends the program.
        open: shows an object: type and identifier; ("desk", key) shows a desk.
    """

    leave: Callable[[], object]
    office: str = ""
    locked: bool = False
    open: Callable[[str, str], object] = field(default=lambda _type, _id: None)
    lock: Callable[[], object] = field(default=lambda: None)
    sync: Callable[[], object] = field(default=lambda: None)


class TrayPresenter:
    """Fills the icon.

    Args:
        stays: whether a closed window leaves the program beside the clock: the person's setting.
    """

    def __init__(self, icon: Tray, front: InFront, stays: Callable[[], bool]) -> None:
        self._icon = icon
        self._front = front
        self._stays = stays
        self._inside: Inside | None = None
        self._counts: Mapping[str, int] = {}
        self._new = 0
        self._opens: tuple[str, str] | None = None
        icon.asked.connect(self._bring)
        icon.chosen.connect(lambda key: self._open("desk", key))
        icon.lock_asked.connect(lambda: self._inside is not None and self._inside.lock())
        icon.sync_asked.connect(lambda: self._inside is not None and self._inside.sync())
        icon.quit_asked.connect(self._leave)
        icon.notice_opened.connect(self._open_notice)

    @property
    def available(self) -> bool:
        """Whether there is an icon that could be seen."""
        return self._icon.available

    def show(self) -> None:
        """Show it as things are."""
        self._icon.show_view(self.view())

    def enter(self, inside: Inside) -> None:
        """Somebody is at work from now on, or it is locked."""
        if inside.locked:
            self._icon.take_back()
        self._inside = inside
        self._counts, self._new, self._opens = {}, 0, None
        self.show()

    def leave(self, inside: Inside | None = None) -> None:
        """Nobody is.

        Args:
            inside: what is left, where another may have taken its place already: then nothing is done.
        """
        if inside is not None and inside is not self._inside:
            return
        self._inside = None
        self._counts, self._new, self._opens = {}, 0, None
        self.show()

    def close(self) -> None:
        """Take the icon away."""
        self._icon.close()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """What waits on each desk."""
        if self._open_room and dict(counts) != dict(self._counts):
            self._counts = dict(counts)
            self.show()

    def set_new(self, count: int) -> None:
        """How many documents have come since somebody looked."""
        if self._open_room and count != self._new:
            self._new = count
            self.show()

    def tell(self, notice: Notice) -> None:
        """Show a notice; a click on it opens what it tells of. Locked, nothing is told."""
        if self._open_room and self._icon.available:
            self._opens = notice.opens
            self._icon.notify(notice.title, notice.text, notice.tone)

    def say(self, title: str, text: str) -> None:
        """Say something of the program itself; a click brings the window."""
        self._opens = None
        if self._icon.available:
            self._icon.notify(title, text)

    def take_in(self) -> bool:
        """The window is being closed: leave it beside the clock, where the person wants that and it can be seen there.

        Returns:
            whether it was; else the program ends, as without such an icon.
        """
        if self._inside is None or not self._stays() or not self._icon.available:
            return False
        self._front.hide()
        return True

    def view(self) -> TrayView:
        """What the icon shows."""
        name = "Tác nghiệp"
        inside = self._inside
        if inside is None:
            return TrayView(name, translate("Tray", "Mở Tác nghiệp"))
        if inside.locked:
            hint = translate("Tray", "Tác nghiệp (đang khóa)")
            return TrayView(hint, translate("Tray", "Mở khóa…"), locked=True)
        waiting = tuple((key, _waits(key, self._counts[key])) for key in _DESKS if self._counts.get(key))
        lines = [f"{name} · {inside.office}" if inside.office else name]
        if self._new:
            lines.append(translate("Tray", "%n văn bản mới đến", None, self._new))
        return TrayView(
            "\n".join(lines),
            translate("Tray", "Mở Tác nghiệp"),
            self._new,
            waiting=waiting,
            nothing="" if waiting else translate("Tray", "Không có việc nào đang chờ"),
            busy=True,
        )

    @property
    def _open_room(self) -> bool:
        return self._inside is not None and not self._inside.locked

    def _bring(self) -> None:
        self._front.bring()

    def _open(self, type_name: str, key: str) -> None:
        self._front.bring()
        if self._inside is not None and self._open_room:
            self._inside.open(type_name, key)

    def _open_notice(self) -> None:
        opens, self._opens = self._opens, None
        self._front.bring()
        if opens is not None:
            self._open(*opens)

    def _leave(self) -> None:
        if self._inside is not None:
            self._inside.leave()
        else:
            self._front.give_up()


def _waits(key: str, count: int) -> str:
    """How much waits on a desk, as the menu says it."""
    match key:
        case "incoming":
            words = translate("Tray", "Văn bản đến: {n}")
        case "outgoing":
            words = translate("Tray", "Văn bản đi: {n}")
        case "signing":
            words = translate("Tray", "Chờ ký: {n}")
        case _:
            words = translate("Tray", "Nhiệm vụ: {n}")
    return words.format(n=count)
