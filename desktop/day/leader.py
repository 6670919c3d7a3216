"""The leader's morning: Lê Văn Hòa looks at what waits for a signature and signs it with the token."""

from __future__ import annotations

from desktop.day.clerk import SUBJECT, sign_all
from desktop.day.hands import Hands
from widgets.signing_desk import SigningDesk


class LeaderSteps:
    """What the leader does."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands

    async def preview(self) -> None:
        player = self._hands.player
        self._hands.room.window.show_desk("signing")
        desk = self._hands.desk_child(self._hands.room.window, SigningDesk)
        rows = desk.queue.queue
        await player.until(lambda: any(r.subject.endswith(SUBJECT) for r in rows.rows()), "the document", 60)
        desk.queue.set_current(next(r.id for r in rows.rows() if r.subject.endswith(SUBJECT)))
        await player.calm(2.0)

    async def sign(self) -> None:
        await sign_all(self._hands, "approve", "hoa", SUBJECT)
