"""Asks before the window is closed over documents that are being signed. Knows the dialog of the door."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.presenters import doors
from widgets.door_dialog import DoorAction, DoorView
from widgets.theme import Tone

translate = QCoreApplication.translate

STOP, STAY = "stop", "stay"


def view() -> DoorView:
    """What is said, and the ways on."""
    text = translate(
        "SigningLeaving",
        "Văn bản đã ký được giữ và gửi đi. Nếu đóng, chương trình ký nốt văn bản đang ký dở rồi mới đóng; các văn bản "
        "còn lại chưa ký: lần sau mở bàn Chờ ký, bấm Ký tiếp và nhập lại mã PIN.",
    )
    return DoorView(
        translate("SigningLeaving", "Đang ký số. Đóng chương trình?"),
        text,
        # What is under way goes on unless somebody says otherwise.
        (
            DoorAction(STAY, translate("SigningLeaving", "&Không đóng, ký tiếp")),
            DoorAction(STOP, translate("SigningLeaving", "&Dừng ký và đóng")),
        ),
        tone=Tone.WARN,
    )


async def may_stop(parent: QWidget) -> bool:
    """Whether the person wants to close all the same."""
    return await doors.ask(view(), parent) == STOP
