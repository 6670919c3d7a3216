"""What the search box can do besides finding: its words, icons and shortcuts. Knows the window and the search."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.presenters.search import Command
from desktop.room.desks import DESKS
from widgets.shell import MainWindow

translate = QCoreApplication.translate


def commands(window: MainWindow, run: Mapping[str, Callable[[], object]]) -> list[Command]:
    """The desks, then every command that has something to run, in their order.

    Args:
        run: what a command does, by its key.
    """
    # Each is made when it is asked for: the words go with the language of that moment.
    rows = (
        ("write", translate("Workroom", "Soạn văn bản đi"), "edit", "Ctrl+N"),
        ("sync", translate("Workroom", "Đồng bộ ngay"), "sync", "F5"),
        ("unsent", translate("Workroom", "Việc chưa gửi"), "outgoing", ""),
        ("check", translate("Workroom", "Kiểm tra chữ ký số của tệp…"), "seal", ""),
        ("signFile", translate("Workroom", "Ký tệp PDF ngoài hệ thống…"), "signing", ""),
        ("roots", translate("Workroom", "Chứng thư gốc tin cậy"), "lock", ""),
        ("tokens", translate("Workroom", "Thiết bị ký số"), "token", ""),
        ("settings", translate("Workroom", "Cài đặt"), "settings", ""),
        ("update", translate("Workroom", "Cập nhật chương trình"), "sync", ""),
        ("lock", translate("Workroom", "Khóa"), "lock", "Ctrl+L"),
        ("report", translate("Workroom", "Báo cáo chẩn đoán…"), "info", ""),
        ("help", translate("Workroom", "Trợ giúp"), "info", "F1"),
    )
    return [
        *(_desk(window, key, place) for place, key in enumerate(DESKS, 1)),
        *(_command(key, words, icon, run[key], keys) for key, words, icon, keys in rows if key in run),
    ]


def _command(key: str, words: str, icon: str, run: Callable[[], object], keys: str) -> Command:
    return Command(key, lambda: words, icon, run, keys)


def _desk(window: MainWindow, key: str, place: int) -> Command:
    words = translate("Workroom", "Mở %1").replace("%1", window.desk(key).accessibleName())
    return _command(key, words, key, lambda: window.show_desk(key), f"Ctrl+{place}")
