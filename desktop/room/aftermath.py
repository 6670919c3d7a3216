"""What the last time left behind, said when a room opens: damage that was mended, signatures not yet sent, a fall.

Knows the ground and the presenters that find the words.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.presenters import mended, signing_kept
from desktop.presenters.salvaged import SalvagePresenter
from desktop.room.ground import Ground
from widgets.theme import Tone

translate = QCoreApplication.translate


class Aftermath:
    """One room's.

    Args:
        show_unsent: opens the window of what is not sent.
        begin: begins an act again: kind, type and identifier.
        report: makes a report for whoever helps.
    """

    def __init__(
        self,
        ground: Ground,
        salvaged: SalvagePresenter,
        *,
        show_unsent: Callable[[], object],
        begin: Callable[[str, str, str], object],
        report: Callable[[], object],
    ) -> None:
        self._ground, self._salvaged = ground, salvaged
        self._show_unsent, self._begin, self._report = show_unsent, begin, report

    def say_mended(self) -> None:
        """What opening the profile found damaged stays in sight until it has been read."""
        opened = self._ground.session.cache.opened
        self._salvaged.start(opened)
        for text in mended.words(opened):
            look = translate("Workroom", "Xem việc chưa gửi")
            self._ground.window.show_message(text, Tone.WARN, action=look, run=self._show_unsent)

    async def send_signed(self) -> None:
        """What was signed and had not left when the program was ended leaves now; what does not is said."""
        window = self._ground.window
        workplace: Any = self._ground.workplace
        await signing_kept.settle(workplace)
        for (_, subject), intent in (await signing_kept.reworded(workplace)).items():
            form = translate("Workroom", "Mở biểu mẫu")
            again = partial(self._begin, "direct", intent.subject_type, subject)
            window.show_message(signing_kept.reworded_words(intent), Tone.WARN, action=form, run=again)
        last = signing_kept.latest(await workplace.journal.all(), workplace.me)
        if last is not None and signing_kept.is_cut_off(last, workplace.me):
            desk = translate("Workroom", "Mở bàn ký")
            text = signing_kept.cut_off_words(last)
            window.show_message(text, Tone.WARN, action=desk, run=lambda: window.show_desk("signing"))

    def tell_of_fall(self) -> None:
        """The program fell when it was last open: say so, and offer a report."""
        words = translate("Workroom", "Lần trước chương trình đã dừng đột ngột. Việc đã làm không mất.")
        make = translate("Workroom", "Lập báo cáo")
        self._ground.window.show_message(words, Tone.WARN, action=make, run=self._report)
