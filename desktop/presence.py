"""One room's side of what is seen outside of its windows: fills the icon beside the clock and the button in the task
bar, tells of what happens, shields what is secret.

Knows the workplace and what the application built (desktop.outside). Built and closed by the workroom.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from desktop.lanes import Lanes
from desktop.outside import Outside
from desktop.presenters.autostarting import Autostarting
from desktop.presenters.names import Names
from desktop.presenters.notices import Notices
from desktop.presenters.running import Running
from desktop.presenters.tray import Inside
from desktop.session.settings import Settings
from desktop.taskbar import Progress
from widgets.shell import MainWindow
from widgets.signing_view_data import BatchProgress

translate = QCoreApplication.translate

BIG: Final = 8 << 20
"""Bytes on their way from which the task bar shows how far they are: less is over before it is seen."""
_TOLD = "tray.told"


class Presence:
    """One room's.

    Args:
        open: shows an object: type and identifier; ("desk", key) shows a desk.
        busy: whether something is signed or a PIN is asked for.
        leave: ends the program, as closing the window does without such an icon.
        failed: told of an error that nothing else deals with.
        reset: told where a setting could not be made to hold, and is as it was.
    """

    def __init__(
        self,
        workplace: Any,
        outside: Outside,
        names: Names,
        settings: Settings,
        lanes: Lanes,
        window: MainWindow,
        *,
        open: Callable[[str, str], object],
        busy: Callable[[], bool],
        lock: Callable[[], object],
        leave: Callable[[], object],
        failed: Callable[[Exception], None],
        reset: Callable[[], object],
    ) -> None:
        self._workplace = workplace
        self._practice = bool(workplace.practice)
        self._outside = outside
        self._settings = settings
        self._window = window
        self._open, self._lock, self._leave = open, lock, leave
        self._running = Running(failed)
        self.autostarting = Autostarting(outside.autostart, settings, lanes, reset)
        self.notices = Notices(
            workplace,
            names,
            tell=lambda notice: outside.tray.tell(notice) if outside.tray is not None else None,
            new=self._say_new,
            away=self._is_away,
            quiet=busy,
            wants=lambda name: bool(settings[name]),
            failed=failed,
        )
        self._batch: Progress | None = None
        self._inside: Inside | None = None
        self._end: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Show whose room it is, and follow it."""
        if self._outside.tray is not None:
            office = str(self._workplace.me.organ["name"])
            if self._practice:
                office = translate("Tray", "THỰC HÀNH · {office}").format(office=office)
            self._inside = Inside(self._leave, office, open=self._open, lock=self._lock, sync=self._sync)
            self._outside.tray.enter(self._inside)
            if not self._practice:
                self.notices.start()
        self._end = self._workplace.transfers.subscribe(self._show_progress)
        self._shield()
        self._running.start("autostart", self.autostarting.settle())

    def close(self) -> None:
        """Nothing of this room is shown any more. The shield stays until the windows are gone."""
        self._end()
        self._running.close()
        self.notices.close()
        if self._outside.tray is not None and self._inside is not None:
            # Behind a lock another has taken its place already.
            self._outside.tray.leave(self._inside)
        if self._outside.taskbar is not None:
            self._outside.taskbar.set_count(0)
            self._set_progress(None)

    async def settled(self) -> None:
        """Wait until nothing is being read (for tests)."""
        await self._running.settled()
        await self.notices.settled()

    # -- what the room tells

    def arrived(self, ids: Iterable[str]) -> None:
        """These handlings have come."""
        # What comes in the practice office is nobody's work: beside the clock it would pass for real.
        if not self._practice:
            self.notices.arrived(ids)

    def counted(self, counts: Mapping[str, int]) -> None:
        """So much waits on each desk."""
        if self._outside.tray is not None:
            self._outside.tray.set_counts(counts)

    def attend(self, here: bool) -> None:
        """Somebody looks at the window, or away from it."""
        if here:
            self.notices.seen()
            if self._batch is None:
                self._set_progress(None)
                self._show_progress()

    def signing(self, progress: BatchProgress | None) -> None:
        """A batch moves, or has ended."""
        if progress is None:
            self._batch = None
        else:
            part = progress.done / progress.total if progress.total else 0.0
            self._batch = Progress(part, "paused" if progress.paused else "normal")
        self._show_progress()

    def take_in(self) -> bool:
        """The window is being closed: whether it stays beside the clock. The first time that is said."""
        application = QGuiApplication.instance()
        ending = isinstance(application, QGuiApplication) and application.isSavingSession()
        if ending or self._outside.tray is None or not self._outside.tray.take_in():
            return False
        self._running.start("told", self._tell_where())
        return True

    def applied(self, name: str) -> None:
        """A setting was changed by the person, or by policy."""
        if name == "captureExclusion":
            self._shield()
        elif name == "startWithSystem":
            self._running.start("autostart", self.autostarting.apply())

    # -- showing

    def _is_away(self) -> bool:
        # A dialog of ours in front is the window too.
        active = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        return self._outside.front.hidden or not active

    def _say_new(self, count: int) -> None:
        if self._outside.tray is not None:
            self._outside.tray.set_new(count)
        if self._outside.taskbar is not None:
            self._outside.taskbar.set_count(count)

    def _sync(self) -> None:
        self._workplace.sync_now()

    async def _tell_where(self) -> None:
        tray = self._outside.tray
        if tray is not None and not await self._workplace.preference(_TOLD, False):
            await self._workplace.set_preference(_TOLD, True)
            tray.say(
                translate("Tray", "Tác nghiệp vẫn chạy cạnh đồng hồ"),
                translate(
                    "Tray", "Văn bản mới và việc đến hạn vẫn được báo. Bấm biểu tượng để mở lại; chuột phải để thoát."
                ),
            )

    def _show_progress(self) -> None:
        self._set_progress(self._batch or self._transfers())

    def _set_progress(self, progress: Progress | None) -> None:
        taskbar, handle = self._outside.taskbar, self._window.windowHandle()
        if taskbar is not None and handle is not None:
            taskbar.set_progress(int(handle.winId()), progress)

    def _transfers(self) -> Progress | None:
        """How far the files on their way are, where they are many or large."""
        views = [one for one in self._workplace.transfers.views() if one.state in ("moving", "waiting")]
        total = sum(one.size for one in views)
        if not views or total < BIG:
            return None
        part = sum(one.done for one in views) / total
        return Progress(part, "error" if self._workplace.transfers.full else "normal")

    # -- shielding

    def _shield(self) -> None:
        """Where classified documents may be held, any window may show one: a list, a draft, an attachment."""
        if self._outside.shield is not None:
            wanted = self._settings["captureExclusion"] == "always" or self._workplace.may_hold_secrets
            self._outside.shield.cover(wanted)
