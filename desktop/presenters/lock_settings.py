"""What stands under Khóa máy beside the settings: the passphrase that unlocks, the office's key, another key.

Knows the vault, the lanes, the settings window and the passphrase dialog.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.lanes import Lanes
from desktop.presenters import doors, messages
from desktop.presenters.doors import BACK
from desktop.presenters.running import Running
from desktop.session.vault import ProfileVault
from local_cache.errors import WrongPassphrase
from local_cache.keys import MasterKey
from widgets.door_dialog import DoorAction, DoorView
from widgets.passphrase_dialog import PassphraseDialog
from widgets.settings_window import SettingAction, SettingsWindow
from widgets.theme import Tone

translate = QCoreApplication.translate

ROTATE = "rotate"


@dataclass(frozen=True)
class Held:
    """The profile whose key it is.

    Attributes:
        name: the person's.
        resting: reads the key where it rests.
        rests: whether there is such a place; else only the passphrase opens.
        rotate: gives the profile another key, which closes and opens it.
    """

    name: str
    vault: ProfileVault
    resting: Callable[[], Awaitable[MasterKey]]
    rests: Callable[[], bool]
    rotate: Callable[[], object]


class LockSettings:
    """The actions of the group, while the settings window is open."""

    def __init__(self, lanes: Lanes, held: Held, say: Callable[[str, Tone], None]) -> None:
        self._lanes = lanes
        self._held = held
        self._say = say
        self._window: SettingsWindow | None = None
        self._refresh: Callable[[], object] = lambda: None
        self._running = Running(lambda error: say(messages.of_error(error), Tone.BAD))
        self._state = (False, False, False)

    def open(self, window: SettingsWindow, refresh: Callable[[], object]) -> None:
        """The window is there: read how things stand, then have it say so."""
        self._window, self._refresh = window, refresh
        window.asked.connect(self._asked)
        window.finished.connect(self._closed)
        self._running.start("look", self._look())

    def close(self) -> None:
        """End what runs."""
        self._running.close()

    async def settled(self) -> None:
        """Wait until nothing runs (for tests)."""
        await self._running.settled()

    def _closed(self) -> None:
        self._window = None

    async def _look(self) -> None:
        vault = self._held.vault

        def read() -> tuple[bool, bool, bool]:
            return vault.has_passphrase(), vault.has_recovery(), self._held.rests()

        self._state = await self._lanes.read(read)
        if self._window is not None:
            self._refresh()

    def actions(self) -> tuple[SettingAction, ...]:
        """What can be done now."""
        passphrase, recovery, rests = self._state
        title = translate("LockSettings", "Mật khẩu mở khóa")
        if passphrase:
            change = translate("LockSettings", "Đổ&i mật khẩu…")
            hint = translate("LockSettings", "Đã đặt. Dùng để mở khóa, và mở hồ sơ khi kho khóa của máy bị mất.")
            found = [SettingAction("passphrase", title, hint, change)]
        else:
            hint = translate(
                "LockSettings",
                "Chưa đặt: khi khóa, ai ngồi trước máy cũng mở lại được, trừ khi mở bằng thiết bị ký số hoặc mật khẩu "
                "Windows.",
            )
            found = [SettingAction("passphrase", title, hint, translate("LockSettings", "Đặ&t mật khẩu…"))]
        if passphrase and rests:
            hint = translate("LockSettings", "Hồ sơ khi đó chỉ còn mở bằng kho khóa của máy.")
            words = translate("LockSettings", "&Bỏ mật khẩu")
            found.append(SettingAction("forget", translate("LockSettings", "Không dùng mật khẩu nữa"), hint, words))
        said = (
            translate("LockSettings", "Có: quản trị mở được hồ sơ khi bạn mất khóa, việc chưa gửi không mất.")
            if recovery
            else translate("LockSettings", "Chưa có: do cơ quan đặt khi cài đặt.")
        )
        found.append(SettingAction("recovery", translate("LockSettings", "Mở bằng khóa khôi phục của cơ quan"), said))
        hint = translate(
            "LockSettings",
            "Mã hóa lại dữ liệu trên máy bằng một khóa mới, khi nghi khóa cũ bị lộ. Mất vài phút, không làm dở dang.",
        )
        words = translate("LockSettings", "Đổi &khóa…")
        found.append(SettingAction(ROTATE, translate("LockSettings", "Đổi khóa mã hóa"), hint, words))
        return tuple(found)

    # -- doing

    def _asked(self, key: str) -> None:
        works = {"passphrase": self._set, "forget": self._forget, ROTATE: self._rotate}
        if key in works:
            self._running.start("do", works[key]())

    async def _set(self, problem: str = "") -> None:
        await self._look()
        passphrase, _, rests = self._state
        old = passphrase and not rests
        dialog = PassphraseDialog(
            self._held.name, new=True, locking=True, old=old, problem=problem, parent=self._window
        )
        dialog.given.connect(lambda words: self._running.start("do", self._seal(words)))
        dialog.changed.connect(lambda former, words: self._running.start("do", self._change(former, words)))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    async def _seal(self, words: str) -> None:
        key = await self._held.resting()
        try:
            await self._lanes.write(self._held.vault.set_passphrase, key, words)
        finally:
            key.wipe()
        await self._look()
        self._say(translate("LockSettings", "Đã đặt mật khẩu mở khóa."), Tone.GOOD)

    async def _change(self, former: str, words: str) -> None:
        try:
            key = await self._lanes.read(self._held.vault.from_passphrase, former)
        except WrongPassphrase:
            await self._set(translate("LockSettings", "Mật khẩu đang dùng không đúng. Hãy nhập lại."))
            return
        try:
            await self._lanes.write(self._held.vault.set_passphrase, key, words)
        finally:
            key.wipe()
        await self._look()
        self._say(translate("LockSettings", "Đã đổi mật khẩu mở khóa."), Tone.GOOD)

    async def _forget(self) -> None:
        await self._lanes.write(self._held.vault.remove_passphrase)
        await self._look()
        self._say(translate("LockSettings", "Đã bỏ mật khẩu mở khóa."), Tone.INFO)

    async def _rotate(self) -> None:
        text = translate(
            "LockSettings",
            "Chương trình cất những gì đang gõ, đóng hồ sơ, mã hóa lại bằng khóa mới rồi mở lại đúng chỗ đang làm. "
            "Nếu máy tắt giữa chừng, hồ sơ vẫn mở được và việc đổi khóa được làm nốt. Cần chỗ trống bằng dữ liệu đang "
            "có. Tệp hỏng và bản sao dự phòng cũ, chỉ khóa cũ mở được, bị xóa.",
        )
        view = DoorView(
            translate("LockSettings", "Đổi khóa mã hóa bây giờ?"),
            text,
            (
                DoorAction(ROTATE, translate("LockSettings", "Đổi &khóa")),
                DoorAction(BACK, translate("LockSettings", "Để &sau")),
            ),
            tone=Tone.INFO,
        )
        if await doors.ask(view, self._window) == ROTATE:
            self._held.rotate()
