"""What keeps a profile shut, each cause in its own words and with its own ways on. Knows the door dialog and sentences.

What is said never asks for a guess: nothing here deletes, and each button says what comes of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.presenters import messages
from widgets.door_dialog import DoorAction, DoorDialog, DoorView
from widgets.theme import Tone

translate = QCoreApplication.translate

RETRY, PASSPHRASE, RECOVERY, ANEW, ACCOUNT, QUIT, BACK, COPY, REPORT = (
    "retry", "passphrase", "recovery", "anew", "account", "quit", "back", "copy", "report",
)  # fmt: skip

KEY_TROUBLES = frozenset({"keyLost", "wrongKey", "keyringFailed"})
"""What is amiss with the key itself, and may be helped by another way to it."""


@dataclass(frozen=True)
class Shut:
    """A profile that stays shut.

    Attributes:
        code: why.
        folder: where it lies.
        passphrase, recovery: whether it can be opened so.
        unsent: how many acts waited in it when it was last looked at.
    """

    code: str
    folder: Path
    passphrase: bool = False
    recovery: bool = False
    unsent: int = 0


def view_of(shut: Shut) -> DoorView:
    """What is said of it at the door."""
    if shut.code in KEY_TROUBLES:
        return _key_trouble(shut)
    return DoorView(_title(shut.code), messages.sentence(shut.code), _ways(shut.code))


def of_error(error: Exception) -> DoorView:
    """The same of any error that opening a profile can end with."""
    code = messages.code_of(error)
    return DoorView(_title(code), messages.of_error(error), _ways(code))


def _title(code: str) -> str:
    known = {
        "keyLost": translate("Doors", "Không tìm thấy khóa của hồ sơ"),
        "wrongKey": translate("Doors", "Khóa trên máy không phải của hồ sơ này"),
        "keyringFailed": translate("Doors", "Kho khóa của máy chưa trả lời"),
        "newerSchema": translate("Doors", "Hồ sơ do phiên bản mới hơn tạo"),
        "profileInUse": translate("Doors", "Hồ sơ đang mở ở cửa sổ khác"),
        "onNetworkShare": translate("Doors", "Hồ sơ nằm trên ổ đĩa mạng"),
        "diskFull": translate("Doors", "Ổ đĩa đã đầy"),
        "folderRefused": translate("Doors", "Không đọc hoặc ghi được thư mục hồ sơ"),
        "migrationFailed": translate("Doors", "Chưa nâng cấp được hồ sơ cũ"),
        "damagedCache": translate("Doors", "Hồ sơ bị hỏng"),
    }
    return known.get(code) or translate("Doors", "Chưa mở được hồ sơ")


def _ways(code: str) -> tuple[DoorAction, ...]:
    retry = DoorAction(RETRY, translate("Doors", "&Thử lại"))
    account = DoorAction(ACCOUNT, translate("Doors", "Đăng nhập tài &khoản khác"))
    leave = DoorAction(QUIT, translate("Doors", "T&hoát"))
    # On a share, trying again brings the same answer.
    return (account, leave) if code == "onNetworkShare" else (retry, account, leave)


def _key_trouble(shut: Shut) -> DoorView:
    actions: list[DoorAction] = []
    if shut.code == "keyringFailed":
        actions.append(DoorAction(RETRY, translate("Doors", "&Thử lại"), _once_it_answers()))
    if shut.passphrase:
        words = translate("Doors", "Mở bằng &mật khẩu")
        actions.append(DoorAction(PASSPHRASE, words, translate("Doors", "Mật khẩu đã đặt cho hồ sơ trong Khóa máy.")))
    if shut.recovery:
        words = translate("Doors", "Khóa khôi &phục của cơ quan")
        why = translate("Doors", "Quản trị của cơ quan mở được hồ sơ này mà không mất việc chưa gửi.")
        actions.append(DoorAction(RECOVERY, words, why))
    if shut.code != "keyringFailed":
        if not actions:
            why = translate("Doors", "Sau khi đã đăng nhập máy đúng người, hoặc khôi phục lại kho khóa.")
            actions.append(DoorAction(RETRY, translate("Doors", "&Thử lại"), why))
        words = translate("Doors", "&Bắt đầu lại…")
        actions.append(DoorAction(ANEW, words, translate("Doors", "Để riêng hồ sơ cũ, tải lại văn bản từ trung tâm.")))
    actions.append(DoorAction(BACK, translate("Doors", "Đó&ng")))
    return DoorView(_title(shut.code), _text(shut), tuple(actions))


def _once_it_answers() -> str:
    return translate("Doors", "Sau khi mở khóa kho khóa, hoặc đăng nhập lại máy.")


def _text(shut: Shut) -> str:
    said = {
        "keyLost": translate(
            "Doors",
            "Hồ sơ vẫn còn nguyên và vẫn niêm phong, nhưng khóa mở hồ sơ không còn trong kho khóa của máy. Thường là "
            "do mật khẩu máy vừa bị đặt lại, hoặc hồ sơ được chép từ máy khác sang.",
        ),
        "wrongKey": translate(
            "Doors",
            "Hồ sơ vẫn còn nguyên, nhưng kho khóa của máy đang giữ một khóa khác nên không mở được. Thường là do hồ sơ "
            "được chép từ máy khác sang, hoặc đăng nhập máy bằng người khác.",
        ),
        "keyringFailed": translate(
            "Doors",
            "Khóa mở hồ sơ nằm trong kho khóa của máy; kho khóa đang khóa hoặc không trả lời. Hồ sơ vẫn còn nguyên.",
        ),
    }[shut.code]
    if shut.unsent:
        said += " " + translate("Doors", "Trong hồ sơ có %n việc chưa gửi.", None, shut.unsent)
    return said


def recovery_view(shut: Shut) -> DoorView:
    """What the administrator has to do; told to the clerk, with the command as it is to be run here."""
    text = translate(
        "Doors",
        "Báo quản trị của cơ quan. Quản trị chạy lệnh dưới đây trên máy này, bằng chính tài khoản máy của bạn, với tệp "
        "khóa riêng của cơ quan. Xong thì bấm Thử lại: hồ sơ mở ra, việc chưa gửi còn nguyên.",
    )
    root = shut.folder.parent.parent
    return DoorView(
        translate("Doors", "Khóa khôi phục của cơ quan"),
        text,
        (
            DoorAction(RETRY, translate("Doors", "&Thử lại")),
            DoorAction(COPY, translate("Doors", "&Sao chép lệnh")),
            DoorAction(BACK, translate("Doors", "&Quay lại")),
        ),
        command=f'tacnghiep recover --profile "{root}" --key "…pem"',
        tone=Tone.INFO,
    )


def anew_view(shut: Shut) -> DoorView:
    """Before a profile is set aside: what is kept, and what cannot be sent."""
    text = translate(
        "Doors",
        "Hồ sơ cũ được chuyển sang một thư mục riêng, vẫn niêm phong, không bị xóa: tìm lại được khóa thì vẫn mở được. "
        "Văn bản được tải lại từ trung tâm sau khi đăng nhập.",
    )
    if shut.unsent:
        lost = translate(
            "Doors",
            "%n việc chưa gửi nằm lại trong hồ sơ cũ và sẽ không được gửi: phải làm lại, trừ khi hồ sơ cũ được mở.",
            None,
            shut.unsent,
        )
    else:
        lost = translate("Doors", "Lần cuối chương trình ghi nhận, trong hồ sơ không có việc nào chưa gửi.")
    back = DoorAction(BACK, translate("Doors", "&Quay lại"))
    go = DoorAction(ANEW, translate("Doors", "Để riêng hồ sơ cũ và &bắt đầu lại"))
    # What costs work is never the first button.
    return DoorView(translate("Doors", "Bắt đầu lại với hồ sơ mới?"), f"{text}\n\n{lost}", (back, go), tone=Tone.BAD)


async def ask(view: DoorView, parent: QWidget | None, report: Callable[[QWidget], object] | None = None) -> str:
    """Show it; the key of the way taken, "" where the window was closed. Copying leaves it open.

    Args:
        report: makes a report for whoever helps, over the dialog; None where nothing is wrong.
    """
    if report is not None:
        words = translate("Doors", "Báo &cáo chẩn đoán…")
        view = replace(view, actions=(*view.actions[:-1], DoorAction(REPORT, words), view.actions[-1]))
    while True:
        answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        dialog = DoorDialog(view, parent)
        dialog.chosen.connect(lambda key, answer=answer: answer.done() or answer.set_result(key))
        if report is not None:
            dialog.stays_for(REPORT, lambda dialog=dialog: report(dialog))
        dialog.open()
        try:
            chosen = await answer
        finally:
            dialog.deleteLater()
        if chosen != COPY:
            return chosen
        QGuiApplication.clipboard().setText(view.command)
