"""Asks for a PIN and hands it on, and keeps nothing of it: not even what has been answered holds the PIN.

Knows the PIN's dialog.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from widgets.pin_dialog import PinDialog, PinRequest


async def ask(
    request: PinRequest, parent: QWidget, asking: Callable[[PinDialog | None], object] = lambda _: None
) -> str | None:
    """The PIN; empty where the reader asks for it itself; None when the person thought better of it.

    Args:
        asking: told of the dialog while it is open, and of None afterwards.
    """
    # The dialog's connections outlive the answer by a while, and so does the future that they set.
    answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
    entered: list[str] = []

    def take(pin: str) -> None:
        if not answer.done():
            entered.append(pin)
            answer.set_result(True)

    dialog = PinDialog(request, parent)
    dialog.entered.connect(take)
    dialog.rejected.connect(lambda: answer.done() or answer.set_result(False))
    dialog.finished.connect(lambda _code: dialog.deleteLater())
    asking(dialog)
    dialog.open()
    try:
        return entered.pop() if await answer else None
    finally:
        asking(None)
