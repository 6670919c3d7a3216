"""Tab comes by everything that can be chosen on every desk of the main window, in the order in which it is read."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.resources import english_windows as windows
from tests.resources.english_windows import Shown
from tests.widgets.conftest import application, theme
from tests.widgets.tab_order import faults, name, walk
from widgets.settings_window import SettingsWindow
from widgets.shell import MainWindow
from widgets.theme import Theme

__all__ = ["application", "theme"]

TOP = ["Tài khoản, cài đặt", "Tìm văn bản, người, lệnh", "Khóa (Ctrl+L)"]
PAGE = [
    "Trang văn bản", "Trang trước (←)", "Trang sau (→)", "Thu nhỏ (Ctrl+−)", "Phóng to (Ctrl++)",
    "Vừa chiều ngang (Ctrl+9)", "Quá trình xử lý và tệp kèm theo",
]  # fmt: skip
READ = {
    "incoming-open-toHandle": [
        *TOP, "Của tôi 12", "Hộp văn bản", "Khác", "Văn bản đến", "chi tiết", "Chuyển xử lý", "Trả lại", "Kết thúc",
        "Việc khác", *PAGE, "118-TB_TU.pdf", "Lưu tệp… 118-TB_TU.pdf", "Lưu tệp… Phụ lục 1.xlsx", "Incoming",
    ],
    "outgoing-issued": [
        *TOP, "Soạn văn bản", "Hộp văn bản", "Khác 2", "Văn bản đi", "chi tiết", "Việc khác", "Ẩn",
        "Tình hình nhận của từng nơi nhận", *PAGE, "96-CV_ĐU.pdf", "Lưu tệp… 96-CV_ĐU.pdf", "Outgoing",
    ],
    "tasks-mai-own-tasks.open": [
        *TOP, "Của tôi 4", "Giao nhiệm vụ", "Nhiệm vụ", "Danh sách nhiệm vụ", "Sao chép liên kết (Ctrl+Shift+C)",
        "Báo cáo tiến độ", "Báo hoàn thành", "Xin gia hạn", "Tổng hợp kết quả thu nộp đảng phí quý IV",
        "118-TB/TU ngày 20/11/2026 của Tỉnh ủy An Bình", "Tasks",
    ],
    "settings-0": [
        "Nhóm cài đặt", "Appearance", "Language of the interface", "Light or dark", "Text size", "Đóng",
    ],
    "schedule": [
        *TOP, "Tuần trước (Alt+←)", "Tuần này", "Tuần sau (Alt+→)", "Đăng ký lịch", "Duyệt cả tuần (1)",
        "Xuất iCalendar", "In lịch tuần", "Lịch công tác", "Lịch công tác tuần", "Schedule",
    ],
}  # fmt: skip
"""What is read from the top to the foot; the desk's own button on the rail stands before the account."""


async def test_tab_comes_by_everything_as_it_is_read(theme: Theme, tmp_path: Path) -> None:
    found: list[str] = []
    read: dict[str, list[str]] = {}
    async for shown in _desks(tmp_path):
        window = shown.window
        # Pages of settings are as wide as they need.
        for size in ((683, 384), (1366, 768)) if isinstance(window, MainWindow) else ((820, 560),):
            window.resize(*size)
            QApplication.processEvents()
            found += [f"{shown.name}, {size[0]}: {fault}" for fault in faults(window)]
            found += [
                f"{shown.name}: {name(one)} says nothing" for one in walk(window) if name(one) == type(one).__name__
            ]
        if shown.name in READ:
            read[shown.name] = [name(one) for one in walk(window)]
    assert found == []
    assert read == READ


async def _desks(folder: Path) -> AsyncIterator[Shown]:
    for made in (
        windows.today_windows(folder), windows.incoming_windows(), windows.outgoing_windows(),
        windows.signing_windows(), windows.task_windows(), windows.schedule_windows(),
    ):  # fmt: skip
        async for shown in made:
            if isinstance(shown.window, MainWindow | SettingsWindow):
                yield shown
