"""A start beside a program that is open already: hands over what it was asked for, and says so where it cannot.

Knows the one instance and the dialog of the door. Nothing else of the program is read for it.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desktop import foreground, one_instance
from desktop.fence import Held
from desktop.one_instance import Why
from desktop.start_request import StartRequest
from widgets.door_dialog import DoorAction, DoorDialog, DoorView

translate = QCoreApplication.translate

RETRY, LEAVE = "retry", "leave"


def enter(
    application: QApplication,
    folder: Path,
    request: StartRequest,
    *,
    patience: float = one_instance.PATIENCE,
    answer: float = one_instance.ANSWER,
) -> Held | int:
    """The folder, where the other one has ended meanwhile; else the exit status: 0 when it has taken over.

    Raises:
        OSError: the folder cannot be used.
    """
    asked = replace(request, activation=foreground.given())
    while True:
        found = one_instance.enter(folder, asked, patience=patience, answer=answer)
        if isinstance(found, Held):
            return found
        if found == "taken":
            return 0
        if _told(application, view_of(found)) != RETRY:
            return 1


def view_of(why: Why) -> DoorView:
    """What is said where the other one cannot be asked."""
    retry = DoorAction(RETRY, translate("SecondStart", "&Thử lại"))
    leave = DoorAction(LEAVE, translate("SecondStart", "Đó&ng"))
    if why == "elsewhere":
        return DoorView(
            translate("SecondStart", "Tác nghiệp đang mở ở một phiên đăng nhập khác"),
            translate(
                "SecondStart",
                "Tài khoản máy này đang mở Tác nghiệp ở một phiên khác trên cùng máy (ví dụ qua Remote Desktop). Một "
                "hồ sơ chỉ mở được ở một nơi. Sang phiên đó làm việc tiếp, hoặc thoát Tác nghiệp ở đó rồi bấm Thử lại.",
            ),
            (retry, leave),
        )
    return DoorView(
        translate("SecondStart", "Tác nghiệp đang mở nhưng không trả lời"),
        translate(
            "SecondStart",
            "Cửa sổ đang mở bận hoặc bị treo nên chưa nhận yêu cầu này. Chờ một phút rồi bấm Thử lại. Nếu vẫn vậy: mở "
            "Trình quản lý tác vụ (Ctrl+Shift+Esc), chọn Tác nghiệp, bấm Kết thúc tác vụ, rồi mở lại chương trình. "
            "Việc chưa gửi đã nằm an toàn trên máy, không mất.",
        ),
        (retry, leave),
    )


def _told(application: QApplication, view: DoorView) -> str:
    """Say it, to whoever looks at the terminal too; the way taken."""
    if sys.stderr is not None:
        sys.stderr.write(f"{view.title}. {view.text}\n")
        sys.stderr.flush()
    chosen: list[str] = []
    dialog = DoorDialog(view)
    dialog.chosen.connect(chosen.append)
    dialog.chosen.connect(lambda _key: application.quit())
    dialog.open()
    application.exec()
    dialog.deleteLater()
    return chosen[0] if chosen else LEAVE
