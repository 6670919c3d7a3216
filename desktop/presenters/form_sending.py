"""What a form asks for is done, or it is said in the form why not, with all that was typed still in it.

Knows the forms' drafts and the words for what is refused.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from desktop.office.acts import Refusal
from desktop.presenters import messages
from desktop.presenters.keeping import Keeper
from widgets.form_dialog import FormDialog
from widgets.theme import Tone

Sender = Callable[[dict[str, Any]], Awaitable[Refusal | None]]
"""Does what was typed; gives why it may not be done."""


async def send_form(dialog: FormDialog, keeper: Keeper, typed: dict[str, Any], send: Sender) -> None:
    """Send what was typed; the form closes once the act is safe.

    Raises:
        Exception: what ``send`` met; it has been said in the form.
        CacheError: the act is safe, and the form closed, but what was typed in it is kept still.
    """
    dialog.set_busy(True)
    try:
        await keeper.settled()
        refusal = await send(typed)
    except Exception as error:
        dialog.set_busy(False)
        # The window behind the form cannot be reached: it is said in the form.
        dialog.show_warnings([messages.of_error(error)], Tone.BAD)
        raise
    if refusal is not None:
        dialog.set_busy(False)
        dialog.show_warnings([messages.of_refusal(refusal)], Tone.BAD)
        return
    # The act took the draft with it; a late change of the form must not bring it back.
    try:
        await keeper.drop()
    finally:
        # Also where the disk is full: a form that stayed open would have it done twice.
        dialog.accept()
