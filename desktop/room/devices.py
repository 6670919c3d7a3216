"""The signing devices of one room: watched, shown in the top bar and in their window, examined where they do not sign.

Knows the ground, the tokens and their examination.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.presenters.examining import Examining
from desktop.presenters.tokens import Tokens, TokenState
from desktop.room.ground import Ground
from desktop.signing_means import Examination
from signing.readers import CardWatch
from widgets.theme import Tone

translate = QCoreApplication.translate


class Devices:
    """One room's.

    Attributes:
        tokens: those that are in.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._examining = Examining(self._examination, ground.language)
        self.tokens = Tokens(
            ground.workplace,
            ground.lanes,
            ground.means.sources(),
            practice_pin=ground.means.practice_pin,
            keep_module=self._keep_module,
            readers=CardWatch,
            standing=ground.means.standing,
            announce=self._announce_certificate,
            find_out=self._examining.begin,
        )
        ground.window.token_pill.clicked.connect(self.show)
        self._end = self.tokens.subscribe(self._show_state)

    def show(self) -> None:
        """The tokens that are in, and what to do where there is none."""
        self.tokens.show(self._ground.window)

    async def use_module(self, path: str) -> None:
        """Look for tokens through this driver too."""
        await self.tokens.add_module(path)

    async def close(self) -> None:
        """Let go of them."""
        self._end()
        self._examining.close()
        await self.tokens.close()

    def _keep_module(self, path: str) -> None:
        """A module picked by hand is kept, unless the office decides which are used."""
        settings = self._ground.settings
        if not settings.is_locked("tokenModules"):
            settings.set("tokenModules", [path, *(one for one in settings["tokenModules"] if one != path)])

    def _examination(self) -> Examination:
        return self._ground.means.examination(self.tokens.mine(), self._ground.workplace.clock_offset)

    def _announce_certificate(self, text: str) -> None:
        look = translate("Workroom", "Xem chứng thư")
        self._ground.window.show_message(text, Tone.WARN, action=look, run=self.show, key="certificate")

    def _show_state(self, state: TokenState) -> None:
        self._ground.window.token_pill.set_state(state.text, state.tone, state.hint)
