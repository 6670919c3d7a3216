"""What the desks of one room work with, each in a window of its own: drafts, remarks, paper, copies, files to sign.

Knows the ground, the devices, the signatures and the presenters of those windows; no desk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from desktop.room.devices import Devices
from desktop.room.ground import Ground
from desktop.room.on_demand import OnDemand
from desktop.room.signatures import Signatures

if TYPE_CHECKING:
    from desktop.presenters.copying import Copying
    from desktop.presenters.drafting import Drafting
    from desktop.presenters.loose_signing import LooseSigning
    from desktop.presenters.printing import Printing
    from desktop.presenters.remarks import Remarking
    from desktop.presenters.signing_directive import DirectiveSigning


class Tools(OnDemand):
    """One room's.

    Args:
        check: shows the signatures of files from outside.
        open_document: shows a document on its desk.
    """

    def __init__(
        self,
        ground: Ground,
        devices: Devices,
        signatures: Signatures,
        *,
        check: Callable[[Sequence[str]], None],
        open_document: Callable[[str], None],
    ) -> None:
        self._ground, self._devices, self._signatures = ground, devices, signatures
        self._check, self._open_document = check, open_document
        # Each presenter names what it needs of the workplace in a protocol of its own.
        self._workplace: Any = ground.workplace

    @cached_property
    def drafting(self) -> Drafting:
        from desktop.presenters.drafting import Drafting

        ground = self._ground
        return Drafting(self._workplace, ground.lanes, ground.window, show_pages=ground.show_pages, say=ground.say)

    @cached_property
    def remarks(self) -> Remarking:
        from desktop.presenters.remarks import Remarking

        ground = self._ground
        return Remarking(
            self._workplace, ground.lanes, ground.window, ground.names, ground.window.show_message, self.printing
        )

    @cached_property
    def directives(self) -> DirectiveSigning:
        from desktop.presenters.signing_directive import DirectiveSigning

        ground = self._ground
        return DirectiveSigning(
            self._workplace,
            self._devices.tokens,
            ground.lanes,
            ground.window,
            ground.names,
            options=ground.means.options,
            now=ground.workplace.clock.now,
        )

    @cached_property
    def printing(self) -> Printing:
        from desktop.presenters.printing import Printing

        ground = self._ground
        return Printing(self._workplace, ground.lanes, ground.window, ground.names, ground.window.show_message)

    @cached_property
    def copying(self) -> Copying:
        from desktop.presenters.copying import Copying

        ground = self._ground
        return Copying(
            self._workplace,
            ground.lanes,
            ground.window,
            self._signatures.verdicts.of,
            ground.window.show_message,
            self._open_document,
        )

    @cached_property
    def loose(self) -> LooseSigning:
        from desktop.presenters.loose_signing import LooseSigning

        ground = self._ground
        return LooseSigning(
            self._workplace,
            self._devices.tokens,
            ground.lanes,
            self._signatures.verdicts,
            lambda: ground.window,
            ground.say,
            check=self._check,
            options=ground.means.options,
            now=ground.workplace.clock.now,
            width=ground.settings["signingWidth"],
            language=ground.language,
        )
