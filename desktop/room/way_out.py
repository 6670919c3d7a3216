"""How one room ends: why, and not before what is being signed has come to its end.

Knows the ground and what is being signed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QCoreApplication

from desktop.presenters import signing_leaving
from desktop.room.ground import Ground
from desktop.signings import Signings
from widgets.theme import Tone

translate = QCoreApplication.translate

Leaving = Literal["quit", "signOut", "language", "lock"]
"""Why a workroom ends; "language" (also another size of text) builds it again at once, over the same session;
"lock" ends it until somebody has said who is there."""


class WayOut:
    """One room's. Made in a running loop.

    Args:
        take_in: the window goes beside the clock instead, where that is wished; whether it did.
        keep_places: remembers where the window stood.

    Attributes:
        left: done with the reason once the room is left.
        stands: its window is filled, and it is not being left.
    """

    def __init__(
        self,
        ground: Ground,
        signings: Signings,
        *,
        take_in: Callable[[], bool],
        keep_places: Callable[[], None],
    ) -> None:
        self._around, self._window, self._running = ground.around, ground.window, ground.running
        self._say = ground.say
        self._signings = signings
        self._take_in, self._keep_places = take_in, keep_places
        self.left: asyncio.Future[Leaving] = asyncio.get_running_loop().create_future()
        self.stands = False
        self._window.closing.connect(self._closing)
        self._window.may_close = lambda: not (signings.under_way or self._around.outside.front.hidden)

    def leave(self, why: Leaving) -> None:
        """Leave now; the first reason counts."""
        self.stands = False
        if not self.left.done():
            self.left.set_result(why)

    def leave_from_outside(self) -> None:
        """The program is ended beside the clock."""
        if self._signings.under_way:
            # What is to be decided is asked in the window.
            self._around.outside.front.bring()
        self._leave_when_signed()

    def build_anew(self) -> None:
        """The windows are built again, with the language of the settings; not while something is being signed."""
        if self._signings.under_way:
            words = translate("Workroom", "Đang ký số. Ký xong thì cửa sổ mới đổi theo cài đặt này.")
            self._say(words, Tone.INFO)
            self._running.start("anew", self._build_anew_after_signing())
        else:
            self._around.languages.choose(self._around.settings["language"])
            self.leave("language")

    async def _build_anew_after_signing(self) -> None:
        await self._signings.over()
        self.build_anew()

    def _closing(self) -> None:
        if self._take_in():
            self._keep_places()
        else:
            self._leave_when_signed()

    def _leave_when_signed(self) -> None:
        if not self._signings.under_way:
            self.leave("quit")
        elif not self._running.is_running("closing"):
            self._running.start("closing", self._close_after_signing())

    async def _close_after_signing(self) -> None:
        if await signing_leaving.may_stop(self._window):
            await self._signings.stopped()
            self.leave("quit")
