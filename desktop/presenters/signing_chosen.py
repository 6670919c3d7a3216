"""Which picture each kind of signature shows now, at the signing desk. Knows the workplace, the pictures and the looks.

A picture may run out or be replaced while the desk is open: nothing is signed with one that was not seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from desktop.presenters import signing_pictures
from desktop.presenters.signing_looks import Looks
from desktop.presenters.signing_pictures import Pictures
from signing.zone import VIETNAM

WITH_PICTURES = ("approve", "seal", "loose")
"""The kinds of signature that show a picture of somebody's choice."""


class Chosen:
    """The pictures in use, by kind of signature.

    Args:
        looks: told how large each is: the places are made to its measure.
        now: the central's time.
    """

    def __init__(self, workplace: signing_pictures.Workplace, looks: Looks, now: Callable[[], datetime]) -> None:
        self._workplace = workplace
        self._looks = looks
        self._now = now
        self._of: dict[str, Pictures] = {}

    @property
    def loaded(self) -> bool:
        """Whether it was found out since the position changed."""
        return bool(self._of)

    def of(self, key: str) -> Pictures:
        """Those for a kind of signature; none before they are known."""
        return self._of.get(key, Pictures())

    def clear(self) -> None:
        """Another position signs with other pictures."""
        self._of.clear()

    async def load(self, keys: Iterable[str]) -> None:
        """Find out what each kind of signature shows now, and how large."""
        self._looks.size["seal"] = await signing_pictures.stamp_size(self._workplace)
        for key in keys:
            found = await signing_pictures.load(self._workplace, key, self._now())
            self._of[key] = found
            if key in WITH_PICTURES:
                self._looks.size[key] = found.size

    async def know(self, key: str) -> None:
        """Have those of a kind at hand that the person does not sign otherwise."""
        if key not in self._of:
            self._of[key] = await signing_pictures.load(self._workplace, key, self._now())

    async def use(self, key: str, picture: str) -> None:
        """The person chose a picture, or none, for a kind of signature."""
        me = self._workplace.me
        await signing_pictures.choose(self._workplace, me.organ_id if key == "seal" else me.id, picture)

    def refusals(self, keys: Iterable[str]) -> list[str]:
        """Why those that these kinds of signature show may not be used today; empty where they may."""
        today = self._now().astimezone(VIETNAM).date()
        return [said for key in dict.fromkeys(keys) if (said := self.of(key).on(today).refusal())]

    async def changed(self, keys: Iterable[str]) -> bool:
        """Find out anew; whether any looks another way than it was shown."""
        before = dict(self._of)
        await self.load(keys)
        return any(not one.shows_as(self._of[key]) for key, one in before.items())
