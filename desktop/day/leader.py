"""The leader's morning: Lê Văn Hòa looks at what waits for a signature and signs it with the token."""

from __future__ import annotations

from desktop.day.clerk import sign_all
from desktop.day.hands import Hands
from widgets.reason_dialog import ReasonDialog
from widgets.signing_desk import SigningDesk


class LeaderSteps:
    """What the leader does."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands

    async def direct(self) -> None:
        """The leader's word on a document that came up (bút phê)."""
        player = self._hands.player
        desk = await self._hands.documents("incoming", "incoming.toHandle")
        await self._hands.choose(desk)
        await self._hands.press_act(desk, "direct")
        dialog = await player.dialog(ReasonDialog)
        await player.type(dialog.reason, "Văn phòng tham mưu, báo cáo tôi trước ngày 27/11.")
        await player.calm(0.2)
        await player.click(dialog.accept_button)
        await player.gone(dialog, "the directive to be taken")
        await player.calm(0.8)

    async def preview(self) -> None:
        player = self._hands.player
        self._hands.room.window.show_desk("signing")
        desk = self._hands.desk_child(self._hands.room.window, SigningDesk)
        rows, wanted = desk.queue.queue, self._hands.subjects["written"]
        await player.until(lambda: any(r.id == wanted for r in rows.rows()), "the document", 60)
        desk.queue.set_current(wanted)
        await player.calm(2.0)

    async def sign(self) -> None:
        await sign_all(self._hands, "approve", "hoa", self._hands.subjects["written"])
