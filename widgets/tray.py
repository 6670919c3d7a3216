"""The icon beside the clock: its number, its menu, its notices. Knows Qt and the program's icon; no data of its own.

Where the system shows no such icons it is not shown, and whoever asks is told so: a window must not vanish into
nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from widgets.program_icon import program_icon, tray_icon
from widgets.theme import Tone

_LONGEST_TITLE, _LONGEST_TEXT = 63, 250
"""Characters that Windows has room for (NOTIFYICONDATA: 64 and 256 with their ends)."""
_SHOWN = 10_000  # milliseconds


@dataclass(frozen=True)
class TrayView:
    """What is shown.

    Attributes:
        hint: beside the pointer: the office, and how much waits; never a document's name.
        count: what is new.
        locked: nothing of the work is shown.
        open: words of the first entry.
        waiting: what waits, as (key, words), each an entry of the menu.
        nothing: said where nothing waits; "" says nothing.
        busy: whether there is a room that can be synced and locked.
    """

    hint: str
    open: str
    count: int = 0
    locked: bool = False
    waiting: tuple[tuple[str, str], ...] = ()
    nothing: str = ""
    busy: bool = False


class Tray(QObject):
    """The icon.

    Args:
        body: how the text of a notice is written for whoever shows it.

    Signals:
        asked(): a click, or the first entry: the window is wanted.
        chosen(str): an entry of what waits.
        lock_asked(), sync_asked(), quit_asked(): the other entries.
        notice_opened(): a click on the notice shown last.
    """

    asked = Signal()
    chosen = Signal(str)
    lock_asked = Signal()
    sync_asked = Signal()
    quit_asked = Signal()
    notice_opened = Signal()

    def __init__(self, body: Callable[[str], str] = str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._body = body
        self.menu = QMenu()
        self._drawn: tuple[int, bool] | None = None
        self._told = False
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.notice_opened)

    @property
    def available(self) -> bool:
        """Whether the system shows such icons now; asked anew each time, for the bar may be started again."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show_view(self, view: TrayView) -> None:
        """Show this; the icon appears with the first."""
        if self._drawn != (view.count, view.locked):
            self._drawn = (view.count, view.locked)
            self._icon.setIcon(tray_icon(view.count, locked=view.locked))
        self._icon.setToolTip(view.hint)
        self._fill(view)
        if not self._icon.isVisible():
            self._icon.show()

    def notify(self, title: str, text: str, tone: Tone = Tone.INFO) -> None:
        """Show a notice; the one before it gives way."""
        self._told = True
        title, body = _cut(title, _LONGEST_TITLE), self._body(_cut(text, _LONGEST_TEXT))
        if tone in (Tone.WARN, Tone.BAD):
            self._icon.showMessage(title, body, QSystemTrayIcon.MessageIcon.Warning, _SHOWN)
        else:
            self._icon.showMessage(title, body, program_icon(), _SHOWN)

    def take_back(self) -> None:
        """Take notices from the screen, and from the system's list of them: they go with the icon."""
        if self._told and self._icon.isVisible():
            self._told = False
            self._icon.hide()
            self._icon.show()

    def close(self) -> None:
        """Take the icon away."""
        self._icon.hide()
        self.menu.deleteLater()

    def _fill(self, view: TrayView) -> None:
        menu = self.menu
        menu.clear()
        first = menu.addAction(view.open, self.asked.emit)
        menu.setDefaultAction(first)
        menu.addSeparator()
        for key, words in view.waiting:
            menu.addAction(words, lambda key=key: self.chosen.emit(key))
        if view.nothing:
            menu.addAction(view.nothing).setEnabled(False)
        menu.addSeparator()
        if view.busy:
            menu.addAction(self.tr("Đồng bộ ngay"), self.sync_asked.emit)
            menu.addAction(self.tr("Khóa"), self.lock_asked.emit)
            menu.addSeparator()
        menu.addAction(self.tr("Thoát"), self.quit_asked.emit)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.asked.emit()


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
