"""What is being signed in a workroom, at the desk and from a directive's form: it is waited for and never cut off.

Knows the presenters that sign.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any


class Signings:
    """Everything in one room that signs.

    Args:
        built: gives those of the named presenters that are there.
    """

    def __init__(self, built: Callable[..., list[Any]]) -> None:
        self._built = built

    @property
    def under_way(self) -> bool:
        """Whether something is being signed: a batch, or a directive."""
        desk = any(one.is_signing for one in self._built("signing", "loose"))
        return desk or any(one.acts.is_signing for one in self._built("incoming"))

    async def over(self) -> None:
        """Wait until nothing is; whoever is asked for a PIN meanwhile may answer."""
        while self.under_way:
            for presenter in self._built("signing", "loose"):
                await presenter.signing_over()
            for presenter in self._built("incoming"):
                await presenter.acts.over()
            # What was cancelled comes to its end in its own turn.
            await asyncio.sleep(0)

    async def left(self) -> list[list[str]]:
        """Wait until nothing is, and ask nobody for a PIN any more: the room is left afterwards.

        What runs under a PIN that was entered runs to its end.

        Returns:
            the forms whose act was done meanwhile, as ``forms`` names them: they are not to be opened again.
        """
        waited = [(one.acts, one.acts.signing_form) for one in self._built("incoming")]
        for directives in self._built("directives"):
            directives.dismiss()
        for presenter in self._built("signing", "loose"):
            await presenter.batch_over()
        for acts, _ in waited:
            await acts.over()
        return [form for acts, form in waited if form and acts.dialog is None]

    async def stopped(self) -> None:
        """The same, with a batch ended after the files in hand; the rest is offered when the desk is opened next."""
        for presenter in self._built("signing"):
            presenter.rounds.leave()
        for loose in self._built("loose"):
            loose.leave()
        await self.left()
