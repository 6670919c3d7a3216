"""The arguments of the ``verify`` command: read before anything that judges is. Knows argparse alone."""

from __future__ import annotations

import argparse

ABOUT = "Kiểm tra chữ ký số của tệp PDF."
EXIT_CODES = "Mã kết thúc: 0 khi mọi tệp đều “Hợp lệ”; 1 khi có tệp khác “Hợp lệ”; 2 khi lệnh sai."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds them to the command's parser."""
    add = parser.add_argument
    add("files", metavar="FILE", nargs="+", help="tệp PDF, thư mục (mọi tệp PDF trong đó), hoặc - là dữ liệu vào chuẩn")
    add("--trust", metavar="DIR", help="thư mục chứng thư gốc được tin cậy, thay cho danh sách của máy này")
    add("--json", action="store_true", help="kết quả dạng JSON (resources/reports/verify.schema.json)")
    add("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ của câu trả lời")
    add("--offline", action="store_true", help="không hỏi tình trạng thu hồi qua mạng")
    add("--report", action="store_true", help="in cả báo cáo kỹ thuật")
    add("--timeout", metavar="S", type=_seconds, help="số giây cho mỗi tệp")


def _seconds(text: str) -> float:
    value = float(text)
    if not 0 < value <= 3600:
        raise argparse.ArgumentTypeError("0 < S <= 3600")
    return value
