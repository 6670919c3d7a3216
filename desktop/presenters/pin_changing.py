"""Changes a token's PIN: the dialog, one try, and what the token answers. Knows the lanes and the PIN's dialog.

The PINs go from the dialog to the token and are kept nowhere between; nothing is tried again by the program.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.lanes import Lanes
from desktop.presenters import messages_signing
from desktop.presenters.running import Running
from desktop.presenters.token_words import Candidate
from signing.problems import PinUnfit, PinWrong, SigningProblem
from widgets.pin_change_dialog import PinChangeDialog
from widgets.pin_dialog import PinRequest

translate = QCoreApplication.translate


class PinChanging:
    """Offers the change for one token at a time.

    Args:
        look: looks at the tokens again afterwards: the tries that are left may be others.
    """

    def __init__(self, lanes: Lanes, look: Callable[[], Awaitable[object]]) -> None:
        self._lanes = lanes
        self._look = look
        self._running = Running()

    def begin(
        self, candidate: Candidate, request: PinRequest, parent: QWidget, done: Callable[[str], object]
    ) -> PinChangeDialog:
        """Open the dialog; ``done`` is told in words when the PIN is another."""
        dialog = PinChangeDialog(request, parent)

        def entered(old: str, new: str) -> None:
            self._running.start("pin", self._change(dialog, candidate, old, new, done))

        dialog.entered.connect(entered)
        dialog.finished.connect(lambda _code: dialog.deleteLater())
        dialog.open()
        return dialog

    def close(self) -> None:
        """Wait for nothing any more."""
        self._running.close()

    async def _change(
        self, dialog: PinChangeDialog, candidate: Candidate, old: str, new: str, done: Callable[[str], object]
    ) -> None:
        source, token = candidate.source, candidate.token
        keypad = token.flags.protected_path
        try:
            await self._lanes.network(source.change_pin, token.serial, None if keypad else old, None if keypad else new)
        except SigningProblem as problem:
            dialog.show_refusal(words(problem), again=isinstance(problem, PinWrong | PinUnfit))
            await self._look()
            return
        finally:
            del old, new
        dialog.accept()
        done(translate("Tokens", "Đã đổi mã PIN. Từ lần ký sau, dùng mã PIN mới."))
        await self._look()


def words(problem: SigningProblem) -> str:
    """What the token's answer means for a change of PIN."""
    if isinstance(problem, PinWrong):
        if problem.args_map.get("final"):
            return translate(
                "Tokens",
                "Mã PIN hiện tại không đúng, mã PIN chưa được đổi. Chỉ còn một lần thử cuối cùng: nhập sai nữa thiết "
                "bị sẽ bị khóa. Nếu không chắc, bấm Hủy và hỏi đơn vị cấp chứng thư.",
            )
        return translate(
            "Tokens", "Mã PIN hiện tại không đúng, mã PIN chưa được đổi. Nhập sai nhiều lần thiết bị sẽ bị khóa."
        )
    return messages_signing.of_problem(problem)
